/* page/meta_element.c - meta, link, base and html elements: names in use by publishing systems, and what they say. */
#include "page/meta_dom.h"
#include "page/meta_found.h"

typedef enum sort { TITLE, AUTHOR, PUBLISHER, ADDRESS, LANGUAGE, PUBLISHED, LOOSE, MODIFIED, SITE } sort;

/* Names of meta elements in small letters, in `name`, `property` or `itemprop`. */
static const struct {
    const char *name;
    sort sort;
    int weight;
} NAMES[] = {
    {"og:title", TITLE, DEM_META_GOOD},
    {"twitter:title", TITLE, DEM_META_SOME},
    {"title", TITLE, DEM_META_WEAK},
    {"dc.title", TITLE, DEM_META_SOME},
    {"dcterms.title", TITLE, DEM_META_SOME},
    {"sailthru.title", TITLE, DEM_META_SOME},
    {"parsely-title", TITLE, DEM_META_SOME},
    {"citation_title", TITLE, DEM_META_SOME},
    {"author", AUTHOR, DEM_META_GOOD},
    {"byl", AUTHOR, DEM_META_GOOD},
    {"article:author", AUTHOR, DEM_META_SOME},
    {"article:author_name", AUTHOR, DEM_META_SOME},
    {"article.author", AUTHOR, DEM_META_SOME},
    {"sailthru.author", AUTHOR, DEM_META_GOOD},
    {"parsely-author", AUTHOR, DEM_META_GOOD},
    {"dc.creator", AUTHOR, DEM_META_SOME},
    {"dcterms.creator", AUTHOR, DEM_META_SOME},
    {"citation_author", AUTHOR, DEM_META_GOOD},
    {"og:site_name", SITE, DEM_META_STRONG},
    {"application-name", PUBLISHER, DEM_META_SOME},
    {"publisher", PUBLISHER, DEM_META_SOME},
    {"dc.publisher", PUBLISHER, DEM_META_SOME},
    {"dcterms.publisher", PUBLISHER, DEM_META_SOME},
    {"citation_publisher", PUBLISHER, DEM_META_SOME},
    {"og:url", ADDRESS, DEM_META_GOOD},
    {"og:locale", LANGUAGE, DEM_META_SOME},
    {"language", LANGUAGE, DEM_META_SOME},
    {"dc.language", LANGUAGE, DEM_META_SOME},
    {"dcterms.language", LANGUAGE, DEM_META_SOME},
    {"content-language", LANGUAGE, DEM_META_SOME},
    {"article:published_time", PUBLISHED, 0},
    {"article:published", PUBLISHED, 0},
    {"article.published", PUBLISHED, 0},
    {"og:article:published_time", PUBLISHED, 0},
    {"og:published_time", PUBLISHED, 0},
    {"og:pubdate", PUBLISHED, 0},
    {"og:datepublished", PUBLISHED, 0},
    {"rnews:datepublished", PUBLISHED, 0},
    {"published", PUBLISHED, 0},
    {"published_at", PUBLISHED, 0},
    {"published-date", PUBLISHED, 0},
    {"published_time", PUBLISHED, 0},
    {"publish-date", PUBLISHED, 0},
    {"publish_date", PUBLISHED, 0},
    {"publishdate", PUBLISHED, 0},
    {"publication_date", PUBLISHED, 0},
    {"publication-date", PUBLISHED, 0},
    {"originalpublicationdate", PUBLISHED, 0},
    {"pubdate", PUBLISHED, 0},
    {"pub_date", PUBLISHED, 0},
    {"parsely-pub-date", PUBLISHED, 0},
    {"sailthru.date", PUBLISHED, 0},
    {"dc.date.issued", PUBLISHED, 0},
    {"dcterms.issued", PUBLISHED, 0},
    {"citation_publication_date", PUBLISHED, 0},
    {"citation_date", PUBLISHED, 0},
    {"article_date_original", PUBLISHED, 0},
    {"bt:pubdate", PUBLISHED, 0},
    {"cxenseparse:recs:publishtime", PUBLISHED, 0},
    {"date", LOOSE, 0},
    {"dc.date", LOOSE, 0},
    {"dcterms.date", LOOSE, 0},
    {"dcterms.created", LOOSE, 0},
    {"dc.date.created", LOOSE, 0},
    {"article.created", LOOSE, 0},
    {"date.release", LOOSE, 0},
    {"release_date", LOOSE, 0},
    {"timestamp", LOOSE, 0},
    {"article:modified_time", MODIFIED, 0},
    {"article:modified", MODIFIED, 0},
    {"article.updated", MODIFIED, 0},
    {"og:updated_time", MODIFIED, 0},
    {"og:article:modified_time", MODIFIED, 0},
    {"dcterms.modified", MODIFIED, 0},
    {"dc.date.modified", MODIFIED, 0},
    {"lastmod", MODIFIED, 0},
    {"last-modified", MODIFIED, 0},
    {"revised", MODIFIED, 0},
};

