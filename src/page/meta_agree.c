/* page/meta_agree.c - see meta_agree.h. */
#include "page/meta_agree.h"
#include "page/meta_url.h"

typedef enum family { JSON, META, TIME, TEXT, ADDRESS, CHANGE, FAMILIES } family;

static const struct {
    const char *name;
    family family;
    int weight;
} WITNESS[DEM_DATED_WITNESSES] = {
    [DEM_DATED_JSON] = {"json-ld", JSON, 110},      [DEM_DATED_META] = {"meta", META, 123},
    [DEM_DATED_MICRO] = {"microdata", TIME, 94},    [DEM_DATED_TIME] = {"time", TIME, 120},
    [DEM_DATED_LABEL] = {"text", TEXT, 118},        [DEM_DATED_LINE] = {"text", TEXT, 155},
    [DEM_DATED_ABOVE] = {"text", TEXT, 90},         [DEM_DATED_URL] = {"url", ADDRESS, 141},
    [DEM_DATED_LOOSE] = {"meta", META, 90},         [DEM_DATED_MODIFIED] = {"modified", CHANGE, 20},
    [DEM_DATED_UPDATED] = {"modified", CHANGE, 30},
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

static bool of_change(const dem_meta_dated *d)
{
    return WITNESS[d->witness].family == CHANGE;
}

/* A moment that a machine wrote in UTC, whatever the clock at the place of publication. */
static bool in_utc(const dem_meta_dated *d)
{
    return d->when.timed && d->when.clock.zone == 0 && WITNESS[d->witness].family != TEXT;
}

static int64_t moment(const dem_meta_when *w)
{
    const dem_meta_clock *c = &w->clock;
    return ((int64_t)w->day * 24 + c->hour) * 3600 + (c->minute - c->zone) * 60 + c->second;
}

/* The day on the publisher's clock, where a time with an offset tells the same moment; else DEM_DATE_NONE. */
static dem_date local_day(const dem_meta_found *f, const dem_meta_when *utc)
{
    for (size_t i = 0; i < f->dated.n; i++) {
        const dem_meta_when *w = &f->dated.at[i].when;
        if (w->day != DEM_DATE_NONE && w->timed && w->clock.zone != 0 && moment(w) == moment(utc))
            return w->day;
    }
    return DEM_DATE_NONE;
}

static bool supports(const dem_meta_found *f, const dem_meta_dated *d, dem_date day)
{
    enum {
        WEST_UNTIL = 10,
        EAST_FROM = 11
    }; /* hours of UTC at which it is yesterday in Hawaii, tomorrow in Auckland */
    const dem_meta_when *w = &d->when;
    if (w->day == DEM_DATE_NONE) return false;
    if (w->day == day) return true;
    if (!in_utc(d)) return false;
    dem_date local = local_day(f, w);
    if (local != DEM_DATE_NONE) return day == local;
    bool west = day == w->day - 1 && w->clock.hour < WEST_UNTIL,
         east = day == w->day + 1 && w->clock.hour >= EAST_FROM;
    return west || east;
}

/* The weight of each family for a day. */
static void weigh(const dem_meta_found *f, dem_date day, int of[FAMILIES])
{
    memset(of, 0, FAMILIES * sizeof *of);
    for (size_t i = 0; i < f->dated.n; i++) {
        const dem_meta_dated *d = &f->dated.at[i];
        int weight = supports(f, d, day) ? WITNESS[d->witness].weight : 0,
            *best = &of[WITNESS[d->witness].family];
        if (weight > *best) *best = weight;
    }
}

/* The first day that a witness of publication tells; DEM_DATE_NONE if all tell of changes. */
static dem_date first_day(const dem_meta_found *f)
{
    dem_date first = DEM_DATE_NONE;
    for (size_t i = 0; i < f->dated.n; i++) {
        dem_date day = f->dated.at[i].when.day;
        if (!of_change(&f->dated.at[i]) && day != DEM_DATE_NONE && (first == DEM_DATE_NONE || day < first))
            first = day;
    }
    return first;
}

/* A day may be chosen if a witness of publication tells it. That of a change may only where there is no other, or where it lies
 * before all others: nothing is changed before it is published, so that is the day on the publisher's clock. */
static bool eligible(const dem_meta_dated *d, dem_date first)
{
    if (d->when.day == DEM_DATE_NONE) return false;
    return !of_change(d) || first == DEM_DATE_NONE || d->when.day < first;
}

static dem_date choose(const dem_meta_found *f)
{
    dem_date best = DEM_DATE_NONE, first = first_day(f);
    int most = 0, of[FAMILIES];
    bool most_local = false;
    for (size_t i = 0; i < f->dated.n; i++) {
        const dem_meta_dated *d = &f->dated.at[i];
        dem_date day = d->when.day;
        bool local = !in_utc(d);
        int sum = 0;
        if (!eligible(d, first)) continue;
        weigh(f, day, of);
        for (int k = 0; k < FAMILIES; k++) sum += k == CHANGE && first != DEM_DATE_NONE ? 0 : of[k];
        /* Of equal ones that of the publisher's clock, then the earlier. */
        bool tie = sum == most && sum > 0;
        bool better = sum > most || (tie && local && !most_local) || (tie && local == most_local && day < best);
        if (better) most = sum, best = day, most_local = local;
        else if (tie && day == best) most_local |= local;
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
    } STEPS[] = {{168, 98}, {150, 97}, {127, 95}, {106, 92}, {95, 90}, {75, 85},
                 {60, 80},  {37, 70},  {18, 60},  {0, 50},   {-37, 30}};
    for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS; i++)
        if (weight >= STEPS[i].weight) return STEPS[i].percent;
    return 10;
}

static int how_sure(const dem_meta_found *f, dem_date day)
{
    int of[FAMILIES], strongest = 0, sum = 0;
    bool only_change = first_day(f) == DEM_DATE_NONE;
    weigh(f, day, of);
    for (int k = 0; k < FAMILIES; k++) {
        /* That a page was changed later contradicts nothing, nor does it support. */
        if (k == CHANGE && !only_change) continue;
        if (of[k] > strongest) strongest = of[k];
        sum += of[k] ? of[k] / 2 : -voice(f, (family)k);
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
    const dem_meta_dated *timed = strongest(f, day, true), *by = timed ? timed : strongest(f, day, false);
    dem_meta_when only_day = {.day = day, .other = DEM_DATE_NONE};
    out->published = dem_meta_when_text(f->arena, timed ? &timed->when : &only_day);
    out->published_from = WITNESS[by->witness].name;
    out->published_sure = how_sure(f, day);
}
