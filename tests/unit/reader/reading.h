/* Reads a file and writes down what came: "{id|published|title|publisher|author|language|line|text}" for a report, fields that
 * are not known left empty, "<status line: text>" for an error, "(line: text)" for a notice. */
#ifndef TESTS_READER_READING_H
#define TESTS_READER_READING_H
#include "../base/temp.h"
#include "base/buf.h"
#include "reader/reader.h"

static inline void reading_notice(void *ctx, const dem_error *e)
{
    assert_true(e->source[0]);
    dem_buf_addf(ctx, "(%llu: %s)", (unsigned long long)e->line, e->text);
}

static inline void reading_add(dem_buf *out, dem_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '\n' || s.p[i] == '\r') dem_buf_addz(out, s.p[i] == '\n' ? "\\n" : "\\r");
        else dem_buf_addc(out, s.p[i]);
    }
}

static inline void reading_report(dem_buf *out, const dem_report *r)
{
    assert_int_equal(r->day == DEM_DATE_NONE, r->published.n == 0);
    bool header = r->published.n && strcmp(r->published_from, "header") == 0;
    assert_true(header || (r->published.n ? strcmp(r->published_from, "field") == 0 : !r->published_from));
    assert_int_equal(r->published_sure, r->published.n == 0 ? 0 : header ? 98 : 99);
    dem_buf_addf(out, "{%.*s|%.*s|%.*s|%.*s|%.*s|%.*s|%llu|", DEM_STR_ARG(r->id), DEM_STR_ARG(r->published),
                 DEM_STR_ARG(r->title), DEM_STR_ARG(r->publisher), DEM_STR_ARG(r->author),
                 DEM_STR_ARG(r->language), (unsigned long long)r->line);
    reading_add(out, r->text);
    dem_buf_addc(out, '}');
}

/* All that `path` gives; what is in `out` stays. */
static inline void reading_all(dem_buf *out, const char *path, const dem_reader_options *options)
{
    dem_reader *r;
    dem_arena a = {0};
    dem_report rep;
    dem_error err;
    dem_status st;
    assert_int_equal(dem_reader_open(&r, &path, 1, options, &err), DEM_OK);
    dem_reader_on_notice(r, reading_notice, out);
    while ((st = dem_reader_next(r, &a, &rep, &err)) != DEM_END) {
        if (st == DEM_OK) reading_report(out, &rep);
        else dem_buf_addf(out, "<%s %llu: %s>", dem_status_word(st), (unsigned long long)err.line, err.text);
        dem_arena_reset(&a);
    }
    dem_reader_close(r);
    dem_arena_release(&a);
}

/* A file of these bytes must give that. */
static inline void reading_check(temp *files, const char *why, const char *name, dem_str bytes,
                                 const dem_reader_options *options, const char *want)
{
    dem_buf got = {0};
    reading_all(&got, temp_file(files, name, bytes), options);
    check_str(why, dem_buf_str(&got), want);
    dem_buf_release(&got);
    remove(files->path);
}

#endif
