/* code/sides.c - who takes part: supplied by rule, dropped by rule (codebook 12.3, 12.7, 12.9, D25, D28). */
#include "code/context.h"
#include "code/grammar.h"
#include "code/judgement.h"
#include "code/plea.h"
#include "code/private.h"
#include "code/routine.h"
#include "code/where.h"

/* ---- participants --------------------------------------------------------------------------------------- */

static void add_implied(dem_members *side, const char *code, dem_sector sector)
{
    dem_entity e = {.sectors = DEM_BIT(sector), .implied = true};
    if (code) memcpy(e.code, code, 4);
    side->entity[side->n] = e;
    side->mention[side->n++] = NULL;
}

static dem_sector authority(const dem_judgement *j)
{
    if (j->type == DEM_ACCUSE || dem_modes_has(j->modes, DEM_SANCTION_convict)) return DEM_SEC_JUD;
    if (dem_modes_has(j->modes, DEM_COERCE_arrest) || dem_modes_has(j->modes, DEM_COERCE_seize))
        return DEM_SEC_COP;
    return DEM_SEC_GOV;
}

static bool clash_noun(const dem_judgement *j, int n)
{
    uint32_t frames = 0;
    const dem_frame *const *f = dem_lexicon_frames(j->c->rules->lex, DEM_POS_NOUN, j->s->tok[n].lemma, &frames);
    for (uint32_t i = 0; i < frames; i++)
        if (f[i]->type == DEM_ASSAULT && dem_match_two_sided(f[i])) return true;
    return false;
}

/* "claimed responsibility for bombings that killed ten": who owns up. */
static void take_owner_up(dem_judgement *j, int n)
{
    int claim = dem_grammar_owned_up(j->c->rules, j->s, n),
        who = claim < 0 ? -1 : dem_grammar_subject(j->s, claim);
    if (who >= 0) dem_members_take(j->c, j->k->sentence, j->k->pred, who, j->type, &j->k->actor);
}

/* "killed in Russian shelling", "the US airstrike that killed", "died in a shootout with police": whose event noun does
 * it (codebook 12.7). */
static bool agent_of_noun(dem_judgement *j, int n)
{
    if (n < 0) return false;
    n = dem_grammar_inner(j->c->rules, j->s, n);
    take_owner_up(j, n);
    if (!dem_told_noun(j, n, DEM_ASSAULT)) return j->k->actor.n > 0;
    static const char *const PREPS[] = {NULL, "by", "of", "with"};
    size_t preps = sizeof PREPS / sizeof *PREPS - (clash_noun(j, n) ? 0 : 1);
    for (size_t p = 0; p < preps && j->k->actor.n == 0; p++) {
        dem_slot slot = {.kind = PREPS[p] ? DEM_SLOT_PREP : DEM_SLOT_POSS, .prep = dem_str_from(PREPS[p])};
        int fill[DEM_GRAMMAR_MAX], fills = dem_grammar_fill(j->c->rules, j->s, n, DEM_POS_NOUN, &slot, fill);
        for (int x = 0; x < fills; x++)
            if (dem_mention_of(&j->c->mentions[j->k->sentence], fill[x]))
                dem_members_take(j->c, j->k->sentence, j->k->pred, fill[x], j->type, &j->k->actor);
    }
    return j->k->actor.n > 0;
}

static bool nominal_agent(dem_judgement *j)
{
    if (agent_of_noun(j, dem_grammar_subject(j->s, j->k->pred))) return true;
    const int16_t *kid;
    uint32_t n = dem_kids(j->s, j->k->pred, &kid);
    for (uint32_t i = 0; i < n; i++)
        if (j->s->tok[kid[i]].rel == DEM_REL_obl && agent_of_noun(j, kid[i])) return true;
    return false;
}

/* The country of the place that is said; *said is false if none is: a dateline is where the report was filed. */
static const char *country_said(const dem_judgement *j, bool *said)
{
    dem_place p = dem_where_of(j->c, j->k, j->verb);
    *said = p.name.n && p.country[0] && p.span.end > 0;
    const dem_actor *country = *said ? dem_lexicon_country(j->c->rules->lex, p.country) : NULL;
    return country ? country->code : NULL;
}

