/* eval/attributed.c - see attributed.h. */
#include "eval/attributed.h"
#include <jansson.h>

static const char *const ROLE[DEM_MARKED_ROLES] = {"source", "cue", "content"};

/* [[start, end], ...] within a text of `length` bytes; false if it is not that. */
static bool read_pieces(const json_t *list, size_t length, dem_arena *arena, dem_span **out, uint32_t *n)
{
    *n = 0;
    *out = dem_arena_array(arena, dem_span, json_array_size(list) + 1);
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *piece = json_array_get(list, i), *a = json_array_get(piece, 0),
                     *b = json_array_get(piece, 1);
        if (!json_is_integer(a) || !json_is_integer(b)) return false;
        json_int_t from = json_integer_value(a), to = json_integer_value(b);
        if (from < 0 || from >= to || (size_t)to > length) return false;
        (*out)[(*n)++] = (dem_span){(uint32_t)from, (uint32_t)to};
    }
    return true;
}

static bool read_all(const json_t *root, dem_arena *arena, dem_attributed *out)
{
    const json_t *text = json_object_get(root, "text"), *id = json_object_get(root, "id"),
                 *all = json_object_get(root, "attributions"), *title = json_object_get(root, "title");
    if (!json_is_string(text) || !json_is_string(id) || !json_is_array(all) ||
        json_string_length(text) > DEM_MAX_TEXT)
        return false;
    out->report.text = dem_arena_str(arena, (dem_str){json_string_value(text), json_string_length(text)});
    out->report.id = dem_arena_str(arena, dem_str_from(json_string_value(id)));
    if (json_is_string(title)) out->report.title = dem_arena_str(arena, dem_str_from(json_string_value(title)));
    dem_marked_relation *relation = dem_arena_array(arena, dem_marked_relation, json_array_size(all) + 1);
    for (size_t i = 0; i < json_array_size(all); i++)
        for (unsigned r = 0; r < DEM_MARKED_ROLES; r++)
            if (!read_pieces(json_object_get(json_array_get(all, i), ROLE[r]), out->report.text.n, arena,
                             &relation[i].at[r], &relation[i].n[r]))
                return false;
    out->relation = relation;
    out->n = (uint32_t)json_array_size(all);
    return true;
}

dem_status dem_attributed_read(dem_str line, dem_str source, uint64_t number, dem_arena *arena,
                               dem_attributed *out, dem_error *err)
{
    json_error_t why;
    *out = (dem_attributed){.report.day = DEM_DATE_NONE};
    json_t *root = json_loadb(line.p, line.n, 0, &why);
    if (!root) return dem_fail(err, DEM_E_FORMAT, source, number, 0, "no JSON: %s", why.text);
    bool good = read_all(root, arena, out);
    json_decref(root);
    return good ? DEM_OK : dem_fail(err, DEM_E_FORMAT, source, number, 0, "no report with marked attributions");
}

bool dem_marked_covers(const dem_marked_relation *r, unsigned role, const dem_token *t)
{
    for (uint32_t i = 0; i < r->n[role]; i++)
        if (t->start < r->at[role][i].end && t->end > r->at[role][i].start) return true;
    return false;
}
