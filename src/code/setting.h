/* code/setting.h - what a report says about where it plays, before any doubtful name is read: countries by how
 * often they are named beyond doubt, dateline, publisher, and the persons named in full. */
#ifndef DEM_CODE_SETTING_H
#define DEM_CODE_SETTING_H
#include "base/map.h"
#include "base/vec.h"
#include "code/hit.h"
#include "record/report.h"

enum { DEM_SETTING_COUNTRIES = 64 };

typedef struct dem_setting {
    const dem_rules *rules;
    const dem_report *report;
    struct {
        char code[4];
        uint32_t named;
    } country[DEM_SETTING_COUNTRIES];
    uint32_t n;
    char dateline[4], publisher[4]; /* countries, or "" */
    dem_map known;                  /* surname -> number in `person`: a person of the lexicon, named in full */
    dem_map stranger; /* surname -> 0: the last word of a full name that the lexicon does not know */
    DEM_VEC(const dem_actor *) person;
    DEM_VEC(dem_str) spelt; /* [person.n] their last words as the report writes them */
} dem_setting;

/* Reads the setting from the hits of all sentences, hits[n]; its maps live in `arena`. */
void dem_setting_find(dem_setting *st, const dem_rules *rules, dem_arena *arena, const dem_report *report,
                      const dem_sentence *sentence, const dem_hits *hits, uint32_t n);
/* How often the country is named. */
uint32_t dem_setting_named(const dem_setting *st, const char *code);

#endif
