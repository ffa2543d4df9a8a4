/* code/noun.c - see noun.h. A noun is an event only where its governor says or presupposes that it happened:
 * "the strike killed", "after talks with", "condemned the arrest"; not "discuss the war", "a ceasefire plan".
 */
#include "code/noun.h"
#include "code/grammar.h"

static dem_noun_use refused(const char *why)
{
    return (dem_noun_use){.standing = {.why = why}, .verb = -1, .control = -1};
}

static dem_noun_use by_verb(const dem_rules *rules, const dem_sentence *s, int verb, bool light)
{
    return (dem_noun_use){
        .standing = dem_clause_standing(rules, s, verb), .verb = verb, .control = -1, .light = light};
}

static dem_noun_use presupposed(int verb, int control)
{
    return (dem_noun_use){.standing = {.coded = true}, .verb = verb, .control = control};
}

static dem_noun_use planned(const dem_rules *rules, const dem_sentence *s, int verb)
{
    dem_noun_use u = by_verb(rules, s, verb, false);
    u.standing.aux |= (dem_auxes)DEM_BIT(DEM_AUX_future);
    return u;
}

static bool no_such(const dem_sentence *s, int n)
{
    int d = dem_kid_with(s, n, DEM_REL_det);
    return d >= 0 && dem_str_ieq(s->tok[d].form, DEM_STR("no"));
}

/* "a planned visit", "the upcoming summit", "a possible attack", "the proposed truce" */
static dem_auxes by_adjective(const dem_rules *rules, const dem_sentence *s, int n, bool *out)
{
    dem_auxes aux = 0;
    const int16_t *kid;
    uint32_t kids = dem_kids(s, n, &kid);
    for (uint32_t k = 0; k < kids; k++) {
        const dem_token *t = &s->tok[kid[k]];
        if (t->rel != DEM_REL_amod) continue;
        if (dem_rules_lists(rules, rules->expect, t)) aux |= (dem_auxes)DEM_BIT(DEM_AUX_future);
        if (dem_rules_lists(rules, rules->possible, t)) *out = true;
    }
    return aux;
}

/* A noun of commitment or demand: "stressed China's willingness to mediate", "repeated his call for a truce".
 */
static bool tells_speech(const dem_rules *rules, const dem_token *t)
{
    return dem_rules_tells(rules, DEM_POS_NOUN, t, DEM_BIT(DEM_AGREE) | DEM_BIT(DEM_REQUEST));
}

static dem_noun_use as_object(const dem_rules *rules, const dem_sentence *s, int n, int w)
{
    const dem_token *t = &s->tok[w];
    if (dem_rules_lists(rules, rules->light, t))
        return dem_grammar_held_back(s, w) ? refused("object of a verb that says it was put off")
                                           : by_verb(rules, s, w, true);
    if (dem_rules_lists(rules, rules->begin, t) || dem_rules_lists(rules, rules->occur, t))
        return by_verb(rules, s, w, false);
    if (dem_rules_lists(rules, rules->factive, t)) return presupposed(-1, -1);
    if (dem_rules_lists(rules, rules->repel, t)) return presupposed(w, -1); /* "beat back an attack" */
    if (dem_rules_lists(rules, rules->proclaim, t))
        return by_verb(rules, s, w, false); /* "declared a state of emergency" */
    if (dem_rules_lists(rules, rules->announce, t)) return planned(rules, s, w);
    if (dem_rules_lists(rules, rules->expect, t)) return planned(rules, s, w);
    if (dem_rules_lists(rules, rules->reporting, t) && tells_speech(rules, &s->tok[n]))
        return by_verb(rules, s, w, false);
    return refused("object of a verb that does not say it happened");
}

static dem_noun_use as_subject(const dem_rules *rules, const dem_sentence *s, int w)
{
    if (s->tok[w].upos == DEM_UPOS_VERB) {
        dem_noun_use u = by_verb(rules, s, w, dem_rules_lists(rules, rules->light, &s->tok[w]));
        /* "the strike could raise tension": the strike itself is presupposed, its effect is not. */
        if (!dem_rules_lists(rules, rules->occur, &s->tok[w]) &&
            !dem_rules_lists(rules, rules->begin, &s->tok[w]) && !u.light) {
            u.standing = (dem_standing){.coded = true};
            u.verb = w;
        }
        return u;
    }
    return presupposed(w, -1);
}

/* Words of a phrase in lower case, for the lookup in a list; a word that is too long matches nothing. */
typedef struct {
    char text[3][24];
    dem_str word[3];
    uint32_t n;
} words;

static void add_word(words *w, dem_str form)
{
    w->word[w->n] = dem_str_lower(form, w->text[w->n], sizeof w->text[w->n]);
    w->n++;
}

/* "in retaliation for airstrikes", "in the wake of the attack": preposition, noun and preposition are one. */
static bool complex_adjunct(const dem_rules *rules, const dem_sentence *s, int n)
{
    int h = s->tok[n].head;
    if (s->tok[n].rel != DEM_REL_nmod || h < 0) return false;
    dem_str before = dem_grammar_case(s, h), after = dem_grammar_case(s, n);
    if (before.n == 0 || after.n == 0) return false;
    static const char *const ARTICLE[] = {"the"};
    bool the = dem_kid_with(s, h, DEM_REL_det) >= 0;
    words w = {.n = 0};
    add_word(&w, before);
    add_word(&w, s->tok[h].form);
    add_word(&w, after);
    if (dem_list_phrase(rules->lex, rules->adjunct, w.word, 3) == 3) return true;
    dem_str longer[4] = {w.word[0], dem_str_from(ARTICLE[0]), w.word[1], w.word[2]};
    return the && dem_list_phrase(rules->lex, rules->adjunct, longer, 4) == 4;
}

