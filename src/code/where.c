/* code/where.c - see where.h. Which names are places, and which places they are, geo/ has found; here it is asked which of them
 * stands where the act took place, by the tree. */
#include "code/where.h"
#include "code/grammar.h"
#include "code/phrase.h"

/* A place of the sentence that may be the act's. */
typedef struct site {
    dem_span span;
    const dem_locality *place; /* or NULL */
    char country[4];
    int head;    /* its own word */
    int located; /* the word whose preposition places it */
    int rank;    /* the more specific, the higher */
} site;

/* ---- the places of a sentence ---------------------------------------------------------------------------- */

static int rank(const dem_locality *p)
{
    if (!p) return 4;
    switch (p->kind) {
    case DEM_LOCALITY_COUNTRY: return 1;
    case DEM_LOCALITY_AREA:
    case DEM_LOCALITY_WATER:
    case DEM_LOCALITY_TERRITORY: return 2;
    case DEM_LOCALITY_REGION:
    case DEM_LOCALITY_ISLAND: return 3;
    case DEM_LOCALITY_COUNTY: return 4;
    case DEM_LOCALITY_TOWN: return 5;
    default: return 6; /* a quarter, a base, a crossing */
    }
}

static int head_of(const dem_sentence *s, int from, int to)
{
    for (int t = from; t < to; t++)
        if (s->tok[t].head < from || s->tok[t].head >= to) return t;
    return to - 1;
}

static site of_toponym(const dem_coding *c, const dem_sentence *s, const dem_toponym *t)
{
    site x = {.span = t->span, .place = t->place, .head = head_of(s, t->from, t->to), .rank = rank(t->place)};
    memcpy(x.country, t->country, 4);
    x.located = dem_phrase_site(c->rules, s, x.head);
    /* "in the capital, Abuja" */
    if (s->tok[x.head].rel == DEM_REL_appos && x.located == x.head && s->tok[x.head].head >= 0)
        x.located = s->tok[x.head].head;
    return x;
}

/* "the Kenyan capital": a place by its country's adjective; the span holds the noun. False if it is none. */
static bool of_adjective(const dem_coding *c, const dem_sentence *s, const dem_mention *m, site *x)
{
    int noun = dem_phrase_site(c->rules, s, m->head);
    if (m->kind != DEM_MENTION_COUNTRY || !m->sense || !m->actor || noun == m->head) return false;
    *x = (site){.span = {s->tok[m->from].start, s->tok[noun].end}, .head = m->head, .located = noun, .rank = 1};
    memcpy(x->country, m->sense->actor->code, 4);
    return m->sense->form != DEM_FORM_NAME;
}

/* ---- whose place ----------------------------------------------------------------------------------------- */

/* Its preposition says that it happens there; which ones do depends on what is done: one marches from a square, pulls out from a
 * town, fires over an island. */
static bool locative(const dem_sentence *s, int t, dem_event_type type)
{
    static const char *const ALL[] = {"in",     "at", "near", "outside", "inside", "around",     "off",
                                      "across", "to", "into", "through", "within", "throughout", "along"};
    static const char *const MARCH[] = {"from", "on"}, *const MOVE[] = {"from", "over"},
                             *const STRIKE[] = {"on", "over"};
    if (DEM_GRAMMAR_CASE_ONE_OF(s, t, ALL)) return true;
    if (type == DEM_PROTEST) return DEM_GRAMMAR_CASE_ONE_OF(s, t, MARCH);
    if (type == DEM_RETREAT || type == DEM_MOBILIZE) return DEM_GRAMMAR_CASE_ONE_OF(s, t, MOVE);
    return type == DEM_ASSAULT && DEM_GRAMMAR_CASE_ONE_OF(s, t, STRIKE);
}

/* A noun between place and predicate that is an act of its own: "in retaliation for air strikes in Kunduz". */
static bool other_act(const dem_coding *c, const dem_sentence *s, int t, int pred)
{
    const uint64_t placed = DEM_BIT(DEM_ASSAULT) | DEM_BIT(DEM_COERCE) | DEM_BIT(DEM_PROTEST) |
                            DEM_BIT(DEM_CONSULT) | DEM_BIT(DEM_MOBILIZE);
    return t != pred && s->tok[t].upos == DEM_UPOS_NOUN &&
           dem_rules_tells(c->rules, DEM_POS_NOUN, &s->tok[t], placed);
}

