/* code/clause.c - see clause.h. Climbs from the verb to the root and asks at each step what the governor makes
 * of it. */
#include "code/clause.h"
#include "code/grammar.h"

enum { MAX_CLIMB = 12 };

static dem_standing not_coded(const char *why)
{
    return (dem_standing){.why = why};
}

/* ---- the verb's own words ---------------------------------------------------------------------------- */

static bool is_negative(const dem_token *t)
{
    return (dem_str_ieq(t->form, DEM_STR("not")) || dem_str_ieq(t->form, DEM_STR("n't")) ||
            dem_str_ieq(t->form, DEM_STR("n’t")) || dem_str_ieq(t->form, DEM_STR("never")) ||
            dem_str_ieq(t->form, DEM_STR("neither")) || dem_str_ieq(t->form, DEM_STR("nor")));
}

/* "no troops", "neither Rome nor Madrid", "none of the ministers" */
static bool nobody(const dem_sentence *s, int noun)
{
    const dem_token *t = &s->tok[noun];
    if (dem_str_ieq(t->form, DEM_STR("none")) || dem_str_ieq(t->form, DEM_STR("neither")) ||
        dem_str_ieq(t->form, DEM_STR("nobody")))
        return true;
    int d = dem_kid_with(s, noun, DEM_REL_det), pair = dem_kid_with(s, noun, DEM_REL_cc_preconj);
    if (d >= 0 &&
        (dem_str_ieq(s->tok[d].form, DEM_STR("no")) || dem_str_ieq(s->tok[d].form, DEM_STR("neither"))))
        return true;
    return pair >= 0 && dem_str_ieq(s->tok[pair].form, DEM_STR("neither"));
}

/* "is no longer willing" */
static bool no_longer(const dem_sentence *s, int t)
{
    int no = t - 1;
    return dem_str_is(s->tok[t].form, "longer") && no >= 0 && s->tok[no].head == t &&
           dem_str_ieq(s->tok[no].form, DEM_STR("no"));
}

static bool negated(const dem_sentence *s, int v)
{
    const int16_t *kid;
    uint32_t n = dem_kids(s, v, &kid);
    for (uint32_t k = 0; k < n; k++) {
        unsigned rel = s->tok[kid[k]].rel;
        if (rel == DEM_REL_advmod && (is_negative(&s->tok[kid[k]]) || no_longer(s, kid[k]))) return true;
        bool argument = rel == DEM_REL_nsubj || rel == DEM_REL_nsubj_pass || rel == DEM_REL_obj;
        if (argument && nobody(s, kid[k])) return true;
    }
    return false;
}

static bool habitual(const dem_rules *rules, const dem_sentence *s, int v)
{
    const int16_t *kid;
    uint32_t n = dem_kids(s, v, &kid);
    for (uint32_t k = 0; k < n; k++)
        if (s->tok[kid[k]].rel == DEM_REL_advmod && dem_rules_lists(rules, rules->habit, &s->tok[kid[k]]))
            return true;
    return false;
}

/* "often shells towns and kills": one habit; but "argued that talks are always better and stressed ...". */
static bool shares_habit(const dem_sentence *s, int v, int up)
{
    if (s->tok[v].rel != DEM_REL_conj) return true;
    return s->tok[up].upos == DEM_UPOS_VERB && s->tok[up].xpos == s->tok[v].xpos;
}

typedef struct {
    bool any, may, would, will, must, can;
} modals;

static modals own_modals(const dem_sentence *s, int v)
{
    modals m = {0};
    const int16_t *kid;
    uint32_t n = dem_kids(s, v, &kid);
    for (uint32_t k = 0; k < n; k++) {
        const dem_token *t = &s->tok[kid[k]];
        if (t->rel != DEM_REL_aux && t->rel != DEM_REL_aux_pass && t->rel != DEM_REL_cop) continue;
        m.any = true;
        if (t->xpos != DEM_XPOS_MD) continue;
        dem_str f = t->form;
        m.may |= dem_str_ieq(f, DEM_STR("may")) || dem_str_ieq(f, DEM_STR("might")) ||
                 dem_str_ieq(f, DEM_STR("could"));
        m.would |=
            dem_str_ieq(f, DEM_STR("would")) || dem_str_ieq(f, DEM_STR("'d")) || dem_str_ieq(f, DEM_STR("’d"));
        m.will |= dem_str_ieq(f, DEM_STR("will")) || dem_str_ieq(f, DEM_STR("shall")) ||
                  dem_str_ieq(f, DEM_STR("'ll")) || dem_str_ieq(f, DEM_STR("’ll")) ||
                  dem_str_ieq(f, DEM_STR("wo"));
        m.must |= dem_str_ieq(f, DEM_STR("must")) || dem_str_ieq(f, DEM_STR("should")) ||
                  dem_str_ieq(f, DEM_STR("ought"));
        m.can |= dem_str_ieq(f, DEM_STR("can")) || dem_str_ieq(f, DEM_STR("ca"));
    }
    return m;
}

