/* charset/decode.c - see decode.h. */
#include "charset/decode.h"
#include "base/utf8.h"
#include "charset/convert.h"
#include "charset/detect.h"
#include "charset/labels.h"

enum {
    /* Characters of several bytes for each bad byte, from which on bytes are UTF-8 with something pasted in: */
    NEARLY_STATED = 1, /* if it is what was stated */
    NEARLY_UNSTATED = 2,
    NEARLY_AGAINST = 4, /* if another one was stated */
    /* A stated character set does not fit if more than one in so many bytes above ASCII is no character in it. */
    FITS_ONE_IN = 20,
    HALVES_WITHIN = 4096
};

static const char UTF8[] = "utf-8";

static const struct mark {
    const char *bytes;
    size_t n;
    const char *charset;
} MARKS[] = {
    {"\xEF\xBB\xBF", 3, "utf-8"},
    {"\xFF\xFE\0\0", 4, "utf-32le"}, /* before the mark of UTF-16, which it begins with */
    {"\0\0\xFE\xFF", 4, "utf-32be"},
    {"\xFF\xFE", 2, "utf-16le"},
    {"\xFE\xFF", 2, "utf-16be"},
};

/* How many of the first bytes are ASCII. */
static size_t ascii_bytes(dem_str s)
{
    size_t i = 0;
    for (uint64_t eight; i + 8 <= s.n; i += 8) {
        memcpy(&eight, s.p + i, 8);
        if (eight & 0x8080808080808080u) break;
    }
    while (i < s.n && !(s.p[i] & 0x80)) i++;
    return i;
}

static size_t wide_bytes(dem_str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += (unsigned char)s.p[i] >> 7;
    return n;
}

static void take(dem_decoded *out, dem_converted c, const char *charset, dem_charset_how how)
{
    *out = (dem_decoded){c.text, charset, how, c.bad, c.map};
}

static bool convert_to(dem_arena *arena, dem_str bytes, const char *charset, dem_charset_how how, dem_decoded *out)
{
    dem_converted c;
    if (!dem_convert(arena, bytes, charset, &c)) return false;
    take(out, c, charset, how);
    return true;
}

/* Control characters that no text of single bytes has: the upper halves of UTF-16 in scripts such as Cyrillic. */
static bool has_halves(dem_str bytes)
{
    for (size_t i = 0; i < bytes.n && i < HALVES_WITHIN; i++)
        if ((unsigned char)bytes.p[i] < '\t') return true;
    return false;
}

/* UTF-16 or UTF-32 is stated, and the bytes may well be that: pages in ASCII state it too. */
static bool stated_wide(dem_str bytes, const char *stated)
{
    bool wide = stated && (strncmp(stated, "utf-16", 6) == 0 || strncmp(stated, "utf-32", 6) == 0);
    return wide && (has_halves(bytes) || !dem_utf8_valid(bytes));
}

/* ASCII bytes in which more is written: ISO 2022 by its escapes, HZ only if it is stated. */
static const char *hidden_in_ascii(dem_str bytes, const char *stated)
{
    if (stated && strcmp(stated, "hz") == 0) return stated;
    if (!bytes.n || !memchr(bytes.p, 0x1B, bytes.n)) return NULL;
    if (dem_str_find(bytes, DEM_STR("\x1B$)C")) < bytes.n) return "iso-2022-kr";
    if (dem_str_find(bytes, DEM_STR("\x1B$B")) < bytes.n || dem_str_find(bytes, DEM_STR("\x1B$@")) < bytes.n)
        return "iso-2022-jp";
    return NULL;
}

static bool nearly_utf8(dem_str bytes, const char *stated)
{
    size_t wanted = !stated ? NEARLY_UNSTATED : strcmp(stated, UTF8) == 0 ? NEARLY_STATED : NEARLY_AGAINST;
    dem_utf8_census c = dem_utf8_count(bytes);
    return c.good >= wanted * c.bad;
}

