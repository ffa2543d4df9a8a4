/* record/sentence.h - a sentence as the language analysis leaves it: tokens, tags, lemmas, one tree.
 *
 *   report text   ... Xi received Putin in Beijing . ...
 *   tok[i].start,end   byte span of token i in the REPORT's text (never in the sentence)
 *   tok[i].head        index of the head token, DEM_ROOT for the root
 *   kids               children of token i in order: kid[kid_from[i] .. kid_from[i+1]) */
#ifndef DEM_RECORD_SENTENCE_H
#define DEM_RECORD_SENTENCE_H
#include "base/arena.h"
#include "base/error.h"

typedef enum dem_relation {
#define RELATION(id, name) DEM_REL_##id,
#include "record/relation.def"
    DEM_REL_COUNT
} dem_relation;

typedef enum dem_upos {
#define UPOS(id) DEM_UPOS_##id,
#include "record/relation.def"
    DEM_UPOS_COUNT
} dem_upos;

typedef enum dem_xpos {
#define XPOS(id, name) DEM_XPOS_##id,
#include "record/relation.def"
    DEM_XPOS_COUNT
} dem_xpos;

#define DEM_ROOT (-1)
/* Longer sentences are cut by the splitter: no real one is so long, and the parser has room for no more. */
#define DEM_MAX_TOKENS 400

typedef struct dem_token {
    uint32_t start, end; /* bytes of the report's text, half open */
    dem_str form;        /* the bytes themselves; borrowed from the report's text */
    dem_str lemma;       /* UD lemma: "meet", "Putin"; borrowed from the arena */
    int16_t head;        /* token index, or DEM_ROOT */
    uint8_t rel;         /* dem_relation to the head */
    uint8_t upos, xpos;  /* dem_upos, dem_xpos */
    bool space_after;    /* white space follows in the text */
} dem_token;

/* What part of a report a sentence or range belongs to. Only body sentences are coded. */
typedef enum dem_zone_kind {
    DEM_ZONE_BODY,
    DEM_ZONE_HEADING,
    DEM_ZONE_PAYWALL,
    DEM_ZONE_COMMENT,
    DEM_ZONE_BOILERPLATE,
    DEM_ZONE_CAPTION,
    DEM_ZONE_RELATED,
    DEM_ZONE_COUNT
} dem_zone_kind;

typedef struct dem_sentence {
    uint32_t number;     /* from 0, over all sentences of the report, coded or not */
    uint32_t start, end; /* bytes of the report's text, no blanks at the ends */
    uint32_t paragraph;  /* from 0 */
    dem_zone_kind zone;
    uint32_t n;         /* tokens; 0 in sentences that are not analysed (zone other than body) */
    dem_token *tok;     /* [n] */
    uint32_t *kid_from; /* [n + 1]; NULL, as kid, until dem_sentence_index() */
    int16_t *kid;       /* [n - number of roots] */
} dem_sentence;

/* Names as in CoNLL-U ("nsubj:pass", "NOUN", "VBD") and of zones ("paywall"); "" for a number out of range. */
const char *dem_relation_name(unsigned rel);
const char *dem_upos_name(unsigned upos);
const char *dem_xpos_name(unsigned xpos);
const char *dem_zone_name(unsigned kind);
/* DEM_REL_COUNT, ... for an unknown name. A relation whose subtype is unknown falls back to the part
 * before the colon. */
unsigned dem_relation_by_name(dem_str name);
unsigned dem_upos_by_name(dem_str name);
unsigned dem_xpos_by_name(dem_str name);

/* Fills kid_from and kid from the heads. Call once after parsing. */
void dem_sentence_index(dem_sentence *s, dem_arena *arena);
/* Children of token i: how many, and *first set to the first of them. */
static inline uint32_t dem_kids(const dem_sentence *s, int i, const int16_t **first)
{
    *first = s->kid + s->kid_from[i];
    return s->kid_from[i + 1] - s->kid_from[i];
}
/* The first child of token i with relation `rel`, or -1. */
int dem_kid_with(const dem_sentence *s, int i, dem_relation rel);

/* Checks what every sentence must be: spans in order, inside the sentence, not overlapping; forms equal
 * to the text; exactly one root; no cycle; known tags. DEM_OK or DEM_E_FORMAT with the first fault. */
dem_status dem_sentence_check(const dem_sentence *s, dem_str text, dem_error *err);

#endif
