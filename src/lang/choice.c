/* lang/choice.c - scoring the states of a beam.
 *
 * The weights lie far from the processor, so all states take each step together: the features of all are made
 * and their weights sent for before the first is added up. */
#include "lang/choice.h"
#include <stdlib.h>

#define CACHE_BITS 11
#define DEPENDENT_BITS 8

typedef struct cached {
    uint64_t view;
    uint32_t run; /* number of the sentence it belongs to */
    dem_choice choice;
} cached;
typedef struct cached_arc {
    uint64_t view;
    uint32_t run;
    int32_t score;
    uint8_t rel;
} cached_arc;
typedef struct cached_group {
    uint64_t view;
    uint32_t run;
    int32_t score[DEM_MOVES];
} cached_group;

/* Points of all relations for a dependent, whatever its head. */
typedef struct cached_dependent {
    uint64_t view;
    uint32_t run;
    int32_t score[DEM_REL_COUNT];
} cached_dependent;

/* What is being worked out for one state. */
typedef struct task {
    const dem_state *s;
    dem_choice *choice;
    uint64_t view;
    uint64_t group_view[DEM_GROUPS];
    unsigned n_group[DEM_GROUPS]; /* features of the groups not in the cache, one group behind the other */
    uint64_t group[DEM_MOVE_FEATURES];
    uint64_t arc_view[DEM_MOVES];
    unsigned n_arc[DEM_MOVES];       /* features of the arcs not in the cache */
    unsigned n_dependent[DEM_MOVES]; /* of those, how many see the dependent alone; 0 if these are known */
    uint64_t arc[DEM_MOVES][DEM_REL_FEATURES];
} task;

struct dem_chooser {
    uint32_t run;
    cached whole[1 << CACHE_BITS];
    cached_arc arc[1 << CACHE_BITS];
    cached_group group[DEM_GROUP_REST][1 << CACHE_BITS]; /* REST is as particular as the whole */
    cached_dependent dependent[1 << DEPENDENT_BITS];
    task task[DEM_MAX_BEAM];
};

dem_chooser *dem_chooser_new(void)
{
    return dem_xalloc(sizeof(dem_chooser));
}
void dem_chooser_free(dem_chooser *c)
{
    free(c);
}
void dem_chooser_begin(dem_chooser *c)
{
    if (++c->run) return;
    memset(c, 0, sizeof *c); /* after 2^32 sentences old entries would look new */
    c->run = 1;
}

static cached *whole_of(dem_chooser *c, uint64_t view)
{
    return &c->whole[view >> (64 - CACHE_BITS)];
}
static cached_arc *arc_of(dem_chooser *c, uint64_t view)
{
    return &c->arc[view >> (64 - CACHE_BITS)];
}
static cached_group *group_of(dem_chooser *c, unsigned g, uint64_t view)
{
    return &c->group[g][view >> (64 - CACHE_BITS)];
}
static cached_dependent *dependent_of(dem_chooser *c, uint64_t view)
{
    return &c->dependent[view >> (64 - DEPENDENT_BITS)];
}
#define HOLDS(entry, c, v) ((entry)->run == (c)->run && (entry)->view == (v))

static void send_for(const dem_scorer *s, const uint64_t *feature, unsigned n)
{
    if (s->prefetch) s->prefetch(s->weights, feature, n);
}

/* ------------------------------------------------------------------------------------ moves */

static void gather_moves(dem_chooser *c, const dem_question *q, task *t)
{
    uint64_t atom[DEM_MOVE_ATOMS];
    unsigned n = 0;
    dem_move_atoms(t->s, q->w, q->n, atom);
    for (dem_move_group g = 0; g < DEM_GROUPS; g++) {
        uint64_t view = t->group_view[g] = dem_state_group_view(t->s, g);
        bool known = g < DEM_GROUP_REST && HOLDS(group_of(c, g, view), c, view);
        t->n_group[g] = known ? 0 : dem_move_group_features(atom, g, t->group + n);
        n += t->n_group[g];
    }
    send_for(q->moves, t->group, n);
}

/* The points of a group, which may have been found out for another state meanwhile, or overwritten. */
static void add_group(dem_chooser *c, const dem_question *q, const task *t, unsigned g, const uint64_t *feature,
                      int32_t sum[DEM_MOVES])
{
    int32_t score[DEM_MAX_CLASSES];
    uint64_t view = t->group_view[g], fresh[DEM_MOVE_FEATURES], atom[DEM_MOVE_ATOMS];
    cached_group *e = g < DEM_GROUP_REST ? group_of(c, g, view) : NULL;
    if (e && HOLDS(e, c, view)) {
        for (unsigned m = 0; m < DEM_MOVES; m++) sum[m] += e->score[m];
        return;
    }
    unsigned n = t->n_group[g];
    if (!n) {
        dem_move_atoms(t->s, q->w, q->n, atom);
        n = dem_move_group_features(atom, g, fresh);
        feature = fresh;
    }
    dem_score(q->moves, feature, n, score);
    if (e) *e = (cached_group){view, c->run, {score[0], score[1], score[2]}};
    for (unsigned m = 0; m < DEM_MOVES; m++) sum[m] += score[m];
}

