/* reader/html.c - a file that is one saved page. Which reports are in it is found out later (unfold.h). */
#include "base/utf8.h"
#include "reader/format.h"

static bool starts_tag(dem_str s, const char *tag)
{
    size_t n = strlen(tag);
    return s.n > n && s.p[0] == '<' && dem_str_ieq(dem_str_sub(s, 1, n + 1), dem_str_from(tag));
}

/* Behind "<!-- ... -->", "<?xml ...?>" and blanks. */
static dem_str behind_preamble(dem_str s)
{
    for (;;) {
        s = dem_str_trim(s);
        dem_str close = dem_str_starts(s, DEM_STR("<!--")) ? DEM_STR("-->")
                        : dem_str_starts(s, DEM_STR("<?")) ? DEM_STR("?>")
                                                            : DEM_STR("");
        if (!close.n) return s;
        s = dem_str_sub(s, dem_str_find(s, close) + close.n, s.n);
    }
}

static bool probe(dem_str head, dem_str name)
{
    static const char *const ENDINGS[] = {".html", ".htm", ".xhtml", ".shtml"};
    static const char *const TAGS[] = {"!doctype html", "html", "head", "body", "meta", "title"};
    if (dem_source_named(name, ENDINGS, sizeof ENDINGS / sizeof *ENDINGS)) return true;
    dem_str s = behind_preamble(dem_utf8_without_bom(head));
    for (size_t i = 0; i < sizeof TAGS / sizeof *TAGS; i++)
        if (starts_tag(s, TAGS[i])) return true;
    return false;
}

static void open_html(dem_source *s)
{
    s->state = s; /* not NULL: the page is still to come */
}

static dem_status next(dem_source *s, dem_arena *arena, dem_report *report, dem_error *err)
{
    if (!s->state) return DEM_END;
    s->state = NULL;
    report->id = s->id;
    return dem_input_all(s->in, DEM_MAX_TEXT, arena, &s->page, err);
}

static void close_html(dem_source *s)
{
    s->state = NULL;
}

const dem_format dem_format_html = {.name = "html",
                                    .what = "a saved page a file; a live page gives several reports",
                                    .probe = probe,
                                    .open = open_html,
                                    .next = next,
                                    .close = close_html};
