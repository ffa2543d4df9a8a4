/* time/relative.c - days that are counted: from today, from what is told, from what stands behind. */
#include "time/words.h"

enum { MOST = 500 }; /* units that are counted: a longer span has no day */

static bool unit_at(const time_scan *z, int i, dem_unit *unit)
{
    if (time_kind(z, i) != DEM_TIME_UNIT) return false;
    *unit = (dem_unit)time_value(z, i);
    return true;
}

static bool is_plural(const time_scan *z, int i)
{
    return dem_str_ends(z->s->tok[i].form, DEM_STR("s"));
}

/* How many, at i: "three", "14", "a couple of"; where the number ends, 0 if there is none. */
static int number_at(const time_scan *z, int i, int *n)
{
    unsigned kind = time_kind(z, i);
    bool digits = kind == TIME_DIGITS && !z->w[i].short_year;
    if (kind != DEM_TIME_NUMBER && !digits) return 0;
    *n = time_value(z, i);
    return *n >= 1 && *n <= MOST ? time_next(z, i) : 0;
}

/* "three weeks", "two and a half years", "a year and a half", "half a year": its end, 0 if there is none. */
static int counted_at(const time_scan *z, int i, dem_time *t)
{
    dem_unit unit;
    int n = 0;
    bool half = time_is(z, i, "half");
    int at = number_at(z, i + half, &n);
    if (!at) return 0;
    bool more = time_is(z, at, "and") && time_is(z, at + 1, "a") && time_is(z, at + 2, "half");
    if (more) at += 3;
    if (!unit_at(z, at, &unit) || unit == DEM_UNIT_WEEKEND) return 0;
    at++;
    if (!more && time_is(z, at, "and") && time_is(z, at + 1, "a") && time_is(z, at + 2, "half")) {
        more = true;
        at += 3;
    }
    t->count = half ? 0 : n;
    t->half = half || more;
    t->unit = (uint8_t)unit;
    return at;
}

/* "three days ago"; "two days later", "a week after the vote", "in two weeks" */
static bool count_and_turn(const time_scan *z, int i, dem_time *t)
{
    dem_unit unit;
    bool the = time_is(z, i, "the") && unit_at(z, i + 1, &unit) && !is_plural(z, i + 1);
    int to = the ? i + 2 : counted_at(z, i, t);
    if (!to) return false;
    if (the) {
        t->count = 1;
        t->unit = (uint8_t)unit;
    }
    unsigned turn = time_kind(z, to);
    if (turn == DEM_TIME_AGO && !the) {
        t->kind = DEM_DATED_AGO;
        t->to = (int16_t)time_next(z, to);
        t->count = -t->count;
        return true;
    }
    int before_last = the && time_is(z, to, "before") && time_is(z, to + 1, "last") ? to + 2 : 0;
    if (before_last) { /* "the week before last" */
        t->kind = DEM_DATED_UNIT;
        t->count = -2;
        t->to = (int16_t)before_last;
        return true;
    }
    if (turn != DEM_TIME_BEHIND && (turn != DEM_TIME_LATER || the)) return false;
    t->kind = DEM_DATED_COUNTED;
    t->to = (int16_t)to;
    t->count *= time_value(z, to);
    if (turn == DEM_TIME_BEHIND) t->behind = (int16_t)time_next(z, to);
    bool alone = t->behind >= z->n || (t->behind >= 0 && z->s->tok[t->behind].upos == DEM_UPOS_PUNCT);
    if (alone) t->behind = -1; /* "the day before." */
    if (t->behind < 0) t->to = (int16_t)time_next(z, to);
    return true;
}

/* "in two weeks", "within three days": of what lies ahead alone; else it says how long */
static bool ahead(const time_scan *z, int i, dem_time *t)
{
    int to = time_is(z, i - 1, "in") || time_is(z, i - 1, "within") ? counted_at(z, i, t) : 0;
    if (!to || t->unit > DEM_UNIT_YEAR) return false;
    t->kind = DEM_DATED_AGO;
    t->to = (int16_t)to;
    return true;
}

/* "over the past month", "in the last three weeks" */
static bool past(const time_scan *z, int i, dem_time *t)
{
    dem_unit unit;
    if (time_kind(z, i) != DEM_TIME_WHICH || time_value(z, i) >= 0 || !time_is(z, i - 1, "the")) return false;
    int to = counted_at(z, i + 1, t);
    if (!to) {
        if (!unit_at(z, i + 1, &unit)) return false;
        if (is_plural(z, i + 1)) return false; /* "the past weeks": no number */
        t->count = 1;
        t->unit = (uint8_t)unit;
        to = i + 2;
    }
    if (time_is(z, to, "of")) return false; /* "the last 11 days of the campaign" */
    t->kind = t->unit == DEM_UNIT_WEEKEND ? DEM_DATED_UNIT : DEM_DATED_PAST;
    t->count = -t->count;
    t->to = (int16_t)to;
    return true;
}

