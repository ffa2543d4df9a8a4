/* code/judge.c - the codebook's rules on a matched frame, one after the other: standing, content, participants, mode,
 * source, time, place, subject. The order matters: each step may change the type that the next one sees. */
#include "code/judge.h"
#include "code/attribution.h"
#include "code/cameo.h"
#include "code/context.h"
#include "code/damage.h"
#include "code/grammar.h"
#include "code/noun.h"
#include "code/when.h"
#include "code/where.h"

const dem_frame dem_frame_obligation = {.pos = DEM_POS_VERB,
                                        .lemma = {"must", 4},
                                        .type = DEM_REQUEST,
                                        .by_content = true,
                                        .cameo = "10",
                                        .file = {"grammar", 7}};

typedef struct {
    dem_coding *c;
    dem_candidate *k;
    const dem_sentence *s;
    dem_standing st;
    dem_content content;
    dem_event_type type;
    dem_modes modes;
    dem_auxes aux;
    dem_attribution by;
    dem_contexts contexts;
    int verb;           /* the verb whose adverbials also date and place the predicate, or -1 */
    const char *cameo;  /* the frame's, or "" once the type has been changed */
    const char *why;    /* why it is not coded */
    dem_drop drop;
} judgement;

static bool refuse(judgement *j, dem_drop drop, const char *why)
{
    j->drop = drop;
    j->why = why;
    return false;
}

static void retype(judgement *j, dem_event_type type, dem_modes modes)
{
    j->type = type;
    j->modes = modes;
    j->cameo = "";
}

static bool has_aux(const judgement *j, dem_aux a)
{
    return (j->aux >> a) & 1;
}
static void drop_aux(judgement *j, dem_aux a)
{
    j->aux &= (dem_auxes)~DEM_BIT(a);
}

/* ---- standing ------------------------------------------------------------------------------------------- */

static bool find_standing(judgement *j)
{
    const dem_frame *f = j->k->frame;
    j->verb = -1;
    if (f->pos == DEM_POS_NOUN) {
        dem_noun_use use = dem_noun_used(j->c->rules, j->s, j->k->pred);
        j->st = use.standing;
        j->verb = use.verb;
        bool owned = use.light && dem_str_is(j->s->tok[use.verb].lemma, "have") && f->type != DEM_CONSULT;
        if (owned) return refuse(j, DEM_DROP_RULED_OUT, "to have one is no act");
        bool shared = f->type == DEM_CONSULT || f->type == DEM_AGREE;
        if (j->st.coded && shared && use.control >= 0 && j->k->actor.n < 2 && j->k->recipient.n == 0) {
            bool verb = j->s->tok[use.control].upos == DEM_UPOS_VERB || j->s->tok[use.control].upos == DEM_UPOS_ADJ;
            int subject = verb ? dem_grammar_subject(j->s, use.control) : use.control;
            if (subject >= 0) dem_members_take(j->c, j->k->sentence, j->k->pred, subject, f->type, &j->k->actor);
        }
    } else {
        j->st = dem_clause_standing(j->c->rules, j->s, j->k->pred);
        if (f == &dem_frame_obligation) {
            j->st.aux = 0;
            j->st.denied = false;
        }
    }
    if (!j->st.coded) return refuse(j, DEM_DROP_RULED_OUT, j->st.why);
    if (j->st.obligation && f != &dem_frame_obligation) return refuse(j, DEM_DROP_RULED_OUT, "what ought to be done is not done");
    j->aux = j->st.aux | f->aux;
    return true;
}

static bool speech_type(dem_event_type t)
{
    return t == DEM_AGREE || t == DEM_REQUEST || t == DEM_ACCUSE || t == DEM_REJECT || t == DEM_SUPPORT || t == DEM_THREATEN ||
           t == DEM_CONCEDE;
}

static bool standing_position(judgement *j)
{
    bool judging = j->type == DEM_ACCUSE || j->type == DEM_SUPPORT || j->type == DEM_REJECT;
    if (!judging || j->by.present || j->k->frame->pos != DEM_POS_VERB) return false;
    return dem_clause_standing_position(j->s, j->k->pred);
}

/* ---- content -------------------------------------------------------------------------------------------- */

static bool foreign_in(const judgement *j, int h)
{
    const dem_mentions *ms = &j->c->mentions[j->k->sentence];
    for (uint32_t i = 0; i < ms->n; i++) {
        const dem_mention *m = &ms->at[i];
        if (m->n == 0 || !dem_grammar_under(j->s, m->head, h)) continue;
        for (uint32_t a = 0; a < j->k->actor.n; a++)
            if (memcmp(m->entity[0].code, j->k->actor.entity[a].code, 4) != 0) return true;
    }
    return false;
}