static bool clause(unsigned rel)
{
    return rel == DEM_REL_ccomp || rel == DEM_REL_acl_relcl || rel == DEM_REL_advcl ||
           rel == DEM_REL_parataxis || rel == DEM_REL_acl;
}

/* Inside the predicate's own clause: not across a relative, adverbial or reported one, nor within another act. What
 * is said (`word`) happens where the verb itself is placed, not where its object is: "blamed for violence in Nigeria". */
static bool beside(const dem_coding *c, const dem_sentence *s, const site *x, int pred, bool word)
{
    int steps = 0;
    for (int i = x->located; i >= 0 && steps < 6; i = s->tok[i].head, steps++) {
        if (i == pred) return true;
        if (clause(s->tok[i].rel) || (i != x->located && other_act(c, s, i, pred))) return false;
        unsigned rel = s->tok[i].rel;
        bool own = rel == DEM_REL_obl || rel == DEM_REL_conj || rel == DEM_REL_appos || rel == DEM_REL_xcomp;
        if (word && s->tok[i].upos != DEM_UPOS_VERB && !own && s->tok[i].head != pred) return false;
    }
    return false;
}

/* An utterance; an investigation is none. */
static bool said(const dem_frame *f)
{
    dem_event_type t = f->type;
    if (t == DEM_ACCUSE && dem_modes_has(f->modes, DEM_ACCUSE_investigate)) return false;
    return t == DEM_ACCUSE || t == DEM_SUPPORT || t == DEM_REQUEST || t == DEM_REJECT || t == DEM_AGREE ||
           t == DEM_CONCEDE || t == DEM_THREATEN;
}

/* "the Las Vegas attack", "Geneva talks" */
static bool names_act(const dem_coding *c, const dem_sentence *s, const site *x, const dem_candidate *k)
{
    unsigned rel = s->tok[x->head].rel;
    bool before = rel == DEM_REL_compound || rel == DEM_REL_nmod_desc || rel == DEM_REL_amod;
    bool done = k->frame->type == DEM_ASSAULT || k->frame->type == DEM_PROTEST || k->frame->type == DEM_CONSULT;
    int noun = s->tok[x->head].head;
    if (!done || !before || x->rank < 2 || noun < 0 || s->tok[noun].upos != DEM_UPOS_NOUN) return false;
    bool part = s->tok[noun].rel == DEM_REL_nsubj || s->tok[noun].rel == DEM_REL_obl;
    /* "the Kandahar attack killed two" */
    bool by_it = part && s->tok[noun].head == k->pred &&
                 dem_rules_tells(c->rules, DEM_POS_NOUN, &s->tok[noun], DEM_BIT(k->frame->type));
    return noun == k->pred || by_it;
}

/* "the capital, Abuja, where she met Buhari": `antecedent` is the noun that the clause of `pred` describes, or -1. */
static int described(const dem_sentence *s, int pred)
{
    if (s->tok[pred].rel != DEM_REL_acl_relcl) return -1;
    const int16_t *kid;
    uint32_t n = dem_kids(s, pred, &kid);
    for (uint32_t i = 0; i < n; i++)
        if (dem_str_ieq(s->tok[kid[i]].form, DEM_STR("where"))) return s->tok[pred].head;
    return -1;
}

static bool is_antecedent(const dem_sentence *s, const site *x, int noun)
{
    if (noun < 0) return false;
    bool apposed = s->tok[x->head].rel == DEM_REL_appos && s->tok[x->head].head == noun;
    bool named = s->tok[noun].rel == DEM_REL_appos && s->tok[noun].head == x->head;
    return x->head == noun || x->located == noun || apposed || named;
}

