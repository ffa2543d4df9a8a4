/* warc/warc.c - see warc.h.
 *
 * A record is looked at whole before it is taken, so that after a lie about its length everything is still there to look
 * for the next record in. */
#include "warc/warc.h"
#include "warc/body.h"
#include "warc/fields.h"
#include <stdlib.h>

enum {
    WINDOW = 65536, /* looked at when searching */
    LOOK = 4096,    /* of a header, to see whether it is one */
    LOOSE = 4096,   /* blank bytes that may stand between records */
    VERSION = 8     /* bytes of "WARC/1.0" */
};

struct dem_warc {
    dem_input *in; /* borrowed */
    size_t max_body;
    uint64_t number; /* of the record in hand */
    uint64_t count[DEM_WARC_TYPES];
    bool lost;     /* the next record must be searched for */
    bool mid_line; /* the next byte does not begin a line */
};

/* The record in hand, as it stands in the input. */
typedef struct raw {
    dem_fields fields;
    dem_warc_type type;
    uint64_t offset;
    size_t head;   /* bytes of its header */
    dem_str block; /* behind the header, Content-Length long; valid until the input is read on */
} raw;

void dem_warc_open(dem_warc **out, dem_input *in, size_t max_body)
{
    dem_warc *w = dem_xalloc(sizeof *w);
    *w = (dem_warc){.in = in, .max_body = max_body};
    *out = w;
}

void dem_warc_close(dem_warc *w)
{
    free(w);
}

uint64_t dem_warc_count(const dem_warc *w, dem_warc_type type)
{
    return w->count[type];
}

/* ---- finding the next record ------------------------------------------------------------------------------------ */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* "WARC/1.0", and a line end as far as `s` shows what follows. */
static bool is_version(dem_str s)
{
    if (s.n < VERSION || memcmp(s.p, "WARC/", 5) != 0) return false;
    return is_digit(s.p[5]) && s.p[6] == '.' && is_digit(s.p[7]) &&
           (s.n == VERSION || dem_byte_blank(s.p[8]) || is_digit(s.p[8]));
}

bool dem_warc_probe(dem_str head)
{
    while (head.n && dem_byte_blank(head.p[0])) head.p++, head.n--;
    return is_version(head);
}

/* A version line and header lines with a record's type: pages about web archives have the one, not the other. The first
 * line that cannot be of a header ends it, so that many version lines together are not each read far. */
static bool is_header(dem_str s)
{
    dem_str line;
    if (!is_version(s)) return false;
    s = dem_str_sub(s, 0, LOOK);
    dem_str_next(&s, '\n', &line);
    while (dem_str_next(&s, '\n', &line)) {
        bool folded = line.n && (line.p[0] == ' ' || line.p[0] == '\t');
        if (dem_str_ieq(dem_str_sub(line, 0, 10), DEM_STR("WARC-Type:"))) return true;
        if (is_version(line) || (!folded && !memchr(line.n ? line.p : "", ':', line.n))) return false;
    }
    return false;
}

/* Offset in `s` of the first line that begins as a record does; s.n if there is none. `starts`: s begins a line. *last is
 * set to the start of the last line, which may go on; SIZE_MAX if no line begins in `s`. */
static size_t find_version(dem_str s, bool starts, size_t *last)
{
    *last = SIZE_MAX;
    for (size_t at = 0;; starts = true) {
        if (starts) *last = at;
        if (starts && at < s.n && s.p[at] == 'W' && is_version(dem_str_sub(s, at, s.n))) return at;
        const char *lf = at < s.n ? memchr(s.p + at, '\n', s.n - at) : NULL;
        if (!lf) return s.n;
        at = (size_t)(lf - s.p) + 1;
    }
}

/* Passes over `s`, in which no record begins, but for the start of its last line if that may become a version line. */
static void pass(dem_warc *w, dem_str s, size_t last)
{
    bool keep = s.n == WINDOW && last < s.n && s.n - last < VERSION;
    if (last != SIZE_MAX) w->mid_line = !keep && last < s.n;
    dem_input_skip(w->in, keep ? last : s.n, NULL);
}

/* Moves to the next record. DEM_END, or what reading failed with, if there is none. */
static dem_status search(dem_warc *w, dem_error *err)
{
    for (;;) {
        dem_str s = dem_input_ahead(w->in, WINDOW);
        if (!s.n) return dem_input_skip(w->in, 1, err);
        size_t last, at = find_version(s, !w->mid_line, &last);
        if (at == s.n) {
            pass(w, s, last);
            continue;
        }
        dem_input_skip(w->in, at, NULL);
        w->mid_line = false;
        if (is_header(dem_input_ahead(w->in, LOOK))) return DEM_OK;
        dem_input_skip(w->in, 1, NULL);
        w->mid_line = true;
    }
}

