/* time/stamp.h - the day of publication by a report's own words, where nobody has supplied it.
 *
 * Looked for in the lines that are not its text ("Published 3 March 2022", "Updated: ...", a date alone above it) and in its
 * dateline ("KYIV, March 3, 2022 (Reuters) -"). Only whole dates count: day, month and year. */
#ifndef DEM_TIME_STAMP_H
#define DEM_TIME_STAMP_H
#include "record/report.h"
#include "time/time.h"

/* Sets r->day, r->published and where they were found (r->dated_from, dated_to, dated_by, and published_from as "text") if r->day is not known and the
 * text says it without contradiction: "published" lines before dates above the text and datelines, these before "updated"
 * lines; two days of one kind are none. The zones must have been found. Strings are in `arena`. */
void dem_stamp_find(const dem_lexicon *lex, dem_arena *arena, dem_report *r);

#endif
