/* geo/evidence.c - what speaks for or against each span being a place: its own words, its neighbours, and the same name
 * elsewhere in the report. */
#include "geo/sight.h"

static bool set(dem_geo_span *x, dem_evidence_bit bit, bool is)
{
    if (is) x->evidence |= UINT64_C(1) << bit;
    return is;
}

/* The span behind x in its sentence, with exactly the token `between` them. */
static int behind(const dem_geo_search *g, size_t k, const char *between)
{
    const dem_geo_span *x = &g->span.at[k], *y = x + 1;
    if (k + 1 >= g->span.n || y->sentence != x->sentence || y->from != x->to + 1) return -1;
    return dem_str_ieq(g->sentence[x->sentence].tok[x->to].form, dem_str_from(between)) ? (int)k + 1 : -1;
}

static bool wide_kind(const dem_locality *p)
{
    return p->kind == DEM_LOCALITY_REGION || p->kind == DEM_LOCALITY_COUNTRY ||
           p->kind == DEM_LOCALITY_COUNTY || p->kind == DEM_LOCALITY_TERRITORY ||
           p->kind == DEM_LOCALITY_ISLAND;
}

/* `inner` may lie in `outer`; what nobody lists may lie in any division. */
static bool may_lie(const dem_geo_span *inner, const dem_geo_span *outer)
{
    if (outer->use != DEM_TOPONYM_PLACE) return false;
    for (uint32_t o = 0; o < outer->n; o++) {
        if (inner->n == 0 && wide_kind(outer->naming[o].place)) return true;
        for (uint32_t i = 0; i < inner->n; i++)
            if (dem_geo_within(inner->naming[i].place, outer->naming[o].place)) return true;
    }
    return false;
}

static void mark_regions(dem_geo_search *g)
{
    for (size_t k = 0; k < g->span.n; k++) {
        dem_geo_span *x = &g->span.at[k];
        int comma = behind(g, k, ","), in = behind(g, k, "in"), bracket = behind(g, k, "(");
        int region = comma >= 0 ? comma : in >= 0 ? in : bracket;
        if (x->use == DEM_TOPONYM_PLACE && region >= 0 && may_lie(x, &g->span.at[region])) {
            x->region = region;
            set(x, DEM_EV_region_behind, true);
            set(&g->span.at[region], DEM_EV_town_before, true);
        } else {
            set(x, DEM_EV_other_behind, comma >= 0 || behind(g, k, "and") >= 0);
        }
    }
}

/* "Jack London", "Andrew Brunson": from then on the last word is a person's. */
static void note_strangers(dem_geo_search *g)
{
    for (size_t k = 0; k < g->span.n; k++) {
        const dem_geo_span *x = &g->span.at[k];
        const dem_sentence *s = &g->sentence[x->sentence];
        int before = x->from - 1;
        bool joined =
            before >= 0 && (s->tok[x->from].rel == DEM_REL_flat ||
                            (s->tok[before].rel == DEM_REL_compound && s->tok[before].head == x->to - 1));
        bool apart = k > 0 && x[-1].sentence == x->sentence && x[-1].to == x->from;
        if (!joined || apart || !dem_geo_name_word(g->geo, s, before)) continue;
        if (dem_geo_is(g->geo, g->geo->feature_first, s, before) || dem_geo_is(g->geo, g->geo->body, s, before))
            continue;
        bool ends = x->to >= (int)s->n || s->tok[x->to].upos != DEM_UPOS_PROPN;
        if (ends) dem_map_put(&g->stranger, s->tok[x->to - 1].form, 0);
    }
}

/* A role of a person starts at token t. */
static bool role_at(const dem_geo_search *g, const dem_sentence *s, int t)
{
    enum { WORDS = 3 };
    dem_str word[WORDS];
    const dem_sense *sense = NULL;
    uint32_t n = 0, n_sense = 0;
    for (int i = t; i >= 0 && i < (int)s->n && n < WORDS; i++) word[n++] = s->tok[i].form;
    if (!n || !dem_lexicon_match(g->geo->lex, word, n, &sense, &n_sense)) return false;
    for (uint32_t i = 0; i < n_sense; i++)
        if (sense[i].actor->kind == DEM_ACTOR_ROLE && sense[i].actor->role_kind != DEM_ROLE_THING) return true;
    return false;
}

