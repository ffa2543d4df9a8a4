/* code/standing.c - what the clause makes of the frame: content of speech acts, promises, refusals, denials,
 * possibilities. */
#include "code/grammar.h"
#include "code/judgement.h"
#include "code/noun.h"

/* A country, its state and all that is part of the state are one side; its parties and people are others. */
static bool one_side(const dem_entity *a, const dem_entity *b)
{
    if (memcmp(a->code, b->code, 4) != 0) return false;
    if ((a->sectors ^ b->sectors) & DEM_BIT(DEM_SEC_OPP)) return !a->sectors || !b->sectors;
    return !a->sectors || !b->sectors || (a->sectors & b->sectors) ||
           ((a->sectors & DEM_MATCH_STATE) && (b->sectors & DEM_MATCH_STATE));
}

bool dem_judgement_own_voice(const dem_judgement *j)
{
    if (!j->by.present || !j->by.named) return false;
    for (uint32_t i = 0; i < j->k->actor.n; i++)
        if (one_side(&j->k->actor.entity[i], &j->by.entity)) return true;
    return false;
}

/* "China has always opposed such steps, its spokesman said": uttered by the side itself (codebook 12.3). */
static bool professed(const dem_judgement *j)
{
    dem_event_type t = j->k->frame->type;
    bool stance = t == DEM_SUPPORT || t == DEM_REJECT || t == DEM_REQUEST || t == DEM_ACCUSE;
    return stance && j->k->frame->pos == DEM_POS_VERB && dem_judgement_own_voice(j);
}

/* ---- standing ------------------------------------------------------------------------------------------- */

bool dem_judgement_standing(dem_judgement *j)
{
    const dem_frame *f = j->k->frame;
    j->verb = -1;
    if (f->pos == DEM_POS_NOUN) {
        dem_noun_use use = dem_noun_used(j->c->rules, j->s, j->k->pred);
        j->st = use.standing;
        j->verb = use.verb;
        bool owned = use.light && dem_str_is(j->s->tok[use.verb].lemma, "have") && f->type != DEM_CONSULT;
        if (owned) return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "to have one is no act");
        bool shared = f->type == DEM_CONSULT || f->type == DEM_AGREE;
        if (j->st.coded && shared && use.control >= 0 && j->k->actor.n < 2 && j->k->recipient.n == 0) {
            bool verb =
                j->s->tok[use.control].upos == DEM_UPOS_VERB || j->s->tok[use.control].upos == DEM_UPOS_ADJ;
            int subject = verb ? dem_grammar_subject(j->s, use.control) : use.control;
            if (subject >= 0)
                dem_members_take(j->c, j->k->sentence, j->k->pred, subject, f->type, &j->k->actor);
        }
    } else {
        j->st = dem_clause_standing(j->c->rules, j->s, j->k->pred);
        if (f == &dem_frame_obligation) {
            j->st.coded = true; /* demand.c has seen to it; a command is no statement, but asks */
            j->st.aux = 0;
            j->st.denied = false;
        }
    }
    if (j->st.habit && professed(j)) j->st.coded = true;
    if (!j->st.coded) return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, j->st.why);
    if (j->st.obligation && f != &dem_frame_obligation)
        return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "what ought to be done is not done");
    j->aux = j->st.aux | f->aux;
    return true;
}

static bool standing_position(dem_judgement *j)
{
    bool wishing = j->type == DEM_REQUEST &&
                   j->k->recipient.n == 0 && /* but of somebody named: codebook 12.8, D79 */
                   dem_rules_lists(j->c->rules, j->c->rules->wish, &j->s->tok[j->k->pred]);
    bool judging = wishing || j->type == DEM_ACCUSE || j->type == DEM_SUPPORT || j->type == DEM_REJECT;
    bool suffered = j->k->frame->needs_no_agent; /* "faces charges" is no opinion */
    if (!judging || suffered || j->by.present || j->k->frame->pos != DEM_POS_VERB) return false;
    return dem_clause_standing_position(j->s, j->k->pred);
}

/* ---- content -------------------------------------------------------------------------------------------- */

static bool foreign_in(const dem_judgement *j, int h)
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

/* "Kenya said its troops": one's own country and one's own kind; rebels and the government of one country are two sides. */
static bool own_side(const dem_entity *actor, const dem_entity *e)
{
    return memcmp(actor->code, e->code, 4) == 0 &&
           (!actor->sectors || !e->sectors || (actor->sectors & e->sectors));
}

