/* charset/clean.c - see clean.h.
 *
 * Entities first, since mojibake may be written with them; mojibake before invisible characters and controls, which
 * it consists of in part; composing last. Until nothing changes any more. */
#include "charset/clean.h"
#include "charset/step.h"

enum { ODD = DEM_CLEAN_INVISIBLE | DEM_CLEAN_LIGATURES | DEM_CLEAN_CONTROLS };

typedef enum step { ENTITIES, MOJIBAKE, ODD_CHARACTERS, COMPOSE } step;

/* The same mistake may have been made three times, and each time what it left is part controls. */
static const step STEPS[] = {ENTITIES, MOJIBAKE, MOJIBAKE, MOJIBAKE, ODD_CHARACTERS, COMPOSE};

static void run_step(step which, dem_edit *e, unsigned what, dem_clean_counts *counts)
{
    if (which == ENTITIES && (what & DEM_CLEAN_ENTITIES)) dem_clean_entities(e, counts);
    if (which == MOJIBAKE && (what & DEM_CLEAN_MOJIBAKE)) dem_clean_mojibake(e, counts);
    if (which == ODD_CHARACTERS && (what & ODD)) dem_clean_odd(e, what, counts);
    if (which == COMPOSE && (what & DEM_CLEAN_COMPOSED)) dem_clean_compose(e, counts);
}

dem_str dem_charset_clean(dem_arena *arena, dem_str text, unsigned what, dem_offsets *map,
                          dem_clean_counts *counts)
{
    dem_clean_counts own = {0};
    *map = (dem_offsets){0};
    const char *before = NULL;
    for (int round = 0; round < DEM_CLEAN_ROUNDS && text.p != before && text.n < DEM_OFFSETS_MAX; round++) {
        unsigned need = dem_clean_scan(text) & what;
        before = text.p;
        for (unsigned i = 0; need && i < sizeof STEPS / sizeof *STEPS; i++) {
            dem_edit e = {.arena = arena, .in = text};
            dem_offsets change;
            /* The steps before this one may have made something for it. */
            run_step(STEPS[i], &e, text.p == before ? need : what, &own);
            text = dem_edit_done(&e, &change);
            *map = dem_offsets_compose(arena, *map, change);
        }
    }
    if (counts) *counts = own;
    return text;
}
