/* code/match.c - frames against the tree: conditions first, then roles, then the best of those that match. */
#include "code/match.h"
#include "code/attribution.h"
#include "code/grammar.h"

/* ---- participants ------------------------------------------------------------------------------------- */

/* Two presidents of one country who meet are two, though their codes are the same: known names decide. */
static bool same_participant(const dem_entity *a, const dem_entity *b)
{
    if (memcmp(a->code, b->code, 4) != 0 || a->sectors != b->sectors) return false;
    return !a->wikidata.n || !b->wikidata.n || dem_str_eq(a->wikidata, b->wikidata);
}

bool dem_members_have(const dem_members *side, const dem_entity *e)
{
    for (uint32_t i = 0; i < side->n; i++)
        if (same_participant(&side->entity[i], e)) return true;
    return false;
}

bool dem_members_of(const dem_members *side, const char *code)
{
    for (uint32_t i = 0; i < side->n; i++)
        if (memcmp(side->entity[i].code, code, 4) == 0) return true;
    return false;
}

static void add(dem_members *side, const dem_entity *e, const dem_mention *m)
{
    if (side->n == DEM_MAX_MEMBERS || dem_members_have(side, e)) return;
    side->entity[side->n] = *e;
    side->mention[side->n++] = m;
}

bool dem_match_two_sided(const dem_frame *f)
{
    for (uint32_t i = 0; i < f->n_slot; i++)
        if (f->slot[i].adds && f->slot[i].side == DEM_SIDE_ACTOR) return true;
    return false;
}

bool dem_match_judicial(dem_modes modes)
{
    return dem_modes_has(modes, DEM_SANCTION_convict) || dem_modes_has(modes, DEM_COERCE_arrest) ||
           dem_modes_has(modes, DEM_ACCUSE_allege);
}

bool dem_match_takes_places(dem_event_type type)
{
    return type == DEM_ASSAULT || type == DEM_COERCE || type == DEM_CONSULT || type == DEM_RETREAT ||
           type == DEM_MOBILIZE;
}

/* A city that is hit is its people; a city that is visited is its country; a city that acts is its government.
 */
static bool place_as(const dem_mention *m, dem_event_type type, bool actor, dem_entity *e)
{
    if (m->kind == DEM_MENTION_NATIONALS &&
        e->sectors == 0) { /* victims, detainees, protesters (codebook 7.6) */
        bool suffers = !actor && (type == DEM_ASSAULT || type == DEM_COERCE);
        if (suffers || (actor && type == DEM_PROTEST)) e->sectors = DEM_BIT(DEM_SEC_CVL);
    }
    if (m->kind != DEM_MENTION_CAPITAL && m->kind != DEM_MENTION_PLACE) return true;
    if (actor || !dem_match_takes_places(type)) return m->kind == DEM_MENTION_CAPITAL;
    e->sectors = type == DEM_ASSAULT || type == DEM_COERCE ? DEM_BIT(DEM_SEC_CVL) : 0;
    return true;
}

/* Speech acts are done by the speaker; deeds and undertakings that "we" will do are the country's (codebook
 * D65). */
static bool country_does(dem_event_type type)
{
    return type == DEM_AGREE || type == DEM_AID || type == DEM_COOPERATE || type == DEM_CONCEDE ||
           type == DEM_RETREAT || type == DEM_ASSAULT || type == DEM_MOBILIZE || type == DEM_SANCTION;
}

static bool first_person(const dem_token *t)
{
    static const char *const WORDS[] = {"we", "us", "our", "i", "me", "my"};
    return DEM_STR_IONE_OF(t->form, WORDS);
}

static bool governs(const dem_entity *e)
{
    return e->sectors & (DEM_BIT(DEM_SEC_GOV) | DEM_BIT(DEM_SEC_MIL) | DEM_BIT(DEM_SEC_LEG));
}

bool dem_speaker_of(const dem_coding *c, uint32_t sentence, int pred, int token, bool deed, dem_entity *out)
{
    static const char *const ONE[] = {"i", "me", "my"};
    const dem_token *t = &c->sentence[sentence].tok[token];
    if (!first_person(t)) return false;
    dem_attribution by = dem_attribution_of(c, sentence, pred);
    if (!by.present || !by.named || !by.entity.code[0]) return false;
    *out = by.entity;
    out->span = (dem_span){t->start, t->end};
    bool country =
        deed && !DEM_STR_IONE_OF(t->form, ONE) && governs(out) && dem_lexicon_country(c->rules->lex, out->code);
    if (country) {
        out->sectors = 0;
        out->name = out->wikidata = out->label = out->office = (dem_str){NULL, 0};
    }
    return true;
}