/* "thanked Doha for the release of two pilots by the militia": one thanks and criticises for what was done (codebook 12.6). */
static bool judged_for(const dem_rules *rules, const dem_sentence *s, int n)
{
    int verb = s->tok[n].rel == DEM_REL_obl ? s->tok[n].head : -1;
    return verb >= 0 && dem_grammar_case_is(s, n, "for") &&
           dem_rules_lists(rules, rules->judging, &s->tok[verb]);
}

/* "went to the polls following the resignation": a preposition that the tree hangs elsewhere stands before the phrase. */
static dem_str stray_preposition(const dem_sentence *s, int n)
{
    int first = n;
    while (first > 0 && dem_grammar_under(s, first - 1, n)) first--;
    bool stray = first > 0 && s->tok[first - 1].upos == DEM_UPOS_VERB && s->tok[first - 1].xpos == DEM_XPOS_VBG;
    return stray ? s->tok[first - 1].form : (dem_str){0};
}

/* "the results of the talks", "a response to the strikes", "criticised Israel over its strikes": what stands under a word of
 * outcome, of reaction or of judgment has happened. */
static bool under_outcome(const dem_rules *rules, const dem_sentence *s, int n)
{
    static const char *const OF[] = {"of", "from"}, *const TO[] = {"to", "for", "against", "at"};
    static const char *const OVER[] = {"over", "for", "to", "at"};
    int h = s->tok[n].head;
    if (h < 0) return false;
    const dem_token *t = &s->tok[h];
    if (s->tok[n].rel == DEM_REL_obl)
        return dem_rules_lists(rules, rules->factive, t) && DEM_GRAMMAR_CASE_ONE_OF(s, n, OVER) &&
               !tells_speech(rules, &s->tok[n]); /* not "did not respond to a request for comment" */
    if (dem_rules_lists(rules, rules->outcome, t)) return DEM_GRAMMAR_CASE_ONE_OF(s, n, OF);
    return dem_rules_lists(rules, rules->reaction, t) && DEM_GRAMMAR_CASE_ONE_OF(s, n, TO);
}

static dem_noun_use in_phrase(const dem_rules *rules, const dem_sentence *s, int n)
{
    words prep = {.n = 0};
    dem_str p = dem_grammar_case(s, n);
    add_word(&prep, p.n ? p : stray_preposition(s, n));
    if (under_outcome(rules, s, n)) return presupposed(-1, -1);
    bool adjunct = dem_list_has(rules->lex, rules->adjunct, prep.word[0]) || complex_adjunct(rules, s, n) ||
                   judged_for(rules, s, n);
    return adjunct ? presupposed(-1, s->tok[n].head) : refused("topic, not an adjunct of time or cause");
}

static dem_noun_use used_as(const dem_rules *rules, const dem_sentence *s, int n)
{
    const dem_token *t = &s->tok[n];
    int w = t->head;
    if (dem_grammar_predicate_nominal(s, n)) return by_verb(rules, s, n, false);
    switch (t->rel) {
    case DEM_REL_nsubj:
    case DEM_REL_nsubj_outer: return as_subject(rules, s, w);
    case DEM_REL_nsubj_pass: {
        dem_noun_use u = as_object(rules, s, n, w);
        if (u.light) u.verb = w;
        return u;
    }
    case DEM_REL_obj: return as_object(rules, s, n, w);
    case DEM_REL_obl:
    case DEM_REL_obl_agent:
    case DEM_REL_obl_unmarked:
    case DEM_REL_nmod:
        if (t->rel == DEM_REL_obl_agent) return presupposed(w, -1);
        if (t->rel == DEM_REL_obl_unmarked) return refused("bare noun phrase");
        if (t->rel == DEM_REL_obl && dem_rules_lists(rules, rules->light, &s->tok[w]) &&
            !dem_grammar_case(s, n).n)
            return by_verb(rules, s, w, true);
        return in_phrase(rules, s, n);
    default: return refused("no place in the sentence that asserts it");
    }
}

bool dem_noun_tells(const dem_rules *rules, const dem_token *noun, dem_event_type type)
{
    uint32_t n = 0;
    if (noun->upos != DEM_UPOS_NOUN) return false;
    const dem_frame *const *f = dem_lexicon_frames(rules->lex, DEM_POS_NOUN, noun->lemma, &n);
    for (uint32_t i = 0; i < n; i++)
        if (f[i]->type == type && !f[i]->particle.n) return true;
    return false;
}

dem_noun_use dem_noun_used(const dem_rules *rules, const dem_sentence *s, int n)
{
    int outer = dem_grammar_outer(rules, s, n);
    int light = dem_grammar_light(rules, s, n);
    bool possible = false;
    dem_noun_use u = light >= 0 ? by_verb(rules, s, light, true) : used_as(rules, s, outer);
    u.standing.aux |= by_adjective(rules, s, n, &possible);
    if (u.standing.coded && possible) return refused("only possible or proposed");
    if (u.standing.coded && no_such(s, n) && !u.light) return refused("negative");
    return u;
}
