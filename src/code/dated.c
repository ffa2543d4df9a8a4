/* code/dated.c - see dated.h. */
#include "code/dated.h"
#include "code/grammar.h"

static bool clause_border(unsigned rel)
{
    switch (rel) {
    case DEM_REL_ccomp:
    case DEM_REL_advcl:
    case DEM_REL_acl_relcl:
    case DEM_REL_acl:
    case DEM_REL_parataxis:
    case DEM_REL_csubj: return true;
    default: return false;
    }
}

/* "in retaliation for strikes last week", "blamed for deaths since the revolt in 2009": what lies in another time. */
static bool other_time(const dem_sentence *s, int i)
{
    static const char *const OF_OTHER[] = {"for",   "over",  "after", "following", "against",
                                           "about", "since", "of",    "despite"};
    return s->tok[i].upos == DEM_UPOS_NOUN && s->tok[i].rel == DEM_REL_obl &&
           DEM_GRAMMAR_CASE_ONE_OF(s, i, OF_OTHER);
}

bool dem_dated_below(const dem_sentence *s, int t, int pred)
{
    enum { REACH = 8 };
    int steps = 0;
    for (int i = t; i >= 0 && steps < REACH; i = s->tok[i].head, steps++) {
        if (i == pred) return true;
        if (clause_border(s->tok[i].rel) || (i != t && other_time(s, i))) return false;
        if (s->tok[i].rel == DEM_REL_conj && s->tok[i].upos == DEM_UPOS_VERB) return false;
    }
    return false;
}

/* ---- expressions in a noun's name ------------------------------------------------------------------------ */

/* A word that stands before a noun and belongs to its name, or is coordinated there: "the 2019 trade and fisheries pact". */
static bool names_noun(const dem_sentence *s, int i)
{
    unsigned rel = s->tok[i].rel;
    return rel == DEM_REL_nummod || rel == DEM_REL_compound || rel == DEM_REL_amod ||
           rel == DEM_REL_nmod_desc || rel == DEM_REL_nmod_poss ||
           ((rel == DEM_REL_conj || rel == DEM_REL_appos) && s->tok[i].upos != DEM_UPOS_VERB);
}

/* "At Sunday's summit they signed", "Monday's raid killed", "as a result of Saturday's unrest": the day of the noun is the
 * verb's too; not so in "condemned Sunday's raid", "ahead of Monday's vote". */
static bool at_the_time_of(const dem_sentence *s, int noun, int pred)
{
    static const char *const WHILE[] = {"in", "at", "during", "on", "as", "with", "by"};
    while (s->tok[noun].rel == DEM_REL_nmod && s->tok[noun].head >= 0 && dem_grammar_case_is(s, noun, "of"))
        noun = s->tok[noun].head;
    unsigned rel = s->tok[noun].rel;
    if (s->tok[noun].head != pred) return false;
    return rel == DEM_REL_nsubj || rel == DEM_REL_nsubj_pass ||
           (rel == DEM_REL_obl && DEM_GRAMMAR_CASE_ONE_OF(s, noun, WHILE));
}

static bool labels(const dem_sentence *s, const dem_time *t, int i, int pred)
{
    bool year = t->at.year && !t->at.month; /* "the 2019 agreement" is broken today */
    while (i != pred && names_noun(s, i)) i = s->tok[i].head;
    return i == pred || (!year && at_the_time_of(s, i, pred));
}

/* "Two weeks after they invaded, Poland ...": hung on what it is counted from, it dates what stands above that; else -1. */
static int hook(const dem_sentence *s, const dem_time *t)
{
    if (t->kind != DEM_DATED_COUNTED || t->behind < 0 || t->to >= (int)s->n) return -1;
    int behind = s->tok[t->to].head;
    bool under = behind > t->to && dem_grammar_under(s, t->to - 1, behind);
    return under ? s->tok[behind].head : -1;
}

