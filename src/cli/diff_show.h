/* cli/diff_show.h - what demarche lexicon diff prints: the records of a report that differ, and the totals. */
#ifndef DEM_CLI_DIFF_SHOW_H
#define DEM_CLI_DIFF_SHOW_H
#include "eval/change.h"
#include "record/trace.h"

/* One of the two codings of a report; everything is borrowed. */
typedef struct dem_diff_side {
    const dem_coder *coder;
    const dem_events *events;
    const dem_trace *trace; /* of the same coding: which frame told a record */
} dem_diff_side;

typedef struct dem_diff_item {
    const dem_report *report;
    const dem_sentence *sentences; /* [n_sentences] */
    uint32_t n_sentences;
    dem_diff_side old, new;
    const dem_changes *changes;
} dem_diff_item;

typedef struct dem_diff_form {
    const char *name, *what; /* "text", one phrase for help texts */
    void (*report)(dem_buf *b, const dem_diff_item *item);
    void (*sums)(dem_buf *b, const dem_change_sums *sums);
} dem_diff_form;

/* All forms, the default first; ends with a row whose name is NULL. Each function appends whole lines, which depend on
 * nothing but what it is given. */
extern const dem_diff_form DEM_DIFF_FORMS[];
/* The form of that name, or NULL. */
const dem_diff_form *dem_diff_form_find(const char *name);

/* The rows, each in its own file. */
void dem_diff_text(dem_buf *b, const dem_diff_item *item);
void dem_diff_text_sums(dem_buf *b, const dem_change_sums *sums);
void dem_diff_jsonl(dem_buf *b, const dem_diff_item *item);
void dem_diff_jsonl_sums(dem_buf *b, const dem_change_sums *sums);

/* "frames/consult.txt:12", the entry that told the record, or empty if the trace does not tell. */
dem_str dem_diff_frame(const dem_trace *trace, const dem_event *e);

#endif
