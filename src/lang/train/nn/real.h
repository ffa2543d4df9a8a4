/* lang/train/nn/real.h - numbers of the trainer: single precision, or double for the test that compares
 * gradients with finite differences. */
#ifndef DEM_TRAIN_REAL_H
#define DEM_TRAIN_REAL_H
#include "lang/net.h"
#include <cblas.h>
#include <math.h>

#ifdef DEM_REAL_DOUBLE
typedef double real;
#define dem_gemm cblas_dgemm
#define dem_real_sqrt sqrt
#else
typedef float real;
#define dem_gemm cblas_sgemm
#define dem_real_sqrt sqrtf
#endif

DEM_DEFINE_BOUNDED(dem_real_bounded, real)
DEM_DEFINE_TANH(dem_real_tanh, real, dem_real_bounded)
static inline real dem_real_sigmoid(real x)
{
    return (real)0.5 + (real)0.5 * dem_real_tanh(x * (real)0.5);
}

/* y [n][out] = x [n][in] times w [out][in] turned, added to y if `add`. */
static inline void dem_mul_nt(int n, int out, int in, const real *x, const real *w, real *y, real add)
{
    dem_gemm(CblasRowMajor, CblasNoTrans, CblasTrans, n, out, in, 1, x, in, w, in, add, y, out);
}
/* dx [n][in] = dy [n][out] times w [out][in], added to dx if `add`. */
static inline void dem_mul_nn(int n, int out, int in, const real *dy, const real *w, real *dx, real add)
{
    dem_gemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, n, in, out, 1, dy, out, w, in, add, dx, in);
}
/* dw [out][in] += dy [n][out] turned times x [n][in]. */
static inline void dem_mul_tn(int n, int out, int in, const real *dy, const real *x, real *dw)
{
    dem_gemm(CblasRowMajor, CblasTrans, CblasNoTrans, out, in, n, 1, dy, out, x, in, 1, dw, in);
}

#endif
