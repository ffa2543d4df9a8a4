/* code/unknown.c - names that look like actors and are none of the lexicon's. A name looks like an actor if it has a
 * title, or does, suffers or says something, or is an abbreviation or ends like the name of a body. */
#include "code/coding.h"
#include "code/grammar.h"
#include "code/phrase.h"

/* "National" is an adjective in "National Conference", but written as a name. */
static bool name_word(const dem_token *t)
{
    return dem_phrase_capital(t) &&
           (t->upos == DEM_UPOS_PROPN || t->xpos == DEM_XPOS_NNP || t->xpos == DEM_XPOS_NNPS);
}

/* The words of the name itself: the proper nouns at the end of the phrase, without the title before them. */
static dem_str name_of(const dem_coding *c, const dem_sentence *s, const dem_mention *m)
{
    int from = m->to, to = m->to;
    while (from > m->from && name_word(&s->tok[from - 1])) {
        dem_str word = s->tok[from - 1].form;
        const dem_sense *sense = NULL;
        uint32_t n = 0;
        bool known =
            dem_lexicon_match(c->rules->lex, &word, 1, &sense, &n) && sense->actor->kind != DEM_ACTOR_PERSON;
        if (known && from < to) break;
        from--;
    }
    if (from == to) return (dem_str){NULL, 0};
    return dem_str_sub(c->report->text, s->tok[from].start, s->tok[to - 1].end);
}

static bool acts_or_suffers(const dem_sentence *s, int t)
{
    switch (s->tok[t].rel) {
    case DEM_REL_nsubj:
    case DEM_REL_nsubj_pass:
    case DEM_REL_obj:
    case DEM_REL_iobj:
    case DEM_REL_obl_agent: return true;
    case DEM_REL_obl:
        return dem_grammar_case_is(s, t, "by") || dem_grammar_case_is(s, t, "with") ||
               dem_grammar_case_is(s, t, "against");
    default: return false;
    }
}

static bool abbreviation(dem_str word)
{
    for (size_t i = 0; i < word.n; i++)
        if (word.p[i] < 'A' || word.p[i] > 'Z') return false;
    return word.n >= 2 && word.n <= 7;
}

static bool body_word(const dem_coding *c, const dem_sentence *s, const dem_mention *m)
{
    for (int i = m->from; i < m->to; i++) {
        char small[32];
        dem_str word = dem_str_lower(s->tok[i].form, small, sizeof small);
        if (dem_list_has(c->rules->lex, c->rules->group_word, word) ||
            dem_list_has(c->rules->lex, c->rules->body_name, word))
            return true;
    }
    return abbreviation(s->tok[m->head].form);
}

static bool looks_like_actor(const dem_sentence *s, const dem_mention *m, bool body)
{
    if (m->kind != DEM_MENTION_NAME || m->modifier) return false;
    if (m->n) return m->role && (m->flags & DEM_BIT(DEM_FLAG_unknown_person));
    return m->role || acts_or_suffers(s, m->head) || body;
}

void dem_unknown_list(const dem_coding *c, dem_unresolved_list *out)
{
    for (uint32_t i = 0; i < c->n; i++)
        for (uint32_t k = 0; k < c->mentions[i].n; k++) {
            const dem_sentence *s = &c->sentence[i];
            const dem_mention *m = &c->mentions[i].at[k];
            bool body = m->kind == DEM_MENTION_NAME && body_word(c, s, m);
            if (!looks_like_actor(s, m, body)) continue;
            dem_unresolved u = {.name = name_of(c, s, m), .group = body && !m->role, .sentence = s->number};
            if (u.name.n < 2) continue;
            if (m->role) u.role = m->role->key, u.sectors = m->role->sectors;
            if (m->n == 1) memcpy(u.code, m->entity[0].code, 4);
            dem_vec_push(c->arena, out, u);
        }
}
