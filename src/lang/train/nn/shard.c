/* lang/train/nn/shard.c - the memory of a shard. */
#include "lang/train/nn/shard.h"
#include "base/arena.h"
#include <stdlib.h>

#define W DEM_NET_W

static void buffers(dem_shard *s, void (*each)(dem_shard *s, real **p, size_t width))
{
    each(s, &s->x0, DEM_NET_IN);
    each(s, &s->d0, DEM_NET_IN);
    each(s, &s->in_mask, DEM_NET_IN);
    each(s, &s->h0, W);
    for (int l = 0; l < DEM_NET_LAYERS; l++) {
        each(s, &s->layer[l].x, W);
        each(s, &s->layer[l].mask, W);
        each(s, &s->layer[l].u, DEM_NET_GATES);
        each(s, &s->layer[l].c, W);
        each(s, &s->layer[l].f, W);
        each(s, &s->layer[l].r, W);
        each(s, &s->layer[l].g, W);
        each(s, &s->layer[l].h, W);
    }
    each(s, &s->tag_x, W);
    each(s, &s->tag_mask, W);
    each(s, &s->tag_p, s->grad.n_tags);
    each(s, &s->top, W);
    each(s, &s->top_mask, W);
    each(s, &s->mlp, DEM_NET_MLP);
    each(s, &s->dep, DEM_NET_MLP);
    each(s, &s->dep_mask, DEM_NET_MLP);
    each(s, &s->q, DEM_NET_ARC);
    each(s, &s->hid, DEM_NET_REL);
    each(s, &s->rel_p, DEM_REL_COUNT);
    each(s, &s->d_a, W);
    each(s, &s->d_b, W);
    each(s, &s->d_u, DEM_NET_GATES);
    each(s, &s->d_emb, DEM_NET_IN);
    each(s, &s->d_mlp, DEM_NET_MLP);
    each(s, &s->d_q, DEM_NET_ARC);
}
static void grow(dem_shard *s, real **p, size_t width)
{
    free(*p);
    *p = dem_xalloc(s->cap * width * sizeof **p);
}
static void drop_buffer(dem_shard *s, real **p, size_t width)
{
    (void)s, (void)width;
    free(*p);
}

void dem_shard_init(dem_shard *s, const dem_params *p)
{
    memset(s, 0, sizeof *s);
    dem_params_zero_like(&s->grad, p);
}
void dem_shard_release(dem_shard *s)
{
    buffers(s, drop_buffer);
    free(s->in);
    free(s->head);
    free(s->rel);
    free(s->tag);
    free(s->score);
    dem_params_release(&s->grad);
}
void dem_shard_begin(dem_shard *s, uint32_t n)
{
    s->n = s->n_sentences = 0;
    s->from[0] = 0;
    if (n <= s->cap) return;
    s->cap = n + n / 4;
    s->in = dem_xrealloc(s->in, s->cap * sizeof *s->in);
    s->head = dem_xrealloc(s->head, s->cap * sizeof *s->head);
    s->rel = dem_xrealloc(s->rel, s->cap);
    s->tag = dem_xrealloc(s->tag, s->cap);
    buffers(s, grow);
}
