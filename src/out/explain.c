/* out/explain.c - see explain.h. */
#include "out/explain.h"
#include "out/draw.h"
#include "out/notation.h"
#include "out/number.h"

/* ── tables ──────────────────────────────────────────────────────────────── */

/* A table as wide as its contents; `headings` ends with NULL, `tree` is the column with branches or -1. */
static struct libscols_table *table_new(const char *const *headings, int tree)
{
    struct libscols_table *tb = scols_new_table();
    for (int c = 0; tb && headings[c]; c++)
        scols_table_new_column(tb, headings[c], 0, c == tree ? SCOLS_FL_TREE : 0);
    if (tb) scols_table_set_termforce(tb, SCOLS_TERMFORCE_NEVER);
    return tb;
}

static void cell(struct libscols_line *line, size_t column, dem_str s)
{
    dem_buf b = {0};
    dem_buf_add(&b, s);
    if (line) scols_line_set_data(line, column, b.p);
    dem_buf_release(&b);
}

static void cell_of(struct libscols_line *line, size_t column, dem_buf *b)
{
    cell(line, column, dem_buf_str(b));
    dem_buf_release(b);
}

/* ── the tree ────────────────────────────────────────────────────────────── */

/* Token i and, below it, all that hangs on it. */
static void branch(struct libscols_table *tb, struct libscols_line *parent, const dem_sentence *s, int i)
{
    const dem_token *t = &s->tok[i];
    struct libscols_line *line = scols_table_new_line(tb, parent);
    dem_buf number = {0};
    dem_buf_addf(&number, "%d", i + 1);
    cell_of(line, 0, &number);
    cell(line, 1, t->form);
    cell(line, 2, dem_str_from(dem_relation_name(t->rel)));
    cell(line, 3, t->lemma);
    cell(line, 4, dem_str_from(dem_upos_name(t->upos)));
    cell(line, 5, dem_str_from(dem_xpos_name(t->xpos)));
    const int16_t *kid;
    uint32_t n = dem_kids(s, i, &kid);
    for (uint32_t k = 0; k < n; k++) branch(tb, line, s, kid[k]);
}

static void tree(dem_buf *b, const dem_sentence *s)
{
    static const char *const HEADINGS[] = {"NO", "WORD", "RELATION", "LEMMA", "UPOS", "XPOS", NULL};
    struct libscols_table *tb = table_new(HEADINGS, 1);
    for (uint32_t i = 0; tb && i < s->n; i++)
        if (s->tok[i].head == DEM_ROOT) branch(tb, NULL, s, (int)i);
    dem_draw(b, tb);
}

/* ── mentions and frames ─────────────────────────────────────────────────── */

static void entity_details(dem_buf *b, const dem_entity *e)
{
    const dem_str part[] = {e->label, e->wikidata, e->office};
    const char *before = " (";
    for (int i = 0; i < 3; i++) {
        if (!part[i].n) continue;
        dem_buf_addz(b, before);
        dem_buf_add(b, part[i]);
        before = ", ";
    }
    if (before[0] == ',') dem_buf_addc(b, ')');
}

static void mention(struct libscols_table *tb, const dem_report *r, const dem_trace_mention *m)
{
    struct libscols_line *line = scols_table_new_line(tb, NULL);
    dem_buf code = {0}, how = {0};
    if (m->entity.code[0] || m->entity.sectors)
        dem_note_entity(&code, r, &m->entity);
    else
        dem_buf_addz(&code, "no code");
    dem_buf_add(&how, m->how);
    entity_details(&how, &m->entity);
    cell(line, 0, dem_span_text(r, m->entity.span));
    cell_of(line, 1, &code);
    cell_of(line, 2, &how);
}

static void mentions(dem_buf *b, const dem_report *r, uint32_t sentence, const dem_trace *trace)
{
    static const char *const HEADINGS[] = {"MENTION", "CODE", "HOW", NULL};
    struct libscols_table *tb = table_new(HEADINGS, -1);
    for (size_t i = 0; tb && i < trace->mentions.n; i++)
        if (trace->mentions.at[i].sentence == sentence) mention(tb, r, &trace->mentions.at[i]);
    dem_draw(b, tb);
}

static void time_expression(struct libscols_table *tb, const dem_report *r, const dem_trace_time *t)
{
    struct libscols_line *line = scols_table_new_line(tb, NULL);
    char first[11], last[11];
    dem_buf days = {0}, how = {0};
    dem_date_format(t->first, first);
    dem_date_format(t->last, last);
    dem_buf_addz(&days, first[0] ? first : "none");
    if (t->last != t->first && last[0]) dem_buf_addf(&days, "..%s", last);
    dem_buf_addz(&how, t->kind);
    if (t->mark[0]) dem_buf_addf(&how, ", %s", t->mark);
    cell(line, 0, dem_span_text(r, t->span));
    cell_of(line, 1, &days);
    cell(line, 2, dem_str_from(first[0] ? dem_precision_name(t->precision) : ""));
    cell_of(line, 3, &how);
}