/* Where those are who are acted upon: "the embassy in Tehran". */
static const char *country_of_recipient(const dem_judgement *j)
{
    const dem_members *r = &j->k->recipient;
    for (uint32_t i = 0; i < r->n; i++)
        if (r->mention[i] && r->mention[i]->place[0]) return r->mention[i]->place;
    return NULL;
}

const char *dem_judgement_country(const dem_judgement *j)
{
    bool said;
    const char *code = country_said(j, &said);
    return said ? code : country_of_recipient(j);
}

static bool names_actor(const dem_frame *f)
{
    for (uint32_t i = 0; i < f->n_slot; i++)
        if (f->slot[i].side == DEM_SIDE_ACTOR) return true;
    return false;
}

/* "A drone hit the depot": the frame asks for a weapon as subject, and whose it is stays open (codebook 12.7).
 */
static bool weapon_acts(const dem_judgement *j)
{
    const dem_frame *f = j->k->frame;
    for (uint32_t i = 0; i < f->n_slot; i++)
        if (f->slot[i].kind == DEM_SLOT_SUBJ && f->slot[i].need != DEM_NEED_ABSENT &&
            (f->slot[i].n_word || f->slot[i].n_list))
            return j->type == DEM_ASSAULT && f->pos == DEM_POS_VERB;
    return false;
}

/* "Turkey had made mistakes, the Turkish minister said", "said it regrets the step": of one's own country, and of nobody by
 * name. */
static bool judges_own(const dem_judgement *j)
{
    const dem_entity *by = &j->by.entity;
    if ((j->type != DEM_ACCUSE && j->type != DEM_THREATEN) || j->k->recipient.n == 0) return false;
    for (uint32_t i = 0; i < j->k->recipient.n; i++) {
        const dem_entity *r = &j->k->recipient.entity[i];
        bool own = memcmp(r->code, by->code, 4) == 0 && (r->sectors == 0 || r->sectors == by->sectors);
        const dem_mention *m = j->k->recipient.mention[i];
        if (!own || (m && m->kind == DEM_MENTION_PERSON)) return false;
    }
    return true;
}

/* "would bear the consequences": the act is the speaker's (codebook 12.4). */
static bool speaker_acts(dem_judgement *j)
{
    bool speaks =
        dem_judgement_speech(j->type) && j->by.present && j->by.named && dem_judgement_political(&j->by.entity);
    if (!speaks) return dem_judgement_refuse(j, DEM_DROP_ACTOR, "no speaker");
    if (judges_own(j))
        return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "nobody accuses or threatens himself");
    dem_judgement_speaker(j, &j->k->actor);
    return true;
}

/* "the Belgrade protests": the country of the town before the noun; NULL if there is none. */
static const char *country_before(const dem_judgement *j)
{
    const int16_t *kid;
    uint32_t n = dem_kids(j->s, j->k->pred, &kid);
    for (uint32_t i = 0; i < n; i++) {
        const dem_mention *m = dem_mention_of(&j->c->mentions[j->k->sentence], kid[i]);
        bool town = m && (m->kind == DEM_MENTION_CAPITAL || m->kind == DEM_MENTION_PLACE) && m->n > 0;
        const dem_actor *country = town ? dem_lexicon_country(j->c->rules->lex, m->entity[0].code) : NULL;
        if (country) return country->code;
    }
    return NULL;
}

/* "protests in Lima": a place gives the actor of a protest, and of nothing else (codebook D37). */
static bool people_of_place(dem_judgement *j)
{
    const char *where = dem_judgement_country(j);
    if (!where) where = country_before(j);
    if (!where) return dem_judgement_refuse(j, DEM_DROP_ACTOR, "no actor, and no place that gives one");
    add_implied(&j->k->actor, where, DEM_SEC_CVL);
    return true;
}

/* Passives, what an unresolved "they" did, a weapon without owner; and arrests and sentences also as nouns, since they are
 * an authority's ("the mayor's arrest"). */