/* Moves over blank bytes to the next record. */
static dem_status find_record(dem_warc *w, dem_error *err)
{
    if (w->lost) {
        dem_status st = search(w, err);
        w->lost = st != DEM_OK;
        return st;
    }
    for (;;) {
        dem_str s = dem_input_ahead(w->in, VERSION);
        size_t n = 0;
        while (n < s.n && dem_byte_blank(s.p[n])) n++;
        if (!s.n) return dem_input_skip(w->in, 1, err);
        if (n == 0) break;
        dem_input_skip(w->in, n, NULL);
    }
    return DEM_OK;
}

/* ---- reading it ----------------------------------------------------------------------------------------------------- */

static dem_status tell(const dem_warc *w, const raw *r, dem_status code, const char *why, dem_error *err)
{
    return dem_fail(err, code, dem_input_name(w->in), 0, r->offset, "record %llu at byte %llu: %s",
                    (unsigned long long)w->number, (unsigned long long)r->offset, why);
}

/* Gives up the record in hand, whose end is not known: the search for the next begins `from` bytes behind its start. */
static dem_status refuse(dem_warc *w, const raw *r, size_t from, dem_status code, const char *why,
                         dem_error *err)
{
    dem_str passed = dem_input_ahead(w->in, from);
    w->lost = true;
    w->mid_line = passed.n && passed.p[passed.n - 1] != '\n';
    dem_input_skip(w->in, from, NULL);
    return tell(w, r, code, why, err);
}

/* The header, of any length up to the bound. False if it does not end before that or before another record begins: *head
 * is then what goes before that. */
static bool look_at_head(dem_warc *w, dem_str *head)
{
    size_t n = LOOK, end, last;
    dem_str s;
    do {
        s = dem_input_ahead(w->in, n);
        end = dem_fields_end(s);
    } while (!end && s.n == n && (n *= 2) <= DEM_WARC_MAX_HEAD);
    *head = dem_str_sub(s, 0, end ? end : s.n);
    dem_str behind = dem_str_sub(*head, VERSION, head->n);
    size_t inner = find_version(behind, false, &last);
    if (inner == behind.n) return end > 0;
    head->n = VERSION + inner;
    return false;
}

static dem_warc_type type_of(dem_str s)
{
    static const char *const NAME[] = {"response", "resource", "conversion", "request",
                                       "metadata", "warcinfo", "revisit"};
    for (int i = 0; i < DEM_WARC_OTHER; i++)
        if (dem_str_ieq(s, dem_str_from(NAME[i]))) return (dem_warc_type)i;
    return DEM_WARC_OTHER;
}

/* A whole number of any size; what does not fit becomes SIZE_MAX. */
static bool read_length(dem_str s, size_t *out)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (!is_digit(s.p[i])) return false;
        n = n > SIZE_MAX / 10 - 1 ? SIZE_MAX : n * 10 + (size_t)(s.p[i] - '0');
    }
    *out = n;
    return s.n > 0;
}

/* A version line that the end of the input cuts off. */
static bool is_cut_version(dem_str s)
{
    return s.n < VERSION && dem_str_starts(DEM_STR("WARC/"), dem_str_sub(s, 0, 5));
}

/* True if behind `at` bytes the input ends or, after blank bytes, a record begins. */
static bool is_followed(dem_warc *w, size_t at)
{
    size_t wanted = VERSION;
    for (;;) {
        dem_str s = dem_input_ahead(w->in, at + wanted), rest = dem_str_sub(s, at, s.n);
        size_t blanks = 0;
        while (blanks < rest.n && dem_byte_blank(rest.p[blanks])) blanks++;
        dem_str next = dem_str_sub(rest, blanks, rest.n);
        if (s.n < at + wanted && is_cut_version(next)) return s.n >= at;
        if (is_version(next)) return true;
        if (rest.n - blanks >= VERSION || wanted >= LOOSE || s.n < at + wanted) return false;
        wanted = blanks == rest.n ? wanted * 2 : blanks + VERSION;
    }
}

static bool is_wanted(dem_warc_type t)
{
    return t == DEM_WARC_RESPONSE || t == DEM_WARC_RESOURCE || t == DEM_WARC_CONVERSION;
}

/* Fills *r with the record that begins here, and takes nothing. DEM_END: passed over, since it is too long to look
 * at and nobody wants it. */
static dem_status read_raw(dem_warc *w, dem_arena *arena, raw *r, dem_error *err)
{
    *r = (raw){.offset = dem_input_offset(w->in)};
    w->number++;
    if (!is_version(dem_input_ahead(w->in, VERSION)))
        return refuse(w, r, 0, DEM_E_FORMAT, "expected a line WARC/1.0 or the like", err);
    dem_str head;
    if (!look_at_head(w, &head)) return refuse(w, r, head.n, DEM_E_FORMAT, "its header does not end", err);
    r->head = head.n;
    r->fields = dem_fields_parse(arena, head);
    r->type = type_of(dem_fields_get(&r->fields, "WARC-Type"));
    size_t n;
    if (!read_length(dem_fields_get(&r->fields, "Content-Length"), &n))
        return refuse(w, r, r->head, DEM_E_FORMAT, "Content-Length is missing or no number", err);
    if (n > w->max_body && !is_wanted(r->type)) {
        refuse(w, r, r->head, DEM_E_LIMIT, "", NULL);
        return DEM_END;
    }
    if (n > w->max_body) return refuse(w, r, r->head, DEM_E_LIMIT, "longer than is accepted", err);
    if (!is_followed(w, r->head + n))
        return refuse(w, r, r->head, DEM_E_FORMAT, "no record follows where its Content-Length says", err);
    r->block = dem_str_sub(dem_input_ahead(w->in, r->head + n), r->head, r->head + n);
    return DEM_OK;
}

