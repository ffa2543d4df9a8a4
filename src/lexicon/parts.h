/* lexicon/parts.h - the inside of a lexicon and of its loading; for the files of this folder only.
 *
 *   file ── scan ── entries ── actors.c / frames.c / lists.c ── tables of dem_lexicon
 *                                      └── references (roles, lists, codes): checked when all files are read */
#ifndef DEM_LEXICON_PARTS_H
#define DEM_LEXICON_PARTS_H
#include "lexicon/calendar.h"
#include "lexicon/check.h"
#include "lexicon/scan.h"
#include "lexicon/trie.h"
#include "record/locality.h"

typedef struct dem_anchor {
    dem_date from, to;
    uint32_t layer;
} dem_anchor;

/* One person in one office; chained by country and role. */
typedef struct dem_holding {
    const dem_actor *person;
    const dem_tenure *tenure;
    uint32_t next; /* or DEM_MAP_NONE */
} dem_holding;

/* A holding under a word of its person's name; chained by that word. */
typedef struct dem_titled {
    uint32_t holding, next; /* next: or DEM_MAP_NONE */
} dem_titled;

/* The one-word members of a list, for those who look at all of them. */
typedef struct dem_word_list {
    dem_str *at;
    size_t n, cap;
} dem_word_list;

struct dem_lexicon {
    dem_arena arena;      /* everything below lives in it */
    dem_arena word_arena; /* but the words, which are looked up all the time, close together in this one */
    char hash[65];
    dem_map words;         /* of all tries */
    dem_trie names, roles; /* root 0; names keep their case. Values are numbers of senses */
    dem_trie phrases;      /* lists, means, contexts, anchors, words of time: a root each */
    DEM_VEC(dem_sense)
    sense; /* those of a node side by side; role readings of the same words behind a name's own */
    DEM_VEC(bool) goes_on; /* [sense.n] the next one is of the same node */
    dem_trie places;       /* names of the gazetteer, with their case; values are numbers of namings */
    DEM_VEC(dem_naming) naming;
    DEM_VEC(bool) naming_goes_on; /* [naming.n] the next one is of the same node */
    dem_map iso, domain;          /* "GB", "uk" -> number in coded */
    DEM_VEC(const dem_actor *) coded;
    dem_map centre; /* code -> number in centre_of */
    DEM_VEC(const dem_locality *) centre_of;
    uint32_t context_root, anchor_root, time_root, means_root[DEM_EVENT_COUNT];
    DEM_VEC(dem_contexts) context; /* values of the phrases */
    DEM_VEC(dem_modes) means;
    DEM_VEC(dem_anchor) anchor;
    DEM_VEC(dem_time_word) time_word;
    DEM_VEC(dem_holiday) holiday;
    dem_map list_by_name;
    DEM_VEC(uint32_t) list_root;
    DEM_VEC(dem_word_list) list_words; /* by the list's number */
    DEM_VEC(dem_actor *) actor;
    dem_map country;           /* code -> number of the actor */
    dem_map holding_by_office; /* "CHN president" -> first holding */
    DEM_VEC(dem_holding) holding;
    dem_map titled_by_name; /* a word of the name, small letters -> first in titled */
    DEM_VEC(dem_titled) titled;
    DEM_VEC(dem_frame *) frame; /* after loading: by part of speech, lemma, precedence */
    dem_map frame_by_lemma;     /* "v visit" -> first frame */
    DEM_VEC(dem_example) example;
    dem_lexicon_size size;
};

/* How many senses there are of the node whose first one is number `first`. */
static inline uint32_t dem_sense_run(const dem_lexicon *l, uint32_t first)
{
    uint32_t last = first;
    while (l->goes_on.at[last]) last++;
    return last - first + 1;
}

/* ---- loading ------------------------------------------------------------------------------------ */

/* A file of the lexicon, read whole. */
typedef struct dem_source {
    dem_str path; /* as it was opened, for messages; with a NUL behind it */
    dem_str file; /* as entries are named: below the lexicon's folder; of an overlay the path */
    dem_str text;
    uint32_t layer; /* 0: the lexicon; from 1: its overlays */
    bool has_also;  /* entries that add to others */
} dem_source;

