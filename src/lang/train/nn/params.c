/* lang/train/nn/params.c - sizes, first weights, Adam. */
#include "lang/train/nn/params.h"
#include "base/arena.h"
#include <stdlib.h>

static size_t size_of(unsigned n_tags, unsigned which)
{
    if (which >= DEM_P_LAYER_W && which < DEM_P_TAG_W) {
        unsigned part = (which - DEM_P_LAYER_W) % 3;
        return part == 0 ? (size_t)DEM_NET_GATES * DEM_NET_W : 4 * DEM_NET_H;
    }
    switch (which) {
    case DEM_P_IN_W: return (size_t)DEM_NET_W * DEM_NET_IN;
    case DEM_P_IN_B: return DEM_NET_W;
    case DEM_P_TAG_W: return (size_t)n_tags * DEM_NET_W;
    case DEM_P_TAG_B: return n_tags;
    case DEM_P_MLP_W: return (size_t)DEM_NET_MLP * DEM_NET_W;
    case DEM_P_MLP_B: return DEM_NET_MLP;
    case DEM_P_ARC_U: return (size_t)DEM_NET_ARC * DEM_NET_ARC;
    case DEM_P_ARC_C: return DEM_NET_ARC;
    case DEM_P_ROOT: return DEM_NET_ARC + DEM_NET_REL;
    case DEM_P_DIST: return DEM_NET_DIST;
    case DEM_P_REL_W: return (size_t)DEM_REL_COUNT * DEM_NET_REL;
    case DEM_P_REL_B: return DEM_REL_COUNT;
    default: return 0;
    }
}

static void make(dem_params *p, unsigned n_tags)
{
    p->n_tags = n_tags;
    for (unsigned i = 0; i < DEM_P_COUNT; i++) p->at[i + 1] = p->at[i] + size_of(n_tags, i);
    p->w = dem_xalloc(p->at[DEM_P_COUNT] * sizeof *p->w);
    p->rows = dem_xalloc((size_t)DEM_NET_ROWS * DEM_NET_EMB * sizeof *p->rows);
}

static void draw(real *w, size_t n, double reach, uint64_t *seed)
{
    for (size_t i = 0; i < n; i++) w[i] = (real)(reach * (2 * dem_random(seed) - 1));
}

/* Glorot & Bengio (2010), equation 16. */
static void draw_matrix(dem_params *p, dem_param which, unsigned out, unsigned in, uint64_t *seed)
{
    draw(dem_param_of(p, which), (size_t)out * in, sqrt(6.0 / (out + in)), seed);
}

void dem_params_init(dem_params *p, unsigned n_tags, uint64_t seed)
{
    memset(p, 0, sizeof *p);
    make(p, n_tags);
    draw_matrix(p, DEM_P_IN_W, DEM_NET_W, DEM_NET_IN, &seed);
    for (unsigned l = 0; l < DEM_NET_LAYERS; l++) {
        draw_matrix(p, dem_layer_param(l, DEM_P_LAYER_W), DEM_NET_H, DEM_NET_W, &seed);
        real *w = dem_param_of(p, dem_layer_param(l, DEM_P_LAYER_W));
        draw(w, (size_t)DEM_NET_GATES * DEM_NET_W, sqrt(3.0 / DEM_NET_W), &seed);
        draw(dem_param_of(p, dem_layer_param(l, DEM_P_LAYER_V)), 4 * DEM_NET_H, 0.5, &seed);
    }
    draw_matrix(p, DEM_P_TAG_W, n_tags, DEM_NET_W, &seed);
    draw_matrix(p, DEM_P_MLP_W, DEM_NET_ARC, DEM_NET_W, &seed);
    draw(dem_param_of(p, DEM_P_MLP_W), (size_t)DEM_NET_MLP * DEM_NET_W, sqrt(6.0 / (DEM_NET_ARC + DEM_NET_W)),
         &seed);
    draw_matrix(p, DEM_P_ARC_U, DEM_NET_ARC, DEM_NET_ARC, &seed);
    draw(dem_param_of(p, DEM_P_ROOT), DEM_NET_ARC + DEM_NET_REL, 0.3, &seed);
    draw_matrix(p, DEM_P_REL_W, DEM_REL_COUNT, DEM_NET_REL, &seed);
    draw(p->rows, (size_t)DEM_NET_ROWS * DEM_NET_EMB, 0.1, &seed);
}
void dem_params_zero_like(dem_params *p, const dem_params *like)
{
    memset(p, 0, sizeof *p);
    make(p, like->n_tags);
}
void dem_params_release(dem_params *p)
{
    free(p->w);
    free(p->rows);
    memset(p, 0, sizeof *p);
}

