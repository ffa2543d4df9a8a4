/* code/refer.c - pronouns, surnames, bare titles, "both sides" (codebook 12.9).
 *
 * One pass over the report in reading order keeps the participants seen so far; the newest that fits answers.
 * What cannot be resolved stays open and is dropped later, never guessed. */
#include "code/coding.h"
#include "code/grammar.h"

enum { MEMORY = 64, REACH_PRONOUN = 2, REACH_PAIR = 3, REACH_ROLE = 12, REACH_FOCUS = 4 };

typedef struct {
    const dem_mention *m;
    uint32_t sentence;
    bool subject;
} seen;

typedef struct {
    dem_coding *c;
    seen at[MEMORY]; /* ring: the newest is at[(n - 1) % MEMORY] */
    uint32_t n;
    dem_map names; /* name token -> index in `named` */
    DEM_VEC(const dem_mention *) named;
    uint32_t now; /* sentence being read */
} memory;

/* ---- the country the report is about --------------------------------------------------------------- */

static bool is_country(const dem_coding *c, const char *code)
{
    return code[0] && dem_lexicon_country(c->rules->lex, code) != NULL;
}

static void find_focus(dem_coding *c)
{
    enum { MAX = 64 };
    struct {
        char code[4];
        uint32_t weight;
    } seen_code[MAX];
    uint32_t n = 0, sum = 0, best = MAX;
    for (uint32_t i = 0; i < c->n; i++)
        for (uint32_t k = 0; k < c->mentions[i].n; k++) {
            const dem_mention *m = &c->mentions[i].at[k];
            if (m->n == 0 || !is_country(c, m->entity[0].code)) continue;
            uint32_t j = 0, weight = i < 4 ? 3 : 1;
            while (j < n && memcmp(seen_code[j].code, m->entity[0].code, 4) != 0) j++;
            if (j == MAX) continue;
            if (j == n) {
                memcpy(seen_code[n].code, m->entity[0].code, 4);
                seen_code[n++].weight = 0;
            }
            seen_code[j].weight += weight;
            sum += weight;
            if (best == MAX || seen_code[j].weight > seen_code[best].weight) best = j;
        }
    if (best < MAX && seen_code[best].weight * 10 >= sum * 3) memcpy(c->focus, seen_code[best].code, 4);
}

/* ---- remembering ------------------------------------------------------------------------------------ */

static bool subject_relation(unsigned rel)
{
    return rel == DEM_REL_nsubj || rel == DEM_REL_nsubj_pass || rel == DEM_REL_nsubj_outer;
}

static void remember_name(memory *r, const dem_sentence *s, int token, const dem_mention *m)
{
    const dem_token *t = &s->tok[token];
    if (t->upos != DEM_UPOS_PROPN || t->form.n < 2) return;
    dem_vec_push(r->c->arena, &r->named, m);
    dem_map_put(&r->names, t->form, (uint32_t)(r->named.n - 1));
}

/* A name of several words that nobody knows: no participant, but what "he" may stand for. */
static bool private_person(const dem_sentence *s, const dem_mention *m)
{
    return m->kind == DEM_MENTION_NAME && m->n == 0 && m->to - m->from >= 2 &&
           s->tok[m->from].upos == DEM_UPOS_PROPN && dem_kid_with(s, m->head, DEM_REL_flat) >= 0;
}

static void remember(memory *r, const dem_sentence *s, const dem_mention *m)
{
    if (m->n == 0 && !private_person(s, m)) return;
    bool subject = subject_relation(s->tok[m->head].rel);
    r->at[r->n++ % MEMORY] = (seen){m, r->now, subject};
    if (m->kind == DEM_MENTION_PERSON || (m->kind == DEM_MENTION_NAME && m->n == 1)) {
        if (m->kind == DEM_MENTION_PERSON) remember_name(r, s, m->from, m);
        remember_name(r, s, m->head, m);
        remember_name(r, s, m->to - 1, m);
    }
}

static const seen *newest(const memory *r, uint32_t back)
{
    if (back >= r->n || back >= MEMORY) return NULL;
    return &r->at[(r->n - 1 - back) % MEMORY];
}

