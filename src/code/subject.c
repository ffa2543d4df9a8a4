/* code/subject.c - see subject.h. */
#include "code/subject.h"
#include "code/weights.h"

const int16_t DEM_SUBJECT_WEIGHTS[DEM_CONTEXT_COUNT][DEM_SUBJECT_TRAIT_COUNT] = {
#include "code/subject.inc"
};

#define ADD(family, which)                                                                                     \
    dem_traits_add(t, DEM_SUBJECT_FROM_##family, DEM_SUBJECT_LAST_##family - DEM_SUBJECT_FROM_##family + 1,    \
                   (unsigned)(which))

static bool in(dem_contexts set, unsigned context)
{
    return (set >> context) & 1;
}

/* None, below a tenth, a quarter, a half of the sentences, more. */
static unsigned share(const dem_evidence *e, unsigned context)
{
    uint32_t n = e->sentences[context];
    if (n == 0) return 0;
    return n * 10 < e->n ? 1 : n * 4 < e->n ? 2 : n * 2 < e->n ? 3 : 4;
}

static void add_words(dem_traits *t, const dem_evidence *e, unsigned context)
{
    if (in(e->here, context)) ADD(word, 0);
    if (in(e->paragraph, context)) ADD(word, 1);
    if (in(e->beside, context)) ADD(word, 2);
    ADD(share, share(e, context));
    if (in(e->here, context)) ADD(share_here, share(e, context));
    ADD(frame, in(e->frame, context));
    ADD(rule, in(e->rule, context));
    for (unsigned k = 0; k < DEM_CONTEXT_COUNT; k++) {
        if (k != context && in(e->here, k)) ADD(other_word, k);
        if (k != context && in(e->rule, k)) ADD(other_rule, k);
    }
    ADD(any, e->rule != 0);
}

static dem_sectors sectors_of(const dem_entity *side, uint32_t n, bool *country)
{
    dem_sectors all = 0;
    for (uint32_t i = 0; i < n; i++) {
        all |= side[i].sectors;
        *country |= side[i].sectors == 0;
    }
    return all;
}

static void add_sides(dem_traits *t, const dem_evidence *e)
{
    const dem_event *x = e->event;
    bool country = false, other = false;
    dem_sectors actor = sectors_of(x->actor, x->n_actor, &country),
                recipient = sectors_of(x->recipient, x->n_recipient, &other);
    for (unsigned s = 0; s < DEM_SECTOR_COUNT; s++) {
        if ((actor >> s) & 1) ADD(actor, s);
        if ((recipient >> s) & 1) ADD(recipient, s);
    }
    if (country) ADD(actor, DEM_SECTOR_COUNT);
    if (other) ADD(recipient, DEM_SECTOR_COUNT);
    ADD(same, x->n_actor && x->n_recipient && memcmp(x->actor[0].code, x->recipient[0].code, 4) == 0);
}

void dem_subject_traits(const dem_evidence *e, unsigned context, dem_traits *t)
{
    t->n = 0;
    ADD(bias, 0);
    ADD(type, e->event->type);
    ADD(foreign, e->foreign);
    ADD(domestic, e->domestic);
    ADD(high, e->high);
    ADD(leading, e->leading);
    add_sides(t, e);
    add_words(t, e, context);
}

int dem_subject_percent(unsigned context, const dem_traits *t)
{
    const int16_t *weight = DEM_SUBJECT_WEIGHTS[context];
    return weight[DEM_SUBJECT_FROM_bias] == 0 ? -1 : dem_traits_percent(t, weight);
}

static void note(const dem_coding *c, const dem_evidence *e, unsigned context, int percent, bool spoken,
                 const dem_traits *t)
{
    if (!c->trace) return;
    dem_trace_context row = {.trigger = e->event->trigger,
                             .type = e->event->type,
                             .context = (uint8_t)context,
                             .percent = (int8_t)percent,
                             .rule = in(e->rule, context),
                             .spoken = spoken,
                             .n_traits = t->n};
    memcpy(row.trait, t->at, sizeof *t->at * t->n);
    dem_vec_push(c->trace->arena, &c->trace->contexts, row);
}

dem_contexts dem_subject(const dem_coding *c, const dem_evidence *e)
{
    dem_contexts x = 0;
    /* Whatever the model holds likely, the evidence must be in words (codebook 5). */
    dem_contexts spoken = e->here | e->paragraph | e->beside | e->frame | e->rule;
    int most = -1;
    unsigned best = 0;
    for (unsigned k = 0; k < DEM_CONTEXT_COUNT; k++) {
        dem_traits t;
        dem_subject_traits(e, k, &t);
        int percent = dem_subject_percent(k, &t);
        note(c, e, k, percent, in(spoken, k), &t);
        if (!in(spoken, k)) continue;
        if (percent < 0 ? in(e->rule, k) : percent >= DEM_CONTEXT_SURE) x |= DEM_BIT(k);
        if (percent > most) most = percent, best = k;
    }
    if (x == 0) x = e->rule ? e->rule : most >= DEM_CONTEXT_ALONE ? DEM_BIT(best) : 0;
    return x;
}