static void score_moves(dem_chooser *c, const dem_question *q, task *t)
{
    int32_t sum[DEM_MOVES] = {0}, best = DEM_HOPELESS;
    const uint64_t *feature = t->group;
    for (unsigned g = 0; g < DEM_GROUPS; g++) {
        add_group(c, q, t, g, feature, sum);
        feature += t->n_group[g];
    }
    for (dem_move m = DEM_SHIFT; m < DEM_MOVES; m++)
        if (dem_state_allows(t->s, q->n, m) && sum[m] > best) best = sum[m];
    for (dem_move m = DEM_SHIFT; m < DEM_MOVES; m++) {
        bool worth = dem_state_allows(t->s, q->n, m) && (m == DEM_SHIFT || sum[m] >= best - q->hopeless);
        t->choice->score[m] = worth ? sum[m] : DEM_HOPELESS;
        t->choice->rel[m] = 0;
    }
}

/* ------------------------------------------------------------------------------------ relations */

/* ROOT's only arc has but one name. */
static bool is_root_arc(const dem_question *q, const dem_state *s, dem_move m)
{
    return m == DEM_LEFT && (uint32_t)s->next.tok == q->n;
}

static uint64_t dependent_view(const dem_state *s, dem_move m)
{
    return dem_atom(s->top->sig + (uint64_t)m);
}

static void gather_arc(dem_chooser *c, const dem_question *q, task *t, dem_move m)
{
    uint64_t atom[DEM_REL_ATOMS], view = dependent_view(t->s, m);
    dem_rel_atoms(t->s, q->w, q->n, m, atom);
    bool known = HOLDS(dependent_of(c, view), c, view);
    unsigned n = known ? 0 : dem_rel_group_features(atom, m, DEM_REL_GROUP_X, t->arc[m]);
    t->n_dependent[m] = n;
    t->n_arc[m] = n + dem_rel_group_features(atom, m, DEM_REL_GROUP_BOTH, t->arc[m] + n);
    send_for(q->rels, t->arc[m], t->n_arc[m]);
}

static void gather_arcs(dem_chooser *c, const dem_question *q, task *t)
{
    for (dem_move m = DEM_LEFT; m <= DEM_RIGHT; m++) {
        t->n_arc[m] = 0;
        if (t->choice->score[m] == DEM_HOPELESS || is_root_arc(q, t->s, m)) continue;
        uint64_t view = t->arc_view[m] = dem_state_arc_view(t->s, m);
        if (!HOLDS(arc_of(c, view), c, view)) gather_arc(c, q, t, m);
    }
}

static const int32_t *dependent_points(dem_chooser *c, const dem_question *q, const task *t, dem_move m)
{
    uint64_t view = dependent_view(t->s, m);
    cached_dependent *e = dependent_of(c, view);
    int32_t score[DEM_MAX_CLASSES];
    if (!HOLDS(e, c, view)) {
        dem_score(q->rels, t->arc[m], t->n_dependent[m], score);
        e->view = view;
        e->run = c->run;
        memcpy(e->score, score, sizeof e->score);
    }
    return e->score;
}

static void name_arc(dem_chooser *c, const dem_question *q, task *t, dem_move m, cached_arc *e)
{
    int32_t score[DEM_MAX_CLASSES];
    uint64_t view = dependent_view(t->s, m);
    /* What was known when the features were gathered may have been overwritten. */
    bool lost = !t->n_arc[m] || (!t->n_dependent[m] && !HOLDS(dependent_of(c, view), c, view));
    if (lost) gather_arc(c, q, t, m);
    const int32_t *alone = dependent_points(c, q, t, m);
    dem_score(q->rels, t->arc[m] + t->n_dependent[m], t->n_arc[m] - t->n_dependent[m], score);
    unsigned best = DEM_REL_root + 1;
    for (unsigned r = best; r < DEM_REL_COUNT; r++) {
        score[r] += alone[r];
        if (score[r] > score[best]) best = r;
    }
    *e = (cached_arc){t->arc_view[m], c->run, score[best], (uint8_t)best};
}

static void score_arcs(dem_chooser *c, const dem_question *q, task *t)
{
    for (dem_move m = DEM_LEFT; m <= DEM_RIGHT; m++) {
        if (t->choice->score[m] == DEM_HOPELESS) continue;
        if (is_root_arc(q, t->s, m)) {
            t->choice->rel[m] = DEM_REL_root;
            continue;
        }
        cached_arc *e = arc_of(c, t->arc_view[m]);
        if (!HOLDS(e, c, t->arc_view[m])) name_arc(c, q, t, m, e);
        t->choice->score[m] += e->score;
        t->choice->rel[m] = e->rel;
    }
    *whole_of(c, t->view) = (cached){t->view, c->run, *t->choice};
}

void dem_chooser_ask(dem_chooser *c, const dem_question *q, const dem_state *state, unsigned n,
                     dem_choice *choice)
{
    unsigned tasks = 0;
    for (unsigned i = 0; i < n; i++) {
        uint64_t view = dem_state_view(&state[i]);
        const cached *e = whole_of(c, view);
        if (HOLDS(e, c, view)) {
            choice[i] = e->choice;
            continue;
        }
        task *t = &c->task[tasks++];
        t->s = &state[i];
        t->view = view;
        t->choice = &choice[i];
        gather_moves(c, q, t);
    }
    for (unsigned i = 0; i < tasks; i++) score_moves(c, q, &c->task[i]);
    for (unsigned i = 0; i < tasks; i++) gather_arcs(c, q, &c->task[i]);
    for (unsigned i = 0; i < tasks; i++) score_arcs(c, q, &c->task[i]);
}
