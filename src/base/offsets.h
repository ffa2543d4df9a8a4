/* base/offsets.h - where each byte of a text came from in the text it was made from.
 *
 * A text is rewritten (decoded, repaired, extracted), and whoever points into the result must find the bytes it was
 * made from. A map is a list of runs: within a run every step of `made` bytes of the result came from `taken` bytes
 * of the source. What was copied is a run of steps 1 from 1, however long; what was dropped lies between two runs.
 *
 *   source  c a f & e a c u t e ; - b          run 0: at 0, from 0, 1 from 1
 *   result  c a f é - b                        run 1: at 3, from 3, 2 from 8
 *                                              run 2: at 5, from 11, 1 from 1;  end: at 7, from 13
 *
 * Rule: an offset inside a step is mapped to the beginning of what the step was taken from if it is a start, to the
 * end if it is an end. So a span that touches a replaced piece covers all the piece was made from, and bytes that
 * were dropped just before a start or just behind an end do not belong to the span. */
#ifndef DEM_BASE_OFFSETS_H
#define DEM_BASE_OFFSETS_H
#include "base/vec.h"

typedef struct dem_offset_run {
    uint32_t at, from; /* offsets of its first byte in the result and in the source */
    uint32_t made,
        taken; /* bytes of each step; made is 0 in the last run, which marks the ends of both texts */
} dem_offset_run;

/* A zeroed map: nothing was changed. Owned by the arena it was built in. */
typedef struct dem_offsets {
    const dem_offset_run *run; /* [n] */
    uint32_t n;
} dem_offsets;

/* Both texts must be shorter than this: offsets are 32 bits. */
#define DEM_OFFSETS_MAX ((size_t)1 << 30)

/* Writes a map from the front to the end; a zeroed one is ready. All calls need the same arena. */
typedef struct dem_offsets_builder {
    DEM_VEC(dem_offset_run) run;
    size_t at, from; /* how far both texts are described */
} dem_offsets_builder;

/* The next `n` bytes of the source were copied. */
void dem_offsets_copied(dem_arena *a, dem_offsets_builder *b, size_t n);
/* The next `taken` bytes were replaced by `made` bytes as one piece. made 0: dropped. taken 0: `made` bytes were
 * put in that came from nowhere; they map to the place between their neighbours. */
void dem_offsets_replaced(dem_arena *a, dem_offsets_builder *b, size_t made, size_t taken);
/* The map, whole; the builder must not be used after it. Zeroed if everything was copied. */
dem_offsets dem_offsets_done(dem_arena *a, dem_offsets_builder *b);

/* The source offset of `at`, taken as the start or as the end of a span; `at` behind the end counts as the end. */
size_t dem_offsets_start(const dem_offsets *map, size_t at);
size_t dem_offsets_end(const dem_offsets *map, size_t at);
/* Both ends of [start, end). An empty span stays empty, where dem_offsets_start() says. */
void dem_offsets_span(const dem_offsets *map, size_t start, size_t end, size_t *from, size_t *to);

/* The same in `arena`. */
dem_offsets dem_offsets_copy(dem_arena *arena, dem_offsets map);

/* From the result of `second` to the source of `first`, where `second` was made from the result of `first`. In
 * `arena`; one of the two maps itself if the other changes nothing. */
dem_offsets dem_offsets_compose(dem_arena *arena, dem_offsets first, dem_offsets second);

#endif