static void add_others(const dem_members *from, const dem_members *actor, dem_members *to)
{
    for (uint32_t i = 0; i < from->n && to->n < DEM_MAX_MEMBERS; i++) {
        bool own = false;
        for (uint32_t a = 0; a < actor->n; a++) own |= memcmp(actor->entity[a].code, from->entity[i].code, 4) == 0;
        if (own || dem_members_have(to, &from->entity[i])) continue;
        to->entity[to->n] = from->entity[i];
        to->mention[to->n++] = from->mention[i];
    }
}

/* Whom a promise, a refusal or a threat is for, where no slot says it: "vowed to strike Hezbollah", "ready to resume talks
 * with Moscow". Of a demand: who is to do it, "demanded that Russia withdraw". */
static void recipient_from_content(judgement *j)
{
    dem_candidate *k = j->k, inner;
    bool none;
    if (k->recipient.n || k->content < 0 || k->frame == &dem_frame_obligation) return;
    if ((k->recipient.open || k->recipient.lost) && j->type != DEM_REQUEST) return;
    if (j->type == DEM_REQUEST) {
        int subject = dem_kid_with(j->s, k->content, DEM_REL_nsubj);
        if (subject >= 0) dem_members_take(j->c, k->sentence, k->pred, subject, j->type, &k->recipient);
        return;
    }
    if (j->content.pred < 0 || !dem_match(j->c, k->sentence, j->content.pred, j->content.pos, true, &inner, &none)) return;
    add_others(&inner.recipient, &k->actor, &k->recipient);
    if (k->recipient.n == 0) add_others(&inner.actor, &k->actor, &k->recipient);
}

static bool apply_content(judgement *j)
{
    const dem_candidate *k = j->k;
    j->type = k->frame->type;
    j->modes = k->frame->modes;
    if (!k->frame->by_content) return true;
    j->content = dem_content_read(j->c, k->sentence, k->content);
    j->type = dem_content_decides(k->frame->type, &j->content, &j->modes);
    bool word = j->content.type == DEM_ACCUSE || j->content.type == DEM_THREATEN || j->content.type == DEM_REJECT;
    if (j->type == DEM_REJECT && word && j->s->tok[k->content].upos == DEM_UPOS_VERB) /* "declined to criticise" (6.4) */
        return refuse(j, DEM_DROP_RULED_OUT, "an accusation, threat or refusal that was not made");
    recipient_from_content(j);
    bool vague = j->type == DEM_AGREE && j->content.type == DEM_EVENT_NONE && k->recipient.n == 0 && k->actor.n < 2;
    if (vague && (k->content < 0 || !foreign_in(j, k->content)))
        return refuse(j, DEM_DROP_RULED_OUT, "a pledge about one's own affairs");
    return true;
}

/* ---- modality ------------------------------------------------------------------------------------------- */

static bool own_voice(const judgement *j)
{
    if (!j->by.present || !j->by.named) return false;
    for (uint32_t i = 0; i < j->k->actor.n; i++)
        if (memcmp(j->k->actor.entity[i].code, j->by.entity.code, 4) == 0) return true;
    return false;
}

static bool hostile(dem_event_type t)
{
    return t == DEM_ASSAULT || t == DEM_COERCE || t == DEM_SANCTION || t == DEM_MOBILIZE;
}
static bool giving(dem_event_type t)
{
    return t == DEM_SUPPORT || t == DEM_COOPERATE || t == DEM_AID;
}

static void into_threat(judgement *j)
{
    dem_content x = {.type = j->type, .modes = j->modes, .present = true};
    dem_modes modes;
    dem_content_decides(DEM_THREATEN, &x, &modes);
    retype(j, DEM_THREATEN, modes);
    j->aux = 0;
}

/* "Russia will not meet Ukraine": who was to take part with the subject is the one refused. */
static void refused_side(judgement *j)
{
    dem_members *a = &j->k->actor, *r = &j->k->recipient;
    int part[DEM_GRAMMAR_MAX], subject = dem_grammar_subject(j->s, j->k->pred), n = 0;
    if (r->n || subject < 0 || j->k->frame->pos != DEM_POS_VERB) return;
    int parts = dem_grammar_conjuncts(j->s, subject, part);
    for (uint32_t i = 0; i < a->n; i++) {
        bool own = !a->mention[i];
        for (int k = 0; k < parts; k++) own |= a->mention[i] && a->mention[i]->head == part[k];
        dem_members *side = own ? a : r;
        uint32_t at = own ? (uint32_t)n++ : r->n++;
        side->entity[at] = a->entity[i];
        side->mention[at] = a->mention[i];
    }
    a->n = (uint32_t)n;
}

