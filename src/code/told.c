/* code/told.c - participants that an earlier sentence has told: "condemned the test", "carried out the attack".
 */
#include "code/grammar.h"
#include "code/judgement.h"
#include "code/noun.h"

bool dem_told_noun(const dem_judgement *j, int n, dem_event_type type)
{
    return dem_noun_tells(j->c->rules, &j->s->tok[n], type);
}

/* ---- participants told before ---------------------------------------------------------------------------- */

static bool unknown_only(const dem_event *e)
{
    return e->n_actor == 0 || (e->actor[0].sectors & DEM_BIT(DEM_SEC_UNK));
}

/* The newest record of the report that noun `n` may name, with a known actor; of `type`, or of any (DEM_EVENT_NONE). */
static const dem_event *told_before(const dem_judgement *j, int n, dem_event_type type)
{
    for (size_t i = j->c->n_past; i-- > 0;) {
        const dem_event *e = &j->c->past[i];
        if (unknown_only(e) || (e->aux & DEM_BIT(DEM_AUX_negation))) continue;
        if ((type == DEM_EVENT_NONE || type == e->type) && dem_told_noun(j, n, e->type)) return e;
    }
    return NULL;
}

static bool definite_noun(const dem_sentence *s, int n)
{
    int d = dem_kid_with(s, n, DEM_REL_det);
    return d >= 0 &&
           (dem_str_ieq(s->tok[d].form, DEM_STR("the")) || dem_str_ieq(s->tok[d].form, DEM_STR("this")) ||
            dem_str_ieq(s->tok[d].form, DEM_STR("these")) || dem_str_ieq(s->tok[d].form, DEM_STR("that")));
}

/* What is judged stands for an act that was told: "it", "the move", "this decision". */
static bool stands_for_act(const dem_judgement *j, int t)
{
    static const char *const WORDS[] = {"it", "this", "that"};
    if (t < 0) return false;
    const dem_token *w = &j->s->tok[t];
    if (w->upos == DEM_UPOS_PRON) return DEM_STR_IONE_OF(w->form, WORDS);
    return w->upos == DEM_UPOS_NOUN && definite_noun(j->s, t) && dem_kid_with(j->s, t, DEM_REL_nmod) < 0 &&
           dem_rules_lists(j->c->rules, j->c->rules->act, w);
}

static void take_told(const dem_event *e, dem_members *side)
{
    for (uint32_t i = 0; i < e->n_actor; i++) {
        side->entity[side->n] = e->actor[i];
        side->entity[side->n].span = (dem_span){0, 0}; /* no word of this sentence stands for it */
        side->entity[side->n].implied = false;
        side->mention[side->n++] = NULL;
    }
}

/* "condemned the test", "was killed in the attack": the definite event noun has its actor from the record of
 * the same kind that was told before (codebook D63). */
void dem_told_actor(dem_judgement *j, dem_members *side, bool phrase)
{
    const int16_t *kid;
    uint32_t n = dem_kids(j->s, j->k->pred, &kid);
    for (uint32_t i = 0; i < n && side->n == 0; i++) {
        unsigned rel = j->s->tok[kid[i]].rel;
        bool here = phrase ? rel == DEM_REL_obl || rel == DEM_REL_nsubj : rel == DEM_REL_obj;
        if (!here || !definite_noun(j->s, kid[i])) continue;
        if (!phrase && stands_for_act(j, kid[i]))
            continue; /* "the measures" are of any kind: dem_told_doer() */
        const dem_event *e = told_before(j, kid[i], phrase ? j->type : DEM_EVENT_NONE);
        if (e) take_told(e, side);
    }
}

static bool is_against(const dem_event *e, const dem_entity *who)
{
    for (uint32_t i = 0; i < e->n_recipient; i++)
        if (who->code[0] && memcmp(e->recipient[i].code, who->code, 4) == 0) return true;
    return false;
}

static bool did_it(const dem_event *e, const dem_entity *who)
{
    return memcmp(e->actor[0].code, who->code, 4) == 0 && e->actor[0].sectors == who->sectors;
}

static bool asks_or_accuses(dem_event_type t)
{
    return t == DEM_ACCUSE || t == DEM_REQUEST || t == DEM_THREATEN;
}

/* "Gulen has rejected those claims", "but he declined": whom one refuses or contradicts is who asked, accused or
 * threatened him, as the report has told (codebook 12.9). */
void dem_told_asker(dem_judgement *j)
{
    dem_candidate *k = j->k;
    if (j->type != DEM_REJECT || k->recipient.n || k->recipient.open || k->actor.n != 1) return;
    for (size_t i = j->c->n_past; i-- > 0;) {
        const dem_event *e = &j->c->past[i];
        if (!asks_or_accuses(e->type) || unknown_only(e) || !is_against(e, &k->actor.entity[0])) continue;
        if (did_it(e, &k->actor.entity[0])) continue;
        take_told(e, &k->recipient);
        return;
    }
}

/* True if the record may be what `who` judges: done by somebody else, and not long ago. */
static bool may_be_judged(const dem_event *e, const dem_entity *who)
{
    return !unknown_only(e) && !(e->aux & DEM_BIT(DEM_AUX_historical)) && !did_it(e, who);
}

/* "Schiff called it a non-starter", "a commission criticized the move": whom one judges is who did it. That is the newest
 * record against oneself; without one, the newest of somebody else, and not far back. */
void dem_told_doer(dem_judgement *j)
{
    enum { REACH_AGAINST = 6, REACH = 3 };
    dem_candidate *k = j->k;
    bool judged = j->type == DEM_ACCUSE || j->type == DEM_REJECT || j->type == DEM_SUPPORT;
    if (!judged || k->frame->pos != DEM_POS_VERB || k->recipient.n || k->actor.n != 1) return;
    if (!stands_for_act(j, dem_grammar_object(j->s, k->pred))) return;
    const dem_event *newest = NULL, *against = NULL;
    for (size_t i = j->c->n_past; i-- > 0 && !against;) {
        const dem_event *e = &j->c->past[i];
        if (e->sentence + REACH_AGAINST < j->s->number) break;
        if (!may_be_judged(e, &k->actor.entity[0])) continue;
        if (!newest && e->sentence + REACH >= j->s->number) newest = e;
        if (j->type != DEM_SUPPORT && is_against(e, &k->actor.entity[0])) against = e;
    }
    if (against || newest) take_told(against ? against : newest, &k->recipient);
}

/* "The Taliban said it carried out the attack": whom the definite attack hit was told before (codebook D63). */
void dem_told_target(dem_judgement *j)
{
    dem_candidate *k = j->k;
    if (j->type != DEM_ASSAULT || k->frame->pos != DEM_POS_NOUN || k->recipient.n || k->recipient.open) return;
    if (k->actor.n == 0 || !definite_noun(j->s, k->pred)) return;
    for (size_t i = j->c->n_past; i-- > 0 && k->recipient.n == 0;) {
        const dem_event *e = &j->c->past[i];
        if (e->type != DEM_ASSAULT || e->n_recipient == 0) continue;
        for (uint32_t x = 0; x < e->n_recipient; x++) {
            k->recipient.entity[x] = e->recipient[x];
            k->recipient.entity[x].span = (dem_span){0, 0};
            k->recipient.mention[x] = NULL;
        }
        k->recipient.n = e->n_recipient;
    }
}
