/* code/grammar.c - see grammar.h. Relations are those of Universal Dependencies 2 for English. */
#include "code/grammar.h"

enum { MAX_CLIMB = 12 }; /* control chains are short; a longer one is a parsing accident */

static bool lemma_in(const dem_token *t, const char *const *words)
{
    for (; *words; words++)
        if (dem_str_is(t->lemma, *words)) return true;
    return false;
}

dem_str dem_grammar_case(const dem_sentence *s, int i)
{
    const int16_t *kid;
    uint32_t n = dem_kids(s, i, &kid);
    for (uint32_t k = 0; k < n; k++)
        if (s->tok[kid[k]].rel == DEM_REL_case || s->tok[kid[k]].rel == DEM_REL_mark)
            return s->tok[kid[k]].form;
    return (dem_str){NULL, 0};
}

bool dem_grammar_case_is(const dem_sentence *s, int i, const char *prep)
{
    const int16_t *kid;
    uint32_t n = dem_kids(s, i, &kid);
    for (uint32_t k = 0; k < n; k++)
        if ((s->tok[kid[k]].rel == DEM_REL_case || s->tok[kid[k]].rel == DEM_REL_mark) &&
            dem_str_ieq(s->tok[kid[k]].form, dem_str_from(prep)))
            return true;
    return false;
}

bool dem_grammar_case_one_of(const dem_sentence *s, int i, const char *const *list, size_t n)
{
    for (size_t k = 0; k < n; k++)
        if (dem_grammar_case_is(s, i, list[k])) return true;
    return false;
}

/* "US" in "US-Iran talks": the first of a pair of names with a hyphen, or -1. */
static int hyphen_pair(const dem_sentence *s, int second)
{
    int first = second - 2;
    if (first < 0 || !dem_str_is(s->tok[second - 1].form, "-") || s->tok[first].head != second) return -1;
    bool names = s->tok[first].form.p[0] >= 'A' && s->tok[first].form.p[0] <= 'Z' &&
                 s->tok[second].form.p[0] >= 'A' && s->tok[second].form.p[0] <= 'Z';
    return names && (s->tok[first].rel == DEM_REL_compound || s->tok[first].rel == DEM_REL_amod) ? first : -1;
}

/* "Secretary of State Mike Pompeo and ...": the parser may hang the name below its title; who is joined to the name is
 * joined to the title. */
static int name_of_title(const dem_sentence *s, int h)
{
    int name = dem_kid_with(s, h, DEM_REL_nmod);
    bool titled = name > h && s->tok[h].upos == DEM_UPOS_PROPN && s->tok[name].upos == DEM_UPOS_PROPN &&
                  dem_kid_with(s, name, DEM_REL_flat) >= 0;
    return titled && dem_kid_with(s, name, DEM_REL_case) < 0 && dem_kid_with(s, h, DEM_REL_conj) < 0 ? name : -1;
}

static int add_conjuncts(const dem_sentence *s, int h, int out[DEM_GRAMMAR_MAX], int n)
{
    const int16_t *kid;
    uint32_t kids = dem_kids(s, h, &kid);
    for (uint32_t k = 0; k < kids && n < DEM_GRAMMAR_MAX; k++) {
        const dem_token *t = &s->tok[kid[k]];
        if (t->rel == DEM_REL_conj && t->upos != DEM_UPOS_VERB && t->upos != DEM_UPOS_AUX) out[n++] = kid[k];
    }
    return n;
}

int dem_grammar_conjuncts(const dem_sentence *s, int h, int out[DEM_GRAMMAR_MAX])
{
    int n = 0;
    out[n++] = h;
    for (int i = 0; i < n; i++) {
        int name = name_of_title(s, out[i]);
        n = add_conjuncts(s, out[i], out, n);
        if (name >= 0) n = add_conjuncts(s, name, out, n);
        int pair = hyphen_pair(s, out[i]);
        if (pair >= 0 && n < DEM_GRAMMAR_MAX) out[n++] = pair;
        int with[DEM_GRAMMAR_MAX], joined = dem_grammar_company(s, out[i], with);
        for (int k = 0; k < joined && n < DEM_GRAMMAR_MAX; k++) out[n++] = with[k];
    }
    return n;
}

bool dem_grammar_under(const dem_sentence *s, int below, int above)
{
    for (int i = below; i >= 0; i = s->tok[i].head)
        if (i == above) return true;
    return false;
}

/* ---- subjects and objects ------------------------------------------------------------------------- */