bool dem_speaker_as(const dem_coding *c, uint32_t sentence, int token, dem_entity *out)
{
    const dem_sentence *s = &c->sentence[sentence];
    int pred = token;
    for (int up = s->tok[token].head; up >= 0; up = s->tok[up].head) { /* the clause that the word stands in */
        pred = up;
        unsigned rel = s->tok[up].rel;
        if (rel == DEM_REL_ccomp || rel == DEM_REL_parataxis || rel == DEM_REL_advcl ||
            rel == DEM_REL_acl_relcl)
            break;
    }
    return dem_speaker_of(c, sentence, pred, token, true, out);
}

static void take_speaker(dem_coding *c, uint32_t sentence, int pred, const dem_mention *m, dem_event_type type,
                         dem_members *side)
{
    dem_entity e;
    if (dem_speaker_of(c, sentence, pred, m->head, country_does(type), &e)) add(side, &e, m);
}

static int of_phrase(const dem_sentence *s, int h)
{
    const int16_t *kid;
    uint32_t n = dem_kids(s, h, &kid);
    for (uint32_t k = 0; k < n; k++)
        if (s->tok[kid[k]].rel == DEM_REL_nmod && dem_grammar_case_is(s, kid[k], "of")) return kid[k];
    return -1;
}

/* "thousands of farmers", "tens of thousands of members of unions": the of-phrase is the participant. */
static int look_through(const dem_coding *c, const dem_sentence *s, int h)
{
    enum { DEEPEST = 4 };
    for (int i = 0; i < DEEPEST; i++) {
        bool number = s->tok[h].upos == DEM_UPOS_NUM; /* "arrested 40 of them" */
        if (!number && !dem_rules_lists(c->rules, c->rules->quantity, &s->tok[h])) break;
        int of = of_phrase(s, h);
        if (of < 0) break;
        h = of;
    }
    return h;
}

/* "the Ottawa treaty": where it was signed, not whose it is. */
static bool named_after(const dem_coding *c, const dem_sentence *s, const dem_mention *m, int h)
{
    bool city = m->kind == DEM_MENTION_CAPITAL || m->kind == DEM_MENTION_PLACE;
    return city && s->tok[m->head].rel != DEM_REL_nmod_poss && s->tok[m->head].head == h && m->head < h &&
           dem_rules_lists(c->rules, c->rules->treaty, &s->tok[h]);
}

/* Whose act or thing it is: "welcomed Kyiv's offer", "the decision of the Serbian government", "Ukrainian
 * positions". */
static int belonging(const dem_coding *c, uint32_t sentence, int h)
{
    static const char *const PREPS[] = {NULL, "by", "of", "from", "between", "with"};
    const dem_sentence *s = &c->sentence[sentence];
    for (size_t p = 0; p < sizeof PREPS / sizeof *PREPS; p++) {
        dem_slot slot = {.kind = PREPS[p] ? DEM_SLOT_PREP : DEM_SLOT_POSS, .prep = dem_str_from(PREPS[p])};
        int fill[DEM_GRAMMAR_MAX], n = dem_grammar_fill(c->rules, s, h, DEM_POS_NOUN, &slot, fill);
        for (int i = 0; i < n; i++) {
            const dem_mention *m = dem_mention_of(&c->mentions[sentence], fill[i]);
            if (m && m->n && m->kind != DEM_MENTION_PRONOUN && !named_after(c, s, m, h)) return fill[i];
        }
    }
    int part = dem_kid_with(s, h, DEM_REL_acl); /* "positions held by the rebels" */
    bool held =
        part > h && dem_rules_lists(c->rules, c->rules->held, &s->tok[part]) && dem_grammar_passive(s, part);
    return held ? dem_grammar_subject(s, part) : -1;
}

/* "in support of the talks between Kenya and Chad": through one noun more. */
static int belonging_behind(const dem_coding *c, uint32_t sentence, int h)
{
    int b = belonging(c, sentence, h), of = b < 0 ? of_phrase(&c->sentence[sentence], h) : -1;
    bool noun = of >= 0 && c->sentence[sentence].tok[of].upos == DEM_UPOS_NOUN &&
                !dem_mention_of(&c->mentions[sentence], of);
    return noun ? belonging(c, sentence, of) : b;
}

/* Who made a law, a letter, a ruling that does something: "signed a decree banning ...", "the army's order bars ...". */
static int author(const dem_coding *c, uint32_t sentence, int h)
{
    const dem_sentence *s = &c->sentence[sentence];
    int verb = s->tok[h].rel == DEM_REL_obj ? s->tok[h].head : -1, b = belonging(c, sentence, h);
    if (b >= 0 || verb < 0 || !dem_rules_lists(c->rules, c->rules->issue, &s->tok[verb])) return b;
    return dem_grammar_subject(s, verb);
}

