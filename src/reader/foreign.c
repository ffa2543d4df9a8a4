/* reader/foreign.c - see foreign.h. */
#include "reader/foreign.h"
#include "base/utf8.h"
#include "base/vec.h"

enum {
    LONG = 80, /* bytes of a line that are judged: names of people and places look like any language */
    SURE = 60,
    CAPITALS = 45 /* percent */
};

/* Lists of names and results: more words begin with a capital than in any language's sentences, German's included. */
static bool is_names(dem_str line)
{
    size_t words = 0, capitals = 0;
    bool within = false;
    for (size_t at = 0; at < line.n;) {
        uint32_t c = dem_utf8_next(line, &at);
        bool letter = dem_is_letter(c);
        if (letter && !within) {
            words++;
            capitals += dem_is_upper(c);
        }
        within = letter || (within && c == '\'');
    }
    return capitals * 100 > words * CAPITALS;
}

static bool is_foreign(const dem_languages *l, dem_str line)
{
    if (line.n < LONG || is_names(line)) return false;
    dem_language found = dem_language_of(l, line);
    return found.sure >= SURE && strcmp(found.code, "en") != 0;
}

typedef DEM_VEC(dem_zone) zone_list;

/* Takes over the zones that begin before `end`; false if one of them reaches behind `start`. */
static bool pass_zones(dem_arena *arena, zone_list *to, const dem_report *r, uint32_t *next, uint32_t start,
                       uint32_t end)
{
    bool free = to->n == 0 || to->at[to->n - 1].end <= start;
    for (; *next < r->n_zones && r->zones[*next].start < end; ++*next) {
        dem_vec_push(arena, to, r->zones[*next]);
        free = free && r->zones[*next].end <= start;
    }
    return free;
}

void dem_foreign_mark(dem_arena *arena, const dem_languages *l, dem_report *report)
{
    zone_list zones = {0};
    uint32_t next = 0, n = (uint32_t)report->text.n;
    bool found = false;
    for (uint32_t at = 0, end; at < n; at = end + 1) {
        const char *lf = memchr(report->text.p + at, '\n', n - at);
        end = lf ? (uint32_t)(lf - report->text.p) : n;
        if (!pass_zones(arena, &zones, report, &next, at, end)) continue;
        dem_str line = dem_str_trim(dem_str_sub(report->text, at, end));
        if (!is_foreign(l, line)) continue;
        uint32_t start = (uint32_t)(line.p - report->text.p);
        dem_vec_push(arena, &zones, ((dem_zone){start, start + (uint32_t)line.n, DEM_ZONE_BOILERPLATE}));
        found = true;
    }
    if (!found) return;
    pass_zones(arena, &zones, report, &next, n, UINT32_MAX);
    report->zones = zones.at;
    report->n_zones = (uint32_t)zones.n;
}
