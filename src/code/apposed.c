/* code/apposed.c - what mentions of a sentence tell each other: appositions ("Wang Yi, China's foreign minister"),
 * what somebody is said to be ("Ivan Petrov is Bulgaria's envoy"), chains of roles ("an aide to the president of
 * Chad"). */
#include "code/finder.h"
#include "code/grammar.h"
#include "code/office.h"

static bool tells_who(const dem_mention *m)
{
    return m && m->n && m->kind != DEM_MENTION_CAPITAL && m->kind != DEM_MENTION_PLACE &&
           m->kind != DEM_MENTION_COUNTRY;
}

static void take_over(dem_finder *f, dem_mention *m, const dem_mention *other, const char *how)
{
    for (uint32_t i = 0; i < other->n; i++) {
        dem_entity *e = dem_mention_add(m, f->s, other->entity[i].code, other->entity[i].sectors);
        e->office = other->entity[i].office;
        if (m->kind == DEM_MENTION_NAME) continue; /* a name that nobody knows is not the known holder */
        e->wikidata = other->entity[i].wikidata;
        e->label = other->entity[i].label;
        e->name = other->entity[i].name;
    }
    if (!m->role) m->role = other->role;
    if (!m->actor && m->kind != DEM_MENTION_NAME) m->actor = other->actor;
    m->how = how;
}

static void forget_holder(dem_mention *m)
{
    m->actor = NULL;
    for (uint32_t i = 0; i < m->n; i++)
        m->entity[i].wikidata = m->entity[i].label = m->entity[i].name = (dem_str){NULL, 0};
}

/* The text gives a known person a title of another country or body: the record says what the text says. */
static void believe_title(dem_mention *title, dem_mention *name)
{
    bool office = title->role->role_kind == DEM_ROLE_OFFICE;
    if (!office || title->former || title->place[0]) return;
    memcpy(name->entity[0].code, title->entity[0].code, 4);
    name->entity[0].sectors = title->entity[0].sectors;
    name->entity[0].office = title->entity[0].office;
    if (name->actor) name->flags |= DEM_BIT(DEM_FLAG_office_mismatch);
    forget_holder(title);
}

/* A title and the name behind it are one: "Egypt's foreign minister, Sameh Shoukry". */
static void name_and_title(const dem_finder *f, dem_mention *title, dem_mention *name)
{
    if (title->kind != DEM_MENTION_ROLE || title->n != 1 || title->plural || !title->role) return;
    if (name->kind == DEM_MENTION_PERSON && name->n == 1) {
        if (memcmp(name->entity[0].code, title->entity[0].code, 4) != 0) {
            believe_title(title, name);
            return;
        }
        bool office = title->role->role_kind == DEM_ROLE_OFFICE ||
                      (title->role->sectors & DEM_BIT(DEM_SEC_GOV)) ||
                      title->role->role_kind == DEM_ROLE_FORMER;
        if (title->former && office) name->entity[0].sectors = title->entity[0].sectors = DEM_BIT(DEM_SEC_ELI);
        const dem_tenure *now = name->actor ? dem_actor_on(name->actor, f->report->day, NULL) : NULL;
        if (name->actor && !title->former &&
            dem_office_wrong(f->rules->lex, name->actor, title->role, name->entity[0].code, now, f->s,
                             f->report->day))
            name->flags |= DEM_BIT(DEM_FLAG_office_mismatch);
        title->actor = name->actor;
        title->entity[0].wikidata = name->entity[0].wikidata;
        title->entity[0].label = name->entity[0].label;
        title->entity[0].name = name->entity[0].name;
    } else if (name->kind == DEM_MENTION_NAME && name->n <= 1 && !title->former &&
               (title->actor || dem_str_is(title->role->key, "leader")) &&
               dem_office_known(f->rules->lex, title->entity[0].code, title->role, f->report->day)) {
        title->flags |= DEM_BIT(DEM_FLAG_unknown_person);
        name->flags |= DEM_BIT(DEM_FLAG_unknown_person);
        forget_holder(title);
    }
}

/* "Jamaican police and soldiers": what stands before the first is said of both, if the second has nothing before it. */
static void share_owner(dem_finder *f, dem_mention *m)
{
    const dem_token *t = &f->s->tok[m->head];
    if (m->kind != DEM_MENTION_ROLE || m->n || t->rel != DEM_REL_conj) return;
    const dem_mention *first = dem_mention_of(f->out, t->head);
    bool bare =
        dem_kid_with(f->s, m->head, DEM_REL_det) < 0 && dem_kid_with(f->s, m->head, DEM_REL_nmod_poss) < 0;
    if (!first || first->kind != DEM_MENTION_ROLE || first->n == 0 || !bare) return;
    dem_whose_other(f, m, first);
    for (uint32_t i = 0; i < m->n; i++) m->entity[i].sectors = m->role->sectors;
    m->body = NULL;
    m->how = "role with the country of the one before";
}