/* `captives`: they are hardly those of who holds them, so that a country which is only guessed is none. */
static void add_others(const dem_members *from, const dem_members *actor, bool captives, dem_members *to)
{
    for (uint32_t i = 0; i < from->n && to->n < DEM_MAX_MEMBERS; i++) {
        bool own = captives && from->mention[i] && from->mention[i]->guessed;
        for (uint32_t a = 0; a < actor->n; a++) own |= own_side(&actor->entity[a], &from->entity[i]);
        if (own || dem_members_have(to, &from->entity[i])) continue;
        to->entity[to->n] = from->entity[i];
        to->mention[to->n++] = from->mention[i];
    }
}

/* Whom a promise, a refusal or a threat is for, where no slot says it: "vowed to strike Hezbollah", "ready to
 * resume talks with Moscow". Of a demand: who is to do it, "demanded that Russia withdraw". */
static void recipient_from_content(dem_judgement *j)
{
    dem_candidate *k = j->k, inner;
    bool none;
    if (k->recipient.n || k->content < 0 || k->frame == &dem_frame_obligation) return;
    if ((k->recipient.open || k->recipient.lost) && j->type != DEM_REQUEST) return;
    if (j->type == DEM_REQUEST) {
        int subject = dem_kid_with(j->s, k->content, DEM_REL_nsubj);
        if (subject < 0 && dem_mention_of(&j->c->mentions[k->sentence], k->content))
            subject = k->content; /* "called for the president to go" */
        if (subject >= 0) dem_members_take(j->c, k->sentence, k->pred, subject, j->type, &k->recipient);
        return;
    }
    if (j->type == DEM_REJECT && j->s->tok[k->content].upos == DEM_UPOS_NOUN)
        dem_members_take_owner(j->c, k->sentence, k->pred, k->content, j->type, &k->recipient);
    if (k->recipient.n || j->content.pred < 0 ||
        !dem_match(j->c, k->sentence, j->content.pred, j->content.pos, true, &inner, &none))
        return;
    bool captives = dem_modes_has(j->content.modes, DEM_RETREAT_release);
    add_others(&inner.recipient, &k->actor, captives, &k->recipient);
    if (k->recipient.n == 0) add_others(&inner.actor, &k->actor, false, &k->recipient);
}

/* "voted to demand a truce": the demand is the actor's own, and what it asks for is what is asked (codebook D44). */
static void own_request(dem_judgement *j)
{
    dem_candidate *k = j->k, inner;
    unsigned rel = k->content >= 0 ? j->s->tok[k->content].rel : DEM_REL_root;
    bool none, own = (rel == DEM_REL_xcomp || rel == DEM_REL_advcl) && dem_grammar_object(j->s, k->pred) < 0;
    if (k->frame->type != DEM_REQUEST || j->content.type != DEM_REQUEST || !own || k->recipient.n) return;
    if (!dem_match(j->c, k->sentence, k->content, DEM_POS_VERB, true, &inner, &none)) return;
    add_others(&inner.recipient, &(dem_members){.n = 0}, false, &k->recipient);
    k->content = inner.content;
    j->content = dem_content_read(j->c, k->sentence, inner.content);
}

/* "pledged to hold a referendum": a definite step of institutions, though it is at home (codebook D66). */
static bool institutional_step(const dem_judgement *j)
{
    static const char *const VERBS[] = {"hold",     "call",    "schedule", "organise",
                                        "organize", "convene", "conduct"};
    int h = j->k->content;
    if (j->type != DEM_AGREE || h < 0) return false;
    int o = j->s->tok[h].upos == DEM_UPOS_VERB && DEM_STR_ONE_OF(j->s->tok[h].lemma, VERBS)
                ? dem_grammar_object(j->s, h)
                : -1;
    return o >= 0 && dem_rules_lists(j->c->rules, j->c->rules->step, &j->s->tok[o]);
}

/* A hostile act that two agree on or one offers to another is no threat (codebook 12.11): who would suffer it is not
 * whom the promise is made to. */
static bool welcome_to_others(const dem_judgement *j)
{
    const dem_rules *r = j->c->rules;
    const dem_token *word = &j->s->tok[j->k->pred];
    if (j->k->frame->type != DEM_AGREE || j->type != DEM_THREATEN) return false;
    return dem_rules_lists(r, r->assent, word) ||
           (j->content.type == DEM_MOBILIZE && dem_rules_lists(r, r->word_given, word));
}

