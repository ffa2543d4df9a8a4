/* code/mention.c - noun phrases that stand for an actor.
 *
 * First every name and role word of the lexicon is found in the token string (hit.c) and the readings that fit
 * the report are chosen (choose.c). Then each nominal head is read with the hits of its own phrase: who (person,
 * group, role) and of which country (whose.c), and at last with what stands in apposition (apposed.c). */
#include "code/mention.h"
#include "code/finder.h"
#include "code/grammar.h"
#include "code/office.h"
#include "code/repair.h"

static bool proper_name(const dem_token *t)
{
    return t->upos == DEM_UPOS_PROPN && !(t->form.p[0] >= 'a' && t->form.p[0] <= 'z');
}

/* "Monday", "January", "Mr": written like names and none. */
static bool no_name(const dem_finder *f, const dem_token *t)
{
    char small[24];
    return dem_list_has(f->rules->lex, f->rules->no_name, dem_str_lower(t->form, small, sizeof small));
}

static bool former_word(const dem_finder *f, dem_range core)
{
    for (int i = core.lo; i <= core.hi; i++)
        if (dem_rules_lists(f->rules, f->rules->former, &f->s->tok[i])) return true;
    return false;
}

dem_entity *dem_mention_add(dem_mention *m, const dem_sentence *s, const char *code, dem_sectors sectors)
{
    if (m->n == DEM_MENTION_MAX) return &m->entity[DEM_MENTION_MAX];
    dem_entity *e = &m->entity[m->n++];
    *e = (dem_entity){.sectors = sectors, .span = {s->tok[m->from].start, s->tok[m->to - 1].end}};
    memcpy(e->code, code, sizeof e->code);
    /* Whom another state has put over a country's land is partially recognised (codebook D22). */
    if (m->installer[0] && memcmp(m->installer, code, 4) != 0) e->sectors |= DEM_BIT(DEM_SEC_PRE);
    return e;
}

void dem_mention_identify(dem_entity *e, const dem_actor *a, const dem_tenure *t)
{
    e->name = a->label;
    if (t && t->role)
        e->party = (t->role->sectors & DEM_BIT(DEM_SEC_PTY)) && !(t->role->sectors & DEM_BIT(DEM_SEC_GOV));
    e->wikidata = a->wikidata;
    e->label = a->wikidata.n ? a->label : (dem_str){NULL, 0};
    if (t && t->role) e->office = t->role->label;
}

/* ---- persons ---------------------------------------------------------------------------------------- */

/* The last title of the core beside the name itself, or NULL. */
static const dem_actor *title_in(const dem_finder *f, dem_range core, const dem_hit *except)
{
    for (int i = core.hi; i >= core.lo; i--) {
        const dem_hit *h = dem_hit_of(&f->hits, i);
        if (!h || h == except) continue;
        const dem_sense *x = dem_hit_reading(h, DEM_ACTOR_ROLE);
        if (x) return x->actor;
    }
    return NULL;
}

/* The tenure that the text's own words ask for, where the date alone does not decide. */
static const dem_tenure *tenure_by_role(const dem_actor *person, const dem_actor *role)
{
    for (uint32_t i = 0; i < person->n_tenure; i++)
        if (role && person->tenure[i].role == role) return &person->tenure[i];
    return NULL;
}

/* The text gives the person another country's office: the record says what the text says. */
static bool text_says_other_country(dem_finder *f, dem_mention *m, dem_range core, const char *code)
{
    if (!m->role || m->role->role_kind != DEM_ROLE_OFFICE || m->former) return false;
    dem_mention said = {
        .head = m->head, .from = m->from, .to = m->to, .kind = DEM_MENTION_NAME, .role = m->role};
    dem_whose_core(f, &said, core);
    if (said.n != 1 || memcmp(said.entity[0].code, code, 4) == 0) return false;
    m->n = 0;
    dem_mention_identify(dem_mention_add(m, f->s, said.entity[0].code, m->role->sectors), m->actor, NULL);
    m->entity[0].office = m->role->label;
    return true;
}

/* "Presidential candidate Evo Morales", years before his first office: he it is, if the country is the same. */
static void name_future_holder(dem_mention *m, const dem_actor *who)
{
    for (uint32_t i = 0; i < m->n; i++)
        if (who->n_tenure && memcmp(m->entity[i].code, who->tenure[0].code, 4) == 0)
            dem_mention_identify(&m->entity[i], who, NULL);
}

