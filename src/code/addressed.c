/* code/addressed.c - whom words address that are told beside a deed: "Kenya sent troops at the request of Somalia", "despite
 * criticism from the bishops, Peru's parliament ...". They are for the one who does the deed (codebook 12.5, 12.9). */
#include "code/grammar.h"
#include "code/judgement.h"

enum { DEEPEST = 4 };

/* Asking and judging; praise and promises beside a deed are seldom for its doer. */
static bool addresses(dem_event_type t)
{
    return t == DEM_REQUEST || t == DEM_ACCUSE;
}

/* "in response to a request", "in the face of criticism": the head of the whole phrase. */
static int whole_phrase(const dem_sentence *s, int n)
{
    int h = s->tok[n].head;
    bool nested = s->tok[n].rel == DEM_REL_nmod && h >= 0 && s->tok[h].rel == DEM_REL_obl;
    return nested ? h : n;
}

/* Who does what the phrase stands beside; -1 if nobody is said to. */
static int doer_beside(const dem_sentence *s, int n)
{
    static const char *const PREPS[] = {"at",    "after", "following", "despite", "amid", "amidst",
                                        "under", "in",    "because",   "upon",    "on"};
    int phrase = whole_phrase(s, n), verb = s->tok[phrase].head;
    if (!DEM_GRAMMAR_CASE_ONE_OF(s, phrase, PREPS)) return -1;
    /* "announced it in a speech despite criticism": such a phrase belongs to the verb, whatever noun it was hung on */
    for (int steps = 0; verb >= 0 && s->tok[verb].upos == DEM_UPOS_NOUN && steps < DEEPEST; steps++)
        verb = s->tok[verb].head;
    return verb >= 0 && s->tok[verb].upos == DEM_UPOS_VERB ? dem_grammar_subject(s, verb) : -1;
}

void dem_addressed(dem_judgement *j)
{
    dem_candidate *k = j->k;
    if (k->frame->pos != DEM_POS_NOUN || !addresses(j->type)) return;
    if (k->recipient.n || k->recipient.open || k->actor.n == 0) return;
    int doer = doer_beside(j->s, k->pred);
    if (doer < 0) return;
    dem_members side = {.n = 0};
    dem_members_take(j->c, k->sentence, k->pred, doer, j->type, &side);
    for (uint32_t i = 0; i < side.n; i++)
        if (dem_members_have(&k->actor, &side.entity[i]) ||
            (side.mention[i] && side.mention[i]->private_person))
            return; /* one's own words; a private affair */
    k->recipient = side;
}