static bool may_lack_agent(const dem_judgement *j, bool weapon)
{
    const dem_candidate *k = j->k;
    if (!k->frame->agentless) return false;
    if (k->frame->needs_no_agent) return true;
    if (k->frame->pos == DEM_POS_VERB) return weapon || k->actor.lost || dem_grammar_passive(j->s, k->pred);
    return k->frame->pos == DEM_POS_NOUN &&
           (dem_modes_has(j->modes, DEM_COERCE_arrest) || dem_modes_has(j->modes, DEM_SANCTION_convict));
}

static bool agentless_type(dem_event_type t)
{
    return t == DEM_ASSAULT || t == DEM_COERCE || t == DEM_SANCTION || t == DEM_RETREAT || t == DEM_AID ||
           t == DEM_ACCUSE;
}

/* A word of ordinary crime in the sentence or the one before. */
static bool tells_crime(const dem_judgement *j)
{
    const dem_coding *c = j->c;
    uint32_t from = j->k->sentence ? j->k->sentence - 1 : 0;
    for (uint32_t i = from; i <= j->k->sentence; i++)
        for (uint32_t t = 0; t < c->sentence[i].n; t++)
            if (dem_rules_lists(c->rules, c->rules->crime, &c->sentence[i].tok[t])) return true;
    return false;
}

/* "appeared in a Lagos court, charged with fraud": a court that the sentence names has the case. */
static const char *court_country(const dem_judgement *j)
{
    const dem_mentions *ms = &j->c->mentions[j->k->sentence];
    const char *found = NULL;
    if (authority(j) != DEM_SEC_JUD) return NULL;
    for (uint32_t i = 0; i < ms->n; i++) {
        const dem_mention *m = &ms->at[i];
        if (m->n != 1 || !(m->entity[0].sectors & DEM_BIT(DEM_SEC_JUD))) continue;
        if (!dem_lexicon_country(j->c->rules->lex, m->entity[0].code)) continue;
        if (found && memcmp(found, m->entity[0].code, 4) != 0) return NULL;
        found = m->entity[0].code;
    }
    return found;
}

/* Charging is a prosecutor's; who "was criticised" or "is blamed for" has no implied accuser, unless it is a suspect's case. */
static bool anybody_may(const dem_judgement *j)
{
    static const char *const VERBS[] = {"accuse", "blame", "suspect", "allege"};
    if (j->type == DEM_RETREAT && tells_crime(j)) return false; /* "was released on bail" */
    if (j->type == DEM_ASSAULT || j->type == DEM_RETREAT || j->type == DEM_AID) return true;
    if (dem_modes_has(j->modes, DEM_ACCUSE_disapprove)) return true;
    if (strcmp(j->cameo, "201") == 0)
        return true; /* "fled the fighting": what drives people out has no author */
    if (j->k->recipient.entity[0].sectors & DEM_BIT(DEM_SEC_CRM)) return false;
    return DEM_STR_ONE_OF(j->s->tok[j->k->pred].lemma, VERBS);
}

/* "Police in Busan said that two men had been arrested": an authority tells what its own have done. */
static const char *teller_country(const dem_judgement *j)
{
    const dem_entity *by = &j->by.entity;
    dem_sectors authorities = DEM_BIT(DEM_SEC_GOV) | DEM_BIT(DEM_SEC_COP) | DEM_BIT(DEM_SEC_JUD) | DEM_BIT(DEM_SEC_MIL);
    bool tells = j->by.present && j->by.named && (by->sectors & authorities);
    return tells && dem_lexicon_country(j->c->rules->lex, by->code) ? by->code : NULL;
}

/* Whose authority: of the place, else of the authority that tells it or is named for the case, of the private person
 * concerned, of the country that the report is about; officials are arrested at home if the report is about their country. */
static const char *authority_country(const dem_judgement *j)
{
    bool said;
    const char *code = country_said(j, &said);
    if (!said) code = court_country(j);
    if (!said && !code) code = teller_country(j);
    if (!said && !code) code = country_of_recipient(j);
    const dem_entity *r = &j->k->recipient.entity[0];
    if (!code) code = dem_episode_authority(j);
    bool private_person = r->sectors && !(r->sectors & (DEM_BIT(DEM_SEC_GOV) | DEM_BIT(DEM_SEC_MIL)));
    const dem_mention *m = j->k->recipient.mention[0];
    bool foreigner = m && m->private_person && !m->guessed && j->c->focus[0]; /* a nationality is no place */
    if (!code && private_person && !foreigner && dem_lexicon_country(j->c->rules->lex, r->code)) code = r->code;
    if (!code && private_person && j->c->focus[0]) code = j->c->focus;
    bool law = authority(j) != DEM_SEC_GOV; /* its own officials, at home; who ousts them is another question */
    if (!code && law && r->sectors && memcmp(r->code, j->c->focus, 4) == 0) code = j->c->focus;
    return code && code[0] ? code : NULL;
}