/* Whose the noun `h` is that is no participant itself, -1 if nobody's. */
static int owner(const dem_coding *c, uint32_t sentence, int h)
{
    h = look_through(c, &c->sentence[sentence], h);
    const dem_mention *m = dem_mention_of(&c->mentions[sentence], h);
    bool mentioned = m && (m->kind != DEM_MENTION_WORD || m->n);
    return mentioned || c->sentence[sentence].tok[h].upos != DEM_UPOS_NOUN ? -1
                                                                           : belonging_behind(c, sentence, h);
}

/* The mention that fills a slot at token `h`: the phrase itself, or for a recipient whose act or thing it is.
 */
static const dem_mention *filler(const dem_coding *c, uint32_t sentence, int h, bool actor)
{
    const dem_sentence *s = &c->sentence[sentence];
    h = look_through(c, s, h);
    const dem_mention *m = dem_mention_of(&c->mentions[sentence], h);
    if (m && m->kind == DEM_MENTION_WORD && m->n == 0) m = NULL; /* "the network of the parliament" */
    if (!m && actor && dem_rules_lists(c->rules, c->rules->decree, &s->tok[h])) {
        int a = author(c, sentence, h);
        return a >= 0 ? dem_mention_of(&c->mentions[sentence], a) : NULL;
    }
    if (m || actor || s->tok[h].upos != DEM_UPOS_NOUN) return m;
    int b = owner(c, sentence, h);
    return b >= 0 ? dem_mention_of(&c->mentions[sentence], b) : NULL;
}

static void take_unresolved(dem_coding *c, const dem_sentence *s, int h, const dem_mention *m,
                            dem_members *side)
{
    const dem_token *t = &s->tok[h];
    if (t->upos != DEM_UPOS_NOUN && t->upos != DEM_UPOS_PROPN && t->upos != DEM_UPOS_PRON) return;
    bool pronoun = m && m->kind == DEM_MENTION_PRONOUN;
    side->lost |= pronoun;
    side->open |= !pronoun;
    bool person = (m && (m->kind == DEM_MENTION_NAME || m->kind == DEM_MENTION_ROLE)) ||
                  dem_str_ieq(t->form, DEM_STR("he")) || dem_str_ieq(t->form, DEM_STR("she")) ||
                  dem_str_ieq(t->form, DEM_STR("him")) || dem_str_ieq(t->form, DEM_STR("her"));
    if (person && side->nobody.end == 0) {
        side->nobody =
            m ? (dem_span){s->tok[m->from].start, s->tok[m->to - 1].end} : (dem_span){t->start, t->end};
        if (m && m->role && m->kind == DEM_MENTION_ROLE)
            side->nobody_is = m->former ? DEM_BIT(DEM_SEC_ELI) : m->role->sectors;
    }
    if (!c->keep_unresolved) return;
    dem_entity e = {.span = {t->start, t->end}};
    if (m) e.span = (dem_span){s->tok[m->from].start, s->tok[m->to - 1].end};
    if (m && m->role) e.sectors = m->role->sectors;
    add(side, &e, m);
}

static bool ownerless(const dem_mention *m)
{
    return m && m->kind == DEM_MENTION_ROLE && m->role->role_kind == DEM_ROLE_THING &&
           (m->n == 0 || m->guessed);
}

static void take(dem_coding *c, uint32_t sentence, int pred, int h, dem_event_type type, bool actor,
                 dem_members *side);

