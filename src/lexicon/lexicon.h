/* lexicon/lexicon.h - what the text files of lexicon/ say, as immutable tables.
 *
 * Format of the files: docs/lexicon.md. A dem_lexicon never changes after loading: threads share it. All
 * strings and pointers are borrowed from it. */
#ifndef DEM_LEXICON_LEXICON_H
#define DEM_LEXICON_LEXICON_H
#include "base/date.h"
#include "base/error.h"
#include "base/map.h"
#include "record/locality.h"
#include "record/ontology.h"

typedef struct dem_lexicon dem_lexicon;

/* Loads every *.txt below `dir`, in byte order of their relative names. On DEM_OK the caller owns *out and ends
 * it with dem_lexicon_free(), which takes NULL. Otherwise DEM_E_IO or DEM_E_LEXICON, err naming file and line.
 */
dem_status dem_lexicon_load(dem_lexicon **out, const char *dir, dem_error *err);
/* The same, with overlays on top of it, each a folder or one file, in their order: an entry of a label that exists
 * already replaces it, one that begins with "also" adds to it (docs/lexicon.md). */
dem_status dem_lexicon_load_over(dem_lexicon **out, const char *dir, const char *const *overlay, size_t n,
                                 dem_error *err);
void dem_lexicon_free(dem_lexicon *l);
/* SHA-256 of the concatenated files in the order they were read, 64 hexadecimal digits. */
const char *dem_lexicon_hash(const dem_lexicon *l);

/* ---- words and lists ---------------------------------------------------------------------------- */

/* The number of a list by its name ("light"), or DEM_LIST_NONE. Look up once, at start. */
#define DEM_LIST_NONE UINT32_MAX
uint32_t dem_lexicon_list(const dem_lexicon *l, dem_str name);
/* True if `lemma` (lower case) is a one-word member of the list. False for DEM_LIST_NONE. */
bool dem_list_has(const dem_lexicon *l, uint32_t list, dem_str lemma);
/* Longest member of the list that is a phrase starting with word[0] of word[n]; its length in words, or 0. */
uint32_t dem_list_phrase(const dem_lexicon *l, uint32_t list, const dem_str *word, uint32_t n);
/* The members of the list that are one word, *n of them, as they are written there; NULL if none. Borrowed. */
const dem_str *dem_list_words(const dem_lexicon *l, uint32_t list, uint32_t *n);

/* ---- actors ------------------------------------------------------------------------------------- */

typedef enum dem_actor_kind {
    DEM_ACTOR_COUNTRY,
    DEM_ACTOR_PERSON,
    DEM_ACTOR_GROUP,
    DEM_ACTOR_ROLE,
    DEM_ACTOR_ENTITY,    /* partially recognised */
    DEM_ACTOR_COLLECTIVE /* no code */
} dem_actor_kind;

/* As what a name stands for its actor. */
typedef enum dem_name_form {
    DEM_FORM_NAME,      /* China; Xi Jinping; NATO; foreign minister */
    DEM_FORM_ADJECTIVE, /* Chinese */
    DEM_FORM_PEOPLE,    /* Poles */
    DEM_FORM_CAPITAL,   /* Beijing */
    DEM_FORM_SEAT,      /* the Kremlin */
    DEM_FORM_PLACE,     /* Shanghai */
    DEM_FORM_ALONE,     /* a person's bare name that stands alone */
    DEM_FORM_DAMAGED    /* a damaged form of the name */
} dem_name_form;

typedef enum dem_role_kind {
    DEM_ROLE_PEOPLE, /* default: "troops", "protesters", "minister" */
    DEM_ROLE_OFFICE, /* held by one person at a time in a country: president, foreign minister */
    DEM_ROLE_BODY,   /* parliament, government, police, court */
    DEM_ROLE_THING,  /* missiles, warships, embassy, hospital */
    DEM_ROLE_FORMER, /* ex-president */
    DEM_ROLE_ELECT   /* president-elect */
} dem_role_kind;

