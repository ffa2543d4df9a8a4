/* code/antecedent.c - see antecedent.h. */
#include "code/antecedent.h"
#include "code/grammar.h"

const int16_t DEM_ANTECEDENT_WEIGHTS[DEM_ANTECEDENT_CLASSES][DEM_ANTECEDENT_FEATURES] = {
#include "code/antecedent.inc"
};

enum { REACH = 3 }; /* sentences back */

dem_pronoun dem_pronoun_of(dem_str form)
{
    static const struct {
        const char *word;
        dem_pronoun kind;
    } WORDS[] = {{"he", DEM_PRONOUN_HE},          {"him", DEM_PRONOUN_HE},      {"his", DEM_PRONOUN_HE},
                 {"himself", DEM_PRONOUN_HE},     {"she", DEM_PRONOUN_SHE},     {"her", DEM_PRONOUN_SHE},
                 {"hers", DEM_PRONOUN_SHE},       {"herself", DEM_PRONOUN_SHE}, {"it", DEM_PRONOUN_IT},
                 {"its", DEM_PRONOUN_IT},         {"itself", DEM_PRONOUN_IT},   {"they", DEM_PRONOUN_THEY},
                 {"them", DEM_PRONOUN_THEY},      {"their", DEM_PRONOUN_THEY},  {"theirs", DEM_PRONOUN_THEY},
                 {"themselves", DEM_PRONOUN_THEY}};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (dem_str_ieq(form, dem_str_from(WORDS[i].word))) return WORDS[i].kind;
    return DEM_PRONOUN_NONE;
}

unsigned dem_pronoun_class(dem_pronoun p)
{
    return p == DEM_PRONOUN_HE || p == DEM_PRONOUN_SHE ? 0 : p == DEM_PRONOUN_IT ? 1 : 2;
}

/* ---- candidates ------------------------------------------------------------------------------------- */

/* Heads of noun phrases; not parts of names, adjectives, expletives. */
static bool heads_phrase(const dem_sentence *s, int t)
{
    const dem_token *w = &s->tok[t];
    if (w->upos != DEM_UPOS_NOUN && w->upos != DEM_UPOS_PROPN && w->upos != DEM_UPOS_PRON) return false;
    switch (w->rel) {
    case DEM_REL_compound:
    case DEM_REL_flat:
    case DEM_REL_amod:
    case DEM_REL_fixed:
    case DEM_REL_goeswith:
    case DEM_REL_expl:
    case DEM_REL_nmod_desc:
    case DEM_REL_det: return false;
    default: return true;
    }
}

static bool plural(const dem_token *t)
{
    return t->xpos == DEM_XPOS_NNS || t->xpos == DEM_XPOS_NNPS;
}

static bool joined(const dem_sentence *s, int t)
{
    return dem_kid_with(s, t, DEM_REL_conj) >= 0;
}

static const dem_mention *mention_at(const dem_coding *c, uint32_t sentence, int t)
{
    return dem_mention_of(&c->mentions[sentence], t);
}

static bool a_person(const dem_mention *m)
{
    if (!m) return false;
    if (m->kind == DEM_MENTION_PERSON || m->kind == DEM_MENTION_NAME) return true;
    return m->kind == DEM_MENTION_ROLE && m->role && m->role->role_kind != DEM_ROLE_BODY &&
           m->role->role_kind != DEM_ROLE_THING;
}

static bool a_body(const dem_mention *m)
{
    return m && (m->kind == DEM_MENTION_GROUP || m->kind == DEM_MENTION_COUNTRY ||
                 m->kind == DEM_MENTION_CAPITAL || m->kind == DEM_MENTION_SEAT ||
                 (m->kind == DEM_MENTION_ROLE && m->role && m->role->role_kind == DEM_ROLE_BODY));
}

