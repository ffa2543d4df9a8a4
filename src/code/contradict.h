/* code/contradict.h - claims of a report that cannot hold together: a strike claimed by one side and denied by the other, an attack that
 * each lays to the other's account. Both records stay; each names the other. */
#ifndef DEM_CODE_CONTRADICT_H
#define DEM_CODE_CONTRADICT_H
#include "base/arena.h"
#include "record/event.h"

/* Fills `contradicts` of the finished events of a report, in `arena`: of each pair both records name the other, in the order of the
 * text. */
void dem_contradict(dem_events *events, dem_arena *arena);

#endif