/* Who is driven out is a refugee (codebook 3.13). */
static void into_refugees(dem_judgement *j)
{
    if (strcmp(j->cameo, "201") != 0) return;
    for (uint32_t i = 0; i < j->k->recipient.n; i++)
        if (j->k->recipient.entity[i].sectors == DEM_BIT(DEM_SEC_CVL))
            j->k->recipient.entity[i].sectors = DEM_BIT(DEM_SEC_REF);
}

static bool supply_actor(dem_judgement *j)
{
    dem_candidate *k = j->k;
    bool weapon = weapon_acts(j);
    if (k->actor.n) return true;
    if (!names_actor(k->frame) && !k->frame->agentless) return speaker_acts(j);
    if (j->type == DEM_ASSAULT && k->frame->pos == DEM_POS_VERB) {
        if (nominal_agent(j)) return true;
        dem_toll_planter(j);
        if (k->actor.n == 0) {
            dem_told_actor(j, &k->actor, true);
            j->told = k->actor.n > 0;
        }
        if (k->actor.n) return true;
    }
    if (k->actor.open && !weapon) return dem_judgement_refuse(j, DEM_DROP_ACTOR, "the actor named has no code");
    if (j->type == DEM_PROTEST && k->frame->pos == DEM_POS_NOUN) return people_of_place(j);
    if (!may_lack_agent(j, weapon)) return dem_judgement_refuse(j, DEM_DROP_ACTOR, "no actor");
    if (!agentless_type(j->type) || k->recipient.n == 0)
        return dem_judgement_refuse(j, DEM_DROP_ACTOR, "agentless, and not of a type that is coded so");
    if (!weapon) dem_episode_attacker(j);
    if (k->actor.n) return true;
    const char *code = anybody_may(j) ? NULL : authority_country(j);
    if (code) add_implied(&k->actor, code, authority(j));
    else add_implied(&k->actor, NULL, DEM_SEC_UNK);
    return true;
}

static bool same(const dem_entity *a, const dem_entity *b)
{
    bool country = !a->sectors && !b->sectors && a->code[0] && memcmp(a->code, b->code, 4) == 0;
    if (country) return true; /* "China ... backed it" */
    return a->span.start == b->span.start && a->span.end == b->span.end && a->span.end > 0;
}

static bool in_side(const dem_members *side, const dem_entity *e)
{
    for (uint32_t i = 0; i < side->n; i++)
        if (same(&side->entity[i], e)) return true;
    return false;
}

static bool guessed_thing(const dem_mention *m)
{
    return m && m->guessed && m->role && m->role->role_kind == DEM_ROLE_THING;
}

/* "South Korea seized two ships": whose they are is not said, but hardly its own. Police, rebels and crowds act at home. */
static bool state_seizes(const dem_members *actor)
{
    dem_sectors state = DEM_BIT(DEM_SEC_GOV) | DEM_BIT(DEM_SEC_MIL);
    return actor->n && (actor->entity[0].sectors == 0 || (actor->entity[0].sectors & state));
}

static void remove_doubles(dem_judgement *j)
{
    dem_members *r = &j->k->recipient;
    uint32_t n = 0;
    for (uint32_t i = 0; i < r->n; i++) {
        bool pronoun = r->mention[i] && r->mention[i]->kind == DEM_MENTION_PRONOUN &&
                       dem_members_have(&j->k->actor, &r->entity[i]);
        const dem_mention *m = r->mention[i];
        bool own_thing = guessed_thing(m) && state_seizes(&j->k->actor) &&
                         memcmp(j->k->actor.entity[0].code, r->entity[i].code, 4) == 0;
        if (pronoun || own_thing || in_side(&j->k->actor, &r->entity[i])) continue;
        r->entity[n] = r->entity[i];
        r->mention[n++] = r->mention[i];
    }
    r->n = n;
}

