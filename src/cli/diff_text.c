/* cli/diff_text.c - what differs, for people to read:
 *
 *     r-118 s2: The minister visited Chad.
 *       altered  CONSULT:visit, KEN GOV → TCD GOV
 *                "visited", frames/consult.txt:12 → mine.txt:3
 *                recipient: TCD "Chad" → TCD GOV "Chad" */
#include "cli/diff_show.h"
#include "out/notation.h"
#include "out/number.h"
#include <inttypes.h>

#define ARROW " \xe2\x86\x92 " /* → */
#define DASH "\xe2\x80\x93"    /* – */
#define MARGIN "           "

/* ---- fields ------------------------------------------------------------------------------------------- */

static void add_list(dem_buf *b, uint64_t set, unsigned n, const char *(*name)(unsigned))
{
    const char *before = "";
    for (unsigned i = 0; i < n; i++)
        if (set >> i & 1) {
            dem_buf_addf(b, "%s%s", before, name(i));
            before = "+";
        }
    if (!set) dem_buf_addz(b, DASH);
}

static void add_modes(dem_buf *b, dem_modes modes)
{
    const char *before = "";
    for (unsigned m = 0; m < DEM_MODE_COUNT; m++)
        if (dem_modes_has(modes, m)) {
            dem_buf_addf(b, "%s%s", before, dem_mode_name(m));
            before = "+";
        }
    if (dem_modes_empty(modes)) dem_buf_addz(b, DASH);
}

/* Words of a report on one line: its line breaks as blanks. */
static void add_flat(dem_buf *b, dem_str words)
{
    size_t from = b->n;
    dem_buf_add(b, words);
    for (size_t i = from; i < b->n; i++)
        if ((unsigned char)b->p[i] < ' ' || b->p[i] == 0x7f) b->p[i] = ' ';
}

static void add_quoted(dem_buf *b, const dem_report *r, dem_span s)
{
    dem_buf_addc(b, '"');
    add_flat(b, dem_span_text(r, s));
    dem_buf_addc(b, '"');
}

static void add_words(dem_buf *b, const dem_report *r, dem_span s)
{
    if (dem_span_empty(s)) return;
    dem_buf_addc(b, ' ');
    add_quoted(b, r, s);
}

/* With its words and identity, in which alone two may differ. */
static void add_entity(dem_buf *b, const dem_report *r, const dem_entity *e)
{
    dem_note_entity(b, r, e);
    if (e->code[0] || e->sectors) add_words(b, r, e->span);
    if (e->label.n) dem_buf_addf(b, " (%.*s)", DEM_STR_ARG(e->label));
    if (e->office.n) dem_buf_addf(b, " as %.*s", DEM_STR_ARG(e->office));
    if (e->implied) dem_buf_addz(b, " implied");
}

static void add_side(dem_buf *b, const dem_report *r, const dem_entity *e, uint32_t n)
{
    if (!n) dem_buf_addz(b, DASH);
    for (uint32_t i = 0; i < n; i++) {
        if (i) dem_buf_addz(b, ", ");
        add_entity(b, r, &e[i]);
    }
}

static void add_attribution(dem_buf *b, const dem_report *r, const dem_attribution *by)
{
    if (!by->present) dem_buf_addz(b, DASH);
    if (!by->present) return;
    if (by->named) add_entity(b, r, &by->entity);
    if (!dem_span_empty(by->cue)) dem_buf_addf(b, "%sby", by->named ? ", " : "");
    add_words(b, r, by->cue);
    if (by->direct) dem_buf_addz(b, " (direct)");
}

static void add_place(dem_buf *b, const dem_place *p)
{
    if (!p->name.n) dem_buf_addz(b, DASH);
    add_flat(b, p->name);
    if (p->country[0]) dem_buf_addf(b, " %s", p->country);
    if (p->name.n && dem_span_empty(p->span)) dem_buf_addz(b, " by the dateline");
    if (!p->has_point) return;
    dem_buf_addz(b, " at ");
    dem_out_degrees(b, p->lat);
    dem_buf_addc(b, ' ');
    dem_out_degrees(b, p->lon);
}