typedef struct dem_actor dem_actor;

/* How many days outside a doubtful bound a tenure perhaps holds. What sources confuse lies as far apart: election and
 * oath, resignation and handover, a season and its months. */
enum { DEM_DOUBT_DAYS = 120 };

/* A code during a span of days. */
typedef struct dem_tenure {
    char code[4];
    dem_sectors sectors;
    dem_date from, to;     /* inclusive; DEM_DATE_NONE = open */
    const dem_actor *role; /* of persons; NULL for groups and home lines */
    bool home;             /* what a person is outside offices */
    bool shared;           /* others hold the same office at the same time */
    uint32_t line;         /* where it stands in `file` */
    bool from_doubtful, to_doubtful; /* the bound was written with a question mark */
    dem_str file;                    /* where it stands: mostly the actor's file */
} dem_tenure;

struct dem_actor {
    dem_actor_kind kind;
    dem_str label;       /* "China", "Xi Jinping", "Foreign Minister" */
    dem_str key;         /* of roles: "foreign-minister"; else empty */
    dem_str wikidata;    /* or empty */
    char code[4];        /* of countries, entities, roles with a code of their own; else "" */
    dem_sectors sectors; /* of roles and entities */
    dem_role_kind role_kind;
    bool several;              /* of roles: a country has several holders at a time (ambassadors) */
    dem_str group_kind;       /* "media", "firm", ... or empty */
    char gender;              /* 'm', 'f' or 0 */
    const dem_tenure *tenure; /* [n_tenure], in the order written; persons and groups */
    uint32_t n_tenure;
    dem_str file; /* where the entry stands: "actors/35-africa.txt"; of an overlay the path it was opened by */
    uint32_t line;
};

/* One reading of a name. */
typedef struct dem_sense {
    const dem_actor *actor;
    dem_name_form form;
    dem_sectors sectors; /* of a seat ([GOV] by default); else 0 */
    bool plural;         /* a role word in the plural */
    bool has_point;      /* of capitals and places */
    double lat, lon;
} dem_sense;

/* Longest name or role word that starts at word[0]; `word` are token forms as they stand in the text. Returns
 * its length in words and sets *sense to *n_sense readings, names before role words and each in lexicon order;
 * or returns 0. Names match with case, but a token all in capitals ("RUSSIA") also stands for the name in other
 * letters; role words match without case, singular and plural. Hyphens inside count as blanks, diacritics do
 * not count. */
uint32_t dem_lexicon_match(const dem_lexicon *l, const dem_str *word, uint32_t n, const dem_sense **sense,
                           uint32_t *n_sense);

/* The tenure of `a` that holds on `day` (persons, groups): the first office written that surely fits, else the first
 * that perhaps does, because the day is near a doubtful bound; else the home line. For a person without either who has held an office before: NULL, and *former set (if it is not NULL) to
 * the office that ended last before the day. For day DEM_DATE_NONE: the last tenure written without an end,
 * else the last one by its end. NULL if none. */
const dem_tenure *dem_actor_on(const dem_actor *a, dem_date day, const dem_tenure **former);
/* Whose somebody is on `day`: the tenure that holds, else the last that ended before. NULL if there is neither. */
static inline const dem_tenure *dem_actor_latest(const dem_actor *a, dem_date day)
{
    const dem_tenure *former = NULL, *t = dem_actor_on(a, day, &former);
    return t ? t : former;
}
/* The tenure in which `a` surely holds `role` on `day`, whatever the country; NULL if none. */
const dem_tenure *dem_actor_tenure(const dem_actor *a, const dem_actor *role, dem_date day);
/* The person who held `role` (an actor of kind ROLE) for country `code` on `day`, or NULL. Of several one who surely held
 * it before one who perhaps did, then the one whose office began last; those of partially recognised entities (PRE)
 * come behind all others. For DEM_DATE_NONE only offices without an end count. */
