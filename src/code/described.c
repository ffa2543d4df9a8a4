/* code/described.c - those who are named by what they are: "both sides", "the two leaders", "the kingdom", "the
 * bloc", "the former general", "his Chinese counterpart" (codebook 12.9). */
#include "code/grammar.h"
#include "code/memory.h"

enum { REACH_PAIR = 3, REACH_WORD = 2 };

/* ---- "both sides", "the two leaders" ----------------------------------------------------------------- */

static bool is_country_word(const dem_coding *c, dem_str lemma)
{
    static const char *const STATES[] = {"neighbour", "neighbor", "power", "capital", "government", "army"};
    return dem_list_has(c->rules->lex, c->rules->country_word, lemma) || DEM_STR_ONE_OF(lemma, STATES);
}

static bool is_person_word(const dem_coding *c, dem_str lemma)
{
    static const char *const MORE[] = {"chief", "premier", "head", "statesman", "counterpart"};
    return dem_list_has(c->rules->lex, c->rules->person_word, lemma) || DEM_STR_ONE_OF(lemma, MORE);
}

static bool pair_fits(const dem_coding *c, dem_str head, const dem_mention *m)
{
    if (m->kind == DEM_MENTION_COLLECTIVE || m->kind == DEM_MENTION_PLACE || m->n == 0) return false;
    if (is_country_word(c, head)) return dem_is_country(c, m->entity[0].code);
    if (m->modifier) return false; /* "Polish" in "Polish rebels" */
    if (!is_person_word(c, head)) return true;
    return m->kind == DEM_MENTION_PERSON || m->kind == DEM_MENTION_NAME ||
           (m->kind == DEM_MENTION_ROLE && m->role && m->role->role_kind == DEM_ROLE_OFFICE);
}

/* "in Ukraine" is where something is, not a side of it. */
static bool mere_place(const dem_memory *r, const dem_seen *x)
{
    static const char *const PREPS[] = {"in", "at", "near"};
    return DEM_GRAMMAR_CASE_ONE_OF(&r->c->sentence[x->sentence], x->m->head, PREPS);
}

/* The mention that x is coordinated with: "Rubio and Lavrov", "between the US and Russia"; NULL if none. */
static const dem_mention *partner(const dem_memory *r, const dem_seen *x)
{
    const dem_token *t = &r->c->sentence[x->sentence].tok[x->m->head];
    if (t->rel != DEM_REL_conj || t->head < 0) return NULL;
    const dem_mention *o = dem_mention_of(&r->c->mentions[x->sentence], t->head);
    return o && o->n && x->m->n && memcmp(o->entity[0].code, x->m->entity[0].code, 4) != 0 ? o : NULL;
}

/* Two, unless the phrase says another number up to six. */
static uint32_t how_many(const dem_sentence *s, int head)
{
    static const char *const NUMBERS[] = {"three", "four", "five", "six"};
    int n = dem_kid_with(s, head, DEM_REL_nummod);
    for (uint32_t i = 0; n >= 0 && i < 4; i++)
        if (dem_str_is(s->tok[n].lemma, NUMBERS[i])) return 3 + i;
    return 2;
}

static bool among(const dem_entity *const *found, uint32_t n, const dem_entity *e, bool states)
{
    for (uint32_t i = 0; i < n; i++)
        if (memcmp(found[i]->code, e->code, 4) == 0 && (states || found[i]->sectors == e->sectors) &&
            (states || !found[i]->name.n || !e->name.n || dem_str_eq(found[i]->name, e->name)))
            return true;
    return false;
}

