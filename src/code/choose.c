/* code/choose.c - see choose.h. */
#include "code/choose.h"
#include "code/phrase.h"

/* The weights. A reading is taken if its sum is above 0; of equal ones the first in the lexicon. */
enum {
    /* what it is */
    W_COUNTRY = 60,
    W_ENTITY = 58,
    W_COLLECTIVE = 56,
    W_PERSON = 50,
    W_GROUP = 48,
    W_ROLE = 30,
    W_SURNAME = -20, /* a person by one word only */
    /* when */
    W_HOLDS = 20,    /* an office or code on the day */
    W_NOT_YET = -90, /* nothing until after the day */
    /* what the phrase says */
    W_NATION = 50,        /* its nationality */
    W_OTHER_NATION = -25, /* another */
    W_TITLE_NOW = 40,     /* a title that the person bears on the day */
    W_TITLE_EVER = 20,
    W_TITLE_NONE = -10,
    /* what the report says */
    W_NAMED_ONCE = 6, /* its country is named: by once, twice, four times, ... */
    W_NAMED_MOST = 24,
    W_ORGAN_OF_OTHER = -90, /* "Peru's National Intelligence Service" is not Korea's */
    W_ORGAN_ABROAD = -70, /* an organ or party of a country that the report never names, though it names some */
    W_DATELINE = 8,
    W_PUBLISHER = 5,
    W_IN_FULL = 60,       /* the person is named in full somewhere */
    W_STRANGER = -120,    /* somebody else of that surname is */
    W_NAME_GOES_ON = -120 /* "Chad Smith", "Michael Jordan" */
};

enum { MAX_SAID = 8 };

typedef struct chooser {
    const dem_setting *st;
    const dem_sentence *s;
    const dem_hits *hits;
} chooser;

/* What stands in the phrase beside the hit. */
typedef struct surroundings {
    char nation[MAX_SAID][4];
    uint32_t n;
    const dem_actor *title;
    bool goes_on;
} surroundings;

/* The country that another name of the phrase stands for; of a person ("Shinzo Abe's Liberal Democrats") the one he
 * or she is known for. NULL if it says nothing of a country. */
static const char *country_in(const chooser *c, const dem_hit *h)
{
    const dem_sense *x = dem_hit_reading(h, DEM_ACTOR_COUNTRY);
    if (!x) x = dem_hit_reading(h, DEM_ACTOR_ENTITY);
    if (x) return x->actor->code;
    if (h->n != 1 || h->sense->actor->kind != DEM_ACTOR_PERSON) return NULL;
    const dem_tenure *t = dem_actor_latest(h->sense->actor, c->st->report->day);
    return t && dem_lexicon_country(c->st->rules->lex, t->code) ? t->code : NULL;
}

static surroundings look_around(const chooser *c, const dem_hit *h)
{
    surroundings a = {.goes_on = dem_phrase_name_goes_on(c->s, c->hits->of, h->from, h->to)};
    int top = h->head;
    unsigned rel = c->s->tok[top].rel;
    bool part = rel == DEM_REL_flat || rel == DEM_REL_compound || rel == DEM_REL_appos;
    if (part && c->s->tok[top].head >= 0) top = c->s->tok[top].head; /* "President Xi" headed by "President" */
    dem_range r = dem_phrase_core(c->s, top);
    for (int i = r.lo; i <= r.hi; i++) {
        const dem_hit *other = dem_hit_of(c->hits, i);
        if (!other || other == h) continue;
        const char *country = country_in(c, other);
        const dem_sense *role = dem_hit_reading(other, DEM_ACTOR_ROLE);
        if (country && a.n < MAX_SAID && !dem_phrase_behind(c->st->rules, c->s, i))
            memcpy(a.nation[a.n++], country, 4);
        if (role && !country) a.title = role->actor;
        i = other->to - 1;
    }
    return a;
}

static bool said(const surroundings *a, const char *code)
{
    for (uint32_t i = 0; i < a->n; i++)
        if (memcmp(a->nation[i], code, 4) == 0) return true;
    return false;
}

static int by_kind(const dem_sense *x)
{
    switch (x->actor->kind) {
    case DEM_ACTOR_COUNTRY: return W_COUNTRY;
    case DEM_ACTOR_ENTITY: return W_ENTITY;
    case DEM_ACTOR_COLLECTIVE: return W_COLLECTIVE;
    case DEM_ACTOR_PERSON: return W_PERSON;
    case DEM_ACTOR_GROUP: return W_GROUP;
    default: return W_ROLE;
    }
}

