/* code/attribution.c - reporting verbs, "according to", hedges, and speakers of running quotations. */
#include "code/attribution.h"
#include "code/grammar.h"
#include "said/quotation.h"

enum { MAX_CLIMB = 12 };

static bool says(const dem_coding *c, const dem_token *t)
{
    return t->upos == DEM_UPOS_VERB && dem_rules_lists(c->rules, c->rules->reporting, t);
}

static const dem_mention *spoken_by(const dem_coding *c, uint32_t sentence, int verb);

/* The speaker that a sentence with a quotation names, or an empty entity. */
static dem_entity speaker_in(const dem_coding *c, uint32_t i)
{
    const dem_sentence *s = &c->sentence[i];
    for (uint32_t t = 0; t < s->n; t++) {
        if (c->quoted[i][t] || !says(c, &s->tok[t])) continue;
        const dem_mention *m = spoken_by(c, i, (int)t);
        if (m && m->n) return m->entity[0];
    }
    return (dem_entity){0};
}

void dem_quotes_find(dem_coding *c)
{
    bool inside = false;
    c->quoted = dem_arena_array(c->arena, bool *, c->n + 1);
    for (uint32_t i = 0; i < c->n; i++) {
        const dem_sentence *s = &c->sentence[i];
        c->quoted[i] = dem_arena_array(c->arena, bool, s->n + 1);
        if (i && s->paragraph != c->sentence[i - 1].paragraph)
            inside = false; /* each paragraph opens its quotation again */
        for (uint32_t t = 0; t < s->n; t++) {
            dem_quote_mark m = dem_quote_mark_of(&s->tok[t], inside);
            inside = dem_quote_inside(m, inside);
            c->quoted[i][t] = inside && m == DEM_QUOTE_NONE;
        }
    }
}

static bool any_quoted(const dem_coding *c, uint32_t i)
{
    for (uint32_t t = 0; t < c->sentence[i].n; t++)
        if (c->quoted[i][t]) return true;
    return false;
}

void dem_speakers_find(dem_coding *c)
{
    dem_entity last = {0};
    c->speaker = dem_arena_array(c->arena, dem_entity, c->n + 1);
    for (uint32_t i = 0; i < c->n; i++) {
        dem_entity here = speaker_in(c, i);
        if (here.code[0]) last = here;
        else if (any_quoted(c, i)) c->speaker[i] = last;
        else if (c->sentence[i].n) last = (dem_entity){0};
    }
}

/* ---- sources ------------------------------------------------------------------------------------------- */

/* "a statement from the ministry", "the Kremlin's statement", "state media reports" */
static const dem_mention *behind_document(const dem_coding *c, uint32_t sentence, int noun)
{
    const dem_sentence *s = &c->sentence[sentence];
    const int16_t *kid;
    uint32_t n = dem_kids(s, noun, &kid);
    for (uint32_t k = 0; k < n; k++) {
        unsigned rel = s->tok[kid[k]].rel;
        bool of = rel == DEM_REL_nmod &&
                  (dem_grammar_case_is(s, kid[k], "of") || dem_grammar_case_is(s, kid[k], "from") ||
                   dem_grammar_case_is(s, kid[k], "by"));
        if (rel != DEM_REL_nmod_poss && rel != DEM_REL_compound && rel != DEM_REL_amod && !of) continue;
        const dem_mention *m = dem_mention_of(&c->mentions[sentence], kid[k]);
        if (m && m->n) return m;
    }
    return NULL;
}

const dem_mention *dem_attribution_source(const dem_coding *c, uint32_t sentence, int token)
{
    if (token < 0) return NULL;
    const dem_mention *m = dem_mention_of(&c->mentions[sentence], token);
    if (m && (m->n || m->kind != DEM_MENTION_NAME)) return m;
    const dem_mention *d = behind_document(c, sentence, token);
    return d ? d : m;
}

static const dem_mention *spoken_by(const dem_coding *c, uint32_t sentence, int verb)
{
    const dem_sentence *s = &c->sentence[sentence];
    int subject = dem_grammar_passive(s, verb) ? dem_kid_with(s, verb, DEM_REL_obl_agent)
                                               : dem_grammar_surface_subject(s, verb);
    return dem_attribution_source(c, sentence, subject);
}

dem_entity dem_attribution_entity(const dem_mention *m)
{
    dem_entity e = m->entity[0];
    if (m->kind == DEM_MENTION_CAPITAL || m->kind == DEM_MENTION_PLACE) e.sectors = DEM_BIT(DEM_SEC_GOV);
    return e;
}

