/* geo/spans.c - see spans.h. The longest name of any kind at each word; a word that makes a name beside it ("County",
 * "Lake") widens it; and of names that nobody lists those that stand where places stand. */
#include "geo/spans.h"
#include "geo/sight.h"

/* What the lexicons have at a word. */
typedef struct found {
    uint32_t length; /* words; 0: nothing */
    DEM_VEC(dem_naming) naming;
    bool person, group, country, people, actor_place, bare;
} found;

static dem_naming country_reading(dem_geo_search *g, const dem_actor *a)
{
    const dem_locality *centre = dem_lexicon_centre(g->geo->lex, a->code);
    if (centre) return (dem_naming){.place = centre};
    dem_locality *p = dem_arena_array(g->arena, dem_locality, 1);
    *p = (dem_locality){.name = a->label, .kind = DEM_LOCALITY_COUNTRY, .weight = 1};
    memcpy(p->country, a->code, 4);
    return (dem_naming){.place = p};
}

/* A place that only lexicon/actors has. */
static dem_naming actor_reading(dem_geo_search *g, const dem_sense *x)
{
    enum { CAPITAL = 500, PLACE = 50 }; /* about what such ones weigh */
    dem_locality *p = dem_arena_array(g->arena, dem_locality, 1);
    bool capital = x->form == DEM_FORM_CAPITAL;
    *p = (dem_locality){.kind = DEM_LOCALITY_TOWN,
                        .weight = capital ? CAPITAL : PLACE,
                        .has_point = x->has_point,
                        .lat = x->lat,
                        .lon = x->lon};
    memcpy(p->country, x->actor->code, 4);
    return (dem_naming){.place = p};
}

/* The gazetteer has the same place of that country. */
static bool listed(const found *f, const dem_sense *x)
{
    enum { SAME = 120 }; /* km: the points of two hands differ */
    for (size_t i = 0; i < f->naming.n; i++) {
        const dem_locality *p = f->naming.at[i].place;
        if (f->naming.at[i].bare || memcmp(p->country, x->actor->code, 4) != 0) continue;
        if (!x->has_point || !p->has_point || dem_locality_km(p->lat, p->lon, x->lat, x->lon) < SAME)
            return true;
    }
    return false;
}

static void add_sense(dem_geo_search *g, found *f, const dem_sense *x)
{
    switch (x->actor->kind) {
    case DEM_ACTOR_PERSON: f->person = true; return;
    case DEM_ACTOR_GROUP: f->group = true; return;
    case DEM_ACTOR_COLLECTIVE:
    case DEM_ACTOR_ROLE: return;
    default: break;
    }
    if (x->form == DEM_FORM_SEAT) {
        f->group = true;
        return;
    }
    bool people = x->form == DEM_FORM_ADJECTIVE || x->form == DEM_FORM_PEOPLE, name = x->form == DEM_FORM_NAME;
    f->people |= people;
    f->country |= name;
    f->actor_place |= !people && !name;
    if (name && x->actor->kind == DEM_ACTOR_ENTITY && f->naming.n)
        return;                                 /* the gazetteer knows where it lies */
    if (people && !f->country) f->naming.n = 0; /* "Canadian" is no town of Texas */
    if (people || name) dem_vec_push(g->arena, &f->naming, country_reading(g, x->actor));
    else if (!listed(f, x)) dem_vec_push(g->arena, &f->naming, actor_reading(g, x));
}

static bool names_land(const dem_sense *x)
{
    return (x->actor->kind == DEM_ACTOR_COUNTRY || x->actor->kind == DEM_ACTOR_ENTITY) &&
           x->form != DEM_FORM_SEAT;
}

