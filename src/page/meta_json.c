/* page/meta_json.c - JSON-LD: what an article in it says of itself, and the entries of a live page.
 *
 * References by "@id" are never followed. Of several articles in a page the one is heard that bears the page's own address, else
 * the first. */
#include "base/utf8.h"
#include "page/meta_dom.h"
#include "page/meta_found.h"
#include "page/meta_repair.h"

static dem_str string(const json_t *v)
{
    return json_is_string(v) ? (dem_str){json_string_value(v), json_string_length(v)} : (dem_str){NULL, 0};
}

static dem_str member(const json_t *o, const char *key)
{
    return string(json_object_get(o, key));
}

/* ---- what kind of thing an object is ------------------------------------------------------------------ */

typedef enum sort { OTHER, SITE, PAGE, ARTICLE, LIVE } sort;

static sort sort_of_name(dem_str type)
{
    static const char *const ARTICLES[] = {"Article", "BlogPosting", "SocialMediaPosting", "Report",
                                           "DiscussionForumPosting"};
    size_t colon = 0;
    for (size_t i = 0; i < type.n; i++)
        if (type.p[i] == '/' || type.p[i] == ':') colon = i + 1; /* "http://schema.org/NewsArticle" */
    type = dem_str_sub(type, colon, type.n);
    if (dem_str_is(type, "LiveBlogPosting")) return LIVE;
    /* NewsArticle, ReportageNewsArticle, AnalysisNewsArticle, OpinionNewsArticle, TechArticle, ... */
    if (dem_str_ends(type, DEM_STR("Article")) || DEM_STR_ONE_OF(type, ARTICLES)) return ARTICLE;
    if (dem_str_ends(type, DEM_STR("WebPage"))) return PAGE;
    if (dem_str_is(type, "WebSite") || dem_str_ends(type, DEM_STR("Organization"))) return SITE;
    return OTHER;
}

static sort sort_of(const json_t *o)
{
    enum { MOST = 8 };
    const json_t *type = json_object_get(o, "@type");
    sort best = sort_of_name(string(type));
    for (size_t i = 0; i < json_array_size(type) && i < MOST; i++) {
        sort s = sort_of_name(string(json_array_get(type, i)));
        if (s > best) best = s;
    }
    return best;
}

/* ---- what it says ------------------------------------------------------------------------------------- */

/* The name in "x": a string, or an object with a name. */
static dem_str name_of(const json_t *v)
{
    if (json_is_array(v)) v = json_array_get(v, 0);
    if (!json_is_object(v)) return string(v);
    const json_t *name = json_object_get(v, "name");
    return string(json_is_array(name) ? json_array_get(name, 0) : name);
}

static bool is_address(dem_str s)
{
    return dem_str_find(s, DEM_STR("://")) < s.n;
}

/* The names of one or several people, with commas between. */
static void say_authors(dem_meta_found *f, const json_t *v, int weight)
{
    enum { MOST = 12 };
    dem_buf names = {0};
    if (!json_is_array(v)) {
        dem_buf_add(&names, name_of(v));
    } else {
        for (size_t i = 0; i < json_array_size(v) && i < MOST; i++) {
            dem_str name = dem_str_trim(name_of(json_array_get(v, i)));
            if (!name.n || is_address(name)) continue;
            if (names.n) dem_buf_addz(&names, ", ");
            dem_buf_add(&names, name);
        }
    }
    dem_str all = dem_buf_str(&names);
    if (all.n && !is_address(all)) dem_meta_say(f, &f->author, weight, all);
    dem_buf_release(&names);
}

static void say_publisher(dem_meta_found *f, const json_t *o, const char *key, int weight)
{
    dem_str name = name_of(json_object_get(o, key));
    if (name.n && !is_address(name)) dem_meta_say(f, &f->publisher, weight, name);
}

/* A date is a string, or a number where somebody wrote the seconds of Unix. */
static void say_date(dem_meta_found *f, dem_meta_witness w, const json_t *v)
{
    if (json_is_integer(v))
        dem_meta_date(f, w, dem_arena_printf(f->arena, "%lld", (long long)json_integer_value(v)));
    else dem_meta_date(f, w, string(v));
}

static dem_str kept(dem_meta_found *f, dem_str s)
{
    return s.n ? dem_arena_str(f->arena, s) : s;
}

