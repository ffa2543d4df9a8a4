/* warc/body.c - see body.h. */
#include "warc/body.h"
#include "base/input.h"
#include "base/utf8.h"

/* ---- chunks: a size in hexadecimal digits on a line, so many bytes, a line end; size 0 ends them ------------- */

/* The line at *at with the size of a chunk; moves behind it. False if it is none. */
static bool chunk_size(dem_str s, size_t *at, size_t *size)
{
    enum { LONGEST = 1024 }; /* extensions behind the size included */
    dem_str line = dem_str_sub(s, *at, *at + LONGEST);
    const char *lf = line.n ? memchr(line.p, '\n', line.n) : NULL;
    if (!lf) return false;
    line.n = (size_t)(lf - line.p);
    size_t i = 0, n = 0;
    for (; i < line.n && i <= 8; i++) {
        char c = dem_byte_lower(line.p[i]);
        if (c >= '0' && c <= '9') n = n * 16 + (size_t)(c - '0');
        else if (c >= 'a' && c <= 'f') n = n * 16 + (size_t)(c - 'a') + 10;
        else break;
    }
    bool ended = i == line.n || line.p[i] == ';' || dem_byte_blank(line.p[i]);
    *at += line.n + 1;
    *size = n;
    return i > 0 && ended;
}

static void undo_chunks(dem_arena *arena, dem_body *b)
{
    dem_str s = b->bytes;
    size_t at = 0, n = 0, size;
    if (!chunk_size(s, &at, &size)) return; /* done by whoever kept it */
    char *out = dem_arena_alloc(arena, s.n + 1);
    for (bool good = true; good && size > 0; good = chunk_size(s, &at, &size)) {
        dem_str chunk = dem_str_sub(s, at, at + size);
        memcpy(out + n, chunk.p, chunk.n);
        n += chunk.n;
        at += chunk.n;
        b->cut |= chunk.n < size;
        if (at < s.n && s.p[at] == '\r') at++;
        if (at < s.n && s.p[at] == '\n') at++;
    }
    b->cut |= size > 0; /* the last one is missing */
    b->bytes = (dem_str){out, n};
}

/* ---- content encoding ------------------------------------------------------------------------------------------ */

/* What `packed` unpacks to; as far as that goes, if it is damaged. */
static dem_status unpack(dem_arena *arena, dem_body *b, dem_str packed, size_t limit)
{
    dem_input *in;
    if (dem_input_open_memory(&in, DEM_STR("body"), packed, 0, NULL) != DEM_OK) {
        b->cut = true;
        b->bytes.n = 0;
        return DEM_OK;
    }
    dem_str got = dem_input_ahead(in, limit + 1);
    size_t n = got.n;
    if (n <= limit) b->bytes = dem_arena_str(arena, got);
    b->cut |= n <= limit && dem_input_skip(in, n + 1, NULL) != DEM_END;
    dem_input_close(in);
    return n > limit ? DEM_E_LIMIT : DEM_OK;
}

/* libarchive knows deflate only within gzip, so it is put there. Its check sum, which libarchive does not look at, is left
 * zero. With or without the two bytes that zlib puts before it: servers do both. */
static dem_status undo_deflate(dem_arena *arena, dem_body *b, size_t limit)
{
    static const unsigned char HEAD[10] = {0x1F, 0x8B, 8};
    enum { TAIL = 8 };
    dem_body got = {.cut = b->cut};
    dem_str s = b->bytes;
    const unsigned char *p = (const unsigned char *)s.p;
    if (s.n >= 2 && (p[0] & 0x0F) == 8 && (p[0] * 256u + p[1]) % 31 == 0) s = dem_str_sub(s, 2, s.n);
    char *wrapped = dem_arena_alloc(arena, sizeof HEAD + s.n + TAIL);
    memcpy(wrapped, HEAD, sizeof HEAD);
    if (s.n) memcpy(wrapped + sizeof HEAD, s.p, s.n);
    dem_status st = unpack(arena, &got, (dem_str){wrapped, sizeof HEAD + s.n + TAIL}, limit);
    /* Nothing comes out of what was no deflate. */
    if (st == DEM_OK && got.bytes.n) *b = got;
    return st;
}

/* Undoes one encoding. */
static dem_status undo(dem_arena *arena, dem_body *b, dem_str coding, size_t limit, const char **why)
{
    static const char *const GZIP[] = {"gzip", "x-gzip"};
    bool gzip = DEM_STR_IONE_OF(coding, GZIP) && dem_str_starts(b->bytes, DEM_STR("\x1F\x8B"));
    bool zstd = dem_str_ieq(coding, DEM_STR("zstd")) && dem_str_starts(b->bytes, DEM_STR("\x28\xB5\x2F\xFD"));
    dem_status st = DEM_OK;
    *why = "unpacks to more than is accepted";
    if (gzip || zstd) st = unpack(arena, b, b->bytes, limit);
    if (dem_str_ieq(coding, DEM_STR("deflate")) && !dem_utf8_valid(b->bytes)) st = undo_deflate(arena, b, limit);
    if (dem_str_ieq(coding, DEM_STR("br")) && !dem_utf8_valid(b->bytes)) {
        *why = "content encoding \"br\" (brotli) is not read";
        st = DEM_E_FORMAT;
    }
    return st;
}

dem_status dem_body_decode(dem_arena *arena, dem_body *b, dem_str transfer, dem_str coding, size_t limit,
                           const char **why)
{
    enum { MOST = 4 }; /* encodings on top of each other; one is what servers do */
    dem_str list[MOST], rest = coding;
    int n = 0;
    dem_status st = DEM_OK;
    while (n < MOST && dem_str_next(&rest, ',', &list[n])) n++;
    if (dem_str_ieq(dem_str_trim(transfer), DEM_STR("chunked"))) undo_chunks(arena, b);
    while (n > 0 && st == DEM_OK) st = undo(arena, b, dem_str_trim(list[--n]), limit, why);
    return st;
}
