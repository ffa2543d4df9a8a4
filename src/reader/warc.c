/* reader/warc.c - a web archive: a page for each HTML document that a server gave, a report for each plain text. What else
 * is in it (pictures, scripts, redirects, errors, requests, feeds) is passed over without a word. */
#include "base/sha256.h"
#include "feed/feed.h"
#include "reader/format.h"
#include "warc/warc.h"
#include <stdlib.h>

typedef struct state {
    dem_warc *warc;
    dem_arena arena; /* of one record: most are not kept */
} state;

static bool probe(dem_str head, dem_str name)
{
    (void)name;
    return dem_warc_probe(head);
}

static void open_warc(dem_source *s)
{
    state *w = dem_xalloc(sizeof *w);
    dem_arena_init(&w->arena, 0);
    dem_warc_open(&w->warc, s->in, DEM_MAX_TEXT);
    s->state = w;
}

/* The media type alone, without parameters. */
static bool is_media(dem_str media, const char *type)
{
    size_t end = 0;
    while (end < media.n && media.p[end] != ';' && !dem_byte_blank(media.p[end])) end++;
    return dem_str_ieq(dem_str_sub(media, 0, end), dem_str_from(type));
}

static bool is_page(const dem_warc_record *r)
{
    return is_media(r->media, "text/html") || is_media(r->media, "application/xhtml+xml");
}

/* What sites tell to programs is plain text, but nobody's report. */
static bool is_for_robots(dem_str uri)
{
    return dem_str_ends(uri, DEM_STR("/robots.txt")) || dem_str_ends(uri, DEM_STR("/ads.txt"));
}

static bool is_wanted(const dem_warc_record *r)
{
    bool given = r->type != DEM_WARC_RESPONSE || (r->status == 200 && !is_for_robots(r->uri));
    bool readable = given && r->body.n && (is_page(r) || is_media(r->media, "text/plain"));
    /* Servers send feeds as all sorts of things. */
    return readable && !dem_feed_probe(dem_str_sub(r->body, 0, DEM_PROBE_SIZE));
}

/* Address and time name a capture: of a page that was fetched twice there are two. */
static dem_str capture_id(dem_arena *arena, const dem_warc_record *r)
{
    char hex[65];
    dem_sha256 hash;
    dem_sha256_init(&hash);
    dem_sha256_add(&hash, r->uri);
    dem_sha256_add(&hash, DEM_STR(" "));
    dem_sha256_add(&hash, r->date);
    dem_sha256_hex(&hash, hex);
    return dem_arena_printf(arena, "%.16s", hex);
}

/* Of several languages the first, the one that Common Crawl found most of. */
static dem_str main_language(dem_str list)
{
    dem_str first = {NULL, 0};
    dem_str_next(&list, ',', &first);
    return dem_str_trim(first);
}

/* What the feed said that named the page. */
static void set_told(dem_source *s, dem_arena *arena, const dem_warc_record *r, dem_report *report)
{
    const dem_warc_told *t = &r->told;
    const struct {
        dem_str from, *to;
    } FIELDS[] = {{t->title, &report->title},
                  {t->author, &report->author},
                  {t->publisher, &report->publisher},
                  {t->published, &report->published},
                  {r->language.n ? main_language(r->language) : t->language, &report->language}};
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++)
        if (FIELDS[i].from.n)
            *FIELDS[i].to = dem_source_repair(s, arena, dem_arena_str(arena, FIELDS[i].from), r->number);
}

static dem_status next(dem_source *s, dem_arena *arena, dem_report *report, dem_error *err)
{
    state *w = s->state;
    dem_warc_record record;
    dem_status st;
    do {
        dem_arena_reset(&w->arena);
        st = dem_warc_next(w->warc, &w->arena, &record, err);
    } while (st == DEM_OK && !is_wanted(&record));
    if (st != DEM_OK) return st;
    report->line = record.number;
    report->url = dem_source_repair(s, arena, dem_arena_str(arena, record.uri), record.number);
    set_told(s, arena, &record, report);
    if (record.uri.n) report->id = capture_id(arena, &record);
    if (record.cut) dem_source_notice(s, record.number, "the archive has not kept all of it");
    dem_str body = dem_arena_str(arena, record.body);
    s->type = dem_arena_str(arena, record.media);
    if (is_page(&record)) s->page = body;
    else report->text = dem_source_decode(s, arena, body, record.charset, record.number, &report->bytes);
    return DEM_OK;
}

static void close_warc(dem_source *s)
{
    state *w = s->state;
    dem_warc_close(w->warc);
    dem_arena_release(&w->arena);
    free(w);
    s->state = NULL;
}

const dem_format dem_format_warc = {.name = "warc",
                                    .what = "a web archive: the pages and plain texts in it",
                                    .probe = probe,
                                    .open = open_warc,
                                    .next = next,
                                    .close = close_warc};
