/* code/code.c - walks the predicates of each sentence from the root down, so that a speech act is met before
 * its content and can keep it from being coded as done (codebook 12.6). */
#include "code/code.h"
#include "code/assemble.h"
#include "code/coding.h"
#include "code/context.h"
#include "code/contradict.h"
#include "code/grammar.h"
#include "code/judge.h"
#include "code/match.h"
#include "code/memory.h"
#include "code/second.h"
#include "code/sport.h"
#include "code/statement.h"
#include "code/when.h"
#include "code/where.h"

typedef struct {
    dem_coding *c;
    uint32_t i;    /* sentence */
    bool *blocked; /* [tokens] content of a speech act */
    bool *closed;  /* [tokens] blocked, or read by a frame: nothing is left to suggest */
    dem_draft *draft;
} walk;

/* The order of the walk: by depth, then by position. */
static int16_t *by_depth(dem_arena *arena, const dem_sentence *s)
{
    int16_t *order = dem_arena_array(arena, int16_t, s->n + 1);
    uint32_t n = 0;
    for (uint32_t i = 0; i < s->n; i++)
        if (s->tok[i].head == DEM_ROOT) order[n++] = (int16_t)i;
    for (uint32_t at = 0; at < n; at++) {
        const int16_t *kid;
        uint32_t kids = dem_kids(s, order[at], &kid);
        for (uint32_t k = 0; k < kids; k++) order[n++] = kid[k];
    }
    return order;
}

/* Everything below `h` except relative clauses, which assert what they say. */
static void block(walk *w, int h)
{
    const dem_sentence *s = &w->c->sentence[w->i];
    if (h < 0 || w->blocked[h]) return;
    w->blocked[h] = true;
    const int16_t *kid;
    uint32_t n = dem_kids(s, h, &kid);
    for (uint32_t k = 0; k < n; k++)
        if (s->tok[kid[k]].rel != DEM_REL_acl_relcl && s->tok[kid[k]].rel != DEM_REL_parataxis)
            block(w, kid[k]);
}

static bool presupposes(const dem_frame *f)
{
    if (f->type == DEM_CONCEDE && strcmp(f->cameo, "055") == 0) return true; /* an apology */
    return f->type == DEM_SUPPORT || (f->type == DEM_ACCUSE && dem_modes_has(f->modes, DEM_ACCUSE_disapprove));
}

static bool speech(const dem_frame *f)
{
    return f->by_content || f->type == DEM_REQUEST || f->type == DEM_AGREE || f->type == DEM_CONCEDE ||
           f->type == DEM_REJECT || f->type == DEM_THREATEN || f->type == DEM_ACCUSE ||
           dem_modes_has(f->modes, DEM_SANCTION_convict) || f->type == DEM_EVENT_NONE;
}

/* "vetoed a resolution calling for a truce": what a refused text says is not said. */
static void block_participle(walk *w, int noun)
{
    int acl = dem_kid_with(&w->c->sentence[w->i], noun, DEM_REL_acl);
    if (acl >= 0) block(w, acl);
}

/* "acquitted two lawmakers of insulting the president", with the gerund hung on those acquitted. */
static void block_charge(walk *w, int noun)
{
    const dem_sentence *s = &w->c->sentence[w->i];
    int acl = dem_kid_with(s, noun, DEM_REL_acl);
    if (acl >= 0 && dem_grammar_case_is(s, acl, "of")) block(w, acl);
}

/* "ended their strike", "halted the talks": the verb of ending is the predicate (codebook 12.1). */
static void consume_ended(walk *w, const dem_candidate *k)
{
    const dem_sentence *s = &w->c->sentence[w->i];
    if (k->frame->pos != DEM_POS_VERB || !dem_rules_lists(w->c->rules, w->c->rules->end, &s->tok[k->pred]))
        return;
    int object = dem_grammar_object(s, k->pred);
    if (object >= 0) w->blocked[object] = true;
}

