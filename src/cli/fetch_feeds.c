/* cli/fetch_feeds.c - see fetch_feeds.h. */
#include "cli/fetch_feeds.h"
#include "base/input.h"
#include <unistd.h>

static bool is_address(dem_str s)
{
    return dem_str_ieq(dem_str_sub(s, 0, 7), DEM_STR("http://")) ||
           dem_str_ieq(dem_str_sub(s, 0, 8), DEM_STR("https://"));
}

/* Addresses have '#' in them too. */
static dem_str without_comment(dem_str line)
{
    for (size_t i = 0; i < line.n; i++)
        if (line.p[i] == '#' && (i == 0 || dem_byte_blank(line.p[i - 1]))) line.n = i;
    return dem_str_trim(line);
}

static dem_status add_line(dem_arena *arena, dem_feed_list *list, const char *file, const dem_line *line,
                           dem_error *err)
{
    dem_str s = without_comment(line->text);
    if (!s.n) return DEM_OK;
    if (!is_address(s))
        return dem_fail(err, DEM_E_FORMAT, dem_str_from(file), line->number, line->offset,
                        "expected the address of a feed, http://... or https://...");
    if (list->n >= DEM_MAX_FEEDS)
        return dem_fail(err, DEM_E_LIMIT, dem_str_from(file), line->number, line->offset, "more than %d feeds",
                        DEM_MAX_FEEDS);
    dem_vec_push(arena, list, dem_arena_str(arena, s));
    return DEM_OK;
}

dem_status dem_feed_list_add(dem_arena *arena, dem_feed_list *list, const char *argument, dem_error *err)
{
    enum { MAX_LINE = 65536 };
    dem_input *in = NULL;
    dem_line line;
    dem_str s = dem_str_from(argument);
    if (is_address(s)) {
        dem_vec_push(arena, list, dem_arena_str(arena, s));
        return DEM_OK;
    }
    if (!dem_str_is(s, "-") && access(argument, F_OK) != 0)
        return dem_fail(err, DEM_E_IO, s, 0, 0,
                        "no such file, and no address: these begin with http:// or https://");
    dem_status st = dem_input_open(&in, argument, MAX_LINE, err);
    while (st == DEM_OK && (st = dem_input_line(in, &line, err)) == DEM_OK)
        st = add_line(arena, list, argument, &line, err);
    dem_input_close(in);
    return st == DEM_END ? DEM_OK : st;
}