static int conditional_clause(const dem_sentence *s, int v)
{
    const int16_t *kid;
    uint32_t n = dem_kids(s, v, &kid);
    for (uint32_t k = 0; k < n; k++)
        if (s->tok[kid[k]].rel == DEM_REL_advcl &&
            (dem_grammar_case_is(s, kid[k], "if") || dem_grammar_case_is(s, kid[k], "unless")))
            return kid[k];
    return -1;
}

/* "Should Poland leave, ...": a condition without "if". */
static bool inverted(const dem_sentence *s, int v)
{
    int aux = dem_kid_with(s, v, DEM_REL_aux), subject = dem_kid_with(s, v, DEM_REL_nsubj);
    if (subject < 0) subject = dem_kid_with(s, v, DEM_REL_nsubj_pass);
    if (aux < 0 || subject < 0 || aux > subject || s->tok[v].head < 0) return false;
    return dem_str_ieq(s->tok[aux].form, DEM_STR("should"));
}

/* Reported speech shifts "will" to "would": a would under a past reporting verb is a plain future. */
static bool reported_in_past(const dem_rules *rules, const dem_sentence *s, int v)
{
    int h = s->tok[v].head;
    for (int steps = 0; h >= 0 && steps < 3; h = s->tok[h].head, steps++)
        if (dem_rules_lists(rules, rules->reporting, &s->tok[h]) &&
            (s->tok[h].xpos == DEM_XPOS_VBD || s->tok[h].xpos == DEM_XPOS_VBN))
            return true;
    return false;
}

/* "is to be sentenced", "is due to meet": the copula and an infinitive marker on the same verb. */
static bool is_to(const dem_sentence *s, int v)
{
    int aux = dem_kid_with(s, v, DEM_REL_aux);
    if (aux < 0) aux = dem_kid_with(s, v, DEM_REL_cop);
    bool present = aux >= 0 && (s->tok[aux].xpos == DEM_XPOS_VBZ || s->tok[aux].xpos == DEM_XPOS_VBP ||
                                s->tok[aux].xpos == DEM_XPOS_VBD);
    if (!present || !dem_str_is(s->tok[aux].lemma, "be")) return false;
    int to = aux + 1 < (int)s->n && dem_str_ieq(s->tok[aux + 1].form, DEM_STR("due")) ? aux + 2 : aux + 1;
    return to < (int)s->n && dem_str_ieq(s->tok[to].form, DEM_STR("to"));
}

static void apply_own(const dem_rules *rules, const dem_sentence *s, int v, dem_standing *st)
{
    modals m = own_modals(s, v);
    const dem_token *t = &s->tok[v];
    if (!m.any && t->rel == DEM_REL_conj && t->head >= 0 && dem_kid_with(s, v, DEM_REL_nsubj) < 0)
        m = own_modals(s, t->head); /* "will meet and sign" */
    st->condition |= conditional_clause(s, v) >= 0;
    bool future = m.will || (m.would && reported_in_past(rules, s, v) && !st->condition);
    if (future) {
        st->commitment = true;
        st->aux |= (dem_auxes)DEM_BIT(DEM_AUX_future);
    }
    bool have = dem_kid_with(s, v, DEM_REL_aux) >= 0 && s->tok[v].xpos == DEM_XPOS_VBN;
    bool refuses = m.would && !future && !have && !st->condition && negated(s, v);
    if (refuses) st->commitment = true; /* "Chad would not endorse the result": it refused */
    if (m.may || m.can || (m.would && !future && !refuses)) st->aux |= (dem_auxes)DEM_BIT(DEM_AUX_hypothetical);
    if (inverted(s, v)) st->aux |= (dem_auxes)DEM_BIT(DEM_AUX_hypothetical);
    else if (m.must) st->obligation = true;
    if (is_to(s, v)) st->aux |= (dem_auxes)DEM_BIT(DEM_AUX_future);
    /* "could not agree": it is denied, not supposed */
    if (m.may && negated(s, v)) st->aux &= (dem_auxes)~DEM_BIT(DEM_AUX_hypothetical);
    if (negated(s, v)) {
        st->denied = !st->denied;
        st->aux ^= (dem_auxes)DEM_BIT(DEM_AUX_negation);
    }
}

