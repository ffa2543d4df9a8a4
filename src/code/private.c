/* code/private.c - what firms and people without an office do among themselves is no politics (codebook 12.3): a
 * boycott or a riot is, and what an organisation or a person of renown says (D57). */
#include "code/private.h"

/* A firm, or people without an office; with `experts` also doctors, teachers, students. */
static bool private_one(const dem_entity *e, bool experts)
{
    dem_sectors people = DEM_BIT(DEM_SEC_CVL) | DEM_BIT(DEM_SEC_BUS);
    if (experts) people |= DEM_BIT(DEM_SEC_MED) | DEM_BIT(DEM_SEC_EDU);
    if (memcmp(e->code, "MNC", 4) == 0) return true;
    bool abroad =
        memcmp(e->code, "NGO", 4) == 0 || memcmp(e->code, "ISM", 4) == 0 || memcmp(e->code, "UNO", 4) == 0;
    return !abroad && e->sectors && !(e->sectors & ~people);
}

static bool all_private(const dem_members *side, bool experts)
{
    for (uint32_t i = 0; i < side->n; i++)
        if (!private_one(&side->entity[i], experts)) return false;
    return true;
}

/* Lawyers and movements speak as groups; unnamed protesters act, but what they demand is not coded (codebook D57). */
static bool speaks_as_group(const dem_mention *m, dem_event_type type)
{
    static const char *const GROUPS[] = {"lawyer", "movement"};
    if (!m || !m->role) return false;
    return DEM_STR_ONE_OF(m->role->key, GROUPS) ||
           (dem_str_is(m->role->key, "protesters") && type != DEM_REQUEST);
}

/* An organisation or a person whom the lexicon knows, and no business. */
static bool of_renown(const dem_members *side, dem_event_type type)
{
    for (uint32_t i = 0; i < side->n; i++) {
        const dem_mention *m = side->mention[i];
        bool known = m && (m->kind == DEM_MENTION_GROUP || m->kind == DEM_MENTION_PERSON);
        bool business =
            memcmp(side->entity[i].code, "MNC", 4) == 0 || (side->entity[i].sectors & DEM_BIT(DEM_SEC_BUS));
        if ((known && !business) || speaks_as_group(m, type)) return true;
    }
    return false;
}

/* "Russian tankers supplied North Korean ships": what a country's ships carry to another's is trade (codebook 3.5). */
static bool all_things(const dem_members *side)
{
    for (uint32_t i = 0; i < side->n; i++) {
        const dem_mention *m = side->mention[i];
        if (!m || !m->role || m->role->role_kind != DEM_ROLE_THING) return false;
    }
    return side->n > 0;
}

static bool ships_trade(const dem_judgement *j)
{
    const dem_members *a = &j->k->actor, *r = &j->k->recipient;
    return j->type == DEM_COOPERATE && all_things(a) && all_things(r) &&
           memcmp(a->entity[0].code, r->entity[0].code, sizeof a->entity[0].code) != 0;
}

bool dem_private_affair(const dem_judgement *j)
{
    const dem_members *a = &j->k->actor, *r = &j->k->recipient;
    if (j->type == DEM_PROTEST || j->type == DEM_ASSAULT || a->n == 0 || ships_trade(j)) return false;
    if (all_private(a, true) && r->n && all_private(r, true)) return true;
    return all_private(a, false) && all_private(r, false) && !of_renown(a, j->type);
}