static void take_one(dem_coding *c, uint32_t sentence, int pred, int h, dem_event_type type, bool actor,
                     dem_members *side)
{
    const dem_sentence *s = &c->sentence[sentence];
    int whose = actor ? -1 : owner(c, sentence, h);
    if (whose >= 0) { /* "welcomed the talks between Kenya and Chad" */
        take(c, sentence, pred, whose, type, actor, side);
        return;
    }
    const dem_mention *m = filler(c, sentence, h, actor);
    if (m && m->kind == DEM_MENTION_PRONOUN && first_person(&s->tok[m->head])) {
        take_speaker(c, sentence, pred, m, type, side);
        return;
    }
    if (actor && ownerless(m)) { /* the owner of a weapon is not inferred (codebook 12.7) */
        side->thing = true;
        return;
    }
    if (!m || m->n == 0) {
        int example = m && m->kind == DEM_MENTION_PRONOUN ? -1 : dem_grammar_example(s, h);
        if (example >= 0) take(c, sentence, pred, example, type, actor, side);
        else take_unresolved(c, s, h, m, side);
        return;
    }
    for (uint32_t i = 0; i < m->n; i++) {
        dem_entity e = m->entity[i];
        bool place = m->kind == DEM_MENTION_CAPITAL &&
                     (dem_grammar_case_is(s, h, "in") || dem_grammar_case_is(s, h, "at"));
        if (place && (actor || type == DEM_CONCEDE))
            continue; /* after a locative preposition a capital is a place only */
        if (m->kind == DEM_MENTION_CAPITAL && s->tok[h].rel == DEM_REL_compound && actor &&
            (type == DEM_ASSAULT || type == DEM_PROTEST))
            continue; /* "the Paris attacks" were not Paris's, nor are its protests the government's (codebook D37) */
        if (place_as(m, type, actor, &e)) add(side, &e, m);
    }
    /* "arrested activists, including two Germans": the country of the others is a guess, theirs is said */
    int example = m->guessed ? dem_grammar_example(s, h) : -1;
    const dem_mention *named = example >= 0 ? dem_mention_of(&c->mentions[sentence], example) : NULL;
    if (named && named->n && memcmp(named->entity[0].code, m->entity[0].code, 4) != 0)
        take(c, sentence, pred, example, type, actor, side);
}

static void take(dem_coding *c, uint32_t sentence, int pred, int h, dem_event_type type, bool actor,
                 dem_members *side)
{
    int part[DEM_GRAMMAR_MAX], n = dem_grammar_conjuncts(&c->sentence[sentence], h, part);
    for (int i = 0; i < n; i++) take_one(c, sentence, pred, part[i], type, actor, side);
}

void dem_members_take(dem_coding *c, uint32_t sentence, int pred, int h, dem_event_type type, dem_members *side)
{
    take(c, sentence, pred, h, type, true, side);
}

void dem_members_take_owner(dem_coding *c, uint32_t sentence, int pred, int h, dem_event_type type,
                            dem_members *side)
{
    int whose = owner(c, sentence, h);
    if (whose >= 0) take(c, sentence, pred, whose, type, false, side);
}

/* ---- conditions ---------------------------------------------------------------------------------------
 *
 * What is asked here and below of a frame, shadow.c asks of two: whether one holds, and fills as many roles, wherever the
 * other does. A change here is to be made there. */

/* Lists may name a plural that has no singular ("troops"): the form counts beside the lemma. */
static bool word_fits(const dem_coding *c, const dem_slot *slot, const dem_sentence *s, int h)
{
    int part[DEM_GRAMMAR_MAX], n = dem_grammar_conjuncts(s, h, part);
    for (int i = 0; i < n; i++) {
        char a[40], b[40];
        dem_str lemma = dem_str_lower(s->tok[part[i]].lemma, a, sizeof a),
                form = dem_str_lower(s->tok[part[i]].form, b, sizeof b);
        for (uint32_t k = 0; k < slot->n_word; k++)
            if (dem_str_eq(lemma, slot->word[k]) || dem_str_eq(form, slot->word[k])) return true;
        for (uint32_t k = 0; k < slot->n_list; k++)
            if (dem_list_has(c->rules->lex, slot->list[k], lemma) ||
                dem_list_has(c->rules->lex, slot->list[k], form))
                return true;
    }
    return false;
}

static bool any_word_fits(const dem_coding *c, const dem_slot *slot, const dem_sentence *s, const int *fill,
                          int n)
{
    for (int i = 0; i < n; i++)
        if (word_fits(c, slot, s, look_through(c, s, fill[i])) ||
            word_fits(c, slot, s, dem_grammar_inner(c->rules, s, fill[i])))
            return true;
    return false;
}

static bool is_state(const dem_mention *m)
{
    return m->entity[0].sectors == 0 || (m->entity[0].sectors & DEM_MATCH_STATE);
}

static bool class_fits(const dem_slot *slot, const dem_mention *m)
{
    if (!m || m->n == 0) return false;
    dem_sectors s = m->entity[0].sectors;
    if (slot->sectors & s) return true;
    if ((slot->classes & DEM_CLASS_COUNTRY) && s == 0) return true;
    if ((slot->classes & DEM_CLASS_STATE) && is_state(m)) return true;
    if ((slot->classes & DEM_CLASS_ARMED) && (s & DEM_MATCH_ARMED)) return true;
    return (slot->classes & DEM_CLASS_PEOPLE) && s != 0 && !is_state(m) && !(s & DEM_MATCH_ARMED);
}