typedef enum dem_ref_kind { DEM_REF_ROLE, DEM_REF_LIST, DEM_REF_CODE } dem_ref_kind;

/* Something named that must be defined in some file, and was not yet when it was named. */
typedef struct dem_ref {
    dem_ref_kind kind;
    uint32_t line;
    dem_str name;
    const dem_source *source;
    dem_tenure *tenure; /* of DEM_REF_ROLE: whose role is to be set */
} dem_ref;

/* What is named by the labels of entries, each kind apart. */
typedef enum dem_space {
    DEM_SPACE_CODE, /* of countries */
    DEM_SPACE_COUNTRY,
    DEM_SPACE_PERSON,
    DEM_SPACE_GROUP,
    DEM_SPACE_ROLE,
    DEM_SPACE_ENTITY,
    DEM_SPACE_LIST,
    DEM_SPACE_COUNT
} dem_space;

/* An entry that has a label. */
typedef struct dem_known {
    const dem_source *source;
    uint32_t line;
    dem_actor *actor; /* NULL for lists */
} dem_known;

/* A tenure and the key of its role, empty without one. */
typedef struct dem_draft_tenure {
    dem_tenure tenure;
    dem_str role;
} dem_draft_tenure;

typedef struct dem_frame_block {
    bool open; /* a block line has been read in this file */
    dem_frame defaults;
} dem_frame_block;

/* A reading of a place's name while loading; those of a node are chained. */
typedef struct dem_place_draft {
    dem_naming naming;
    uint32_t next; /* or DEM_VALUE_NONE */
} dem_place_draft;

/* The name of a division, whose bare form is found when all lists are read. */
typedef struct dem_naming_pending {
    dem_str name;
    const dem_locality *place;
    uint32_t line;
} dem_naming_pending;

typedef struct dem_loading {
    dem_lexicon *lex;
    dem_arena *arena; /* the lexicon's */
    dem_arena temp;   /* of what loading alone needs */
    dem_arena lines;  /* of the file at hand */
    const dem_lexicon_options *options;
    dem_error *err; /* the first mistake; may be NULL */
    uint32_t mistakes;
    DEM_VEC(dem_source) sources;
    dem_source *source;               /* the file at hand */
    DEM_VEC(uint32_t) next_sense;     /* [lex->sense.n] those of a node are chained while loading */
    DEM_VEC(dem_place_draft) place;
    DEM_VEC(dem_naming_pending) division;
    DEM_VEC(dem_draft_tenure) tenure; /* of the entry at hand */
    DEM_VEC(dem_ref) ref;
    DEM_VEC(dem_known) known;
    dem_map label[DEM_SPACE_COUNT]; /* label -> number in known */
    dem_map layer[DEM_SPACE_COUNT]; /* label -> the last overlay that has an entry of it */
    dem_frame_block block;
} dem_loading;

/* Reads all files of the lexicon and of its overlays. */
dem_status dem_load_sources(dem_loading *ld, const char *path, dem_error *err);

