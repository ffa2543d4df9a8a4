/* code/shadow.c - see shadow.h.
 *
 * dem_match() takes, of the frames of a word whose conditions hold, one with the most conditions, of these the one that fills the
 * most roles, of these the first. So frame B never wins if there is a frame A that is tried before it and
 *
 *   holds     wherever B does, read strictly and loosely; each question of slot_fails() is one here
 *   speaks    wherever B does, if its content must be there: empty_speech()
 *   fills     no fewer roles than B, where both have as many conditions: fill_roles()
 *
 * What cannot be shown is taken for false: the question is what surely follows from what stands in the two entries. */
#include "code/shadow.h"
#include "code/match.h"

typedef struct pair {
    const dem_lexicon *l;
    const dem_frame *a, *b; /* a is tried first */
    bool loose;
} pair;

static bool has_words(const dem_slot *s)
{
    return s->n_word || s->n_list;
}

static bool has_class(const dem_slot *s)
{
    return s->sectors || s->classes;
}

static bool is_participant(const dem_slot *s)
{
    return s->side == DEM_SIDE_ACTOR || s->side == DEM_SIDE_RECIPIENT;
}

static bool is_needed(const dem_slot *s)
{
    return s->need == DEM_NEED_PRESENT || s->need == DEM_NEED_ACTOR;
}

/* True if both slots, of frames for one part of speech, are filled by the same words of any sentence. */
static bool alike(dem_pos pos, const dem_slot *x, const dem_slot *y)
{
    if (x->kind != y->kind || !dem_str_eq(x->prep, y->prep)) return false;
    if (x->kind == DEM_SLOT_COMP)
        return is_participant(x) == is_participant(y);   /* its subject, or the clause */
    if (x->kind == DEM_SLOT_SUBJ && pos == DEM_POS_NOUN) /* "Russia's invasion was a crime" */
        return (x->side == DEM_SIDE_RECIPIENT) == (y->side == DEM_SIDE_RECIPIENT);
    if (dem_str_is(x->prep, "in") && pos != DEM_POS_VERB) return is_needed(x) == is_needed(y);
    return true;
}

/* ---- conditions ------------------------------------------------------------------------------------------- */

/* Read loosely, a participant may be missing and of any kind. */
static bool is_relaxed(const pair *p, const dem_slot *s)
{
    return p->loose && is_participant(s) && !has_words(s) && s->kind != DEM_SLOT_OBJ;
}

static bool asks_class(const pair *p, const dem_slot *s)
{
    return has_class(s) && !is_relaxed(p, s) && !(p->loose && s->kind == DEM_SLOT_SUBJ);
}

static bool asks_actor(const pair *p, const dem_slot *s)
{
    return s->need == DEM_NEED_ACTOR && !p->loose;
}

static bool asks_presence(const pair *p, const dem_slot *s)
{
    if (s->need == DEM_NEED_ABSENT) return false;
    bool present = s->need == DEM_NEED_PRESENT && !is_relaxed(p, s);
    return has_words(s) || present || asks_class(p, s) || asks_actor(p, s);
}

static bool class_within(const dem_slot *narrow, const dem_slot *wide)
{
    dem_sectors of = wide->sectors;
    if (wide->classes & DEM_CLASS_STATE) of |= DEM_MATCH_STATE;
    if (wide->classes & DEM_CLASS_ARMED) of |= DEM_MATCH_ARMED;
    dem_sectors in = narrow->sectors;
    if (narrow->classes & DEM_CLASS_STATE) in |= DEM_MATCH_STATE;
    if (narrow->classes & DEM_CLASS_ARMED) in |= DEM_MATCH_ARMED;
    const unsigned bare = DEM_CLASS_COUNTRY | DEM_CLASS_STATE; /* those without a sector */
    if ((narrow->classes & bare) && !(wide->classes & bare)) return false;
    if ((narrow->classes & DEM_CLASS_PEOPLE) && !(wide->classes & DEM_CLASS_PEOPLE)) return false;
    return (in & ~of) == 0;
}

/* Who will do for "an actor with a code" in slot `y` of B will do in `s` of A. */
static bool actor_within(const pair *p, const dem_slot *y, const dem_slot *s)
{
    bool recipient = s->side == DEM_SIDE_RECIPIENT;
    if (recipient != (y->side == DEM_SIDE_RECIPIENT)) return false;
    bool person = !recipient || !dem_match_judicial(p->b->modes) || dem_match_judicial(p->a->modes);
    return person && (p->b->type != DEM_ASSAULT || p->a->type == DEM_ASSAULT);
}

/* What slot `y` of B rules out, slot `s` of A need not. */
static bool absence_follows(const pair *p, const dem_slot *s, const dem_slot *y)
{
    if (y->need != DEM_NEED_ABSENT) return false;
    return !has_words(y) || (has_words(s) && dem_slot_words_within(p->l, s, y));
}

typedef bool follows(const pair *p, const dem_slot *s, const dem_slot *y);

static bool words_follow(const pair *p, const dem_slot *s, const dem_slot *y)
{
    return y->need != DEM_NEED_ABSENT && dem_slot_words_within(p->l, y, s);
}

static bool presence_follows(const pair *p, const dem_slot *s, const dem_slot *y)
{
    (void)s;
    return asks_presence(p, y);
}

static bool class_follows(const pair *p, const dem_slot *s, const dem_slot *y)
{
    return y->need != DEM_NEED_ABSENT && asks_class(p, y) && class_within(y, s);
}

static bool actor_follows(const pair *p, const dem_slot *s, const dem_slot *y)
{
    return asks_actor(p, y) && actor_within(p, y, s);
}

