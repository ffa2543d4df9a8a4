/* code/mention.c - noun phrases that stand for an actor.
 *
 * First every name and role word of the lexicon is found in the token string ("hits"), longest first, left to
 * right. Then each nominal head is read with the hits of its own phrase: who (person, group, role) and of which
 * country. */
#include "code/mention.h"
#include "code/grammar.h"

typedef struct {
    int16_t from, to; /* tokens [from, to) */
    const dem_sense *sense;
    uint32_t n;
} hit;

typedef struct {
    const dem_rules *rules;
    const dem_report *report;
    const dem_sentence *s;
    dem_arena *arena;
    hit *hit;
    uint32_t n_hit;
    int16_t *hit_of; /* [tokens] hit that covers the token, or -1 */
    dem_mentions *out;
} finder;

/* ---- hits ---------------------------------------------------------------------------------------- */

static bool nominal_tag(const dem_token *t)
{
    return t->upos == DEM_UPOS_NOUN || t->upos == DEM_UPOS_PROPN || t->upos == DEM_UPOS_PRON;
}

/* A role word must be used as a noun: "general elections", "to police", "head for" are none. */
static bool usable(const finder *f, int from, int to, const dem_sense *sense)
{
    const dem_token *last = &f->s->tok[to - 1];
    switch (sense->actor->kind) {
    case DEM_ACTOR_ROLE: return nominal_tag(last) || (to - from > 1 && last->upos == DEM_UPOS_ADJ);
    case DEM_ACTOR_COLLECTIVE: return true;
    default:
        return last->upos != DEM_UPOS_VERB || to - from > 1 ||
               (last->form.p[0] >= 'A' && last->form.p[0] <= 'Z');
    }
}

static void find_hits(finder *f)
{
    const dem_sentence *s = f->s;
    dem_str *word = dem_arena_array(f->arena, dem_str, s->n + 1);
    for (uint32_t i = 0; i < s->n; i++) word[i] = s->tok[i].form;
    f->hit = dem_arena_array(f->arena, hit, s->n + 1);
    f->hit_of = dem_arena_array(f->arena, int16_t, s->n + 1);
    for (uint32_t i = 0; i < s->n; i++) f->hit_of[i] = -1;
    for (uint32_t i = 0; i < s->n;) {
        const dem_sense *sense = NULL;
        uint32_t n_sense = 0, len = dem_lexicon_match(f->rules->lex, word + i, s->n - i, &sense, &n_sense);
        while (n_sense && !usable(f, (int)i, (int)(i + len), sense)) sense++, n_sense--;
        if (!len || !n_sense) {
            i++;
            continue;
        }
        for (uint32_t k = i; k < i + len; k++) f->hit_of[k] = (int16_t)f->n_hit;
        f->hit[f->n_hit++] = (hit){(int16_t)i, (int16_t)(i + len), sense, n_sense};
        i += len;
    }
}

/* The first reading of the hit with this kind of actor, or NULL. */
static const dem_sense *reading(const hit *h, dem_actor_kind kind)
{
    for (uint32_t i = 0; i < h->n; i++)
        if (h->sense[i].actor->kind == kind && h->sense[i].form != DEM_FORM_DAMAGED) return &h->sense[i];
    return NULL;
}

/* ---- the phrase ---------------------------------------------------------------------------------- */

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

/* Widens [*lo, *hi] over the core of the phrase headed by h. */
static void core_range(const dem_sentence *s, int h, int depth, int *lo, int *hi)
{
    if (h < *lo) *lo = h;
    if (h > *hi) *hi = h;
    const int16_t *kid;
    uint32_t n = dem_kids(s, h, &kid);
    for (uint32_t i = 0; i < n && depth < 8; i++) {
        unsigned rel = s->tok[kid[i]].rel;
        bool joined = rel == DEM_REL_conj && depth > 0 && kid[i] < h + 8; /* "US and Russian presidents" */
        if (core_relation(rel) || joined) core_range(s, kid[i], depth + 1, lo, hi);
    }
}

static bool child_lemma(const dem_sentence *s, int h, const char *lemma)
{
    const int16_t *kid;
    uint32_t n = dem_kids(s, h, &kid);
    for (uint32_t i = 0; i < n; i++)
        if (dem_str_is(s->tok[kid[i]].lemma, lemma)) return true;
    return false;
}

