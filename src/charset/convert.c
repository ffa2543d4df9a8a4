/* charset/convert.c - see convert.h. ASCII in between is copied whole. */
#include "base/utf8.h"
#include "charset/convert.h"
#include "charset/edit.h"
#include <unicode/ucnv.h>

enum { NO_CHAR = 0xFFFFFFFF };

/* The next character of [*at, end), or NO_CHAR for bytes that are none; moves *at. False if nothing is left but what
 * makes no character, such as a last escape sequence. */
static bool next_char(UConverter *conv, const char **at, const char *end, uint32_t *c)
{
    const char *before = *at;
    UErrorCode status = U_ZERO_ERROR;
    UChar32 got = ucnv_getNextUChar(conv, at, end, &status);
    *c = U_FAILURE(status) ? (uint32_t)NO_CHAR : (uint32_t)got;
    return *at > before && status != U_INDEX_OUTOFBOUNDS_ERROR;
}

/* Writes the character of bytes [from, to), unless it is the byte that stands there. */
static void put(dem_edit *e, size_t from, size_t to, uint32_t c, size_t *bad)
{
    if (c == NO_CHAR) {
        *bad += to - from;
        c = DEM_UTF8_BAD;
    }
    if (c < 0x80 && to == from + 1 && (unsigned char)e->in.p[from] == c) return;
    dem_edit_char(e, from, to, c);
}

static void convert_chars(UConverter *conv, dem_edit *e, size_t *bad)
{
    const char *start = e->in.p, *end = start + e->in.n, *at = start;
    while (at < end) {
        uint32_t c;
        size_t from = (size_t)(at - start);
        if (next_char(conv, &at, end, &c)) {
            put(e, from, (size_t)(at - start), c, bad);
            continue;
        }
        dem_edit_replace(e, from, e->in.n, (dem_str){NULL, 0});
        break;
    }
}

/* Character sets of one byte: 256 questions to ICU instead of one for every byte. */
static void convert_bytes(UConverter *conv, dem_edit *e, size_t *bad)
{
    uint32_t table[256];
    for (unsigned i = 0; i < 256; i++) {
        const char byte = (char)i, *at = &byte;
        ucnv_resetToUnicode(conv);
        if (!next_char(conv, &at, &byte + 1, &table[i])) table[i] = NO_CHAR;
    }
    for (size_t i = 0; i < e->in.n; i++) put(e, i, i + 1, table[(unsigned char)e->in.p[i]], bad);
}

bool dem_convert(dem_arena *arena, dem_str bytes, const char *icu, dem_converted *out)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter *conv = ucnv_open(icu, &status);
    if (U_FAILURE(status)) return false;
    /* Without this a bad byte would look like a character that stands for it. */
    ucnv_setToUCallBack(conv, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
    *out = (dem_converted){0};
    dem_edit e = {.arena = arena, .in = bytes};
    if (ucnv_getMaxCharSize(conv) == 1)
        convert_bytes(conv, &e, &out->bad);
    else
        convert_chars(conv, &e, &out->bad);
    ucnv_close(conv);
    out->text = dem_edit_done(&e, &out->map);
    return true;
}