static void into_refusal(judgement *j)
{
    if (j->type == DEM_CONSULT) refused_side(j);
    dem_content x = {.type = j->type, .modes = j->modes, .present = true};
    dem_modes modes;
    dem_content_decides(DEM_REJECT, &x, &modes);
    retype(j, DEM_REJECT, modes);
    j->aux = 0;
}

static void add_speaker(const judgement *j, dem_members *side)
{
    dem_entity e = j->by.entity;
    bool here = e.span.start >= j->s->start && e.span.end <= j->s->end;
    if (!here) e.span = (dem_span){0, 0};
    side->entity[0] = e;
    side->mention[0] = NULL;
    side->n = 1;
}

/* "will not attack first" (codebook 3.1) */
static void into_promise_not_to(judgement *j)
{
    j->content = (dem_content){.type = j->type, .modes = j->modes, .negated = true, .present = true};
    retype(j, DEM_AGREE, (dem_modes){0});
    j->cameo = "03";
    j->aux = 0;
}

static bool apply_negation(judgement *j)
{
    if (!has_aux(j, DEM_AUX_negation)) return true;
    bool praise = j->type == DEM_SUPPORT && strcmp(j->cameo, "057") != 0; /* "failed to sign" is told, "did not praise" is not */
    if (j->type == DEM_REJECT || j->type == DEM_ACCUSE || j->type == DEM_THREATEN || j->type == DEM_REQUEST || praise)
        return refuse(j, DEM_DROP_RULED_OUT, "a negated refusal, accusation, threat, request or praise");
    if (j->st.commitment || j->type == DEM_CONCEDE) { /* "will not talk" */
        if (hostile(j->type))
            into_promise_not_to(j);
        else
            into_refusal(j);
    } else if (own_voice(j) && !speech_type(j->type) && j->type != DEM_CONSULT) { /* "said it had not shelled the town" */
        retype(j, DEM_REJECT, (dem_modes){0});
        j->cameo = "016";
        j->aux = 0;
        j->k->recipient.n = j->k->actor.n = 0; /* who denies is who speaks, not the troops that did nothing */
        add_speaker(j, &j->k->actor);
    }
    return true;
}

/* "will cooperate with Japan" is a promise to Japan: who was added by "with" is addressed. */
static void promise_to(dem_candidate *k)
{
    if (k->recipient.n || k->actor.n_own == 0) return;
    for (uint32_t i = k->actor.n_own; i < k->actor.n; i++) {
        k->recipient.entity[k->recipient.n] = k->actor.entity[i];
        k->recipient.mention[k->recipient.n++] = k->actor.mention[i];
    }
    k->actor.n = k->actor.n_own;
}

static void apply_future(judgement *j)
{
    if (!has_aux(j, DEM_AUX_future)) return;
    if (giving(j->type)) {
        promise_to(j->k);
        j->content = (dem_content){.type = j->type, .present = true};
        retype(j, DEM_AGREE, (dem_modes){0});
        j->cameo = "03";
        drop_aux(j, DEM_AUX_future);
    } else if (j->type == DEM_RETREAT && !dem_modes_has(j->modes, DEM_RETREAT_resign)) {
        j->content = (dem_content){.type = j->type, .modes = j->modes, .present = true};
        retype(j, DEM_CONCEDE, (dem_modes){0});
        j->cameo = "08";
        drop_aux(j, DEM_AUX_future);
    } else if (j->type == DEM_RETREAT || ((j->type == DEM_AGREE || j->type == DEM_CONCEDE || j->type == DEM_THREATEN) &&
                (j->st.commitment || j->k->frame->pos == DEM_POS_NOUN))) {
        drop_aux(j, DEM_AUX_future);
    } else if (hostile(j->type) && j->st.condition) {
        into_threat(j);
    }
}

static void apply_possibility(judgement *j)
{
    if (!has_aux(j, DEM_AUX_hypothetical) || has_aux(j, DEM_AUX_negation)) return;
    if (!own_voice(j)) return;
    if (hostile(j->type)) {
        into_threat(j);
    } else if (giving(j->type)) {
        j->content = (dem_content){.type = j->type, .present = true};
        retype(j, DEM_AGREE, (dem_modes){0});
        j->cameo = "03";
        j->aux = 0;
    }
}

/* ---- participants --------------------------------------------------------------------------------------- */

static void add_implied(dem_members *side, const char *code, dem_sector sector)
{
    dem_entity e = {.sectors = DEM_BIT(sector), .implied = true};
    if (code) memcpy(e.code, code, 4);
    side->entity[side->n] = e;
    side->mention[side->n++] = NULL;
}

