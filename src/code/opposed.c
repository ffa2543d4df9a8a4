/* code/opposed.c - whom a protest is against where only a prefix says it: "anti-government protesters", "an anti-Macron
 * rally" (codebook 3.12: the authority protested against is the recipient). "Anti-war" and "anti-abortion" name nobody. */
#include "code/grammar.h"
#include "code/judgement.h"

/* What stands behind "anti-" in the form; empty if it has no such prefix. */
static dem_str opposed_word(dem_str form)
{
    bool anti = dem_str_starts(form, DEM_STR("anti-")) || dem_str_starts(form, DEM_STR("Anti-"));
    return anti ? dem_str_sub(form, 5, form.n) : (dem_str){NULL, 0};
}

/* The last one of the report, up to this sentence, whom the word names as it stands: "Macron" after "Emmanuel Macron". */
static const dem_entity *named_before(const dem_judgement *j, dem_str word)
{
    for (uint32_t i = j->k->sentence + 1; i-- > 0;) {
        const dem_mentions *all = &j->c->mentions[i];
        for (uint32_t n = all->n; n-- > 0;) {
            const dem_mention *m = &all->at[n];
            if (m->n == 1 && m->entity[0].code[0] && m->kind == DEM_MENTION_PERSON &&
                dem_str_eq(j->c->sentence[i].tok[m->head].form, word))
                return &m->entity[0];
        }
    }
    return NULL;
}

/* The authority that the word stands for: "Russian" a country, "NATO" a group, "government" that of the protesters. */
static bool authority_of(const dem_judgement *j, dem_str word, dem_entity *e)
{
    const dem_sectors state = DEM_BIT(DEM_SEC_GOV) | DEM_BIT(DEM_SEC_COP) | DEM_BIT(DEM_SEC_MIL) |
                              DEM_BIT(DEM_SEC_LEG) | DEM_BIT(DEM_SEC_JUD);
    const dem_sense *sense = NULL;
    uint32_t n = 0;
    if (!dem_lexicon_match(j->c->rules->lex, &word, 1, &sense, &n) || n == 0) return false;
    const dem_actor *a = sense->actor;
    const dem_tenure *t = a->kind == DEM_ACTOR_GROUP || a->kind == DEM_ACTOR_PERSON
                              ? dem_actor_on(a, j->c->report->day, NULL)
                              : NULL;
    if (a->kind == DEM_ACTOR_COUNTRY) {
        memcpy(e->code, a->code, sizeof e->code);
        e->sectors = sense->sectors;
    } else if (a->kind == DEM_ACTOR_ROLE && (a->sectors & state)) {
        memcpy(e->code, j->k->actor.entity[0].code, sizeof e->code);
        e->sectors = a->sectors;
    } else if (t && n == 1) {
        memcpy(e->code, t->code, sizeof e->code);
        e->sectors = t->sectors;
        dem_mention_identify(e, a, t);
    }
    return e->code[0] != '\0';
}

/* The word with the prefix belongs to the noun that tells the protest, or to who protests. */
static bool of_protest(const dem_judgement *j, int t)
{
    int pred = j->k->pred, subject = dem_grammar_subject(j->s, pred);
    unsigned rel = j->s->tok[t].rel;
    if (rel != DEM_REL_amod && rel != DEM_REL_compound) return false;
    return j->s->tok[t].head == pred || (subject >= 0 && dem_grammar_under(j->s, t, subject));
}

void dem_opposed(dem_judgement *j)
{
    dem_members *r = &j->k->recipient;
    if (j->type != DEM_PROTEST || r->n || j->k->actor.n == 0) return;
    for (int t = 0; t < (int)j->s->n && r->n == 0; t++) {
        dem_str word = opposed_word(j->s->tok[t].form);
        if (!word.n || !of_protest(j, t)) continue;
        dem_entity e = {.implied = false};
        const dem_entity *before = named_before(j, word);
        if (before) e = *before;
        else if (!authority_of(j, word, &e)) continue;
        e.span = (dem_span){j->s->tok[t].start, j->s->tok[t].end};
        r->entity[0] = e;
        r->mention[0] = NULL;
        r->n = 1;
    }
}
