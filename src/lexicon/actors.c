/* lexicon/actors.c - countries, persons, groups, roles, entities and collectives.
 *
 * An entry is read into a draft: the actor, and what must wait until its head is known to be good. Which
 * attribute may stand under which kind of entry is one table, ATTRIBUTES. */
#include "lexicon/parts.h"
#include <ctype.h>

typedef struct draft {
    dem_loading *ld;
    dem_actor *actor;
    uint32_t line; /* of the attribute at hand */
    uint32_t n_names;
} draft;

/* Kinds of actors as bits. */
enum {
    COUNTRY = 1 << DEM_ACTOR_COUNTRY,
    PERSON = 1 << DEM_ACTOR_PERSON,
    GROUP = 1 << DEM_ACTOR_GROUP,
    ROLE = 1 << DEM_ACTOR_ROLE,
    ENTITY = 1 << DEM_ACTOR_ENTITY,
    COLLECTIVE = 1 << DEM_ACTOR_COLLECTIVE,
    LAND = COUNTRY | ENTITY
};

/* ---- attributes --------------------------------------------------------------------------------- */

static void add_wikidata(draft *d, dem_str value)
{
    uint32_t number;
    if (!dem_str_starts(value, DEM_STR("Q")) || !dem_str_u32(dem_str_sub(value, 1, value.n), &number))
        dem_load_bad(d->ld, d->line, "a Wikidata id is Q and a number, not \"%.*s\"", DEM_STR_ARG(value));
    d->actor->wikidata = value;
}

static void add_names(draft *d, dem_str value, dem_name_form form)
{
    dem_sense sense = {.actor = d->actor, .form = form};
    dem_str name;
    while (dem_value_alternative(d->ld, d->line, &value, &name)) {
        dem_load_name(d->ld, name, &sense, d->line);
        d->n_names++;
    }
}
static void add_name(draft *d, dem_str value)
{
    add_names(d, value, DEM_FORM_NAME);
}
static void add_adjective(draft *d, dem_str value)
{
    add_names(d, value, DEM_FORM_ADJECTIVE);
}
static void add_people(draft *d, dem_str value)
{
    add_names(d, value, DEM_FORM_PEOPLE);
}
static void add_alone(draft *d, dem_str value)
{
    add_names(d, value, DEM_FORM_ALONE);
}
static void add_damaged(draft *d, dem_str value)
{
    add_names(d, value, DEM_FORM_DAMAGED);
}

static void add_points(draft *d, dem_str value, dem_name_form form)
{
    dem_str name;
    while (dem_value_alternative(d->ld, d->line, &value, &name)) {
        dem_sense sense = {.actor = d->actor, .form = form};
        if (!dem_value_point(&name, &sense.has_point, &sense.lat, &sense.lon))
            dem_load_bad(d->ld, d->line, "coordinates out of range: %g %g", sense.lat, sense.lon);
        dem_load_name(d->ld, name, &sense, d->line);
    }
}
static void add_capital(draft *d, dem_str value)
{
    add_points(d, value, DEM_FORM_CAPITAL);
}
static void add_place(draft *d, dem_str value)
{
    add_points(d, value, DEM_FORM_PLACE);
}

/* "Great Hall of the People [LEG]"; without brackets GOV. */
static void add_seat(draft *d, dem_str value)
{
    dem_str name;
    while (dem_value_alternative(d->ld, d->line, &value, &name)) {
        dem_sense sense = {.actor = d->actor, .form = DEM_FORM_SEAT, .sectors = 1u << DEM_SEC_GOV};
        size_t open = dem_str_find(name, DEM_STR("["));
        if (open < name.n) {
            dem_str inside = dem_str_sub(name, open + 1, name.n - 1);
            if (!dem_str_ends(name, DEM_STR("]")) || !dem_value_sectors(inside, &sense.sectors) ||
                !sense.sectors)
                dem_load_bad(d->ld, d->line, "unknown sector in \"%.*s\"", DEM_STR_ARG(name));
            name = dem_str_trim(dem_str_sub(name, 0, open));
        }
        dem_load_name(d->ld, name, &sense, d->line);
    }
}

