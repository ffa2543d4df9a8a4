/* code/judgement.h - one matched frame on its way to a record: what the files of the judge share. Private to
 * this room.
 *
 *   judge.c      the order of the questions, and the record
 *   standing.c   asserted, promised, denied: may change the type (codebook 6, 12.6, 12.8)
 *   sides.c      who takes part: implied, private, missing participants (12.3, 12.7, 12.9)
 *   demand.c     must, should, commands: demands without a word of asking (D11)
 *   told.c       participants that the report has named before (D63)
 *   toll.c       the dead of a clash, mines (D41, D42)
 *   emergency.c  restrictions for public health or after a disaster (D47, D71)
 *   crowd.c      demands of crowds, advice to citizens (D48, D57, D73)
 *   treaty.c     whom one leaves who leaves a treaty (D27)
 *   opposed.c    whom an "anti-Macron rally" is against (3.12)
 *   addressed.c  whom words address that stand beside a deed
 *   plea.c, private.c, quarrel.c, routine.c   what is no event though a frame fits (12.3)
 *   episode.c    one attack or one case told in many sentences (12.7, 12.9)
 *   beneficiary.c  whom a gift is for that names its purpose (3.6)
 *   peacekeeping.c  troops that keep the peace (3.6)
 *   meeting.c    visit, third party, multilateral (3.2) */
#ifndef DEM_CODE_JUDGEMENT_H
#define DEM_CODE_JUDGEMENT_H
#include "code/attribution.h"
#include "code/clause.h"
#include "code/content.h"
#include "code/judge.h"

typedef struct dem_judgement {
    dem_coding *c;
    dem_candidate *k;
    const dem_sentence *s;
    dem_standing st;
    dem_content content;
    dem_event_type type;
    dem_modes modes;
    dem_auxes aux;
    dem_attribution by;
    dem_contexts contexts;
    int verb;          /* the verb whose adverbials also date and place the predicate, or -1 */
    const char *cameo; /* the frame's, or "" once the type has been changed */
    bool told;         /* the actor is that of an act told before, which was a public matter */
    const char *why;   /* why it is not coded */
    dem_drop drop;
} dem_judgement;

/* Notes why the candidate is not coded; always false, so that a caller can return it. */
bool dem_judgement_refuse(dem_judgement *j, dem_drop drop, const char *why);
/* Another type than the frame's: its CAMEO code no longer holds. */
void dem_judgement_retype(dem_judgement *j, dem_event_type type, dem_modes modes);
static inline bool dem_judgement_has(const dem_judgement *j, dem_aux a)
{
    return (j->aux >> a) & 1;
}
static inline void dem_judgement_without(dem_judgement *j, dem_aux a)
{
    j->aux &= (dem_auxes)~DEM_BIT(a);
}

/* Types that are done by saying them. */
bool dem_judgement_speech(dem_event_type t);
/* True if the source named is one of the actors' side. */
bool dem_judgement_own_voice(const dem_judgement *j);
/* An official or organised political actor, whose judgments and demands count (codebook D32, D49). */
bool dem_judgement_political(const dem_entity *e);
/* Makes the speaker the only member of a side. */
void dem_judgement_speaker(const dem_judgement *j, dem_members *side);

/* standing.c: each false if the candidate is refused. */
bool dem_judgement_standing(dem_judgement *j);
bool dem_judgement_content(dem_judgement *j);
bool dem_judgement_modality(dem_judgement *j);

/* sides.c: supplies, drops and checks participants; false if refused. */
bool dem_judgement_sides(dem_judgement *j);
/* Order of the text, implied members last. */
void dem_judgement_sort(dem_members *side);
/* How many different codes take part. */
uint32_t dem_judgement_codes(const dem_judgement *j);
/* The country of the act, by its place; NULL if it is not stated. */
const char *dem_judgement_country(const dem_judgement *j);

/* told.c */
/* True if a frame of noun `n` tells an event of that type. */
bool dem_told_noun(const dem_judgement *j, int n, dem_event_type type);
/* True if noun `n` has "the", "this", "these", "that": it may have been told before. */
bool dem_told_definite(const dem_sentence *s, int n);
/* Adds the actors of a record told before to `side`, which has room; no words of this sentence stand for them. */
void dem_told_take(const dem_event *e, dem_members *side);
/* Fills `side` from the record told before that a definite event noun beside the predicate stands for: its
 * object ("condemned the test"), or with `phrase` a phrase or the subject ("was killed in the attack", "the strikes killed"). Leaves `side` as it is
 * if there is none. */
void dem_told_actor(dem_judgement *j, dem_members *side, bool phrase);
/* Whom a definite attack hit, if the sentence does not say. */
void dem_told_target(dem_judgement *j);
/* Makes the one who was asked the actor of a refusal whose subject is a pronoun: "asked Chad, but it refused". */
void dem_told_asked(dem_judgement *j);
/* Gives a refusal or denial without a recipient the one who asked or accused. */
void dem_told_asker(dem_judgement *j);
/* Gives a judgment of "it", "the move" the one who did it. */
void dem_told_doer(dem_judgement *j);

/* toll.c */
/* Gives an attack without an actor the one who is said to have planted or fired what did it ("a mine laid by"). */
void dem_toll_planter(dem_judgement *j);
/* False if refused: the toll of a clash that is coded, a mine of an ended war, the laying of what then killed. */
bool dem_judgement_toll(dem_judgement *j);

/* emergency.c: false if refused. */
bool dem_judgement_emergency(dem_judgement *j);

/* crowd.c: false if refused. */
bool dem_judgement_demand(dem_judgement *j);
/* treaty.c: gives the withdrawal from a treaty of many, without another party, its recipient. */
void dem_treaty_party(dem_judgement *j);
/* opposed.c: gives a protest without a recipient the one whom "anti-" names ("anti-government protesters"). */
void dem_opposed(dem_judgement *j);
/* addressed.c: gives a request or reproach beside a deed ("at the request of Chad") its recipient, the doer, if it has none. */
void dem_addressed(dem_judgement *j);

/* episode.c */
/* Gives an attack without an actor the attacker that the report has told for it, if there is only one. */
void dem_episode_attacker(dem_judgement *j);
/* True for casualties whose cause is an attack told a few sentences before, and whose side is named (codebook D58). */
bool dem_episode_casualty(const dem_judgement *j);
/* Notes whether the predicate only says how many were hit, or what came of another act. */
void dem_episode_note(dem_judgement *j);
/* The country whose police or courts the report has named for the case of the same side; NULL if none. */
const char *dem_episode_authority(const dem_judgement *j);
/* beneficiary.c: gives AID without a recipient those whom its purpose serves ("money to feed refugees in Chad"). */
void dem_beneficiary(dem_judgement *j);

/* peacekeeping.c: turns MOBILIZE into AID to the host country if the troops are peacekeepers; true if it did. */
bool dem_peacekeeping(dem_judgement *j);

/* meeting.c: may turn two actors into visitor and host. */
void dem_meeting_modes(dem_judgement *j, const dem_place *p);
/* Two entities are needed for a meeting; false if refused. */
bool dem_meeting_sides(dem_judgement *j);

#endif
