/* charset/scan.c - one look at a text that tells which steps of cleaning it needs: most need none.
 *
 * Eight bytes at a time as long as they are ASCII without controls and ampersands; then character by character, the
 * quotation marks and dashes of typesetting first. */
#include "base/utf8.h"
#include "charset/step.h"

#define ONES 0x0101010101010101u
#define HIGHS 0x8080808080808080u

/* True if any of eight bytes is not plain: above ASCII, a control, DEL or '&'. A byte that only looks like one because
 * of a borrow from the byte before it does no harm. */
static inline bool any_special(uint64_t eight)
{
    uint64_t low = eight - ONES * 0x20, ampersand = (eight ^ (ONES * '&')) - ONES, del = eight + ONES;
    return ((eight | low | ampersand | del) & HIGHS) != 0;
}

static unsigned look_at_ascii(unsigned char c)
{
    if (c == '&') return DEM_CLEAN_ENTITIES;
    if (c == 0x7F || (c < 0x20 && c != '\t' && c != '\n' && c != '\r')) return DEM_CLEAN_CONTROLS;
    return 0;
}

/* Below U+0300; `next` is the byte behind it. */
static unsigned look_at_latin(uint32_t c, unsigned char next)
{
    if (c < 0xA0) return DEM_CLEAN_CONTROLS;
    if (c == 0xAD) return DEM_CLEAN_INVISIBLE;
    /* What may follow the first byte of a character in disguise is written with one of these. */
    bool follows = next == 0xC2 || next == 0xC5 || next == 0xC6 || next == 0xCB || next == 0xE2;
    return c >= 0xC2 && c <= 0xF4 && follows ? DEM_CLEAN_MOJIBAKE : 0;
}

static unsigned look_at_wide(uint32_t c)
{
    if (c >= 0x200B && c <= 0x200D) return DEM_CLEAN_INVISIBLE;
    if (c == 0x2060 || c == 0xFEFF) return DEM_CLEAN_INVISIBLE;
    if (c >= 0xFB00 && c <= 0xFB06) return DEM_CLEAN_LIGATURES;
    return dem_clean_may_compose(c) ? DEM_CLEAN_COMPOSED : 0;
}

unsigned dem_clean_scan(dem_str text)
{
    const unsigned char *start = (const unsigned char *)text.p, *end = start + text.n, *p = start;
    unsigned need = 0;
    while (p < end) {
        uint64_t eight;
        if (end - p >= 8 && (memcpy(&eight, p, 8), !any_special(eight))) {
            p += 8;
        } else if (*p < 0x80) {
            need |= look_at_ascii(*p++);
        } else if (*p == 0xE2 && end - p >= 3 && p[1] == 0x80 && p[2] >= 0x90 && p[2] < 0xA8) {
            p += 3; /* U+2010 to U+2027: dashes, quotation marks, the ellipsis */
        } else {
            size_t at = (size_t)(p - start);
            uint32_t c = dem_utf8_next(text, &at);
            p = start + at;
            need |= c < 0x300 ? look_at_latin(c, p < end ? *p : 0) : look_at_wide(c);
        }
    }
    return need;
}