/* "We want", "I offered": the speaker is of the kind asked for. */
static bool speaker_fits(const dem_coding *c, uint32_t sentence, int pred, const dem_slot *slot)
{
    dem_attribution by = dem_attribution_of(c, sentence, pred);
    dem_mention speaker = {.n = by.present && by.named};
    speaker.entity[0] = by.entity;
    return class_fits(slot, &speaker);
}

/* The one whose kind counts: the phrase itself, who made the decree that acts, the first of those who are named as
 * examples of nobody in particular. */
static const dem_mention *judged_by(const dem_coding *c, uint32_t sentence, int h, bool actor)
{
    const dem_sentence *s = &c->sentence[sentence];
    const dem_mention *m = actor ? filler(c, sentence, h, true) : dem_mention_of(&c->mentions[sentence], h);
    if (m && (m->n || m->kind == DEM_MENTION_PRONOUN)) return m;
    int example = dem_grammar_example(s, h);
    return example >= 0 ? dem_mention_of(&c->mentions[sentence], example) : m;
}

static bool any_class_fits(const dem_coding *c, uint32_t sentence, int pred, const dem_slot *slot,
                           const int *fill, int n)
{
    const dem_sentence *s = &c->sentence[sentence];
    for (int i = 0; i < n; i++) {
        int h = look_through(c, s, fill[i]);
        if (class_fits(slot, judged_by(c, sentence, h, slot->kind == DEM_SLOT_SUBJ))) return true;
        if (first_person(&s->tok[h]) && speaker_fits(c, sentence, pred, slot)) return true;
    }
    return false;
}

/* Before a court or the police anybody will do: "convicted Michael Avenatti", "he was charged" (judge.c finds
 * the code). */
static bool any_person(const dem_coding *c, uint32_t sentence, const int *fill, int n)
{
    for (int i = 0; i < n; i++) {
        const dem_mention *m =
            dem_mention_of(&c->mentions[sentence], look_through(c, &c->sentence[sentence], fill[i]));
        if (m && (m->kind == DEM_MENTION_NAME || m->kind == DEM_MENTION_ROLE || m->kind == DEM_MENTION_PRONOUN))
            return true;
    }
    return false;
}

/* "It bombed the airport": a target, though nobody says whose. */
static bool any_target(const dem_coding *c, uint32_t sentence, const int *fill, int n)
{
    for (int i = 0; i < n; i++) {
        const dem_mention *m =
            dem_mention_of(&c->mentions[sentence], look_through(c, &c->sentence[sentence], fill[i]));
        if (m && m->kind == DEM_MENTION_ROLE && m->role->role_kind == DEM_ROLE_THING) return true;
    }
    return false;
}

static bool any_resolved(const dem_coding *c, uint32_t sentence, const int *fill, int n, bool actor)
{
    const dem_sentence *s = &c->sentence[sentence];
    for (int i = 0; i < n; i++) {
        int part[DEM_GRAMMAR_MAX], parts = dem_grammar_conjuncts(s, fill[i], part);
        for (int k = 0; k < parts; k++) {
            const dem_mention *m = filler(c, sentence, part[k], actor);
            if (!m || m->n == 0) m = judged_by(c, sentence, part[k], actor);
            if (m && (m->n || (m->kind == DEM_MENTION_PRONOUN && first_person(&s->tok[m->head])))) return true;
        }
    }
    return false;
}

static const char *slot_name(const dem_slot *slot, char out[32])
{
    static const char *const NAMES[] = {"subj", "obj", "iobj", "comp", "poss"};
    size_t n = slot->prep.n < 31 ? slot->prep.n : 31;
    if (slot->kind != DEM_SLOT_PREP) return NAMES[slot->kind];
    memcpy(out, slot->prep.p, n);
    out[n] = 0;
    return out;
}

static const char *const FAILS[] = {
    [DEM_FIT_GOOD] = "",
    [DEM_FIT_RULED_OUT] = "is a word that is ruled out",
    [DEM_FIT_PRESENT] = "must not be there",
    [DEM_FIT_OWN] = "is the subject's own",
    [DEM_FIT_ABSENT] = "is not there",
    [DEM_FIT_WORD] = "is none of the words asked for",
    [DEM_FIT_CLASS] = "is no actor of the kind asked for",
    [DEM_FIT_CODE] = "is no actor with a code",
};

