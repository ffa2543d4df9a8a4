/* code/hit.c - see hit.h. */
#include "code/hit.h"
#include "code/phrase.h"

/* "Hungary's premier said": an adjective to the tagger, a noun to the tree. */
static bool heads_phrase(const dem_token *t)
{
    return t->rel == DEM_REL_nsubj || t->rel == DEM_REL_nsubj_pass || t->rel == DEM_REL_obj ||
           t->rel == DEM_REL_iobj || t->rel == DEM_REL_obl || t->rel == DEM_REL_nmod ||
           t->rel == DEM_REL_nmod_poss || t->rel == DEM_REL_appos;
}

/* A role word must be used as a noun ("general elections", "to police", "head for" are none), and a name that is
 * also a verb must be written as a name. */
static bool usable(const dem_sentence *s, int from, int to, const dem_sense *sense)
{
    const dem_token *last = &s->tok[to - 1];
    switch (sense->actor->kind) {
    case DEM_ACTOR_ROLE:
        return dem_phrase_nominal(last) ||
               (last->upos == DEM_UPOS_ADJ && (to - from > 1 || heads_phrase(last)));
    case DEM_ACTOR_COLLECTIVE: return true;
    default:
        return last->upos != DEM_UPOS_VERB || to - from > 1 ||
               (last->form.p[0] >= 'A' && last->form.p[0] <= 'Z');
    }
}

static int depth(const dem_sentence *s, int t)
{
    int n = 0;
    while ((t = s->tok[t].head) >= 0) n++;
    return n;
}

/* The word that the others hang on; where the parser has torn them apart, the highest noun, of equal ones the last in a
 * title and the first in a name. */
static int head_of(const dem_sentence *s, const dem_hit *h)
{
    bool title = h->sense[0].actor->kind == DEM_ACTOR_ROLE;
    int head = -1, best = 0;
    for (int i = h->from; i < h->to; i++) {
        int up = s->tok[i].head;
        if (up >= h->from && up < h->to) continue;
        int rank = 2 * depth(s, i) + (dem_phrase_nominal(&s->tok[i]) ? 0 : 100);
        if (head >= 0 && (title ? rank > best : rank >= best)) continue;
        head = i;
        best = rank;
    }
    return head >= 0 ? head : h->to - 1;
}

/* Divisions and settlements: what may be attacked or visited, and whose people may act. */
static bool inhabited(const dem_locality *p)
{
    return p && p->country[0] && p->kind != DEM_LOCALITY_COUNTRY && p->kind != DEM_LOCALITY_WATER &&
           p->kind != DEM_LOCALITY_SITE;
}

/* The place as a reading of an actor's name: a town of its country. NULL if the lexicon has no such country. */
static const dem_sense *as_sense(const dem_rules *rules, dem_arena *arena, const dem_locality *p)
{
    const dem_actor *country = dem_lexicon_country(rules->lex, p->country);
    if (!country) return NULL;
    dem_sense *x = dem_arena_array(arena, dem_sense, 1);
    *x = (dem_sense){
        .actor = country, .form = DEM_FORM_PLACE, .has_point = p->has_point, .lat = p->lat, .lon = p->lon};
    return x;
}

/* The place that the gazetteer has at token t, if it is one that actors may be named by; else NULL. */
static const dem_toponym *town_at(const dem_toponyms *ts, uint32_t i, int t)
{
    const dem_toponym *place = ts ? dem_toponym_at(ts, i, t) : NULL;
    return place && place->from == t && place->use == DEM_TOPONYM_PLACE && inhabited(place->place) ? place
                                                                                                   : NULL;
}

/* All readings are towns and capitals, and none is in this country. */
static bool elsewhere(const dem_sense *sense, uint32_t n, const char *code)
{
    for (uint32_t k = 0; k < n; k++) {
        bool town = sense[k].form == DEM_FORM_PLACE || sense[k].form == DEM_FORM_CAPITAL;
        if (!town || sense[k].actor->kind != DEM_ACTOR_COUNTRY || memcmp(sense[k].actor->code, code, 4) == 0)
            return false;
    }
    return n > 0;
}

void dem_hits_find(const dem_rules *rules, dem_arena *arena, const dem_sentence *s,
                   const dem_toponyms *toponyms, uint32_t at, dem_hits *out)
{
    dem_str *word = dem_arena_array(arena, dem_str, s->n + 1);
    for (uint32_t i = 0; i < s->n; i++) word[i] = s->tok[i].form;
    *out = (dem_hits){.at = dem_arena_array(arena, dem_hit, s->n + 1),
                      .of = dem_arena_array(arena, int16_t, s->n + 1)};
    for (uint32_t i = 0; i < s->n; i++) out->of[i] = -1;
    for (uint32_t i = 0; i < s->n;) {
        const dem_sense *sense = NULL;
        uint32_t n_sense = 0, len = dem_lexicon_match(rules->lex, word + i, s->n - i, &sense, &n_sense);
        while (n_sense && !usable(s, (int)i, (int)(i + len), sense)) sense++, n_sense--;
        const dem_toponym *town = town_at(toponyms, at, (int)i);
        bool only = town && !n_sense,
             other = town && n_sense && town->to == (int)(i + len) && elsewhere(sense, n_sense, town->country);
        const dem_sense *as = only || other ? as_sense(rules, arena, town->place) : NULL;
        if (as) sense = as, n_sense = 1, len = (uint32_t)(town->to - town->from);
        if (!len || !n_sense) {
            i++;
            continue;
        }
        dem_hit h = {.from = (int16_t)i, .to = (int16_t)(i + len), .sense = sense, .n = n_sense};
        h.head = (int16_t)head_of(s, &h);
        for (uint32_t k = i; k < i + len; k++) out->of[k] = (int16_t)out->n;
        out->at[out->n++] = h;
        i += len;
    }
}

const dem_sense *dem_hit_reading(const dem_hit *h, dem_actor_kind kind)
{
    for (uint32_t i = 0; i < h->n; i++)
        if (h->sense[i].actor->kind == kind && h->sense[i].form != DEM_FORM_DAMAGED) return &h->sense[i];
    return NULL;
}
