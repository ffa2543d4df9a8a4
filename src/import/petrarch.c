/* import/petrarch.c - dictionaries into entries of the lexicon: see petrarch.h. */
#include "base/utf8.h"
#include "import/parts.h"

/* ---- what actors and agents have in common ---------------------------------------------------------- */

/* What is wrong with a code, for the person who reads the report. */
static const char *wrong_with(dem_loss loss)
{
    switch (loss) {
    case DEM_LOSS_COMPOUND: return "two actors in one code";
    case DEM_LOSS_REGION: return "a region, which has no code here";
    case DEM_LOSS_GROUP: return "a religion, ethnic group or part of a country, which has no code here";
    case DEM_LOSS_ROLE: return "a role that says nothing here, or without a country";
    case DEM_LOSS_DISCARD: return "an order to drop the report";
    default: return "no code of CAMEO";
    }
}

static void note_code(dem_importer *im, dem_loss loss, const dem_dic_part *bracket, dem_str triplet)
{
    dem_ledger_note_add(&im->ledger, loss, bracket->line, "[%.*s]: %.*s is %s",
                        DEM_STR_ARG(dem_ledger_cut(bracket->text)), DEM_STR_ARG(dem_ledger_cut(triplet)),
                        wrong_with(loss));
}

bool dem_importer_bracket(dem_importer *im, const dem_dic_part *part, dem_bracket *b, dem_actor_code *code)
{
    if (!dem_bracket_read(part->text, b)) {
        dem_ledger_note_add(&im->ledger, DEM_LOSS_DATE, part->line, "[%.*s]: these are no days",
                            DEM_STR_ARG(dem_ledger_cut(part->text)));
        return false;
    }
    dem_loss loss = dem_actor_code_read(b->code, b->agent, code);
    dem_loss noted = loss != DEM_LOSS_NONE ? loss : code->lost;
    if (noted != DEM_LOSS_NONE) note_code(im, noted, part, code->triplet);
    return loss == DEM_LOSS_NONE;
}

void dem_importer_note_name(dem_importer *im, const dem_dic_part *phrase)
{
    dem_ledger_note_add(&im->ledger, DEM_LOSS_NAME, phrase->line, "%.*s cannot be written as a name",
                        DEM_STR_ARG(dem_ledger_cut(phrase->text)));
}

void dem_importer_add_once(dem_importer *im, dem_map *seen, dem_names *to, dem_str text)
{
    if (dem_map_get(seen, text) != DEM_MAP_NONE) return;
    dem_map_put(seen, text, 1);
    dem_vec_push(&im->arena, to, ((dem_name){text, dem_str_find(text, DEM_STR(" ")) == text.n}));
}

/* ---- files ------------------------------------------------------------------------------------------ */

static bool is_agent(const dem_dic_entry *e)
{
    return e->bracket.n && dem_str_find(e->bracket.at[0].text, DEM_STR("~")) < e->bracket.at[0].text.n;
}

static void import_entry(dem_importer *im, const dem_dic_entry *e)
{
    bool known = false, written = false;
    dem_petrarch_count *c = im->count;
    if (!e->broken) written = is_agent(e) ? dem_import_agent(im, e, &known) : dem_import_actor(im, e, &known);
    c->entries++;
    *(!written ? &c->none : im->ledger.note.n ? &c->part : known ? &c->repeated : &c->whole) += 1;
    dem_ledger_close(&im->ledger, e->phrase.at[0].text, written);
}

static dem_status import_file(dem_importer *im, const char *path, dem_error *err)
{
    dem_dic_entry e;
    im->path = im->ledger.file = dem_str_from(path);
    dem_status st = dem_dictionary_open(&im->dictionary, path, &im->ledger, err);
    if (st != DEM_OK) return st;
    while ((st = dem_dictionary_next(&im->dictionary, &im->arena, &e, err)) == DEM_OK) {
        import_entry(im, &e);
        dem_arena_reset(&im->arena);
    }
    dem_dictionary_close(&im->dictionary);
    return st == DEM_END ? DEM_OK : st;
}

dem_status dem_petrarch_actors(const char *const *path, size_t n, const dem_petrarch_options *options,
                               dem_buf *out, dem_petrarch_count *count, dem_error *err)
{
    dem_importer im = {.options = options, .count = count};
    dem_status st = DEM_OK;
    *count = (dem_petrarch_count){0};
    dem_arena_init(&im.arena, 0);
    im.ledger = (dem_ledger){.options = options, .count = count, .arena = &im.arena};
    dem_write_begin(&im.written, out, count, options->mark);
    for (size_t i = 0; i < n && st == DEM_OK; i++) st = import_file(&im, path[i], err);
    dem_write_end(&im.written);
    dem_arena_release(&im.arena);
    return st;
}

bool dem_petrarch_mark_fits(dem_str mark)
{
    enum { LONGEST = 40 };
    if (!dem_str_trim(mark).n || mark.n > LONGEST || !dem_utf8_valid(mark)) return false;
    for (size_t i = 0; i < mark.n; i++)
        if ((unsigned char)mark.p[i] < ' ' || strchr("#|[]\x7f", mark.p[i])) return false;
    return true;
}
