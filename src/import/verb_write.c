/* import/verb_write.c - frames in the form of docs/lexicon.md, each with an example.
 *
 * An entry wants an example, and the dictionaries have none: it is made from the slots, with two countries for the
 * sides. Where a word must be the subject nobody can say which country it is of, and where the event wants a target and
 * the pattern has no place for one, there is no record; then the example says that. */
#include "import/verb_parts.h"

enum { MARGIN = 118, MAX_OUT = 16 << 20 /* see lexicon/source.c */ };

#define ACTOR "Kenya"
#define ACTOR_CODE "KEN"
#define TARGET "Chad"
#define TARGET_CODE "TCD"

/* ---- slots ---------------------------------------------------------------------------------------------- */

static bool is_filled(const dem_verb_slot *s)
{
    return s->word.n || s->set;
}

static dem_str head_of(const dem_verb_slot *s)
{
    if (s->set) return s->set->word.at[0];
    return dem_str_sub(s->word, 0, dem_str_find(s->word, DEM_STR("|")));
}

/* What the set is called in the lexicon; its list is written at the end. */
static dem_str list_of(dem_frames_written *w, dem_synset *set)
{
    if (set->list.n) return set->list;
    dem_buf b = {0};
    dem_buf_addz(&b, "petrarch-");
    if (w->mark) {
        dem_write_key(&b, dem_str_from(w->mark));
        dem_buf_addc(&b, '-');
    }
    dem_write_key(&b, set->name);
    dem_str name = dem_buf_str(&b);
    for (unsigned i = 2; dem_map_get(&w->taken, name) != DEM_MAP_NONE; i++)
        name = dem_arena_printf(&w->arena, "%.*s-%u", DEM_STR_ARG(dem_buf_str(&b)), i);
    dem_map_put(&w->taken, name, 1);
    set->list = dem_arena_str(&w->arena, name);
    dem_buf_release(&b);
    return set->list;
}

static void add_slot(dem_frames_written *w, dem_buf *b, const dem_verb_slot *s)
{
    dem_buf_addf(b, " %.*s", DEM_STR_ARG(s->name));
    if (s->side != DEM_VERB_NOBODY) dem_buf_addz(b, s->side == DEM_VERB_ACTOR ? ":actor" : ":recipient");
    if (s->adds) dem_buf_addc(b, '+');
    if (s->must) dem_buf_addc(b, '!');
    if (s->set) dem_buf_addf(b, "=@%.*s", DEM_STR_ARG(list_of(w, s->set)));
    else if (s->word.n) dem_buf_addf(b, "=%.*s", DEM_STR_ARG(s->word));
}

/* Slots that ask for something; the others only fill sides. */
static bool asks(const dem_verb_slot *s)
{
    return s->must || is_filled(s);
}

/* A frame that tells no event has nobody to fill. */
static void drop_sides(dem_verb_pattern *p)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < p->n; i++) {
        if (!asks(&p->slot[i])) continue;
        p->slot[kept] = p->slot[i];
        if (!p->slot[kept].must) p->slot[kept].side = DEM_VERB_NOBODY;
        if (p->clause == (int)i) p->clause = (int)kept;
        kept++;
    }
    p->n = kept;
}

static void turn(dem_verb_pattern *p)
{
    for (uint32_t i = 0; i < p->n; i++) {
        dem_verb_side *side = &p->slot[i].side;
        if (*side != DEM_VERB_NOBODY) *side = *side == DEM_VERB_ACTOR ? DEM_VERB_RECIPIENT : DEM_VERB_ACTOR;
    }
}

/* [046:046]: each side is the other's. Of the slots that the pattern leaves to the coder only those stay that name a
 * partner, as all of them would add to the sides: "talked with Chad on Mali". */
static void make_mutual(dem_verb_pattern *p)
{
    uint32_t kept = 0;
    p->mutual = true;
    for (uint32_t i = 0; i < p->n; i++) {
        dem_verb_slot s = p->slot[i];
        bool other = s.side == DEM_VERB_RECIPIENT;
        bool partner = dem_str_is(s.name, "obj") || dem_str_is(s.name, "with") || dem_str_is(s.name, "to");
        if (other && !asks(&s) && !partner) continue;
        if (other) s.side = s.must || !is_filled(&s) ? DEM_VERB_ACTOR : DEM_VERB_NOBODY;
        s.adds |= other && s.side == DEM_VERB_ACTOR;
        if (p->clause == (int)i) p->clause = (int)kept;
        p->slot[kept++] = s;
    }
    p->n = kept;
}

/* ---- an example ----------------------------------------------------------------------------------------- */

typedef struct example {
    const dem_verb_pattern *p;
    const char *subject, *other; /* names of the sides; NULL: nobody */
    bool told;                   /* the other side is in the sentence */
} example;

