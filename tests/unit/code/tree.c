/* tree.c - see tree.h. */
#include "tree.h"
#include "../base/check.h"
#include "code/code.h"
#include "code/context.h"
#include "code/when.h"

/* ---- the lexicon --------------------------------------------------------------------------------- */

int world_open(void **state)
{
    dem_error err = {0};
    world *w = dem_xalloc(sizeof *w);
    if (dem_lexicon_load(&w->lexicon, TEST_LEXICON, &err) != DEM_OK) {
        print_error("%s:%u: %s\n", err.source, (unsigned)err.line, err.text);
        free(w);
        return 1;
    }
    dem_rules_init(&w->rules, w->lexicon);
    *state = w;
    return 0;
}

int world_close(void **state)
{
    world *w = *state;
    dem_lexicon_free(w->lexicon);
    free(w);
    return 0;
}

/* ---- one token ----------------------------------------------------------------------------------- */

typedef struct {
    dem_str form, lemma, head, rel; /* lemma, head and rel empty if left to the rules */
    unsigned xpos;
} word;

static size_t find_last(dem_str s, char c)
{
    size_t i = s.n;
    while (i > 0 && s.p[i - 1] != c) i--;
    return i ? i - 1 : s.n;
}

static word read_word(const char *why, dem_str part)
{
    word w = {0};
    size_t arrow = dem_str_find(part, DEM_STR(">"));
    dem_str left = dem_str_sub(part, 0, arrow), right = dem_str_sub(part, arrow + 1, part.n);
    size_t slash = find_last(left, '/'), colon = dem_str_find(right, DEM_STR(":"));
    dem_str tag = dem_str_sub(left, slash + 1, left.n);
    size_t equals = dem_str_find(tag, DEM_STR("="));
    w.form = dem_str_sub(left, 0, slash);
    w.xpos = dem_xpos_by_name(dem_str_sub(tag, 0, equals));
    w.lemma = dem_str_sub(tag, equals + 1, tag.n);
    w.head = dem_str_sub(right, 0, colon);
    w.rel = dem_str_sub(right, colon + 1, right.n);
    bool known = w.rel.n == 0 || dem_relation_by_name(w.rel) < DEM_REL_COUNT;
    if (w.xpos == DEM_XPOS_COUNT || !w.form.n || !known) fail_msg("%s: bad token %.*s", why, DEM_STR_ARG(part));
    return w;
}

static bool one_of(dem_str s, const char *const *list)
{
    for (; *list; list++)
        if (dem_str_ieq(s, dem_str_from(*list))) return true;
    return false;
}

static const char *const BE[] = {"be", "am", "is", "are", "was", "were", "been", "being", NULL};
static const char *const HAVE[] = {"have", "has", "had", NULL};
static const char *const DO[] = {"do", "does", "did", NULL};

static bool is_verb_tag(unsigned x)
{
    return x >= DEM_XPOS_VB && x <= DEM_XPOS_VBZ;
}
static bool is_noun_tag(unsigned x)
{
    return x == DEM_XPOS_NN || x == DEM_XPOS_NNS || x == DEM_XPOS_NNP || x == DEM_XPOS_NNPS;
}
static bool is_mark_tag(unsigned x)
{
    return x == DEM_XPOS_stop || x == DEM_XPOS_comma || x == DEM_XPOS_colon || x == DEM_XPOS_quote_open ||
           x == DEM_XPOS_quote_close || x == DEM_XPOS_lrb || x == DEM_XPOS_rrb;
}

static const char *regular_ending(unsigned x)
{
    if (x == DEM_XPOS_NNS || x == DEM_XPOS_VBZ) return "s";
    if (x == DEM_XPOS_VBD || x == DEM_XPOS_VBN) return "ed";
    return x == DEM_XPOS_VBG ? "ing" : "";
}

