/* import/sets.c - substitution sets of agents: !PERSON! = MAN, WOMAN makes FISHER!PERSON! two phrases. */
#include "import/parts.h"

enum { MAX_FORMS = 256, MAX_FORM = 512, MAX_SETS = 1024 };

/* A name between marks, and an equals sign behind it. */
bool dem_sets_take(dem_sets *sets, dem_str line)
{
    if (!dem_str_starts(line, DEM_STR("!"))) return false;
    dem_str rest = dem_str_sub(line, 1, line.n), member;
    size_t mark = dem_str_find(rest, DEM_STR("!"));
    dem_str name = dem_str_sub(rest, 0, mark);
    rest = dem_str_trim(dem_str_sub(rest, mark + 1, rest.n));
    if (!name.n || !dem_str_starts(rest, DEM_STR("="))) return false;
    if (sets->set.n == MAX_SETS) return true;
    dem_set *set = dem_arena_new(&sets->arena, dem_set);
    rest = dem_str_sub(rest, 1, rest.n);
    set->name = dem_arena_str(&sets->arena, name);
    while (dem_str_next(&rest, ',', &member) && set->n < sizeof set->member / sizeof *set->member) {
        member = dem_str_trim(member);
        if (member.n) set->member[set->n++] = dem_arena_str(&sets->arena, member);
    }
    dem_vec_push(&sets->arena, &sets->set, set);
    return true;
}

/* The set of this name, or NULL; of two the later one. */
static const dem_set *find(const dem_sets *sets, dem_str name)
{
    for (size_t i = sets->set.n; i-- > 0;)
        if (dem_str_eq(sets->set.at[i]->name, name)) return sets->set.at[i];
    return NULL;
}

/* Adds `done` and the forms of `rest` behind it. What comes out of a set is not looked at again. Each branch ends in
 * a form, so that MAX_FORMS bounds the work; a form that grows too long is added as it is, and is no word then. */
static bool expand(const dem_sets *sets, dem_arena *arena, dem_str done, dem_str rest, dem_strs *to)
{
    size_t open = dem_str_find(rest, DEM_STR("!"));
    dem_str before = dem_str_sub(rest, 0, open), behind = dem_str_sub(rest, open + 1, rest.n);
    size_t close = dem_str_find(behind, DEM_STR("!"));
    if (open == rest.n || done.n > MAX_FORM) {
        dem_str form = dem_arena_printf(arena, "%.*s%.*s", DEM_STR_ARG(done), DEM_STR_ARG(rest));
        dem_vec_push(arena, to, form);
        return true;
    }
    const dem_set *set = find(sets, dem_str_sub(behind, 0, close));
    if (close == behind.n || !set || !set->n) return false;
    for (uint32_t i = 0; i < set->n && to->n < MAX_FORMS; i++) {
        dem_str form = dem_arena_printf(arena, "%.*s%.*s%.*s", DEM_STR_ARG(done), DEM_STR_ARG(before),
                                        DEM_STR_ARG(set->member[i]));
        if (!expand(sets, arena, form, dem_str_sub(behind, close + 1, behind.n), to)) return false;
    }
    return true;
}

bool dem_sets_expand(const dem_sets *sets, dem_arena *arena, dem_str phrase, dem_strs *to)
{
    return expand(sets, arena, DEM_STR(""), phrase, to);
}