/* The `want` newest that fit, into found; their number. `with_subject`: the subject of the sentence may be one. */
static uint32_t find_several(const dem_memory *r, const dem_sentence *s, const dem_mention *m, uint32_t want,
                             bool with_subject, const dem_entity **found)
{
    dem_str head = s->tok[m->head].lemma;
    bool states = is_country_word(r->c, head);
    uint32_t n = 0;
    for (uint32_t back = 0; dem_memory_back(r, back) && n < want; back++) {
        const dem_seen *x = dem_memory_back(r, back);
        if (r->now - x->sentence > REACH_PAIR) break;
        if (x->m == m || !pair_fits(r->c, head, x->m) || mere_place(r, x)) continue;
        if (x->sentence == r->now && x->subject && !with_subject) continue;
        const dem_mention *other = want == 2 ? partner(r, x) : NULL;
        if (other && pair_fits(r->c, head, other)) {
            found[0] = &x->m->entity[0];
            found[1] = &other->entity[0];
            return 2;
        }
        for (uint32_t i = x->m->n; i-- > 0 && n < want;)
            if (!among(found, n, &x->m->entity[i], states)) found[n++] = &x->m->entity[i];
    }
    return n;
}

void dem_pair_resolve(dem_memory *r, const dem_sentence *s, dem_mention *m)
{
    bool states = is_country_word(r->c, s->tok[m->head].lemma);
    const dem_entity *found[6];
    uint32_t want = how_many(s, m->head);
    /* "Angola urged both sides": Angola is neither, unless there are no two others. */
    bool own = dem_is_subject(s, m);
    if (find_several(r, s, m, want, own, found) < want &&
        (own || find_several(r, s, m, want, true, found) < want))
        return;
    for (uint32_t i = want; i-- > 0;) {
        dem_entity *e = dem_mention_add(m, s, found[i]->code, states ? 0 : found[i]->sectors);
        if (states) continue;
        e->name = found[i]->name, e->wikidata = found[i]->wikidata, e->label = found[i]->label,
        e->office = found[i]->office;
        e->party = found[i]->party;
    }
    m->how = "those named before";
}

/* ---- "the kingdom", "the bloc", "the former general" --------------------------------------------------- */

typedef enum { COUNTRY_WORD, GROUP_WORD, PERSON_WORD } word_kind;

/* What the sector of a group must be for a word to mean it; words that are not here fit any group. */
static bool group_word_fits(const dem_coding *c, dem_str word, const dem_mention *m)
{
    const struct {
        uint32_t list;
        dem_sectors sectors;
    } KINDS[] = {
        {c->rules->firm_word, DEM_BIT(DEM_SEC_BUS)},
        {c->rules->court_word, DEM_BIT(DEM_SEC_JUD)},
        {c->rules->media_word, DEM_BIT(DEM_SEC_JRN)},
        {c->rules->party_word, DEM_BIT(DEM_SEC_PTY)},
        {c->rules->force_word, DEM_BIT(DEM_SEC_MIL) | DEM_BIT(DEM_SEC_REB) | DEM_BIT(DEM_SEC_PRM)},
    };
    bool firm = memcmp(m->entity[0].code, "MNC", 4) == 0;
    if (dem_list_has(c->rules->lex, c->rules->bloc_word, word))
        return !dem_is_country(c, m->entity[0].code) && !firm;
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (dem_list_has(c->rules->lex, KINDS[i].list, word))
            return (m->entity[0].sectors & KINDS[i].sectors) || (i == 0 && firm);
    return true;
}

/* "the extremist group" is none of schoolgirls. */
static bool armed_fits(const dem_mention *word, const dem_mention *m)
{
    dem_sectors armed = DEM_BIT(DEM_SEC_REB) | DEM_BIT(DEM_SEC_PRM) | DEM_BIT(DEM_SEC_UAF);
    return !word->role || !(word->role->sectors & armed) || (m->entity[0].sectors & armed);
}