static int own_subject(const dem_sentence *s, int v)
{
    int i = dem_kid_with(s, v, DEM_REL_nsubj);
    if (i >= 0 && i + 2 == v && dem_str_is(s->tok[i + 1].form, "-")) { /* "test-fired": part of the verb */
        const int16_t *kid;
        uint32_t n = dem_kids(s, v, &kid);
        int part = i;
        i = -1;
        for (uint32_t k = 0; k < n; k++)
            if (s->tok[kid[k]].rel == DEM_REL_nsubj && kid[k] != part) i = kid[k];
        if (i < 0) i = dem_kid_with(s, part, DEM_REL_compound); /* "North Korea" below "test" */
    }
    if (i < 0) i = dem_kid_with(s, v, DEM_REL_nsubj_pass);
    if (i < 0) i = dem_kid_with(s, v, DEM_REL_nsubj_outer);
    return i;
}

static bool relative_word(const dem_token *t)
{
    return t->xpos == DEM_XPOS_WDT || t->xpos == DEM_XPOS_WP ||
           (t->upos == DEM_UPOS_PRON && dem_str_is(t->lemma, "that"));
}

/* A relative pronoun stands for the noun that its clause belongs to. */
static int antecedent(const dem_sentence *s, int i)
{
    if (i < 0 || !relative_word(&s->tok[i])) return i;
    int steps = 0;
    for (int v = s->tok[i].head; v >= 0 && steps < MAX_CLIMB; v = s->tok[v].head, steps++)
        if (s->tok[v].rel == DEM_REL_acl_relcl) return s->tok[v].head;
    return -1;
}

static bool own_aux(const dem_sentence *s, int v)
{
    return dem_kid_with(s, v, DEM_REL_aux) >= 0 || dem_kid_with(s, v, DEM_REL_aux_pass) >= 0;
}

static int by_phrase(const dem_sentence *s, int v)
{
    int a = dem_kid_with(s, v, DEM_REL_obl_agent), x = dem_kid_with(s, v, DEM_REL_xcomp);
    if (a < 0 && x >= 0)
        a = dem_kid_with(s, x, DEM_REL_obl_agent); /* "were set free by rebels", hung on "free" */
    if (a >= 0) return a;
    const int16_t *kid;
    uint32_t n = dem_kids(s, v, &kid);
    for (uint32_t k = 0; k < n; k++)
        if (s->tok[kid[k]].rel == DEM_REL_obl && dem_grammar_case_is(s, kid[k], "by")) return kid[k];
    return -1;
}

/* "called off the strike": a particle that was taken for the preposition of the object. */
static bool particle_behind(const dem_sentence *s, int v)
{
    static const char *const WORDS[] = {"off", "out", "up", "down", "over", "away", "back"};
    if (v + 1 >= (int)s->n || s->tok[v + 1].rel != DEM_REL_case) return false;
    return DEM_STR_IONE_OF(s->tok[v + 1].form, WORDS);
}

/* "The minister stepped down over ...", read as a noun with a participle: a sentence without another verb has its verb here. */
static bool only_verb(const dem_sentence *s, int v)
{
    int h = s->tok[v].head;
    if (h < 0 || h > v || s->tok[h].rel != DEM_REL_root || by_phrase(s, v) >= 0) return false;
    return dem_kid_with(s, h, DEM_REL_cop) < 0 && dem_kid_with(s, h, DEM_REL_nsubj) < 0;
}

bool dem_grammar_passive(const dem_sentence *s, int v)
{
    const dem_token *t = &s->tok[v];
    /* "soldiers trained Ukrainian troops", taken for a participle of its subject: what has an object is active.
     */
    bool aux = dem_kid_with(s, v, DEM_REL_aux_pass) >= 0;
    if (!aux && dem_kid_with(s, v, DEM_REL_obj) >= 0 && t->rel != DEM_REL_advcl) return false;
    if (t->rel == DEM_REL_acl && (particle_behind(s, v) || only_verb(s, v))) return false;
    if (aux || dem_kid_with(s, v, DEM_REL_nsubj_pass) >= 0) return true;
    if (t->xpos != DEM_XPOS_VBN) {
        /* "troops bombed by": a past participle taken for a past tense */
        return t->xpos == DEM_XPOS_VBD && t->rel == DEM_REL_acl && by_phrase(s, v) >= 0;
    }
    if (own_aux(s, v)) return false;
    if (t->rel == DEM_REL_acl || t->rel == DEM_REL_amod) return true;
    if (t->rel == DEM_REL_advcl || t->rel == DEM_REL_xcomp) return dem_kid_with(s, v, DEM_REL_nsubj) < 0;
    return t->rel == DEM_REL_conj && t->head >= 0 && own_subject(s, v) < 0 && dem_grammar_passive(s, t->head);
}

/* Verbs whose infinitive is done by their subject although they have an object. */
static const char *const SUBJECT_CONTROL[] = {"promise", "threaten", "vow", "use", "take", "make", NULL};

