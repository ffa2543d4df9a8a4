/* eval/change.c - see change.h. */
#include "eval/change.h"
#include <stdlib.h>

const char *dem_change_field_name(unsigned field)
{
    static const char *const NAMES[] = {
#define X(id, name) name,
        DEM_CHANGE_FIELDS(X)
#undef X
    };
    return field < DEM_CHANGE_FIELD_COUNT ? NAMES[field] : "";
}

const char *dem_change_kind_name(dem_change_kind kind)
{
    static const char *const NAMES[] = {"added", "removed", "altered"};
    return kind < DEM_CHANGE_KINDS ? NAMES[kind] : "";
}

/* ---- fields ------------------------------------------------------------------------------------------- */

static bool same_span(dem_span a, dem_span b)
{
    return a.start == b.start && a.end == b.end;
}

/* As far as it is written. */
static bool same_entity(const dem_entity *a, const dem_entity *b)
{
    return memcmp(a->code, b->code, sizeof a->code) == 0 && a->sectors == b->sectors && a->party == b->party &&
           same_span(a->span, b->span) && dem_str_eq(a->wikidata, b->wikidata) &&
           dem_str_eq(a->label, b->label) && dem_str_eq(a->office, b->office) && a->implied == b->implied;
}

static bool same_side(const dem_entity *a, uint32_t n_a, const dem_entity *b, uint32_t n_b)
{
    if (n_a != n_b) return false;
    for (uint32_t i = 0; i < n_a; i++)
        if (!same_entity(&a[i], &b[i])) return false;
    return true;
}

static bool same_attribution(const dem_attribution *a, const dem_attribution *b)
{
    if (a->present != b->present) return false;
    if (!a->present) return true;
    return a->direct == b->direct && a->named == b->named && same_span(a->cue, b->cue) &&
           (!a->named || same_entity(&a->entity, &b->entity));
}

static bool same_place(const dem_place *a, const dem_place *b)
{
    bool point = a->has_point == b->has_point && (!a->has_point || (a->lat == b->lat && a->lon == b->lon));
    return same_span(a->span, b->span) && dem_str_eq(a->name, b->name) && strcmp(a->country, b->country) == 0 &&
           point;
}

static uint32_t bit(dem_change_field field, bool same)
{
    return same ? 0 : 1u << field;
}

uint32_t dem_change_fields(const dem_event *a, const dem_event *b)
{
    return bit(DEM_CHANGE_event, a->type == b->type) | bit(DEM_CHANGE_mode, dem_modes_eq(a->modes, b->modes)) |
           bit(DEM_CHANGE_context, a->contexts == b->contexts) | bit(DEM_CHANGE_aux, a->aux == b->aux) |
           bit(DEM_CHANGE_actor, same_side(a->actor, a->n_actor, b->actor, b->n_actor)) |
           bit(DEM_CHANGE_recipient, same_side(a->recipient, a->n_recipient, b->recipient, b->n_recipient)) |
           bit(DEM_CHANGE_reciprocal, a->reciprocal == b->reciprocal) |
           bit(DEM_CHANGE_attribution, same_attribution(&a->by, &b->by)) |
           bit(DEM_CHANGE_date, a->date == b->date && a->precision == b->precision) |
           bit(DEM_CHANGE_place, same_place(&a->place, &b->place)) |
           bit(DEM_CHANGE_cameo, strcmp(a->cameo, b->cameo) == 0) |
           bit(DEM_CHANGE_trigger, same_span(a->trigger, b->trigger)) |
           bit(DEM_CHANGE_flags, a->flags == b->flags);
}

/* ---- pairs -------------------------------------------------------------------------------------------- */

/* The records of one sentence in both codings, and who is whose partner. */
typedef struct sides {
    const dem_event *old, *new; /* [n_old], [n_new] */
    uint32_t n_old, n_new;
    uint32_t *partner; /* [n_old] number in `new`, or NOBODY */
    bool *taken;       /* [n_new] */
} sides;

#define NOBODY UINT32_MAX

static bool equal(const dem_event *a, const dem_event *b)
{
    return dem_change_fields(a, b) == 0;
}
static bool same_word_and_type(const dem_event *a, const dem_event *b)
{
    return same_span(a->trigger, b->trigger) && a->type == b->type;
}
static bool same_word(const dem_event *a, const dem_event *b)
{
    return same_span(a->trigger, b->trigger);
}
static bool same_type(const dem_event *a, const dem_event *b)
{
    return a->type == b->type;
}