/* ---- the governors ------------------------------------------------------------------------------------ */

static bool infinitive(const dem_sentence *s, int v)
{
    return dem_grammar_case_is(s, v, "to");
}

/* "is said to be leaving", "claims to have left"; not "was told to leave". */
static bool hearsay(const dem_rules *rules, const dem_sentence *s, int w, int v)
{
    if (!dem_rules_lists(rules, rules->reporting, &s->tok[w]) || dem_str_is(s->tok[w].lemma, "tell"))
        return false;
    int aux = dem_kid_with(s, v, DEM_REL_aux);
    return dem_grammar_passive(s, w) || (aux >= 0 && dem_str_is(s->tok[aux].lemma, "have"));
}

/* "was filmed beating", "saw police beating": what is seen happens. */
static bool perceived(const dem_rules *rules, const dem_sentence *s, int w, int v)
{
    return dem_rules_lists(rules, rules->perceive, &s->tok[w]) && s->tok[v].xpos == DEM_XPOS_VBG;
}

/* What verb or adjective `w` makes of its infinitive or gerund. */
static dem_standing under_complement(const dem_rules *rules, const dem_sentence *s, int w, int v,
                                     dem_standing st)
{
    const dem_token *t = &s->tok[w];
    bool has = dem_str_is(t->lemma, "have") && infinitive(s, v);
    if ((has && t->xpos != DEM_XPOS_VBD) || (dem_str_is(t->lemma, "need") && infinitive(s, v))) {
        st.obligation = true;
    } else if (has || hearsay(rules, s, w, v) || perceived(rules, s, w, v) ||
               dem_rules_lists(rules, rules->begin, t) || dem_rules_lists(rules, rules->achieve, t)) {
        ; /* as the governor stands: "had to withdraw", it did; "is said to have withdrawn", so it is told */
    } else if (dem_str_is(t->lemma, "fail")) {
        st.denied = !st.denied;
        st.aux ^= (dem_auxes)DEM_BIT(DEM_AUX_negation);
    } else if (dem_rules_lists(rules, rules->expect, t) || dem_str_is(t->lemma, "be") ||
               dem_str_is(t->lemma, "go")) {
        st.aux |= (dem_auxes)DEM_BIT(DEM_AUX_future);
        st.commitment |=
            dem_str_is(t->lemma, "go") || dem_str_is(t->lemma, "plan") || dem_str_is(t->lemma, "intend");
    } else if (dem_rules_lists(rules, rules->possible, t)) {
        st.aux |= (dem_auxes)DEM_BIT(DEM_AUX_hypothetical);
    } else {
        return not_coded("complement of a verb that does not say it happened");
    }
    return st;
}

static bool evidential(const dem_rules *rules, const dem_token *t)
{
    return dem_rules_lists(rules, rules->reporting, t) || dem_rules_lists(rules, rules->factive, t) ||
           dem_rules_lists(rules, rules->announce, t);
}

/* "if the minister says that ...": what a supposed report says is supposed. */
static bool supposed(const dem_sentence *s, int w)
{
    for (int up = w, steps = 0; up >= 0 && steps < 3; up = s->tok[up].head, steps++) {
        if (dem_grammar_case_is(s, up, "if") || dem_grammar_case_is(s, up, "unless")) return true;
        if (s->tok[up].rel != DEM_REL_xcomp && s->tok[up].rel != DEM_REL_conj) break;
    }
    return false;
}

/* What a reporting verb makes of its clause: "did not say that it had struck" says nothing of a strike, "did not mention
 * that it had struck" does. */
