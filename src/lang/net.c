/* lang/net.c - sentences through the quantised network. */
#include "lang/net.h"
#include "lang/arborescence.h"
#include "lang/known.h"
#include "lang/tagset.h"
#include <math.h>
#include <stdlib.h>

enum {
    MAX = DEM_MAX_TOKENS,
    STRIDE = DEM_WHOLE16(MAX + 1),
    GATES = DEM_NET_GATES,
    WIDTH = DEM_NET_W,
    HEADS = 128 /* most scores of a word: tags, relations or the layer below them */
};

struct dem_net_work {
    const dem_net *net;
    const dem_kernel *kernel;
    dem_known *known;
    dem_arborescence *tree;
    uint8_t byte[MAX * WIDTH]; /* input of the matrix at hand */
    float h[2][MAX * WIDTH];   /* output of the layer below and of this one */
    float gates[MAX * GATES];
    float mlp[MAX * DEM_NET_MLP];
    float q[MAX * DEM_NET_ARC];
    float head[DEM_NET_ARC * STRIDE]; /* head vectors, a column a word, ROOT last */
    float score[MAX * STRIDE];
    float wide[MAX * HEADS]; /* scores of tags, of relations */
};

_Static_assert(DEM_WHOLE16(DEM_MAX_TAGS) <= HEADS && DEM_WHOLE16((int)DEM_REL_COUNT) <= HEADS &&
                   (int)DEM_NET_REL <= (int)HEADS,
               "the scores of a word have room");

uint32_t dem_net_columns(unsigned matrix)
{
    static const uint16_t COLUMNS[DEM_MATRIX_COUNT] = {[DEM_MATRIX_IN] = DEM_NET_IN,
                                                       [DEM_MATRIX_TAG] = WIDTH,
                                                       [DEM_MATRIX_MLP] = WIDTH,
                                                       [DEM_MATRIX_ARC] = DEM_NET_ARC,
                                                       [DEM_MATRIX_REL] = DEM_NET_REL};
    if (matrix >= DEM_MATRIX_LAYER && matrix < DEM_MATRIX_TAG) return WIDTH;
    return matrix < DEM_MATRIX_COUNT ? COLUMNS[matrix] : 0;
}

uint32_t dem_net_rows(unsigned matrix, uint32_t n_tags)
{
    const uint32_t rows[DEM_MATRIX_COUNT] = {[DEM_MATRIX_IN] = WIDTH,
                                             [DEM_MATRIX_TAG] = n_tags,
                                             [DEM_MATRIX_MLP] = DEM_NET_MLP,
                                             [DEM_MATRIX_ARC] = DEM_NET_ARC,
                                             [DEM_MATRIX_REL] = DEM_REL_COUNT};
    if (matrix >= DEM_MATRIX_LAYER && matrix < DEM_MATRIX_TAG) return GATES;
    return matrix < DEM_MATRIX_COUNT ? DEM_WHOLE16(rows[matrix]) : 0;
}

dem_net_work *dem_net_work_new(const dem_net *net, const dem_kernel *kernel)
{
    dem_net_work *w = dem_xalloc(sizeof *w);
    w->net = net;
    w->kernel = kernel ? kernel : dem_kernel_best();
    w->known = dem_known_new(net, w->kernel);
    w->tree = dem_arborescence_new();
    return w;
}
void dem_net_work_free(dem_net_work *w)
{
    if (!w) return;
    dem_known_free(w->known);
    dem_arborescence_free(w->tree);
    free(w);
}

/* One direction of layer `l` over the words from `first` on. */
static void recur(const dem_net *net, dem_net_work *k, unsigned l, int from, int backward, uint32_t first,
                  uint32_t n)
{
    const size_t at = (size_t)first * WIDTH + (size_t)backward * DEM_NET_H;
    const dem_recurrence r = {.n = n,
                              .step = backward ? -1 : 1,
                              .u = k->gates + (size_t)first * GATES + (size_t)backward * 3 * DEM_NET_H,
                              .u_stride = GATES,
                              .x = k->h[from] + at,
                              .h = k->h[!from] + at,
                              .stride = WIDTH,
                              .v = net->values->gate_v[l] + backward * 2 * DEM_NET_H,
                              .b = net->values->gate_b[l] + backward * 2 * DEM_NET_H};
    k->kernel->recur(&r);
}

/* Layer `l`, whose products are in k->gates: from k->h[from] to the other. */
static void layer(const dem_net *net, dem_net_work *k, unsigned l, int from, const dem_net_batch *b)
{
    for (uint32_t i = 0; i < b->n; i++)
        for (int d = 0; d < 2; d++) recur(net, k, l, from, d, b->from[i], b->from[i + 1] - b->from[i]);
    k->kernel->to_bytes(k->h[!from], (size_t)b->from[b->n] * WIDTH, k->byte);
}

static uint8_t best_of(const float *score, unsigned n)
{
    unsigned best = 0;
    for (unsigned i = 1; i < n; i++)
        if (score[i] > score[best]) best = i;
    return (uint8_t)best;
}

