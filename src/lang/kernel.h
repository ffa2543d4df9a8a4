/* lang/kernel.h - the arithmetic of the network, once for every machine and once for those with AVX2.
 *
 * Both give the same bits: products are of whole numbers, and all else is done number by number in the same
 * order. kernel.c is compiled twice, see meson.build. */
#ifndef DEM_LANG_KERNEL_H
#define DEM_LANG_KERNEL_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Numbers between -1 and 1 are stored as bytes 1 .. 127, 64 being 0. */
#define DEM_BYTE_ZERO 64
#define DEM_BYTE_STEPS 63.0f
static inline uint8_t dem_byte_of(float x)
{
    return (uint8_t)(int)(x * DEM_BYTE_STEPS + (DEM_BYTE_ZERO + 0.5f));
}

#define DEM_WEIGHT_MOST 63 /* so that four products of a byte and a weight fit into 16 bits */

/* Rows and strides are whole vectors of sixteen numbers. */
#define DEM_WHOLE16(n) (((n) + 15) / 16 * 16)

/* A matrix with rows of weights -63 .. 63, and what turns sums of products into numbers:
 * y[o] = (sum over i of w[o][i] * x[i] - shift[o]) * scale[o] + bias[o]. Weights are packed for AVX2: eight rows
 * together, four columns at a time: [out / 8][in / 4][8][4]. */
typedef struct dem_matrix {
    uint32_t out, in; /* multiples of 16; rows beyond those that mean something are 0 */
    const float *scale, *bias;
    const int32_t *shift;
    const int8_t *w;
} dem_matrix;

/* One direction of a recurrent layer over a sentence, see net.h. */
typedef struct dem_recurrence {
    uint32_t n;
    int step;       /* 1 from the first word on, -1 from the last */
    const float *u; /* the three products of word t at u + t * u_stride, H apart */
    const float *x; /* input of word t at x + t * stride */
    float *h;       /* output likewise */
    size_t u_stride, stride;
    const float *v, *b; /* [2][H] */
} dem_recurrence;

typedef struct dem_kernel {
    const char *name;
    /* y [n][out] for x [n][in]. */
    void (*multiply)(const dem_matrix *m, const uint8_t *x, uint32_t n, float *y);
    void (*to_bytes)(const float *x, size_t n, uint8_t *out);
    /* In place; see dem_tanhf. */
    void (*tanh)(float *x, size_t n);
    void (*recur)(const dem_recurrence *r);
    /* score[j] = sum over d < size of q[d] * head[d * stride + j], j < n; stride a multiple of 16 and >= n. */
    void (*products)(const float *q, const float *head, uint32_t size, uint32_t n, size_t stride, float *score);
    /* sum[j] += row[j] for each of the DEM_NET_EMB numbers. */
    void (*add_row)(int16_t *sum, const int8_t *row);
} dem_kernel;

extern const dem_kernel dem_kernel_portable;
extern const dem_kernel dem_kernel_avx2; /* on x86-64 only */
/* The best that this machine has. */
const dem_kernel *dem_kernel_best(void);

#endif
