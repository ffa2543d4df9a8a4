/* code/context.c - see context.h. */
#include "code/context.h"
#include "code/grammar.h"
#include "code/subject.h"
#include "code/words.h"

static bool heads_government(const dem_entity *e)
{
    static const char *const OFFICES[] = {"President",      "Prime Minister", "Chancellor", "King",
                                          "Supreme Leader", "Premier",        "Emir",       "Crown Prince"};
    return DEM_STR_ONE_OF(e->office, OFFICES);
}

typedef struct sides {
    bool foreign;     /* two governments, or two states, between which something passes: diplomatic */
    bool domestic;    /* two sides of one country */
    bool high;        /* nobody but heads of state or government and states themselves: "Putin visited China" */
    uint32_t leading; /* heads of state or government among them */
} sides;

/* Who takes part, as far as contexts hang on it (codebook 5). */
static sides sides_of(const dem_event *e)
{
    const dem_entity *all[2 * DEM_MAX_MEMBERS];
    uint32_t n = 0, states = 0, leading = 0;
    for (uint32_t i = 0; i < e->n_actor; i++) all[n++] = &e->actor[i];
    for (uint32_t i = 0; i < e->n_recipient; i++) all[n++] = &e->recipient[i];
    bool differ = false, high = true;
    for (uint32_t i = 0; i < n; i++) {
        bool state = all[i]->sectors == 0 || (all[i]->sectors & DEM_BIT(DEM_SEC_GOV));
        states += state;
        bool head = heads_government(all[i]);
        leading += head;
        high &= head || (state && !all[i]->office.n);
        differ |= memcmp(all[i]->code, all[0]->code, 4) != 0;
    }
    bool two = e->n_actor && e->n_recipient;
    return (sides){.foreign = differ && states >= 2,
                   .domestic = two && !differ,
                   .high = high && leading,
                   .leading = leading};
}

/* Contexts that the words of a sentence speak of. */
static dem_contexts contexts_in(const dem_coding *c, const dem_sentence *s)
{
    dem_contexts x = 0;
    dem_str *word = dem_words_lemmas(c->arena, s);
    for (uint32_t i = 0; i < s->n;) {
        uint32_t len = 0;
        x |= dem_lexicon_contexts(c->rules->lex, word + i, s->n - i, &len);
        i += len ? len : 1;
    }
    return x;
}

void dem_context_cues(dem_coding *c)
{
    c->cue = dem_arena_array(c->arena, dem_contexts, c->n + 1);
    c->cued = dem_arena_array(c->arena, uint32_t, DEM_CONTEXT_COUNT);
    for (uint32_t i = 0; i < c->n; i++) {
        c->cue[i] = contexts_in(c, &c->sentence[i]);
        for (unsigned k = 0; k < DEM_CONTEXT_COUNT; k++) c->cued[k] += (c->cue[i] >> k) & 1;
    }
}

static bool break_between(dem_str text, const dem_sentence *a, const dem_sentence *b)
{
    return memchr(text.p + a->end, '\n', b->start - a->end) != NULL;
}

/* The paragraph speaks for its sentences (D21); without paragraphs the sentences before and after. */
static dem_contexts contexts_around(const dem_coding *c, uint32_t sentence)
{
    dem_contexts x = 0;
    const dem_sentence *s = c->sentence;
    if (sentence > 0 && !break_between(c->report->text, &s[sentence - 1], &s[sentence]))
        x |= c->cue[sentence - 1];
    if (sentence + 1 < c->n && !break_between(c->report->text, &s[sentence], &s[sentence + 1]))
        x |= c->cue[sentence + 1];
    return x;
}

/* Of what stands around, only what lasts over a paragraph. */
static dem_contexts lasting(const dem_coding *c, uint32_t sentence)
{
    return contexts_around(c, sentence) & DEM_BIT(DEM_CTX_election);
}

/* What the words, the frame and the codebook's rules on participants (codebook 5) speak for. */
static dem_contexts by_rule(const dem_coding *c, uint32_t sentence, const dem_event *e, dem_contexts by_frame,
                            const sides *by)
{
    dem_contexts x = by_frame | c->cue[sentence] | lasting(c, sentence);
    bool verbal = dem_event_quad(e->type) == 1 || dem_event_quad(e->type) == 3;
    if (by->foreign && verbal) x |= DEM_BIT(DEM_CTX_diplomatic);
    if (by->domestic && by->leading && verbal) x |= DEM_BIT(DEM_CTX_executive);
    bool summit = by->leading >= 2 || (by->foreign && by->high);
    if (summit && e->type == DEM_CONSULT) x |= DEM_BIT(DEM_CTX_executive) | DEM_BIT(DEM_CTX_diplomatic);
    return x;
}