static int controller(const dem_sentence *s, int v)
{
    int w = s->tok[v].head;
    if (w < 0) return -1;
    int obj = dem_kid_with(s, w, DEM_REL_obj);
    if (obj >= 0 && obj < v && !lemma_in(&s->tok[w], SUBJECT_CONTROL)) return antecedent(s, obj);
    int iobj = dem_kid_with(s, w, DEM_REL_iobj);
    if (iobj >= 0 && !lemma_in(&s->tok[w], SUBJECT_CONTROL)) return iobj;
    return dem_grammar_surface_subject(s, w);
}

/* The possessor of a noun, or the subject of the verb whose object it is: "its promise to leave", "made a
 * promise to leave". */
static int owner(const dem_sentence *s, int n)
{
    int p = dem_kid_with(s, n, DEM_REL_nmod_poss);
    if (p >= 0) return p;
    const dem_token *t = &s->tok[n];
    if (t->head >= 0 && (t->rel == DEM_REL_obj || t->rel == DEM_REL_obl))
        return dem_grammar_surface_subject(s, t->head);
    return -1;
}

/* A noun that tells its subject's rank: "the first country", "the only one". */
static bool ranks(const dem_sentence *s, int noun)
{
    static const char *const RANKS[] = {"first",  "last",  "only",   "second", "third", "latest",
                                        "fourth", "fifth", "newest", "sole",   NULL};
    if (lemma_in(&s->tok[noun], RANKS)) return true;
    const int16_t *kid;
    uint32_t n = dem_kids(s, noun, &kid);
    for (uint32_t k = 0; k < n; k++)
        if (s->tok[kid[k]].rel == DEM_REL_amod && kid[k] < noun && lemma_in(&s->tok[kid[k]], RANKS))
            return true;
    return false;
}

int dem_grammar_ranked(const dem_sentence *s, int v)
{
    int n = s->tok[v].head;
    if (s->tok[v].rel != DEM_REL_acl || n < 0 || !dem_grammar_case_is(s, v, "to")) return -1;
    /* "one of the first countries to send": the infinitive hangs on either noun */
    bool below = s->tok[n].rel == DEM_REL_nmod && dem_grammar_case_is(s, n, "of");
    int among = dem_kid_with(s, n, DEM_REL_nmod);
    if (!ranks(s, n) && (among < 0 || !ranks(s, among))) return -1;
    if (below && s->tok[n].head >= 0) n = s->tok[n].head;
    if (dem_grammar_predicate_nominal(s, n)) return n;
    int up = s->tok[n].head;
    bool became = up >= 0 && dem_str_is(s->tok[up].lemma, "become") &&
                  (s->tok[n].rel == DEM_REL_xcomp || s->tok[n].rel == DEM_REL_obj);
    return became ? up : -1;
}

static int climb_subject(const dem_sentence *s, int v, int depth)
{
    if (v < 0 || depth > MAX_CLIMB) return -1;
    int own = own_subject(s, v);
    if (own >= 0) return antecedent(s, own);
    int clause = dem_kid_with(s, v, DEM_REL_csubj);
    if (clause >= 0) return clause; /* "Fighting drove them out, the UN said" */
    const dem_token *t = &s->tok[v];
    switch (t->rel) {
    case DEM_REL_conj:
    case DEM_REL_advcl:
    case DEM_REL_ccomp: return t->head >= 0 ? climb_subject(s, t->head, depth + 1) : -1;
    case DEM_REL_xcomp: return controller(s, v);
    case DEM_REL_acl:
        if (dem_grammar_ranked(s, v) >= 0) return climb_subject(s, dem_grammar_ranked(s, v), depth + 1);
        if (dem_grammar_case_is(s, v, "to")) return owner(s, t->head);
        return t->head;
    case DEM_REL_acl_relcl: return t->head;
    default: return -1;
    }
}

int dem_grammar_surface_subject(const dem_sentence *s, int v)
{
    return climb_subject(s, v, 0);
}

int dem_grammar_subject(const dem_sentence *s, int v)
{
    return dem_grammar_passive(s, v) ? by_phrase(s, v) : dem_grammar_surface_subject(s, v);
}

/* Of two objects side by side the last is what is given: "guaranteed Taiwan further support". */
static int last_object(const dem_sentence *s, int v)
{
    int found = -1;
    const int16_t *kid;
    uint32_t n = dem_kids(s, v, &kid);
    for (uint32_t k = 0; k < n; k++)
        if (s->tok[kid[k]].rel == DEM_REL_obj) found = kid[k];
    return found;
}