/* Whether number and sex allow it. */
static bool agrees(const dem_coding *c, dem_pronoun p, uint32_t sentence, int t)
{
    const dem_sentence *s = &c->sentence[sentence];
    const dem_token *w = &s->tok[t];
    const dem_mention *m = mention_at(c, sentence, t);
    dem_pronoun other = w->upos == DEM_UPOS_PRON ? dem_pronoun_of(w->form) : DEM_PRONOUN_NONE;
    if (w->upos == DEM_UPOS_PRON) return other == p;
    char sex = m && m->actor && m->actor->kind == DEM_ACTOR_PERSON ? m->actor->gender : 0;
    bool body = m && m->kind == DEM_MENTION_ROLE && m->role && m->role->role_kind == DEM_ROLE_BODY;
    switch (p) {
    case DEM_PRONOUN_HE:
        return !plural(w) && sex != 'f' && !body &&
               !(m && (m->kind == DEM_MENTION_GROUP || m->kind == DEM_MENTION_COUNTRY));
    case DEM_PRONOUN_SHE: return !plural(w) && sex != 'm' && !body && !(m && m->kind == DEM_MENTION_GROUP);
    case DEM_PRONOUN_IT: return !plural(w) && !(m && m->kind == DEM_MENTION_PERSON);
    default: return plural(w) || joined(s, t) || !m || m->kind != DEM_MENTION_PERSON;
    }
}

/* ---- features --------------------------------------------------------------------------------------- */

typedef struct {
    const dem_coding *c;
    uint32_t at; /* sentence and token of the pronoun */
    int pron;
    dem_pronoun kind;
} query;

/* First number of each group of features; the comment says what is added to it. */
enum {
    F_DISTANCE = 0,   /* sentences back: 0..3 */
    F_ROLE = 4,       /* role of the candidate: 0..7 */
    F_PARALLEL = 12,  /* role of the pronoun (3) by subject, object or else (3) */
    F_FORM = 21,      /* pronoun, name, "the", "a", possessed, bare plural, bare: 0..6 */
    F_KIND = 28,      /* kind of mention: 0..9 */
    F_NUMBER = 38,    /* singular, plural, coordinated: 0..2 */
    F_RANK = 41,      /* how many candidates are nearer: 0, 1, 2, 3-5, more */
    F_FIRST = 46,     /* first noun phrase of its sentence */
    F_ROOT_SUBJECT,   /* subject of the main verb */
    F_REPEATED = 48,  /* the same word stood 0, 1, 2 or more times before */
    F_SAME_VERB = 51, /* both hang on one verb */
    F_OWN_SUBJECT,    /* "Kenya recalled its envoy": subject of the verb above a possessive pronoun */
    F_MATRIX_SUBJECT, /* "Kenya said it would": subject of the verb above the pronoun's clause */
    F_IN_RELATIVE,    /* inside a relative clause */
    F_OTHER_PARAGRAPH,
    F_TIME,                 /* a day, a year */
    F_PREDICATE,            /* "is a problem" */
    F_NESTED,               /* below another noun */
    F_DISTANCE_ROLE = 60,   /* subject or not by distance 0, 1, more: 0..5 */
    F_KIND_ROLE = 66,       /* subject or not by person, body, else: 0..5 */
    F_NOBODY = 72,          /* of "nobody": bias, "it is clear that", "it" as object, "their" ...: 0..7 */
    F_PRONOUN_DISTANCE = 80 /* the candidate is a pronoun, by distance 0..3 */
};

static void on(dem_antecedent *a, unsigned feature)
{
    if (a->n_features < DEM_ANTECEDENT_ACTIVE) a->feature[a->n_features++] = (uint8_t)feature;
}

static unsigned role_of(const dem_sentence *s, int t)
{
    unsigned rel = s->tok[t].rel;
    for (int steps = 0; rel == DEM_REL_conj && s->tok[t].head >= 0 && steps < 8; steps++) {
        t = s->tok[t].head;
        rel = s->tok[t].rel;
    }
    switch (rel) {
    case DEM_REL_nsubj:
    case DEM_REL_nsubj_outer: return 0;
    case DEM_REL_nsubj_pass: return 1;
    case DEM_REL_obj: return 2;
    case DEM_REL_iobj: return 3;
    case DEM_REL_obl:
    case DEM_REL_obl_agent:
    case DEM_REL_obl_unmarked: return 4;
    case DEM_REL_nmod: return 5;
    case DEM_REL_nmod_poss: return 6;
    default: return 7;
    }
}

static unsigned broad(unsigned role)
{
    return role <= 1 ? 0 : role <= 3 ? 1 : 2;
}

