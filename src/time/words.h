/* time/words.h - the tokens of a sentence as words of time; for the files of this folder. */
#ifndef DEM_TIME_WORDS_H
#define DEM_TIME_WORDS_H
#include "time/time.h"

/* What digits are, beside the classes of the lexicon. */
enum {
    TIME_DIGITS = DEM_TIME_CLASS_COUNT, /* "24", "2014": value; `len` tokens */
    TIME_NTH,                           /* "24th" */
    TIME_TENS,                          /* "1990s", "'90s": value is the first year */
    TIME_YEARS,                         /* "2014/15": value, and the other in at.month */
    TIME_DATE                           /* "2024-03-18", "18/03/2024": `at` */
};

typedef struct time_word {
    uint8_t kind;   /* dem_time_class or one of the above; 0: no word of time */
    uint8_t len;    /* tokens */
    uint8_t part;   /* "mid-March": dem_part of what the token holds; else DEM_PART_WHOLE */
    uint8_t digits; /* how many digits; of "'24" 2 and `short_year` */
    bool short_year;
    int32_t value;
    dem_time_parts at;
} time_word;

/* A sentence while it is searched. */
typedef struct time_scan {
    const dem_lexicon *lex;
    const dem_sentence *s;
    const time_word *w; /* [s->n] */
    int n;
} time_scan;

/* [s->n] words in `arena`; *any is set if there is one that an expression could be made of. */
time_word *time_words(const dem_lexicon *lex, dem_arena *arena, const dem_sentence *s, bool *any);

/* The kind of token i, 0 outside the sentence. */
static inline unsigned time_kind(const time_scan *z, int i)
{
    return i >= 0 && i < z->n ? z->w[i].kind : 0;
}
static inline int time_value(const time_scan *z, int i)
{
    return z->w[i].value;
}
/* Behind the word at i. */
static inline int time_next(const time_scan *z, int i)
{
    return i + z->w[i].len;
}
/* The form of token i is `word`, case apart; false outside the sentence. */
static inline bool time_is(const time_scan *z, int i, const char *word)
{
    return i >= 0 && i < z->n && dem_str_ieq(z->s->tok[i].form, dem_str_from(word));
}
/* The token begins with a capital. */
static inline bool time_capital(const time_scan *z, int i)
{
    dem_str w = z->s->tok[i].form;
    return w.n && w.p[0] >= 'A' && w.p[0] <= 'Z';
}
#define TIME_IS_ONE_OF(z, i, list) ((i) >= 0 && (i) < (z)->n && DEM_STR_IONE_OF((z)->s->tok[i].form, list))

/* An expression of tokens [from, to) with nothing else set. */
dem_time time_new(int from, int to, dem_time_kind kind);
/* A year at i, 0 if there is none: four digits, "'24", "24" behind a month; and behind it, *to. */
int time_year(const time_scan *z, int i, int *to);
/* Token i is a number or an adjective of a noun behind it: "2000 homes", "the May deal". */
bool time_before_noun(const time_scan *z, int i);

/* What begins at token i, one question a function; false, or `out` filled. */
bool time_calendar(const time_scan *z, int i, dem_time *out);
bool time_weekday(const time_scan *z, int i, dem_time *out);
bool time_relative(const time_scan *z, int i, dem_time *out);
bool time_period(const time_scan *z, int i, dem_time *out);
/* Goes on behind the expression that ends at out->to: "last year", "of next week". */
void time_which_behind(const time_scan *z, dem_time *out);

/* Days of `year`: Easter of the western and of the orthodox churches; DEM_DATE_NONE outside the years 1 to 9999. */
dem_date time_easter(int year);
dem_date time_orthodox_easter(int year);
/* A day of the tabular Islamic calendar (30-year cycle, epoch 16 July 622 Julian). */
dem_date time_islamic(int year, int month, int day);

#endif