/* "Refugees were given tents", "he was granted asylum": who gets the thing is the subject, the thing stays behind. */
static int retained_object(const dem_sentence *s, int v)
{
    static const char *const GIVING[] = {"give",   "grant", "offer",   "send", "hand", "award",
                                         "lend",   "deny",  "promise", "pay",  "show", "issue",
                                         "accord", "serve", "allow",   NULL};
    return lemma_in(&s->tok[v], GIVING) && dem_grammar_passive(s, v) ? last_object(s, v) : -1;
}

/* "arrested at least 40 demonstrators", "voted down the proposal": an oblique noun behind the verb without a preposition
 * of its own is an object (what names a time is "obl:unmarked"). */
static int bare_oblique(const dem_sentence *s, int v)
{
    int o = dem_kid_with(s, v, DEM_REL_obl);
    if (o < v || dem_kid_with(s, o, DEM_REL_case) >= 0) return -1;
    bool people = s->tok[o].xpos == DEM_XPOS_NNPS && dem_kid_with(s, o, DEM_REL_nummod) >= 0; /* "19 Syrians" */
    return people || s->tok[o].upos == DEM_UPOS_NOUN ? o : -1;
}

/* "called Kenyan President William Ruto on Friday": a title before a name looks like what somebody is called. Where nobody
 * else is the object, the person is. */
static int name_for_predicate(const dem_sentence *s, int v)
{
    int x = s->tok[v].upos == DEM_UPOS_VERB ? dem_kid_with(s, v, DEM_REL_xcomp) : -1;
    bool name = x > v && s->tok[x].upos == DEM_UPOS_PROPN && dem_kid_with(s, x, DEM_REL_nmod_desc) >= 0;
    return name && !dem_grammar_passive(s, v) ? x : -1;
}

int dem_grammar_object(const dem_sentence *s, int v)
{
    int kept = retained_object(s, v);
    if (kept >= 0) return kept;
    if (dem_grammar_passive(s, v)) return dem_grammar_surface_subject(s, v);
    int o = last_object(s, v);
    if (o < 0) o = dem_kid_with(s, v, DEM_REL_iobj); /* "thanked the army": alone it is the object */
    if (o < 0 && s->tok[v].upos == DEM_UPOS_VERB) o = bare_oblique(s, v);
    if (o < 0) o = name_for_predicate(s, v);
    if (o >= 0) return antecedent(s, o);
    const dem_token *t = &s->tok[v];
    int own = own_subject(s, v);
    if (t->rel == DEM_REL_acl_relcl && own >= 0 && !relative_word(&s->tok[own])) return t->head;
    int next = dem_kid_with(s, v, DEM_REL_conj); /* "condemned and denounced the attack" */
    if (next >= 0 && s->tok[next].upos == DEM_UPOS_VERB && own_subject(s, next) < 0 && next - v <= 3)
        return dem_kid_with(s, next, DEM_REL_obj);
    return -1;
}

/* "In a letter sent on Monday, they called on him to go": of adverbial clauses the infinitive behind the verb; -1 if none. */
static int purpose_behind(const dem_sentence *s, int p)
{
    const int16_t *kid;
    uint32_t n = dem_kids(s, p, &kid);
    for (uint32_t k = 0; k < n; k++)
        if (kid[k] > p && s->tok[kid[k]].rel == DEM_REL_advcl)
            return dem_grammar_case_is(s, kid[k], "to") ? kid[k] : -1;
    return -1;
}

/* "found an editor guilty", with the adjective hung on the noun before it. */
static int said_of_object(const dem_sentence *s, int o)
{
    int a = s->tok[o].upos == DEM_UPOS_PRON ? -1 : dem_kid_with(s, o, DEM_REL_amod);
    return a == o + 1 && s->tok[a].upos == DEM_UPOS_ADJ ? a : -1;
}

/* "its warning that it would not tolerate arrests", where the parser took "that" for the object of a relative clause which has
 * an object already: the clause says what the noun is about. */
static int mistaken_relative(const dem_sentence *s, int n)
{
    int c = dem_kid_with(s, n, DEM_REL_acl_relcl), objects = 0;
    if (c < n || s->tok[n].upos != DEM_UPOS_NOUN || own_subject(s, c) < 0) return -1;
    const int16_t *kid;
    uint32_t kids = dem_kids(s, c, &kid);
    for (uint32_t k = 0; k < kids; k++) objects += s->tok[kid[k]].rel == DEM_REL_obj;
    return objects > 1 && dem_str_ieq(s->tok[dem_kid_with(s, c, DEM_REL_obj)].form, DEM_STR("that")) ? c : -1;
}

