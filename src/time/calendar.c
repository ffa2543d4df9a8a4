/* time/calendar.c - dates with a month, a day or a year in them, and the ranges they make. */
#include "time/words.h"

static const dem_time_parts NO_PARTS = {0, 0, 0, false};

/* ---- one date -------------------------------------------------------------------------------------------- */

static int day_number(const time_scan *z, int i)
{
    enum { DAYS = 31 };
    unsigned kind = time_kind(z, i);
    if (kind != TIME_NTH && (kind != TIME_DIGITS || z->w[i].digits > 2 || z->w[i].short_year)) return 0;
    int v = time_value(z, i);
    return v >= 1 && v <= DAYS ? v : 0;
}

static int month_number(const time_scan *z, int i)
{
    return time_kind(z, i) == DEM_TIME_MONTH ? time_value(z, i) : 0;
}

/* Behind a month, or behind its stop: the tokenizer cuts "Mar" from its stop where a sentence may end. */
static int after_month(const time_scan *z, int i)
{
    int to = time_next(z, i);
    bool stop = time_is(z, to, ".") && time_kind(z, to + 1) == TIME_DIGITS && z->s->tok[i].form.n <= 4;
    return to + stop;
}

/* A year behind a date, perhaps behind a comma or "of": where it ends; `to` if there is none. "in May 2000 homes" has none. */
static int take_year(const time_scan *z, int to, dem_time_parts *p)
{
    int at = time_is(z, to, ",") || time_is(z, to, "of") ? to + 1 : to, end = to;
    int year = time_year(z, at, &end);
    if (!year) return to;
    p->year = (int16_t)year;
    return end;
}

/* "3 May [2022]", "3rd of May" */
static int day_month(const time_scan *z, int i, dem_time_parts *p)
{
    int day = day_number(z, i), at = i + 1;
    if (!day && time_kind(z, i) == DEM_TIME_ORDINAL && time_value(z, i) > 0 && time_is(z, i + 1, "of"))
        day = time_value(z, i);
    if (time_is(z, at, "of")) at++;
    int month = day ? month_number(z, at) : 0;
    if (!month || z->w[at].part != DEM_PART_WHOLE) return 0;
    *p = (dem_time_parts){.month = (int16_t)month, .day = (int16_t)day};
    return take_year(z, after_month(z, at), p);
}

/* "in May 30 people": the number of what stands behind it, not a day; "the May 30 talks" are of that day. */
static bool counts_noun(const time_scan *z, int month, int i)
{
    const dem_token *t = &z->s->tok[i];
    bool the = time_is(z, month - 1, "the") || time_is(z, month - 1, "'s");
    return !the && t->rel == DEM_REL_nummod && t->head > i && z->s->tok[t->head].xpos == DEM_XPOS_NNS;
}

/* "May 3[, 2022]" */
static int month_day(const time_scan *z, int i, dem_time_parts *p)
{
    int month = month_number(z, i), at = month ? after_month(z, i) : 0;
    if (month && time_is(z, at, "the")) at++;
    int day = month ? day_number(z, at) : 0;
    if (!day || z->w[i].part != DEM_PART_WHOLE || counts_noun(z, i, at)) return 0;
    *p = (dem_time_parts){.month = (int16_t)month, .day = (int16_t)day};
    return take_year(z, at + 1, p);
}

static int month_year(const time_scan *z, int i, dem_time_parts *p)
{
    int month = month_number(z, i);
    if (!month) return 0;
    *p = (dem_time_parts){.month = (int16_t)month};
    return take_year(z, after_month(z, i), p);
}

/* The date at i, *p; where it ends, 0 if there is none. A month alone is one. */
static int date_at(const time_scan *z, int i, dem_time_parts *p)
{
    *p = NO_PARTS;
    if (time_kind(z, i) == TIME_DATE) {
        *p = z->w[i].at;
        return i + 1;
    }
    int to = day_month(z, i, p);
    if (!to) to = month_day(z, i, p);
    return to ? to : month_year(z, i, p);
}

/* ---- ranges ---------------------------------------------------------------------------------------------- */

/* Behind the word or dash between the ends of a range; 0 if there is none at i. */
static int behind_separator(const time_scan *z, int i, bool between)
{
    static const char *const WORDS[] = {"-", "–", "—", "to", "until", "till", "through"};
    return TIME_IS_ONE_OF(z, i, WORDS) || (between && time_is(z, i, "and")) ? i + 1 : 0;
}

