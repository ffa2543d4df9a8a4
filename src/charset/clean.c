/* charset/clean.c - see clean.h.
 *
 * Entities first, since mojibake may be written with them; mojibake before invisible characters and controls, which
 * it consists of in part; composing last. Until nothing changes any more. */
#include "charset/clean.h"
#include "charset/step.h"

enum { ODD = DEM_CLEAN_INVISIBLE | DEM_CLEAN_LIGATURES | DEM_CLEAN_CONTROLS };

typedef enum step { ENTITIES, MOJIBAKE, ODD_CHARACTERS, COMPOSE, STEPS } step;

/* The same mistake may have been made three times, and each time what it left is part controls, so it is undone as
 * often before anything else is. */
static const int TIMES[STEPS] = {[ENTITIES] = 1, [MOJIBAKE] = 3, [ODD_CHARACTERS] = 1, [COMPOSE] = 1};

static void run_step(step which, dem_edit *e, unsigned what, dem_clean_counts *counts)
{
    if (which == ENTITIES && (what & DEM_CLEAN_ENTITIES)) dem_clean_entities(e, counts);
    if (which == MOJIBAKE && (what & DEM_CLEAN_MOJIBAKE)) dem_clean_mojibake(e, counts);
    if (which == ODD_CHARACTERS && (what & ODD)) dem_clean_odd(e, what, counts);
    if (which == COMPOSE && (what & DEM_CLEAN_COMPOSED)) dem_clean_compose(e, counts);
}

/* A text on its way through the steps. */
typedef struct passage {
    dem_arena *arena;
    dem_str text;
    dem_offsets map;
    unsigned what, need; /* asked for; that, as far as the text may have something of it */
    dem_clean_counts counts;
} passage;

/* False if the step changes nothing. What it mends may show something else to the steps that follow. */
static bool take_step(passage *p, step which)
{
    dem_edit e = {.arena = p->arena, .in = p->text};
    dem_offsets change;
    run_step(which, &e, p->need, &p->counts);
    const dem_str made = dem_edit_done(&e, &change);
    if (made.p == p->text.p) return false;
    p->text = made;
    p->map = dem_offsets_compose(p->arena, p->map, change);
    p->need = dem_clean_scan(made) & p->what;
    return true;
}

static void take_steps(passage *p)
{
    for (step which = ENTITIES; which < STEPS; which++)
        for (int i = 0; i < TIMES[which] && p->need && take_step(p, which); i++) continue;
}

dem_str dem_charset_clean(dem_arena *arena, dem_str text, unsigned what, dem_offsets *map,
                          dem_clean_counts *counts)
{
    passage p = {.arena = arena, .text = text, .what = what, .need = dem_clean_scan(text) & what};
    const char *before = NULL;
    while (p.need && p.text.p != before && p.text.n < DEM_OFFSETS_MAX && p.counts.rounds < DEM_CLEAN_ROUNDS) {
        before = p.text.p;
        take_steps(&p);
        p.counts.rounds++;
    }
    *map = p.map;
    if (counts) *counts = p.counts;
    return p.text;
}
