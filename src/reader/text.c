/* reader/text.c - a file that is one report. */
#include "reader/format.h"

static bool probe(dem_str head, dem_str name)
{
    (void)head, (void)name;
    return true; /* the last resort: whatever is nothing else */
}

static void open_text(dem_source *s)
{
    s->state = s; /* not NULL: the report is still to come */
}

static dem_status next(dem_source *s, dem_arena *arena, dem_report *report, dem_error *err)
{
    if (!s->state) return DEM_END;
    s->state = NULL;
    dem_str bytes;
    dem_status st = dem_input_all(s->in, DEM_MAX_TEXT, arena, &bytes, err);
    if (st != DEM_OK) return st;
    report->text = dem_source_decode(s, arena, bytes, (dem_str){NULL, 0}, 0, &report->bytes);
    if (s->bytes.n) report->bytes = dem_offsets_copy(arena, s->bytes);
    report->id = s->id;
    return DEM_OK;
}

static void close_text(dem_source *s)
{
    s->state = NULL;
}

const dem_format dem_format_text = {.name = "text",
                                    .what = "plain text, one report a file",
                                    .probe = probe,
                                    .open = open_text,
                                    .next = next,
                                    .close = close_text};
