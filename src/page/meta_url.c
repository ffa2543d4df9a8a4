/* page/meta_url.c - see meta_url.h. */
#include "page/meta_url.h"
#include "page/meta_month.h"
#include <libxml/uri.h>

static bool web(dem_str url)
{
    char head[9];
    dem_str small = dem_str_lower(dem_str_sub(url, 0, 8), head, sizeof head);
    return dem_str_starts(small, DEM_STR("http://")) || dem_str_starts(small, DEM_STR("https://"));
}

dem_str dem_meta_absolute(dem_arena *arena, dem_str url, dem_str base)
{
    url = dem_str_trim(url);
    url.n = dem_str_find(url, DEM_STR("#"));
    if (!url.n || url.n >= DEM_META_LONG || base.n >= DEM_META_LONG) return (dem_str){NULL, 0};
    if (web(url)) return dem_arena_str(arena, url);
    if (!web(base)) return (dem_str){NULL, 0};
    xmlChar *whole = xmlBuildURI((const xmlChar *)dem_arena_str(arena, url).p,
                                 (const xmlChar *)dem_arena_str(arena, base).p);
    dem_str got = whole ? dem_arena_str(arena, dem_str_from((const char *)whole)) : (dem_str){NULL, 0};
    xmlFree(whole);
    return web(got) ? got : (dem_str){NULL, 0};
}

/* Behind "://". */
static dem_str behind_scheme(dem_str url)
{
    size_t at = dem_str_find(url, DEM_STR("://"));
    return at < url.n ? dem_str_sub(url, at + 3, url.n) : (dem_str){NULL, 0};
}

dem_str dem_meta_host(dem_str url)
{
    dem_str host = behind_scheme(url);
    for (size_t i = 0; i < host.n; i++)
        if (strchr("/?#:", host.p[i])) host.n = i;
    return dem_str_starts(host, DEM_STR("www.")) ? dem_str_sub(host, 4, host.n) : host;
}

dem_str dem_meta_path(dem_str url)
{
    dem_str rest = behind_scheme(url);
    size_t at = 0;
    while (at < rest.n && rest.p[at] != '/' && rest.p[at] != '?' && rest.p[at] != '#') at++;
    return dem_str_sub(rest, at, rest.n);
}

/* The part that one owner has: the last two names, or three where the last but one is short, as in "co.uk". */
static dem_str domain(dem_str host)
{
    size_t dots = 0, at = host.n, last = host.n;
    while (at > 0) {
        if (host.p[at - 1] == '.') {
            size_t length = last - at;
            dots++;
            last = at - 1;
            if (dots >= 3 || (dots == 2 && length > 3)) return dem_str_sub(host, at, host.n);
        }
        at--;
    }
    return host;
}

static bool within(dem_str inner, dem_str outer)
{
    return inner.n > outer.n && dem_str_ends(inner, outer) && inner.p[inner.n - outer.n - 1] == '.';
}

bool dem_meta_same_site(dem_str a, dem_str b)
{
    return dem_str_ieq(a, b) || within(a, b) || within(b, a) || dem_str_ieq(domain(a), domain(b));
}

static bool front_page(dem_str url)
{
    dem_str path = dem_meta_path(url);
    return path.n == 0 || dem_str_is(path, "/");
}

/* How many of the claims, made absolute, are this address. */
static int told(const dem_str *claim, size_t n, dem_str url)
{
    int times = 0;
    for (size_t i = 0; i < n; i++) times += dem_str_eq(claim[i], url);
    return times;
}

dem_str dem_meta_canonical(dem_meta_found *f)
{
    dem_str claim[DEM_META_VALUES], best = {NULL, 0},
                                    own = dem_meta_absolute(f->arena, f->page, (dem_str){NULL, 0});
    dem_str base = dem_meta_absolute(f->arena, f->base, own);
    int most = 0;
    size_t n = f->url.n < DEM_META_VALUES ? f->url.n : DEM_META_VALUES;
    for (size_t i = 0; i < n; i++)
        claim[i] = dem_meta_absolute(f->arena, f->url.at[i].text, base.n ? base : own);
    for (size_t i = 0; i < n; i++) {
        bool front = !claim[i].n || (front_page(claim[i]) && (!own.n || !front_page(own)));
        /* Another site's address counts for a copy that says so more than once. */
        bool foreign = own.n && !dem_meta_same_site(dem_meta_host(claim[i]), dem_meta_host(own));
        if (front || (foreign && told(claim, n, claim[i]) < 2)) continue;
        if (f->url.at[i].weight > most) most = f->url.at[i].weight, best = claim[i];
    }
    return best.n ? best : own;
}

/* ---- the day in it ------------------------------------------------------------------------------------ */

static bool sep(char c)
{
    return c == '/' || c == '-' || c == '_' || c == '.';
}

/* "11" or "nov". */
static int month_at(dem_str s, size_t *at)
{
    int month = 0;
    if (dem_meta_digits(s, at, 2, &month)) return month;
    size_t to = *at;
    while (to < s.n && to < *at + 10 && dem_byte_lower(s.p[to]) >= 'a' && dem_byte_lower(s.p[to]) <= 'z') to++;
    month = dem_meta_month(dem_str_sub(s, *at, to));
    *at = to;
    return month;
}

/* "2019/11/12" or "20191112" that begins at `at`. */
static dem_date day_at(dem_str s, size_t at)
{
    int year = 0, day = 0, all = 0;
    size_t to = at, n = dem_meta_digits(s, &to, 8, &all);
    if (n == 8) return dem_date_from(all / 10000, all / 100 % 100, all % 100);
    if (n != 4 || to >= s.n || !sep(s.p[to])) return DEM_DATE_NONE;
    year = all;
    char between = s.p[to++];
    int month = month_at(s, &to);
    if (!month || to >= s.n || s.p[to++] != between || !dem_meta_digits(s, &to, 2, &day)) return DEM_DATE_NONE;
    return dem_date_from(year, month, day);
}

bool dem_meta_url_day(dem_str url, dem_meta_when *out)
{
    dem_str path = dem_str_sub(dem_meta_path(url), 0, DEM_META_LONG);
    for (size_t at = 0; at + 8 <= path.n; at++) {
        if (at == 0 || !sep(path.p[at - 1])) continue;
        dem_date day = day_at(path, at);
        if (day < dem_date_from(1990, 1, 1) || day > dem_date_from(2099, 12, 31)) continue;
        *out = (dem_meta_when){.day = day, .other = DEM_DATE_NONE};
        return true;
    }
    return false;
}
