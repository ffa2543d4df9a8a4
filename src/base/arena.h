/* base/arena.h - memory that is given back all at once.
 *
 * demarche has no single frees, but lifetimes, and each is an arena: that of the lexicons, which lasts as
 * long as the engine, and that of a report (text, sentences, mentions, events, scratch), which is reset for
 * the next one. Allocation never fails: when the system has no memory left, dem_oom_hook is called, and it
 * does not return. Built with -DDEM_ARENA_MALLOC every allocation is a malloc of its own, so that the
 * sanitizers see each overrun (the sanitizer build of ./dev test does this). An arena belongs to one
 * thread at a time. */
#ifndef DEM_BASE_ARENA_H
#define DEM_BASE_ARENA_H
#include "base/str.h"
#include <stdarg.h>

typedef struct dem_arena {
    struct dem_chunk *chunks; /* newest first */
    size_t chunk_size;        /* bytes asked for when a new chunk is needed */
    size_t used;              /* bytes asked for since the last reset */
} dem_arena;

/* Called with the size that could not be had; must not return. Default: message and abort(). */
extern void (*dem_oom_hook)(size_t size);
/* malloc, calloc-like and realloc that call the hook instead of returning NULL. Free with free(). */
void *dem_xalloc(size_t size); /* zeroed */
void *dem_xrealloc(void *p, size_t size);

/* For arenas of what is large, lasts, and is looked up all the time: chunks of this size and more are put on huge
 * pages, where the system has them. */
#define DEM_HUGE_PAGE ((size_t)2 << 20)

/* An empty arena; no memory is taken until the first allocation. chunk_size 0 means 64 KiB. */
void dem_arena_init(dem_arena *a, size_t chunk_size);
/* Gives up everything allocated so far, but keeps one chunk for reuse, unless it is a huge one. */
void dem_arena_reset(dem_arena *a);
/* Gives everything back to the system; the arena is as after init. */
void dem_arena_release(dem_arena *a);

/* `size` zeroed bytes, aligned for any type. size 0 gives a valid pointer. */
void *dem_arena_alloc(dem_arena *a, size_t size);
/* A copy of `s`, with a NUL behind it. */
dem_str dem_arena_str(dem_arena *a, dem_str s);
/* printf into the arena, with a NUL behind it; empty if the format fails. */
dem_str dem_arena_printf(dem_arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#define dem_arena_new(a, T) ((T *)dem_arena_alloc((a), sizeof(T)))
#define dem_arena_array(a, T, n) ((T *)dem_arena_alloc((a), sizeof(T) * (size_t)(n)))

#endif