/* Lists are in order of the text, implied members last. */
void dem_judgement_sort(dem_members *side)
{
    for (uint32_t i = 1; i < side->n; i++)
        for (uint32_t k = i; k > 0; k--) {
            dem_entity *a = &side->entity[k - 1], *b = &side->entity[k];
            if (b->implied || (!a->implied && a->span.start <= b->span.start)) break;
            dem_entity e = *a;
            *a = *b;
            *b = e;
            const dem_mention *m = side->mention[k - 1];
            side->mention[k - 1] = side->mention[k];
            side->mention[k] = m;
        }
}

uint32_t dem_judgement_codes(const dem_judgement *j)
{
    const dem_entity *all[2 * DEM_MAX_MEMBERS];
    uint32_t n = 0, distinct = 0;
    for (uint32_t i = 0; i < j->k->actor.n; i++) all[n++] = &j->k->actor.entity[i];
    for (uint32_t i = 0; i < j->k->recipient.n; i++) all[n++] = &j->k->recipient.entity[i];
    for (uint32_t i = 0; i < n; i++) {
        bool first = true;
        for (uint32_t x = 0; x < i; x++) first &= memcmp(all[x]->code, all[i]->code, 4) != 0;
        distinct += first;
    }
    return distinct;
}

/* A private person before the courts or the police: the country is that of the act (codebook 8, "suspects"). */
static void supply_suspect(dem_judgement *j)
{
    dem_candidate *k = j->k;
    bool court = dem_modes_has(j->modes, DEM_SANCTION_convict) || dem_modes_has(j->modes, DEM_COERCE_arrest) ||
                 dem_modes_has(j->modes, DEM_ACCUSE_allege);
    if (!court || k->recipient.n || k->recipient.nobody.end == 0) return;
    dem_sectors law = DEM_BIT(DEM_SEC_JUD) | DEM_BIT(DEM_SEC_COP);
    const char *code = NULL;
    if (k->actor.n && (k->actor.entity[0].sectors & law)) code = k->actor.entity[0].code;
    if (k->actor.n == 0 && !k->actor.open) code = dem_judgement_country(j);
    if (!code && k->actor.n == 0 && !k->actor.open && j->c->focus[0]) code = j->c->focus;
    if (!code || !dem_lexicon_country(j->c->rules->lex, code)) return;
    dem_entity e = {.sectors = k->recipient.nobody_is ? k->recipient.nobody_is : DEM_BIT(DEM_SEC_CRM),
                    .span = k->recipient.nobody}; /* "arrested a mayor" */
    memcpy(e.code, code, 4);
    k->recipient.entity[0] = e;
    k->recipient.mention[0] = NULL;
    k->recipient.n = 1;
}

/* Of an unknown person without a nationality only a guess says the country; whose police or court has the case is a better one. */
static void rehome_suspect(dem_judgement *j)
{
    dem_candidate *k = j->k;
    dem_sectors law = DEM_BIT(DEM_SEC_JUD) | DEM_BIT(DEM_SEC_COP);
    if (j->type == DEM_ASSAULT || k->actor.n != 1 || !(k->actor.entity[0].sectors & law)) return;
    if (!dem_lexicon_country(j->c->rules->lex, k->actor.entity[0].code)) return;
    for (uint32_t i = 0; i < k->recipient.n; i++) {
        const dem_mention *m = k->recipient.mention[i];
        if (m && m->private_person && m->guessed)
            memcpy(k->recipient.entity[i].code, k->actor.entity[0].code, 4);
    }
}

/* Violence between private people is no public matter unless a crowd or a group is hit (codebook 12.3, D25); a
 * bare casualty without a cause is no event (3.16). */
static bool public_sector(const dem_entity *e)
{
    dem_sectors private_ones = DEM_BIT(DEM_SEC_CVL) | DEM_BIT(DEM_SEC_CRM) | DEM_BIT(DEM_SEC_UNK) |
                               DEM_BIT(DEM_SEC_BUS) | DEM_BIT(DEM_SEC_MED) | DEM_BIT(DEM_SEC_EDU) |
                               DEM_BIT(DEM_SEC_LAB) | DEM_BIT(DEM_SEC_REF);
    return !(e->sectors & private_ones) || e->code[0] == 'I';
}