/* "imposed a ban", "beat back an attack": noun and verb are one predicate, no near miss lies in the verb (codebook 12.1). */
static void close_carrier(walk *w, const dem_candidate *k)
{
    const dem_rules *rules = w->c->rules;
    const dem_sentence *s = &w->c->sentence[w->i];
    if (k->frame->pos != DEM_POS_NOUN) return;
    int verb = dem_grammar_light(rules, s, k->pred), up = s->tok[k->pred].head;
    if (verb < 0 && up >= 0 && dem_rules_lists(rules, rules->repel, &s->tok[up])) verb = up;
    if (verb >= 0) w->closed[verb] = true;
}

/* Keeps the content of a speech act from being coded: its clause, and what a gerund or a content slot holds. */
static void block_content(walk *w, const dem_candidate *k)
{
    const dem_sentence *s = &w->c->sentence[w->i];
    if (!speech(k->frame) || presupposes(k->frame)) return;
    if (k->content != k->pred) block(w, k->content);
    const int16_t *kid;
    uint32_t n = dem_kids(s, k->pred, &kid);
    for (uint32_t i = 0; i < n; i++) {
        const dem_token *t = &s->tok[kid[i]];
        bool gerund = (t->rel == DEM_REL_advcl || t->rel == DEM_REL_acl) &&
                      (dem_grammar_case_is(s, kid[i], "of") || dem_grammar_case_is(s, kid[i], "for") ||
                       dem_grammar_case_is(s, kid[i], "from") || dem_grammar_case_is(s, kid[i], "to"));
        bool topic = (t->rel == DEM_REL_obl || t->rel == DEM_REL_nmod) &&
                     (dem_grammar_case_is(s, kid[i], "of") || dem_grammar_case_is(s, kid[i], "for"));
        if (t->rel == DEM_REL_xcomp || t->rel == DEM_REL_ccomp || gerund || topic) block(w, kid[i]);
        if (t->rel == DEM_REL_obj && k->frame->type == DEM_REJECT) block_participle(w, kid[i]);
        if (t->rel == DEM_REL_obj || t->rel == DEM_REL_nsubj_pass) block_charge(w, kid[i]);
    }
    if (k->content == k->pred) { /* an obligation: what must be done hangs on the verb itself */
        for (uint32_t i = 0; i < n; i++)
            if (s->tok[kid[i]].rel == DEM_REL_obj || s->tok[kid[i]].rel == DEM_REL_obl) block(w, kid[i]);
    }
}

static void try_word(walk *w, int t)
{
    dem_coding *c = w->c;
    const dem_sentence *s = &c->sentence[w->i];
    dem_candidate k;
    dem_pos pos;
    bool none = false;
    if (w->blocked[t] || !dem_grammar_position(s, t, &pos)) return;
    bool matched = (pos != DEM_POS_NOUN && dem_judge_obligation(c, w->i, t, &k)) ||
                   (pos == DEM_POS_NOUN && dem_judge_behind(c, w->i, t, &k)) ||
                   dem_match(c, w->i, t, pos, false, &k, &none);
    w->closed[t] = none || matched;
    if (none) {
        block(w, dem_grammar_complement(s, t));
        return;
    }
    if (!matched) return;
    block_content(w, &k);
    dem_event e;
    c->past = w->draft->events.at;
    c->n_past = w->draft->events.n;
    if (!dem_judge(c, &k, &e)) return;
    dem_opine(w->draft, &k, &e);
    dem_draft_add(w->draft, &e, &k);
    consume_ended(w, &k);
    close_carrier(w, &k);
}

static void code_sentence(dem_coding *c, uint32_t i, dem_draft *draft)
{
    const dem_sentence *s = &c->sentence[i];
    if (s->zone != DEM_ZONE_BODY || s->n == 0) return;
    walk w = {c, i, dem_arena_array(c->arena, bool, s->n + 1), dem_arena_array(c->arena, bool, s->n + 1),
              draft};
    const int16_t *order = by_depth(c->arena, s);
    dem_draft_sentence(draft);
    for (uint32_t k = 0; k < s->n; k++) try_word(&w, order[k]);
    for (uint32_t k = 0; k < s->n; k++) w.closed[k] |= w.blocked[k];
    dem_second_look(c, i, w.closed, draft);
    c->tally->coded_sentences++;
}

