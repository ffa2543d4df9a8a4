/* lang/split.c - where sentences end.
 *
 * Zones and empty lines cut the text into blocks, and no sentence leaves its block. A block is a heading, a
 * paragraph, some paragraphs, or a paragraph whose lines were broken at a fixed width: so each line break is
 * judged first. What remains between two hard breaks is a run, and in it a stop ends a sentence unless it
 * belongs to an abbreviation or what follows shows that the sentence goes on. */
#include "base/vec.h"
#include "lang/abbrev.h"
#include "lang/chars.h"
#include "lang/dateline.h"
#include "lang/lang.h"
#include "lang/token.h"
#include <unicode/uchar.h>

#define WRAP_MIN 40         /* a line broken at a fixed width is at least this long, in bytes */
#define WRAP_MAX 110        /* and no line of its block is longer than this */
#define LONG DEM_MAX_TOKENS /* bytes; below this a sentence cannot have too many tokens */
#define CUT 380             /* tokens after which a monstrous sentence is cut */

typedef struct splitter {
    dem_arena *arena;
    dem_str text;
    DEM_VEC(dem_sentence) out;
    uint32_t paragraph;
    dem_zone_kind zone;
} splitter;

/* ------------------------------------------------------------------------------------ characters */

static uint32_t cp_at(dem_str s, size_t i)
{
    uint32_t len;
    return i < s.n ? dem_char_at(s, i, &len) : 0;
}
static bool blank_at(dem_str s, size_t i)
{
    uint32_t len;
    return i < s.n && dem_blank_at(s, i, &len);
}
static size_t skip_blanks(dem_str s, size_t i, size_t to)
{
    uint32_t len;
    while (i < to && dem_blank_at(s, i, &len)) i += len;
    return i;
}
static size_t drop_blanks(dem_str s, size_t from, size_t to)
{
    while (to > from && blank_at(s, dem_char_back(s, from, to))) to = dem_char_back(s, from, to);
    return to;
}
static bool is_closer(uint32_t cp)
{
    return cp == '"' || cp == '\'' || cp == ')' || cp == ']' || cp == 0x201d || cp == 0x2019 || cp == 0xbb;
}
static bool is_opener(uint32_t cp)
{
    return cp == '"' || cp == '\'' || cp == '(' || cp == '[' || cp == 0x201c || cp == 0x2018 || cp == 0xab ||
           cp == 0x2014 || cp == 0x2013 || cp == '-';
}
static bool is_quote(uint32_t cp)
{
    return cp == '"' || cp == 0x201d || cp == 0x201c || cp == 0x2019 || cp == '\'' || cp == 0xbb;
}
static bool is_stop(uint32_t cp)
{
    return cp == '.' || cp == '!' || cp == '?' || cp == 0x2026;
}
static bool upper_at(dem_str s, size_t i)
{
    return i < s.n && (u_isupper((UChar32)cp_at(s, i)) || u_istitle((UChar32)cp_at(s, i)));
}
static bool lower_at(dem_str s, size_t i)
{
    return i < s.n && u_islower((UChar32)cp_at(s, i));
}
static bool digit_at(dem_str s, size_t i)
{
    return i < s.n && s.p[i] >= '0' && s.p[i] <= '9';
}

/* The word at i: up to white space or a mark. */
static dem_str word_at(dem_str s, size_t i, size_t to)
{
    size_t j = i;
    while (j < to && (u_isalnum((UChar32)cp_at(s, j)) || s.p[j] == '-')) {
        uint32_t len;
        dem_char_at(s, j, &len);
        j += len;
    }
    return dem_str_sub(s, i, j);
}

/* ------------------------------------------------------------------------------------ stops */

/* Words that begin a sentence after an abbreviation that might end one. */
static bool is_starter(dem_str w)
{
    static const char *const LIST[] = {
        "The",       "He",   "She",     "It",     "They",     "We",     "I",       "You",       "In",
        "On",        "At",   "But",     "And",    "A",        "An",     "This",    "That",      "These",
        "Those",     "His",  "Her",     "Their",  "Its",      "Our",    "My",      "However",   "Meanwhile",
        "According", "As",   "After",   "Before", "For",      "If",     "When",    "While",     "There",
        "With",      "Also", "Earlier", "Last",   "So",       "Since",  "Some",    "Many",      "Most",
        "Other",     "Both", "No",      "Not",    "To",       "From",   "By",      "What",      "Who",
        "Why",       "How",  "Where",   "During", "Although", "Though", "Despite", "Because",   "Then",
        "Now",       "One",  "Several", "Such",   "Under",    "Until",  "Among",   "Officials", "Asked",
        "Yet",       "Or",   "Here",    "Each",   "Every"};
    return DEM_STR_ONE_OF(w, LIST);
}

