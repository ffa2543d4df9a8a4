/* cli/diff_jsonl.c - what differs, as JSON: a line a record, and a last line with the totals (docs/lexicon.md). The
 * records themselves are those of demarche code. */
#include "cli/diff_show.h"
#include "out/writer.h"
#include <inttypes.h>

static void add_record(dem_buf *b, const dem_diff_item *item, const dem_diff_side *side, const dem_event *e)
{
    if (!e) dem_buf_addz(b, "null");
    if (!e) return;
    const dem_out_style style = {.coder = side->coder};
    const dem_out_item record = {item->report, item->sentences, item->n_sentences, side->events};
    dem_jsonl_event(b, &style, &record, (uint32_t)(e - side->events->at));
}

static void add_frame(dem_buf *b, const dem_diff_side *side, const dem_event *e)
{
    dem_str frame = e ? dem_diff_frame(side->trace, e) : DEM_STR("");
    if (frame.n) dem_buf_add_json(b, frame);
    else dem_buf_addz(b, "null");
}

static void add_fields(dem_buf *b, uint32_t fields)
{
    const char *before = "";
    dem_buf_addc(b, '[');
    for (unsigned f = 0; f < DEM_CHANGE_FIELD_COUNT; f++)
        if (fields >> f & 1) {
            dem_buf_addf(b, "%s\"%s\"", before, dem_change_field_name(f));
            before = ", ";
        }
    dem_buf_addc(b, ']');
}

static void add_change(dem_buf *b, const dem_diff_item *item, const dem_change *c)
{
    dem_buf_addf(b, "{\"change\": \"%s\", \"report\": ", dem_change_kind_name(dem_change_kind_of(c)));
    dem_buf_add_json(b, item->report->id);
    dem_buf_addf(b, ", \"sentence\": %u, \"fields\": ", dem_change_event(c)->sentence);
    add_fields(b, c->fields);
    dem_buf_addz(b, ", \"old_frame\": ");
    add_frame(b, &item->old, c->old);
    dem_buf_addz(b, ", \"new_frame\": ");
    add_frame(b, &item->new, c->new);
    dem_buf_addz(b, ", \"old\": ");
    add_record(b, item, &item->old, c->old);
    dem_buf_addz(b, ", \"new\": ");
    add_record(b, item, &item->new, c->new);
    dem_buf_addz(b, "}\n");
}

void dem_diff_jsonl(dem_buf *b, const dem_diff_item *item)
{
    for (size_t i = 0; i < item->changes->n; i++) add_change(b, item, &item->changes->at[i]);
}

void dem_diff_jsonl_sums(dem_buf *b, const dem_change_sums *s)
{
    const char *before = "";
    dem_buf_addf(b,
                 "{\"change\": \"totals\", \"reports\": %" PRIu64 ", \"differing\": %" PRIu64 ", \"events\": {",
                 s->reports, s->differing);
    for (unsigned t = 0; t < DEM_EVENT_COUNT; t++) {
        dem_buf_addf(b, "%s\"%s\": {\"old\": %" PRIu64 ", \"new\": %" PRIu64, before, dem_event_name(t),
                     s->old[t], s->new[t]);
        for (unsigned k = 0; k < DEM_CHANGE_KINDS; k++)
            dem_buf_addf(b, ", \"%s\": %" PRIu64, dem_change_kind_name(k), s->kind[k][t]);
        dem_buf_addc(b, '}');
        before = ", ";
    }
    dem_buf_addz(b, "}, \"fields\": {");
    before = "";
    for (unsigned f = 0; f < DEM_CHANGE_FIELD_COUNT; f++) {
        dem_buf_addf(b, "%s\"%s\": %" PRIu64, before, dem_change_field_name(f), s->field[f]);
        before = ", ";
    }
    dem_buf_addz(b, "}}\n");
}
