/* record/unresolved.h - a name that looks like an actor and that no entry of the lexicon explains: what the writer of a
 * dictionary wants to see (demarche code --unresolved-report). */
#ifndef DEM_RECORD_UNRESOLVED_H
#define DEM_RECORD_UNRESOLVED_H
#include "base/vec.h"
#include "record/ontology.h"

typedef struct dem_unresolved {
    dem_str name;        /* as in the text, without title: "Ivan Petrov"; borrowed from the report */
    dem_str role;        /* key of the title's role: "foreign-minister"; or empty */
    char code[4];        /* the country that the text gives, or "" */
    dem_sectors sectors; /* of the title */
    bool group;          /* looks like a body's name, not a person's */
    uint32_t sentence;   /* number in the report */
} dem_unresolved;

typedef DEM_VEC(dem_unresolved) dem_unresolved_list;

#endif
