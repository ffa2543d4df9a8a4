/* lexicon/places.c - the gazetteer: blocks of places by country, rows into a trie of names.
 *
 *   places UKR 49.0 31.5 41000        a country, its centre and weight; "places -": what belongs to none
 *     region Kharkiv Oblast 49.6 36.4 2600
 *     town Izium | Izyum 49.2 37.25 45      lies in the region above it */
#include "lexicon/parts.h"

/* Takes "LAT LON WEIGHT" off the end of *s. */
static bool take_numbers(dem_str *s, dem_locality *p)
{
    dem_str text = *s;
    size_t at = text.n;
    while (at > 0 && text.p[at - 1] != ' ') at--;
    if (!dem_str_u32(dem_str_sub(text, at, text.n), &p->weight) || p->weight == 0) return false;
    text = dem_str_trim(dem_str_sub(text, 0, at));
    bool there = false;
    if (!dem_value_point(&text, &there, &p->lat, &p->lon) || !there) return false;
    p->has_point = true;
    *s = text;
    return true;
}

static void add_naming(dem_loading *ld, uint32_t node, dem_naming naming)
{
    uint32_t *value = &ld->lex->places.node.at[node].value, at = *value, last = DEM_VALUE_NONE;
    for (; at != DEM_VALUE_NONE; last = at, at = ld->place.at[at].next)
        if (ld->place.at[at].naming.place == naming.place) return;
    uint32_t new = (uint32_t)ld->place.n;
    dem_vec_push(&ld->temp, &ld->place, ((dem_place_draft){naming, DEM_VALUE_NONE}));
    if (last == DEM_VALUE_NONE) *value = new;
    else ld->place.at[last].next = new;
}

static void add_name(dem_loading *ld, dem_str name, dem_naming naming, uint32_t line)
{
    uint32_t node[DEM_PATHS_MAX], n = dem_load_paths(&ld->lex->places, name, node);
    if (!n) dem_load_bad(ld, line, "\"%.*s\" is no name", DEM_STR_ARG(name));
    for (uint32_t i = 0; i < n; i++) add_naming(ld, node[i], naming);
}

static void load_row(dem_loading *ld, const dem_scan_line *line, dem_locality *p, dem_str *region)
{
    dem_str rest = line->text, kind = dem_scan_word(&rest), name;
    unsigned number = dem_locality_kind_by_name(kind);
    p->kind = (uint8_t)number;
    p->file = ld->source->file;
    p->line = line->line;
    if (number == DEM_LOCALITY_KIND_COUNT || number == DEM_LOCALITY_COUNTRY) {
        dem_load_bad(ld, line->line, "unknown kind of place \"%.*s\"", DEM_STR_ARG(kind));
        return;
    }
    if (!take_numbers(&rest, p)) {
        dem_load_bad(ld, line->line,
                     "expected KIND NAME | NAME ... LATITUDE LONGITUDE WEIGHT, the weight at least 1");
        return;
    }
    while (dem_value_alternative(ld, line->line, &rest, &name)) {
        bool doubtful = dem_str_ends(name, DEM_STR("?"));
        if (doubtful) name = dem_str_trim(dem_str_sub(name, 0, name.n - 1));
        if (!p->name.n) p->name = name;
        add_name(ld, name, (dem_naming){.place = p, .doubtful = doubtful}, line->line);
        bool division = number == DEM_LOCALITY_REGION || number == DEM_LOCALITY_COUNTY;
        if (division) dem_vec_push(&ld->temp, &ld->division, ((dem_naming_pending){name, p, line->line}));
    }
    if (number == DEM_LOCALITY_REGION) *region = p->name;
    else p->region = *region;
    ld->lex->size.places++;
}

void dem_load_places(dem_loading *ld, const dem_entry *e)
{
    dem_str rest = e->head.text, region = {NULL, 0};
    dem_scan_word(&rest);
    dem_locality *at = dem_arena_array(ld->arena, dem_locality, e->n_body + 1);
    if (!dem_str_is(rest, "-")) {
        bool numbers = take_numbers(&rest, at);
        dem_str code = rest;
        if (!numbers || !dem_value_code(code, at->country)) {
            dem_load_bad(ld, e->head.line, "expected places CODE LATITUDE LONGITUDE WEIGHT, or places -");
            return;
        }
        dem_load_ref(ld, DEM_REF_CODE, code, e->head.line, NULL);
        dem_map_add(&ld->lex->centre, code, (uint32_t)ld->lex->centre_of.n);
        dem_vec_push(ld->arena, &ld->lex->centre_of, at);
    }
    for (uint32_t i = 0; i < e->n_body; i++) {
        memcpy(at[i + 1].country, at->country, 4);
        load_row(ld, &e->body[i], &at[i + 1], &region);
    }
}

/* ---- the whole ---------------------------------------------------------------------------------- */

/* "Kharkiv" of "Kharkiv Oblast", "Cork" of "County Cork", "Buenos Aires" of "Province of Buenos Aires"; empty if no
 * word of the list `division` stands there. */
static dem_str bare_name(const dem_lexicon *l, uint32_t list, dem_str name)
{
    char small[DEM_KEY_MAX];
    size_t first = dem_str_find(name, DEM_STR(" ")), last = name.n;
    while (last > 0 && name.p[last - 1] != ' ') last--;
    if (first >= name.n) return (dem_str){NULL, 0};
    if (dem_list_has(l, list, dem_str_lower(dem_str_sub(name, last, name.n), small, sizeof small)))
        return dem_str_trim(dem_str_sub(name, 0, last));
    if (!dem_list_has(l, list, dem_str_lower(dem_str_sub(name, 0, first), small, sizeof small)))
        return (dem_str){NULL, 0};
    dem_str rest = dem_str_sub(name, first + 1, name.n);
    return dem_str_starts(rest, DEM_STR("of ")) ? dem_str_sub(rest, 3, rest.n) : rest;
}

static void lay_out(dem_loading *ld)
{
    dem_lexicon *l = ld->lex;
    for (size_t i = 0; i < l->places.node.n; i++) {
        uint32_t at = l->places.node.at[i].value;
        if (at == DEM_VALUE_NONE) continue;
        l->places.node.at[i].value = (uint32_t)l->naming.n;
        for (; at != DEM_VALUE_NONE; at = ld->place.at[at].next) {
            dem_vec_push(ld->arena, &l->naming, ld->place.at[at].naming);
            dem_vec_push(ld->arena, &l->naming_goes_on, ld->place.at[at].next != DEM_VALUE_NONE);
        }
    }
}

void dem_load_finish_places(dem_loading *ld)
{
    uint32_t division = dem_lexicon_list(ld->lex, DEM_STR("division"));
    for (size_t i = 0; i < ld->division.n; i++) {
        const dem_naming_pending *d = &ld->division.at[i];
        dem_str bare = bare_name(ld->lex, division, d->name);
        if (bare.n) add_name(ld, bare, (dem_naming){.place = d->place, .bare = true}, d->line);
    }
    lay_out(ld);
}

const dem_locality *dem_lexicon_centre(const dem_lexicon *l, const char *code)
{
    uint32_t i = dem_map_get(&l->centre, dem_str_from(code));
    return i == DEM_MAP_NONE ? NULL : l->centre_of.at[i];
}