/* "closed its embassy", "the closure of its embassy": what is the subject's own is not whom it acts against. */
static bool own_thing(const dem_coding *c, uint32_t sentence, int pred, dem_pos pos, int h)
{
    const dem_sentence *s = &c->sentence[sentence];
    const dem_mentions *ms = &c->mentions[sentence];
    const dem_slot subject = {.kind = DEM_SLOT_SUBJ};
    const dem_mention *m = dem_mention_of(ms, h);
    int whose = dem_kid_with(s, h, DEM_REL_nmod_poss), by[DEM_GRAMMAR_MAX];
    bool thing = m && m->role && m->role->role_kind == DEM_ROLE_THING;
    if (!thing || whose < 0 || s->tok[whose].xpos != DEM_XPOS_PRPS ||
        !dem_grammar_fill(c->rules, s, pred, pos, &subject, by))
        return false;
    const dem_mention *its = dem_mention_of(ms, whose), *who = dem_mention_of(ms, by[0]);
    return its && its->n && who && who->n && memcmp(its->entity[0].code, who->entity[0].code, 4) == 0;
}

static dem_fit slot_fit(const dem_coding *c, uint32_t sentence, int pred, const dem_frame *f,
                        const dem_slot *slot, const int *fill, int n, bool loose)
{
    const dem_sentence *s = &c->sentence[sentence];
    bool words = slot->n_word || slot->n_list;
    if (slot->need == DEM_NEED_ABSENT) {
        if (words) return any_word_fits(c, slot, s, fill, n) ? DEM_FIT_RULED_OUT : DEM_FIT_GOOD;
        return n ? DEM_FIT_PRESENT : DEM_FIT_GOOD;
    }
    if (words && !any_word_fits(c, slot, s, fill, n)) return n ? DEM_FIT_WORD : DEM_FIT_ABSENT;
    bool participant = slot->side == DEM_SIDE_ACTOR || slot->side == DEM_SIDE_RECIPIENT;
    if (loose && participant && !words && slot->kind != DEM_SLOT_OBJ) return DEM_FIT_GOOD;
    if (slot->need == DEM_NEED_PRESENT && n == 0) return DEM_FIT_ABSENT;
    if ((slot->sectors || slot->classes) && !any_class_fits(c, sentence, pred, slot, fill, n))
        return loose && slot->kind == DEM_SLOT_SUBJ ? DEM_FIT_GOOD : DEM_FIT_CLASS;
    if (slot->need == DEM_NEED_ACTOR && slot->side == DEM_SIDE_RECIPIENT && dem_match_judicial(f->modes) &&
        any_person(c, sentence, fill, n))
        return DEM_FIT_GOOD;
    if (slot->need == DEM_NEED_ACTOR && f->type == DEM_ASSAULT && any_target(c, sentence, fill, n))
        return DEM_FIT_GOOD;
    if (slot->need == DEM_NEED_ACTOR && slot->side == DEM_SIDE_RECIPIENT && n &&
        own_thing(c, sentence, pred, f->pos, fill[0]))
        return loose ? DEM_FIT_GOOD : DEM_FIT_OWN;
    if (slot->need == DEM_NEED_ACTOR && !any_resolved(c, sentence, fill, n, slot->side != DEM_SIDE_RECIPIENT))
        return loose ? DEM_FIT_GOOD : DEM_FIT_CODE;
    return DEM_FIT_GOOD;
}

/* ---- fillers ------------------------------------------------------------------------------------------- */

/* "handed over fighter jets": where the parser took the particle for a preposition, its noun is the object. */
static int particle_object(const dem_sentence *s, int pred, const dem_frame *f)
{
    if (f->pos != DEM_POS_VERB || f->particle.n == 0) return -1;
    int p = dem_grammar_particle(s, pred, f->particle);
    return p == pred + 1 && s->tok[p].rel == DEM_REL_case && s->tok[p].head > p ? s->tok[p].head : -1;
}

static int fill_slot(const dem_coding *c, uint32_t sentence, int pred, const dem_frame *f, const dem_slot *slot,
                     int out[DEM_GRAMMAR_MAX])
{
    const dem_sentence *s = &c->sentence[sentence];
    int n = dem_grammar_fill(c->rules, s, pred, f->pos, slot, out);
    if (n == 0 && slot->kind == DEM_SLOT_OBJ && (out[0] = particle_object(s, pred, f)) >= 0) n = 1;
    /* A clause gives its subject as a participant: "alleged that Russia had shelled the town". */
    bool participant = slot->side == DEM_SIDE_ACTOR || slot->side == DEM_SIDE_RECIPIENT;
    if (n == 0 || slot->kind != DEM_SLOT_COMP || !participant) return n;
    out[0] = dem_grammar_surface_subject(s, out[0]);
    return out[0] >= 0 ? 1 : 0;
}