/* What the first end leaves out is what the second says: "from 28 December to 3 January 2024" begins in 2023. */
static void complete(dem_time *t)
{
    if (t->at.year || !t->end.year) return;
    bool turn = t->at.month > t->end.month;
    t->at.year = (int16_t)(t->end.year - turn);
}

/* "3 to 5 May", "3-5 May 2022", "3 and 4 May": two days of one month */
static int two_days(const time_scan *z, int i, dem_time *t)
{
    int first = day_number(z, i), at = first ? behind_separator(z, i + 1, true) : 0;
    int to = at ? day_month(z, at, &t->end) : 0;
    if (!to || first >= t->end.day) return 0;
    t->at = t->end;
    t->at.day = (int16_t)first;
    return to;
}

/* "May 3-5, 2022", "May 3 to 5", "May 3 and 4" */
static int month_two_days(const time_scan *z, int to, dem_time *t)
{
    int at = t->at.day && !t->at.year ? behind_separator(z, to, true) : 0;
    int last = at ? day_number(z, at) : 0;
    if (last <= t->at.day || month_number(z, at + 1) || time_before_noun(z, at)) return 0;
    t->end = t->at;
    t->end.day = (int16_t)last;
    return take_year(z, at + 1, &t->end);
}

/* The other end of a range whose first end stops at `to`; where it ends, or `to`. */
static int other_end(const time_scan *z, int to, bool between, dem_time *t)
{
    dem_time_parts end;
    int behind = month_two_days(z, to, t);
    if (!behind) {
        int at = behind_separator(z, to, between);
        behind = at ? date_at(z, at, &end) : 0;
        bool alike = behind && (t->at.day > 0) == (end.day > 0);
        if (!alike) return to;
        t->end = end;
    }
    complete(t);
    return behind;
}

/* ---- what stands before ---------------------------------------------------------------------------------- */

/* A month alone is one only where something says that it is a time. */
static bool month_stands(const time_scan *z, int i, int to)
{
    static const char *const SURE[] = {"in",      "since",      "until",  "till",
                                       "through", "throughout", "during", "between"};
    static const char *const LIKELY[] = {"by",    "from",   "to",  "of", "for", "before",
                                         "after", "around", "and", "or", ","};
    uint32_t names = dem_lexicon_list(z->lex, DEM_STR("month-or-name"));
    char low[16];
    bool person = dem_list_has(z->lex, names, dem_str_lower(z->s->tok[i].form, low, sizeof low));
    bool owner = time_is(z, to, "'s") || time_is(z, to, "\xe2\x80\x99s"), the = time_is(z, i - 1, "the");
    if (TIME_IS_ONE_OF(z, i - 1, SURE) || z->w[i].part != DEM_PART_WHOLE) return true;
    if (time_before_noun(z, i)) return the || !person;
    return !person && (owner || TIME_IS_ONE_OF(z, i - 1, LIKELY));
}

/* A year alone likewise; "in 2000 homes" is none, "the 2019 agreement" is the name of that. */
static bool year_stands(const time_scan *z, int i)
{
    static const char *const BEFORE[] = {"in",   "since", "during", "of",      "early", "late",
                                         "from", "until", "till",   "by",      "after", "before",
                                         "year", "circa", "around", "between", "mid",   "through"};
    enum { NAMES_FROM = 1900, NAMES_TO = 2100 };
    bool noun = time_before_noun(z, i), before = TIME_IS_ONE_OF(z, i - 1, BEFORE);
    if (!noun) return before;
    int head = z->s->tok[i].head, v = time_value(z, i);
    bool plural = z->s->tok[head].xpos == DEM_XPOS_NNS || z->s->tok[head].xpos == DEM_XPOS_NNPS;
    return v >= NAMES_FROM && v <= NAMES_TO && (time_is(z, i - 1, "the") || (!plural && !before));
}

/* ---- the expressions ------------------------------------------------------------------------------------- */

static bool dates(const time_scan *z, int i, dem_time *t)
{
    bool between = time_is(z, i - 1, "between");
    int to = two_days(z, i, t);
    if (!to) {
        to = date_at(z, i, &t->at);
        if (!to) return false;
        int end = other_end(z, to, between, t);
        bool bare = end == to && !t->at.day && !t->at.year;
        if (bare && !month_stands(z, i, to)) return false;
        to = end;
    }
    if (!t->at.day) t->part = z->w[i].part;
    t->to = (int16_t)to;
    return true;
}