/* ---- making it a record ------------------------------------------------------------------------------------------------ */

static dem_str unbracket(dem_str s)
{
    bool both = s.n >= 2 && s.p[0] == '<' && s.p[s.n - 1] == '>';
    return both ? dem_str_sub(s, 1, s.n - 1) : s;
}

/* "HTTP/1.1 200 OK" -> 200; 0 if there is no such number. */
static int status_of(dem_str head)
{
    const char *blank = head.n ? memchr(head.p, ' ', head.n) : NULL;
    size_t at = blank ? (size_t)(blank - head.p) : head.n;
    while (at < head.n && head.p[at] == ' ') at++;
    bool number =
        at + 3 <= head.n && is_digit(head.p[at]) && is_digit(head.p[at + 1]) && is_digit(head.p[at + 2]);
    return number ? (head.p[at] - '0') * 100 + (head.p[at + 1] - '0') * 10 + (head.p[at + 2] - '0') : 0;
}

/* What the server said, and the body behind it. */
static dem_status read_answer(dem_warc *w, dem_arena *arena, const raw *r, dem_warc_record *out,
                              const char **why)
{
    dem_str start = dem_str_sub(r->block, 0, DEM_WARC_MAX_HEAD);
    size_t n = dem_fields_end(start);
    *why = "the HTTP header does not end";
    if (!n && start.n < r->block.n) return DEM_E_FORMAT;
    if (!n) n = start.n; /* nothing but a header: an answer without a body */
    dem_str head = dem_str_sub(r->block, 0, n);
    dem_fields f = dem_fields_parse(arena, head);
    dem_body body = {dem_str_sub(r->block, n, r->block.n), out->cut};
    dem_status st = dem_body_decode(arena, &body, dem_fields_get(&f, "Transfer-Encoding"),
                                    dem_fields_get(&f, "Content-Encoding"), w->max_body, why);
    out->status = status_of(head);
    out->media = dem_fields_get(&f, "Content-Type");
    out->language = dem_fields_get(&f, "Content-Language");
    out->modified = dem_fields_get(&f, "Last-Modified");
    out->sent = dem_fields_get(&f, "Date");
    out->body = body.bytes;
    out->cut = body.cut;
    return st;
}

static dem_status make_record(dem_warc *w, dem_arena *arena, const raw *r, dem_warc_record *out,
                              const char **why)
{
    const dem_fields *f = &r->fields;
    *out = (dem_warc_record){.type = r->type, .number = w->number, .offset = r->offset, .body = r->block};
    out->uri = unbracket(dem_fields_get(f, "WARC-Target-URI"));
    out->id = unbracket(dem_fields_get(f, "WARC-Record-ID"));
    out->date = dem_fields_get(f, "WARC-Date");
    out->media = dem_fields_get(f, "Content-Type");
    out->language = dem_fields_get(f, "WARC-Identified-Content-Language");
    out->told = dem_warc_told_of(f);
    out->cut = dem_fields_get(f, "WARC-Truncated").n || dem_fields_get(f, "WARC-Segment-Number").n;
    dem_status st = r->type == DEM_WARC_RESPONSE ? read_answer(w, arena, r, out, why) : DEM_OK;
    out->charset = dem_field_parameter(out->media, "charset");
    /* What was not decoded still stands in the input. */
    bool borrowed = out->body.n && out->body.p >= r->block.p && out->body.p < r->block.p + r->block.n;
    if (st == DEM_OK && borrowed) out->body = dem_arena_str(arena, out->body);
    return st;
}

/* Answers of name servers and the like are kept as responses too. */
static bool is_answer(const raw *r)
{
    return r->type != DEM_WARC_RESPONSE || dem_str_starts(r->block, DEM_STR("HTTP/"));
}

dem_status dem_warc_next(dem_warc *w, dem_arena *arena, dem_warc_record *record, dem_error *err)
{
    for (;;) {
        raw r;
        const char *why = "";
        dem_status st = find_record(w, err);
        if (st != DEM_OK) return st;
        st = read_raw(w, arena, &r, err);
        if (st != DEM_OK && st != DEM_END) return st;
        bool wanted = st == DEM_OK && is_wanted(r.type) && is_answer(&r);
        if (wanted) st = make_record(w, arena, &r, record, &why);
        if (!w->lost) dem_input_skip(w->in, r.head + r.block.n, NULL);
        if (wanted && st != DEM_OK) return tell(w, &r, st, why, err);
        w->count[wanted || !is_wanted(r.type) ? r.type : DEM_WARC_OTHER]++;
        if (wanted) return DEM_OK;
    }
}