bool dem_dated_by(const dem_sentence *s, const dem_time *t, int pred)
{
    int up = hook(s, t);
    if (up >= 0) return dem_dated_below(s, up, pred);
    for (int i = t->from; i < t->to; i++) {
        int h = s->tok[i].head;
        bool out = i == pred || h < t->from || h >= t->to;
        if (out && (t->label ? labels(s, t, i, pred) : dem_dated_below(s, i, pred))) return true;
    }
    return false;
}

/* ---- predicates that share an expression ----------------------------------------------------------------- */

/* The word that opens the clause of `p` is one of list[n], or any if n is 0. */
static bool opens_with(const dem_sentence *s, int p, const char *const *list, size_t n)
{
    const int16_t *kid;
    uint32_t kids = dem_kids(s, p, &kid);
    for (uint32_t i = 0; i < kids; i++) {
        const dem_token *t = &s->tok[kid[i]];
        bool mark = t->rel == DEM_REL_mark, when = t->rel == DEM_REL_advmod && kid[i] < p;
        if (n == 0 ? mark : (mark || when) && dem_str_ione_of(t->form, list, n)) return true;
    }
    return false;
}

/* "is being held", "welcomes", "are ready": what goes on at the time of speaking. */
static bool goes_on(const dem_sentence *s, int p)
{
    const int16_t *kid;
    uint32_t kids = dem_kids(s, p, &kid);
    bool on =
        s->tok[p].xpos == DEM_XPOS_VBG || s->tok[p].xpos == DEM_XPOS_VBZ || s->tok[p].xpos == DEM_XPOS_VBP;
    for (uint32_t i = 0; i < kids; i++) {
        const dem_token *t = &s->tok[kid[i]];
        if (t->rel != DEM_REL_aux && t->rel != DEM_REL_aux_pass && t->rel != DEM_REL_cop) continue;
        if (dem_str_ieq(t->form, DEM_STR("had"))) return false;
        on |= t->xpos == DEM_XPOS_VBZ || t->xpos == DEM_XPOS_VBP || t->xpos == DEM_XPOS_VBG;
    }
    return on;
}

int dem_dated_above(const dem_sentence *s, int p)
{
    static const char *const WHEN[] = {"when", "as", "while"};
    const dem_token *t = &s->tok[p];
    if (t->head < 0) return -1;
    switch (t->rel) {
    case DEM_REL_xcomp:
    case DEM_REL_conj:
    case DEM_REL_csubj:
        return t->head; /* as a subject, "fighting ... resumed on Sunday" */
    /* "rammed the gate on Monday, killing two", "on Saturday, when thousands rallied" */
    case DEM_REL_advcl:
        return (t->xpos == DEM_XPOS_VBG && !opens_with(s, p, NULL, 0)) || opens_with(s, p, WHEN, 3) ? t->head
                                                                                                    : -1;
    /* "announced on Sunday that the ship was being held" */
    case DEM_REL_ccomp: return goes_on(s, p) ? t->head : -1;
    default:
        if (dem_grammar_case_is(s, p, "despite")) return -1; /* "announced it on Friday, despite criticism" */
        return t->upos != DEM_UPOS_VERB && !clause_border(t->rel) ? t->head : -1;
    }
}

int dem_dated_described(const dem_sentence *s, int p)
{
    const dem_token *t = &s->tok[p];
    bool clause = t->rel == DEM_REL_acl_relcl || t->rel == DEM_REL_acl;
    return clause && t->head >= 0 && s->tok[t->head].upos == DEM_UPOS_NOUN ? t->head : -1;
}

int dem_dated_since(const dem_sentence *s, int p)
{
    static const char *const SINCE[] = {"since"};
    const int16_t *kid;
    uint32_t kids = dem_kids(s, p, &kid);
    for (uint32_t i = 0; i < kids; i++)
        if (s->tok[kid[i]].rel == DEM_REL_advcl && opens_with(s, kid[i], SINCE, 1)) return kid[i];
    return -1;
}
