/* reader/unfold.c - see unfold.h. */
#include "reader/unfold.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "charset/clean.h"
#include "charset/declared.h"
#include "charset/decode.h"
#include "page/fragment.h"
#include "page/page.h"
#include "reader/foreign.h"
#include "reader/zones.h"
#include <stdlib.h>

struct dem_unfolder {
    const dem_languages *languages;
    bool any_language;
};

/* One item being unfolded. */
typedef struct unfolding {
    const dem_unfolder *u;
    dem_arena *arena;
    const dem_item *item;
    DEM_VEC(dem_report) report;
    DEM_VEC(dem_str) foreign;
    dem_notice_fn *notice;
    void *notice_ctx;
} unfolding;

dem_unfolder *dem_unfolder_new(const dem_languages *languages, bool any_language)
{
    dem_unfolder *u = dem_xalloc(sizeof *u);
    *u = (dem_unfolder){languages, any_language};
    return u;
}

void dem_unfolder_free(dem_unfolder *u)
{
    free(u);
}

static void note_bad(const unfolding *x, size_t n)
{
    dem_error e;
    const dem_report *r = &x->item->report;
    if (!x->notice || n == 0) return;
    dem_fail(&e, DEM_E_FORMAT, r->source, r->line, 0, "%zu bytes are no characters, each replaced by U+FFFD",
             n);
    x->notice(x->notice_ctx, &e);
}

/* ---- cleaning ---------------------------------------------------------------------------------------------------- */

/* The offset in the clean text of what stood at `at`: the first that leads back there or behind it. */
static uint32_t forward(const dem_offsets *map, uint32_t n_clean, uint32_t at)
{
    uint32_t low = 0, high = n_clean;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (dem_offsets_start(map, middle) < at) low = middle + 1;
        else high = middle;
    }
    return low;
}

static void move_zones(dem_report *r, const dem_offsets *map)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < r->n_zones; i++) {
        dem_zone z = r->zones[i];
        z.start = forward(map, (uint32_t)r->text.n, z.start);
        z.end = forward(map, (uint32_t)r->text.n, z.end);
        if (z.start < z.end) r->zones[n++] = z;
    }
    r->n_zones = n;
}

/* What is told beside the text; nothing points into it. */
static void clean_fields(dem_arena *arena, dem_report *r)
{
    dem_str *const FIELDS[] = {&r->title, &r->author, &r->publisher};
    for (size_t i = 0; i < sizeof FIELDS / sizeof *FIELDS; i++) {
        dem_offsets map;
        *FIELDS[i] = dem_charset_clean(arena, *FIELDS[i], DEM_CLEAN_ALL, &map, NULL);
    }
}

void dem_unfold_clean(dem_arena *arena, dem_report *r, bool page)
{
    dem_offsets map = {0};
    clean_fields(arena, r);
    unsigned what = page ? DEM_CLEAN_ALL & ~(unsigned)DEM_CLEAN_ENTITIES : DEM_CLEAN_ALL;
    dem_str given = r->text;
    r->text = dem_charset_clean(arena, given, what, &map, NULL);
    if (r->text.p == given.p) return;
    if (page) {
        move_zones(r, &map); /* the text of a page is what we make of it: there is no other to point at */
        return;
    }
    r->given = given;
    r->origin = map;
}

/* ---- language ---------------------------------------------------------------------------------------------------- */

static bool same_language(dem_str tag, const char *code)
{
    size_t n = strlen(code);
    bool apart = tag.n == n || (tag.n > n && (tag.p[n] == '-' || tag.p[n] == '_'));
    return apart && dem_str_ieq(dem_str_sub(tag, 0, n), dem_str_from(code));
}

/* False if it is in a language that is not coded, which is *foreign then. */
static bool is_coded(const unfolding *x, dem_report *r, dem_str *foreign)
{
    dem_language l = dem_language_with(x->u->languages, r->text, r->language);
    bool english = !l.code[0] || strcmp(l.code, "en") == 0;
    bool page = x->item->page.p != NULL;
    if (l.code[0] && ((page && !r->language.n) || (r->language.n && !same_language(r->language, l.code))))
        r->language = dem_arena_str(x->arena, dem_str_from(l.code));
    if (!english) *foreign = dem_arena_str(x->arena, dem_str_from(l.code));
    return english || x->u->any_language;
}