/* What the lexicons have at word[0]; *other: the length of a longer name that is no place. */
static found look_up(dem_geo_search *g, const dem_str *word, uint32_t n, uint32_t *other)
{
    found f = {.length = 0};
    const dem_naming *naming = NULL, *more = NULL;
    const dem_sense *sense = NULL;
    uint32_t n_naming = 0, n_more = 0, n_sense = 0;
    uint32_t length = dem_lexicon_place(g->geo->lex, word, n, &naming, &n_naming);
    uint32_t beside =
        g->other && g->other->find ? g->other->find(g->other->of, g->arena, word, n, &more, &n_more) : 0;
    uint32_t actor = dem_lexicon_match(g->geo->lex, word, n, &sense, &n_sense);
    bool land = false, named = false;
    for (uint32_t i = 0; i < n_sense; i++) {
        land |= names_land(&sense[i]);
        named |= sense[i].actor->kind != DEM_ACTOR_ROLE;
    }
    uint32_t longest = length > beside ? length : beside;
    *other = named && !land && actor > longest ? actor : 0;
    f.length = land && actor > longest ? actor : longest;
    if (!f.length || *other) return f;
    for (uint32_t i = 0; length == f.length && i < n_naming; i++) dem_vec_push(g->arena, &f.naming, naming[i]);
    for (uint32_t i = 0; beside == f.length && i < n_more; i++)
        if (!dem_geo_listed(f.naming.at, f.naming.n, more[i].place)) dem_vec_push(g->arena, &f.naming, more[i]);
    for (size_t i = 0; i < f.naming.n; i++) f.bare |= f.naming.at[i].bare;
    for (uint32_t i = 0; actor == f.length && i < n_sense; i++) add_sense(g, &f, &sense[i]);
    return f;
}

/* Keeps the readings that are bare names of divisions, or those that are not. */
static void keep(found *f, bool bare)
{
    size_t n = 0;
    for (size_t i = 0; i < f->naming.n; i++)
        if (f->naming.at[i].bare == bare) f->naming.at[n++] = f->naming.at[i];
    f->naming.n = n;
}

static dem_geo_span *add(dem_geo_search *g, uint32_t i, int from, int to, const found *f, uint64_t evidence)
{
    dem_geo_span x = {.sentence = i,
                      .from = (int16_t)from,
                      .to = (int16_t)to,
                      .naming = f->naming.at,
                      .n = (uint32_t)f->naming.n,
                      .region = -1,
                      .evidence = evidence | DEM_EV(always)};
    if (f->person) x.evidence |= DEM_EV(person);
    if (f->group) x.evidence |= DEM_EV(group);
    if (f->country) x.evidence |= DEM_EV(country);
    if (f->people && !f->country && !f->actor_place) {
        x.evidence |= DEM_EV(people);
        x.use = DEM_TOPONYM_PEOPLE;
    }
    if (f->actor_place) x.evidence |= DEM_EV(actor_place);
    if (!x.n) x.evidence |= DEM_EV(unlisted);
    dem_vec_push(g->arena, &g->span, x);
    return &g->span.at[g->span.n - 1];
}

/* Reads the name at token t; the token behind it. */
static int read_listed(dem_geo_search *g, uint32_t i, int t, found *f)
{
    const dem_sentence *s = &g->sentence[i];
    int from = t, to = t + (int)f->length;
    uint64_t evidence = 0;
    bool capital = to < (int)s->n && dem_geo_capital(&s->tok[to]);
    bool division = dem_geo_is(g->geo, g->geo->division, s, to),
         feature = dem_geo_is(g->geo, g->geo->feature, s, to);
    bool of = t > 1 && dem_str_ieq(s->tok[t - 1].form, DEM_STR("of")) &&
              dem_geo_is(g->geo, g->geo->division, s, t - 2);
    bool name = !f->people && !(f->country && f->naming.n == 1);
    if (name && division && capital) { /* "Monroe County" is none of the towns */
        keep(f, true);
        evidence |= DEM_EV(named_division);
        to++;
    } else if (name && feature && capital) {
        f->naming.n = 0;
        evidence |= DEM_EV(named_feature);
        to++;
    } else if (f->bare && (division || of)) {
        keep(f, true);
        evidence |= DEM_EV(division_behind);
    } else {
        keep(f, false);
    }
    if (!f->naming.n && !evidence) return t; /* only a division's bare name, and no division beside it */
    int before = t - 1;
    if (name && before >= 0 && dem_geo_capital(&s->tok[before]) && !dem_geo_covered(g, i, before) &&
        dem_geo_is(g->geo, g->geo->feature_first, s, before)) {
        from = before; /* "South Charleston" is another town, "South Texas" lies in Texas */
        if (!dem_geo_is_wide(f->naming.at, f->naming.n) || !dem_geo_direction(s, before)) f->naming.n = 0;
        evidence |= DEM_EV(named_feature);
    }
    add(g, i, from, to, f, evidence);
    return to;
}

