/* code/episode.c - the attack or the case that a report tells in many sentences: who did it, and whose police and courts
 * deal with it, is said in one of them and holds for the others (codebook 12.7, 12.9, D63). */
#include "code/context.h"
#include "code/grammar.h"
#include "code/judgement.h"
#include "code/when.h"

static bool same_entity(const dem_entity *a, const dem_entity *b)
{
    return memcmp(a->code, b->code, 4) == 0 && a->sectors == b->sectors;
}

static bool on_side(const dem_entity *side, uint32_t n, const dem_entity *e)
{
    for (uint32_t i = 0; i < n; i++)
        if (same_entity(&side[i], e)) return true;
    return false;
}

/* The same country or group is hit; of an attack whose victims are not said ("opened fire in Nairobi"), the country is
 * that of the place. */
static bool hits(const dem_event *e, const dem_members *who)
{
    for (uint32_t k = 0; k < who->n && e->n_recipient == 0 && !e->reciprocal; k++)
        if (who->entity[k].code[0] && memcmp(e->place.country, who->entity[k].code, 4) == 0) return true;
    for (uint32_t i = 0; i < e->n_recipient; i++)
        for (uint32_t k = 0; k < who->n; k++)
            if (who->entity[k].code[0] && memcmp(e->recipient[i].code, who->entity[k].code, 4) == 0)
                return true;
    return false;
}

/* The assailants that the police shoot are hit by somebody else, so may be one man who is shot where one man attacked;
 * and a country does not attack itself. */
static bool hits_attacker(const dem_event *e, const dem_members *who)
{
    dem_sectors armed = DEM_BIT(DEM_SEC_UAF) | DEM_BIT(DEM_SEC_REB) | DEM_BIT(DEM_SEC_CRM);
    for (uint32_t k = 0; k < who->n; k++) {
        const dem_entity *x = &who->entity[k];
        bool crowd = x->sectors == DEM_BIT(DEM_SEC_CVL) && who->mention[k] && who->mention[k]->plural;
        if ((x->sectors & armed) || (!crowd && on_side(e->actor, e->n_actor, x))) return true;
        if (e->actor[0].sectors == 0 && memcmp(e->actor[0].code, x->code, 4) == 0) return true;
    }
    return false;
}

static bool known_attacker(const dem_event *e)
{
    return e->n_actor && e->actor[0].code[0] && !(e->actor[0].sectors & DEM_BIT(DEM_SEC_UNK));
}

static bool happened(dem_auxes aux)
{
    return !(aux & (DEM_BIT(DEM_AUX_negation) | DEM_BIT(DEM_AUX_hypothetical) | DEM_BIT(DEM_AUX_future)));
}

/* Neither day nor means tells that two acts are meant. */
static bool may_be_one(const dem_judgement *j, const dem_event *e, const dem_when *w)
{
    bool dated = w->precision != DEM_PRECISION_UNKNOWN && e->precision != DEM_PRECISION_UNKNOWN;
    if (w->historical != ((e->aux >> DEM_AUX_historical) & 1) || (dated && w->date != e->date)) return false;
    dem_modes means = dem_means_of(j->c, j->k->sentence, j->k->pred, j->type);
    dem_modes mine = {j->modes.lo | means.lo, j->modes.hi | means.hi};
    bool shared = (mine.lo & e->modes.lo) || (mine.hi & e->modes.hi);
    return shared || dem_modes_empty(mine) || dem_modes_empty(e->modes);
}

/* "were killed in an ambush", "a bomb that killed": an event noun that is new tells another attack. */
static bool tells_new_attack(const dem_judgement *j)
{
    const int16_t *kid;
    uint32_t n = dem_kids(j->s, j->k->pred, &kid);
    if (j->k->frame->pos == DEM_POS_NOUN && !dem_told_definite(j->s, j->k->pred)) return true;
    for (uint32_t i = 0; i < n; i++)
        if ((j->s->tok[kid[i]].rel == DEM_REL_obl || j->s->tok[kid[i]].rel == DEM_REL_nsubj) &&
            dem_told_noun(j, kid[i], DEM_ASSAULT) && !dem_told_definite(j->s, kid[i]))
            return true;
    return false;
}

/* "Two Libyan students were killed": what was told just before is the cause, whosever they are, unless a place elsewhere
 * is said. */