static bool is_speech_verb(dem_str w)
{
    static const char *const LIST[] = {"said",    "says",      "asked",     "asks",     "added",
                                       "told",    "wrote",     "writes",    "replied",  "shouted",
                                       "cried",   "exclaimed", "continued", "declared", "demanded",
                                       "tweeted", "posted",    "responded", "wondered", "chanted",
                                       "noted",   "stressed",  "insisted",  "answered", "quipped"};
    return DEM_STR_ONE_OF(w, LIST);
}

/* "... ?” Foreign Minister Lavrov asked": within six words, all but the verb names or titles. */
static bool names_speaker(dem_str s, size_t i, size_t to)
{
    for (int k = 0; k < 6 && i < to; k++) {
        dem_str w = word_at(s, i, to);
        if (w.n == 0) return false;
        if (is_speech_verb(w)) return k > 0;
        if (!upper_at(s, i) && !dem_str_is(w, "the") && !dem_str_is(w, "of") && !dem_str_is(w, "al"))
            return false;
        i = skip_blanks(s, i + w.n, to);
    }
    return false;
}

/* The word that ends with the stop at `stop`, stop included, without brackets and quotes before it. */
static dem_str word_before(dem_str s, size_t from, size_t stop)
{
    size_t i = stop;
    while (i > from) {
        size_t j = dem_char_back(s, from, i);
        uint32_t cp = cp_at(s, j);
        if (blank_at(s, j) || is_opener(cp) || cp == '/' || cp == ',') break;
        i = j;
    }
    return dem_str_sub(s, i, stop + 1);
}

/* "1." or "IV." at the head of a sentence numbers it. */
static bool is_item_number(dem_str s, size_t from, dem_str word)
{
    if ((size_t)(word.p - s.p) != from || word.n > 4) return false;
    for (size_t i = 0; i + 1 < word.n; i++)
        if (word.p[i] < '0' || word.p[i] > '9') return false;
    return word.n > 1;
}

/* A single stop at `stop` belongs to a word, given the next word at `next`. */
static bool belongs_to_word(dem_str s, size_t from, size_t stop, size_t next, size_t to)
{
    dem_str word = word_before(s, from, stop);
    if (is_item_number(s, from, word)) return true;
    switch (dem_abbrev_of(word)) {
    case DEM_ABBREV_LINKS: return true;
    case DEM_ABBREV_NUMBER: return digit_at(s, next);
    case DEM_ABBREV_FREE: return !is_starter(word_at(s, next, to)) && !is_quote(cp_at(s, next));
    default: return false;
    }
}

/* "talks.He": a blank was lost. Addresses have no such place. */
static bool lost_blank(dem_str s, size_t from, size_t stop)
{
    dem_str before = word_before(s, from, stop), after = word_at(s, stop + 1, s.n);
    if (before.n < 4 || after.n < 2 || !lower_at(s, stop - 1) || !lower_at(s, stop - 2)) return false;
    if (dem_str_find(before, DEM_STR(".")) + 1 < before.n || dem_str_find(before, DEM_STR("@")) < before.n)
        return false;
    size_t end = stop + 1 + after.n;
    if (end < s.n && (s.p[end] == '/' || s.p[end] == '@')) return false;
    return upper_at(s, stop + 1) && lower_at(s, stop + 2) && !dem_str_ieq(after, DEM_STR("com")) &&
           !dem_str_ieq(after, DEM_STR("org"));
}

/* Words in small letters that carry a sentence on over a stray stop. */
static bool is_connector(dem_str w)
{
    static const char *const LIST[] = {
        "and",  "or",    "but",     "nor",    "of",    "in",    "on",      "at",      "by",      "for",
        "from", "to",    "with",    "amid",   "as",    "after", "before",  "between", "against", "into",
        "over", "under", "through", "during", "while", "when",  "where",   "which",   "who",     "whose",
        "that", "than",  "because", "if",     "until", "since", "without", "via",     "per"};
    return DEM_STR_ONE_OF(w, LIST) || is_speech_verb(w);
}

/* "... considering it. support the war effort": in garbled text a fragment in small letters follows a stop.
 * An unknown abbreviation looks the same, so the word before must be an ordinary one. */
static bool begins_fragment(dem_str s, size_t from, size_t stop, size_t next, size_t to)
{
    dem_str w = word_before(s, from, stop);
    bool vowel = false;
    if (w.n < 3 || dem_abbrev_of(w) != DEM_ABBREV_NO) return false;
    for (size_t i = 0; i + 1 < w.n; i++) {
        if (!(i ? (w.p[i] >= 'a' && w.p[i] <= 'z') : ((w.p[i] | 32) >= 'a' && (w.p[i] | 32) <= 'z')))
            return false;
        vowel |= strchr("aeiouy", w.p[i] | 32) != NULL;
    }
    return vowel && !is_connector(word_at(s, next, to));
}

