/* record/ontology.c - tables made from the two lists. */
#include "record/ontology.h"

typedef struct {
    const char *name, *what;
    int quad, needs_recipient;
    double score;
} event_row;
static const event_row EVENTS[] = {
#define EVENT(id, quad, score, needs, what) {#id, what, quad, needs, score},
#include "record/ontology.def"
};

typedef struct {
    const char *name, *what;
    dem_event_type event;
    double score;
} mode_row;
static const mode_row MODES[] = {
#define MODE(event, id, name, score, what) {name, what, DEM_##event, score},
#include "record/ontology.def"
};

typedef struct {
    const char *name, *what;
} named;
static const named CONTEXTS[] = {
#define CONTEXT(id, what) {#id, what},
#include "record/ontology.def"
};
static const named SECTORS[] = {
#define SECTOR(id, what) {#id, what},
#include "record/ontology.def"
};
static const named AUXES[] = {
#define AUX(id, what) {#id, what},
#include "record/ontology.def"
};
static const dem_cameo CAMEOS[] = {
#define CAMEO(code, label, goldstein, event, mode, context) {code, label, goldstein, event, mode, context},
#include "record/cameo.def"
};
enum { CAMEO_COUNT = sizeof CAMEOS / sizeof *CAMEOS };

_Static_assert(DEM_MODE_COUNT <= 128, "dem_modes holds 128 bits");
_Static_assert(DEM_CONTEXT_COUNT <= 64, "dem_contexts holds 64 bits");
_Static_assert(DEM_SECTOR_COUNT <= 32, "dem_sectors holds 32 bits");

const char *dem_event_name(dem_event_type e)
{
    return e < DEM_EVENT_COUNT ? EVENTS[e].name : "";
}
const char *dem_event_what(dem_event_type e)
{
    return e < DEM_EVENT_COUNT ? EVENTS[e].what : "";
}
const char *dem_mode_name(unsigned m)
{
    return m < DEM_MODE_COUNT ? MODES[m].name : "";
}
const char *dem_mode_what(unsigned m)
{
    return m < DEM_MODE_COUNT ? MODES[m].what : "";
}
const char *dem_context_name(unsigned c)
{
    return c < DEM_CONTEXT_COUNT ? CONTEXTS[c].name : "";
}
const char *dem_context_what(unsigned c)
{
    return c < DEM_CONTEXT_COUNT ? CONTEXTS[c].what : "";
}
const char *dem_sector_name(unsigned s)
{
    return s < DEM_SECTOR_COUNT ? SECTORS[s].name : "";
}
const char *dem_sector_what(unsigned s)
{
    return s < DEM_SECTOR_COUNT ? SECTORS[s].what : "";
}
const char *dem_aux_name(unsigned a)
{
    return a < DEM_AUX_COUNT ? AUXES[a].name : "";
}

static unsigned find_named(const named *row, unsigned n, dem_str name)
{
    unsigned i = 0;
    while (i < n && !dem_str_is(name, row[i].name)) i++;
    return i;
}

dem_event_type dem_event_by_name(dem_str name)
{
    unsigned i = 0;
    while (i < DEM_EVENT_COUNT && !dem_str_is(name, EVENTS[i].name)) i++;
    return (dem_event_type)i;
}
unsigned dem_mode_by_name(dem_event_type e, dem_str name)
{
    unsigned i = 0;
    while (i < DEM_MODE_COUNT && !(MODES[i].event == e && dem_str_is(name, MODES[i].name))) i++;
    return i;
}
unsigned dem_context_by_name(dem_str name)
{
    return find_named(CONTEXTS, DEM_CONTEXT_COUNT, name);
}
unsigned dem_sector_by_name(dem_str name)
{
    return find_named(SECTORS, DEM_SECTOR_COUNT, name);
}
unsigned dem_aux_by_name(dem_str name)
{
    return find_named(AUXES, DEM_AUX_COUNT, name);
}

dem_event_type dem_mode_event(unsigned m)
{
    return m < DEM_MODE_COUNT ? MODES[m].event : DEM_EVENT_NONE;
}
int dem_event_quad(dem_event_type e)
{
    return e < DEM_EVENT_COUNT ? EVENTS[e].quad : 0;
}
bool dem_event_needs_recipient(dem_event_type e)
{
    return e < DEM_EVENT_COUNT && EVENTS[e].needs_recipient;
}

double dem_event_score(dem_event_type e, dem_modes modes)
{
    if (e >= DEM_EVENT_COUNT) return 0;
    double best = EVENTS[e].score;
    bool any = false;
    for (unsigned m = 0; m < DEM_MODE_COUNT; m++) {
        if (!dem_modes_has(modes, m)) continue;
        double s = MODES[m].score, size = s < 0 ? -s : s, best_size = best < 0 ? -best : best;
        if (!any || size > best_size || (size == best_size && s < best)) best = s;
        any = true;
    }
    return best;
}

const dem_cameo *dem_cameo_find(dem_str code)
{
    size_t lo = 0, hi = CAMEO_COUNT;
    while (lo < hi) {
        size_t mid = (lo + hi) / 2;
        int d = dem_str_cmp(code, dem_str_from(CAMEOS[mid].code));
        if (d == 0) return &CAMEOS[mid];
        if (d < 0)
            hi = mid;
        else
            lo = mid + 1;
    }
    return NULL;
}
