/* eval/actors.h - how often the actors that passages name are read as a coder would read them.
 *
 * A test file is text: a line with the day and the passage, and below it, indented, the phrases that matter.
 *
 *    2019-03-04 Sudan's president met Ethiopia's foreign minister. He thanked him.
 *      Sudan's president = SDN GOV : Omar al-Bashir
 *      Ethiopia's foreign minister = ETH GOV
 *      He = SDN GOV
 *
 * A reading is a code, its sectors and a person, several joined by " + ", or "-" for a phrase that stands for no
 * actor (at most for people without a name whose country the report or the place gives); "!unknown_person" behind it asks for that flag. "Kenya #2" is the second such string of the passage. */
#ifndef DEM_EVAL_ACTORS_H
#define DEM_EVAL_ACTORS_H
#include "engine/engine.h"

typedef struct dem_actor_counts {
    uint32_t items, items_right; /* passages; those of which all is right */
    uint32_t marks, right;       /* phrases; those with the right codes and first sectors */
    uint32_t coded, codes,
        sectors; /* phrases that stand for actors; the codes right; and the first sectors too */
    uint32_t persons, persons_right; /* phrases that ask for a person, of those whose codes are right */
    uint32_t flags, flags_right;
} dem_actor_counts;

/* What is told of a phrase that was read otherwise. */
typedef struct dem_actor_error {
    uint32_t line; /* of the phrase in the file */
    dem_str passage, phrase, wanted, found, how;
} dem_actor_error;

/* Reads the file at `path`, codes every passage with `e` and counts. `told` (or NULL) is given what was read
 * otherwise; its strings live until it returns. DEM_E_IO if the file cannot be read, DEM_E_FORMAT for its first
 * mistake, with the line; *counts holds what was counted until then. */
dem_status dem_actors_score(const dem_engine *e, const char *path, dem_actor_counts *counts,
                            void (*told)(void *ctx, const dem_actor_error *error), void *ctx, dem_error *err);

#endif
