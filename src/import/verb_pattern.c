/* import/verb_pattern.c - what stands around a verb in a pattern, as slots of a frame.
 *
 *     TABARI, PETRARCH   $ * DEAL_WITH + OVER &ARMS     words in a line, "_" between those that touch
 *     PETRARCH2          POLICE * {PEACE TALK} (WITH +)  heads of noun phrases, braces and brackets around phrases
 *
 *     TABARI also has    * { EMBARGO | BOYCOTT }         one of several words
 *
 * All are read alike: a preposition opens a slot, and the words, $ (source) and + (target) behind it are in it; what
 * stands before any preposition is the object. A slot of ours asks for the head of a phrase and no more, so that a
 * pattern that asks for two words of one phrase is lost: to ask for one of them would say more than it does. */
#include "import/verb_parts.h"

/* ---- tokens --------------------------------------------------------------------------------------------- */

typedef enum kind { WORD, WORDS, SET, OPEN, CLOSE, THE_VERB, SOURCE, TARGET, BOTH, ANYBODY } kind;

typedef struct token {
    kind kind;
    dem_str text;
    bool joined; /* it touches the word before */
} token;

enum { MAX_TOKENS = 48, DEEPEST = 3 };

/* The token at s->p[0], which is no blank and no underscore; takes it off. */
static token next_token(dem_str *s)
{
    static const char MARKS[] = "*$+%^", DELIMITERS[] = "(){}*$+%^";
    static const kind KINDS[] = {THE_VERB, SOURCE, TARGET, BOTH, ANYBODY}; /* as MARKS */
    token t = {.kind = WORD};
    char c = s->p[0];
    size_t n = 1, close = dem_str_find(*s, DEM_STR("}"));
    const char *mark = strchr(MARKS, c);
    if (mark) t.kind = KINDS[mark - MARKS];
    else if (c == '{' && close < s->n && dem_str_find(dem_str_sub(*s, 0, close), DEM_STR("|")) < close) {
        t.kind = WORDS;
        n = close + 1;
    } else if (c == '(' || c == '{') t.kind = OPEN;
    else if (c == ')' || c == '}') t.kind = CLOSE;
    else {
        if (c == '&') t.kind = SET; /* names of sets may hold underscores */
        while (n < s->n && !dem_byte_blank(s->p[n]) && !strchr(DELIMITERS, s->p[n]) &&
               (t.kind == SET || s->p[n] != '_'))
            n++;
    }
    t.text = dem_str_sub(*s, 0, n);
    *s = dem_str_sub(*s, t.text.n, s->n);
    return t;
}

/* Cuts the text; the number of tokens, or MAX_TOKENS + 1. */
static uint32_t cut(dem_str s, token out[MAX_TOKENS])
{
    uint32_t n = 0;
    bool joined = false, braces = false, first = true; /* in its phrase */
    while (s.n) {
        if (s.p[0] == '_' || dem_byte_blank(s.p[0])) {
            joined = s.p[0] == '_' && n > 0;
            s = dem_str_sub(s, 1, s.n);
            continue;
        }
        token t = next_token(&s);
        if (n == MAX_TOKENS) return MAX_TOKENS + 1;
        t.joined = joined || (braces && !first);
        joined = false;
        first = t.kind == OPEN;
        if (t.kind == OPEN) braces = t.text.p[0] == '{';
        if (t.kind == CLOSE) braces = false;
        out[n++] = t;
    }
    return n;
}

/* ---- reading -------------------------------------------------------------------------------------------- */

typedef struct reader {
    const dem_verb_file *f;
    dem_verb_slot subject, object, prep[DEM_VERB_SLOTS / 3];
    uint32_t n_prep;
    dem_str particle;
    bool opened; /* the last of prep[] takes what comes */
    bool has_object;
    bool after; /* the verb is behind us */
    bool target_first, mutual;
    dem_str be; /* a form of it before the verb, or empty */
    int depth;
    dem_loss loss;
    dem_str what;
} reader;

