/* code/local.c - "the police", "lawmakers", "more troops": whose they are where nothing beside them says it. The
 * place of the sentence, who moves them, or the country that the report is about. */
#include "code/grammar.h"
#include "code/memory.h"
#include "code/phrase.h"

enum { REACH_FOCUS = 4 };

static bool located(const dem_sentence *s, int t)
{
    static const char *const PREPS[] = {"in", "at", "near", "outside", "inside", "across", "around"};
    return DEM_GRAMMAR_CASE_ONE_OF(s, t, PREPS);
}

/* "in Minsk", "in Peru's Apurimac valley", "in the town of Iguala" */
static bool names_place(const dem_coding *c, const dem_sentence *s, const dem_mention *m)
{
    bool place =
        m->kind == DEM_MENTION_PLACE || m->kind == DEM_MENTION_CAPITAL || m->kind == DEM_MENTION_COUNTRY;
    if (!place || m->n == 0) return false;
    if (located(s, m->head) || located(s, dem_phrase_site(c->rules, s, m->head))) return true;
    unsigned rel = s->tok[m->head].rel;
    int up = s->tok[m->head].head;
    return (rel == DEM_REL_nmod_poss || rel == DEM_REL_compound) && up >= 0 && located(s, up);
}

/* "Las Vegas police", "the Las Vegas Strip": a place that nothing locates. */
static bool names_town(const dem_mention *m)
{
    return m->kind == DEM_MENTION_PLACE && m->n && m->modifier;
}

static int verb_above(const dem_sentence *s, int t)
{
    for (int up = s->tok[t].head; up >= 0; up = s->tok[up].head)
        if (s->tok[up].upos == DEM_UPOS_VERB || s->tok[up].head < 0) return up;
    return t;
}

/* A place in the main clause holds for what is reported below it, one in a subordinate clause there and for whom it
 * describes ("refugees who fled Darfur"). */
static bool same_clause(const dem_sentence *s, int place, int of)
{
    int verb = verb_above(s, place);
    return verb == verb_above(s, of) || dem_grammar_under(s, of, verb) || dem_grammar_under(s, place, of);
}

/* The country of the place that the sentence names where token `of` stands; NULL if there is none or more than one. */
static const char *place_of(const dem_coding *c, const dem_sentence *s, const dem_mentions *ms, int of)
{
    const char *found = NULL;
    for (uint32_t i = 0; i < ms->n; i++) {
        const dem_mention *m = &ms->at[i];
        if ((!names_place(c, s, m) && !names_town(m)) || !same_clause(s, m->head, of)) continue;
        if (found && memcmp(found, m->entity[0].code, 4) != 0) return NULL;
        found = m->entity[0].code;
    }
    return found;
}

/* "Quito moved more troops": who moves forces owns them. */
static const char *mover_of(const dem_coding *c, const dem_sentence *s, const dem_mentions *ms,
                            const dem_mention *m)
{
    int verb = s->tok[m->head].rel == DEM_REL_obj ? s->tok[m->head].head : -1;
    if (verb < 0 || !dem_rules_lists(c->rules, c->rules->own, &s->tok[verb])) return NULL;
    const dem_mention *who = dem_mention_of(ms, dem_grammar_subject(s, verb));
    return who && who->n == 1 && dem_is_country(c, who->entity[0].code) ? who->entity[0].code : NULL;
}

/* A verb that tells force or coercion, and no wish ("order"). */
static bool hostile(const dem_coding *c, const dem_token *verb)
{
    uint64_t force = DEM_BIT(DEM_ASSAULT) | DEM_BIT(DEM_COERCE) | DEM_BIT(DEM_RETREAT);
    return dem_rules_tells(c->rules, DEM_POS_VERB, verb, force) &&
           !dem_rules_tells(c->rules, DEM_POS_VERB, verb, DEM_BIT(DEM_REQUEST));
}

/* "Israel killed two soldiers": hardly its own. */
static bool against_own(const dem_coding *c, const dem_sentence *s, const dem_mentions *ms,
                        const dem_mention *m, const char *code)
{
    int verb = s->tok[m->head].rel == DEM_REL_obj ? s->tok[m->head].head : -1;
    if (!code || verb < 0 || !hostile(c, &s->tok[verb])) return false;
    const dem_mention *who = dem_mention_of(ms, dem_grammar_subject(s, verb));
    dem_sectors rebels =
        DEM_BIT(DEM_SEC_REB) | DEM_BIT(DEM_SEC_UAF) | DEM_BIT(DEM_SEC_CVL) | DEM_BIT(DEM_SEC_PRM);
    bool state = who && who->n == 1 && !(who->entity[0].sectors & rebels);
    return state && memcmp(who->entity[0].code, code, 4) == 0;
}

/* The country that "the police" without more belongs to: the one that the report is about, unless the report
 * has turned to another (a digest of several stories): then the last one named. NULL if none. */