static bool described_by(const dem_coding *c, const dem_sentence *s, const dem_mention *word, word_kind kind,
                         const dem_seen *x)
{
    const dem_mention *m = x->m;
    if (m->n != 1 || m->modifier || m == word) return false;
    switch (kind) {
    case COUNTRY_WORD:
        return (m->kind == DEM_MENTION_COUNTRY || m->kind == DEM_MENTION_CAPITAL ||
                m->kind == DEM_MENTION_PERSON || m->kind == DEM_MENTION_SEAT) &&
               dem_is_country(c, m->entity[0].code);
    case GROUP_WORD:
        return (m->kind == DEM_MENTION_GROUP || (m->kind == DEM_MENTION_ROLE && m->role && m->plural)) &&
               group_word_fits(c, s->tok[word->head].lemma, m) && armed_fits(word, m);
    default: return m->kind == DEM_MENTION_PERSON || m->kind == DEM_MENTION_NAME;
    }
}

/* Subjects of the sentence before are what a description goes back to; then the newest. */
static const dem_mention *find_described(const dem_memory *r, const dem_sentence *s, const dem_mention *word,
                                         word_kind kind)
{
    const dem_mention *newest = NULL;
    for (uint32_t back = 0; dem_memory_back(r, back); back++) {
        const dem_seen *x = dem_memory_back(r, back);
        if (r->now - x->sentence > REACH_WORD) break;
        if (!described_by(r->c, s, word, kind, x)) continue;
        if (x->sentence == r->now && kind != COUNTRY_WORD && x->subject) continue;
        if (x->subject) return x->m;
        if (!newest) newest = x->m;
    }
    return newest;
}

/* "the group of lawmakers", "the agency that": a new one. "accused the agency of bias" is not. */
static bool is_qualified(const dem_mentions *ms, const dem_sentence *s, int head)
{
    const int16_t *kid;
    uint32_t n = dem_kids(s, head, &kid);
    for (uint32_t i = 0; i < n; i++) {
        const dem_token *t = &s->tok[kid[i]];
        if (t->rel == DEM_REL_nmod_poss || t->rel == DEM_REL_acl_relcl) return true;
        if (t->rel == DEM_REL_nmod && (t->upos != DEM_UPOS_NOUN || dem_mention_of(ms, kid[i]))) return true;
    }
    return false;
}

static bool kind_of(const dem_memory *r, const dem_sentence *s, const dem_mention *m, word_kind *kind)
{
    const dem_coding *c = r->c;
    dem_str word = s->tok[m->head].lemma;
    bool qualified = is_qualified(&c->mentions[r->now], s, m->head);
    if (!m->definite || (qualified && !m->former)) return false;
    if (!m->plural && m->former && is_person_word(c, word)) {
        *kind = PERSON_WORD;
        return true;
    }
    *kind = dem_list_has(c->rules->lex, c->rules->country_word, word) ? COUNTRY_WORD
            : dem_list_has(c->rules->lex, c->rules->group_word, word) ? GROUP_WORD
                                                                      : PERSON_WORD;
    bool bloc = dem_list_has(c->rules->lex, c->rules->bloc_word, word);
    if (*kind == GROUP_WORD && !bloc && m->role && m->role->role_kind == DEM_ROLE_BODY)
        return false; /* "the army": refer.c */
    bool known = *kind != PERSON_WORD || is_person_word(c, word);
    bool islands = dem_str_is(word, "island"); /* "the islands": one archipelago */
    return known && (!m->plural || islands);
}

/* "his country", "the kingdom of Lesotho": the possessor's, or the one that is named. */
static const dem_mention *said_country(const dem_memory *r, const dem_sentence *s, const dem_mention *m)
{
    const dem_mentions *ms = &r->c->mentions[r->now];
    const dem_mention *of = dem_mention_of(ms, dem_kid_with(s, m->head, DEM_REL_nmod_poss));
    if (!of &&
        dem_grammar_case_is(
            s, dem_kid_with(s, m->head, DEM_REL_nmod) >= 0 ? dem_kid_with(s, m->head, DEM_REL_nmod) : m->head,
            "of"))
        of = dem_mention_of(ms, dem_kid_with(s, m->head, DEM_REL_nmod));
    return of && of->n == 1 && dem_is_country(r->c, of->entity[0].code) ? of : NULL;
}

