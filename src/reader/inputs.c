/* reader/inputs.c - see inputs.h. */
#include "reader/inputs.h"
#include "charset/decode.h"
#include "reader/nature.h"
#include "record/report.h"

enum { HEAD = 256 }; /* bytes that show what is in UTF-16 */

void dem_inputs_init(dem_inputs *i, const char *const *paths, size_t n_paths)
{
    *i = (dem_inputs){.n_paths = n_paths};
    dem_arena_init(&i->arena, 0);
    dem_arena_init(&i->wide, 0);
    i->path = dem_arena_array(&i->arena, char *, n_paths);
    for (size_t k = 0; k < n_paths; k++)
        i->path[k] = (char *)dem_arena_str(&i->arena, dem_str_from(paths[k])).p;
}

void dem_inputs_release(dem_inputs *i)
{
    dem_members_close(i->members);
    dem_arena_release(&i->wide);
    dem_arena_release(&i->arena);
}

dem_str dem_inputs_asked(const dem_inputs *i)
{
    return dem_str_from(i->path[i->next_path - 1]);
}

/* The next path, NULL when there is none. */
static const char *next_path(dem_inputs *i)
{
    while (i->next_file == i->files.n) {
        if (i->next_path == i->n_paths) return NULL;
        i->files = dem_paths_find(&i->arena, i->path[i->next_path++]);
        i->next_file = 0;
    }
    return i->files.at[i->next_file++].p;
}

/* The same without what lies beside saved pages in folders. What was asked for by its own name is never left out. */
static const char *next_file(dem_inputs *i)
{
    const char *path;
    do path = next_path(i);
    while (path && !dem_str_is(dem_inputs_asked(i), path) && dem_nature_companion(dem_str_from(path)));
    return path;
}

/* The next file, or the next member of the archive in hand. */
static dem_status next_input(dem_inputs *i, dem_input **in, dem_error *err)
{
    for (;;) {
        if (i->members) {
            dem_status st = dem_members_next(i->members, in, err);
            if (st != DEM_END) return st;
            dem_members_close(i->members);
            i->members = NULL;
        }
        const char *path = next_file(i);
        if (!path) return DEM_END;
        dem_status st = dem_input_open(in, path, DEM_MAX_TEXT, err);
        if (st != DEM_OK) return st;
        if (!dem_members_probe(*in)) return DEM_OK;
        dem_members_open(&i->members, *in, DEM_MAX_TEXT);
    }
}

/* UTF-16 or UTF-32: a byte order mark tells; so do zeros, which stand in every other place of Western text in UTF-16. */
static bool is_wide(dem_str head)
{
    size_t zeros[2] = {0, 0}, n = head.n < HEAD ? head.n : HEAD;
    for (size_t i = 0; i < n; i++) zeros[i % 2] += !head.p[i];
    size_t many = zeros[0] > zeros[1] ? zeros[0] : zeros[1], few = zeros[0] + zeros[1] - many;
    return dem_str_starts(head, DEM_STR("\xFF\xFE")) || dem_str_starts(head, DEM_STR("\xFE\xFF")) ||
           (n >= 16 && many * 3 >= n && few * 20 <= many);
}

static dem_status narrow(dem_inputs *i, dem_input **in, dem_offsets *bytes, dem_error *err)
{
    dem_str given, name = dem_arena_str(&i->wide, dem_input_name(*in));
    dem_decoded got = {0};
    dem_status st = dem_input_all(*in, DEM_CHARSET_MAX, &i->wide, &given, err);
    dem_input_close(*in);
    if (st != DEM_OK) return st;
    st = dem_charset_decode(&i->wide, given, (dem_str){NULL, 0}, &got);
    if (st != DEM_OK) return dem_fail(err, st, name, 0, 0, "longer than %zu bytes", DEM_CHARSET_MAX);
    *bytes = got.map;
    return dem_input_open_memory(in, name, got.text, DEM_MAX_TEXT, err);
}

dem_status dem_inputs_next(dem_inputs *i, dem_input **in, dem_offsets *bytes, dem_error *err)
{
    *bytes = (dem_offsets){0};
    dem_arena_reset(&i->wide);
    dem_status st = next_input(i, in, err);
    if (st == DEM_OK && is_wide(dem_input_peek(*in, HEAD))) st = narrow(i, in, bytes, err);
    if (st != DEM_OK) *in = NULL;
    return st;
}
