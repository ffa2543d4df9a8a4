/* page/moment.c - see moment.h. */
#include "page/moment.h"
#include "page/dom.h"

static page_moment of_when(const dem_meta_when *w)
{
    return (page_moment){.day = w->day,
                         .timed = w->timed,
                         .minute = w->timed ? w->clock.hour * 60 + w->clock.minute : -1,
                         .clock = w->clock};
}

/* The line as dem_meta_clock_read() wants it, behind a blank and with minutes ("9 p.m."), into out[size]; empty if it cannot be a time. */
static dem_str spell_out(dem_str line, char *out, size_t size)
{
    size_t n = 0, digits = 0;
    while (digits < line.n && digits < 3 && line.p[digits] >= '0' && line.p[digits] <= '9') digits++;
    if (!digits || digits == 3 || line.n + 4 > size) return (dem_str){NULL, 0};
    if (digits == line.n) return (dem_str){NULL, 0};
    bool bare = !strchr(":.h", line.p[digits]);
    out[n++] = ' ';
    memcpy(out + n, line.p, digits);
    n += digits;
    if (bare) memcpy(out + n, ":00", 3), n += 3;
    memcpy(out + n, line.p + digits, line.n - digits);
    return (dem_str){out, n + line.n - digits};
}

bool page_moment_line(dem_str line, page_moment *out)
{
    char room[32];
    size_t at = 0;
    dem_meta_clock clock;
    dem_str s = spell_out(dem_str_trim(line), room, sizeof room);
    if (!dem_meta_clock_read(s, &at, &clock) || dem_str_trim(dem_str_sub(s, at, s.n)).n) return false;
    *out = (page_moment){.day = DEM_DATE_NONE, .minute = clock.hour * 60 + clock.minute, .clock = clock};
    return true;
}

static bool read(dem_str value, page_moment *out)
{
    dem_meta_when when;
    if (!dem_meta_when_value(value, &when)) return page_moment_line(value, out);
    *out = of_when(&when);
    return true;
}

/* Where the element holds one run of text. */
static dem_str text_of(const xmlNode *element)
{
    const xmlNode *n = element->children;
    return n && n->type == XML_TEXT_NODE ? dem_str_from((const char *)n->content) : (dem_str){NULL, 0};
}

bool page_moment_of(const xmlNode *element, page_moment *out)
{
    static const char *const STAMPS[] = {"datetime", "data-timestamp", "data-unixtime", "data-utime",
                                         "data-datetime"};
    if (!element->properties && strcmp((const char *)element->name, "time") != 0) return false;
    for (size_t i = 0; i < sizeof STAMPS / sizeof *STAMPS; i++) {
        dem_str value = page_attribute(element, STAMPS[i]);
        if (value.n && read(value, out)) return true;
    }
    if (dem_str_is(page_attribute(element, "itemprop"), "datePublished") &&
        read(page_attribute(element, "content"), out))
        return true;
    return strcmp((const char *)element->name, "time") == 0 && read(text_of(element), out);
}

/* 1: the clock runs on from entry to entry, -1: it runs back. */
static int order_of(const page_moment *m, uint32_t n)
{
    int on = 0, last = -1;
    for (uint32_t i = 0; i < n; i++) {
        if (m[i].day != DEM_DATE_NONE || m[i].minute < 0) continue;
        if (last >= 0 && m[i].minute != last) on += m[i].minute > last ? 1 : -1;
        last = m[i].minute;
    }
    return on > 0 ? 1 : -1;
}

void page_moments_date(page_moment *m, uint32_t n, dem_date day)
{
    int order = order_of(m, n), last = -1;
    for (uint32_t i = 0; i < n; i++) {
        if (m[i].day != DEM_DATE_NONE || m[i].minute < 0) continue;
        bool jumps = last >= 0 && (order > 0 ? m[i].minute < last : m[i].minute > last);
        if (jumps && day != DEM_DATE_NONE) day = dem_date_add_days(day, order);
        last = m[i].minute;
        m[i].day = day;
        m[i].guessed = true;
    }
}

dem_str page_moment_text(dem_arena *arena, const page_moment *m)
{
    if (m->day == DEM_DATE_NONE) return (dem_str){NULL, 0};
    const dem_meta_when when = {.day = m->day, .other = DEM_DATE_NONE, .timed = m->timed, .clock = m->clock};
    return dem_meta_when_text(arena, &when);
}
