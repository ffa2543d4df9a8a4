/* out/table.c - records as a table to read, on a terminal or on paper.
 *
 * Columns have fixed shares of the width, so that every report can be drawn alone and still stand
 * under one heading: a run of any length is written as it goes. Long cells are folded into lines, the
 * words are a window of the sentence around the [trigger]. */
#include "out/draw.h"
#include "out/notation.h"
#include "out/writer.h"

enum { DATE, ACTOR, EVENT, RECIPIENT, BY, WORDS, COLUMNS };
static const char *const HEADING[COLUMNS] = {"DATE", "ACTOR", "EVENT", "RECIPIENT", "BY", "WORDS"};
/* Parts in a hundred of what the date and the gaps leave. */
static const uint32_t SHARE[COLUMNS] = {0, 16, 20, 16, 11, 37};
enum { DATE_WIDTH = 11, MIN_WIDTH = 60, DEFAULT_WIDTH = 120, WORD_LINES = 3 };

typedef struct {
    uint32_t of[COLUMNS]; /* columns of a terminal */
} widths;

static widths share_out(uint32_t width)
{
    if (width == 0) width = DEFAULT_WIDTH;
    if (width < MIN_WIDTH) width = MIN_WIDTH;
    uint32_t rest = width - DATE_WIDTH - (COLUMNS - 1), left = rest;
    widths w = {{DATE_WIDTH}};
    for (int c = ACTOR; c < WORDS; c++) {
        w.of[c] = rest * SHARE[c] / 100;
        left -= w.of[c];
    }
    w.of[WORDS] = left;
    return w;
}

/* ── folding ─────────────────────────────────────────────────────────────── */

/* Bytes of the character at `at`; texts are valid UTF-8. */
static size_t char_size(dem_str s, size_t at)
{
    size_t n = 1;
    while (at + n < s.n && ((unsigned char)s.p[at + n] & 0xc0) == 0x80) n++;
    return n;
}

/* How many bytes of `s` go on a line of `width` characters: up to the last blank or colon that fits, or
 * cut hard where there is none. */
static size_t line_size(dem_str s, uint32_t width)
{
    size_t at = 0, good = 0;
    for (uint32_t i = 0; i < width && at < s.n; i++) {
        size_t next = at + char_size(s, at);
        if (s.p[at] == ' ') good = at;
        if (s.p[at] == ':') good = next;
        at = next;
    }
    if (at == s.n || s.p[at] == ' ' || good == 0) return at;
    return good;
}

/* `s` folded to lines of at most `width` characters, '\n' between them. White space becomes blanks,
 * and characters that would move the cursor become '?'. */
static void fold(dem_buf *out, dem_str s, uint32_t width)
{
    dem_buf clean = {0};
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        dem_buf_addc(&clean, c == '\n' || c == '\t' || c == '\r' ? ' ' : c < 0x20 || c == 0x7f ? '?' : (char)c);
    }
    for (dem_str rest = dem_str_trim(dem_buf_str(&clean)); rest.n;) {
        size_t n = line_size(rest, width);
        dem_buf_add(out, dem_str_sub(rest, 0, n));
        rest = dem_str_trim(dem_str_sub(rest, n, rest.n));
        if (rest.n) dem_buf_addc(out, '\n');
    }
    dem_buf_release(&clean);
}

/* ── cells ───────────────────────────────────────────────────────────────── */

/* Goes at most `n` characters back (or on) from byte `at` inside [from, to). */
static size_t step_back(dem_str t, size_t at, size_t from, uint32_t n)
{
    while (n && at > from)
        if (((unsigned char)t.p[--at] & 0xc0) != 0x80) n--;
    return at;
}
static size_t step_on(dem_str t, size_t at, size_t to, uint32_t n)
{
    for (; n && at < to; n--) at += char_size(t, at);
    return at < to ? at : to;
}

/* The trigger in brackets with what stands around it in the sentence: two thirds of the room behind it,
 * where English has the recipient. */
