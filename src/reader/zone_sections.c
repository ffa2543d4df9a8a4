/* reader/zone_sections.c - what follows lines such as "Comments" and "Related links". */
#include "reader/zone_units.h"

/* Counts over the lines before each line: [n + 1]. */
typedef struct counts {
    uint32_t running; /* paragraphs of the report */
    uint32_t talk;    /* lines that readers write */
    uint32_t heads;   /* lines that are no full sentence, or no report */
    uint32_t pairs;   /* paragraphs that follow a paragraph */
} counts;

static counts *count_lines(dem_arena *arena, zone_units us)
{
    counts *c = dem_arena_array(arena, counts, us.n + 1);
    for (uint32_t i = 0; i < us.n; i++) {
        const zone_unit *u = &us.at[i];
        bool body = u->kind == DEM_ZONE_BODY, running = body && zone_is_running(u);
        c[i + 1] = c[i];
        c[i + 1].pairs += running && i > 0 && c[i].running > c[i - 1].running;
        c[i + 1].running += running;
        c[i + 1].talk += zone_is_talk(u) || zone_is_handle(u);
        c[i + 1].heads += !body || (zone_is_headish(u) && u->last != ':');
    }
    return c;
}

static void mark(zone_units us, uint32_t from, uint32_t to, dem_zone_kind kind, zone_rule by)
{
    for (uint32_t i = from; i < to; i++)
        if (us.at[i].kind == DEM_ZONE_BODY || us.at[i].kind == DEM_ZONE_HEADING) {
            us.at[i].kind = kind;
            us.at[i].by = by;
        }
}

static void mark_opener(zone_unit *u, dem_zone_kind kind)
{
    u->kind = kind;
    u->by = ZONE_BY_OPENER;
}

/* "Comments" above the report, or between its paragraphs, counts them and opens nothing. */
static bool opens_comments(const counts *before, const counts *all)
{
    uint32_t running = all->running - before->running, talk = all->talk - before->talk;
    bool report_goes_on = running >= 3 && talk * 4 < running;
    return before->running >= 2 && !report_goes_on;
}

/* Titles, perhaps each with a sentence about it, and nothing else between the two places. */
static bool opens_list(const counts *before, const counts *behind, uint32_t lines)
{
    uint32_t heads = behind->heads - before->heads, pairs = behind->pairs - before->pairs;
    return before->running >= 2 && heads * 3 >= lines && pairs * 4 < lines;
}

/* Where the report goes on behind line `i`: paragraphs follow each other, longer than teasers are. */
static uint32_t list_end(zone_units us, uint32_t i)
{
    enum { IN_A_ROW = 3, ENOUGH = 35 /* words each, in the mean */ };
    for (uint32_t row = 0, words = 0; i < us.n; i++) {
        const zone_unit *u = &us.at[i];
        bool running = u->kind == DEM_ZONE_BODY && zone_is_running(u);
        row = running ? row + 1 : 0;
        words = running ? words + u->words : 0;
        if (row >= IN_A_ROW && words >= row * ENOUGH) return i + 1 - row;
    }
    return us.n;
}

/* End of the lines from `i` on that could be titles. */
static uint32_t titles_end(zone_units us, uint32_t i)
{
    while (i < us.n && us.at[i].kind == DEM_ZONE_BODY && zone_is_headish(&us.at[i])) i++;
    return i;
}

/* The opener at `i` and what belongs to it; where to go on. */
static uint32_t mark_list(zone_units us, const counts *c, uint32_t i)
{
    uint32_t end = list_end(us, i + 1), titles = titles_end(us, i + 1);
    mark_opener(&us.at[i], DEM_ZONE_RELATED);
    if (opens_list(&c[i + 1], &c[end], end - i - 1)) {
        mark(us, i + 1, end, DEM_ZONE_RELATED, ZONE_BY_LIST);
        return end;
    }
    mark(us, i + 1, titles, DEM_ZONE_RELATED, ZONE_BY_TITLES);
    return i + 1;
}

void zone_mark_sections(dem_arena *arena, zone_units us)
{
    const counts *c = count_lines(arena, us), *all = &c[us.n];
    for (uint32_t i = 0, list = 0; i < us.n; i++) {
        dem_zone_kind kind = zone_opens(&us.at[i]);
        if (kind == DEM_ZONE_COMMENT && opens_comments(&c[i], all)) {
            mark_opener(&us.at[i], kind);
            mark(us, i + 1, us.n, kind, ZONE_BY_COMMENTS);
            return;
        }
        if (kind == DEM_ZONE_COMMENT) mark_opener(&us.at[i], DEM_ZONE_BOILERPLATE);
        if (kind == DEM_ZONE_RELATED && i >= list) list = mark_list(us, c, i);
    }
}
