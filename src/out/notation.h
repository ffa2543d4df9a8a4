/* out/notation.h - records in the codebook's short notation: "CONSULT:visit, RUS GOV → CHN GOV
 * {diplomatic}, by: RUS GOV". For people to read; docs/output.md explains it. */
#ifndef DEM_OUT_NOTATION_H
#define DEM_OUT_NOTATION_H
#include "record/event.h"

/* "RUS GOV", "UNK"; the words in quotation marks if there is no code. */
void dem_note_entity(dem_buf *b, const dem_report *r, const dem_entity *e);
/* One member as it is, several as "[CHN GOV, RUS GOV]", none as "–". */
void dem_note_side(dem_buf *b, const dem_report *r, const dem_entity *e, uint32_t n);
/* "CONSULT:visit+phone +future". */
void dem_note_type(dem_buf *b, const dem_event *e);
/* The date as far as it is known: "2025-03-18", "2025-W12", "2025-03", "2025"; "2025-03-18?" if only the
 * day of publication is known; "–" if nothing is. */
void dem_note_date(dem_buf *b, const dem_event *e);
/* "RUS GOV", or the cue ("reportedly") if nobody is named; nothing if the report itself says so. */
void dem_note_source(dem_buf *b, const dem_report *r, const dem_event *e);
/* The whole record on one line, without the date and the line end. */
void dem_note_event(dem_buf *b, const dem_report *r, const dem_event *e);

#endif
