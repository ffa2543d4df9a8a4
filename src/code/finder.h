/* code/finder.h - the state of finding the mentions of one sentence; for mention.c, whose.c, town.c and apposed.c only. */
#ifndef DEM_CODE_FINDER_H
#define DEM_CODE_FINDER_H
#include "code/choose.h"
#include "code/mention.h"
#include "code/phrase.h"

typedef struct dem_finder {
    const dem_rules *rules;
    const dem_report *report;
    const dem_setting *setting;
    const dem_sentence *s;
    dem_hits hits;
    dem_mentions *out;
} dem_finder;

/* ---- whose.c: of which country or body a role is ---------------------------------------------------- */

/* Adds the entities that the core of the phrase gives the role m->role: "Chinese", "Kremlin", "NATO", "army". */
void dem_whose_core(dem_finder *f, dem_mention *m, dem_range core);
/* And those that a phrase behind it gives, if there are none: "ministers of China and Russia", "police in Minsk". */
void dem_whose_phrase(dem_finder *f, dem_mention *m);
/* Makes the relatives of somebody in power, whose mention is `of` (or NULL), what they are. */
void dem_whose_family(const dem_finder *f, dem_mention *m, const dem_mention *of);
/* A role of what another mention names: "spokesman for the Ukrainian president's office". */
void dem_whose_other(dem_finder *f, dem_mention *m, const dem_mention *other);

/* ---- town.c ------------------------------------------------------------------------------------------- */

/* Makes a name with a region behind it ("Slidell, La.") a place there. */
void dem_town_read(dem_finder *f, dem_mention *m);

/* ---- apposed.c: what mentions of a sentence tell each other ------------------------------------------ */

void dem_apposed(dem_finder *f);

#endif
