/* code/match.h - which frame a word tells, and who fills its roles. */
#ifndef DEM_CODE_MATCH_H
#define DEM_CODE_MATCH_H
#include "code/coding.h"

/* One side of an event while it is being coded. */
typedef struct dem_members {
    dem_entity entity[DEM_MAX_MEMBERS];
    const dem_mention *mention[DEM_MAX_MEMBERS]; /* where it came from; NULL if by rule */
    uint32_t n;
    uint32_t n_own;  /* members before those that a "with:actor+" slot added */
    bool open;       /* somebody is named who has no code */
    bool lost;       /* a pronoun stands for somebody who was not found (codebook 12.9) */
    bool thing;      /* a weapon or vehicle acts whose owner is not said */
    dem_span nobody; /* the words that name the first of them, if it is a person; else empty */
    dem_sectors nobody_is; /* ... and the sectors of the role that they name, if any */
} dem_members;

/* Whether a slot's conditions hold, and which does not. Those from ABSENT on may fail in a near miss. */
typedef enum dem_fit {
    DEM_FIT_GOOD,
    DEM_FIT_RULED_OUT, /* a word that is ruled out */
    DEM_FIT_PRESENT,   /* something that must not be there */
    DEM_FIT_OWN,       /* the subject's own, where somebody else is asked for */
    DEM_FIT_ABSENT,    /* nothing fills it */
    DEM_FIT_WORD,      /* none of the words asked for */
    DEM_FIT_CLASS,     /* no actor of the kind asked for */
    DEM_FIT_CODE,      /* no actor with a code */
    DEM_FIT_KINDS
} dem_fit;

typedef struct dem_candidate {
    const dem_frame *frame;
    uint32_t sentence;
    int pred;       /* the predicate's token */
    int trigger_to; /* the trigger is tokens [pred, trigger_to) */
    int content;    /* head of what is asked, promised, refused; or -1 */
    bool toll;      /* casualties whose side is not named (codebook D58) */
    bool result;    /* casualties told as the result of another act: "..., killing six" */
    dem_members actor, recipient;
    const dem_slot *unfit; /* of a near miss: the one slot whose condition failed, else NULL */
    dem_fit fit;           /* and how */
    int unfit_at;          /* the token that filled it, or -1 */
} dem_candidate;

/* The best frame of word `pred` read as `pos`. False if none matches; then *blocked is set if a [NONE] frame
 * took the word. `loose` is for reading the content of a speech act: participants may be missing. */
bool dem_match(dem_coding *c, uint32_t sentence, int pred, dem_pos pos, bool loose, dem_candidate *out,
               bool *blocked);

/* The sectors of the classes "state" (which has those without a sector too) and "armed" of the `~` condition. */
#define DEM_MATCH_STATE                                                                                        \
    ((dem_sectors)(DEM_BIT(DEM_SEC_GOV) | DEM_BIT(DEM_SEC_MIL) | DEM_BIT(DEM_SEC_COP) | DEM_BIT(DEM_SEC_SPY) | \
                   DEM_BIT(DEM_SEC_JUD) | DEM_BIT(DEM_SEC_LEG)))
#define DEM_MATCH_ARMED                                                                                        \
    ((dem_sectors)(DEM_BIT(DEM_SEC_MIL) | DEM_BIT(DEM_SEC_REB) | DEM_BIT(DEM_SEC_PRM) | DEM_BIT(DEM_SEC_UAF) | \
                   DEM_BIT(DEM_SEC_COP)))
/* True if its actors are on both sides: "clash", "shootout", whose "with" names the other one. */
bool dem_match_two_sided(const dem_frame *f);
/* True if the modes are those of a case, before the police or a court: any person will do where the frame asks for a
 * recipient with a code. */
bool dem_match_judicial(dem_modes modes);
/* True if a town that is no capital may be the recipient of an event of this type. */
bool dem_match_takes_places(dem_event_type type);
/* The near misses of word `pred`: frames of which one condition failed, at most one of each type, the most specific first.
 * Returns how many stand in out[max]. */
uint32_t dem_match_near(dem_coding *c, uint32_t sentence, int pred, dem_pos pos, dem_candidate *out,
                        uint32_t max);

/* Who "we", "I", "our" at `token` stand for: the speaker of the words; as a country where `deed` is set and a
 * government speaks in the plural (codebook D65). False if it is no such word or nobody is named as speaker. */
bool dem_speaker_of(const dem_coding *c, uint32_t sentence, int pred, int token, bool deed, dem_entity *out);
bool dem_speaker_as(const dem_coding *c, uint32_t sentence, int token, dem_entity *out);

/* Adds the participants that token `h` (and what is coordinated with it) names to one side, read as those who
 * act: a capital is its government, and a weapon without owner only sets side->thing. */
void dem_members_take(dem_coding *c, uint32_t sentence, int pred, int h, dem_event_type type,
                      dem_members *side);
/* Adds whose act or thing noun `h` is ("the government's bill", "a plan of the French"); nothing if that is not said. */
void dem_members_take_owner(dem_coding *c, uint32_t sentence, int pred, int h, dem_event_type type,
                            dem_members *side);
/* True if an entity with the same code and sectors, and not known to be another person, is there already. */
bool dem_members_have(const dem_members *side, const dem_entity *e);
/* True if one of them, whatever its sectors, has that code. */
bool dem_members_of(const dem_members *side, const char *code);

#endif
