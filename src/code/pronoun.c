/* code/pronoun.c - who "he", "its", "they" are (codebook 12.9). */
#include "code/memory.h"

enum { REACH = 2 };

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

static bool fits(pronoun p, const dem_mention *m)
{
    char gender = m->actor && m->actor->kind == DEM_ACTOR_PERSON ? m->actor->gender : 0;
    bool body = m->kind == DEM_MENTION_ROLE && m->role && m->role->role_kind == DEM_ROLE_BODY;
    bool state =
        m->kind == DEM_MENTION_COUNTRY || m->kind == DEM_MENTION_CAPITAL || m->kind == DEM_MENTION_SEAT;
    switch (p) {
    case HE: return dem_one_person(m) && gender != 'f';
    case SHE: return dem_one_person(m) && gender != 'm';
    case IT: return m->n == 1 && !m->modifier && (m->kind == DEM_MENTION_GROUP || body || state);
    case THEY:
        return !m->modifier && (m->n > 1 || m->plural || m->kind == DEM_MENTION_NATIONALS || body ||
                                m->kind == DEM_MENTION_GROUP || m->kind == DEM_MENTION_PAIR);
    default: return false;
    }
}

static const dem_seen *antecedent(const dem_memory *r, pronoun p, const dem_mention *m)
{
    const dem_seen *best = NULL;
    int best_score = 0;
    for (uint32_t back = 0; dem_memory_back(r, back); back++) {
        const dem_seen *x = dem_memory_back(r, back);
        if (r->now - x->sentence > REACH) break;
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

void dem_pronoun_resolve(dem_memory *r, const dem_sentence *s, dem_mention *m)
{
    pronoun p = which(s->tok[m->head].form);
    if (p == NO_PRONOUN || p == SELF) return;
    const dem_seen *best = antecedent(r, p, m);
    /* Two persons of the same sentence are nearer to "they" than one body is. */
    bool body = best && best->m->n == 1 && !best->m->plural;
    if (p == THEY && (!best || (body && best->sentence < r->now))) resolve_two(r, s, m);
    if (best && m->n == 0) dem_memory_take(m, s, best->m, "pronoun, by its antecedent");
}

