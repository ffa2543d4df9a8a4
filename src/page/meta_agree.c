/* page/meta_agree.c - see meta_agree.h. */
#include "page/meta_agree.h"
#include "page/meta_url.h"

typedef enum family { JSON, META, TIME, TEXT, ADDRESS, CHANGE, FAMILIES } family;

static const struct {
    const char *name;
    family family;
    int weight;
} WITNESS[DEM_DATED_WITNESSES] = {
    [DEM_DATED_JSON] = {"json-ld", JSON, 150},       [DEM_DATED_META] = {"meta", META, 140},
    [DEM_DATED_MICRO] = {"microdata", TIME, 130},    [DEM_DATED_TIME] = {"time", TIME, 120},
    [DEM_DATED_LABEL] = {"text", TEXT, 130},         [DEM_DATED_LINE] = {"text", TEXT, 120},
    [DEM_DATED_URL] = {"url", ADDRESS, 130},         [DEM_DATED_LOOSE] = {"meta", META, 90},
    [DEM_DATED_MODIFIED] = {"modified", CHANGE, 20}, [DEM_DATED_UPDATED] = {"modified", CHANGE, 30},
};

/* ---- which of "3/4/2019" is the month ------------------------------------------------------------------ */

/* Countries that write English and the day first. */
static bool day_first_place(dem_str code)
{
    static const char *const PLACES[] = {"GB", "UK", "AU", "IN", "NZ", "IE", "ZA", "NG",
                                         "KE", "GH", "PK", "BD", "LK", "SG", "MY", "HK"};
    return DEM_STR_IONE_OF(code, PLACES);
}

typedef enum order { UNKNOWN, MONTH_FIRST, DAY_FIRST } order;

static order order_of(const dem_meta_found *f, dem_str language)
{
    dem_str rest = language, first, place = {NULL, 0}, host = dem_meta_host(f->page);
    if (!dem_str_next(&rest, '-', &first)) return UNKNOWN;
    if (first.n && !dem_str_is(first, "en")) return DAY_FIRST;
    if (rest.n == 2) place = rest;
    if (dem_str_is(place, "US")) return MONTH_FIRST;
    if (place.n) return day_first_place(place) ? DAY_FIRST : UNKNOWN;
    bool national = host.n > 3 && host.p[host.n - 3] == '.';
    return national && day_first_place(dem_str_sub(host, host.n - 2, host.n)) ? DAY_FIRST : UNKNOWN;
}

/* A day that some witness tells without doubt. */
static bool told(const dem_meta_found *f, dem_date day)
{
    for (size_t i = 0; i < f->dated.n; i++) {
        const dem_meta_when *w = &f->dated.at[i].when;
        if (w->other == DEM_DATE_NONE && w->day == day) return true;
    }
    return false;
}

static void settle_order(dem_meta_found *f, order usual)
{
    for (size_t i = 0; i < f->dated.n; i++) {
        dem_meta_when *w = &f->dated.at[i].when;
        if (w->other == DEM_DATE_NONE) continue;
        bool month = told(f, w->day), day = told(f, w->other);
        bool swap = month != day ? day : usual == DAY_FIRST;
        bool known = month != day || usual != UNKNOWN;
        w->day = !known ? DEM_DATE_NONE : swap ? w->other : w->day;
        w->other = DEM_DATE_NONE;
    }
}

/* ---- what cannot be ------------------------------------------------------------------------------------ */

/* Drops a day behind the last change of the page where another witness tells one that is not. */
static void drop_future(dem_meta_found *f)
{
    dem_date changed = DEM_DATE_NONE;
    bool before = false;
    for (size_t i = 0; i < f->dated.n; i++) {
        const dem_meta_dated *d = &f->dated.at[i];
        if (WITNESS[d->witness].family == CHANGE && d->when.day > changed) changed = d->when.day;
    }
    if (changed == DEM_DATE_NONE) return;
    for (size_t i = 0; i < f->dated.n; i++) {
        const dem_meta_dated *d = &f->dated.at[i];
        before |=
            WITNESS[d->witness].family != CHANGE && d->when.day != DEM_DATE_NONE && d->when.day <= changed;
    }
    for (size_t i = 0; i < f->dated.n; i++)
        if (before && f->dated.at[i].when.day > changed + 1) f->dated.at[i].when.day = DEM_DATE_NONE;
}

