/* code/opinion.c - see opinion.h. */
#include "code/opinion.h"
#include "code/grammar.h"
#include "code/similar.h"

const int16_t DEM_OPINION_WEIGHTS[2][DEM_TRAIT_COUNT] = {
#include "code/opinion.inc"
};

#define ADD(family, which)                                                                                     \
    dem_traits_add(t, DEM_TRAIT_FROM_##family, DEM_TRAIT_LAST_##family - DEM_TRAIT_FROM_##family + 1,          \
                   (unsigned)(which))

/* ---- sides ------------------------------------------------------------------------------------------------ */

/* 0 nobody, 1 implied, 2 by rule, else by the kind of its mention. */
static unsigned found_how(const dem_members *side)
{
    if (side->n == 0) return 0;
    if (side->entity[0].implied) return 1;
    return side->mention[0] ? 3 + (unsigned)side->mention[0]->kind : 2;
}

/* What the first member is: nobody, a country, ... */
static unsigned what(const dem_members *side)
{
    static const dem_sectors GROUP[] = {DEM_BIT(DEM_SEC_GOV) | DEM_BIT(DEM_SEC_SPY),
                                        DEM_BIT(DEM_SEC_MIL) | DEM_BIT(DEM_SEC_PRM),
                                        DEM_BIT(DEM_SEC_REB) | DEM_BIT(DEM_SEC_UAF),
                                        DEM_BIT(DEM_SEC_COP) | DEM_BIT(DEM_SEC_JUD),
                                        DEM_BIT(DEM_SEC_LEG) | DEM_BIT(DEM_SEC_PTY) | DEM_BIT(DEM_SEC_OPP),
                                        DEM_BIT(DEM_SEC_BUS),
                                        DEM_BIT(DEM_SEC_CVL),
                                        DEM_BIT(DEM_SEC_CRM),
                                        DEM_BIT(DEM_SEC_UNK)};
    if (side->n == 0) return 0;
    if (side->entity[0].sectors == 0) return 1;
    for (unsigned g = 0; g < sizeof GROUP / sizeof *GROUP; g++)
        if (side->entity[0].sectors & GROUP[g]) return 2 + g;
    return 11;
}

/* 0 no recipient, 1 the actor's country, 2 another, 3 one of them has no code. */
static unsigned border(const dem_candidate *k)
{
    const dem_members *r = &k->recipient, *a = &k->actor;
    if (r->n == 0 && a->n < 2) return 0;
    const char *from = a->n ? a->entity[0].code : "";
    const char *to = r->n ? r->entity[0].code : a->entity[1].code;
    if (!from[0] || !to[0]) return 3;
    return memcmp(from, to, 4) == 0 ? 1 : 2;
}

static bool guessed(const dem_members *side)
{
    return side->n && side->mention[0] && side->mention[0]->guessed;
}

static void add_sides(dem_traits *t, const dem_candidate *k, dem_event_type type)
{
    ADD(actor, found_how(&k->actor));
    ADD(actor_is, what(&k->actor));
    ADD(recipient, found_how(&k->recipient));
    ADD(recipient_is, what(&k->recipient));
    ADD(several, (k->actor.n > 1) + 2 * (k->recipient.n > 1));
    ADD(guessed, guessed(&k->actor) + 2 * guessed(&k->recipient));
    ADD(unnamed, (k->recipient.open || k->actor.open) + 2 * (k->recipient.lost || k->actor.lost));
    ADD(border, border(k));
    ADD(type_border, type * 4 + border(k));
    ADD(actor_border, what(&k->actor) * 4 + border(k));
    ADD(recipient_type, type * 12 + what(&k->recipient));
}

/* ---- the clause ------------------------------------------------------------------------------------------- */

/* 0 none, 1 direct, 2 reported, 3 unnamed, 4 the speaker is one of the actors. */
static unsigned source(const dem_event *e)
{
    if (!e->by.present) return 0;
    if (!e->by.named) return 3;
    for (uint32_t i = 0; i < e->n_actor; i++)
        if (memcmp(e->actor[i].code, e->by.entity.code, 4) == 0) return 4;
    return e->by.direct ? 1 : 2;
}

static unsigned relation(const dem_sentence *s, int pred)
{
    static const uint8_t KNOWN[] = {DEM_REL_root,       DEM_REL_conj,  DEM_REL_ccomp,     DEM_REL_xcomp,
                                    DEM_REL_advcl,      DEM_REL_acl,   DEM_REL_acl_relcl, DEM_REL_parataxis,
                                    DEM_REL_nsubj,      DEM_REL_obj,   DEM_REL_obl,       DEM_REL_nmod,
                                    DEM_REL_nsubj_pass, DEM_REL_csubj, DEM_REL_appos};
    for (unsigned i = 0; i < sizeof KNOWN; i++)
        if (s->tok[pred].rel == KNOWN[i]) return i;
    return sizeof KNOWN;
}

