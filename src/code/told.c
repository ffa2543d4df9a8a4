/* code/told.c - participants that an earlier sentence has told: "condemned the test", "carried out the attack".
 */
#include "code/antecedent.h"
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
        if (e->type == DEM_ACCUSE && dem_told_noun(j, n, DEM_ASSAULT))
            continue; /* an attack in words is not what "the attack" goes back to */
        if ((type == DEM_EVENT_NONE || type == e->type) && dem_told_noun(j, n, e->type)) return e;
    }
    return NULL;
}

/* "the attack", "these measures", "such actions": one that the report has told. */
bool dem_told_definite(const dem_sentence *s, int n)
{
    static const char *const WORDS[] = {"the", "this", "these", "that", "those", "such"};
    const int16_t *kid;
    uint32_t kids = dem_kids(s, n, &kid);
    for (uint32_t i = 0; i < kids; i++) {
        unsigned rel = s->tok[kid[i]].rel;
        bool before = rel == DEM_REL_det || rel == DEM_REL_det_predet || rel == DEM_REL_amod;
        if (before && DEM_STR_IONE_OF(s->tok[kid[i]].form, WORDS)) return true;
    }
    return false;
}

/* What media and hearsay bring, and nobody who is named: "denied the reports". */
static bool hearsay(const dem_token *t)
{
    static const char *const WORDS[] = {"report", "rumour", "rumor", "story", "speculation"};
    return DEM_STR_ONE_OF(t->lemma, WORDS);
}

/* What is judged stands for an act that was told: "it", "the move", "this decision". */
static bool stands_for_act(const dem_judgement *j, int t)
{
    static const char *const WORDS[] = {"it", "this", "that"};
    if (t < 0) return false;
    const dem_token *w = &j->s->tok[t];
    if (w->upos == DEM_UPOS_PRON) return DEM_STR_IONE_OF(w->form, WORDS);
    if (j->type == DEM_REJECT && hearsay(w)) return false;
    return w->upos == DEM_UPOS_NOUN && dem_told_definite(j->s, t) && dem_kid_with(j->s, t, DEM_REL_nmod) < 0 &&
           dem_rules_lists(j->c->rules, j->c->rules->act, w);
}

void dem_told_take(const dem_event *e, dem_members *side)
{
    for (uint32_t i = 0; i < e->n_actor; i++) {
        side->entity[side->n] = e->actor[i];
        side->entity[side->n].span = (dem_span){0, 0}; /* no word of this sentence stands for it */
        side->entity[side->n].implied = false;
        side->mention[side->n++] = NULL;
    }
}

/* "condemned the test", "was killed in the attack", "the strikes killed": the definite event noun has its actor from the record of
 * the same kind that was told before (codebook D63). */