static bool is_other(const dem_verb_slot *s)
{
    return s->adds || s->side != DEM_VERB_NOBODY;
}

/* The slot that the other side stands in: one that must hold somebody, else the first with words, else the object or
 * "with". */
static int place_of_other(const dem_verb_pattern *p)
{
    int object = -1, words = -1;
    for (int i = (int)p->n - 1; i > 0; i--) {
        const dem_verb_slot *s = &p->slot[i];
        if (!is_other(s) || i == p->clause) continue;
        if (s->must) return i;
        if (dem_str_is(s->name, "obj") || (object < 0 && dem_str_is(s->name, "with"))) object = i;
        if (is_filled(s)) words = i;
    }
    if (p->clause >= 0) return -1; /* "Kenya did agree Chad to meet" is no English */
    return words >= 0 ? words : object;
}

static void add_noun(dem_buf *b, example *x, const dem_verb_slot *s, bool other)
{
    bool named = other && x->other;
    x->told |= named;
    if (is_filled(s))
        dem_buf_addf(b, " the %.*s%s%s", DEM_STR_ARG(head_of(s)), named ? " of " : "", named ? x->other : "");
    else dem_buf_addf(b, " %s", named ? x->other : "the plan");
}

static void add_sentence(dem_buf *b, example *x, const dem_verb *v)
{
    int other = place_of_other(x->p);
    const dem_verb_slot *subject = &x->p->slot[0];
    bool named = dem_str_is(subject->name, "subj") && is_filled(subject);
    bool together = x->p->mutual && other < 0 && !named;
    x->told |= together;
    if (together) dem_buf_addz(b, ACTOR " and " TARGET);
    else if (named) dem_buf_addf(b, "The %.*s", DEM_STR_ARG(head_of(subject)));
    else dem_buf_addz(b, x->subject);
    dem_buf_addf(b, " did %.*s", DEM_STR_ARG(v->lemma));
    if (v->particle.n) dem_buf_addf(b, " %.*s", DEM_STR_ARG(v->particle));
    for (uint32_t i = 0; i < x->p->n; i++) {
        const dem_verb_slot *s = &x->p->slot[i];
        bool clause = (int)i == x->p->clause && dem_str_is(s->name, "comp");
        if (dem_str_is(s->name, "subj") || (!asks(s) && ((int)i != other || !x->other))) continue;
        if (clause) dem_buf_addf(b, " to %.*s", DEM_STR_ARG(head_of(s)));
        if (clause) continue;
        if (!dem_str_is(s->name, "obj") && !dem_str_is(s->name, "iobj"))
            dem_buf_addf(b, " %.*s", DEM_STR_ARG(s->name));
        add_noun(b, x, s, (int)i == other);
    }
    dem_buf_addc(b, '.');
}

static void add_example(dem_buf *b, const dem_verb_pattern *p, const dem_verb_code *code, const dem_verb *v)
{
    const dem_verb_slot *subject = &p->slot[0];
    bool has_subject = p->n && dem_str_is(subject->name, "subj");
    bool turned = has_subject && subject->side == DEM_VERB_RECIPIENT;
    example x = {.p = p, .subject = turned ? TARGET : ACTOR, .other = turned ? ACTOR : TARGET};
    dem_buf sentence = {0};
    if (has_subject && is_filled(subject)) x.other = NULL;
    add_sentence(&sentence, &x, v);
    bool record = code->type != DEM_EVENT_NONE && !(has_subject && is_filled(subject)) &&
                  (x.told || !(turned || dem_event_needs_recipient(code->type) || p->mutual));
    dem_buf_addf(b, "  %c %.*s", record ? '+' : '-', DEM_STR_ARG(dem_buf_str(&sentence)));
    if (record)
        dem_buf_addf(b, " => %s%s", ACTOR_CODE,
                     !x.told     ? ""
                     : p->mutual ? ", " TARGET_CODE
                                 : " -> " TARGET_CODE);
    dem_buf_addc(b, '\n');
    dem_buf_release(&sentence);
}

/* ---- entries -------------------------------------------------------------------------------------------- */

static void add_block(dem_buf *b, const dem_verb_code *code)
{
    const dem_cameo *c = code->cameo;
    if (code->type == DEM_EVENT_NONE) {
        dem_buf_addz(b, "[NONE]");
        return;
    }
    dem_buf_addf(b, "[%s%s%s]", c->event, c->mode[0] ? ":" : "", c->mode);
    if (strlen(c->code) > 2) dem_buf_addf(b, " cameo=%s", c->code);
    if (c->context[0]) dem_buf_addf(b, " context=%s", c->context);
    for (size_t i = 0; i < b->n; i++)
        if (b->p[i] == ';') b->p[i] = '+';
}

