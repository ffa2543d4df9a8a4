/* base/vec.h - a growing array in an arena.
 *
 *     DEM_VEC(int) v = {0};
 *     dem_vec_push(arena, &v, 7);
 *
 * Growing copies to a new block and leaves the old one to the arena's reset, so pointers into `at` do
 * not survive a push. */
#ifndef DEM_BASE_VEC_H
#define DEM_BASE_VEC_H
#include "base/arena.h"

#define DEM_VEC(T)                                                                                           \
    struct {                                                                                                 \
        T *at;                                                                                               \
        size_t n, cap;                                                                                       \
    }

#define dem_vec_push(arena, v, value)                                                                        \
    do {                                                                                                     \
        if ((v)->n == (v)->cap)                                                                              \
            (v)->at = dem_vec_grow_((arena), (v)->at, (v)->n, &(v)->cap, sizeof *(v)->at);                   \
        (v)->at[(v)->n++] = (value);                                                                         \
    } while (0)

/* Room for `count` elements in all, so that the array need not grow until there are more. */
#define dem_vec_reserve(arena, v, count)                                                                       \
    do {                                                                                                       \
        if ((v)->cap < (count))                                                                                \
            (v)->at = dem_vec_move_((arena), (v)->at, (v)->n, (v)->cap = (count), sizeof *(v)->at);            \
    } while (0)

static inline void *dem_vec_move_(dem_arena *a, const void *old, size_t n, size_t cap, size_t size)
{
    void *p = dem_arena_alloc(a, cap * size);
    if (n) memcpy(p, old, n * size);
    return p;
}
static inline void *dem_vec_grow_(dem_arena *a, const void *old, size_t n, size_t *cap, size_t size)
{
    *cap = *cap ? *cap * 2 : 8;
    return dem_vec_move_(a, old, n, *cap, size);
}

#endif
