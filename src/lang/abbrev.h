/* lang/abbrev.h - words whose full stop belongs to them. Splitter and tokeniser agree on them. */
#ifndef DEM_LANG_ABBREV_H
#define DEM_LANG_ABBREV_H
#include "base/str.h"

typedef enum dem_abbrev {
    DEM_ABBREV_NO,
    DEM_ABBREV_LINKS,  /* something always follows: "Mr.", "Gen.", "J." */
    DEM_ABBREV_NUMBER, /* only before a number: "No.", "Art." */
    DEM_ABBREV_FREE    /* may end a sentence: "U.S.", "Inc.", "Jan.", "etc." */
} dem_abbrev;

/* The kind of `word`, which includes its final full stop. */
dem_abbrev dem_abbrev_of(dem_str word);

#endif