/* A run of unknown names that begins at token t; the token behind it. */
static int read_unlisted(dem_geo_search *g, uint32_t i, int t)
{
    const dem_sentence *s = &g->sentence[i];
    found none = {.length = 0};
    int to = t + 1;
    while (to < (int)s->n && dem_geo_name_word(g->geo, s, to) && to - t < 4) to++;
    bool division = to > t + 1 && dem_geo_is(g->geo, g->geo->division, s, to - 1);
    bool feature = to > t + 1 && (dem_geo_is(g->geo, g->geo->feature, s, to - 1) ||
                                  dem_geo_is(g->geo, g->geo->feature_first, s, t));
    bool region = to + 1 < (int)s->n && dem_str_is(s->tok[to].form, ",") && dem_geo_capital(&s->tok[to + 1]);
    bool placed = dem_geo_preposition(s, t) || dem_geo_settlement(g->geo, s, t);
    if (!dem_geo_names_it(g->geo, s, t, to)) return to;
    bool joined = to == t + 2 && (s->tok[to - 1].rel == DEM_REL_flat || s->tok[t].rel == DEM_REL_compound);
    if (joined && !division && !feature) dem_map_put(&g->stranger, s->tok[to - 1].form, 0); /* "Jack London" */
    if (division || feature || placed || region)
        add(g, i, t, to, &none,
            (division ? DEM_EV(named_division) : 0) | (feature ? DEM_EV(named_feature) : 0));
    return to;
}

/* The places in the longer name of somebody or something else, tokens [from, to). */
static void read_inside(dem_geo_search *g, uint32_t i, const dem_str *word, int from, int to)
{
    for (int t = from; t < to;) {
        uint32_t other = 0;
        found f = look_up(g, word + t, (uint32_t)(to - t), &other);
        keep(&f, false);
        bool place = f.length && !other && f.naming.n && dem_geo_capital(&g->sentence[i].tok[t]);
        if (place) add(g, i, t, t + (int)f.length, &f, 0)->use = DEM_TOPONYM_INSIDE;
        t += f.length ? (int)f.length : 1;
    }
}

/* A longer name of somebody or something: places in the name of a group; a person is from then on called by his last word. */
static void read_other(dem_geo_search *g, uint32_t i, const dem_str *word, int from, int to)
{
    const dem_sense *sense = NULL;
    uint32_t n_sense = 0;
    dem_lexicon_match(g->geo->lex, word + from, g->sentence[i].n - (uint32_t)from, &sense, &n_sense);
    if (!n_sense) return;
    if (sense[0].actor->kind == DEM_ACTOR_GROUP) read_inside(g, i, word, from, to);
    if (sense[0].actor->kind == DEM_ACTOR_PERSON && to - from > 1) dem_map_put(&g->stranger, word[to - 1], 0);
}

void dem_geo_spans(dem_geo_search *g, uint32_t i)
{
    const dem_sentence *s = &g->sentence[i];
    dem_str *word = dem_arena_array(g->arena, dem_str, s->n + 1);
    for (uint32_t t = 0; t < s->n; t++) word[t] = s->tok[t].form;
    for (int t = 0; t < (int)s->n;) {
        uint32_t other = 0;
        found f = {.length = 0};
        if (dem_geo_may_begin(&s->tok[t])) f = look_up(g, word + t, s->n - (uint32_t)t, &other);
        int next = t;
        if (other) {
            read_other(g, i, word, t, t + (int)other);
            next = t + (int)other;
        } else if (f.length) {
            next = read_listed(g, i, t, &f);
        }
        if (next == t && dem_geo_name_word(g->geo, s, t)) next = read_unlisted(g, i, t);
        t = next > t ? next : t + 1;
    }
}
