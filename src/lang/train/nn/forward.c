/* lang/train/nn/forward.c - packed sentences through the network, and the losses. */
#include "base/arena.h"
#include "lang/train/nn/steps.h"

static void make_mask(const dem_shard *s, real *mask, size_t width, double share, uint64_t *seed)
{
    const real keep = (real)(1 / (1 - share));
    for (uint32_t k = 0; k < s->n_sentences; k++) {
        real *first = mask + s->from[k] * width;
        for (size_t j = 0; j < width; j++) first[j] = share > 0 && dem_random(seed) < share ? 0 : keep;
        for (uint32_t t = s->from[k] + 1; t < s->from[k + 1]; t++)
            memcpy(mask + t * width, first, width * sizeof *mask);
    }
}
/* In steps of 1/63, as the finished network has them; the gradient passes through. */
static void rounding(real *a, size_t n, bool rounded)
{
    const real steps = (real)DEM_BYTE_STEPS, middle = (real)(DEM_BYTE_ZERO + 0.5);
    for (size_t i = 0; rounded && i < n; i++)
        a[i] = (real)((int)(a[i] * steps + middle) - DEM_BYTE_ZERO) / steps;
}
/* x [n][width] rounded, and the share of it hidden that `mask` is made to tell. */
static void hide(const dem_shard *s, const real *x, real *out, real *mask, size_t width, double share,
                 uint64_t *seed, bool rounded)
{
    memcpy(out, x, s->n * width * sizeof *x);
    rounding(out, s->n * width, rounded);
    make_mask(s, mask, width, share, seed);
    times(out, mask, out, s->n * width);
}
static void add_bias(real *y, const real *b, size_t n, size_t width)
{
    for (size_t t = 0; t < n; t++)
        for (size_t j = 0; j < width; j++) y[t * width + j] += b[j];
}
static void all_tanh(real *y, size_t n)
{
    for (size_t i = 0; i < n; i++) y[i] = dem_real_tanh(y[i]);
}

/* ---- input ------------------------------------------------------------------------------------------ */

static void input(dem_shard *s, const dem_params *p, const uint8_t *vectors, const dem_dropout *drop,
                  uint64_t *seed)
{
    memset(s->x0, 0, (size_t)s->n * DEM_NET_IN * sizeof *s->x0);
    for (uint32_t t = 0; t < s->n; t++) {
        real *x = s->x0 + (size_t)t * DEM_NET_IN, *e = x + DEM_NET_EMB_AT;
        dem_net_input *in = &s->in[t];
        if (drop && dem_random(seed) < drop->word) in->row[0] = UINT32_MAX;
        if (drop && dem_random(seed) < drop->vector) in->vec = DEM_NET_NO_VECTOR;
        if (in->vec != DEM_NET_NO_VECTOR)
            for (int j = 0; j < DEM_NET_VEC; j++)
                x[j] =
                    (real)(vectors[(size_t)in->vec * DEM_NET_VEC + j] - DEM_BYTE_ZERO) / (real)DEM_BYTE_STEPS;
        for (int k = 0; k < DEM_NET_FEATURES; k++) {
            if (in->row[k] == UINT32_MAX) continue;
            const real *row = p->rows + (size_t)in->row[k] * DEM_NET_EMB;
            for (int j = 0; j < DEM_NET_EMB; j++) e[j] += row[j];
        }
        all_tanh(e, DEM_NET_EMB);
    }
}

/* ---- recurrent layers ------------------------------------------------------------------------------- */

static void recur(dem_shard *s, const dem_params *p, unsigned l, const real *x, run r)
{
    const real *v = dem_param_of(p, dem_layer_param(l, DEM_P_LAYER_V)) + r.d * 2 * H;
    const real *b = dem_param_of(p, dem_layer_param(l, DEM_P_LAYER_B)) + r.d * 2 * H;
    const real zero[H] = {0}, *c0 = zero;
    for (uint32_t t = r.first;; t += (uint32_t)r.step) {
        const real *u = s->layer[l].u + (size_t)t * DEM_NET_GATES + r.d * 3 * H;
        size_t at = (size_t)t * W + (size_t)r.d * H;
        real *c = s->layer[l].c + at, *f = s->layer[l].f + at, *q = s->layer[l].r + at, *g = s->layer[l].g + at,
             *h = s->layer[l].h + at;
        for (int j = 0; j < H; j++) {
            f[j] = dem_real_sigmoid(u[H + j] + v[j] * c0[j] + b[j]);
            q[j] = dem_real_sigmoid(u[2 * H + j] + v[H + j] * c0[j] + b[H + j]);
            c[j] = f[j] * c0[j] + (1 - f[j]) * u[j];
            g[j] = dem_real_tanh(c[j]);
            h[j] = q[j] * g[j] + (1 - q[j]) * x[at + j];
        }
        c0 = c;
        if (t == r.last) break;
    }
}

