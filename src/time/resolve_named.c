/* time/resolve_named.c - seasons, quarters, decades, centuries, holidays: the one that is meant. */
#include "time/resolve.h"

/* Of spans of days that come again every year, the one that `which` and tense ask for. `at(year)` gives them. */
typedef bool span_of(const void *ctx, int year, dem_days *out);

static bool fits(const dem_time *t, const dem_time_anchor *a, dem_date today, const dem_days *d)
{
    if (t->which == -1) return d->last < today;
    if (t->which == 1) return d->first > today;
    return a->future ? d->last >= today : d->first <= today;
}

static bool choose(const dem_time *t, const dem_time_anchor *a, dem_date today, span_of *at, const void *ctx,
                   dem_days *out)
{
    if (t->at.year) return at(ctx, t->at.year, out);
    if (today == DEM_DATE_NONE) return false;
    int year = dem_date_civil(today).year;
    if (t->which != DEM_TIME_NEAREST && t->unit == DEM_UNIT_YEAR) return at(ctx, year + t->which, out);
    bool ahead = t->which == 1 || (t->which != -1 && a->future);
    for (int step = 0; step <= 3; step++) {
        int y = ahead ? year - 1 + step : year + 1 - step;
        if (at(ctx, y, out) && fits(t, a, today, out)) return true;
    }
    return false;
}

static bool months_from(const void *ctx, int year, dem_days *out)
{
    return days_months(year, *(const int *)ctx, 3, out);
}

/* Known to the month in which the season begins. "the winter of 2021" may have begun in 2020 or in 2021. */
bool resolve_season(const dem_time *t, const dem_time_anchor *a, dem_date today, dem_days *out)
{
    enum { WINTER = 12 };
    int month = a->south ? (t->count + 5) % 12 + 1 : t->count;
    if (month == WINTER && t->at.year && !t->end.year) return days_year(t->at.year, out);
    dem_time x = *t;
    if (x.which == 0) x.which = DEM_TIME_NEAREST; /* "this summer": tense says whether it has been */
    return choose(&x, a, today, months_from, &month, out);
}

bool resolve_quarter(const dem_time *t, const dem_time_anchor *a, dem_date today, dem_days *out)
{
    int month = 3 * (t->count - 1) + 1;
    return choose(t, a, today, months_from, &month, out);
}

bool resolve_decade(const dem_time *t, dem_days *out)
{
    static const struct {
        int8_t first, last;
    } YEARS[] = {[DEM_PART_EARLY] = {0, 3},      [DEM_PART_MID] = {4, 6},         [DEM_PART_LATE] = {7, 9},
                 [DEM_PART_FIRST_HALF] = {0, 4}, [DEM_PART_SECOND_HALF] = {5, 9}, [DEM_PART_WHOLE] = {0, 9}};
    int year = t->at.year;
    return days_from_to(dem_date_from(year + YEARS[t->part].first, 1, 1),
                        dem_date_from(year + YEARS[t->part].last, 12, 31), DEM_PRECISION_YEAR, out);
}

/* No precision is as wide: the record keeps the day of publication, but the act is known to be long ago. */
bool resolve_century(const dem_time *t, const dem_time_anchor *a, dem_days *out)
{
    dem_date last = dem_date_from(t->count * 100, 12, 31);
    if (!days_from_to(dem_date_from((t->count - 1) * 100 + 1, 1, 1), last, DEM_PRECISION_UNKNOWN, out))
        return false;
    out->period = true;
    out->first = a->day;
    return true;
}

typedef struct {
    const dem_lexicon *lex;
    uint32_t rule;
    const char *country;
    uint32_t nth; /* which of two in a year */
} holiday;

static bool holiday_in(const void *ctx, int year, dem_days *out)
{
    enum { MONTH = 30, WEEK = 7 };
    const holiday *h = ctx;
    dem_date day[2];
    unsigned known;
    uint32_t n = dem_holiday_days(h->lex, h->rule, h->country, year, day, &known);
    if (h->nth >= n) return false;
    dem_date d = day[h->nth];
    dem_days last;
    if (!days_unit(d, known, out)) return false;
    if (known == DEM_UNIT_DAY) return true;
    bool over = days_unit(dem_date_add_days(d, known == DEM_UNIT_MONTH ? MONTH - 1 : WEEK - 1), known, &last);
    if (over) out->last = last.last;
    return over;
}

/* An Islamic holiday may come twice in a year: the second is asked for where the first does not fit. */
bool resolve_named(const dem_lexicon *lex, const dem_time *t, const dem_time_anchor *a, dem_date today,
                   dem_days *out)
{
    const char *country = t->country[0] ? t->country : a->country ? a->country : "";
    dem_days other;
    holiday first = {lex, (uint32_t)t->count, country, 0}, second = first;
    second.nth = 1;
    bool found = choose(t, a, today, holiday_in, &first, out);
    if (t->at.year || !choose(t, a, today, holiday_in, &second, &other)) return found;
    bool ahead = t->which == 1 || (t->which != -1 && a->future);
    if (!found || (ahead ? other.first < out->first : other.first > out->first)) *out = other;
    return true;
}