static dem_sector authority(const judgement *j)
{
    if (j->type == DEM_ACCUSE || dem_modes_has(j->modes, DEM_SANCTION_convict)) return DEM_SEC_JUD;
    if (dem_modes_has(j->modes, DEM_COERCE_arrest) || dem_modes_has(j->modes, DEM_COERCE_seize)) return DEM_SEC_COP;
    return DEM_SEC_GOV;
}

static dem_event_type noun_tells(const judgement *j, int n)
{
    uint32_t frames = 0;
    if (j->s->tok[n].upos != DEM_UPOS_NOUN) return DEM_EVENT_NONE;
    const dem_frame *const *f = dem_lexicon_frames(j->c->rules->lex, DEM_POS_NOUN, j->s->tok[n].lemma, &frames);
    return frames ? f[0]->type : DEM_EVENT_NONE;
}

/* "killed in Russian shelling", "the US airstrike that killed": whose event noun does it (codebook 12.7). */
static bool agent_of_noun(judgement *j, int n)
{
    if (n < 0 || noun_tells(j, n) != DEM_ASSAULT) return false;
    static const char *const PREPS[] = {NULL, "by", "of"};
    for (size_t p = 0; p < sizeof PREPS / sizeof *PREPS && j->k->actor.n == 0; p++) {
        dem_slot slot = {.kind = PREPS[p] ? DEM_SLOT_PREP : DEM_SLOT_POSS, .prep = dem_str_from(PREPS[p])};
        int fill[DEM_GRAMMAR_MAX], fills = dem_grammar_fill(j->c->rules, j->s, n, DEM_POS_NOUN, &slot, fill);
        for (int x = 0; x < fills; x++)
            if (dem_mention_of(&j->c->mentions[j->k->sentence], fill[x]))
                dem_members_take(j->c, j->k->sentence, j->k->pred, fill[x], j->type, &j->k->actor);
    }
    return j->k->actor.n > 0;
}

static bool nominal_agent(judgement *j)
{
    if (agent_of_noun(j, dem_grammar_subject(j->s, j->k->pred))) return true;
    const int16_t *kid;
    uint32_t n = dem_kids(j->s, j->k->pred, &kid);
    for (uint32_t i = 0; i < n; i++)
        if (j->s->tok[kid[i]].rel == DEM_REL_obl && agent_of_noun(j, kid[i])) return true;
    return false;
}

/* ---- participants told before ---------------------------------------------------------------------------- */

static bool unknown_only(const dem_event *e)
{
    return e->n_actor == 0 || (e->actor[0].sectors & DEM_BIT(DEM_SEC_UNK));
}

/* The newest record of the report of this type whose actor is known. */
static const dem_event *told_before(const judgement *j, dem_event_type type)
{
    for (size_t i = j->c->n_past; i-- > 0;)
        if (j->c->past[i].type == type && !unknown_only(&j->c->past[i]) && !(j->c->past[i].aux & DEM_BIT(DEM_AUX_negation)))
            return &j->c->past[i];
    return NULL;
}

static bool definite_noun(const dem_sentence *s, int n)
{
    int d = dem_kid_with(s, n, DEM_REL_det);
    return d >= 0 && (dem_str_ieq(s->tok[d].form, DEM_STR("the")) || dem_str_ieq(s->tok[d].form, DEM_STR("this")) ||
                      dem_str_ieq(s->tok[d].form, DEM_STR("these")) || dem_str_ieq(s->tok[d].form, DEM_STR("that")));
}

static void take_told(const dem_event *e, dem_members *side)
{
    for (uint32_t i = 0; i < e->n_actor; i++) {
        side->entity[side->n] = e->actor[i];
        side->entity[side->n].span = (dem_span){0, 0}; /* no word of this sentence stands for it */
        side->entity[side->n].implied = false;
        side->mention[side->n++] = NULL;
    }
}

/* "condemned the test", "was killed in the attack": the definite event noun has its actor from the record of the same kind
 * that was told before (codebook D63). */
static void from_antecedent_event(judgement *j, dem_members *side, bool phrase)
{
    const int16_t *kid;
    uint32_t n = dem_kids(j->s, j->k->pred, &kid);
    for (uint32_t i = 0; i < n && side->n == 0; i++) {
        unsigned rel = j->s->tok[kid[i]].rel;
        bool here = phrase ? rel == DEM_REL_obl : rel == DEM_REL_obj;
        if (!here || !definite_noun(j->s, kid[i])) continue;
        dem_event_type type = noun_tells(j, kid[i]);
        if (phrase && type != j->type) continue;
        const dem_event *e = type == DEM_EVENT_NONE ? NULL : told_before(j, type);
        if (e) take_told(e, side);
    }
}

