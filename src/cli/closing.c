/* cli/closing.c - see closing.h. */
#include "cli/closing.h"
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

void dem_notes_add(dem_notes *notes, const dem_error *err)
{
    if (notes->n < DEM_NOTES_SHOWN) notes->first[notes->n] = *err;
    notes->n++;
    if (err->code < DEM_STATUS_COUNT) notes->by_status[err->code]++;
}

void dem_notes_join(dem_notes *notes, const dem_notes *more)
{
    for (uint64_t i = 0; i < more->n && i < DEM_NOTES_SHOWN && notes->n + i < DEM_NOTES_SHOWN; i++)
        notes->first[notes->n + i] = more->first[i];
    notes->n += more->n;
    for (unsigned s = 0; s < DEM_STATUS_COUNT; s++) notes->by_status[s] += more->by_status[s];
}

/* The row of that name, made if there is room; the last row is for all others. */
static struct dem_share *share_of(dem_shares *s, dem_str name)
{
    for (uint32_t i = 0; i < s->n; i++)
        if (dem_str_is(name, s->at[i].name)) return &s->at[i];
    if (s->n + 1 < DEM_SHARES) {
        struct dem_share *new = &s->at[s->n++];
        snprintf(new->name, sizeof new->name, "%.*s", DEM_STR_ARG(name));
        return new;
    }
    s->n = DEM_SHARES;
    snprintf(s->at[DEM_SHARES - 1].name, sizeof s->at->name, "other");
    return &s->at[DEM_SHARES - 1];
}

void dem_shares_add(dem_shares *s, dem_str name, int sure)
{
    struct dem_share *share = share_of(s, dem_str_sub(name, 0, sizeof share->name - 1));
    share->n++;
    share->sure += (uint64_t)sure;
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

static int by_number(const void *a, const void *b)
{
    const struct dem_share *x = a, *y = b;
    return x->n != y->n ? (x->n < y->n) - (x->n > y->n) : strcmp(x->name, y->name);
}

/* The commonest first. */
static void shares(dem_buf *b, dem_shares s, bool with_sure)
{
    qsort(s.at, s.n, sizeof *s.at, by_number);
    for (uint32_t i = 0; i < s.n; i++) {
        dem_buf_addf(b, "%s%" PRIu64 " %s", i ? ", " : "", s.at[i].n, s.at[i].name);
        if (with_sure) dem_buf_addf(b, " (%" PRIu64 " %% sure)", (s.at[i].sure + s.at[i].n / 2) / s.at[i].n);
    }
}

static void foreign(dem_buf *b, const dem_shares *s)
{
    uint64_t n = 0;
    for (uint32_t i = 0; i < s->n; i++) n += s->at[i].n;
    if (n == 0) return;
    count(b, n, "report");
    dem_buf_addz(b, " not in English, not coded: ");
    shares(b, *s, false);
    dem_buf_addc(b, '\n');
}

/* Told only where not every day was supplied beside the report: then all is as the user wanted it. */
static void dated(dem_buf *b, const dem_closing *c)
{
    uint64_t n = 0, supplied = 0;
    for (uint32_t i = 0; i < c->dated.n; i++) {
        n += c->dated.at[i].n;
        if (strcmp(c->dated.at[i].name, "field") == 0) supplied = c->dated.at[i].n;
    }
    if (c->tally.reports == 0 || supplied == c->tally.reports) return;
    dem_buf_addf(b, "day of publication known of %" PRIu64 " of ", n);
    count(b, c->tally.reports, "report");
    if (n) dem_buf_addz(b, ": ");
    shares(b, c->dated, true);
    dem_buf_addc(b, '\n');
}

void dem_closing_add(dem_buf *b, const dem_closing *c)
{
    const dem_tally *t = &c->tally;
    count(b, t->reports, "report");
    if (!c->unit || *c->unit) {
        dem_buf_addz(b, ", ");
        count(b, t->sentences, "sentence");
        dem_buf_addf(b, " (%" PRIu64 " analysed), ", t->coded_sentences);
        count(b, t->records, c->unit ? c->unit : "record");
    }
    if (c->seconds >= 0)
        dem_buf_addf(b, "; %.1f s, %.0f reports/s", c->seconds,
                     c->seconds > 0 ? (double)t->reports / c->seconds : 0.0);
    dem_buf_addc(b, '\n');
    dropped(b, t);
    if (c->known) {
        count(b, c->known, "report");
        dem_buf_addz(b, " passed over: in the store already\n");
    }
    dated(b, c);
    foreign(b, &c->foreign);
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