static void take_over(dem_mention *m, const dem_sentence *s, const dem_mention *from, const char *how)
{
    for (uint32_t i = 0; i < from->n; i++) {
        dem_entity *e = dem_mention_add(m, s, from->entity[i].code, from->entity[i].sectors);
        e->name = from->entity[i].name;
        e->wikidata = from->entity[i].wikidata;
        e->label = from->entity[i].label;
        e->office = from->entity[i].office;
    }
    if (!m->actor) m->actor = from->actor;
    if (!m->role) m->role = from->role;
    m->flags |= from->flags & (DEM_BIT(DEM_FLAG_unknown_person) | DEM_BIT(DEM_FLAG_office_mismatch));
    m->how = how;
}

/* ---- pronouns --------------------------------------------------------------------------------------- */

typedef enum { HE, SHE, IT, THEY, SELF, NO_PRONOUN } pronoun;

static pronoun which(dem_str lemma_or_form)
{
    static const struct {
        const char *word;
        pronoun kind;
    } WORDS[] = {{"he", HE},     {"him", HE},    {"his", HE},     {"himself", HE}, {"she", SHE},
                 {"her", SHE},   {"hers", SHE},  {"it", IT},      {"its", IT},     {"itself", IT},
                 {"they", THEY}, {"them", THEY}, {"their", THEY}, {"we", SELF},    {"us", SELF},
                 {"our", SELF},  {"i", SELF},    {"me", SELF},    {"my", SELF},    {"themselves", THEY}};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (dem_str_ieq(lemma_or_form, dem_str_from(WORDS[i].word))) return WORDS[i].kind;
    return NO_PRONOUN;
}

static bool one_person(const dem_mention *m)
{
    if (m->plural || m->n > 1) return false;
    if (m->kind == DEM_MENTION_PERSON || m->kind == DEM_MENTION_NAME) return true;
    return m->kind == DEM_MENTION_ROLE && m->n && m->role &&
           (m->role->role_kind == DEM_ROLE_OFFICE || m->role->role_kind == DEM_ROLE_PEOPLE ||
            m->role->role_kind == DEM_ROLE_FORMER || m->role->role_kind == DEM_ROLE_ELECT);
}

static bool fits(pronoun p, const dem_mention *m)
{
    char gender = m->actor && m->actor->kind == DEM_ACTOR_PERSON ? m->actor->gender : 0;
    bool body = m->kind == DEM_MENTION_ROLE && m->role && m->role->role_kind == DEM_ROLE_BODY;
    bool state =
        m->kind == DEM_MENTION_COUNTRY || m->kind == DEM_MENTION_CAPITAL || m->kind == DEM_MENTION_SEAT;
    switch (p) {
    case HE: return one_person(m) && gender != 'f';
    case SHE: return one_person(m) && gender != 'm';
    case IT: return m->n == 1 && !m->modifier && (m->kind == DEM_MENTION_GROUP || body || state);
    case THEY:
        return !m->modifier && (m->n > 1 || m->plural || m->kind == DEM_MENTION_NATIONALS || body ||
                                m->kind == DEM_MENTION_GROUP || m->kind == DEM_MENTION_PAIR);
    default: return false;
    }
}

static const seen *antecedent(const memory *r, pronoun p, const dem_mention *m)
{
    const seen *best = NULL;
    int best_score = 0;
    for (uint32_t back = 0; newest(r, back); back++) {
        const seen *x = newest(r, back);
        if (r->now - x->sentence > REACH_PRONOUN) break;
        if (x->m == m || !fits(p, x->m)) continue;
        int score = 100 - 40 * (int)(r->now - x->sentence) - (int)back + (x->subject ? 20 : 0);
        if (!best || score > best_score) {
            best = x;
            best_score = score;
        }
    }
    return best;
}

