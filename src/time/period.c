/* time/period.c - longer times that are named: seasons, quarters, decades, holidays, and parts of longer times. */
#include "time/words.h"

/* "[of|in] [the]" between a part and the whole: where the whole begins. */
static int whole_at(const time_scan *z, int i)
{
    if (time_is(z, i, "of") || time_is(z, i, "in")) i++;
    return i;
}

/* "the year", "this month", "last week": units of today's */
static int unit_at(const time_scan *z, int i, dem_time *t)
{
    bool the = time_is(z, i, "the"), which = time_kind(z, i) == DEM_TIME_WHICH;
    int at = the || which ? i + 1 : i;
    if (the && time_kind(z, at) == DEM_TIME_WHICH) return 0; /* "the last three weeks" */
    if ((!the && !which) || time_kind(z, at) != DEM_TIME_UNIT) return 0;
    int unit = time_value(z, at);
    if (unit != DEM_UNIT_WEEK && unit != DEM_UNIT_MONTH && unit != DEM_UNIT_YEAR && unit != DEM_UNIT_DECADE)
        return 0;
    t->kind = DEM_DATED_UNIT;
    t->unit = (uint8_t)unit;
    t->count = which ? time_value(z, i) : 0;
    return at + 1;
}

/* A month or a year, perhaps both: "March 2022", "May", "2021" */
static int month_or_year(const time_scan *z, int i, dem_time *t)
{
    dem_time inner;
    int to = i;
    if (time_is(z, i, "the") && time_is(z, i + 1, "year")) i += 2; /* "the year 2023" */
    if (time_kind(z, i) == DEM_TIME_MONTH) {
        t->kind = DEM_DATED_CALENDAR;
        t->at.month = (int16_t)time_value(z, i);
        to = time_next(z, i);
        int at = time_is(z, to, ",") || time_is(z, to, "of") ? to + 1 : to, end;
        int year = time_year(z, at, &end);
        t->at.year = (int16_t)year;
        return year ? end : to;
    }
    if (time_calendar(z, i, &inner) && !inner.at.month && inner.at.year && !inner.end.year) {
        t->kind = DEM_DATED_CALENDAR;
        t->at = inner.at;
        return inner.to;
    }
    int year = time_year(z, i, &to);
    if (!year || time_before_noun(z, i)) return 0;
    t->kind = DEM_DATED_CALENDAR;
    t->at.year = (int16_t)year;
    return to;
}

static int decade_at(const time_scan *z, int i, dem_time *t)
{
    if (time_is(z, i, "the")) i++;
    if (time_kind(z, i) != TIME_TENS) return 0;
    t->kind = DEM_DATED_DECADE;
    t->at.year = (int16_t)time_value(z, i);
    if (z->w[i].part != DEM_PART_WHOLE) t->part = z->w[i].part;
    return i + 1;
}

static int season_at(const time_scan *z, int i, dem_time *t);

/* "early March", "the end of 2021", "mid 1990s", "later this week", "the beginning of the year", "late last summer" */
static bool part_of(const time_scan *z, int i, dem_time *t)
{
    unsigned kind = time_kind(z, i);
    bool turn = kind == DEM_TIME_LATER; /* "earlier this week" */
    if (kind != DEM_TIME_PART && !turn) return false;
    int part = turn ? (time_value(z, i) < 0 ? DEM_PART_EARLY : DEM_PART_LATE) : time_value(z, i);
    int at = time_next(z, i);
    bool joined = time_is(z, at, "-"); /* "mid - March" */
    at = whole_at(z, at + joined);
    bool unit = true;
    int to = unit_at(z, at, t);
    if (!to) {
        unit = false;
        to = month_or_year(z, at, t);
    }
    if (!to) to = decade_at(z, at, t);
    if (!to) to = season_at(z, at, t);
    if (!to || (turn && !unit)) return false;
    t->part = (uint8_t)part;
    t->to = (int16_t)to;
    return true;
}

/* "the first week of May [2022]", "the last week of March", "the week of 3 May" */
static bool week_of(const time_scan *z, int i, dem_time *t)
{
    int nth = 0, at = i;
    if (time_kind(z, i) == DEM_TIME_ORDINAL) {
        nth = time_value(z, i);
        at = time_next(z, i);
    } else if (time_kind(z, i) == DEM_TIME_WHICH && time_value(z, i) < 0 && time_is(z, i - 1, "the")) {
        nth = -1;
        at = i + 1;
    }
    if (time_kind(z, at) != DEM_TIME_UNIT || time_value(z, at) != DEM_UNIT_WEEK || !time_is(z, at + 1, "of"))
        return false;
    int to = 0;
    dem_time inner;
    if (nth) to = month_or_year(z, at + 2, t);
    else if (time_calendar(z, at + 2, &inner) && inner.at.day && !inner.end.day) {
        t->at = inner.at;
        to = inner.to;
    }
    if (!to || (nth && !t->at.month)) return false;
    t->kind = DEM_DATED_CALENDAR;
    t->unit = DEM_UNIT_WEEK;
    t->nth = (int8_t)nth;
    t->to = (int16_t)to;
    return true;
}

