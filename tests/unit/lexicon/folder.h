/* folder.h - a lexicon of a few lines in a folder of its own, for tests. */
#ifndef TEST_LEXICON_FOLDER_H
#define TEST_LEXICON_FOLDER_H
#include "lexicon/check.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h> /* needs setjmp.h and stdarg.h before it */

typedef struct folder {
    char path[64];
    char file[4][96];
    int n_files;
} folder;

static inline void folder_open(folder *f)
{
    *f = (folder){.path = "/tmp/dem-lexicon-XXXXXX"};
    assert_non_null(mkdtemp(f->path));
}
/* `name` has no slash: the order of names is the order of reading. */
static inline void folder_write(folder *f, const char *name, const char *text)
{
    char path[sizeof f->file[0]];
    snprintf(path, sizeof path, "%.63s/%.30s", f->path, name);
    memcpy(f->file[f->n_files++], path, sizeof path);
    FILE *out = fopen(path, "w");
    assert_non_null(out);
    assert_int_equal(fwrite(text, 1, strlen(text), out), strlen(text));
    fclose(out);
}
static inline void folder_close(folder *f)
{
    while (f->n_files) unlink(f->file[--f->n_files]);
    rmdir(f->path);
}

/* The lexicon that `text` makes; the test fails if it does not load. */
static inline dem_lexicon *lexicon_of(const char *text)
{
    folder f;
    dem_lexicon *lex;
    dem_error err;
    folder_open(&f);
    folder_write(&f, "a.txt", text);
    dem_status st = dem_lexicon_load(&lex, f.path, &err);
    folder_close(&f);
    if (st != DEM_OK) fail_msg("line %d: %s", (int)err.line, err.text);
    return lex;
}

enum { MAX_WORDS = 32 };
/* Cuts `text` at blanks: the tokens. */
static inline uint32_t words_of(const char *text, dem_str out[MAX_WORDS])
{
    dem_str rest = dem_str_from(text);
    uint32_t n = 0;
    while (n < MAX_WORDS && dem_str_next(&rest, ' ', &out[n])) n++;
    return n;
}

#endif
