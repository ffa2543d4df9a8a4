/* out/jsonl.c - the record as JSON (docs/output.md): keys in their fixed order, one line a record.
 *
 * Written by hand and not through a tree of JSON values: this is the output of large runs, and the
 * order of the keys, the null rules and the form of the numbers are part of the format. */
#include "out/json.h"
#include "out/number.h"
#include "out/writer.h"

/* A bit set as a list of names, in the order of the bits. */
static void set(dem_buf *b, const char *name, uint64_t bits, unsigned n, const char *(*name_of)(unsigned))
{
    key(b, name);
    dem_buf_addc(b, '[');
    for (unsigned i = 0; i < n; i++) {
        if (!(bits >> i & 1)) continue;
        comma(b);
        dem_buf_add_json(b, dem_str_from(name_of(i)));
    }
    dem_buf_addc(b, ']');
}

static void modes(dem_buf *b, dem_modes m)
{
    key(b, "mode");
    dem_buf_addc(b, '[');
    for (unsigned i = 0; i < DEM_MODE_COUNT; i++) {
        if (!dem_modes_has(m, i)) continue;
        comma(b);
        dem_buf_add_json(b, dem_str_from(dem_mode_name(i)));
    }
    dem_buf_addc(b, ']');
}

static void sectors(dem_buf *b, const dem_entity *e)
{
    unsigned sector[DEM_SECTOR_COUNT];
    uint32_t n = dem_entity_sectors(e, sector);
    key(b, "sector");
    dem_buf_addc(b, '[');
    for (uint32_t i = 0; i < n; i++) {
        comma(b);
        dem_buf_add_json(b, dem_str_from(dem_sector_name(sector[i])));
    }
    dem_buf_addc(b, ']');
}

void dem_json_entity(dem_buf *b, const dem_report *r, const dem_entity *e)
{
    dem_buf_addc(b, '{');
    word(b, "code", e->code);
    sectors(b, e);
    str(b, "entity_text", dem_span_text(r, e->span));
    ends(b, r, "start", "end", e->span);
    str(b, "identifier_id", e->wikidata);
    str(b, "identifier_text", e->label);
    str(b, "office", e->office);
    truth(b, "implied", e->implied);
    dem_buf_addc(b, '}');
}

static void side(dem_buf *b, const char *name, const dem_report *r, const dem_entity *e, uint32_t n)
{
    key(b, name);
    dem_buf_addc(b, '[');
    for (uint32_t i = 0; i < n; i++) {
        comma(b);
        dem_json_entity(b, r, &e[i]);
    }
    dem_buf_addc(b, ']');
}

void dem_json_report(dem_buf *b, const dem_report *r)
{
    key(b, "report");
    dem_buf_addc(b, '{');
    str(b, "id", r->id);
    str(b, "url", r->url);
    str(b, "title", r->title);
    str(b, "publisher", r->publisher);
    str(b, "published", r->published);
    str(b, "language", r->language);
    dem_buf_addc(b, '}');
}

static void attribution(dem_buf *b, const dem_report *r, const dem_attribution *by)
{
    key(b, "attribution");
    if (!by->present) {
        dem_buf_addz(b, "null");
        return;
    }
    dem_buf_addc(b, '{');
    key(b, "entity");
    if (by->named) dem_json_entity(b, r, &by->entity);
    else
        dem_buf_addz(b, "null");
    str(b, "cue_text", dem_span_text(r, by->cue));
    ends(b, r, "cue_start", "cue_end", by->cue);
    word(b, "kind", by->direct ? "direct" : "indirect");
    dem_buf_addc(b, '}');
}

static void degrees(dem_buf *b, const char *name, const dem_place *p, double x)
{
    key(b, name);
    if (p->has_point)
        dem_out_degrees(b, x);
    else
        dem_buf_addz(b, "null");
}

static void place(dem_buf *b, const dem_report *r, const dem_place *p)
{
    key(b, "event_loc");
    if (!p->name.n) {
        dem_buf_addz(b, "null");
        return;
    }
    dem_buf_addc(b, '{');
    str(b, "name", p->name);
    word(b, "country", p->country);
    degrees(b, "lat", p, p->lat);
    degrees(b, "lon", p, p->lon);
    ends(b, r, "start", "end", p->span);
    dem_buf_addc(b, '}');
}

