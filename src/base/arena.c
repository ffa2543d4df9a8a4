/* base/arena.c - chunks, newest first; see arena.h. */
#include "base/arena.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

enum { ALIGN = 16, DEFAULT_CHUNK = 64 * 1024 };

struct dem_chunk {
    struct dem_chunk *older;
    size_t size, used; /* of the bytes that follow the header */
    size_t written;    /* bytes a life before the last reset has left; those behind are zero as they came */
    bool mapped;       /* not from the heap */
    _Alignas(ALIGN) unsigned char bytes[];
};

static void default_oom(size_t size)
{
    fprintf(stderr, "demarche: out of memory (%zu bytes asked for)\n", size);
    abort();
}
void (*dem_oom_hook)(size_t size) = default_oom;

void *dem_xalloc(size_t size)
{
    void *p = calloc(1, size ? size : 1);
    if (!p) {
        dem_oom_hook(size);
        abort();
    }
    return p;
}

void *dem_xrealloc(void *p, size_t size)
{
    void *grown = realloc(p, size ? size : 1);
    if (!grown) {
        dem_oom_hook(size);
        abort();
    }
    return grown;
}

void dem_arena_init(dem_arena *a, size_t chunk_size)
{
    *a = (dem_arena){.chunk_size = chunk_size ? chunk_size : DEFAULT_CHUNK};
}

/* `size` zeroed bytes, a multiple of DEM_HUGE_PAGE, that begin where a huge page can; NULL if there are none. */
static void *map_pages(size_t size)
{
    char *p = mmap(NULL, size + DEM_HUGE_PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (p == MAP_FAILED) return NULL;
    size_t before = -(uintptr_t)p % DEM_HUGE_PAGE;
    char *from = p + before;
    munmap(from + size, DEM_HUGE_PAGE - before);
    if (before) munmap(p, before);
    madvise(from, size, MADV_HUGEPAGE); /* a wish */
    return from;
}

/* A page fault for every 4 KiB takes a third of the time in which a lexicon is built. */
static bool wants_huge_pages(const dem_arena *a)
{
#ifdef DEM_ARENA_MALLOC
    return false;
#endif
    return a->chunk_size >= DEM_HUGE_PAGE;
}

static struct dem_chunk *add_chunk(dem_arena *a, size_t size)
{
    size_t all = sizeof(struct dem_chunk) + size,
           whole = (all + DEM_HUGE_PAGE - 1) / DEM_HUGE_PAGE * DEM_HUGE_PAGE;
    struct dem_chunk *c = wants_huge_pages(a) ? map_pages(whole) : NULL;
    if (c) {
        c->mapped = true;
        all = whole;
    } else c = dem_xalloc(all);
    c->older = a->chunks;
    c->size = all - sizeof *c;
    a->chunks = c;
    return c;
}

static void free_chunks(struct dem_chunk *c)
{
    while (c) {
        struct dem_chunk *older = c->older;
        if (c->mapped) munmap(c, sizeof *c + c->size);
        else free(c);
        c = older;
    }
}

void dem_arena_release(dem_arena *a)
{
    free_chunks(a->chunks);
    a->chunks = NULL;
    a->used = 0;
}

void dem_arena_reset(dem_arena *a)
{
    a->used = 0;
#ifdef DEM_ARENA_MALLOC
    dem_arena_release(a);
#else
    if (!a->chunks) return;
    free_chunks(a->chunks->older);
    a->chunks->older = NULL;
    if (a->chunks->written < a->chunks->used) a->chunks->written = a->chunks->used;
    a->chunks->used = 0;
    /* One huge report must not pin its memory for the rest of the run. */
    if (a->chunks->size > 64 * a->chunk_size) dem_arena_release(a);
#endif
}

void *dem_arena_alloc(dem_arena *a, size_t size)
{
    if (size > SIZE_MAX / 2) {
        dem_oom_hook(size);
        abort();
    }
    if (a->chunk_size == 0) a->chunk_size = DEFAULT_CHUNK;
    a->used += size;
#ifdef DEM_ARENA_MALLOC
    struct dem_chunk *c = add_chunk(a, size);
#else
    size = (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
    struct dem_chunk *c = a->chunks;
    if (!c || c->size - c->used < size) c = add_chunk(a, size > a->chunk_size ? size : a->chunk_size);
#endif
    void *p = c->bytes + c->used;
    if (c->used < c->written) memset(p, 0, size < c->written - c->used ? size : c->written - c->used);
    c->used += size;
    return p;
}

dem_str dem_arena_str(dem_arena *a, dem_str s)
{
    char *p = dem_arena_alloc(a, s.n + 1);
    if (s.n) memcpy(p, s.p, s.n);
    return (dem_str){p, s.n};
}

dem_str dem_arena_printf(dem_arena *a, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    int n = vsnprintf(NULL, 0, fmt, ap);
    va_end(ap);
    if (n < 0) return (dem_str){"", 0};
    char *p = dem_arena_alloc(a, (size_t)n + 1);
    va_start(ap, fmt);
    vsnprintf(p, (size_t)n + 1, fmt, ap);
    va_end(ap);
    return (dem_str){p, (size_t)n};
}
