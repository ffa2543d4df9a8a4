/* base/utf8.c - see utf8.h. Plain ASCII, which most news text is, never reaches ICU. */
#include "base/utf8.h"
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

uint32_t dem_utf8_next_wide_(dem_str s, size_t *at)
{
    const uint8_t *p = (const uint8_t *)s.p + *at;
    /* ICU counts in int32_t, so it sees this character's bytes only. */
    int32_t i = 0, n = s.n - *at < 4 ? (int32_t)(s.n - *at) : 4;
    UChar32 c;
    U8_NEXT(p, i, n, c);
    *at += c < 0 ? 1 : (size_t)i;
    return c < 0 ? DEM_UTF8_BAD : (uint32_t)c;
}

uint32_t dem_utf8_before(dem_str s, size_t *at)
{
    size_t end = *at;
    for (size_t back = 1; back <= 4 && back <= end; back++) {
        size_t i = end - back;
        if (((uint8_t)s.p[i] & 0xC0) == 0x80) continue;
        uint32_t c = dem_utf8_next(s, &i);
        if (i != end) break; /* a lead byte whose character does not end here */
        *at = end - back;
        return c;
    }
    *at = end - 1;
    return DEM_UTF8_BAD;
}

size_t dem_utf8_put(char out[4], uint32_t c)
{
    if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = DEM_UTF8_BAD;
    size_t n = 0;
    uint8_t *p = (uint8_t *)out;
    U8_APPEND_UNSAFE(p, n, c);
    return n;
}

/* Bytes from the start of `s` that are ASCII. */
static size_t ascii_run(dem_str s, size_t from)
{
    size_t i = from;
    for (uint64_t eight; i + 8 <= s.n; i += 8) {
        memcpy(&eight, s.p + i, 8);
        if (eight & 0x8080808080808080u) break;
    }
    while (i < s.n && !(s.p[i] & 0x80)) i++;
    return i;
}

/* Offset of the first bad byte at or behind `at`, or s.n. */
static size_t find_bad(dem_str s, size_t at)
{
    while ((at = ascii_run(s, at)) < s.n) {
        size_t here = at;
        if (dem_utf8_next(s, &at) == DEM_UTF8_BAD && at == here + 1) return here;
    }
    return s.n;
}

bool dem_utf8_valid(dem_str s)
{
    return find_bad(s, 0) == s.n;
}

dem_str dem_utf8_repair(dem_arena *arena, dem_str s, size_t *bad)
{
    size_t n_bad = 0, from = 0, n = 0;
    for (size_t at = find_bad(s, 0); at < s.n; at = find_bad(s, at + 1)) n_bad++;
    if (bad) *bad = n_bad;
    if (n_bad == 0) return s;
    char *out = dem_arena_alloc(arena, s.n + 2 * n_bad + 1);
    while (from < s.n) {
        size_t at = find_bad(s, from);
        memcpy(out + n, s.p + from, at - from);
        n += at - from;
        if (at < s.n) n += dem_utf8_put(out + n, DEM_UTF8_BAD);
        from = at + 1;
    }
    return (dem_str){out, n};
}

bool dem_is_letter(uint32_t c)
{
    if (c < 0x80) return (c | 32) - 'a' < 26;
    return u_isalpha((UChar32)c);
}
bool dem_is_upper(uint32_t c)
{
    if (c < 0x80) return c - 'A' < 26;
    return u_isupper((UChar32)c) || u_istitle((UChar32)c);
}
bool dem_is_lower(uint32_t c)
{
    if (c < 0x80) return c - 'a' < 26;
    return u_islower((UChar32)c);
}
bool dem_is_digit(uint32_t c)
{
    if (c < 0x80) return c - '0' < 10;
    return u_isdigit((UChar32)c);
}
bool dem_is_space(uint32_t c)
{
    if (c < 0x80) return c == ' ' || c - '\t' < 5;
    return u_isUWhiteSpace((UChar32)c);
}
bool dem_is_punct(uint32_t c)
{
    return (U_MASK(u_charType((UChar32)c)) & (U_GC_P_MASK | U_GC_S_MASK)) != 0;
}

uint32_t dem_fold_char(uint32_t c)
{
    if (c < 0x80) return c - 'A' < 26 ? c + 32 : c;
    return (uint32_t)u_foldCase((UChar32)c, U_FOLD_CASE_DEFAULT);
}
uint32_t dem_upper_char(uint32_t c)
{
    if (c < 0x80) return c - 'a' < 26 ? c - 32 : c;
    return (uint32_t)u_toupper((UChar32)c);
}

