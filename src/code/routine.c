/* code/routine.c - one person who protests alone (3.12: a collective act). */
#include "code/routine.h"
#include "code/grammar.h"

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
    return alone(j) ? "one person is no crowd" : NULL;
}
