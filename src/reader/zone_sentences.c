/* reader/zone_sentences.c - sentences of debris inside a line of report: calls to subscribe and their like, glued to a paragraph
 * where the page showed them between two. The rules know phrases, a model of its own weighs the words. */
#include "base/utf8.h"
#include "reader/zone_traits.h"

static const int16_t WEIGHT[ZT_COUNT] = {
#include "reader/zone_sentence.inc"
};

/* End of the sentence that begins at `at`: behind . ! ? and what closes, if a blank follows and then
 * something that can begin a sentence. Rough, since only sentences with a telling phrase matter. */
static size_t sentence_end(dem_str s, size_t at)
{
    while (at < s.n) {
        uint32_t c = dem_utf8_next(s, &at);
        if (c != '.' && c != '!' && c != '?' && c != 0x2026) continue;
        size_t end = at, next = at;
        for (; next < s.n; end = next) {
            uint32_t p = dem_plain_char(dem_utf8_next(s, &next));
            if (p != '"' && p != '\'' && p != ')' && p != ']') break;
        }
        if (end >= s.n) return s.n;
        next = end;
        if (!dem_is_space(dem_utf8_next(s, &next))) continue;
        if (next < s.n && !dem_is_lower(dem_utf8_next(s, &next))) return end;
    }
    return s.n;
}

static size_t skip_blanks(dem_str s, size_t at)
{
    for (size_t next = at; next < s.n && dem_is_space(dem_utf8_next(s, &next)); at = next) continue;
    return at;
}

bool zone_next_sentence(dem_str s, size_t *at, dem_str *sentence)
{
    if (*at >= s.n) return false;
    size_t end = sentence_end(s, *at);
    *sentence = dem_str_sub(s, *at, end);
    *at = skip_blanks(s, end);
    return true;
}

dem_zone_kind zone_weigh_sentence(const zone_unit *u)
{
    enum { NOISE = ZONE_ONE };
    if (u->words > ZONE_SENTENCE || !(u->about.all & W_TELLING)) return DEM_ZONE_BODY;
    zone_traits t = {0};
    zone_traits_of_words(u, &t);
    if (zone_traits_sum(&t, WEIGHT) <= NOISE) return DEM_ZONE_BODY;
    return zone_traits_sell(&t) ? DEM_ZONE_PAYWALL : DEM_ZONE_BOILERPLATE;
}
