/* record/toponym.h - the places that a report names, as geo/ finds them. */
#ifndef DEM_RECORD_TOPONYM_H
#define DEM_RECORD_TOPONYM_H
#include "record/event.h"
#include "record/locality.h"

typedef enum dem_toponym_use {
    DEM_TOPONYM_PLACE,  /* a place by its name, whatever it stands for: "in Cairo", "Cairo said" */
    DEM_TOPONYM_PEOPLE, /* an adjective or a people: "Turkish", "Poles" */
    DEM_TOPONYM_INSIDE, /* part of the name of something else: "University of Toronto" */
    DEM_TOPONYM_USE_COUNT
} dem_toponym_use;

/* "place", "people", "inside"; "" for a number out of range. Static storage. */
const char *dem_toponym_use_name(unsigned use);

typedef struct dem_toponym {
    uint32_t sentence; /* index in the sentences given */
    int16_t from, to;  /* tokens [from, to) */
    dem_span span;     /* bytes of the report */
    dem_toponym_use use;
    const dem_locality *place; /* NULL: no gazetteer has it */
    char country[4]; /* of `place`, or of the region that the text names behind it; "" if unknown or none */
} dem_toponym;

typedef struct dem_toponyms {
    dem_toponym *at; /* [n], by sentence, then by position; they do not overlap */
    uint32_t n;
    uint32_t *first; /* [sentences + 1] those of sentence i are at[first[i]] .. at[first[i + 1] - 1] */
} dem_toponyms;

/* The toponym that covers token t of sentence i, or NULL. */
const dem_toponym *dem_toponym_at(const dem_toponyms *ts, uint32_t i, int t);

#endif
