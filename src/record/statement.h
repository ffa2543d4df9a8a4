/* record/statement.h - an attribution relation: who says what, by which words.
 *
 * Spans are bytes of the report's text. Field names and meaning as they are written out: docs/statements.md. A statement owns
 * nothing; everything lies in the report's arena. */
#ifndef DEM_RECORD_STATEMENT_H
#define DEM_RECORD_STATEMENT_H
#include "record/event.h"

/* A text that may be broken up by other words: its pieces in order, not overlapping, no blanks at their ends. */
typedef struct dem_pieces {
    dem_span *at; /* [n]; n == 0: there is none */
    uint32_t n;
} dem_pieces;

/* Whether the content stands in quotation marks; single words in them do not count. */
typedef enum dem_speech {
    DEM_SPEECH_DIRECT,   /* all of it */
    DEM_SPEECH_INDIRECT, /* none */
    DEM_SPEECH_MIXED,
    DEM_SPEECH_COUNT
} dem_speech;

typedef struct dem_statement {
    uint32_t sentence; /* number in the report, of the sentence with the cue */
    uint32_t nth;      /* running number within the sentence, from 0 */
    int32_t within;    /* index of the statement whose content has this one's cue, -1 if none */
    dem_pieces source, cue, content;
    bool named;        /* the source is known by code */
    dem_entity entity; /* if named */
    dem_speech kind;
    uint32_t *event; /* [n_event] indices of the report's events that lie in the content and have this source */
    uint32_t n_event;
} dem_statement;

/* The statements of one report, in output order: by sentence, then by cue. */
typedef struct dem_statements {
    dem_statement *at;
    uint32_t n;
} dem_statements;

/* "direct" as written in records; "" for a number out of range. */
const char *dem_speech_name(unsigned kind);

/* Checks what one statement must be by itself, and names the first fault by its number:
 *
 *    1  it has a cue
 *    2  pieces are in order, do not overlap, lie inside the text, split no character, and have no blanks at their ends
 *    3  no byte is in two of source, cue and content
 *    4  a source that is named has a code
 *
 * DEM_OK or DEM_E_FORMAT. */
dem_status dem_statement_check(const dem_statement *s, const dem_report *r, dem_error *err);

#endif
