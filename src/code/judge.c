/* code/judge.c - the codebook's rules on a matched frame, one after the other: standing, content, participants,
 * source, time, place, subject. The order matters: each step may change the type that the next one sees. */
#include "code/judge.h"
#include "code/cameo.h"
#include "code/context.h"
#include "code/damage.h"
#include "code/grammar.h"
#include "code/judgement.h"
#include "code/plea.h"
#include "code/quarrel.h"
#include "code/when.h"
#include "code/where.h"

bool dem_judgement_refuse(dem_judgement *j, dem_drop drop, const char *why)
{
    j->drop = drop;
    j->why = why;
    return false;
}

void dem_judgement_retype(dem_judgement *j, dem_event_type type, dem_modes modes)
{
    j->type = type;
    j->modes = modes;
    j->cameo = "";
}

bool dem_judgement_speech(dem_event_type t)
{
    return t == DEM_AGREE || t == DEM_REQUEST || t == DEM_ACCUSE || t == DEM_REJECT || t == DEM_SUPPORT ||
           t == DEM_THREATEN || t == DEM_CONCEDE;
}

bool dem_judgement_political(const dem_entity *e)
{
    dem_sectors outside = DEM_BIT(DEM_SEC_JRN) | DEM_BIT(DEM_SEC_EDU) | DEM_BIT(DEM_SEC_CVL) |
                          DEM_BIT(DEM_SEC_BUS) | DEM_BIT(DEM_SEC_MED) | DEM_BIT(DEM_SEC_CRM);
    return e->code[0] && !(e->sectors & outside);
}

void dem_judgement_speaker(const dem_judgement *j, dem_members *side)
{
    dem_entity e = j->by.entity;
    bool here = e.span.start >= j->s->start && e.span.end <= j->s->end;
    if (!here) e.span = (dem_span){0, 0};
    side->entity[0] = e;
    side->mention[0] = NULL;
    side->n = 1;
}

/* ---- the record ------------------------------------------------------------------------------------------ */

/* "accused each other", "blamed one another" (codebook 9). */
static bool mutual(const dem_judgement *j)
{
    for (uint32_t i = 0; i + 1 < j->s->n; i++) {
        bool each = dem_str_ieq(j->s->tok[i].form, DEM_STR("each")) &&
                    dem_str_ieq(j->s->tok[i + 1].form, DEM_STR("other"));
        bool one = dem_str_ieq(j->s->tok[i].form, DEM_STR("one")) &&
                   dem_str_ieq(j->s->tok[i + 1].form, DEM_STR("another"));
        if ((each || one) && dem_grammar_under(j->s, (int)i + 1, j->k->pred)) return true;
    }
    return false;
}

static bool reciprocal(const dem_judgement *j)
{
    if (j->k->recipient.n || j->k->actor.n < 2) return false;
    return j->type == DEM_CONSULT || j->type == DEM_COOPERATE || mutual(j) || dem_match_two_sided(j->k->frame);
}

/* "has blockaded the port since March" is one measure that goes on, "has imposed sanctions" three times may be three
 * (codebook D72). */
static bool unbroken(const dem_judgement *j)
{
    bool measure = j->type == DEM_SANCTION
                       ? dem_modes_has(j->modes, DEM_SANCTION_discontinue)
                       : j->type == DEM_COERCE && !dem_modes_has(j->modes, DEM_COERCE_arrest) &&
                             !dem_modes_has(j->modes, DEM_COERCE_deport);
    bool noun = j->k->frame->pos == DEM_POS_NOUN;
    return measure && (!noun || dem_grammar_predicate_nominal(j->s, j->k->pred));
}

static void fill_time(dem_judgement *j, dem_event *e)
{
    int verb = j->verb;
    if ((verb < 0 || verb == j->k->pred) && dem_judgement_speech(j->type))
        verb = dem_attribution_cue(j->s, &j->by); /* an utterance is dated by its "said" */
    dem_when w = {.date = j->c->report->day, .precision = DEM_PRECISION_UNKNOWN};
    int said = dem_attribution_cue(j->s, &j->by);
    /* "must leave by October", "would send a team in April": what is dated is the content; the demand or the promise has
     * the day of its "said". */
    bool content =
        j->k->frame == &dem_frame_obligation || (j->type != j->k->frame->type && dem_judgement_speech(j->type));
    /* "will resign on Friday" has been said and counts as done, yet Friday lies ahead (codebook D54). */
    bool ahead =
        dem_judgement_has(j, DEM_AUX_future) ||
        (j->type == DEM_RETREAT && j->k->frame->pos == DEM_POS_VERB && (j->st.aux & DEM_BIT(DEM_AUX_future)));
    if (!content) w = dem_when_of(j->c, j->k->sentence, j->k->pred, verb, ahead);
    else if (said >= 0) w = dem_when_of(j->c, j->k->sentence, said, -1, false);
    if (w.since && unbroken(j)) w = (dem_when){.date = j->c->report->day, .precision = DEM_PRECISION_UNKNOWN};
    e->date = w.date;
    e->precision = w.precision;
    e->time = w.span;
    if (w.conflict) e->flags |= DEM_BIT(DEM_FLAG_date_conflict);
    e->aux = j->aux;
    if (w.historical) {
        e->aux |= (dem_auxes)DEM_BIT(DEM_AUX_historical);
        e->aux &= (dem_auxes)~DEM_BIT(DEM_AUX_future);
    }
}

static void copy_sides(const dem_judgement *j, dem_event *e)
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

