/* page/clean.c - see clean.h. */
#include "page/clean.h"
#include "base/utf8.h"

typedef struct cleaner {
    dem_str in;
    char *out;
    size_t n;
    bool endless_drawing; /* no drawing that begins from here on has an end */
    bool root, body;      /* the page's own elements have begun */
    uint32_t attributes;  /* in all */
    const char *broken;   /* which bound */
} cleaner;

static void put(cleaner *c, size_t from, size_t to)
{
    if (to > from) memcpy(c->out + c->n, c->in.p + from, to - from);
    c->n += to - from;
}

static size_t find(dem_str in, size_t from, char wanted)
{
    const char *at = from < in.n ? memchr(in.p + from, wanted, in.n - from) : NULL;
    return at ? (size_t)(at - in.p) : in.n;
}

static bool name_byte(char c)
{
    char low = dem_byte_lower(c);
    return (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.';
}

/* End of the quoted string that begins at `i`. */
static size_t skip_quoted(dem_str in, size_t i)
{
    size_t end = find(in, i + 1, in.p[i]);
    return end < in.n ? end + 1 : in.n;
}

static size_t skip_blanks(dem_str in, size_t i)
{
    while (i < in.n && dem_byte_blank(in.p[i])) i++;
    return i;
}

/* End of the attribute that begins at `i`: a name, and perhaps '=' and a value. */
static size_t skip_attribute(dem_str in, size_t i)
{
    do i++;
    while (i < in.n && !dem_byte_blank(in.p[i]) && in.p[i] != '=' && in.p[i] != '>' && in.p[i] != '/');
    size_t sign = skip_blanks(in, i);
    if (sign >= in.n || in.p[sign] != '=') return i;
    i = skip_blanks(in, sign + 1);
    if (i < in.n && (in.p[i] == '"' || in.p[i] == '\'')) return skip_quoted(in, i);
    while (i < in.n && !dem_byte_blank(in.p[i]) && in.p[i] != '>') i++;
    return i;
}

/* What this room looks at; of what an element may say besides, most is for browsers, and takes most of the parser's time. */
static bool is_read(dem_str name, dem_str value)
{
    static const char *const READ[] = {
        "class",    "id",         "role",           "hidden",        "datetime",     "itemprop",
        "itemtype", "content",    "pubdate",        "rel",           "lang",         "type",
        "data-id",  "data-utime", "data-timestamp", "data-unixtime", "data-datetime"};
    if (dem_str_ieq(name, DEM_STR("style"))) return dem_str_find(value, DEM_STR("none")) < value.n;
    return DEM_STR_IONE_OF(name, READ);
}

/* With the byte that parts it from what is before it. Where there is none, a quotation mark does, unless it was left out. */
static void put_attribute(cleaner *c, size_t from, size_t to)
{
    bool parted = dem_byte_blank(c->in.p[from - 1]) || c->in.p[from - 1] == '/';
    if (!parted && name_byte(c->out[c->n - 1])) c->out[c->n++] = ' ';
    put(c, from - parted, to);
}

typedef struct start_tag {
    size_t end; /* behind its '>' */
    uint32_t attributes;
    bool closed; /* "/>" */
} start_tag;

/* Reads the tag whose name ends at `i`, and writes the attributes that are read (all if `whole`). */
static start_tag copy_tag(cleaner *c, size_t i, bool whole)
{
    dem_str in = c->in;
    start_tag t = {0};
    while (i < in.n && in.p[i] != '>') {
        t.closed = in.p[i] == '/';
        if (t.closed || dem_byte_blank(in.p[i])) {
            i++;
            continue;
        }
        size_t from = i, name_end = i;
        i = skip_attribute(in, i);
        while (name_end < i && name_byte(in.p[name_end])) name_end++;
        t.attributes++;
        if (whole || is_read(dem_str_sub(in, from, name_end), dem_str_sub(in, name_end, i)))
            put_attribute(c, from, i);
    }
    t.end = i < in.n ? i + 1 : in.n;
    if (t.closed) put(c, t.end - 2, t.end);
    else put(c, i, t.end);
    return t;
}

/* Start of the end tag "</name", in any case of letters, from `i` on; in.n if there is none. */
static size_t find_end_tag(dem_str in, size_t i, dem_str name)
{
    for (i = find(in, i, '<'); i < in.n; i = find(in, i + 1, '<')) {
        if (i + 2 + name.n > in.n || in.p[i + 1] != '/') continue;
        if (dem_str_ieq(dem_str_sub(in, i + 2, i + 2 + name.n), name)) return i;
    }
    return in.n;
}

static size_t comment_end(dem_str in, size_t i)
{
    for (i = find(in, i, '>'); i < in.n; i = find(in, i + 1, '>'))
        if (in.p[i - 1] == '-' && in.p[i - 2] == '-') return i + 1;
    return in.n;
}

/* The script whose start tag is `tag` holds data that describe the page. */
static bool holds_data(dem_str tag)
{
    return dem_str_find(tag, DEM_STR("json")) < tag.n || dem_str_find(tag, DEM_STR("JSON")) < tag.n;
}

/* A second root or body: the parser would add its attributes to those of the first, and compare each with all of them. */
static bool second_root(cleaner *c, dem_str name)
{
    bool *met = dem_str_ieq(name, DEM_STR("html"))   ? &c->root
                : dem_str_ieq(name, DEM_STR("body")) ? &c->body
                                                     : NULL;
    bool second = met && *met;
    if (met) *met = true;
    return second;
}

static void count_attributes(cleaner *c, uint32_t n)
{
    c->attributes += n;
    if (n > PAGE_MAX_ATTRIBUTES) c->broken = "too many attributes of one element";
    if (c->attributes > PAGE_MAX_ALL_ATTRIBUTES) c->broken = "too many attributes";
}

/* Elements of the page's head, and the root: they have a meaning by names that are many. */
static bool is_of_head(dem_str name)
{
    static const char *const NAMES[] = {"meta", "link", "base", "html", "script"};
    return DEM_STR_IONE_OF(name, NAMES);
}

/* Takes back the start tag that was written from c->out[start] on, and passes over what it begins: a style, a drawing, or a script
 * that holds no data. Returns where to go on; the end of the tag if the element stays. */
static size_t pass_over(cleaner *c, dem_str name, size_t start, const start_tag *t)
{
    bool script = dem_str_ieq(name, DEM_STR("script")), drawing = dem_str_ieq(name, DEM_STR("svg"));
    if (!script && !drawing && !dem_str_ieq(name, DEM_STR("style"))) return t->end;
    bool data = script && holds_data((dem_str){c->out + start, c->n - start});
    if (!data) c->n = start;
    if (drawing && (c->endless_drawing || t->closed)) return t->end;
    size_t close = find_end_tag(c->in, t->end, name);
    /* A drawing that never ends is one without an end tag, not all the rest of the page. */
    c->endless_drawing = drawing && close == c->in.n;
    if (c->endless_drawing) return t->end;
    size_t after = find(c->in, close, '>');
    if (after < c->in.n) after++;
    if (data) put(c, t->end, after);
    return after;
}

/* Handles the start tag at `i` (its '<'); returns where to go on. */
static size_t clean_tag(cleaner *c, size_t i)
{
    size_t name_end = i + 1, start = c->n;
    while (name_end < c->in.n && name_byte(c->in.p[name_end])) name_end++;
    dem_str name = dem_str_sub(c->in, i + 1, name_end);
    put(c, i, name_end);
    start_tag t = copy_tag(c, name_end, is_of_head(name));
    count_attributes(c, t.attributes);
    if (!second_root(c, name)) return pass_over(c, name, start, &t);
    c->n = start;
    return t.end;
}

static void clean(cleaner *c)
{
    dem_str in = c->in;
    for (size_t i = 0; i < in.n && !c->broken;) {
        size_t tag = find(in, i, '<');
        put(c, i, tag);
        if (tag + 1 >= in.n) {
            put(c, tag, in.n);
            break;
        }
        char next = dem_byte_lower(in.p[tag + 1]);
        if (next == '!' && in.n - tag >= 4 && in.p[tag + 2] == '-' && in.p[tag + 3] == '-') {
            i = comment_end(in, tag + 4);
        } else if (next >= 'a' && next <= 'z') {
            i = clean_tag(c, tag);
        } else {
            put(c, tag, tag + 1);
            i = tag + 1;
        }
    }
}

static void count_references(cleaner *c)
{
    uint32_t n = 0;
    dem_str out = {c->out, c->n};
    for (size_t i = find(out, 0, '&'); i + 1 < out.n; i = find(out, i + 1, '&')) n += name_byte(out.p[i + 1]);
    if (n > PAGE_MAX_REFERENCES) c->broken = "too many references to characters";
}

const char *page_clean(dem_arena *arena, dem_str html, dem_str *out)
{
    html = dem_utf8_repair(arena, html, NULL);
    cleaner c = {.in = html, .out = dem_arena_alloc(arena, html.n + 1)};
    clean(&c);
    count_references(&c);
    for (size_t i = 0; i < c.n; i++)
        if (!c.out[i]) c.out[i] = ' ';
    *out = (dem_str){c.out, c.n};
    return c.broken;
}
