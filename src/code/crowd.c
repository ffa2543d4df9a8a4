/* code/crowd.c - requests that are none: what a march demands, what a nameless crowd demands, what a state advises its own
 * citizens (codebook D48, D57, D73). */
#include "code/grammar.h"
#include "code/judgement.h"

static bool civilians_only(const dem_members *side)
{
    dem_sectors state = DEM_BIT(DEM_SEC_GOV) | DEM_BIT(DEM_SEC_MIL) | DEM_BIT(DEM_SEC_COP) |
                        DEM_BIT(DEM_SEC_JUD) | DEM_BIT(DEM_SEC_LEG) | DEM_BIT(DEM_SEC_REB) |
                        DEM_BIT(DEM_SEC_UAF);
    for (uint32_t i = 0; i < side->n; i++)
        if (side->entity[i].sectors == 0 || (side->entity[i].sectors & state)) return false;
    return side->n > 0;
}

/* "rallied in Lima demanding his release": the topic of the protest. */
static bool topic_of_protest(const dem_judgement *j)
{
    const dem_token *t = &j->s->tok[j->k->pred];
    bool below = t->rel == DEM_REL_advcl || t->rel == DEM_REL_acl || t->rel == DEM_REL_xcomp;
    if (!below || t->head < 0 || t->xpos == DEM_XPOS_VBD) return false;
    const dem_token *above = &j->s->tok[t->head];
    return civilians_only(&j->k->actor) &&
           (dem_rules_tells(j->c->rules, DEM_POS_VERB, above, DEM_BIT(DEM_PROTEST)) ||
            dem_rules_tells(j->c->rules, DEM_POS_NOUN, above, DEM_BIT(DEM_PROTEST)));
}

/* "Protesters demanded": no organisation, no group by its role, no person. */
static bool nameless_crowd(const dem_judgement *j)
{
    const dem_members *a = &j->k->actor;
    for (uint32_t i = 0; i < a->n; i++) {
        const dem_mention *m = a->mention[i];
        if (!m || m->kind != DEM_MENTION_ROLE || a->entity[i].sectors != DEM_BIT(DEM_SEC_CVL)) return false;
        if (!dem_rules_lists(j->c->rules, j->c->rules->crowd, &j->s->tok[m->head]) &&
            !dem_rules_lists(j->c->rules, j->c->rules->quantity, &j->s->tok[m->head]))
            return false;
    }
    return a->n > 0;
}

static bool state_alone(const dem_members *side)
{
    return side->n == 1 && (side->entity[0].sectors == 0 || (side->entity[0].sectors & DEM_BIT(DEM_SEC_GOV)));
}

/* Whom the verb addresses: its object, or "on" or "to" whom it calls; -1 if nobody. */
static int addressed(const dem_judgement *j)
{
    static const dem_slot PREPS[] = {{.kind = DEM_SLOT_PREP, .prep = {"on", 2}},
                                     {.kind = DEM_SLOT_PREP, .prep = {"to", 2}}};
    int fill[DEM_GRAMMAR_MAX], o = dem_grammar_object(j->s, j->k->pred);
    for (size_t i = 0; i < sizeof PREPS / sizeof *PREPS && o < 0; i++)
        if (dem_grammar_fill(j->c->rules, j->s, j->k->pred, DEM_POS_VERB, &PREPS[i], fill)) o = fill[0];
    return o;
}

/* "advised its citizens not to travel", "urged Belgians to leave Lebanon", "called on parents to". */
static bool own_citizens(const dem_judgement *j)
{
    const dem_entity *by = &j->k->actor.entity[0];
    int whom = j->k->frame->pos == DEM_POS_VERB && state_alone(&j->k->actor) ? addressed(j) : -1;
    const dem_mention *m = whom >= 0 ? dem_mention_of(&j->c->mentions[j->k->sentence], whom) : NULL;
    bool other = m && m->n && memcmp(m->entity[0].code, by->code, 4) != 0;
    if (whom < 0 || other) return false;
    bool nationals = m && m->kind == DEM_MENTION_NATIONALS;
    return nationals || dem_rules_lists(j->c->rules, j->c->rules->citizen, &j->s->tok[whom]);
}

bool dem_judgement_demand(dem_judgement *j)
{
    if (j->type != DEM_REQUEST) return true;
    if (topic_of_protest(j)) return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "the topic of the protest");
    if (nameless_crowd(j))
        return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "a demand of a crowd without a name");
    if (own_citizens(j)) return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "advice to one's own citizens");
    return true;
}