static void text_info(dem_buf *b, const dem_report *r, const dem_event *e)
{
    key(b, "text_info");
    dem_buf_addc(b, '{');
    number(b, "sequence", e->sentence);
    ends(b, r, "start", "end", e->sentence_span);
    ends(b, r, "trigger_start", "trigger_end", e->trigger);
    str(b, "trigger_text", dem_span_text(r, e->trigger));
    dem_buf_addc(b, '}');
}

/* Reports are not grouped into stories here: each record stands for its own report. */
static void corroboration(dem_buf *b, const dem_event *e)
{
    key(b, "corroboration");
    dem_buf_addc(b, '{');
    null(b, "story");
    number(b, "reports", 1);
    number(b, "mentions", e->mentions);
    dem_buf_addc(b, '}');
}

void dem_json_coder(dem_buf *b, const dem_coder *c)
{
    key(b, "coder");
    dem_buf_addc(b, '{');
    word(b, "name", "demarche");
    word(b, "version", c->version);
    word(b, "model", c->model);
    word(b, "lexicon", c->lexicon);
    dem_buf_addc(b, '}');
}

static void contradicts(dem_buf *b, const dem_out_item *item, const dem_event *e)
{
    key(b, "contradicts");
    dem_buf_addc(b, '[');
    for (uint32_t i = 0; i < e->n_contradicts; i++) {
        const dem_event *other = &item->events->at[e->contradicts[i]];
        comma(b);
        dem_json_id(b, NULL, item->report, "", other->sentence, other->nth);
    }
    dem_buf_addc(b, ']');
}

/* Event type and what follows from it. */
static void score(dem_buf *b, const dem_event *e)
{
    number(b, "quad_code", (uint32_t)dem_event_quad(e->type));
    key(b, "event_scale");
    dem_out_tenths(b, dem_event_score(e->type, e->modes));
    word(b, "cameo", e->cameo);
}

static void when(dem_buf *b, const dem_event *e)
{
    char day[11];
    dem_date_format(e->date, day);
    word(b, "date", day);
    word(b, "date_precision", dem_precision_name(e->precision));
}

void dem_jsonl_event(dem_buf *b, const dem_out_style *style, const dem_out_item *item, uint32_t nth)
{
    const dem_report *r = item->report;
    const dem_event *e = &item->events->at[nth];
    dem_buf_addc(b, '{');
    dem_json_id(b, "id", r, "", e->sentence, e->nth);
    const dem_event *first = &item->events->at[e->link];
    dem_json_id(b, "link", r, "", first->sentence, first->nth);
    dem_json_report(b, r);
    when(b, e);
    word(b, "event", dem_event_name(e->type));
    modes(b, e->modes);
    set(b, "context", e->contexts, DEM_CONTEXT_COUNT, dem_context_name);
    set(b, "aux", e->aux, DEM_AUX_COUNT, dem_aux_name);
    side(b, "actor", r, e->actor, e->n_actor);
    side(b, "recipient", r, e->recipient, e->n_recipient);
    truth(b, "reciprocal", e->reciprocal);
    attribution(b, r, &e->by);
    place(b, r, &e->place);
    score(b, e);
    text_info(b, r, e);
    if (style->no_text)
        null(b, "text");
    else str(b, "text", dem_span_text(r, e->sentence_span));
    set(b, "flags", e->flags, DEM_FLAG_COUNT, dem_flag_name);
    key(b, "confidence");
    dem_out_hundredths(b, e->confidence);
    contradicts(b, item, e);
    corroboration(b, e);
    dem_json_coder(b, style->coder);
    word(b, "codebook", DEM_CODEBOOK);
    dem_buf_addc(b, '}');
}

void dem_jsonl_report(dem_buf *b, const dem_out_style *style, const dem_out_item *item)
{
    for (uint32_t i = 0; i < item->events->n; i++) {
        dem_jsonl_event(b, style, item, i);
        dem_buf_addc(b, '\n');
    }
}
