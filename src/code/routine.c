/* code/routine.c - one person who protests alone (3.12: a collective act), and what the law says may happen to anybody (12.3). */
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

/* "An official", "officials" of no country that is named: whoever it may be. */
static bool anybody(const dem_sentence *s, const dem_members *side)
{
    for (uint32_t i = 0; i < side->n; i++) {
        const dem_mention *m = side->mention[i];
        if (!m || m->kind != DEM_MENTION_ROLE || !m->guessed || m->definite) return false;
        if (dem_kid_with(s, m->head, DEM_REL_nummod) >= 0) return false;
    }
    return side->n > 0;
}

/* "can be removed", "are removed": a rule; not "are being removed". */
static bool by_rule(const dem_sentence *s, int v)
{
    const int16_t *kid;
    uint32_t n = dem_kids(s, v, &kid);
    bool present = false;
    for (uint32_t k = 0; k < n; k++) {
        const dem_token *t = &s->tok[kid[k]];
        if (t->rel == DEM_REL_aux && dem_str_ieq(t->form, DEM_STR("can"))) return true;
        if (t->rel == DEM_REL_aux) return false;
        present |= t->rel == DEM_REL_aux_pass && (t->xpos == DEM_XPOS_VBZ || t->xpos == DEM_XPOS_VBP);
    }
    return present;
}

static bool what_the_law_says(const dem_judgement *j)
{
    bool type = j->type == DEM_SANCTION || j->type == DEM_COERCE;
    return type && j->k->frame->pos == DEM_POS_VERB && by_rule(j->s, j->k->pred) &&
           anybody(j->s, &j->k->recipient);
}

const char *dem_routine(const dem_judgement *j)
{
    if (what_the_law_says(j)) return "a rule, not an act";
    return alone(j) ? "one person is no crowd" : NULL;
}