/* "They" after two persons who were named apart: "Obama met Trump ... They talked". */
static void resolve_two(memory *r, const dem_sentence *s, dem_mention *m)
{
    const dem_mention *two[2];
    uint32_t n = 0;
    for (uint32_t back = 0; newest(r, back) && n < 2; back++) {
        const seen *x = newest(r, back);
        if (r->now - x->sentence > 1) break;
        if (x->m == m || !one_person(x->m) || x->m->n == 0 || x->m->kind == DEM_MENTION_PRONOUN) continue;
        if (n == 1 && (two[0]->actor == x->m->actor || memcmp(two[0]->entity, x->m->entity, 8) == 0)) continue;
        two[n++] = x->m;
    }
    if (n < 2) return;
    take_over(m, s, two[1], "pronoun, the two named before");
    take_over(m, s, two[0], "pronoun, the two named before");
    m->actor = NULL;
    m->role = NULL;
}

static void resolve_pronoun(memory *r, const dem_sentence *s, dem_mention *m)
{
    pronoun p = which(s->tok[m->head].form);
    if (p == NO_PRONOUN || p == SELF) return;
    const seen *best = antecedent(r, p, m);
    /* Two persons of the same sentence are nearer to "they" than one body is. */
    bool body = best && best->m->n == 1 && !best->m->plural;
    if (p == THEY && (!best || (body && best->sentence < r->now))) resolve_two(r, s, m);
    if (best && m->n == 0) take_over(m, s, best->m, "pronoun, by its antecedent");
}

/* ---- "both sides", "the two leaders" ---------------------------------------------------------------- */

static bool pair_fits(dem_str head, const dem_mention *m)
{
    if (m->kind == DEM_MENTION_COLLECTIVE || m->kind == DEM_MENTION_PLACE) return false;
    bool person = dem_str_is(head, "leader") || dem_str_is(head, "minister") || dem_str_is(head, "president") ||
                  dem_str_is(head, "man") || dem_str_is(head, "diplomat");
    return !person || m->kind == DEM_MENTION_PERSON || m->kind == DEM_MENTION_NAME ||
           (m->kind == DEM_MENTION_ROLE && m->role && m->role->role_kind == DEM_ROLE_OFFICE);
}

/* "in Ukraine" is where something is, not a side of it. */
static bool mere_place(const memory *r, const seen *x)
{
    const dem_sentence *s = &r->c->sentence[x->sentence];
    return dem_grammar_case_is(s, x->m->head, "in") || dem_grammar_case_is(s, x->m->head, "at") ||
           dem_grammar_case_is(s, x->m->head, "near");
}

/* The mention that x is coordinated with: "Rubio and Lavrov", "between the US and Russia"; NULL if none. */
static const dem_mention *partner(const memory *r, const seen *x)
{
    const dem_token *t = &r->c->sentence[x->sentence].tok[x->m->head];
    if (t->rel != DEM_REL_conj || t->head < 0) return NULL;
    const dem_mention *o = dem_mention_of(&r->c->mentions[x->sentence], t->head);
    return o && o->n && x->m->n && memcmp(o->entity[0].code, x->m->entity[0].code, 4) != 0 ? o : NULL;
}

static void resolve_pair(memory *r, const dem_sentence *s, dem_mention *m)
{
    dem_str head = s->tok[m->head].lemma;
    bool bare = dem_str_is(head, "country") || dem_str_is(head, "nation") || dem_str_is(head, "state") ||
                dem_str_is(head, "neighbour") || dem_str_is(head, "neighbor") || dem_str_is(head, "power");
    const dem_entity *found[2] = {NULL, NULL};
    uint32_t n = 0;
    bool own = subject_relation(s->tok[m->head].rel);
    for (uint32_t back = 0; newest(r, back) && n < 2; back++) {
        const seen *x = newest(r, back);
        if (r->now - x->sentence > REACH_PAIR) break;
        if (x->m == m || !pair_fits(head, x->m) || mere_place(r, x)) continue;
        if (x->sentence == r->now && x->subject && !own)
            continue; /* "Angola urged both sides": Angola is neither */
        const dem_mention *other = partner(r, x);
        if (other && pair_fits(head, other)) {
            found[0] = &x->m->entity[0];
            found[1] = &other->entity[0];
            n = 2;
            break;
        }
        for (uint32_t i = x->m->n; i-- > 0 && n < 2;) {
            const dem_entity *e = &x->m->entity[i];
            if (n == 1 && memcmp(found[0]->code, e->code, 4) == 0) continue;
            found[n++] = e;
        }
    }
    if (n < 2) return;
    for (uint32_t i = 2; i-- > 0;) {
        dem_entity *e = dem_mention_add(m, s, found[i]->code, bare ? 0 : found[i]->sectors);
        if (!bare) e->name = found[i]->name, e->wikidata = found[i]->wikidata, e->label = found[i]->label, e->office = found[i]->office;
    }
    m->how = "the two sides named before";
}