static bool definite(const dem_sentence *s, int h)
{
    return child_lemma(s, h, "the") || child_lemma(s, h, "this") || child_lemma(s, h, "these") ||
           dem_kid_with(s, h, DEM_REL_nmod_poss) >= 0;
}

static bool former_word(const finder *f, int lo, int hi)
{
    for (int i = lo; i <= hi; i++)
        if (dem_rules_lists(f->rules, f->rules->former, &f->s->tok[i])) return true;
    return false;
}

dem_entity *dem_mention_add(dem_mention *m, const dem_sentence *s, const char *code, dem_sectors sectors)
{
    if (m->n == DEM_MENTION_MAX) return &m->entity[DEM_MENTION_MAX];
    dem_entity *e = &m->entity[m->n++];
    *e = (dem_entity){.sectors = sectors, .span = {s->tok[m->from].start, s->tok[m->to - 1].end}};
    memcpy(e->code, code, sizeof e->code);
    return e;
}

void dem_mention_identify(dem_entity *e, const dem_actor *a, const dem_tenure *t)
{
    e->wikidata = a->wikidata;
    e->label = a->wikidata.n ? a->label : (dem_str){NULL, 0};
    if (t && t->role) e->office = t->role->label;
}

/* Country and sectors that a hit beside a role word contributes: "Chinese", "Kremlin", "Kyiv", "NATO". False
 * for what says nothing of whose it is. */
static bool qualifier(const finder *f, const hit *h, char code[4], dem_sectors *sectors,
                      const dem_actor **group)
{
    *sectors = 0;
    *group = NULL;
    const dem_sense *x;
    if ((x = reading(h, DEM_ACTOR_COUNTRY)) || (x = reading(h, DEM_ACTOR_ENTITY))) {
        memcpy(code, x->actor->code, 4);
        *sectors = x->actor->kind == DEM_ACTOR_ENTITY ? x->actor->sectors : 0;
        return true;
    }
    x = reading(h, DEM_ACTOR_GROUP);
    if (!x) x = reading(h, DEM_ACTOR_PERSON);
    if (!x) return false;
    const dem_tenure *former = NULL, *t = dem_actor_on(x->actor, f->report->day, &former);
    if (!t) t = former;
    if (!t) return false;
    memcpy(code, t->code, 4);
    if (x->actor->kind == DEM_ACTOR_GROUP) {
        *sectors = t->sectors;
        *group = x->actor;
    }
    return true;
}

/* "Hamas leader" is of Hamas's sector, "NATO chief" of the role's, "Chinese police" of the role's. */
static dem_sectors role_sectors(const dem_actor *role, dem_sectors own, const dem_actor *group, bool former)
{
    dem_sectors s = group && own ? own : role->sectors | own;
    if (former && (role->role_kind == DEM_ROLE_OFFICE || (role->sectors & DEM_BIT(DEM_SEC_GOV))))
        s = DEM_BIT(DEM_SEC_ELI);
    return s;
}

static bool has_code(const dem_mention *m, const char *code)
{
    for (uint32_t i = 0; i < m->n; i++)
        if (memcmp(m->entity[i].code, code, 4) == 0) return true;
    return false;
}

static dem_entity *add_role(finder *f, dem_mention *m, const char *code, dem_sectors own,
                            const dem_actor *group)
{
    dem_entity *e = dem_mention_add(m, f->s, code, role_sectors(m->role, own, group, m->former));
    if (m->role->role_kind == DEM_ROLE_OFFICE && !m->former) {
        e->office = m->role->label;
        const dem_actor *who = group ? NULL : dem_lexicon_holder(f->rules->lex, code, m->role, f->report->day);
        if (who && !m->plural && m->kind == DEM_MENTION_ROLE)
            dem_mention_identify(e, who, dem_actor_on(who, f->report->day, NULL));
        if (who) m->actor = who;
        if (e->office.n == 0) e->office = m->role->label;
    }
    return e;
}

/* ---- whose role ---------------------------------------------------------------------------------- */

