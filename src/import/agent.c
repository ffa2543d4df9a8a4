/* import/agent.c - an agent: a role word that takes the country of the actor it stands with. */
#include "import/parts.h"

/* The forms of a phrase as role words, with the plural of the head if it gives one. */
static void add_words(dem_importer *im, const dem_dic_entry *e, size_t which, dem_map *seen, dem_names *to)
{
    const dem_dic_part *phrase = &e->phrase.at[which];
    dem_strs forms = {0};
    if (!dem_sets_expand(&im->dictionary.sets, &im->arena, phrase->text, &forms))
        dem_ledger_note_add(&im->ledger, DEM_LOSS_MACRO, phrase->line,
                            "%.*s: the set between the marks is not defined",
                            DEM_STR_ARG(dem_ledger_cut(phrase->text)));
    for (size_t i = 0; i < forms.n; i++) {
        dem_str word = dem_print_word(&im->arena, forms.at[i]);
        dem_str plural = e->plural.n ? dem_print_word(&im->arena, e->plural) : word;
        if (!word.n || !plural.n) dem_importer_note_name(im, phrase);
        else if (which == 0 && e->has_plural)
            dem_importer_add_once(
                im, seen, to,
                dem_arena_printf(&im->arena, "%.*s/%.*s", DEM_STR_ARG(word), DEM_STR_ARG(plural)));
        else dem_importer_add_once(im, seen, to, word);
    }
}

static dem_str label_of_role(dem_importer *im, const dem_names *words)
{
    dem_str first = words->at[0].text;
    first = dem_str_sub(first, 0, dem_str_find(first, DEM_STR("/")));
    dem_dic_part part = {.text = dem_arena_str(&im->arena, first)};
    for (size_t i = 0; i < part.text.n; i++) {
        char *c = (char *)&part.text.p[i];
        if (*c >= 'a' && *c <= 'z') *c = (char)(*c - 32);
    }
    dem_dic_parts all = {&part, 1, 1};
    dem_str print[DEM_MAX_PRINTS];
    return dem_print_names(&im->arena, &all, 0, print) ? dem_print_label(&im->arena, print[0]) : first;
}

bool dem_import_agent(dem_importer *im, const dem_dic_entry *e, bool *known)
{
    dem_map seen;
    dem_names words = {0};
    dem_bracket b;
    dem_actor_code code;
    bool good = dem_importer_bracket(im, &e->bracket.at[0], &b, &code);
    dem_map_init(&seen, &im->arena);
    for (size_t i = 0; i < e->phrase.n; i++) add_words(im, e, i, &seen, &words);
    for (size_t i = 1; i < e->bracket.n; i++)
        dem_ledger_note_add(&im->ledger, DEM_LOSS_SECOND, e->bracket.at[i].line,
                            "[%.*s]: an agent has one code",
                            DEM_STR_ARG(dem_ledger_cut(e->bracket.at[i].text)));
    if (good && b.dated)
        dem_ledger_note_add(&im->ledger, DEM_LOSS_DATE, e->bracket.at[0].line, "[%.*s]: an agent has no days",
                            DEM_STR_ARG(dem_ledger_cut(e->bracket.at[0].text)));
    if (!good || !words.n) return false;
    *known =
        !dem_write_role(&im->written, im->path, e->phrase.at[0].line, label_of_role(im, &words), &words, &code);
    return true;
}
