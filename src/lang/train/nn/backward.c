/* lang/train/nn/backward.c - the gradient of the losses, from the last step back to the input. */
#include "lang/train/nn/steps.h"

static void sum_bias(const real *dy, real *db, size_t n, size_t width)
{
    for (size_t t = 0; t < n; t++)
        for (size_t j = 0; j < width; j++) db[j] += dy[t * width + j];
}
static void through_tanh(real *dy, const real *y, size_t n)
{
    for (size_t i = 0; i < n; i++) dy[i] *= 1 - y[i] * y[i];
}

/* dh: gradient of the output; dx gets what passes beside the gates, s->d_u what goes to them. */
static void recur_back(dem_shard *s, const dem_params *p, unsigned l, const real *x, const real *dh, real *dx,
                       run r)
{
    const real *v = dem_param_of(p, dem_layer_param(l, DEM_P_LAYER_V)) + r.d * 2 * H;
    real *dv = dem_param_of(&s->grad, dem_layer_param(l, DEM_P_LAYER_V)) + r.d * 2 * H;
    real *db = dem_param_of(&s->grad, dem_layer_param(l, DEM_P_LAYER_B)) + r.d * 2 * H;
    const real zero[H] = {0};
    real later[H] = {0};
    for (uint32_t t = r.last;; t -= (uint32_t)r.step) {
        const real *u = s->layer[l].u + (size_t)t * DEM_NET_GATES + r.d * 3 * H;
        real *du = s->d_u + (size_t)t * DEM_NET_GATES + r.d * 3 * H;
        size_t at = (size_t)t * W + (size_t)r.d * H;
        const real *f = s->layer[l].f + at, *q = s->layer[l].r + at, *g = s->layer[l].g + at;
        const real *c0 = t == r.first ? zero : s->layer[l].c + at - (long)r.step * W;
        for (int j = 0; j < H; j++) {
            real d = dh[at + j], dq = d * (g[j] - x[at + j]) * q[j] * (1 - q[j]);
            real dc = later[j] + d * q[j] * (1 - g[j] * g[j]);
            real df = dc * (c0[j] - u[j]) * f[j] * (1 - f[j]);
            dx[at + j] = d * (1 - q[j]);
            du[j] = dc * (1 - f[j]);
            du[H + j] = df;
            du[2 * H + j] = dq;
            later[j] = dc * f[j] + df * v[j] + dq * v[H + j];
            dv[j] += df * c0[j];
            dv[H + j] += dq * c0[j];
            db[j] += df;
            db[H + j] += dq;
        }
        if (t == r.first) break;
    }
}

/* Probabilities become the gradient of the loss for `gold`. */
static void softmax_back(real *p, size_t n, size_t gold, real scale)
{
    p[gold] -= 1;
    for (size_t k = 0; k < n; k++) p[k] *= scale;
}

static void relations_back(dem_shard *s, const dem_params *p, real scale)
{
    real *d_hid = s->d_a; /* [n][REL] fits */
    for (uint32_t t = 0; t < s->n; t++)
        softmax_back(s->rel_p + (size_t)t * DEM_REL_COUNT, DEM_REL_COUNT, unsure(s, t) ? 0 : s->rel[t],
                     unsure(s, t) ? 0 : scale);
    dem_mul_tn((int)s->n, DEM_REL_COUNT, DEM_NET_REL, s->rel_p, s->hid, dem_param_of(&s->grad, DEM_P_REL_W));
    sum_bias(s->rel_p, dem_param_of(&s->grad, DEM_P_REL_B), s->n, DEM_REL_COUNT);
    dem_mul_nn((int)s->n, DEM_REL_COUNT, DEM_NET_REL, s->rel_p, dem_param_of(p, DEM_P_REL_W), d_hid, 0);
    through_tanh(d_hid, s->hid, (size_t)s->n * DEM_NET_REL);
    for (uint32_t k = 0; k < s->n_sentences; k++)
        for (uint32_t t = s->from[k]; t < s->from[k + 1]; t++) {
            real *a = s->d_mlp + (size_t)t * DEM_NET_MLP + 2 * DEM_NET_ARC;
            real *b = rel_head(s, s->d_mlp, &s->grad, k, t);
            for (int j = 0; j < DEM_NET_REL; j++) {
                a[j] += d_hid[(size_t)t * DEM_NET_REL + j];
                b[j] += d_hid[(size_t)t * DEM_NET_REL + j];
            }
        }
}

