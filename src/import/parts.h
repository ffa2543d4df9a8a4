/* import/parts.h - the steps of an import; for the files of this folder and their tests only.
 *
 *   file ── dictionary.c ── entry ─┬─ actor.c ─┬─ phrases ── print_name.c, kind.c ──────┬─ write.c ── text
 *                                  └─ agent.c ─┴─ brackets ── bracket.c, actor_code.c ──┘
 *                                                what is lost on the way ── ledger.c ── report, count */
#ifndef DEM_IMPORT_PARTS_H
#define DEM_IMPORT_PARTS_H
#include "base/date.h"
#include "base/input.h"
#include "base/map.h"
#include "base/vec.h"
#include "import/petrarch.h"
#include "record/ontology.h"

/* ---- ledger.c: what is lost ------------------------------------------------------------------------- */

typedef struct dem_ledger_note {
    uint64_t line;
    dem_str text;
} dem_ledger_note;

/* Losses are noted while an entry is worked on and reported when it is known what came of it. */
typedef struct dem_ledger {
    const dem_petrarch_options *options;
    dem_petrarch_count *count;
    dem_str file;
    dem_arena *arena; /* of the entry at hand */
    DEM_VEC(dem_ledger_note) note;
} dem_ledger;

void dem_ledger_note_add(dem_ledger *l, dem_loss loss, uint64_t line, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));
/* Reports the notes as those of the entry `head`, which was written or was not, and forgets them; with an empty
 * head as those of no entry. */
void dem_ledger_close(dem_ledger *l, dem_str head, bool written);
/* `s` cut for a message, where a character ends. */
dem_str dem_ledger_cut(dem_str s);

/* ---- sets.c: substitution sets ---------------------------------------------------------------------- */

typedef DEM_VEC(dem_str) dem_strs;

/* !PERSON! = MAN, MEN; members beyond the array are dropped, as are sets beyond a thousand. */
typedef struct dem_set {
    dem_str name;
    dem_str member[64];
    uint32_t n;
} dem_set;

typedef struct dem_sets {
    dem_arena arena;
    DEM_VEC(dem_set *) set;
} dem_sets;

/* Keeps the set if the line defines one; else false. */
bool dem_sets_take(dem_sets *sets, dem_str line);
/* Adds the phrase with the members of its sets, in all combinations. False if a set is not defined. */
bool dem_sets_expand(const dem_sets *sets, dem_arena *arena, dem_str phrase, dem_strs *to);

/* ---- lines.c: lines that say something -------------------------------------------------------------- */

enum { DEM_DIC_MAX_LINE = 8192 };

typedef struct dem_dic_lines {
    dem_input *in;
    dem_ledger *ledger; /* borrowed */
    uint64_t comment;   /* line of a <!-- that is still open, or 0 */
    uint64_t section;   /* line of a <NOUN> or the like that is still open, or 0 */
} dem_dic_lines;

/* DEM_E_IO as dem_input_open(). On DEM_OK to be ended with dem_dic_lines_close(). */
dem_status dem_dic_lines_open(dem_dic_lines *d, const char *path, dem_ledger *ledger, dem_error *err);
void dem_dic_lines_close(dem_dic_lines *d);
/* The next line without remarks, comments, tags and the words of sections, trimmed and not empty; valid until the next
 * call. What cannot be read is noted. DEM_END, or DEM_E_IO. */
dem_status dem_dic_lines_next(dem_dic_lines *d, dem_line *line, dem_error *err);
/* Notes a comment or section that is still open; done at the end by itself. */
void dem_dic_lines_end(dem_dic_lines *d);

/* ---- dictionary.c: a file as entries ---------------------------------------------------------------- */

/* A phrase as it stands in the file, or the inside of a bracket; trimmed. */
typedef struct dem_dic_part {
    dem_str text;
    uint64_t line;
} dem_dic_part;

typedef DEM_VEC(dem_dic_part) dem_dic_parts;