static void layers(dem_shard *s, const dem_params *p, double share, uint64_t *seed, bool rounded)
{
    for (unsigned l = 0; l < DEM_NET_LAYERS; l++) {
        const real *x = below(s, l);
        hide(s, x, s->layer[l].x, s->layer[l].mask, W, share, seed, rounded);
        dem_mul_nt((int)s->n, DEM_NET_GATES, W, s->layer[l].x,
                   dem_param_of(p, dem_layer_param(l, DEM_P_LAYER_W)), s->layer[l].u, 0);
        for (uint32_t k = 0; k < s->n_sentences; k++)
            for (int d = 0; d < 2; d++) recur(s, p, l, x, direction(s, k, d));
    }
}

/* ---- losses ----------------------------------------------------------------------------------------- */

/* Turns scores into probabilities; the loss for `gold`. */
static double softmax(real *y, size_t n, size_t gold)
{
    size_t best = 0;
    for (size_t k = 1; k < n; k++)
        if (y[k] > y[best]) best = k;
    real most = y[best], sum = 0;
    for (size_t k = 0; k < n; k++) sum += y[k] = (real)exp((double)(y[k] - most));
    for (size_t k = 0; k < n; k++) y[k] /= sum;
    return -log((double)y[gold] > 1e-30 ? (double)y[gold] : 1e-30);
}

static void tags(dem_shard *s, const dem_params *p, double share, uint64_t *seed, bool rounded)
{
    hide(s, s->layer[DEM_NET_TAG_LAYER - 1].h, s->tag_x, s->tag_mask, W, share, seed, rounded);
    dem_mul_nt((int)s->n, (int)p->n_tags, W, s->tag_x, dem_param_of(p, DEM_P_TAG_W), s->tag_p, 0);
    add_bias(s->tag_p, dem_param_of(p, DEM_P_TAG_B), s->n, p->n_tags);
    for (uint32_t t = 0; t < s->n; t++) {
        double loss = softmax(s->tag_p + (size_t)t * p->n_tags, p->n_tags, s->tag[t]);
        if (!unsure(s, t)) s->loss_tag += (double)TAG_WEIGHT * loss;
    }
}

/* Vectors of words as dependents and as heads of arcs go through tanh, those for relations stay as they are. */
static void ends_of_arcs(dem_shard *s, const dem_params *p, double share, uint64_t *seed, bool rounded)
{
    hide(s, s->layer[DEM_NET_LAYERS - 1].h, s->top, s->top_mask, W, share, seed, rounded);
    dem_mul_nt((int)s->n, DEM_NET_MLP, W, s->top, dem_param_of(p, DEM_P_MLP_W), s->mlp, 0);
    add_bias(s->mlp, dem_param_of(p, DEM_P_MLP_B), s->n, DEM_NET_MLP);
    for (uint32_t t = 0; t < s->n; t++) all_tanh(s->mlp + (size_t)t * DEM_NET_MLP, 2 * DEM_NET_ARC);
    memcpy(s->dep, s->mlp, (size_t)s->n * DEM_NET_MLP * sizeof *s->dep);
    for (uint32_t t = 0; t < s->n; t++) rounding(s->dep + (size_t)t * DEM_NET_MLP, DEM_NET_ARC, rounded);
    make_mask(s, s->dep_mask, DEM_NET_MLP, share, seed);
    times(s->dep, s->dep_mask, s->dep, (size_t)s->n * DEM_NET_MLP);
    for (uint32_t t = 0; t < s->n; t++)
        memcpy(s->q + (size_t)t * DEM_NET_ARC, dem_param_of(p, DEM_P_ARC_C), DEM_NET_ARC * sizeof *s->q);
    dem_gemm(CblasRowMajor, CblasNoTrans, CblasTrans, (int)s->n, DEM_NET_ARC, DEM_NET_ARC, 1, s->dep,
             DEM_NET_MLP, dem_param_of(p, DEM_P_ARC_U), DEM_NET_ARC, 1, s->q, DEM_NET_ARC);
}