static dem_attribution attributed(const dem_coding *c, uint32_t sentence, const dem_mention *m, int cue)
{
    const dem_sentence *s = &c->sentence[sentence];
    dem_attribution a = {.present = true, .cue = {s->tok[cue].start, s->tok[cue].end}};
    a.named = m && m->n;
    if (a.named) a.entity = dem_attribution_entity(m);
    return a;
}

/* A reporting verb set beside the clause: "..., Lavrov said, ..." */
static int parataxis_of(const dem_coding *c, const dem_sentence *s, int t)
{
    const int16_t *kid;
    uint32_t n = dem_kids(s, t, &kid);
    for (uint32_t k = 0; k < n; k++)
        if (s->tok[kid[k]].rel == DEM_REL_parataxis && says(c, &s->tok[kid[k]])) return kid[k];
    return -1;
}

static int according_to(const dem_sentence *s, int t)
{
    const int16_t *kid;
    uint32_t n = dem_kids(s, t, &kid);
    for (uint32_t k = 0; k < n; k++)
        if (s->tok[kid[k]].rel == DEM_REL_obl && dem_grammar_case_is(s, kid[k], "according")) return kid[k];
    return -1;
}

static bool reported_relation(unsigned rel)
{
    return rel == DEM_REL_ccomp || rel == DEM_REL_parataxis || rel == DEM_REL_xcomp || rel == DEM_REL_obj ||
           rel == DEM_REL_advcl || rel == DEM_REL_csubj;
}

static int hedge_of(const dem_coding *c, const dem_sentence *s, int t)
{
    const int16_t *kid;
    uint32_t n = dem_kids(s, t, &kid);
    for (uint32_t k = 0; k < n; k++)
        if (s->tok[kid[k]].rel == DEM_REL_advmod && dem_rules_lists(c->rules, c->rules->hedge, &s->tok[kid[k]]))
            return kid[k];
    return -1;
}

static dem_attribution find_source(const dem_coding *c, uint32_t sentence, int pred)
{
    const dem_sentence *s = &c->sentence[sentence];
    int steps = 0;
    for (int t = pred; t >= 0 && steps < MAX_CLIMB; t = s->tok[t].head, steps++) {
        int cue;
        if ((cue = hedge_of(c, s, t)) >= 0) return attributed(c, sentence, NULL, cue);
        if ((cue = parataxis_of(c, s, t)) >= 0 && cue != pred && !dem_grammar_under(s, pred, cue))
            return attributed(c, sentence, spoken_by(c, sentence, cue), cue);
        if ((cue = according_to(s, t)) >= 0) {
            int word = dem_kid_with(s, cue, DEM_REL_case);
            return attributed(c, sentence, dem_attribution_source(c, sentence, cue), word >= 0 ? word : cue);
        }
        int w = s->tok[t].head;
        /* An advcl under a reporting verb is reported only where the quotation was parsed so. */
        bool under = w >= 0 && reported_relation(s->tok[t].rel) && says(c, &s->tok[w]);
        if (under && s->tok[t].rel == DEM_REL_advcl && !c->quoted[sentence][t]) under = false;
        if (under && !c->quoted[sentence][w]) return attributed(c, sentence, spoken_by(c, sentence, w), w);
        if (under && !dem_str_is(s->tok[w].lemma, "say")) continue;
        if (under) return attributed(c, sentence, spoken_by(c, sentence, w), w);
    }
    return (dem_attribution){0};
}

/* ", the minister said." and ", said the minister" at the edge of a sentence, wherever the parser hung them:
 * the mention that stands right beside the verb speaks. */
static bool closes_with(const dem_sentence *s, int verb)
{
    for (int i = verb + 1; i < (int)s->n; i++) {
        const dem_token *t = &s->tok[i];
        bool adverbial = t->upos == DEM_UPOS_PUNCT || t->upos == DEM_UPOS_ADV || t->rel == DEM_REL_obl ||
                         t->rel == DEM_REL_obl_unmarked || t->rel == DEM_REL_case || t->rel == DEM_REL_det ||
                         t->upos == DEM_UPOS_PROPN;
        if (!adverbial) return i > verb + 4;
    }
    return true;
}