static void read_person(dem_finder *f, dem_mention *m, const dem_hit *name, const dem_sense *x, dem_range core)
{
    m->kind = DEM_MENTION_PERSON;
    m->actor = x->actor;
    m->name = name ? name->from : m->from;
    m->role = title_in(f, core, name);
    const dem_tenure *former = NULL, *t = dem_actor_on(x->actor, f->report->day, &former);
    if (f->report->day == DEM_DATE_NONE && m->role && tenure_by_role(x->actor, m->role))
        t = tenure_by_role(x->actor, m->role);
    if (m->role && dem_actor_tenure(x->actor, m->role, f->report->day))
        t = dem_actor_tenure(x->actor, m->role, f->report->day);
    m->how = "person, office on the report's date";
    if (m->former && (t || former)) {
        const dem_tenure *u = t ? t : former;
        dem_mention_identify(dem_mention_add(m, f->s, u->code, DEM_BIT(DEM_SEC_ELI)), x->actor, NULL);
        m->how = "person, called a former office-holder";
    } else if (t) {
        dem_mention_identify(dem_mention_add(m, f->s, t->code, t->sectors), x->actor, t);
        if (text_says_other_country(f, m, core, t->code)) m->flags |= DEM_BIT(DEM_FLAG_office_mismatch);
    } else if (m->role && !former && (dem_whose_core(f, m, core), m->n)) {
        name_future_holder(m, x->actor);
        m->how = "person, office as the text says";
    } else if (former) {
        dem_mention_identify(dem_mention_add(m, f->s, former->code, DEM_BIT(DEM_SEC_ELI)), x->actor, NULL);
        m->how = "person, former office-holder on the report's date";
        if (text_says_other_country(f, m, core, former->code)) m->flags |= DEM_BIT(DEM_FLAG_office_mismatch);
    }
    m->actor = x->actor; /* a title may have named its holder */
    bool said = m->n && m->role && !m->former;
    if (said &&
        dem_office_wrong(f->rules->lex, m->actor, m->role, m->entity[0].code, t, f->s, f->report->day)) {
        m->flags |= DEM_BIT(DEM_FLAG_office_mismatch);
        m->entity[0].sectors = m->role->sectors;
        m->entity[0].office = m->role->label;
    }
    /* Candidates and those elected are of a party until they hold the office (codebook 7.6). */
    bool runs = m->role && (m->role->role_kind == DEM_ROLE_ELECT || dem_str_is(m->role->key, "candidate"));
    if (runs && m->n &&
        !(t && t->role && t->role->role_kind == DEM_ROLE_OFFICE && !dem_str_is(m->role->key, "elect")))
        m->entity[0].sectors = DEM_BIT(DEM_SEC_PTY);
}

/* "American Andrew Brunson": a nationality, no office. */
static void nationality(dem_finder *f, dem_mention *m, dem_range core)
{
    for (int i = core.lo; i <= core.hi && m->n == 0; i++) {
        const dem_hit *h = dem_hit_of(&f->hits, i);
        const dem_sense *x = h ? h->chosen : NULL;
        bool nation = x && x->actor->kind == DEM_ACTOR_COUNTRY &&
                      (x->form == DEM_FORM_ADJECTIVE || x->form == DEM_FORM_PEOPLE);
        if (!nation || i >= m->head || dem_phrase_behind(f->rules, f->s, i)) continue;
        dem_mention_add(m, f->s, x->actor->code, 0);
        m->how = "unknown name with a nationality";
    }
}

/* "Foreign Minister Boerge Brende" where the lexicon has Børge Brende in that office. */
static bool same_surname(const dem_finder *f, const dem_mention *m, dem_range core)
{
    size_t at = m->actor->label.n;
    while (at > 0 && m->actor->label.p[at - 1] != ' ') at--;
    dem_str surname = dem_str_sub(m->actor->label, at, m->actor->label.n);
    for (int i = m->head; i <= core.hi; i++)
        if (proper_name(&f->s->tok[i]) && dem_str_ieq(f->s->tok[i].form, surname)) return true;
    return false;
}

