/* code/phrase.c - see phrase.h. */
#include "code/phrase.h"

/* Relations that keep a word inside its noun phrase. */
static bool core_relation(unsigned rel)
{
    switch (rel) {
    case DEM_REL_amod:
    case DEM_REL_compound:
    case DEM_REL_flat:
    case DEM_REL_nmod_poss:
    case DEM_REL_nmod_desc:
    case DEM_REL_goeswith:
    case DEM_REL_fixed: return true;
    default: return false;
    }
}

static void widen(const dem_sentence *s, int h, int depth, dem_range *r)
{
    if (h < r->lo) r->lo = h;
    if (h > r->hi) r->hi = h;
    const int16_t *kid;
    uint32_t n = dem_kids(s, h, &kid);
    for (uint32_t i = 0; i < n && depth < 8; i++) {
        unsigned rel = s->tok[kid[i]].rel;
        bool joined = rel == DEM_REL_conj && depth > 0 && kid[i] < h + 8; /* "US and Russian presidents" */
        if (core_relation(rel) || joined) widen(s, kid[i], depth + 1, r);
    }
}

dem_range dem_phrase_core(const dem_sentence *s, int head)
{
    dem_range r = {head, head};
    widen(s, head, 0, &r);
    return r;
}

bool dem_phrase_has_child(const dem_sentence *s, int h, const char *lemma)
{
    const int16_t *kid;
    uint32_t n = dem_kids(s, h, &kid);
    for (uint32_t i = 0; i < n; i++)
        if (dem_str_is(s->tok[kid[i]].lemma, lemma)) return true;
    return false;
}

bool dem_phrase_definite(const dem_sentence *s, int h)
{
    return dem_phrase_has_child(s, h, "the") || dem_phrase_has_child(s, h, "this") ||
           dem_phrase_has_child(s, h, "these") || dem_kid_with(s, h, DEM_REL_nmod_poss) >= 0;
}

static bool case_of(const dem_sentence *s, int t)
{
    const int16_t *kid;
    uint32_t n = dem_kids(s, t, &kid);
    for (uint32_t i = 0; i < n; i++)
        if (s->tok[kid[i]].rel == DEM_REL_case && dem_str_is(s->tok[kid[i]].form, "of")) return true;
    return false;
}

int dem_phrase_site(const dem_rules *rules, const dem_sentence *s, int t)
{
    unsigned rel = s->tok[t].rel;
    int up = s->tok[t].head;
    bool belongs = rel == DEM_REL_amod || rel == DEM_REL_compound || rel == DEM_REL_nmod_poss ||
                   (rel == DEM_REL_nmod && case_of(s, t));
    return belongs && up >= 0 && dem_rules_lists(rules, rules->place_noun, &s->tok[up]) ? up : t;
}

static bool is_hyphen(const dem_token *t)
{
    return dem_str_is(t->form, "-") || dem_str_is(t->form, "\xe2\x80\x91") ||
           dem_str_is(t->form, "\xe2\x80\x90");
}

/* A participle of that list stands behind a hyphen above or right behind token t. */
static bool before_participle(const dem_rules *rules, const dem_sentence *s, int t, uint32_t list)
{
    for (int up = s->tok[t].head, from = t, steps = 0; up >= 0 && steps < 3;
         from = up, up = s->tok[up].head, steps++) {
        unsigned rel = s->tok[up].rel;
        bool modifier =
            rel == DEM_REL_amod || rel == DEM_REL_acl || rel == DEM_REL_compound || rel == DEM_REL_nmod_desc;
        bool hyphen = up > from && up > 0 && is_hyphen(&s->tok[up - 1]);
        if (modifier && hyphen && dem_rules_lists(rules, list, &s->tok[up])) return true;
    }
    /* The parser may hang both on the noun: "US - backed forces" with "US" below "forces". */
    uint32_t next = (uint32_t)t + 1;
    return next + 1 < s->n && is_hyphen(&s->tok[next]) && dem_rules_lists(rules, list, &s->tok[next + 1]);
}

bool dem_phrase_behind(const dem_rules *rules, const dem_sentence *s, int t)
{
    return before_participle(rules, s, t, rules->behind);
}

bool dem_phrase_installed(const dem_rules *rules, const dem_sentence *s, int t)
{
    return before_participle(rules, s, t, rules->installed);
}

bool dem_phrase_origin(const dem_rules *rules, const dem_sentence *s, int t)
{
    return before_participle(rules, s, t, rules->origin);
}

static bool part_of_name(const dem_sentence *s, int a, int b)
{
    const dem_token *t = &s->tok[a];
    bool flat = t->rel == DEM_REL_flat || t->rel == DEM_REL_compound;
    return t->upos == DEM_UPOS_PROPN && dem_phrase_capital(t) && (s->tok[b].rel == DEM_REL_flat || flat);
}

bool dem_phrase_name_goes_on(const dem_sentence *s, const int16_t *of, int from, int to)
{
    if (to < (int)s->n && of[to] < 0 && part_of_name(s, to, to - 1) && s->tok[to].rel == DEM_REL_flat)
        return true;
    return from > 0 && of[from - 1] < 0 && part_of_name(s, from - 1, from);
}
