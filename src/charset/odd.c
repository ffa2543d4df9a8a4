/* charset/odd.c - characters that typesetting and converting leave in a text: invisible ones, ligatures, controls. */
#include "base/utf8.h"
#include "charset/step.h"
#include "charset/windows1252.h"
#include <unicode/uchar.h>

enum {
    SOFT_HYPHEN = 0xAD,
    ZERO_WIDTH_SPACE = 0x200B,
    NON_JOINER = 0x200C,
    JOINER = 0x200D,
    WORD_JOINER = 0x2060,
    BYTE_ORDER_MARK = 0xFEFF,
    EMOJI_STYLE = 0xFE0F,
    FIRST_LIGATURE = 0xFB00,
    LAST_LIGATURE = 0xFB06,
    SKIN_FIRST = 0x1F3FB,
    SKIN_LAST = 0x1F3FF
};

/* Letters and signs of scripts that tell forms apart by joiners: Arabic and its neighbours, those of India and South
 * East Asia, Mongolian. */
static bool is_joining(uint32_t c)
{
    return (c >= 0x600 && c < 0xE00) || (c >= 0xF00 && c < 0x10A0) || (c >= 0x1780 && c < 0x18B0) ||
           (c >= 0x1900 && c < 0x1C50) || (c >= 0xA800 && c < 0xAC00) || (c >= 0xFB50 && c < 0xFE00) ||
           (c >= 0xFE70 && c < 0xFEFF) || (c >= 0x11000 && c < 0x12000) || (c >= 0x1E900 && c < 0x1E960);
}

/* Thai, Lao, Burmese, Khmer write no blanks between words; a zero-width space is one there. */
static bool is_unspaced(uint32_t c)
{
    return (c >= 0xE00 && c < 0xF00) || (c >= 0x1000 && c < 0x10A0) || (c >= 0x1780 && c < 0x1800);
}

static bool is_emoji(uint32_t c)
{
    return c >= 0x80 && u_hasBinaryProperty((UChar32)c, UCHAR_EXTENDED_PICTOGRAPHIC);
}

/* An invisible character between `before` and `after` (0: none) that is part of how the word or sign is written. */
static bool is_meant(uint32_t before, uint32_t c, uint32_t after)
{
    if (c == ZERO_WIDTH_SPACE) return is_unspaced(before) && is_unspaced(after);
    if (c == NON_JOINER) return is_joining(before) && is_joining(after);
    if (c != JOINER) return false;
    bool emoji = is_emoji(before) || before == EMOJI_STYLE || (before >= SKIN_FIRST && before <= SKIN_LAST);
    return is_joining(before) || is_joining(after) || (emoji && is_emoji(after));
}

static bool is_invisible(uint32_t c)
{
    return c == SOFT_HYPHEN || (c >= ZERO_WIDTH_SPACE && c <= JOINER) || c == WORD_JOINER || c == BYTE_ORDER_MARK;
}

static bool is_control(uint32_t c)
{
    return c < 0x20 ? c != '\t' && c != '\n' && c != '\r' : c >= 0x7F && c < 0xA0;
}

/* What replaces a control character: what windows-1252 has in its place, or a space. */
static uint32_t for_control(uint32_t c)
{
    uint32_t is = c < 0x80 ? ' ' : dem_1252_char((unsigned char)c);
    return is == c ? ' ' : is;
}

static void drop_invisible(dem_edit *e, size_t from, size_t to, uint32_t c, dem_clean_counts *counts)
{
    uint32_t before = 0, after = 0;
    dem_edit_last(e, from, &before);
    size_t at = to;
    if (to < e->in.n) after = dem_utf8_next(e->in, &at);
    if (is_meant(before, c, after)) return;
    dem_edit_replace(e, from, to, (dem_str){NULL, 0});
    counts->invisible++;
}

void dem_clean_odd(dem_edit *e, unsigned what, dem_clean_counts *counts)
{
    static const char *const LETTERS[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
    for (size_t at = 0; at < e->in.n;) {
        size_t from = at;
        uint32_t c = dem_utf8_next(e->in, &at);
        if (is_invisible(c) && (what & DEM_CLEAN_INVISIBLE)) {
            drop_invisible(e, from, at, c, counts);
        } else if (is_control(c) && (what & DEM_CLEAN_CONTROLS)) {
            dem_edit_char(e, from, at, for_control(c));
            counts->controls++;
        } else if (c >= FIRST_LIGATURE && c <= LAST_LIGATURE && (what & DEM_CLEAN_LIGATURES)) {
            dem_edit_replace(e, from, at, dem_str_from(LETTERS[c - FIRST_LIGATURE]));
            counts->ligatures++;
        }
    }
}