const dem_actor *dem_lexicon_holder(const dem_lexicon *l, const char *code, const dem_actor *role,
                                    dem_date day);
/* True if the person `a` held `role` for country `code` on `day`, surely or perhaps; on any day for DEM_DATE_NONE. */
bool dem_actor_held(const dem_actor *a, const dem_actor *role, const char *code, dem_date day);
/* Who held `role`, an office that one holds at a time, on `day` and has `name` as the last or the first word of his name,
 * letters and marks apart: "President Bush". For country `code`, or for any if it is "". NULL if nobody or several. */
const dem_actor *dem_lexicon_titled(const dem_lexicon *l, dem_str name, const dem_actor *role, const char *code,
                                    dem_date day);
/* True if the word is the first or last word of the name of somebody who held an office that one holds at a time. */
bool dem_lexicon_names_person(const dem_lexicon *l, dem_str word);
/* The country that a two-letter code of ISO 3166-1 stands for ("GI": the United Kingdom), or NULL. */
const dem_actor *dem_lexicon_iso(const dem_lexicon *l, dem_str code);
/* The country of an internet address, "https://www.example.co.uk/world/1" or "example.ca", by the last part of its host; NULL if
 * there is none ("example.com"). */
const dem_actor *dem_lexicon_domain(const dem_lexicon *l, dem_str address);
/* The country with this code, or NULL. */
const dem_actor *dem_lexicon_country(const dem_lexicon *l, const char *code);

/* ---- places ------------------------------------------------------------------------------------- */

/* Longest name of the gazetteer that starts at word[0]; its length in words, 0 if there is none. *naming: *n_naming
 * readings in lexicon order. Words are matched as in dem_lexicon_match(). Reading the rows: docs/lexicon.md. */
uint32_t dem_lexicon_place(const dem_lexicon *l, const dem_str *word, uint32_t n, const dem_naming **naming,
                           uint32_t *n_naming);
/* The country with this code as a place (its name is empty: actors have it), or NULL. */
const dem_locality *dem_lexicon_centre(const dem_lexicon *l, const char *code);

/* ---- frames ------------------------------------------------------------------------------------- */

typedef enum dem_slot_kind {
    DEM_SLOT_SUBJ,
    DEM_SLOT_OBJ,
    DEM_SLOT_IOBJ,
    DEM_SLOT_COMP,
    DEM_SLOT_POSS,
    DEM_SLOT_PREP
} dem_slot_kind;
typedef enum dem_side { DEM_SIDE_NONE, DEM_SIDE_ACTOR, DEM_SIDE_RECIPIENT, DEM_SIDE_CONTENT } dem_side;
typedef enum dem_need { DEM_NEED_NOTHING, DEM_NEED_PRESENT, DEM_NEED_ACTOR, DEM_NEED_ABSENT } dem_need;

/* Classes of the `~` condition beside sectors. */
enum { DEM_CLASS_COUNTRY = 1, DEM_CLASS_STATE = 2, DEM_CLASS_ARMED = 4, DEM_CLASS_PEOPLE = 8 };

typedef struct dem_slot {
    dem_slot_kind kind;
    dem_str prep; /* of DEM_SLOT_PREP */
    dem_side side;
    bool adds;           /* "with:actor+" */
    dem_need need;       /* ABSENT together with words: absent or not one of the words */
    const dem_str *word; /* [n_word] lemmas the head may be; or empty */
    uint32_t n_word;
    const uint32_t *list; /* [n_list] lists the head may be in */
    uint32_t n_list;
    dem_sectors sectors; /* of the ~ condition; 0 = none */
    unsigned classes;    /* of the ~ condition */
} dem_slot;

/* True if every word that is one of `narrow`'s words, or in one of its lists, is so of `wide` too. False if `narrow` has
 * no words, or only lists without members. */
