/* Where records go: the choice by options, and what is written. */
#include "../out/sample.h"
#include "cli/data.h"
#include "cli/sink.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static const struct {
    const char *why, *path, *format;
    dem_status status;
    const char *writer; /* NULL = store */
} CHOICES[] = {
    {"standard output that is no terminal", NULL, NULL, DEM_OK, "jsonl"},
    {"- is standard output", "-", NULL, DEM_OK, "jsonl"},
    {"the format named", "-", "table", DEM_OK, "table"},
    {"the format named wins over the ending", "a.jsonl", "conllu", DEM_OK, "conllu"},
    {"an ending", "dir.db/a.conllu", NULL, DEM_OK, "conllu"},
    {"an unknown ending", "a.out", NULL, DEM_OK, "jsonl"},
    {"a store", "a.db", NULL, DEM_OK, NULL},
    {"a store by another ending", "a.sqlite3", NULL, DEM_OK, NULL},
    {"a store has no format", "a.db", "jsonl", DEM_E_USAGE, NULL},
    {"no such format", "a.db.txt", "xml", DEM_E_USAGE, NULL},
};

static void test_choose(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CHOICES / sizeof *CHOICES; i++) {
        dem_sink s;
        dem_error err = {0};
        dem_status st = dem_sink_choose(&s, DEM_WRITERS, CHOICES[i].path, CHOICES[i].format, &err);
        const char *writer = s.writer ? s.writer->name : "store", *wanted = CHOICES[i].writer;
        if (st != CHOICES[i].status || (st == DEM_OK && strcmp(writer, wanted ? wanted : "store") != 0))
            fail_msg("%s: %d, %s", CHOICES[i].why, st, writer);
        if (st != DEM_OK) assert_true(err.text[0] != 0);
    }
}

static char folder[] = "/tmp/demarche-sink-XXXXXX";

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}
static int remove_folder(void **state)
{
    (void)state;
    return rmdir(folder);
}

/* Puts the sample and closes; how many records are known to be there already. */
static unsigned put_sample(const char *path, size_t *rendered)
{
    sample s;
    sample_init(&s);
    dem_sink sink;
    dem_buf b = {0};
    dem_out_item item = {.report = &s.report, .events = &s.events};
    bool known = false;
    assert_int_equal(dem_sink_choose(&sink, DEM_WRITERS, path, NULL, NULL), DEM_OK);
    assert_int_equal(dem_sink_open(&sink, &s.coder, false, NULL), DEM_OK);
    dem_sink_render(&sink, &item, &b);
    *rendered = b.n;
    bool before = dem_sink_has(&sink, s.report.id);
    assert_int_equal(dem_sink_put(&sink, &item, &known, NULL), DEM_OK);
    assert_int_equal(dem_sink_write(&sink, &b, NULL), DEM_OK);
    assert_int_equal(known, before);
    assert_int_equal(dem_sink_close(&sink, NULL), DEM_OK);
    dem_buf_release(&b);
    return known;
}

static void test_file(void **state)
{
    (void)state;
    char path[64];
    struct stat st;
    size_t n = 0;
    snprintf(path, sizeof path, "%s/a.jsonl", folder);
    for (int i = 0; i < 2; i++) { /* the second time it is written anew */
        assert_false(put_sample(path, &n));
        assert_int_equal(stat(path, &st), 0);
        assert_true(n > 1000);
        assert_int_equal(st.st_size, n);
    }
    unlink(path);
}

static void test_store(void **state)
{
    (void)state;
    char path[64];
    size_t n = 0;
    snprintf(path, sizeof path, "%s/a.db", folder);
    assert_false(put_sample(path, &n));
    assert_true(put_sample(path, &n));
    assert_int_equal(n, 0);
    unlink(path);
}

static void test_full_disk(void **state)
{
    (void)state;
    sample s;
    sample_init(&s);
    dem_sink sink;
    dem_buf b = {0};
    dem_error err = {0};
    dem_out_item item = {.report = &s.report, .events = &s.events};
    assert_int_equal(dem_sink_choose(&sink, DEM_WRITERS, "/dev/full", NULL, NULL), DEM_OK);
    assert_int_equal(dem_sink_open(&sink, &s.coder, false, NULL), DEM_OK);
    dem_sink_render(&sink, &item, &b);
    assert_int_equal(dem_sink_write(&sink, &b, &err), DEM_E_IO);
    assert_string_equal(err.text, "cannot write: No space left on device");
    dem_sink_close(&sink, NULL);
    dem_buf_release(&b);
}

static void test_data_dir(void **state)
{
    (void)state;
    dem_arena a;
    dem_arena_init(&a, 0);
    setenv("DEMARCHE_DATA", "/from/environment", 1);
    assert_string_equal(dem_data_dir(&a, "/given"), "/given");
    assert_string_equal(dem_data_dir(&a, NULL), "/from/environment");
    unsetenv("DEMARCHE_DATA");
    char file[512];
    snprintf(file, sizeof file, "%s/lexicon", dem_data_dir(&a, NULL));
    assert_int_equal(access(file, R_OK), 0);
    dem_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_choose),    cmocka_unit_test(test_file),     cmocka_unit_test(test_store),
        cmocka_unit_test(test_full_disk), cmocka_unit_test(test_data_dir),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