static const char *place_country(const judgement *j)
{
    dem_place p = dem_where_of(j->c, j->k, j->verb);
    static const char *const NONE = NULL;
    if (!p.name.n || !p.country[0]) {
        for (uint32_t i = 0; i < j->k->recipient.n; i++)
            if (j->k->recipient.mention[i] && j->k->recipient.mention[i]->place[0]) return j->k->recipient.mention[i]->place;
        return NONE;
    }
    const dem_actor *country = dem_lexicon_country(j->c->rules->lex, p.country);
    return country ? country->code : NONE;
}

static bool political(const dem_entity *e)
{
    dem_sectors outside = DEM_BIT(DEM_SEC_JRN) | DEM_BIT(DEM_SEC_EDU) | DEM_BIT(DEM_SEC_CVL) | DEM_BIT(DEM_SEC_BUS) |
                          DEM_BIT(DEM_SEC_MED) | DEM_BIT(DEM_SEC_CRM);
    return e->code[0] && !(e->sectors & outside);
}

static bool names_actor(const dem_frame *f)
{
    for (uint32_t i = 0; i < f->n_slot; i++)
        if (f->slot[i].side == DEM_SIDE_ACTOR) return true;
    return false;
}

/* "A drone hit the depot": the frame asks for a weapon as subject, and whose it is stays open (codebook 12.7). */
static bool weapon_acts(const judgement *j)
{
    const dem_frame *f = j->k->frame;
    for (uint32_t i = 0; i < f->n_slot; i++)
        if (f->slot[i].kind == DEM_SLOT_SUBJ && f->slot[i].need != DEM_NEED_ABSENT && (f->slot[i].n_word || f->slot[i].n_list))
            return j->type == DEM_ASSAULT && f->pos == DEM_POS_VERB;
    return false;
}

static bool supply_actor(judgement *j)
{
    dem_candidate *k = j->k;
    bool weapon = weapon_acts(j);
    if (k->actor.n) return true;
    if (!names_actor(k->frame) && !k->frame->agentless) { /* "would bear the consequences": the act is the speaker's (codebook 12.4) */
        if (!j->by.present || !j->by.named || !political(&j->by.entity)) return refuse(j, DEM_DROP_ACTOR, "no speaker");
        add_speaker(j, &k->actor);
        return true;
    }
    if (j->type == DEM_ASSAULT && k->frame->pos == DEM_POS_VERB) {
        if (nominal_agent(j)) return true;
        from_antecedent_event(j, &k->actor, true);
        if (k->actor.n) return true;
    }
    if (k->actor.open && !weapon) return refuse(j, DEM_DROP_ACTOR, "the actor named has no code");
    if (!k->frame->agentless || k->frame->pos != DEM_POS_VERB || !(weapon || dem_grammar_passive(j->s, k->pred)))
        return refuse(j, DEM_DROP_ACTOR, "no actor");
    bool typed = j->type == DEM_ASSAULT || j->type == DEM_COERCE || j->type == DEM_SANCTION || j->type == DEM_RETREAT ||
                 j->type == DEM_AID || j->type == DEM_ACCUSE;
    if (!typed || k->recipient.n == 0 || dem_modes_has(j->modes, DEM_ACCUSE_disapprove))
        return refuse(j, DEM_DROP_ACTOR, "agentless, and not of a type that is coded so");
    if (j->type == DEM_ASSAULT || j->type == DEM_RETREAT || j->type == DEM_AID) {
        add_implied(&k->actor, NULL, DEM_SEC_UNK);
        return true;
    }
    const char *code = place_country(j);
    const dem_entity *r = &k->recipient.entity[0];
    bool private_person = r->sectors && !(r->sectors & (DEM_BIT(DEM_SEC_GOV) | DEM_BIT(DEM_SEC_MIL)));
    if (!code && private_person && dem_lexicon_country(j->c->rules->lex, r->code)) code = r->code;
    if (!code && j->c->focus[0] && private_person) code = j->c->focus;
    if (code)
        add_implied(&k->actor, code, authority(j));
    else
        add_implied(&k->actor, NULL, DEM_SEC_UNK);
    return true;
}

static bool same(const dem_entity *a, const dem_entity *b)
{
    bool country = !a->sectors && !b->sectors && a->code[0] && memcmp(a->code, b->code, 4) == 0; /* "China ... backed it" */
    if (country) return true;
    return a->span.start == b->span.start && a->span.end == b->span.end && a->span.end > 0 &&
           memcmp(a->code, b->code, 4) == 0;
}