void dem_adam_init(dem_adam *a, const dem_params *p)
{
    a->step = 0;
    dem_params_zero_like(&a->m, p);
    dem_params_zero_like(&a->v, p);
}
void dem_adam_release(dem_adam *a)
{
    dem_params_release(&a->m);
    dem_params_release(&a->v);
}

#define BETA1 0.9
#define BETA2 0.98
#define EPSILON 1e-8

static double norm_of(const dem_params *g, const uint32_t *row, size_t n_row)
{
    double s = 0;
    for (size_t i = 0; i < g->at[DEM_P_COUNT]; i++) s += (double)g->w[i] * g->w[i];
    for (size_t k = 0; k < n_row; k++)
        for (unsigned j = 0; j < DEM_NET_EMB; j++) {
            double x = g->rows[(size_t)row[k] * DEM_NET_EMB + j];
            s += x * x;
        }
    return sqrt(s);
}

static void move(real *w, real *g, real *m, real *v, size_t n, real scale, real rate, real fix)
{
    for (size_t i = 0; i < n; i++) {
        real x = g[i] * scale;
        m[i] = (real)BETA1 * m[i] + (real)(1 - BETA1) * x;
        v[i] = (real)BETA2 * v[i] + (real)(1 - BETA2) * x * x;
        w[i] -= rate * m[i] / (dem_real_sqrt(v[i] * fix) + (real)EPSILON);
        g[i] = 0;
    }
}

void dem_adam_move(dem_adam *a, dem_params *p, dem_params *g, const uint32_t *row, size_t n_row, double rate,
                   double most)
{
    a->step++;
    double norm = norm_of(g, row, n_row);
    real scale = (real)(norm > most ? most / norm : 1);
    double age = (double)(a->step < 100000 ? a->step : 100000);
    real step = (real)(rate / (1 - pow(BETA1, age))), fix = (real)(1 / (1 - pow(BETA2, age)));
    move(p->w, g->w, a->m.w, a->v.w, p->at[DEM_P_COUNT], scale, step, fix);
    for (size_t k = 0; k < n_row; k++) {
        size_t at = (size_t)row[k] * DEM_NET_EMB;
        move(p->rows + at, g->rows + at, a->m.rows + at, a->v.rows + at, DEM_NET_EMB, scale, step, fix);
    }
}

bool dem_params_save(const dem_params *p, FILE *f)
{
    size_t rows = (size_t)DEM_NET_ROWS * DEM_NET_EMB;
    return fwrite(p->at, sizeof p->at, 1, f) == 1 &&
           fwrite(p->w, sizeof *p->w, p->at[DEM_P_COUNT], f) == p->at[DEM_P_COUNT] &&
           fwrite(p->rows, sizeof *p->rows, rows, f) == rows;
}
bool dem_params_load(dem_params *p, FILE *f)
{
    size_t rows = (size_t)DEM_NET_ROWS * DEM_NET_EMB, at[DEM_P_COUNT + 1];
    return fread(at, sizeof at, 1, f) == 1 && memcmp(at, p->at, sizeof at) == 0 &&
           fread(p->w, sizeof *p->w, p->at[DEM_P_COUNT], f) == p->at[DEM_P_COUNT] &&
           fread(p->rows, sizeof *p->rows, rows, f) == rows;
}
