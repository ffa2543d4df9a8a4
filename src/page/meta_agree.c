/* page/meta_agree.c - see meta_agree.h. */
#include "page/meta_agree.h"
#include "page/meta_order.h"
#include "page/meta_sure.h"

/* Weights: 100 * log10((right + 1) / (wrong + 1)) on the pages of bench/page-days.tsv, where right is what can be the true day on
 * the publisher's clock. Those of changes are set: they decide only where nothing else speaks. */
static const struct {
    const char *name;
    dem_meta_family family;
    int weight;
} WITNESS[DEM_DATED_WITNESSES] = {
    [DEM_DATED_JSON] = {"json-ld", DEM_FAMILY_JSON, 111},
    [DEM_DATED_META] = {"meta", DEM_FAMILY_META, 172},
    [DEM_DATED_MICRO] = {"microdata", DEM_FAMILY_TIME, 113},
    [DEM_DATED_TIME] = {"time", DEM_FAMILY_TIME, 152},
    [DEM_DATED_LABEL] = {"text", DEM_FAMILY_TEXT, 118},
    [DEM_DATED_LINE] = {"text", DEM_FAMILY_TEXT, 152},
    [DEM_DATED_ABOVE] = {"text", DEM_FAMILY_TEXT, 78},
    [DEM_DATED_URL] = {"url", DEM_FAMILY_ADDRESS, 141},
    [DEM_DATED_LOOSE] = {"meta", DEM_FAMILY_META, 118},
    [DEM_DATED_MODIFIED] = {"modified", DEM_FAMILY_CHANGE, 20},
    [DEM_DATED_UPDATED] = {"modified", DEM_FAMILY_CHANGE, 30},
};

dem_meta_family dem_meta_family_of(const dem_meta_dated *d)
{
    return WITNESS[d->witness].family;
}

/* ---- what cannot be ------------------------------------------------------------------------------------ */

/* Drops a day behind the last change of the page where another witness tells one that is not. */
static void drop_future(dem_meta_found *f)
{
    dem_date changed = DEM_DATE_NONE;
    bool before = false;
    for (size_t i = 0; i < f->dated.n; i++) {
        const dem_meta_dated *d = &f->dated.at[i];
        if (dem_meta_family_of(d) == DEM_FAMILY_CHANGE && d->when.day > changed) changed = d->when.day;
    }
    if (changed == DEM_DATE_NONE) return;
    for (size_t i = 0; i < f->dated.n; i++) {
        const dem_meta_dated *d = &f->dated.at[i];
        before |= dem_meta_family_of(d) != DEM_FAMILY_CHANGE && d->when.day != DEM_DATE_NONE &&
                  d->when.day <= changed;
    }
    for (size_t i = 0; i < f->dated.n; i++)
        if (before && f->dated.at[i].when.day > changed + 1) f->dated.at[i].when.day = DEM_DATE_NONE;
}

/* ---- the sum ------------------------------------------------------------------------------------------- */

static bool of_change(const dem_meta_dated *d)
{
    return dem_meta_family_of(d) == DEM_FAMILY_CHANGE;
}

/* A moment on the clock of Greenwich, whatever the clock at the place of publication: a machine wrote it with that zone, or
 * with none, where it is the machine's own mostly. Midnight without a zone is a day without a time. */
static bool in_utc(const dem_meta_dated *d)
{
    const dem_meta_clock *c = &d->when.clock;
    if (!d->when.clocked || dem_meta_family_of(d) == DEM_FAMILY_TEXT) return false;
    return d->when.timed ? c->zone == 0 : c->hour || c->minute || c->second;
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

bool dem_meta_supports(const dem_meta_found *f, const dem_meta_dated *d, dem_date day)
{
    /* hours of Greenwich at which it is yesterday in Hawaii, tomorrow in Auckland */
    enum { WEST_UNTIL = 10, EAST_FROM = 11 };
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

bool dem_meta_doubtful(const dem_meta_found *f, const dem_meta_dated *d)
{
    enum { SMALL_HOURS = 8 }; /* before midnight on the west coast of America */
    return in_utc(d) && d->when.clock.hour < SMALL_HOURS && local_day(f, &d->when) == DEM_DATE_NONE;
}

/* The weight of each family for a day. */
static void weigh(const dem_meta_found *f, dem_date day, int of[DEM_FAMILIES])
{
    memset(of, 0, DEM_FAMILIES * sizeof *of);
    for (size_t i = 0; i < f->dated.n; i++) {
        const dem_meta_dated *d = &f->dated.at[i];
        int weight = dem_meta_supports(f, d, day) ? WITNESS[d->witness].weight : 0,
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
    int most = 0, of[DEM_FAMILIES];
    bool most_local = false;
    for (size_t i = 0; i < f->dated.n; i++) {
        const dem_meta_dated *d = &f->dated.at[i];
        dem_date day = d->when.day;
        bool local = !in_utc(d);
        int sum = 0;
        if (!eligible(d, first)) continue;
        weigh(f, day, of);
        for (int k = 0; k < DEM_FAMILIES; k++)
            sum += k == DEM_FAMILY_CHANGE && first != DEM_DATE_NONE ? 0 : of[k];
        /* Of equal ones that of the publisher's clock, then the earlier. */
        bool tie = sum == most && sum > 0;
        bool better = sum > most || (tie && local && !most_local) || (tie && local == most_local && day < best);
        if (better) most = sum, best = day, most_local = local;
        else if (tie && day == best) most_local |= local;
    }
    return best;
}

/* The strongest witness of the day that fulfils what is asked. */
static const dem_meta_dated *strongest(const dem_meta_found *f, dem_date day, bool timed)
{
    const dem_meta_dated *best = NULL;
    for (size_t i = 0; i < f->dated.n; i++) {
        const dem_meta_dated *d = &f->dated.at[i];
        if (d->when.day != day || (timed && !d->when.timed)) continue;
        if (timed && dem_meta_family_of(d) == DEM_FAMILY_CHANGE) continue;
        if (!best || WITNESS[d->witness].weight > WITNESS[best->witness].weight) best = d;
    }
    return best;
}

void dem_meta_agree(dem_meta_found *f, dem_str language, dem_meta *out)
{
    dem_meta_order(f, language);
    drop_future(f);
    dem_date day = choose(f);
    if (day == DEM_DATE_NONE) return;
    const dem_meta_dated *timed = strongest(f, day, true), *by = timed ? timed : strongest(f, day, false);
    dem_meta_when only_day = {.day = day, .other = DEM_DATE_NONE};
    out->published = dem_meta_when_text(f->arena, timed ? &timed->when : &only_day);
    out->published_from = WITNESS[by->witness].name;
    out->published_sure = dem_meta_sure(f, day);
}