static dem_str lemma_of(dem_arena *a, const word *w)
{
    if (w->lemma.n) return w->lemma;
    if (w->xpos == DEM_XPOS_NNP) return w->form;
    if (is_verb_tag(w->xpos) && one_of(w->form, BE)) return DEM_STR("be");
    if (is_verb_tag(w->xpos) && one_of(w->form, HAVE)) return DEM_STR("have");
    if (is_verb_tag(w->xpos) && one_of(w->form, DO)) return DEM_STR("do");
    dem_str ending = dem_str_from(regular_ending(w->xpos)), l = dem_arena_str(a, w->form);
    char *p = (char *)l.p; /* just allocated */
    for (size_t i = 0; i < l.n; i++)
        if (p[i] >= 'A' && p[i] <= 'Z') p[i] = (char)(p[i] + 32);
    return dem_str_ends(l, ending) ? dem_str_sub(l, 0, l.n - ending.n) : l;
}

static unsigned upos_of(const word *w, unsigned rel)
{
    unsigned x = w->xpos;
    bool inside_verb = rel == DEM_REL_aux || rel == DEM_REL_aux_pass || rel == DEM_REL_cop;
    if (is_verb_tag(x)) return inside_verb ? DEM_UPOS_AUX : DEM_UPOS_VERB;
    if (is_mark_tag(x)) return DEM_UPOS_PUNCT;
    switch (x) {
    case DEM_XPOS_MD: return DEM_UPOS_AUX;
    case DEM_XPOS_NN:
    case DEM_XPOS_NNS: return DEM_UPOS_NOUN;
    case DEM_XPOS_NNP:
    case DEM_XPOS_NNPS: return DEM_UPOS_PROPN;
    case DEM_XPOS_JJ:
    case DEM_XPOS_JJR:
    case DEM_XPOS_JJS: return DEM_UPOS_ADJ;
    case DEM_XPOS_DT: return rel == DEM_REL_det ? DEM_UPOS_DET : DEM_UPOS_PRON;
    case DEM_XPOS_PRP:
    case DEM_XPOS_PRPS:
    case DEM_XPOS_WP:
    case DEM_XPOS_WDT: return DEM_UPOS_PRON;
    case DEM_XPOS_IN: return rel == DEM_REL_mark ? DEM_UPOS_SCONJ : DEM_UPOS_ADP;
    case DEM_XPOS_TO: return rel == DEM_REL_mark ? DEM_UPOS_PART : DEM_UPOS_ADP;
    case DEM_XPOS_RP: return DEM_UPOS_ADP;
    case DEM_XPOS_POS: return DEM_UPOS_PART;
    case DEM_XPOS_CC: return DEM_UPOS_CCONJ;
    case DEM_XPOS_CD: return DEM_UPOS_NUM;
    case DEM_XPOS_RB:
    case DEM_XPOS_WRB: return DEM_UPOS_ADV;
    default: return DEM_UPOS_X;
    }
}

/* ---- heads by rule ------------------------------------------------------------------------------- */

typedef struct {
    word *w;
    int n;
} line;

typedef struct {
    int head;
    unsigned rel;
} edge;

static bool flat(const word *w)
{
    return dem_str_is(w->rel, "flat");
}

/* The noun that ends the run of adjectives, numbers and nouns that token i begins or lies in; -1 if there is none. */
static int noun_after(const line *l, int i)
{
    int last = -1;
    for (int k = i; k < l->n; k++) {
        unsigned x = l->w[k].xpos;
        bool inside = x == DEM_XPOS_JJ || x == DEM_XPOS_JJS || x == DEM_XPOS_CD || x == DEM_XPOS_DT || x == DEM_XPOS_PRPS;
        if (is_noun_tag(x)) {
            if (!flat(&l->w[k])) last = k;
            if (l->w[k].rel.n && !dem_str_is(l->w[k].rel, "compound") && !flat(&l->w[k])) break;
        } else if (!inside || last >= 0) {
            break;
        }
    }
    /* "the city's mayor": what comes before a possessor goes to the possessor; the possessor itself is written out. */
    return last;
}

static bool auxiliary(const word *w)
{
    return w->xpos == DEM_XPOS_MD || (is_verb_tag(w->xpos) && !w->rel.n && (one_of(w->form, BE) || one_of(w->form, HAVE) || one_of(w->form, DO)));
}