/* "his movement", "Igor Dodon's camp": a party, or what a rebel leads. */
static bool followers(const dem_memory *r, const dem_sentence *s, dem_mention *m)
{
    const dem_mention *p = dem_mention_of(&r->c->mentions[r->now], dem_kid_with(s, m->head, DEM_REL_nmod_poss));
    int before = dem_kid_with(s, m->head, DEM_REL_compound); /* "the Biden campaign" */
    if (!p && before >= 0) p = dem_mention_of(&r->c->mentions[r->now], before);
    bool leader = p && p->n == 1 && (p->kind == DEM_MENTION_PERSON || p->kind == DEM_MENTION_PRONOUN);
    dem_str word = s->tok[m->head].lemma;
    if (!leader || !dem_list_has(r->c->rules->lex, r->c->rules->group_word, word) ||
        dem_list_has(r->c->rules->lex, r->c->rules->firm_word, word))
        return false;
    dem_sectors armed = p->entity[0].sectors & (DEM_BIT(DEM_SEC_REB) | DEM_BIT(DEM_SEC_PRM)),
                side = p->entity[0].sectors & (DEM_BIT(DEM_SEC_GOV) | DEM_BIT(DEM_SEC_OPP));
    dem_mention_add(m, s, p->entity[0].code, armed ? armed : DEM_BIT(DEM_SEC_PTY) | side)->party = true;
    m->how = "followers of their leader";
    return true;
}

bool dem_described_resolve(dem_memory *r, const dem_sentence *s, dem_mention *m)
{
    word_kind kind;
    if (m->kind == DEM_MENTION_WORD && followers(r, s, m)) return true;
    const dem_mention *named =
        !m->plural && dem_list_has(r->c->rules->lex, r->c->rules->country_word, s->tok[m->head].lemma)
            ? said_country(r, s, m)
            : NULL;
    if (named) {
        dem_mention_add(m, s, named->entity[0].code, 0);
        m->how = "the country that is said";
        return true;
    }
    if (!kind_of(r, s, m, &kind)) return false;
    const dem_mention *who = find_described(r, s, m, kind);
    if (!who) return false;
    if (kind != COUNTRY_WORD) {
        m->former = false;
        dem_memory_take(m, s, who, kind == GROUP_WORD ? "the group named before" : "the person named before");
        return true;
    }
    dem_mention_add(m, s, who->entity[0].code, 0);
    m->how = "the country named before";
    return true;
}

/* ---- "his Chinese counterpart" ------------------------------------------------------------------------ */

static const dem_actor *office_of(const dem_mention *m, dem_date day)
{
    const dem_tenure *t =
        m->actor && m->actor->kind == DEM_ACTOR_PERSON ? dem_actor_on(m->actor, day, NULL) : NULL;
    if (m->role && m->role->role_kind == DEM_ROLE_OFFICE) return m->role;
    return t ? t->role : NULL;
}

void dem_counterpart_resolve(dem_memory *r, const dem_sentence *s, const dem_mentions *ms, dem_mention *m)
{
    const dem_coding *c = r->c;
    if (!m->role || m->plural || m->n != 1 || m->entity[0].name.n || !dem_str_is(m->role->key, "counterpart"))
        return;
    const dem_mention *whose = dem_mention_of(ms, dem_kid_with(s, m->head, DEM_REL_nmod_poss));
    const dem_actor *office = whose ? office_of(whose, c->report->day) : NULL;
    if (!office) return;
    m->entity[0].sectors = office->sectors;
    m->entity[0].office = office->label;
    const dem_actor *who =
        office->several ? NULL : dem_lexicon_holder(c->rules->lex, m->entity[0].code, office, c->report->day);
    if (!who) return;
    dem_mention_identify(&m->entity[0], who, dem_actor_on(who, c->report->day, NULL));
    m->actor = who;
    m->how = "holder of the same office";
}
