/* code/treaty.c - whom one leaves who leaves a treaty (codebook D27): the other party, if it is named (the frames find
 * it), else the body that stands for those many who signed. */
#include "code/grammar.h"
#include "code/judgement.h"

/* The treaty that is left: "quit the convention", "withdrew from the landmine treaty". */
static int treaty_left(const dem_judgement *j)
{
    const dem_rules *rules = j->c->rules;
    int o = dem_grammar_object(j->s, j->k->pred);
    if (o >= 0 && dem_rules_lists(rules, rules->treaty, &j->s->tok[o])) return o;
    const int16_t *kid;
    uint32_t n = dem_kids(j->s, j->k->pred, &kid);
    for (uint32_t i = 0; i < n; i++) {
        bool from = dem_grammar_case_is(j->s, kid[i], "from") || dem_grammar_case_is(j->s, kid[i], "of");
        if (from && dem_rules_lists(rules, rules->treaty, &j->s->tok[kid[i]])) return kid[i];
    }
    return -1;
}

/* By its kind or its subject it is one of many states: "convention", "climate accord", "test-ban treaty"; or its name is
 * known, as that of nobody. */
static bool of_many(const dem_judgement *j, int t)
{
    const dem_mention *m = dem_mention_of(&j->c->mentions[j->k->sentence], t);
    if (m && m->kind == DEM_MENTION_COLLECTIVE) return true;
    for (int i = 0; i < (int)j->s->n; i++)
        if (dem_grammar_under(j->s, i, t) && dem_rules_lists(j->c->rules, j->c->rules->of_many, &j->s->tok[i]))
            return true;
    return false;
}

void dem_treaty_party(dem_judgement *j)
{
    dem_members *r = &j->k->recipient;
    if (j->type != DEM_SANCTION || !dem_modes_has(j->modes, DEM_SANCTION_withdraw) || r->n) return;
    int t = j->k->frame->pos == DEM_POS_VERB ? treaty_left(j) : -1;
    if (t < 0 || !of_many(j, t)) return;
    r->entity[0] = (dem_entity){.code = "IGO", .implied = true};
    r->mention[0] = NULL;
    r->n = 1;
}