static bool lose(reader *r, dem_loss loss, dem_str what)
{
    r->loss = loss;
    r->what = what;
    return false;
}

static dem_verb_slot *current(reader *r)
{
    if (!r->after) return &r->subject;
    if (r->opened) return &r->prep[r->n_prep - 1];
    r->has_object = true;
    return &r->object;
}

static bool is_filled(const dem_verb_slot *s)
{
    return s->word.n || s->set;
}
static bool is_empty(const dem_verb_slot *s)
{
    return !is_filled(s) && !s->must && s->side == DEM_VERB_NOBODY;
}

static bool has_verb(const reader *r, const dem_verb_slot *s)
{
    dem_str rest = s->word, word;
    if (s->set) return s->set->has_verb;
    while (dem_str_next(&rest, '|', &word))
        if (dem_verb_file_has(r->f, word)) return true;
    return false;
}

static bool take_head(reader *r, const token *t, dem_str word, dem_synset *set)
{
    dem_verb_slot *s = current(r), head = {.word = word, .set = set};
    if (is_filled(s)) {
        if (t->joined) return lose(r, DEM_LOSS_MODIFIER, t->text);
        return lose(r, has_verb(r, s) || has_verb(r, &head) ? DEM_LOSS_VERBS : DEM_LOSS_SLOT, t->text);
    }
    s->word = word;
    s->set = set;
    return true;
}

/* ---- words ---------------------------------------------------------------------------------------------- */

static const char *const BE[] = {"be", "is", "are", "am", "was", "were", "been", "being"};
static const char *const HAVE[] = {"have", "has", "had", "having"};
static const char *const MODALS[] = {"not",   "never",  "no",   "will",   "would", "may", "might", "can",
                                     "could", "should", "must", "cannot", "do",    "did", "does",  "shall"};

/* Words that are no head of anything. */
static dem_loss loss_of(const reader *r, dem_str word)
{
    static const char *const CLAUSES[] = {"that", "if", "whether", "who", "which", "when", "because"};
    static const char *const JOINTS[] = {"and", "or", "but"};
    static const char *const NOUNS[] = {"ally", "assembly", "family", "monopoly", "rally", "reply", "supply"};
    if (DEM_STR_ONE_OF(word, MODALS)) return DEM_LOSS_GRAMMAR;
    if (DEM_STR_ONE_OF(word, CLAUSES) || dem_verb_file_has_past(r->f, word)) return DEM_LOSS_VERBS;
    bool adverb = dem_str_ends(word, DEM_STR("ly")) && !DEM_STR_ONE_OF(word, NOUNS);
    return adverb || DEM_STR_ONE_OF(word, JOINTS) ? DEM_LOSS_SLOT : DEM_LOSS_NONE;
}

/* A form of "be" before the verb makes a passive, one of "have" says nothing. */
static bool take_auxiliary(reader *r, const token *t, bool be)
{
    if (be) r->be = t->text;
    return !r->after || lose(r, DEM_LOSS_VERBS, t->text);
}

static bool open_slot(reader *r, const token *t, dem_str word)
{
    if (!r->after) return lose(r, dem_str_is(word, "to") ? DEM_LOSS_VERBS : DEM_LOSS_SLOT, t->text);
    dem_verb_slot *last = r->opened ? &r->prep[r->n_prep - 1] : NULL;
    if (last && is_empty(last)) { /* "out of" */
        if (!dem_is_particle(last->name) || r->particle.n) return lose(r, DEM_LOSS_SLOT, t->text);
        r->particle = last->name;
        last->name = word;
        return true;
    }
    if (r->n_prep == sizeof r->prep / sizeof *r->prep) return lose(r, DEM_LOSS_SLOT, t->text);
    r->prep[r->n_prep++] = (dem_verb_slot){.name = word};
    r->opened = true;
    return true;
}