/* The words of the value stand for the country. */
static void add_codes(draft *d, dem_str value, dem_map *of)
{
    dem_lexicon *l = d->ld->lex;
    dem_str name;
    while (dem_value_alternative(d->ld, d->line, &value, &name)) dem_map_put(of, name, (uint32_t)l->coded.n);
    dem_vec_push(d->ld->arena, &l->coded, d->actor);
}
/* "GB", "GI": two-letter codes of ISO 3166-1, its dependencies' too. */
static void add_iso(draft *d, dem_str value)
{
    add_codes(d, value, &d->ld->lex->iso);
}
/* "uk": the last part of its internet addresses. */
static void add_domain(draft *d, dem_str value)
{
    add_codes(d, value, &d->ld->lex->domain);
}

static void add_gender(draft *d, dem_str value)
{
    if (!dem_str_is(value, "m") && !dem_str_is(value, "f"))
        dem_load_bad(d->ld, d->line, "gender is m or f, not \"%.*s\"", DEM_STR_ARG(value));
    else
        d->actor->gender = value.p[0];
}

/* Takes "shared" off the end of *role. */
static bool is_shared(dem_str *role)
{
    static const char WORD[] = " shared";
    if (!dem_str_ends(*role, dem_str_from(WORD))) return false;
    *role = dem_str_trim(dem_str_sub(*role, 0, role->n - strlen(WORD)));
    return true;
}

/* CODE SECTORS RANGE [ROLE [shared]]: the words up to the range are code and sectors. */
static void add_tenure(draft *d, dem_str value, bool wants_role, bool home)
{
    dem_tenure t = {
        .from = DEM_DATE_NONE, .to = DEM_DATE_NONE, .home = home, .line = d->line, .file = d->ld->source->file};
    dem_str rest = value, code = dem_scan_word(&rest), sectors = rest, range = {NULL, 0}, role = {NULL, 0};
    size_t dots = dem_str_find(rest, DEM_STR(".."));
    if (dots < rest.n) {
        while (dots > 0 && rest.p[dots - 1] != ' ') dots--;
        sectors = dem_str_trim(dem_str_sub(rest, 0, dots));
        role = dem_str_sub(rest, dots, rest.n);
        range = dem_scan_word(&role);
        t.shared = wants_role && is_shared(&role);
    }
    if (!dem_value_code(code, t.code))
        dem_load_bad(d->ld, d->line, "expected a code of three capitals, not \"%.*s\"", DEM_STR_ARG(code));
    else dem_load_ref(d->ld, DEM_REF_CODE, code, d->line, NULL);
    if (range.p && !dem_value_tenure(range, &t))
        dem_load_bad(d->ld, d->line, "\"%.*s\" is no range of days", DEM_STR_ARG(range));
    if (!dem_value_sectors(sectors, &t.sectors))
        dem_load_bad(d->ld, d->line, "unknown sector in \"%.*s\"", DEM_STR_ARG(sectors));
    if (wants_role && (!range.p || !role.n))
        dem_load_bad(d->ld, d->line, "expected CODE SECTORS FROM..TO ROLE");
    if (!wants_role && role.n)
        dem_load_bad(d->ld, d->line, "unexpected \"%.*s\" behind the range of days", DEM_STR_ARG(role));
    dem_vec_push(&d->ld->temp, &d->ld->tenure, ((dem_draft_tenure){t, role}));
}
static void add_office(draft *d, dem_str value)
{
    add_tenure(d, value, true, false);
}
static void add_home(draft *d, dem_str value)
{
    add_tenure(d, value, false, true);
}
static void add_code(draft *d, dem_str value)
{
    if (d->actor->kind == DEM_ACTOR_GROUP) {
        add_tenure(d, value, false, false);
    } else if (!dem_value_code(value, d->actor->code))
        dem_load_bad(d->ld, d->line, "expected a code of three capitals, not \"%.*s\"", DEM_STR_ARG(value));
    else dem_load_ref(d->ld, DEM_REF_CODE, value, d->line, NULL);
}

