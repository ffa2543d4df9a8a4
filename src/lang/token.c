/* lang/token.c - tokens as the English UD treebanks cut them.
 *
 * White space cuts the text into chunks. From a chunk, punctuation is taken off at the front and at the back;
 * what is left is an address or a number, kept whole, or words, cut at hyphens, slashes, dashes and where a
 * contraction or possessive begins. */
#include "lang/token.h"
#include "base/vec.h"
#include "lang/abbrev.h"
#include "lang/chars.h"
#include "lang/joined.h"

typedef struct cutter {
    dem_arena *arena;
    dem_str text;
    bool last; /* this chunk ends the sentence */
    DEM_VEC(dem_token) out;
} cutter;

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}
static bool ascii_letter(char c)
{
    return (c | 32) >= 'a' && (c | 32) <= 'z';
}
/* Punctuation beyond ASCII that stands on its own. */
static bool wide_mark(uint32_t cp)
{
    return (cp >= 0x2010 && cp <= 0x205e && cp != 0x2019 && cp != 0x2018) || (cp >= 0x3001 && cp <= 0x303f) ||
           cp == 0xab || cp == 0xbb || cp == 0xa3 || cp == 0xa5 || cp == 0xbf || cp == 0xa1 || cp == 0xb7 ||
           cp == 0xa7 || cp == 0xb6 || cp == 0x20ac || (cp >= 0x2190 && cp <= 0x27bf) || cp == 0xa9 ||
           cp == 0xae;
}
/* A letter or digit begins at byte i. */
static bool alnum_at(dem_str s, size_t i)
{
    if (i >= s.n) return false;
    unsigned char c = (unsigned char)s.p[i];
    if (c < 0x80) return digit((char)c) || ascii_letter((char)c);
    uint32_t len;
    uint32_t cp = dem_char_at(s, i, &len);
    return !wide_mark(cp) && cp != 0x2018 && cp != 0x2019;
}

static uint32_t char_at(dem_str s, size_t i)
{
    uint32_t len;
    return i < s.n ? dem_char_at(s, i, &len) : 0;
}
static bool is_apostrophe(uint32_t cp)
{
    return cp == '\'' || cp == 0x2019 || cp == '`' || cp == 0x2018;
}

static void emit(cutter *c, size_t from, size_t to)
{
    if (from >= to) return;
    dem_token t = {.start = (uint32_t)from, .end = (uint32_t)to, .form = dem_str_sub(c->text, from, to)};
    dem_vec_push(c->arena, &c->out, t);
}

/* "www.x.org/a", "http://...", "a@b.org", "#tag", "@name": kept whole. */
static bool is_address(dem_str w)
{
    static const char *const TAIL[] = {".com", ".org", ".net", ".gov", ".edu", ".info",
                                       ".int", ".ru",  ".uk",  ".ua",  ".cn"};
    size_t at = dem_str_find(w, DEM_STR("@"));
    if (dem_str_find(w, DEM_STR("://")) < w.n || dem_str_starts(w, DEM_STR("www."))) return true;
    if (at < w.n && at + 1 < w.n && alnum_at(w, at + 1))
        return at == 0 || alnum_at(w, at - 1) || w.p[at - 1] == '.';
    if (w.n > 1 && w.p[0] == '#' && ascii_letter(w.p[1])) return true;
    if (dem_str_find(w, DEM_STR(".")) == w.n) return false; /* most words */
    for (size_t i = 0; i < sizeof TAIL / sizeof TAIL[0]; i++) {
        size_t dot = dem_str_find(w, dem_str_from(TAIL[i])), end = dot + strlen(TAIL[i]);
        if (dot > 0 && end <= w.n && (end == w.n || w.p[end] == '/')) return true;
    }
    return false;
}

/* ":)", ";-)", ":D" and their like stand alone in a chunk. */
static bool is_face(dem_str w)
{
    if (w.n < 2 || w.n > 4 || !strchr(":;=", w.p[0])) return false;
    for (size_t i = 1; i < w.n; i++)
        if (!w.p[i] || !strchr("-')(DPpo/\\|]", w.p[i])) return false;
    return true;
}