/* The main verb behind token i, over auxiliaries, adverbs and (in questions) the subject; -1 if something else comes first. */
static int verb_after(const line *l, int i)
{
    for (int k = i + 1; k < l->n; k++) {
        unsigned x = l->w[k].xpos;
        if (is_verb_tag(x) && !auxiliary(&l->w[k])) return k;
        if (x != DEM_XPOS_RB && x != DEM_XPOS_TO && !auxiliary(&l->w[k])) return -1;
    }
    return -1;
}

static int back_to(const line *l, int i, bool (*fits)(unsigned))
{
    while (--i >= 0)
        if (fits(l->w[i].xpos)) return i;
    return -1;
}

static edge of_verb(const line *l, int i)
{
    int v = auxiliary(&l->w[i]) ? verb_after(l, i) : -1;
    if (v < 0) return (edge){-1, DEM_REL_root};
    if (one_of(l->w[i].form, BE) && l->w[v].xpos == DEM_XPOS_VBN) return (edge){v, DEM_REL_aux_pass};
    return (edge){v, DEM_REL_aux};
}

static edge of_preposition(const line *l, int i)
{
    unsigned next = i + 1 < l->n ? l->w[i + 1].xpos : DEM_XPOS_none;
    bool to_verb = l->w[i].xpos == DEM_XPOS_TO && (next == DEM_XPOS_VB || auxiliary(&l->w[i + 1]) || next == DEM_XPOS_RB);
    if (to_verb) return (edge){verb_after(l, i), DEM_REL_mark};
    if (next == DEM_XPOS_VBG || next == DEM_XPOS_VBN) return (edge){i + 1, DEM_REL_mark};
    int noun = noun_after(l, i + 1);
    return (edge){noun >= 0 ? noun : i + 1, DEM_REL_case};
}

static int next_conjunct(const line *l, int i)
{
    for (int k = i + 1; k < l->n; k++)
        if (dem_str_is(l->w[k].rel, "conj")) return k;
    return -1;
}

static edge by_rule(const line *l, int i)
{
    switch (l->w[i].xpos) {
    case DEM_XPOS_DT: return (edge){noun_after(l, i + 1), DEM_REL_det};
    case DEM_XPOS_JJ:
    case DEM_XPOS_JJS: return (edge){noun_after(l, i + 1), DEM_REL_amod};
    case DEM_XPOS_CD: return (edge){noun_after(l, i + 1), DEM_REL_nummod};
    case DEM_XPOS_PRPS: return (edge){noun_after(l, i + 1), DEM_REL_nmod_poss};
    case DEM_XPOS_NN:
    case DEM_XPOS_NNS:
    case DEM_XPOS_NNP: return (edge){noun_after(l, i + 1), DEM_REL_compound};
    case DEM_XPOS_IN:
    case DEM_XPOS_TO: return of_preposition(l, i);
    case DEM_XPOS_MD: return (edge){verb_after(l, i), DEM_REL_aux};
    case DEM_XPOS_RB: {
        int v = verb_after(l, i);
        return (edge){v >= 0 ? v : back_to(l, i, is_verb_tag), DEM_REL_advmod};
    }
    case DEM_XPOS_RP: return (edge){back_to(l, i, is_verb_tag), DEM_REL_compound_prt};
    case DEM_XPOS_POS: return (edge){i - 1, DEM_REL_case};
    case DEM_XPOS_CC: return (edge){next_conjunct(l, i), DEM_REL_cc};
    default: return is_verb_tag(l->w[i].xpos) ? of_verb(l, i) : (edge){-1, DEM_REL_root};
    }
}

/* The token with this form; "talks#2" is the second. -1 if there is none. */
static int by_form(const line *l, dem_str form)
{
    uint32_t nth = 1;
    size_t hash = dem_str_find(form, DEM_STR("#"));
    dem_str name = dem_str_sub(form, 0, hash);
    if (hash < form.n) dem_str_u32(dem_str_sub(form, hash + 1, form.n), &nth);
    for (int i = 0; i < l->n; i++)
        if (dem_str_eq(l->w[i].form, name) && --nth == 0) return i;
    return -1;
}