int dem_grammar_complement(const dem_sentence *s, int p)
{
    static const dem_relation FIRST[] = {DEM_REL_xcomp, DEM_REL_ccomp, DEM_REL_acl};
    for (size_t i = 0; i < sizeof FIRST / sizeof *FIRST; i++) {
        int c = dem_kid_with(s, p, FIRST[i]);
        if (c > p && c != name_for_predicate(s, p)) return c;
    }
    const dem_token *t = &s->tok[p];
    int clause = mistaken_relative(s, p);
    if (clause >= 0) return clause;
    if (t->upos == DEM_UPOS_NOUN && t->rel == DEM_REL_obj &&
        t->head >= 0) { /* "repeated its appeal to release them", hung on the verb */
        static const dem_relation HUNG[] = {DEM_REL_xcomp, DEM_REL_advcl};
        for (size_t i = 0; i < sizeof HUNG / sizeof *HUNG; i++) {
            int x = dem_kid_with(s, t->head, HUNG[i]);
            bool calls =
                HUNG[i] == DEM_REL_xcomp || dem_kid_with(s, p, DEM_REL_nmod) >= 0; /* "its appeal to Oslo to" */
            if (x > p && calls && dem_grammar_case_is(s, x, "to")) return x;
        }
    }
    int c = purpose_behind(s, p), o = dem_kid_with(s, p, DEM_REL_obj);
    if (c >= 0) return c;
    c = o >= 0 ? dem_kid_with(s, o, DEM_REL_acl)
               : -1; /* "ordered the ambassador to leave", hung on the ambassador */
    if (c > o && c >= 0 && dem_grammar_case_is(s, c, "to")) return c;
    return o >= 0 && t->upos == DEM_UPOS_VERB ? said_of_object(s, o) : -1;
}

/* ---- nouns ---------------------------------------------------------------------------------------- */

int dem_grammar_outer(const dem_rules *rules, const dem_sentence *s, int n)
{
    for (int steps = 0; steps < 3; steps++) {
        const dem_token *t = &s->tok[n];
        if (t->rel == DEM_REL_conj && t->head >= 0 && s->tok[t->head].upos == DEM_UPOS_NOUN) {
            n = t->head;
            continue;
        }
        if (t->rel != DEM_REL_nmod || t->head < 0 || !dem_grammar_case_is(s, n, "of")) break;
        if (!dem_rules_lists(rules, rules->container, &s->tok[t->head])) break;
        n = t->head;
    }
    return n;
}

int dem_grammar_inner(const dem_rules *rules, const dem_sentence *s, int n)
{
    enum { DEEPEST = 3 };
    for (int i = 0; i < DEEPEST && dem_rules_lists(rules, rules->container, &s->tok[n]); i++) {
        int of = dem_kid_with(s, n, DEM_REL_nmod);
        if (of < 0 || !dem_grammar_case_is(s, of, "of")) break;
        n = of;
    }
    return n;
}

int dem_grammar_owned_up(const dem_rules *rules, const dem_sentence *s, int n)
{
    n = dem_grammar_outer(rules, s, n);
    const dem_token *t = &s->tok[n];
    if (t->head < 0 || !dem_str_ieq(dem_grammar_case(s, n), DEM_STR("for"))) return -1;
    int verb = t->head, what = dem_kid_with(s, verb, DEM_REL_obj);
    if (t->rel == DEM_REL_nmod && s->tok[verb].rel == DEM_REL_obj) {
        what = verb;
        verb = s->tok[verb].head;
    }
    if (what < 0 || verb < 0 || !dem_rules_lists(rules, rules->responsibility, &s->tok[what])) return -1;
    return dem_rules_lists(rules, rules->own_up, &s->tok[verb]) ? verb : -1;
}

bool dem_grammar_held_back(const dem_sentence *s, int v)
{
    static const char *const WORDS[] = {"off", "back", "down"}, *const UP[] = {"hold", "give"};
    int p = dem_kid_with(s, v, DEM_REL_compound_prt);
    if (p < 0) return false;
    return DEM_STR_IONE_OF(s->tok[p].form, WORDS) ||
           (dem_str_ieq(s->tok[p].form, DEM_STR("up")) && DEM_STR_ONE_OF(s->tok[v].lemma, UP));
}

int dem_grammar_light(const dem_rules *rules, const dem_sentence *s, int n)
{
    n = dem_grammar_outer(rules, s, n);
    int claim = dem_grammar_owned_up(rules, s, n);
    if (claim >= 0) return claim;
    const dem_token *t = &s->tok[n];
    if (t->head >= 0 && (t->rel == DEM_REL_obj || t->rel == DEM_REL_nsubj_pass) &&
        dem_rules_lists(rules, rules->light, &s->tok[t->head]))
        return dem_grammar_held_back(s, t->head) ? -1 : t->head;
    int part = dem_kid_with(s, n, DEM_REL_acl); /* "talks held in Geneva" */
    if (part >= 0 && s->tok[part].xpos == DEM_XPOS_VBN && dem_rules_lists(rules, rules->light, &s->tok[part]))
        return part;
    part = dem_kid_with(s, n, DEM_REL_acl_relcl); /* "the talks that they held" */
    if (part >= 0 && dem_grammar_object(s, part) == n && dem_rules_lists(rules, rules->light, &s->tok[part]))
        return part;
    return -1;
}