bool dem_judgement_content(dem_judgement *j)
{
    const dem_candidate *k = j->k;
    j->type = k->frame->type;
    j->modes = k->frame->modes;
    if (dem_peacekeeping(j) || !k->frame->by_content) return true;
    j->content = dem_content_read(j->c, k->sentence, k->content);
    own_request(j);
    j->type = dem_content_decides(k->frame->type, &j->content, &j->modes);
    bool word =
        j->content.type == DEM_ACCUSE || j->content.type == DEM_THREATEN || j->content.type == DEM_REJECT;
    if (j->type == DEM_REJECT && word &&
        j->s->tok[k->content].upos == DEM_UPOS_VERB) /* "declined to criticise" (6.4) */
        return dem_judgement_refuse(j, DEM_DROP_RULED_OUT,
                                    "an accusation, threat or refusal that was not made");
    if (welcome_to_others(j)) {
        j->type = DEM_AGREE;
        j->modes = (dem_modes){0};
        return true;
    }
    recipient_from_content(j);
    if (institutional_step(j)) return true;
    bool vague =
        j->type == DEM_AGREE && j->content.type == DEM_EVENT_NONE && k->recipient.n == 0 && k->actor.n < 2;
    if (vague && (k->content < 0 || !foreign_in(j, k->content)))
        return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "a pledge about one's own affairs");
    return true;
}

static bool hostile(dem_event_type t)
{
    return t == DEM_ASSAULT || t == DEM_COERCE || t == DEM_SANCTION || t == DEM_MOBILIZE;
}

/* ---- modality ------------------------------------------------------------------------------------------- */

static bool giving(dem_event_type t)
{
    return t == DEM_SUPPORT || t == DEM_COOPERATE || t == DEM_AID;
}

static void into_threat(dem_judgement *j)
{
    dem_content x = {.type = j->type, .modes = j->modes, .present = true};
    dem_modes modes;
    dem_content_decides(DEM_THREATEN, &x, &modes);
    dem_judgement_retype(j, DEM_THREATEN, modes);
    j->aux = 0;
}

/* "Russia will not meet Ukraine": who was to take part with the subject is the one refused. */
static void refused_side(dem_judgement *j)
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

static void into_refusal(dem_judgement *j)
{
    if (j->type == DEM_CONSULT) refused_side(j);
    if (j->k->content >= 0 && j->k->recipient.n == 0) /* "will not accept the French plan": whose it is */
        dem_members_take_owner(j->c, j->k->sentence, j->k->pred, j->k->content, DEM_REJECT, &j->k->recipient);
    dem_content x = {.type = j->type, .modes = j->modes, .present = true};
    if (j->content.present) x = j->content; /* "not willing to meet": what one is not willing to do */
    dem_modes modes;
    dem_content_decides(DEM_REJECT, &x, &modes);
    dem_judgement_retype(j, DEM_REJECT, modes);
    j->aux = 0;
}

/* "will not attack first" (codebook 3.1) */
static void into_promise_not_to(dem_judgement *j)
{
    j->content = (dem_content){.type = j->type, .modes = j->modes, .negated = true, .present = true};
    dem_judgement_retype(j, DEM_AGREE, (dem_modes){0});
    j->cameo = "03";
    j->aux = 0;
}

static bool perfect(const dem_sentence *s, int v)
{
    int aux = dem_kid_with(s, v, DEM_REL_aux);
    return aux >= 0 && dem_str_is(s->tok[aux].lemma, "have");
}

/* "said it had not shelled the town", "it was not behind the plot": who denies is who speaks, not the troops that did
 * nothing. */
static void into_denial(dem_judgement *j)
{
    dem_judgement_retype(j, DEM_REJECT, (dem_modes){0});
    j->cameo = "016";
    j->aux = 0;
    j->k->recipient.n = j->k->actor.n = 0;
    dem_judgement_speaker(j, &j->k->actor);
}

/* "Russia said it was not behind the plot" */
static bool clears_himself(const dem_judgement *j)
{
    const dem_members *r = &j->k->recipient;
    return j->k->frame == &dem_frame_behind && r->n == 1 && j->by.named &&
           memcmp(r->entity[0].code, j->by.entity.code, 4) == 0;
}

