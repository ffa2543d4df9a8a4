/* feed/vocabulary.c - see vocabulary.h. */
#include "feed/vocabulary.h"
#include <strings.h>

typedef struct space {
    const char *uri, *prefix; /* prefix NULL: never known by it alone */
    dem_vocabulary vocabulary;
} space;

/* The addresses are names: nothing is ever fetched from there. */
static const space SPACES[] = {
    {"http://purl.org/rss/1.0/", NULL, DEM_VOCABULARY_RSS},
    {"http://my.netscape.com/rdf/simple/0.9/", NULL, DEM_VOCABULARY_RSS},
    {"http://channel.netscape.com/rdf/simple/0.9/", NULL, DEM_VOCABULARY_RSS},
    {"http://backend.userland.com/rss2", NULL, DEM_VOCABULARY_RSS},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf", DEM_VOCABULARY_RDF},
    {"http://www.w3.org/2005/Atom", "atom", DEM_VOCABULARY_ATOM},
    {"http://purl.org/atom/ns#", NULL, DEM_VOCABULARY_ATOM},
    {"http://www.sitemaps.org/schemas/sitemap/0.9", NULL, DEM_VOCABULARY_SITEMAP},
    {"http://www.google.com/schemas/sitemap/0.84", NULL, DEM_VOCABULARY_SITEMAP},
    {"http://www.google.com/schemas/sitemap-news/0.9", "news", DEM_VOCABULARY_NEWS},
    {"http://purl.org/dc/elements/1.1/", "dc", DEM_VOCABULARY_DUBLIN_CORE},
    {"http://purl.org/dc/terms/", "dcterms", DEM_VOCABULARY_DUBLIN_CORE},
    {"http://purl.org/rss/1.0/modules/content/", "content", DEM_VOCABULARY_CONTENT},
    {"http://www.w3.org/1999/xhtml", "xhtml", DEM_VOCABULARY_XHTML},
};

static const dem_vocabulary_row ROWS[] = {
    {DEM_VOCABULARY_RSS, "title", DEM_FIELD_TITLE, 3},
    {DEM_VOCABULARY_RSS, "link", DEM_FIELD_LINK, 3},
    {DEM_VOCABULARY_RSS, "guid", DEM_FIELD_ID, 3},
    {DEM_VOCABULARY_RSS, "pubDate", DEM_FIELD_PUBLISHED, 4},
    {DEM_VOCABULARY_RSS, "author", DEM_FIELD_AUTHOR, 1},
    {DEM_VOCABULARY_RSS, "language", DEM_FIELD_LANGUAGE, 3},
    {DEM_VOCABULARY_RSS, "description", DEM_FIELD_TEXT, 2},
    {DEM_VOCABULARY_ATOM, "title", DEM_FIELD_TITLE, 3},
    {DEM_VOCABULARY_ATOM, "id", DEM_FIELD_ID, 3},
    {DEM_VOCABULARY_ATOM, "published", DEM_FIELD_PUBLISHED, 4},
    {DEM_VOCABULARY_ATOM, "issued", DEM_FIELD_PUBLISHED, 4},
    {DEM_VOCABULARY_ATOM, "created", DEM_FIELD_PUBLISHED, 3},
    {DEM_VOCABULARY_ATOM, "updated", DEM_FIELD_PUBLISHED, DEM_RANK_CHANGED},
    {DEM_VOCABULARY_ATOM, "modified", DEM_FIELD_PUBLISHED, DEM_RANK_CHANGED},
    {DEM_VOCABULARY_ATOM, "name", DEM_FIELD_AUTHOR, 3}, /* only within author */
    {DEM_VOCABULARY_ATOM, "content", DEM_FIELD_TEXT, 5},
    {DEM_VOCABULARY_ATOM, "summary", DEM_FIELD_TEXT, 2},
    {DEM_VOCABULARY_SITEMAP, "loc", DEM_FIELD_LINK, 3},
    {DEM_VOCABULARY_SITEMAP, "lastmod", DEM_FIELD_PUBLISHED, DEM_RANK_CHANGED},
    {DEM_VOCABULARY_NEWS, "title", DEM_FIELD_TITLE, 3},
    {DEM_VOCABULARY_NEWS, "publication_date", DEM_FIELD_PUBLISHED, 4},
    {DEM_VOCABULARY_NEWS, "name", DEM_FIELD_PUBLISHER, 3},
    {DEM_VOCABULARY_NEWS, "language", DEM_FIELD_LANGUAGE, 3},
    {DEM_VOCABULARY_DUBLIN_CORE, "title", DEM_FIELD_TITLE, 1},
    {DEM_VOCABULARY_DUBLIN_CORE, "identifier", DEM_FIELD_ID, 1},
    {DEM_VOCABULARY_DUBLIN_CORE, "date", DEM_FIELD_PUBLISHED, 2},
    {DEM_VOCABULARY_DUBLIN_CORE, "issued", DEM_FIELD_PUBLISHED, 3},
    {DEM_VOCABULARY_DUBLIN_CORE, "created", DEM_FIELD_PUBLISHED, 2},
    {DEM_VOCABULARY_DUBLIN_CORE, "modified", DEM_FIELD_PUBLISHED, DEM_RANK_CHANGED},
    {DEM_VOCABULARY_DUBLIN_CORE, "creator", DEM_FIELD_AUTHOR, 2},
    {DEM_VOCABULARY_DUBLIN_CORE, "publisher", DEM_FIELD_PUBLISHER, 1},
    {DEM_VOCABULARY_DUBLIN_CORE, "language", DEM_FIELD_LANGUAGE, 2},
    {DEM_VOCABULARY_DUBLIN_CORE, "description", DEM_FIELD_TEXT, 1},
    {DEM_VOCABULARY_CONTENT, "encoded", DEM_FIELD_TEXT, 5},
    {DEM_VOCABULARY_XHTML, "body", DEM_FIELD_TEXT, 4},
};

