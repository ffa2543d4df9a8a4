/* code/emergency.c - curfews after floods, closures in an epidemic, and their end: no events, unless they are used against
 * opponents or dropped under pressure (codebook D47, D71). */
#include "code/grammar.h"
#include "code/judgement.h"

/* Restrictions that public health and disasters bring, and what eases them. */
static bool restricts(const dem_judgement *j)
{
    if (j->type == DEM_CONCEDE) return strncmp(j->cameo, "081", 3) == 0;
    return j->type == DEM_COERCE &&
           (dem_modes_has(j->modes, DEM_COERCE_curfew) || dem_modes_has(j->modes, DEM_COERCE_martial_law) ||
            dem_modes_has(j->modes, DEM_COERCE_restrict) || dem_modes_has(j->modes, DEM_COERCE_withhold));
}

static bool against_opponents(const dem_members *side)
{
    dem_sectors all = DEM_BIT(DEM_SEC_CVL) | DEM_BIT(DEM_SEC_BUS) | DEM_BIT(DEM_SEC_EDU) |
                      DEM_BIT(DEM_SEC_REL) | DEM_BIT(DEM_SEC_MED) | DEM_BIT(DEM_SEC_LAB) | DEM_BIT(DEM_SEC_AGR);
    for (uint32_t i = 0; i < side->n; i++)
        if (side->entity[i].sectors & ~all) return true;
    return false;
}

bool dem_judgement_emergency(dem_judgement *j)
{
    if (!restricts(j) || against_opponents(&j->k->recipient)) return true;
    int top = j->verb >= 0 ? j->verb : j->k->pred;
    bool emergency = false;
    for (int t = 0; t < (int)j->s->n; t++) {
        if (!dem_grammar_under(j->s, t, top)) continue;
        if (dem_rules_lists(j->c->rules, j->c->rules->pressure, &j->s->tok[t])) return true;
        emergency |= dem_rules_lists(j->c->rules, j->c->rules->disaster, &j->s->tok[t]);
    }
    return !emergency || dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "for public health or after a disaster");
}
