/* eval/opinions.c - see opinions.h. */
#include "eval/opinions.h"
#include "base/input.h"
#include "eval/taught.h"

static void add(dem_opinions *o, const dem_trace_opinion *x, bool right, bool marked, double weight)
{
    dem_sample s = {.n = x->n_traits, .marked = marked, .right = right, .weight = weight, .group = o->groups};
    memcpy(s.trait, x->trait, sizeof *s.trait * s.n);
    dem_vec_push(o->arena, &o->of[x->near], s);
}

/* ---- gold reports ------------------------------------------------------------------------------------------ */

static const char *code(const dem_entity *side, uint32_t n, uint32_t i)
{
    return i >= n ? "-" : side[i].code[0] ? side[i].code : "---";
}

/* The words of a dyad as eval/gold.h has them. */
static dem_str dyad(dem_arena *arena, dem_event_type type, const char *a, const char *b, bool together)
{
    bool undirected = together || (type == DEM_CONSULT && strcmp(b, "-") != 0),
         turn = undirected && strcmp(a, b) > 0;
    return dem_arena_printf(arena, "%s%c%s", turn ? b : a, undirected ? '|' : '>', turn ? a : b);
}

static bool among(const dem_marked *m, dem_str dyad)
{
    for (uint32_t i = 0; i < m->dyad.n; i++)
        if (dem_str_eq(m->dyad.at[i], dyad)) return true;
    return false;
}

static bool all_among(dem_arena *arena, const dem_event *e, const dem_marked *m)
{
    bool together = e->n_recipient == 0 && e->n_actor > 1;
    for (uint32_t i = 0; i < e->n_actor; i++) {
        uint32_t n = together ? e->n_actor : e->n_recipient ? e->n_recipient : 1;
        for (uint32_t k = together ? i + 1 : 0; k < n; k++) {
            const char *to = together ? code(e->actor, e->n_actor, k) : code(e->recipient, e->n_recipient, k);
            if (!among(m, dyad(arena, e->type, code(e->actor, e->n_actor, i), to, together))) return false;
        }
    }
    return e->n_actor > 0;
}

/* What a near miss tells is right only if no record tells it already. */
static bool told(const dem_trace *trace, const dem_event *e, const dem_marked *m, const dem_gold_report *r)
{
    for (size_t i = 0; i < trace->opinions.n; i++) {
        const dem_trace_opinion *x = &trace->opinions.at[i];
        if (x->near || x->event.sentence != e->sentence || x->event.type != e->type) continue;
        uint32_t same = 0, coded = 0;
        for (size_t k = 0; k < r->gold.n; k++)
            same += r->gold.at[k].type == m->type && r->gold.at[k].sentence == m->sentence;
        for (size_t k = 0; k < trace->opinions.n; k++)
            coded += !trace->opinions.at[k].near && trace->opinions.at[k].event.sentence == e->sentence &&
                     trace->opinions.at[k].event.type == e->type;
        return coded >= same;
    }
    return false;
}

static bool right(dem_arena *arena, const dem_gold_report *r, const dem_trace *trace,
                  const dem_trace_opinion *x)
{
    const dem_event *e = &x->event;
    for (size_t i = 0; i < r->gold.n; i++) {
        const dem_marked *m = &r->gold.at[i];
        if (m->type != e->type || m->sentence < 0) continue;
        dem_span s = r->sentence[m->sentence];
        if (s.start > e->trigger.start || e->trigger.start >= s.end || !all_among(arena, e, m)) continue;
        if (!x->near || !told(trace, e, m, r)) return true;
    }
    return false;
}

typedef struct taking {
    dem_opinions *o;
    double weight;
} taking;

static void take_report(void *ctx, const dem_trace *trace, const dem_gold_report *gold, dem_arena *scratch)
{
    const taking *t = ctx;
    for (size_t i = 0; i < trace->opinions.n; i++) {
        const dem_trace_opinion *x = &trace->opinions.at[i];
        add(t->o, x, right(scratch, gold, trace, x), false, t->weight);
    }
    t->o->groups++;
}

dem_status dem_opinions_gold(dem_opinions *o, const dem_engine *engine, const char *path, double weight,
                             dem_error *err)
{
    taking t = {o, weight};
    return dem_taught_each(engine, path, take_report, &t, err);
}

/* ---- examples ------------------------------------------------------------------------------------------------- */

void dem_opinions_examples(dem_opinions *o, const dem_engine *engine, const dem_lexicon *lexicon, double weight)
{
    uint32_t n;
    const dem_example *example = dem_lexicon_examples(lexicon, &n);
    dem_worker *worker = dem_worker_new(engine);
    dem_arena scratch;
    dem_arena_init(&scratch, 0);
    for (uint32_t i = 0; i < n; i++) {
        const dem_example *ex = &example[i];
        dem_report report = {.id = DEM_STR("example"), .text = ex->sentence, .day = ex->day};
        dem_trace trace = {.arena = &scratch};
        dem_result result = {0};
        dem_arena_reset(&scratch);
        dem_worker_code(worker, &scratch, &report, &result, &trace);
        for (size_t k = 0; k < trace.opinions.n; k++) {
            const dem_trace_opinion *x = &trace.opinions.at[k];
            bool wrong = (x->event.type == ex->frame->type) != ex->positive;
            if (x->near && wrong) add(o, x, false, true, weight);
        }
        o->groups++;
    }
    dem_arena_release(&scratch);
    dem_worker_free(worker);
}