bool dem_slot_words_within(const dem_lexicon *l, const dem_slot *narrow, const dem_slot *wide);

typedef enum dem_pos { DEM_POS_VERB, DEM_POS_NOUN, DEM_POS_ADJ } dem_pos;

typedef struct dem_frame {
    dem_pos pos;
    dem_str lemma;       /* head lemma */
    dem_str particle;    /* of verbs: "off"; of nouns: the modifier before the head; or empty */
    dem_event_type type; /* DEM_EVENT_NONE for [NONE] */
    bool by_content;     /* [REQUEST:content] and the like */
    dem_modes modes;
    dem_contexts contexts;
    dem_auxes aux;
    bool agentless;       /* may be coded without an actor if the type allows it */
    bool needs_no_agent;   /* "agentless=yes": coded without an actor although it is active or a noun ("went on trial") */
    char cameo[5];        /* "" if none was given; 2 digits for by_content */
    const dem_slot *slot; /* [n_slot] in the order written */
    uint32_t n_slot;
    uint32_t conditions; /* how specific: particle, needs, words, sectors */
    uint32_t order;      /* running number in reading order: ties */
    uint32_t entry;      /* order of the first frame of its entry: "urge|press.v" is one entry and two frames */
    dem_str file;        /* "frames/consult.txt" */
    uint32_t line;
    uint32_t layer; /* 0: of the lexicon itself; from 1: of its overlays */
} dem_frame;

/* Frames whose head is `lemma` (lower case), most specific first (then the last overlay's, then reading order); *n of them. Includes
 * those with particles or modifiers, which the caller checks. */
const dem_frame *const *dem_lexicon_frames(const dem_lexicon *l, dem_pos pos, dem_str lemma, uint32_t *n);
/* All frames; those of a word stand side by side, as dem_lexicon_frames() gives them. */
const dem_frame *const *dem_lexicon_all_frames(const dem_lexicon *l, uint32_t *n);
/* The first frame of every entry in reading order, in an array in `arena`. */
const dem_frame **dem_lexicon_entries(const dem_lexicon *l, dem_arena *arena, uint32_t *n);
/* As an entry line has it: "visit.v", "call+off.v", "hunger+strike.n". In `arena`. */
dem_str dem_frame_name(const dem_frame *f, dem_arena *arena);

typedef struct dem_example {
    const dem_frame *frame; /* first frame of the entry above it */
    bool positive;
    dem_str sentence;
    dem_date day;
    dem_str expected; /* the text behind "=>", trimmed, its form checked; empty for negative ones */
    dem_str file;
    uint32_t line;
} dem_example;
/* All examples in reading order. */
const dem_example *dem_lexicon_examples(const dem_lexicon *l, uint32_t *n);

/* ---- means, contexts, anchors ------------------------------------------------------------------- */

/* Modes of `type` that the phrase at word[0] (lower-case lemmas) stands for; *len its length in words (0:
 * none). */
dem_modes dem_lexicon_means(const dem_lexicon *l, dem_event_type type, const dem_str *word, uint32_t n,
                            uint32_t *len);
/* Contexts that the longest phrase at word[0] (lower-case lemmas) stands for; *len its length (0: none). */
dem_contexts dem_lexicon_contexts(const dem_lexicon *l, const dem_str *word, uint32_t n, uint32_t *len);
/* The days of an anchor whose phrase starts at word[0] (lower-case forms); false if none. */
bool dem_lexicon_anchor(const dem_lexicon *l, const dem_str *word, uint32_t n, dem_date *from, dem_date *to,
                        uint32_t *len);

/* Counts for --version and documentation. */
typedef struct dem_lexicon_size {
    uint32_t countries, persons, offices, groups, roles, names, frames, examples, lists, places, files;
} dem_lexicon_size;
dem_lexicon_size dem_lexicon_count(const dem_lexicon *l);

#endif
