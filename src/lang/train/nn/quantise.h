/* lang/train/nn/quantise.h - trained weights as the model file has them. */
#ifndef DEM_TRAIN_QUANTISE_H
#define DEM_TRAIN_QUANTISE_H
#include "lang/train/nn/params.h"
#include "lang/train/nn/vectors.h"

/* Fills everything of `net`, in `arena`; the vectors are borrowed. */
void dem_quantise(dem_net *net, const dem_params *p, const dem_vectors *v, dem_arena *arena);

#endif
