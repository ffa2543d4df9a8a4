/* lexicon/key.c - see key.h. */
#include "lexicon/key.h"
#include "base/utf8.h"

/* What a byte does to a piece. */
enum { INSIDE, BLANK, ALONE, HYPHEN, WIDE /* the first byte of a wide hyphen, or of something else */ };
static const unsigned char ROLE[256] = {
    [' '] = BLANK,  ['\t'] = BLANK, ['\n'] = BLANK, ['\v'] = BLANK, ['\f'] = BLANK,
    ['\r'] = BLANK, [','] = ALONE,  [';'] = ALONE,  [':'] = ALONE,  ['('] = ALONE,
    [')'] = ALONE,  ['/'] = ALONE,  ['"'] = ALONE,  ['-'] = HYPHEN, [0xe2] = WIDE,
};

static unsigned role_of(char c)
{
    return ROLE[(unsigned char)c];
}

/* Bytes of the hyphen at s.p[at], or 0. Dashes are no hyphens: they part what stands beside them. */
static size_t hyphen_at(dem_str s, size_t at)
{
    unsigned role = role_of(s.p[at]);
    if (role != WIDE) return role == HYPHEN;
    if (at + 3 > s.n || s.p[at + 1] != '\x80') return 0;
    return s.p[at + 2] == '\x90' || s.p[at + 2] == '\x91' ? 3 : 0;
}

/* Bytes of the apostrophe that ends at `end`, or 0. */
static size_t apostrophe_before(dem_str s, size_t end)
{
    if (end >= 1 && s.p[end - 1] == '\'') return 1;
    return end >= 3 && memcmp(s.p + end - 3, "\xe2\x80\x99", 3) == 0 ? 3 : 0;
}

/* Length of the clitic at the end of s ("'s" or a bare apostrophe), 0 if there is none or nothing before. */
static size_t clitic(dem_str s)
{
    size_t s_len = s.n && (s.p[s.n - 1] | 32) == 's' ? 1 : 0;
    size_t mark = apostrophe_before(s, s.n - s_len);
    if (!mark) return 0;
    return s_len + mark < s.n ? s_len + mark : 0;
}

/* Bytes of the blanks and hyphens from s.p[at] on. */
static size_t gap_at(dem_str s, size_t at)
{
    size_t from = at, n;
    while (at < s.n && (n = role_of(s.p[at]) == BLANK ? 1 : hyphen_at(s, at)) > 0) at += n;
    return at - from;
}

bool dem_piece_next(dem_str *rest, dem_str *piece)
{
    size_t at = gap_at(*rest, 0), end = at;
    if (end < rest->n && role_of(rest->p[end]) == ALONE) end++;
    else
        while (end < rest->n &&
               (role_of(rest->p[end]) == INSIDE || (role_of(rest->p[end]) == WIDE && !hyphen_at(*rest, end))))
            end++;
    *piece = dem_str_sub(*rest, at, end);
    if (piece->n > 1) piece->n -= clitic(*piece);
    *rest = dem_str_sub(*rest, at + piece->n, rest->n);
    return piece->n > 0;
}

static char upper(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
}

static bool add(dem_key *key, dem_str bytes)
{
    bool fits = key->n + bytes.n <= sizeof key->p;
    if (fits && bytes.n) memcpy(key->p + key->n, bytes.p, bytes.n);
    key->n = fits ? key->n + bytes.n : 0;
    return fits;
}

/* Character by character, because only the characters that are not ASCII need the folding of utf8.h, and
 * that one loses the case, which names keep. */
static void fold_wide(dem_key *key, dem_str piece)
{
    dem_arena scratch;
    dem_arena_init(&scratch, 512);
    for (size_t at = 0, from = 0; at < piece.n; from = at) {
        uint32_t c = dem_utf8_next(piece, &at);
        dem_str one = dem_str_sub(piece, from, at);
        if (c < 0x80) {
            if (!add(key, one)) break;
            continue;
        }
        one = dem_utf8_key(&scratch, one);
        size_t before = key->n;
        if (!add(key, one)) break;
        if (dem_is_upper(c) && one.n) key->p[before] = upper(one.p[0]);
    }
    dem_arena_release(&scratch);
}

void dem_key_cased(dem_key *key, dem_str piece)
{
    key->n = 0;
    bool ascii = true;
    for (size_t i = 0; ascii && i < piece.n; i++) ascii = !(piece.p[i] & 0x80);
    if (ascii)
        add(key, piece);
    else
        fold_wide(key, piece);
}

void dem_key_lowered(dem_key *to, const dem_key *key)
{
    to->n = key->n;
    for (size_t i = 0; i < key->n; i++) to->p[i] = dem_byte_lower(key->p[i]);
}

void dem_key_capitalised(dem_key *to, const dem_key *key)
{
    dem_key_lowered(to, key);
    if (key->n) to->p[0] = upper(key->p[0]);
}

void dem_key_lower(dem_key *key, dem_str piece)
{
    dem_key cased;
    dem_key_cased(&cased, piece);
    dem_key_lowered(key, &cased);
}

bool dem_is_hyphen(dem_str token)
{
    return token.n && hyphen_at(token, 0) == token.n;
}

size_t dem_all_caps(dem_str token)
{
    size_t letters = 0;
    for (size_t at = 0; at < token.n;) {
        uint32_t c = dem_utf8_next(token, &at);
        if (dem_is_lower(c)) return 0;
        letters += dem_is_letter(c);
    }
    return letters;
}