/* True if some slot of B, filled as `s` is, makes sure of it. */
static bool ensured(const pair *p, const dem_slot *s, follows *by)
{
    for (uint32_t i = 0; i < p->b->n_slot; i++)
        if (alike(p->b->pos, s, &p->b->slot[i]) && by(p, s, &p->b->slot[i])) return true;
    return false;
}

static bool slot_holds(const pair *p, const dem_slot *s)
{
    if (s->need == DEM_NEED_ABSENT) return ensured(p, s, absence_follows);
    if (has_words(s) && !ensured(p, s, words_follow)) return false;
    if (asks_presence(p, s) && !ensured(p, s, presence_follows)) return false;
    if (asks_class(p, s) && !ensured(p, s, class_follows)) return false;
    return !asks_actor(p, s) || ensured(p, s, actor_follows);
}

static bool holds(const pair *p)
{
    for (uint32_t i = 0; i < p->a->n_slot; i++)
        if (!slot_holds(p, &p->a->slot[i])) return false;
    return true;
}

/* ---- roles ------------------------------------------------------------------------------------------------ */

static bool adds_to(const dem_frame *f, dem_side side)
{
    for (uint32_t i = 0; i < f->n_slot; i++)
        if (f->slot[i].side == side && f->slot[i].adds) return true;
    return false;
}

/* The next slot of a side from number *at; NULL if there is none. */
static const dem_slot *next_of(const dem_frame *f, dem_side side, uint32_t *at)
{
    while (*at < f->n_slot) {
        const dem_slot *s = &f->slot[(*at)++];
        if (s->side == side) return s;
    }
    return NULL;
}

/* True if both fill the side from the same slots in the same order. */
static bool same_slots(const pair *p, dem_side side)
{
    uint32_t i = 0, k = 0;
    for (;;) {
        const dem_slot *x = next_of(p->a, side, &i), *y = next_of(p->b, side, &k);
        if (!x || !y) return x == y;
        if (!alike(p->a->pos, x, y) || x->adds != y->adds) return false;
    }
}

static bool has_alike(const dem_frame *f, const dem_slot *y)
{
    uint32_t i = 0;
    for (const dem_slot *s; (s = next_of(f, y->side, &i)) != NULL;)
        if (alike(f->pos, s, y)) return true;
    return false;
}

/* True if A fills a side wherever B does. Where slots add to it each counts, and what one brings depends on those before. */
static bool fills(const pair *p, dem_side side)
{
    if (adds_to(p->a, side) || adds_to(p->b, side)) return p->a->type == p->b->type && same_slots(p, side);
    uint32_t k = 0, n = 0;
    for (const dem_slot *y; (y = next_of(p->b, side, &k)) != NULL; n++)
        if (!has_alike(p->a, y)) return false;
    return n == 0 || side != DEM_SIDE_RECIPIENT || dem_match_takes_places(p->a->type) ||
           !dem_match_takes_places(p->b->type);
}

static const dem_slot *subject(const dem_frame *f)
{
    for (uint32_t i = 0; i < f->n_slot; i++)
        if (f->slot[i].kind == DEM_SLOT_SUBJ) return &f->slot[i];
    return NULL;
}

/* The subject of a light verb acts, unless the noun's frame has a slot for it. */
static bool fills_light(const pair *p)
{
    const dem_slot *s = subject(p->a);
    return p->a->pos != DEM_POS_NOUN || !s || subject(p->b) || s->side == DEM_SIDE_ACTOR;
}

static bool fills_all(const pair *p)
{
    return fills(p, DEM_SIDE_ACTOR) && fills(p, DEM_SIDE_RECIPIENT) && fills(p, DEM_SIDE_CONTENT) &&
           fills_light(p);
}

/* ---- speech ----------------------------------------------------------------------------------------------- */

static bool asks_content(const dem_frame *f)
{
    uint32_t i = 0;
    return f->by_content && next_of(f, DEM_SIDE_CONTENT, &i);
}

/* True if A has its content wherever B does: what is asked, promised, refused. */
static bool speaks(const pair *p)
{
    if (!asks_content(p->a)) return true;
    uint32_t i = 0;
    for (const dem_slot *s; (s = next_of(p->a, DEM_SIDE_CONTENT, &i)) != NULL;)
        if (ensured(p, s, presence_follows)) return true;
    if (!asks_content(p->b) || !fills(p, DEM_SIDE_CONTENT)) return false;
    /* Only a request cannot do without where it has a recipient. */
    return p->b->type == DEM_REQUEST || (p->a->type != DEM_REQUEST && fills(p, DEM_SIDE_RECIPIENT));
}

/* ---- frames ----------------------------------------------------------------------------------------------- */

static bool shadows(const dem_lexicon *l, const dem_frame *a, const dem_frame *b)
{
    const pair strict = {l, a, b, false}, loose = {l, a, b, true};
    if (a->layer > b->layer || !dem_str_eq(a->particle, b->particle)) return false;
    if (a->conditions == b->conditions && !fills_all(&strict)) return false;
    return holds(&strict) && holds(&loose) && speaks(&strict);
}

void dem_shadows_find(const dem_lexicon *l, void (*report)(void *ctx, const dem_doubt *d), void *ctx)
{
    uint32_t n;
    const dem_frame *const *f = dem_lexicon_all_frames(l, &n);
    for (uint32_t b = 0, first = 0; b < n; b++) {
        if (f[b]->pos != f[first]->pos || !dem_str_eq(f[b]->lemma, f[first]->lemma)) first = b;
        uint32_t a = first;
        while (a < b && !shadows(l, f[a], f[b])) a++;
        dem_doubt d = {
            .kind = DEM_DOUBT_SHADOWED, .file = f[b]->file, .line = f[b]->line, .frame = f[b], .before = f[a]};
        if (a < b) report(ctx, &d);
    }
}