/* How far the mark that begins at `i` goes: runs of the same sign ("...", "--", "!!") are one token. */
static size_t mark_end(dem_str s, size_t i, size_t to)
{
    uint32_t len;
    uint32_t cp = dem_char_at(s, i, &len);
    size_t j = i + len;
    if (cp == '!' || cp == '?') {
        while (j < to && (s.p[j] == '!' || s.p[j] == '?')) j++;
    } else if (cp < 0x80 && strchr(".-*=_~#+<>", (int)cp)) {
        while (j < to && s.p[j] == s.p[i]) j++;
    } else if (cp == '\'' || cp == '`') {
        if (j < to && s.p[j] == s.p[i]) j++;
    } else if (is_apostrophe(cp) && j < to && char_at(s, j) == cp) {
        j += len;
    }
    return j;
}

static bool opens(dem_str s, size_t i, size_t to)
{
    unsigned char c = (unsigned char)s.p[i];
    if (c >= 0x80) {
        uint32_t cp = char_at(s, i);
        return wide_mark(cp) || cp == 0x2018 || cp == 0x2019;
    }
    if (digit((char)c) || ascii_letter((char)c)) return false;
    if (c == '.' && i + 1 < to && digit(s.p[i + 1])) return false;                       /* .45 */
    if (c == '\'' && i + 2 < to && digit(s.p[i + 1]) && digit(s.p[i + 2])) return false; /* '90s */
    if ((c == '+' || c == '@') && i + 1 < to && alnum_at(s, i + 1)) return false;
    return true;
}

/* "'s" at the head of a chunk (text with blanks before contractions). */
static bool is_clitic(dem_str w)
{
    static const char *const LIST[] = {"'s", "'m", "'d", "'re", "'ve", "'ll", "n't",
                                       "’s", "’m", "’d", "’re", "’ve", "’ll", "n’t"};
    return DEM_STR_IONE_OF(w, LIST);
}

/* Where the last token of the chunk, a mark, begins; `to` if the chunk ends in none. */
static size_t mark_start(const cutter *c, size_t from, size_t to)
{
    dem_str s = c->text;
    size_t i = dem_char_back(s, from, to);
    uint32_t cp = char_at(s, i);
    if (cp < 0x80 ? digit((char)cp) || ascii_letter((char)cp) : !(wide_mark(cp) || is_apostrophe(cp)))
        return to;
    if (cp == '.' && !(i > from && s.p[i - 1] == '.')) {
        dem_abbrev kind = dem_abbrev_of(dem_str_sub(s, from, to));
        if (kind == DEM_ABBREV_FREE || (kind != DEM_ABBREV_NO && !c->last)) return to;
        return i;
    }
    if (cp == '+' && i > from && alnum_at(s, dem_char_back(s, from, i))) return to; /* "A+" */
    if (cp == '.' || cp == '-' || cp == '*' || cp == '=' || cp == '_' || cp == '>' || cp == '<')
        while (i > from && s.p[i - 1] == s.p[i]) i--;
    else if (cp == '!' || cp == '?')
        while (i > from && (s.p[i - 1] == '!' || s.p[i - 1] == '?')) i--;
    else if (is_apostrophe(cp) && i > from && char_at(s, dem_char_back(s, from, i)) == cp)
        i = dem_char_back(s, from, i);
    return i;
}

/* A contraction written without apostrophe, or grown together: where its second part begins. */
static size_t grown_together(dem_str w)
{
    static const struct {
        dem_str word;
        size_t cut;
    } LIST[] = {{DEM_STR("cannot"), 3}, {DEM_STR("gonna"), 3}, {DEM_STR("wanna"), 3},   {DEM_STR("gotta"), 3},
                {DEM_STR("outta"), 3},  {DEM_STR("dont"), 2},  {DEM_STR("didnt"), 3},   {DEM_STR("doesnt"), 4},
                {DEM_STR("isnt"), 2},   {DEM_STR("wasnt"), 3}, {DEM_STR("couldnt"), 5}, {DEM_STR("wouldnt"), 5},
                {DEM_STR("havent"), 4}, {DEM_STR("arent"), 3}, {DEM_STR("cant"), 2},    {DEM_STR("ive"), 1},
                {DEM_STR("thats"), 4}};
    for (size_t i = 0; i < sizeof LIST / sizeof LIST[0]; i++)
        if (w.n == LIST[i].word.n && dem_str_ieq(w, LIST[i].word)) return LIST[i].cut;
    return 0;
}

