/* fetch/url.c - see url.h. libcurl takes addresses apart and joins them; ICU knows names beyond ASCII (libcurl would need a locale
 * for these). */
#include "fetch/url.h"
#include <curl/curl.h>
#include <unicode/uidna.h>

/* {NULL,0} if there is no such part. */
static dem_str part(dem_arena *arena, CURLU *u, CURLUPart which, unsigned flags)
{
    char *text = NULL;
    dem_str out = {NULL, 0};
    if (curl_url_get(u, which, &text, flags) == CURLUE_OK) out = dem_arena_str(arena, dem_str_from(text));
    curl_free(text);
    return out;
}

static dem_str small(dem_arena *arena, dem_str s)
{
    char *out = dem_arena_alloc(arena, s.n + 1);
    return dem_str_lower(s, out, s.n + 1);
}

static bool is_plain(dem_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] <= ' ' || (unsigned char)s.p[i] >= 0x7F) return false;
    return s.n > 0;
}

/* As name servers know it, {NULL,0} if it is no name. */
static dem_str name_in_ascii(dem_arena *arena, dem_str host)
{
    enum { LONGEST = 256 };
    if (is_plain(host) || !host.n) return host;
    UErrorCode code = U_ZERO_ERROR;
    UIDNAInfo info = UIDNA_INFO_INITIALIZER;
    char *out = dem_arena_alloc(arena, LONGEST);
    UIDNA *names = uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_CHECK_BIDI, &code);
    int32_t n = 0;
    if (U_SUCCESS(code)) n = uidna_nameToASCII_UTF8(names, host.p, (int32_t)host.n, out, LONGEST, &info, &code);
    uidna_close(names);
    return U_SUCCESS(code) && !info.errors ? (dem_str){out, (size_t)n} : (dem_str){NULL, 0};
}

static bool take_apart(dem_arena *arena, CURLU *u, dem_url *out)
{
    dem_str scheme = part(arena, u, CURLUPART_SCHEME, 0),
            port = part(arena, u, CURLUPART_PORT, CURLU_NO_DEFAULT_PORT);
    if (!dem_str_is(scheme, "http") && !dem_str_is(scheme, "https")) return false;
    dem_str path = part(arena, u, CURLUPART_PATH, 0), query = part(arena, u, CURLUPART_QUERY, 0);
    out->host =
        small(arena, name_in_ascii(arena, part(arena, u, CURLUPART_HOST, 0))); /* percent signs undone */
    if (!is_plain(out->host) || memchr(out->host.p, '%', out->host.n) ||
        curl_url_set(u, CURLUPART_HOST, out->host.p, 0) != CURLUE_OK)
        return false;
    out->origin =
        dem_arena_printf(arena, "%s://%s%s%.*s", scheme.p, out->host.p, port.n ? ":" : "", DEM_STR_ARG(port));
    out->target =
        dem_arena_printf(arena, "%.*s%s%.*s", DEM_STR_ARG(path), query.n ? "?" : "", DEM_STR_ARG(query));
    curl_url_set(u, CURLUPART_FRAGMENT, NULL, 0);
    out->text = part(arena, u, CURLUPART_URL, CURLU_NO_DEFAULT_PORT);
    return is_plain(out->text) && out->text.n <= DEM_URL_MAX;
}

static bool read_once(dem_arena *arena, dem_str given, dem_str base, dem_url *out)
{
    CURLU *u = curl_url();
    bool good = u != NULL;
    if (good && base.n) good = curl_url_set(u, CURLUPART_URL, dem_arena_str(arena, base).p, 0) == CURLUE_OK;
    /* Blanks and letters beyond ASCII are met in addresses of feeds; they are sent as %20 and the like. */
    good = good && curl_url_set(u, CURLUPART_URL, dem_arena_str(arena, given).p, CURLU_URLENCODE) == CURLUE_OK;
    good = good && take_apart(arena, u, out);
    curl_url_cleanup(u);
    return good;
}

bool dem_url_read(dem_arena *arena, dem_str given, dem_str base, dem_url *out)
{
    *out = (dem_url){0};
    given = dem_str_trim(given);
    if (!given.n || given.n > DEM_URL_MAX || memchr(given.p, 0, given.n)) return false;
    /* Once more: a name whose percent signs are undone may be a number, which has a form of its own ("7" is 0.0.0.7). */
    return read_once(arena, given, base, out) && read_once(arena, out->text, (dem_str){NULL, 0}, out);
}
