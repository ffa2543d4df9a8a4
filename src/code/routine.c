/* code/routine.c - what is no politics though its words are: orders for public health and against disasters (codebook D47,
 * D71), and one person who protests alone (3.12: a collective act). */
#include "code/routine.h"
#include "code/grammar.h"

static bool names(const dem_judgement *j, uint32_t list)
{
    for (uint32_t t = 0; t < j->s->n; t++)
        if (dem_rules_lists(j->c->rules, list, &j->s->tok[t])) return true;
    return false;
}

static bool order_or_its_end(const dem_judgement *j)
{
    if (j->type == DEM_CONCEDE) return strncmp(j->cameo, "081", 3) == 0;
    return j->type == DEM_COERCE &&
           (dem_modes_has(j->modes, DEM_COERCE_martial_law) || dem_modes_has(j->modes, DEM_COERCE_curfew) ||
            dem_modes_has(j->modes, DEM_COERCE_restrict) || dem_modes_has(j->modes, DEM_COERCE_withhold));
}

static bool at_home(const dem_judgement *j)
{
    const dem_members *a = &j->k->actor, *r = &j->k->recipient;
    for (uint32_t i = 0; i < r->n; i++)
        if (memcmp(r->entity[i].code, a->entity[0].code, 4) != 0) return false;
    return a->n > 0;
}

static bool against_calamity(const dem_judgement *j)
{
    const dem_rules *rules = j->c->rules;
    return order_or_its_end(j) && at_home(j) && names(j, rules->calamity) && !names(j, rules->opponent);
}

/* "He had protested in Paris", "she marched for peace"; not "her protest", which may have grown. */
static bool alone(const dem_judgement *j)
{
    static const char *const ONE[] = {"he", "she"};
    const dem_members *a = &j->k->actor;
    if (j->type != DEM_PROTEST || j->k->frame->pos != DEM_POS_VERB ||
        !dem_modes_has(j->modes, DEM_PROTEST_demo))
        return false;
    for (uint32_t i = 0; i < a->n; i++) {
        const dem_mention *m = a->mention[i];
        if (!m) return false;
        bool person = m->kind == DEM_MENTION_PERSON ||
                      (m->kind == DEM_MENTION_PRONOUN && DEM_STR_ONE_OF(j->s->tok[m->head].lemma, ONE));
        if (!person) return false;
    }
    return a->n == 1;
}

const char *dem_routine(const dem_judgement *j)
{
    if (against_calamity(j)) return "an order for public health or in a disaster";
    if (alone(j)) return "one person is no crowd";
    return NULL;
}