static void add_field(dem_buf *b, const dem_report *r, const dem_event *e, unsigned field)
{
    switch ((dem_change_field)field) {
    case DEM_CHANGE_event: dem_buf_addz(b, dem_event_name(e->type)); break;
    case DEM_CHANGE_mode: add_modes(b, e->modes); break;
    case DEM_CHANGE_context: add_list(b, e->contexts, DEM_CONTEXT_COUNT, dem_context_name); break;
    case DEM_CHANGE_aux: add_list(b, e->aux, DEM_AUX_COUNT, dem_aux_name); break;
    case DEM_CHANGE_actor: add_side(b, r, e->actor, e->n_actor); break;
    case DEM_CHANGE_recipient: add_side(b, r, e->recipient, e->n_recipient); break;
    case DEM_CHANGE_reciprocal: dem_buf_addz(b, e->reciprocal ? "yes" : "no"); break;
    case DEM_CHANGE_attribution: add_attribution(b, r, &e->by); break;
    case DEM_CHANGE_date: dem_note_date(b, e); break;
    case DEM_CHANGE_place: add_place(b, &e->place); break;
    case DEM_CHANGE_cameo: dem_buf_addz(b, e->cameo); break;
    case DEM_CHANGE_trigger:
        add_quoted(b, r, e->trigger);
        dem_buf_addf(b, " at %u", e->trigger.start);
        break;
    case DEM_CHANGE_flags: add_list(b, e->flags, DEM_FLAG_COUNT, dem_flag_name); break;
    case DEM_CHANGE_FIELD_COUNT: break;
    }
}

/* ---- records ------------------------------------------------------------------------------------------ */

static void add_frame(dem_buf *b, const dem_diff_side *side, const dem_event *e)
{
    dem_str frame = dem_diff_frame(side->trace, e);
    if (frame.n) dem_buf_add(b, frame);
    else dem_buf_addz(b, "no frame of its own"); /* from another word's frame, by a rule */
}

static void add_change(dem_buf *b, const dem_diff_item *item, const dem_change *c)
{
    const dem_event *e = dem_change_event(c);
    dem_buf_addf(b, "  %-7s  ", dem_change_kind_name(dem_change_kind_of(c)));
    dem_note_event(b, item->report, e);
    dem_buf_addz(b, "\n" MARGIN);
    add_quoted(b, item->report, e->trigger);
    dem_buf_addz(b, ", ");
    if (c->old) add_frame(b, &item->old, c->old);
    if (c->old && c->new) dem_buf_addz(b, ARROW);
    if (c->new) add_frame(b, &item->new, c->new);
    dem_buf_addc(b, '\n');
    for (unsigned f = 0; f < DEM_CHANGE_FIELD_COUNT; f++) {
        if (!(c->fields >> f & 1)) continue;
        dem_buf_addf(b, MARGIN "%s: ", dem_change_field_name(f));
        add_field(b, item->report, c->old, f);
        dem_buf_addz(b, ARROW);
        add_field(b, item->report, c->new, f);
        dem_buf_addc(b, '\n');
    }
}

static void add_sentence(dem_buf *b, const dem_report *r, const dem_event *e)
{
    dem_buf_addf(b, "%.*s s%u: ", DEM_STR_ARG(r->id), e->sentence);
    add_flat(b, dem_span_text(r, e->sentence_span));
    dem_buf_addc(b, '\n');
}

void dem_diff_text(dem_buf *b, const dem_diff_item *item)
{
    for (size_t i = 0; i < item->changes->n; i++) {
        const dem_change *c = &item->changes->at[i];
        const dem_event *e = dem_change_event(c);
        if (i == 0 || dem_change_event(c - 1)->sentence != e->sentence) add_sentence(b, item->report, e);
        add_change(b, item, c);
    }
}

/* ---- totals ------------------------------------------------------------------------------------------- */

static void add_row(dem_buf *b, const char *name, const uint64_t n[5])
{
    dem_buf_addf(b, "%-10s", name);
    for (int i = 0; i < 5; i++) dem_buf_addf(b, " %9" PRIu64, n[i]);
    dem_buf_addc(b, '\n');
}

/* The types in which something differs, and all. */
static void add_types(dem_buf *b, const dem_change_sums *s)
{
    uint64_t all[5] = {0};
    dem_buf_addf(b, "%-10s %9s %9s %9s %9s %9s\n", "records", "old", "new", "added", "removed", "altered");
    for (unsigned t = 0; t < DEM_EVENT_COUNT; t++) {
        const uint64_t n[5] = {s->old[t], s->new[t], s->kind[DEM_CHANGE_ADDED][t],
                               s->kind[DEM_CHANGE_REMOVED][t], s->kind[DEM_CHANGE_ALTERED][t]};
        for (int i = 0; i < 5; i++) all[i] += n[i];
        if (n[2] || n[3] || n[4] || n[0] != n[1]) add_row(b, dem_event_name(t), n);
    }
    add_row(b, "all", all);
}

void dem_diff_text_sums(dem_buf *b, const dem_change_sums *s)
{
    const char *before = "altered in: ";
    if (s->differing) add_types(b, s);
    for (unsigned f = 0; f < DEM_CHANGE_FIELD_COUNT; f++) {
        if (!s->field[f]) continue;
        dem_buf_addf(b, "%s%s %" PRIu64, before, dem_change_field_name(f), s->field[f]);
        before = ", ";
    }
    if (before[0] == ',') dem_buf_addc(b, '\n');
    dem_buf_addf(b, "%" PRIu64 " of %" PRIu64 " reports differ\n", s->differing, s->reports);
}
