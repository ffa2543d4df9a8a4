/* code/refer.c - pronouns, surnames, bare titles, "both sides" (codebook 12.9).
 *
 * One pass over the report in reading order keeps the participants seen so far; the newest that fits answers.
 * What cannot be resolved stays open and is dropped later, never guessed. */
#include "code/finder.h"
#include "code/memory.h"
#include "code/office.h"

enum { REACH_ROLE = 12 };

/* ---- the country the report is about --------------------------------------------------------------- */

bool dem_is_country(const dem_coding *c, const char *code)
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
            if (m->n == 0 || !dem_is_country(c, m->entity[0].code)) continue;
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
    c->one_country = n == 1;
    if (best < MAX && seen_code[best].weight * 10 >= sum * 3) memcpy(c->focus, seen_code[best].code, 4);
    if (n == 0) memcpy(c->focus, c->setting.dateline[0] ? c->setting.dateline : c->setting.publisher, 4);
}

/* ---- remembering ------------------------------------------------------------------------------------ */

bool dem_is_subject(const dem_sentence *s, const dem_mention *m)
{
    unsigned rel = s->tok[m->head].rel;
    return rel == DEM_REL_nsubj || rel == DEM_REL_nsubj_pass || rel == DEM_REL_nsubj_outer;
}

bool dem_one_person(const dem_mention *m)
{
    if (m->plural || m->n > 1) return false;
    if (m->kind == DEM_MENTION_PERSON || m->kind == DEM_MENTION_NAME) return true;
    return m->kind == DEM_MENTION_ROLE && m->n && m->role &&
           (m->role->role_kind == DEM_ROLE_OFFICE || m->role->role_kind == DEM_ROLE_PEOPLE ||
            m->role->role_kind == DEM_ROLE_FORMER || m->role->role_kind == DEM_ROLE_ELECT);
}

static void remember_name(dem_memory *r, const dem_sentence *s, int token, const dem_mention *m)
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

static void remember(dem_memory *r, const dem_sentence *s, const dem_mention *m)
{
    if (m->n == 0 && !private_person(s, m)) return;
    bool subject = dem_is_subject(s, m);
    r->at[r->n++ % DEM_MEMORY] = (dem_seen){m, r->now, subject};
    if (m->kind == DEM_MENTION_PERSON || (m->kind == DEM_MENTION_NAME && m->n == 1)) {
        if (m->kind == DEM_MENTION_PERSON) remember_name(r, s, m->name, m);
        remember_name(r, s, m->head, m);
        remember_name(r, s, m->to - 1, m);
    }
}

const dem_seen *dem_memory_back(const dem_memory *r, uint32_t back)
{
    if (back >= r->n || back >= DEM_MEMORY) return NULL;
    return &r->at[(r->n - 1 - back) % DEM_MEMORY];
}