static const char *local_country(const dem_memory *r)
{
    const char *last = NULL;
    for (uint32_t back = 0; dem_memory_back(r, back); back++) {
        const dem_seen *x = dem_memory_back(r, back);
        if (r->now - x->sentence > REACH_FOCUS) break;
        if (x->m->n == 0 || x->m->guessed || !dem_is_country(r->c, x->m->entity[0].code)) continue;
        if (memcmp(x->m->entity[0].code, r->c->focus, 4) == 0) return r->c->focus;
        if (!last) last = x->m->entity[0].code;
    }
    if (last) return last;
    return r->c->focus[0] ? r->c->focus : NULL;
}

const char *dem_local_country(const dem_memory *r, const dem_sentence *s, const dem_mentions *ms, int of)
{
    const char *code = place_of(r->c, s, ms, of);
    return code ? code : local_country(r);
}

/* "Costa Rica closed its embassy in Jerusalem, the foreign ministry said": who speaks belongs to whom the sentence is
 * about. */
static const char *speaking_country(const dem_memory *r, const dem_sentence *s, const dem_mentions *ms,
                                    const dem_mention *m)
{
    int verb = dem_is_subject(s, m) ? s->tok[m->head].head : -1;
    if (verb < 0 || !dem_rules_lists(r->c->rules, r->c->rules->reporting, &s->tok[verb])) return NULL;
    for (uint32_t i = 0; i < ms->n; i++) {
        const dem_mention *x = &ms->at[i];
        if (x == m || !dem_is_subject(s, x) || x->n != 1 || x->guessed ||
            !dem_is_country(r->c, x->entity[0].code))
            continue;
        bool political =
            x->entity[0].sectors == 0 || (x->entity[0].sectors & (DEM_BIT(DEM_SEC_GOV) | DEM_BIT(DEM_SEC_MIL)));
        return political ? x->entity[0].code : NULL;
    }
    return NULL;
}

static const char *country_for(const dem_memory *r, const dem_sentence *s, const dem_mentions *ms,
                               const dem_mention *m)
{
    const dem_coding *c = r->c;
    bool named = m->kind == DEM_MENTION_NAME; /* "Chief Justice David Maraga": nobody told before */
    bool one_of_many = m->plural || dem_list_has(c->rules->lex, c->rules->member,
                                                 m->role->key); /* "prosecutors", "a spokesman" */
    /* "a former minister", "an opposition leader": not the one whom a country has */
    bool any = m->former || dem_phrase_has_child(s, m->head, "a");
    bool office = m->role->role_kind == DEM_ROLE_OFFICE && !one_of_many && !any;
    bool foreign_too = (m->role->sectors & DEM_BIT(DEM_SEC_MIL)) &&
                       m->role->role_kind != DEM_ROLE_OFFICE; /* troops in a place may be anybody's */
    /* Ministries, parties, parliaments are at home wherever the news comes from. */
    bool politics = m->role->sectors &
                    (DEM_BIT(DEM_SEC_GOV) | DEM_BIT(DEM_SEC_PTY) | DEM_BIT(DEM_SEC_LEG) | DEM_BIT(DEM_SEC_ELI));
    bool thing = m->role->role_kind == DEM_ROLE_THING; /* whose ship or depot it is, only a place says */
    bool weapon = thing && foreign_too;                /* and a missile may be anybody's wherever it falls */
    const char *code = politics ? speaking_country(r, s, ms, m) : NULL;
    if (!code && !office && !weapon) code = place_of(c, s, ms, m->head);
    if (foreign_too && code && c->focus[0] && memcmp(code, c->focus, 4) != 0) code = NULL;
    if (!code && foreign_too) code = mover_of(c, s, ms, m);
    bool alone = foreign_too && c->one_country;        /* nobody else's could be meant */
    bool local = foreign_too ? m->definite || named || alone : m->definite || named || !office;
    if (!code && local && (!thing || alone)) code = local_country(r);
    return foreign_too && against_own(c, s, ms, m, code) ? NULL : code;
}

void dem_local_resolve(dem_memory *r, const dem_sentence *s, const dem_mentions *ms, dem_mention *m)
{
    const dem_coding *c = r->c;
    if (!m->body && dem_list_has(c->rules->lex, c->rules->owned, m->role->key))
        return; /* a "head" without a body is one of a body */
    const char *code = country_for(r, s, ms, m);
    if (!code) return;
    bool office = m->role->role_kind == DEM_ROLE_OFFICE, named = m->kind == DEM_MENTION_NAME;
    bool member = m->body && dem_list_has(c->rules->lex, c->rules->member, m->role->key);
    dem_sectors sectors = member && !m->former ? m->body->sectors : m->role->sectors;
    dem_entity *e = dem_mention_add(m, s, code, m->former ? DEM_BIT(DEM_SEC_ELI) : sectors);
    e->party =
        m->role->role_kind == DEM_ROLE_BODY && (e->sectors & DEM_BIT(DEM_SEC_PTY)); /* "the ruling party" */
    m->how = "role, country of the place or of the report";
    m->guessed = true;
    if (!office || m->former) return;
    e->office = m->role->label;
    const dem_actor *who = m->plural || named || m->role->several
                               ? NULL
                               : dem_lexicon_holder(c->rules->lex, code, m->role, c->report->day);
    if (!who) return;
    dem_mention_identify(e, who, dem_actor_on(who, c->report->day, NULL));
    m->actor = who;
}