/* "President Bush": one word of a name, and the office says whose. */
static bool read_by_title(dem_finder *f, dem_mention *m, dem_range core)
{
    if (m->role->role_kind != DEM_ROLE_OFFICE || m->former || m->plural || m->n > 1) return false;
    int name = -1, words = 0;
    for (int i = core.lo; i <= core.hi; i++)
        if (f->hits.of[i] < 0 && proper_name(&f->s->tok[i]) && !no_name(f, &f->s->tok[i])) name = i, words++;
    if (words != 1) return false;
    const dem_actor *who = dem_lexicon_titled(f->rules->lex, f->s->tok[name].form, m->role,
                                              m->n ? m->entity[0].code : "", f->report->day);
    if (!who) return false;
    dem_hit as = {.from = (int16_t)name, .to = (int16_t)(name + 1), .head = (int16_t)name};
    dem_sense sense = {.actor = who};
    m->n = 0;
    read_person(f, m, &as, &sense, core);
    m->how = "person, by title and surname";
    return true;
}

/* A proper name that no entry knows: with a title before it the title speaks ("Russian leader Ivan Ivanov"). */
static void read_unknown_name(dem_finder *f, dem_mention *m, dem_range core)
{
    for (int i = m->head + 1; i <= core.hi;
         i++) { /* "State Counsellor Aung San Suu Kyi": a title that nobody knows */
        const dem_hit *h = dem_hit_of(&f->hits, i);
        if (!h || !h->chosen || h->chosen->actor->kind != DEM_ACTOR_PERSON || h->to - h->from < 2) continue;
        read_person(f, m, h, h->chosen, core);
        return;
    }
    m->kind = DEM_MENTION_NAME;
    m->how = "unknown name";
    m->role = title_in(f, core, NULL);
    if (!m->role) {
        nationality(f, m, core);
        return;
    }
    if (m->role->role_kind == DEM_ROLE_FORMER) m->former = true;
    dem_whose_core(f, m, core);
    if (m->n == 0) dem_whose_phrase(f, m);
    if (read_by_title(f, m, core)) return;
    m->how = "unknown name with a title";
    if (m->n == 1 && m->actor && same_surname(f, m, core)) {
        dem_mention_identify(&m->entity[0], m->actor, dem_actor_on(m->actor, f->report->day, NULL));
        m->kind = DEM_MENTION_PERSON;
        m->how = "the holder of the office, spelt otherwise";
        return;
    }
    m->actor = NULL;
    for (uint32_t i = 0; i < m->n; i++)
        m->entity[i].name = m->entity[i].wikidata = m->entity[i].label = (dem_str){NULL, 0};
    if (m->n && !m->former && !m->plural &&
        dem_office_known(f->rules->lex, m->entity[0].code, m->role, f->report->day))
        m->flags |= DEM_BIT(DEM_FLAG_unknown_person);
}

/* ---- roles, groups, countries ----------------------------------------------------------------------- */

/* "the Russian-installed authorities in Kherson", "Moscow-appointed officials" */
static void find_installer(const dem_finder *f, dem_mention *m, dem_range core)
{
    for (int i = core.lo; i <= core.hi; i++) {
        const dem_hit *h = dem_hit_of(&f->hits, i);
        bool country = h && h->chosen && h->chosen->actor->kind == DEM_ACTOR_COUNTRY;
        if (country && dem_phrase_installed(f->rules, f->s, i)) memcpy(m->installer, h->chosen->actor->code, 4);
    }
}

static void read_role(dem_finder *f, dem_mention *m, const dem_sense *x, dem_range core)
{
    m->kind = DEM_MENTION_ROLE;
    m->role = x->actor;
    m->plural = m->plural || x->plural;
    if (x->actor->role_kind == DEM_ROLE_FORMER) m->former = true;
    find_installer(f, m, core);
    dem_whose_core(f, m, core);
    m->how = "role with its country";
    /* "its envoy from Chad" is the possessor's: refer.c */
    int p = dem_kid_with(f->s, m->head, DEM_REL_nmod_poss);
    bool owned = p >= 0 && f->s->tok[p].xpos == DEM_XPOS_PRPS;
    if (m->n == 0 && !owned) dem_whose_phrase(f, m);
    if (m->n == 0 && !owned && x->actor->code[0]) {
        dem_mention_add(m, f->s, x->actor->code, x->actor->sectors);
        m->how = "role with a code of its own";
    }
}

