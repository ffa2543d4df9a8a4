/* page/meta_found.c - see meta_found.h. */
#include "page/meta_found.h"
#include "base/utf8.h"
#include "page/meta_dom.h"

static const struct {
    const char *name, *text;
} ENTITIES[] = {
    {"amp", "&"},
    {"quot", "\""},
    {"apos", "'"},
    {"lt", "<"},
    {"gt", ">"},
    {"nbsp", " "},
    {"rsquo", "\xe2\x80\x99"},
    {"lsquo", "\xe2\x80\x98"},
    {"rdquo", "\xe2\x80\x9d"},
    {"ldquo", "\xe2\x80\x9c"},
    {"ndash", "\xe2\x80\x93"},
    {"mdash", "\xe2\x80\x94"},
};

/* "#39" or "#x27" as a character; false if it is none. */
static bool numbered(dem_str name, dem_buf *out)
{
    bool hex = name.n > 1 && (name.p[1] | 32) == 'x';
    uint32_t c = 0;
    char bytes[4];
    if (name.n < 2 + (size_t)hex || name.n > 8 || name.p[0] != '#') return false;
    for (size_t i = 1 + (size_t)hex; i < name.n; i++) {
        char d = dem_byte_lower(name.p[i]);
        uint32_t v = d >= '0' && d <= '9'   ? (uint32_t)(d - '0')
                     : d >= 'a' && d <= 'f' ? (uint32_t)(d - 'a') + 10
                                            : 99;
        if (v >= (hex ? 16u : 10u)) return false;
        c = c * (hex ? 16 : 10) + v;
    }
    if (c < ' ') c = ' ';
    dem_buf_add(out, (dem_str){bytes, dem_utf8_put(bytes, c)});
    return true;
}

/* The reference that begins at s.p[at] ('&') into `out`; the bytes it takes, 0 if it is none. */
static size_t reference(dem_str s, size_t at, dem_buf *out)
{
    dem_str rest = dem_str_sub(s, at + 1, at + 11), name = rest;
    if (!dem_str_next(&rest, ';', &name) || !rest.p) return 0;
    if (numbered(name, out)) return name.n + 2;
    for (size_t i = 0; i < sizeof ENTITIES / sizeof *ENTITIES; i++) {
        if (!dem_str_is(name, ENTITIES[i].name)) continue;
        dem_buf_addz(out, ENTITIES[i].text);
        return name.n + 2;
    }
    return 0;
}

dem_str dem_meta_plain(dem_arena *arena, dem_str text, size_t most)
{
    dem_buf raw = {0}, out = {0};
    for (size_t at = 0; at < text.n && raw.n < most;) {
        size_t taken = text.p[at] == '&' ? reference(text, at, &raw) : 0;
        if (!taken) dem_buf_addc(&raw, text.p[at++]);
        at += taken;
    }
    dem_meta_collapse(&out, dem_buf_str(&raw), most);
    dem_str got = dem_arena_str(arena, dem_str_trim(dem_buf_str(&out)));
    dem_buf_release(&raw);
    dem_buf_release(&out);
    return got;
}

void dem_meta_say(dem_meta_found *f, dem_meta_values *of, int weight, dem_str text)
{
    if (of->n >= DEM_META_VALUES) return;
    text = dem_meta_plain(f->arena, dem_str_trim(text), DEM_META_LONG);
    if (text.n) dem_vec_push(f->arena, of, ((dem_meta_value){text, weight}));
}

void dem_meta_date_add(dem_meta_found *f, dem_meta_witness witness, const dem_meta_when *when)
{
    enum { FIRST_YEAR = 1990 }; /* no page is older, and the zeros of databases are 1970 */
    if (f->dated.n >= DEM_META_DATES || when->day < dem_date_from(FIRST_YEAR, 1, 1)) return;
    dem_vec_push(f->arena, &f->dated, ((dem_meta_dated){witness, *when}));
}

void dem_meta_date(dem_meta_found *f, dem_meta_witness witness, dem_str value)
{
    dem_meta_when when;
    if (dem_meta_when_value(value, &when)) dem_meta_date_add(f, witness, &when);
}
