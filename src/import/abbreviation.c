/* import/abbreviation.c - is a word in capitals an abbreviation, which stays as it is?
 *
 * A word all in capitals in a text also matches the name in other letters if it has four or more (NATO, Nato),
 * so that only shorter ones and those within a name must be told. */
#include "import/parts.h"

static bool is_vowel(char c)
{
    return c && strchr("AEIOUY", c) != NULL;
}
static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* Letters, vowels, and the longest run of letters, of a word in ASCII. */
typedef struct shape {
    size_t letters, vowels, run;
    bool ascii;
} shape;

static shape shape_of(dem_str w)
{
    shape s = {.ascii = true};
    size_t run = 0;
    for (size_t i = 0; i < w.n; i++) {
        bool capital = is_capital(w.p[i]);
        s.letters += capital;
        s.vowels += is_vowel(w.p[i]);
        run = capital ? run + 1 : 0;
        if (run > s.run) s.run = run;
        if (w.p[i] & 0x80) s.ascii = false;
    }
    return s;
}

/* Abbreviations that read like words, but are seldom alone in a phrase. */
static bool is_known(dem_str w)
{
    static const char *const KNOWN[] = {
        "UN",  "EU",  "EC",  "US",  "USA",  "UK",     "UAE",   "USSR",   "NATO", "OPEC", "ASEAN", "OSCE", "OAU",
        "AU",  "ICC", "IMF", "WTO", "IAEA", "UNICEF", "UNHCR", "UNESCO", "NGO",  "CIA",  "FBI",   "IDF",  "IRA",
        "ETA", "PLO", "ANC", "AFP", "BBC",  "ABC",    "II",    "III",    "IV",   "VI",   "VII"};
    return DEM_STR_ONE_OF(w, KNOWN);
}

/* Short forms that have no vowel and are words. */
static bool is_short_form(dem_str w)
{
    static const char *const FORMS[] = {"ST", "DR",  "MR", "MRS", "MS",  "JR", "SR",
                                        "LT", "SGT", "MT", "FT",  "LTD", "NG"};
    while (w.n && w.p[w.n - 1] == '.') w.n--;
    return DEM_STR_ONE_OF(w, FORMS);
}

/* True if the letters of `w` are the first letters of the words of `phrase`, small ones taken or left out. */
static bool is_initials(dem_str w, dem_str phrase)
{
    for (int with_small = 0; with_small < 2; with_small++) {
        dem_str rest = phrase, word;
        size_t n = 0;
        bool same = true;
        while (same && (word = dem_phrase_word(&rest)).n)
            for (dem_str part; same && dem_str_next(&word, '-', &part);) {
                if (!part.n || (!with_small && dem_phrase_is_small(part))) continue;
                same = n < w.n && w.p[n] == part.p[0];
                n++;
            }
        if (same && n == w.n && n > 1) return true;
    }
    return false;
}

/* 1ST, 22ND */
static bool is_ordinal(dem_str w)
{
    static const char *const ENDS[] = {"ST", "ND", "RD", "TH"};
    return w.n > 2 && w.p[0] >= '0' && w.p[0] <= '9' && DEM_STR_ONE_OF(dem_str_sub(w, w.n - 2, w.n), ENDS);
}

bool dem_is_abbreviation(dem_str w, bool alone, const dem_dic_parts *others)
{
    enum { LOOKED_AT = 64, SHORT = 5 };
    bool bracketed = w.n > 2 && w.p[0] == '(' && w.p[w.n - 1] == ')';
    if (bracketed) w = dem_str_sub(w, 1, w.n - 1);
    shape s = shape_of(w);
    if (!s.ascii || !s.letters || is_short_form(w) || is_ordinal(w)) return false;
    if (s.run == 1 || is_known(w) || !s.vowels) return true; /* U.N., R.K., K; UN; MNLF */
    if ((alone && s.letters <= 3) || (bracketed && s.letters <= SHORT)) return true;
    for (size_t i = 0; s.letters == w.n && i < others->n && i < LOOKED_AT; i++)
        if (is_initials(w, others->at[i].text)) return true;
    return false;
}

void dem_phrase_split(dem_arena *arena, const dem_dic_part *phrase, dem_dic_parts *to)
{
    dem_str s = phrase->text;
    while (s.n && (s.p[s.n - 1] == '_' || dem_byte_blank(s.p[s.n - 1]))) s.n--;
    size_t open = s.n;
    while (open > 0 && s.p[open - 1] != '(') open--;
    dem_str name = dem_str_sub(s, 0, open ? open - 1 : 0), inside = dem_str_sub(s, open, s.n ? s.n - 1 : 0);
    bool good = open > 0 && dem_str_ends(s, DEM_STR(")")) && is_initials(inside, name);
    dem_vec_push(arena, to, good ? ((dem_dic_part){name, phrase->line}) : *phrase);
    if (good) dem_vec_push(arena, to, ((dem_dic_part){inside, phrase->line}));
}
