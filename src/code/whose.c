/* code/whose.c - of which country, organisation or body a role is: "Chinese police", "Kremlin spokesman",
 * "ministers of France and Poland", "army spokesman", "the president's office". */
#include "code/finder.h"
#include "code/grammar.h"

/* What stands beside a role word and says whose it is. */
typedef struct {
    char code[4];
    dem_sectors sectors;    /* its own, or 0 */
    const dem_actor *group; /* or NULL */
    bool person;            /* "Rossello's chief of staff": not the country's */
} owner;

static bool owner_of(const dem_finder *f, const dem_hit *h, owner *o)
{
    const dem_sense *x = h->chosen;
    *o = (owner){.code = ""};
    if (!x) return false;
    if (x->actor->kind == DEM_ACTOR_COUNTRY || x->actor->kind == DEM_ACTOR_ENTITY) {
        memcpy(o->code, x->actor->code, 4);
        o->sectors = x->actor->kind == DEM_ACTOR_ENTITY ? x->actor->sectors : 0;
        return true;
    }
    if (x->actor->kind != DEM_ACTOR_GROUP && x->actor->kind != DEM_ACTOR_PERSON) return false;
    const dem_tenure *t = dem_actor_latest(x->actor, f->report->day);
    if (!t) return false;
    memcpy(o->code, t->code, 4);
    o->person = x->actor->kind == DEM_ACTOR_PERSON;
    if (x->actor->kind == DEM_ACTOR_GROUP) {
        o->sectors = t->sectors;
        o->group = x->actor;
    }
    return true;
}

/* "army spokesman", "court official": one who belongs to a body has its sectors. */
static bool belongs(const dem_finder *f, const dem_actor *role)
{
    return dem_list_has(f->rules->lex, f->rules->member, role->key);
}

/* The body among the other role words of the core, or NULL. */
static const dem_actor *body_in(const dem_finder *f, const dem_mention *m, dem_range core)
{
    for (int i = core.lo; i <= core.hi; i++) {
        const dem_hit *h = dem_hit_of(&f->hits, i);
        if (!h || !h->chosen || h->chosen->actor->kind != DEM_ACTOR_ROLE || h->chosen->actor == m->role)
            continue;
        const dem_actor *a = h->chosen->actor;
        if (a->role_kind != DEM_ROLE_THING && a->sectors && a->role_kind != DEM_ROLE_OFFICE) return a;
    }
    return NULL;
}

/* "Hamas leader" is of Hamas's sector, "NATO chief" of the role's, "Chinese police" of the role's. */
static dem_sectors sectors_of(const dem_mention *m, const owner *o)
{
    bool agency = o->group && dem_str_is(m->role->key, "state-body"); /* "the United Nations agency" */
    dem_sectors s = agency || (o->group && o->sectors) ? o->sectors : m->role->sectors | o->sectors;
    bool official = m->role->role_kind == DEM_ROLE_OFFICE || (m->role->sectors & DEM_BIT(DEM_SEC_GOV));
    return m->former && official ? DEM_BIT(DEM_SEC_ELI) : s;
}

static bool has_code(const dem_mention *m, const char *code)
{
    for (uint32_t i = 0; i < m->n; i++)
        if (memcmp(m->entity[i].code, code, 4) == 0) return true;
    return false;
}

static void add(dem_finder *f, dem_mention *m, const owner *o)
{
    dem_entity *e = dem_mention_add(m, f->s, o->code, sectors_of(m, o));
    e->party = (o->sectors & DEM_BIT(DEM_SEC_PTY)) ||
               (m->role->role_kind == DEM_ROLE_BODY && (e->sectors & DEM_BIT(DEM_SEC_PTY)));
    if (m->role->role_kind != DEM_ROLE_OFFICE || m->former) return;
    e->office = m->role->label;
    bool one = !o->group && !o->person && !m->role->several; /* of ambassadors a country has many */
    const dem_actor *who = !one ? NULL : dem_lexicon_holder(f->rules->lex, o->code, m->role, f->report->day);
    if (!who) return;
    if (m->kind == DEM_MENTION_ROLE) dem_mention_identify(e, who, dem_actor_on(who, f->report->day, NULL));
    if (e->office.n == 0) e->office = m->role->label;
    m->actor = who;
}

/* How well an owner is one: "OPEC's Venezuelan secretary-general" is OPEC's, "Ecuador's London embassy" Ecuador's. */
typedef enum { BY_ORIGIN = 1, BY_PLACE, BY_COUNTRY, BY_BODY } claim; /* by origin: "French-born" */

static claim claim_of(const dem_finder *f, const dem_hit *h, const owner *o)
{
    if (dem_phrase_origin(f->rules, f->s, h->to - 1)) return BY_ORIGIN;
    if (o->group && !dem_lexicon_country(f->rules->lex, o->code)) return BY_BODY;
    bool place = h->chosen->actor->kind == DEM_ACTOR_COUNTRY && h->chosen->form >= DEM_FORM_CAPITAL &&
                 h->chosen->form != DEM_FORM_SEAT;
    return place ? BY_PLACE : BY_COUNTRY;
}

