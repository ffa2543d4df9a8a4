/* out/places.c - the places that a report names, a line of JSON each (docs/output.md). */
#include "out/number.h"
#include "out/writer.h"

static void text(dem_buf *b, const char *before, dem_str s)
{
    dem_buf_addz(b, before);
    if (s.n) dem_buf_add_json(b, s);
    else dem_buf_addz(b, "null");
}

static void point(dem_buf *b, const char *before, const dem_locality *p, bool lon)
{
    dem_buf_addz(b, before);
    if (p && p->has_point) dem_out_degrees(b, lon ? p->lon : p->lat);
    else dem_buf_addz(b, "null");
}

static void add(dem_buf *b, const dem_out_item *item, const dem_toponym *t)
{
    const dem_locality *p = t->place;
    text(b, "{\"report\": ", item->report->id);
    dem_buf_addf(b, ", \"sentence\": %u", item->sentences[t->sentence].number);
    text(b, ", \"name\": ", dem_span_text(item->report, t->span));
    dem_span given = dem_span_given(item->report, t->span);
    dem_buf_addf(b, ", \"start\": %u, \"end\": %u", given.start, given.end);
    dem_buf_addf(b, ", \"use\": \"%s\"", dem_toponym_use_name(t->use));
    text(b, ", \"country\": ", dem_str_from(t->country));
    point(b, ", \"lat\": ", p, false);
    point(b, ", \"lon\": ", p, true);
    text(b, ", \"kind\": ", dem_str_from(p ? dem_locality_kind_name(p->kind) : ""));
    text(b, ", \"place\": ", p ? p->name : (dem_str){NULL, 0});
    text(b, ", \"region\": ", p ? p->region : (dem_str){NULL, 0});
    dem_buf_addz(b, "}\n");
}

void dem_places_report(dem_buf *b, const dem_out_style *style, const dem_out_item *item)
{
    (void)style;
    for (uint32_t i = 0; item->toponyms && i < item->toponyms->n; i++) add(b, item, &item->toponyms->at[i]);
}