/* "Honduran and Salvadoran mayors" where the parser took the adjective for a noun of its own. */
static void share_noun(dem_finder *f, dem_mention *m)
{
    if (m->kind != DEM_MENTION_COUNTRY || !m->sense || m->sense->form != DEM_FORM_ADJECTIVE || m->n == 0)
        return;
    int c = dem_kid_with(f->s, m->head, DEM_REL_conj);
    dem_mention *noun = dem_mention_of(f->out, c);
    if (!noun || noun->kind != DEM_MENTION_ROLE || noun->n != 1 || !noun->plural) return;
    dem_entity *e = dem_mention_add(noun, f->s, m->entity[0].code, noun->role->sectors);
    e->office = noun->entity[0].office;
    memcpy(m->entity, noun->entity, sizeof m->entity);
    m->n = noun->n;
    m->kind = DEM_MENTION_ROLE;
    m->role = noun->role;
    m->how = "role with its country";
}

/* "Presidents Ruto and Museveni": the title is of both. */
static void take_all(dem_finder *f, dem_mention *m, const dem_mention *first)
{
    int part[DEM_GRAMMAR_MAX], n = dem_grammar_conjuncts(f->s, first->head, part);
    m->n = 0;
    for (int i = 0; i < n; i++) {
        const dem_mention *one = dem_mention_of(f->out, part[i]);
        if (one && one->n && one->kind == DEM_MENTION_PERSON) take_over(f, m, one, "by its apposition");
    }
    m->actor = NULL;
}

/* Whom an apposition is to: what it hangs on, or the last that is coordinated with it before ("A, the X, and B, the Y"). */
static int apposed_to(const dem_sentence *s, int t)
{
    int up = s->tok[t].head;
    const int16_t *kid;
    uint32_t n = up >= 0 ? dem_kids(s, up, &kid) : 0;
    for (uint32_t i = 0; i < n; i++)
        if (s->tok[kid[i]].rel == DEM_REL_conj && kid[i] < t) up = kid[i];
    return up;
}

/* "Russia's ambassador to Turkey, Andrei Karlov": the parser hangs the name on the country; it is the title's. */
static dem_mention *titled(dem_finder *f, int t, const dem_mention *name)
{
    bool person = name->kind == DEM_MENTION_PERSON || name->kind == DEM_MENTION_NAME;
    dem_mention *first = dem_mention_of(f->out, t);
    for (int up = t, steps = 0; person && up >= 0 && steps < 3; up = f->s->tok[up].head, steps++) {
        dem_mention *m = dem_mention_of(f->out, up);
        if (m && m->kind == DEM_MENTION_ROLE) return m;
        unsigned rel = f->s->tok[up].rel;
        if (rel != DEM_REL_nmod && rel != DEM_REL_nmod_poss && rel != DEM_REL_compound) break;
    }
    return first;
}

/* "A Dutchman, Pieter Bos", "two Germans, Hans Weber and Ute Klein": private persons of that country. */
static bool read_national(dem_finder *f, dem_mention *name)
{
    int t = name->head;
    if (f->s->tok[t].rel == DEM_REL_conj) t = f->s->tok[t].head;
    if (name->kind != DEM_MENTION_NAME || name->n || t < 0 || f->s->tok[t].rel != DEM_REL_appos) return false;
    const dem_mention *m = dem_mention_of(f->out, f->s->tok[t].head);
    if (!m || m->kind != DEM_MENTION_NATIONALS || m->n != 1) return false;
    dem_mention_add(name, f->s, m->entity[0].code, DEM_BIT(DEM_SEC_CVL));
    name->private_person = true;
    name->how = "by what it is an apposition to";
    return true;
}

static void read_apposition(dem_finder *f, dem_mention *other)
{
    if (read_national(f, other) || f->s->tok[other->head].rel != DEM_REL_appos) return;
    dem_mention *m = titled(f, apposed_to(f->s, other->head), other);
    if (!m || m == other) return;
    if (m->plural && (m->kind == DEM_MENTION_ROLE || m->kind == DEM_MENTION_PAIR) &&
        other->kind == DEM_MENTION_PERSON)
        take_all(f, m, other);
    else if (m->n == 0 && tells_who(other)) take_over(f, m, other, "by its apposition");
    else if (other->n == 0 && other->kind == DEM_MENTION_NAME && tells_who(m) && m->kind == DEM_MENTION_ROLE)
        take_over(f, other, m, "by what it is an apposition to");
    name_and_title(f, m, other);
    name_and_title(f, other, m);
}

/* "Prime Ministers Helen Clark and John Howard": whatever the parser has made of the names. */
static void join_plural_title(dem_finder *f, dem_mention *m)
{
    const dem_hit *title = dem_hit_of(&f->hits, m->head);
    for (uint32_t i = 0; title && i < f->out->n; i++) {
        const dem_mention *name = &f->out->at[i];
        if (name->from == title->to && name->kind == DEM_MENTION_PERSON && name->n) take_all(f, m, name);
    }
}

