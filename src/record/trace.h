/* record/trace.h - why something was coded or not: what `demarche explain` shows.
 *
 * The coder fills a trace only when it is given one. Everything is allocated in `arena`. */
#ifndef DEM_RECORD_TRACE_H
#define DEM_RECORD_TRACE_H
#include "base/vec.h"
#include "record/event.h"

typedef struct dem_trace_mention {
    uint32_t sentence; /* number in the report */
    dem_entity entity;
    dem_str how;       /* "country name", "person, office on 2025-03-18", "pronoun, antecedent in sentence 0" */
} dem_trace_mention;

typedef struct dem_trace_frame {
    uint32_t sentence;
    dem_span predicate; /* the word tried */
    dem_str frame;      /* "consult.txt:12 visit.v" */
    dem_event_type type;
    bool matched;
    dem_str why;        /* matched: which words filled the roles; failed: the condition that did not hold */
} dem_trace_frame;

typedef struct dem_trace {
    dem_arena *arena; /* borrowed */
    DEM_VEC(dem_trace_mention) mentions;
    DEM_VEC(dem_trace_frame) frames;
} dem_trace;

#endif