/* "urge|press|call+on.v"; verbs that need words of their own stand alone. */
static void add_verb(dem_buf *b, const dem_verb *v)
{
    if (b->n) dem_buf_addc(b, '|');
    dem_buf_add(b, v->lemma);
    if (v->particle.n) dem_buf_addf(b, "+%.*s", DEM_STR_ARG(v->particle));
}

/* What the lists of the entry's sets will take that are not used yet; marks their slots. */
static size_t new_lists(const dem_verb_pattern *p, bool fresh[DEM_VERB_SLOTS])
{
    enum { NAME = 160, BETWEEN = 4 };
    size_t size = 0;
    for (uint32_t i = 0; i < p->n; i++) {
        const dem_synset *set = p->slot[i].set;
        fresh[i] = set && !set->list.n;
        if (!fresh[i]) continue;
        size += NAME;
        for (size_t k = 0; k < set->word.n; k++) size += set->word.at[k].n + BETWEEN;
    }
    return size;
}

/* Appends the entry; `all` is its block line and itself, `body` itself and the example. */
static void put_entry(dem_frames_written *w, dem_str path, uint64_t line, dem_str block, const dem_buf *all,
                      const dem_buf *body)
{
    dem_map_put(&w->taken, dem_buf_str(all), 1);
    dem_write_source(w->out, path, line);
    dem_buf_addc(w->out, '\n');
    if (!dem_str_eq(block, dem_buf_str(&w->block))) {
        dem_buf_addf(w->out, "%.*s\n", DEM_STR_ARG(block));
        dem_buf_clear(&w->block);
        dem_buf_add(&w->block, block);
    }
    dem_buf_addf(w->out, "%.*s\n", DEM_STR_ARG(dem_buf_str(body)));
}

static uint32_t count_verbs(dem_str words)
{
    uint32_t n = 1;
    for (size_t i = 0; i < words.n; i++) n += words.p[i] == '|';
    return n;
}

static dem_frames_result add_entry(dem_frames_written *w, dem_str path, uint64_t line, dem_str words,
                                   const dem_verb *first, const dem_verb_pattern *p, const dem_verb_code *code)
{
    enum { SOURCE = 32 }; /* around the path */
    dem_buf all = {0}, body = {0};
    bool fresh[DEM_VERB_SLOTS] = {false};
    size_t lists = new_lists(p, fresh);
    add_block(&all, code);
    dem_str block = {NULL, all.n};
    dem_buf_addf(&body, "%.*s.v", DEM_STR_ARG(words));
    for (uint32_t i = 0; i < p->n; i++) add_slot(w, &body, &p->slot[i]);
    dem_buf_addf(&all, " %.*s", DEM_STR_ARG(dem_buf_str(&body)));
    block.p = all.p;
    dem_buf_addc(&body, '\n');
    add_example(&body, p, code, first);
    dem_frames_result result = DEM_FRAMES_NEW;
    if (dem_map_get(&w->taken, dem_buf_str(&all)) != DEM_MAP_NONE) result = DEM_FRAMES_KNOWN;
    else if (w->out->n + w->lists + lists + path.n + block.n + body.n + SOURCE > MAX_OUT)
        result = DEM_FRAMES_FULL;
    if (result == DEM_FRAMES_NEW) {
        put_entry(w, path, line, block, &all, &body);
        w->lists += lists;
        w->count->frames += count_verbs(words);
    }
    for (uint32_t i = 0; i < p->n; i++)
        if (fresh[i] && result != DEM_FRAMES_NEW) p->slot[i].set->list = DEM_STR(""); /* not used after all */
    dem_buf_release(&all);
    dem_buf_release(&body);
    return result;
}

/* The entry, and the one for a clause. */
static dem_frames_result add_entries(dem_frames_written *w, dem_str path, uint64_t line, dem_str words,
                                     const dem_verb *first, const dem_verb_pattern *p,
                                     const dem_verb_code *code)
{
    dem_verb_pattern clause = *p;
    dem_frames_result result = add_entry(w, path, line, words, first, p, code);
    if (p->clause < 0 || result == DEM_FRAMES_FULL) return result;
    clause.slot[p->clause].name = DEM_STR("comp");
    dem_frames_result second = add_entry(w, path, line, words, first, &clause, code);
    return second == DEM_FRAMES_KNOWN ? result : second;
}

/* The words that the verb has besides; false if the pattern asks for others in their place. */
static bool add_own_words(dem_verb_pattern *p, const dem_verb *v)
{
    int object = -1;
    for (uint32_t i = 0; i < p->n; i++)
        if (dem_str_is(p->slot[i].name, "obj")) object = (int)i;
    if (v->noun.n && object >= 0 && asks(&p->slot[object])) return false;
    if (v->noun.n && object >= 0) p->slot[object].word = v->noun;
    else if (v->noun.n && p->n < DEM_VERB_SLOTS)
        p->slot[p->n++] = (dem_verb_slot){.name = DEM_STR("obj"), .word = v->noun};
    if (v->prep.n && p->n < DEM_VERB_SLOTS) p->slot[p->n++] = (dem_verb_slot){.name = v->prep, .must = true};
    return true;
}