/* ---- slots ---------------------------------------------------------------------------------------- */

static int push(int out[DEM_GRAMMAR_MAX], int n, int i)
{
    if (i < 0 || n == DEM_GRAMMAR_MAX) return n;
    for (int k = 0; k < n; k++)
        if (out[k] == i) return n;
    out[n] = i;
    return n + 1;
}

static bool phrase_relation(unsigned rel)
{
    return rel == DEM_REL_obl || rel == DEM_REL_obl_agent || rel == DEM_REL_nmod || rel == DEM_REL_advcl ||
           rel == DEM_REL_acl || rel == DEM_REL_obl_unmarked;
}

/* True if token `c` introduces its head with `prep`; "as hostile" has its preposition for an adverb. */
static bool introduces(const dem_sentence *s, int c, dem_str prep)
{
    const dem_token *t = &s->tok[c];
    bool case_word = t->rel == DEM_REL_case || t->rel == DEM_REL_mark ||
                     (t->rel == DEM_REL_advmod && t->upos == DEM_UPOS_ADP);
    return case_word && dem_str_ieq(t->form, prep);
}

/* "on Monday", "in March": a time, not a participant. */
static bool names_time(const dem_token *t)
{
    static const char *const WORDS[] = {"Monday",    "Tuesday", "Wednesday", "Thursday", "Friday",
                                        "Saturday",  "Sunday",  "January",   "February", "March",
                                        "April",     "May",     "June",      "July",     "August",
                                        "September", "October", "November",  "December"};
    if (t->upos != DEM_UPOS_PROPN) return false;
    return DEM_STR_ONE_OF(t->form, WORDS);
}

/* "in front of the palace" is outside the palace, "in favour of a truce" for a truce: what the preposition of three words
 * governs, where it means `prep`; -1 for any other phrase. */
static int three_words(const dem_sentence *s, int phrase, dem_str prep)
{
    static const struct {
        const char *noun, *means;
    } WORDS[] = {{"front", "outside"}, {"favour", "for"}, {"favor", "for"}};
    const dem_token *t = &s->tok[phrase];
    bool fits = false;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        fits |= dem_str_is(t->lemma, WORDS[i].noun) && dem_str_ieq(prep, dem_str_from(WORDS[i].means));
    int of = fits && dem_grammar_case_is(s, phrase, "in") ? dem_kid_with(s, phrase, DEM_REL_nmod) : -1;
    return of >= 0 && dem_grammar_case_is(s, of, "of") ? of : -1;
}

static int phrases(const dem_sentence *s, int p, dem_str prep, int out[DEM_GRAMMAR_MAX], int n)
{
    const int16_t *kid;
    uint32_t kids = dem_kids(s, p, &kid);
    for (uint32_t k = 0; k < kids; k++) {
        const dem_token *t = &s->tok[kid[k]];
        n = push(out, n, three_words(s, kid[k], prep));
        if (!phrase_relation(t->rel) && !(t->rel == DEM_REL_advmod && t->upos == DEM_UPOS_ADJ)) continue;
        if (names_time(t) && !dem_str_ieq(prep, DEM_STR("since"))) continue;
        const int16_t *c;
        uint32_t cases = dem_kids(s, kid[k], &c);
        for (uint32_t i = 0; i < cases; i++)
            if (introduces(s, c[i], prep)) {
                n = push(out, n, kid[k]);
                break;
            }
    }
    return n;
}

static int possessors(const dem_sentence *s, int p, int out[DEM_GRAMMAR_MAX])
{
    const int16_t *kid;
    uint32_t kids = dem_kids(s, p, &kid);
    int n = 0;
    for (uint32_t k = 0; k < kids; k++) {
        unsigned rel = s->tok[kid[k]].rel;
        if (rel == DEM_REL_nmod_poss || rel == DEM_REL_amod || rel == DEM_REL_compound ||
            rel == DEM_REL_nmod_desc)
            n = push(out, n, kid[k]);
    }
    return n;
}

/* "The minister is on a visit to Qatar", "Serbia is in talks with Hungary": whose it is; -1 if it is no such noun. */
static int on_a_visit(const dem_sentence *s, int p)
{
    bool is = dem_kid_with(s, p, DEM_REL_cop) >= 0 &&
              (dem_grammar_case_is(s, p, "on") || dem_grammar_case_is(s, p, "in"));
    return is ? own_subject(s, p) : -1;
}

