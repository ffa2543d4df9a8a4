/* out/notation.c - see notation.h. */
#include "out/notation.h"

#define DASH "\xe2\x80\x93"  /* – */
#define ARROW "\xe2\x86\x92" /* → */

void dem_note_entity(dem_buf *b, const dem_report *r, const dem_entity *e)
{
    size_t before = b->n;
    dem_buf_addz(b, e->code);
    unsigned sector[DEM_SECTOR_COUNT];
    uint32_t n = dem_entity_sectors(e, sector);
    for (uint32_t i = 0; i < n; i++) {
        if (b->n > before) dem_buf_addc(b, ' ');
        dem_buf_addz(b, dem_sector_name(sector[i]));
    }
    if (b->n > before) return;
    dem_buf_addc(b, '"');
    dem_buf_add(b, dem_span_text(r, e->span));
    dem_buf_addc(b, '"');
}

void dem_note_side(dem_buf *b, const dem_report *r, const dem_entity *e, uint32_t n)
{
    if (n == 0) dem_buf_addz(b, DASH);
    if (n > 1) dem_buf_addc(b, '[');
    for (uint32_t i = 0; i < n; i++) {
        if (i) dem_buf_addz(b, ", ");
        dem_note_entity(b, r, &e[i]);
    }
    if (n > 1) dem_buf_addc(b, ']');
}

void dem_note_type(dem_buf *b, const dem_event *e)
{
    dem_buf_addz(b, dem_event_name(e->type));
    char before = ':';
    for (unsigned m = 0; m < DEM_MODE_COUNT; m++) {
        if (!dem_modes_has(e->modes, m)) continue;
        dem_buf_addc(b, before);
        dem_buf_addz(b, dem_mode_name(m));
        before = '+';
    }
    for (unsigned a = 0; a < DEM_AUX_COUNT; a++)
        if (e->aux >> a & 1) dem_buf_addf(b, " +%s", dem_aux_name(a));
}

/* ISO 8601: the week belongs to the year in which its Thursday lies. */
static void iso_week(dem_buf *b, dem_date monday)
{
    dem_civil thursday = dem_date_civil(monday + 3);
    int day_of_year = monday + 3 - dem_date_from(thursday.year, 1, 1);
    dem_buf_addf(b, "%04d-W%02d", thursday.year, day_of_year / 7 + 1);
}

void dem_note_date(dem_buf *b, const dem_event *e)
{
    char day[11];
    dem_date_format(e->date, day);
    if (e->date == DEM_DATE_NONE) {
        dem_buf_addz(b, DASH);
        return;
    }
    switch (e->precision) {
    case DEM_PRECISION_DAY: dem_buf_addz(b, day); break;
    case DEM_PRECISION_WEEK: iso_week(b, e->date); break;
    case DEM_PRECISION_MONTH: dem_buf_addf(b, "%.7s", day); break;
    case DEM_PRECISION_YEAR: dem_buf_addf(b, "%.4s", day); break;
    case DEM_PRECISION_UNKNOWN: dem_buf_addf(b, "%s?", day); break;
    }
}

void dem_note_source(dem_buf *b, const dem_report *r, const dem_event *e)
{
    if (!e->by.present) return;
    if (e->by.named)
        dem_note_entity(b, r, &e->by.entity);
    else dem_buf_add(b, dem_span_text(r, e->by.cue));
}

static void contexts(dem_buf *b, dem_contexts set)
{
    const char *before = " {";
    for (unsigned c = 0; c < DEM_CONTEXT_COUNT; c++) {
        if (!(set >> c & 1)) continue;
        dem_buf_addz(b, before);
        dem_buf_addz(b, dem_context_name(c));
        before = ", ";
    }
    if (set) dem_buf_addc(b, '}');
}

void dem_note_event(dem_buf *b, const dem_report *r, const dem_event *e)
{
    dem_note_type(b, e);
    dem_buf_addz(b, ", ");
    dem_note_side(b, r, e->actor, e->n_actor);
    dem_buf_addz(b, " " ARROW " ");
    dem_note_side(b, r, e->recipient, e->n_recipient);
    contexts(b, e->contexts);
    if (!e->by.present) return;
    dem_buf_addz(b, ", by: ");
    dem_note_source(b, r, e);
    if (e->by.direct) dem_buf_addz(b, " (direct)");
}