static void tags(const dem_net *net, dem_net_work *k, uint32_t n, uint8_t *tag)
{
    const dem_matrix *m = &net->matrix[DEM_MATRIX_TAG];
    k->kernel->multiply(m, k->byte, n, k->wide);
    for (uint32_t t = 0; t < n; t++) tag[t] = best_of(k->wide + (size_t)t * m->out, net->n_tags);
}

/* Vectors of all words as dependents and as heads. */
static void ends_of_arcs(const dem_net *net, dem_net_work *k, uint32_t n)
{
    k->kernel->multiply(&net->matrix[DEM_MATRIX_MLP], k->byte, n, k->mlp);
    for (uint32_t t = 0; t < n; t++) {
        float *m = k->mlp + (size_t)t * DEM_NET_MLP;
        k->kernel->tanh(m, 2 * DEM_NET_ARC);
        k->kernel->to_bytes(m, DEM_NET_ARC, k->byte + (size_t)t * DEM_NET_ARC);
    }
    k->kernel->multiply(&net->matrix[DEM_MATRIX_ARC], k->byte, n, k->q);
}

/* Head vectors of a sentence, turned so that those of neighbours lie side by side. */
static void turn_heads(const dem_net *net, dem_net_work *k, const float *mlp, uint32_t n, size_t stride)
{
    for (uint32_t d = 0; d < DEM_NET_ARC; d++) {
        float *row = k->head + d * stride;
        for (uint32_t t = 0; t < n; t++) row[t] = mlp[(size_t)t * DEM_NET_MLP + DEM_NET_ARC + d];
        row[n] = net->values->root_arc[d];
        for (size_t t = n + 1; t < stride; t++) row[t] = 0;
    }
}

/* Heads of the n words from `first` on. */
static void heads(const dem_net *net, dem_net_work *k, uint32_t first, uint32_t n, int16_t *head)
{
    const size_t stride = DEM_WHOLE16((size_t)n + 1);
    turn_heads(net, k, k->mlp + (size_t)first * DEM_NET_MLP, n, stride);
    for (uint32_t t = 0; t < n; t++) {
        float *s = k->score + t * stride;
        k->kernel->products(k->q + (size_t)(first + t) * DEM_NET_ARC, k->head, DEM_NET_ARC, n + 1, stride, s);
        for (uint32_t j = 0; j < n; j++)
            if (j != t) s[j] += net->values->dist[dem_net_dist((int)t, (int)j)];
    }
    dem_arborescence_run(k->tree, k->score, stride, n, head);
}

/* The hidden layer over both ends of every arc of a sentence, as bytes. */
static void arcs_of(const dem_net *net, dem_net_work *k, uint32_t first, uint32_t n, const int16_t *head)
{
    const float *mlp = k->mlp + (size_t)first * DEM_NET_MLP + 2 * DEM_NET_ARC;
    for (uint32_t t = 0; t < n; t++) {
        const float *a = mlp + (size_t)t * DEM_NET_MLP;
        const float *b =
            head[t] == DEM_ROOT ? net->values->root_rel : mlp + (size_t)head[t] * DEM_NET_MLP + DEM_NET_REL;
        float *x = k->wide + (size_t)(first + t) * DEM_NET_REL;
        for (int j = 0; j < DEM_NET_REL; j++) x[j] = a[j] + b[j];
    }
}

static void relations(const dem_net *net, dem_net_work *k, uint32_t n, const int16_t *head, uint8_t *rel)
{
    const dem_matrix *m = &net->matrix[DEM_MATRIX_REL];
    k->kernel->tanh(k->wide, (size_t)n * DEM_NET_REL);
    k->kernel->to_bytes(k->wide, (size_t)n * DEM_NET_REL, k->byte);
    k->kernel->multiply(m, k->byte, n, k->wide);
    for (uint32_t t = 0; t < n; t++) {
        float *s = k->wide + (size_t)t * m->out;
        s[DEM_REL_root] = -HUGE_VALF; /* only under ROOT */
        rel[t] = head[t] == DEM_ROOT ? DEM_REL_root : best_of(s, DEM_REL_COUNT);
    }
}

void dem_net_run(dem_net_work *k, const dem_net_batch *b, uint8_t *tag, int16_t *head, uint8_t *rel)
{
    const dem_net *net = k->net;
    const uint32_t n = b->from[b->n];
    dem_known_run(k->known, b->word, n, k->h[0], k->gates);
    int from = 0;
    for (unsigned l = 0; l < DEM_NET_LAYERS; l++, from = !from) {
        if (l) k->kernel->multiply(&net->matrix[DEM_MATRIX_LAYER + l], k->byte, n, k->gates);
        layer(net, k, l, from, b);
        if (l + 1 == DEM_NET_TAG_LAYER) tags(net, k, n, tag);
    }
    ends_of_arcs(net, k, n);
    for (uint32_t i = 0; i < b->n; i++) {
        heads(net, k, b->from[i], b->from[i + 1] - b->from[i], head + b->from[i]);
        arcs_of(net, k, b->from[i], b->from[i + 1] - b->from[i], head + b->from[i]);
    }
    relations(net, k, n, head, rel);
}
