/* fuzz_page.c - any bytes as an HTML page: reading it must end, and what it hands out must be sound reports. */
#include "base/utf8.h"
#include "page/page.h"
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool holds, const char *what)
{
    if (holds) return;
    fprintf(stderr, "fuzz_page: %s\n", what);
    abort();
}

static void check_zones(const dem_report *r)
{
    uint32_t end = 0;
    for (uint32_t i = 0; i < r->n_zones; i++) {
        const dem_zone *z = &r->zones[i];
        demand(z->start >= end && z->end > z->start && z->end <= r->text.n, "zones out of order");
        demand(z->kind != DEM_ZONE_BODY && z->kind < DEM_ZONE_COUNT, "a zone of no kind");
        demand(dem_str_trim(dem_str_sub(r->text, z->start, z->end)).n == z->end - z->start,
               "a zone with blanks at its ends");
        end = z->end;
    }
}

static void check_report(const dem_report *r)
{
    const dem_str fields[] = {r->text,      r->id,     r->url,       r->title,
                              r->publisher, r->author, r->published, r->language};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        demand(dem_utf8_valid(fields[i]), "a field that is not UTF-8");
    demand(r->text.n > 0 && r->text.n <= DEM_MAX_TEXT, "no text, or too much");
    demand(r->published.n == 0 || dem_date_parse(r->published) != DEM_DATE_NONE, "a day that is none");
    demand((r->published.n > 0) == (r->published_from != NULL), "a day from nowhere");
    check_zones(r);
}

static void check_ids(const dem_page *page)
{
    for (uint32_t i = 0; page->n > 1 && i < page->n; i++) {
        demand(page->report[i].id.n > 0, "an entry without a name");
        for (uint32_t k = 0; k < i; k++)
            demand(!dem_str_eq(page->report[i].id, page->report[k].id), "two entries of one name");
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    dem_arena arena;
    dem_page page;
    dem_error err = {0};
    dem_arena_init(&arena, 0);
    dem_str html = dem_utf8_repair(&arena, (dem_str){(const char *)data, size}, NULL);
    dem_status st = dem_page_read(&arena, html, DEM_STR("https://gazette.example/2024/05/06/a"), &page, &err);
    demand(st == DEM_OK || st == DEM_E_FORMAT || st == DEM_E_LIMIT, "another error");
    demand((st == DEM_OK) == (page.n > 0) && (st == DEM_OK || err.text[0]), "neither report nor reason");
    for (uint32_t i = 0; i < page.n; i++) check_report(&page.report[i]);
    check_ids(&page);
    dem_arena_release(&arena);
    return 0;
}