static void hear(dem_meta_found *f, sort what, int weight, dem_str value)
{
    switch (what) {
    case TITLE: dem_meta_say(f, &f->title, weight, value); break;
    case AUTHOR: dem_meta_say(f, &f->author, weight, value); break;
    case SITE:
        if (!f->site.n) f->site = dem_meta_plain(f->arena, value, DEM_META_LONG);
        dem_meta_say(f, &f->publisher, weight, value);
        break;
    case PUBLISHER: dem_meta_say(f, &f->publisher, weight, value); break;
    case ADDRESS: dem_meta_say(f, &f->url, weight, value); break;
    case LANGUAGE: dem_meta_say(f, &f->language, weight, value); break;
    case PUBLISHED: dem_meta_date(f, DEM_DATED_META, value); break;
    case LOOSE: dem_meta_date(f, DEM_DATED_LOOSE, value); break;
    case MODIFIED: dem_meta_date(f, DEM_DATED_MODIFIED, value); break;
    }
}

static void by_name(dem_meta_found *f, dem_str name, dem_str value)
{
    char small[64];
    if (!name.n || name.n >= sizeof small || !value.n) return;
    name = dem_str_lower(dem_str_trim(name), small, sizeof small);
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (dem_str_is(name, NAMES[i].name)) hear(f, NAMES[i].sort, NAMES[i].weight, value);
}

static void meta(dem_meta_found *f, const xmlNode *n)
{
    static const char *const KEYS[] = {"property", "name", "http-equiv"};
    dem_str value = page_attribute(n, "content"), said = {NULL, 0};
    for (size_t i = 0; i < sizeof KEYS / sizeof *KEYS; i++) {
        dem_str name = page_attribute(n, KEYS[i]);
        /* One element counts once, however many names it has for the same. */
        if (!said.n) by_name(f, name, value);
        said = name;
    }
}

/* True if one of the words of `list` is `word`. */
static bool lists(dem_str list, const char *word)
{
    dem_str one;
    list = dem_str_sub(list, 0, 256);
    while (dem_str_next(&list, ' ', &one))
        if (dem_str_ieq(one, dem_str_from(word))) return true;
    return false;
}

void dem_meta_element(dem_meta_found *f, const xmlNode *n)
{
    if (dem_meta_is(n, "meta")) meta(f, n);
    if (dem_meta_is(n, "link") && lists(page_attribute(n, "rel"), "canonical"))
        dem_meta_say(f, &f->url, DEM_META_STRONG, page_attribute(n, "href"));
    if (dem_meta_is(n, "base") && !f->base.n) f->base = dem_str_trim(page_attribute(n, "href"));
    if (!dem_meta_is(n, "html")) return;
    dem_str lang = page_attribute(n, "lang");
    dem_meta_say(f, &f->language, DEM_META_GOOD, lang.n ? lang : page_attribute(n, "xml:lang"));
}
