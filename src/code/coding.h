/* code/coding.h - the state of coding one report, shared by the files of this room.
 *
 *   sentences ──> mentions (mention.c) ──> references (refer.c) ──> candidates (match.c)
 *            ──> judged one by one (judge.c asks; judgement.h names the files that answer)
 *            ──> records (assemble.c) */
#ifndef DEM_CODE_CODING_H
#define DEM_CODE_CODING_H
#include "code/mention.h"
#include "record/tally.h"
#include "record/trace.h"
#include "record/unresolved.h"
#include "said/said.h"
#include "time/time.h"

typedef struct dem_coding {
    const dem_rules *rules;
    dem_arena *arena; /* the report's */
    const dem_report *report;
    const dem_sentence *sentence; /* [n] */
    uint32_t n;
    dem_toponyms toponyms;
    dem_mentions *mentions; /* [n] */
    dem_setting setting;
    dem_said_list said;     /* attribution relations; in each sentence, by its index */
    bool **quoted;          /* [n][tokens] the token stands inside quotation marks */
    dem_entity *speaker;    /* [n] who speaks in a quotation that runs into the sentence; code "" if nobody */
    dem_contexts *cue;      /* [n] contexts that the words of a sentence speak of (context.h) */
    uint32_t *cued;         /* [DEM_CONTEXT_COUNT] sentences that speak of it */
    char focus[4];          /* the country that the report is about, or "" */
    bool one_country;       /* no other country is named */
    dem_place dateline;     /* .name empty if there is none */
    dem_times *times;       /* [n] time expressions, in the order of the sentence (when.h) */
    bool south;         /* the report is about a country south of the equator: its summer begins in December */
    dem_date written;   /* the day of the dateline; DEM_DATE_NONE if it has none */
    int8_t month_first; /* the publisher writes 3/18/2024: 1; 18/3/2024: 0; not known: -1 */
    const dem_event *past;  /* [n_past] records of the report so far, in the order they were found */
    size_t n_past;
    bool sport; /* the report is about sport */
    bool keep_unresolved;
    dem_tally *tally;
    dem_trace *trace; /* NULL unless somebody wants to know why */
} dem_coding;

/* Resolves what the mentions left open, in order of the text, and finds the focus country. */
void dem_refer(dem_coding *c);

/* Appends the names that look like actors and are none of the lexicon's; after dem_refer(). */
void dem_unknown_list(const dem_coding *c, dem_unresolved_list *out);

/* Marks which tokens stand inside quotation marks; a quotation may run over several sentences. Before dem_refer(). */
void dem_quotes_find(dem_coding *c);
/* Finds who speaks in the quotations that run into a sentence; after dem_refer(). */
void dem_speakers_find(dem_coding *c);

#endif
