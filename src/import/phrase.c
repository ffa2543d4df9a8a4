/* import/phrase.c - the words of a phrase: LAKE_BANK, or LAKE BANK. */
#include "import/parts.h"

static bool parts_words(char c)
{
    return c == '_' || dem_byte_blank(c);
}

dem_str dem_phrase_word(dem_str *phrase)
{
    size_t from = 0, to;
    while (from < phrase->n && parts_words(phrase->p[from])) from++;
    for (to = from; to < phrase->n && !parts_words(phrase->p[to]);) to++;
    dem_str word = dem_str_sub(*phrase, from, to);
    *phrase = dem_str_sub(*phrase, to, phrase->n);
    return word;
}

dem_str dem_phrase_without_article(dem_str phrase)
{
    dem_str rest = phrase, word = dem_phrase_word(&rest), second = rest;
    return dem_str_ieq(word, DEM_STR("the")) && dem_phrase_word(&second).n ? rest : phrase;
}

/* Words that are small within a name. */
bool dem_phrase_is_small(dem_str w)
{
    static const char *const WORDS[] = {"of", "the", "and",  "for",  "in",      "on", "to",
                                        "at", "by",  "from", "with", "against", "or"};
    return DEM_STR_IONE_OF(w, WORDS);
}
