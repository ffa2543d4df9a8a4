/* record/ontology.h - event types, modes, contexts, sectors, auxiliary modes, CAMEO.
 *
 * Everything here is made from ontology.def and cameo.def. Sets are bit masks whose bit order is the
 * codebook's order: dem_modes (bit = dem_mode), dem_contexts, dem_sectors, dem_auxes. */
#ifndef DEM_RECORD_ONTOLOGY_H
#define DEM_RECORD_ONTOLOGY_H
#include "base/str.h"

typedef enum dem_event_type {
#define EVENT(id, quad, score, needs, what) DEM_##id,
#include "record/ontology.def"
    DEM_EVENT_COUNT,
    DEM_EVENT_NONE = DEM_EVENT_COUNT
} dem_event_type;

/* Modes of all events in one numbering: DEM_CONSULT_visit, DEM_ASSAULT_drone, ... */
typedef enum dem_mode {
#define MODE(event, id, name, score, what) DEM_##event##_##id,
#include "record/ontology.def"
    DEM_MODE_COUNT
} dem_mode;

typedef enum dem_context {
#define CONTEXT(id, what) DEM_CTX_##id,
#include "record/ontology.def"
    DEM_CONTEXT_COUNT
} dem_context;

/* In order of precedence (codebook 8): a lower bit comes first in a list. */
typedef enum dem_sector {
#define SECTOR(id, what) DEM_SEC_##id,
#include "record/ontology.def"
    DEM_SECTOR_COUNT
} dem_sector;

typedef enum dem_aux {
#define AUX(id, what) DEM_AUX_##id,
#include "record/ontology.def"
    DEM_AUX_COUNT
} dem_aux;

typedef struct dem_modes {
    uint64_t lo, hi; /* bit m of lo for m < 64, bit m-64 of hi above */
} dem_modes;
typedef uint64_t dem_contexts;
typedef uint32_t dem_sectors;
typedef uint8_t dem_auxes;

#define DEM_BIT(i) ((uint64_t)1 << (i))

static inline bool dem_modes_has(dem_modes s, unsigned m)
{
    return m < 64 ? (s.lo >> m) & 1 : (s.hi >> (m - 64)) & 1;
}
static inline dem_modes dem_modes_with(dem_modes s, unsigned m)
{
    if (m < 64) s.lo |= DEM_BIT(m);
    else s.hi |= DEM_BIT(m - 64);
    return s;
}
static inline bool dem_modes_empty(dem_modes s)
{
    return !s.lo && !s.hi;
}
static inline bool dem_modes_eq(dem_modes a, dem_modes b)
{
    return a.lo == b.lo && a.hi == b.hi;
}

/* Names as they are written in records ("CONSULT", "third-party", "diplomatic", "GOV", "future");
 * "" for a number out of range. Static storage. */
const char *dem_event_name(dem_event_type e);
const char *dem_mode_name(unsigned mode);
const char *dem_context_name(unsigned context);
const char *dem_sector_name(unsigned sector);
const char *dem_aux_name(unsigned aux);
/* What a type, mode, ... means, one phrase for help texts. */
const char *dem_event_what(dem_event_type e);
const char *dem_mode_what(unsigned mode);
const char *dem_context_what(unsigned context);
const char *dem_sector_what(unsigned sector);

/* The reverse; DEM_EVENT_NONE, DEM_MODE_COUNT, ... for an unknown name. */
dem_event_type dem_event_by_name(dem_str name);
unsigned dem_mode_by_name(dem_event_type e, dem_str name);
unsigned dem_context_by_name(dem_str name);
unsigned dem_sector_by_name(dem_str name);
unsigned dem_aux_by_name(dem_str name);

/* The event type a mode belongs to. */
dem_event_type dem_mode_event(unsigned mode);
/* Quad class 1..4 (1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict). */
int dem_event_quad(dem_event_type e);
/* COOPERATE, AID, SANCTION (COOPERATE may have two actors instead). */
bool dem_event_needs_recipient(dem_event_type e);
/* PLOVER score: of the mode farthest from zero (ties: the more negative), or of the event without mode. */
double dem_event_score(dem_event_type e, dem_modes modes);

typedef struct dem_cameo {
    const char *code, *label;
    double goldstein;
    const char *event, *mode, *context; /* "" if none */
} dem_cameo;
/* The row of a CAMEO code, or NULL. */
const dem_cameo *dem_cameo_find(dem_str code);

#endif
