/* lexicon_check - loads a lexicon and says how large it is, or what is wrong with it.
 *
 *     lexicon-check [--all] FOLDER        the whole lexicon; --all: every mistake, not only the first
 *     lexicon-check [--all] --file FILE   one file; roles, lists and codes may be defined elsewhere
 *
 * Exit status: 0 good, 1 mistakes, 2 wrong call. */
#include "lexicon/check.h"
#include <stdio.h>
#include <time.h>

static void print_mistake(void *ctx, const dem_error *mistake)
{
    (void)ctx;
    dem_buf b = {0};
    dem_error_add(&b, mistake);
    puts(b.p);
    dem_buf_release(&b);
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

int main(int argc, char **argv)
{
    dem_lexicon_options options = {.report = print_mistake};
    const char *path = NULL;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--all") == 0)
            options.all = true;
        else if (strcmp(argv[i], "--file") == 0)
            options.alone = true;
        else
            path = argv[i];
    }
    if (!path) {
        fputs("usage: lexicon-check [--all] FOLDER | [--all] --file FILE\n", stderr);
        return 2;
    }
    dem_lexicon *lex;
    dem_error err;
    double start = now();
    dem_status st = dem_lexicon_load_with(&lex, path, &options, &err);
    double spent = now() - start;
    if (st != DEM_OK) {
        if (st != DEM_E_LEXICON || !err.line) print_mistake(NULL, &err);
        return 1;
    }
    dem_lexicon_size s = dem_lexicon_count(lex);
    printf("%u files: %u countries, %u persons, %u offices, %u groups, %u roles, %u names, %u frames, %u "
           "examples, "
           "%u lists\n%s\nloaded in %.1f ms\n",
           s.files, s.countries, s.persons, s.offices, s.groups, s.roles, s.names, s.frames, s.examples,
           s.lists, dem_lexicon_hash(lex), spent);
    dem_lexicon_free(lex);
    return 0;
}