/* Nothing is shown of a sentence without any. */
static void times(dem_buf *b, const dem_report *r, uint32_t sentence, const dem_trace *trace)
{
    static const char *const HEADINGS[] = {"TIME", "DAYS", "PRECISION", "KIND", NULL};
    struct libscols_table *tb = NULL;
    for (size_t i = 0; i < trace->times.n; i++) {
        if (trace->times.at[i].sentence != sentence) continue;
        if (!tb) tb = table_new(HEADINGS, -1);
        if (tb) time_expression(tb, r, &trace->times.at[i]);
    }
    if (tb) dem_draw(b, tb);
}

static void place(struct libscols_table *tb, const dem_report *r, const dem_toponym *t)
{
    struct libscols_line *line = scols_table_new_line(tb, NULL);
    const dem_locality *p = t->place;
    dem_buf where = {0};
    cell(line, 0, dem_span_text(r, t->span));
    cell(line, 1, dem_str_from(t->country));
    if (p && p->region.n) dem_buf_addf(&where, "%.*s", DEM_STR_ARG(p->region));
    if (p && p->has_point) {
        if (where.n) dem_buf_addz(&where, ", ");
        dem_out_degrees(&where, p->lat);
        dem_buf_addc(&where, ' ');
        dem_out_degrees(&where, p->lon);
    }
    if (!p) dem_buf_addz(&where, "no gazetteer has it");
    cell_of(line, 2, &where);
    cell(line, 3, dem_str_from(p ? dem_locality_kind_name(p->kind) : ""));
}

/* Adjectives and peoples stand among the mentions; nothing is shown of a sentence without a place. */
static void places(dem_buf *b, const dem_out_item *item, uint32_t sentence)
{
    static const char *const HEADINGS[] = {"PLACE", "CODE", "WHERE", "KIND", NULL};
    struct libscols_table *tb = NULL;
    const dem_toponyms *ts = item->toponyms;
    for (uint32_t i = ts ? ts->first[sentence] : 0; ts && i < ts->first[sentence + 1]; i++) {
        if (ts->at[i].use == DEM_TOPONYM_PEOPLE) continue;
        if (!tb) tb = table_new(HEADINGS, -1);
        if (tb) place(tb, item->report, &ts->at[i]);
    }
    if (tb) dem_draw(b, tb);
}

static void frame(struct libscols_table *tb, const dem_report *r, const dem_trace_frame *f)
{
    struct libscols_line *line = scols_table_new_line(tb, NULL);
    cell(line, 0, dem_span_text(r, f->predicate));
    cell(line, 1, f->matched ? DEM_STR("yes") : DEM_STR("no"));
    cell(line, 2, dem_str_from(dem_event_name(f->type)));
    cell(line, 3, f->frame);
    cell(line, 4, f->why);
}

/* The rows of one word, from `from` up to the one returned. */
static size_t same_word(const dem_trace *trace, size_t from)
{
    const dem_trace_frame *a = &trace->frames.at[from];
    size_t i = from + 1;
    for (; i < trace->frames.n; i++) {
        const dem_trace_frame *f = &trace->frames.at[i];
        if (f->sentence != a->sentence || f->predicate.start != a->predicate.start) break;
    }
    return i;
}

static void others(struct libscols_table *tb, const dem_report *r, const dem_trace_frame *f, size_t n)
{
    struct libscols_line *line = scols_table_new_line(tb, NULL);
    dem_buf why = {0};
    dem_buf_addf(&why, "%zu other frame%s not fit (--all shows them)", n, n == 1 ? " does" : "s do");
    cell(line, 0, dem_span_text(r, f->predicate));
    cell(line, 1, DEM_STR("no"));
    cell_of(line, 4, &why);
}

static void frames_of_word(struct libscols_table *tb, const dem_report *r, const dem_trace_frame *row, size_t n,
                           bool all)
{
    enum { NEAREST = 3 };
    size_t left = 0, shown = 0;
    bool verdict = false;
    for (size_t i = 0; i < n; i++) verdict |= row[i].verdict;
    for (size_t i = 0; i < n; i++) {
        bool show = all || row[i].verdict || (!verdict && shown < NEAREST);
        if (show) frame(tb, r, &row[i]);
        shown += show;
        left += !show;
    }
    if (left) others(tb, r, row, left);
}

