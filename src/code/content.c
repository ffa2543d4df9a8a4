/* code/content.c - see content.h. The content is read with the same frames as everything else, only loosely:
 * who does it does not matter, since it has not happened. */
#include "code/content.h"
#include "code/grammar.h"

static bool in(const dem_coding *c, uint32_t list, const dem_token *t)
{
    return dem_rules_lists(c->rules, list, t);
}

/* *inside: the content of a noun that is itself a request or an offer: "rejected calls for talks". */
static bool read_word(dem_coding *c, uint32_t sentence, int h, dem_pos pos, dem_content *out, int *inside)
{
    dem_candidate k;
    bool blocked;
    if (!dem_match(c, sentence, h, pos, true, &k, &blocked)) return false;
    out->type = k.frame->type;
    out->modes = k.frame->modes;
    out->cameo = k.frame->cameo;
    out->pred = h;
    out->pos = pos;
    if (pos == DEM_POS_NOUN && k.frame->by_content) *inside = k.content;
    return true;
}

static bool negative(const dem_sentence *s, int h)
{
    const int16_t *kid;
    uint32_t n = dem_kids(s, h, &kid);
    for (uint32_t k = 0; k < n; k++)
        if (dem_str_ieq(s->tok[kid[k]].form, DEM_STR("not")) ||
            dem_str_ieq(s->tok[kid[k]].form, DEM_STR("n't")) ||
            dem_str_ieq(s->tok[kid[k]].form, DEM_STR("n’t")))
            return true;
    return false;
}

static dem_pos pos_of(const dem_sentence *s, int h)
{
    const dem_token *t = &s->tok[h];
    if (t->upos == DEM_UPOS_VERB) return DEM_POS_VERB;
    bool acts = t->upos == DEM_UPOS_ADJ &&
                dem_kid_with(s, h, DEM_REL_obj) >= 0; /* "called on Cairo to free a reporter" */
    if (acts && dem_grammar_case_is(s, h, "to")) return DEM_POS_VERB;
    return t->upos == DEM_UPOS_ADJ ? DEM_POS_ADJ : DEM_POS_NOUN;
}

static void read_at(dem_coding *c, uint32_t sentence, int h, int depth, dem_content *out);

/* What is asked or offered, if it is an act; else the asking itself stays the content. */
static void read_inside(dem_coding *c, uint32_t sentence, int h, int depth, dem_content *out)
{
    dem_content x = {.type = DEM_EVENT_NONE, .present = true, .negated = out->negated};
    read_at(c, sentence, h, depth, &x);
    if (x.type == DEM_EVENT_NONE) return;
    x.pred = out->pred; /* whose request or offer it is still hangs on the noun */
    x.pos = out->pos;
    *out = x;
}

static void read_at(dem_coding *c, uint32_t sentence, int h, int depth, dem_content *out)
{
    const dem_sentence *s = &c->sentence[sentence];
    const dem_token *t = &s->tok[h];
    int inner = t->upos == DEM_UPOS_VERB ? dem_grammar_complement(s, h) : -1;
    int obj = t->upos == DEM_UPOS_VERB ? dem_grammar_object(s, h) : -1;
    int of_noun = -1;
    if (read_word(c, sentence, h, pos_of(s, h), out, &of_noun)) {
        if (of_noun >= 0 && depth < 3) read_inside(c, sentence, of_noun, depth + 1, out);
        return;
    }
    if (depth >= 3) return;
    if (t->upos == DEM_UPOS_VERB && in(c, c->rules->end, t)) {
        if (inner >= 0) read_at(c, sentence, inner, depth + 1, out);
        if (out->type == DEM_EVENT_NONE && obj >= 0) read_at(c, sentence, obj, depth + 1, out);
        out->ended = out->type != DEM_EVENT_NONE;
        return;
    }
    bool carries = t->upos == DEM_UPOS_VERB && (in(c, c->rules->light, t) || in(c, c->rules->begin, t));
    if (carries && obj >= 0) read_at(c, sentence, obj, depth + 1, out);
    if (out->type == DEM_EVENT_NONE && inner >= 0) read_at(c, sentence, inner, depth + 1, out);
    if (out->type != DEM_EVENT_NONE || t->upos == DEM_UPOS_VERB) return;
    /* "an end to the blockade", "a halt to shelling", "a series of meetings" */
    const int16_t *kid;
    uint32_t n = dem_kids(s, h, &kid);
    bool end = in(c, c->rules->end, t) || dem_str_is(t->lemma, "end") || dem_str_is(t->lemma, "halt");
    bool opaque = !end && !in(c, c->rules->container, t);
    for (uint32_t k = 0; k < n && !opaque && out->type == DEM_EVENT_NONE; k++)
        if (s->tok[kid[k]].rel == DEM_REL_nmod) read_at(c, sentence, kid[k], depth + 1, out);
    out->ended = end && out->type != DEM_EVENT_NONE;
}