/* Root and conjuncts, clauses that report, other clauses, phrases. */
static unsigned coarse(unsigned relation)
{
    if (relation <= 1) return 0;
    if (relation == 2 || relation == 7) return 1;
    return relation <= 6 ? 2 : 3;
}

static unsigned tag(const dem_sentence *s, int pred)
{
    static const uint8_t KNOWN[] = {DEM_XPOS_VBD, DEM_XPOS_VBN, DEM_XPOS_VBZ, DEM_XPOS_VBP, DEM_XPOS_VBG,
                                    DEM_XPOS_VB,  DEM_XPOS_NN,  DEM_XPOS_NNS, DEM_XPOS_JJ};
    for (unsigned i = 0; i < sizeof KNOWN; i++)
        if (s->tok[pred].xpos == KNOWN[i]) return i;
    return sizeof KNOWN;
}

static void add_clause(dem_traits *t, const dem_sentence *s, const dem_candidate *k, const dem_event *e)
{
    unsigned rel = relation(s, k->pred);
    ADD(source, source(e));
    ADD(type_source, (unsigned)e->type * 5 + source(e));
    ADD(aux, e->aux);
    ADD(relation, rel);
    ADD(type_relation, (unsigned)e->type * 4 + coarse(rel));
    ADD(tag, tag(s, k->pred));
    ADD(length, s->n / 12);
}

/* ---- the report ------------------------------------------------------------------------------------------- */

static bool same_codes(const dem_entity *a, uint32_t n, const dem_entity *b, uint32_t m)
{
    if (n != m) return false;
    for (uint32_t i = 0; i < n; i++)
        if (memcmp(a[i].code, b[i].code, 4) != 0) return false;
    return true;
}

static void add_report(dem_traits *t, const dem_draft *d, const dem_candidate *k, const dem_event *e)
{
    static const uint32_t BOUND[] = {1, 2, 4, 10};
    unsigned at = 0;
    bool beside = false, type = false, sides = false;
    while (at < 4 && k->sentence >= BOUND[at]) at++;
    for (size_t i = 0; i < d->events.n; i++) {
        const dem_event *x = &d->events.at[i];
        if (x->type != e->type) continue;
        if (i >= d->sentence_from) beside = true;
        else type = true;
        sides |= i < d->sentence_from && same_codes(x->actor, x->n_actor, e->actor, e->n_actor) &&
                 same_codes(x->recipient, x->n_recipient, e->recipient, e->n_recipient);
    }
    ADD(at, at);
    ADD(beside, d->events.n - d->sentence_from);
    ADD(same_beside, beside);
    ADD(told, type + 2 * sides);
    ADD(country, d->coding->one_country);
    ADD(alone, d->coding->n == 1);
}

/* ---- the frame -------------------------------------------------------------------------------------------- */

static void add_unfit(dem_traits *t, const dem_rules *rules, const dem_sentence *s, const dem_candidate *k)
{
    if (!k->unfit) return;
    ADD(unfit, k->unfit->kind * DEM_FIT_KINDS + k->fit);
    if (k->fit != DEM_FIT_WORD || k->unfit_at < 0) return;
    char lower[40];
    int alike =
        dem_similar_slot(rules, dem_str_lower(s->tok[k->unfit_at].lemma, lower, sizeof lower), k->unfit);
    ADD(similar, alike == DEM_SIMILAR_UNKNOWN ? 0 : alike < 10 ? 1 : alike / 10);
}

static void add_frame(dem_traits *t, const dem_rules *rules, const dem_sentence *s, const dem_candidate *k,
                      const dem_event *e)
{
    uint32_t n = 0;
    char lower[40];
    const dem_frame *const *frame = dem_lexicon_frames(
        rules->lex, k->frame->pos, dem_str_lower(s->tok[k->pred].lemma, lower, sizeof lower), &n);
    unsigned readings = 0, same = 0;
    for (uint32_t i = 0; i < n; i++) same += frame[i]->type == k->frame->type;
    ADD(purity, n ? same * 5 / n : 0);
    if (k->unfit) ADD(unfit_type, (unsigned)e->type * DEM_FIT_KINDS + k->fit);
    while (n > 1 && readings < 5) n /= 2, readings++;
    ADD(type, e->type);
    ADD(pos, k->frame->pos);
    ADD(type_pos, (unsigned)e->type * 3 + k->frame->pos);
    ADD(conditions, k->frame->conditions);
    ADD(readings, readings);
    add_unfit(t, rules, s, k);
}

void dem_opinion_traits(const dem_draft *draft, const dem_candidate *k, const dem_event *e, dem_traits *t)
{
    const dem_sentence *s = &draft->coding->sentence[k->sentence];
    t->n = 0;
    ADD(bias, 0);
    add_frame(t, draft->coding->rules, s, k, e);
    add_sides(t, k, e->type);
    add_clause(t, s, k, e);
    add_report(t, draft, k, e);
}

int dem_opinion(const dem_traits *t, bool near)
{
    return dem_traits_percent(t, DEM_OPINION_WEIGHTS[near]);
}