static void read_group(dem_finder *f, dem_mention *m, const dem_sense *x)
{
    const dem_tenure *t = dem_actor_latest(x->actor, f->report->day);
    m->kind = DEM_MENTION_GROUP;
    m->actor = x->actor;
    m->how = "group name";
    if (t) dem_mention_identify(dem_mention_add(m, f->s, t->code, t->sectors), x->actor, NULL);
    if (t) m->entity[m->n - 1].party = t->sectors & DEM_BIT(DEM_SEC_PTY);
}

/* The subject of a verb that has an object or a clause: "Texas sued the government", not "Shanghai fell". */
static bool acts(const dem_sentence *s, int t)
{
    int verb = s->tok[t].rel == DEM_REL_nsubj ? s->tok[t].head : -1;
    if (verb < 0 || s->tok[verb].upos != DEM_UPOS_VERB) return false;
    return dem_kid_with(s, verb, DEM_REL_obj) >= 0 || dem_kid_with(s, verb, DEM_REL_ccomp) >= 0 ||
           dem_kid_with(s, verb, DEM_REL_xcomp) >= 0;
}

static void read_country(dem_finder *f, dem_mention *m, const dem_sense *x)
{
    static const dem_mention_kind KIND[] = {
        [DEM_FORM_NAME] = DEM_MENTION_COUNTRY,     [DEM_FORM_ADJECTIVE] = DEM_MENTION_COUNTRY,
        [DEM_FORM_PEOPLE] = DEM_MENTION_NATIONALS, [DEM_FORM_CAPITAL] = DEM_MENTION_CAPITAL,
        [DEM_FORM_SEAT] = DEM_MENTION_SEAT,        [DEM_FORM_PLACE] = DEM_MENTION_PLACE,
    };
    m->actor = x->actor;
    m->sense = x;
    m->kind = x->form <= DEM_FORM_PLACE ? KIND[x->form] : DEM_MENTION_COUNTRY;
    /* "Texas sued": its authorities, as a capital is its government (codebook 7.6) */
    if (m->kind == DEM_MENTION_PLACE && acts(f->s, m->head)) m->kind = DEM_MENTION_CAPITAL;
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
    if (dem_phrase_behind(f->rules, f->s, m->head)) {
        m->how = "stands behind somebody else";
        return;
    }
    dem_entity *e = dem_mention_add(m, f->s, x->actor->code, sectors);
    if (m->kind == DEM_MENTION_COUNTRY) dem_mention_identify(e, x->actor, NULL);
}

/* ---- reading a head --------------------------------------------------------------------------------- */

/* "the kingdom", "the bloc", "the former paediatrician": no name, no role word, but one who was named before. */
static bool described(const dem_finder *f, const dem_mention *m)
{
    const dem_token *t = &f->s->tok[m->head];
    const dem_rules *r = f->rules;
    if (t->upos != DEM_UPOS_NOUN || !m->definite || m->modifier) return false;
    return dem_rules_lists(r, r->country_word, t) || dem_rules_lists(r, r->group_word, t) ||
           dem_rules_lists(r, r->person_word, t);
}

/* "the Wagner group", "the EYP agency": the name stands before the word. */
static const dem_hit *group_of_word(const dem_finder *f, const dem_mention *m)
{
    const dem_hit *h = m->head > 0 ? dem_hit_of(&f->hits, m->head - 1) : NULL;
    if (!h || !h->chosen || h->chosen->actor->kind != DEM_ACTOR_GROUP ||
        !dem_rules_lists(f->rules, f->rules->group_word, &f->s->tok[m->head]))
        return NULL;
    unsigned rel = f->s->tok[h->head].rel;
    return (rel == DEM_REL_compound || rel == DEM_REL_amod) && f->s->tok[h->head].head == m->head ? h : NULL;
}

