/* tree.h - reports with trees written by hand, so that the coder is tested without any model; and its
 * records on one line.
 *
 * One sentence a line, an empty line between paragraphs, tokens apart by blanks:
 *
 *     FORM/XPOS[=LEMMA][>HEAD:RELATION]
 *
 *     Russian/JJ troops/NNS>shelled:nsubj shelled/VBD the/DT town/NN>shelled:obj ./.
 *
 * HEAD is the head's form, "talks#2" for its second occurrence. Without LEMMA: the form in small letters less
 * the regular ending of its tag. Without ">": determiners, adjectives, numbers and nouns go to the noun that
 * ends their run, prepositions and particles of the infinitive to the word they introduce, auxiliaries to
 * their verb, negations to the verb behind, "and" to the next conjunct, possessive endings to the noun before,
 * punctuation to the root; the one word that is left is the root. What these rules get wrong is written out. */
#ifndef TESTS_CODE_TREE_H
#define TESTS_CODE_TREE_H
#include "code/coding.h"
#include "code/match.h"

/* The lexicon of the tests, loaded once by world_open() and given back by world_close(): cmocka's group fixtures. */
typedef struct world {
    dem_lexicon *lexicon;
    dem_rules rules;
} world;
int world_open(void **state);
int world_close(void **state);

/* A report with its trees; everything is in `arena`. Given back by tree_free(). */
typedef struct tree {
    dem_arena arena;
    dem_report report;
    dem_sentence *sentence; /* [n] */
    uint32_t n;
    dem_coding coding; /* mentions, references, quotations: filled by tree_prepare() */
    dem_tally tally;
} tree;

/* Reads the notation. `day` is the report's "YYYY-MM-DD", NULL for an undated one. Fails the test (with `why`) if the notation or
 * a tree is faulty. Use the result in place: it must not be moved. */
void tree_read(tree *t, const char *why, const char *day, const char *notation);
void tree_free(tree *t);
/* Runs the stages before matching, as code.c does. */
void tree_prepare(tree *t, const world *w);
/* The token of sentence `i` with this form ("talks#2": its second occurrence). Fails the test if there is none. */
int tree_token(const tree *t, uint32_t i, const char *word);

/* What tree_note() writes beside "TYPE:mode +aux ACTOR, ACTOR -> RECIPIENT". */
enum {
    SHOW_BY = 1,         /* by CHN GOV (indirect) */
    SHOW_DATE = 2,       /* 2025-03-18 day */
    SHOW_PLACE = 4,      /* at Minsk */
    SHOW_CONTEXT = 8,    /* {diplomatic military} */
    SHOW_CAMEO = 16,     /* 042 */
    SHOW_LINK = 32,      /* #1.0=0: sentence.nth=link */
    SHOW_FLAGS = 64,     /* !unknown_person */
    SHOW_MUTUAL = 128,   /* <-> behind the actors of a reciprocal record */
    SHOW_TRIGGER = 256   /* "held talks" */
};

/* "CHN GOV"; "---" for no code; "*" behind an implied one. */
void entity_note(dem_buf *b, const dem_entity *e);
void side_note(dem_buf *b, const dem_entity *e, uint32_t n);
/* "TYPE:mode+mode" */
void type_note(dem_buf *b, dem_event_type type, dem_modes modes);
/* All records, apart by "; "; "none" if there are none. */
void tree_note(dem_buf *b, const tree *t, const dem_events *events, unsigned show);

/* A case for code_and_check(): a report, and its records as tree_note() writes them. */
typedef struct code_case {
    const char *why, *tree, *want;
    const char *day; /* NULL: 2025-03-18, a Tuesday; "-": undated */
} code_case;
/* Codes each case, checks the invariants of its records and compares. Every case that differs is printed before the test fails. */
void code_and_check(const world *w, const code_case *cases, size_t n, unsigned show);

/* Compares what a case gave and adds one to *failed, printing both, if it differs. */
void note_check(int *failed, const char *why, const dem_buf *got, const char *want);

#endif