static bool stands_alone(const dem_verb *v)
{
    return v->noun.n || v->prep.n;
}

/* The verbs as the pattern has them, without those that have no room for its particle. */
static dem_verb_list with_particle(dem_arena *arena, const dem_verb_list *verbs, dem_str particle,
                                   const dem_verb **lost)
{
    dem_verb_list list = {0};
    for (size_t i = 0; i < verbs->n; i++) {
        dem_verb v = verbs->at[i];
        if (particle.n && v.particle.n) {
            *lost = &verbs->at[i];
            continue;
        }
        if (particle.n) v.particle = particle;
        dem_vec_push(arena, &list, v);
    }
    return list;
}

/* One entry of all verbs that need no words of their own. */
static dem_frames_result write_together(dem_frames_written *w, dem_str path, uint64_t line,
                                        const dem_verb_list *verbs, const dem_verb_pattern *p,
                                        const dem_verb_code *code)
{
    dem_frames_result result = DEM_FRAMES_KNOWN;
    dem_buf words = {0};
    const dem_verb *first = NULL;
    for (size_t i = 0; i < verbs->n; i++) {
        if (stands_alone(&verbs->at[i])) continue;
        if (!first) first = &verbs->at[i];
        add_verb(&words, &verbs->at[i]);
    }
    if (first) result = add_entries(w, path, line, dem_buf_str(&words), first, p, code);
    dem_buf_release(&words);
    return result;
}

static dem_frames_result write_alone(dem_frames_written *w, dem_str path, uint64_t line, const dem_verb *v,
                                     const dem_verb_pattern *p, const dem_verb_code *code,
                                     const dem_verb **lost)
{
    dem_verb_pattern own = *p;
    dem_buf words = {0};
    dem_frames_result result = DEM_FRAMES_KNOWN;
    add_verb(&words, v);
    if (add_own_words(&own, v)) result = add_entries(w, path, line, dem_buf_str(&words), v, &own, code);
    else *lost = v;
    dem_buf_release(&words);
    return result;
}

dem_frames_result dem_frames_write(dem_frames_written *w, dem_arena *arena, dem_str path, uint64_t line,
                                   const dem_verb_list *verbs, const dem_verb_pattern *pattern,
                                   const dem_verb_code *code, const dem_verb **lost)
{
    dem_verb_pattern p = *pattern;
    *lost = NULL;
    dem_verb_list list = with_particle(arena, verbs, p.particle, lost);
    if (code->turned) turn(&p);
    if (code->mutual && code->type != DEM_EVENT_NONE) make_mutual(&p);
    if (code->type == DEM_EVENT_NONE) drop_sides(&p);
    dem_frames_result result = write_together(w, path, line, &list, &p, code);
    for (size_t i = 0; i < list.n && result != DEM_FRAMES_FULL; i++) {
        if (!stands_alone(&list.at[i])) continue;
        dem_frames_result one = write_alone(w, path, line, &list.at[i], &p, code, lost);
        if (one != DEM_FRAMES_KNOWN) result = one;
    }
    return result;
}

void dem_frames_write_lists(dem_frames_written *w, const dem_verb_file *f)
{
    for (size_t i = 0; i < f->set.n; i++) {
        const dem_synset *s = f->set.at[i];
        if (!s->list.n) continue;
        size_t start = w->out->n;
        dem_buf_addf(w->out, "list %.*s =", DEM_STR_ARG(s->list));
        for (size_t k = 0; k < s->word.n; k++) {
            bool fits = w->out->n - start + s->word.at[k].n + strlen(" | ") <= MARGIN;
            if (!fits) {
                dem_buf_addz(w->out, "\n ");
                start = w->out->n - 1;
            }
            dem_buf_addf(w->out, "%s %.*s", k ? " |" : "", DEM_STR_ARG(s->word.at[k]));
        }
        dem_buf_addz(w->out, "\n\n");
        w->count->lists++;
    }
}

void dem_frames_begin(dem_frames_written *w, dem_buf *out, dem_petrarch_count *count, const char *mark)
{
    *w = (dem_frames_written){.out = out, .count = count, .mark = mark};
    dem_arena_init(&w->arena, 0);
    dem_map_init(&w->taken, &w->arena);
    dem_buf_addz(out, "# From verb dictionaries of TABARI or PETRARCH. The examples are made from the entries: "
                      "they say what\n"
                      "# an entry means, and are nobody's.\n\n");
}

void dem_frames_end(dem_frames_written *w)
{
    dem_arena_release(&w->arena);
    dem_buf_release(&w->block);
}
