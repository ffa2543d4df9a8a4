/* import/verb_parts.h - the steps of the import of verbs; for the files of this folder and their tests only.
 *
 *   file ── lines.c ── verb_file.c ── verbs.c ─┬─ pattern ── verb_pattern.c ── slots ──┬─ verb_write.c ── text
 *                      (sets, verbs known)     └─ code ───── verb_code.c ──── event ───┘ */
#ifndef DEM_IMPORT_VERB_PARTS_H
#define DEM_IMPORT_VERB_PARTS_H
#include "import/parts.h"

/* ---- verb_file.c: a file whole, and what its entries refer to --------------------------------------------- */

/* &NAME and the +MEMBERS below it. */
typedef struct dem_synset {
    dem_str name;
    dem_strs word; /* members of one word, in small letters */
    bool has_verb; /* one of them is a verb of the file */
    dem_str list;  /* what it is called in the lexicon; empty until it is used */
} dem_synset;

/* What is known of a file before its entries are looked at. */
typedef struct dem_verb_file {
    dem_arena *arena;   /* of the file; borrowed, holds all below */
    dem_dic_parts line; /* those that say something */
    DEM_VEC(dem_synset *) set;
    dem_map set_by_name;
    dem_map verb, past; /* verbs and their forms of the past, in small letters */
} dem_verb_file;

/* Reads the file. What cannot be read, and members that are no single words, are noted in the ledger, which is closed for
 * them. Of a file above 16 MiB the rest is left out, with a note. DEM_E_IO. */
dem_status dem_verb_file_read(dem_verb_file *f, const char *path, dem_arena *arena, dem_ledger *ledger,
                              dem_error *err);
dem_synset *dem_verb_file_set(const dem_verb_file *f, dem_str name);
bool dem_verb_file_has(const dem_verb_file *f, dem_str verb);
/* True for a form that can be no noun: "said", "attacked"; not "talks", "meeting". */
bool dem_verb_file_has_past(const dem_verb_file *f, dem_str form);

/* Takes the next word off a phrase, up to a blank, an underscore or a bracket of any kind; empty at the end. */
dem_str dem_verb_piece(dem_str *phrase);
/* A word as frames have it, in small letters; empty if it cannot be written there. */
dem_str dem_verb_word(dem_arena *arena, dem_str word);
/* True if the frame language has a slot of that name: "against". Small letters. */
bool dem_is_preposition(dem_str word);
/* True if the word makes another verb of the one before it: "back" always, "out" as well as being a preposition. */
bool dem_is_particle(dem_str word);

/* ---- verb_code.c: codes of events ------------------------------------------------------------------------- */

typedef struct dem_verb_code {
    const dem_cameo *cameo; /* NULL: tells no event */
    dem_event_type type;    /* DEM_EVENT_NONE likewise */
    bool turned;            /* who is named as source is the recipient */
    bool mutual;            /* the same both ways */
    bool second;            /* there was another code, for the way back */
} dem_verb_code;

/* Reads "042", "---", "042:043", ":054". False if it is no code of CAMEO. */
bool dem_verb_code_read(dem_str text, dem_verb_code *out);

/* ---- verb_pattern.c: what stands around the verb ---------------------------------------------------------- */

typedef enum dem_verb_side { DEM_VERB_NOBODY, DEM_VERB_ACTOR, DEM_VERB_RECIPIENT } dem_verb_side;

/* A slot of a frame: docs/lexicon.md. */
typedef struct dem_verb_slot {
    dem_str name; /* "subj", "obj", "comp", "against" */
    dem_verb_side side;
    bool adds, must;
    dem_str word;    /* the head, or several with bars between them, or empty */
    dem_synset *set; /* or NULL */
} dem_verb_slot;

enum { DEM_VERB_SLOTS = 24 };

typedef struct dem_verb_pattern {
    dem_verb_slot slot[DEM_VERB_SLOTS]; /* the subject first */
    uint32_t n;
    dem_str particle; /* "set *out* guidelines"; or empty */
    bool mutual;      /* the sides are one: % */
    int clause;       /* number of the slot "to" whose word may also be the verb of a clause; or -1 */
} dem_verb_pattern;

/* Reads what stands between "- " and the code: "$ * TALK WITH +". On a loss *what is the part of the text that it is
 * about. */
dem_loss dem_verb_pattern_read(const dem_verb_file *f, dem_str text, dem_verb_pattern *out, dem_str *what);
/* The pattern of a verb by itself. */
void dem_verb_pattern_plain(dem_verb_pattern *out);

/* ---- verb_write.c: frames --------------------------------------------------------------------------------- */

/* A verb: "shoot down", "take part in". */
typedef struct dem_verb {
    dem_str lemma, particle;
    dem_str noun, prep; /* that must stand beside it; or empty */
    dem_str head, code; /* the phrase as it stands, for messages; its own code, or empty */
    uint64_t line;
} dem_verb;

typedef DEM_VEC(dem_verb) dem_verb_list;

/* What is written so far. */
typedef struct dem_frames_written {
    dem_buf *out; /* borrowed, as are count and mark */
    dem_petrarch_count *count;
    const char *mark;
    dem_arena arena;
    dem_map taken; /* entries and names of lists */
    dem_buf block; /* the block line in force */
    size_t lists;  /* bytes that the lists used so far will take */
} dem_frames_written;

void dem_frames_begin(dem_frames_written *w, dem_buf *out, dem_petrarch_count *count, const char *mark);
void dem_frames_end(dem_frames_written *w);

typedef enum dem_frames_result {
    DEM_FRAMES_NEW,
    DEM_FRAMES_KNOWN, /* the same was written before */
    DEM_FRAMES_FULL   /* a lexicon file cannot be larger */
} dem_frames_result;

/* Writes a frame of all verbs that need no words of their own, and one of each of the others. A verb is left out if the
 * pattern has no room for those words, or for its particle: then *lost is that verb, in `verbs` or `arena`. */
dem_frames_result dem_frames_write(dem_frames_written *w, dem_arena *arena, dem_str path, uint64_t line,
                                   const dem_verb_list *verbs, const dem_verb_pattern *pattern,
                                   const dem_verb_code *code, const dem_verb **lost);
/* Writes the sets of the file that were used. */
void dem_frames_write_lists(dem_frames_written *w, const dem_verb_file *f);

#endif