static dem_str published(dem_meta_found *f, dem_str value)
{
    dem_meta_when when;
    if (!dem_meta_when_value(value, &when) || when.other != DEM_DATE_NONE) return (dem_str){NULL, 0};
    return dem_meta_when_text(f->arena, &when);
}

/* The first of the members that is a string which is not blank. */
static dem_str first_member(const json_t *o, const char *const *keys, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        dem_str s = dem_str_trim(member(o, keys[i]));
        if (s.n) return s;
    }
    return (dem_str){NULL, 0};
}
#define FIRST_MEMBER(o, keys) first_member((o), (keys), sizeof(keys) / sizeof *(keys))

static void take_update(dem_meta_found *f, const json_t *o)
{
    static const char *const HEADLINE[] = {"headline", "name", "alternativeHeadline"};
    static const char *const DAY[] = {"datePublished", "dateCreated", "dateModified"};
    static const char *const ADDRESS[] = {"url", "@id", "mainEntityOfPage"};
    static const char *const BODY[] = {"articleBody", "text", "description"};
    if (!json_is_object(o) || f->update.n >= DEM_META_UPDATES) return;
    dem_str url = FIRST_MEMBER(o, ADDRESS);
    dem_meta_update u = {
        .headline = dem_meta_plain(f->arena, FIRST_MEMBER(o, HEADLINE), DEM_META_LONG),
        .published = published(f, FIRST_MEMBER(o, DAY)),
        .url = url.n <= DEM_META_LONG ? kept(f, url) : (dem_str){NULL, 0},
        .body = kept(f, FIRST_MEMBER(o, BODY)),
    };
    if (u.headline.n || u.body.n) dem_vec_push(f->arena, &f->update, u);
}

/* The first block that has entries is heard: the same is often written twice. */
static void take_live(dem_meta_found *f, const json_t *o)
{
    const json_t *updates = json_object_get(o, "liveBlogUpdate");
    if (!json_object_get(o, "datePublished"))
        say_date(f, DEM_DATED_LOOSE, json_object_get(o, "coverageStartTime"));
    f->live = true;
    if (f->update.n) return;
    take_update(f, updates);
    for (size_t i = 0; i < json_array_size(updates); i++) take_update(f, json_array_get(updates, i));
}

static void say_urls(dem_meta_found *f, const json_t *o)
{
    const json_t *page = json_object_get(o, "mainEntityOfPage");
    dem_str of_page = json_is_object(page) ? member(page, "@id") : string(page);
    if (of_page.n) dem_meta_say(f, &f->url, DEM_META_SOME, of_page);
    else if (member(o, "url").n) dem_meta_say(f, &f->url, DEM_META_SOME, member(o, "url"));
}

static void take_article(dem_meta_found *f, const json_t *o, sort s)
{
    dem_str title = member(o, "headline");
    dem_meta_say(f, &f->title, s == PAGE ? DEM_META_WEAK : DEM_META_STRONG,
                 title.n ? title : member(o, "name"));
    say_authors(f, json_object_get(o, "author"), s == PAGE ? DEM_META_SOME : DEM_META_STRONG);
    say_authors(f, json_object_get(o, "creator"), DEM_META_SOME);
    say_publisher(f, o, "publisher", DEM_META_GOOD);
    say_publisher(f, o, "sourceOrganization", DEM_META_SOME);
    say_date(f, DEM_DATED_JSON, json_object_get(o, "datePublished"));
    if (!json_object_get(o, "datePublished")) say_date(f, DEM_DATED_LOOSE, json_object_get(o, "dateCreated"));
    say_date(f, DEM_DATED_MODIFIED, json_object_get(o, "dateModified"));
    dem_meta_say(f, &f->language, DEM_META_SOME, member(o, "inLanguage"));
    say_urls(f, o);
    if (!f->body.n) f->body = kept(f, member(o, "articleBody"));
    if (s == LIVE) take_live(f, o);
}

/* ---- which of them speaks ------------------------------------------------------------------------------ */

typedef struct choice {
    const dem_meta_found *f;
    const json_t *article;
    sort sort;
    bool own; /* it bears the page's address */
    int objects;
} choice;