static bool in_side(const dem_members *side, const dem_entity *e)
{
    for (uint32_t i = 0; i < side->n; i++)
        if (same(&side->entity[i], e)) return true;
    return false;
}

static void remove_doubles(judgement *j)
{
    dem_members *r = &j->k->recipient;
    uint32_t n = 0;
    for (uint32_t i = 0; i < r->n; i++) {
        if (in_side(&j->k->actor, &r->entity[i])) continue;
        r->entity[n] = r->entity[i];
        r->mention[n++] = r->mention[i];
    }
    r->n = n;
}

/* Lists are in order of the text, implied members last. */
static void sort_side(dem_members *side)
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

static uint32_t distinct_codes(const judgement *j)
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

static bool organisation(const dem_entity *e)
{
    return memcmp(e->code, "IGO", 4) == 0 || memcmp(e->code, "UNO", 4) == 0 || memcmp(e->code, "EUR", 4) == 0;
}

/* Two entities are needed for a meeting; travelling at home is no visit. */
static bool check_meeting(judgement *j)
{
    if (j->type != DEM_CONSULT) return true;
    dem_candidate *k = j->k;
    uint32_t members = k->actor.n + k->recipient.n;
    bool visit = dem_modes_has(j->modes, DEM_CONSULT_visit);
    if (members < 2 && !(members == 1 && !visit && organisation(&k->actor.entity[0])))
        return refuse(j, DEM_DROP_RECIPIENT, "a meeting needs two sides");
    if (visit && k->recipient.n && distinct_codes(j) < 2) return refuse(j, DEM_DROP_RULED_OUT, "travel within one's country");
    return true;
}

/* A private person before the courts or the police: the country is that of the act (codebook 8, "suspects"). */
static void supply_suspect(judgement *j)
{
    dem_candidate *k = j->k;
    bool court = dem_modes_has(j->modes, DEM_SANCTION_convict) || dem_modes_has(j->modes, DEM_COERCE_arrest) ||
                 dem_modes_has(j->modes, DEM_ACCUSE_allege);
    if (!court || k->recipient.n || k->recipient.nobody.end == 0) return;
    dem_sectors law = DEM_BIT(DEM_SEC_JUD) | DEM_BIT(DEM_SEC_COP);
    const char *code = NULL;
    if (k->actor.n && (k->actor.entity[0].sectors & law)) code = k->actor.entity[0].code;
    if (k->actor.n == 0 && !k->actor.open) code = place_country(j);
    if (!code && k->actor.n == 0 && !k->actor.open && j->c->focus[0]) code = j->c->focus;
    if (!code || !dem_lexicon_country(j->c->rules->lex, code)) return;
    dem_entity e = {.sectors = DEM_BIT(DEM_SEC_CRM), .span = k->recipient.nobody};
    memcpy(e.code, code, 4);
    k->recipient.entity[0] = e;
    k->recipient.mention[0] = NULL;
    k->recipient.n = 1;
}

/* Violence between private people is no public matter unless a crowd or a group is hit (codebook 12.3, D25); a bare
 * casualty without a cause is no event (3.16). */
static bool public_sector(const dem_entity *e)
{
    dem_sectors private_ones = DEM_BIT(DEM_SEC_CVL) | DEM_BIT(DEM_SEC_CRM) | DEM_BIT(DEM_SEC_UNK) | DEM_BIT(DEM_SEC_BUS) |
                               DEM_BIT(DEM_SEC_MED) | DEM_BIT(DEM_SEC_EDU) | DEM_BIT(DEM_SEC_LAB) | DEM_BIT(DEM_SEC_REF);
    return !(e->sectors & private_ones) || e->code[0] == 'I';
}

static bool private_crime(const judgement *j)
{
    const dem_candidate *k = j->k;
    if (j->type != DEM_ASSAULT || k->recipient.n == 0) return false;
    for (uint32_t i = 0; i < k->actor.n; i++)
        if (public_sector(&k->actor.entity[i])) return false;
    for (uint32_t i = 0; i < k->recipient.n; i++) {
        const dem_mention *m = k->recipient.mention[i];
        if (public_sector(&k->recipient.entity[i]) || (m && (m->plural || m->kind != DEM_MENTION_ROLE))) return false;
    }
    return true;
}

static bool bare_casualty(const judgement *j)
{
    const dem_candidate *k = j->k;
    static const char *const VERBS[] = {"kill", "injure", "wound", "hurt", "die"};
    if (j->type != DEM_ASSAULT || k->actor.n == 0 || k->actor.entity[0].code[0] || !dem_modes_empty(j->modes)) return false;
    dem_modes means = dem_means_of(j->c, k->sentence, k->pred, j->type);
    for (size_t i = 0; i < sizeof VERBS / sizeof *VERBS; i++)
        if (dem_str_is(j->s->tok[k->pred].lemma, VERBS[i])) return dem_modes_empty(means);
    return false;
}

