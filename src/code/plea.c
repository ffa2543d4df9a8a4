/* code/plea.c - demands that are no act towards another side: questions, what a state advises its own people to do (D73), the asking for votes (D66). */
#include "code/plea.h"
#include "code/grammar.h"

bool dem_plea_question(const dem_judgement *j)
{
    const int16_t *kid;
    uint32_t n = dem_kids(j->s, j->k->pred, &kid);
    if (j->type != DEM_REQUEST || !dem_str_is(j->s->tok[j->k->pred].lemma, "ask")) return false;
    for (uint32_t i = 0; i < n; i++) {
        unsigned rel = j->s->tok[kid[i]].rel;
        bool clause = rel == DEM_REL_ccomp || rel == DEM_REL_xcomp || rel == DEM_REL_advcl;
        if (clause && kid[i] > j->k->pred &&
            (dem_grammar_case_is(j->s, kid[i], "if") || dem_grammar_case_is(j->s, kid[i], "whether")))
            return true;
    }
    return false;
}

static bool own_people(const dem_judgement *j, uint32_t i)
{
    const dem_mention *m = j->k->recipient.mention[i];
    const dem_rules *rules = j->c->rules;
    if (!m || !m->role || !dem_list_has(rules->lex, rules->own_people, m->role->key)) return false;
    return dem_members_of(&j->k->actor, j->k->recipient.entity[i].code);
}

static bool only_state(const dem_members *actor)
{
    dem_sectors state = DEM_BIT(DEM_SEC_GOV) | DEM_BIT(DEM_SEC_COP) | DEM_BIT(DEM_SEC_MIL) |
                        DEM_BIT(DEM_SEC_JUD) | DEM_BIT(DEM_SEC_LEG);
    for (uint32_t i = 0; i < actor->n; i++)
        if ((actor->entity[i].sectors & DEM_BIT(DEM_SEC_OPP)) ||
            (actor->entity[i].sectors && !(actor->entity[i].sectors & state)))
            return false;
    return actor->n > 0;
}

bool dem_plea_to_own_people(const dem_judgement *j)
{
    const dem_members *r = &j->k->recipient;
    if (j->type != DEM_REQUEST || r->n == 0 || dem_modes_has(j->modes, DEM_REQUEST_yield)) return false;
    for (uint32_t i = 0; i < r->n; i++)
        if (!own_people(j, i)) return false;
    bool vote = j->content.pred >= 0 && dem_str_is(j->s->tok[j->content.pred].lemma, "vote");
    return vote || only_state(&j->k->actor);
}