/* Behind the footnote marks at `i`: "... of the majority.[6][12] In Byron's ...". */
static size_t skip_notes(dem_str s, size_t i, size_t to)
{
    while (i < to && s.p[i] == '[' && digit_at(s, i + 1)) {
        size_t j = i + 1;
        while (j < to && digit_at(s, j)) j++;
        if (j >= to || s.p[j] != ']') break;
        i = j + 1;
    }
    return i;
}

/* Where the sentence ends that the stop at `i` may end: behind stops and closers; 0 if it goes on. */
static size_t end_at(dem_str s, size_t from, size_t i, size_t to)
{
    size_t stops = i, end;
    uint32_t len, last = 0;
    while (stops < to && is_stop(dem_char_at(s, stops, &len))) {
        last = cp_at(s, stops);
        stops += len;
    }
    for (end = stops; end < to && is_closer(dem_char_at(s, end, &len)); end += len) {
    }
    end = skip_notes(s, end, to);
    if (end >= to) return to;
    bool single = s.p[i] == '.' && stops == i + 1;
    if (!blank_at(s, end)) return single && end == stops && lost_blank(s, from, i) ? end : 0;
    size_t next = skip_blanks(s, end, to);
    /* A closing quote may stand apart: "... there. ” He". */
    if (cp_at(s, next) == 0x201d && blank_at(s, next + 3)) {
        end = next + 3;
        next = skip_blanks(s, end, to);
    }
    size_t noted = skip_notes(s, next, to);
    if (noted > next) {
        end = noted;
        next = skip_blanks(s, end, to);
        if (next >= to) return to;
    }
    size_t word = next;
    while (word < to && is_opener(dem_char_at(s, word, &len))) word += len;
    if (word >= to) return to;
    bool small = lower_at(s, word) && word == next;
    if (small && last == '?' && end == stops)
        return is_connector(word_at(s, next, to)) ? 0 : end; /* chat has no capitals */
    if (small) return single && end == stops && begins_fragment(s, from, i, next, to) ? end : 0;
    if (lower_at(s, word) && !is_quote(cp_at(s, next))) return 0;
    if (strchr(",;:).]", s.p[word])) return 0; /* ". ." and "[. . .]" are omissions */
    if (single && end == stops && belongs_to_word(s, from, i, next, to)) return 0;
    if (end > stops && (last == '!' || last == '?') && is_quote(cp_at(s, dem_char_back(s, from, end))) &&
        names_speaker(s, next, to))
        return 0;
    return end;
}

/* ------------------------------------------------------------------------------------ sentences */

static void add(splitter *p, size_t from, size_t to)
{
    from = skip_blanks(p->text, from, to);
    to = drop_blanks(p->text, from, to);
    if (from >= to) return;
    dem_sentence s = {.number = (uint32_t)p->out.n,
                      .start = (uint32_t)from,
                      .end = (uint32_t)to,
                      .paragraph = p->paragraph,
                      .zone = p->zone};
    dem_vec_push(p->arena, &p->out, s);
}

/* Cuts what has more tokens than a parser should be given, at a comma or semicolon if there is one. */
static void add_long(splitter *p, size_t from, size_t to)
{
    uint32_t n, first = 0;
    dem_token *tok = dem_tokenise(p->arena, p->text, (uint32_t)from, (uint32_t)to, &n);
    while (n - first > CUT) {
        uint32_t cut = first + CUT;
        for (uint32_t k = cut; k > cut - CUT / 2; k--)
            if (tok[k - 1].form.p[0] == ',' || tok[k - 1].form.p[0] == ';') {
                cut = k;
                break;
            }
        add(p, from, tok[cut].start);
        from = tok[cut].start;
        first = cut;
    }
    add(p, from, to);
}

static void add_any(splitter *p, size_t from, size_t to)
{
    if (to - from < LONG) add(p, from, to);
    else add_long(p, from, to);
}

static void split_run(splitter *p, size_t from, size_t to)
{
    uint32_t len;
    from = skip_blanks(p->text, from, to);
    to = drop_blanks(p->text, from, to);
    size_t dateline = p->zone == DEM_ZONE_BODY ? dem_dateline_end(p->text, from, to) : 0;
    if (dateline && dateline < to) {
        add(p, from, dateline);
        from = skip_blanks(p->text, dateline, to);
    }
    for (size_t i = from; i < to;) {
        uint32_t cp = dem_char_at(p->text, i, &len);
        size_t end = is_stop(cp) ? end_at(p->text, from, i, to) : 0;
        if (end) {
            add_any(p, from, end);
            from = i = skip_blanks(p->text, end, to);
            continue;
        }
        i += len;
        while (is_stop(cp) && i < to && is_stop(dem_char_at(p->text, i, &len))) i += len;
    }
    if (from < to) add_any(p, from, to);
}

