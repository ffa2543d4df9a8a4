/* reader/fields.c - see fields.h. */
#include "reader/fields.h"

enum { ALIASES = 10 };

/* The field's own name, then what else it is called, the likeliest first: of two columns that would do the earlier in this
 * list is taken. All without blanks, '_' and '-'. */
static const char *const NAMES[DEM_FIELDS][ALIASES] = {
    [DEM_FIELD_TEXT] = {"text", "fulltext", "body", "content", "article", "articletext", "articlebody",
                        "bodytext"},
    [DEM_FIELD_ID] = {"id", "guid", "articleid", "docid", "documentid", "uuid"},
    [DEM_FIELD_URL] = {"url", "link", "weburl", "articleurl"},
    [DEM_FIELD_TITLE] = {"title", "headline", "heading", "articletitle"},
    [DEM_FIELD_PUBLISHER] = {"publisher", "source", "newspaper", "outlet", "publication", "sourcename"},
    [DEM_FIELD_PUBLISHED] = {"published", "date", "pubdate", "publicationdate", "publishedat", "publisheddate",
                             "datepublished", "publishdate", "publishedon"},
    [DEM_FIELD_LANGUAGE] = {"language", "lang"},
    [DEM_FIELD_AUTHOR] = {"author", "byline", "authors"},
};

const char *dem_field_name(dem_field f)
{
    return NAMES[f][0];
}

dem_str *dem_field_of(dem_report *r, dem_field f)
{
    switch (f) {
    case DEM_FIELD_TEXT: return &r->text;
    case DEM_FIELD_ID: return &r->id;
    case DEM_FIELD_URL: return &r->url;
    case DEM_FIELD_TITLE: return &r->title;
    case DEM_FIELD_PUBLISHER: return &r->publisher;
    case DEM_FIELD_PUBLISHED: return &r->published;
    case DEM_FIELD_LANGUAGE: return &r->language;
    default: return &r->author;
    }
}

/* The next byte of `s` that counts in a name, as a small letter; 0 at the end. */
static char next_byte(dem_str s, size_t *at)
{
    while (*at < s.n && (dem_byte_blank(s.p[*at]) || s.p[*at] == '_' || s.p[*at] == '-')) ++*at;
    return *at < s.n ? dem_byte_lower(s.p[(*at)++]) : 0;
}

bool dem_field_same(dem_str a, dem_str b)
{
    size_t i = 0, k = 0;
    for (;;) {
        char x = next_byte(a, &i), y = next_byte(b, &k);
        if (x != y) return false;
        if (!x) return i == a.n && k == b.n; /* a NUL in a name is not its end */
    }
}

bool dem_field_find(dem_str name, dem_field *f, unsigned *rank)
{
    for (unsigned i = 0; i < DEM_FIELDS; i++)
        for (unsigned k = 0; k < ALIASES && NAMES[i][k]; k++)
            if (dem_field_same(name, dem_str_from(NAMES[i][k]))) {
                *f = (dem_field)i;
                *rank = k;
                return true;
            }
    return false;
}

static dem_status bad(dem_error *err, const char *what, dem_str part)
{
    return dem_fail(err, DEM_E_USAGE, (dem_str){NULL, 0}, 0, 0,
                    "columns: %s in \"%.60s\", expected FIELD=COLUMN with one of text, id, url, title, "
                    "publisher, published, language, author",
                    what, part.n ? part.p : "");
}

static bool own_name(dem_str name, unsigned *f)
{
    for (*f = 0; *f < DEM_FIELDS; ++*f)
        if (dem_str_ieq(name, dem_str_from(NAMES[*f][0]))) return true;
    return false;
}

/* "text=Lead+Body" */
static dem_status read_one(dem_columns *c, dem_str part, dem_error *err)
{
    unsigned f;
    size_t eq = dem_str_find(part, DEM_STR("="));
    dem_str names = dem_str_sub(part, eq + 1, part.n), name;
    if (!own_name(dem_str_trim(dem_str_sub(part, 0, eq)), &f)) return bad(err, "no such field", part);
    if (c->of[f].n) return bad(err, "a field again", part);
    if (!names.n) return bad(err, "no column", part);
    while (dem_str_next(&names, '+', &name)) {
        name = dem_str_trim(name);
        if (!name.n) return bad(err, "a column without a name", part);
        if (c->of[f].n == (f == DEM_FIELD_TEXT ? DEM_COLUMNS_JOINED : 1))
            return bad(err, "too many columns", part);
        c->of[f].name[c->of[f].n++] = name;
    }
    return DEM_OK;
}

dem_status dem_columns_read(dem_columns *c, const char *wanted, dem_error *err)
{
    *c = (dem_columns){0};
    dem_str rest = dem_str_from(wanted), part;
    dem_status st = DEM_OK;
    while (st == DEM_OK && dem_str_next(&rest, ',', &part)) st = read_one(c, part, err);
    return st;
}
