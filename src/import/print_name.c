/* import/print_name.c - phrases in capitals as they stand in print: "BAN_KI-MOON" is Ban Ki-moon.
 *
 * The dictionaries know no small letters, and our names are matched with their case. What is sure is written
 * once; where print varies, a name gets several forms:
 *
 *     al, de, van, ...    Ahmad al-Jarba, Ahmad Al-Jarba; a name that begins with one is written small, because
 *                         the loader adds the capital itself
 *     behind a hyphen     Boutros-Ghali, Ki-moon */
#include "base/utf8.h"
#include "import/parts.h"

/* Words of names that are small or not. */
static bool is_particle(dem_str w)
{
    static const char *const WORDS[] = {"al",  "el",  "ul",   "ud",    "as",  "ash", "ad",  "an", "ar", "az",
                                        "at",  "bin", "bint", "ibn",   "ben", "de",  "da",  "di", "du", "do",
                                        "dos", "das", "del",  "della", "der", "den", "des", "la", "le", "les",
                                        "las", "los", "van",  "von",   "zu",  "ten", "ter", "wa"};
    return DEM_STR_IONE_OF(w, WORDS);
}

/* ---- letters ---------------------------------------------------------------------------------------- */

typedef struct style {
    bool capital_particles, small_behind_hyphen;
} style;

typedef struct maker {
    dem_arena *arena;
    const dem_dic_parts *all; /* phrases of the entry */
    bool alone;               /* the phrase is one word */
    style style;
} maker;

static void add_char(dem_buf *to, uint32_t c)
{
    char bytes[4];
    dem_buf_add(to, (dem_str){bytes, dem_utf8_put(bytes, c)});
}

static void add_small(dem_buf *to, dem_str w)
{
    for (size_t at = 0; at < w.n;) add_char(to, dem_fold_char(dem_utf8_next(w, &at)));
}

/* D'Escoto, but People's: behind an apostrophe a name goes on after one letter. */
static bool goes_on(dem_str w, size_t apostrophe)
{
    return apostrophe == 1 && w.n - apostrophe > 3;
}

static void add_capitalised(dem_buf *to, dem_str w)
{
    bool up = true, mac = w.n > 4 && dem_str_starts(w, DEM_STR("MC"));
    for (size_t at = 0, from = 0; at < w.n; from = at) {
        uint32_t c = dem_utf8_next(w, &at);
        add_char(to, up || (mac && from == 2) ? c : dem_fold_char(c));
        up = c == '.' || c == '/' || c == '(' || c == '"' || c == '&' || (c == '\'' && goes_on(w, from));
        up = up || (from == 0 && (c == '\'' || c == '`'));
    }
}

static bool has_small_letter(dem_str w)
{
    for (size_t at = 0; at < w.n;)
        if (dem_is_lower(dem_utf8_next(w, &at))) return true;
    return false;
}

/* "'S" at the end of a word, which is small whatever the word is; else 0. */
static size_t clitic(dem_str w)
{
    return w.n > 2 && dem_str_ends(w, DEM_STR("'S")) ? 2 : 0;
}

/* A part of a word, between hyphens. */
typedef struct part {
    dem_str text;
    bool starts_phrase, behind_hyphen, before_hyphen;
} part;

typedef enum letters { AS_IS, SMALL, CAPITALISED } letters;

static letters letters_of(const maker *m, const part *p, dem_str stem)
{
    static const char *const VOWELS[] = {"A", "E", "I", "O", "U", "Y"};
    bool link = p->behind_hyphen && p->before_hyphen && DEM_STR_ONE_OF(stem, VOWELS); /* Mazar-i-Sharif */
    bool alone = m->alone && !p->behind_hyphen && !p->before_hyphen;
    bool particle = is_particle(stem) && !alone && (p->starts_phrase || !m->style.capital_particles);
    if (has_small_letter(stem)) return AS_IS;
    if (link || particle || (dem_phrase_is_small(stem) && !p->starts_phrase)) return SMALL;
    if (dem_is_abbreviation(stem, alone, m->all)) return AS_IS;
    return p->behind_hyphen && m->style.small_behind_hyphen ? SMALL : CAPITALISED;
}

static void add_part(const maker *m, const part *p, dem_buf *to)
{
    dem_str stem = dem_str_sub(p->text, 0, p->text.n - clitic(p->text));
    switch (letters_of(m, p, stem)) {
    case AS_IS: dem_buf_add(to, stem); break;
    case SMALL: add_small(to, stem); break;
    case CAPITALISED: add_capitalised(to, stem); break;
    }
    add_small(to, dem_str_sub(p->text, stem.n, p->text.n));
}

static dem_str make(const maker *m, dem_str phrase)
{
    dem_buf b = {0};
    for (dem_str word; (word = dem_phrase_word(&phrase)).n;) {
        part p = {.starts_phrase = b.n == 0};
        if (b.n) dem_buf_addc(&b, ' ');
        while (dem_str_next(&word, '-', &p.text)) {
            if (p.behind_hyphen) dem_buf_addc(&b, '-');
            p.before_hyphen = word.p != NULL;
            add_part(m, &p, &b);
            p.behind_hyphen = true;
            p.starts_phrase = false;
        }
    }
    dem_str made = dem_arena_str(m->arena, dem_buf_str(&b));
    dem_buf_release(&b);
    return made;
}

static void add_once(dem_str *out, uint32_t *n, dem_str name)
{
    for (uint32_t i = 0; i < *n; i++)
        if (dem_str_eq(out[i], name)) return;
    if (dem_fits_name(name)) out[(*n)++] = name;
}

uint32_t dem_print_names(dem_arena *arena, const dem_dic_parts *all, size_t which, dem_str out[DEM_MAX_PRINTS])
{
    static const style STYLES[DEM_MAX_PRINTS] = {{false, false}, {false, true}, {true, false}};
    dem_str phrase = dem_phrase_without_article(all->at[which].text), rest = phrase;
    dem_phrase_word(&rest);
    maker m = {.arena = arena, .all = all, .alone = !dem_phrase_word(&rest).n};
    uint32_t n = 0;
    for (int i = 0; i < DEM_MAX_PRINTS; i++) {
        m.style = STYLES[i];
        add_once(out, &n, make(&m, phrase));
    }
    return n;
}

dem_str dem_print_word(dem_arena *arena, dem_str phrase)
{
    dem_buf b = {0};
    dem_str rest = dem_phrase_without_article(phrase);
    for (dem_str word; (word = dem_phrase_word(&rest)).n;) {
        if (b.n) dem_buf_addc(&b, ' ');
        add_small(&b, word);
    }
    dem_str made = dem_arena_str(arena, dem_buf_str(&b));
    dem_buf_release(&b);
    /* A slash parts singular and plural of a role word; a mark is what is left of a set. */
    bool good = dem_str_find(made, DEM_STR("/")) == made.n && dem_str_find(made, DEM_STR("!")) == made.n;
    return good && dem_fits_name(made) ? made : DEM_STR("");
}

dem_str dem_print_label(dem_arena *arena, dem_str print)
{
    size_t at = 0;
    if (!print.n) return print;
    char first[4];
    size_t n = dem_utf8_put(first, dem_upper_char(dem_utf8_next(print, &at)));
    return dem_arena_printf(arena, "%.*s%.*s", (int)n, first, DEM_STR_ARG(dem_str_sub(print, at, print.n)));
}