/* One of them; "a crowd", "a mob" is the public, though its word is no plural. */
static bool private_person(const dem_judgement *j, const dem_mention *m)
{
    if (!m || m->kind != DEM_MENTION_ROLE || m->plural) return false;
    const dem_token *head = &j->s->tok[m->head];
    bool crowd = dem_str_is(head->lemma, "crowd") || dem_str_is(head->lemma, "mob");
    return !crowd && !(m->role && m->role->role_kind == DEM_ROLE_THING);
}

static bool private_crime(const dem_judgement *j)
{
    const dem_candidate *k = j->k;
    if (j->type != DEM_ASSAULT || j->told || weapon_acts(j)) return false;
    bool by_one = false; /* a car is hit by a man; a market by nobody knows whom */
    for (uint32_t i = 0; i < k->actor.n; i++) {
        if (public_sector(&k->actor.entity[i])) return false;
        by_one |= private_person(j, k->actor.mention[i]);
    }
    if (k->recipient.n == 0) return by_one;
    for (uint32_t i = 0; i < k->recipient.n; i++) {
        const dem_mention *m = k->recipient.mention[i];
        bool thing = m && m->role && m->role->role_kind == DEM_ROLE_THING;
        bool other = m && !private_person(j, m) && !(thing && by_one);
        if (public_sector(&k->recipient.entity[i]) || other) return false;
    }
    return true;
}

/* "claimed responsibility for the attack": one that another sentence tells is no second event (codebook D51). */
static bool told_elsewhere(const dem_judgement *j, bool victims_said)
{
    return j->type == DEM_ASSAULT && j->k->frame->pos == DEM_POS_NOUN && !victims_said &&
           dem_grammar_owned_up(j->c->rules, j->s, j->k->pred) >= 0;
}

/* "people who had been accused of crimes", "anyone arrested": a kind of people, not an act (codebook 12.3). */
static bool generic_case(const dem_judgement *j)
{
    const dem_candidate *k = j->k;
    static const char *const WORDS[] = {"people",     "person",   "anyone",  "those",
                                        "individual", "somebody", "someone", "citizen"};
    unsigned rel = j->s->tok[k->pred].rel;
    int noun = j->s->tok[k->pred].head;
    if ((rel != DEM_REL_acl && rel != DEM_REL_acl_relcl) || noun < 0 ||
        (k->actor.n && !k->actor.entity[0].implied))
        return false;
    if (DEM_STR_ONE_OF(j->s->tok[noun].lemma, WORDS)) return dem_kid_with(j->s, noun, DEM_REL_nummod) < 0;
    return false;
}

/* "has 1,000 troops stationed in the country", "a village where soldiers are deployed": where forces are, not that they were sent there
 * (codebook 12.3). */
static bool where_forces_are(const dem_judgement *j)
{
    unsigned rel = j->s->tok[j->k->pred].rel;
    int where = dem_kid_with(j->s, j->k->pred, DEM_REL_advmod);
    bool place = rel == DEM_REL_acl_relcl && where >= 0 && dem_str_ieq(j->s->tok[where].form, DEM_STR("where"));
    return j->type == DEM_MOBILIZE && (rel == DEM_REL_acl || place) && dem_grammar_passive(j->s, j->k->pred) &&
           dem_grammar_subject(j->s, j->k->pred) < 0;
}

/* "China and Russia held drills": an exercise of several countries is a joint one (codebook 3.5, 3.14). */
static void into_joint_exercise(dem_judgement *j)
{
    const dem_rules *r = j->c->rules;
    int pred = j->k->pred, object = j->k->frame->pos == DEM_POS_VERB ? dem_grammar_object(j->s, pred) : -1;
    bool exercise = dem_rules_lists(r, r->exercise, &j->s->tok[pred]) ||
                    (object >= 0 && dem_rules_lists(r, r->exercise, &j->s->tok[object]));
    dem_members recipient = j->k->recipient;
    j->k->recipient.n = 0;
    if (j->type == DEM_MOBILIZE && exercise && dem_judgement_codes(j) > 1) {
        dem_judgement_retype(j, DEM_COOPERATE, (dem_modes){0});
        j->cameo = "062";
    } else {
        j->k->recipient = recipient;
    }
}

