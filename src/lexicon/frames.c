/* lexicon/frames.c - blocks, entries and slots of the frame files.
 *
 *     entry line   WORDS.POS  slot slot ...  key=value
 *     slot         [-] NAME [:side[+]] [!] [=word|@list|...] [~CLASS|...]        in any order behind the name
 *
 * A bare NAME is allowed: it tells the reader what the word goes with, and asks for nothing. */
#include "lexicon/examples.h"
#include "lexicon/parts.h"
#include <stdlib.h>

/* ---- keys --------------------------------------------------------------------------------------- */

static void set_cameo(dem_loading *ld, dem_frame *f, dem_str value, uint32_t line)
{
    bool family = value.n == 2;
    if (!dem_cameo_find(value) || value.n >= sizeof f->cameo) {
        dem_load_bad(ld, line, "unknown CAMEO code \"%.*s\"", DEM_STR_ARG(value));
        return;
    }
    if (family && !f->by_content)
        dem_load_bad(ld, line, "CAMEO family \"%.*s\" outside a [...:content] block", DEM_STR_ARG(value));
    memcpy(f->cameo, value.p, value.n);
    f->cameo[value.n] = 0;
}

/* Reads one key=value into `f`; false if `word` is none. */
static bool read_key(dem_loading *ld, dem_frame *f, dem_str word, uint32_t line)
{
    size_t equals = dem_str_find(word, DEM_STR("="));
    dem_str key = dem_str_sub(word, 0, equals), value = dem_str_sub(word, equals + 1, word.n);
    if (equals == word.n) return false;
    if (dem_str_is(key, "cameo")) {
        set_cameo(ld, f, value, line);
    } else if (dem_str_is(key, "mode")) {
        if (f->type == DEM_EVENT_NONE || !dem_value_modes(f->type, value, &f->modes))
            dem_load_bad(ld, line, "unknown mode \"%.*s\" of %s", DEM_STR_ARG(value), dem_event_name(f->type));
    } else if (dem_str_is(key, "context")) {
        dem_contexts contexts = 0;
        if (!dem_value_contexts(value, &contexts))
            dem_load_bad(ld, line, "unknown context \"%.*s\"", DEM_STR_ARG(value));
        f->contexts |= contexts;
    } else if (dem_str_is(key, "agentless")) {
        if (!dem_str_is(value, "no") && !dem_str_is(value, "yes"))
            dem_load_bad(ld, line, "agentless is yes or no");
        f->agentless = !dem_str_is(value, "no");
        f->needs_no_agent = f->agentless;
    } else if (dem_str_is(key, "aux")) {
        unsigned aux = dem_aux_by_name(value);
        if (aux == DEM_AUX_COUNT)
            dem_load_bad(ld, line, "unknown auxiliary mode \"%.*s\"", DEM_STR_ARG(value));
        else
            f->aux |= (dem_auxes)(1u << aux);
    } else
        return false;
    return true;
}

/* ---- block lines -------------------------------------------------------------------------------- */

/* Reads what stands in the brackets. */
static bool read_block_name(dem_frame *f, dem_str inside)
{
    size_t colon = dem_str_find(inside, DEM_STR(":"));
    dem_str modes = dem_str_sub(inside, colon + 1, inside.n);
    f->type = DEM_EVENT_NONE;
    if (dem_str_is(inside, "NONE")) return true;
    f->type = dem_event_by_name(dem_str_sub(inside, 0, colon));
    if (f->type == DEM_EVENT_NONE) return false;
    if (dem_str_is(modes, "content")) {
        f->by_content =
            f->type == DEM_REQUEST || f->type == DEM_REJECT || f->type == DEM_AGREE || f->type == DEM_THREATEN;
        return f->by_content;
    }
    return dem_value_modes(f->type, modes, &f->modes) && (colon == inside.n || !dem_modes_empty(f->modes));
}

