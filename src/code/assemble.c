/* code/assemble.c - see assemble.h. */
#include "code/assemble.h"
#include <stdlib.h>

void dem_draft_sentence(dem_draft *d)
{
    d->sentence_from = d->events.n;
}

static bool has(const dem_entity *side, uint32_t n, const dem_entity *e, bool with_sectors)
{
    for (uint32_t i = 0; i < n; i++)
        if (memcmp(side[i].code, e->code, 4) == 0 && (!with_sectors || side[i].sectors == e->sectors))
            return true;
    return false;
}

static bool within(const dem_entity *a, uint32_t n, const dem_entity *b, uint32_t m, bool with_sectors)
{
    for (uint32_t i = 0; i < n; i++)
        if (!has(b, m, &a[i], with_sectors)) return false;
    return true;
}

static bool same_sides(const dem_event *a, const dem_event *b, bool with_sectors)
{
    return within(a->actor, a->n_actor, b->actor, b->n_actor, with_sectors) &&
           within(b->actor, b->n_actor, a->actor, a->n_actor, with_sectors) &&
           within(a->recipient, a->n_recipient, b->recipient, b->n_recipient, with_sectors) &&
           within(b->recipient, b->n_recipient, a->recipient, a->n_recipient, with_sectors);
}

static bool takes_part(const dem_event *e, const dem_entity *x)
{
    return has(e->actor, e->n_actor, x, false) || has(e->recipient, e->n_recipient, x, false);
}

/* A meeting told as visit and as talks: everybody of the one takes part in the other. */
static bool same_meeting(const dem_event *a, const dem_event *b)
{
    if (a->type != DEM_CONSULT) return false;
    for (uint32_t i = 0; i < a->n_actor; i++)
        if (!takes_part(b, &a->actor[i])) return false;
    for (uint32_t i = 0; i < a->n_recipient; i++)
        if (!takes_part(b, &a->recipient[i])) return false;
    return true;
}

/* "the attack killed three": the attack without a victim is the same act as the killing with one. Where both sides are of
 * one country ("two officers died when police stormed the house") the sectors tell who is who. */
static bool part_of(const dem_event *a, const dem_event *b)
{
    bool at_home = b->n_actor && b->n_recipient && memcmp(b->actor[0].code, b->recipient[0].code, 4) == 0;
    return a->n_recipient == 0 && b->n_recipient > 0 &&
           within(a->actor, a->n_actor, b->actor, b->n_actor, at_home) &&
           within(b->actor, b->n_actor, a->actor, a->n_actor, at_home);
}

static bool same_act(const dem_event *a, const dem_event *b)
{
    if (a->type != b->type || a->aux != b->aux) return false;
    if (a->date != b->date && a->precision != DEM_PRECISION_UNKNOWN && b->precision != DEM_PRECISION_UNKNOWN)
        return false;
    return same_sides(a, b, false) || same_meeting(a, b) || same_meeting(b, a) || part_of(a, b) ||
           part_of(b, a);
}

static uint32_t members(const dem_event *e)
{
    return e->n_actor + 2 * e->n_recipient;
}

/* "Travelling to Beijing, he met the minister": the visit gives the direction, the meeting says whom he saw
 * there. */
static void name_hosts(dem_event *visit, const dem_event *meeting)
{
    for (uint32_t i = 0; i < visit->n_recipient; i++)
        for (uint32_t k = 0; k < meeting->n_actor && !visit->recipient[i].sectors; k++)
            if (memcmp(visit->recipient[i].code, meeting->actor[k].code, 4) == 0)
                visit->recipient[i] = meeting->actor[k];
}

static void merge(dem_event *kept, const dem_event *other)
{
    dem_modes modes = {kept->modes.lo | other->modes.lo, kept->modes.hi | other->modes.hi};
    /* A direction survives: a visit is more than the talks during it. */
    if (members(other) > members(kept) ||
        (kept->type == DEM_CONSULT && !kept->n_recipient && other->n_recipient)) {
        dem_event main = *kept;
        *kept = *other;
        kept->trigger = main.trigger;
        if (main.n_recipient == 0) name_hosts(kept, &main);
    } else if (kept->precision == DEM_PRECISION_UNKNOWN && other->precision != DEM_PRECISION_UNKNOWN) {
        kept->date = other->date;
        kept->precision = other->precision;
        kept->time = other->time;
    }
    /* Who hosts the talks of two others is no third who talks. */
    bool hosted = kept->type == DEM_CONSULT && dem_modes_has(modes, DEM_CONSULT_third_party) &&
                  kept->n_actor == 2 && kept->n_recipient == 1;
    if (hosted) modes.lo &= ~DEM_BIT(DEM_CONSULT_multilateral);
    /* "third-party" is said of talks; beside a visit it would contradict. */
    if (kept->type == DEM_CONSULT && dem_modes_has(modes, DEM_CONSULT_visit))
        modes.lo &= ~DEM_BIT(DEM_CONSULT_third_party);
    kept->modes = modes;
    if (other->confidence > kept->confidence) kept->confidence = other->confidence;
}

static bool same_attackers(const dem_event *a, const dem_event *b)
{
    return a->type == DEM_ASSAULT && b->type == DEM_ASSAULT && a->aux == b->aux &&
           within(a->actor, a->n_actor, b->actor, b->n_actor, false) &&
           within(b->actor, b->n_actor, a->actor, a->n_actor, false);
}

