/* code/beneficiary.c - whom a gift is for, if it is said by what it shall do there and not by "to": "gave ten million to
 * rebuild schools in Kenya", "sent doctors to help Chad", "funds for a hospital in Peru" (codebook 3.6). */
#include "code/grammar.h"
#include "code/judgement.h"

/* The relations by which a purpose hangs on what is given, or on its giving. */
static bool of_the_gift(unsigned rel)
{
    return rel == DEM_REL_advcl || rel == DEM_REL_acl || rel == DEM_REL_xcomp || rel == DEM_REL_obj ||
           rel == DEM_REL_obl || rel == DEM_REL_nmod;
}

static bool hangs_on(const dem_sentence *s, int t, int pred)
{
    enum { FARTHEST = 4 };
    for (int step = 0; step < FARTHEST && t >= 0; step++, t = s->tok[t].head) {
        if (t == pred) return step > 0;
        if (!of_the_gift(s->tok[t].rel)) return false;
    }
    return t == pred;
}

typedef enum { NO_PURPOSE, GOOD_TO, ILL_TO } purpose;

/* "to rebuild schools", "for rebuilding them", "for the school"; "to fight cholera", which does no good to the cholera. */
static purpose purpose_of(const dem_judgement *j, int t)
{
    const dem_rules *r = j->c->rules;
    const dem_token *tok = &j->s->tok[t];
    bool aimed = dem_grammar_case_is(j->s, t, "for");
    if (tok->upos == DEM_UPOS_NOUN) return aimed ? GOOD_TO : NO_PURPOSE;
    if (tok->upos != DEM_UPOS_VERB || (!aimed && !dem_grammar_case_is(j->s, t, "to"))) return NO_PURPOSE;
    if (dem_rules_lists(r, r->good_end, tok)) return GOOD_TO;
    return dem_rules_lists(r, r->ill_end, tok) ? ILL_TO : NO_PURPOSE;
}

/* Adds who is named at token `h`: a city stands for its country. Nobody whose country is only guessed, or the giver's own. */
static void take(dem_judgement *j, int h)
{
    int part[DEM_GRAMMAR_MAX], n = dem_grammar_conjuncts(j->s, h, part);
    dem_members *side = &j->k->recipient;
    for (int i = 0; i < n; i++) {
        const dem_mention *m = dem_mention_of(&j->c->mentions[j->k->sentence], part[i]);
        if (!m || m->guessed) continue;
        for (uint32_t e = 0; e < m->n && side->n < DEM_MAX_MEMBERS; e++) {
            dem_entity who = m->entity[e];
            if (m->kind == DEM_MENTION_CAPITAL || m->kind == DEM_MENTION_PLACE) who.sectors = 0;
            if (!who.code[0] || dem_members_of(&j->k->actor, who.code) || dem_members_have(side, &who))
                continue;
            side->entity[side->n] = who;
            side->mention[side->n++] = m;
        }
    }
}

/* "in Kenya", "for refugees", "of Peru", "Kenyan": not "against", "from". */
static bool receives(const dem_sentence *s, int t, purpose why)
{
    static const char *const PLACE[] = {"in", "across", "throughout", "around", "inside", "within"},
                             *const OTHER[] = {"for", "of", "at", "to"};
    unsigned rel = s->tok[t].rel;
    bool phrase = rel == DEM_REL_nmod || rel == DEM_REL_obl;
    if (phrase && DEM_GRAMMAR_CASE_ONE_OF(s, t, PLACE)) return true;
    if (why == ILL_TO) return false;
    if (rel == DEM_REL_amod || rel == DEM_REL_compound || rel == DEM_REL_nmod_poss) return true;
    return phrase && DEM_GRAMMAR_CASE_ONE_OF(s, t, OTHER);
}

void dem_beneficiary(dem_judgement *j)
{
    const dem_sentence *s = j->s;
    if (j->k->frame->type != DEM_AID || j->k->recipient.n || j->k->actor.n == 0) return;
    int carrier = j->verb >= 0 ? j->verb : j->k->pred; /* "made a donation to help" */
    for (int p = 0; p < (int)s->n; p++) {
        if (!hangs_on(s, p, j->k->pred) && !hangs_on(s, p, carrier)) continue;
        if (dem_grammar_case_is(s, p, "to") && s->tok[p].upos != DEM_UPOS_VERB) take(j, p);
        if (j->k->recipient.n) return; /* "weapons worth two million dollars to Kenya": hung on the dollars */
        purpose why = purpose_of(j, p);
        if (why == NO_PURPOSE) continue;
        int object = s->tok[p].upos == DEM_UPOS_VERB ? dem_grammar_object(s, p) : p;
        if (why == GOOD_TO && object >= 0) take(j, object);
        for (int t = p + 1; t < (int)s->n && j->k->recipient.n == 0; t++)
            if (dem_grammar_under(s, t, p) && receives(s, t, why)) take(j, t);
        if (j->k->recipient.n) return;
    }
}