/* ---- the sum ------------------------------------------------------------------------------------------- */

/* How far a witness supports a day, in tenths. */
static int support(const dem_meta_dated *d, dem_date day)
{
    const dem_meta_when *w = &d->when;
    if (w->day == DEM_DATE_NONE) return 0;
    if (w->day == day) return 10;
    if (!w->timed || w->clock.zone != 0) return 0;
    /* The same moment west of Greenwich, and east of it. */
    bool west = day == w->day - 1 && w->clock.hour < 12, east = day == w->day + 1 && w->clock.hour >= 10;
    return west || east ? 7 : 0;
}

/* The weight of each family for a day. */
static void weigh(const dem_meta_found *f, dem_date day, int of[FAMILIES])
{
    memset(of, 0, FAMILIES * sizeof *of);
    for (size_t i = 0; i < f->dated.n; i++) {
        const dem_meta_dated *d = &f->dated.at[i];
        int weight = WITNESS[d->witness].weight * support(d, day) / 10;
        int *best = &of[WITNESS[d->witness].family];
        if (weight > *best) *best = weight;
    }
}

static dem_date choose(const dem_meta_found *f)
{
    dem_date best = DEM_DATE_NONE;
    int most = 0, of[FAMILIES];
    for (size_t i = 0; i < f->dated.n; i++) {
        dem_date day = f->dated.at[i].when.day;
        int sum = 0;
        if (day == DEM_DATE_NONE) continue;
        weigh(f, day, of);
        for (int k = 0; k < FAMILIES; k++) sum += of[k];
        /* of equal ones the earlier: the later is more often that of a change */
        if (sum > most || (sum == most && day < best)) most = sum, best = day;
    }
    return best;
}

/* The weight of what a family says, whatever the day. */
static int voice(const dem_meta_found *f, family k)
{
    int most = 0;
    for (size_t i = 0; i < f->dated.n; i++) {
        const dem_meta_dated *d = &f->dated.at[i];
        bool counts = WITNESS[d->witness].family == k && d->when.day != DEM_DATE_NONE;
        if (counts && WITNESS[d->witness].weight > most) most = WITNESS[d->witness].weight;
    }
    return most;
}

/* Tenths of a decade of odds, times ten, as percent. */
static int percent(int weight)
{
    static const struct {
        int weight, percent;
    } STEPS[] = {{200, 99}, {168, 98}, {150, 97}, {127, 95}, {106, 92}, {95, 90},
                 {75, 85},  {60, 80},  {37, 70},  {18, 60},  {0, 50},   {-37, 30}};
    for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS; i++)
        if (weight >= STEPS[i].weight) return STEPS[i].percent;
    return 10;
}

static int how_sure(const dem_meta_found *f, dem_date day)
{
    int of[FAMILIES], strongest = 0, sum = 0;
    weigh(f, day, of);
    for (int k = 0; k < FAMILIES; k++) {
        if (of[k] > strongest) strongest = of[k];
        /* That a page was changed later contradicts nothing. */
        if (!of[k] && k != CHANGE) sum -= voice(f, (family)k) / 2;
        sum += of[k] / 2;
    }
    return percent(sum + strongest - strongest / 2);
}

/* The strongest witness of the day that fulfils what is asked. */
static const dem_meta_dated *strongest(const dem_meta_found *f, dem_date day, bool timed)
{
    const dem_meta_dated *best = NULL;
    for (size_t i = 0; i < f->dated.n; i++) {
        const dem_meta_dated *d = &f->dated.at[i];
        if (d->when.day != day || (timed && !d->when.timed)) continue;
        if (timed && WITNESS[d->witness].family == CHANGE) continue;
        if (!best || WITNESS[d->witness].weight > WITNESS[best->witness].weight) best = d;
    }
    return best;
}

void dem_meta_agree(dem_meta_found *f, dem_str language, dem_meta *out)
{
    settle_order(f, order_of(f, language));
    drop_future(f);
    dem_date day = choose(f);
    if (day == DEM_DATE_NONE) return;
    const dem_meta_dated *by = strongest(f, day, false), *timed = strongest(f, day, true);
    dem_meta_when only_day = {.day = day, .other = DEM_DATE_NONE};
    out->published = dem_meta_when_text(f->arena, timed ? &timed->when : &only_day);
    out->published_from = WITNESS[by->witness].name;
    out->published_sure = how_sure(f, day);
}