/* "Secretary of State Mike Pompeo", "opposition leader Bobi Wine" where the parser has made two phrases of it. */
static void join_title(dem_finder *f, dem_mention *m)
{
    if (m->kind == DEM_MENTION_ROLE && m->plural && m->n <= 1) {
        join_plural_title(f, m);
        return;
    }
    if (m->kind != DEM_MENTION_ROLE || m->plural || m->to >= (int)f->s->n || !m->role ||
        m->role->role_kind == DEM_ROLE_BODY)
        return;
    for (uint32_t i = 0; i < f->out->n; i++) {
        dem_mention *name = &f->out->at[i];
        if (name->from != m->to || (name->kind != DEM_MENTION_PERSON && name->kind != DEM_MENTION_NAME) ||
            name->role)
            continue;
        if (m->n == 0 && name->n) take_over(f, m, name, "title of the name behind it");
        else if (name->n == 0 && m->n) take_over(f, name, m, "name behind a title");
        name_and_title(f, m, name);
    }
}

/* "the extremist group Boko Haram" where the parser has made two phrases of it: the words are the name's. */
static void join_group(dem_finder *f, dem_mention *m)
{
    bool word = m->kind == DEM_MENTION_ROLE || m->kind == DEM_MENTION_WORD;
    if (!word || m->plural || !dem_rules_lists(f->rules, f->rules->group_word, &f->s->tok[m->head])) return;
    for (uint32_t i = 0; i < f->out->n; i++) {
        const dem_mention *name = &f->out->at[i];
        if (name->from != m->to || name->kind != DEM_MENTION_GROUP || name->n != 1) continue;
        m->n = 0;
        take_over(f, m, name, "the group that the name behind it says");
        return;
    }
}

/* "Ivan Petrov is Bulgaria's envoy." */
static void read_predicate(dem_finder *f, dem_mention *m)
{
    if (m->kind != DEM_MENTION_ROLE || m->n == 0 || dem_kid_with(f->s, m->head, DEM_REL_cop) < 0) return;
    dem_mention *who = dem_mention_of(f->out, dem_kid_with(f->s, m->head, DEM_REL_nsubj));
    if (who && who->kind == DEM_MENTION_NAME && who->n == 0) take_over(f, who, m, "by what it is said to be");
}

/* "aide to the president of Chad", "spokesman for the army": the role of a role. An ambassador to a country is not
 * that country's: only roles that belong to what they name take "to". *body is set to a body whose country is not known
 * yet ("a spokesman for the police"). */
static const dem_mention *chained(const dem_finder *f, const dem_mention *m, const dem_actor **body)
{
    static const char *const PREPS[] = {"of", "for", "from", "in", "with", "at", "to"};
    const dem_sentence *s = f->s;
    const int16_t *kid;
    uint32_t n = dem_kids(s, m->head, &kid);
    for (uint32_t i = 0; i < n; i++) {
        unsigned rel = s->tok[kid[i]].rel;
        if (rel == DEM_REL_nmod &&
            (!DEM_GRAMMAR_CASE_ONE_OF(s, kid[i], PREPS) || dem_grammar_beside(s, kid[i])))
            continue;
        if (rel != DEM_REL_nmod && rel != DEM_REL_nmod_poss && rel != DEM_REL_compound) continue;
        const dem_mention *other = dem_mention_of(f->out, kid[i]);
        if (other && other->n == 0 && other->role && other->role->role_kind == DEM_ROLE_BODY &&
            other->kind == DEM_MENTION_ROLE)
            *body = other->role;
        if (!other || other->n == 0 || other == m || other->kind == DEM_MENTION_PRONOUN) continue;
        bool to = rel == DEM_REL_nmod && dem_grammar_case_is(s, kid[i], "to");
        if (to && other->kind != DEM_MENTION_ROLE && other->kind != DEM_MENTION_PERSON) continue;
        return other;
    }
    return NULL;
}

static bool open_role(const dem_mention *m)
{
    return m->n == 0 && m->role && (m->kind == DEM_MENTION_ROLE || m->kind == DEM_MENTION_NAME);
}

void dem_apposed(dem_finder *f)
{
    enum { DEPTH = 3 }; /* "a spokesman for the office of the president of Chad" */
    for (int round = 0; round < DEPTH; round++)
        for (uint32_t i = 0; i < f->out->n; i++) {
            dem_mention *m = &f->out->at[i];
            const dem_mention *other = open_role(m) ? chained(f, m, &m->body) : NULL;
            if (!other) continue;
            dem_whose_other(f, m, other);
            dem_whose_family(f, m, other);
            m->how = "role of what it belongs to";
        }
    for (uint32_t i = 0; i < f->out->n; i++) join_title(f, &f->out->at[i]);
    for (uint32_t i = 0; i < f->out->n; i++) join_group(f, &f->out->at[i]);
    for (uint32_t i = 0; i < f->out->n; i++) share_noun(f, &f->out->at[i]);
    for (uint32_t i = 0; i < f->out->n; i++) share_owner(f, &f->out->at[i]);
    for (uint32_t i = 0; i < f->out->n; i++) read_apposition(f, &f->out->at[i]);
    for (uint32_t i = 0; i < f->out->n; i++) read_predicate(f, &f->out->at[i]);
}
