/* out/writer.h - coded reports into text: a table of output formats.
 *
 * A writer keeps no state. Each function appends to a buffer, so that worker threads may render
 * reports side by side while one thread writes the buffers out in order. What a writer appends for a
 * report depends on nothing but the report and the style. */
#ifndef DEM_OUT_WRITER_H
#define DEM_OUT_WRITER_H
#include "record/statement.h"
#include "record/toponym.h"

/* What is the same for every report of a run. */
typedef struct dem_out_style {
    const dem_coder *coder; /* borrowed */
    uint32_t width;         /* columns of the screen, for `table`; 0 = 120 */
    bool no_text;           /* leave the sentences out (rights): `text` is null */
} dem_out_style;

/* One coded report; everything is borrowed for the call. */
typedef struct dem_out_item {
    const dem_report *report;
    const dem_sentence *sentences; /* [n_sentences] */
    uint32_t n_sentences;
    const dem_events *events;
    const dem_toponyms *toponyms; /* may be NULL for writers that do not show them */
    const dem_statements *statements; /* for DEM_STATEMENT_WRITERS; else NULL */
} dem_out_item;

typedef struct dem_writer {
    const char *name, *what; /* "jsonl", one phrase for help texts */
    /* Appends what stands before all reports, one report, what stands after them. begin and end may
     * be NULL. */
    void (*begin)(dem_buf *b, const dem_out_style *style);
    void (*report)(dem_buf *b, const dem_out_style *style, const dem_out_item *item);
    void (*end)(dem_buf *b, const dem_out_style *style);
} dem_writer;

/* All writers, the default first; ends with a row whose name is NULL. */
extern const dem_writer DEM_WRITERS[];
/* The same for statements instead of records. */
extern const dem_writer DEM_STATEMENT_WRITERS[];
/* The same for the reports themselves, as they were read. */
extern const dem_writer DEM_REPORT_WRITERS[];
/* The writer of that name in such a table, or NULL. */
const dem_writer *dem_writer_find(const dem_writer *table, dem_str name);

/* The rows of the table, each in its own file. */
void dem_jsonl_report(dem_buf *b, const dem_out_style *style, const dem_out_item *item);
void dem_table_begin(dem_buf *b, const dem_out_style *style);
void dem_table_report(dem_buf *b, const dem_out_style *style, const dem_out_item *item);
void dem_places_report(dem_buf *b, const dem_out_style *style, const dem_out_item *item);
void dem_statements_jsonl(dem_buf *b, const dem_out_style *style, const dem_out_item *item);
void dem_statements_tsv_begin(dem_buf *b, const dem_out_style *style);
void dem_statements_tsv(dem_buf *b, const dem_out_style *style, const dem_out_item *item);
void dem_reports_jsonl(dem_buf *b, const dem_out_style *style, const dem_out_item *item);
void dem_reports_body(dem_buf *b, const dem_out_style *style, const dem_out_item *item);
void dem_conllu_report(dem_buf *b, const dem_out_style *style, const dem_out_item *item);

/* One record, number `nth` of the item's events, as one line of JSON without the line end. */
void dem_jsonl_event(dem_buf *b, const dem_out_style *style, const dem_out_item *item, uint32_t nth);

#endif