/* ---- one frame ----------------------------------------------------------------------------------------- */

static void note(dem_coding *c, uint32_t sentence, int pred, const dem_frame *f, bool matched, dem_str why)
{
    if (!c->trace) return;
    const dem_token *t = &c->sentence[sentence].tok[pred];
    dem_str word = dem_frame_name(f, c->arena);
    dem_str name = dem_arena_printf(c->arena, "%.*s:%u %.*s", DEM_STR_ARG(f->file), f->line, DEM_STR_ARG(word));
    dem_trace_frame row = {sentence, {t->start, t->end}, name, f->entry, f->type, matched, matched, why};
    dem_vec_push(c->trace->arena, &c->trace->frames, row);
}

static bool modifier_fits(const dem_sentence *s, int n, dem_str modifier)
{
    const int16_t *kid;
    uint32_t kids = dem_kids(s, n, &kid);
    for (uint32_t k = 0; k < kids; k++) {
        unsigned rel = s->tok[kid[k]].rel;
        if ((rel == DEM_REL_compound || rel == DEM_REL_amod) && dem_str_ieq(s->tok[kid[k]].lemma, modifier))
            return true;
    }
    return n > 0 && dem_str_ieq(s->tok[n - 1].form, modifier);
}

static bool particle_fits(const dem_sentence *s, int pred, const dem_frame *f, int *trigger_to)
{
    *trigger_to = pred + 1;
    if (f->particle.n == 0) return true;
    if (f->pos == DEM_POS_NOUN) return modifier_fits(s, pred, f->particle);
    int p = dem_grammar_particle(s, pred, f->particle);
    if (p == pred + 1) *trigger_to = pred + 2;
    return p >= 0;
}

/* The subject of a light verb acts, though the noun's frame need not say so: "Russia launched an attack". */
static uint32_t take_light_subject(dem_coding *c, uint32_t sentence, dem_candidate *k)
{
    const dem_frame *f = k->frame;
    const dem_slot subject = {.kind = DEM_SLOT_SUBJ};
    for (uint32_t i = 0; i < f->n_slot; i++)
        if (f->slot[i].kind == DEM_SLOT_SUBJ) return 0;
    int fill[DEM_GRAMMAR_MAX],
        n = dem_grammar_fill(c->rules, &c->sentence[sentence], k->pred, f->pos, &subject, fill);
    uint32_t before = k->actor.n;
    for (int i = 0; i < n; i++) take(c, sentence, k->pred, fill[i], f->type, true, &k->actor);
    return k->actor.n > before;
}

/* "suicide attack", "arms embargo": a modifier that names nobody leaves the side empty, not open. */
static bool possessor(const dem_coding *c, uint32_t sentence, int h)
{
    return c->sentence[sentence].tok[h].rel == DEM_REL_nmod_poss || dem_mention_of(&c->mentions[sentence], h);
}

static uint32_t fill_roles(dem_coding *c, uint32_t sentence, dem_candidate *k)
{
    const dem_frame *f = k->frame;
    uint32_t filled = 0;
    bool acts = false; /* a slot that names the actor has done so */
    for (uint32_t i = 0; i < f->n_slot; i++) {
        const dem_slot *slot = &f->slot[i];
        if (slot->side == DEM_SIDE_NONE || slot->need == DEM_NEED_ABSENT) continue;
        int fill[DEM_GRAMMAR_MAX], n = fill_slot(c, sentence, k->pred, f, slot, fill);
        if (slot->side == DEM_SIDE_CONTENT) {
            if (k->content < 0 && n) k->content = fill[0], filled++;
            continue;
        }
        dem_members *side = slot->side == DEM_SIDE_ACTOR ? &k->actor : &k->recipient;
        if (side->n && !slot->adds) continue;
        uint32_t before = side->n;
        for (int j = 0; j < n; j++)
            if (slot->kind != DEM_SLOT_POSS || possessor(c, sentence, fill[j]))
                take(c, sentence, k->pred, fill[j], f->type, slot->side == DEM_SIDE_ACTOR, side);
        if (!slot->adds) side->n_own = side->n;
        filled += side->n > before;
        acts |= slot->side == DEM_SIDE_ACTOR && !slot->adds && side->n > before;
    }
    if (f->pos == DEM_POS_NOUN && !acts) filled += take_light_subject(c, sentence, k);
    return filled;
}

/* A speech act whose content is not there is another word: "called Nevada for Biden", "ordered a salad". */
static bool empty_speech(const dem_candidate *k)
{
    const dem_frame *f = k->frame;
    bool asks = false;
    for (uint32_t i = 0; i < f->n_slot; i++) asks |= f->slot[i].side == DEM_SIDE_CONTENT;
    if (!f->by_content || !asks || k->content >= 0) return false;
    return f->type == DEM_REQUEST || k->recipient.n == 0;
}

