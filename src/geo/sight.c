/* geo/sight.c - see sight.h. */
#include "geo/sight.h"

bool dem_geo_capital(const dem_token *t)
{
    unsigned char c = t->form.n ? (unsigned char)t->form.p[0] : 0;
    return (c >= 'A' && c <= 'Z') || c >= 0x80;
}

bool dem_geo_may_begin(const dem_token *t)
{
    return dem_geo_capital(t) || dem_str_starts(t->form, DEM_STR("al")) ||
           dem_str_starts(t->form, DEM_STR("el"));
}

bool dem_geo_is(const dem_geo *g, uint32_t list, const dem_sentence *s, int t)
{
    char small[32];
    if (t < 0 || t >= (int)s->n || s->tok[t].form.n >= sizeof small) return false;
    return dem_list_has(g->lex, list, dem_str_lower(s->tok[t].form, small, sizeof small));
}

bool dem_geo_name_word(const dem_geo *g, const dem_sentence *s, int t)
{
    if (t < 0 || t >= (int)s->n) return false;
    const dem_token *w = &s->tok[t];
    return w->upos == DEM_UPOS_PROPN && w->form.n > 1 && dem_geo_capital(w) &&
           !dem_geo_is(g, g->no_name, s, t) && !dem_geo_is(g, g->honorific, s, t);
}

static bool is_one_of(const dem_sentence *s, int t, const char *const *list, size_t n)
{
    for (size_t i = 0; t >= 0 && i < n; i++)
        if (dem_str_ieq(s->tok[t].form, dem_str_from(list[i]))) return true;
    return false;
}

bool dem_geo_preposition(const dem_sentence *s, int t)
{
    static const char *const BETWEEN[] = {
        "the",          "northern",     "southern",     "eastern",      "western",  "central",
        "north",        "south",        "east",         "west",         "downtown", "nearby",
        "southeastern", "southwestern", "northeastern", "northwestern", "greater"};
    static const char *const PREPS[] = {"in",      "at",     "near",       "from",   "to",     "outside",
                                        "inside",  "around", "across",     "into",   "toward", "towards",
                                        "through", "via",    "throughout", "within", "off",    "along"};
    int at = t - 1;
    while (at > 0 && t - at < 4 && is_one_of(s, at, BETWEEN, sizeof BETWEEN / sizeof *BETWEEN)) at--;
    return at >= 0 && is_one_of(s, at, PREPS, sizeof PREPS / sizeof *PREPS);
}

bool dem_geo_settlement(const dem_geo *g, const dem_sentence *s, int t)
{
    if (t < 1) return false;
    bool of = dem_str_ieq(s->tok[t - 1].form, DEM_STR("of"));
    int noun = of ? t - 2 : t - 1;
    return noun >= 0 && !dem_geo_capital(&s->tok[noun]) && dem_geo_is(g, g->settlement, s, noun);
}

bool dem_geo_direction(const dem_sentence *s, int t)
{
    static const char *const WORDS[] = {"north", "south", "east", "west", "upper", "lower", "greater"};
    return is_one_of(s, t, WORDS, sizeof WORDS / sizeof *WORDS);
}

bool dem_geo_covered(const dem_geo_search *g, uint32_t i, int t)
{
    const dem_geo_span *last = g->span.n ? &g->span.at[g->span.n - 1] : NULL;
    return last && last->sentence == i && t >= last->from && t < last->to;
}

bool dem_geo_is_wide(const dem_naming *naming, size_t n)
{
    enum { LARGE = 500 };
    for (size_t i = 0; i < n; i++)
        if (naming[i].place->weight >= LARGE) return true;
    return false;
}

bool dem_geo_listed(const dem_naming *naming, size_t n, const dem_locality *p)
{
    enum { SAME = 25 }; /* km */
    for (size_t i = 0; i < n; i++) {
        const dem_locality *q = naming[i].place;
        bool alike = memcmp(p->country, q->country, 4) == 0 && p->has_point && q->has_point &&
                     (p->kind == q->kind || dem_locality_km(p->lat, p->lon, q->lat, q->lon) < SAME);
        if (alike && dem_locality_km(p->lat, p->lon, q->lat, q->lon) < 4 * SAME) return true;
    }
    return false;
}

bool dem_geo_names_it(const dem_geo *g, const dem_sentence *s, int from, int to)
{
    if (dem_geo_is(g, g->body, s, to - 1)) return false; /* "the Police Department" */
    for (int t = from; t < to; t++) {
        bool kind =
            dem_geo_is(g, g->division, s, t) || dem_geo_is(g, g->feature, s, t) || dem_geo_is(g, g->body, s, t);
        if (!kind && !dem_geo_is(g, g->settlement, s, t)) return true;
    }
    return false;
}
