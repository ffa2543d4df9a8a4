/* import/actor.c - an actor: its names, and what it is when. */
#include "import/parts.h"

/* ---- periods ---------------------------------------------------------------------------------------- */

static bool is_same(const dem_period *a, const dem_period *b)
{
    return strcmp(a->is.code, b->is.code) == 0 && a->is.sectors == b->is.sectors &&
           a->is.nobody == b->is.nobody && a->dated == b->dated && a->from == b->from && a->to == b->to;
}

/* Adds a period. Of two without days the first counts, as a default; one that was there already adds nothing. */
static void add_period(dem_importer *im, dem_periods *to, const dem_dic_part *part, const dem_period *p)
{
    enum { MOST = 256 }; /* each is compared with all before it */
    for (size_t i = 0; i < to->n; i++) {
        const dem_period *have = &to->at[i];
        if (is_same(have, p)) return;
        if (have->dated || p->dated || have->is.nobody || !have->is.code[0]) continue;
        if (!p->is.nobody && p->is.code[0])
            dem_ledger_note_add(&im->ledger, DEM_LOSS_SECOND, part->line,
                                "[%.*s]: there is a code without days before it",
                                DEM_STR_ARG(dem_ledger_cut(part->text)));
        return;
    }
    if (to->n < MOST) dem_vec_push(&im->arena, to, *p);
    else
        dem_ledger_note_add(&im->ledger, DEM_LOSS_SECOND, part->line, "[%.*s]: the entry has too many codes",
                            DEM_STR_ARG(dem_ledger_cut(part->text)));
}

static dem_periods read_periods(dem_importer *im, const dem_dic_entry *e)
{
    dem_periods periods = {0};
    for (size_t i = 0; i < e->bracket.n; i++) {
        dem_bracket b;
        dem_period p = {.line = e->bracket.at[i].line};
        if (!dem_importer_bracket(im, &e->bracket.at[i], &b, &p.is)) continue;
        p.dated = b.dated;
        p.from = b.from;
        p.to = b.to;
        add_period(im, &periods, &e->bracket.at[i], &p);
    }
    return periods;
}

/* ---- names ------------------------------------------------------------------------------------------ */

/* The names in the order of the phrases; *label is what the actor is called by. */
static dem_names read_names(dem_importer *im, const dem_dic_entry *e, bool person, dem_str *label)
{
    dem_names names = {0};
    dem_dic_parts phrases = {0};
    dem_map seen;
    bool plain = false;
    dem_map_init(&seen, &im->arena);
    for (size_t i = 0; i < e->phrase.n; i++) dem_phrase_split(&im->arena, &e->phrase.at[i], &phrases);
    for (size_t i = 0; i < phrases.n; i++) {
        dem_str print[DEM_MAX_PRINTS];
        uint32_t n = dem_print_names(&im->arena, &phrases, i, print);
        if (!n) dem_importer_note_name(im, &phrases.at[i]);
        for (uint32_t k = 0; k < n; k++) dem_importer_add_once(im, &seen, &names, print[k]);
        bool better = person && n && !plain && dem_phrase_is_plain_name(phrases.at[i].text);
        if (n && (!label->n || better)) *label = dem_print_label(&im->arena, print[0]);
        plain |= better;
    }
    return names;
}

/* ---- the whole -------------------------------------------------------------------------------------- */

static bool has_code(const dem_periods *periods)
{
    for (size_t i = 0; i < periods->n; i++)
        if (periods->at[i].is.code[0]) return true;
    return false;
}

/* Officials of organisations of states are GOV (codebook 7.3), which CAMEO does not say. */
static void make_officials(dem_periods *periods)
{
    for (size_t i = 0; i < periods->n; i++) {
        dem_actor_code *is = &periods->at[i].is;
        bool states =
            strcmp(is->code, "IGO") == 0 || strcmp(is->code, "UNO") == 0 || strcmp(is->code, "EUR") == 0;
        if (states && !is->sectors) is->sectors = (dem_sectors)DEM_BIT(DEM_SEC_GOV);
    }
}

/* [---] says that a name stands for nobody, but not if it also has codes that are lost. */
static bool is_useful(dem_importer *im, const dem_dic_entry *e, dem_kind kind, const dem_periods *periods)
{
    if (kind == DEM_KIND_NOBODY) return !im->ledger.note.n;
    if (has_code(periods)) return true;
    if (!e->bracket.n)
        dem_ledger_note_add(&im->ledger, DEM_LOSS_NO_CODE, e->phrase.at[0].line, "there is no code");
    else if (periods->n)
        dem_ledger_note_add(&im->ledger, DEM_LOSS_ROLE, e->phrase.at[0].line, "no code has a country");
    return false;
}

bool dem_import_actor(dem_importer *im, const dem_dic_entry *e, bool *known)
{
    dem_str label = {NULL, 0};
    dem_periods periods = read_periods(im, e);
    dem_kind kind = dem_kind_of(e->phrase.at[0].text, &periods);
    bool useful = is_useful(im, e, kind, &periods);
    dem_names names = read_names(im, e, dem_kind_is_person(kind), &label);
    if (!useful || !names.n) return false;
    if (dem_kind_is_person(kind)) make_officials(&periods);
    *known = !dem_write_actor(&im->written, im->path, e->phrase.at[0].line, kind, label, &names, &periods);
    return true;
}
