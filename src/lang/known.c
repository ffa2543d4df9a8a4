/* lang/known.c - see known.h. A table of words in sets of four; of a full set the word goes that was not asked for
 * longest. */
#include "lang/known.h"
#include <stdlib.h>

enum { SETS = 1024, WAYS = 4 };

typedef struct kept {
    dem_word word;
    uint64_t asked; /* when last; 0: empty */
} kept;

typedef struct numbers {
    float h[DEM_NET_W], gates[DEM_NET_GATES];
} numbers;

struct dem_known {
    const dem_net *net;
    const dem_kernel *kernel;
    uint64_t now;
    kept kept[SETS][WAYS];
    numbers *numbers; /* [SETS * WAYS], of each of them */
    /* Of the words that are new: */
    uint32_t n_new, at[DEM_MAX_TOKENS]; /* which */
    dem_word word[DEM_MAX_TOKENS];
    dem_net_input in[DEM_MAX_TOKENS];
    uint8_t byte[DEM_MAX_TOKENS * DEM_NET_IN]; /* input of the matrix at hand */
    float h[DEM_MAX_TOKENS * DEM_NET_W], gates[DEM_MAX_TOKENS * DEM_NET_GATES];
    dem_arena arena;
};

_Static_assert((int)DEM_NET_W <= (int)DEM_NET_IN, "the bytes of both matrices' inputs have room");

dem_known *dem_known_new(const dem_net *net, const dem_kernel *kernel)
{
    dem_known *k = dem_xalloc(sizeof *k);
    k->net = net;
    k->kernel = kernel;
    dem_arena_init(&k->arena, DEM_HUGE_PAGE);
    k->numbers = dem_arena_array(&k->arena, numbers, SETS * WAYS);
    return k;
}
void dem_known_free(dem_known *k)
{
    if (!k) return;
    dem_arena_release(&k->arena);
    free(k);
}

static kept *set_of(dem_known *k, const dem_word *w)
{
    return k->kept[(w->low ^ w->shape) >> 32 & (SETS - 1)];
}

static const numbers *numbers_of(const dem_known *k, const kept *at)
{
    return &k->numbers[at - k->kept[0]];
}

static kept *find(dem_known *k, const dem_word *w)
{
    kept *set = set_of(k, w);
    for (int i = 0; i < WAYS; i++)
        if (set[i].asked && memcmp(&set[i].word, w, sizeof *w) == 0) return &set[i];
    return NULL;
}

/* A word that comes twice among the new ones is kept twice for a while, which is rare. */
static void keep(dem_known *k, const dem_word *w, const float *h, const float *gates)
{
    kept *set = set_of(k, w), *at = set;
    for (int i = 1; i < WAYS; i++)
        if (set[i].asked < at->asked) at = &set[i];
    *at = (kept){*w, k->now};
    numbers *to = &k->numbers[at - k->kept[0]];
    memcpy(to->h, h, sizeof to->h);
    memcpy(to->gates, gates, sizeof to->gates);
}

/* Vector and sum of rows of every new word, as bytes. */
static void input(dem_known *k)
{
    const dem_net *net = k->net;
    float emb[DEM_NET_EMB];
    memset(k->byte, DEM_BYTE_ZERO, (size_t)k->n_new * DEM_NET_IN);
    for (uint32_t t = 0; t < k->n_new; t++) {
        int16_t sum[DEM_NET_EMB] = {0};
        uint8_t *x = k->byte + (size_t)t * DEM_NET_IN;
        if (k->in[t].vec < net->n_vector)
            memcpy(x, net->vector + (size_t)k->in[t].vec * DEM_NET_VEC, DEM_NET_VEC);
        for (int i = 0; i < DEM_NET_FEATURES; i++)
            if (k->in[t].row[i] != UINT32_MAX)
                k->kernel->add_row(sum, net->rows + (size_t)k->in[t].row[i] * DEM_NET_EMB);
        for (int j = 0; j < DEM_NET_EMB; j++) emb[j] = (float)sum[j] * net->values->row_scale;
        k->kernel->tanh(emb, DEM_NET_EMB);
        k->kernel->to_bytes(emb, DEM_NET_EMB, x + DEM_NET_EMB_AT);
    }
}

static void work_out(dem_known *k)
{
    const uint32_t n = k->n_new;
    dem_net_inputs(&k->net->words, k->word, n, k->in);
    input(k);
    k->kernel->multiply(&k->net->matrix[DEM_MATRIX_IN], k->byte, n, k->h);
    k->kernel->tanh(k->h, (size_t)n * DEM_NET_W);
    k->kernel->to_bytes(k->h, (size_t)n * DEM_NET_W, k->byte);
    k->kernel->multiply(&k->net->matrix[DEM_MATRIX_LAYER], k->byte, n, k->gates);
}

void dem_known_run(dem_known *k, const dem_word *word, uint32_t n, float *h, float *gates)
{
    k->now++;
    k->n_new = 0;
    for (uint32_t t = 0; t < n; t++) {
        kept *at = find(k, &word[t]);
        if (!at) {
            k->word[k->n_new] = word[t];
            k->at[k->n_new++] = t;
            continue;
        }
        at->asked = k->now;
        memcpy(h + (size_t)t * DEM_NET_W, numbers_of(k, at)->h, sizeof(float) * DEM_NET_W);
        memcpy(gates + (size_t)t * DEM_NET_GATES, numbers_of(k, at)->gates, sizeof(float) * DEM_NET_GATES);
    }
    work_out(k);
    for (uint32_t i = 0; i < k->n_new; i++) {
        const float *new_h = k->h + (size_t)i * DEM_NET_W, *new_gates = k->gates + (size_t)i * DEM_NET_GATES;
        keep(k, &k->word[i], new_h, new_gates);
        memcpy(h + (size_t)k->at[i] * DEM_NET_W, new_h, sizeof(float) * DEM_NET_W);
        memcpy(gates + (size_t)k->at[i] * DEM_NET_GATES, new_gates, sizeof(float) * DEM_NET_GATES);
    }
}
