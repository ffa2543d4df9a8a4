/* code/pronoun.c - who "he", "its", "they" are (codebook 12.9): the best antecedent of antecedent.h, if it is somebody. */
#include "code/antecedent.h"
#include "code/grammar.h"
#include "code/memory.h"

/* All that the antecedent names: of "Rubio and Lavrov" both, for "they". */
static void take_phrase(const dem_coding *c, const dem_sentence *s, dem_mention *m, const dem_antecedent *a,
                        bool all, const char *how)
{
    int part[DEM_GRAMMAR_MAX], n = dem_grammar_conjuncts(&c->sentence[a->sentence], a->token, part);
    for (int i = 0; i < (all ? n : 1); i++) {
        const dem_mention *one = dem_mention_of(&c->mentions[a->sentence], part[i]);
        if (one && one->n) dem_memory_take(m, s, one, how);
    }
    if (all && n > 1) m->actor = m->role = NULL;
}

/* "They" after two persons who were named apart: "Obama met Trump ... They talked". */
static void resolve_two(dem_memory *r, const dem_sentence *s, dem_mention *m)
{
    const dem_mention *two[2];
    uint32_t n = 0;
    for (uint32_t back = 0; dem_memory_back(r, back) && n < 2; back++) {
        const dem_seen *x = dem_memory_back(r, back);
        if (r->now - x->sentence > 1) break;
        if (x->m == m || !dem_one_person(x->m) || x->m->n == 0 || x->m->kind == DEM_MENTION_PRONOUN) continue;
        if (n == 1 && (two[0]->actor == x->m->actor || memcmp(two[0]->entity, x->m->entity, 8) == 0)) continue;
        two[n++] = x->m;
    }
    if (n < 2) return;
    dem_memory_take(m, s, two[1], "pronoun, the two named before");
    dem_memory_take(m, s, two[0], "pronoun, the two named before");
    m->actor = NULL;
    m->role = NULL;
}

/* Somebody who can act, a little behind the best, is preferred to a thing: what the report is coded for is actors, and
 * pronouns of things rarely stand where an actor is asked for. */
enum { ACTOR_BONUS = 200 };

static int32_t worth(const dem_coding *c, const dem_antecedent *a, const int16_t *weight)
{
    const dem_mention *m = a->token >= 0 ? dem_mention_of(&c->mentions[a->sentence], a->token) : NULL;
    return dem_antecedent_score(a, weight) + (m && m->n ? ACTOR_BONUS : 0);
}

/* The subject of the verb that an object pronoun hangs on: "police used tear gas and arrested 40 of them" are not the police;
 * -1 for possessives, reflexives and subjects. */
static int own_subject(const dem_sentence *s, int t)
{
    static const char *const OBJECTS[] = {"them", "him", "her", "it"};
    unsigned rel = s->tok[t].rel;
    if (!DEM_STR_IONE_OF(s->tok[t].form, OBJECTS) || rel == DEM_REL_nmod_poss || rel == DEM_REL_nsubj)
        return -1;
    int up = s->tok[t].head;
    if (rel == DEM_REL_nmod && up >= 0 && s->tok[up].rel == DEM_REL_obj) up = s->tok[up].head;
    else if (rel != DEM_REL_obj && rel != DEM_REL_iobj) return -1;
    return up >= 0 && s->tok[up].upos == DEM_UPOS_VERB ? dem_grammar_surface_subject(s, up) : -1;
}

/* "During his visit to Ankara, the Polish minister said ...": the subject of the clause that the phrase belongs to; -1
 * if there is none behind the pronoun. */
static int subject_ahead(const dem_sentence *s, const dem_mention *m)
{
    if (s->tok[m->head].rel != DEM_REL_nmod_poss) return -1;
    for (int t = s->tok[m->head].head; t >= 0; t = s->tok[t].head) {
        unsigned rel = s->tok[t].rel;
        int verb = rel == DEM_REL_obl || rel == DEM_REL_advcl ? s->tok[t].head : -1;
        int subject = verb >= 0 ? dem_kid_with(s, verb, DEM_REL_nsubj) : -1;
        if (subject > m->head && verb > m->head) return subject;
    }
    return -1;
}

static bool may_be(dem_pronoun p, const dem_mention *m)
{
    bool one = dem_one_person(m);
    char sex = m->actor && m->actor->kind == DEM_ACTOR_PERSON ? m->actor->gender : 0;
    switch (p) {
    case DEM_PRONOUN_HE: return one && sex != 'f';
    case DEM_PRONOUN_SHE: return one && sex != 'm';
    case DEM_PRONOUN_IT: return !one && !m->plural && m->n == 1;
    default: return m->plural || m->n > 1;
    }
}

/* "In their call Obama and Hollande agreed": two who are named side by side are "they". */
static bool takes_subject_ahead(const dem_memory *r, const dem_sentence *s, dem_mention *m, dem_pronoun p)
{
    int part[DEM_GRAMMAR_MAX], subject = subject_ahead(s, m);
    const dem_mention *ahead = subject >= 0 ? dem_mention_of(&r->c->mentions[r->now], subject) : NULL;
    bool they = p == DEM_PRONOUN_THEY && subject >= 0 && dem_grammar_conjuncts(s, subject, part) > 1;
    if (!ahead || ahead->n == 0 || !(they || may_be(p, ahead))) return false;
    const dem_antecedent a = {.sentence = r->now, .token = subject};
    take_phrase(r->c, s, m, &a, they, "pronoun, the subject that follows");
    return true;
}

void dem_pronoun_resolve(dem_memory *r, const dem_sentence *s, dem_mention *m)
{
    const dem_coding *c = r->c;
    dem_pronoun p = dem_pronoun_of(s->tok[m->head].form);
    if (p == DEM_PRONOUN_NONE) return;
    if (takes_subject_ahead(r, s, m, p)) return;
    dem_antecedent a[DEM_ANTECEDENT_MAX];
    const int16_t *weight = DEM_ANTECEDENT_WEIGHTS[dem_pronoun_class(p)];
    uint32_t n = dem_antecedents(c, r->now, m->head, a), best = 0;
    int own = own_subject(s, m->head);
    for (uint32_t k = 1; k < n; k++) {
        bool self = own >= 0 && a[best].sentence == r->now && a[best].token == own;
        bool also = own >= 0 && a[k].sentence == r->now && a[k].token == own;
        if (!also && (self || worth(c, &a[k], weight) > worth(c, &a[best], weight))) best = k;
    }
    if (best + 1 < n) take_phrase(c, s, m, &a[best], p == DEM_PRONOUN_THEY, "pronoun, by its antecedent");
    if (m->n == 0 && p == DEM_PRONOUN_THEY) resolve_two(r, s, m);
}