/* "agreed after talks with China": the talks are another act, with participants of their own. */
static bool other_time(const dem_sentence *s, int phrase)
{
    static const char *const PREPS[] = {"after",     "before", "during", "since",
                                        "following", "amid",   "until",  "despite"};
    return DEM_GRAMMAR_CASE_ONE_OF(s, phrase, PREPS);
}

/* "the killing of two journalists by troops": the second phrase hung on the first. */
static int nested_phrases(const dem_sentence *s, int p, dem_str prep, int out[DEM_GRAMMAR_MAX])
{
    const int16_t *kid;
    uint32_t kids = dem_kids(s, p, &kid);
    int n = 0;
    for (uint32_t k = 0; k < kids && n == 0; k++)
        if ((s->tok[kid[k]].rel == DEM_REL_nmod || s->tok[kid[k]].rel == DEM_REL_obl) && !other_time(s, kid[k]))
            n = phrases(s, kid[k], prep, out, 0);
    return n;
}

/* Prepositional phrases of a verb, of its object ("imposed sanctions on"), or one deeper ("took delivery of tanks from",
 * "withdrew from talks with"). */
static int verb_phrases(const dem_sentence *s, int v, dem_str prep, int out[DEM_GRAMMAR_MAX])
{
    int n = phrases(s, v, prep, out, 0);
    int o = dem_grammar_object(s, v);
    bool noun = o >= 0 && (s->tok[o].upos == DEM_UPOS_NOUN || s->tok[o].upos == DEM_UPOS_PROPN);
    bool deep = !dem_str_ieq(prep, DEM_STR("of")) && !dem_str_ieq(prep, DEM_STR("in"));
    if (n == 0 && noun) n = phrases(s, o, prep, out, n);
    if (n == 0 && noun && deep) n = nested_phrases(s, o, prep, out);
    return n == 0 && deep ? nested_phrases(s, v, prep, out) : n;
}

/* The last word of what hangs on `n`. */
static int end_of(const dem_sentence *s, int n)
{
    int end = n;
    const int16_t *kid;
    for (uint32_t k = dem_kids(s, end, &kid); k > 0 && kid[k - 1] > end; k = dem_kids(s, end, &kid))
        end = kid[k - 1];
    return end;
}

/* "condemned the raid on the town", "was followed by a visit of the minister to Cairo", with the phrase hung on the
 * verb: what stands right behind a noun is the noun's. */
static int phrase_behind(const dem_sentence *s, int n, dem_str prep, int out[DEM_GRAMMAR_MAX])
{
    const dem_token *t = &s->tok[n];
    bool agent = t->rel == DEM_REL_obl_agent;
    int p = (agent ? end_of(s, n) : n) + 1;
    if ((t->rel != DEM_REL_obj && !agent) || t->head < 0 || p >= (int)s->n ||
        !dem_str_ieq(s->tok[p].form, prep))
        return 0;
    int o = s->tok[p].head;
    bool case_word = s->tok[p].rel == DEM_REL_case && o > n && s->tok[o].head == t->head;
    return case_word && !names_time(&s->tok[o]) ? push(out, 0, o) : 0;
}

/* `must`: the frame cannot do without it. */
static int noun_phrases(const dem_rules *rules, const dem_sentence *s, int p, dem_str prep, bool must,
                        int out[DEM_GRAMMAR_MAX])
{
    int n = phrases(s, p, prep, out, 0), light = dem_grammar_light(rules, s, p);
    if (light >= 0 && n == 0) n = phrases(s, light, prep, out, n);
    if (n == 0) n = phrase_behind(s, p, prep, out);
    bool of = dem_str_ieq(prep, DEM_STR("of")) || (dem_str_ieq(prep, DEM_STR("in")) && !must);
    return n == 0 && !of ? nested_phrases(s, p, prep, out) : n;
}

/* "announced a ceasefire", "repeated its call": who announces a noun does it. */
static int announcing(const dem_rules *rules, const dem_sentence *s, int n)
{
    n = dem_grammar_outer(rules, s, n);
    const dem_token *t = &s->tok[n];
    bool object = t->head >= 0 && (t->rel == DEM_REL_obj || t->rel == DEM_REL_nsubj_pass);
    if (!object) return -1;
    dem_str verb = s->tok[t->head].lemma;
    return dem_list_has(rules->lex, rules->proclaim, verb) || dem_list_has(rules->lex, rules->announce, verb) ||
                   dem_list_has(rules->lex, rules->begin, verb)
               ? t->head
               : -1;
}

bool dem_grammar_predicate_nominal(const dem_sentence *s, int n)
{
    return dem_kid_with(s, n, DEM_REL_cop) >= 0 && dem_kid_with(s, n, DEM_REL_nsubj) >= 0;
}

