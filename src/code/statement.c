/* code/statement.c - see statement.h. */
#include "code/statement.h"
#include "code/attribution.h"

enum { MAX_DEPTH = 8 }; /* of statements within statements that are walked for "I" */

static bool inside(const dem_pieces *p, dem_span s)
{
    for (uint32_t i = 0; i < p->n; i++)
        if (s.start >= p->at[i].start && s.end <= p->at[i].end) return true;
    return false;
}

/* ---- sources ------------------------------------------------------------------------------------------------ */

/* The mention that stands for the source: of its head, else the first in it that has a code. */
static const dem_mention *mention_of(const dem_coding *c, const dem_said *r)
{
    const dem_mention *m = dem_attribution_source(c, r->sentence, r->source_head);
    const dem_mentions *all = &c->mentions[r->sentence];
    if (r->source_head < 0 || (m && m->n)) return m;
    for (uint32_t i = 0; i < all->n; i++) {
        const dem_token *t = &c->sentence[r->sentence].tok[all->at[i].head];
        if (all->at[i].n && !all->at[i].modifier && inside(&r->source, (dem_span){t->start, t->end}))
            return &all->at[i];
    }
    return m;
}

/* "I think so", said in the words of somebody: the token, -1 if the source is no such word. */
static int first_person(const dem_coding *c, const dem_said *r)
{
    static const char *const WORDS[] = {"i", "we", "us", "me", "my", "our"};
    if (r->source_head < 0) return -1;
    return DEM_STR_IONE_OF(c->sentence[r->sentence].tok[r->source_head].form, WORDS) ? r->source_head : -1;
}

static void name_source(const dem_coding *c, uint32_t number, dem_statement *out)
{
    const dem_said *r = &c->said.at[number];
    int word = first_person(c, r);
    for (int k = 0; k < MAX_DEPTH && first_person(c, r) >= 0 && r->within >= 0; k++) r = &c->said.at[r->within];
    const dem_mention *m = mention_of(c, r);
    if (!m || !m->n || !m->entity[0].code[0]) return;
    out->named = true;
    out->entity = dem_attribution_entity(m);
    if (word < 0) return;
    const dem_token *t = &c->sentence[out->sentence].tok[word];
    out->entity.span = (dem_span){t->start, t->end};
}

/* ---- events --------------------------------------------------------------------------------------------------- */

static bool same_who(const dem_entity *a, const dem_entity *b)
{
    return memcmp(a->code, b->code, sizeof a->code) == 0 && a->sectors == b->sectors &&
           dem_str_eq(a->name, b->name);
}

/* By its cue, or by the one who speaks. */
static bool has_source(const dem_attribution *by, const dem_statement *s)
{
    if (!by->present) return false;
    if (!dem_span_empty(by->cue) && inside(&s->cue, by->cue)) return true;
    return by->named && s->named && same_who(&by->entity, &s->entity);
}

static void find_events(const dem_coding *c, const dem_events *events, dem_statement *s)
{
    s->event = dem_arena_array(c->arena, uint32_t, events->n + 1);
    for (uint32_t i = 0; i < events->n; i++)
        if (inside(&s->content, events->at[i].trigger) && has_source(&events->at[i].by, s))
            s->event[s->n_event++] = i;
}

void dem_statements_find(const dem_coding *c, const dem_events *events, dem_statements *out)
{
    *out = (dem_statements){dem_arena_array(c->arena, dem_statement, c->said.n + 1), c->said.n};
    for (uint32_t i = 0; i < out->n; i++) {
        const dem_said *r = &c->said.at[i];
        dem_statement *s = &out->at[i];
        bool again = i && out->at[i - 1].sentence == c->sentence[r->sentence].number;
        *s = (dem_statement){.sentence = c->sentence[r->sentence].number,
                             .nth = again ? out->at[i - 1].nth + 1 : 0,
                             .within = r->within,
                             .source = r->source,
                             .cue = r->cue,
                             .content = r->content,
                             .kind = r->kind};
        name_source(c, i, s);
        find_events(c, events, s);
    }
}