static edge edge_of(const char *why, const line *l, int i)
{
    if (is_mark_tag(l->w[i].xpos) && !l->w[i].head.n) return (edge){-1, DEM_REL_punct};
    if (!l->w[i].head.n) {
        edge e = l->w[i].rel.n ? (edge){-1, DEM_REL_root} : by_rule(l, i);
        return e.head < 0 ? (edge){-1, DEM_REL_root} : e;
    }
    edge e = {by_form(l, l->w[i].head), dem_relation_by_name(l->w[i].rel)};
    if (e.head < 0 || e.head == i) fail_msg("%s: no head \"%.*s\"", why, DEM_STR_ARG(l->w[i].head));
    return e;
}

/* ---- sentences ----------------------------------------------------------------------------------- */

static bool tight_before(const word *w)
{
    return w->xpos == DEM_XPOS_stop || w->xpos == DEM_XPOS_comma || w->xpos == DEM_XPOS_colon || w->xpos == DEM_XPOS_quote_close ||
           w->xpos == DEM_XPOS_POS || w->xpos == DEM_XPOS_rrb || dem_str_is(w->form, "n't");
}
static bool tight_after(const word *w)
{
    return w->xpos == DEM_XPOS_quote_open || w->xpos == DEM_XPOS_lrb;
}

/* Adds the sentence's text to `text` and fills the spans. */
static void set_spans(dem_sentence *s, const line *l, dem_buf *text)
{
    for (int i = 0; i < l->n; i++) {
        bool blank = i > 0 && !tight_before(&l->w[i]) && !tight_after(&l->w[i - 1]);
        if (blank) {
            dem_buf_addc(text, ' ');
            s->tok[i - 1].space_after = true;
        }
        if (i == 0) s->start = (uint32_t)text->n;
        s->tok[i].start = (uint32_t)text->n;
        dem_buf_add(text, l->w[i].form);
        s->tok[i].end = s->end = (uint32_t)text->n;
    }
}

static void set_tree(const char *why, dem_arena *a, dem_sentence *s, const line *l)
{
    int root = -1;
    for (int i = 0; i < l->n; i++) {
        edge e = edge_of(why, l, i);
        s->tok[i].head = (int16_t)e.head;
        s->tok[i].rel = (uint8_t)e.rel;
        if (e.rel == DEM_REL_root && root < 0) root = i;
        s->tok[i].xpos = (uint8_t)l->w[i].xpos;
        s->tok[i].upos = (uint8_t)upos_of(&l->w[i], e.rel);
        s->tok[i].lemma = lemma_of(a, &l->w[i]);
    }
    for (int i = 0; i < l->n; i++)
        if (s->tok[i].rel == DEM_REL_punct && s->tok[i].head < 0) s->tok[i].head = (int16_t)root;
}

static line cut_line(const char *why, dem_arena *a, dem_str text)
{
    line l = {dem_arena_array(a, word, text.n / 2 + 1), 0};
    dem_str part;
    while (dem_str_next(&text, ' ', &part))
        if (part.n) l.w[l.n++] = read_word(why, part);
    return l;
}

static void finish(tree *t, const char *why, dem_str text)
{
    dem_error err = {0};
    t->report.text = dem_arena_str(&t->arena, text);
    for (uint32_t i = 0; i < t->n; i++) {
        dem_sentence *s = &t->sentence[i];
        for (uint32_t k = 0; k < s->n; k++) s->tok[k].form = dem_str_sub(t->report.text, s->tok[k].start, s->tok[k].end);
        dem_sentence_index(s, &t->arena);
        if (dem_sentence_check(s, t->report.text, &err) != DEM_OK) fail_msg("%s: %s", why, err.text);
    }
}

