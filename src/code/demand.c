/* code/demand.c - demands without a word of asking: "Serbia must leave", "he told Chad that it should", "Stop the bombing,"
 * she told Putin (codebook 3.8, D11, D49). */
#include "code/antecedent.h"
#include "code/grammar.h"
#include "code/judge.h"
#include "code/judgement.h"
#include "code/memory.h"

const dem_frame dem_frame_obligation = {.pos = DEM_POS_VERB,
                                        .lemma = {"must", 4},
                                        .type = DEM_REQUEST,
                                        .by_content = true,
                                        .cameo = "10",
                                        .file = {"grammar", 7}};

/* ---- who is addressed -------------------------------------------------------------------------------------- */

/* "told Chad that", "said to Chad"; -1 if nobody is addressed. */
static int addressee(const dem_sentence *s, int cue)
{
    static const char *const TELLING[] = {"tell", "remind", "inform", "assure", "warn"};
    if (cue < 0 || s->tok[cue].upos != DEM_UPOS_VERB || dem_grammar_passive(s, cue)) return -1;
    if (DEM_STR_ONE_OF(s->tok[cue].lemma, TELLING)) {
        int told = dem_kid_with(s, cue, DEM_REL_iobj);
        return told >= 0 ? told : dem_kid_with(s, cue, DEM_REL_obj);
    }
    const int16_t *kid;
    uint32_t n = dem_kids(s, cue, &kid);
    for (uint32_t k = 0; k < n; k++)
        if (s->tok[kid[k]].rel == DEM_REL_obl && dem_grammar_case_is(s, kid[k], "to")) return kid[k];
    return -1;
}

/* Fills the recipient with who is told so; false if that is nobody with a code, or reporters, who are told for others. */
static bool take_addressee(dem_coding *c, const dem_attribution *by, dem_candidate *out)
{
    const dem_sentence *s = &c->sentence[out->sentence];
    int who = addressee(s, dem_attribution_cue(s, by));
    dem_members side = {.n = 0};
    if (who < 0) return false;
    dem_members_take(c, out->sentence, out->pred, who, DEM_REQUEST, &side);
    if (side.n == 0 || (side.entity[0].sectors & DEM_BIT(DEM_SEC_JRN))) return false;
    out->recipient = side;
    return true;
}

/* ---- must, should ---------------------------------------------------------------------------------------- */

/* The verb of "has to", "needs to", "has got to" above v, or -1 if it is must or should. */
static int has_to(const dem_sentence *s, int v)
{
    static const char *const VERBS[] = {"have", "need", "get"};
    int w = s->tok[v].head;
    bool above = w >= 0 && s->tok[v].rel == DEM_REL_xcomp && DEM_STR_ONE_OF(s->tok[w].lemma, VERBS);
    return above ? w : -1;
}

static bool asked_how(const dem_sentence *s, int v)
{
    const int16_t *kid;
    uint32_t n = dem_kids(s, v, &kid);
    for (uint32_t k = 0; k < n; k++)
        if (kid[k] < v && s->tok[kid[k]].xpos == DEM_XPOS_WRB) return true;
    return false;
}

/* "will have to ask", "would have to approve": what follows from something, not what is demanded. */
static bool follows(const dem_sentence *s, int w)
{
    static const char *const WORDS[] = {"will", "would"};
    const int16_t *kid;
    uint32_t n = dem_kids(s, w, &kid);
    for (uint32_t k = 0; k < n; k++)
        if (s->tok[kid[k]].rel == DEM_REL_aux && DEM_STR_ONE_OF(s->tok[kid[k]].lemma, WORDS)) return true;
    return false;
}

/* "Should Turkey withdraw, Greece will": a condition. */
static bool inverted(const dem_sentence *s, int v)
{
    int aux = dem_kid_with(s, v, DEM_REL_aux), subject = dem_kid_with(s, v, DEM_REL_nsubj);
    return aux >= 0 && subject >= 0 && aux < subject && subject < v;
}

/* "A leader must listen": one of a kind. */
static bool one_of_a_kind(const dem_coding *c, uint32_t sentence, int subject)
{
    const dem_sentence *s = &c->sentence[sentence];
    const dem_mention *m = dem_mention_of(&c->mentions[sentence], subject);
    if (!m || m->kind != DEM_MENTION_ROLE || !m->role || m->role->role_kind == DEM_ROLE_THING) return false;
    int d = dem_kid_with(s, subject, DEM_REL_det);
    return d >= 0 && (dem_str_ieq(s->tok[d].form, DEM_STR("a")) || dem_str_ieq(s->tok[d].form, DEM_STR("an")));
}

/* Obligations that nobody is asked to meet: one's own ("I must say"), anybody's ("you have to look at it"), those that only
 * describe ("steps which must be taken") or are in question ("why should he go?"), and what is felt, not done ("women should
 * feel safe"). */
static bool no_demand(const dem_sentence *s, int v, int subject)
{
    static const char *const MINE[] = {"i", "one", "we"}, *const ANYBODY[] = {"you"};
    static const char *const FELT[] = {"feel", "remember", "know", "enjoy", "worry", "fear"};
    int w = has_to(s, v);
    if (inverted(s, v)) return true;
    if (s->tok[v].rel == DEM_REL_acl_relcl || asked_how(s, v) || (w >= 0 && follows(s, w))) return true;
    if (w >= 0 && (s->tok[w].rel == DEM_REL_acl_relcl || asked_how(s, w))) return true;
    if (DEM_STR_ONE_OF(s->tok[v].lemma, FELT)) return true;
    if (subject < 0 || s->tok[subject].upos != DEM_UPOS_PRON) return false;
    return DEM_STR_IONE_OF(s->tok[subject].form, MINE) ||
           (w >= 0 && DEM_STR_IONE_OF(s->tok[subject].form, ANYBODY));
}