static void arcs_back(dem_shard *s, const dem_params *p, real scale)
{
    const real *root = dem_param_of(p, DEM_P_ROOT);
    real *d_root = dem_param_of(&s->grad, DEM_P_ROOT), *d_dist = dem_param_of(&s->grad, DEM_P_DIST);
    real *score = s->score;
    for (uint32_t k = 0; k < s->n_sentences; k++) {
        int n = (int)(s->from[k + 1] - s->from[k]);
        const real *q = s->q + (size_t)s->from[k] * DEM_NET_ARC;
        real *dq = s->d_q + (size_t)s->from[k] * DEM_NET_ARC;
        size_t heads = (size_t)s->from[k] * DEM_NET_MLP + DEM_NET_ARC;
        for (int i = 0; i < n; i++) {
            real *y = score + (size_t)i * ((size_t)n + 1);
            softmax_back(y, (size_t)n + 1, gold_column(s, k, i),
                         unsure(s, s->from[k] + (uint32_t)i) ? 0 : scale);
            for (int j = 0; j < n; j++)
                if (j != i) d_dist[dem_net_dist(i, j)] += y[j];
            for (int j = 0; j < DEM_NET_ARC; j++) {
                dq[(size_t)i * DEM_NET_ARC + j] = y[n] * root[j];
                d_root[j] += y[n] * q[(size_t)i * DEM_NET_ARC + j];
            }
        }
        dem_gemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, n, DEM_NET_ARC, n, 1, score, n + 1, s->dep + heads,
                 DEM_NET_MLP, 1, dq, DEM_NET_ARC);
        dem_gemm(CblasRowMajor, CblasTrans, CblasNoTrans, n, DEM_NET_ARC, n, 1, score, n + 1, q, DEM_NET_ARC, 0,
                 s->d_mlp + heads, DEM_NET_MLP);
        score += (size_t)n * ((size_t)n + 1);
    }
    sum_bias(s->d_q, dem_param_of(&s->grad, DEM_P_ARC_C), s->n, DEM_NET_ARC);
    dem_gemm(CblasRowMajor, CblasTrans, CblasNoTrans, DEM_NET_ARC, DEM_NET_ARC, (int)s->n, 1, s->d_q,
             DEM_NET_ARC, s->dep, DEM_NET_MLP, 1, dem_param_of(&s->grad, DEM_P_ARC_U), DEM_NET_ARC);
    dem_gemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, (int)s->n, DEM_NET_ARC, DEM_NET_ARC, 1, s->d_q,
             DEM_NET_ARC, dem_param_of(p, DEM_P_ARC_U), DEM_NET_ARC, 0, s->d_mlp, DEM_NET_MLP);
}

/* From the vectors of ends of arcs to the top layer; the result is in d_b. */
static void ends_back(dem_shard *s, const dem_params *p)
{
    times(s->d_mlp, s->dep_mask, s->d_mlp, (size_t)s->n * DEM_NET_MLP);
    for (uint32_t t = 0; t < s->n; t++)
        through_tanh(s->d_mlp + (size_t)t * DEM_NET_MLP, s->mlp + (size_t)t * DEM_NET_MLP, 2 * DEM_NET_ARC);
    dem_mul_tn((int)s->n, DEM_NET_MLP, W, s->d_mlp, s->top, dem_param_of(&s->grad, DEM_P_MLP_W));
    sum_bias(s->d_mlp, dem_param_of(&s->grad, DEM_P_MLP_B), s->n, DEM_NET_MLP);
    dem_mul_nn((int)s->n, DEM_NET_MLP, W, s->d_mlp, dem_param_of(p, DEM_P_MLP_W), s->d_b, 0);
    times(s->d_b, s->top_mask, s->d_b, (size_t)s->n * W);
}

/* Adds the gradient of tags to d_b, which is that of the layer they are read from. */
static void tags_back(dem_shard *s, const dem_params *p, real scale)
{
    for (uint32_t t = 0; t < s->n; t++)
        softmax_back(s->tag_p + (size_t)t * p->n_tags, p->n_tags, s->tag[t],
                     unsure(s, t) ? 0 : scale * TAG_WEIGHT);
    dem_mul_tn((int)s->n, (int)p->n_tags, W, s->tag_p, s->tag_x, dem_param_of(&s->grad, DEM_P_TAG_W));
    sum_bias(s->tag_p, dem_param_of(&s->grad, DEM_P_TAG_B), s->n, p->n_tags);
    dem_mul_nn((int)s->n, (int)p->n_tags, W, s->tag_p, dem_param_of(p, DEM_P_TAG_W), s->d_a, 0);
    for (size_t i = 0; i < (size_t)s->n * W; i++) s->d_b[i] += s->d_a[i] * s->tag_mask[i];
}

static void layers_back(dem_shard *s, const dem_params *p, real scale)
{
    for (unsigned l = DEM_NET_LAYERS; l-- > 0;) {
        if (l + 1 == DEM_NET_TAG_LAYER) tags_back(s, p, scale);
        const real *x = below(s, l);
        for (uint32_t k = 0; k < s->n_sentences; k++)
            for (int d = 0; d < 2; d++) recur_back(s, p, l, x, s->d_b, s->d_a, direction(s, k, d));
        dem_param w = dem_layer_param(l, DEM_P_LAYER_W);
        dem_mul_tn((int)s->n, DEM_NET_GATES, W, s->d_u, s->layer[l].x, dem_param_of(&s->grad, w));
        dem_mul_nn((int)s->n, DEM_NET_GATES, W, s->d_u, dem_param_of(p, w), s->d_b, 0);
        for (size_t i = 0; i < (size_t)s->n * W; i++) s->d_b[i] = s->d_b[i] * s->layer[l].mask[i] + s->d_a[i];
    }
}

void dem_shard_backward(dem_shard *s, const dem_params *p, real scale)
{
    memset(s->d_mlp, 0, (size_t)s->n * DEM_NET_MLP * sizeof *s->d_mlp);
    arcs_back(s, p, scale); /* sets its part of d_mlp, the rest is still 0 */
    relations_back(s, p, scale);
    ends_back(s, p);
    layers_back(s, p, scale);
    through_tanh(s->d_b, s->h0, (size_t)s->n * W);
    dem_mul_tn((int)s->n, W, DEM_NET_IN, s->d_b, s->d0, dem_param_of(&s->grad, DEM_P_IN_W));
    sum_bias(s->d_b, dem_param_of(&s->grad, DEM_P_IN_B), s->n, W);
    dem_mul_nn((int)s->n, W, DEM_NET_IN, s->d_b, dem_param_of(p, DEM_P_IN_W), s->d_emb, 0);
    times(s->d_emb, s->in_mask, s->d_emb, (size_t)s->n * DEM_NET_IN);
    through_tanh(s->d_emb, s->x0, (size_t)s->n * DEM_NET_IN);
}