/* "is not ready to negotiate": as good as unwilling, a refusal of what is offered or asked. */
static bool unwilling(dem_judgement *j)
{
    const dem_frame *f = j->k->frame;
    bool will = f->pos == DEM_POS_ADJ || dem_str_is(j->s->tok[j->k->pred].lemma, "prepare");
    if (!will || !f->by_content || f->type != DEM_AGREE || (j->type != DEM_AGREE && j->type != DEM_CONCEDE))
        return false;
    dem_modes modes;
    dem_content_decides(DEM_REJECT, &j->content, &modes);
    dem_judgement_retype(j, DEM_REJECT, modes);
    j->aux = 0;
    return true;
}

static bool apply_negation(dem_judgement *j)
{
    if (!dem_judgement_has(j, DEM_AUX_negation) || unwilling(j)) return true;
    if (clears_himself(j)) {
        into_denial(j);
        return true;
    }
    bool praise = j->type == DEM_SUPPORT && !j->st.commitment && /* "will not recognise": a refusal */
                  strcmp(j->cameo, "057") != 0; /* "failed to sign" is told, "did not praise" is not */
    if (j->type == DEM_REJECT || j->type == DEM_ACCUSE || j->type == DEM_THREATEN || j->type == DEM_REQUEST ||
        praise)
        return dem_judgement_refuse(j, DEM_DROP_RULED_OUT,
                                    "a negated refusal, accusation, threat, request or praise");
    /* "will not talk"; "has not conceded": it has not happened, "did not accede": it was refused */
    if (j->st.commitment || (j->type == DEM_CONCEDE && !perfect(j->s, j->k->pred))) {
        if (hostile(j->type)) into_promise_not_to(j);
        else into_refusal(j);
    } else if (dem_judgement_own_voice(j) && !dem_judgement_speech(j->type) && j->type != DEM_CONSULT) {
        into_denial(j);
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

/* "will impose tariffs", "is expected to give its backing": it is the verb of the noun that lies ahead, not only what a
 * verb of announcing makes of its object. */
static bool verb_lies_ahead(const dem_judgement *j)
{
    if (j->verb < 0 || j->s->tok[j->verb].upos != DEM_UPOS_VERB) return false;
    return dem_clause_standing(j->c->rules, j->s, j->verb).aux & DEM_BIT(DEM_AUX_future);
}

/* Acts that are done when they are announced: "announced new sanctions", "will resign", "pledges to agree". */
static bool said_is_done(const dem_judgement *j)
{
    bool noun = j->k->frame->pos == DEM_POS_NOUN;
    switch (j->type) {
    case DEM_SUPPORT:
    case DEM_SANCTION:
    case DEM_COERCE: return noun && !verb_lies_ahead(j);
    case DEM_AGREE:
    case DEM_CONCEDE:
    case DEM_THREATEN: return noun || j->st.commitment;
    case DEM_RETREAT: return dem_modes_has(j->modes, DEM_RETREAT_resign);
    default: return false;
    }
}

static void apply_future(dem_judgement *j)
{
    if (!dem_judgement_has(j, DEM_AUX_future)) return;
    if (said_is_done(j)) {
        dem_judgement_without(j, DEM_AUX_future);
    } else if (giving(j->type)) {
        promise_to(j->k);
        j->content = (dem_content){.type = j->type, .present = true};
        dem_judgement_retype(j, DEM_AGREE, (dem_modes){0});
        j->cameo = "03";
        dem_judgement_without(j, DEM_AUX_future);
    } else if (j->type == DEM_RETREAT) {
        j->content = (dem_content){.type = j->type, .modes = j->modes, .present = true};
        dem_judgement_retype(j, DEM_CONCEDE, (dem_modes){0});
        j->cameo = "08";
        dem_judgement_without(j, DEM_AUX_future);
    } else if (hostile(j->type) && j->st.condition) {
        into_threat(j);
    }
}

static void apply_possibility(dem_judgement *j)
{
    if (!dem_judgement_has(j, DEM_AUX_hypothetical) || dem_judgement_has(j, DEM_AUX_negation)) return;
    if (!dem_judgement_own_voice(j) || perfect(j->s, j->k->pred))
        return; /* "if he has struck": nothing is announced */
    if (hostile(j->type)) {
        into_threat(j);
    } else if (giving(j->type)) {
        j->content = (dem_content){.type = j->type, .present = true};
        dem_judgement_retype(j, DEM_AGREE, (dem_modes){0});
        j->cameo = "03";
        j->aux = 0;
    }
}

bool dem_judgement_modality(dem_judgement *j)
{
    if (standing_position(j)) return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "a standing position, no act");
    if (!apply_negation(j)) return false;
    apply_future(j);
    apply_possibility(j);
    return true;
}