/* ---- marked sentences ----------------------------------------------------------------------------------------- */

enum { MARKS_MAX = 8, COLUMNS_MAX = 64, LINE_MAX_BYTES = 1 << 20 };

typedef struct marked {
    dem_buf text;
    dem_span span[2][MARKS_MAX]; /* source, target */
    uint32_t n[2];
} marked;

/* Takes "<s>", "</s>", "<t>", "</t>" out. */
static void unmark(marked *m, dem_str with)
{
    dem_buf_clear(&m->text);
    m->n[0] = m->n[1] = 0;
    for (size_t i = 0; i < with.n;) {
        bool end = i + 1 < with.n && with.p[i + 1] == '/';
        size_t letter = i + 1 + end;
        bool tag = with.p[i] == '<' && letter + 1 < with.n && with.p[letter + 1] == '>' &&
                   (with.p[letter] == 's' || with.p[letter] == 't');
        if (!tag) {
            dem_buf_addc(&m->text, with.p[i++]);
            continue;
        }
        unsigned which = with.p[letter] == 't';
        uint32_t at = (uint32_t)m->text.n;
        if (!end && m->n[which] < MARKS_MAX) m->span[which][m->n[which]++] = (dem_span){at, at};
        else if (m->n[which]) m->span[which][m->n[which] - 1].end = at;
        i = letter + 2;
    }
}

static bool touches(const marked *m, unsigned which, const dem_entity *side, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = 0; k < m->n[which]; k++)
            if (side[i].span.start < m->span[which][k].end && m->span[which][k].start < side[i].span.end)
                return true;
    return false;
}

/* Concession and retreat are one class there. */
static bool type_is(dem_event_type type, dem_str root)
{
    if (dem_str_is(root, "YIELD")) return type == DEM_CONCEDE || type == DEM_RETREAT;
    return dem_str_is(root, dem_event_name(type));
}

static void take_marked(dem_opinions *o, dem_arena *scratch, dem_worker *worker, const marked *m, dem_str root,
                        double weight)
{
    dem_report report = {.id = DEM_STR("marked"), .text = dem_arena_str(scratch, dem_buf_str(&m->text))};
    dem_trace trace = {.arena = scratch};
    dem_result result = {0};
    dem_worker_code(worker, scratch, &report, &result, &trace);
    bool found = false;
    for (size_t i = 0; i < trace.opinions.n; i++) {
        const dem_trace_opinion *x = &trace.opinions.at[i];
        const dem_event *e = &x->event;
        bool source = touches(m, 0, e->actor, e->n_actor), target = touches(m, 1, e->recipient, e->n_recipient);
        if (x->near && found) continue;
        found |= !x->near && source && target;
        if (source || target) add(o, x, type_is(e->type, root), true, weight);
    }
    o->groups++;
}

static uint32_t column(dem_str header, const char *name)
{
    dem_str cell;
    for (uint32_t i = 0; dem_str_next(&header, '\t', &cell); i++)
        if (dem_str_is(dem_str_trim(cell), name)) return i;
    return COLUMNS_MAX;
}

static dem_str cell_of(dem_str line, uint32_t number)
{
    dem_str cell = {NULL, 0};
    for (uint32_t i = 0; i <= number; i++)
        if (!dem_str_next(&line, '\t', &cell)) return (dem_str){NULL, 0};
    return cell;
}

dem_status dem_opinions_marked(dem_opinions *o, const dem_engine *engine, const char *path, double weight,
                               dem_error *err)
{
    dem_input *in = NULL;
    dem_line line;
    dem_status st = dem_input_open(&in, path, LINE_MAX_BYTES, err);
    if (st != DEM_OK) return st;
    uint32_t root = COLUMNS_MAX, text = COLUMNS_MAX;
    dem_arena scratch;
    dem_arena_init(&scratch, 0);
    dem_worker *worker = dem_worker_new(engine);
    marked m = {0};
    while ((st = dem_input_line(in, &line, err)) == DEM_OK) {
        dem_arena_reset(&scratch);
        if (root == COLUMNS_MAX) {
            root = column(line.text, "gold_root");
            text = column(line.text, "marked_sentence");
            if (root != COLUMNS_MAX && text != COLUMNS_MAX) continue;
            st = dem_fail(err, DEM_E_FORMAT, dem_str_from(path), line.number, 0,
                          "no column gold_root or marked_sentence");
            break;
        }
        unmark(&m, cell_of(line.text, text));
        if (m.text.n) take_marked(o, &scratch, worker, &m, cell_of(line.text, root), weight);
    }
    dem_worker_free(worker);
    dem_arena_release(&scratch);
    dem_buf_release(&m.text);
    dem_input_close(in);
    return st == DEM_END ? DEM_OK : st;
}