/* ------------------------------------------------------------------------------------ lines */

static size_t line_end(dem_str s, size_t i, size_t to)
{
    const char *nl = i < to ? memchr(s.p + i, '\n', to - i) : NULL;
    return nl ? (size_t)(nl - s.p) : to;
}

static bool ends_sentence(dem_str s, size_t from, size_t to)
{
    to = drop_blanks(s, from, to);
    while (to > from && is_closer(cp_at(s, dem_char_back(s, from, to)))) to = dem_char_back(s, from, to);
    if (to == from) return true;
    size_t i = dem_char_back(s, from, to);
    uint32_t cp = cp_at(s, i);
    if (cp == '.' && dem_abbrev_of(word_before(s, from, i)) == DEM_ABBREV_LINKS) return false;
    return is_stop(cp) || cp == ':' || cp == ';';
}

/* The block's lines were broken at a fixed width: none is long, and one breaks off before a small letter. */
static size_t wrap_width(dem_str s, size_t from, size_t to)
{
    size_t widest = 0;
    bool broken = false;
    for (size_t i = from; i < to;) {
        size_t end = line_end(s, i, to), next = skip_blanks(s, end, to), n = drop_blanks(s, i, end) - i;
        if (n > widest) widest = n;
        broken |= next < to && n >= WRAP_MIN && lower_at(s, next) && !ends_sentence(s, i, end);
        i = end + 1;
    }
    return broken && widest <= WRAP_MAX ? widest : 0;
}

/* The sentence goes on over the line break between [from, end) and `next`. */
static bool goes_on(dem_str s, size_t from, size_t end, size_t next, size_t to, size_t width)
{
    size_t n = drop_blanks(s, from, end) - from;
    if (next >= to) return false;
    if (ends_sentence(s, from, end)) return width && n + word_at(s, next, to).n >= width - width / 8;
    if (lower_at(s, next) || cp_at(s, next) == ',') return n >= WRAP_MIN || width;
    return width && n >= WRAP_MIN && n + 1 + word_at(s, next, to).n + 4 > width;
}

static void split_block(splitter *p, size_t from, size_t to)
{
    size_t width = wrap_width(p->text, from, to), run = from;
    for (size_t i = from; i < to;) {
        size_t end = line_end(p->text, i, to), next = skip_blanks(p->text, end, to);
        if (!goes_on(p->text, i, end, next, to, width)) {
            uint32_t before = (uint32_t)p->out.n;
            split_run(p, run, end);
            run = next;
            if (!width && p->out.n > before) p->paragraph++;
        }
        i = next > end ? next : end + 1;
    }
    if (width) p->paragraph++;
}

/* An empty line begins at the line break `i`; *after is set behind it. */
static bool empty_line(dem_str s, size_t i, size_t to, size_t *after)
{
    size_t breaks = 0, j = i;
    uint32_t len;
    while (j < to && dem_blank_at(s, j, &len)) {
        breaks += s.p[j] == '\n';
        j += len;
    }
    *after = j;
    return breaks >= 2;
}

static void split_zone(splitter *p, size_t from, size_t to, dem_zone_kind zone)
{
    p->zone = zone;
    size_t block = from;
    for (size_t i = from; i < to;) {
        size_t end = line_end(p->text, i, to), after = to;
        if (end < to && empty_line(p->text, end, to, &after)) {
            split_block(p, block, end);
            i = block = after;
        } else {
            i = end + 1;
        }
    }
    if (block < to) split_block(p, block, to);
}

void dem_split(dem_arena *arena, const dem_report *r, dem_sentence **out, uint32_t *n)
{
    splitter p = {.arena = arena, .text = r->text};
    size_t at = 0;
    for (uint32_t z = 0; z < r->n_zones; z++) {
        size_t from = r->zones[z].start, to = r->zones[z].end;
        if (to > r->text.n) to = r->text.n;
        if (from < at) from = at;
        if (from >= to) continue;
        split_zone(&p, at, from, DEM_ZONE_BODY);
        split_zone(&p, from, to, r->zones[z].kind);
        at = to;
    }
    split_zone(&p, at, r->text.n, DEM_ZONE_BODY);
    *out = p.out.at;
    *n = (uint32_t)p.out.n;
}