/* ---- names and titles ------------------------------------------------------------------------------- */

static bool named_elsewhere(const dem_coding *c, const dem_actor *actor)
{
    for (uint32_t i = 0; i < c->n; i++)
        for (uint32_t k = 0; k < c->mentions[i].n; k++)
            if (c->mentions[i].at[k].kind == DEM_MENTION_PERSON && c->mentions[i].at[k].actor == actor)
                return true;
    return false;
}

static void resolve_damaged(dem_coding *c, const dem_sentence *s, dem_mention *m)
{
    const dem_actor *who = m->actor;
    if (!named_elsewhere(c, who)) {
        m->actor = NULL;
        m->flags = 0;
        if (m->role) m->kind = DEM_MENTION_ROLE; /* a king after all */
        return;
    }
    const dem_tenure *former = NULL, *t = dem_actor_on(who, c->report->day, &former);
    if (!t && !former) return;
    dem_entity *e = dem_mention_add(m, s, t ? t->code : former->code, t ? t->sectors : DEM_BIT(DEM_SEC_ELI));
    dem_mention_identify(e, who, t);
    m->kind = DEM_MENTION_PERSON;
    m->how = "damaged name, read as the one that the report has elsewhere";
}

static void resolve_name(memory *r, const dem_sentence *s, dem_mention *m)
{
    if (m->flags & DEM_BIT(DEM_FLAG_name_repaired)) {
        resolve_damaged(r->c, s, m);
        return;
    }
    uint32_t i = dem_map_get(&r->names, s->tok[m->to - 1].form);
    if (i == DEM_MAP_NONE) i = dem_map_get(&r->names, s->tok[m->head].form);
    if (i == DEM_MAP_NONE) return;
    take_over(m, s, r->named.at[i], "surname, full name before");
}

static bool bears(const dem_mention *m, const dem_actor *role)
{
    if (m->role == role) return true;
    if (!m->actor || m->actor->kind != DEM_ACTOR_PERSON) return false;
    for (uint32_t i = 0; i < m->actor->n_tenure; i++)
        if (m->actor->tenure[i].role == role) return true;
    return false;
}

static bool title_before(memory *r, const dem_sentence *s, dem_mention *m)
{
    for (uint32_t back = 0; newest(r, back); back++) {
        const seen *x = newest(r, back);
        if (r->now - x->sentence > REACH_ROLE) break;
        if (x->m == m || x->m->plural != m->plural || !bears(x->m, m->role)) continue;
        take_over(m, s, x->m, "title, last holder named");
        return true;
    }
    return false;
}

/* The country of the place that the sentence names, as "in Minsk"; NULL if there is none or more than one. */
static const char *place_of(const dem_sentence *s, const dem_mentions *ms)
{
    const char *found = NULL;
    for (uint32_t i = 0; i < ms->n; i++) {
        const dem_mention *m = &ms->at[i];
        bool located = dem_grammar_case_is(s, m->head, "in") || dem_grammar_case_is(s, m->head, "at") ||
                       dem_grammar_case_is(s, m->head, "near") || dem_grammar_case_is(s, m->head, "outside");
        bool place =
            m->kind == DEM_MENTION_PLACE || m->kind == DEM_MENTION_CAPITAL || m->kind == DEM_MENTION_COUNTRY;
        if (!located || !place || m->n == 0) continue;
        if (found && memcmp(found, m->entity[0].code, 4) != 0) return NULL;
        found = m->entity[0].code;
    }
    return found;
}