static bool pair_words(const dem_finder *f, int h)
{
    const dem_sentence *s = f->s;
    bool couple = dem_str_is(s->tok[h].lemma, "pair") || dem_str_is(s->tok[h].lemma, "duo");
    if ((couple || s->tok[h].xpos == DEM_XPOS_NNS) && dem_phrase_has_child(s, h, "the") &&
        dem_rules_lists(f->rules, f->rules->pair_alone, &s->tok[h]))
        return dem_kid_with(s, h, DEM_REL_amod) < 0 && dem_kid_with(s, h, DEM_REL_nmod) < 0 &&
               dem_kid_with(s, h, DEM_REL_compound) < 0;
    dem_range core = dem_phrase_core(s, h);
    for (int i = core.lo; i <= core.hi; i++) { /* "two Tunisian men" say themselves whose they are */
        const dem_hit *hit = dem_hit_of(&f->hits, i);
        if (hit && hit->head != h && hit->chosen && hit->chosen->actor->kind != DEM_ACTOR_ROLE) return false;
    }
    /* "two men were arrested": who is told of for the first time is no pair named before */
    bool both = dem_phrase_has_child(s, h, "both");
    bool two = both || (dem_phrase_has_child(s, h, "two") && dem_phrase_definite(s, h));
    int number = dem_kid_with(s, h, DEM_REL_nummod);
    bool more = number >= 0 && dem_phrase_has_child(s, h, "the") &&
                (dem_str_is(s->tok[number].lemma, "three") || dem_str_is(s->tok[number].lemma, "four"));
    bool countries = more && dem_rules_lists(f->rules, f->rules->country_word, &s->tok[h]);
    return countries || ((two || more) && dem_rules_lists(f->rules, f->rules->pair, &s->tok[h]));
}

static bool person_pronoun(const dem_token *t)
{
    return t->xpos == DEM_XPOS_PRP || t->xpos == DEM_XPOS_PRPS;
}

static void trim_span(const dem_finder *f, dem_mention *m, dem_range core)
{
    const dem_sentence *s = f->s;
    int lo = core.lo, hi = core.hi;
    while (lo < m->head && (s->tok[lo].upos == DEM_UPOS_DET || s->tok[lo].upos == DEM_UPOS_PUNCT ||
                            s->tok[lo].upos == DEM_UPOS_NUM))
        lo++;
    while (hi > m->head && (s->tok[hi].upos == DEM_UPOS_PUNCT || s->tok[hi].upos == DEM_UPOS_PART)) hi--;
    m->from = (int16_t)lo;
    m->to = (int16_t)(hi + 1);
}