/* Any of those below: the last byte of each, since this is asked of every word. */
static bool has_apostrophe(dem_str w)
{
    for (size_t i = 0; i < w.n; i++)
        if (w.p[i] == '\'' || w.p[i] == '`' || w.p[i] == '\x99') return true;
    return false;
}

/* Bytes of the contraction or possessive at the end of `w`, 0 if there is none. */
static size_t clitic_tail(dem_str w)
{
    static const char *const TAIL[] = {"'s",  "’s",  "n't", "n’t", "'re", "’re", "'ve", "’ve",
                                       "'ll", "’ll", "'m",  "’m",  "'d",  "’d",  "`s"};
    if (!has_apostrophe(w)) return 0;
    for (size_t i = 0; i < sizeof TAIL / sizeof TAIL[0]; i++) {
        size_t n = strlen(TAIL[i]);
        if (w.n > n && dem_str_ieq(dem_str_sub(w, w.n - n, w.n), dem_str_from(TAIL[i]))) return n;
    }
    return 0;
}

static void word(cutter *c, size_t from, size_t to)
{
    dem_str w = dem_str_sub(c->text, from, to);
    size_t cut = grown_together(w);
    if (cut) {
        emit(c, from, from + cut);
        emit(c, from + cut, to);
        return;
    }
    size_t tail = clitic_tail(w);
    if (tail) {
        word(c, from, to - tail); /* "couldn't've" */
        emit(c, to - tail, to);
        return;
    }
    emit(c, from, to);
}

static bool is_unit(dem_str w)
{
    static const char *const UNIT[] = {"am", "pm", "a.m.", "p.m.", "km",  "m",   "mm",  "cm", "kg",
                                       "g",  "ft", "k",    "bn",   "mn",  "mph", "kph", "kW", "MW",
                                       "GW", "lb", "lbs",  "hrs",  "min", "kt",  "C",   "F"};
    return DEM_STR_IONE_OF(w, UNIT);
}

/* "35mm" -> 35 mm; "1970s" and "20th" stay. */
static bool number_with_unit(cutter *c, size_t from, size_t to)
{
    size_t i = from;
    while (i < to &&
           (digit(c->text.p[i]) || ((c->text.p[i] == '.' || c->text.p[i] == ',' || c->text.p[i] == ':') &&
                                    i + 1 < to && digit(c->text.p[i + 1]))))
        i++;
    if (i == from || i == to || !is_unit(dem_str_sub(c->text, i, to))) return false;
    emit(c, from, i);
    emit(c, i, to);
    return true;
}

/* Telephone numbers, dates and scores of three groups stay whole; "5-10" is a range. */
static bool hyphen_number(dem_str w)
{
    size_t groups = 1, first = 0, run = 0;
    for (size_t i = 0; i < w.n; i++) {
        if (w.p[i] == '-') {
            if (groups++ == 1) first = run;
            run = 0;
        } else if (digit(w.p[i])) {
            run++;
        } else if (w.p[i] != '/' && w.p[i] != '.') {
            return false;
        }
    }
    return groups > 2 || (groups == 2 && first == 3 && run == 4) || groups == 1;
}

/* Prefixes that keep their hyphen. */
static bool is_prefix(dem_str w)
{
    static const char *const LIST[] = {"non",   "e",     "mid",   "re",     "anti",  "co",     "pre",
                                       "pro",   "cross", "post",  "multi",  "ex",    "sub",    "counter",
                                       "semi",  "mini",  "socio", "psycho", "ultra", "inter",  "intra",
                                       "extra", "super", "trans", "un",     "quasi", "pseudo", "bi",
                                       "tri",   "vice",  "de",    "over",   "under", "t",      "neo"};
    return DEM_STR_IONE_OF(w, LIST);
}

/* The end of the joint (hyphen, slash, dash, dots, bracket, comma between letters) at i, or i if there is
 * none. */
