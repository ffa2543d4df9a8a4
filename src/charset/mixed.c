/* charset/mixed.c - UTF-8 with single bytes of windows-1252 in it; see convert.h. */
#include "base/utf8.h"
#include "charset/convert.h"
#include "charset/edit.h"
#include "charset/windows1252.h"

/* The bytes of the character at `at`, 0 if the byte there is none. */
static size_t char_length(dem_str s, size_t at)
{
    size_t next = at;
    return dem_utf8_next(s, &next) == DEM_UTF8_BAD && next == at + 1 ? 0 : next - at;
}

dem_utf8_census dem_utf8_count(dem_str bytes)
{
    dem_utf8_census c = {0};
    for (size_t i = 0; i < bytes.n;) {
        size_t n = char_length(bytes, i);
        c.good += n > 1;
        c.bad += n == 0;
        i += n ? n : 1;
    }
    return c;
}

static bool letter_at(dem_str s, size_t at)
{
    return at < s.n && dem_is_letter((unsigned char)s.p[at]) && !(s.p[at] & 0x80);
}

/* The bad byte at `at` makes sense in windows-1252: a sign anywhere, a letter at a letter. What stands beside another
 * bad byte or at the end is rather a character that was cut. */
static bool makes_sense(dem_str s, size_t at, bool beside_bad)
{
    unsigned char byte = (unsigned char)s.p[at];
    if (beside_bad || at + 1 == s.n || (dem_1252_char(byte) >= 0x80 && dem_1252_char(byte) < 0xA0)) return false;
    if ((s.p[at + 1] & 0x80) && char_length(s, at + 1) == 0) return false;
    if (!dem_is_letter(dem_1252_char(byte))) return true;
    /* A capital that begins a word, a small letter that goes on with one. */
    return dem_is_upper(dem_1252_char(byte)) ? letter_at(s, at + 1)
                                             : letter_at(s, at + 1) || (at && letter_at(s, at - 1));
}

void dem_convert_mixed(dem_arena *arena, dem_str bytes, dem_converted *out)
{
    dem_edit e = {.arena = arena, .in = bytes};
    bool before_bad = false;
    size_t bad = 0;
    for (size_t i = 0; i < bytes.n;) {
        size_t n = char_length(bytes, i);
        if (n == 0) {
            bool sense = makes_sense(bytes, i, before_bad);
            dem_edit_char(&e, i, i + 1, sense ? dem_1252_char((unsigned char)bytes.p[i]) : DEM_UTF8_BAD);
            bad += !sense;
        }
        before_bad = n == 0;
        i += n ? n : 1;
    }
    out->bad = bad;
    out->text = dem_edit_done(&e, &out->map);
}