dem_content dem_content_read(dem_coding *c, uint32_t sentence, int h)
{
    dem_content out = {.type = DEM_EVENT_NONE, .pred = -1};
    if (h < 0) return out;
    out.present = true;
    out.negated = negative(&c->sentence[sentence], h);
    read_at(c, sentence, h, 0, &out);
    return out;
}

/* ---- what follows ---------------------------------------------------------------------------------------- */

static bool hostile(dem_event_type t)
{
    return t == DEM_ASSAULT || t == DEM_COERCE || t == DEM_SANCTION || t == DEM_MOBILIZE || t == DEM_PROTEST;
}

typedef enum { MEET, ASSIST, YIELD, CHANGE } aim;

/* An apology, a reform, a bill withdrawn give in, but are not on the closed list of what "yield" is (codebook 3.8). */
static bool reforms(const dem_content *x)
{
    return x->cameo && (strncmp(x->cameo, "055", 3) == 0 || strncmp(x->cameo, "083", 3) == 0);
}

static aim aim_of(const dem_content *x)
{
    if (x->ended) return hostile(x->type) ? YIELD : CHANGE;
    if (x->negated) return CHANGE;
    switch (x->type) {
    case DEM_CONSULT: return MEET;
    case DEM_AID:
    case DEM_COOPERATE:
    case DEM_SUPPORT: return ASSIST;
    case DEM_CONCEDE: return reforms(x) ? CHANGE : YIELD;
    case DEM_RETREAT: return dem_modes_has(x->modes, DEM_RETREAT_resign) ? CHANGE : YIELD;
    default: return CHANGE;
    }
}

static dem_modes with_aim(const dem_content *x, unsigned meet, unsigned assist, unsigned yield, unsigned change)
{
    dem_modes none = {0};
    switch (aim_of(x)) {
    case MEET: return dem_modes_with(none, meet);
    case ASSIST: return dem_modes_with(none, assist);
    case YIELD: return dem_modes_with(none, yield);
    default: return dem_modes_with(none, change);
    }
}

/* Relations, talks or aid cut, not trade (codebook 3.11). */
static bool cuts_relations(const dem_content *x)
{
    static const char *const CAMEO[] = {"160", "161", "162", "164", "165"};
    for (size_t i = 0; x->cameo && i < sizeof CAMEO / sizeof *CAMEO; i++)
        if (strncmp(x->cameo, CAMEO[i], 3) == 0) return true;
    return false;
}

static dem_modes threatened(const dem_content *x)
{
    dem_modes none = {0};
    switch (x->type) {
    case DEM_ASSAULT:
    case DEM_MOBILIZE: return dem_modes_with(none, DEM_THREATEN_violence);
    case DEM_PROTEST: return dem_modes_with(none, DEM_THREATEN_restrict);
    case DEM_SANCTION:
        if (dem_modes_has(x->modes, DEM_SANCTION_expel)) return dem_modes_with(none, DEM_THREATEN_expel);
        if (dem_modes_has(x->modes, DEM_SANCTION_withdraw) || cuts_relations(x))
            return dem_modes_with(none, DEM_THREATEN_relations);
        return dem_modes_with(none, DEM_THREATEN_restrict);
    case DEM_COERCE:
        if (dem_modes_has(x->modes, DEM_COERCE_arrest)) return dem_modes_with(none, DEM_THREATEN_arrest);
        if (dem_modes_has(x->modes, DEM_COERCE_seize)) return dem_modes_with(none, DEM_THREATEN_territory);
        return dem_modes_with(none, DEM_THREATEN_restrict);
    default: return none;
    }
}

dem_event_type dem_content_decides(dem_event_type family, const dem_content *x, dem_modes *modes)
{
    *modes = (dem_modes){0};
    switch (family) {
    case DEM_REQUEST:
        *modes = with_aim(x, DEM_REQUEST_meet, DEM_REQUEST_assist, DEM_REQUEST_yield, DEM_REQUEST_change);
        return DEM_REQUEST;
    case DEM_REJECT:
        if (x->type == DEM_ACCUSE) return DEM_REJECT; /* a denial has no mode (codebook 6.4) */
        *modes = with_aim(x, DEM_REJECT_meet, DEM_REJECT_assist, DEM_REJECT_yield, DEM_REJECT_change);
        return DEM_REJECT;
    case DEM_THREATEN: *modes = threatened(x); return DEM_THREATEN;
    case DEM_AGREE:
        if (hostile(x->type) && !x->ended && !x->negated) {
            *modes = threatened(x);
            return DEM_THREATEN;
        }
        return x->type == DEM_CONCEDE || x->type == DEM_RETREAT || (x->ended && hostile(x->type)) ? DEM_CONCEDE
                                                                                                  : DEM_AGREE;
    default: return family;
    }
}
