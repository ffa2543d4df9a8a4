/* code/mention.h - the participants a sentence names: noun phrases that stand for an actor.
 *
 * A mention belongs to the token that heads its noun phrase. What the phrase says by itself is found here
 * ("Russian Foreign Minister Sergei Lavrov", "police in Minsk"); what needs other sentences ("he", "the
 * minister", "Lavrov" after the full name) is left open for code/refer.h. */
#ifndef DEM_CODE_MENTION_H
#define DEM_CODE_MENTION_H
#include "code/setting.h"
#include "record/event.h"

typedef enum dem_mention_kind {
    DEM_MENTION_NONE,
    DEM_MENTION_COUNTRY,   /* China; the Chinese (nation); a country's adjective */
    DEM_MENTION_NATIONALS, /* Russians */
    DEM_MENTION_SEAT,      /* the Kremlin */
    DEM_MENTION_CAPITAL,   /* Beijing: government or place, the role decides */
    DEM_MENTION_PLACE,     /* Shanghai */
    DEM_MENTION_PERSON,    /* known by name */
    DEM_MENTION_GROUP,     /* NATO, Hezbollah */
    DEM_MENTION_ROLE,      /* the Chinese foreign minister; police; rebels */
    DEM_MENTION_NAME,      /* a proper name that the lexicon does not know */
    DEM_MENTION_PRONOUN,   /* he, they, we */
    DEM_MENTION_PAIR,      /* both sides, the two leaders */
    DEM_MENTION_WORD,      /* the kingdom, the bloc: what was named before, by what it is */
    DEM_MENTION_COLLECTIVE /* the West: never coded */
} dem_mention_kind;

enum { DEM_MENTION_MAX = 6 }; /* entities of one mention: "the Chinese, Russian and Iranian ministers" */

typedef struct dem_mention {
    int16_t head;     /* token that heads the phrase */
    int16_t from, to; /* tokens [from, to) of the span */
    int16_t name;     /* of persons: the first token of the name, behind the title; else 0 */
    dem_mention_kind kind;
    bool plural;
    bool modifier; /* an adjective or compound before a noun: possessor at most */
    bool definite; /* "the", "this", a possessive */
    bool former;
    bool
        private_person; /* named, unknown, without an office: a suspect, a victim; the country is a guess (refer.c) */
    bool guessed; /* a role whose country was not said: that of the place or of the report (refer.c) */
    const dem_actor *actor; /* country, person, group, ... or NULL */
    const dem_actor *role;  /* a role word in the phrase, or NULL */
    const dem_actor
        *body; /* of a role that belongs to a body ("army spokesman"): the body's role word; or NULL */
    const dem_sense *sense; /* of countries and places: the reading taken, with its coordinates; or NULL */
    dem_entity entity[DEM_MENTION_MAX + 1]; /* the last one takes what is too much; nobody reads it */
    uint32_t n;                             /* entities known; 0 = open or without code */
    char installer[4];                      /* the state that put them there ("Russian-installed"), or "" */
    char place[4];                          /* country of a place in the phrase ("police in Minsk"), or "" */
    uint32_t flags;                         /* dem_flag bits */
    const char *how;                        /* for explain; static */
} dem_mention;

typedef struct dem_mentions {
    dem_mention *at;
    uint32_t n;
    int16_t *of; /* [tokens] mention headed by the token, or -1 */
} dem_mentions;

/* Finds the mentions of a report's sentences[n] into out[n], in order of their heads, and what the report says of its
 * setting; allocated in `arena`. `toponyms` are the places of the report, or NULL: towns that only the gazetteer has become
 * mentions too. Offices are looked up on report->day. A sentence without tokens has none. */
void dem_mentions_find(const dem_rules *rules, dem_arena *arena, const dem_report *report,
                       const dem_sentence *sentence, uint32_t n, const dem_toponyms *toponyms,
                       dem_mentions *out, dem_setting *setting);

/* The mention headed by token t, or NULL. */
static inline dem_mention *dem_mention_of(const dem_mentions *m, int t)
{
    return t >= 0 && m->of[t] >= 0 ? &m->at[m->of[t]] : NULL;
}
/* Adds an entity with a code, sectors and the mention's own span, and gives it. A seventh is not added: the
 * sixth is given back as it is. */
dem_entity *dem_mention_add(dem_mention *m, const dem_sentence *s, const char *code, dem_sectors sectors);
/* Gives the entity what the lexicon knows of a person or group: ids, label, office. */
void dem_mention_identify(dem_entity *e, const dem_actor *a, const dem_tenure *t);

#endif
