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

static bool at_home(const dem_judgement *j)
{
    const dem_members *a = &j->k->actor, *r = &j->k->recipient;
    for (uint32_t i = 0; i < r->n; i++)
        if (memcmp(r->entity[i].code, a->entity[0].code, 4) != 0) return false;
    return a->n > 0;
}

static bool names(const dem_judgement *j, uint32_t list)
{
    for (uint32_t t = 0; t < j->s->n; t++)
        if (dem_rules_lists(j->c->rules, list, &j->s->tok[t])) return true;
    return false;
}

bool dem_judgement_emergency(dem_judgement *j)
{
    const dem_rules *rules = j->c->rules;
    if (!restricts(j) || !at_home(j) || against_opponents(&j->k->recipient)) return true;
    if (!names(j, rules->disaster) || names(j, rules->pressure)) return true;
    return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "for public health or after a disaster");
}