/* Bytes that are neither ASCII nor valid UTF-8. */
static void decode_other(dem_arena *arena, dem_str bytes, const char *stated, dem_decoded *out)
{
    if (nearly_utf8(bytes, stated)) {
        dem_converted c = {0};
        dem_convert_mixed(arena, bytes, &c);
        take(out, c, UTF8, DEM_CHARSET_NEARLY);
        return;
    }
    bool other = stated && strncmp(stated, "utf-", 4) != 0;
    if (other && convert_to(arena, bytes, stated, DEM_CHARSET_DECLARED, out) &&
        out->bad <= wide_bytes(bytes) / FITS_ONE_IN)
        return;
    const char *found = dem_detect(bytes);
    if (found && convert_to(arena, bytes, found, DEM_CHARSET_DETECTED, out) &&
        out->bad <= wide_bytes(bytes) / FITS_ONE_IN)
        return;
    if (convert_to(arena, bytes, "windows-1252", DEM_CHARSET_ASSUMED, out)) return;
    /* An ICU without its tables: what can be kept is kept. */
    dem_converted c = {0};
    dem_convert_mixed(arena, bytes, &c);
    take(out, c, "windows-1252", DEM_CHARSET_ASSUMED);
}

static void decode_unmarked(dem_arena *arena, dem_str bytes, dem_str declared, dem_decoded *out)
{
    const char *stated = dem_charset_label(declared), *zeros = dem_detect_zeros(bytes);
    if (zeros && convert_to(arena, bytes, zeros, DEM_CHARSET_VALID, out)) return;
    if (stated_wide(bytes, stated) && convert_to(arena, bytes, stated, DEM_CHARSET_DECLARED, out) &&
        out->bad <= bytes.n / FITS_ONE_IN)
        return;
    size_t ascii = ascii_bytes(bytes);
    const char *hidden = ascii == bytes.n ? hidden_in_ascii(bytes, stated) : NULL;
    if (hidden && convert_to(arena, bytes, hidden, DEM_CHARSET_DECLARED, out)) return;
    if (dem_utf8_valid(dem_str_sub(bytes, ascii, bytes.n))) {
        const bool plain = ascii == bytes.n;
        *out = (dem_decoded){bytes, plain ? "us-ascii" : UTF8, plain ? DEM_CHARSET_ASCII : DEM_CHARSET_VALID,
                             0, {0}};
        return;
    }
    decode_other(arena, bytes, stated, out);
}

/* The map of what follows a mark of `n` bytes, as one of all bytes. */
static dem_offsets behind_mark(dem_arena *arena, dem_offsets map, size_t n, size_t n_text)
{
    dem_offsets_builder b = {0};
    dem_offsets_replaced(arena, &b, 0, n);
    dem_offsets_copied(arena, &b, n_text);
    dem_offsets mark = dem_offsets_done(arena, &b);
    return dem_offsets_compose(arena, mark, map);
}

static bool decode_marked(dem_arena *arena, dem_str bytes, dem_decoded *out)
{
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
        const struct mark *m = &MARKS[i];
        if (!dem_str_starts(bytes, (dem_str){m->bytes, m->n})) continue;
        dem_str rest = dem_str_sub(bytes, m->n, bytes.n);
        dem_converted c = {.text = rest};
        if (i > 0) {
            if (!dem_convert(arena, rest, m->charset, &c)) return false;
        } else if (!dem_utf8_valid(rest)) {
            dem_convert_mixed(arena, rest, &c);
        }
        take(out, c, m->charset, DEM_CHARSET_MARK);
        out->map = behind_mark(arena, c.map, m->n, rest.n);
        return true;
    }
    return false;
}

dem_status dem_charset_decode(dem_arena *arena, dem_str bytes, dem_str declared, dem_decoded *out)
{
    *out = (dem_decoded){.charset = "us-ascii"};
    if (bytes.n > DEM_CHARSET_MAX) return DEM_E_LIMIT;
    if (!decode_marked(arena, bytes, out)) decode_unmarked(arena, bytes, declared, out);
    return DEM_OK;
}

const char *dem_charset_how_word(dem_charset_how how)
{
    static const char *const WORDS[] = {"ascii", "mark", "valid", "nearly", "declared", "detected", "assumed"};
    return how <= DEM_CHARSET_ASSUMED ? WORDS[how] : "";
}