static bool of_sex(const dem_mention *m, dem_pronoun p)
{
    char sex = m->actor && m->actor->kind == DEM_ACTOR_PERSON ? m->actor->gender : 0;
    return p == DEM_PRONOUN_HE ? sex != 'f' : p == DEM_PRONOUN_SHE && sex != 'm';
}

/* The last person before token t who may be meant by the pronoun there and is not the speaker; NULL if there is none. */
static const dem_mention *other_person(const dem_coding *c, const dem_candidate *k, int t)
{
    dem_pronoun p = dem_pronoun_of(c->sentence[k->sentence].tok[t].form);
    const dem_mentions *ms = &c->mentions[k->sentence];
    const dem_mention *last = NULL;
    for (uint32_t i = 0; i < ms->n; i++) {
        const dem_mention *m = &ms->at[i];
        bool person =
            m->head < t && m->n == 1 && m->kind != DEM_MENTION_PRONOUN && dem_one_person(m) && of_sex(m, p);
        if (person && !dem_members_have(&k->actor, &m->entity[0])) last = m;
    }
    return last;
}

/* "He criticised the premier, saying he should go": a demand is not for the speaker himself. */
static void take_other(dem_coding *c, int subject, dem_candidate *out)
{
    if (out->recipient.n != 1 || !dem_members_have(&out->actor, &out->recipient.entity[0])) return;
    const dem_mention *m = other_person(c, out, subject);
    if (!m) return;
    out->recipient.entity[0] = m->entity[0];
    out->recipient.mention[0] = m;
}

/* "told Hungary that it should": who is told is who should, if a pronoun says so. */
static void take_obliged(dem_coding *c, const dem_attribution *by, int subject, dem_candidate *out)
{
    const dem_token *t = &c->sentence[out->sentence].tok[subject];
    bool pronoun = t->upos == DEM_UPOS_PRON && t->xpos == DEM_XPOS_PRP;
    if (pronoun && take_addressee(c, by, out)) return;
    dem_members_take(c, out->sentence, out->pred, subject, DEM_REQUEST, &out->recipient);
    if (pronoun) take_other(c, subject, out);
}

/* "Stop the bombing," she told Putin: a command to somebody who is named. */
static bool commanded(dem_coding *c, const dem_attribution *by, dem_candidate *out)
{
    static const char *const TALK[] = {"look",    "listen", "see",    "let",    "wait",  "remember",
                                       "imagine", "thank",  "forget", "excuse", "trust", "believe"};
    const dem_sentence *s = &c->sentence[out->sentence];
    if (!c->quoted[out->sentence][out->pred] || DEM_STR_ONE_OF(s->tok[out->pred].lemma, TALK)) return false;
    return take_addressee(c, by, out);
}

/* "must be ready to mediate", "must be prepared to leave": of adjectives only those that ask for what follows. */
static bool asks_readiness(const dem_sentence *s, int v)
{
    static const char *const WORDS[] = {"ready", "willing", "prepared", "prepare"};
    int act = dem_grammar_complement(s, v);
    return act >= 0 && dem_grammar_case_is(s, act, "to") && DEM_STR_ONE_OF(s->tok[v].lemma, WORDS);
}

/* "All sides should talk": a demand on nobody who has a code (codebook 7.6, D49). */
static bool collective(const dem_coding *c, uint32_t sentence, int subject)
{
    const dem_mention *m = subject < 0 ? NULL : dem_mention_of(&c->mentions[sentence], subject);
    return m && m->kind == DEM_MENTION_COLLECTIVE;
}

bool dem_judge_obligation(dem_coding *c, uint32_t sentence, int v, dem_candidate *out)
{
    const dem_sentence *s = &c->sentence[sentence];
    bool readiness = asks_readiness(s, v);
    if (s->tok[v].upos == DEM_UPOS_ADJ && !readiness) return false;
    bool command = dem_clause_imperative(s, v);
    dem_standing st = dem_clause_standing(c->rules, s, v);
    bool need_not = st.denied && s->tok[v].rel == DEM_REL_xcomp; /* "does not need to", but "must not" */
    int aux = dem_kid_with(s, v, DEM_REL_aux), perfect = aux;
    for (; perfect >= 0 && perfect < v && !dem_str_is(s->tok[perfect].lemma, "have"); perfect++) {
    }
    if (aux >= 0 && perfect < v && !command) return false; /* "should have left" asks for nothing */
    bool obliged = st.coded && st.obligation && !need_not && !(st.aux & DEM_BIT(DEM_AUX_hypothetical));
    if (!command && !obliged) return false;
    dem_attribution by = dem_attribution_of(c, sentence, v);
    if (!by.present || !by.named || !dem_judgement_political(&by.entity)) return false;
    *out = (dem_candidate){
        .frame = &dem_frame_obligation, .sentence = sentence, .pred = v, .trigger_to = v + 1, .content = v};
    if (readiness) out->content = dem_grammar_complement(s, v);
    dem_judgement j = {.by = by, .s = s};
    dem_judgement_speaker(&j, &out->actor);
    if (command) return commanded(c, &by, out);
    int subject = dem_grammar_passive(s, v) && !readiness ? -1 : dem_grammar_surface_subject(s, v);
    if (no_demand(s, v, subject) || (subject >= 0 && one_of_a_kind(c, sentence, subject))) return false;
    if (subject >= 0) take_obliged(c, &by, subject, out);
    return !out->recipient.open || out->recipient.n || collective(c, sentence, subject);
}