static void qualify_by_core(finder *f, dem_mention *m, int lo, int hi)
{
    const hit *own = f->hit_of[m->head] >= 0 ? &f->hit[f->hit_of[m->head]] : NULL;
    for (int i = lo; i <= hi; i++) {
        int k = f->hit_of[i];
        if (k < 0 || &f->hit[k] == own) continue;
        const hit *h = &f->hit[k];
        char code[4];
        dem_sectors sectors;
        const dem_actor *group;
        if (qualifier(f, h, code, &sectors, &group) && !has_code(m, code)) {
            add_role(f, m, code, sectors, group);
            if (reading(h, DEM_ACTOR_COUNTRY) && reading(h, DEM_ACTOR_COUNTRY)->form >= DEM_FORM_CAPITAL)
                memcpy(m->place, code, 4);
        }
        i = h->to - 1;
    }
}

/* "ministers of China and Russia", "police in Minsk", "lawmakers from Germany". */
static void qualify_by_phrase(finder *f, dem_mention *m)
{
    static const char *const PREPS[] = {"of", "from", "in", "for", "at", "near", "to"};
    const dem_sentence *s = f->s;
    for (size_t p = 0; p < sizeof PREPS / sizeof *PREPS && m->n == 0; p++) {
        const int16_t *kid;
        uint32_t n = dem_kids(s, m->head, &kid);
        for (uint32_t i = 0; i < n; i++) {
            if (s->tok[kid[i]].rel != DEM_REL_nmod || !dem_grammar_case_is(s, kid[i], PREPS[p])) continue;
            if (strcmp(PREPS[p], "to") == 0 && m->role->role_kind != DEM_ROLE_OFFICE) continue;
            int part[DEM_GRAMMAR_MAX], n_part = dem_grammar_conjuncts(s, kid[i], part);
            for (int c = 0; c < n_part; c++) {
                int k = f->hit_of[part[c]];
                char code[4];
                dem_sectors sectors;
                const dem_actor *group;
                if (k < 0 || !qualifier(f, &f->hit[k], code, &sectors, &group) || has_code(m, code)) continue;
                /* "ambassador to Russia" is not Russia's. */
                if (strcmp(PREPS[p], "to") == 0) continue;
                add_role(f, m, code, sectors, group);
                if (strcmp(PREPS[p], "in") == 0 || strcmp(PREPS[p], "at") == 0) memcpy(m->place, code, 4);
            }
        }
    }
}

/* ---- reading a head ------------------------------------------------------------------------------- */

static const dem_sense *role_in(const finder *f, int lo, int hi, int except)
{
    for (int i = hi; i >= lo; i--) {
        int k = f->hit_of[i];
        if (k < 0 || k == except) continue;
        const dem_sense *x = reading(&f->hit[k], DEM_ACTOR_ROLE);
        if (x) return x;
    }
    return NULL;
}

static bool person_bears(const dem_actor *person, const dem_actor *role)
{
    for (uint32_t i = 0; i < person->n_tenure; i++)
        if (person->tenure[i].role == role) return true;
    return false;
}

/* The tenure that the text's own words ask for, where the date alone does not decide. */
static const dem_tenure *tenure_by_role(const dem_actor *person, const dem_actor *role)
{
    for (uint32_t i = 0; i < person->n_tenure; i++)
        if (role && person->tenure[i].role == role) return &person->tenure[i];
    return NULL;
}

static void read_person(finder *f, dem_mention *m, const dem_sense *x, int lo, int hi)
{
    m->kind = DEM_MENTION_PERSON;
    m->actor = x->actor;
    const dem_sense *r = role_in(f, lo, hi, f->hit_of[m->head]);
    if (r) m->role = r->actor;
    const dem_tenure *former = NULL, *t = dem_actor_on(x->actor, f->report->day, &former);
    if (f->report->day == DEM_DATE_NONE && m->role && tenure_by_role(x->actor, m->role))
        t = tenure_by_role(x->actor, m->role);
    m->how = "person, office on the report's date";
    if (m->former && (t || former)) {
        const dem_tenure *u = t ? t : former;
        dem_mention_identify(dem_mention_add(m, f->s, u->code, DEM_BIT(DEM_SEC_ELI)), x->actor, NULL);
        m->how = "person, called a former office-holder";
    } else if (t) {
        dem_mention_identify(dem_mention_add(m, f->s, t->code, t->sectors), x->actor, t);
        if (m->role && m->role->role_kind == DEM_ROLE_OFFICE && t->role && m->role != t->role &&
            !person_bears(x->actor, m->role) &&
            dem_lexicon_holder(f->rules->lex, t->code, m->role, f->report->day))
            m->flags |= DEM_BIT(DEM_FLAG_office_mismatch);
    } else if (m->role && (qualify_by_core(f, m, lo, hi), m->n)) {
        m->flags |= DEM_BIT(DEM_FLAG_office_mismatch);
        m->how = "person, office as the text says";
    } else if (former) {
        dem_mention_identify(dem_mention_add(m, f->s, former->code, DEM_BIT(DEM_SEC_ELI)), x->actor, NULL);
        m->how = "person, former office-holder on the report's date";
    }
}

