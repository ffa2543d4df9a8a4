/* time/resolve_calendar.c - dates with a month, a day or a year: which year, where none is written; ranges; the weekday
 * beside a date. */
#include "time/resolve.h"

/* The days of what is written, with `year` where it has no year of its own. */
static bool parts_days(const dem_time_parts *p, int year, dem_days *out)
{
    if (p->year) year = p->year;
    if (p->month && p->day) return days_one(dem_date_from(year, p->month, p->day), out);
    return p->month ? days_month(year, p->month, out) : days_year(year, out);
}

/* "3/18/2024" is read by what is possible, "3/4/2024" by what its country does. */
static bool settle(dem_time_parts *p, const dem_time_anchor *a)
{
    if (!p->ambiguous) return true;
    if (a->month_first < 0) return false;
    if (a->month_first) {
        int16_t day = p->day;
        p->day = p->month;
        p->month = day;
    }
    p->ambiguous = false;
    return true;
}

/* The year of a date without one: the last that does not lie ahead, of what lies ahead the next. */
static int implied_year(const dem_time *t, const dem_time_anchor *a, dem_date today)
{
    dem_civil c = dem_date_civil(today);
    int month = t->at.month, day = t->at.day;
    if (t->which != DEM_TIME_NEAREST && t->unit == DEM_UNIT_YEAR)
        return c.year + t->which;   /* "March last year" */
    if (!day && month == c.month) { /* "last March" said in March; "this March" */
        if (t->which == -1 || t->which == 1) return c.year + t->which;
        return c.year;
    }
    if (!day && t->which == 0) return c.year;
    bool ahead = t->which == DEM_TIME_NEAREST || t->which == 0 ? a->future : t->which > 0;
    int year = c.year;
    /* 29 February has no day in most years */
    for (int step = 0; step <= 8; step++, year += ahead ? 1 : -1) {
        dem_date d = dem_date_from(year, month, day ? day : 1);
        if (d != DEM_DATE_NONE && (ahead ? d >= today : d <= today)) return year;
    }
    return c.year;
}

/* The year that makes the weekday right, where the implied one does not: "Wednesday, July 31", told three days before, is not
 * that of last year. */
static int weekday_year(const dem_time *t, dem_date today, int year)
{
    enum { NEAR = 300 }; /* days: farther off nobody leaves the year out */
    if (t->weekday < 0 || !t->at.day) return year;
    for (int k = 0; k < 3; k++) {
        static const int STEP[] = {0, 1, -1};
        dem_date d = dem_date_from(year + STEP[k], t->at.month, t->at.day);
        bool near = d != DEM_DATE_NONE && d - today < NEAR && today - d < NEAR;
        if (d != DEM_DATE_NONE && dem_date_weekday(d) == t->weekday && (near || k == 0)) return year + STEP[k];
    }
    return year;
}

/* "on the 24th": the last one, or the next. */
static bool day_of_month(const dem_time *t, const dem_time_anchor *a, dem_date today, dem_days *out)
{
    dem_civil c = dem_date_civil(today);
    dem_date month = dem_date_from(c.year, c.month, 1);
    bool said = t->which != DEM_TIME_NEAREST && t->unit == DEM_UNIT_MONTH; /* "the 24th of last month" */
    if (said) month = dem_date_add_months(month, t->which);
    for (int step = 0; step <= 2; step++) {
        c = dem_date_civil(month);
        dem_date d = month == DEM_DATE_NONE ? month : dem_date_from(c.year, c.month, t->at.day);
        if (said || (d != DEM_DATE_NONE && (a->future ? d >= today : d <= today))) return days_one(d, out);
        month = dem_date_add_months(month, a->future ? 1 : -1);
    }
    return false;
}

/* "the first week of May": the first ISO week that lies in it for the most part; "the week of 3 May": that of the day. */
static bool week_in(const dem_time *t, dem_days *out)
{
    enum { MOST = 3 }; /* days behind the first that make its week lie here */
    dem_date d = t->nth < 0 ? dem_date_add_days(out->last, -MOST)
                            : dem_date_add_days(out->first, t->nth ? MOST + 7 * (t->nth - 1) : 0);
    return days_unit(d, DEM_UNIT_WEEK, out);
}

/* Where the range ends; what it leaves out is as in its beginning. */
static bool range_end(const dem_time *t, int year, dem_days *out)
{
    dem_days last;
    int turn = t->end.month && t->end.month < t->at.month; /* "28 December to 3 January" */
    if (!t->end.month && !t->end.year) return true;
    if (!parts_days(&t->end, (t->at.year ? t->at.year : year) + turn, &last) || last.last < out->first)
        return false;
    out->last = last.last;
    return true;
}

bool resolve_calendar(const dem_time *t, const dem_time_anchor *a, dem_date today, dem_days *out)
{
    dem_time x = *t;
    int year = x.at.year;
    if (!settle(&x.at, a) || !settle(&x.end, a)) return false;
    if (!year && today == DEM_DATE_NONE) return false;
    if (!year && !x.at.month) return day_of_month(&x, a, today, out);
    if (!year) year = weekday_year(&x, today, implied_year(&x, a, today));
    if (!parts_days(&x.at, year, out) || !range_end(&x, year, out)) return false;
    if (x.unit == DEM_UNIT_WEEK && x.which == DEM_TIME_NEAREST) return week_in(&x, out);
    out->conflict = x.weekday >= 0 && x.at.day && x.weekday != dem_date_weekday(out->first);
    return true;
}