void dem_load_block(dem_loading *ld, const dem_entry *e)
{
    dem_frame f = {.agentless = true};
    dem_str line = e->head.text, word;
    size_t close = dem_str_find(line, DEM_STR("]"));
    dem_str rest = dem_str_trim(dem_str_sub(line, close + 1, line.n));
    if (close == line.n || !read_block_name(&f, dem_str_sub(line, 1, close)))
        dem_load_bad(ld, e->head.line, "unknown event or mode in \"%.*s\"",
                     DEM_STR_ARG(dem_str_sub(line, 0, close + 1)));
    while ((word = dem_scan_word(&rest)).n)
        if (!read_key(ld, &f, word, e->head.line))
            dem_load_bad(ld, e->head.line, "unknown key \"%.*s\" in a block line", DEM_STR_ARG(word));
    for (uint32_t i = 0; i < e->n_body; i++)
        dem_load_bad(ld, e->body[i].line, "an indented line belongs to an entry, and a block line is none");
    ld->block = (dem_frame_block){true, f};
}

/* ---- slots -------------------------------------------------------------------------------------- */

static const char *const PREPOSITIONS[] = {
    "about",   "above",   "across",    "after",  "against", "ahead",      "along",      "alongside", "amid",
    "among",   "around",  "as",        "at",     "away",    "because",    "before",     "behind",    "below",
    "beside",  "besides", "between",   "beyond", "by",      "concerning", "despite",    "down",      "due",
    "during",  "except",  "for",       "from",   "in",      "inside",     "instead",    "into",      "like",
    "near",    "of",      "off",       "on",     "onto",    "opposite",   "out",        "outside",   "over",
    "past",    "per",     "regarding", "since",  "than",    "through",    "throughout", "to",        "toward",
    "towards", "under",   "until",     "up",     "upon",    "versus",     "via",        "with",      "within",
    "without", "worth"};