static void read_role(finder *f, dem_mention *m, const dem_sense *x, int lo, int hi)
{
    m->kind = DEM_MENTION_ROLE;
    m->role = x->actor;
    m->plural = m->plural || x->plural;
    if (x->actor->role_kind == DEM_ROLE_FORMER) m->former = true;
    qualify_by_core(f, m, lo, hi);
    m->how = "role with its country";
    /* "its envoy from Chad" is the possessor's: refer.c */
    int p = dem_kid_with(f->s, m->head, DEM_REL_nmod_poss);
    bool owned = p >= 0 && f->s->tok[p].xpos == DEM_XPOS_PRPS;
    if (m->n == 0 && !owned) qualify_by_phrase(f, m);
    if (m->n == 0 && !owned && x->actor->code[0]) {
        dem_mention_add(m, f->s, x->actor->code, x->actor->sectors);
        m->how = "role with a code of its own";
    }
}

static void read_group(finder *f, dem_mention *m, const dem_sense *x)
{
    const dem_tenure *former = NULL, *t = dem_actor_on(x->actor, f->report->day, &former);
    if (!t) t = former;
    m->kind = DEM_MENTION_GROUP;
    m->actor = x->actor;
    m->how = "group name";
    if (t) dem_mention_identify(dem_mention_add(m, f->s, t->code, t->sectors), x->actor, NULL);
}

static void read_country(finder *f, dem_mention *m, const dem_sense *x)
{
    static const dem_mention_kind KIND[] = {
        [DEM_FORM_NAME] = DEM_MENTION_COUNTRY,     [DEM_FORM_ADJECTIVE] = DEM_MENTION_COUNTRY,
        [DEM_FORM_PEOPLE] = DEM_MENTION_NATIONALS, [DEM_FORM_CAPITAL] = DEM_MENTION_CAPITAL,
        [DEM_FORM_SEAT] = DEM_MENTION_SEAT,        [DEM_FORM_PLACE] = DEM_MENTION_PLACE,
    };
    m->actor = x->actor;
    m->sense = x;
    m->kind = x->form <= DEM_FORM_PLACE ? KIND[x->form] : DEM_MENTION_COUNTRY;
    m->how = "country name";
    dem_sectors sectors = x->actor->kind == DEM_ACTOR_ENTITY ? x->actor->sectors : 0;
    if (m->kind == DEM_MENTION_SEAT) {
        sectors = x->sectors ? x->sectors : DEM_BIT(DEM_SEC_GOV);
        m->how = "seat of government";
    } else if (m->kind == DEM_MENTION_CAPITAL) {
        sectors = DEM_BIT(DEM_SEC_GOV);
        m->how = "capital";
    } else if (m->kind == DEM_MENTION_PLACE) {
        sectors = DEM_BIT(DEM_SEC_CVL);
        m->how = "place";
    }
    if (m->kind >= DEM_MENTION_SEAT) memcpy(m->place, x->actor->code, 4);
    dem_entity *e = dem_mention_add(m, f->s, x->actor->code, sectors);
    if (m->kind == DEM_MENTION_COUNTRY) dem_mention_identify(e, x->actor, NULL);
}

