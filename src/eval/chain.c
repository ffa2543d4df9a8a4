/* eval/chain.c - see chain.h. */
#include "eval/chain.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

dem_dual dem_dual_new(uint32_t n, double rate, double penalty)
{
    return (dem_dual){.w = dem_xalloc(n * sizeof(double)),
                      .sum = dem_xalloc(n * sizeof(double)),
                      .square = dem_xalloc(n * sizeof(double)),
                      .seen = dem_xalloc(n * sizeof(double)),
                      .n = n,
                      .rate = rate,
                      .penalty = penalty};
}

void dem_dual_free(dem_dual *d)
{
    free(d->w);
    free(d->sum);
    free(d->square);
    free(d->seen);
    *d = (dem_dual){0};
}

void dem_dual_step(dem_dual *d, uint32_t i, double gradient)
{
    d->sum[i] += gradient;
    d->square[i] += gradient * gradient;
    d->seen[i]++;
    double kept = fabs(d->sum[i]) - d->penalty * d->seen[i] - 0.5;
    if (kept <= 0) d->w[i] = 0;
    else d->w[i] = (d->sum[i] > 0 ? -kept : kept) * d->rate / (1e-3 + sqrt(d->square[i]));
}

/* ---- sequences ---------------------------------------------------------------------------------------------- */

enum { R = DEM_CHAIN_ROLES };

static double log_sum(const double x[R])
{
    double most = x[0], sum = 0;
    for (int r = 1; r < R; r++)
        if (x[r] > most) most = x[r];
    for (int r = 0; r < R; r++) sum += exp(x[r] - most);
    return most + log(sum);
}

static const double *passages(const dem_chain *c, uint32_t i, const dem_dual *pass)
{
    return pass->w + c->step[i] * R * R;
}

static void own_scores(const dem_chain *c, const dem_dual *own, double (*score)[R])
{
    for (uint32_t i = 0; i < c->n; i++) {
        memset(score[i], 0, sizeof score[i]);
        for (uint32_t k = c->from[i]; k < c->from[i + 1]; k++)
            for (int r = 1; r < R; r++) score[i][r] += own->w[c->trait[k] * (R - 1) + r - 1];
        for (int r = 0; r < R && i == c->fixed; r++)
            if (r != c->role[i]) score[i][r] = -1e4;
    }
}

static void forward(const dem_chain *c, const dem_dual *pass, double (*score)[R], double (*a)[R])
{
    memcpy(a[0], score[0], sizeof a[0]);
    for (uint32_t i = 1; i < c->n; i++) {
        const double *p = passages(c, i, pass);
        for (int r = 0; r < R; r++) {
            double x[R];
            for (int q = 0; q < R; q++) x[q] = a[i - 1][q] + p[q * R + r];
            a[i][r] = score[i][r] + log_sum(x);
        }
    }
}

static void backward(const dem_chain *c, const dem_dual *pass, double (*score)[R], double (*b)[R])
{
    memset(b[c->n - 1], 0, sizeof b[0]);
    for (uint32_t i = c->n - 1; i-- > 0;) {
        const double *p = passages(c, i + 1, pass);
        for (int r = 0; r < R; r++) {
            double x[R];
            for (int q = 0; q < R; q++) x[q] = b[i + 1][q] + score[i + 1][q] + p[r * R + q];
            b[i][r] = log_sum(x);
        }
    }
}

double dem_chain_learn(const dem_chain *c, dem_dual *own, dem_dual *pass)
{
    double(*score)[R] = dem_xalloc(c->n * sizeof *score), (*a)[R] = dem_xalloc(c->n * sizeof *a),
    (*b)[R] = dem_xalloc(c->n * sizeof *b), (*move)[R * R] = dem_xalloc(c->n * sizeof *move);
    own_scores(c, own, score);
    forward(c, pass, score, a);
    backward(c, pass, score, b);
    double all = log_sum(a[c->n - 1]), right = score[0][c->role[0]];
    for (uint32_t i = 1; i < c->n; i++) {
        const double *p = passages(c, i, pass);
        right += score[i][c->role[i]] + p[c->role[i - 1] * R + c->role[i]];
        for (int q = 0; q < R; q++)
            for (int r = 0; r < R; r++)
                move[i][q * R + r] = exp(a[i - 1][q] + p[q * R + r] + score[i][r] + b[i][r] - all) -
                                     (q == c->role[i - 1] && r == c->role[i]);
    }
    for (uint32_t i = 0; i < c->n; i++) {
        double g[R];
        for (int r = 1; r < R; r++) g[r] = exp(a[i][r] + b[i][r] - all) - (r == c->role[i]);
        for (uint32_t k = c->from[i]; k < c->from[i + 1] && i != c->fixed; k++)
            for (int r = 1; r < R; r++) dem_dual_step(own, c->trait[k] * (R - 1) + (uint32_t)r - 1, g[r]);
        for (uint32_t k = 0; k < R * R && i; k++) dem_dual_step(pass, c->step[i] * R * R + k, move[i][k]);
    }
    free(score);
    free(a);
    free(b);
    free(move);
    return all - right;
}

/* ---- decisions ---------------------------------------------------------------------------------------------- */

double dem_decision_learn(const dem_decision *d, dem_dual *traits, dem_dual *dense)
{
    double sum = 0;
    for (uint32_t i = 0; i < d->n; i++) sum += traits->w[d->trait[i]];
    for (uint32_t i = 0; i < d->n_value; i++) sum += dense->w[d->place[i]] * d->value[i];
    double p = 1 / (1 + exp(-sum)), g = p - d->right;
    for (uint32_t i = 0; i < d->n; i++) dem_dual_step(traits, d->trait[i], g);
    for (uint32_t i = 0; i < d->n_value; i++) dem_dual_step(dense, d->place[i], g * d->value[i]);
    return -log(d->right ? p + 1e-12 : 1 - p + 1e-12);
}
