/* code/sport.c - see sport.h. */
#include "code/sport.h"
#include "code/weights.h"

enum { REMEMBERED = 8 };

typedef struct {
    dem_str word[REMEMBERED];
    uint32_t different, all;
} counted;

static void count(counted *c, dem_str lemma)
{
    c->all++;
    for (uint32_t i = 0; i < c->different; i++)
        if (dem_str_eq(c->word[i], lemma)) return;
    if (c->different < REMEMBERED) c->word[c->different++] = lemma;
}

bool dem_sport(const dem_rules *rules, const dem_sentence *sentence, uint32_t n)
{
    counted c = {.all = 0};
    uint64_t tokens = 0;
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t t = 0; t < sentence[i].n; t++)
            if (dem_rules_lists(rules, rules->sport, &sentence[i].tok[t])) count(&c, sentence[i].tok[t].lemma);
        tokens += sentence[i].n;
    }
    return c.different >= DEM_SPORT_WORDS && (uint64_t)c.all * DEM_SPORT_ONE_IN >= tokens;
}