static unsigned form_of(const dem_sentence *s, int t)
{
    const dem_token *w = &s->tok[t];
    if (w->upos == DEM_UPOS_PRON) return 0;
    if (w->upos == DEM_UPOS_PROPN) return 1;
    int d = dem_kid_with(s, t, DEM_REL_det);
    if (d >= 0 && (dem_str_is(s->tok[d].lemma, "a") || dem_str_is(s->tok[d].lemma, "an"))) return 3;
    if (d >= 0) return 2;
    if (dem_kid_with(s, t, DEM_REL_nmod_poss) >= 0) return 4;
    return plural(w) ? 5 : 6;
}

static unsigned kind_of(const dem_mention *m)
{
    if (!m) return 0;
    switch (m->kind) {
    case DEM_MENTION_PERSON: return 1;
    case DEM_MENTION_NAME: return 2;
    case DEM_MENTION_GROUP: return 3;
    case DEM_MENTION_COUNTRY:
    case DEM_MENTION_SEAT:
    case DEM_MENTION_CAPITAL: return 4;
    case DEM_MENTION_PLACE: return 5;
    case DEM_MENTION_ROLE:
        switch (m->role ? m->role->role_kind : DEM_ROLE_PEOPLE) {
        case DEM_ROLE_BODY: return 6;
        case DEM_ROLE_THING: return 7;
        default: return 8;
        }
    default: return 9;
    }
}

/* The next verb or root above token t. */
static int clause_of(const dem_sentence *s, int t)
{
    int up = s->tok[t].head;
    for (int steps = 0; up >= 0 && steps < 12; up = s->tok[up].head, steps++) {
        unsigned rel = s->tok[up].rel;
        if (s->tok[up].upos == DEM_UPOS_VERB || rel == DEM_REL_ccomp || rel == DEM_REL_advcl ||
            s->tok[up].head < 0)
            return up;
    }
    return up;
}

static void structure(const query *q, uint32_t sentence, int t, dem_antecedent *a)
{
    const dem_sentence *s = &q->c->sentence[sentence];
    const dem_token *w = &s->tok[t];
    unsigned role = role_of(s, t);
    if (role <= 1 && w->head >= 0 && s->tok[w->head].head < 0) on(a, F_ROOT_SUBJECT);
    if (w->head >= 0 && s->tok[w->head].rel == DEM_REL_acl_relcl) on(a, F_IN_RELATIVE);
    if (w->rel == DEM_REL_nmod || w->rel == DEM_REL_nmod_poss) on(a, F_NESTED);
    if (dem_kid_with(s, t, DEM_REL_cop) >= 0) on(a, F_PREDICATE);
    if (sentence != q->at) return;
    bool poss = s->tok[q->pron].rel == DEM_REL_nmod_poss;
    int clause = clause_of(s, q->pron), own = w->head;
    if (!poss && own >= 0 && own == s->tok[q->pron].head) on(a, F_SAME_VERB);
    if (poss && role <= 1 && clause >= 0 && own == clause) on(a, F_OWN_SUBJECT);
    if (role <= 1 && clause >= 0 && own == clause_of(s, clause)) on(a, F_MATRIX_SUBJECT);
}

static uint32_t times_before(const dem_coding *c, uint32_t sentence, int t)
{
    enum { BACK = 12 };
    dem_str lemma = c->sentence[sentence].tok[t].lemma;
    uint32_t n = 0, from = sentence > BACK ? sentence - BACK : 0;
    for (uint32_t i = from; i <= sentence && n < 2; i++)
        for (uint32_t k = 0; k < c->sentence[i].n && n < 2; k++) {
            if (i == sentence && (int)k >= t) break;
            n += dem_str_eq(c->sentence[i].tok[k].lemma, lemma);
        }
    return n;
}

static bool time_word(const dem_sentence *s, int t)
{
    static const char *const WORDS[] = {"day",   "week",      "month",  "year",    "time",  "hour",
                                        "today", "yesterday", "decade", "morning", "night", "moment"};
    return DEM_STR_ONE_OF(s->tok[t].lemma, WORDS) || s->tok[t].rel == DEM_REL_obl_unmarked;
}