/* "set out guidelines", "(aside rift)": what can be a preposition is a particle right behind the verb only. */
static bool is_particle(const reader *r, dem_str word)
{
    if (!r->after || r->particle.n || !dem_is_particle(word)) return false;
    return !dem_is_preposition(word) || (!r->depth && !r->n_prep && !r->has_object);
}

static bool take_word(reader *r, const token *t)
{
    static const char *const ARTICLES[] = {"the", "a", "an", "its", "his", "her", "their"};
    dem_str word = dem_verb_word(r->f->arena, t->text);
    if (!word.n) return lose(r, DEM_LOSS_WORD, t->text);
    if (DEM_STR_ONE_OF(word, ARTICLES)) return true;
    bool be = DEM_STR_ONE_OF(word, BE);
    if (be || DEM_STR_ONE_OF(word, HAVE)) return take_auxiliary(r, t, be);
    if (is_particle(r, word)) {
        r->particle = word;
        return true;
    }
    if (dem_is_preposition(word)) return open_slot(r, t, word);
    dem_loss loss = loss_of(r, word);
    return loss != DEM_LOSS_NONE ? lose(r, loss, t->text) : take_head(r, t, word, NULL);
}

/* "{ EMBARGO | BOYCOTT_ }" */
static bool take_words(reader *r, const token *t)
{
    dem_str rest = dem_str_sub(t->text, 1, t->text.n - 1), one;
    dem_buf b = {0};
    dem_loss loss = DEM_LOSS_NONE;
    while (loss == DEM_LOSS_NONE && dem_str_next(&rest, '|', &one)) {
        dem_str word = dem_verb_word(r->f->arena, dem_verb_piece(&one));
        if (!word.n) loss = DEM_LOSS_WORD;
        else if (dem_verb_piece(&one).n) loss = DEM_LOSS_MODIFIER;
        else if (dem_is_preposition(word)) loss = DEM_LOSS_SLOT;
        else loss = loss_of(r, word);
        dem_buf_addf(&b, "%s%.*s", b.n ? "|" : "", DEM_STR_ARG(word));
    }
    dem_str words = dem_arena_str(r->f->arena, dem_buf_str(&b));
    dem_buf_release(&b);
    return loss != DEM_LOSS_NONE ? lose(r, loss, t->text) : take_head(r, t, words, NULL);
}

static bool all_are(const dem_synset *set, const char *const *list, size_t n)
{
    for (size_t i = 0; i < set->word.n; i++)
        if (!dem_str_one_of(set->word.at[i], list, n)) return false;
    return true;
}
#define ALL_ARE(set, list) all_are((set), (list), sizeof(list) / sizeof *(list))

static bool has_preposition(const dem_synset *set)
{
    for (size_t i = 0; i < set->word.n; i++)
        if (dem_is_preposition(set->word.at[i])) return true;
    return false;
}

/* Sets may also hold auxiliaries ("&WAS_OR_WERE") and prepositions. */
static bool take_set(reader *r, const token *t)
{
    dem_synset *set = dem_verb_file_set(r->f, dem_str_sub(t->text, 1, t->text.n));
    if (!set || !set->word.n) return lose(r, DEM_LOSS_MACRO, t->text);
    bool be = ALL_ARE(set, BE);
    if (be || ALL_ARE(set, HAVE)) return take_auxiliary(r, t, be);
    if (ALL_ARE(set, MODALS)) return lose(r, DEM_LOSS_GRAMMAR, t->text);
    if (has_preposition(set)) return lose(r, DEM_LOSS_SLOT, t->text);
    return take_head(r, t, DEM_STR(""), set);
}

/* ---- sides and brackets --------------------------------------------------------------------------------- */