static void mark_neighbours(dem_geo_search *g, size_t k)
{
    dem_geo_span *x = &g->span.at[k];
    const dem_sentence *s = &g->sentence[x->sentence];
    int before = x->from - 1, after = x->to;
    bool near = k > 0 && x[-1].sentence == x->sentence && x[-1].to == x->from;
    bool title = before >= 0 && (dem_geo_is(g->geo, g->geo->honorific, s, before) ||
                                 (dem_geo_capital(&s->tok[before]) && role_at(g, s, before)));
    bool body_before = before > 0 && dem_str_is(s->tok[before].form, "of") &&
                       dem_geo_capital(&s->tok[before - 1]) && dem_geo_is(g->geo, g->geo->body, s, before - 1);
    bool body =
        after < (int)s->n && dem_geo_capital(&s->tok[after]) && dem_geo_is(g->geo, g->geo->body, s, after);
    bool role = after < (int)s->n && role_at(g, s, after);
    set(x, DEM_EV_title_before, title);
    set(x, DEM_EV_name_before, !title && !near && dem_geo_name_word(g->geo, s, before));
    set(x, DEM_EV_body_beside, body || body_before);
    set(x, DEM_EV_role_behind, !body && role);
    set(x, DEM_EV_name_behind, !body && !role && dem_geo_name_word(g->geo, s, after));
    if (x->use == DEM_TOPONYM_PLACE && (body || body_before)) x->use = DEM_TOPONYM_INSIDE;
}

static void mark_grammar(const dem_geo_search *g, dem_geo_span *x)
{
    const dem_sentence *s = &g->sentence[x->sentence];
    const dem_token *h = &s->tok[x->head];
    bool subject = h->rel == DEM_REL_nsubj;
    set(x, DEM_EV_preposition, dem_geo_preposition(s, x->from));
    set(x, DEM_EV_of, x->from > 0 && dem_str_ieq(s->tok[x->from - 1].form, DEM_STR("of")));
    set(x, DEM_EV_settlement, dem_geo_settlement(g->geo, s, x->from));
    set(x, DEM_EV_several, x->to - x->from > 1);
    set(x, DEM_EV_start, x->from == 0);
    set(x, DEM_EV_proper, h->upos == DEM_UPOS_PROPN);
    set(x, DEM_EV_common, h->upos != DEM_UPOS_PROPN && h->upos != DEM_UPOS_ADJ);
    set(x, DEM_EV_subject, subject);
    set(x, DEM_EV_speaks,
        subject && h->head >= 0 && dem_list_has(g->geo->lex, g->geo->reporting, s->tok[h->head].lemma));
    set(x, DEM_EV_owner, h->rel == DEM_REL_nmod_poss);
    set(x, DEM_EV_modifier,
        h->rel == DEM_REL_compound || h->rel == DEM_REL_amod || h->rel == DEM_REL_nmod_desc);
    bool shouted = h->form.n >= 3;
    for (size_t i = 0; i < h->form.n; i++) shouted &= !(h->form.p[i] >= 'a' && h->form.p[i] <= 'z');
    set(x, DEM_EV_shouted, shouted);
    set(x, DEM_EV_dateline, shouted && x->from == 0 && x->sentence == 0);
}

static void mark_readings(dem_geo_span *x)
{
    enum { HEAVY = 1000, MIDDLE = 100, LIGHT = 15 };
    uint32_t weight = 0;
    bool doubtful = x->n > 0;
    for (uint32_t i = 0; i < x->n; i++) {
        if (x->naming[i].place->weight > weight) weight = x->naming[i].place->weight;
        doubtful &= x->naming[i].doubtful;
    }
    set(x, DEM_EV_doubtful, doubtful);
    if (x->n == 0) return;
    set(x, DEM_EV_heavy, weight >= HEAVY);
    set(x, DEM_EV_middle, weight >= MIDDLE && weight < HEAVY);
    set(x, DEM_EV_light, weight < LIGHT);
}

static int head_of(const dem_sentence *s, const dem_geo_span *x)
{
    for (int t = x->from; t < x->to; t++)
        if (s->tok[t].head < x->from || s->tok[t].head >= x->to) return t;
    return x->to - 1;
}

static uint32_t name_of(dem_geo_search *g, const dem_geo_span *x)
{
    const dem_sentence *s = &g->sentence[x->sentence];
    dem_str words = dem_str_sub(g->report->text, s->tok[x->from].start, s->tok[x->to - 1].end);
    dem_str small = dem_str_lower(words, dem_arena_alloc(g->arena, words.n + 1), words.n + 1);
    return dem_map_add(&g->name, small, g->name.n);
}

/* Which names speak for a country: two of them are enough to tell that there is another one. */
typedef struct speakers {
    dem_map country; /* code -> number in name */
    DEM_VEC(uint32_t) name;
    DEM_VEC(uint32_t) other; /* [name.n] another one, or the same */
} speakers;