/* Adds the owners in the core with that claim; the highest claim that there is, if `want` is 0. */
static claim each_owner(dem_finder *f, dem_mention *m, dem_range core, claim want)
{
    const dem_hit *own = dem_hit_of(&f->hits, m->head);
    claim best = 0;
    for (int i = core.lo; i <= core.hi; i++) {
        const dem_hit *h = dem_hit_of(&f->hits, i);
        owner o;
        if (!h || h == own) continue;
        i = h->to - 1;
        if (dem_phrase_behind(f->rules, f->s, h->from) || !owner_of(f, h, &o)) continue;
        claim c = claim_of(f, h, &o);
        if (c > best) best = c;
        if (c != want) continue;
        if (has_code(m, o.code)) { /* "India's Congress party" */
            if (o.group && o.sectors && m->n == 1) m->n = 0;
            else continue;
        }
        add(f, m, &o);
        if (c == BY_PLACE) memcpy(m->place, o.code, 4);
    }
    return best;
}

void dem_whose_core(dem_finder *f, dem_mention *m, dem_range core)
{
    bool of_body = belongs(f, m->role) || m->role->role_kind == DEM_ROLE_THING; /* "army helicopters" */
    const dem_actor *body = of_body ? body_in(f, m, core) : NULL;
    claim best = each_owner(f, m, core, 0);
    if (best == BY_ORIGIN) dem_whose_phrase(f, m);
    if (m->n) return;
    if (best) each_owner(f, m, core, best);
    for (uint32_t i = 0; body && i < m->n; i++)
        if (m->entity[i].sectors == m->role->sectors) m->entity[i].sectors = body->sectors;
    if (body) m->body = body;
}

static void one_phrase(dem_finder *f, dem_mention *m, int n, const char *prep)
{
    int example = dem_hit_of(&f->hits, n) ? -1 : dem_grammar_example(f->s, n); /* "of countries such as Peru" */
    int part[DEM_GRAMMAR_MAX], n_part = dem_grammar_conjuncts(f->s, example >= 0 ? example : n, part);
    for (int c = 0; c < n_part; c++) {
        const dem_hit *h = dem_hit_of(&f->hits, part[c]);
        owner o;
        if (!h || !owner_of(f, h, &o) || has_code(m, o.code)) continue;
        add(f, m, &o);
        if (strcmp(prep, "in") == 0 || strcmp(prep, "at") == 0) memcpy(m->place, o.code, 4);
    }
}

/* "UN envoy", "peacekeepers": the word says whose he is, so that "for Syria" tells only where he is sent. */
static bool names_its_body(const dem_actor *role)
{
    static const char *const BODIES[] = {"UNO", "EUR", "IGO"};
    for (size_t i = 0; role && i < sizeof BODIES / sizeof *BODIES; i++)
        if (strcmp(role->code, BODIES[i]) == 0) return true;
    return false;
}

void dem_whose_phrase(dem_finder *f, dem_mention *m)
{
    static const char *const PREPS[] = {"of", "from", "in", "for", "at", "near"};
    enum { OF_FROM = 2, ALL = sizeof PREPS / sizeof *PREPS };
    const size_t preps = names_its_body(m->role) ? OF_FROM : ALL;
    const dem_sentence *s = f->s;
    const int16_t *kid;
    uint32_t n = dem_kids(s, m->head, &kid);
    for (size_t p = 0; p < preps && m->n == 0; p++)
        for (uint32_t i = 0; i < n; i++)
            if (s->tok[kid[i]].rel == DEM_REL_nmod && dem_grammar_case_is(s, kid[i], PREPS[p]))
                one_phrase(f, m, kid[i], PREPS[p]);
}

/* "the president of the constitutional court": not the one of the country. */
static bool presides(const dem_finder *f, const dem_mention *m, const dem_mention *other)
{
    dem_sectors own = DEM_BIT(DEM_SEC_JUD) | DEM_BIT(DEM_SEC_LEG);
    bool of_body = other->role && other->role->role_kind == DEM_ROLE_BODY && (other->role->sectors & own);
    return of_body && !m->former && dem_list_has(f->rules->lex, f->rules->presiding, m->role->key);
}

static void take_body(dem_mention *m, dem_sectors sectors)
{
    dem_entity *e = &m->entity[m->n - 1];
    e->sectors = sectors;
    e->name = e->wikidata = e->label = (dem_str){NULL, 0};
    m->actor = NULL;
}

void dem_whose_other(dem_finder *f, dem_mention *m, const dem_mention *other)
{
    bool body = other->role && other->kind == DEM_MENTION_ROLE;
    for (uint32_t i = 0; i < other->n; i++) {
        owner o = {.sectors = 0, .group = NULL};
        memcpy(o.code, other->entity[i].code, 4);
        if (has_code(m, o.code)) continue;
        add(f, m, &o);
        if (presides(f, m, other)) take_body(m, other->entity[i].sectors);
        if (body && belongs(f, m->role) && !m->former) m->entity[m->n - 1].sectors = other->entity[i].sectors;
    }
    if (body) m->body = other->role;
}

/* "his wife", "Gaddafi's son": relatives of those who have or had an office (codebook 7.6). */
void dem_whose_family(const dem_finder *f, dem_mention *m, const dem_mention *of)
{
    dem_sectors power = DEM_BIT(DEM_SEC_GOV) | DEM_BIT(DEM_SEC_ELI) | DEM_BIT(DEM_SEC_PTY);
    if (!of || of->n != 1 || !(of->entity[0].sectors & power) || !m->role) return;
    bool person = of->kind == DEM_MENTION_PERSON || of->kind == DEM_MENTION_PRONOUN ||
                  of->kind == DEM_MENTION_ROLE || of->kind == DEM_MENTION_NAME;
    if (!person || !dem_rules_lists(f->rules, f->rules->relative, &f->s->tok[m->head])) return;
    for (uint32_t i = 0; i < m->n; i++) m->entity[i].sectors = DEM_BIT(DEM_SEC_ELI);
}