/* What holds whatever the evidence: modes that bring their context, crime only where nothing finer applies. */
static dem_contexts settled(const dem_event *e, dem_contexts x)
{
    if (dem_modes_has(e->modes, DEM_COERCE_cyber)) x |= DEM_BIT(DEM_CTX_cyber);
    if (dem_modes_has(e->modes, DEM_COERCE_misinformation)) x |= DEM_BIT(DEM_CTX_misinformation);
    dem_contexts finer = DEM_BIT(DEM_CTX_trafficking) | DEM_BIT(DEM_CTX_corruption) |
                         DEM_BIT(DEM_CTX_illegal_drugs) | DEM_BIT(DEM_CTX_terrorism);
    if ((x & finer) && !(x & DEM_BIT(DEM_CTX_cyber))) x &= ~DEM_BIT(DEM_CTX_crime);
    return x;
}

static dem_contexts rest_of_paragraph(const dem_coding *c, uint32_t sentence)
{
    dem_contexts x = 0;
    uint32_t of = c->sentence[sentence].paragraph;
    for (uint32_t i = sentence; i > 0 && c->sentence[i - 1].paragraph == of; i--) x |= c->cue[i - 1];
    for (uint32_t i = sentence + 1; i < c->n && c->sentence[i].paragraph == of; i++) x |= c->cue[i];
    return x;
}

dem_contexts dem_context_of(const dem_coding *c, uint32_t sentence, const dem_event *e, dem_contexts by_frame)
{
    sides by = sides_of(e);
    const dem_evidence evidence = {.here = c->cue[sentence],
                                   .paragraph = rest_of_paragraph(c, sentence),
                                   .beside = (sentence > 0 ? c->cue[sentence - 1] : 0) |
                                             (sentence + 1 < c->n ? c->cue[sentence + 1] : 0),
                                   .frame = by_frame,
                                   .rule = settled(e, by_rule(c, sentence, e, by_frame, &by)),
                                   .sentences = c->cued,
                                   .n = c->n,
                                   .event = e,
                                   .foreign = by.foreign,
                                   .domestic = by.domestic,
                                   .high = by.high,
                                   .leading = by.leading};
    return settled(e, dem_subject(c, &evidence) | lasting(c, sentence));
}

/* "respond to any attack": what is answered is not what the answer is. */
static bool answered(const dem_sentence *s, int t)
{
    static const char *const VERBS[] = {"respond", "reply", "react", "response", "reaction"};
    int up = s->tok[t].head;
    return up >= 0 && dem_grammar_case_is(s, t, "to") && DEM_STR_ONE_OF(s->tok[up].lemma, VERBS);
}

/* The words that may name the means: the predicate, its arguments and phrases, but no other clause. */
static bool near(const dem_sentence *s, int t, int pred)
{
    int steps = 0;
    for (int i = t; i >= 0 && steps < 6; i = s->tok[i].head, steps++) {
        if (i == pred) return true;
        if (answered(s, i)) return false;
        switch (s->tok[i].rel) {
        case DEM_REL_conj:
            if (s->tok[i].upos != DEM_UPOS_VERB) break;
            return false;
        case DEM_REL_acl_relcl:
        case DEM_REL_ccomp:
        case DEM_REL_advcl:
        case DEM_REL_parataxis: return false;
        default: break;
        }
    }
    return false;
}

dem_modes dem_means_of(const dem_coding *c, uint32_t sentence, int pred, dem_event_type type)
{
    const dem_sentence *s = &c->sentence[sentence];
    dem_str *word = dem_words_lemmas(c->arena, s);
    dem_modes modes = {0}, own = {0}; /* own: "bombed" alone says how, but not beside "jets" */
    for (uint32_t i = 0; i < s->n;) {
        uint32_t len = 0;
        dem_modes m = dem_lexicon_means(c->rules->lex, type, word + i, s->n - i, &len);
        bool itself = (int)i == pred && s->tok[pred].upos == DEM_UPOS_VERB;
        dem_modes *to = itself ? &own : &modes;
        if (len && near(s, (int)(i + len - 1), pred)) {
            to->lo |= m.lo;
            to->hi |= m.hi;
        }
        i += len ? len : 1;
    }
    return dem_modes_empty(modes) ? own : modes;
}