static dem_standing reported(const dem_rules *rules, const dem_sentence *s, int w, dem_standing st)
{
    static const char *const KNOWN[] = {"mention", "reveal", "disclose", "recall", "acknowledge", "note"};
    bool reports = dem_rules_lists(rules, rules->reporting, &s->tok[w]);
    if (reports && negated(s, w) && !DEM_STR_ONE_OF(s->tok[w].lemma, KNOWN))
        return not_coded("in a report that was not made");
    if (supposed(s, w)) st.aux |= (dem_auxes)DEM_BIT(DEM_AUX_hypothetical);
    return st;
}

/* "It is essential that Russia leave": as good as "Russia must leave". */
static bool needful(const dem_sentence *s, int w, int v)
{
    static const char *const NEEDS[] = {"essential", "imperative", "vital",    "crucial",  "necessary",
                                        "important", "incumbent",  "critical", "paramount"};
    return s->tok[w].upos == DEM_UPOS_ADJ && DEM_STR_ONE_OF(s->tok[w].lemma, NEEDS) && !negated(s, w) &&
           dem_grammar_case_is(s, v, "that") && dem_kid_with(s, v, DEM_REL_aux) < 0 &&
           s->tok[v].xpos != DEM_XPOS_VBD;
}

/* One step up from v. *next is where to go on, or -1 when the standing is settled. */
static dem_standing step(const dem_rules *rules, const dem_sentence *s, int v, dem_standing st, int *next)
{
    const dem_token *t = &s->tok[v];
    int w = t->head;
    *next = -1;
    if (w < 0) return st;
    switch (t->rel) {
    case DEM_REL_conj: *next = w; return st;
    case DEM_REL_xcomp: *next = w; return under_complement(rules, s, w, v, st);
    case DEM_REL_ccomp:
        if (evidential(rules, &s->tok[w])) return reported(rules, s, w, st);
        if (dem_rules_lists(rules, rules->possible, &s->tok[w])) {
            st.aux |= (dem_auxes)DEM_BIT(DEM_AUX_hypothetical);
            return st;
        }
        if (dem_rules_lists(rules, rules->expect, &s->tok[w])) {
            st.aux |= (dem_auxes)DEM_BIT(DEM_AUX_future);
            return st;
        }
        if (infinitive(s, v)) {
            *next = w;
            return under_complement(rules, s, w, v, st);
        }
        return w > v ? st : not_coded("clause under a verb that does not report it");
    case DEM_REL_advcl:
        if (infinitive(s, v)) return not_coded("purpose clause");
        if (dem_grammar_case_is(s, v, "if") || dem_grammar_case_is(s, v, "unless") ||
            dem_grammar_case_is(s, v, "whether")) {
            if (st.denied) return not_coded("a condition that something does not happen");
            st.aux |= (dem_auxes)DEM_BIT(DEM_AUX_hypothetical);
            return st;
        }
        if (dem_grammar_case_is(s, v, "without")) return not_coded("under without");
        if (dem_grammar_case_is(s, v, "until") && s->tok[v].xpos != DEM_XPOS_VBD &&
            s->tok[v].xpos != DEM_XPOS_VBN)
            return not_coded("not yet: under until");
        if (dem_grammar_case_is(s, v, "of") || dem_grammar_case_is(s, v, "from") ||
            dem_grammar_case_is(s, v, "against"))
            return not_coded("gerund that its verb does not assert"); /* "stopped short of condemning",
                                                                         "refrained from striking" */
        return st;
    case DEM_REL_acl: {
        int ranked = dem_grammar_ranked(s, v); /* "was the first country to recognise the island" */
        if (ranked >= 0) {
            *next = ranked;
            return st;
        }
        return infinitive(s, v) ? not_coded("infinitive of a noun") : st;
    }
    case DEM_REL_csubj: /* "Fighting between the two armies resumed" */
        if (s->tok[v].xpos == DEM_XPOS_VBG && dem_kid_with(s, v, DEM_REL_obj) < 0 &&
            (dem_rules_lists(rules, rules->occur, &s->tok[w]) ||
             dem_rules_lists(rules, rules->begin, &s->tok[w]))) {
            *next = w;
            return st;
        }
        if (needful(s, w, v)) {
            st.obligation = true;
            return st;
        }
        return not_coded("no predicate of its own");
    case DEM_REL_csubj_pass:
    case DEM_REL_csubj_outer:
    case DEM_REL_amod: return not_coded("no predicate of its own");
    default: return st;
    }
}