static bool bare_casualty(const dem_judgement *j)
{
    const dem_candidate *k = j->k;
    static const char *const VERBS[] = {"kill", "injure", "wound", "hurt", "die"};
    if (j->type != DEM_ASSAULT || k->actor.n == 0 || k->actor.entity[0].code[0] || !dem_modes_empty(j->modes))
        return false;
    for (uint32_t i = 0; i < k->frame->n_slot;
         i++) /* "killed in post-election violence": the frame asks for the cause */
        if (k->frame->slot[i].kind == DEM_SLOT_PREP && (k->frame->slot[i].n_word || k->frame->slot[i].n_list))
            return false;
    dem_modes means = dem_means_of(j->c, k->sentence, k->pred, j->type);
    if (DEM_STR_ONE_OF(j->s->tok[k->pred].lemma, VERBS))
        return dem_modes_empty(means) && !dem_episode_casualty(j);
    return false;
}

/* In a report on sport, countries and cities are teams; only what an authority does is politics (codebook 12.3). */
static bool state_acts(const dem_members *actor)
{
    dem_sectors state = DEM_BIT(DEM_SEC_GOV) | DEM_BIT(DEM_SEC_MIL) | DEM_BIT(DEM_SEC_COP) |
                        DEM_BIT(DEM_SEC_SPY) | DEM_BIT(DEM_SEC_JUD) | DEM_BIT(DEM_SEC_LEG) |
                        DEM_BIT(DEM_SEC_REB) | DEM_BIT(DEM_SEC_PTY);
    for (uint32_t i = 0; i < actor->n; i++)
        if (actor->entity[i].sectors & state) return true;
    return false;
}

static bool has_private(const dem_members *side)
{
    for (uint32_t i = 0; i < side->n; i++)
        if (side->mention[i] && side->mention[i]->private_person) return true;
    return false;
}

static bool power(const dem_members *side)
{
    dem_sectors power = DEM_BIT(DEM_SEC_GOV) | DEM_BIT(DEM_SEC_MIL) | DEM_BIT(DEM_SEC_COP) |
                        DEM_BIT(DEM_SEC_JUD) | DEM_BIT(DEM_SEC_SPY) | DEM_BIT(DEM_SEC_LEG) |
                        DEM_BIT(DEM_SEC_REB) | DEM_BIT(DEM_SEC_UAF) | DEM_BIT(DEM_SEC_PRM);
    for (uint32_t i = 0; i < side->n; i++)
        if ((side->entity[i].sectors & power) || side->entity[i].sectors == 0 ||
            side->entity[i].sectors == DEM_BIT(DEM_SEC_UNK))
            return true;
    return side->n == 0;
}

/* What a private person does or suffers is political only where power is on the other side, or a party judges him (D77). */
static bool private_matter(const dem_judgement *j)
{
    const dem_candidate *k = j->k;
    bool deed = j->type == DEM_ASSAULT || j->type == DEM_THREATEN || j->type == DEM_PROTEST;
    bool suffered = j->type == DEM_COERCE || j->type == DEM_SANCTION || j->type == DEM_ASSAULT ||
                    j->type == DEM_RETREAT || j->type == DEM_ACCUSE;
    if (has_private(&k->actor) && (!deed || (j->type != DEM_PROTEST && !power(&k->recipient)))) return true;
    bool campaign = j->type == DEM_ACCUSE && k->actor.n && (k->actor.entity[0].sectors & DEM_BIT(DEM_SEC_PTY));
    return has_private(&k->recipient) && !campaign && (!suffered || !power(&k->actor));
}

/* "A man was arrested on suspicion of theft": a suspect in ordinary crime (codebook 8). */
static void into_suspects(dem_judgement *j)
{
    bool court = dem_modes_has(j->modes, DEM_SANCTION_convict) || dem_modes_has(j->modes, DEM_COERCE_arrest) ||
                 dem_modes_has(j->modes, DEM_ACCUSE_allege);
    dem_members *r = &j->k->recipient;
    if (!court || !tells_crime(j)) return;
    for (uint32_t i = 0; i < r->n; i++)
        if (r->entity[i].sectors == DEM_BIT(DEM_SEC_CVL)) r->entity[i].sectors = DEM_BIT(DEM_SEC_CRM);
}