static size_t joint_end(const cutter *c, size_t begin, size_t i, size_t to)
{
    dem_str s = c->text;
    unsigned char ch = (unsigned char)s.p[i];
    bool around = i > begin && i + 1 < to;
    if (ch >= 0x80) return wide_mark(char_at(s, i)) ? mark_end(s, i, to) : i;
    if (ch == '-') {
        size_t j = mark_end(s, i, to);
        if (j - i > 1 || !around) return j;
        bool whole = is_prefix(dem_str_sub(s, begin, i)) || dem_joined_noun(dem_str_sub(s, begin, to)).n > 0;
        return whole ? i : j;
    }
    if (ch == '/')
        return around && i - begin > 1 && i + 2 < to && ascii_letter(s.p[i - 1]) && alnum_at(s, i + 1) &&
                       alnum_at(s, i + 2)
                   ? i + 1
                   : i;
    if (ch == '.') {
        size_t j = mark_end(s, i, to);
        return j - i > 1 ? j : i;
    }
    if (ch == ',' || ch == ';' || ch == ':' || ch == '!' || ch == '?')
        return around && digit(s.p[i - 1]) && digit(s.p[i + 1]) ? i : mark_end(s, i, to);
    if (strchr("()[]{}\"%<>|*", ch)) return i + 1;
    return i;
}

/* A stop glued between a small letter and a capital ("talks.He") ends a sentence that lost its blank. */
static bool lost_blank(dem_str s, size_t begin, size_t i, size_t to)
{
    if (s.p[i] != '.' || i < begin + 3 || i + 2 >= to) return false;
    char a = s.p[i - 1], b = s.p[i - 2], n = s.p[i + 1], m = s.p[i + 2];
    return a >= 'a' && a <= 'z' && b >= 'a' && b <= 'z' && n >= 'A' && n <= 'Z' && m >= 'a' && m <= 'z';
}

static void core(cutter *c, size_t from, size_t to)
{
    dem_str w = dem_str_sub(c->text, from, to);
    if (from >= to) return;
    if (is_address(w) || hyphen_number(w)) {
        emit(c, from, to);
        return;
    }
    if (number_with_unit(c, from, to)) return;
    size_t begin = from;
    for (size_t i = from; i < to;) {
        uint32_t len;
        dem_char_at(c->text, i, &len);
        size_t j = lost_blank(c->text, begin, i, to) ? i + 1 : joint_end(c, begin, i, to);
        if (j == i) {
            i += len;
            continue;
        }
        word(c, begin, i);
        emit(c, i, j);
        begin = i = j;
    }
    word(c, begin, to);
}

static void chunk(cutter *c, size_t from, size_t to)
{
    dem_str w = dem_str_sub(c->text, from, to);
    if (is_face(w) || is_clitic(w)) {
        emit(c, from, to);
        return;
    }
    bool hash = to - from > 2 && w.p[0] == '#' && ascii_letter(w.p[1]);
    while (!hash && from < to && opens(c->text, from, to)) {
        size_t j = mark_end(c->text, from, to);
        emit(c, from, j);
        from = j;
    }
    size_t end = to, stack[64];
    unsigned n = 0;
    while (n < 64 && end > from) {
        size_t i = mark_start(c, from, end);
        dem_str tail = dem_str_sub(c->text, from, end);
        if (i == end || (strchr("/-", c->text.p[end - 1]) && is_address(tail))) break;
        stack[n++] = end;
        end = i;
    }
    core(c, from, end);
    while (n > 0) {
        emit(c, end, stack[n - 1]);
        end = stack[--n];
    }
}

dem_token *dem_tokenise(dem_arena *arena, dem_str text, uint32_t start, uint32_t end, uint32_t *n)
{
    dem_str s = dem_str_sub(text, 0, end);
    cutter c = {.arena = arena, .text = s};
    uint32_t len;
    while (end > start && dem_blank_at(s, dem_char_back(s, start, end), &len))
        end = (uint32_t)dem_char_back(s, start, end);
    s = c.text = dem_str_sub(text, 0, end);
    for (size_t i = start; i < end;) {
        if (dem_blank_at(s, i, &len)) {
            if (c.out.n) c.out.at[c.out.n - 1].space_after = true;
            i += len;
            continue;
        }
        size_t j = i;
        while (j < end && !dem_blank_at(s, j, &len)) j += len;
        c.last = j >= end;
        chunk(&c, i, j);
        i = j;
    }
    if (c.out.n && end < text.n) c.out.at[c.out.n - 1].space_after = dem_blank_at(text, end, &len);
    *n = (uint32_t)c.out.n;
    return c.out.at;
}