typedef struct dem_dic_entry {
    dem_dic_parts phrase;  /* [>= 1] the head and its synonyms */
    dem_dic_parts bracket; /* of the head's line and of the lines below it */
    bool has_plural;       /* the head has braces, */
    dem_str plural;        /* and this in them */
    bool broken;           /* the head's line is: nothing is to be made of the entry */
} dem_dic_entry;

typedef struct dem_dictionary {
    dem_dic_lines lines;
    dem_ledger *ledger; /* borrowed */
    dem_sets sets;
    dem_buf ahead; /* the next entry's line, if has_ahead */
    uint64_t ahead_line;
    bool has_ahead, ended;
} dem_dictionary;

/* DEM_E_IO as dem_input_open(). On DEM_OK to be ended with dem_dictionary_close(). */
dem_status dem_dictionary_open(dem_dictionary *d, const char *path, dem_ledger *ledger, dem_error *err);
void dem_dictionary_close(dem_dictionary *d);
/* The next entry, in `arena`; what is wrong with it is noted in the ledger. DEM_END, or DEM_E_IO. */
dem_status dem_dictionary_next(dem_dictionary *d, dem_arena *arena, dem_dic_entry *e, dem_error *err);

/* ---- actor_code.c: CAMEO's codes as ours ---------------------------------------------------------------- */

typedef struct dem_actor_code {
    char code[4]; /* "" if there is none: of agents, of a bare ELI, of nobody */
    dem_sectors sectors;
    bool nobody;     /* [---] */
    dem_loss lost;   /* why a part of the code was left out, or NONE */
    dem_str triplet; /* that part, or what made the code useless; in the code */
} dem_actor_code;

/* Reads "AFGGOVMIL"; of an agent, which has no country of its own, "GOVMIL". Otherwise gives why the code is of
 * no use here, out->triplet telling which part of it. */
dem_loss dem_actor_code_read(dem_str text, bool agent, dem_actor_code *out);
/* "GOV+MIL" behind what is in `b`. */
void dem_sectors_add(dem_buf *b, dem_sectors sectors);

/* ---- bracket.c: a code and its days ----------------------------------------------------------------- */

typedef struct dem_bracket {
    dem_str code; /* without the tilde */
    bool agent;   /* there was a tilde */
    bool dated;
    dem_date from, to; /* inclusive; DEM_DATE_NONE = open */
} dem_bracket;

/* Reads "~GOV", "CHNGOV <19930327", "X >920115", "X 930101 - 961231". False if the days are none. */
bool dem_bracket_read(dem_str text, dem_bracket *out);

/* ---- phrase.c, abbreviation.c, fits.c: words and names ------------------------------------------------ */

/* Takes the next word off the phrase: up to a blank or underscore. Empty at the end. */
dem_str dem_phrase_word(dem_str *phrase);
/* Without an article at its head. */
dem_str dem_phrase_without_article(dem_str phrase);
/* Words that are small within a name: of, the. */
bool dem_phrase_is_small(dem_str word);
/* "ARMY_OF_GRACE_(AOG)" as two phrases, if the letters in brackets are the initials; any other phrase is added to `to`
 * as it is. */
void dem_phrase_split(dem_arena *arena, const dem_dic_part *phrase, dem_dic_parts *to);
/* True if `word`, of a phrase or `alone`, is an abbreviation by its letters or as the initials of one of `others`. */
bool dem_is_abbreviation(dem_str word, bool alone, const dem_dic_parts *others);
/* True if a lexicon can hold the name. */
bool dem_fits_name(dem_str name);

/* ---- print_name.c: phrases as they stand in print -------------------------------------------------------- */

enum { DEM_MAX_PRINTS = 3 };

/* The ways in which phrase `which` of all[] may stand in print, the likeliest first; the others are looked at
 * because they may tell an abbreviation. Their number, 0 if it cannot be written in a lexicon. */
