/* code/quarrel.c - violence in name only: one politician who attacks another does it in words (ACCUSE), and one who fights
 * for a seat or a bill fights nobody. Forces attack, and crowds; a single unarmed person of office does not. */
#include "code/quarrel.h"
#include "code/context.h"
#include "code/grammar.h"

static bool unarmed(const dem_entity *e)
{
    dem_sectors armed = DEM_BIT(DEM_SEC_MIL) | DEM_BIT(DEM_SEC_COP) | DEM_BIT(DEM_SEC_SPY) |
                        DEM_BIT(DEM_SEC_REB) | DEM_BIT(DEM_SEC_UAF) | DEM_BIT(DEM_SEC_PRM) |
                        DEM_BIT(DEM_SEC_CRM) | DEM_BIT(DEM_SEC_UNK) | DEM_BIT(DEM_SEC_CVL);
    return e->code[0] && e->sectors && !(e->sectors & armed);
}

static bool single(const dem_judgement *j, const dem_mention *m)
{
    if (!m || m->plural) return false;
    if (m->kind == DEM_MENTION_PERSON) return true;
    if (m->kind == DEM_MENTION_PRONOUN) {
        static const char *const ONE[] = {"he", "she", "him", "her", "his"};
        return DEM_STR_ONE_OF(j->s->tok[m->head].lemma, ONE);
    }
    return m->kind == DEM_MENTION_ROLE && m->role && m->role->role_kind == DEM_ROLE_OFFICE;
}

/* Of parties and parliaments too, if a single person is attacked, or what is no participant: "lawmakers attacked the bill". */
static bool political_group(const dem_judgement *j, const dem_entity *e)
{
    const dem_members *r = &j->k->recipient;
    if (!(e->sectors & (DEM_BIT(DEM_SEC_PTY) | DEM_BIT(DEM_SEC_LEG)))) return false;
    for (uint32_t i = 0; i < r->n; i++)
        if (!single(j, r->mention[i])) return false;
    if (r->n) return true;
    int object = j->k->frame->pos == DEM_POS_VERB ? dem_grammar_object(j->s, j->k->pred) : -1;
    return object >= 0 && !dem_mention_of(&j->c->mentions[j->k->sentence], object);
}

/* One person of office or party on each side that is named; of the other side also a party, a parliament, the press at home. */
static bool between_politicians(const dem_judgement *j)
{
    const dem_members *a = &j->k->actor, *r = &j->k->recipient;
    for (uint32_t i = 0; i < a->n; i++)
        if (!unarmed(&a->entity[i]) || !(single(j, a->mention[i]) || political_group(j, &a->entity[i])))
            return false;
    for (uint32_t i = 0; i < r->n; i++) {
        bool home = memcmp(r->entity[i].code, a->entity[0].code, 4) == 0;
        if (!unarmed(&r->entity[i]) || !(home || single(j, r->mention[i]))) return false;
    }
    return a->n > 0;
}

/* Whom or what it is aimed at is said, or is of a politician without power to order an attack. */
static bool aimed(const dem_judgement *j)
{
    if (j->k->recipient.n) return true;
    if (j->k->frame->pos == DEM_POS_VERB) return dem_grammar_object(j->s, j->k->pred) >= 0;
    for (uint32_t i = 0; i < j->k->actor.n; i++)
        if (j->k->actor.entity[i].sectors & DEM_BIT(DEM_SEC_GOV)) return false;
    return true;
}

/* "came under fire for his remarks": who is criticised by nobody knows whom (codebook D76). */
static bool under_criticism(const dem_judgement *j)
{
    const dem_members *a = &j->k->actor, *r = &j->k->recipient;
    bool unknown = a->n == 1 && !a->entity[0].code[0] && (a->entity[0].sectors & DEM_BIT(DEM_SEC_UNK));
    if (!unknown || !dem_str_is(j->s->tok[j->k->pred].lemma, "come")) return false;
    for (uint32_t i = 0; i < r->n; i++) {
        bool firm = memcmp(r->entity[i].code, "MNC", 4) == 0;
        if (!firm && (!unarmed(&r->entity[i]) || !single(j, r->mention[i]))) return false;
    }
    return r->n > 0;
}

bool dem_quarrel(dem_judgement *j)
{
    const dem_token *t = &j->s->tok[j->k->pred];
    bool words = dem_rules_lists(j->c->rules, j->c->rules->attack_word, t);
    bool contest = dem_rules_lists(j->c->rules, j->c->rules->contest_word, t);
    if (j->type != DEM_ASSAULT) return true;
    if (under_criticism(j)) return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "criticism, no attack");
    if (!(words || contest) || !between_politicians(j)) return true;
    dem_modes means = dem_means_of(j->c, j->k->sentence, j->k->pred, j->type);
    if (!dem_modes_empty(j->modes) || !dem_modes_empty(means)) return true;
    if (contest) return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "a contest, no fight");
    if (!aimed(j)) return true;
    if (dem_judgement_has(j, DEM_AUX_negation))
        return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "a negated accusation"); /* codebook 6.4 */
    dem_modes disapprove = dem_modes_with((dem_modes){0}, DEM_ACCUSE_disapprove);
    dem_judgement_retype(j, DEM_ACCUSE, disapprove);
    return true;
}
