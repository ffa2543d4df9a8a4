/* lang/dateline.h - the dateline that begins a report: "NAIROBI, Kenya (AP) -", "Hanoi (VNA) –". */
#ifndef DEM_LANG_DATELINE_H
#define DEM_LANG_DATELINE_H
#include "base/str.h"

/* Where the dateline that begins at byte `from` of a paragraph ends, behind its dash or bracket; 0 if there is none. It is
 * a town in capitals, with what may follow it (region, agency in brackets, day), or a town in any letters before an
 * agency in brackets and a dash. Nothing behind `to` is read. */
size_t dem_dateline_end(dem_str s, size_t from, size_t to);

#endif