void dem_told_actor(dem_judgement *j, dem_members *side, bool phrase)
{
    const int16_t *kid;
    uint32_t n = dem_kids(j->s, j->k->pred, &kid);
    for (uint32_t i = 0; i < n && side->n == 0; i++) {
        unsigned rel = j->s->tok[kid[i]].rel;
        bool here = phrase ? rel == DEM_REL_obl || rel == DEM_REL_nsubj : rel == DEM_REL_obj;
        if (!here || !dem_told_definite(j->s, kid[i])) continue;
        if (!phrase && stands_for_act(j, kid[i]))
            continue; /* "the measures" are of any kind: dem_told_doer() */
        const dem_event *e = told_before(j, kid[i], phrase ? j->type : DEM_EVENT_NONE);
        if (e) dem_told_take(e, side);
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

/* The definite noun that is contradicted or refused: "the allegations were false", "refuted the charges"; or -1. */
static int refused_word(const dem_judgement *j)
{
    int t = j->k->frame->pos == DEM_POS_VERB ? dem_grammar_object(j->s, j->k->pred)
                                             : dem_kid_with(j->s, j->k->pred, DEM_REL_nsubj);
    bool bare = t >= 0 && dem_told_definite(j->s, t) && dem_kid_with(j->s, t, DEM_REL_nmod) < 0;
    return bare && (dem_rules_lists(j->c->rules, j->c->rules->act, &j->s->tok[t]) ||
                    dem_told_noun(j, t, DEM_ACCUSE))
               ? t
               : -1;
}

/* "Gulen has rejected those claims", "but he declined": whom one refuses or contradicts is who asked, accused or
 * threatened him, as the report has told (codebook 12.9). */
void dem_told_asker(dem_judgement *j)
{
    dem_candidate *k = j->k;
    if (j->type != DEM_REJECT || k->recipient.n || k->actor.n != 1) return;
    int word = refused_word(j);
    bool claims = word >= 0 && !dem_told_noun(j, word, DEM_REQUEST);
    if ((k->recipient.open && word < 0) || (word >= 0 && hearsay(&j->s->tok[word]))) return;
    for (size_t i = j->c->n_past; i-- > 0;) {
        const dem_event *e = &j->c->past[i];
        if (!asks_or_accuses(e->type) || unknown_only(e) || !is_against(e, &k->actor.entity[0])) continue;
        if (did_it(e, &k->actor.entity[0]) || (claims && e->type != DEM_ACCUSE)) continue;
        dem_told_take(e, &k->recipient);
        return;
    }
}

/* "declined", "rejected it", "turned down the request": nothing is said of what is refused. */
static bool bare_refusal(const dem_judgement *j)
{
    static const char *const WORDS[] = {"it", "them", "this", "that"};
    int object = dem_grammar_object(j->s, j->k->pred);
    if (j->k->content >= 0 && j->k->content != object) return false;
    return object < 0 || DEM_STR_IONE_OF(j->s->tok[object].form, WORDS) ||
           (dem_told_definite(j->s, object) && dem_told_noun(j, object, DEM_REQUEST));
}

/* "Kenya asked Chad to extradite him, but it refused": the pronoun is who was asked, whoever its antecedent may be. */
void dem_told_asked(dem_judgement *j)
{
    dem_candidate *k = j->k;
    if (j->type != DEM_REJECT || k->frame->pos != DEM_POS_VERB || k->recipient.n || !bare_refusal(j)) return;
    int subject = dem_grammar_subject(j->s, k->pred);
    if (subject < 0 || dem_pronoun_of(j->s->tok[subject].form) == DEM_PRONOUN_NONE) return;
    const dem_event *e = j->c->n_past ? &j->c->past[j->c->n_past - 1] : NULL;
    if (!e || e->type != DEM_REQUEST || e->n_recipient != 1 || unknown_only(e) ||
        e->sentence + 1 < j->s->number)
        return;
    if (k->actor.n && (k->actor.n > 1 || !did_it(e, &k->actor.entity[0]))) return;
    k->actor.n = 1;
    k->actor.entity[0] = e->recipient[0];
    k->actor.entity[0].span = (dem_span){j->s->tok[subject].start, j->s->tok[subject].end};
    k->actor.mention[0] = NULL;
    dem_told_take(e, &k->recipient);
}

/* True if the record may be what `who` judges: done by somebody else, and not long ago. */
static bool may_be_judged(const dem_event *e, const dem_entity *who)
{
    return !unknown_only(e) && !(e->aux & DEM_BIT(DEM_AUX_historical)) && !did_it(e, who);
}

/* "banned the rally, a decision criticized by": the verb of the clause that noun n sums up, or -1. */
static int summed_up(const dem_judgement *j, int n)
{
    enum { DEEPEST = 4 };
    const dem_sentence *s = j->s;
    int d = n >= 0 ? dem_kid_with(s, n, DEM_REL_det) : -1, v = n >= 0 ? s->tok[n].head : -1;
    bool behind_mark = d > 0 && s->tok[d - 1].upos == DEM_UPOS_PUNCT && !dem_told_definite(s, n);
    if (!behind_mark || !dem_rules_lists(j->c->rules, j->c->rules->act, &s->tok[n])) return -1;
    for (int steps = 0; v >= 0 && s->tok[v].upos != DEM_UPOS_VERB && steps < DEEPEST; steps++)
        v = s->tok[v].head;
    return v >= 0 && v < d && s->tok[v].upos == DEM_UPOS_VERB ? v : -1;
}

/* "The ministry banned the rally, a decision criticized by lawyers": whom they judge is who does what the clause says. */
static bool doer_of_clause(dem_judgement *j, int object)
{
    int v = summed_up(j, object), doer = v >= 0 ? dem_grammar_subject(j->s, v) : -1;
    if (doer < 0) return false;
    dem_members_take(j->c, j->k->sentence, v, doer, j->type, &j->k->recipient);
    return true;
}

/* "criticised the plan that Hungary drafted", "parts of the plan that": whom one judges is who does what the relative clause
 * of the object says, or of what the object is a part of. */
static bool doer_of_relative(dem_judgement *j, int object)
{
    enum { DEEPEST = 2 };
    const dem_sentence *s = j->s;
    for (int n = object, steps = 0; n >= 0 && steps < DEEPEST; n = dem_kid_with(s, n, DEM_REL_nmod), steps++) {
        if (n != object && !dem_grammar_case_is(s, n, "of")) return false;
        int v = dem_kid_with(s, n, DEM_REL_acl_relcl), doer = v < 0 ? -1 : dem_kid_with(s, v, DEM_REL_nsubj);
        if (doer < 0 || s->tok[v].upos != DEM_UPOS_VERB ||
            !dem_mention_of(&j->c->mentions[j->k->sentence], doer))
            continue;
        dem_members side = {.n = 0};
        dem_members_take(j->c, j->k->sentence, v, doer, j->type, &side);
        for (uint32_t i = 0; i < side.n; i++)
            if (dem_members_have(&j->k->actor, &side.entity[i])) return false;
        if (side.n) j->k->recipient = side;
        return side.n > 0;
    }
    return false;
}

/* "Schiff called it a non-starter", "a commission criticized the move": whom one judges is who did it. That is the newest
 * record against oneself; without one, the newest of somebody else, and not far back. */
void dem_told_doer(dem_judgement *j)
{
    enum { REACH_AGAINST = 6, REACH = 3 };
    dem_candidate *k = j->k;
    bool judged = j->type == DEM_ACCUSE || j->type == DEM_REJECT || j->type == DEM_SUPPORT;
    if (!judged || k->frame->pos != DEM_POS_VERB || k->recipient.n || k->actor.n != 1) return;
    int object = dem_grammar_object(j->s, k->pred);
    if (doer_of_relative(j, object) || doer_of_clause(j, object) || !stands_for_act(j, object)) return;
    const dem_event *newest = NULL, *against = NULL;
    for (size_t i = j->c->n_past; i-- > 0 && !against;) {
        const dem_event *e = &j->c->past[i];
        if (e->sentence + REACH_AGAINST < j->s->number) break;
        if (!may_be_judged(e, &k->actor.entity[0])) continue;
        if (!newest && e->sentence + REACH >= j->s->number) newest = e;
        if (j->type != DEM_SUPPORT && is_against(e, &k->actor.entity[0])) against = e;
    }
    if (against || newest) dem_told_take(against ? against : newest, &k->recipient);
}

/* "The Taliban said it carried out the attack": whom the definite attack hit was told before (codebook D63). */
void dem_told_target(dem_judgement *j)
{
    dem_candidate *k = j->k;
    if (j->type != DEM_ASSAULT || k->frame->pos != DEM_POS_NOUN || k->recipient.n || k->recipient.open) return;
    if (k->actor.n == 0 || !dem_told_definite(j->s, k->pred)) return;
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
