/* code/damage.c - see damage.h. */
#include "code/damage.h"

static bool small_letter(char c)
{
    return c >= 'a' && c <= 'z';
}
static bool capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* "it. support the Russian war effort": a stop, then a small letter. */
static bool stop_inside(const dem_sentence *s, uint32_t i)
{
    return i + 1 < s->n && i > 0 && dem_str_is(s->tok[i].form, ".") && s->tok[i].space_after &&
           small_letter(s->tok[i + 1].form.p[0]);
}

/* "talksPutin": four small letters or more, then a capital and small letters. Names such as McDonald have
 * fewer. */
static bool glued_capital(dem_str w)
{
    for (size_t i = 4; i + 2 < w.n; i++) {
        if (!capital(w.p[i]) || !small_letter(w.p[i + 1])) continue;
        size_t k = i;
        while (k > 0 && small_letter(w.p[k - 1])) k--;
        if (i - k >= 4) return true;
    }
    return false;
}

/* "Zelenskythey": a name of the lexicon with a small word behind it. */
static bool glued_word(const dem_rules *rules, dem_str w)
{
    static const char *const WORDS[] = {"they", "said", "says", "would", "has", "have", "was",
                                        "were", "will", "that", "which", "the", "and"};
    if (!capital(w.p[0])) return false;
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        dem_str tail = dem_str_from(WORDS[i]), head = dem_str_sub(w, 0, w.n > tail.n ? w.n - tail.n : 0);
        const dem_sense *sense;
        uint32_t n;
        if (head.n < 4 || !dem_str_ends(w, tail)) continue;
        if (dem_lexicon_match(rules->lex, &w, 1, &sense, &n) == 0 &&
            dem_lexicon_match(rules->lex, &head, 1, &sense, &n) == 1 && sense->actor->kind != DEM_ACTOR_ROLE)
            return true;
    }
    return false;
}

bool dem_damaged(const dem_rules *rules, const dem_sentence *s)
{
    if (s->n == 0) return false;
    if (small_letter(s->tok[0].form.p[0]) && s->tok[0].form.n > 1 && s->tok[0].upos != DEM_UPOS_X) return true;
    for (uint32_t i = 0; i < s->n; i++)
        if (stop_inside(s, i) || glued_capital(s->tok[i].form) || glued_word(rules, s->tok[i].form))
            return true;
    return false;
}