static bool check_participants(judgement *j)
{
    remove_doubles(j);
    supply_suspect(j);
    bool judged = j->type == DEM_SUPPORT || j->type == DEM_REJECT || (j->type == DEM_ACCUSE && !dem_modes_has(j->modes, DEM_ACCUSE_investigate));
    if (judged && j->k->recipient.n == 0 && j->k->frame->pos == DEM_POS_VERB) from_antecedent_event(j, &j->k->recipient, false);
    if (!supply_actor(j)) return false;
    remove_doubles(j); /* the actor may have come from elsewhere in the sentence */
    if (private_crime(j)) return refuse(j, DEM_DROP_RULED_OUT, "violence between private people");
    if (bare_casualty(j)) return refuse(j, DEM_DROP_RULED_OUT, "casualties without a cause");
    dem_candidate *k = j->k;
    bool mutual = j->type == DEM_COOPERATE && k->actor.n >= 2;
    if (dem_event_needs_recipient(j->type) && k->recipient.n == 0 && !mutual)
        return refuse(j, DEM_DROP_RECIPIENT, "the event needs a recipient");
    return check_meeting(j);
}

/* ---- mode of meetings ------------------------------------------------------------------------------------ */

static void into_visit(judgement *j, uint32_t host)
{
    dem_members *a = &j->k->actor, *r = &j->k->recipient;
    r->entity[0] = a->entity[host];
    r->mention[0] = a->mention[host];
    r->n = 1;
    a->entity[0] = a->entity[1 - host];
    a->mention[0] = a->mention[1 - host];
    a->n = 1;
    j->modes = dem_modes_with(j->modes, DEM_CONSULT_visit);
    j->cameo = "";
}

static void meeting_place(judgement *j, const dem_place *p)
{
    if (j->type != DEM_CONSULT || !dem_modes_empty(j->modes)) return;
    if (distinct_codes(j) >= 3 && j->k->recipient.n == 0) { /* a mediator is no third side */
        j->modes = dem_modes_with(j->modes, DEM_CONSULT_multilateral);
        return;
    }
    if (!p->name.n || j->k->actor.n != 2 || j->k->recipient.n || distinct_codes(j) != 2) return;
    for (uint32_t i = 0; i < 2; i++)
        if (memcmp(j->k->actor.entity[i].code, p->country, 4) == 0) {
            into_visit(j, i);
            return;
        }
    j->modes = dem_modes_with(j->modes, DEM_CONSULT_third_party);
    j->cameo = "";
}

/* ---- the record ------------------------------------------------------------------------------------------ */

static bool reciprocal(const judgement *j)
{
    if (j->k->recipient.n || j->k->actor.n < 2) return false;
    if (j->type == DEM_CONSULT || j->type == DEM_COOPERATE) return true;
    for (uint32_t i = 0; i < j->k->frame->n_slot; i++)
        if (j->k->frame->slot[i].adds && j->k->frame->slot[i].side == DEM_SIDE_ACTOR) return true;
    return false;
}

static int cue_token(const judgement *j)
{
    for (uint32_t i = 0; i < j->s->n; i++)
        if (j->by.cue.end && j->s->tok[i].start == j->by.cue.start) return (int)i;
    return -1;
}

static void fill_time(judgement *j, dem_event *e)
{
    int verb = j->verb;
    if (verb < 0 && speech_type(j->type) && own_voice(j)) verb = cue_token(j); /* an utterance is dated by its "said" */
    dem_when w = dem_when_of(j->c, j->k->sentence, j->k->pred, verb, has_aux(j, DEM_AUX_future));
    e->date = w.date;
    e->precision = w.precision;
    if (w.conflict) e->flags |= DEM_BIT(DEM_FLAG_date_conflict);
    e->aux = j->aux;
    if (w.historical) {
        e->aux |= (dem_auxes)DEM_BIT(DEM_AUX_historical);
        e->aux &= (dem_auxes)~DEM_BIT(DEM_AUX_future);
    }
}

static void copy_sides(const judgement *j, dem_event *e)
{
    e->n_actor = j->k->actor.n;
    e->n_recipient = j->k->recipient.n;
    memcpy(e->actor, j->k->actor.entity, sizeof *e->actor * e->n_actor);
    memcpy(e->recipient, j->k->recipient.entity, sizeof *e->recipient * e->n_recipient);
    for (uint32_t i = 0; i < e->n_actor; i++)
        if (j->k->actor.mention[i]) e->flags |= j->k->actor.mention[i]->flags;
    for (uint32_t i = 0; i < e->n_recipient; i++)
        if (j->k->recipient.mention[i]) e->flags |= j->k->recipient.mention[i]->flags;
}