/* ---- reports ----------------------------------------------------------------------------------------------------- */

static void keep(unfolding *x, dem_report r)
{
    bool page = x->item->page.p != NULL;
    dem_unfold_clean(x->arena, &r, page);
    if (dem_utf8_only_blanks(r.text)) return;
    dem_str foreign = {0};
    if (!is_coded(x, &r, &foreign)) {
        dem_vec_push(x->arena, &x->foreign, foreign);
        return;
    }
    r.zoned = page; /* its markup has told */
    dem_zones_find(x->arena, &r);
    if (!x->u->any_language) dem_foreign_mark(x->arena, x->u->languages, &r);
    dem_vec_push(x->arena, &x->report, r);
}

/* What the page says of itself, under what the container knew. */
static dem_report merged(const unfolding *x, const dem_report *found)
{
    const dem_report *known = &x->item->report;
    dem_report r = *found;
    r.source = known->source;
    r.line = known->line;
    r.id = found->id.n ? dem_arena_printf(x->arena, "%.*s.%.*s", DEM_STR_ARG(known->id), DEM_STR_ARG(found->id))
                       : known->id;
    if (!r.url.n) r.url = known->url;
    if (!r.title.n) r.title = known->title;
    if (!r.author.n) r.author = known->author;
    if (!r.publisher.n) r.publisher = known->publisher;
    if (!r.language.n) r.language = known->language;
    if (known->published.n) {
        r.published = known->published;
        r.published_from = known->published_from;
        r.published_sure = known->published_sure;
    }
    r.day = r.published.n ? dem_date_parse(r.published) : DEM_DATE_NONE;
    return r;
}

static dem_status located(const unfolding *x, dem_status st, const dem_error *why, dem_error *err)
{
    const dem_report *r = &x->item->report;
    return dem_fail(err, st, r->source, r->line, 0, "%s", why->text);
}

static dem_status unfold_page(unfolding *x, dem_error *err)
{
    const dem_item *item = x->item;
    dem_decoded html;
    dem_page page = {0};
    dem_report fragment = {0};
    dem_error why = {0};
    bool whole = !dem_str_eq(item->type, DEM_FRAGMENT_TYPE);
    dem_str declared = dem_charset_content_type(item->type);
    if (!declared.n) declared = dem_charset_declared(item->page);
    dem_status st = dem_charset_decode(x->arena, item->page, declared, &html);
    if (st != DEM_OK) return dem_fail(err, st, item->report.source, item->report.line, 0, "page too long");
    note_bad(x, html.bad);
    if (whole) st = dem_page_read(x->arena, html.text, item->report.url, &page, &why);
    else st = dem_page_fragment(x->arena, html.text, &fragment, &why);
    if (st != DEM_OK) return located(x, st, &why, err);
    if (!whole) page = (dem_page){.report = &fragment, .n = 1};
    for (uint32_t i = 0; i < page.n; i++) keep(x, merged(x, &page.report[i]));
    return DEM_OK;
}

dem_status dem_unfold(dem_unfolder *u, dem_arena *arena, const dem_item *item, dem_unfolded *out,
                      dem_notice_fn *notice, void *notice_ctx, dem_error *err)
{
    unfolding x = {.u = u, .arena = arena, .item = item, .notice = notice, .notice_ctx = notice_ctx};
    dem_status st = DEM_OK;
    if (item->page.p) st = unfold_page(&x, err);
    else keep(&x, item->report);
    if (st == DEM_OK && x.report.n == 0 && x.foreign.n == 0)
        st = dem_fail(err, DEM_E_FORMAT, item->report.source, item->report.line, 0, "empty: no text");
    *out = (dem_unfolded){x.report.at, (uint32_t)x.report.n, x.foreign.at, (uint32_t)x.foreign.n};
    return st;
}