/* "last week", "this month", "next year", "this past weekend"; "the previous day" counts from what is told */
static bool which_unit(const time_scan *z, int i, dem_time *t)
{
    unsigned kind = time_kind(z, i);
    int at = i + 1;
    dem_unit unit;
    bool the = time_is(z, i - 1, "the");
    bool behind = kind == DEM_TIME_BEHIND && the; /* "the following day" */
    if (behind) kind = DEM_TIME_TOLD_WHICH;
    if (kind != DEM_TIME_WHICH && kind != DEM_TIME_TOLD_WHICH) return false;
    int n = time_value(z, i);
    if (n == 0 && time_kind(z, at) == DEM_TIME_WHICH && time_value(z, at) < 0)
        n = time_value(z, at++); /* "this past" */
    if (!unit_at(z, at, &unit) || is_plural(z, at) || unit == DEM_UNIT_HOUR) return false;
    bool told = the && (kind == DEM_TIME_TOLD_WHICH || (n > 0 && unit == DEM_UNIT_DAY)); /* "the next day" */
    if (unit == DEM_UNIT_DAY && !told) return false;
    if (kind == DEM_TIME_TOLD_WHICH && !told) return false; /* "following weeks of protest" */
    t->kind = told ? DEM_DATED_COUNTED : DEM_DATED_UNIT;
    t->count = n;
    t->unit = (uint8_t)unit;
    t->to = (int16_t)(at + 1);
    return true;
}

/* "the weekend", "on the weekend"; "that weekend" is told */
static bool weekend(const time_scan *z, int i, dem_time *t)
{
    static const char *const BEFORE[] = {"the", "over", "at"};
    dem_unit unit;
    if (!unit_at(z, i, &unit) || unit != DEM_UNIT_WEEKEND || !TIME_IS_ONE_OF(z, i - 1, BEFORE)) return false;
    if (is_plural(z, i) || time_before_noun(z, i)) return false;
    t->kind = DEM_DATED_UNIT;
    t->unit = (uint8_t)unit;
    t->which = DEM_TIME_NEAREST;
    t->to = (int16_t)(i + 1);
    return true;
}

/* "that day", "earlier in the day"; "in the same call": the day of the call that was told */
static bool same(const time_scan *z, int i, dem_time *t)
{
    t->kind = DEM_DATED_SAME;
    t->unit = DEM_UNIT_DAY;
    if (time_kind(z, i) == DEM_TIME_SAME_DAY) {
        t->to = (int16_t)time_next(z, i);
        return true;
    }
    if (!time_is(z, i, "same") || !time_is(z, i - 1, "the") || i + 1 >= z->n) return false;
    dem_unit unit;
    bool period = unit_at(z, i + 1, &unit) && unit > DEM_UNIT_DAY;
    if (period) t->unit = (uint8_t)unit; /* "the same week" */
    else if (z->s->tok[i + 1].upos != DEM_UPOS_NOUN) return false;
    else if (!unit_at(z, i + 1, &unit)) t->behind = (int16_t)(i + 1);
    t->to = (int16_t)(i + 2);
    return true;
}

bool time_relative(const time_scan *z, int i, dem_time *out)
{
    *out = time_new(i, i + 1, DEM_DATED_TODAY);
    if (time_kind(z, i) == DEM_TIME_DAY) {
        int to = time_next(z, i);
        out->to =
            (int16_t)(time_kind(z, to) == DEM_TIME_DAYTIME ? time_next(z, to) : to); /* "yesterday morning" */
        out->count = time_value(z, i);
        return true;
    }
    if (time_kind(z, i) == DEM_TIME_EVE) { /* "on the eve of the vote" */
        out->kind = DEM_DATED_COUNTED;
        out->unit = DEM_UNIT_DAY;
        out->count = time_value(z, i);
        out->to = (int16_t)(i + 1);
        out->behind = (int16_t)time_next(z, i);
        return out->behind < z->n;
    }
    if (past(z, i, out) || which_unit(z, i, out)) return true;
    *out = time_new(i, i + 1, DEM_DATED_TODAY);
    if (count_and_turn(z, i, out)) return true;
    *out = time_new(i, i + 1, DEM_DATED_TODAY);
    if (ahead(z, i, out) || weekend(z, i, out)) return true;
    *out = time_new(i, i + 1, DEM_DATED_TODAY);
    return same(z, i, out);
}
