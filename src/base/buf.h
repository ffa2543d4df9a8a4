/* base/buf.h - growing bytes on the heap, for output that is built piece by piece. */
#ifndef DEM_BASE_BUF_H
#define DEM_BASE_BUF_H
#include "base/str.h"

typedef struct dem_buf {
    char *p; /* always NUL-terminated once something was added; owned */
    size_t n, cap;
} dem_buf;

/* A zeroed dem_buf is empty and ready. Gives the bytes back; it is empty and ready again. */
void dem_buf_release(dem_buf *b);
static inline void dem_buf_clear(dem_buf *b)
{
    b->n = 0;
    if (b->p) b->p[0] = 0;
}
static inline dem_str dem_buf_str(const dem_buf *b)
{
    return (dem_str){b->p, b->n};
}
/* Room for `more` further bytes. None of these fails: out of memory goes to dem_oom_hook (base/arena.h). */
void dem_buf_reserve(dem_buf *b, size_t more);
void dem_buf_add(dem_buf *b, dem_str s);
void dem_buf_addc(dem_buf *b, char c);
void dem_buf_addz(dem_buf *b, const char *z);
void dem_buf_addf(dem_buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* `s` as a JSON string with its quotation marks; `s` must be valid UTF-8. */
void dem_buf_add_json(dem_buf *b, dem_str s);

#endif