static dem_attribution edge_source(const dem_coding *c, uint32_t sentence, int pred)
{
    const dem_sentence *s = &c->sentence[sentence];
    const dem_mentions *ms = &c->mentions[sentence];
    for (int v = pred + 1; v < (int)s->n; v++) {
        if (!says(c, &s->tok[v]) || c->quoted[sentence][v] || s->tok[v].xpos == DEM_XPOS_VBG) continue;
        for (uint32_t i = 0; i < ms->n; i++) {
            const dem_mention *m = &ms->at[i];
            bool before = m->to == v && m->from > 0 && m->from > pred && closes_with(s, v);
            int left = m->from - 1;
            while (before && left > 0 &&
                   (s->tok[left].upos == DEM_UPOS_DET || s->tok[left].upos == DEM_UPOS_NUM))
                left--;
            before = before && s->tok[left].upos == DEM_UPOS_PUNCT;
            int from = m->from;
            while (from > v + 1 && s->tok[from - 1].upos == DEM_UPOS_DET) from--;
            bool after = from == v + 1 && v > 0 && s->tok[v - 1].upos == DEM_UPOS_PUNCT;
            if (m->n && (before || after)) return attributed(c, sentence, m, v);
        }
    }
    return (dem_attribution){0};
}

/* A reporting verb outside the quotation speaks for what is inside, wherever the parser hung it. */
static dem_attribution quoted_source(const dem_coding *c, uint32_t sentence)
{
    const dem_sentence *s = &c->sentence[sentence];
    for (uint32_t t = 0; t < s->n; t++)
        if (!c->quoted[sentence][t] && says(c, &s->tok[t])) {
            const dem_mention *m = spoken_by(c, sentence, (int)t);
            if (m && m->n) return attributed(c, sentence, m, (int)t);
        }
    dem_attribution a = {0};
    if (!c->speaker[sentence].code[0]) return a;
    a.present = a.named = true;
    a.entity = c->speaker[sentence];
    return a;
}

/* Relations are a wide notion: "wants", "blamed" are cues too. For events only reporting counts (codebook 12.4). */
static bool reports(const dem_coding *c, const dem_token *cue)
{
    return dem_rules_lists(c->rules, c->rules->reporting, cue) ||
           dem_rules_lists(c->rules, c->rules->reporting_noun, cue) ||
           dem_rules_lists(c->rules, c->rules->hedge, cue) || dem_str_is(cue->lemma, "accord");
}

/* The innermost relation (said/said.h) whose content has the predicate and that reports, or NULL. */
static const dem_said *relation_of(const dem_coding *c, uint32_t sentence, int pred)
{
    if (!c->said.by) return NULL;
    for (int32_t i = c->said.by[sentence][pred]; i >= 0; i = c->said.at[i].within) {
        const dem_said *r = &c->said.at[i];
        if (reports(c, &c->sentence[r->sentence].tok[r->cue_head])) return r;
    }
    return NULL;
}

static dem_attribution by_rules(const dem_coding *c, uint32_t sentence, int pred)
{
    dem_attribution a = find_source(c, sentence, pred);
    if (c->quoted[sentence][pred] && (!a.present || !a.named)) {
        dem_attribution q = quoted_source(c, sentence);
        if (q.present) a = q;
    }
    return a.present ? a : edge_source(c, sentence, pred);
}

/* The rules say whether an event is attributed, the learned relation who says it, if it knows; "according to" counts wherever
 * it hangs. Relations alone agree with hand-coded records less often (docs/evaluation.md). */
dem_attribution dem_attribution_of(const dem_coding *c, uint32_t sentence, int pred)
{
    dem_attribution a = by_rules(c, sentence, pred);
    const dem_said *r = relation_of(c, sentence, pred);
    const dem_token *cue = r ? &c->sentence[r->sentence].tok[r->cue_head] : NULL;
    if (r && (a.present || dem_str_is(cue->lemma, "accord"))) {
        dem_attribution learned =
            attributed(c, r->sentence, dem_attribution_source(c, r->sentence, r->source_head), r->cue_head);
        if (r->sentence != sentence) learned.cue = (dem_span){0, 0}; /* the speaker is carried over */
        if (learned.named && !dem_rules_lists(c->rules, c->rules->hedge, cue))
            a = learned; /* "reportedly" names nobody */
    }
    a.direct = a.present && c->quoted[sentence][pred];
    return a;
}

int dem_attribution_cue(const dem_sentence *s, const dem_attribution *by)
{
    if (!by->cue.end) return -1;
    for (uint32_t i = 0; i < s->n; i++)
        if (s->tok[i].start == by->cue.start) return (int)i;
    return -1;
}
