/* reader/table.c - a table with a header: a row is a report. Rows are split by csv.c; written by us since rows must come one
 * at a time with their lines, be bounded, and cost no other row when they are damaged. */
#include "base/utf8.h"
#include "reader/csv.h"
#include "reader/fields.h"
#include "reader/format.h"
#include <stdlib.h>

typedef struct table {
    dem_csv csv;
    dem_arena row; /* reset for each row */
    bool started, over;
    char separator; /* 0: seen from the header */
    size_t n_columns;
    struct {
        size_t at[DEM_COLUMNS_JOINED]; /* columns, from 0 */
        unsigned n;
    } of[DEM_FIELDS];
    bool lost; /* behind a quote that was not closed: rows that do not fit are passed over */
    uint64_t lost_from, lost_to;
} table;

/* ---- header ------------------------------------------------------------------------------------------------- */

/* The first line of `head` that has something on it. */
static dem_str first_line(dem_str head, size_t *end)
{
    size_t i = 0;
    while (i < head.n && dem_byte_blank(head.p[i]) && head.p[i] != '\t') i++;
    const char *lf = i < head.n ? memchr(head.p + i, '\n', head.n - i) : NULL;
    *end = lf ? (size_t)(lf - head.p) + 1 : head.n;
    return dem_str_sub(head, i, lf ? *end - 1 : head.n);
}

/* "no column for the text; the columns are a, b" */
static dem_status no_column(const dem_source *s, const dem_row *header, const char *what, dem_str name,
                            dem_error *err)
{
    dem_buf list = {0};
    for (size_t i = 0; i < header->n && list.n < sizeof err->text; i++) {
        dem_buf_addf(&list, "%s%.*s", i ? ", " : "", DEM_STR_ARG(dem_str_trim(header->at[i])));
    }
    dem_status st =
        dem_fail(err, DEM_E_FORMAT, dem_input_name(s->in), header->line, 0,
                 "no column %s%.*s; the columns are %s", what, DEM_STR_ARG(name), list.p ? list.p : "");
    dem_buf_release(&list);
    return st;
}

static bool find_named(const dem_row *header, dem_str name, size_t *at)
{
    for (*at = 0; *at < header->n; ++*at)
        if (dem_str_eq(dem_str_trim(header->at[*at]), name)) return true;
    for (*at = 0; *at < header->n; ++*at)
        if (dem_field_same(header->at[*at], name)) return true;
    return false;
}

static void find_common(table *t, const dem_row *header)
{
    unsigned best[DEM_FIELDS], rank;
    bool said[DEM_FIELDS];
    dem_field f;
    for (unsigned i = 0; i < DEM_FIELDS; i++) said[i] = t->of[i].n > 0;
    for (size_t i = 0; i < header->n; i++) {
        if (!dem_field_find(header->at[i], &f, &rank) || said[f]) continue;
        if (t->of[f].n && best[f] <= rank) continue;
        t->of[f].n = 1;
        t->of[f].at[0] = i;
        best[f] = rank;
    }
}

/* Finds out which column is what. */
static dem_status map_columns(const dem_source *s, const dem_row *header, dem_error *err)
{
    table *t = s->state;
    dem_columns wanted;
    dem_status st = dem_columns_read(&wanted, s->columns, err);
    if (st != DEM_OK) return st;
    for (unsigned f = 0; f < DEM_FIELDS; f++)
        for (unsigned k = 0; k < wanted.of[f].n; k++)
            if (!find_named(header, wanted.of[f].name[k], &t->of[f].at[t->of[f].n++]))
                return no_column(s, header, "", wanted.of[f].name[k], err);
    find_common(t, header);
    if (!t->of[DEM_FIELD_TEXT].n)
        return no_column(s, header, "for the text (--columns text=NAME names one)", (dem_str){NULL, 0}, err);
    return DEM_OK;
}

static bool is_blank(const dem_row *row)
{
    for (size_t i = 0; i < row->n; i++)
        if (dem_str_trim(row->at[i]).n) return false;
    return true;
}

