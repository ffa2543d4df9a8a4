/* reader/zones.h - which parts of a report's text are not the report.
 *
 * News text is handed over with headings, captions, paywall lines, navigation and whole comment threads
 * in it. They are recognised by what they look like, by the phrases of zone_phrases.def and by learned
 * weights of many small signs (zone_traits.def), never by the site they come from. Kinds: record/sentence.h. */
#ifndef DEM_READER_ZONES_H
#define DEM_READER_ZONES_H
#include "record/report.h"

/* Sets r->zones and r->n_zones from r->text and r->title; in order, not overlapping, none of kind body,
 * each without blanks at its ends. The zones are in `arena`. In doubt text stays body: a text in which
 * nothing but headings is found keeps them as body. Sets r->zoned; a report
 * in which it is set, of a page whose markup told, is left as it is. Never fails. */
void dem_zones_find(dem_arena *arena, dem_report *r);

#endif
