/* code/toll.c - the dead of a clash, and mines: what belongs to another act or to none (codebook D41, D42). */
#include "code/grammar.h"
#include "code/judgement.h"
#include "code/noun.h"

/* ---- clashes ---------------------------------------------------------------------------------------------- */

/* True of "clashes between soldiers and rebels": a fight with two sides, which is a record of its own. */
static bool two_sided(const dem_judgement *j, int n)
{
    dem_candidate inner;
    bool blocked;
    if (n < 0 || !dem_told_noun(j, n, DEM_ASSAULT)) return false;
    return dem_match(j->c, j->k->sentence, n, DEM_POS_NOUN, true, &inner, &blocked) && inner.actor.n >= 2;
}

/* "Clashes between soldiers and rebels left nine dead", "nine were killed in clashes between ...". */
static bool of_clash(const dem_judgement *j)
{
    const dem_members *a = &j->k->actor;
    bool nobody = a->n == 1 && (a->entity[0].sectors & DEM_BIT(DEM_SEC_UNK));
    if (j->type != DEM_ASSAULT || j->k->frame->pos != DEM_POS_VERB || !nobody) return false;
    if (two_sided(j, dem_grammar_subject(j->s, j->k->pred))) return true;
    const int16_t *kid;
    uint32_t n = dem_kids(j->s, j->k->pred, &kid);
    for (uint32_t i = 0; i < n; i++)
        if (j->s->tok[kid[i]].rel == DEM_REL_obl && two_sided(j, kid[i])) return true;
    return false;
}

/* ---- mines ------------------------------------------------------------------------------------------------ */

static bool in(const dem_judgement *j, uint32_t list, int t)
{
    return dem_rules_lists(j->c->rules, list, &j->s->tok[t]);
}

/* "a mine left over from the war", "a wartime bomb", "unexploded ordnance". */
static bool left_over(const dem_judgement *j, int mine)
{
    bool remains = false, war = false;
    for (int t = 0; t < (int)j->s->n; t++) {
        if (t == mine || !dem_grammar_under(j->s, t, mine)) continue;
        const dem_token *w = &j->s->tok[t];
        if (in(j, j->c->rules->left_over, t) && w->upos == DEM_UPOS_ADJ) return true;
        remains |= in(j, j->c->rules->left_over, t);
        war |= in(j, j->c->rules->past_war, t) &&
               (dem_grammar_case_is(j->s, t, "from") || dem_grammar_case_is(j->s, t, "of"));
    }
    return war && (remains || dem_kid_with(j->s, mine, DEM_REL_nmod) >= 0);
}

static bool of_ended_war(const dem_judgement *j)
{
    if (j->type != DEM_ASSAULT) return false;
    for (int t = 0; t < (int)j->s->n; t++)
        if (in(j, j->c->rules->mine, t) && dem_grammar_under(j->s, t, j->k->pred) && left_over(j, t))
            return true;
    return false;
}

/* The verb of "a mine that the rebels had planted", "a bomb planted by"; -1 if there is none. */
static int planting(const dem_judgement *j, int n)
{
    static const dem_relation CLAUSE[] = {DEM_REL_acl_relcl, DEM_REL_acl};
    for (size_t i = 0; i < sizeof CLAUSE / sizeof *CLAUSE; i++) {
        int verb = dem_kid_with(j->s, n, CLAUSE[i]);
        if (verb >= 0 && in(j, j->c->rules->plant, verb)) return verb;
    }
    return -1;
}

void dem_toll_planter(dem_judgement *j)
{
    const int16_t *kid;
    uint32_t n = dem_kids(j->s, j->k->pred, &kid);
    for (uint32_t i = 0; i < n && j->k->actor.n == 0; i++) {
        unsigned rel = j->s->tok[kid[i]].rel;
        bool beside = rel == DEM_REL_obl || rel == DEM_REL_obl_agent || rel == DEM_REL_nsubj;
        int verb = beside && j->s->tok[kid[i]].upos == DEM_UPOS_NOUN ? planting(j, kid[i]) : -1;
        int who = verb >= 0 ? dem_grammar_subject(j->s, verb) : -1;
        if (who >= 0 && who != kid[i])
            dem_members_take(j->c, j->k->sentence, j->k->pred, who, j->type, &j->k->actor);
    }
}

/* "killed by a mine that they had planted": with force used the laying is no act beside it (codebook 3.14). */
static bool part_of_attack(const dem_judgement *j)
{
    const dem_token *t = &j->s->tok[j->k->pred];
    if (j->type != DEM_MOBILIZE || (t->rel != DEM_REL_acl && t->rel != DEM_REL_acl_relcl) || t->head < 0)
        return false;
    if (!in(j, j->c->rules->plant, j->k->pred)) return false;
    const dem_token *mine = &j->s->tok[t->head];
    return mine->head >= 0 && mine->rel != DEM_REL_obj &&
           dem_rules_tells(j->c->rules, DEM_POS_VERB, &j->s->tok[mine->head], DEM_BIT(DEM_ASSAULT));
}

bool dem_judgement_toll(dem_judgement *j)
{
    if (of_clash(j)) return dem_judgement_refuse(j, DEM_DROP_SAME, "the toll of the clash beside it");
    if (of_ended_war(j)) return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "left from a war that has ended");
    if (part_of_attack(j)) return dem_judgement_refuse(j, DEM_DROP_SAME, "part of the attack beside it");
    return true;
}