/* Room for the scores of all sentences, n rows of n + 1 each, ROOT last. */
static void scores_room(dem_shard *s)
{
    size_t need = 0;
    for (uint32_t k = 0; k < s->n_sentences; k++) {
        size_t n = s->from[k + 1] - s->from[k];
        need += n * (n + 1);
    }
    if (need <= s->score_cap) return;
    s->score_cap = need + need / 2;
    s->score = dem_xrealloc(s->score, s->score_cap * sizeof *s->score);
}

static void arcs(dem_shard *s, const dem_params *p)
{
    const real *root = dem_param_of(p, DEM_P_ROOT), *dist = dem_param_of(p, DEM_P_DIST);
    scores_room(s);
    real *score = s->score;
    for (uint32_t k = 0; k < s->n_sentences; k++) {
        int n = (int)(s->from[k + 1] - s->from[k]);
        const real *q = s->q + (size_t)s->from[k] * DEM_NET_ARC;
        const real *head = s->dep + (size_t)s->from[k] * DEM_NET_MLP + DEM_NET_ARC;
        dem_gemm(CblasRowMajor, CblasNoTrans, CblasTrans, n, n, DEM_NET_ARC, 1, q, DEM_NET_ARC, head,
                 DEM_NET_MLP, 0, score, n + 1);
        for (int i = 0; i < n; i++, score += n + 1) {
            real sum = 0;
            for (int j = 0; j < DEM_NET_ARC; j++) sum += q[(size_t)i * DEM_NET_ARC + j] * root[j];
            score[n] = sum;
            for (int j = 0; j < n; j++) score[j] = i == j ? (real)-1e9 : score[j] + dist[dem_net_dist(i, j)];
            double loss = softmax(score, (size_t)n + 1, gold_column(s, k, i));
            if (!unsure(s, s->from[k] + (uint32_t)i)) s->loss_arc += loss;
        }
    }
}

static void relations(dem_shard *s, const dem_params *p, bool rounded)
{
    for (uint32_t k = 0; k < s->n_sentences; k++)
        for (uint32_t t = s->from[k]; t < s->from[k + 1]; t++) {
            const real *a = s->dep + (size_t)t * DEM_NET_MLP + 2 * DEM_NET_ARC,
                       *b = rel_head(s, s->dep, p, k, t);
            for (int j = 0; j < DEM_NET_REL; j++)
                s->hid[(size_t)t * DEM_NET_REL + j] = dem_real_tanh(a[j] + b[j]);
        }
    rounding(s->hid, (size_t)s->n * DEM_NET_REL, rounded);
    dem_mul_nt((int)s->n, DEM_REL_COUNT, DEM_NET_REL, s->hid, dem_param_of(p, DEM_P_REL_W), s->rel_p, 0);
    add_bias(s->rel_p, dem_param_of(p, DEM_P_REL_B), s->n, DEM_REL_COUNT);
    for (uint32_t t = 0; t < s->n; t++) {
        unsigned gold = unsure(s, t) ? 0 : s->rel[t];
        double loss = softmax(s->rel_p + (size_t)t * DEM_REL_COUNT, DEM_REL_COUNT, gold);
        if (!unsure(s, t)) s->loss_rel += loss;
    }
}

void dem_shard_forward(dem_shard *s, const dem_params *p, const uint8_t *vectors, const dem_dropout *drop,
                       uint64_t seed, bool rounded)
{
    s->loss_arc = s->loss_rel = s->loss_tag = 0;
    input(s, p, vectors, drop, &seed);
    hide(s, s->x0, s->d0, s->in_mask, DEM_NET_IN, drop ? drop->input : 0, &seed, rounded);
    dem_mul_nt((int)s->n, W, DEM_NET_IN, s->d0, dem_param_of(p, DEM_P_IN_W), s->h0, 0);
    add_bias(s->h0, dem_param_of(p, DEM_P_IN_B), s->n, W);
    all_tanh(s->h0, (size_t)s->n * W);
    layers(s, p, drop ? drop->layer : 0, &seed, rounded);
    tags(s, p, drop ? drop->layer : 0, &seed, rounded);
    ends_of_arcs(s, p, drop ? drop->head : 0, &seed, rounded);
    arcs(s, p);
    relations(s, p, rounded);
}