/* True if the lexicon knows who held the office then; a "leader" is the president or the head of government. */
static bool holder_known(const finder *f, const char *code, const dem_actor *role)
{
    static const char *const HEADS[] = {"president", "prime minister", "king", "supreme leader"};
    if (dem_lexicon_holder(f->rules->lex, code, role, f->report->day)) return true;
    if (!dem_str_is(role->key, "leader")) return false;
    for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++) {
        dem_str word[2], rest = dem_str_from(HEADS[i]);
        uint32_t n = 0, senses = 0;
        const dem_sense *sense;
        while (n < 2 && dem_str_next(&rest, ' ', &word[n])) n++;
        if (dem_lexicon_match(f->rules->lex, word, n, &sense, &senses) == n &&
            sense->actor->kind == DEM_ACTOR_ROLE &&
            dem_lexicon_holder(f->rules->lex, code, sense->actor, f->report->day))
            return true;
    }
    return false;
}

/* A proper name that no entry knows: with a title before it the title speaks ("Russian leader Ivan Ivanov"). */
static void read_unknown_name(finder *f, dem_mention *m, int lo, int hi)
{
    const dem_sense *r = role_in(f, lo, hi, -1);
    m->kind = DEM_MENTION_NAME;
    m->how = "unknown name";
    if (!r) return;
    m->role = r->actor;
    if (r->actor->role_kind == DEM_ROLE_FORMER) m->former = true;
    qualify_by_core(f, m, lo, hi);
    if (m->n == 0) qualify_by_phrase(f, m);
    m->how = "unknown name with a title";
    m->actor = NULL;
    for (uint32_t i = 0; i < m->n; i++) m->entity[i].wikidata = m->entity[i].label = (dem_str){NULL, 0};
    if (m->n && holder_known(f, m->entity[0].code, m->role)) m->flags |= DEM_BIT(DEM_FLAG_unknown_person);
}

static bool pair_words(const finder *f, int h)
{
    static const char *const HEADS[] = {
        "side",      "country",  "leader",     "party", "minister", "president", "nation",   "state",
        "neighbour", "neighbor", "government", "power", "capital",  "man",       "diplomat", "ally"};
    const dem_sentence *s = f->s;
    bool two = child_lemma(s, h, "two") || child_lemma(s, h, "both");
    for (size_t i = 0; two && i < sizeof HEADS / sizeof *HEADS; i++)
        if (dem_str_is(s->tok[h].lemma, HEADS[i])) return true;
    return false;
}

static bool person_pronoun(const dem_token *t)
{
    return t->xpos == DEM_XPOS_PRP || t->xpos == DEM_XPOS_PRPS;
}

/* Takes from an apposition what the head does not say: "Wang Yi, China's foreign minister". */
static void read_apposition(finder *f, dem_mention *m)
{
    int a = dem_kid_with(f->s, m->head, DEM_REL_appos);
    if (a < 0 || m->n) return;
    const dem_mention *other = dem_mention_of(f->out, a);
    if (!other || other->n == 0 || other->kind == DEM_MENTION_CAPITAL || other->kind == DEM_MENTION_PLACE)
        return;
    for (uint32_t i = 0; i < other->n; i++) {
        dem_entity *e = dem_mention_add(m, f->s, other->entity[i].code, other->entity[i].sectors);
        e->office = other->entity[i].office;
        e->wikidata = other->entity[i].wikidata;
        e->label = other->entity[i].label;
    }
    if (!m->role) m->role = other->role;
    if (!m->actor) m->actor = other->actor;
    m->how = "by its apposition";
}

static void trim_span(const finder *f, dem_mention *m, int lo, int hi)
{
    const dem_sentence *s = f->s;
    while (lo < m->head && (s->tok[lo].upos == DEM_UPOS_DET || s->tok[lo].upos == DEM_UPOS_PUNCT ||
                            s->tok[lo].upos == DEM_UPOS_NUM))
        lo++;
    while (hi > m->head && (s->tok[hi].upos == DEM_UPOS_PUNCT || s->tok[hi].upos == DEM_UPOS_PART)) hi--;
    m->from = (int16_t)lo;
    m->to = (int16_t)(hi + 1);
}

/* Whom a damaged name may stand for ("the king's visit"), or NULL. */
static const dem_actor *damaged(const hit *h)
{
    for (uint32_t i = 0; i < h->n; i++)
        if (h->sense[i].form == DEM_FORM_DAMAGED) return h->sense[i].actor;
    return NULL;
}

/* Only a report that has the right name elsewhere makes it a name (refer.c); what says whose king it is, is a
 * king. */
