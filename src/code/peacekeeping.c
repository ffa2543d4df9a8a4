/* code/peacekeeping.c - troops sent to keep the peace are help for the country where they keep it, no show of force (codebook
 * 3.6, 3.14): "sent 200 soldiers to Haiti on a peacekeeping mission". */
#include "code/grammar.h"
#include "code/judgement.h"

/* "near the peacekeepers": others keep the peace there. */
static bool beside(const dem_sentence *s, int t)
{
    static const char *const WHERE[] = {"near", "against", "beside", "around", "off", "from", "at", "by"};
    while (s->tok[t].rel == DEM_REL_compound || s->tok[t].rel == DEM_REL_amod) t = s->tok[t].head;
    return DEM_GRAMMAR_CASE_ONE_OF(s, t, WHERE);
}

static bool keeps_peace(const dem_judgement *j)
{
    for (int t = 0; t < (int)j->s->n; t++)
        if (dem_rules_lists(j->c->rules, j->c->rules->peacekeeping, &j->s->tok[t]) &&
            dem_grammar_under(j->s, t, j->k->pred) && !beside(j->s, t))
            return true;
    return false;
}

/* The country that they are sent to, -1 if none is named: an index into the mentions of the sentence. */
static int host(const dem_judgement *j)
{
    static const char *const WHERE[] = {"in", "into", "to", "at", "inside", "across", "along", "around"};
    const dem_mentions *ms = &j->c->mentions[j->k->sentence];
    for (uint32_t i = 0; i < ms->n; i++) {
        const dem_mention *m = &ms->at[i];
        bool country =
            m->kind == DEM_MENTION_COUNTRY || m->kind == DEM_MENTION_PLACE || m->kind == DEM_MENTION_CAPITAL;
        if (!country || m->n == 0 || !m->entity[0].code[0] || dem_members_of(&j->k->actor, m->entity[0].code))
            continue;
        if (DEM_GRAMMAR_CASE_ONE_OF(j->s, m->head, WHERE) && dem_grammar_under(j->s, m->head, j->k->pred))
            return (int)i;
    }
    return -1;
}

bool dem_peacekeeping(dem_judgement *j)
{
    if (j->k->frame->type != DEM_MOBILIZE || j->k->actor.n == 0 || !keeps_peace(j)) return false;
    int h = host(j); /* comes before a slot's filler: "on a UN mission in Mali" */
    dem_members *side = &j->k->recipient;
    if (h >= 0) {
        const dem_mention *m = &j->c->mentions[j->k->sentence].at[h];
        side->entity[0] = m->entity[0];
        side->entity[0].sectors = 0;
        side->mention[0] = m;
        side->n = 1;
    }
    if (side->n == 0) return false;
    dem_judgement_retype(j, DEM_AID, (dem_modes){0});
    j->cameo = "074";
    return true;
}
