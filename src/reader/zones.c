/* reader/zones.c - the order in which zones are looked for: lines by themselves, the title, sections to
 * the end, menus, headings, and at last single sentences inside lines that are otherwise body. */
#include "reader/zones.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "reader/zone_traits.h"

typedef DEM_VEC(dem_zone) zone_list;

static void judge_lines(zone_units us)
{
    for (uint32_t i = 0; i < us.n; i++) zone_judge_line(&us.at[i]);
}

/* The title, perhaps with the name of the paper behind it, wherever it stands before the end. */
static void mark_title(dem_arena *arena, zone_units us, dem_str title)
{
    dem_str key = zone_bare(dem_utf8_fold(arena, title));
    if (key.n < 8) return;
    for (uint32_t i = 0; i < us.n; i++) {
        dem_str line = zone_bare(us.at[i].fold);
        bool same = dem_str_eq(line, key);
        if (!same && !(zone_starts(line, key) && !us.at[i].full && line.n - key.n < 40)) continue;
        us.at[i].kind = same ? DEM_ZONE_HEADING : DEM_ZONE_BOILERPLATE;
        us.at[i].by = ZONE_BY_TITLE;
    }
}

/* First and last unit of running text that is body; false if there is none. */
static bool running_range(zone_units us, uint32_t *first, uint32_t *last)
{
    bool any = false;
    for (uint32_t i = 0; i < us.n; i++) {
        if (us.at[i].kind != DEM_ZONE_BODY || !zone_is_running(&us.at[i])) continue;
        if (!any) *first = i;
        *last = i;
        any = true;
    }
    return any;
}

static bool is_entry(const zone_unit *u)
{
    return zone_is_headish(u) && u->words <= 6;
}

/* Runs of short lines before and behind the running text are menus and lists of links. */
static void mark_menus(zone_units us, uint32_t first, uint32_t last)
{
    enum { MENU = 4 };
    for (uint32_t i = 0; i < us.n;) {
        uint32_t end = i;
        while (end < us.n && (end < first || end > last) && is_entry(&us.at[end])) end++;
        for (uint32_t k = i; end - i >= MENU && k < end; k++)
            if (us.at[k].kind == DEM_ZONE_BODY) {
                us.at[k].kind = DEM_ZONE_BOILERPLATE;
                us.at[k].by = ZONE_BY_MENU;
                us.at[k].soft = true;
            }
        i = end > i ? end : i + 1;
    }
}

static bool is_title_case(const zone_unit *u)
{
    return u->upper * 10 >= u->words * 7;
}

/* A headline before the text, or a cross-head in it. Longer ones must be written as titles are, unless
 * they stand first: a sentence whose full stop was lost must not go. */
static bool is_heading(zone_units us, uint32_t i, uint32_t first)
{
    const zone_unit *u = &us.at[i];
    if (!zone_is_headish(u) || u->lower + u->upper == 0) return false;
    if (!u->starts_upper && u->lower > 0 && u->upper == 0 && u->words > 3) return false;
    if (i < first) return u->gap_after || i + 1 == us.n || us.at[i + 1].kind || us.at[i + 1].words > u->words;
    if (u->last == ':') return false;
    if (i > 0 && us.at[i - 1].kind == DEM_ZONE_BODY && !us.at[i - 1].full && !u->gap_before) return false;
    return u->words <= 8 || (u->words <= 16 && is_title_case(u));
}

static void mark_headings(zone_units us, uint32_t first, uint32_t last)
{
    for (uint32_t i = 0; i < us.n; i++) {
        zone_unit *u = &us.at[i];
        if (u->kind != DEM_ZONE_BODY || !is_heading(us, i, first)) continue;
        /* Nothing follows that it could head: a pointer to something else. */
        u->kind = i <= last ? DEM_ZONE_HEADING : u->words > 5 ? DEM_ZONE_RELATED : DEM_ZONE_BOILERPLATE;
        u->by = i <= last ? ZONE_BY_HEADING : ZONE_BY_TAIL;
        u->soft = true;
    }
}