/* Number of `value` in names[n], or n with a report. */
static unsigned one_of(draft *d, dem_str value, const char *const *names, unsigned n)
{
    for (unsigned i = 0; i < n; i++)
        if (dem_str_is(value, names[i])) return i;
    dem_load_bad(d->ld, d->line, "unknown kind \"%.*s\"", DEM_STR_ARG(value));
    return n;
}

static void add_kind(draft *d, dem_str value)
{
    static const char *const GROUPS[] = {"media", "firm", "party", "armed", "organ", "igo", "ngo"};
    static const char *const ROLES[] = {"people", "office", "body",
                                        "thing",  "former", "elect"}; /* as dem_role_kind */
    if (d->actor->kind == DEM_ACTOR_GROUP) {
        one_of(d, value, GROUPS, sizeof GROUPS / sizeof *GROUPS);
        d->actor->group_kind = value;
        return;
    }
    unsigned kind = one_of(d, value, ROLES, sizeof ROLES / sizeof *ROLES);
    if (kind < sizeof ROLES / sizeof *ROLES) d->actor->role_kind = (dem_role_kind)kind;
}

static void add_holders(draft *d, dem_str value)
{
    d->actor->several = dem_str_is(value, "several");
    if (!d->actor->several)
        dem_load_bad(d->ld, d->line, "holders can be \"several\", not \"%.*s\"", DEM_STR_ARG(value));
}

static void add_label(draft *d, dem_str value)
{
    d->actor->label = value;
}
static void add_sectors(draft *d, dem_str value)
{
    if (!dem_value_sectors(value, &d->actor->sectors))
        dem_load_bad(d->ld, d->line, "unknown sector in \"%.*s\"", DEM_STR_ARG(value));
}

static void add_words(draft *d, dem_str value)
{
    dem_sense sense = {.actor = d->actor, .form = DEM_FORM_NAME};
    dem_str word;
    while (dem_value_alternative(d->ld, d->line, &value, &word)) {
        dem_load_role_word(d->ld, word, &sense, d->line);
        d->n_names++;
    }
}

static const struct {
    const char *key;
    unsigned kinds;
    void (*add)(draft *d, dem_str value);
} ATTRIBUTES[] = {
    {"name", LAND | PERSON | GROUP | COLLECTIVE, add_name},
    {"word", ROLE, add_words},
    {"wikidata", LAND | PERSON | GROUP, add_wikidata},
    {"adjective", LAND | GROUP, add_adjective},
    {"people", LAND, add_people},
    {"capital", LAND, add_capital},
    {"seat", LAND | GROUP, add_seat},
    {"place", LAND, add_place},
    {"iso", COUNTRY, add_iso},
    {"domain", COUNTRY, add_domain},
    {"alone", PERSON, add_alone},
    {"gender", PERSON, add_gender},
    {"office", PERSON, add_office},
    {"home", PERSON, add_home},
    {"damaged", PERSON | LAND | GROUP, add_damaged},
    {"code", GROUP | ROLE, add_code},
    {"kind", GROUP | ROLE, add_kind},
    {"holders", ROLE, add_holders},
    {"label", ROLE, add_label},
    {"sectors", ROLE, add_sectors},
};

static void read_attribute(draft *d, unsigned kind, const dem_scan_line *line)
{
    dem_str value = line->text, key = dem_scan_word(&value);
    d->line = line->line;
    for (size_t i = 0; i < sizeof ATTRIBUTES / sizeof *ATTRIBUTES; i++) {
        if (!(ATTRIBUTES[i].kinds & kind) || !dem_str_is(key, ATTRIBUTES[i].key)) continue;
        if (value.n)
            ATTRIBUTES[i].add(d, value);
        else
            dem_load_bad(d->ld, d->line, "\"%.*s\" without a value", DEM_STR_ARG(key));
        return;
    }
    dem_load_bad(d->ld, d->line, "unknown key \"%.*s\" in this kind of entry", DEM_STR_ARG(key));
}