static bool question(const dem_sentence *s)
{
    for (uint32_t i = s->n; i-- > 0 && s->tok[i].upos == DEM_UPOS_PUNCT;)
        if (dem_str_is(s->tok[i].form, "?")) return true;
    return false;
}

/* "Do not strike", "See the market", "Stop the bombing," he said: a command. */
bool dem_clause_imperative(const dem_sentence *s, int v)
{
    const dem_token *t = &s->tok[v];
    int aux = dem_kid_with(s, v, DEM_REL_aux);
    bool statement = aux >= 0 && !dem_str_ieq(s->tok[aux].form, DEM_STR("do")); /* but "Do not strike" */
    if (t->xpos != DEM_XPOS_VB || statement || dem_kid_with(s, v, DEM_REL_mark) >= 0) return false;
    if (t->rel == DEM_REL_root) return dem_grammar_surface_subject(s, v) < 0;
    bool quoted = t->rel == DEM_REL_ccomp || t->rel == DEM_REL_parataxis;
    return quoted && dem_kid_with(s, v, DEM_REL_nsubj) < 0;
}

dem_standing dem_clause_standing(const dem_rules *rules, const dem_sentence *s, int v)
{
    dem_standing st = {.coded = true};
    if (question(s)) return not_coded("a question");
    st.habit = habitual(rules, s, v);
    if (dem_clause_imperative(s, v)) return not_coded("an imperative");
    apply_own(rules, s, v, &st);
    int at = v;
    for (int steps = 0; at >= 0 && steps < MAX_CLIMB; steps++) {
        int next;
        st = step(rules, s, at, st, &next);
        if (!st.coded) return st;
        if (next >= 0 && s->tok[at].rel != DEM_REL_conj) apply_own(rules, s, next, &st);
        st.habit |= next >= 0 && shares_habit(s, at, next) && habitual(rules, s, next);
        at = next;
    }
    if (st.aux & DEM_BIT(DEM_AUX_hypothetical)) st.aux &= (dem_auxes)~DEM_BIT(DEM_AUX_future);
    if (st.habit) {
        st.coded = false;
        st.why = "a habit";
    }
    return st;
}

/* "on Tuesday", "in Berlin", "in an interview": the occasion that makes a present tense an utterance. */
static bool occasion(const dem_sentence *s, int t)
{
    static const char *const MEDIA[] = {"interview", "statement", "speech", "post",   "letter",
                                        "message",   "address",   "report", "article"};
    if (s->tok[t].rel == DEM_REL_obl_unmarked) return true;
    bool placed =
        dem_grammar_case_is(s, t, "on") || dem_grammar_case_is(s, t, "in") || dem_grammar_case_is(s, t, "at");
    if (s->tok[t].rel != DEM_REL_obl || !placed) return false;
    if (DEM_STR_ONE_OF(s->tok[t].lemma, MEDIA)) return true;
    return s->tok[t].upos == DEM_UPOS_PROPN || s->tok[t].upos == DEM_UPOS_NUM;
}

static bool has_occasion(const dem_sentence *s, int v)
{
    const int16_t *kid;
    uint32_t n = dem_kids(s, v, &kid);
    for (uint32_t k = 0; k < n; k++)
        if (occasion(s, kid[k])) return true;
    return false;
}

/* "I thank", "we condemn": never the reporter's voice. */
static bool own_words(const dem_sentence *s, int v)
{
    static const char *const SPEAKERS[] = {"i", "we"};
    int subject = dem_grammar_subject(s, v);
    return subject >= 0 && DEM_STR_IONE_OF(s->tok[subject].form, SPEAKERS);
}

bool dem_clause_standing_position(const dem_sentence *s, int v)
{
    const dem_token *t = &s->tok[v];
    if (own_words(s, v)) return false;
    if (t->xpos != DEM_XPOS_VBZ && t->xpos != DEM_XPOS_VBP) return false;
    return dem_kid_with(s, v, DEM_REL_aux) < 0 && !has_occasion(s, v);
}