/* Addresses differ in case, in http or https, and in the slash at the end, where people write them from memory. */
static bool same_name(const char *uri, const char *known)
{
    if (strncasecmp(uri, "https:", 6) == 0) uri += 6, known += 5;
    size_t n = strlen(known), m = strlen(uri);
    while (n && strchr("/#", known[n - 1])) n--;
    while (m && strchr("/#", uri[m - 1])) m--;
    return n == m && strncasecmp(uri, known, n) == 0;
}

dem_vocabulary dem_vocabulary_of(const char *uri, const char *prefix)
{
    for (size_t i = 0; i < sizeof SPACES / sizeof *SPACES; i++) {
        const space *s = &SPACES[i];
        if (uri ? same_name(uri, s->uri) : prefix && s->prefix && strcasecmp(prefix, s->prefix) == 0)
            return s->vocabulary;
    }
    return uri || prefix ? DEM_VOCABULARY_NONE : DEM_VOCABULARY_RSS;
}

const dem_vocabulary_row *dem_vocabulary_row_of(dem_vocabulary v, const char *name)
{
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        if (ROWS[i].vocabulary == v && strcasecmp(ROWS[i].name, name) == 0) return &ROWS[i];
    return NULL;
}

const dem_vocabulary_root *dem_vocabulary_root_of(dem_str name)
{
    static const dem_vocabulary_root ROOTS[] = {
        {"rss", DEM_VOCABULARY_RSS, DEM_FEED_RSS, "item"},
        {"RDF", DEM_VOCABULARY_RSS, DEM_FEED_RDF, "item"},
        {"feed", DEM_VOCABULARY_ATOM, DEM_FEED_ATOM, "entry"},
        {"urlset", DEM_VOCABULARY_SITEMAP, DEM_FEED_SITEMAP, "url"},
        {"sitemapindex", DEM_VOCABULARY_SITEMAP, DEM_FEED_INDEX, "sitemap"},
    };
    for (size_t i = 0; i < sizeof ROOTS / sizeof *ROOTS; i++)
        if (dem_str_is(name, ROOTS[i].name)) return &ROOTS[i];
    return NULL;
}
