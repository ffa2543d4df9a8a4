/* Decoding and cleaning together, on made texts: each piece of the clean text leads to the bytes it was made from. */
#include "charset/decode.h"
#include "check_clean.h"
#include <unicode/ucnv.h>
#include <unicode/ustring.h>

/* A piece as it was meant, and as it is found. */
static const struct piece {
    const char *meant, *found;
} PIECES[] = {
    {"’", "&rsquo;"},
    {"’", "&#8217;"},
    {"’", "&amp;#8217;"},
    {"’", "â€™"},
    {"’", "Ã¢â‚¬â„¢"},
    {"’", "’"},
    {"José", "JosÃ©"},
    {"é", "&eacute;"},
    {"é", "e\xCC\x81"},
    {"é", "e\xC2\xAD\xCC\x81"},
    {"é", "é"},
    {"fi", "ﬁ"},
    {"ffl", "ﬄ"},
    {" ", "\x01"},
    {"&", "&amp;"},
    {"한", "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB"},
    {"Å", "\xE2\x84\xAB"},
    {"中", "中"},
    {"😀", "😀"},
    {"", "\xC2\xAD"},
    {"", "\xE2\x80\x8B"},
    {"", "&shy;"},
    {"", "\xEF\xBB\xBF"},
    {"\n", "\n"},
};
static const char *const WORDS[] = {"talks", "in ", " Monday", "x", " border, ", "A. B.", " 25 "};

enum { MOST = 24 };

/* A text of pieces with words between, in both forms. */
typedef struct made {
    char meant[1024], found[4096];
    size_t n_meant, n_found, n;
    size_t meant_at[2 * MOST + 2], found_at[2 * MOST + 2]; /* where each piece begins, and the end */
} made;

/* UTF-8 into the bytes of `conv` (NULL: as it is). */
static size_t encode(UConverter *conv, const char *utf8, char *out, size_t size)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar wide[64];
    int32_t n = 0;
    if (!conv) {
        memcpy(out, utf8, strlen(utf8));
        return strlen(utf8);
    }
    u_strFromUTF8(wide, 64, &n, utf8, -1, &status);
    n = ucnv_fromUChars(conv, out, (int32_t)size, wide, n, &status);
    assert_true(U_SUCCESS(status));
    return (size_t)n;
}

static void add(made *m, UConverter *conv, const char *meant, const char *found)
{
    m->meant_at[m->n] = m->n_meant;
    m->found_at[m->n++] = m->n_found;
    memcpy(m->meant + m->n_meant, meant, strlen(meant));
    m->n_meant += strlen(meant);
    m->n_found += encode(conv, found, m->found + m->n_found, sizeof m->found - m->n_found);
    m->meant_at[m->n] = m->n_meant;
    m->found_at[m->n] = m->n_found;
}

static uint32_t draw(uint32_t *seed, size_t n)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % (uint32_t)n;
}

static void make(made *m, UConverter *conv, dem_str mark, uint32_t *seed)
{
    *m = (made){.n_found = mark.n};
    memcpy(m->found, mark.p, mark.n);
    for (uint32_t left = draw(seed, MOST) + 1; left; left--) {
        const char *word = WORDS[draw(seed, COUNT(WORDS))];
        const struct piece *p = &PIECES[draw(seed, COUNT(PIECES))];
        add(m, conv, word, word);
        add(m, conv, p->meant, p->found);
    }
    add(m, conv, "end", "end");
}

/* Decoded and cleaned: as it was meant, and every stretch of pieces leads to its bytes. A piece that was dropped
 * belongs to the stretch only if it lies within. */
static void check_made(const made *m, const char *label)
{
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_decoded d;
    dem_offsets change;
    assert_int_equal(dem_charset_decode(&arena, (dem_str){m->found, m->n_found}, dem_str_from(label), &d),
                     DEM_OK);
    dem_str text = dem_charset_clean(&arena, d.text, DEM_CLEAN_ALL, &change, NULL);
    if (!dem_str_eq(text, (dem_str){m->meant, m->n_meant}))
        fail_msg("%s: got \"%.*s\", expected \"%.*s\"", d.charset, DEM_STR_ARG(text), (int)m->n_meant,
                 m->meant);
    const dem_offsets map = dem_offsets_compose(&arena, d.map, change);
    check_map(d.charset, &map, text.n, m->n_found);
    for (size_t i = 0; i < m->n; i++) {
        if (m->meant_at[i] == m->meant_at[i + 1]) continue;
        for (size_t k = i; k < m->n; k++) {
            size_t from, to;
            if (m->meant_at[k] == m->meant_at[k + 1]) continue;
            dem_offsets_span(&map, m->meant_at[i], m->meant_at[k + 1], &from, &to);
            check_int("from", (long long)from, (long long)m->found_at[i]);
            check_int("to", (long long)to, (long long)m->found_at[k + 1]);
        }
    }
    dem_arena_release(&arena);
}

static const struct {
    const char *icu, *label;
    dem_str mark;
} CODES[] = {
    {NULL, NULL, {"", 0}},
    {NULL, "utf-8", {"\xEF\xBB\xBF", 3}},
    {"gb18030", "gb2312", {"", 0}},
    {"utf-16le", NULL, {"\xFF\xFE", 2}},
    {"utf-16be", "utf-8", {"\xFE\xFF", 2}},
    {"utf-32le", NULL, {"\xFF\xFE\0\0", 4}},
};

static void test_pieces_lead_to_their_bytes(void **state)
{
    (void)state;
    uint32_t seed = 2;
    made *m = malloc(sizeof *m);
    assert_non_null(m);
    for (size_t i = 0; i < COUNT(CODES); i++) {
        UErrorCode status = U_ZERO_ERROR;
        UConverter *conv = CODES[i].icu ? ucnv_open(CODES[i].icu, &status) : NULL;
        assert_true(U_SUCCESS(status));
        for (int round = 0; round < 300; round++) {
            make(m, conv, CODES[i].mark, &seed);
            check_made(m, CODES[i].label);
        }
        ucnv_close(conv);
    }
    free(m);
}

/* Any characters: clean text stays the same text, and what was only copied is the same on both sides. */
static void test_cleaning_twice(void **state)
{
    (void)state;
    static const char *const ANY[] = {
        "a",  "e", "A", "&", "amp;", "#", "8217;",    ";",        " ",        "Ã",        "Â",
        "â",  "€", "™", "œ", "©",    "Å", "\xC2\x80", "\xC2\xA0", "\xC2\xAD", "\xCC\x81", "\xE2\x80\x8D",
        "ﬁ",  "É", "Ð", "Ñ", "\x02", "ƒ", "¡",        "ð",        "Ÿ",        "ï",        "¬",
        "中", "»", "…"};
    uint32_t seed = 9;
    dem_arena arena;
    dem_arena_init(&arena, 0);
    for (int round = 0; round < 20000; round++) {
        char text[200] = "";
        size_t n = 0;
        for (uint32_t left = draw(&seed, 20); left; left--) {
            const char *s = ANY[draw(&seed, COUNT(ANY))];
            memcpy(text + n, s, strlen(s) + 1);
            n += strlen(s);
        }
        dem_offsets map;
        clean_with(&arena, text, DEM_CLEAN_ALL, &map, NULL);
        dem_arena_reset(&arena);
    }
    dem_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_pieces_lead_to_their_bytes),
                                       cmocka_unit_test(test_cleaning_twice)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