/* Gives every old record that has no partner the first new one without that fits. */
static void pair(sides *s, bool (*fits)(const dem_event *, const dem_event *))
{
    for (uint32_t i = 0; i < s->n_old; i++)
        for (uint32_t k = 0; k < s->n_new && s->partner[i] == NOBODY; k++)
            if (!s->taken[k] && fits(&s->old[i], &s->new[k])) {
                s->partner[i] = k;
                s->taken[k] = true;
            }
}

static int by_place(const void *x, const void *y)
{
    const dem_change *a = x, *b = y;
    const dem_event *e = dem_change_event(a), *f = dem_change_event(b);
    if (e->trigger.start != f->trigger.start) return e->trigger.start < f->trigger.start ? -1 : 1;
    if (e->trigger.end != f->trigger.end) return e->trigger.end < f->trigger.end ? -1 : 1;
    if (!a->new != !b->new) return a->new ? 1 : -1; /* what is gone before what has come */
    return e->nth < f->nth ? -1 : e->nth > f->nth;
}

static void compare(dem_arena *arena, sides *s, dem_changes *to)
{
    bool (*const PASSES[])(const dem_event *, const dem_event *) = {equal, same_word_and_type, same_word,
                                                                    same_type};
    size_t before = to->n;
    s->partner = dem_arena_array(arena, uint32_t, s->n_old);
    s->taken = dem_arena_array(arena, bool, s->n_new);
    for (uint32_t i = 0; i < s->n_old; i++) s->partner[i] = NOBODY;
    for (size_t i = 0; i < sizeof PASSES / sizeof *PASSES; i++) pair(s, PASSES[i]);
    for (uint32_t i = 0; i < s->n_old; i++) {
        const dem_event *new = s->partner[i] == NOBODY ? NULL : &s->new[s->partner[i]];
        uint32_t fields = new ? dem_change_fields(&s->old[i], new) : 0;
        if (!new || fields) dem_vec_push(arena, to, ((dem_change){&s->old[i], new, fields}));
    }
    for (uint32_t k = 0; k < s->n_new; k++)
        if (!s->taken[k]) dem_vec_push(arena, to, ((dem_change){NULL, &s->new[k], 0}));
    if (to->n > before) qsort(to->at + before, to->n - before, sizeof *to->at, by_place);
}

/* Takes the records of one sentence from the head of es->at[*at]. */
static uint32_t run_of(const dem_events *es, uint32_t *at, uint32_t sentence)
{
    uint32_t from = *at;
    while (*at < es->n && es->at[*at].sentence == sentence) ++*at;
    return *at - from;
}

dem_changes dem_changes_find(dem_arena *arena, const dem_events *old, const dem_events *new)
{
    dem_changes found = {0};
    for (uint32_t i = 0, k = 0; i < old->n || k < new->n;) {
        uint32_t sentence = i < old->n ? old->at[i].sentence : new->at[k].sentence;
        if (k < new->n &&new->at[k].sentence < sentence) sentence = new->at[k].sentence;
        sides s = {.old = old->at + i, .new = new->at + k};
        s.n_old = run_of(old, &i, sentence);
        s.n_new = run_of(new, &k, sentence);
        compare(arena, &s, &found);
    }
    return found;
}

/* ---- sums --------------------------------------------------------------------------------------------- */

void dem_change_sums_add(dem_change_sums *sums, const dem_events *old, const dem_events *new,
                         const dem_changes *changes)
{
    sums->reports++;
    sums->differing += changes->n > 0;
    for (uint32_t i = 0; i < old->n; i++) sums->old[old->at[i].type]++;
    for (uint32_t i = 0; i < new->n; i++) sums->new[new->at[i].type]++;
    for (size_t i = 0; i < changes->n; i++) {
        const dem_change *c = &changes->at[i];
        sums->kind[dem_change_kind_of(c)][c->old ? c->old->type : c->new->type]++;
        for (unsigned f = 0; f < DEM_CHANGE_FIELD_COUNT; f++) sums->field[f] += c->fields >> f & 1;
    }
}
