/* base/buf.c - see buf.h. */
#include "base/buf.h"
#include "base/arena.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void dem_buf_release(dem_buf *b)
{
    free(b->p);
    *b = (dem_buf){0};
}

void dem_buf_reserve(dem_buf *b, size_t more)
{
    size_t need = b->n + more + 1;
    if (need <= b->cap) return;
    size_t cap = b->cap ? b->cap : 64;
    while (cap < need) cap *= 2;
    b->p = dem_xrealloc(b->p, cap);
    b->cap = cap;
}

void dem_buf_add(dem_buf *b, dem_str s)
{
    dem_buf_reserve(b, s.n);
    if (s.n) memcpy(b->p + b->n, s.p, s.n);
    b->n += s.n;
    b->p[b->n] = 0;
}

void dem_buf_addc(dem_buf *b, char c)
{
    dem_buf_add(b, (dem_str){&c, 1});
}

void dem_buf_addz(dem_buf *b, const char *z)
{
    dem_buf_add(b, dem_str_from(z));
}

void dem_buf_addf(dem_buf *b, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    int n = vsnprintf(NULL, 0, fmt, ap);
    va_end(ap);
    if (n <= 0) return;
    dem_buf_reserve(b, (size_t)n);
    va_start(ap, fmt);
    vsnprintf(b->p + b->n, (size_t)n + 1, fmt, ap);
    va_end(ap);
    b->n += (size_t)n;
}

void dem_buf_add_json(dem_buf *b, dem_str s)
{
    dem_buf_addc(b, '"');
    for (size_t i = 0, from = 0; i <= s.n; i++) {
        unsigned char c = i < s.n ? (unsigned char)s.p[i] : '"';
        if (i < s.n && c >= 0x20 && c != '"' && c != '\\') continue;
        dem_buf_add(b, dem_str_sub(s, from, i));
        from = i + 1;
        if (i == s.n) break;
        switch (c) {
        case '"': dem_buf_addz(b, "\\\""); break;
        case '\\': dem_buf_addz(b, "\\\\"); break;
        case '\n': dem_buf_addz(b, "\\n"); break;
        case '\r': dem_buf_addz(b, "\\r"); break;
        case '\t': dem_buf_addz(b, "\\t"); break;
        default: dem_buf_addf(b, "\\u%04x", c); break;
        }
    }
    dem_buf_addc(b, '"');
}