/* "2014-2016", "2014–16", "from 2014 to 2016", "between 2014 and 2016", "2014/15" */
static bool year_range(const time_scan *z, int i, dem_time *t)
{
    int to = i + 1, end = 0, year = time_year(z, i, &to);
    if (time_kind(z, i) == TIME_YEARS) {
        t->at.year = (int16_t)time_value(z, i);
        t->end.year = z->w[i].at.month;
        t->to = (int16_t)to;
        return true;
    }
    int at = year ? behind_separator(z, to, time_is(z, i - 1, "between")) : 0;
    if (!at) return false;
    int last = time_year(z, at, &end);
    if (!last && time_kind(z, at) == TIME_DIGITS && z->w[at].digits == 2) {
        last = year - year % 100 + time_value(z, at);
        end = at + 1;
    }
    if (last <= year) return false;
    t->at.year = (int16_t)year;
    t->end.year = (int16_t)last;
    t->to = (int16_t)end;
    return true;
}

static bool years(const time_scan *z, int i, dem_time *t)
{
    int to = i + 1;
    if (year_range(z, i, t)) return true;
    if (time_kind(z, i) == TIME_DIGITS && z->w[i].part != DEM_PART_WHOLE) { /* "mid-2021" */
        t->at.year = (int16_t)time_value(z, i);
        t->part = z->w[i].part;
        t->to = (int16_t)to;
        return true;
    }
    int year = time_year(z, i, &to);
    if (!year || !year_stands(z, i)) return false;
    t->at.year = (int16_t)year;
    t->to = (int16_t)to;
    return true;
}

/* "on the 24th [of this month]"; not "on the 24th floor" */
static bool day_alone(const time_scan *z, int i, dem_time *t)
{
    static const char *const BEFORE[] = {"on", "by", "until", "since", "from"};
    bool weekday = time_kind(z, i - 2) == DEM_TIME_WEEKDAY;
    if (time_kind(z, i) != TIME_NTH || !time_is(z, i - 1, "the")) return false;
    if (!weekday && !TIME_IS_ONE_OF(z, i - 2, BEFORE)) return false;
    unsigned next = i + 1 < z->n ? z->s->tok[i + 1].upos : DEM_UPOS_PUNCT;
    bool noun = next == DEM_UPOS_NOUN || next == DEM_UPOS_ADJ || next == DEM_UPOS_PROPN;
    if (noun || !day_number(z, i)) return false;
    t->at.day = (int16_t)day_number(z, i);
    t->to = (int16_t)(i + 1);
    return true;
}

bool time_calendar(const time_scan *z, int i, dem_time *out)
{
    int day = i + (time_kind(z, i) == DEM_TIME_WHICH); /* "this Friday, Dec. 29, 2017" */
    *out = time_new(i, i, DEM_DATED_CALENDAR);
    if (time_kind(z, day) == DEM_TIME_WEEKDAY) { /* "Monday, 3 May", "Friday the 13th" */
        int at = time_next(z, day);
        if (time_is(z, at, ",")) at++;
        if (time_is(z, at, "the")) at++;
        out->weekday = (int8_t)(time_value(z, day) - 1);
        if (day > i) out->which = (int8_t)time_value(z, i);
        return (dates(z, at, out) || day_alone(z, at, out)) && out->at.day;
    }
    bool which = time_kind(z, i) == DEM_TIME_WHICH && time_kind(z, i + 1) == DEM_TIME_MONTH;
    if (which) { /* "last March" */
        out->which = (int8_t)time_value(z, i);
        out->at.month = (int16_t)time_value(z, i + 1);
        out->to = (int16_t)(i + 2);
        return !day_number(z, i + 2);
    }
    return dates(z, i, out) || years(z, i, out) || day_alone(z, i, out);
}

bool time_weekday(const time_scan *z, int i, dem_time *out)
{
    bool which = time_kind(z, i) == DEM_TIME_WHICH && time_kind(z, i + 1) == DEM_TIME_WEEKDAY;
    int at = i + which;
    if (time_kind(z, at) != DEM_TIME_WEEKDAY) return false;
    int to = time_next(z, at);
    *out = time_new(i, to, DEM_DATED_WEEKDAY);
    out->weekday = (int8_t)(time_value(z, at) - 1);
    if (which) out->which = (int8_t)time_value(z, i);
    int end = behind_separator(z, to, time_is(z, i - 1, "between"));
    if (end && time_kind(z, end) ==
                   DEM_TIME_WEEKDAY) { /* "from Monday to Wednesday": the first; the last is no date of it */
        out->end.day = (int16_t)time_value(z, end);
        to = time_next(z, end);
    }
    if (time_kind(z, to) == DEM_TIME_DAYTIME) to = time_next(z, to);
    out->to = (int16_t)to;
    return true;
}