/* The next row with something in it. */
static dem_status next_row(table *t, dem_row *row, dem_error *err)
{
    dem_status st;
    do {
        dem_arena_reset(&t->row);
        st = dem_csv_row(&t->csv, &t->row, row, err);
    } while (st == DEM_OK && is_blank(row));
    return st;
}

/* As a whole: of a single field the character set is harder to tell. */
static dem_str decode(void *ctx, dem_arena *arena, dem_str bytes, uint64_t line)
{
    return dem_source_repair(ctx, arena, bytes, line);
}

/* Reads the header; whatever is wrong with it costs the file. */
static dem_status start(dem_source *s, dem_error *err)
{
    table *t = s->state;
    dem_row header;
    size_t end;
    t->started = true;
    dem_str line = first_line(dem_utf8_without_bom(dem_input_peek(s->in, DEM_PROBE_SIZE)), &end);
    char separator = dem_csv_separator(line);
    bool has_own = t->separator && line.n && memchr(line.p, t->separator, line.n);
    t->csv =
        (dem_csv){.in = s->in, .separator = has_own ? t->separator : separator, .decode = decode, .ctx = s};
    dem_status st = next_row(t, &header, err);
    if (st == DEM_OK) st = map_columns(s, &header, err);
    t->over = st != DEM_OK;
    if (st != DEM_OK) return st;
    t->n_columns = header.n;
    if (header.n == 1) t->csv.separator = DEM_CSV_ONE_COLUMN;
    return DEM_OK;
}

/* ---- rows --------------------------------------------------------------------------------------------------- */

/* The columns of one field, those with something in them, with blank lines between. */
static dem_str join(const table *t, dem_arena *arena, const dem_row *row, dem_field f)
{
    size_t n = 0, parts = 0;
    dem_str one = {NULL, 0};
    for (unsigned k = 0; k < t->of[f].n; k++) {
        dem_str part = row->at[t->of[f].at[k]];
        if (!dem_str_trim(part).n) continue;
        one = part;
        n += part.n + 2;
        parts++;
    }
    if (parts < 2) return parts ? dem_arena_str(arena, one) : (dem_str){NULL, 0};
    char *p = dem_arena_alloc(arena, n + 1);
    n = 0;
    for (unsigned k = 0; k < t->of[f].n; k++) {
        dem_str part = row->at[t->of[f].at[k]];
        if (!dem_str_trim(part).n) continue;
        if (n) memcpy(p + n, "\n\n", 2), n += 2;
        memcpy(p + n, part.p, part.n);
        n += part.n;
    }
    return (dem_str){p, n};
}

static void fill(const dem_source *s, dem_arena *arena, const dem_row *row, dem_report *report)
{
    const table *t = s->state;
    report->text = join(t, arena, row, DEM_FIELD_TEXT);
    for (unsigned f = DEM_FIELD_TEXT + 1; f < DEM_FIELDS; f++) {
        dem_str value = t->of[f].n ? dem_str_trim(row->at[t->of[f].at[0]]) : (dem_str){NULL, 0};
        if (value.n) *dem_field_of(report, f) = dem_arena_str(arena, value);
    }
}

/* As many fields as the header has; more if they are empty, which spreadsheets write. */
static bool fits(const table *t, const dem_row *row)
{
    if (row->n < t->n_columns) return false;
    dem_row more = {row->at + t->n_columns, row->n - t->n_columns, row->line};
    return is_blank(&more);
}

static void pass_over(table *t, uint64_t line)
{
    if (!t->lost_from) t->lost_from = line;
    t->lost_to = line;
}

/* Tells what was passed over, once there is a whole row again. */
static void found_again(const dem_source *s)
{
    table *t = s->state;
    t->lost = false;
    if (t->lost_from)
        dem_source_notice(
            s, t->lost_from,
            "lines up to %llu are passed over: no rows of %zu columns, behind a quotation mark that "
            "is not closed",
            (unsigned long long)t->lost_to, t->n_columns);
    t->lost_from = 0;
}

