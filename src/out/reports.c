/* out/reports.c - reports as they were read, an object of JSON each (docs/output.md): what `demarche read` writes.
 *
 * Its keys are those of the input format jsonl where that has them, so that the output can be read again. */
#include "out/json.h"

const dem_writer DEM_REPORT_WRITERS[] = {
    {"jsonl", "one JSON object a line: what is known of the report, its whole text and the zones in it", NULL,
     dem_reports_jsonl, NULL},
    {"body", "the same, its text cut down to what is coded", NULL, dem_reports_body, NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

/* All but the text; the object stays open. */
static void about(dem_buf *b, const dem_report *r)
{
    dem_buf_addc(b, '{');
    str(b, "id", r->id);
    str(b, "url", r->url);
    str(b, "title", r->title);
    str(b, "author", r->author);
    str(b, "publisher", r->publisher);
    str(b, "published", r->published);
    word(b, "published_from", r->published_from);
    if (r->published_from) number(b, "published_sure", (uint32_t)r->published_sure);
    else null(b, "published_sure");
    str(b, "language", r->language);
}

void dem_reports_jsonl(dem_buf *b, const dem_out_style *style, const dem_out_item *item)
{
    const dem_report *r = item->report;
    about(b, r);
    if (style->no_text) null(b, "text");
    else str(b, "text", r->text);
    key(b, "zones");
    dem_buf_addc(b, '[');
    for (uint32_t i = 0; i < r->n_zones; i++) {
        const dem_zone *z = &r->zones[i];
        comma(b);
        dem_buf_addf(b, "[%u, %u, \"%s\"]", z->start, z->end, dem_zone_name(z->kind));
    }
    dem_buf_addz(b, "]}\n");
}

/* Appends a stretch of body; what separates it from the one before is a blank line if there was a line end between
 * them, else a blank. */
static void add_stretch(dem_buf *body, dem_str text, uint32_t from, uint32_t to, uint32_t *behind)
{
    while (from < to && dem_byte_blank(text.p[from])) from++;
    while (to > from && dem_byte_blank(text.p[to - 1])) to--;
    if (from == to) return;
    if (body->n) dem_buf_addz(body, memchr(text.p + *behind, '\n', from - *behind) ? "\n\n" : " ");
    dem_buf_add(body, dem_str_sub(text, from, to));
    *behind = to;
}

void dem_reports_body(dem_buf *b, const dem_out_style *style, const dem_out_item *item)
{
    const dem_report *r = item->report;
    dem_buf body = {0};
    uint32_t at = 0, behind = 0;
    for (uint32_t i = 0; i < r->n_zones; i++) {
        add_stretch(&body, r->text, at, r->zones[i].start, &behind);
        at = r->zones[i].end;
    }
    add_stretch(&body, r->text, at, (uint32_t)r->text.n, &behind);
    about(b, r);
    if (style->no_text) null(b, "text");
    else str(b, "text", dem_buf_str(&body));
    dem_buf_addz(b, "}\n");
    dem_buf_release(&body);
}