/* A number between name and noun, wherever it hangs: "lent [Zambia] 200 million dollars". */
static bool number_between(const dem_sentence *s, int name, int noun)
{
    for (int i = name + 1; i < noun; i++)
        if (s->tok[i].upos == DEM_UPOS_NUM) return true;
    return false;
}

/* The iobj; or a "compound" that stands apart from its noun, as no compound does: "promised [Ukraine] more
 * tanks". */
static int indirect_object(const dem_sentence *s, int v)
{
    if (retained_object(s, v) >= 0) return dem_grammar_surface_subject(s, v);
    int i = dem_kid_with(s, v, DEM_REL_iobj), first = dem_kid_with(s, v, DEM_REL_obj), o = last_object(s, v);
    if (i < 0 && first != o) return first;
    if (i >= 0 || o < 0) return i;
    const int16_t *kid;
    uint32_t n = dem_kids(s, o, &kid);
    for (uint32_t k = 0; k < n; k++) {
        if (s->tok[kid[k]].rel != DEM_REL_compound || s->tok[kid[k]].upos != DEM_UPOS_PROPN) continue;
        if (number_between(s, kid[k], o)) return kid[k];
        for (uint32_t j = k + 1; j < n && kid[j] < o; j++) {
            unsigned rel = s->tok[kid[j]].rel;
            if (rel == DEM_REL_amod || rel == DEM_REL_nummod || rel == DEM_REL_det) return kid[k];
        }
    }
    return -1;
}

int dem_grammar_fill(const dem_rules *rules, const dem_sentence *s, int p, dem_pos pos, const dem_slot *slot,
                     int out[DEM_GRAMMAR_MAX])
{
    int light = pos == DEM_POS_NOUN ? dem_grammar_light(rules, s, p) : -1;
    switch (slot->kind) {
    case DEM_SLOT_SUBJ:
        if (pos == DEM_POS_NOUN) {
            int verb = light >= 0 ? light : announcing(rules, s, p);
            bool judged = slot->side == DEM_SIDE_RECIPIENT; /* "Russia's invasion was a crime" */
            if (judged && dem_grammar_predicate_nominal(s, p)) return push(out, 0, dem_kid_with(s, p, DEM_REL_nsubj));
            return push(out, 0, verb >= 0 ? dem_grammar_subject(s, verb) : on_a_visit(s, p));
        }
        if (pos == DEM_POS_ADJ) return push(out, 0, dem_grammar_surface_subject(s, p));
        return push(out, 0, dem_grammar_subject(s, p));
    case DEM_SLOT_OBJ: return pos == DEM_POS_VERB ? push(out, 0, dem_grammar_object(s, p)) : 0;
    case DEM_SLOT_IOBJ: return push(out, 0, indirect_object(s, p));
    case DEM_SLOT_COMP: return push(out, 0, dem_grammar_complement(s, p));
    case DEM_SLOT_POSS: return push(out, possessors(s, p, out), on_a_visit(s, p));
    case DEM_SLOT_PREP:
        return pos == DEM_POS_VERB
                   ? verb_phrases(s, p, slot->prep, out)
                   : noun_phrases(rules, s, p, slot->prep,
                                  slot->need == DEM_NEED_ACTOR || slot->need == DEM_NEED_PRESENT, out);
    }
    return 0;
}

int dem_grammar_particle(const dem_sentence *s, int v, dem_str particle)
{
    const int16_t *kid;
    uint32_t n = dem_kids(s, v, &kid);
    for (uint32_t k = 0; k < n; k++) {
        const dem_token *t = &s->tok[kid[k]];
        if ((t->rel == DEM_REL_compound_prt || t->rel == DEM_REL_advmod) && dem_str_ieq(t->form, particle))
            return kid[k];
    }
    /* "called off the strike" parsed as a preposition: the word right behind the verb decides. */
    if (v + 1 < (int)s->n && dem_str_ieq(s->tok[v + 1].form, particle)) return v + 1;
    return -1;
}

bool dem_grammar_position(const dem_sentence *s, int t, dem_pos *pos)
{
    switch (s->tok[t].upos) {
    case DEM_UPOS_PROPN: /* "held a march": a noun in small letters is no name */
        *pos = DEM_POS_NOUN;
        return s->tok[t].form.p[0] >= 'a' && s->tok[t].form.p[0] <= 'z' && s->tok[t].rel != DEM_REL_compound;
    case DEM_UPOS_VERB: *pos = DEM_POS_VERB; return true;
    case DEM_UPOS_NOUN: *pos = DEM_POS_NOUN; return s->tok[t].rel != DEM_REL_compound;
    case DEM_UPOS_ADJ: *pos = DEM_POS_ADJ; return s->tok[t].rel != DEM_REL_amod;
    default: return false;
    }
}
