/* said/said.h - according to whom: attribution relations, found once per report.
 *
 * A relation is a cue ("said", "according to", "his claim that", "reportedly") with its content and, mostly, its source
 * (Pareti 2012; Newell et al. 2018). Learned, with weights compiled in: which words head cues, which part the words around each
 * play, and which quotations belong to it beyond its sentence. The method is that of semantic role labelling (a predicate, then
 * its arguments by a linear-chain conditional random field, Lafferty et al. 2001, over paths in the tree, Gildea and Jurafsky
 * 2002); docs/evaluation.md has the figures. Whole numbers throughout: the same on every machine. */
#ifndef DEM_SAID_SAID_H
#define DEM_SAID_SAID_H
#include "lexicon/lexicon.h"
#include "record/statement.h"
#include "record/vectors.h"

/* What is looked at: a report's analysed sentences, all borrowed. A sentence without tokens has no attributions. */
typedef struct dem_said_input {
    const dem_sentence *sentence; /* [n] */
    uint32_t n;
    const dem_lexicon *lexicon; /* its lists of reporting words; may be NULL */
    dem_word_vectors vectors;   /* may be none */
} dem_said_input;

typedef struct dem_said {
    uint32_t sentence;   /* index of the cue's sentence in the input */
    int16_t cue_head;    /* its token */
    int16_t source_head; /* the token that heads the source there; -1 if the source is not named */
    int32_t within;      /* index of the relation whose content has the cue in it; -1 if none */
    dem_pieces source, cue, content;
    dem_speech kind;
} dem_said;

typedef struct dem_said_list {
    dem_said *at;
    uint32_t n;
    int32_t **by; /* [sentences][tokens] the innermost relation whose content has the token, -1 if none */
} dem_said_list;

/* Finds the relations of a report, in order of their cues; allocated in `arena`. Never fails. */
void dem_said_find(const dem_said_input *in, dem_arena *arena, dem_said_list *out);

#endif
