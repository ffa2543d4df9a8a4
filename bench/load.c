/* load.c - what it costs to load the lexicon, against reading and hashing the same bytes.
 *
 *     load FOLDER
 *
 * Both are done by turns, each time in a process of its own, which begins without memory as the program does;
 * the fastest of all turns count. Processor time, since other work on the machine makes the wall clock say little. */
#include "base/input.h"
#include "base/paths.h"
#include "base/sha256.h"
#include "lexicon/lexicon.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TURNS = 25, MAX_FILE = 16 << 20 };

static dem_status load(const char *folder, dem_error *err)
{
    dem_lexicon *l = NULL;
    dem_status st = dem_lexicon_load(&l, folder, err);
    dem_lexicon_free(l);
    return st;
}

/* The least that any way of loading must do. */
static dem_status only_read(const char *folder, dem_error *err)
{
    dem_arena arena;
    dem_sha256 hash;
    char hex[65];
    dem_status st = DEM_OK;
    dem_arena_init(&arena, 1 << 20);
    dem_sha256_init(&hash);
    dem_paths paths = dem_paths_find(&arena, folder);
    for (size_t i = 0; st == DEM_OK && i < paths.n; i++) {
        dem_str text;
        st = dem_input_file(paths.at[i].p, MAX_FILE, &arena, &text, err);
        if (st == DEM_OK) dem_sha256_add(&hash, text);
    }
    dem_sha256_hex(&hash, hex);
    dem_arena_release(&arena);
    return st;
}

static double milliseconds(struct timeval t)
{
    return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3;
}

/* The processor time of one turn, or < 0 if it failed; *peak becomes the memory in KiB. */
static double turn(dem_status (*work)(const char *folder, dem_error *err), const char *folder, long *peak)
{
    struct rusage used;
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        dem_error err = {0};
        if (work(folder, &err) == DEM_OK) _exit(0);
        fprintf(stderr, "load: %s: %s\n", err.source, err.text);
        _exit(1);
    }
    if (child < 0 || wait4(child, &status, 0, &used) < 0 || status) return -1;
    *peak = used.ru_maxrss;
    return milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
}

int main(int argc, char **argv)
{
    double best[2] = {1e9, 1e9};
    long peak[2] = {0, 0};
    if (argc != 2) {
        fprintf(stderr, "usage: load FOLDER\n");
        return 2;
    }
    for (int i = 0; i < 2 * TURNS; i++) {
        double t = turn(i % 2 ? load : only_read, argv[1], &peak[i % 2]);
        if (t < 0) return 1;
        if (t < best[i % 2]) best[i % 2] = t;
    }
    printf("lexicon: loaded in %.1f ms, read and hashed in %.1f ms: x %.1f; %.1f MiB\n", best[1], best[0],
           best[1] / best[0], (double)peak[1] / 1024);
    return 0;
}
