/* time/time.h - time expressions: where they stand in a sentence, and which days they mean.
 *
 *   tokens ──> words of time (words.h) ──> dem_time (find.c and the files it asks)  "last Monday": a Monday, the last one
 *          ──> dem_days (resolve.c), once one knows from which day it is counted     2025-03-10 .. 2025-03-10, day
 *
 * Finding needs no date: what is counted, and from what, is said by the words. Resolving needs no words: it counts.
 * The kinds are those of TIMEX3 (ISO 24617-1) as far as an event's day needs them: dates and their ranges; no durations,
 * no repetitions, no times of day. */
#ifndef DEM_TIME_TIME_H
#define DEM_TIME_TIME_H
#include "base/vec.h"
#include "lexicon/calendar.h"
#include "record/event.h"
#include "record/sentence.h"

typedef enum dem_time_kind {
    DEM_DATED_CALENDAR, /* "3 May 2022", "May 3", "in May", "in 2014", "on the 24th" */
    DEM_DATED_WEEKDAY,  /* "on Sunday", "Monday last week" */
    DEM_DATED_TODAY,    /* "yesterday": `count` days from today */
    DEM_DATED_UNIT,     /* "last month", "early this year", "the end of the week": `count` units from today's */
    DEM_DATED_PAST,     /* "over the past three weeks" */
    DEM_DATED_AGO,      /* "a year and a half ago"; count > 0: "in two weeks", which only what lies ahead has */
    DEM_DATED_COUNTED,  /* "two days later", "the week before": from what is told; with `behind`: from that */
    DEM_DATED_SAME,     /* "that day", "in the same call": the day of what is told */
    DEM_DATED_SEASON,   /* "last summer" */
    DEM_DATED_QUARTER,  /* "the second quarter of 2023" */
    DEM_DATED_DECADE,   /* "the early 1990s" */
    DEM_DATED_CENTURY,  /* "the 19th century" */
    DEM_DATED_NAMED     /* "Christmas", "Easter 2021" */
} dem_time_kind;

/* A day, a month or a year as written; what is not written is 0. Ambiguous: "3/4/2024", where day and month may be changed
 * about. */
typedef struct dem_time_parts {
    int16_t year, month, day;
    bool ambiguous;
} dem_time_parts;

typedef struct dem_time {
    int16_t from, to; /* tokens [from, to) */
    uint8_t kind;     /* dem_time_kind */
    uint8_t unit;     /* dem_unit, where something is counted in units */
    uint8_t part;     /* dem_part: of what is named */
    int8_t which;     /* "last" -1, "this" 0, "next" 1; DEM_TIME_NEAREST if it is not said */
    int8_t weekday;   /* 0 Monday .. 6 Sunday: the day, or the one named beside a date; -1 */
    int8_t nth;       /* "the first week of May": 1, the last: -1; 0 otherwise */
    int16_t
        behind; /* of DEM_DATED_COUNTED: the token from which on stands what it is counted from; -1: what is told */
    int32_t
        count; /* units, with their sign; of a holiday the number of its first rule; of a season its first month */
    dem_time_parts at;  /* the date, or the first of a range, or the month and year of what is named */
    dem_time_parts end; /* the last of a range, empty without one; of weekdays `day` is the last one, 1 to 7 */
    char country[4];    /* whose holiday, if it is said beside it; else "" */
    bool half;          /* "and a half" */
    bool label;  /* it is part of a noun's name or its possessor: "the 2019 agreement", "Monday's vote" */
    bool since;  /* "since March": it goes on from then */
    bool until;  /* "until Friday": it ends then */
    bool by;     /* "by October": it is to have come by then */
    bool counts; /* "the 15th test this year": within this time it is counted, not dated */
} dem_time;

enum { DEM_TIME_NEAREST = 9 };

typedef DEM_VEC(dem_time) dem_times;

/* What is known of the days that expressions are counted from. */
typedef struct dem_time_anchor {
    dem_date day;        /* of publication, or DEM_DATE_NONE */
    dem_date written;    /* the day of the dateline: "today" is that one; DEM_DATE_NONE: that of publication */
    dem_date told;       /* what the narrative tells of, or DEM_DATE_NONE */
    dem_date behind;     /* what stands behind "a week after", or DEM_DATE_NONE */
    bool future;         /* the act lies ahead: the next Friday, not the last one */
    bool south;          /* seasons are those of the southern half of the earth */
    int8_t month_first;  /* who publishes writes 3/18/2024: 1; 18/3/2024: 0; not known: -1 */
    const char *country; /* whose Independence Day, if nothing is said beside it; "" if not known */
} dem_time_anchor;

/* The days that an expression may mean: first .. last, and how exactly the first is to be taken (docs/output.md). */
typedef struct dem_days {
    dem_date first, last;
    dem_precision precision;
    bool conflict; /* "Monday, 18 March 2025", which was a Tuesday */
    bool period;   /* a century or the like, without a day of its own */
} dem_days;

/* Finds the expressions of a sentence, left to right, none overlapping, appended to `out` in `arena`. The sentence may be
 * without tags and tree (lemmas empty, heads DEM_ROOT): then only words decide. */
void dem_times_find(const dem_lexicon *lex, dem_arena *arena, const dem_sentence *s, dem_times *out);

/* The days that `t` means; false if it means none that is known: what it is counted from is missing, the 31st of
 * February, a day outside the years 1 to 9999, "in two weeks" of something past. */
bool dem_time_resolve(const dem_lexicon *lex, const dem_time *t, const dem_time_anchor *a, dem_days *out);
/* True if `t` names its days without any other: it has a year of its own. */
bool dem_time_absolute(const dem_time *t);
/* The bytes that `t` covers. */
dem_span dem_time_span(const dem_sentence *s, const dem_time *t);
/* "calendar", "weekday", ...: what explain calls a kind. Static storage. */
const char *dem_time_kind_name(unsigned kind);

/* The days of a holiday in a year: those of its rules for `country` if there are any, else of the rules for any country.
 * Their number, at most two: an Islamic day may come twice in a year. */
uint32_t dem_holiday_days(const dem_lexicon *lex, uint32_t rule, const char *country, int year, dem_date out[2],
                          unsigned *known_to);

#endif