/* Reports a mistake in line `line` of the current file. */
void dem_load_bad(dem_loading *ld, uint32_t line, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
/* Remembers that `name` must be defined. `tenure` waits for its role; NULL if something else is named. */
void dem_load_ref(dem_loading *ld, dem_ref_kind kind, dem_str name, uint32_t line, dem_tenure *tenure);
/* Notes that `label` is given in `line` to `actor`; reports and returns false if it was given before. */
bool dem_load_unique(dem_loading *ld, dem_space space, dem_str label, uint32_t line, dem_actor *actor);
/* The entry with this label, or NULL. */
const dem_known *dem_load_known(const dem_loading *ld, dem_space space, dem_str label);

/* What messages call it: "person". */
const char *dem_space_name(dem_space space);

/* Of overlays: notes the label of an entry; tells whether a later layer has an entry of this one's label; whether it
 * is one that begins with "also"; and loads it if it is, once all others are loaded. */
void dem_load_note(dem_loading *ld, const dem_entry *e);
bool dem_load_is_replaced(const dem_loading *ld, const dem_entry *e);
bool dem_load_is_also(const dem_entry *e);
void dem_load_also(dem_loading *ld, const dem_entry *e);

/* One entry each; mistakes are reported. */
void dem_load_country(dem_loading *ld, const dem_entry *e);
void dem_load_person(dem_loading *ld, const dem_entry *e);
void dem_load_group(dem_loading *ld, const dem_entry *e);
void dem_load_role(dem_loading *ld, const dem_entry *e);
void dem_load_entity(dem_loading *ld, const dem_entry *e);
void dem_load_collective(dem_loading *ld, const dem_entry *e);
void dem_load_list(dem_loading *ld, const dem_entry *e);
/* The same, adding to what `actor` or the list has. */
void dem_load_more(dem_loading *ld, const dem_entry *e, dem_actor *actor);
void dem_load_more_list(dem_loading *ld, const dem_entry *e);
void dem_load_means(dem_loading *ld, const dem_entry *e);
void dem_load_context(dem_loading *ld, const dem_entry *e);
void dem_load_anchor(dem_loading *ld, const dem_entry *e);
void dem_load_time(dem_loading *ld, const dem_entry *e);
void dem_load_holiday(dem_loading *ld, const dem_entry *e);
void dem_load_block(dem_loading *ld, const dem_entry *e);
void dem_load_frame(dem_loading *ld, const dem_entry *e);
void dem_load_places(dem_loading *ld, const dem_entry *e);
/* True if `word` has the form of a frame's first word: "visit.v". */
bool dem_is_frame_word(dem_str word);

/* The label of an entity by what follows its keyword, and its code ("" if there is none) and sectors. The name of a list
 * likewise, and whether its entry adds ("+="). */
dem_str dem_load_entity_head(dem_str head, char code[4], dem_sectors *sectors);
dem_str dem_load_list_name(dem_str head);
bool dem_load_list_adds(const dem_entry *e);
/* The number of the list `name`, made if there is none. */
uint32_t dem_load_list_number(dem_loading *ld, dem_str name);
/* Adds a name (with its case) or a role word (without) as a reading of `sense`. */
void dem_load_name(dem_loading *ld, dem_str name, const dem_sense *sense, uint32_t line);
void dem_load_role_word(dem_loading *ld, dem_str word, const dem_sense *sense, uint32_t line);
/* The nodes of a name in `t`, made if they are not there: as written, with a capital at its start ("Al-Qaeda" where a
 * sentence begins), and with capitals behind hyphens ("Kim Jong Un" for "Kim Jong-un"). Their number; 0 if it has no
 * word, or more or longer words than a name can have. */
enum { DEM_PATHS_MAX = 4 };
uint32_t dem_load_paths(dem_trie *t, dem_str name, uint32_t node[DEM_PATHS_MAX]);
/* Builds what needs all files. */
void dem_load_finish_places(dem_loading *ld);
void dem_load_finish_senses(dem_loading *ld);
void dem_load_finish_frames(dem_loading *ld);
void dem_load_finish_holdings(dem_loading *ld);
/* The index of titled.c; after the holdings. */
void dem_load_finish_titled(dem_loading *ld);

/* ---- values in entries (values.c); false if the text is no such value -------------------------------- */

bool dem_value_code(dem_str s, char code[4]);
/* "PTY+GOV", or with blanks, or empty. */
bool dem_value_sectors(dem_str s, dem_sectors *out);
/* "2013-03-14..2020", "2013..", "2014-03": years and months stand for all their days. */
bool dem_value_range(dem_str s, dem_date *from, dem_date *to);
/* The same with two dots, where a day with a question mark behind is doubtful: "2001-05..2003-09?". */
bool dem_value_tenure(dem_str s, dem_tenure *t);
bool dem_value_contexts(dem_str s, dem_contexts *out);
bool dem_value_modes(dem_event_type type, dem_str s, dem_modes *out);
/* Takes two coordinates off the end of *s if they stand there; false only if they are out of range. */
bool dem_value_point(dem_str *s, bool *has_point, double *lat, double *lon);
/* Takes the next alternative off *rest. Empty ones are reported (but the first may be empty). */
bool dem_value_alternative(dem_loading *ld, uint32_t line, dem_str *rest, dem_str *part);

#endif
