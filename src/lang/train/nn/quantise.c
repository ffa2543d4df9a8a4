/* lang/train/nn/quantise.c - weights to bytes: a scale for each row of a matrix, one for all rows of words. */
#include "lang/train/nn/quantise.h"

static float largest(const real *w, size_t n)
{
    float most = 1e-9f;
    for (size_t i = 0; i < n; i++)
        if (fabsf((float)w[i]) > most) most = fabsf((float)w[i]);
    return most;
}
static int8_t step_of(real w, float step)
{
    float x = (float)w / step;
    return (int8_t)(int)(x + (x < 0 ? -0.5f : 0.5f));
}

/* w [rows][in] with biases b (NULL: none), rows filled up to a multiple of 16. */
static dem_matrix matrix(const real *w, const real *b, uint32_t rows, uint32_t in, dem_arena *a)
{
    uint32_t out = DEM_WHOLE16(rows);
    float *scale = dem_arena_array(a, float, out), *bias = dem_arena_array(a, float, out);
    int32_t *shift = dem_arena_array(a, int32_t, out);
    int8_t *packed = dem_arena_array(a, int8_t, (size_t)out * in);
    for (uint32_t o = 0; o < rows; o++) {
        float step = largest(w + (size_t)o * in, in) / DEM_WEIGHT_MOST;
        int32_t sum = 0;
        for (uint32_t i = 0; i < in; i++) {
            int8_t v = step_of(w[(size_t)o * in + i], step);
            packed[(size_t)(o / 8) * 8 * in + (size_t)(i / 4) * 32 + o % 8 * 4 + i % 4] = v;
            sum += v;
        }
        scale[o] = step / DEM_BYTE_STEPS;
        bias[o] = b ? (float)b[o] : 0;
        shift[o] = sum * DEM_BYTE_ZERO;
    }
    return (dem_matrix){out, in, scale, bias, shift, packed};
}

static const dem_net_values *values(const dem_params *p, float row_scale, dem_arena *a)
{
    dem_net_values *v = dem_arena_new(a, dem_net_values);
    v->row_scale = row_scale;
    for (unsigned l = 0; l < DEM_NET_LAYERS; l++)
        for (unsigned j = 0; j < 4 * DEM_NET_H; j++) {
            v->gate_v[l][j] = (float)dem_param_of(p, dem_layer_param(l, DEM_P_LAYER_V))[j];
            v->gate_b[l][j] = (float)dem_param_of(p, dem_layer_param(l, DEM_P_LAYER_B))[j];
        }
    for (unsigned j = 0; j < DEM_NET_ARC; j++) v->root_arc[j] = (float)dem_param_of(p, DEM_P_ROOT)[j];
    for (unsigned j = 0; j < DEM_NET_REL; j++)
        v->root_rel[j] = (float)dem_param_of(p, DEM_P_ROOT)[DEM_NET_ARC + j];
    for (unsigned j = 0; j < DEM_NET_DIST; j++) v->dist[j] = (float)dem_param_of(p, DEM_P_DIST)[j];
    return v;
}

/* Rows beyond this are cut: a few large ones must not coarsen all others. */
#define MOST_ROW 2.5f

void dem_quantise(dem_net *net, const dem_params *p, const dem_vectors *v, dem_arena *a)
{
    const size_t n = (size_t)DEM_NET_ROWS * DEM_NET_EMB;
    float most = largest(p->rows, n), step = (most < MOST_ROW ? most : MOST_ROW) / 127;
    int8_t *rows = dem_arena_array(a, int8_t, n);
    for (size_t i = 0; i < n; i++) {
        float x = (float)p->rows[i];
        rows[i] = step_of((real)(x > MOST_ROW ? MOST_ROW : x < -MOST_ROW ? -MOST_ROW : x), step);
    }
    *net = (dem_net){.words = v->words,
                     .vector = v->number,
                     .n_vector = v->n,
                     .rows = rows,
                     .n_tags = p->n_tags,
                     .values = values(p, step, a)};
    net->matrix[DEM_MATRIX_IN] =
        matrix(dem_param_of(p, DEM_P_IN_W), dem_param_of(p, DEM_P_IN_B), DEM_NET_W, DEM_NET_IN, a);
    for (unsigned l = 0; l < DEM_NET_LAYERS; l++)
        net->matrix[DEM_MATRIX_LAYER + l] =
            matrix(dem_param_of(p, dem_layer_param(l, DEM_P_LAYER_W)), NULL, DEM_NET_GATES, DEM_NET_W, a);
    net->matrix[DEM_MATRIX_TAG] =
        matrix(dem_param_of(p, DEM_P_TAG_W), dem_param_of(p, DEM_P_TAG_B), p->n_tags, DEM_NET_W, a);
    net->matrix[DEM_MATRIX_MLP] =
        matrix(dem_param_of(p, DEM_P_MLP_W), dem_param_of(p, DEM_P_MLP_B), DEM_NET_MLP, DEM_NET_W, a);
    net->matrix[DEM_MATRIX_ARC] =
        matrix(dem_param_of(p, DEM_P_ARC_U), dem_param_of(p, DEM_P_ARC_C), DEM_NET_ARC, DEM_NET_ARC, a);
    net->matrix[DEM_MATRIX_REL] =
        matrix(dem_param_of(p, DEM_P_REL_W), dem_param_of(p, DEM_P_REL_B), DEM_REL_COUNT, DEM_NET_REL, a);
}