uint32_t dem_plain_char(uint32_t c)
{
    if (c < 0x80) return c;
    switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2039:
    case 0x203A:
    case 0x00B4:
    case 0x02B9:
    case 0x02BB:
    case 0x02BC:
    case 0x02BD:
    case 0x2032:
    case 0xFF07: return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x00AB:
    case 0x00BB:
    case 0x2033:
    case 0xFF02: return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212: return '-';
    default: return u_charType((UChar32)c) == U_SPACE_SEPARATOR ? ' ' : c;
    }
}

static bool plain_and_folded(dem_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((s.p[i] & 0x80) || (s.p[i] >= 'A' && s.p[i] <= 'Z')) return false;
    return true;
}

dem_str dem_utf8_fold(dem_arena *arena, dem_str s)
{
    if (plain_and_folded(s)) return s;
    /* Folding lengthens a character to at most three times its bytes (U+0390 and the like become none
     * longer by simple folding; three is ample for a bad byte turned into U+FFFD). */
    char *out = dem_arena_alloc(arena, 3 * s.n + 1);
    size_t n = 0;
    for (size_t at = 0; at < s.n;) {
        uint32_t c = dem_utf8_next(s, &at);
        if (c < 0x80)
            out[n++] = (char)(c - 'A' < 26 ? c + 32 : c);
        else
            n += dem_utf8_put(out + n, dem_fold_char(dem_plain_char(c)));
    }
    return (dem_str){out, n};
}

/* Letters that have no canonical decomposition but are written as ASCII letters in English text. */
static const char *ascii_letters(uint32_t c)
{
    switch (c) {
    case 0xDF: return "ss";
    case 0xE6: return "ae";
    case 0x153: return "oe";
    case 0xF8: return "o";
    case 0xF0:
    case 0x111: return "d";
    case 0xFE: return "th";
    case 0x127: return "h";
    case 0x131: return "i";
    case 0x142: return "l";
    case 0x14B: return "n";
    case 0x167: return "t";
    case 0x259: return "e";
    default: return NULL;
    }
}

static bool dropped(uint32_t c)
{
    int type = u_charType((UChar32)c);
    return type == U_NON_SPACING_MARK || type == U_FORMAT_CHAR;
}

/* Adds the key of one character that is not ASCII to out (room for 32 bytes); bytes added. */
static size_t key_char(const UNormalizer2 *nfd, char *out, uint32_t c)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar part[8];
    int32_t n_part = unorm2_getDecomposition(nfd, (UChar32)c, part, 8, &status);
    if (n_part < 0 || U_FAILURE(status)) {
        n_part = 0;
        U16_APPEND_UNSAFE(part, n_part, c);
    }
    size_t n = 0;
    for (int32_t i = 0; i < n_part;) {
        UChar32 d;
        U16_NEXT(part, i, n_part, d);
        if (dropped((uint32_t)d)) continue;
        uint32_t folded = dem_fold_char((uint32_t)d);
        const char *letters = ascii_letters(folded);
        if (!letters) n += dem_utf8_put(out + n, folded);
        for (; letters && *letters; letters++) out[n++] = *letters;
    }
    return n;
}

static bool single_blanks(dem_str s)
{
    bool before = true;
    for (size_t i = 0; i < s.n; i++) {
        bool blank = dem_is_space((unsigned char)s.p[i]);
        if (blank && (before || s.p[i] != ' ')) return false;
        before = blank;
    }
    return s.n == 0 || !before;
}

dem_str dem_utf8_key(dem_arena *arena, dem_str s)
{
    if (plain_and_folded(s) && single_blanks(s)) return s;
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
    /* One character of two bytes or more becomes at most a few base letters; Hangul is the longest. */
    char *out = dem_arena_alloc(arena, 6 * s.n + 1);
    size_t n = 0;
    bool gap = false;
    for (size_t at = 0; at < s.n;) {
        uint32_t c = dem_plain_char(dem_utf8_next(s, &at));
        if (dem_is_space(c)) {
            gap = n > 0;
            continue;
        }
        char piece[32];
        size_t k = 1;
        if (c < 0x80)
            piece[0] = (char)dem_fold_char(c);
        else
            k = key_char(nfd, piece, c);
        if (k && gap) out[n++] = ' ';
        if (k) gap = false;
        memcpy(out + n, piece, k);
        n += k;
    }
    return (dem_str){out, n};
}

dem_str dem_utf8_without_bom(dem_str s)
{
    return dem_str_starts(s, DEM_STR("\xEF\xBB\xBF")) ? dem_str_sub(s, 3, s.n) : s;
}

bool dem_utf8_only_blanks(dem_str s)
{
    for (size_t at = 0; at < s.n;)
        if (!dem_is_space(dem_utf8_next(s, &at))) return false;
    return true;
}
