/* code/culprit.c - who is said to be behind a deed: "Kyiv said that Moscow was behind the attack" (codebook 3.9, D34). The noun is
 * the predicate there, and its preposition makes the accusation, so that no frame of the noun can tell it. */
#include "code/attribution.h"
#include "code/grammar.h"
#include "code/judge.h"

const dem_frame dem_frame_behind = {.pos = DEM_POS_VERB, /* a predicate, not an event noun */
                                    .lemma = {"behind", 6},
                                    .type = DEM_ACCUSE,
                                    .modes = {.lo = DEM_BIT(DEM_ACCUSE_allege)},
                                    .cameo = "112",
                                    .file = {"grammar", 7}};
_Static_assert(DEM_ACCUSE_allege < 64, "in the low half of the modes");

bool dem_judge_behind(dem_coding *c, uint32_t sentence, int n, dem_candidate *out)
{
    const dem_sentence *s = &c->sentence[sentence];
    int subject = dem_kid_with(s, n, DEM_REL_nsubj);
    bool behind = subject >= 0 && dem_kid_with(s, n, DEM_REL_cop) >= 0 && dem_grammar_case_is(s, n, "behind");
    if (!behind || !dem_rules_lists(c->rules, c->rules->misdeed, &s->tok[n])) return false;
    if (!dem_attribution_of(c, sentence, n).named) return false; /* told by the report itself, it is the deed */
    *out = (dem_candidate){
        .frame = &dem_frame_behind, .sentence = sentence, .pred = n, .trigger_to = n + 1, .content = -1};
    dem_members_take(c, sentence, n, subject, DEM_ACCUSE, &out->recipient);
    return out->recipient.n > 0;
}