static bool take_side(reader *r, const token *t)
{
    dem_verb_slot *s = current(r);
    if (!r->after) {
        r->target_first |= t->kind == TARGET;
        r->mutual |= t->kind == BOTH;
        return true;
    }
    /* "to attack +": the target of the other verb. */
    if (is_filled(s) && has_verb(r, s)) return lose(r, DEM_LOSS_VERBS, t->text);
    if (s->side != DEM_VERB_NOBODY) return lose(r, DEM_LOSS_SLOT, t->text);
    s->must = true;
    if (t->kind != ANYBODY) s->side = t->kind == TARGET ? DEM_VERB_RECIPIENT : DEM_VERB_ACTOR;
    r->mutual |= t->kind == BOTH;
    return true;
}

static bool take_bracket(reader *r, const token *t)
{
    r->depth += t->kind == OPEN ? 1 : -1;
    if (r->depth < 0) return lose(r, DEM_LOSS_FORM, t->text);
    if (r->depth > DEEPEST) return lose(r, DEM_LOSS_SLOT, t->text);
    if (r->depth == 0) r->opened = false; /* the phrase is over */
    return true;
}

static bool take(reader *r, const token *t)
{
    switch (t->kind) {
    case WORD: return take_word(r, t);
    case WORDS: return take_words(r, t);
    case SET: return take_set(r, t);
    case OPEN:
    case CLOSE: return take_bracket(r, t);
    case THE_VERB:
        if (r->after || r->depth) return lose(r, DEM_LOSS_FORM, t->text);
        return r->after = true;
    default: return take_side(r, t);
    }
}

/* ---- who is who ----------------------------------------------------------------------------------------- */

/* The slot with the source in it, behind the verb; NULL if there is none. */
static dem_verb_slot *source_behind(reader *r)
{
    if (r->has_object && r->object.side == DEM_VERB_ACTOR) return &r->object;
    for (uint32_t i = 0; i < r->n_prep; i++)
        if (r->prep[i].side == DEM_VERB_ACTOR) return &r->prep[i];
    return NULL;
}

static void remove_slot(reader *r, const dem_verb_slot *s)
{
    uint32_t i = (uint32_t)(s - r->prep);
    for (r->n_prep--; i < r->n_prep; i++) r->prep[i] = r->prep[i + 1];
}

/* "+ was * by $": our grammar knows the passive, so that the frame is that of the active. */
static bool make_active(reader *r, dem_verb_slot *by)
{
    dem_verb_slot words = r->subject;
    if (r->has_object) return lose(r, DEM_LOSS_GRAMMAR, r->be.n ? r->be : by->name);
    r->subject = (dem_verb_slot){.must = by != NULL};
    if (by) {
        r->subject.word = by->word;
        r->subject.set = by->set;
        remove_slot(r, by);
    }
    r->object = words;
    r->object.side = DEM_VERB_RECIPIENT;
    r->object.must = true;
    r->has_object = true;
    return true;
}

/* Who is who, if the pattern says that it is not the subject who acts. */
static bool set_sides(reader *r)
{
    dem_verb_slot *source = r->mutual ? NULL : source_behind(r);
    bool by = source && source != &r->object && dem_str_is(source->name, "by");
    bool passive = by || (r->target_first && r->be.n);
    if (r->be.n && !passive) return lose(r, DEM_LOSS_GRAMMAR, r->be);
    if (passive && source && !by) return lose(r, DEM_LOSS_GRAMMAR, r->be);
    if (passive && !make_active(r, source)) return false;
    r->subject.side = DEM_VERB_ACTOR;
    if (passive || (!source && !r->target_first)) return true;
    if (!source) return lose(r, DEM_LOSS_SLOT, DEM_STR("+")); /* nobody acts */
    r->subject.side = DEM_VERB_RECIPIENT;
    r->subject.must = true;
    return true;
}

static bool names_recipient(const reader *r)
{
    bool named = r->subject.side == DEM_VERB_RECIPIENT || r->object.side == DEM_VERB_RECIPIENT;
    for (uint32_t i = 0; i < r->n_prep; i++) named |= r->prep[i].side == DEM_VERB_RECIPIENT;
    return named;
}