static bool read_slot_name(dem_slot *s, dem_str name)
{
    static const char *const KINDS[] = {"subj", "obj", "iobj", "comp", "poss"}; /* as dem_slot_kind */
    for (unsigned i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (dem_str_is(name, KINDS[i])) {
            s->kind = (dem_slot_kind)i;
            return true;
        }
    s->kind = DEM_SLOT_PREP;
    s->prep = name;
    return DEM_STR_ONE_OF(name, PREPOSITIONS);
}

static bool read_side(dem_slot *s, dem_str side)
{
    static const char *const SIDES[] = {"", "actor", "recipient", "content"}; /* as dem_side */
    if (dem_str_ends(side, DEM_STR("+"))) {
        s->adds = true;
        side = dem_str_sub(side, 0, side.n - 1);
    }
    for (unsigned i = 1; i < sizeof SIDES / sizeof *SIDES; i++)
        if (dem_str_is(side, SIDES[i])) s->side = (dem_side)i;
    return s->side != DEM_SIDE_NONE && !(s->adds && s->side == DEM_SIDE_CONTENT);
}

static bool is_lemma(dem_str word)
{
    for (size_t i = 0; i < word.n; i++)
        if (word.p[i] >= 'A' && word.p[i] <= 'Z') return false;
    return word.n > 0;
}

static bool read_words(dem_loading *ld, dem_slot *s, dem_str value, uint32_t line)
{
    DEM_VEC(dem_str) words = {0};
    DEM_VEC(uint32_t) lists = {0};
    dem_str word;
    while (dem_str_next(&value, '|', &word)) {
        if (dem_str_starts(word, DEM_STR("@"))) {
            word = dem_str_sub(word, 1, word.n);
            if (!word.n) return false;
            dem_load_ref(ld, DEM_REF_LIST, word, line, NULL);
            dem_vec_push(ld->arena, &lists, dem_load_list_number(ld, word));
        } else if (is_lemma(word))
            dem_vec_push(ld->arena, &words, word);
        else
            return false;
    }
    s->word = words.at;
    s->n_word = (uint32_t)words.n;
    s->list = lists.at;
    s->n_list = (uint32_t)lists.n;
    return words.n + lists.n > 0;
}

static bool read_classes(dem_slot *s, dem_str value)
{
    static const struct {
        const char *name;
        unsigned bit;
    } CLASSES[] = {{"country", DEM_CLASS_COUNTRY},
                   {"state", DEM_CLASS_STATE},
                   {"armed", DEM_CLASS_ARMED},
                   {"people", DEM_CLASS_PEOPLE}};
    dem_str word;
    while (dem_str_next(&value, '|', &word)) {
        unsigned sector = dem_sector_by_name(word), bit = 0;
        for (size_t i = 0; i < sizeof CLASSES / sizeof *CLASSES; i++)
            if (dem_str_is(word, CLASSES[i].name)) bit = CLASSES[i].bit;
        if (sector == DEM_SECTOR_COUNT && !bit) return false;
        if (bit)
            s->classes |= bit;
        else
            s->sectors |= (dem_sectors)1 << sector;
    }
    return true;
}

/* Length of the part of `s` before the first of the marks that begin a new part of a slot. */
static size_t part_length(dem_str s)
{
    size_t n = 0;
    while (n < s.n && !strchr(":!=~", s.p[n])) n++;
    return n;
}

/* The parts behind the name. */
static bool read_parts(dem_loading *ld, dem_slot *s, dem_str rest, bool *wanted, uint32_t line)
{
    while (rest.n) {
        char mark = rest.p[0];
        rest = dem_str_sub(rest, 1, rest.n);
        dem_str part = dem_str_sub(rest, 0, part_length(rest));
        rest = dem_str_sub(rest, part.n, rest.n);
        bool good = mark == ':'   ? read_side(s, part)
                    : mark == '=' ? read_words(ld, s, part, line)
                    : mark == '~' ? read_classes(s, part)
                                  : part.n == 0;
        if (mark == '!') *wanted = true;
        if (!good) return false;
    }
    return true;
}

static bool is_conditional(const dem_slot *s)
{
    return s->n_word || s->n_list;
}

/* Reads one slot; false if it is none. */
static bool read_slot(dem_loading *ld, dem_slot *s, dem_str word, uint32_t line)
{
    bool absent = dem_str_starts(word, DEM_STR("-")), wanted = false;
    if (absent) word = dem_str_sub(word, 1, word.n);
    size_t n = part_length(word);
    if (!read_slot_name(s, dem_str_sub(word, 0, n))) return false;
    if (!read_parts(ld, s, dem_str_sub(word, n, word.n), &wanted, line)) return false;
    bool tests = is_conditional(s) || s->sectors || s->classes;
    if (absent && (wanted || s->side != DEM_SIDE_NONE)) return false;
    if (absent)
        s->need = DEM_NEED_ABSENT;
    else if (s->sectors || s->classes ||
             (wanted && (s->side == DEM_SIDE_ACTOR || s->side == DEM_SIDE_RECIPIENT)))
        s->need = DEM_NEED_ACTOR;
    else if (wanted || tests)
        s->need = DEM_NEED_PRESENT;
    return true;
}

/* ---- entries ------------------------------------------------------------------------------------ */

typedef DEM_VEC(dem_slot) slot_list;

bool dem_is_frame_word(dem_str word)
{
    return word.n > 2 && word.p[word.n - 2] == '.' && strchr("vna", word.p[word.n - 1]) != NULL;
}

/* Slots and keys of one line. */
static void read_line(dem_loading *ld, dem_frame *f, slot_list *slots, dem_str rest, uint32_t line)
{
    dem_str word;
    while ((word = dem_scan_word(&rest)).n) {
        dem_slot s = {0};
        if (read_key(ld, f, word, line)) continue;
        if (read_slot(ld, &s, word, line)) dem_vec_push(&ld->lines, slots, s);
        else
            dem_load_bad(ld, line,
                         "\"%.*s\" is no slot (NAME:side!=word|@list~CLASS, words in small letters) and no key",
                         DEM_STR_ARG(word));
    }
}

static uint32_t count_conditions(const dem_frame *f)
{
    uint32_t n = f->particle.n > 0;
    for (uint32_t i = 0; i < f->n_slot; i++) {
        const dem_slot *s = &f->slot[i];
        n += (s->need != DEM_NEED_NOTHING) + is_conditional(s) + (s->sectors || s->classes);
    }
    return n;
}

/* One frame for each of the alternatives in "urge|press|call+on"; the first of them, or NULL. */
static const dem_frame *add_frames(dem_loading *ld, const dem_frame *f, dem_str words, uint32_t line)
{
    const dem_frame *first = NULL;
    uint32_t entry = (uint32_t)ld->lex->frame.n;
    dem_str word;
    while (dem_str_next(&words, '|', &word)) {
        size_t plus = dem_str_find(word, DEM_STR("+"));
        dem_str a = dem_str_sub(word, 0, plus), b = dem_str_sub(word, plus + 1, word.n);
        if (!is_lemma(a) || (plus < word.n && (!is_lemma(b) || dem_str_find(b, DEM_STR("+")) < b.n))) {
            dem_load_bad(ld, line, "\"%.*s\" is no lemma, nor two joined by '+'", DEM_STR_ARG(word));
            continue;
        }
        dem_frame *new = dem_arena_new(ld->arena, dem_frame);
        *new = *f;
        bool head_last = f->pos != DEM_POS_VERB && b.n; /* hunger+strike.n */
        new->lemma = head_last ? b : a;
        new->particle = head_last ? a : b;
        new->order = (uint32_t)ld->lex->frame.n;
        new->entry = entry;
        new->conditions = count_conditions(new);
        dem_vec_push(ld->arena, &ld->lex->frame, new);
        if (!first) first = new;
    }
    return first;
}

static bool is_example(dem_str line)
{
    return line.n > 1 && (line.p[0] == '+' || line.p[0] == '-') && line.p[1] == ' ';
}

void dem_load_frame(dem_loading *ld, const dem_entry *e)
{
    slot_list slots = {0}; /* among the lines, which are given up behind this file */
    dem_str rest = e->head.text, words = dem_scan_word(&rest);
    if (!ld->block.open) {
        dem_load_bad(ld, e->head.line, "an entry before the first [EVENT] line");
        return;
    }
    dem_frame f = ld->block.defaults;
    char pos = words.p[words.n - 1];
    f.pos = pos == 'v' ? DEM_POS_VERB : pos == 'n' ? DEM_POS_NOUN : DEM_POS_ADJ;
    f.file = ld->source->file;
    f.line = e->head.line;
    f.layer = ld->source->layer;
    read_line(ld, &f, &slots, rest, e->head.line);
    for (uint32_t i = 0; i < e->n_body; i++)
        if (!is_example(e->body[i].text)) read_line(ld, &f, &slots, e->body[i].text, e->body[i].line);
    dem_slot *own = dem_arena_array(ld->arena, dem_slot, slots.n);
    if (slots.n) memcpy(own, slots.at, slots.n * sizeof *own);
    f.slot = own;
    f.n_slot = (uint32_t)slots.n;
    const dem_frame *first = add_frames(ld, &f, dem_str_sub(words, 0, words.n - 2), e->head.line);
    uint32_t n_examples = 0;
    for (uint32_t i = 0; i < e->n_body; i++)
        if (is_example(e->body[i].text)) {
            dem_load_example(ld, first, &e->body[i]);
            n_examples++;
        }
    if (!n_examples) dem_load_bad(ld, e->head.line, "\"%.*s\" has no example", DEM_STR_ARG(words));
}

/* ---- looking up --------------------------------------------------------------------------------- */

/* A frame with the number of its lemma, which stands for part of speech and word. */
typedef struct numbered {
    uint32_t lemma;
    dem_frame *frame;
} numbered;

static int by_precedence(const void *a, const void *b)
{
    const numbered *x = a, *y = b;
    if (x->lemma != y->lemma) return x->lemma < y->lemma ? -1 : 1;
    if (x->frame->conditions != y->frame->conditions)
        return x->frame->conditions > y->frame->conditions ? -1 : 1;
    if (x->frame->layer != y->frame->layer) return x->frame->layer > y->frame->layer ? -1 : 1;
    return x->frame->order < y->frame->order ? -1 : x->frame->order > y->frame->order;
}

static dem_str lemma_key(dem_pos pos, dem_str lemma, char buf[DEM_KEY_MAX])
{
    if (lemma.n + 1 > DEM_KEY_MAX) return (dem_str){"", 0};
    buf[0] = "vna"[pos];
    memcpy(buf + 1, lemma.p, lemma.n);
    return (dem_str){buf, lemma.n + 1};
}

void dem_load_finish_frames(dem_loading *ld)
{
    dem_lexicon *l = ld->lex;
    char buf[DEM_KEY_MAX];
    numbered *at = dem_arena_array(&ld->temp, numbered, l->frame.n);
    for (uint32_t i = 0; i < l->frame.n; i++) {
        dem_frame *f = l->frame.at[i];
        at[i] = (numbered){dem_map_add(&l->frame_by_lemma, lemma_key(f->pos, f->lemma, buf), i), f};
    }
    if (l->frame.n) qsort(at, l->frame.n, sizeof *at, by_precedence);
    for (size_t i = l->frame.n; i-- > 0;) {
        dem_frame *f = l->frame.at[i] = at[i].frame;
        dem_map_put(&l->frame_by_lemma, lemma_key(f->pos, f->lemma, buf), (uint32_t)i);
    }
    l->size.frames = (uint32_t)l->frame.n;
    l->size.examples = (uint32_t)l->example.n;
}

const dem_frame *const *dem_lexicon_frames(const dem_lexicon *l, dem_pos pos, dem_str lemma, uint32_t *n)
{
    char buf[DEM_KEY_MAX];
    uint32_t from = lemma.n ? dem_map_get(&l->frame_by_lemma, lemma_key(pos, lemma, buf)) : DEM_MAP_NONE;
    *n = 0;
    if (from == DEM_MAP_NONE) return NULL;
    while (from + *n < l->frame.n && l->frame.at[from + *n]->pos == pos &&
           dem_str_eq(l->frame.at[from + *n]->lemma, lemma))
        (*n)++;
    return (const dem_frame *const *)(l->frame.at + from);
}

const dem_frame *const *dem_lexicon_all_frames(const dem_lexicon *l, uint32_t *n)
{
    *n = (uint32_t)l->frame.n;
    return (const dem_frame *const *)l->frame.at;
}

const dem_frame **dem_lexicon_entries(const dem_lexicon *l, dem_arena *arena, uint32_t *n)
{
    const dem_frame **by_order = dem_arena_array(arena, const dem_frame *, l->frame.n);
    for (size_t i = 0; i < l->frame.n; i++) by_order[l->frame.at[i]->order] = l->frame.at[i];
    *n = 0;
    for (size_t i = 0; i < l->frame.n; i++)
        if (by_order[i]->entry == by_order[i]->order) by_order[(*n)++] = by_order[i];
    return by_order;
}

dem_str dem_frame_name(const dem_frame *f, dem_arena *arena)
{
    bool head_last = f->pos != DEM_POS_VERB;
    dem_str a = head_last ? f->particle : f->lemma, b = head_last ? f->lemma : f->particle;
    return dem_arena_printf(arena, "%.*s%s%.*s.%c", DEM_STR_ARG(a), f->particle.n ? "+" : "", DEM_STR_ARG(b),
                            "vna"[f->pos]);
}
