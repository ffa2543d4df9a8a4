/* eval/change.h - two codings of the same sentences, record against record: what one lexicon says and another does not.
 *
 * Records of a sentence are paired, each at most once: those of the same trigger, equal ones before those of the same
 * type, and these before any other; of what is left, those of the same type. A pair that differs in a field is altered;
 * a record without a partner was removed or added. What only numbers a record among its neighbours (id, link, the count
 * of its mentions) is no field. */
#ifndef DEM_EVAL_CHANGE_H
#define DEM_EVAL_CHANGE_H
#include "base/vec.h"
#include "record/event.h"

/* The fields that may differ, by the names of their keys in a record (docs/output.md). */
#define DEM_CHANGE_FIELDS(X)                                                                                   \
    X(event, "event")                                                                                          \
    X(mode, "mode")                                                                                            \
    X(context, "context")                                                                                      \
    X(aux, "aux")                                                                                              \
    X(actor, "actor")                                                                                          \
    X(recipient, "recipient")                                                                                  \
    X(reciprocal, "reciprocal")                                                                                \
    X(attribution, "attribution")                                                                              \
    X(date, "date")                                                                                            \
    X(place, "event_loc")                                                                                      \
    X(cameo, "cameo")                                                                                          \
    X(trigger, "trigger")                                                                                      \
    X(flags, "flags")

typedef enum dem_change_field {
#define X(id, name) DEM_CHANGE_##id,
    DEM_CHANGE_FIELDS(X)
#undef X
        DEM_CHANGE_FIELD_COUNT
} dem_change_field;
/* "" for a number out of range. Static storage. */
const char *dem_change_field_name(unsigned field);

typedef enum dem_change_kind {
    DEM_CHANGE_ADDED,
    DEM_CHANGE_REMOVED,
    DEM_CHANGE_ALTERED,
    DEM_CHANGE_KINDS
} dem_change_kind;
/* "added", "removed", "altered". Static storage. */
const char *dem_change_kind_name(dem_change_kind kind);

/* One record that is not the same; borrowed from the two codings. */
typedef struct dem_change {
    const dem_event *old, *new; /* NULL: added, removed */
    uint32_t fields;            /* of a pair: bit set of dem_change_field */
} dem_change;

typedef struct dem_changes {
    dem_change *at;
    size_t n, cap;
} dem_changes;

static inline dem_change_kind dem_change_kind_of(const dem_change *c)
{
    return !c->old ? DEM_CHANGE_ADDED : !c->new ? DEM_CHANGE_REMOVED : DEM_CHANGE_ALTERED;
}
/* The record that tells where the change stands: the new one if there is one. Never NULL. */
static inline const dem_event *dem_change_event(const dem_change *c)
{
    return c->new ? c->new : c->old;
}

/* In which fields two records differ. */
uint32_t dem_change_fields(const dem_event *a, const dem_event *b);
/* What is not the same in the two codings of one report, in the order of the text; allocated in `arena`. */
dem_changes dem_changes_find(dem_arena *arena, const dem_events *old, const dem_events *new);

/* Counts over many reports. A zeroed one is empty. */
typedef struct dem_change_sums {
    uint64_t reports, differing;                         /* reports in all; those with a change */
    uint64_t old[DEM_EVENT_COUNT], new[DEM_EVENT_COUNT]; /* records by type */
    /* By type; of an altered record the old type. */
    uint64_t kind[DEM_CHANGE_KINDS][DEM_EVENT_COUNT];
    uint64_t field[DEM_CHANGE_FIELD_COUNT]; /* altered records in which it differs */
} dem_change_sums;

void dem_change_sums_add(dem_change_sums *sums, const dem_events *old, const dem_events *new,
                         const dem_changes *changes);

#endif