/* "last summer", "the winter of 2021[-22]", "spring 2020"; a season alone only behind a word of time. */
static int season_at(const time_scan *z, int i, dem_time *t)
{
    static const char *const BEFORE[] = {"in", "since", "until", "during", "by", "over"};
    bool which = time_kind(z, i) == DEM_TIME_WHICH;
    bool the = time_is(z, i, "the");
    int at = i + (which || the), end;
    if (time_kind(z, at) != DEM_TIME_SEASON) return 0;
    bool part = z->w[at].part != DEM_PART_WHOLE;
    int to = time_next(z, at), of = time_is(z, to, "of") || time_is(z, to, ",") ? to + 1 : to;
    int year = time_year(z, of, &end);
    bool in =
        TIME_IS_ONE_OF(z, i - 1, BEFORE) || (time_is(z, i - 1, "the") && TIME_IS_ONE_OF(z, i - 2, BEFORE));
    if (!which && !year && !in && !part) return 0;
    if (!year && time_before_noun(z, at)) return 0; /* "the spring offensive" */
    t->kind = DEM_DATED_SEASON;
    t->count = time_value(z, at);
    t->part = z->w[at].part;
    t->which = which ? (int8_t)time_value(z, i) : DEM_TIME_NEAREST;
    if (!year) return to;
    t->at.year = (int16_t)year;
    bool two = (time_is(z, end, "-") || time_is(z, end, "–") || time_is(z, end, "/")) &&
               time_kind(z, end + 1) == TIME_DIGITS && time_value(z, end + 1) % 100 == (year + 1) % 100;
    if (two) t->end.year = (int16_t)(year + 1); /* "the winter of 2021-22" */
    return two ? end + 2 : end;
}

static bool quarter(const time_scan *z, int i, dem_time *t)
{
    static const char *const BEFORE[] = {"in", "for", "during", "of", "since", "by"};
    int end;
    if (time_kind(z, i) != DEM_TIME_QUARTER) return false;
    int to = time_next(z, i), of = time_is(z, to, "of") ? to + 1 : to, year = time_year(z, of, &end);
    bool in = time_is(z, i - 1, "the") && TIME_IS_ONE_OF(z, i - 2, BEFORE);
    dem_time this;
    bool which = time_kind(z, of) == DEM_TIME_WHICH || time_is(z, of, "the");
    int behind = which ? unit_at(z, of, &this) : 0;
    if (!year && !in && !behind) return false;
    t->kind = DEM_DATED_QUARTER;
    t->count = time_value(z, i);
    t->at.year = (int16_t)year;
    t->to = (int16_t)(year ? end : to);
    return true;
}

/* "in the 19th century": no day, but long ago */
static bool century(const time_scan *z, int i, dem_time *t)
{
    unsigned kind = time_kind(z, i);
    if (kind != TIME_NTH && kind != DEM_TIME_ORDINAL) return false;
    int at = time_next(z, i) + time_is(z, time_next(z, i), "-");
    if (time_kind(z, at) != DEM_TIME_UNIT || time_value(z, at) != DEM_UNIT_CENTURY) return false;
    t->kind = DEM_DATED_CENTURY;
    t->count = time_value(z, i);
    t->to = (int16_t)(at + 1);
    return t->count >= 1 && t->count <= 21;
}

/* Whose holiday: "India's Independence Day", "Ukrainian Independence Day" */
static void owner(const time_scan *z, int i, dem_time *t)
{
    const dem_sense *sense;
    uint32_t n;
    bool possessive = time_is(z, i - 1, "'s") || time_is(z, i - 1, "\xe2\x80\x99s");
    int at = i - 1 - possessive;
    if (at < 0 || !dem_lexicon_match(z->lex, &z->s->tok[at].form, 1, &sense, &n)) return;
    for (uint32_t k = 0; k < n; k++)
        if (sense[k].actor->kind == DEM_ACTOR_COUNTRY)
            memcpy(t->country, sense[k].actor->code, sizeof t->country);
}

/* "[last] Christmas", "Easter [of] 2021" */
static bool holiday(const time_scan *z, int i, dem_time *t)
{
    bool which = time_kind(z, i) == DEM_TIME_WHICH;
    int at = i + which, end;
    if (time_kind(z, at) != DEM_TIME_HOLIDAY) return false;
    int to = time_next(z, at), of = time_is(z, to, "of") || time_is(z, to, ",") ? to + 1 : to,
        year = time_year(z, of, &end);
    t->kind = DEM_DATED_NAMED;
    t->count = time_value(z, at);
    t->which = which ? (int8_t)time_value(z, i) : DEM_TIME_NEAREST;
    t->at.year = (int16_t)year;
    t->to = (int16_t)(year ? end : to);
    owner(z, i, t);
    return true;
}

bool time_period(const time_scan *z, int i, dem_time *out)
{
    *out = time_new(i, i + 1, DEM_DATED_UNIT);
    if (part_of(z, i, out) || holiday(z, i, out) || quarter(z, i, out)) return true;
    *out = time_new(i, i + 1, DEM_DATED_UNIT);
    if (week_of(z, i, out) || century(z, i, out)) return true;
    *out = time_new(i, i + 1, DEM_DATED_UNIT);
    int to = time_is(z, i, "the") ? 0 : decade_at(z, i, out);
    if (!to && !time_is(z, i, "the")) to = season_at(z, i, out);
    out->to = (int16_t)to;
    return to > i;
}