static void describe(const query *q, uint32_t sentence, int t, uint32_t rank, bool first, dem_antecedent *a)
{
    const dem_sentence *s = &q->c->sentence[sentence];
    const dem_mention *m = mention_at(q->c, sentence, t);
    unsigned back = q->at - sentence, role = role_of(s, t), pron = role_of(&q->c->sentence[q->at], q->pron),
             form = form_of(s, t);
    unsigned subject = role <= 1 ? 0 : 1;
    *a = (dem_antecedent){.sentence = sentence, .token = t};
    on(a, F_DISTANCE + back);
    on(a, F_ROLE + role);
    on(a, F_PARALLEL + 3 * broad(pron) + broad(role));
    on(a, F_FORM + form);
    on(a, F_KIND + kind_of(m));
    on(a, F_NUMBER + (joined(s, t) ? 2 : plural(&s->tok[t]) ? 1 : 0));
    on(a, F_RANK + (rank < 3 ? rank : rank < 6 ? 3 : 4));
    on(a, F_REPEATED + times_before(q->c, sentence, t));
    on(a, F_DISTANCE_ROLE + 2 * (back < 2 ? back : 2) + subject);
    on(a, F_KIND_ROLE + 2 * (a_person(m) ? 0 : a_body(m) ? 1 : 2) + subject);
    if (form == 0) on(a, F_PRONOUN_DISTANCE + back);
    if (first) on(a, F_FIRST);
    if (time_word(s, t)) on(a, F_TIME);
    if (s->paragraph != q->c->sentence[q->at].paragraph) on(a, F_OTHER_PARAGRAPH);
    structure(q, sentence, t, a);
}

/* "It is clear that ...", "it seems": what speaks for nobody. */
static void describe_nobody(const query *q, dem_antecedent *a)
{
    static const char *const WEATHER[] = {"seem", "appear", "rain", "snow", "happen", "turn"};
    const dem_sentence *s = &q->c->sentence[q->at];
    const dem_token *p = &s->tok[q->pron];
    *a = (dem_antecedent){.sentence = UINT32_MAX, .token = -1};
    on(a, F_NOBODY);
    if (p->rel == DEM_REL_expl) on(a, F_NOBODY + 1);
    if (p->rel == DEM_REL_nmod_poss) on(a, F_NOBODY + 2);
    if (role_of(s, q->pron) == 2) on(a, F_NOBODY + 3);
    if (p->head < 0) return;
    bool clause = dem_kid_with(s, p->head, DEM_REL_csubj) >= 0 ||
                  dem_kid_with(s, p->head, DEM_REL_ccomp) >= 0 || dem_kid_with(s, p->head, DEM_REL_xcomp) >= 0;
    if (dem_kid_with(s, p->head, DEM_REL_cop) >= 0) on(a, F_NOBODY + (clause ? 4 : 5));
    if (DEM_STR_ONE_OF(s->tok[p->head].lemma, WEATHER)) on(a, F_NOBODY + 6);
    if (q->at == 0) on(a, F_NOBODY + 7);
}

/* "... said in quotation", he stated: who is named in the quotation is not the one who says it. */
static bool quoted_apart(const dem_coding *c, uint32_t sentence, int candidate, int pron)
{
    return c->quoted && c->quoted[sentence][candidate] && !c->quoted[sentence][pron];
}

static int first_phrase(const dem_sentence *s)
{
    for (uint32_t t = 0; t < s->n; t++)
        if (heads_phrase(s, (int)t)) return (int)t;
    return -1;
}

uint32_t dem_antecedents(const dem_coding *c, uint32_t sentence, int token,
                         dem_antecedent out[DEM_ANTECEDENT_MAX])
{
    query q = {c, sentence, token, dem_pronoun_of(c->sentence[sentence].tok[token].form)};
    uint32_t n = 0;
    for (uint32_t back = 0; back <= REACH && back <= sentence; back++) {
        uint32_t i = sentence - back;
        const dem_sentence *s = &c->sentence[i];
        int first = first_phrase(s);
        for (int t = back ? (int)s->n - 1 : token - 1; t >= 0 && n < DEM_ANTECEDENT_MAX - 1; t--) {
            if (!heads_phrase(s, t) ||
                (back == 0 && (dem_grammar_under(s, token, t) || quoted_apart(c, i, t, token))) ||
                !agrees(c, q.kind, i, t))
                continue;
            describe(&q, i, t, n, t == first, &out[n]);
            n++;
        }
    }
    describe_nobody(&q, &out[n]);
    return n + 1;
}

int32_t dem_antecedent_score(const dem_antecedent *a, const int16_t weight[DEM_ANTECEDENT_FEATURES])
{
    int32_t sum = 0;
    for (uint32_t i = 0; i < a->n_features; i++) sum += weight[a->feature[i]];
    return sum;
}