/* ---- slots ---------------------------------------------------------------------------------------------- */

static void push(dem_verb_pattern *p, dem_verb_slot s)
{
    if (p->n < DEM_VERB_SLOTS) p->slot[p->n++] = s;
}

/* Without a + the target is whoever stands behind the verb: the object, then what hangs on it. */
static void push_targets(dem_verb_pattern *p)
{
    static const char *const SLOTS[] = {"obj", "iobj", "to", "with", "against", "on", "at", "from", "for"};
    for (size_t i = 0; i < sizeof SLOTS / sizeof *SLOTS; i++) {
        bool there = false;
        for (uint32_t k = 0; k < p->n; k++) there |= dem_str_is(p->slot[k].name, SLOTS[i]);
        if (!there) push(p, (dem_verb_slot){.name = dem_str_from(SLOTS[i]), .side = DEM_VERB_RECIPIENT});
    }
}

void dem_verb_pattern_plain(dem_verb_pattern *out)
{
    *out = (dem_verb_pattern){.clause = -1};
    push(out, (dem_verb_slot){.name = DEM_STR("subj"), .side = DEM_VERB_ACTOR});
    push_targets(out);
}

/* "to" with the verb of a clause: what stands behind belongs to that verb. */
static bool find_clause(reader *r, dem_verb_pattern *p)
{
    for (uint32_t i = 0; i < p->n; i++) {
        const dem_verb_slot *s = &p->slot[i];
        if (!dem_str_is(s->name, "to") || !is_filled(s) || !has_verb(r, s)) continue;
        if (i + 1 < p->n) return lose(r, DEM_LOSS_VERBS, p->slot[i + 1].name);
        p->clause = (int)i;
    }
    return true;
}

/* The slots in order, with those that the pattern leaves to the coder. */
static bool build(reader *r, dem_verb_pattern *p)
{
    bool open = !names_recipient(r) && !r->mutual; /* the target may be anywhere */
    *p = (dem_verb_pattern){.particle = r->particle, .mutual = r->mutual, .clause = -1};
    r->subject.name = DEM_STR("subj");
    r->object.name = DEM_STR("obj");
    push(p, r->subject);
    if (r->has_object) push(p, r->object);
    for (uint32_t i = 0; i < r->n_prep; i++) {
        if (is_empty(&r->prep[i])) r->prep[i].must = true;
        push(p, r->prep[i]);
    }
    if (!find_clause(r, p)) return false;
    for (uint32_t i = 1; i < p->n && open; i++)
        if (is_filled(&p->slot[i]) && p->slot[i].side == DEM_VERB_NOBODY && (int)i != p->clause)
            p->slot[i].side = DEM_VERB_RECIPIENT;
    for (uint32_t i = 0; i < p->n && r->mutual; i++)
        if (i && p->slot[i].side != DEM_VERB_NOBODY) {
            p->slot[i].side = DEM_VERB_ACTOR;
            p->slot[i].adds = true;
        }
    if (open) push_targets(p);
    return true;
}

dem_loss dem_verb_pattern_read(const dem_verb_file *f, dem_str text, dem_verb_pattern *out, dem_str *what)
{
    token t[MAX_TOKENS];
    reader r = {.f = f, .loss = DEM_LOSS_NONE};
    uint32_t n = cut(text, t);
    *what = text;
    if (n > MAX_TOKENS) return DEM_LOSS_SLOT;
    bool good = true;
    for (uint32_t i = 0; i < n && good; i++) good = take(&r, &t[i]);
    if (good && (!r.after || r.depth)) good = lose(&r, DEM_LOSS_FORM, text);
    if (good && set_sides(&r)) build(&r, out);
    if (r.loss != DEM_LOSS_NONE) *what = r.what;
    return r.loss;
}
