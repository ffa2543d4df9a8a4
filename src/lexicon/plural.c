/* lexicon/plural.c - see plural.h. */
#include "lexicon/plural.h"

static bool is_vowel(char c)
{
    return c && strchr("aeiou", c | 32) != NULL;
}
static bool ends(dem_str s, const char *tail)
{
    dem_str t = dem_str_from(tail);
    return s.n >= t.n && dem_str_ieq(dem_str_sub(s, s.n - t.n, s.n), t);
}

/* Bytes of `phrase` up to the end of the word that takes the plural: the one before the first preposition, else
 * the last. */
static size_t head_end(dem_str phrase)
{
    static const char *const BREAKS[] = {" of ", " for ", " to ",   " in ",  "-in-",
                                         " at ", " on ",  " with ", " from "};
    for (size_t at = 1; at < phrase.n; at++) {
        if (phrase.p[at] != ' ' && phrase.p[at] != '-') continue;
        for (size_t i = 0; i < sizeof BREAKS / sizeof *BREAKS; i++)
            if (dem_str_starts(dem_str_sub(phrase, at, phrase.n), dem_str_from(BREAKS[i]))) return at;
    }
    return phrase.n;
}

/* "human" and "German" are no men. */
static bool is_man(dem_str head)
{
    static const char *const NOT[] = {"human", "german", "roman", "norman", "ottoman", "shaman", "talisman"};
    if (!ends(head, "man")) return false;
    for (size_t i = 0; i < sizeof NOT / sizeof *NOT; i++)
        if (ends(head, NOT[i])) return false;
    return true;
}

/* The first `keep` bytes of `head`, `more` and `tail` as one. */
static dem_str joined(dem_arena *arena, dem_str head, size_t keep, const char *more, dem_str tail)
{
    size_t n = strlen(more);
    char *p = dem_arena_alloc(arena, keep + n + tail.n + 1);
    memcpy(p, head.p, keep);
    memcpy(p + keep, more, n);
    if (tail.n) memcpy(p + keep + n, tail.p, tail.n);
    return (dem_str){p, keep + n + tail.n};
}

static dem_str regular(dem_arena *arena, dem_str head, dem_str tail)
{
    const char *add = "s";
    size_t keep = head.n;
    if (is_man(head)) {
        keep -= 2;
        add = "en";
    } else if (ends(head, "y") && head.n > 1 && !is_vowel(head.p[head.n - 2])) {
        keep -= 1;
        add = "ies";
    } else if (ends(head, "s") || ends(head, "x") || ends(head, "z") || ends(head, "ch") || ends(head, "sh"))
        add = "es";
    return joined(arena, head, keep, add, tail);
}

bool dem_is_plural(dem_str phrase)
{
    dem_str head = dem_str_sub(phrase, 0, head_end(phrase));
    if (ends(head, "men") || ends(head, "people")) return true;
    return ends(head, "s") && !ends(head, "ss") && !ends(head, "us") && !ends(head, "is");
}

/* The noun before a trailing "general", or 0: "secretary general", "attorney-general". */
static size_t before_general(dem_str phrase)
{
    static const char *const HEADS[] = {"attorney",  "secretary",  "governor",   "prosecutor",
                                        "director",  "inspector",  "consul",     "auditor",
                                        "solicitor", "procurator", "comptroller"};
    if (!ends(phrase, " general") && !ends(phrase, "-general")) return 0;
    dem_str before = dem_str_sub(phrase, 0, phrase.n - strlen(" general"));
    for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++)
        if (ends(before, HEADS[i])) return before.n;
    return 0;
}

uint32_t dem_plurals(dem_arena *arena, dem_str phrase, dem_str out[DEM_MAX_PLURALS])
{
    uint32_t n = 0;
    if (dem_is_plural(phrase)) return 0;
    size_t general = before_general(phrase), end = head_end(phrase);
    dem_str head = dem_str_sub(phrase, 0, end), tail = dem_str_sub(phrase, end, phrase.n);
    if (general) {
        dem_str before = dem_str_sub(phrase, 0, general), rest = dem_str_sub(phrase, general, phrase.n);
        out[n++] = regular(arena, before, rest);
    }
    out[n++] = regular(arena, head, tail);
    if (!general && head.n > 6 && ends(head, "person"))
        out[n++] = joined(arena, head, head.n - strlen("person"), "people", tail);
    return n;
}
