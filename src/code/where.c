/* code/where.c - see where.h. */
#include "code/where.h"
#include "code/grammar.h"
#include "code/phrase.h"

static bool is_place(const dem_mention *m)
{
    return m->sense && (m->kind == DEM_MENTION_PLACE || m->kind == DEM_MENTION_CAPITAL ||
                        (m->kind == DEM_MENTION_COUNTRY && m->sense->form == DEM_FORM_NAME));
}

/* "the Kenyan capital": a place by its country's adjective. */
static bool is_site(const dem_coding *c, const dem_sentence *s, const dem_mention *m)
{
    bool country = m->sense && m->kind == DEM_MENTION_COUNTRY;
    return (is_place(m) || country) && dem_phrase_site(c->rules, s, m->head) != m->head;
}

static int rank(const dem_mention *m)
{
    return m->kind == DEM_MENTION_PLACE ? 3 : m->kind == DEM_MENTION_CAPITAL ? 2 : 1;
}

static bool locative(const dem_sentence *s, int t)
{
    static const char *const PREPS[] = {"in",  "at",     "near", "outside", "inside", "around",
                                        "off", "across", "to",   "into",    "through"};
    return DEM_GRAMMAR_CASE_ONE_OF(s, t, PREPS);
}

/* Inside the predicate's own clause: not across a relative, adverbial or reported one. */
static bool beside(const dem_sentence *s, int t, int pred)
{
    int steps = 0;
    for (int i = t; i >= 0 && steps < 6; i = s->tok[i].head, steps++) {
        if (i == pred) return true;
        unsigned rel = s->tok[i].rel;
        if (rel == DEM_REL_ccomp || rel == DEM_REL_acl_relcl || rel == DEM_REL_advcl ||
            rel == DEM_REL_parataxis || rel == DEM_REL_acl)
            return false;
    }
    return false;
}

static dem_place place(const dem_sentence *s, const dem_mention *m)
{
    dem_place p = {.has_point = m->sense->has_point, .lat = m->sense->lat, .lon = m->sense->lon};
    p.span = (dem_span){s->tok[m->from].start, s->tok[m->to - 1].end};
    memcpy(p.country, m->sense->actor->code, 4);
    return p;
}

static bool attacked(const dem_candidate *k, const dem_mention *m)
{
    if (k->frame->type != DEM_ASSAULT && k->frame->type != DEM_COERCE && k->frame->type != DEM_CONSULT)
        return false;
    for (uint32_t i = 0; i < k->recipient.n; i++)
        if (k->recipient.mention[i] == m) return true;
    return false;
}

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
    const dem_mention *m = c->mentions[i].n ? &c->mentions[i].at[0] : NULL;
    if (!dash || !m || m->from != 0 || !is_place(m)) return (dem_place){0};
    dem_place p = place(s, m);
    p.name = dem_str_sub(c->report->text, p.span.start, p.span.end);
    p.span = (dem_span){0, 0};
    return p;
}

static bool dateline_type(dem_event_type t)
{
    int quad = dem_event_quad(t);
    return quad == 1 || quad == 3 || t == DEM_PROTEST;
}

dem_place dem_where_of(const dem_coding *c, const dem_candidate *k, int verb)
{
    const dem_sentence *s = &c->sentence[k->sentence];
    const dem_mentions *ms = &c->mentions[k->sentence];
    const dem_mention *best = NULL;
    for (uint32_t i = 0; i < ms->n; i++) {
        const dem_mention *m = &ms->at[i];
        bool site = is_site(c, s, m);
        if (!site && (!is_place(m) || m->modifier)) continue;
        bool here = locative(s, site ? dem_phrase_site(c->rules, s, m->head) : m->head) &&
                    (beside(s, m->head, k->pred) || (verb >= 0 && beside(s, m->head, verb)));
        if (!here && !attacked(k, m)) continue;
        if (!best || rank(m) > rank(best)) best = m;
    }
    if (!best) return dateline_type(k->frame->type) ? c->dateline : (dem_place){0};
    dem_place p = place(s, best);
    if (best->modifier && best->kind == DEM_MENTION_COUNTRY) /* the span holds the noun: "Kenyan capital" */
        p.span.end = s->tok[dem_phrase_site(c->rules, s, best->head)].end;
    p.name = dem_str_sub(c->report->text, p.span.start, p.span.end);
    return p;
}
