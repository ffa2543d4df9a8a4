/* reader/zone_units.c - see zone_units.h. */
#include "reader/zone_units.h"
#include "base/utf8.h"
#include "base/vec.h"

typedef DEM_VEC(zone_unit) unit_list;

/* White space at s.p[at]: its bytes, 0 if there is none. */
static size_t space_at(dem_str s, size_t at)
{
    unsigned char c = (unsigned char)s.p[at];
    if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
    size_t end = at;
    return dem_is_space(dem_utf8_next(s, &end)) ? end - at : 0;
}

bool zone_next_word(dem_str *rest, dem_str *word)
{
    const char *p = rest->p;
    size_t from = 0, to, n, end = rest->n;
    while (from < end && (n = space_at(*rest, from))) from += n;
    /* Most bytes are letters of ASCII. */
    for (to = from;
         to < end && (((unsigned char)p[to] > ' ' && (unsigned char)p[to] < 0x80) || !space_at(*rest, to));)
        to++;
    *word = dem_str_sub(*rest, from, to);
    *rest = dem_str_sub(*rest, to, end);
    return word->n > 0;
}

static bool word_char(uint32_t c)
{
    return dem_is_letter(c) || dem_is_digit(c);
}

static bool plain_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

dem_str zone_bare(dem_str w)
{
    size_t from = 0, to = w.n, at;
    if (to && plain_letter(w.p[0]) && plain_letter(w.p[to - 1])) return w;
    while (from < to) {
        at = from;
        if (word_char(dem_utf8_next(w, &at))) break;
        from = at;
    }
    while (to > from) {
        at = to;
        if (word_char(dem_utf8_before(w, &at))) break;
        to = at;
    }
    return dem_str_sub(w, from, to);
}

static bool is_word_at(dem_str s, size_t at)
{
    return at < s.n && word_char(dem_utf8_next(s, &at));
}
static bool is_word_before(dem_str s, size_t at)
{
    return at > 0 && word_char(dem_utf8_before(s, &at));
}

/* A phrase that ends (begins) with a letter must not go on (have begun) as a longer word. */
static bool ends_apart(dem_str s, size_t at, dem_str phrase)
{
    return !is_word_before(phrase, phrase.n) || !is_word_at(s, at + phrase.n);
}
static bool begins_apart(dem_str s, size_t at, dem_str phrase)
{
    return !is_word_at(phrase, 0) || !is_word_before(s, at);
}

bool zone_starts(dem_str s, dem_str phrase)
{
    return s.n && s.p[0] == phrase.p[0] && dem_str_starts(s, phrase) && ends_apart(s, 0, phrase);
}

bool zone_has(dem_str s, dem_str phrase)
{
    for (size_t at = 0; at < s.n;) {
        size_t hit = at + dem_str_find(dem_str_sub(s, at, s.n), phrase);
        if (hit >= s.n) return false;
        if (begins_apart(s, hit, phrase) && ends_apart(s, hit, phrase)) return true;
        at = hit + 1;
    }
    return false;
}

static dem_str without_ends(dem_str s, bool (*keep)(uint32_t))
{
    size_t from = 0, to = s.n, at;
    while (from < to && (at = from, !keep(dem_utf8_next(s, &at)))) from = at;
    while (to > from && (at = to, !keep(dem_utf8_before(s, &at)))) to = at;
    return dem_str_sub(s, from, to);
}

static bool not_space(uint32_t c)
{
    return !dem_is_space(c) && c != 0xFEFF && c != 0x200B;
}

/* Ends with . ! ? or an ellipsis, perhaps with quotation marks or brackets behind it. */
static bool ends_sentence(dem_str s)
{
    size_t at = s.n;
    while (at > 0) {
        uint32_t c = dem_utf8_before(s, &at);
        if (c == '.' || c == '!' || c == '?' || c == 0x2026) return true;
        uint32_t plain = dem_plain_char(c);
        if (plain != '"' && plain != '\'' && c != ')' && c != ']') return false;
    }
    return false;
}

