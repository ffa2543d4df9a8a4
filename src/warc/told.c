/* warc/told.c - see told.h. */
#include "warc/told.h"
#include "base/utf8.h"

enum { TOLD = 6, MAX_VALUE = 8192 };

static const char *const NAME[TOLD] = {"Feed-URI",       "Feed-Title",     "Feed-Author",
                                       "Feed-Publisher", "Feed-Published", "Feed-Language"};

/* A line end in a value would begin a field, or end the header. */
static bool is_line(dem_str s)
{
    if (!s.n || s.n > MAX_VALUE || !dem_utf8_valid(s)) return false;
    for (size_t i = 0; i < s.n; i++)
        if ((unsigned char)s.p[i] < ' ' || s.p[i] == 0x7F) return false;
    return true;
}

void dem_warc_told_add(dem_buf *b, const dem_warc_told *told)
{
    if (!told) return;
    const dem_str value[TOLD] = {told->feed,      told->title,     told->author,
                                 told->publisher, told->published, told->language};
    for (int i = 0; i < TOLD; i++)
        if (is_line(value[i])) dem_buf_addf(b, "%s: %.*s\r\n", NAME[i], DEM_STR_ARG(value[i]));
}

dem_warc_told dem_warc_told_of(const dem_fields *header)
{
    dem_str value[TOLD];
    for (int i = 0; i < TOLD; i++) value[i] = dem_fields_get(header, NAME[i]);
    return (dem_warc_told){value[0], value[1], value[2], value[3], value[4], value[5]};
}
