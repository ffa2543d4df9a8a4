/* code/contradict.c - see contradict.h. Who says it decides: one voice does not contradict itself, and what the report states on
 * its own authority is contradicted by nobody's word. */
#include "code/contradict.h"
#include <stdlib.h>

enum { MOST = 16 /* of one record */, HEARD = 512 /* claims of a report that are compared with each other */ };

/* A refusal that is a denial (codebook 6.4). */
static bool is_denial(const dem_event *e)
{
    return e->type == DEM_REJECT && strcmp(e->cameo, "016") == 0 && e->n_actor > 0;
}

/* By whose word the record stands: its source or, of a denial, who denies; NULL if it is the report's own. */
static const dem_entity *voice(const dem_event *e)
{
    if (is_denial(e)) return &e->actor[0];
    return e->by.present && e->by.named ? &e->by.entity : NULL;
}

static bool is_deed(dem_event_type t)
{
    unsigned quad = dem_event_quad(t);
    return quad == 2 || quad == 4;
}

static bool same_code(const dem_entity *a, const dem_entity *b)
{
    return a->code[0] && memcmp(a->code, b->code, 4) == 0;
}

/* Of one state, government and opposition are two voices. */
static bool same_voice(const dem_entity *a, const dem_entity *b)
{
    return same_code(a, b) && (a->sectors == b->sectors || !a->sectors || !b->sectors);
}

static bool among(const dem_entity *x, const dem_entity *side, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (same_code(x, &side[i])) return true;
    return false;
}

static bool meet(const dem_entity *a, uint32_t n, const dem_entity *b, uint32_t m)
{
    for (uint32_t i = 0; i < n; i++)
        if (among(&a[i], b, m)) return true;
    return false;
}

/* Dates, where both are known, do not tell them apart. */
static bool same_time(const dem_event *a, const dem_event *b)
{
    return a->date == b->date || a->precision == DEM_PRECISION_UNKNOWN || b->precision == DEM_PRECISION_UNKNOWN;
}

/* Both are of one place, or stand side by side and at most one of them says where. */
static bool same_place(const dem_event *a, const dem_event *b)
{
    if (a->place.name.n && b->place.name.n) return dem_str_ieq(a->place.name, b->place.name);
    uint32_t apart = a->sentence > b->sentence ? a->sentence - b->sentence : b->sentence - a->sentence;
    return apart <= 1;
}

static bool negated(const dem_event *e)
{
    return e->aux & DEM_BIT(DEM_AUX_negation);
}

/* One says that it happened, one that it did not. */
static bool told_and_not(const dem_event *a, const dem_event *b)
{
    return a->type == b->type && negated(a) != negated(b) && meet(a->actor, a->n_actor, b->actor, b->n_actor) &&
           (meet(a->recipient, a->n_recipient, b->recipient, b->n_recipient) || !a->n_recipient ||
            !b->n_recipient);
}

/* One side's deed by another's word, and that side's denial. A denial that does not say of what goes back to what was told. */
static bool told_and_denied(const dem_event *told, const dem_event *denial)
{
    if (!is_denial(denial) || is_denial(told) || !is_deed(told->type) || negated(told)) return false;
    if (!among(&denial->actor[0], told->actor, told->n_actor)) return false;
    if (denial->denied != DEM_EVENT_NONE) return denial->denied == told->type;
    enum { REACH = 4 };
    return told->sentence <= denial->sentence && denial->sentence - told->sentence <= REACH;
}

/* The same harm, laid to the account of different sides. */
static bool told_of_others(const dem_event *a, const dem_event *b)
{
    bool harm = a->type == DEM_ASSAULT || a->type == DEM_COERCE;
    return harm && a->type == b->type && !negated(a) && !negated(b) && a->n_actor && b->n_actor &&
           a->actor[0].code[0] && b->actor[0].code[0] && !meet(a->actor, a->n_actor, b->actor, b->n_actor) &&
           meet(a->recipient, a->n_recipient, b->recipient, b->n_recipient) && same_place(a, b) &&
           !among(voice(a), a->actor, a->n_actor) && !among(voice(b), b->actor, b->n_actor);
}

static bool contradict(const dem_event *a, const dem_event *b)
{
    if (same_voice(voice(a), voice(b)) || !same_time(a, b)) return false;
    return told_and_not(a, b) || told_and_denied(a, b) || told_and_denied(b, a) || told_of_others(a, b);
}

static void add(dem_event *e, uint32_t other, dem_arena *arena)
{
    if (!e->contradicts) e->contradicts = dem_arena_array(arena, uint32_t, MOST);
    if (e->n_contradicts < MOST) e->contradicts[e->n_contradicts++] = other;
}

void dem_contradict(dem_events *events, dem_arena *arena)
{
    uint32_t claim[HEARD], n = 0;
    for (uint32_t i = 0; i < events->n && n < HEARD; i++)
        if (voice(&events->at[i])) claim[n++] = i;
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = 0; k < n; k++)
            if (i != k && contradict(&events->at[claim[i]], &events->at[claim[k]]))
                add(&events->at[claim[i]], claim[k], arena);
}