static bool without_code(const dem_members *side)
{
    for (uint32_t i = 0; i < side->n; i++)
        if (side->entity[i].code[0] || side->entity[i].sectors) return false;
    return true;
}

/* "repelled an attack by rebels": who beats it back is who was attacked (codebook D19). */
static void defender(dem_judgement *j)
{
    dem_candidate *k = j->k;
    if (j->type != DEM_ASSAULT || k->frame->pos != DEM_POS_NOUN || k->recipient.n || k->recipient.open) return;
    unsigned rel = j->s->tok[k->pred].rel;
    int verb = rel == DEM_REL_obj || rel == DEM_REL_nsubj_pass ? j->s->tok[k->pred].head : -1;
    if (verb < 0 || !dem_rules_lists(j->c->rules, j->c->rules->repel, &j->s->tok[verb])) return;
    int subject = dem_grammar_subject(j->s, verb);
    if (subject >= 0) dem_members_take(j->c, k->sentence, k->pred, subject, j->type, &k->recipient);
}

static bool find_sides(dem_judgement *j)
{
    remove_doubles(j);
    supply_suspect(j);
    dem_told_asked(j);
    bool judged = j->type == DEM_SUPPORT || j->type == DEM_REJECT ||
                  (j->type == DEM_ACCUSE && !dem_modes_has(j->modes, DEM_ACCUSE_investigate));
    if (judged && j->k->recipient.n == 0 && j->k->frame->pos == DEM_POS_VERB)
        dem_told_actor(j, &j->k->recipient, false);
    into_refugees(j);
    into_suspects(j);
    if (!supply_actor(j)) return false;
    if (j->c->sport && !state_acts(&j->k->actor))
        return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "a report on sport");
    rehome_suspect(j);
    dem_addressed(j);
    dem_beneficiary(j);
    dem_told_target(j);
    defender(j);
    dem_treaty_party(j);
    dem_opposed(j);
    dem_told_asker(j);
    dem_told_doer(j);
    return true;
}

bool dem_judgement_sides(dem_judgement *j)
{
    dem_members *r = &j->k->recipient, said = *r;
    bool words =
        r->n && without_code(r); /* "condemned the attack", kept as words until it is known who did it */
    if (words) r->n = 0;
    if (!find_sides(j)) return false;
    if (words && r->n == 0) *r = said;
    remove_doubles(j); /* the actor may have come from elsewhere in the sentence */
    /* "hopes to join": the clause has no other subject, so that nobody is asked (codebook D11) */
    bool wish =
        j->type == DEM_REQUEST && dem_rules_lists(j->c->rules, j->c->rules->wish, &j->s->tok[j->k->pred]);
    if (wish && r->n == 0 && j->k->content >= 0 && j->s->tok[j->k->content].upos == DEM_UPOS_VERB)
        return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "a wish about one's own acts");
    if (private_matter(j) || dem_private_affair(j))
        return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "a private person's affair");
    if (dem_plea_question(j)) return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "a question");
    if (dem_plea_to_own_people(j))
        return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "advice to one's own people");
    if (private_crime(j)) return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "violence between private people");
    const char *routine = dem_routine(j);
    if (routine) return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, routine);
    if (told_elsewhere(j, said.n > 0))
        return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "told in another sentence");
    if (generic_case(j)) return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "a kind of people, no act");
    if (where_forces_are(j)) return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "where forces are, no act");
    if (bare_casualty(j)) return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "casualties without a cause");
    into_joint_exercise(j);
    dem_candidate *k = j->k;
    bool mutual = j->type == DEM_COOPERATE && k->actor.n >= 2;
    if (dem_event_needs_recipient(j->type) && k->recipient.n == 0 && !mutual)
        return dem_judgement_refuse(j, DEM_DROP_RECIPIENT, "the event needs a recipient");
    return dem_meeting_sides(j);
}
