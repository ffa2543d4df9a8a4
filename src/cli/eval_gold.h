/* cli/eval_gold.h - what demarche eval GOLD has measured, for its two forms of output. */
#ifndef DEM_CLI_EVAL_GOLD_H
#define DEM_CLI_EVAL_GOLD_H
#include "cli/gold_kinds.h"

/* A sentence that differs, as text: "report s3: words", then missed, extra and why. Strings in the arena of the run. */
typedef struct dem_gold_error {
    dem_str report, sentence; /* id; words, or "(outside the article)" */
    int32_t number;
    dem_strings missed, extra; /* "SANCTION USA>RUS" */
    dem_str why;               /* lines */
} dem_gold_error;

typedef struct dem_gold_errors {
    dem_gold_error *at;
    size_t n, cap;
} dem_gold_errors;

/* Appends a page that stands by itself: the figures, the confusion of types, the sentences that differ. */
void dem_gold_html(dem_buf *b, const char *file, const dem_scores_of_events *s, uint64_t strangers,
                   const dem_gold_errors *errors, const dem_kinds *kinds);

#endif
