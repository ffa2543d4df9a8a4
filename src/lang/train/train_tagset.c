/* lang/train/train_tagset.c - which tags there are. */
#include "lang/train/train.h"

#define MIN_PAIR 3 /* a combination of UPOS and XPOS seen less often is an error of annotation */

enum { PAIRS = DEM_UPOS_COUNT * DEM_XPOS_COUNT };

static void count_pairs(const dem_treebank *bank, uint32_t *count)
{
    for (size_t i = 0; i < bank->trees.n; i++)
        for (uint32_t k = 0; k < bank->trees.at[i].n; k++) {
            const dem_token *t = &bank->trees.at[i].tok[k];
            count[t->upos * DEM_XPOS_COUNT + t->xpos]++;
        }
}

void dem_train_tagset(const dem_training *t, dem_tagset *out)
{
    uint32_t count[PAIRS] = {0};
    count_pairs(t->bank, count);
    dem_tag_pair *pair = dem_arena_array(t->arena, dem_tag_pair, DEM_MAX_TAGS);
    out->n = 0;
    for (unsigned p = 0; p < PAIRS; p++)
        if (count[p] >= MIN_PAIR && out->n < DEM_MAX_TAGS)
            pair[out->n++] = (dem_tag_pair){(uint8_t)(p / DEM_XPOS_COUNT), (uint8_t)(p % DEM_XPOS_COUNT)};
    out->pair = pair;
}

uint8_t dem_tag_number(const dem_tagset *s, const dem_token *t)
{
    uint8_t same = 0;
    for (unsigned p = s->n; p-- > 0;) {
        if (s->pair[p].upos == t->upos && s->pair[p].xpos == t->xpos) return (uint8_t)p;
        if (s->pair[p].upos == t->upos) same = (uint8_t)p;
    }
    return same;
}