static void count_words(zone_unit *u)
{
    dem_str rest = u->text, word;
    while (zone_next_word(&rest, &word)) {
        dem_str bare = zone_bare(word);
        size_t at = 0;
        uint32_t c = bare.n ? dem_utf8_next(bare, &at) : 0;
        if (u->upper + u->lower == 0 && dem_is_upper(c)) u->starts_upper = true;
        u->words++;
        u->upper += dem_is_upper(c);
        u->lower += dem_is_lower(c);
    }
}

static void add_features(dem_arena *arena, const zone_lexicon *x, dem_str text, zone_unit *u)
{
    u->text = text;
    u->fold = dem_utf8_fold(arena, u->text);
    u->core = without_ends(u->fold, dem_is_letter);
    u->full = ends_sentence(u->text);
    u->last = u->text.p[u->text.n - 1];
    u->about = zone_words_count(x, u->fold);
    count_words(u);
}

zone_unit zone_unit_of(dem_arena *arena, const zone_lexicon *x, dem_str text)
{
    zone_unit u = {.end = (uint32_t)text.n};
    add_features(arena, x, text, &u);
    return u;
}

/* The words that no line of a menu ends with, but a wrapped line does. */
static bool ends_open(dem_str line)
{
    static const char *const OPEN[] = {",",    " the",  " a",  " an",  " of",  " to",   " in",   " and",
                                       " for", " with", " by", " on",  " at",  " from", " that", " was",
                                       " is",  " who",  " as", " has", " had", " or",   " be",   " its"};
    for (size_t i = 0; i < sizeof OPEN / sizeof *OPEN; i++)
        if (dem_str_ends(line, dem_str_from(OPEN[i]))) return true;
    return false;
}

static bool starts_lower(dem_str line)
{
    size_t at = 0;
    return line.n && dem_is_lower(dem_utf8_next(line, &at));
}

/* Do two lines without a blank line between them belong to one paragraph? `width` is the length of the
 * longest line: text that was wrapped has no long lines, and its lines are nearly full. */
static bool is_wrapped(dem_str before, dem_str line, size_t width)
{
    enum { WRAP_MIN = 45, WRAP_MAX = 130 };
    if (before.n < WRAP_MIN || ends_sentence(before)) return false;
    if (ends_open(before)) return true;
    if (starts_lower(line)) return before.p[before.n - 1] != ':';
    return width <= WRAP_MAX && before.n * 5 >= width * 4;
}

static size_t longest_line(dem_str text)
{
    size_t longest = 0;
    for (dem_str line; dem_str_next(&text, '\n', &line);)
        if (line.n > longest) longest = line.n;
    return longest;
}

zone_units zone_units_cut(dem_arena *arena, dem_str text)
{
    unit_list list = {0};
    size_t width = longest_line(text);
    const zone_lexicon *x = zone_lexicon_make(arena);
    bool gap = true;
    dem_str rest = text, line, before = {NULL, 0};
    while (dem_str_next(&rest, '\n', &line)) {
        line = without_ends(line, not_space);
        if (line.n == 0) {
            gap = true;
            continue;
        }
        uint32_t start = (uint32_t)(line.p - text.p), end = start + (uint32_t)line.n;
        if (!gap && list.n && is_wrapped(before, line, width)) list.at[list.n - 1].end = end;
        else dem_vec_push(arena, &list, ((zone_unit){.start = start, .end = end, .gap_before = gap}));
        gap = false;
        before = line;
    }
    for (size_t i = 0; i < list.n; i++) {
        list.at[i].gap_after = i + 1 == list.n || list.at[i + 1].gap_before;
        add_features(arena, x, dem_str_sub(text, list.at[i].start, list.at[i].end), &list.at[i]);
    }
    return (zone_units){list.at, (uint32_t)list.n, x};
}

bool zone_is_running(const zone_unit *u)
{
    return u->full && u->words >= 7 && u->lower * 2 >= u->words;
}

bool zone_is_headish(const zone_unit *u)
{
    return !u->full && u->words <= 20 && u->last != ',' && u->last != ';';
}
