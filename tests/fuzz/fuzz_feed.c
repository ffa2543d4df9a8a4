/* fuzz_feed.c - any bytes as a feed: what is handed out must be what feed.h promises. */
#include "base/utf8.h"
#include "feed/alternate.h"
#include "feed/date.h"
#include "feed/feed.h"
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool holds, const char *what)
{
    if (holds) return;
    fprintf(stderr, "fuzz_feed: %s\n", what);
    abort();
}

static bool is_line(dem_str s)
{
    return s.n <= DEM_FEED_MAX_LINE && dem_utf8_valid(s) && (!s.n || !memchr(s.p, '\n', s.n));
}

static bool is_address(dem_str s)
{
    bool web = dem_str_ieq(dem_str_sub(s, 0, 7), DEM_STR("http://")) ||
               dem_str_ieq(dem_str_sub(s, 0, 8), DEM_STR("https://"));
    return !s.n || (web && s.n <= DEM_FEED_MAX_ADDRESS && dem_utf8_valid(s));
}

/* As dates are written in records: a day, and a time only with its zone. */
static bool is_date(dem_str s)
{
    return !s.n || s.n == 10 || s.n == 20 || s.n == 25;
}

static void check_entry(const dem_feed *f, const dem_feed_entry *e)
{
    demand(is_line(e->title) && is_line(e->author) && is_line(e->publisher), "a line that is none");
    demand(is_line(e->language), "a language that is no line");
    demand(is_address(e->link), "an address that is none");
    demand(dem_utf8_valid(e->id), "an id that is not UTF-8");
    demand(is_date(e->published), "a date that is none");
    demand(e->html.n <= DEM_FEED_MAX_HTML && dem_utf8_valid(e->html), "a text that is too long or not UTF-8");
    demand(f->kind != DEM_FEED_INDEX || !e->html.n, "an index with texts");
}

static void check_feed(dem_arena *arena, dem_str bytes, dem_str url)
{
    dem_feed f = {0};
    dem_error err = {0};
    dem_status st = dem_feed_read(arena, bytes, url, &f, &err);
    demand(st == DEM_OK || st == DEM_E_FORMAT || st == DEM_E_LIMIT, "a status that is not promised");
    demand((st == DEM_OK) == (err.code == DEM_OK), "an error without a word");
    if (st != DEM_OK) return;
    demand(f.n_entries <= DEM_FEED_MAX_ENTRIES, "more entries than the limit");
    demand(is_line(f.title) && is_address(f.link), "a channel's line or address that is none");
    for (uint32_t i = 0; i < f.n_entries; i++) check_entry(&f, &f.entry[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const dem_str URL = {"https://news.example/feeds/world.xml", 36};
    dem_str bytes = {(const char *)data, size};
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_feed_probe(bytes);
    check_feed(&arena, bytes, URL);
    check_feed(&arena, bytes, (dem_str){NULL, 0});
    dem_feed_alternates found = dem_feed_alternates_of(&arena, bytes, URL);
    for (unsigned i = 0; i < found.n; i++)
        demand(found.at[i].n && is_address(found.at[i]), "a feed's address that is none");
    dem_str date = dem_feed_date(&arena, bytes);
    demand(is_date(date), "a date that is none");
    dem_feed_seconds(bytes);
    dem_arena_release(&arena);
    return 0;
}