void tree_read(tree *t, const char *why, const char *day, const char *notation)
{
    dem_str rest = dem_str_from(notation), one;
    dem_buf text = {0};
    uint32_t paragraph = 0;
    *t = (tree){.report = {.id = DEM_STR("r"), .day = day ? dem_date_parse(dem_str_from(day)) : DEM_DATE_NONE}};
    dem_arena_init(&t->arena, 0);
    t->sentence = dem_arena_array(&t->arena, dem_sentence, strlen(notation) / 2 + 1);
    while (dem_str_next(&rest, '\n', &one)) {
        if (!dem_str_trim(one).n) {
            paragraph++;
            dem_buf_addz(&text, "\n\n");
            continue;
        }
        line l = cut_line(why, &t->arena, one);
        if (text.n && text.p[text.n - 1] != '\n') dem_buf_addc(&text, ' ');
        dem_sentence *s = &t->sentence[t->n];
        *s = (dem_sentence){.number = t->n++, .paragraph = paragraph, .n = (uint32_t)l.n};
        s->tok = dem_arena_array(&t->arena, dem_token, l.n + 1);
        set_spans(s, &l, &text);
        set_tree(why, &t->arena, s, &l);
    }
    finish(t, why, dem_buf_str(&text));
    dem_buf_release(&text);
}

void tree_free(tree *t)
{
    dem_arena_release(&t->arena);
}

void tree_prepare(tree *t, const world *w)
{
    dem_coding *c = &t->coding;
    *c = (dem_coding){.rules = &w->rules, .arena = &t->arena, .report = &t->report, .sentence = t->sentence, .n = t->n, .tally = &t->tally};
    c->mentions = dem_arena_array(&t->arena, dem_mentions, t->n + 1);
    dem_toponyms_find(&w->rules.geo, NULL, &t->arena, &t->report, t->sentence, t->n, &c->toponyms);
    dem_mentions_find(&w->rules, &t->arena, &t->report, t->sentence, t->n, &c->toponyms, c->mentions,
                      &c->setting);
    dem_said_find(&(dem_said_input){t->sentence, t->n, w->lexicon, w->rules.vectors}, &t->arena, &c->said);
    dem_quotes_find(c);
    dem_refer(c);
    dem_speakers_find(c);
    dem_context_cues(c);
    dem_when_prepare(c);
}

int tree_token(const tree *t, uint32_t i, const char *form)
{
    const dem_sentence *s = &t->sentence[i];
    uint32_t nth = 1;
    dem_str want = dem_str_from(form);
    size_t hash = dem_str_find(want, DEM_STR("#"));
    if (hash < want.n) dem_str_u32(dem_str_sub(want, hash + 1, want.n), &nth);
    for (uint32_t k = 0; k < s->n; k++)
        if (dem_str_eq(s->tok[k].form, dem_str_sub(want, 0, hash)) && --nth == 0) return (int)k;
    fail_msg("no token \"%s\" in sentence %u", form, i);
    return -1;
}

/* ---- records on a line ----------------------------------------------------------------------------- */

void entity_note(dem_buf *b, const dem_entity *e)
{
    dem_buf_addz(b, e->code[0] ? e->code : "---");
    unsigned sector[DEM_SECTOR_COUNT];
    uint32_t n = dem_entity_sectors(e, sector);
    for (uint32_t i = 0; i < n; i++) dem_buf_addf(b, " %s", dem_sector_name(sector[i]));
    if (e->implied) dem_buf_addc(b, '*');
}

void side_note(dem_buf *b, const dem_entity *e, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        if (i) dem_buf_addz(b, ", ");
        entity_note(b, &e[i]);
    }
}

void type_note(dem_buf *b, dem_event_type type, dem_modes modes)
{
    char sep = ':';
    dem_buf_addz(b, type == DEM_EVENT_NONE ? "NONE" : dem_event_name(type));
    for (unsigned m = 0; m < DEM_MODE_COUNT; m++)
        if (dem_modes_has(modes, m)) {
            dem_buf_addc(b, sep);
            dem_buf_addz(b, dem_mode_name(m));
            sep = '+';
        }
}

static void source_note(dem_buf *b, const dem_event *e)
{
    if (!e->by.present) return;
    dem_buf_addz(b, " by ");
    if (e->by.named)
        entity_note(b, &e->by.entity);
    else
        dem_buf_addz(b, "?");
    dem_buf_addz(b, e->by.direct ? " (direct)" : " (indirect)");
}

