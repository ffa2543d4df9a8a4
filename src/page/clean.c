/* page/clean.c - see clean.h. */
#include "page/clean.h"
#include "base/utf8.h"

typedef struct cleaner {
    dem_str in;
    char *out;
    size_t n;
    bool endless_drawing; /* no drawing that begins from here on has an end */
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

/* Behind the '>' that ends the tag whose name ends at `i`. */
static size_t tag_end(dem_str in, size_t i, uint32_t *attributes)
{
    *attributes = 0;
    while (i < in.n && in.p[i] != '>') {
        if (dem_byte_blank(in.p[i]) || in.p[i] == '/') {
            i++;
            continue;
        }
        ++*attributes;
        i = skip_attribute(in, i);
    }
    return i < in.n ? i + 1 : in.n;
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

/* Handles the start tag at `i` (its '<'); returns where to go on, or 0 if the tag is refused. */
static size_t clean_tag(cleaner *c, size_t i, uint32_t max_attributes)
{
    dem_str in = c->in;
    size_t name_end = i + 1;
    while (name_end < in.n && name_byte(in.p[name_end])) name_end++;
    dem_str name = dem_str_sub(in, i + 1, name_end);
    uint32_t attributes;
    size_t end = tag_end(in, name_end, &attributes);
    if (attributes > max_attributes) return 0;
    bool script = dem_str_ieq(name, DEM_STR("script")), drawing = dem_str_ieq(name, DEM_STR("svg"));
    if (drawing && (c->endless_drawing || in.p[end - 2] == '/')) return end;
    if (!script && !drawing && !dem_str_ieq(name, DEM_STR("style"))) {
        put(c, i, end);
        return end;
    }
    size_t close = find_end_tag(in, end, name);
    /* A drawing that never ends is one without an end tag, not all the rest of the page. */
    c->endless_drawing = drawing && close == in.n;
    if (c->endless_drawing) return end;
    size_t after = find(in, close, '>');
    if (after < in.n) after++;
    if (script && holds_data(dem_str_sub(in, i, end))) put(c, i, after);
    return after;
}

static bool clean(cleaner *c, uint32_t max_attributes)
{
    dem_str in = c->in;
    for (size_t i = 0; i < in.n;) {
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
            i = clean_tag(c, tag, max_attributes);
            if (!i) return false;
        } else {
            put(c, tag, tag + 1);
            i = tag + 1;
        }
    }
    return true;
}

bool page_clean(dem_arena *arena, dem_str html, uint32_t max_attributes, dem_str *out)
{
    html = dem_utf8_repair(arena, html, NULL);
    cleaner c = {.in = html, .out = dem_arena_alloc(arena, html.n + 1)};
    if (!clean(&c, max_attributes)) return false;
    for (char *nul = c.n ? memchr(c.out, 0, c.n) : NULL; nul; nul = memchr(nul, 0, c.n - (size_t)(nul - c.out)))
        *nul = ' ';
    *out = (dem_str){c.out, c.n};
    return true;
}
