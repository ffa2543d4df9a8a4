/* fuzz_lang.c - any bytes through splitting, tokens, tags and trees: sentences cover the text in order, every tree
 * is a tree. Needs the data folder: $DEMARCHE_DATA, or DEM_TEST_DATA. */
#include "base/utf8.h"
#include "lang/lang.h"
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool good, const char *what, const char *why)
{
    if (good) return;
    fprintf(stderr, "fuzz_lang: %s: %s\n", what, why);
    abort();
}

static dem_lang *workspace(void)
{
    static dem_model *model;
    static dem_lang *only;
    if (!only) {
        const char *folder = getenv("DEMARCHE_DATA");
        char path[4096];
        dem_error err = {0};
        snprintf(path, sizeof path, "%s/model/english.dem", folder ? folder : DEM_TEST_DATA);
        demand(dem_model_open(&model, path, &err) == DEM_OK, "no model", err.text);
        only = dem_lang_new(model);
    }
    return only;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    dem_arena arena;
    dem_arena_init(&arena, 0);
    const dem_report report = {.text = dem_utf8_repair(&arena, (dem_str){(const char *)data, size}, NULL)};
    dem_sentence *s = NULL;
    uint32_t n = 0, end = 0;
    if (report.text.n && report.text.n <= DEM_MAX_TEXT) dem_split(&arena, &report, &s, &n);
    dem_lang_analyse(workspace(), &arena, report.text, s, n);
    for (uint32_t i = 0; i < n; i++) {
        dem_error err = {0};
        demand(s[i].start >= end && s[i].end > s[i].start, "split", "sentences out of order");
        end = s[i].end;
        demand(dem_sentence_check(&s[i], report.text, &err) == DEM_OK, "sentence", err.text);
    }
    dem_arena_release(&arena);
    return 0;
}
