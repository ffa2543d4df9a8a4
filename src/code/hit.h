/* code/hit.h - the names and role words of the lexicon that stand in a sentence, longest first, left to right. */
#ifndef DEM_CODE_HIT_H
#define DEM_CODE_HIT_H
#include "code/rules.h"
#include "record/sentence.h"

typedef struct dem_hit {
    int16_t from, to;       /* tokens [from, to) */
    int16_t head;           /* the one of them that hangs on a word outside: the phrase is read there */
    const dem_sense *sense; /* [n] readings, borrowed from the lexicon */
    uint32_t n;
    const dem_sense *chosen; /* the reading that fits best (choose.h); NULL: none */
} dem_hit;

typedef struct dem_hits {
    dem_hit *at;
    uint32_t n;
    int16_t *of; /* [tokens] hit that covers the token, or -1 */
} dem_hits;

/* Finds the hits of a sentence; allocated in `arena`. Nothing is chosen yet. `toponyms` are the places of the report, or NULL; `at`
 * is the sentence's number among them. A town that only the gazetteer has is a hit too, and one that both have is where the
 * report's other places say ("London" in a report of Ontario). */
void dem_hits_find(const dem_rules *rules, dem_arena *arena, const dem_sentence *s,
                   const dem_toponyms *toponyms, uint32_t at, dem_hits *out);
/* The first reading with this kind of actor that is no damaged name, or NULL. */
const dem_sense *dem_hit_reading(const dem_hit *h, dem_actor_kind kind);
/* The hit that covers token t, or NULL. */
static inline dem_hit *dem_hit_of(const dem_hits *h, int t)
{
    return t >= 0 && h->of[t] >= 0 ? &h->at[h->of[t]] : NULL;
}

#endif
