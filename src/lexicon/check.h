/* lexicon/check.h - loading a lexicon with a say in what happens at mistakes: for `lexicon check`. */
#ifndef DEM_LEXICON_CHECK_H
#define DEM_LEXICON_CHECK_H
#include "lexicon/lexicon.h"

typedef struct dem_lexicon_options {
    bool all;   /* go on after a mistake */
    bool alone; /* the path is one file: roles, lists and codes it names may be defined elsewhere */
    const char *const *overlay; /* [n_overlays] as of dem_lexicon_load_over() */
    size_t n_overlays;
    void (*report)(void *ctx, const dem_error *mistake); /* called for each mistake; may be NULL */
    void *ctx;
} dem_lexicon_options;

/* As dem_lexicon_load(). With `all`, the result is DEM_E_LEXICON and *err the first mistake if there was any.
 */
dem_status dem_lexicon_load_with(dem_lexicon **out, const char *path, const dem_lexicon_options *options,
                                 dem_error *err);

#endif