/* Takes away what the predicate's word says of the means where nothing stands beside it. */
static void without_own_word(const dem_judgement *j, dem_modes *means)
{
    uint32_t len = 0;
    dem_modes own = dem_lexicon_means(j->c->rules->lex, j->type, &j->s->tok[j->k->pred].lemma, 1, &len);
    if (len == 0) return;
    means->lo &= ~own.lo;
    means->hi &= ~own.hi;
}

/* What a denial denies: what it says was not done, or what its words ("denied shelling") tell. */
static dem_event_type denied(const dem_judgement *j, const dem_event *e)
{
    if (e->type != DEM_REJECT || strcmp(e->cameo, "016") != 0) return DEM_EVENT_NONE;
    return j->k->frame->type == DEM_REJECT ? j->content.type : j->k->frame->type;
}

static void record(dem_judgement *j, dem_event *e)
{
    const dem_token *t = j->s->tok;
    *e = (dem_event){.sentence = j->s->number, .sentence_span = {j->s->start, j->s->end}};
    e->trigger = (dem_span){t[j->k->pred].start, t[j->k->trigger_to - 1].end};
    e->place = dem_where_of(j->c, j->k, j->verb);
    bool strike =
        dem_modes_has(j->modes, DEM_PROTEST_strike); /* "went on hunger strike" is more than a strike */
    bool by_means = j->type == DEM_ASSAULT || j->type == DEM_MOBILIZE || j->type == DEM_CONSULT || strike ||
                    dem_modes_empty(j->modes);
    dem_modes means = {0};
    if (by_means) means = dem_means_of(j->c, j->k->sentence, j->k->pred, j->type);
    /* "warplanes bombed a town": what the frame has read of the word, the word alone does not say otherwise */
    if (!dem_modes_empty(j->modes)) without_own_word(j, &means);
    /* "hosted talks between two others" is no visit of theirs. */
    if (j->type == DEM_CONSULT && dem_modes_has(j->modes, DEM_CONSULT_third_party))
        means.lo &= ~DEM_BIT(DEM_CONSULT_visit);
    j->modes.lo |= means.lo;
    j->modes.hi |= means.hi;
    dem_meeting_modes(j, &e->place);
    dem_judgement_sort(&j->k->actor);
    dem_judgement_sort(&j->k->recipient);
    copy_sides(j, e);
    if (dem_damaged(j->c->rules, j->s)) e->flags |= DEM_BIT(DEM_FLAG_garbled);
    e->type = j->type;
    e->modes = j->modes;
    e->reciprocal = reciprocal(j);
    e->by = j->by;
    fill_time(j, e);
    e->contexts = dem_context_of(j->c, j->k->sentence, e, j->contexts);
    dem_cameo_set(e, j->cameo, &j->content);
    e->denied = denied(j, e);
}

static void explain(const dem_judgement *j, bool coded)
{
    if (!j->c->trace) return;
    const dem_frame *f = j->k->frame;
    const dem_token *t = &j->s->tok[j->k->pred];
    dem_str name = f->line ? dem_arena_printf(j->c->arena, "%.*s:%u", DEM_STR_ARG(f->file), f->line)
                   : f == &dem_frame_behind ? DEM_STR("grammar: behind")
                                            : DEM_STR("grammar: obligation");
    dem_str why = dem_str_from(coded ? "coded" : j->why);
    uint32_t entry = f->line ? f->entry : DEM_TRACE_NO_ENTRY;
    dem_trace_frame row = {j->s->number, {t->start, t->end}, name, entry, f->type, true, coded, why};
    dem_vec_push(j->c->trace->arena, &j->c->trace->frames, row);
}

/* "The bombing was claimed by the ELN": its word is the source (codebook D51). */
static void own_up(dem_judgement *j)
{
    const dem_token *t = &j->s->tok[j->k->pred];
    if (j->by.present || j->type != DEM_ASSAULT || j->k->frame->pos != DEM_POS_VERB || j->k->actor.n == 0)
        return;
    if (!dem_str_is(t->lemma, "claim")) return;
    j->by = (dem_attribution){
        .present = true, .named = true, .entity = j->k->actor.entity[0], .cue = {t->start, t->end}};
}

/* "The agreement between Chad and Libya has 11 articles": its making counts if it is dated, and is told by no verb
 * (codebook D53). */
static bool document(const dem_judgement *j)
{
    int n = j->k->pred;
    bool treaty = j->type == DEM_AGREE || j->type == DEM_CONCEDE; /* "the ceasefire agreement" */
    if (!treaty || j->k->frame->pos != DEM_POS_NOUN ||
        !dem_rules_lists(j->c->rules, j->c->rules->document, &j->s->tok[n]))
        return false;
    bool by_verb = dem_kid_with(j->s, n, DEM_REL_acl) >= 0 || dem_kid_with(j->s, n, DEM_REL_acl_relcl) >= 0;
    if (by_verb || j->type == DEM_CONCEDE) return by_verb;
    return dem_grammar_light(j->c->rules, j->s, n) >= 0 || !dem_when_named(j->c, j->k->sentence, n);
}

static bool decide(dem_judgement *j, dem_event *out)
{
    if (!dem_judgement_standing(j) || !dem_judgement_content(j)) return false;
    if (!dem_judgement_modality(j)) return false;
    if (!dem_judgement_sides(j) || !dem_quarrel(j)) return false;
    if (!dem_judgement_toll(j) || !dem_judgement_emergency(j) || !dem_judgement_demand(j)) return false;
    if (document(j)) return dem_judgement_refuse(j, DEM_DROP_RULED_OUT, "a document, not its making");
    own_up(j);
    dem_episode_note(j);
    record(j, out);
    return true;
}

bool dem_judge(dem_coding *c, dem_candidate *k, dem_event *out)
{
    dem_judgement j = {.c = c,
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