static void record(judgement *j, dem_event *e)
{
    const dem_token *t = j->s->tok;
    *e = (dem_event){.sentence = j->s->number, .sentence_span = {j->s->start, j->s->end}};
    e->trigger = (dem_span){t[j->k->pred].start, t[j->k->trigger_to - 1].end};
    e->place = dem_where_of(j->c, j->k, j->verb);
    bool by_means = j->type == DEM_ASSAULT || j->type == DEM_MOBILIZE || j->type == DEM_CONSULT || dem_modes_empty(j->modes);
    dem_modes means = {0};
    if (by_means) means = dem_means_of(j->c, j->k->sentence, j->k->pred, j->type);
    j->modes.lo |= means.lo;
    j->modes.hi |= means.hi;
    meeting_place(j, &e->place);
    sort_side(&j->k->actor);
    sort_side(&j->k->recipient);
    copy_sides(j, e);
    if (dem_damaged(j->c->rules, j->s)) e->flags |= DEM_BIT(DEM_FLAG_garbled);
    e->type = j->type;
    e->modes = j->modes;
    e->reciprocal = reciprocal(j);
    e->by = j->by;
    fill_time(j, e);
    e->contexts = dem_context_of(j->c, j->k->sentence, e, j->contexts);
    dem_cameo_set(e, j->cameo, &j->content);
}

static void explain(const judgement *j, bool coded)
{
    if (!j->c->trace) return;
    const dem_frame *f = j->k->frame;
    const dem_token *t = &j->s->tok[j->k->pred];
    dem_str name = f->line ? dem_arena_printf(j->c->arena, "%.*s:%u", DEM_STR_ARG(f->file), f->line) : DEM_STR("grammar: obligation");
    dem_str why = dem_str_from(coded ? "coded" : j->why);
    dem_trace_frame row = {j->s->number, {t->start, t->end}, name, f->type, coded, why};
    dem_vec_push(j->c->trace->arena, &j->c->trace->frames, row);
}

static bool decide(judgement *j, dem_event *out)
{
    if (!find_standing(j) || !apply_content(j)) return false;
    if (standing_position(j)) return refuse(j, DEM_DROP_RULED_OUT, "a standing position, no act");
    if (!apply_negation(j)) return false;
    apply_future(j);
    apply_possibility(j);
    if (!check_participants(j)) return false;
    record(j, out);
    return true;
}

bool dem_judge(dem_coding *c, dem_candidate *k, dem_event *out)
{
    judgement j = {.c = c,
                   .k = k,
                   .s = &c->sentence[k->sentence],
                   .type = k->frame->type,
                   .cameo = k->frame->cameo,
                   .contexts = k->frame->contexts};
    j.by = dem_attribution_of(c, k->sentence, k->pred);
    j.content.type = DEM_EVENT_NONE;
    bool coded = decide(&j, out);
    if (!coded) c->tally->dropped[j.drop]++;
    explain(&j, coded);
    return coded;
}

/* ---- must, should ---------------------------------------------------------------------------------------- */

bool dem_judge_obligation(dem_coding *c, uint32_t sentence, int v, dem_candidate *out)
{
    const dem_sentence *s = &c->sentence[sentence];
    dem_standing st = dem_clause_standing(c->rules, s, v);
    bool need_not = st.denied && s->tok[v].rel == DEM_REL_xcomp; /* "does not need to", but "must not" */
    int aux = dem_kid_with(s, v, DEM_REL_aux), perfect = aux;
    for (; perfect >= 0 && perfect < v && !dem_str_is(s->tok[perfect].lemma, "have"); perfect++) {}
    if (aux >= 0 && perfect < v) return false; /* "should have left" asks for nothing */
    if (!st.coded || !st.obligation || need_not || (st.aux & DEM_BIT(DEM_AUX_hypothetical))) return false;
    dem_attribution by = dem_attribution_of(c, sentence, v);
    if (!by.present || !by.named || !political(&by.entity)) return false;
    *out = (dem_candidate){.frame = &dem_frame_obligation, .sentence = sentence, .pred = v, .trigger_to = v + 1, .content = v};
    int subject = dem_grammar_passive(s, v) ? -1 : dem_grammar_surface_subject(s, v);
    if (subject >= 0) dem_members_take(c, sentence, v, subject, DEM_REQUEST, &out->recipient);
    judgement j = {.by = by, .s = s};
    add_speaker(&j, &out->actor);
    return !out->recipient.open || out->recipient.n;
}