static bool here(const dem_coding *c, const dem_sentence *s, const site *x, const dem_candidate *k, int verb)
{
    if (names_act(c, s, x, k) || is_antecedent(s, x, described(s, k->pred))) return true;
    bool word = said(k->frame);
    return locative(s, x->located, k->frame->type) &&
           (beside(c, s, x, k->pred, word) || (verb >= 0 && beside(c, s, x, verb, word)));
}

/* What is attacked, seized or visited is where it happens. */
static bool attacked(const dem_candidate *k, const site *x)
{
    if (k->frame->type != DEM_ASSAULT && k->frame->type != DEM_COERCE && k->frame->type != DEM_CONSULT)
        return false;
    for (uint32_t i = 0; i < k->recipient.n; i++)
        if (k->recipient.mention[i] && k->recipient.mention[i]->head == x->head &&
            k->recipient.mention[i]->kind != DEM_MENTION_NATIONALS)
            return true;
    return false;
}

/* ---- the dateline ---------------------------------------------------------------------------------------- */

static bool all_capitals(dem_str w)
{
    size_t letters = 0;
    for (size_t i = 0; i < w.n; i++) {
        if (w.p[i] >= 'a' && w.p[i] <= 'z') return false;
        letters += w.p[i] >= 'A' && w.p[i] <= 'Z';
    }
    return letters >= 3;
}

static bool is_dash(dem_str w)
{
    return dem_str_is(w, "-") || dem_str_is(w, "--") || dem_str_is(w, "—") || dem_str_is(w, "–");
}

static dem_place as_place(const dem_coding *c, dem_span span, const dem_locality *p, const char country[4])
{
    dem_place at = {.span = span, .name = dem_str_sub(c->report->text, span.start, span.end)};
    memcpy(at.country, country, 4);
    at.has_point = p && p->has_point;
    if (at.has_point) at.lat = p->lat, at.lon = p->lon;
    return at;
}

dem_place dem_where_dateline(const dem_coding *c)
{
    enum { REACH = 12 }; /* "WEST PALM BEACH, Florida (AP) -" */
    uint32_t i = 0;
    while (i < c->n && c->sentence[i].n == 0) i++;
    if (i == c->n || !all_capitals(c->sentence[i].tok[0].form)) return (dem_place){0};
    const dem_sentence *s = &c->sentence[i];
    bool dash = false;
    for (uint32_t t = 1; t < s->n && t < REACH; t++)
        dash |= (is_dash(s->tok[t].form) && (s->tok[t - 1].space_after || t + 1 == s->n)) ||
                (t + 1 == s->n && dem_str_is(s->tok[t].form, ")"));
    const dem_toponym *t = dem_toponym_at(&c->toponyms, i, 0);
    if (!dash || !t || t->from != 0 || t->use != DEM_TOPONYM_PLACE) return (dem_place){0};
    dem_place p = as_place(c, t->span, t->place, t->country);
    p.span = (dem_span){0, 0};
    return p;
}

static bool dateline_type(dem_event_type t)
{
    int quad = dem_event_quad(t);
    return quad == 1 || quad == 3 || t == DEM_PROTEST;
}

/* ---- the place of an act --------------------------------------------------------------------------------- */

dem_place dem_where_of(const dem_coding *c, const dem_candidate *k, int verb)
{
    const dem_sentence *s = &c->sentence[k->sentence];
    const dem_mentions *ms = &c->mentions[k->sentence];
    const dem_toponyms *ts = &c->toponyms;
    site best = {.rank = 0}, x;
    for (uint32_t i = ts->first[k->sentence]; i < ts->first[k->sentence + 1]; i++) {
        if (ts->at[i].use != DEM_TOPONYM_PLACE) continue;
        x = of_toponym(c, s, &ts->at[i]);
        if (x.rank > best.rank && (here(c, s, &x, k, verb) || attacked(k, &x))) best = x;
    }
    for (uint32_t i = 0; i < ms->n; i++)
        if (of_adjective(c, s, &ms->at[i], &x) && x.rank > best.rank && here(c, s, &x, k, verb)) best = x;
    if (!best.rank) return dateline_type(k->frame->type) ? c->dateline : (dem_place){0};
    return as_place(c, best.span, best.place, best.country);
}