uint32_t dem_print_names(dem_arena *arena, const dem_dic_parts *all, size_t which, dem_str out[DEM_MAX_PRINTS]);
/* The phrase in small letters, as a role word; empty if it cannot be written. */
dem_str dem_print_word(dem_arena *arena, dem_str phrase);
/* `print` with a capital at its head. */
dem_str dem_print_label(dem_arena *arena, dem_str print);

/* ---- kind.c: persons or groups ---------------------------------------------------------------------- */

/* One period: what a bracket came to. */
typedef struct dem_period {
    dem_actor_code is;
    bool dated;
    dem_date from, to;
    uint64_t line;
} dem_period;

typedef DEM_VEC(dem_period) dem_periods;

typedef enum dem_kind {
    DEM_KIND_GROUP,
    DEM_KIND_GROUP_PERHAPS, /* reads like an official's name, but has no office with days */
    DEM_KIND_FORMER,        /* a person, because once a former official */
    DEM_KIND_OFFICIAL,      /* a person, because in an office with days, and by the name */
    DEM_KIND_NOBODY
} dem_kind;

static inline bool dem_kind_is_person(dem_kind kind)
{
    return kind == DEM_KIND_FORMER || kind == DEM_KIND_OFFICIAL;
}
dem_kind dem_kind_of(dem_str head, const dem_periods *periods);
/* A person's name without title or office. */
bool dem_phrase_is_plain_name(dem_str phrase);

/* ---- write.c: entries of the lexicon ---------------------------------------------------------------- */

typedef struct dem_name {
    dem_str text;
    bool one_word;
} dem_name;

typedef DEM_VEC(dem_name) dem_names;

/* What is written so far. */
typedef struct dem_written {
    dem_buf *out; /* borrowed, as are mark and count */
    dem_petrarch_count *count;
    const char *mark; /* or NULL */
    dem_str office;   /* key of the role of all offices */
    dem_arena arena;
    dem_map taken; /* labels, keys and whole entries */
} dem_written;

/* "# PATH:LINE": where an entry comes from; the line stays open. */
void dem_write_source(dem_buf *b, dem_str path, uint64_t line);
/* `s` as part of a key behind what is in `b`: small letters and digits, hyphens between. */
void dem_write_key(dem_buf *b, dem_str s);

/* Writes what stands before all entries; to be ended with dem_write_end(), which writes what stands behind. */
void dem_write_begin(dem_written *w, dem_buf *out, dem_petrarch_count *count, const char *mark);
void dem_write_end(dem_written *w);

/* `path` and `line` are where the entry comes from. Of names and, but for nobody, of periods with a code there is
 * at least one. False if the same was written before. */
bool dem_write_actor(dem_written *w, dem_str path, uint64_t line, dem_kind kind, dem_str label,
                     const dem_names *names, const dem_periods *periods);
/* Likewise; words are as the lexicon has them ("child/children"). */
bool dem_write_role(dem_written *w, dem_str path, uint64_t line, dem_str label, const dem_names *words,
                    const dem_actor_code *code);

/* ---- petrarch.c, actor.c, agent.c: the import --------------------------------------------------------- */

typedef struct dem_importer {
    const dem_petrarch_options *options;
    dem_petrarch_count *count;
    dem_ledger ledger;
    dem_dictionary dictionary;
    dem_written written;
    dem_arena arena; /* of the entry at hand */
    dem_str path;    /* of the file at hand */
} dem_importer;

/* Reads a bracket of an actor or an agent; false, with a note, if nothing can be made of it. */
bool dem_importer_bracket(dem_importer *im, const dem_dic_part *part, dem_bracket *b, dem_actor_code *code);
void dem_importer_note_name(dem_importer *im, const dem_dic_part *phrase);
/* Adds a name unless it is among those seen. */
void dem_importer_add_once(dem_importer *im, dem_map *seen, dem_names *to, dem_str text);
/* Each true if the entry was written; *known if the same had been written before. */
bool dem_import_actor(dem_importer *im, const dem_dic_entry *e, bool *known);
bool dem_import_agent(dem_importer *im, const dem_dic_entry *e, bool *known);

#endif
