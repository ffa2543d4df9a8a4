/* lexicon/titled.c - persons by a title and one word of their name: "President Bush", "Premier Wen". */
#include "lexicon/key.h"
#include "lexicon/parts.h"

enum {
    NAMES = 2
}; /* the last word of a name and the first: "Bush" of "George W. Bush", "Wen" of "Wen Jiabao" */

static dem_str last_word(dem_str label)
{
    size_t at = label.n;
    while (at > 0 && label.p[at - 1] != ' ') at--;
    return dem_str_sub(label, at, label.n);
}

static dem_str first_word(dem_str label)
{
    return dem_str_sub(label, 0, dem_str_find(label, DEM_STR(" ")));
}

static void add(dem_lexicon *l, dem_str name, uint32_t holding)
{
    dem_key key;
    dem_key_lower(&key, name);
    if (!key.n) return;
    uint32_t first = dem_map_get(&l->titled_by_name, dem_key_str(&key));
    dem_vec_push(&l->arena, &l->titled, ((dem_titled){holding, first}));
    dem_map_put(&l->titled_by_name, dem_key_str(&key), (uint32_t)l->titled.n - 1);
}

void dem_load_finish_titled(dem_loading *ld)
{
    dem_lexicon *l = ld->lex;
    dem_vec_reserve(ld->arena, &l->titled, NAMES * l->holding.n);
    for (size_t i = 0; i < l->holding.n; i++) {
        const dem_holding *h = &l->holding.at[i];
        const dem_actor *role = h->tenure->role;
        if (role->role_kind != DEM_ROLE_OFFICE || role->several) continue;
        dem_str last = last_word(h->person->label), first = first_word(h->person->label);
        add(l, last, (uint32_t)i);
        if (first.n < h->person->label.n) add(l, first, (uint32_t)i);
    }
}

static bool holds(const dem_tenure *t, dem_date day)
{
    if (day == DEM_DATE_NONE) return t->to == DEM_DATE_NONE;
    return (t->from == DEM_DATE_NONE || t->from <= day) && (t->to == DEM_DATE_NONE || day <= t->to);
}

const dem_actor *dem_lexicon_titled(const dem_lexicon *l, dem_str name, const dem_actor *role, const char *code,
                                    dem_date day)
{
    dem_key key;
    const dem_actor *found = NULL;
    dem_key_lower(&key, name);
    if (!key.n) return NULL;
    for (uint32_t i = dem_map_get(&l->titled_by_name, dem_key_str(&key)); i != DEM_MAP_NONE;
         i = l->titled.at[i].next) {
        const dem_holding *h = &l->holding.at[l->titled.at[i].holding];
        if (h->tenure->role != role || !holds(h->tenure, day) ||
            (code[0] && strcmp(h->tenure->code, code) != 0))
            continue;
        if (found && found != h->person) return NULL;
        found = h->person;
    }
    return found;
}

bool dem_lexicon_names_person(const dem_lexicon *l, dem_str word)
{
    dem_key key;
    dem_key_lower(&key, word);
    return key.n && dem_map_get(&l->titled_by_name, dem_key_str(&key)) != DEM_MAP_NONE;
}
