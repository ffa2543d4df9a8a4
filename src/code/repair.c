/* code/repair.c - see repair.h. Only the report's own persons come into question, so that nothing is invented. */
#include "code/repair.h"
#include "code/phrase.h"

/* The last word of the person's label. */
static dem_str surname(const dem_actor *who)
{
    size_t at = who->label.n;
    while (at > 0 && who->label.p[at - 1] != ' ') at--;
    return dem_str_sub(who->label, at, who->label.n);
}

static bool small_word(dem_str w)
{
    static const char *const WORDS[] = {"they", "he",  "she", "it",   "who",   "and",  "said", "says", "has",
                                        "had",  "was", "is",  "will", "would", "in",   "on",   "at",   "to",
                                        "the",  "of",  "for", "with", "told",  "also", "that", "but",  "met"};
    return DEM_STR_ONE_OF(w, WORDS);
}

static bool glued(dem_str form, dem_str name)
{
    enum { SHORTEST = 4 };
    return name.n >= SHORTEST && dem_str_starts(form, name) && small_word(dem_str_sub(form, name.n, form.n));
}

static bool split(dem_str first, dem_str second, dem_str name)
{
    return first.n >= 2 && second.n >= 2 && first.n + second.n == name.n && dem_str_starts(name, first) &&
           dem_str_ends(name, second);
}

const dem_actor *dem_repair_name(const dem_setting *st, const dem_sentence *s, int t)
{
    if (!dem_phrase_capital(&s->tok[t])) return NULL;
    for (size_t i = 0; i < st->person.n; i++) {
        /* As the report spells it, and as the lexicon does. */
        dem_str name[] = {st->spelt.at[i], surname(st->person.at[i])};
        for (int k = 0; k < 2; k++) {
            if (glued(s->tok[t].form, name[k])) return st->person.at[i];
            if (t + 1 < (int)s->n && split(s->tok[t].form, s->tok[t + 1].form, name[k]))
                return st->person.at[i];
        }
    }
    return NULL;
}
