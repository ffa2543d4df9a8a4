/* reader/language.c - see language.h. */
#include "base/utf8.h"
#include "reader/language_print.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* --- scripts ---------------------------------------------------------------------------------------- */

typedef struct range {
    uint16_t from, to;
    uint8_t script;
    char only[3]; /* the language of a SINGLE */
} range;

/* Letters only: what is counted is letters. In order. */
static const range RANGES[] = {
    {0x0041, 0x024F, LATIN, ""},    {0x0370, 0x03FF, SINGLE, "el"}, {0x0400, 0x052F, CYRILLIC, ""},
    {0x0531, 0x0587, SINGLE, "hy"}, {0x05D0, 0x05F4, HEBREW, ""},   {0x0600, 0x06FF, ARABIC, ""},
    {0x0750, 0x077F, ARABIC, ""},   {0x0780, 0x07BF, SINGLE, "dv"}, {0x0900, 0x097F, DEVANAGARI, ""},
    {0x0980, 0x09FF, SINGLE, "bn"}, {0x0A00, 0x0A7F, SINGLE, "pa"}, {0x0A80, 0x0AFF, SINGLE, "gu"},
    {0x0B00, 0x0B7F, SINGLE, "or"}, {0x0B80, 0x0BFF, SINGLE, "ta"}, {0x0C00, 0x0C7F, SINGLE, "te"},
    {0x0C80, 0x0CFF, SINGLE, "kn"}, {0x0D00, 0x0D7F, SINGLE, "ml"}, {0x0D80, 0x0DFF, SINGLE, "si"},
    {0x0E00, 0x0E7F, SINGLE, "th"}, {0x0E80, 0x0EFF, SINGLE, "lo"}, {0x0F00, 0x0FFF, SINGLE, "bo"},
    {0x1000, 0x109F, SINGLE, "my"}, {0x10A0, 0x10FF, SINGLE, "ka"}, {0x1100, 0x11FF, SINGLE, "ko"},
    {0x1200, 0x139F, ETHIOPIC, ""}, {0x1780, 0x17FF, SINGLE, "km"}, {0x1C90, 0x1CBF, SINGLE, "ka"},
    {0x1E00, 0x1EFF, LATIN, ""},    {0x1F00, 0x1FFF, SINGLE, "el"}, {0x3040, 0x30FF, KANA, ""},
    {0x3400, 0x9FFF, HAN, ""},      {0xAC00, 0xD7AF, SINGLE, "ko"}, {0xF900, 0xFAFF, HAN, ""},
    {0xFB1D, 0xFB4F, HEBREW, ""},   {0xFB50, 0xFDFF, ARABIC, ""},   {0xFE70, 0xFEFC, ARABIC, ""}};

/* The row that `c` lies in, or NULL. */
static const range *range_of(uint32_t c)
{
    size_t low = 0, high = COUNT(RANGES);
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (c > RANGES[mid].to) low = mid + 1;
        else if (c < RANGES[mid].from) high = mid;
        else return &RANGES[mid];
    }
    return NULL;
}

/* --- English ---------------------------------------------------------------------------------------- */

/* Up to eight bytes of a word as a number, the first byte highest: the order of numbers is that of words. */
static uint64_t packed(dem_str word)
{
    uint64_t v = 0;
    for (size_t i = 0; i < 8; i++) v = v << 8 | (i < word.n ? (unsigned char)dem_byte_lower(word.p[i]) : 0);
    return v;
}

/* Small words that are English and hardly anything else: "in", "was", "for" are many languages' words, "by" is Czech, "we"
 * Polish, "he" Finnish. Sorted. */
static const char SMALL_WORDS[][8] = {
    "after", "and",  "are",  "because", "been",  "but",    "could", "from", "has",   "have",  "his",  "its",
    "not",   "of",   "said", "says",    "she",   "should", "that",  "the",  "their", "there", "they", "this",
    "to",    "were", "what", "when",    "which", "who",    "will",  "with", "would", "you",   "your"};

/* Its number in SMALL_WORDS, or their number. */
static size_t small_word(dem_str word)
{
    uint64_t v = packed(word);
    size_t low = 0, high = COUNT(SMALL_WORDS);
    if (word.n > 7) return high;
    while (low < high) {
        size_t mid = (low + high) / 2;
        uint64_t m = packed(dem_str_from(SMALL_WORDS[mid]));
        if (v == m) return mid;
        if (v > m) low = mid + 1;
        else high = mid;
    }
    return COUNT(SMALL_WORDS);
}

/* --- what a text is made of -------------------------------------------------------------------------- */

typedef struct sample {
    uint32_t letters[SINGLE + COUNT(RANGES)]; /* by script; a SINGLE by its row */
    uint32_t all_letters;
    uint32_t words, small; /* words of Latin letters, and how many of them are English small words */
    uint64_t met;          /* which ones, a bit each */
} sample;

static void count_word(sample *s, dem_str word)
{
    size_t i = small_word(word);
    s->words++;
    if (i == COUNT(SMALL_WORDS)) return;
    s->small++;
    s->met |= (uint64_t)1 << i;
}

static bool ascii_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void count_wide(sample *s, uint32_t c)
{
    const range *r = dem_is_letter(c) ? range_of(c) : NULL;
    if (!r) return;
    s->all_letters++;
    s->letters[r->script == SINGLE ? SINGLE + (r - RANGES) : r->script]++;
}

/* So many small words, and so large a share of them, that no more need be read: most reports end here within a kilobyte. */
static bool is_plainly_english(const sample *s)
{
    return s->small >= 40 && s->small * 5 >= s->words;
}