static void words(dem_buf *b, const dem_report *r, const dem_event *e, uint32_t room)
{
    dem_str t = r->text;
    size_t from = step_back(t, e->trigger.start, e->sentence_span.start, room / 3);
    size_t to = step_on(t, e->trigger.end, e->sentence_span.end, room - room / 3);
    /* Whole words only: what was cut at either end gives way to an ellipsis. */
    bool cut_front = from > e->sentence_span.start, cut_back = to < e->sentence_span.end;
    while (cut_front && from < e->trigger.start && t.p[from] != ' ') from++;
    while (cut_back && to > e->trigger.end && t.p[to] != ' ') to--;
    if (cut_front) dem_buf_addz(b, "… ");
    dem_buf_add(b, dem_str_sub(t, from + (from < e->trigger.start && t.p[from] == ' '), e->trigger.start));
    dem_buf_addc(b, '[');
    dem_buf_add(b, dem_str_sub(t, e->trigger.start, e->trigger.end));
    dem_buf_addc(b, ']');
    dem_buf_add(b, dem_str_sub(t, e->trigger.end, to));
    if (cut_back) dem_buf_addz(b, " …");
}

static void cell(dem_buf *b, int column, const dem_out_item *item, const dem_event *e, const widths *w)
{
    const dem_report *r = item->report;
    switch (column) {
    case DATE: dem_note_date(b, e); break;
    case ACTOR: dem_note_side(b, r, e->actor, e->n_actor); break;
    case EVENT: dem_note_type(b, e); break;
    case RECIPIENT:
        if (e->reciprocal)
            dem_buf_addz(b, "(mutual)");
        else
            dem_note_side(b, r, e->recipient, e->n_recipient);
        break;
    case BY: dem_note_source(b, r, e); break;
    case WORDS: words(b, r, e, (WORD_LINES - 1) * w->of[WORDS]); break;
    }
}

static void row(struct libscols_table *tb, const dem_out_item *item, const dem_event *e, const widths *w)
{
    struct libscols_line *line = scols_table_new_line(tb, NULL);
    dem_buf raw = {0}, folded = {0};
    for (int c = 0; line && c < COLUMNS; c++) {
        dem_buf_clear(&raw);
        dem_buf_clear(&folded);
        cell(&raw, c, item, e, w);
        fold(&folded, dem_buf_str(&raw), w->of[c]);
        scols_line_set_data(line, (size_t)c, folded.p ? folded.p : "");
    }
    dem_buf_release(&raw);
    dem_buf_release(&folded);
}

/* ── drawing ─────────────────────────────────────────────────────────────── */

static struct libscols_table *table_new(const widths *w)
{
    struct libscols_table *tb = scols_new_table();
    if (!tb) return NULL;
    size_t total = COLUMNS - 1;
    for (int c = 0; c < COLUMNS; c++) {
        int flags = SCOLS_FL_STRICTWIDTH | SCOLS_FL_WRAP;
        struct libscols_column *col = scols_table_new_column(tb, HEADING[c], w->of[c], flags);
        if (col) scols_column_set_wrapfunc(col, scols_wrapnl_chunksize, scols_wrapnl_nextchunk, NULL);
        if (col) scols_column_set_safechars(col, "\n");
        total += w->of[c];
    }
    scols_table_set_termforce(tb, SCOLS_TERMFORCE_ALWAYS);
    scols_table_set_termwidth(tb, total);
    return tb;
}

void dem_table_begin(dem_buf *b, const dem_out_style *style)
{
    widths w = share_out(style->width);
    for (int c = 0; c < COLUMNS; c++) {
        bool last = c == COLUMNS - 1;
        dem_buf_addf(b, "%-*s%c", last ? 0 : (int)w.of[c], HEADING[c], last ? '\n' : ' ');
    }
}

void dem_table_report(dem_buf *b, const dem_out_style *style, const dem_out_item *item)
{
    if (item->events->n == 0) return;
    widths w = share_out(style->width);
    struct libscols_table *tb = table_new(&w);
    if (!tb) return;
    scols_table_enable_noheadings(tb, 1);
    for (uint32_t i = 0; i < item->events->n; i++) row(tb, item, &item->events->at[i], &w);
    dem_draw(b, tb);
}
