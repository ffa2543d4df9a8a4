/* reader/csv.c - see csv.h. */
#include "reader/csv.h"
#include "base/utf8.h"
#include "base/vec.h"

/* Many write tables with tabs, or with one column only, without any quoting. */
static bool unquoted(char separator)
{
    return separator == '\t' || separator == DEM_CSV_ONE_COLUMN;
}

/* ---- quotation marks ---------------------------------------------------------------------------------------- */

/* At `at` a field ends: a separator, or the end of the line, perhaps behind blanks. */
static bool field_ends(dem_str s, size_t at, char separator)
{
    while (at < s.n && s.p[at] == ' ') at++;
    if (at < s.n && s.p[at] == '\r') at++;
    return at == s.n || s.p[at] == separator || s.p[at] == '\n';
}

typedef enum quote { CLOSED, OPEN, ASTRAY } quote;

/* Goes on from *at in a quoted field up to the mark that closes it. A mark that neither closes nor is doubled is taken as
 * it stands, except where it shows that there is no quoted field at all (ASTRAY):
 * - the field goes on from an earlier line, and the mark looks like that of a field's beginning: the field before it was
 *   not closed;
 * - in a table that may have no quoting at all, on the field's first line, which ends at `first`. */
static quote find_close(dem_str s, size_t *at, char separator, bool carried, size_t first)
{
    for (;;) {
        const char *hit = *at < s.n ? memchr(s.p + *at, '"', s.n - *at) : NULL;
        if (!hit) return OPEN;
        size_t q = (size_t)(hit - s.p);
        *at = q + 1;
        if (*at < s.n && s.p[*at] == '"') {
            ++*at;
            continue;
        }
        if (field_ends(s, *at, separator)) return CLOSED;
        if (carried ? q == 0 || s.p[q - 1] == separator : unquoted(separator) && q < first) return ASTRAY;
    }
}

/* True if the field at *at is quoted; *at then stands behind the mark. Blanks before it are allowed where they cannot be
 * the field's own. */
static bool opens(dem_str s, size_t *at, char separator)
{
    size_t i = *at;
    while (!unquoted(separator) && i < s.n && s.p[i] == ' ') i++;
    if (i == s.n || s.p[i] != '"') return false;
    *at = i + 1;
    return true;
}

/* Behind the next separator from `at`, or s.n + 1 if there is none. */
static size_t behind_separator(dem_str s, size_t at, char separator)
{
    const char *hit = at < s.n ? memchr(s.p + at, separator, s.n - at) : NULL;
    return hit ? (size_t)(hit - s.p) + 1 : s.n + 1;
}

/* Goes through one line of a row. `carried`: a quoted field goes on from the line before. */
static quote scan_line(dem_str s, char separator, bool carried)
{
    for (size_t at = 0; at <= s.n;) {
        size_t from = at;
        if (carried || opens(s, &at, separator)) {
            quote q = find_close(s, &at, separator, carried, s.n);
            if (q == OPEN || (q == ASTRAY && carried)) return q;
            if (q == ASTRAY) at = from;
            carried = false;
        }
        at = behind_separator(s, at, separator);
    }
    return CLOSED;
}

/* ---- fields ------------------------------------------------------------------------------------------------- */

/* Doubled marks become one, in place. */
static dem_str undouble(char *p, size_t n)
{
    size_t to = 0;
    if (!n || !memchr(p, '"', n)) return (dem_str){p, n};
    for (size_t i = 0; i < n; i++) {
        p[to++] = p[i];
        if (p[i] == '"' && i + 1 < n && p[i + 1] == '"') i++;
    }
    return (dem_str){p, to};
}

/* The field that begins at *at; moves behind its separator, beyond n for the last one. */
static dem_str next_field(char *p, size_t n, size_t *at, char separator)
{
    dem_str s = {p, n};
    size_t from = *at;
    if (opens(s, at, separator)) {
        size_t inside = *at;
        const char *lf = inside < n ? memchr(p + inside, '\n', n - inside) : NULL;
        if (find_close(s, at, separator, false, lf ? (size_t)(lf - p) : n) == CLOSED) {
            dem_str field = undouble(p + inside, *at - 1 - inside);
            *at = behind_separator(s, *at, separator);
            return field;
        }
    }
    *at = behind_separator(s, from, separator);
    return dem_str_sub(s, from, *at - 1);
}

void dem_csv_split(dem_arena *arena, char *bytes, size_t n, char separator, dem_row *row)
{
    DEM_VEC(dem_str) fields = {0};
    if (n && bytes[n - 1] == '\r') n--;
    for (size_t at = 0; at <= n && fields.n <= DEM_CSV_MAX_FIELDS;)
        dem_vec_push(arena, &fields, next_field(bytes, n, &at, separator));
    row->at = fields.at;
    row->n = fields.n;
}

