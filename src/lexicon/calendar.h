/* lexicon/calendar.h - the words of time, and the days that have names: lexicon/calendar.txt as tables.
 *
 * What the words are stands here; what they do together is grammar, and stands in src/time. */
#ifndef DEM_LEXICON_CALENDAR_H
#define DEM_LEXICON_CALENDAR_H
#include "lexicon/lexicon.h"

/* The classes of words of time, by their names in the file, and the values they may have. */
#define DEM_TIME_CLASSES(CLASS)                                                                                \
    CLASS(MONTH, "month", 1, 12)                                                                               \
    CLASS(WEEKDAY, "weekday", 1, 7)                                                                            \
    CLASS(SEASON, "season", 1, 12)                                                                             \
    CLASS(QUARTER, "quarter", 1, 4)                                                                            \
    CLASS(NUMBER, "number", 1, 100)                                                                            \
    CLASS(ORDINAL, "ordinal", -1, 31)                                                                          \
    CLASS(DAY, "day", -7, 7)               /* counted from today: "yesterday" is -1 */                         \
    CLASS(SAME_DAY, "same-day", 0, 0)      /* "that day" */                                                    \
    CLASS(WHICH, "which", -1, 1)           /* "last", "this", "next" */                                        \
    CLASS(TOLD_WHICH, "told-which", -1, 1) /* "previous", "following" */                                       \
    CLASS(DAYTIME, "daytime", 0, 0)        /* "morning" */                                                     \
    CLASS(AGO, "ago", 0, 0)                                                                                    \
    CLASS(LATER, "later", -1, 1)   /* "later", "earlier": counted from what is told */                         \
    CLASS(BEHIND, "behind", -1, 1) /* "after", "before": counted from what stands behind */                    \
    CLASS(EVE, "eve", -1, -1)      /* "eve of" */

typedef enum dem_time_class {
    DEM_TIME_NO_WORD,
#define CLASS(id, name, lo, hi) DEM_TIME_##id,
    DEM_TIME_CLASSES(CLASS)
#undef CLASS
        DEM_TIME_UNIT, /* value: dem_unit */
    DEM_TIME_PART,     /* value: dem_part */
    DEM_TIME_HOLIDAY,  /* value: number of its first rule */
    DEM_TIME_CLASS_COUNT
} dem_time_class;

/* In the order of their length. A weekend is the Saturday and the Sunday of a week. */
typedef enum dem_unit {
    DEM_UNIT_HOUR,
    DEM_UNIT_DAY,
    DEM_UNIT_WEEKEND,
    DEM_UNIT_WEEK,
    DEM_UNIT_FORTNIGHT,
    DEM_UNIT_MONTH,
    DEM_UNIT_YEAR,
    DEM_UNIT_DECADE,
    DEM_UNIT_CENTURY,
    DEM_UNIT_COUNT
} dem_unit;

/* "early", "mid", "late", "the first half of" a longer time. */
typedef enum dem_part {
    DEM_PART_EARLY,
    DEM_PART_MID,
    DEM_PART_LATE,
    DEM_PART_FIRST_HALF,
    DEM_PART_SECOND_HALF,
    DEM_PART_WHOLE /* behind the named ones */
} dem_part;

typedef struct dem_time_word {
    uint8_t class; /* dem_time_class */
    int16_t value;
} dem_time_word;

typedef enum dem_holiday_rule {
    DEM_HOLIDAY_FIXED,    /* day, month */
    DEM_HOLIDAY_NTH,      /* nth weekday of month (nth -1: the last), and `shift` days more */
    DEM_HOLIDAY_EASTER,   /* `shift` days from Easter of the western churches */
    DEM_HOLIDAY_ORTHODOX, /* of the orthodox ones */
    DEM_HOLIDAY_ISLAMIC,  /* day, month of the tabular Islamic calendar */
    DEM_HOLIDAY_LISTED    /* date[n_date] */
} dem_holiday_rule;

#define DEM_HOLIDAY_NONE UINT32_MAX

/* A rule for the days of a holiday. A name may have several, one a country, or further dates; the last one written comes
 * first. */
typedef struct dem_holiday {
    uint8_t rule;         /* dem_holiday_rule */
    int8_t month, day;    /* 1.. */
    int8_t nth, weekday;  /* of DEM_HOLIDAY_NTH; 0 is Monday */
    int16_t shift;        /* days */
    uint8_t known_to;     /* dem_unit: how exactly the day is known (day, week, month) */
    char country[4];      /* where the name means this day; "" anywhere */
    const dem_date *date; /* [n_date], rising */
    uint32_t n_date;
    uint32_t next; /* number of the next rule of the name, or DEM_HOLIDAY_NONE */
} dem_holiday;

/* The longest word or phrase of time at word[0]; *len its length in words (0: none, and the class is DEM_TIME_NO_WORD).
 * Case does not count. */
dem_time_word dem_lexicon_time(const dem_lexicon *l, const dem_str *word, uint32_t n, uint32_t *len);
/* A rule by its number. */
const dem_holiday *dem_lexicon_holiday(const dem_lexicon *l, uint32_t number);

#endif