/* "An attack on the consulate killed six": how many died is no second act. True if one of the two was only that. */
static bool drop_toll(dem_draft *d, size_t i, const dem_event *e, bool toll)
{
    dem_event *old = &d->events.at[i];
    if (toll == d->toll.at[i] || !same_attackers(old, e) || (toll ? old : e)->n_recipient == 0) return false;
    dem_modes modes = {old->modes.lo | e->modes.lo, old->modes.hi | e->modes.hi};
    int16_t confidence = e->confidence > old->confidence ? e->confidence : old->confidence;
    if (!toll) *old = *e;
    old->modes = modes;
    old->confidence = confidence;
    d->toll.at[i] = false;
    return true;
}

/* "rammed a truck into the consulate, killing six villagers": the villagers are hit by the ramming. */
static bool add_victims(dem_event *main, const dem_event *result)
{
    if (!same_attackers(main, result)) return false;
    for (uint32_t i = 0; i < result->n_recipient && main->n_recipient < DEM_MAX_MEMBERS; i++)
        if (!has(main->recipient, main->n_recipient, &result->recipient[i], true))
            main->recipient[main->n_recipient++] = result->recipient[i];
    return true;
}

void dem_draft_add(dem_draft *d, const dem_event *e, const dem_candidate *k)
{
    for (size_t i = d->sentence_from; i < d->events.n; i++) {
        bool told = drop_toll(d, i, e, k->toll) || (k->result && add_victims(&d->events.at[i], e));
        if (!told && !same_act(&d->events.at[i], e)) continue;
        if (!told) merge(&d->events.at[i], e);
        d->coding->tally->dropped[DEM_DROP_SAME]++;
        return;
    }
    dem_vec_push(d->coding->arena, &d->events, *e);
    dem_vec_push(d->coding->arena, &d->toll, k->toll);
}

/* What explain shows of a record that is left out after all. */
static void take_back(const dem_coding *c, const dem_event *e)
{
    for (size_t i = 0; c->trace && i < c->trace->frames.n; i++) {
        dem_trace_frame *f = &c->trace->frames.at[i];
        if (!f->matched || f->type != e->type || f->predicate.start != e->trigger.start) continue;
        f->matched = false;
        f->why = dem_arena_printf(c->arena, "not sure enough: confidence %d.%02d", e->confidence / 100,
                                  e->confidence % 100);
    }
}

void dem_draft_keep(dem_draft *d, int min_confidence)
{
    size_t n = 0;
    for (size_t i = 0; i < d->events.n; i++) {
        if (d->events.at[i].confidence >= min_confidence) {
            d->events.at[n++] = d->events.at[i];
            continue;
        }
        take_back(d->coding, &d->events.at[i]);
        d->coding->tally->dropped[DEM_DROP_UNSURE]++;
    }
    d->events.n = n;
}

static int by_place_in_text(const void *x, const void *y)
{
    const dem_event *a = x, *b = y;
    if (a->sentence != b->sentence) return a->sentence < b->sentence ? -1 : 1;
    if (a->trigger.start != b->trigger.start) return a->trigger.start < b->trigger.start ? -1 : 1;
    return (int)a->type - (int)b->type;
}

/* Same event of the report: type, aux, codes and sectors, and dates that do not contradict (`link` in
 * docs/output.md). */
static bool same_event(const dem_event *a, const dem_event *b)
{
    if (a->type != b->type || a->aux != b->aux || !same_sides(a, b, true)) return false;
    return a->date == b->date || a->precision == DEM_PRECISION_UNKNOWN || b->precision == DEM_PRECISION_UNKNOWN;
}

/* Deeds and meetings: told again, they are the same ones; who speaks again may say it anew. */
static bool is_deed(dem_event_type t)
{
    unsigned quad = dem_event_quad(t);
    return quad == 2 || quad == 4 || t == DEM_CONSULT;
}

/* A date carries over to a later mention of the same act that has none (codebook D38, D59). */
static void carry_date(const dem_event *first, dem_event *e)
{
    if (!is_deed(e->type) || e->precision != DEM_PRECISION_UNKNOWN || first->precision == DEM_PRECISION_UNKNOWN)
        return;
    e->date = first->date;
    e->precision = first->precision;
    e->time = first->time;
}

void dem_draft_finish(dem_draft *d, dem_events *out)
{
    dem_event *e = d->events.at;
    uint32_t n = (uint32_t)d->events.n;
    if (n) qsort(e, n, sizeof *e, by_place_in_text);
    for (uint32_t i = 0; i < n; i++) {
        e[i].nth = i && e[i - 1].sentence == e[i].sentence ? e[i - 1].nth + 1 : 0;
        e[i].link = i;
        for (uint32_t k = 0; k < i && e[i].link == i; k++)
            if (e[k].link == k && same_event(&e[k], &e[i])) e[i].link = k;
        carry_date(&e[e[i].link], &e[i]);
        e[e[i].link].mentions++;
    }
    for (uint32_t i = 0; i < n; i++) e[i].mentions = e[e[i].link].mentions;
    *out = (dem_events){e, n};
}