/* Whom a damaged name may stand for ("the king's visit"), or NULL. */
static const dem_actor *damaged(const dem_hit *h)
{
    for (uint32_t i = 0; h && i < h->n; i++)
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

/* "interim leader Jeanine Anez", "Captain Ivan Petrov": the title heads the phrase, and the name behind it says
 * who. */
static bool read_titled(dem_finder *f, dem_mention *m, const dem_hit *title, dem_range core)
{
    for (int i = title->to; i <= core.hi && !m->plural; i++) {
        const dem_hit *h = dem_hit_of(&f->hits, i);
        const dem_token *t = &f->s->tok[i];
        if (h && h->chosen && h->chosen->actor->kind == DEM_ACTOR_PERSON) {
            read_person(f, m, h, h->chosen, core);
            return true;
        }
        bool part = t->rel == DEM_REL_flat || t->rel == DEM_REL_nmod_desc;
        if (!h && part && proper_name(t)) {
            read_unknown_name(f, m, core);
            return true;
        }
    }
    return false;
}

/* Reads the phrase by what its head is; false if it is no mention. */
static bool read_by_hit(dem_finder *f, dem_mention *m, const dem_hit *hit, dem_range core)
{
    const dem_sense *x = hit ? hit->chosen : NULL;
    if (!x) {
        const dem_hit *group = hit ? NULL : group_of_word(f, m);
        if (group) {
            read_group(f, m, group->chosen);
            return true;
        }
        if (!hit && described(f, m)) {
            m->kind = DEM_MENTION_WORD;
            return true;
        }
        const dem_token *t = &f->s->tok[m->head];
        if (!proper_name(t) || no_name(f, t)) return damaged(hit) != NULL;
        read_unknown_name(f, m, core);
        return true;
    }
    switch (x->actor->kind) {
    case DEM_ACTOR_COUNTRY:
    case DEM_ACTOR_ENTITY: read_country(f, m, x); break;
    case DEM_ACTOR_PERSON: read_person(f, m, hit, x, core); break;
    case DEM_ACTOR_GROUP: read_group(f, m, x); break;
    case DEM_ACTOR_ROLE:
        if (!read_titled(f, m, hit, core)) read_role(f, m, x, core);
        break;
    case DEM_ACTOR_COLLECTIVE: { /* "observers say" are nobody, "EU observers" are the EU's */
        const dem_sense *role = dem_hit_reading(hit, DEM_ACTOR_ROLE);
        if (role) read_role(f, m, role, core);
        if (m->n == 0) m->kind = DEM_MENTION_COLLECTIVE;
        break;
    }
    }
    return true;
}

static void read_repaired(dem_finder *f, dem_mention *m, const dem_actor *who, dem_range core)
{
    const dem_sense as = {.actor = who};
    read_person(f, m, NULL, &as, core);
    m->flags |= DEM_BIT(DEM_FLAG_name_repaired);
    m->how = "damaged name, read as the one that the report has elsewhere";
}

/* Part of the name that its head is: "Foo" in "Foo Bar". */
static bool inside_name(const dem_finder *f, int t)
{
    const dem_token *w = &f->s->tok[t];
    bool part = w->rel == DEM_REL_flat || w->rel == DEM_REL_compound || w->rel == DEM_REL_goeswith;
    return part && w->head >= 0 && f->hits.of[t] < 0 && proper_name(w) && proper_name(&f->s->tok[w->head]) &&
           f->hits.of[w->head] < 0;
}

static void read_head(dem_finder *f, int h)
{
    const dem_sentence *s = f->s;
    const dem_token *t = &s->tok[h];
    const dem_hit *hit = dem_hit_of(&f->hits, h);
    if ((!dem_phrase_nominal(t) && !hit) || (hit && hit->head != h) || inside_name(f, h)) return;
    dem_range core = dem_phrase_core(s, h);
    if (hit && hit->from < core.lo) core.lo = hit->from;
    if (hit && hit->to - 1 > core.hi) core.hi = hit->to - 1;
    dem_mention m = {.head = (int16_t)h,
                     .plural = t->xpos == DEM_XPOS_NNS || t->xpos == DEM_XPOS_NNPS,
                     .definite = dem_phrase_definite(s, h),
                     .former = former_word(f, core)};
    m.modifier = t->rel == DEM_REL_amod || t->rel == DEM_REL_compound || t->rel == DEM_REL_nmod_desc;
    trim_span(f, &m, core);
    const dem_actor *repaired = hit ? NULL : dem_repair_name(f->setting, s, h);
    if (repaired) {
        read_repaired(f, &m, repaired, core);
    } else if (pair_words(f, h)) {
        m.kind = DEM_MENTION_PAIR;
        m.plural = true;
    } else if (person_pronoun(t)) {
        m.kind = DEM_MENTION_PRONOUN;
    } else if (!read_by_hit(f, &m, hit, core)) {
        return;
    }
    if (damaged(hit)) read_damaged(&m, damaged(hit));
    f->out->of[h] = (int16_t)f->out->n;
    f->out->at[f->out->n++] = m;
}

static void read_sentence(dem_finder *f, dem_arena *arena)
{
    const dem_sentence *s = f->s;
    *f->out = (dem_mentions){.at = dem_arena_array(arena, dem_mention, s->n + 1),
                             .of = dem_arena_array(arena, int16_t, s->n + 1)};
    for (uint32_t i = 0; i < s->n; i++) f->out->of[i] = -1;
    for (uint32_t i = 0; i < s->n; i++) read_head(f, (int)i);
    for (uint32_t i = 0; i < f->out->n; i++) dem_town_read(f, &f->out->at[i]);
    dem_apposed(f);
}

void dem_mentions_find(const dem_rules *rules, dem_arena *arena, const dem_report *report,
                       const dem_sentence *sentence, uint32_t n, const dem_toponyms *toponyms,
                       dem_mentions *out, dem_setting *setting)
{
    dem_hits *hits = dem_arena_array(arena, dem_hits, n + 1);
    for (uint32_t i = 0; i < n; i++) dem_hits_find(rules, arena, &sentence[i], toponyms, i, &hits[i]);
    dem_setting_find(setting, rules, arena, report, sentence, hits, n);
    for (uint32_t i = 0; i < n; i++) {
        dem_choose_all(setting, &sentence[i], &hits[i]);
        dem_finder f = {rules, report, setting, &sentence[i], hits[i], &out[i]};
        read_sentence(&f, arena);
    }
}
