/* reader/language_print.h - the fingerprints of languages, and how far a text is from each; for language.c only. */
#ifndef DEM_READER_LANGUAGE_PRINT_H
#define DEM_READER_LANGUAGE_PRINT_H
#include "reader/language.h"

/* Scripts, as far as they have to be told apart. */
enum {
    OTHER,
    LATIN,
    CYRILLIC,
    ARABIC,
    HEBREW,
    DEVANAGARI,
    ETHIOPIC,
    HAN,
    KANA,
    SINGLE /* of one language: no fingerprint is needed */
};

/* Distances are thousandths of what a text has to a language that it shares nothing with; those of a page to its own
 * language are 450 to 650, of a sentence 650 to 800. */
typedef struct language_rank {
    const char *first, *second; /* codes, static; NULL if nothing was comparable */
    int at_first, at_second;
    int at_english, at_wanted; /* INT_MAX if it was not compared */
} language_rank;

/* The nearest two languages of those written in `script`, and the distances of English and of the one whose code is `wanted`
 * (may be empty). */
language_rank language_nearest(const dem_languages *l, dem_str text, uint32_t script, dem_str wanted);

#endif
