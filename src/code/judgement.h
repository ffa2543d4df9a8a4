/* code/judgement.h - one matched frame on its way to a record: what the files of the judge share. Private to
 * this room.
 *
 *   judge.c      the order of the questions, and the record
 *   standing.c   asserted, promised, denied: may change the type (codebook 6, 12.6, 12.8)
 *   sides.c      who takes part: implied, private, missing participants (12.3, 12.7, 12.9)
 *   told.c       participants that the report has named before (D63)
 *   plea.c, private.c, quarrel.c, routine.c   what is no event though a frame fits (12.3)
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
/* Fills `side` from the record told before that a definite event noun beside the predicate stands for: its
 * object ("condemned the test"), or with `phrase` a phrase ("was killed in the attack"). Leaves `side` as it is
 * if there is none. */
void dem_told_actor(dem_judgement *j, dem_members *side, bool phrase);
/* Whom a definite attack hit, if the sentence does not say. */
void dem_told_target(dem_judgement *j);
/* Gives a refusal or denial without a recipient the one who asked or accused. */
void dem_told_asker(dem_judgement *j);
/* Gives a judgment of "it", "the move" the one who did it. */
void dem_told_doer(dem_judgement *j);

/* meeting.c: may turn two actors into visitor and host. */
void dem_meeting_modes(dem_judgement *j, const dem_place *p);
/* Two entities are needed for a meeting; false if refused. */
bool dem_meeting_sides(dem_judgement *j);

#endif