/* The country that "the police" without more belongs to: the one that the report is about, unless the report
 * has turned to another (a digest of several stories): then the last one named. NULL if none. */
static const char *local_country(const memory *r)
{
    const char *last = NULL;
    for (uint32_t back = 0; newest(r, back); back++) {
        const seen *x = newest(r, back);
        if (r->now - x->sentence > REACH_FOCUS) break;
        if (x->m->n == 0 || x->m->guessed || !is_country(r->c, x->m->entity[0].code)) continue;
        if (memcmp(x->m->entity[0].code, r->c->focus, 4) == 0) return r->c->focus;
        if (!last) last = x->m->entity[0].code;
    }
    if (last) return last;
    return r->c->focus[0] ? r->c->focus : NULL;
}

static void resolve_role(memory *r, const dem_sentence *s, const dem_mentions *ms, dem_mention *m)
{
    dem_coding *c = r->c;
    bool named = m->kind == DEM_MENTION_NAME; /* "Chief Justice David Maraga": nobody told before */
    if (!named && title_before(r, s, m)) return;
    const char *code = place_of(s, ms);
    bool office = m->role->role_kind == DEM_ROLE_OFFICE;
    bool foreign_too = m->role->sectors & DEM_BIT(DEM_SEC_MIL); /* troops in a place may be anybody's */
    if (office) code = NULL;
    if (foreign_too && code && c->focus[0] && memcmp(code, c->focus, 4) != 0) code = NULL;
    bool thing = m->role->role_kind == DEM_ROLE_THING; /* whose ship or depot it is, only a place says */
    bool local = foreign_too ? m->definite : m->definite || named || !office;
    if (!code && local && !thing) code = local_country(r);
    if (!code) return;
    dem_entity *e = dem_mention_add(m, s, code, m->former ? DEM_BIT(DEM_SEC_ELI) : m->role->sectors);
    m->how = "role, country of the place or of the report";
    m->guessed = true;
    if (!office) return;
    const dem_actor *who = m->plural ? NULL : dem_lexicon_holder(c->rules->lex, code, m->role, c->report->day);
    e->office = m->role->label;
    if (named) who = NULL;
    if (who) dem_mention_identify(e, who, dem_actor_on(who, c->report->day, NULL));
    if (who) m->actor = who;
}

static void resolve(memory *r, const dem_sentence *s, const dem_mentions *ms, dem_mention *m)
{
    if (m->n) return;
    switch (m->kind) {
    case DEM_MENTION_PRONOUN: resolve_pronoun(r, s, m); break;
    case DEM_MENTION_PAIR: resolve_pair(r, s, m); break;
    case DEM_MENTION_NAME:
        resolve_name(r, s, m);
        if (m->n == 0 && m->role) resolve_role(r, s, ms, m);
        break;
    case DEM_MENTION_ROLE: resolve_role(r, s, ms, m); break;
    default: break;
    }
}

/* "its foreign minister", "his government": the possessor's country. */
static void qualify_by_pronoun(const dem_sentence *s, dem_mentions *ms, dem_mention *m)
{
    if (m->kind != DEM_MENTION_ROLE || m->n) return;
    const dem_mention *p = dem_mention_of(ms, dem_kid_with(s, m->head, DEM_REL_nmod_poss));
    if (!p || p->kind != DEM_MENTION_PRONOUN || p->n != 1 || !p->entity[0].code[0]) return;
    dem_mention_add(m, s, p->entity[0].code, m->role->sectors);
    m->how = "role of the possessor's country";
}

void dem_refer(dem_coding *c)
{
    memory r = {.c = c};
    dem_map_init(&r.names, c->arena);
    find_focus(c);
    for (uint32_t i = 0; i < c->n; i++) {
        r.now = i;
        dem_mentions *ms = &c->mentions[i];
        const dem_sentence *s = &c->sentence[i];
        for (uint32_t k = 0; k < ms->n; k++) {
            qualify_by_pronoun(s, ms, &ms->at[k]);
            resolve(&r, s, ms, &ms->at[k]);
            remember(&r, s, &ms->at[k]);
        }
    }
}