/* ---- entries ------------------------------------------------------------------------------------ */

/* The draft of an entry whose head, without its keyword, goes to *head. */
static draft begin(dem_loading *ld, const dem_entry *e, dem_actor_kind kind, dem_str *head)
{
    draft d = {.ld = ld, .actor = dem_arena_new(ld->arena, dem_actor), .line = e->head.line};
    *head = e->head.text;
    dem_scan_word(head);
    d.actor->kind = kind;
    d.actor->file = ld->source->file;
    d.actor->line = e->head.line;
    dem_vec_push(ld->arena, &ld->lex->actor, d.actor);
    ld->tenure.n = 0;
    return d;
}

/* Gives the actor the tenures that were read, and asks for their roles. */
static void set_tenures(draft *d)
{
    size_t n = d->ld->tenure.n;
    if (n == d->actor->n_tenure) return;
    dem_tenure *own = dem_arena_array(d->ld->arena, dem_tenure, n);
    d->actor->tenure = own;
    d->actor->n_tenure = (uint32_t)n;
    for (size_t i = 0; i < n; i++) {
        dem_str role = d->ld->tenure.at[i].role;
        own[i] = d->ld->tenure.at[i].tenure;
        if (role.n) dem_load_ref(d->ld, DEM_REF_ROLE, role, own[i].line, &own[i]);
    }
}

static void finish(draft *d, const dem_entry *e, unsigned kind)
{
    for (uint32_t i = 0; i < e->n_body; i++) read_attribute(d, kind, &e->body[i]);
    if (!d->n_names) dem_load_bad(d->ld, e->head.line, "the entry has no %s", kind == ROLE ? "word" : "name");
    set_tenures(d);
}

static void set_label(draft *d, dem_space space, dem_str label)
{
    d->actor->label = label;
    if (!label.n)
        dem_load_bad(d->ld, d->line, "the entry has no label");
    else dem_load_unique(d->ld, space, label, d->line, d->actor);
}

void dem_load_country(dem_loading *ld, const dem_entry *e)
{
    dem_str label;
    draft d = begin(ld, e, DEM_ACTOR_COUNTRY, &label);
    dem_str code = dem_scan_word(&label);
    if (!dem_value_code(code, d.actor->code))
        dem_load_bad(ld, e->head.line, "expected country CODE LABEL, CODE of three capitals");
    else if (dem_load_unique(ld, DEM_SPACE_CODE, code, e->head.line, d.actor))
        dem_map_put(&ld->lex->country, code, (uint32_t)ld->lex->actor.n - 1);
    set_label(&d, DEM_SPACE_COUNTRY, label);
    finish(&d, e, COUNTRY);
    ld->lex->size.countries++;
}

void dem_load_person(dem_loading *ld, const dem_entry *e)
{
    dem_str label;
    draft d = begin(ld, e, DEM_ACTOR_PERSON, &label);
    set_label(&d, DEM_SPACE_PERSON, label);
    finish(&d, e, PERSON);
    if (!d.actor->n_tenure) dem_load_bad(ld, e->head.line, "the person has neither an office nor a home");
    ld->lex->size.persons++;
    for (uint32_t i = 0; i < d.actor->n_tenure; i++) ld->lex->size.offices += !d.actor->tenure[i].home;
}

void dem_load_group(dem_loading *ld, const dem_entry *e)
{
    dem_str label;
    draft d = begin(ld, e, DEM_ACTOR_GROUP, &label);
    set_label(&d, DEM_SPACE_GROUP, label);
    finish(&d, e, GROUP);
    if (!d.actor->n_tenure) dem_load_bad(ld, e->head.line, "the group has no code");
    ld->lex->size.groups++;
}