static void date_note(dem_buf *b, const dem_event *e)
{
    char day[11];
    dem_date_format(e->date, day);
    dem_buf_addf(b, " %s %s", day[0] ? day : "-", dem_precision_name(e->precision));
}

static void context_note(dem_buf *b, const dem_event *e)
{
    const char *sep = " {";
    for (unsigned c = 0; c < DEM_CONTEXT_COUNT; c++)
        if (e->contexts & DEM_BIT(c)) {
            dem_buf_addf(b, "%s%s", sep, dem_context_name(c));
            sep = " ";
        }
    dem_buf_addz(b, sep[1] ? " {}" : "}");
}

static void event_note(dem_buf *b, const tree *t, const dem_event *e, unsigned show)
{
    type_note(b, e->type, e->modes);
    for (unsigned x = 0; x < DEM_AUX_COUNT; x++)
        if ((e->aux >> x) & 1) dem_buf_addf(b, " +%s", dem_aux_name(x));
    dem_buf_addc(b, ' ');
    side_note(b, e->actor, e->n_actor);
    if ((show & SHOW_MUTUAL) && e->reciprocal) dem_buf_addz(b, " <->");
    if (e->n_recipient) dem_buf_addz(b, " -> ");
    side_note(b, e->recipient, e->n_recipient);
    if (show & SHOW_BY) source_note(b, e);
    if (show & SHOW_DATE) date_note(b, e);
    if ((show & SHOW_PLACE) && e->place.name.n) dem_buf_addf(b, " at %.*s", DEM_STR_ARG(e->place.name));
    if (show & SHOW_CONTEXT) context_note(b, e);
    if (show & SHOW_CAMEO) dem_buf_addf(b, " %s", e->cameo);
    if (show & SHOW_LINK) dem_buf_addf(b, " #%u.%u=%u", e->sentence, e->nth, e->link);
    for (unsigned f = 0; f < DEM_FLAG_COUNT && (show & SHOW_FLAGS); f++)
        if ((e->flags >> f) & 1) dem_buf_addf(b, " !%s", dem_flag_name(f));
    if (show & SHOW_TRIGGER)
        dem_buf_addf(b, " \"%.*s\"", DEM_STR_ARG(dem_str_sub(t->report.text, e->trigger.start, e->trigger.end)));
}

void tree_note(dem_buf *b, const tree *t, const dem_events *events, unsigned show)
{
    dem_buf_clear(b);
    for (uint32_t i = 0; i < events->n; i++) {
        if (i) dem_buf_addz(b, "; ");
        event_note(b, t, &events->at[i], show);
    }
    if (!events->n) dem_buf_addz(b, "none");
}

/* ---- running a table ------------------------------------------------------------------------------- */

void note_check(int *failed, const char *why, const dem_buf *got, const char *want)
{
    if (dem_str_is(dem_buf_str(got), want)) return;
    print_error("%s\n  got      %.*s\n  expected %s\n", why, DEM_STR_ARG(dem_buf_str(got)), want);
    ++*failed;
}

static const char *day_of(const code_case *x)
{
    if (!x->day) return "2025-03-18";
    return strcmp(x->day, "-") == 0 ? NULL : x->day;
}

void code_and_check(const world *w, const code_case *cases, size_t n, unsigned show)
{
    int failed = 0;
    dem_buf got = {0};
    for (size_t i = 0; i < n; i++) {
        tree t;
        dem_events events;
        dem_error err = {0};
        tree_read(&t, cases[i].why, day_of(&cases[i]), cases[i].tree);
        const dem_code_input in = {.report = &t.report, .sentence = t.sentence, .n = t.n};
        dem_code_report(&w->rules, &t.arena, &in, &events, &t.tally, NULL);
        tree_note(&got, &t, &events, show);
        note_check(&failed, cases[i].why, &got, cases[i].want);
        if (dem_events_check(&events, &t.report, false, &err) != DEM_OK) {
            print_error("%s\n  %s\n", cases[i].why, err.text);
            failed++;
        }
        tree_free(&t);
    }
    dem_buf_release(&got);
    assert_int_equal(failed, 0);
}