static bool consequence(const dem_judgement *j, const dem_event *e)
{
    enum { REACH = 2 };
    static const char *const VERBS[] = {"kill", "injure", "wound", "hurt", "die"};
    const char *where = dem_judgement_country(j);
    bool elsewhere = where && e->place.country[0] && memcmp(where, e->place.country, 4) != 0;
    return e->sentence + REACH >= j->s->number && !elsewhere && j->k->frame->pos == DEM_POS_VERB &&
           DEM_STR_ONE_OF(j->s->tok[j->k->pred].lemma, VERBS);
}

/* The attack told before that the predicate may tell again; with `known`, one whose attacker is known, and no other
 * attacker has been told of. NULL if there is none, or more than one. */
static const dem_event *told_attack(const dem_judgement *j, bool known, uint32_t reach)
{
    const dem_candidate *k = j->k;
    const dem_event *found = NULL;
    if (!happened(j->aux)) return NULL; /* "nobody was hurt" */
    dem_when w = dem_when_of(j->c, k->sentence, k->pred, j->verb, false);
    for (size_t i = j->c->n_past; i-- > 0;) {
        const dem_event *e = &j->c->past[i];
        if (e->sentence + reach < j->s->number) break;
        if (e->type != DEM_ASSAULT || !happened(e->aux) || (known && !known_attacker(e))) continue;
        if (!hits(e, &k->recipient) && !consequence(j, e)) continue;
        if (hits_attacker(e, &k->recipient) || !may_be_one(j, e, &w)) continue;
        if (!known) return e;
        if (found && memcmp(found->actor[0].code, e->actor[0].code, 4) != 0) return NULL;
        if (!found) found = e;
    }
    return found;
}

/* "I was injured", says a witness. */
static bool first_person(const dem_token *t)
{
    static const char *const WORDS[] = {"i", "me", "we", "us"};
    return DEM_STR_IONE_OF(t->form, WORDS);
}

/* "Four Kenyan people", "people of Goma": a word of the phrase says whose. */
static bool says_whose(const dem_judgement *j, const dem_mention *m)
{
    const int16_t *kid;
    uint32_t n = dem_kids(j->s, m->head, &kid);
    for (uint32_t i = 0; i < n; i++)
        if (dem_mention_of(&j->c->mentions[j->k->sentence], kid[i])) return true;
    return false;
}

/* "a policeman", "two Tunisians", "the children": more than how many. */
static bool names_victims(const dem_judgement *j)
{
    static const char *const ANYBODY[] = {"people", "person", "other", "victim", "individual"};
    const dem_members *r = &j->k->recipient;
    for (uint32_t i = 0; i < r->n; i++) {
        const dem_mention *m = r->mention[i];
        if (!m || first_person(&j->s->tok[m->head])) continue;
        if (!DEM_STR_ONE_OF(j->s->tok[m->head].lemma, ANYBODY) || says_whose(j, m)) return true;
    }
    return false;
}

void dem_episode_attacker(dem_judgement *j)
{
    if (j->type != DEM_ASSAULT || j->k->actor.n || !names_victims(j) || tells_new_attack(j)) return;
    const dem_event *e = told_attack(j, true, UINT16_MAX);
    if (!e) return;
    dem_told_take(e, &j->k->actor);
    j->told = true;
}

bool dem_episode_casualty(const dem_judgement *j)
{
    enum { REACH = 3 };
    return names_victims(j) && told_attack(j, false, REACH) != NULL;
}

static bool tells_casualties(const dem_judgement *j)
{
    static const char *const VERBS[] = {"kill", "injure", "wound", "hurt", "die", "leave", "maim"};
    return j->type == DEM_ASSAULT && j->k->frame->pos == DEM_POS_VERB &&
           DEM_STR_ONE_OF(j->s->tok[j->k->pred].lemma, VERBS);
}

void dem_episode_note(dem_judgement *j)
{
    const dem_token *t = &j->s->tok[j->k->pred];
    if (!tells_casualties(j)) return;
    j->k->toll = !names_victims(j);
    j->k->result = t->xpos == DEM_XPOS_VBG && t->rel == DEM_REL_advcl;
}

const char *dem_episode_authority(const dem_judgement *j)
{
    dem_sectors authority =
        DEM_BIT(DEM_SEC_COP) | DEM_BIT(DEM_SEC_JUD) | DEM_BIT(DEM_SEC_GOV) | DEM_BIT(DEM_SEC_MIL);
    if (!dem_match_judicial(j->modes)) return NULL;
    for (size_t i = j->c->n_past; i-- > 0;) {
        const dem_event *e = &j->c->past[i];
        if (!dem_match_judicial(e->modes) || !known_attacker(e) || !hits(e, &j->k->recipient)) continue;
        if (e->actor[0].sectors & authority) return e->actor[0].code;
    }
    return NULL;
}