static sample take(dem_str text)
{
    sample s = {0};
    for (size_t at = 0; at < text.n && !is_plainly_english(&s);) {
        size_t from = at;
        while (at < text.n && ascii_letter(text.p[at])) at++;
        s.all_letters += (uint32_t)(at - from);
        s.letters[LATIN] += (uint32_t)(at - from);
        if (at > from) count_word(&s, dem_str_sub(text, from, at));
        if (at < text.n && (unsigned char)text.p[at] < 0x80) at++;
        else if (at < text.n) count_wide(&s, dem_utf8_next(text, &at));
    }
    return s;
}

static uint32_t commonest(const sample *s)
{
    uint32_t best = 0;
    for (uint32_t i = 1; i < COUNT(s->letters); i++)
        if (s->letters[i] > s->letters[best]) best = i;
    return best;
}

/* At most `limit` bytes of `text`, whole characters. */
static dem_str head(dem_str text, size_t limit)
{
    if (text.n <= limit) return text;
    while (limit > 0 && ((unsigned char)text.p[limit] & 0xC0) == 0x80) limit--;
    return dem_str_sub(text, 0, limit);
}

static dem_language language(const char *code, int sure)
{
    dem_language l = {"", sure};
    for (size_t i = 0; i + 1 < sizeof l.code && code[i]; i++) l.code[i] = code[i];
    return l;
}

/* --- the judgement ---------------------------------------------------------------------------------- */

enum {
    READ = 4096,        /* bytes of a text that are looked at */
    COMPARED = 2000,    /* of these, by the library */
    FEW_LETTERS = 10,   /* below, nothing is said */
    FEW_LATIN = 60,     /* the same where the library must tell one language of Latin letters from all others */
    ENGLISH_SHARE = 10, /* percent of small words that make a text English: news has 11 to 30, others up to 7 */
    NOT_ENGLISH = 30,   /* distance by which English must be farther than another language: names give 27 */
    SHORT_LATIN = 100,  /* below so many letters it must be farther still */
    NOT_ENGLISH_SHORT = 45,
    MANY_LETTERS = 400, /* from here on a text is nearer than FAR to its language, or it is names and numbers */
    FAR = 700,
    SISTERS = 25 /* languages nearer to each other than this are told by the declaration, if there is one */
};

static bool is_english(const sample *s)
{
    bool several = s->small >= 3 && (s->met & (s->met - 1));
    return several && s->small * 100 >= s->words * ENGLISH_SHARE && s->letters[LATIN] * 4 >= s->all_letters;
}

static int at_most(int n, int most)
{
    return n < most ? n : most;
}

/* Whether text and fingerprint are near enough. Only Latin letters may be English ones. */
static bool is_clear(const language_rank *r, const sample *s, uint32_t script)
{
    if (!r->first) return false;
    if (script != LATIN || strcmp(r->first, "en") == 0) return true;
    int margin = s->letters[LATIN] < SHORT_LATIN ? NOT_ENGLISH_SHORT : NOT_ENGLISH;
    if (s->letters[LATIN] < FEW_LATIN || r->at_english - r->at_first < margin) return false;
    return s->letters[LATIN] < MANY_LETTERS || r->at_first <= FAR;
}

static dem_language by_fingerprint(const dem_languages *l, dem_str text, const sample *s, uint32_t script,
                                   dem_str declared)
{
    language_rank r = language_nearest(l, head(text, COMPARED), script, declared);
    if (!is_clear(&r, s, script)) return language("", 0);
    if (!r.second) return language(r.first, 99);
    if (r.at_wanted < r.at_first + SISTERS) return language(declared.p, 80);
    return language(r.first, at_most(50 + r.at_second - r.at_first, 99));
}

static dem_language judge(const dem_languages *l, dem_str text, dem_str declared)
{
    text = head(text, READ);
    sample s = take(text);
    uint32_t script = commonest(&s);
    if (is_english(&s)) return language("en", at_most(70 + (int)s.small, 99));
    if (s.letters[script] < FEW_LETTERS || s.letters[script] * 2 < s.all_letters) return language("", 0);
    if (script == KANA || script == HAN)
        return language(s.letters[KANA] * 20 >= s.letters[HAN] ? "ja" : "zh", 95);
    if (script >= SINGLE) return language(RANGES[script - SINGLE].only, 95);
    return l ? by_fingerprint(l, text, &s, script, declared) : language("", 0);
}

dem_language dem_language_of(const dem_languages *l, dem_str text)
{
    return judge(l, text, (dem_str){NULL, 0});
}

/* The first part of a tag, as KNOWN writes it, with a NUL behind it; "" if it is none. */
static dem_str primary(dem_str tag, char out[4])
{
    static const char *const NAMES[][2] = {
        {"no", "nb"}, {"iw", "he"}, {"in", "id"}, {"fil", "tl"}, {"sh", "hr"}};
    size_t n = 0;
    while (n < tag.n && ascii_letter(tag.p[n])) n++;
    bool whole = n == tag.n || tag.p[n] == '-' || tag.p[n] == '_';
    if (n < 2 || n > 3 || !whole) return DEM_STR("");
    dem_str code = dem_str_lower(dem_str_sub(tag, 0, n), out, 4);
    if (dem_str_is(code, "und") || dem_str_is(code, "mul") || dem_str_is(code, "zxx")) return DEM_STR("");
    for (size_t i = 0; i < COUNT(NAMES); i++)
        if (dem_str_is(code, NAMES[i][0])) return dem_str_from(NAMES[i][1]);
    return code;
}

dem_language dem_language_with(const dem_languages *l, dem_str text, dem_str declared)
{
    char code[4];
    dem_str said = primary(declared, code);
    dem_language found = judge(l, text, said);
    return found.sure || !said.n ? found : language(said.p, 50);
}
