/* code/second.c - see second.h. */
#include "code/second.h"
#include "code/grammar.h"
#include "code/judge.h"
#include "code/opinion.h"
#include "code/weights.h"

static void opine(dem_draft *draft, const dem_candidate *k, dem_event *e, bool near, dem_traits *t)
{
    dem_opinion_traits(draft, k, e, t);
    e->confidence = (int16_t)dem_opinion(t, near);
}

static dem_str told(dem_arena *arena, const dem_event *e, bool kept)
{
    return dem_arena_printf(arena, "%s, second opinion %d.%02d", kept ? "nearly fits, coded" : "nearly fits",
                            e->confidence / 100, e->confidence % 100);
}

/* What explain shows of a near miss. */
static void tell(dem_coding *c, const dem_candidate *k, const dem_event *e, bool kept)
{
    if (!c->trace) return;
    const dem_token *t = &c->sentence[k->sentence].tok[k->pred];
    dem_str name = dem_arena_printf(c->arena, "%.*s:%u", DEM_STR_ARG(k->frame->file), k->frame->line);
    dem_trace_frame row = {.sentence = k->sentence,
                           .predicate = {t->start, t->end},
                           .frame = name,
                           .entry = k->frame->entry,
                           .type = e->type,
                           .verdict = kept,
                           .matched = kept,
                           .why = told(c->arena, e, kept)};
    dem_vec_push(c->trace->arena, &c->trace->frames, row);
}

static void note(dem_coding *c, const dem_event *e, const dem_traits *t, bool near, bool kept)
{
    if (!c->trace) return;
    dem_trace_opinion row = {.event = *e, .near = near, .kept = kept, .n_traits = t->n};
    memcpy(row.trait, t->at, sizeof *t->at * t->n);
    dem_vec_push(c->trace->arena, &c->trace->opinions, row);
}

void dem_opine(dem_draft *draft, const dem_candidate *k, dem_event *e)
{
    dem_traits t;
    opine(draft, k, e, false, &t);
    note(draft->coding, e, &t, false, true);
}

/* Judged like any other candidate, but what is refused here is neither counted nor told. */
static bool judged(dem_coding *c, dem_candidate *k, dem_event *e)
{
    dem_trace *trace = c->trace;
    dem_tally *tally = c->tally, unread = {0};
    c->trace = NULL;
    c->tally = &unread;
    bool good = dem_judge(c, k, e);
    c->trace = trace;
    c->tally = tally;
    return good;
}

/* The likeliest of the word's near misses and the candidate that it comes from, if one is likely enough. */
static bool best_of_word(dem_coding *c, uint32_t sentence, int t, dem_pos pos, dem_draft *draft,
                         dem_event *best, dem_candidate *of)
{
    dem_candidate k[DEM_EVENT_COUNT];
    uint32_t n = dem_match_near(c, sentence, t, pos, k, DEM_EVENT_COUNT);
    bool found = false;
    for (uint32_t i = 0; i < n; i++) {
        dem_event e;
        dem_traits traits;
        if (!judged(c, &k[i], &e)) continue;
        opine(draft, &k[i], &e, true, &traits);
        bool sure = e.confidence >= DEM_SECOND_SURE;
        note(c, &e, &traits, true, sure);
        tell(c, &k[i], &e, sure);
        if (!sure || (found && e.confidence <= best->confidence)) continue;
        *best = e;
        *of = k[i];
        found = true;
    }
    return found;
}

void dem_second_look(dem_coding *c, uint32_t sentence, const bool *closed, dem_draft *draft)
{
    const dem_sentence *s = &c->sentence[sentence];
    for (uint32_t t = 0; t < s->n; t++) {
        dem_pos pos;
        dem_event e;
        dem_candidate k;
        if (closed[t] || !dem_grammar_position(s, (int)t, &pos)) continue;
        c->past = draft->events.at;
        c->n_past = draft->events.n;
        if (best_of_word(c, sentence, (int)t, pos, draft, &e, &k)) dem_draft_add(draft, &e, &k);
    }
}