static void note_speakers(dem_geo_search *g, speakers *of)
{
    dem_map_init(&of->country, g->arena);
    for (size_t k = 0; k < g->span.n; k++) {
        const dem_geo_span *x = &g->span.at[k];
        if (x->n == 0 || (x->evidence & DEM_EV(doubtful)) || !x->naming[0].place->country[0]) continue;
        dem_str code = dem_str_from(x->naming[0].place->country);
        uint32_t i = dem_map_add(&of->country, code, (uint32_t)of->name.n);
        if (i == of->name.n) {
            dem_vec_push(g->arena, &of->name, x->name);
            dem_vec_push(g->arena, &of->other, x->name);
        } else if (of->name.at[i] != x->name) {
            of->other.at[i] = x->name;
        }
    }
}

/* Another name of the report lies in a country where this one may lie. */
static bool has_company(const speakers *of, const dem_geo_span *x)
{
    for (uint32_t r = 0; r < x->n; r++) {
        const char *code = x->naming[r].place->country;
        uint32_t i = code[0] ? dem_map_get(&of->country, dem_str_from(code)) : DEM_MAP_NONE;
        if (i != DEM_MAP_NONE && (of->name.at[i] != x->name || of->other.at[i] != x->name)) return true;
    }
    return false;
}

/* What the rest of the report says of the same name. */
static void mark_report(dem_geo_search *g)
{
    bool *placed = dem_arena_array(g->arena, bool, g->name.n + 1);
    speakers of = {.name = {0}};
    note_speakers(g, &of);
    for (size_t k = 0; k < g->span.n; k++)
        placed[g->span.at[k].name] |=
            (g->span.at[k].evidence & (DEM_EV(preposition) | DEM_EV(settlement) | DEM_EV(region_behind))) != 0;
    for (size_t k = 0; k < g->span.n; k++) {
        dem_geo_span *x = &g->span.at[k];
        const dem_sentence *s = &g->sentence[x->sentence];
        set(x, DEM_EV_placed_elsewhere, placed[x->name]);
        set(x, DEM_EV_stranger, dem_map_get(&g->stranger, s->tok[x->to - 1].form) != DEM_MAP_NONE);
        set(x, DEM_EV_company, has_company(&of, x));
        bool word = x->to - x->from == 1 && !(x->evidence & (DEM_EV(country) | DEM_EV(people)));
        set(x, DEM_EV_surname, word && dem_lexicon_names_person(g->geo->lex, s->tok[x->from].form));
    }
}

/* What means more together than apart. */
static void combine(dem_geo_span *x)
{
    uint64_t e = x->evidence;
    bool placed = e & (DEM_EV(preposition) | DEM_EV(settlement)), unlisted = e & DEM_EV(unlisted);
    set(x, DEM_EV_unlisted_placed, unlisted && placed);
    set(x, DEM_EV_unlisted_several,
        unlisted && (e & DEM_EV(several)) && !(e & (DEM_EV(named_division) | DEM_EV(named_feature))));
    set(x, DEM_EV_unlisted_region, unlisted && (e & DEM_EV(region_behind)));
    set(x, DEM_EV_unlisted_subject, unlisted && (e & DEM_EV(subject)));
    set(x, DEM_EV_doubtful_placed, (e & DEM_EV(doubtful)) && placed);
    set(x, DEM_EV_doubtful_company, (e & DEM_EV(doubtful)) && (e & DEM_EV(company)));
    set(x, DEM_EV_light_placed, (e & DEM_EV(light)) && placed);
    set(x, DEM_EV_stranger_placed, (e & DEM_EV(stranger)) && placed);
    set(x, DEM_EV_stranger_alone,
        (e & DEM_EV(stranger)) && !placed && !(e & (DEM_EV(placed_elsewhere) | DEM_EV(region_behind))));
    bool surname = e & DEM_EV(surname);
    set(x, DEM_EV_surname_light, surname && !(e & (DEM_EV(heavy) | DEM_EV(middle))));
    set(x, DEM_EV_surname_placed, surname && placed);
    set(x, DEM_EV_inside, x->use == DEM_TOPONYM_INSIDE);
    set(x, DEM_EV_inside_people, x->use == DEM_TOPONYM_INSIDE && (e & DEM_EV(people)));
}

void dem_geo_evidence(dem_geo_search *g)
{
    for (size_t k = 0; k < g->span.n; k++) {
        dem_geo_span *x = &g->span.at[k];
        x->head = (int16_t)head_of(&g->sentence[x->sentence], x);
        x->name = name_of(g, x);
        mark_grammar(g, x);
        mark_readings(x);
        mark_neighbours(g, k);
    }
    mark_regions(g);
    note_strangers(g);
    mark_report(g);
    for (size_t k = 0; k < g->span.n; k++) combine(&g->span.at[k]);
}