static dem_status next(dem_source *s, dem_arena *arena, dem_report *report, dem_error *err)
{
    table *t = s->state;
    dem_row row = {0};
    if (!t->started) {
        dem_status st = start(s, err);
        if (st != DEM_OK) return st;
    }
    for (;;) {
        dem_status st = t->over ? DEM_END : next_row(t, &row, err);
        bool fit = st == DEM_OK && fits(t, &row);
        if (fit || st == DEM_END) found_again(s);
        report->line = row.line;
        if (fit) break;
        if (st != DEM_OK && st != DEM_E_FORMAT) return st;
        if (t->lost) {
            pass_over(t, row.line);
            continue;
        }
        t->lost = st == DEM_E_FORMAT;
        if (t->lost) return st;
        return dem_fail(err, DEM_E_FORMAT, dem_input_name(s->in), row.line, 0,
                        "%zu columns, expected %zu as in the header", row.n, t->n_columns);
    }
    fill(s, arena, &row, report);
    return DEM_OK;
}

/* ---- the formats -------------------------------------------------------------------------------------------- */

static void open_table(dem_source *s, char separator)
{
    table *t = dem_xalloc(sizeof *t);
    dem_arena_init(&t->row, 0);
    t->separator = separator;
    s->state = t;
}
static void open_csv(dem_source *s)
{
    open_table(s, 0);
}
static void open_tsv(dem_source *s)
{
    open_table(s, '\t');
}

static void close_table(dem_source *s)
{
    table *t = s->state;
    dem_csv_release(&t->csv);
    dem_arena_release(&t->row);
    free(t);
    s->state = NULL;
}

/* A header: short names, none empty, one of them the text's and another one known, or all of them. */
static bool is_header(const dem_row *row, bool all)
{
    enum { LONGEST = 60 };
    unsigned rank, known = 0;
    bool text = false;
    dem_field f;
    for (size_t i = 0; i < row->n; i++) {
        dem_str name = dem_str_trim(row->at[i]);
        if (!name.n || name.n > LONGEST) return false;
        if (!dem_field_find(name, &f, &rank)) continue;
        known++;
        text = text || f == DEM_FIELD_TEXT;
    }
    return text && known >= (all ? row->n : 2);
}

/* A first line that is a header, and a second one, as far as it is to be seen, that has as many columns. Of standard input
 * only the first line may have come. */
static bool looks_like_table(dem_str head, char separator)
{
    dem_arena arena;
    dem_arena_init(&arena, 0);
    size_t end, end2;
    dem_row row;
    head = dem_utf8_without_bom(head);
    dem_str line = dem_arena_str(&arena, first_line(head, &end));
    bool yes = line.n && dem_csv_separator(line) == separator;
    if (yes) dem_csv_split(&arena, (char *)line.p, line.n, separator, &row); /* ours: just made */
    yes = yes && row.n >= 2 && is_header(&row, end == head.n);
    size_t columns = yes ? row.n : 0;
    dem_str rest = dem_str_sub(head, end, head.n), second = first_line(rest, &end2);
    if (yes && end2 && rest.p[end2 - 1] == '\n' && !memchr(second.p, '"', second.n)) {
        second = dem_arena_str(&arena, second);
        dem_csv_split(&arena, (char *)second.p, second.n, separator, &row);
        yes = row.n == columns;
    }
    dem_arena_release(&arena);
    return yes;
}

static bool probe_csv(dem_str head, dem_str name)
{
    return dem_source_named(name, (const char *const[]){".csv"}, 1) || looks_like_table(head, ',') ||
           looks_like_table(head, ';') || looks_like_table(head, '|');
}
static bool probe_tsv(dem_str head, dem_str name)
{
    return dem_source_named(name, (const char *const[]){".tsv", ".tab"}, 2) || looks_like_table(head, '\t');
}

const dem_format dem_format_csv = {.name = "csv",
                                   .what = "a table with a header, a report a row; separated by , ; | or tabs",
                                   .probe = probe_csv,
                                   .open = open_csv,
                                   .next = next,
                                   .close = close_table};
const dem_format dem_format_tsv = {.name = "tsv",
                                   .what = "the same, separated by tabs",
                                   .probe = probe_tsv,
                                   .open = open_tsv,
                                   .next = next,
                                   .close = close_table};