static bool any_body(zone_units us)
{
    for (uint32_t i = 0; i < us.n; i++)
        if (us.at[i].kind == DEM_ZONE_BODY) return true;
    return false;
}

static void add_zone(dem_arena *arena, zone_list *zones, uint32_t start, uint32_t end, dem_zone_kind kind,
                     bool joined)
{
    if (joined && zones->n && zones->at[zones->n - 1].kind == kind) zones->at[zones->n - 1].end = end;
    else dem_vec_push(arena, zones, ((dem_zone){start, end, kind}));
}

static uint32_t count_quotes(dem_str fold)
{
    uint32_t n = 0;
    for (size_t i = 0; i < fold.n; i++) n += fold.p[i] == '"';
    return n;
}

/* No sentence of it can be debris: none has a word of those that such sentences have. */
static bool is_plain(const zone_words *w)
{
    return w->words < ZONE_COUNTED && !(w->all & W_TELLING) && w->others == 0;
}

/* People call on others too, so what is quoted is left alone by the weighing. */
static dem_zone_kind kind_of_sentence(dem_arena *arena, const zone_lexicon *x, dem_str sentence, dem_str fold,
                                      bool quoted, dem_zone_kind before)
{
    zone_words about = zone_words_count(x, fold);
    if (is_plain(&about) && before != DEM_ZONE_PAYWALL) return DEM_ZONE_BODY;
    zone_unit s = zone_unit_of(arena, x, sentence);
    dem_zone_kind kind = zone_judge_sentence(&s, before);
    return kind || quoted ? kind : zone_weigh_sentence(&s);
}

static void add_sentence_zones(dem_arena *arena, const zone_lexicon *x, zone_list *zones, const zone_unit *u)
{
    dem_zone_kind before = DEM_ZONE_BODY;
    dem_str sentence;
    uint32_t quotes = 0;
    if (is_plain(&u->about)) return;
    for (size_t at = 0; zone_next_sentence(u->text, &at, &sentence);) {
        dem_str fold = dem_utf8_fold(arena, sentence);
        uint32_t own = count_quotes(fold);
        dem_zone_kind kind = kind_of_sentence(arena, x, sentence, fold, own || quotes % 2, before);
        uint32_t start = u->start + (uint32_t)(sentence.p - u->text.p);
        if (kind) add_zone(arena, zones, start, start + (uint32_t)sentence.n, kind, kind == before);
        quotes += own;
        before = kind;
    }
}

static void write_zones(dem_arena *arena, zone_units us, dem_report *r)
{
    zone_list zones = {0};
    for (uint32_t i = 0; i < us.n; i++) {
        const zone_unit *u = &us.at[i];
        if (u->kind == DEM_ZONE_BODY) add_sentence_zones(arena, us.lexicon, &zones, u);
        else add_zone(arena, &zones, u->start, u->end, u->kind, i > 0 && us.at[i - 1].kind == u->kind);
    }
    r->zones = zones.at;
    r->n_zones = (uint32_t)zones.n;
}

zone_units zone_rules_apply(dem_arena *arena, const dem_report *r)
{
    zone_units us = zone_units_cut(arena, r->text);
    uint32_t first = us.n, last = 0;
    judge_lines(us);
    mark_title(arena, us, r->title);
    zone_mark_thread(arena, us);
    zone_mark_sections(arena, us);
    if (running_range(us, &first, &last)) {
        mark_menus(us, first, last);
        mark_headings(us, first, last);
    }
    return us;
}

void dem_zones_find(dem_arena *arena, dem_report *r)
{
    if (r->zoned) return;
    r->zoned = true;
    zone_units us = zone_rules_apply(arena, r);
    uint32_t first, last;
    /* Without running text there is nothing that a line could be held against. */
    if (running_range(us, &first, &last)) zone_weigh(arena, us);
    if (!any_body(us))
        for (uint32_t i = 0; i < us.n; i++)
            if (us.at[i].soft) us.at[i].kind = DEM_ZONE_BODY;
    write_zones(arena, us, r);
}