static bool named_as_place(const dem_sentence *s, const dem_mention *m)
{
    static const char *const PREPS[] = {"in", "at",   "near",   "outside", "around", "from",
                                        "to", "into", "across", "through", "of"};
    if (m->kind == DEM_MENTION_PLACE) return true;
    /* A capital that neither acts nor owns may be either; the event decides. */
    if (m->kind == DEM_MENTION_CAPITAL && !dem_is_subject(s, m) && s->tok[m->head].rel != DEM_REL_nmod_poss)
        return true;
    return m->kind == DEM_MENTION_COUNTRY && DEM_GRAMMAR_CASE_ONE_OF(s, m->head, PREPS);
}

static void trace_mention(dem_coding *c, uint32_t number, const dem_sentence *s, const dem_mention *m)
{
    const dem_token *head = &s->tok[m->head];
    dem_trace_mention row = {.sentence = s->number,
                             .mention = number,
                             .head = {head->start, head->end},
                             .act_decides = m->kind == DEM_MENTION_NATIONALS,
                             .thing =
                                 m->kind == DEM_MENTION_ROLE && m->role && m->role->role_kind == DEM_ROLE_THING,
                             .place = named_as_place(s, m),
                             .entity = {.span = {s->tok[m->from].start, s->tok[m->to - 1].end}},
                             .guessed = m->guessed,
                             .flags = m->flags,
                             .how = dem_str_from(m->how ? m->how : "not resolved")};
    dem_entity speaker;
    if (m->n == 0 && m->kind == DEM_MENTION_PRONOUN &&
        dem_speaker_as(c, (uint32_t)(s - c->sentence), m->head, &speaker)) {
        row.entity = speaker;
        row.how = DEM_STR("the speaker");
        row.act_decides = true;
    }
    if (m->n == 0) dem_vec_push(c->trace->arena, &c->trace->mentions, row);
    for (uint32_t e = 0; e < m->n; e++) {
        row.entity = m->entity[e];
        dem_vec_push(c->trace->arena, &c->trace->mentions, row);
    }
}

static void trace_mentions(dem_coding *c)
{
    uint32_t number = 0;
    for (uint32_t i = 0; c->trace && i < c->n; i++)
        for (uint32_t k = 0; k < c->mentions[i].n; k++)
            trace_mention(c, number++, &c->sentence[i], &c->mentions[i].at[k]);
}

void dem_code_report(const dem_rules *rules, dem_arena *arena, const dem_code_input *in, dem_events *out,
                     dem_tally *tally, dem_trace *trace)
{
    const uint32_t n = in->n;
    dem_coding c = {.rules = rules,
                    .arena = arena,
                    .report = in->report,
                    .sentence = in->sentence,
                    .n = n,
                    .keep_unresolved = in->keep_unresolved,
                    .tally = tally,
                    .trace = trace};
    c.mentions = dem_arena_array(arena, dem_mentions, n + 1);
    dem_toponyms_find(&rules->geo, in->gazetteer, arena, in->report, in->sentence, n, &c.toponyms);
    if (in->toponyms) *in->toponyms = c.toponyms;
    dem_mentions_find(rules, arena, in->report, in->sentence, n, &c.toponyms, c.mentions, &c.setting);
    c.dateline = dem_where_dateline(&c);
    c.sport = dem_sport(rules, in->sentence, n);
    dem_said_find(&(dem_said_input){in->sentence, n, rules->lex, rules->vectors}, arena, &c.said);
    dem_quotes_find(&c);
    dem_refer(&c);
    dem_speakers_find(&c);
    dem_context_cues(&c);
    dem_when_prepare(&c);
    trace_mentions(&c);
    if (in->unresolved) dem_unknown_list(&c, in->unresolved);
    dem_draft draft = {.coding = &c};
    for (uint32_t i = 0; i < n; i++) code_sentence(&c, i, &draft);
    dem_draft_keep(&draft, in->min_confidence);
    dem_draft_finish(&draft, out);
    dem_contradict(out, arena);
    if (in->statements) dem_statements_find(&c, out, in->statements);
    tally->records += out->n;
}
