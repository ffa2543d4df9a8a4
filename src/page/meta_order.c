/* page/meta_order.c - see meta_order.h. */
#include "page/meta_order.h"
#include "page/meta_url.h"

/* Countries that write English and the day first. */
static bool day_first_place(dem_str code)
{
    static const char *const PLACES[] = {"GB", "UK", "AU", "IN", "NZ", "IE", "ZA", "NG",
                                         "KE", "GH", "PK", "BD", "LK", "SG", "MY", "HK"};
    return DEM_STR_IONE_OF(code, PLACES);
}

typedef enum order { UNKNOWN, MONTH_FIRST, DAY_FIRST } order;

static order order_of(const dem_meta_found *f, dem_str language)
{
    dem_str rest = language, first, place = {NULL, 0}, host = dem_meta_host(f->page);
    if (!dem_str_next(&rest, '-', &first)) return UNKNOWN;
    if (first.n && !dem_str_is(first, "en")) return DAY_FIRST;
    if (rest.n == 2) place = rest;
    if (dem_str_is(place, "US")) return MONTH_FIRST;
    if (place.n) return day_first_place(place) ? DAY_FIRST : UNKNOWN;
    bool national = host.n > 3 && host.p[host.n - 3] == '.';
    return national && day_first_place(dem_str_sub(host, host.n - 2, host.n)) ? DAY_FIRST : UNKNOWN;
}

/* A day that some witness tells without doubt. */
static bool told(const dem_meta_found *f, dem_date day)
{
    for (size_t i = 0; i < f->dated.n; i++) {
        const dem_meta_when *w = &f->dated.at[i].when;
        if (w->other == DEM_DATE_NONE && w->day == day) return true;
    }
    return false;
}

void dem_meta_order(dem_meta_found *f, dem_str language)
{
    order usual = order_of(f, language);
    for (size_t i = 0; i < f->dated.n; i++) {
        dem_meta_when *w = &f->dated.at[i].when;
        if (w->other == DEM_DATE_NONE) continue;
        bool month = told(f, w->day), day = told(f, w->other);
        bool swap = month != day ? day : usual == DAY_FIRST;
        bool known = month != day || usual != UNKNOWN;
        w->day = !known ? DEM_DATE_NONE : swap ? w->other : w->day;
        w->other = DEM_DATE_NONE;
    }
}