static void frames(dem_buf *b, const dem_report *r, uint32_t sentence, const dem_trace *trace, bool all)
{
    static const char *const HEADINGS[] = {"PREDICATE", "FITS", "EVENT", "FRAME", "WHY", NULL};
    struct libscols_table *tb = table_new(HEADINGS, -1);
    for (size_t i = 0, next; tb && i < trace->frames.n; i = next) {
        next = same_word(trace, i);
        if (trace->frames.at[i].sentence == sentence)
            frames_of_word(tb, r, &trace->frames.at[i], next - i, all);
    }
    dem_draw(b, tb);
}

/* ── records ─────────────────────────────────────────────────────────────── */

static void flags(dem_buf *b, uint32_t set)
{
    for (unsigned f = 0; f < DEM_FLAG_COUNT; f++)
        if (set >> f & 1) dem_buf_addf(b, ", flag %s", dem_flag_name(f));
}

static void record(dem_buf *b, const dem_report *r, const dem_event *e)
{
    dem_buf_addz(b, "  ");
    dem_note_event(b, r, e);
    dem_buf_addz(b, "\n    \"");
    dem_buf_add(b, dem_span_text(r, e->trigger));
    dem_buf_addz(b, "\", ");
    dem_note_date(b, e);
    if (!dem_span_empty(e->time)) {
        dem_buf_addz(b, " by \"");
        dem_buf_add(b, dem_span_text(r, e->time));
        dem_buf_addc(b, '"');
    }
    if (e->place.name.n) dem_buf_addf(b, ", in %.*s %s", DEM_STR_ARG(e->place.name), e->place.country);
    dem_buf_addf(b, ", CAMEO %s, confidence ", e->cameo);
    dem_out_hundredths(b, e->confidence);
    flags(b, e->flags);
    dem_buf_addc(b, '\n');
}

/* How sure each context is; those that nothing speaks for are left out. */
static void contexts(dem_buf *b, const dem_event *e, const dem_trace *trace)
{
    enum { SPOKEN_FOR = 10 };
    const char *sep = "    contexts weighed: ";
    for (size_t i = 0; i < trace->contexts.n; i++) {
        const dem_trace_context *c = &trace->contexts.at[i];
        bool of_it = c->trigger.start == e->trigger.start && c->type == e->type;
        if (!of_it || c->percent < SPOKEN_FOR) continue;
        dem_buf_addf(b, "%s%s ", sep, dem_context_name(c->context));
        dem_out_hundredths(b, c->percent);
        sep = ", ";
    }
    if (sep[0] == ',') dem_buf_addc(b, '\n');
}

static void records(dem_buf *b, const dem_out_item *item, uint32_t sentence, const dem_trace *trace, bool all)
{
    bool any = false;
    dem_buf_addz(b, "RECORDS\n");
    for (uint32_t i = 0; i < item->events->n; i++) {
        if (item->events->at[i].sentence != sentence) continue;
        record(b, item->report, &item->events->at[i]);
        if (all) contexts(b, &item->events->at[i], trace);
        any = true;
    }
    if (!any) dem_buf_addz(b, "  none\n");
}

static void part_begin(dem_buf *b, size_t before)
{
    if (b->n > before) dem_buf_addc(b, '\n');
}

void dem_explain(dem_buf *b, const dem_out_item *item, const dem_trace *trace, bool all)
{
    const dem_report *r = item->report;
    if (r->dated_by)
        dem_buf_addf(b, "PUBLISHED %.*s, by the %s \"%.*s\"\n\n", DEM_STR_ARG(r->published), r->dated_by,
                     DEM_STR_ARG(dem_str_sub(r->text, r->dated_from, r->dated_to)));
    for (uint32_t i = 0; i < item->n_sentences; i++) {
        const dem_sentence *s = &item->sentences[i];
        if (i) dem_buf_addc(b, '\n');
        dem_buf_addf(b, "SENTENCE %u  ", s->number);
        dem_buf_add(b, dem_str_sub(item->report->text, s->start, s->end));
        dem_buf_addz(b, "\n\n");
        if (s->n == 0) {
            dem_buf_addf(b, "not coded: %s\n", s->zone ? dem_zone_name(s->zone) : "no words");
            continue;
        }
        tree(b, s);
        size_t before = b->n;
        dem_buf_addc(b, '\n');
        mentions(b, item->report, s->number, trace);
        part_begin(b, before + 1);
        before = b->n;
        times(b, item->report, s->number, trace);
        part_begin(b, before);
        before = b->n;
        places(b, item, (uint32_t)(s - item->sentences));
        part_begin(b, before);
        before = b->n;
        frames(b, item->report, s->number, trace, all);
        part_begin(b, before);
        records(b, item, s->number, trace, all);
    }
}
