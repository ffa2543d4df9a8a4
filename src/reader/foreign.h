/* reader/foreign.h - paragraphs of a report that are in another language than the report. */
#ifndef DEM_READER_FOREIGN_H
#define DEM_READER_FOREIGN_H
#include "reader/language.h"
#include "record/report.h"

/* Adds a zone (boilerplate) to *report for each line of its body that is long enough to tell and is in another language
 * than English: translations under the report, a summary for other readers. Short foreign lines stay; a quotation within
 * an English paragraph does too. `l` may be NULL, see language.h. In `arena`; never fails. */
void dem_foreign_mark(dem_arena *arena, const dem_languages *l, dem_report *report);

#endif
