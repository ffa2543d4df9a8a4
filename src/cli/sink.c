/* cli/sink.c - see sink.h. Each report is written at once and with one call: what is cut off by a crash
 * ends with a whole report, and a slow pipe is never kept waiting for a full buffer. */
#include "cli/sink.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct {
    const char *ending, *writer; /* NULL = store */
} ENDINGS[] = {
    {".db", NULL},        {".sqlite", NULL}, {".sqlite3", NULL},    {".jsonl", "jsonl"},
    {".ndjson", "jsonl"}, {".txt", "table"}, {".conllu", "conllu"}, {".tsv", "tsv"},
};

/* The row of ENDINGS, or -1. */
static int ending_of(const char *path)
{
    for (size_t i = 0; path && i < sizeof ENDINGS / sizeof *ENDINGS; i++)
        if (dem_str_ends(dem_str_from(path), dem_str_from(ENDINGS[i].ending))) return (int)i;
    return -1;
}

static const dem_writer *default_writer(const dem_writer *writers, const char *path, int ending)
{
    const char *name = ending >= 0 ? ENDINGS[ending].writer : !path && isatty(STDOUT_FILENO) ? "table" : "";
    const dem_writer *of_name = dem_writer_find(writers, dem_str_from(name));
    return of_name ? of_name : writers;
}

dem_status dem_sink_choose(dem_sink *s, const dem_writer *writers, const char *path, const char *format,
                           dem_error *err)
{
    bool standard = !path || strcmp(path, "-") == 0;
    *s = (dem_sink){.path = standard ? NULL : path, .fd = -1};
    int ending = ending_of(s->path);
    bool store = ending >= 0 && !ENDINGS[ending].writer;
    if (store && writers != DEM_WRITERS)
        return dem_fail(err, DEM_E_USAGE, dem_str_from(path), 0, 0, "a store has records only");
    if (store && format) return dem_fail(err, DEM_E_USAGE, dem_str_from(path), 0, 0, "a store has no --format");
    if (store) return DEM_OK;
    s->writer =
        format ? dem_writer_find(writers, dem_str_from(format)) : default_writer(writers, s->path, ending);
    return s->writer
               ? DEM_OK
               : dem_fail(err, DEM_E_USAGE, DEM_STR(""), 0, 0, "no output format is called \"%s\"", format);
}

static uint32_t width_of(int fd)
{
    struct winsize w;
    return isatty(fd) && ioctl(fd, TIOCGWINSZ, &w) == 0 ? w.ws_col : 0;
}

static dem_status failed(const dem_sink *s, const char *what, dem_error *err)
{
    if (errno == EPIPE) return DEM_END;
    return dem_fail(err, DEM_E_IO, dem_str_from(s->path ? s->path : "standard output"), 0, 0, "%s: %m", what);
}

static dem_status write_all(const dem_sink *s, const dem_buf *b, dem_error *err)
{
    for (size_t at = 0; at < b->n;) {
        ssize_t n = write(s->fd, b->p + at, b->n - at);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return failed(s, "cannot write", err);
        at += (size_t)n;
    }
    return DEM_OK;
}

/* What stands before or after all reports. */
static dem_status write_frame(const dem_sink *s, void (*part)(dem_buf *, const dem_out_style *), dem_error *err)
{
    dem_buf b = {0};
    if (part) part(&b, &s->style);
    dem_status st = write_all(s, &b, err);
    dem_buf_release(&b);
    return st;
}

dem_status dem_sink_open(dem_sink *s, const dem_coder *coder, bool no_text, dem_error *err)
{
    s->style = (dem_out_style){.coder = coder, .no_text = no_text};
    if (!s->writer) return dem_store_open(&s->store, s->path, coder, err);
    s->fd = s->path ? open(s->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666) : STDOUT_FILENO;
    if (s->fd < 0) return failed(s, "cannot open", err);
    s->style.width = width_of(s->fd);
    return write_frame(s, s->writer->begin, err);
}

bool dem_sink_has(dem_sink *s, dem_str report_id)
{
    return s->store && dem_store_has(s->store, report_id);
}

void dem_sink_render(const dem_sink *s, const dem_out_item *item, dem_buf *b)
{
    if (s->writer) s->writer->report(b, &s->style, item);
}

dem_status dem_sink_put(dem_sink *s, const dem_out_item *item, bool *known, dem_error *err)
{
    *known = false;
    if (!s->store) return DEM_OK;
    return dem_store_put(s->store, item->report, item->events, s->style.no_text, known, err);
}

dem_status dem_sink_write(dem_sink *s, const dem_buf *rendered, dem_error *err)
{
    return s->store ? DEM_OK : write_all(s, rendered, err);
}

dem_status dem_sink_close(dem_sink *s, dem_error *err)
{
    if (!s->writer) return dem_store_close(s->store, err);
    dem_status st = write_frame(s, s->writer->end, err);
    if (s->path && close(s->fd) != 0 && st == DEM_OK) st = failed(s, "cannot write", err);
    return st;
}