char dem_csv_separator(dem_str line)
{
    static const char KINDS[] = {',', ';', '\t', '|'};
    size_t count[sizeof KINDS] = {0}, best = 0;
    bool quoted = false;
    for (size_t i = 0; i < line.n; i++) {
        if (line.p[i] == '"') quoted = !quoted;
        for (size_t k = 0; k < sizeof KINDS && !quoted; k++) count[k] += line.p[i] == KINDS[k];
    }
    for (size_t k = 1; k < sizeof KINDS; k++)
        if (count[k] > count[best]) best = k;
    return KINDS[best];
}

/* ---- rows --------------------------------------------------------------------------------------------------- */

void dem_csv_release(dem_csv *c)
{
    dem_buf_release(&c->raw);
}

/* Forgets what has been given out, once it is worth moving the rest. */
static void drop_used(dem_csv *c)
{
    if (c->used < c->raw.n && (c->used < (1 << 20) || c->used < c->raw.n / 2)) return;
    size_t left = c->raw.n - c->used;
    if (left) memmove(c->raw.p, c->raw.p + c->used, left);
    c->raw.n = left;
    c->used = 0;
}

/* Reads one more line into `raw`. What cannot be read costs all lines that are held: they are the row it belongs to. */
static dem_status fetch(dem_csv *c, dem_error *err)
{
    dem_line line;
    dem_status st = dem_input_line(c->in, &line, err);
    if (st != DEM_OK && st != DEM_END) c->used = c->raw.n;
    drop_used(c);
    if (st == DEM_E_LIMIT && c->raw.n == 0) c->line = line.number;
    if (st != DEM_OK) return st;
    if (c->used == c->raw.n) c->line = line.number;
    if (line.number == 1) line.text = dem_utf8_without_bom(line.text);
    dem_buf_add(&c->raw, line.text);
    dem_buf_addc(&c->raw, '\n');
    return DEM_OK;
}

/* The line `past` bytes behind what was given out, without its LF. */
static dem_status line_at(dem_csv *c, size_t past, dem_str *line, dem_error *err)
{
    dem_status st = c->used + past < c->raw.n ? DEM_OK : fetch(c, err);
    if (st != DEM_OK) return st;
    const char *p = c->raw.p + c->used + past;
    const char *lf = memchr(p, '\n', c->raw.n - c->used - past); /* each line has one */
    *line = (dem_str){p, (size_t)(lf - p)};
    return DEM_OK;
}

/* Gives out `lines` lines of `n` bytes, LFs included, as a row. */
static dem_status give(dem_csv *c, dem_arena *arena, size_t n, uint64_t lines, dem_row *row, dem_error *err)
{
    dem_str bytes = dem_arena_str(arena, (dem_str){c->raw.p + c->used, n - 1});
    if (c->decode) bytes = c->decode(c->ctx, arena, bytes, row->line);
    dem_csv_split(arena, (char *)bytes.p, bytes.n, c->separator, row); /* ours: just made */
    c->used += n;
    c->line += lines;
    if (row->n <= DEM_CSV_MAX_FIELDS) return DEM_OK;
    return dem_fail(err, DEM_E_LIMIT, dem_input_name(c->in), row->line, 0, "more than %d columns",
                    DEM_CSV_MAX_FIELDS);
}

/* A quote is never closed, as was found up to the line `seen`: gives up its first line, so that the next row begins on the
 * next one. In a table that may have no quoting the mark is taken as it stands. */
static dem_status unclosed(dem_csv *c, dem_arena *arena, uint64_t seen, dem_row *row, dem_error *err)
{
    const char *p = c->raw.p + c->used;
    size_t n = (size_t)((const char *)memchr(p, '\n', c->raw.n - c->used) - p) + 1;
    if (seen > c->unclosed) c->unclosed = seen;
    if (unquoted(c->separator)) return give(c, arena, n, 1, row, err);
    c->used += n;
    c->line++;
    return dem_fail(err, DEM_E_FORMAT, dem_input_name(c->in), row->line, 0,
                    "a quotation mark is opened and not closed");
}

dem_status dem_csv_row(dem_csv *c, dem_arena *arena, dem_row *row, dem_error *err)
{
    size_t n = 0;
    quote q = CLOSED;
    *row = (dem_row){.line = c->line};
    for (uint64_t lines = 0;; lines++) {
        dem_str line;
        dem_status st = line_at(c, n, &line, err);
        if (n == 0) row->line = c->line;
        if (st == DEM_END && n) return unclosed(c, arena, c->line + lines, row, err);
        if (st != DEM_OK) return st;
        q = scan_line(line, c->separator, q == OPEN);
        if (q == ASTRAY) return unclosed(c, arena, c->line + lines, row, err);
        n += line.n + 1;
        if (q == CLOSED) return give(c, arena, n, lines + 1, row, err);
        /* What is in quotes here has the same future as a row before that was. */
        if (c->line + lines < c->unclosed || n > DEM_CSV_MAX_ROW)
            return unclosed(c, arena, c->line + lines + 1, row, err);
    }
}