void dem_memory_take(dem_mention *m, const dem_sentence *s, const dem_mention *from, const char *how)
{
    for (uint32_t i = 0; i < from->n; i++) {
        dem_entity *e = dem_mention_add(m, s, from->entity[i].code, from->entity[i].sectors);
        e->name = from->entity[i].name;
        e->wikidata = from->entity[i].wikidata;
        e->label = from->entity[i].label;
        e->office = from->entity[i].office;
        e->party = from->entity[i].party;
    }
    m->private_person |= from->private_person;
    m->guessed |= from->private_person && from->guessed;
    if (!m->actor) m->actor = from->actor;
    if (!m->role) m->role = from->role;
    m->flags |= from->flags & (DEM_BIT(DEM_FLAG_unknown_person) | DEM_BIT(DEM_FLAG_office_mismatch));
    m->how = how;
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

/* "Koizumi": one word that nobody else bears in the report, and that the head of a country bears which it names. */
static void resolve_head_of_state(dem_memory *r, const dem_sentence *s, dem_mention *m)
{
    const dem_coding *c = r->c;
    dem_str name = s->tok[m->head].form;
    if (m->to - m->from != 1 || m->plural || dem_map_get(&c->setting.stranger, name) != DEM_MAP_NONE) return;
    const dem_actor *who = dem_office_head_named(c->rules->lex, name, c->report->day);
    const dem_tenure *t = who ? dem_actor_on(who, c->report->day, NULL) : NULL;
    if (!t || !dem_setting_named(&c->setting, t->code)) return;
    dem_mention_identify(dem_mention_add(m, s, t->code, t->sectors), who, t);
    m->kind = DEM_MENTION_PERSON;
    m->actor = who;
    m->how = "surname of a head of state or government";
}

/* True if the label is "Korea" or ends with " Korea". */
static bool ends_with_word(dem_str label, dem_str word)
{
    if (label.n < word.n || !dem_str_eq(dem_str_sub(label, label.n - word.n, label.n), word)) return false;
    return label.n == word.n || label.p[label.n - word.n - 1] == ' ';
}

/* True if the report names another country of that last name: North Korea beside South Korea, Sudan beside South Sudan. */
static bool twin_named(const dem_coding *c, const dem_actor *country, dem_str last)
{
    for (uint32_t i = 0; i < c->setting.n; i++) {
        const dem_actor *other = dem_lexicon_country(c->rules->lex, c->setting.country[i].code);
        if (other && other != country && c->setting.country[i].named && ends_with_word(other->label, last))
            return true;
    }
    return false;
}

/* "The North": the first word of a country's name, in a report that is about it or names its twin. */
static void resolve_half(dem_memory *r, const dem_sentence *s, dem_mention *m)
{
    const dem_coding *c = r->c;
    dem_str word = s->tok[m->head].form;
    int d = dem_kid_with(s, m->head, DEM_REL_det);
    if (m->head + 1 != m->to || d < 0 || d + 1 != m->head) return;
    for (uint32_t i = 0; i < c->setting.n; i++) {
        const dem_actor *country = dem_lexicon_country(c->rules->lex, c->setting.country[i].code);
        if (!country || !c->setting.country[i].named || country->label.n < word.n + 2 ||
            country->label.p[word.n] != ' ' || !dem_str_eq(dem_str_sub(country->label, 0, word.n), word))
            continue;
        dem_str last = dem_str_sub(country->label, word.n + 1, country->label.n);
        if (memcmp(c->focus, country->code, 4) != 0 && !twin_named(c, country, last)) continue;
        dem_mention_identify(dem_mention_add(m, s, country->code, 0), country, NULL);
        m->kind = DEM_MENTION_COUNTRY;
        m->actor = country;
        m->how = "half of a country's name";
        return;
    }
}

static void resolve_name(dem_memory *r, const dem_sentence *s, dem_mention *m)
{
    if (m->flags & DEM_BIT(DEM_FLAG_name_repaired)) {
        resolve_damaged(r->c, s, m);
        return;
    }
    uint32_t i = dem_map_get(&r->names, s->tok[m->to - 1].form);
    if (i == DEM_MAP_NONE) i = dem_map_get(&r->names, s->tok[m->head].form);
    if (i != DEM_MAP_NONE) dem_memory_take(m, s, r->named.at[i], "surname, full name before");
    else if (!m->role) {
        resolve_head_of_state(r, s, m);
        if (m->n == 0) resolve_half(r, s, m);
    }
}

static bool bears(const dem_mention *m, const dem_actor *role)
{
    if (m->role == role) return true;
    if (!m->actor || m->actor->kind != DEM_ACTOR_PERSON) return false;
    for (uint32_t i = 0; i < m->actor->n_tenure; i++)
        if (m->actor->tenure[i].role == role) return true;
    return false;
}

/* "The president" is not the one who was it before, "the former president" not the one who is it. */
static bool in_office_as_said(const dem_coding *c, const dem_mention *who, const dem_mention *title)
{
    if (!who->actor || who->actor->kind != DEM_ACTOR_PERSON || c->report->day == DEM_DATE_NONE ||
        who->role == title->role)
        return true;
    bool now = who->n && dem_actor_held(who->actor, title->role, who->entity[0].code, c->report->day);
    return title->former ? !now : now;
}

/* How well an earlier mention answers to a title: the country of the report before another that was named in
 * passing, the newest before an older one. */
static int title_score(const dem_memory *r, const dem_seen *x, const dem_mention *m)
{
    bool office = m->role->role_kind == DEM_ROLE_OFFICE || x->m->kind == DEM_MENTION_PERSON;
    int back = (int)(r->now - x->sentence);
    bool home = x->m->n && memcmp(x->m->entity[0].code, r->c->focus, 4) == 0;
    if (office) return -2 * back + (x->subject ? 1 : 0);
    return (home ? 5 - back : -4 * back) + (x->subject ? 1 : 0);
}

static bool title_before(dem_memory *r, const dem_sentence *s, dem_mention *m)
{
    const dem_seen *best = NULL;
    int best_score = 0;
    bool generic =
        m->role->role_kind == DEM_ROLE_PEOPLE && !m->definite && !m->plural; /* "a man" is another one */
    for (uint32_t back = 0; !generic && dem_memory_back(r, back); back++) {
        const dem_seen *x = dem_memory_back(r, back);
        if (r->now - x->sentence > REACH_ROLE) break;
        if (x->m == m || x->m->plural != m->plural || !bears(x->m, m->role)) continue;
        if (!in_office_as_said(r->c, x->m, m)) continue;
        int score = title_score(r, x, m);
        if (best && score <= best_score) continue;
        best = x;
        best_score = score;
    }
    if (best) dem_memory_take(m, s, best->m, "title, last holder named");
    return best != NULL;
}

/* "The party", "the army": the newest group of that kind. */
static bool body_before(dem_memory *r, const dem_sentence *s, dem_mention *m)
{
    dem_sectors court =
        DEM_BIT(DEM_SEC_JUD) | DEM_BIT(DEM_SEC_LEG); /* "the judges" of the court named before */
    bool bench = m->role->role_kind == DEM_ROLE_PEOPLE && (m->role->sectors & court);
    if (!bench && (!m->definite || m->plural || m->role->role_kind != DEM_ROLE_BODY)) return false;
    for (uint32_t back = 0; dem_memory_back(r, back); back++) {
        const dem_seen *x = dem_memory_back(r, back);
        if (r->now - x->sentence > 2) break;
        if (x->m == m || x->m->kind != DEM_MENTION_GROUP || x->m->n != 1 || x->m->modifier) continue;
        if (!(x->m->entity[0].sectors & m->role->sectors)) continue;
        dem_memory_take(m, s, x->m, "the body named before");
        return true;
    }
    return false;
}

/* "Their leader" is of the rebels named before, "his deputy" of the government, "its police" the police. */
static void add_possessed(const dem_coding *c, const dem_sentence *s, dem_mention *m, const dem_entity *owner)
{
    bool member = dem_list_has(c->rules->lex, c->rules->member, m->role->key) ||
                  dem_str_is(s->tok[m->head].lemma, "deputy");
    dem_entity *e =
        dem_mention_add(m, s, owner->code, member && owner->sectors ? owner->sectors : m->role->sectors);
    e->party = member && owner->party;
    if (m->role->role_kind == DEM_ROLE_OFFICE) e->office = m->role->label;
}

static void resolve_role(dem_memory *r, const dem_sentence *s, const dem_mentions *ms, dem_mention *m);

/* "The secretary-general of the 15-nation group": whose he is stands in a word that refers back. */
static bool of_word(dem_memory *r, const dem_sentence *s, const dem_mentions *ms, dem_mention *m)
{
    dem_mention *word = dem_mention_of(ms, dem_kid_with(s, m->head, DEM_REL_nmod));
    bool body = word && word->kind == DEM_MENTION_ROLE && word->role &&
                word->role->role_kind != DEM_ROLE_OFFICE &&
                dem_list_has(r->c->rules->lex, r->c->rules->member,
                             m->role->key); /* "the leader of the miners' union" */
    if (body && word->n == 0) resolve_role(r, s, ms, word);
    if (!word || (word->kind != DEM_MENTION_WORD && word->kind != DEM_MENTION_PAIR && !body)) return false;
    if (word->n == 0 && word->kind == DEM_MENTION_WORD) dem_described_resolve(r, s, word);
    if (word->n == 0 && word->kind == DEM_MENTION_PAIR) dem_pair_resolve(r, s, word);
    for (uint32_t i = 0; i < word->n; i++) add_possessed(r->c, s, m, &word->entity[i]);
    if (m->n) m->how = "role of what was named before";
    return m->n > 0;
}

static void resolve_role(dem_memory *r, const dem_sentence *s, const dem_mentions *ms, dem_mention *m)
{
    bool named = m->kind == DEM_MENTION_NAME; /* "Chief Justice David Maraga": nobody told before */
    if (!named && title_before(r, s, m)) return;
    if (!named && (body_before(r, s, m) || dem_described_resolve(r, s, m) || of_word(r, s, ms, m))) return;
    dem_local_resolve(r, s, ms, m);
}

/* What the report has called a known person ("President-elect Trump", "former premier Prodi") holds for the rest of it. */
static void as_called(dem_memory *r, dem_mention *m)
{
    if (m->kind != DEM_MENTION_PERSON || m->n != 1 || !m->actor) return;
    bool title = m->former ||
                 (m->role && (m->role->role_kind == DEM_ROLE_ELECT || dem_str_is(m->role->key, "candidate"))) ||
                 (m->flags & DEM_BIT(DEM_FLAG_office_mismatch));
    for (uint32_t i = 0; i < r->n_called; i++)
        if (r->called[i]->actor == m->actor) {
            if (title) r->called[i] = m;
            else if (!m->role) {
                m->entity[0].sectors = r->called[i]->entity[0].sectors;
                memcpy(m->entity[0].code, r->called[i]->entity[0].code, 4);
                m->flags |= r->called[i]->flags & DEM_BIT(DEM_FLAG_office_mismatch);
            }
            return;
        }
    if (title && r->n_called < DEM_CALLED) r->called[r->n_called++] = m;
}

/* "Andrew Brunson": what concerns the public is what states do to him, at home. */
static void read_private(dem_memory *r, const dem_sentence *s, const dem_mentions *ms, dem_mention *m)
{
    const char *code = dem_local_country(r, s, ms, m->head);
    if (!code || m->modifier) return;
    dem_mention_add(m, s, code, DEM_BIT(DEM_SEC_CVL));
    m->private_person = m->guessed = true;
    m->how = "private person, country of the place or of the report";
}

static void resolve(dem_memory *r, const dem_sentence *s, const dem_mentions *ms, dem_mention *m)
{
    as_called(r, m);
    if (m->n) {
        dem_counterpart_resolve(r, s, ms, m);
        return;
    }
    switch (m->kind) {
    case DEM_MENTION_PRONOUN: dem_pronoun_resolve(r, s, m); break;
    case DEM_MENTION_PAIR: dem_pair_resolve(r, s, m); break;
    case DEM_MENTION_WORD: dem_described_resolve(r, s, m); break;
    case DEM_MENTION_NAME:
        resolve_name(r, s, m);
        if (m->n == 0 && m->role) resolve_role(r, s, ms, m);
        if (m->n == 0 && !m->role && private_person(s, m)) read_private(r, s, ms, m);
        break;
    case DEM_MENTION_ROLE: resolve_role(r, s, ms, m); break;
    default: break;
    }
}

/* The possessor's token; of "whose" what the relative clause belongs to. */
static int possessor(const dem_sentence *s, int t)
{
    int p = dem_kid_with(s, t, DEM_REL_nmod_poss);
    if (p < 0 || !dem_str_ieq(s->tok[p].form, DEM_STR("whose"))) return p;
    for (int up = s->tok[t].head; up >= 0; up = s->tok[up].head)
        if (s->tok[up].rel == DEM_REL_acl_relcl) return s->tok[up].head;
    return -1;
}

/* "its foreign minister", "his government", "the island's president": the possessor's country. */
static void qualify_by_possessor(const dem_coding *c, const dem_sentence *s, const dem_mentions *ms,
                                 dem_mention *m)
{
    if (m->kind != DEM_MENTION_ROLE || m->n) return;
    const dem_mention *p = dem_mention_of(ms, possessor(s, m->head));
    bool refers = p && (p->kind == DEM_MENTION_PRONOUN || p->kind == DEM_MENTION_WORD);
    if (!p || (!refers && p->head == dem_kid_with(s, m->head, DEM_REL_nmod_poss))) return;
    for (uint32_t i = 0; i < p->n; i++)
        if (p->entity[i].code[0]) add_possessed(c, s, m, &p->entity[i]);
    if (m->n) m->how = "role of the possessor's country";
    dem_finder f = {.rules = c->rules, .s = s};
    dem_whose_family(&f, m, p);
}

void dem_refer(dem_coding *c)
{
    dem_memory r = {.c = c};
    dem_map_init(&r.names, c->arena);
    find_focus(c);
    for (uint32_t i = 0; i < c->n; i++) {
        r.now = i;
        dem_mentions *ms = &c->mentions[i];
        const dem_sentence *s = &c->sentence[i];
        for (uint32_t k = 0; k < ms->n; k++) {
            qualify_by_possessor(c, s, ms, &ms->at[k]);
            resolve(&r, s, ms, &ms->at[k]);
            remember(&r, s, &ms->at[k]);
        }
    }
}