/* Addresses without scheme, "www.", query, anchor and last slash. */
static dem_str bare(dem_str url)
{
    size_t at = dem_str_find(url, DEM_STR("://"));
    if (at < url.n) url = dem_str_sub(url, at + 3, url.n);
    if (dem_str_starts(url, DEM_STR("www."))) url = dem_str_sub(url, 4, url.n);
    for (size_t i = 0; i < url.n; i++)
        if (url.p[i] == '?' || url.p[i] == '#') url.n = i;
    if (url.n && url.p[url.n - 1] == '/') url.n--;
    return url;
}

static bool bears_address(const dem_meta_found *f, const json_t *o)
{
    const json_t *page = json_object_get(o, "mainEntityOfPage");
    dem_str own = bare(f->page);
    if (!own.n) return false;
    return dem_str_ieq(bare(member(o, "url")), own) || dem_str_ieq(bare(string(page)), own) ||
           dem_str_ieq(bare(member(page, "@id")), own) || dem_str_ieq(bare(member(o, "@id")), own);
}

static void consider(choice *c, const json_t *o)
{
    if (!json_is_object(o) || c->objects >= DEM_META_OBJECTS) return;
    c->objects++;
    sort s = sort_of(o);
    if (s < PAGE) return;
    bool own = bears_address(c->f, o);
    bool better =
        !c->article || (s > c->sort && (s == LIVE || c->sort == PAGE)) || (s >= ARTICLE && own && !c->own);
    if (better) c->article = o, c->sort = s, c->own = own;
}

/* The objects at the top of a block, in arrays, in "@graph", and the main entity of a page. */
static void consider_all(choice *c, const json_t *top)
{
    size_t n = json_is_array(top) ? json_array_size(top) : 1;
    for (size_t i = 0; i < n && c->objects < DEM_META_OBJECTS; i++) {
        const json_t *o = json_is_array(top) ? json_array_get(top, i) : top,
                     *graph = json_object_get(o, "@graph");
        consider(c, o);
        consider(c, json_object_get(o, "mainEntity"));
        consider(c, graph);
        for (size_t k = 0; k < json_array_size(graph); k++) {
            consider(c, json_array_get(graph, k));
            consider(c, json_object_get(json_array_get(graph, k), "mainEntity"));
        }
    }
}

/* The names of the site and the organisation behind it, where no article tells its publisher. */
static void say_site(dem_meta_found *f, const json_t *o)
{
    if (json_is_object(o) && sort_of(o) == SITE) say_publisher(f, o, "name", DEM_META_WEAK);
}

static void say_sites(dem_meta_found *f, const json_t *top)
{
    const json_t *list = json_is_array(top) ? top : json_object_get(top, "@graph");
    say_site(f, top);
    for (size_t i = 0; i < json_array_size(list) && i < DEM_META_OBJECTS; i++)
        say_site(f, json_array_get(list, i));
}

static void hear(dem_meta_found *f, const json_t *top)
{
    choice c = {.f = f};
    consider_all(&c, top);
    /* A second block may have the article where the first had a page; two articles that both speak would be one too many. */
    bool own = c.own && !f->heard_own, live = c.sort == LIVE && c.own == f->heard_own,
         late = f->heard >= ARTICLE && !own && !live;
    if (c.article && !late) {
        take_article(f, c.article, c.sort);
        f->heard = c.sort;
        f->heard_own = c.own;
    }
    say_sites(f, top);
}

/* The text of a script, which is given in several pieces if it is long; empty if it is too long. */
static void gather(dem_buf *out, const xmlNode *script)
{
    for (const xmlNode *n = script->children; n; n = n->next) {
        dem_str piece = dem_meta_node_text(n);
        if (piece.n > DEM_META_SCRIPT - out->n) {
            dem_buf_clear(out);
            return;
        }
        dem_buf_add(out, piece);
    }
}

static bool is_json_ld(const xmlNode *script)
{
    char small[64];
    dem_str type = dem_str_lower(page_attribute(script, "type"), small, sizeof small);
    return dem_str_find(type, DEM_STR("ld+json")) < type.n;
}

void dem_meta_json(dem_meta_found *f, const xmlNode *script)
{
    dem_buf whole = {0};
    if (!is_json_ld(script) || f->scripts >= DEM_META_SCRIPTS) return;
    f->scripts++;
    gather(&whole, script);
    json_t *top = whole.n ? dem_meta_parse(dem_buf_str(&whole)) : NULL;
    if (top) hear(f, top);
    json_decref(top);
    dem_buf_release(&whole);
}
