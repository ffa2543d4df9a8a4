/* lang/dateline.c - see dateline.h. A dateline is no part of the clause that follows it: read as one sentence with it, the
 * town becomes a subject. */
#include "lang/dateline.h"

enum { LONGEST = 80, WORDS = 4 };

static bool capital(char c)
{
    return c >= 'A' && c <= 'Z';
}
static bool small(char c)
{
    return c >= 'a' && c <= 'z';
}
/* Inside a word of a place: letters, marks, letters that are not ASCII. */
static bool in_word(char c)
{
    return capital(c) || small(c) || c == '.' || c == '\'' || c == '-' || (unsigned char)c >= 0x80;
}

static bool dash_at(dem_str s, size_t i, size_t to, size_t *len)
{
    static const char *const DASHES[] = {"--", "-", "\xe2\x80\x94", "\xe2\x80\x93"};
    for (size_t k = 0; k < sizeof DASHES / sizeof *DASHES; k++) {
        *len = strlen(DASHES[k]);
        if (i + *len <= to && memcmp(s.p + i, DASHES[k], *len) == 0) return true;
    }
    return false;
}

static size_t blanks(dem_str s, size_t i, size_t to)
{
    while (i < to && s.p[i] == ' ') i++;
    return i;
}

/* Behind the word that begins at i with a capital, i if there is none. *caps stays true if it has no small letter. */
static size_t word(dem_str s, size_t i, size_t to, bool *caps)
{
    size_t at = i, len;
    if (i >= to || (!capital(s.p[i]) && (unsigned char)s.p[i] < 0x80) || dash_at(s, i, to, &len)) return i;
    while (at < to && in_word(s.p[at]) && !(dash_at(s, at, to, &len) && len > 1)) {
        *caps &= !small(s.p[at]);
        at++;
    }
    return at;
}

/* Behind up to four words with capitals. */
static size_t words(dem_str s, size_t i, size_t to, bool *caps)
{
    size_t end = i;
    for (int n = 0; n < WORDS; n++) {
        size_t at = blanks(s, end, to), after = word(s, at, to, caps);
        if (after == at) break;
        end = after;
    }
    return end;
}

static size_t bracket(dem_str s, size_t i, size_t to, bool *there)
{
    enum { AGENCY = 24 };
    size_t at = blanks(s, i, to), end = at;
    if (at >= to || s.p[at] != '(') return i;
    while (end < to && end - at < AGENCY && s.p[end] != ')' && s.p[end] != '\n') end++;
    if (end >= to || s.p[end] != ')' || !capital(s.p[at + 1])) return i;
    *there = true;
    return end + 1;
}

static size_t digits(dem_str s, size_t i, size_t to)
{
    while (i < to && s.p[i] >= '0' && s.p[i] <= '9') i++;
    return i;
}

/* ", Kenya", ", West Bank", ", Oct. 3" */
static size_t region(dem_str s, size_t i, size_t to)
{
    bool any = true;
    size_t at = blanks(s, i, to);
    if (at >= to || s.p[at] != ',') return i;
    size_t end = words(s, at + 1, to, &any);
    if (end == at + 1) return i;
    size_t day = digits(s, blanks(s, end, to), to);
    return day > blanks(s, end, to) ? day : end;
}

static size_t letters(dem_str s, size_t from, size_t to)
{
    size_t n = 0;
    for (size_t i = from; i < to; i++) n += capital(s.p[i]) || small(s.p[i]);
    return n;
}

size_t dem_dateline_end(dem_str s, size_t from, size_t to)
{
    enum { TOWN = 4 }; /* letters: "LIMA"; shorter ones are abbreviations */
    bool caps = true, agency = false;
    if (to > from + LONGEST) to = from + LONGEST;
    size_t at = words(s, from, to, &caps), len = 0;
    if (at == from || letters(s, from, at) < TOWN) return 0;
    for (int n = 0; n < 2; n++) at = region(s, at, to);
    at = bracket(s, at, to, &agency);
    at = region(s, at, to);
    size_t mark = blanks(s, at, to);
    bool dash = dash_at(s, mark, to, &len);
    bool apart = dash && (mark > at || len > 1) && mark + len < to && (s.p[mark + len] == ' ' || len > 1);
    if (apart && (caps || agency)) return mark + len;
    return caps && agency && mark < to && capital(s.p[mark]) ? at : 0;
}
