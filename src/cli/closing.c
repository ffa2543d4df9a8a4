/* cli/closing.c - see closing.h. */
#include "cli/closing.h"
#include <inttypes.h>
#include <stdio.h>

void dem_notes_add(dem_notes *notes, const dem_error *err)
{
    if (notes->n < DEM_NOTES_SHOWN) notes->first[notes->n] = *err;
    notes->n++;
    if (err->code < DEM_STATUS_COUNT) notes->by_status[err->code]++;
}

/* "1 report", "2 reports" */
static void count(dem_buf *b, uint64_t n, const char *what)
{
    dem_buf_addf(b, "%" PRIu64 " %s%s", n, what, n == 1 ? "" : "s");
}

static void messages(dem_buf *b, const dem_notes *notes)
{
    uint64_t shown = notes->n < DEM_NOTES_SHOWN ? notes->n : DEM_NOTES_SHOWN;
    for (uint64_t i = 0; i < shown; i++) {
        dem_buf_addz(b, "  ");
        dem_error_add(b, &notes->first[i]);
        dem_buf_addc(b, '\n');
    }
    if (notes->n > shown) dem_buf_addf(b, "  and %" PRIu64 " more\n", notes->n - shown);
}

static void skipped(dem_buf *b, const dem_notes *notes)
{
    if (notes->n == 0) return;
    count(b, notes->n, "item");
    dem_buf_addz(b, " skipped");
    const char *before = " (";
    for (unsigned s = 0; s < DEM_STATUS_COUNT; s++) {
        if (!notes->by_status[s]) continue;
        dem_buf_addf(b, "%s%" PRIu64 " %s", before, notes->by_status[s], dem_status_word(s));
        before = ", ";
    }
    dem_buf_addz(b, before[0] == ',' ? "):\n" : ":\n");
    messages(b, notes);
}

static void dropped(dem_buf *b, const dem_tally *t)
{
    const char *before = "not written: ";
    bool any = false;
    for (unsigned d = 0; d < DEM_DROP_COUNT; d++) {
        if (!t->dropped[d]) continue;
        dem_buf_addf(b, "%s%" PRIu64 " %s", before, t->dropped[d], dem_drop_what(d));
        before = ", ";
        any = true;
    }
    if (any) dem_buf_addc(b, '\n');
}

void dem_closing_add(dem_buf *b, const dem_closing *c)
{
    const dem_tally *t = &c->tally;
    count(b, t->reports, "report");
    dem_buf_addz(b, ", ");
    count(b, t->sentences, "sentence");
    dem_buf_addf(b, " (%" PRIu64 " analysed), ", t->coded_sentences);
    count(b, t->records, c->unit ? c->unit : "record");
    if (c->seconds >= 0)
        dem_buf_addf(b, "; %.1f s, %.0f reports/s", c->seconds,
                     c->seconds > 0 ? (double)t->reports / c->seconds : 0.0);
    dem_buf_addc(b, '\n');
    dropped(b, t);
    if (c->known) {
        count(b, c->known, "report");
        dem_buf_addz(b, " passed over: in the store already\n");
    }
    dem_closing_add_notes(b, c);
}

void dem_closing_say(const dem_closing *c)
{
    dem_buf b = {0};
    dem_closing_add(&b, c);
    fputs(b.p, stderr);
    dem_buf_release(&b);
}

void dem_closing_add_notes(dem_buf *b, const dem_closing *c)
{
    skipped(b, &c->skipped);
    if (c->repaired.n == 0) return;
    count(b, c->repaired.n, "repair");
    dem_buf_addz(b, " in reports that were coded:\n");
    messages(b, &c->repaired);
}