static bool frame_fits(dem_coding *c, uint32_t sentence, int pred, const dem_frame *f, bool loose,
                       dem_candidate *k)
{
    const dem_sentence *s = &c->sentence[sentence];
    *k = (dem_candidate){.frame = f, .sentence = sentence, .pred = pred, .content = -1};
    if (!particle_fits(s, pred, f, &k->trigger_to)) return false;
    for (uint32_t i = 0; i < f->n_slot; i++) {
        int fill[DEM_GRAMMAR_MAX], n = fill_slot(c, sentence, pred, f, &f->slot[i], fill);
        dem_fit fit = slot_fit(c, sentence, pred, f, &f->slot[i], fill, n, loose);
        if (fit == DEM_FIT_GOOD) continue;
        char name[32];
        if (!loose && c->trace)
            note(c, sentence, pred, f, false,
                 dem_arena_printf(c->arena, "%s %s", slot_name(&f->slot[i], name), FAILS[fit]));
        return false;
    }
    return true;
}

/* ---- near misses ---------------------------------------------------------------------------------------- */

/* Conditions that guard against other senses may fail one at a time; what must be absent, must be there, stays. */
static bool nearly_fits(dem_coding *c, uint32_t sentence, int pred, const dem_frame *f, dem_candidate *k)
{
    *k = (dem_candidate){.frame = f, .sentence = sentence, .pred = pred, .content = -1};
    if (f->type == DEM_EVENT_NONE || !particle_fits(&c->sentence[sentence], pred, f, &k->trigger_to))
        return false;
    for (uint32_t i = 0; i < f->n_slot; i++) {
        int fill[DEM_GRAMMAR_MAX], n = fill_slot(c, sentence, pred, f, &f->slot[i], fill);
        dem_fit fit = slot_fit(c, sentence, pred, f, &f->slot[i], fill, n, false);
        if (fit == DEM_FIT_GOOD) continue;
        if (k->unfit || fit < DEM_FIT_ABSENT) return false;
        k->unfit = &f->slot[i];
        k->fit = fit;
        k->unfit_at = n ? fill[0] : -1;
    }
    return k->unfit;
}

uint32_t dem_match_near(dem_coding *c, uint32_t sentence, int pred, dem_pos pos, dem_candidate *out,
                        uint32_t max)
{
    uint32_t n = 0, found = 0;
    char lower[40];
    dem_str lemma = dem_str_lower(c->sentence[sentence].tok[pred].lemma, lower, sizeof lower);
    const dem_frame *const *frame = dem_lexicon_frames(c->rules->lex, pos, lemma, &n);
    for (uint32_t i = 0; i < n && found < max; i++) {
        dem_candidate k;
        bool told = false;
        for (uint32_t t = 0; t < found; t++) told |= out[t].frame->type == frame[i]->type;
        if (told || !nearly_fits(c, sentence, pred, frame[i], &k)) continue;
        fill_roles(c, sentence, &k);
        if (empty_speech(&k)) continue;
        out[found++] = k;
    }
    return found;
}

/* ---- the best frame -------------------------------------------------------------------------------------- */

bool dem_match(dem_coding *c, uint32_t sentence, int pred, dem_pos pos, bool loose, dem_candidate *out,
               bool *blocked)
{
    uint32_t n = 0, best_filled = 0;
    char lower[40];
    dem_str lemma = dem_str_lower(c->sentence[sentence].tok[pred].lemma, lower, sizeof lower);
    const dem_frame *const *frame = dem_lexicon_frames(c->rules->lex, pos, lemma, &n);
    bool found = false;
    *blocked = false;
    for (uint32_t i = 0; i < n; i++) {
        dem_candidate k;
        if (found && frame[i]->conditions < out->frame->conditions) break;
        if (!frame_fits(c, sentence, pred, frame[i], loose, &k)) continue;
        uint32_t filled = fill_roles(c, sentence, &k);
        if (!loose && empty_speech(&k)) {
            note(c, sentence, pred, frame[i], false, DEM_STR("nothing is asked, promised or refused"));
            continue;
        }
        if (found && filled <= best_filled) continue;
        found = true;
        best_filled = filled;
        *out = k;
    }
    if (found && out->frame->type == DEM_EVENT_NONE) {
        *blocked = true;
        if (!loose) note(c, sentence, pred, out->frame, true, DEM_STR("tells no event"));
        return false;
    }
    return found;
}