static int by_title(const dem_actor *person, const dem_actor *title, const dem_tenure *now)
{
    if (!title || title->role_kind != DEM_ROLE_OFFICE) return 0;
    if (now && now->role == title) return W_TITLE_NOW;
    for (uint32_t i = 0; i < person->n_tenure; i++)
        if (person->tenure[i].role == title) return W_TITLE_EVER;
    return W_TITLE_NONE;
}

static int by_setting(const dem_setting *st, const char *code)
{
    int score = 0;
    for (uint32_t n = dem_setting_named(st, code); n && score < W_NAMED_MOST; n /= 2) score += W_NAMED_ONCE;
    if (memcmp(st->dateline, code, 4) == 0) score += W_DATELINE;
    if (memcmp(st->publisher, code, 4) == 0) score += W_PUBLISHER;
    return score;
}

static int by_name(const chooser *c, const dem_hit *h, const dem_actor *person)
{
    dem_str last = c->s->tok[h->to - 1].form;
    uint32_t k = dem_map_get(&c->st->known, last);
    if (h->to - h->from > 1) return 0;
    if (k != DEM_MAP_NONE && c->st->person.at[k] == person) return W_SURNAME + W_IN_FULL;
    return W_SURNAME + (dem_map_get(&c->st->stranger, last) != DEM_MAP_NONE ? W_STRANGER : 0);
}

static bool home_grown(const dem_actor *group, const dem_tenure *t)
{
    dem_sectors state = DEM_BIT(DEM_SEC_GOV) | DEM_BIT(DEM_SEC_MIL) | DEM_BIT(DEM_SEC_COP) |
                        DEM_BIT(DEM_SEC_SPY) | DEM_BIT(DEM_SEC_JUD) | DEM_BIT(DEM_SEC_LEG) |
                        DEM_BIT(DEM_SEC_PTY) | DEM_BIT(DEM_SEC_LAB);
    return dem_str_is(group->group_kind, "organ") || dem_str_is(group->group_kind, "party") ||
           (t && (t->sectors & state));
}

/* Parliaments, services and parties of many countries have the same name. */
static int by_home(const chooser *c, const dem_hit *h, const surroundings *a, const char *code)
{
    bool common = dem_hit_reading(h, DEM_ACTOR_ROLE) != NULL; /* "the Commission" */
    if (!dem_lexicon_country(c->st->rules->lex, code))
        return common && !dem_setting_named(c->st, code) ? W_ORGAN_ABROAD : 0;
    if (a->n && !said(a, code)) return W_ORGAN_OF_OTHER;
    bool named = dem_setting_named(c->st, code) || memcmp(c->st->dateline, code, 4) == 0 ||
                 memcmp(c->st->publisher, code, 4) == 0;
    return c->st->n && !named ? W_ORGAN_ABROAD : 0;
}

static int score(const chooser *c, const dem_hit *h, const dem_sense *x, const surroundings *a)
{
    const dem_actor *actor = x->actor;
    int sum = by_kind(x);
    const char *code = actor->code;
    if (actor->kind == DEM_ACTOR_PERSON || actor->kind == DEM_ACTOR_GROUP) {
        const dem_tenure *former = NULL, *t = dem_actor_on(actor, c->st->report->day, &former);
        sum += t ? W_HOLDS : former ? 0 : W_NOT_YET;
        if (!t) t = former;
        if (!t && actor->kind == DEM_ACTOR_PERSON && actor->n_tenure) t = &actor->tenure[0];
        code = t ? t->code : "";
        if (actor->kind == DEM_ACTOR_PERSON) sum += by_title(actor, a->title, t) + by_name(c, h, actor);
        if (actor->kind == DEM_ACTOR_GROUP && home_grown(actor, t) && code[0]) sum += by_home(c, h, a, code);
        if (a->n && code[0]) sum += said(a, code) ? W_NATION : W_OTHER_NATION;
    }
    if (a->goes_on && h->to - h->from == 1 && actor->kind != DEM_ACTOR_ROLE && x->form != DEM_FORM_ADJECTIVE)
        sum += W_NAME_GOES_ON;
    if (actor->kind != DEM_ACTOR_COUNTRY || h->n > 1) sum += code[0] ? by_setting(c->st, code) : 0;
    return sum;
}

static void choose(const chooser *c, dem_hit *h)
{
    surroundings a = look_around(c, h);
    int best = 0;
    for (uint32_t i = 0; i < h->n; i++) {
        if (h->sense[i].form == DEM_FORM_DAMAGED) continue;
        int sum = score(c, h, &h->sense[i], &a);
        if (sum <= best) continue;
        best = sum;
        h->chosen = &h->sense[i];
    }
}

void dem_choose_all(const dem_setting *st, const dem_sentence *s, dem_hits *hits)
{
    chooser c = {st, s, hits};
    for (uint32_t i = 0; i < hits->n; i++) choose(&c, &hits->at[i]);
}