/* "foreign-minister" as "Foreign Minister", for roles without a label. */
static dem_str label_of_key(dem_arena *arena, dem_str key)
{
    dem_str label = dem_arena_str(arena, key);
    char *p = (char *)label.p;
    for (size_t i = 0; i < label.n; i++) {
        if (p[i] == '-') p[i] = ' ';
        if (i == 0 || p[i - 1] == ' ') p[i] = (char)toupper((unsigned char)p[i]);
    }
    return label;
}

void dem_load_role(dem_loading *ld, const dem_entry *e)
{
    dem_str key;
    draft d = begin(ld, e, DEM_ACTOR_ROLE, &key);
    d.actor->key = key;
    if (!key.n || key.n > DEM_KEY_MAX || dem_str_find(key, DEM_STR(" ")) < key.n)
        dem_load_bad(ld, e->head.line, "expected role KEY, a key without blanks");
    else dem_load_unique(ld, DEM_SPACE_ROLE, key, e->head.line, d.actor);
    finish(&d, e, ROLE);
    if (!d.actor->label.n) d.actor->label = label_of_key(ld->arena, key);
    ld->lex->size.roles++;
}

/* The tenures that it has, without their roles, which are known, and those that are added. */
void dem_load_more(dem_loading *ld, const dem_entry *e, dem_actor *actor)
{
    draft d = {.ld = ld, .actor = actor, .line = e->head.line, .n_names = 1};
    uint32_t before = actor->n_tenure;
    ld->tenure.n = 0;
    for (uint32_t i = 0; i < before; i++)
        dem_vec_push(&ld->temp, &ld->tenure, ((dem_draft_tenure){.tenure = actor->tenure[i]}));
    finish(&d, e, 1u << actor->kind);
    if (actor->kind != DEM_ACTOR_PERSON) return;
    for (uint32_t i = before; i < actor->n_tenure; i++) ld->lex->size.offices += !actor->tenure[i].home;
}

/* Takes trailing sector words off *head. */
static dem_sectors trailing_sectors(dem_str *head)
{
    dem_sectors all = 0, one;
    for (;;) {
        size_t at = head->n;
        while (at > 0 && head->p[at - 1] != ' ') at--;
        dem_str word = dem_str_sub(*head, at, head->n);
        if (!word.n || !dem_value_sectors(word, &one) || !one) return all;
        all |= one;
        *head = dem_str_trim(dem_str_sub(*head, 0, at));
    }
}

dem_str dem_load_entity_head(dem_str head, char code[4], dem_sectors *sectors)
{
    *sectors = trailing_sectors(&head);
    size_t at = head.n;
    while (at > 0 && head.p[at - 1] != ' ') at--;
    code[0] = 0;
    return dem_value_code(dem_str_sub(head, at, head.n), code) ? dem_str_trim(dem_str_sub(head, 0, at)) : head;
}

void dem_load_entity(dem_loading *ld, const dem_entry *e)
{
    dem_str head;
    draft d = begin(ld, e, DEM_ACTOR_ENTITY, &head);
    dem_str label = dem_load_entity_head(head, d.actor->code, &d.actor->sectors);
    if (!d.actor->code[0])
        dem_load_bad(ld, e->head.line, "expected entity LABEL CODE SECTORS with known sectors");
    else dem_load_ref(ld, DEM_REF_CODE, dem_str_from(d.actor->code), e->head.line, NULL);
    set_label(&d, DEM_SPACE_ENTITY, label);
    finish(&d, e, ENTITY);
}

void dem_load_collective(dem_loading *ld, const dem_entry *e)
{
    draft d = begin(ld, e, DEM_ACTOR_COLLECTIVE, &(dem_str){NULL, 0});
    finish(&d, e, COLLECTIVE);
}
