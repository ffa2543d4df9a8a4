/* lexicon/overlay.c - a later layer of files over an earlier one: entries that replace, and entries that add.
 *
 * The labels of the overlays are noted before anything is loaded, so that an entry that will be replaced is never
 * loaded. What begins with "also" waits until everything else is there. */
#include "lexicon/parts.h"

static dem_str whole(dem_str head)
{
    return head;
}
static dem_str first_word(dem_str head)
{
    return dem_scan_word(&head);
}
static dem_str entity_label(dem_str head)
{
    char code[4];
    dem_sectors sectors;
    return dem_load_entity_head(head, code, &sectors);
}

typedef struct labelled {
    const char *keyword;
    dem_space space;
    dem_actor_kind kind;            /* of all but lists */
    dem_str (*label)(dem_str head); /* of what follows the keyword */
} labelled;
static const labelled LABELLED[] = {
    {"country", DEM_SPACE_CODE, DEM_ACTOR_COUNTRY, first_word},
    {"person", DEM_SPACE_PERSON, DEM_ACTOR_PERSON, whole},
    {"group", DEM_SPACE_GROUP, DEM_ACTOR_GROUP, whole},
    {"role", DEM_SPACE_ROLE, DEM_ACTOR_ROLE, whole},
    {"entity", DEM_SPACE_ENTITY, DEM_ACTOR_ENTITY, entity_label},
    {"list", DEM_SPACE_LIST, 0, dem_load_list_name},
};

/* What kind of entry begins with `head`, "person Xi Jinping", and its label; NULL if it has none. */
static const labelled *find_label(dem_str head, dem_str *label)
{
    dem_str word = dem_scan_word(&head);
    for (size_t i = 0; i < sizeof LABELLED / sizeof *LABELLED; i++)
        if (dem_str_is(word, LABELLED[i].keyword)) {
            *label = LABELLED[i].label(head);
            return &LABELLED[i];
        }
    return NULL;
}

/* True if a later layer than the one at hand has an entry of this label. */
static bool is_covered(const dem_loading *ld, const labelled *l, dem_str label)
{
    uint32_t layer = dem_map_get(&ld->layer[l->space], label);
    return layer != DEM_MAP_NONE && layer > ld->source->layer;
}

void dem_load_note(dem_loading *ld, const dem_entry *e)
{
    dem_str label;
    const labelled *l = find_label(e->head.text, &label);
    if (l && !(l->space == DEM_SPACE_LIST && dem_load_list_adds(e)))
        dem_map_put(&ld->layer[l->space], label, ld->source->layer);
}

bool dem_load_is_replaced(const dem_loading *ld, const dem_entry *e)
{
    dem_str label;
    const labelled *l = ld->options->n_overlays ? find_label(e->head.text, &label) : NULL;
    return l && is_covered(ld, l, label);
}

bool dem_load_is_also(const dem_entry *e)
{
    dem_str head = e->head.text;
    return dem_str_is(dem_scan_word(&head), "also");
}

/* In a file of its own, what is added to is not at hand: then the lines are only looked at. */
static dem_actor *target(dem_loading *ld, const labelled *l, const dem_known *known)
{
    if (known) return known->actor;
    dem_actor *blank = dem_arena_new(&ld->temp, dem_actor);
    blank->kind = l->kind;
    return blank;
}

void dem_load_also(dem_loading *ld, const dem_entry *e)
{
    dem_entry more = *e;
    dem_str label;
    if (!dem_load_is_also(e)) return;
    dem_scan_word(&more.head.text);
    const labelled *l = find_label(more.head.text, &label);
    if (!l) {
        dem_load_bad(ld, e->head.line, "\"also\" is followed by country, person, group, role, entity or list");
        return;
    }
    if (is_covered(ld, l, label)) return;
    const dem_known *known = dem_load_known(ld, l->space, label);
    if (!known && !ld->options->alone)
        dem_load_bad(ld, e->head.line, "there is no %s \"%.*s\" to add to", l->keyword, DEM_STR_ARG(label));
    else if (l->space == DEM_SPACE_LIST) dem_load_more_list(ld, &more);
    else dem_load_more(ld, &more, target(ld, l, known));
}