static void read_damaged(dem_mention *m, const dem_actor *who)
{
    if (m->n) return;
    m->kind = DEM_MENTION_NAME;
    m->actor = who;
    m->flags = DEM_BIT(DEM_FLAG_name_repaired);
}

static void read_head(finder *f, int h)
{
    const dem_sentence *s = f->s;
    const dem_token *t = &s->tok[h];
    int k = f->hit_of[h];
    if (!nominal_tag(t) && k < 0) return;
    if (k >= 0 && t->head >= 0 && f->hit_of[t->head] == k) return; /* the name is read at its own head */
    int lo = h, hi = h;
    core_range(s, h, 0, &lo, &hi);
    if (k >= 0 && f->hit[k].from < lo) lo = f->hit[k].from;
    if (k >= 0 && f->hit[k].to - 1 > hi) hi = f->hit[k].to - 1;
    dem_mention m = {.head = (int16_t)h,
                     .plural = t->xpos == DEM_XPOS_NNS || t->xpos == DEM_XPOS_NNPS,
                     .definite = definite(s, h),
                     .former = former_word(f, lo, hi)};
    m.modifier = t->rel == DEM_REL_amod || t->rel == DEM_REL_compound || t->rel == DEM_REL_nmod_desc;
    trim_span(f, &m, lo, hi);
    const dem_sense *x = NULL;
    if (pair_words(f, h)) {
        m.kind = DEM_MENTION_PAIR;
        m.plural = true;
    } else if (person_pronoun(t)) {
        m.kind = DEM_MENTION_PRONOUN;
    } else if (k >= 0 && (x = reading(&f->hit[k], DEM_ACTOR_COLLECTIVE)) && x == f->hit[k].sense) {
        /* "observers say" are nobody, "EU observers" are the EU's */
        const dem_sense *role = reading(&f->hit[k], DEM_ACTOR_ROLE);
        if (role) read_role(f, &m, role, lo, hi);
        if (m.n == 0) m.kind = DEM_MENTION_COLLECTIVE;
    } else if (k >= 0 &&
               ((x = reading(&f->hit[k], DEM_ACTOR_COUNTRY)) || (x = reading(&f->hit[k], DEM_ACTOR_ENTITY)))) {
        if (t->upos == DEM_UPOS_PROPN && h + 1 < (int)s->n && s->tok[h + 1].rel == DEM_REL_flat &&
            f->hit_of[h + 1] < 0)
            read_unknown_name(f, &m, lo, hi); /* "Chad Smith" */
        else read_country(f, &m, x);
    } else if (k >= 0 && (x = reading(&f->hit[k], DEM_ACTOR_PERSON))) {
        read_person(f, &m, x, lo, hi);
    } else if (k >= 0 && (x = reading(&f->hit[k], DEM_ACTOR_GROUP))) {
        read_group(f, &m, x);
    } else if (k >= 0 && (x = reading(&f->hit[k], DEM_ACTOR_ROLE))) {
        read_role(f, &m, x, lo, hi);
    } else if (t->upos == DEM_UPOS_PROPN && !(t->form.p[0] >= 'a' && t->form.p[0] <= 'z')) {
        read_unknown_name(f, &m, lo, hi);
    } else if (k < 0 || !damaged(&f->hit[k])) {
        return;
    }
    if (k >= 0 && damaged(&f->hit[k])) read_damaged(&m, damaged(&f->hit[k]));
    f->out->of[h] = (int16_t)f->out->n;
    f->out->at[f->out->n++] = m;
}

void dem_mentions_find(const dem_rules *rules, dem_arena *arena, const dem_report *report,
                       const dem_sentence *s, dem_mentions *out)
{
    finder f = {.rules = rules, .report = report, .s = s, .arena = arena, .out = out};
    *out = (dem_mentions){.at = dem_arena_array(arena, dem_mention, s->n + 1),
                          .of = dem_arena_array(arena, int16_t, s->n + 1)};
    for (uint32_t i = 0; i < s->n; i++) out->of[i] = -1;
    find_hits(&f);
    for (uint32_t i = 0; i < s->n; i++) read_head(&f, (int)i);
    for (uint32_t i = 0; i < out->n; i++) read_apposition(&f, &out->at[i]);
}
