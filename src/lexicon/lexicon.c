/* lexicon/lexicon.c - loading: entries to their readers, references at the end. */
#include "lexicon/parts.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

enum { LINES_CHUNK = 1 << 20 };

/* ---- mistakes and references -------------------------------------------------------------------- */

static void bad_at(dem_loading *ld, dem_str path, uint32_t line, const char *text)
{
    dem_error e;
    dem_fail(&e, DEM_E_LEXICON, path, line, 0, "%s", text);
    if (ld->mistakes++ == 0 && ld->err) *ld->err = e;
    if (ld->options->report) ld->options->report(ld->options->ctx, &e);
}

void dem_load_bad(dem_loading *ld, uint32_t line, const char *fmt, ...)
{
    char text[sizeof((dem_error *)0)->text];
    if (ld->mistakes && !ld->options->all) return;
    va_list ap;
    va_start(ap, fmt);
    vsnprintf(text, sizeof text, fmt, ap);
    va_end(ap);
    bad_at(ld, ld->source->path, line, text);
}

const char *dem_space_name(dem_space space)
{
    static const char *const NAME[] = {"code", "country", "person", "group", "role", "entity", "list"};
    return NAME[space];
}

bool dem_load_unique(dem_loading *ld, dem_space space, dem_str label, uint32_t line, dem_actor *actor)
{
    uint32_t number = dem_map_add(&ld->label[space], label, (uint32_t)ld->known.n);
    if (number < ld->known.n) {
        const dem_known *first = &ld->known.at[number];
        dem_load_bad(ld, line, "%s \"%.*s\" was given before, in %.*s:%u", dem_space_name(space),
                     DEM_STR_ARG(label), DEM_STR_ARG(first->source->file), first->line);
        return false;
    }
    dem_vec_push(&ld->temp, &ld->known, ((dem_known){ld->source, line, actor}));
    return true;
}

const dem_known *dem_load_known(const dem_loading *ld, dem_space space, dem_str label)
{
    uint32_t number = dem_map_get(&ld->label[space], label);
    return number == DEM_MAP_NONE ? NULL : &ld->known.at[number];
}

static bool is_code_known(const dem_lexicon *l, dem_str code)
{
    static const char *const NON_STATE[] = {"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"};
    return dem_map_get(&l->country, code) != DEM_MAP_NONE || DEM_STR_ONE_OF(code, NON_STATE);
}

/* True if what `ref` names is defined; sets the role of a tenure. */
static bool resolve(const dem_loading *ld, const dem_ref *ref)
{
    if (ref->kind == DEM_REF_CODE) return is_code_known(ld->lex, ref->name);
    const dem_known *known = dem_load_known(ld, ref->tenure ? DEM_SPACE_ROLE : DEM_SPACE_LIST, ref->name);
    if (known && ref->tenure) ref->tenure->role = known->actor;
    return known != NULL;
}

/* What is defined already, as nearly all is in the order of the files, need not be remembered. */
void dem_load_ref(dem_loading *ld, dem_ref_kind kind, dem_str name, uint32_t line, dem_tenure *tenure)
{
    const dem_ref ref = {kind, line, name, ld->source, tenure};
    if (!resolve(ld, &ref)) dem_vec_push(&ld->temp, &ld->ref, ref);
}

static void resolve_all(dem_loading *ld)
{
    static const char *const WHAT[] = {"role", "list", "code"};
    for (size_t i = 0; i < ld->ref.n && (ld->options->all || !ld->mistakes); i++) {
        const dem_ref *ref = &ld->ref.at[i];
        if (resolve(ld, ref) || ld->options->alone) continue;
        char text[sizeof((dem_error *)0)->text];
        snprintf(text, sizeof text, "unknown %s \"%.*s\"", WHAT[ref->kind], DEM_STR_ARG(ref->name));
        bad_at(ld, ref->source->path, ref->line, text);
    }
    ld->ref.n = 0;
}

/* ---- files and entries -------------------------------------------------------------------------- */

static const struct {
    const char *keyword;
    void (*load)(dem_loading *ld, const dem_entry *e);
} ENTRIES[] = {
    {"country", dem_load_country}, {"person", dem_load_person}, {"group", dem_load_group},
    {"role", dem_load_role},       {"entity", dem_load_entity}, {"collective", dem_load_collective},
    {"list", dem_load_list},       {"means", dem_load_means},   {"context", dem_load_context},
    {"anchor", dem_load_anchor},   {"places", dem_load_places}, {"time", dem_load_time},
    {"holiday", dem_load_holiday},
};

static void load_entry(dem_loading *ld, const dem_entry *e)
{
    dem_str rest = e->head.text, word = dem_scan_word(&rest);
    if (e->head.indented) {
        dem_load_bad(ld, e->head.line, "an indented line without an entry above it");
        return;
    }
    if (word.p[0] == '[') {
        dem_load_block(ld, e);
        return;
    }
    if (dem_load_is_replaced(ld, e)) return;
    if (dem_load_is_also(e)) {
        ld->source->has_also = true;
        return;
    }
    for (size_t i = 0; i < sizeof ENTRIES / sizeof *ENTRIES; i++)
        if (dem_str_is(word, ENTRIES[i].keyword)) {
            ENTRIES[i].load(ld, e);
            return;
        }
    if (dem_is_frame_word(word))
        dem_load_frame(ld, e);
    else
        dem_load_bad(ld, e->head.line, "unknown entry \"%.*s\"", DEM_STR_ARG(word));
}

/* Gives every entry of a file to `each`. */
static void walk(dem_loading *ld, dem_source *source, void (*each)(dem_loading *ld, const dem_entry *e))
{
    dem_scan scan;
    dem_entry entry;
    ld->source = source;
    ld->block.open = false;
    dem_arena_reset(&ld->lines);
    dem_scan_init(&scan, &ld->lines, ld->arena, source->text);
    while ((ld->options->all || !ld->mistakes) && dem_scan_next(&scan, &entry)) each(ld, &entry);
}

static void load_entries(dem_loading *ld)
{
    dem_source *source = ld->sources.at;
    size_t n = ld->sources.n;
    for (size_t i = 0; i < n; i++)
        if (source[i].layer) walk(ld, &source[i], dem_load_note);
    for (size_t i = 0; i < n; i++) walk(ld, &source[i], load_entry);
    resolve_all(ld);
    for (size_t i = 0; i < n; i++)
        if (source[i].has_also) walk(ld, &source[i], dem_load_also);
    resolve_all(ld);
}

/* ---- the whole ---------------------------------------------------------------------------------- */

static dem_lexicon *new_lexicon(void)
{
    dem_lexicon *l = dem_xalloc(sizeof *l);
    dem_arena *a = &l->arena;
    dem_arena_init(a, DEM_HUGE_PAGE);
    dem_arena_init(&l->word_arena, DEM_HUGE_PAGE);
    dem_map_init(&l->words, &l->word_arena);
    dem_map_init(&l->list_by_name, a);
    dem_map_init(&l->country, a);
    dem_map_init(&l->holding_by_office, a);
    dem_map_init(&l->titled_by_name, a);
    dem_map_init(&l->frame_by_lemma, a);
    dem_map_init(&l->centre, a);
    dem_map_init(&l->domain, a);
    dem_map_init(&l->iso, a);
    dem_trie_init(&l->names, a, &l->words);
    dem_trie_init(&l->roles, a, &l->words);
    dem_trie_init(&l->places, a, &l->words);
    dem_trie_init(&l->phrases, a, &l->words);
    dem_trie_root(&l->places);
    dem_trie_root(&l->names);
    dem_trie_root(&l->roles);
    l->context_root = dem_trie_root(&l->phrases);
    l->anchor_root = dem_trie_root(&l->phrases);
    l->time_root = dem_trie_root(&l->phrases);
    for (unsigned t = 0; t < DEM_EVENT_COUNT; t++) l->means_root[t] = dem_trie_root(&l->phrases);
    return l;
}

/* Room for what so many bytes are likely to hold, by the lexicons that ship: tables that grow are built twice, and
 * leave the smaller one behind. */
static void reserve(dem_loading *ld)
{
    enum { BYTES_A_WORD = 96, BYTES_A_NAME = 48, BYTES_A_NODE = 40 };
    size_t size = 0;
    for (size_t i = 0; i < ld->sources.n; i++) size += ld->sources.at[i].text.n;
    dem_map_reserve(&ld->lex->words, (uint32_t)(size / BYTES_A_WORD));
    dem_trie_reserve(&ld->lex->names, (uint32_t)(size / BYTES_A_NODE));
    dem_vec_reserve(ld->arena, &ld->lex->sense, size / BYTES_A_NAME);
}

static dem_status load_all(dem_loading *ld, const char *path, dem_error *err)
{
    dem_status status = dem_load_sources(ld, path, err);
    if (status != DEM_OK) return status;
    reserve(ld);
    load_entries(ld);
    if (ld->mistakes) return DEM_E_LEXICON;
    dem_load_finish_holdings(ld);
    dem_load_finish_titled(ld);
    dem_load_finish_senses(ld);
    dem_load_finish_frames(ld);
    dem_load_finish_places(ld);
    ld->lex->size.lists = (uint32_t)ld->lex->list_root.n;
    return DEM_OK;
}

dem_status dem_lexicon_load_with(dem_lexicon **out, const char *path, const dem_lexicon_options *options,
                                 dem_error *err)
{
    dem_lexicon *l = new_lexicon();
    dem_loading ld = {.lex = l, .arena = &l->arena, .options = options, .err = err};
    dem_arena_init(&ld.temp, DEM_HUGE_PAGE);
    dem_arena_init(&ld.lines, LINES_CHUNK);
    for (int i = 0; i < DEM_SPACE_COUNT; i++) {
        dem_map_init(&ld.label[i], &ld.temp);
        dem_map_init(&ld.layer[i], &ld.temp);
    }
    dem_status st = load_all(&ld, path, err);
    dem_arena_release(&ld.temp);
    dem_arena_release(&ld.lines);
    if (st != DEM_OK) {
        dem_lexicon_free(l);
        l = NULL;
    }
    *out = l;
    return st;
}

dem_status dem_lexicon_load(dem_lexicon **out, const char *dir, dem_error *err)
{
    return dem_lexicon_load_over(out, dir, NULL, 0, err);
}

dem_status dem_lexicon_load_over(dem_lexicon **out, const char *dir, const char *const *overlay, size_t n,
                                 dem_error *err)
{
    const dem_lexicon_options options = {.overlay = overlay, .n_overlays = n};
    return dem_lexicon_load_with(out, dir, &options, err);
}

void dem_lexicon_free(dem_lexicon *l)
{
    if (!l) return;
    dem_arena_release(&l->arena);
    dem_arena_release(&l->word_arena);
    free(l);
}

const char *dem_lexicon_hash(const dem_lexicon *l)
{
    return l->hash;
}

const dem_actor *dem_lexicon_country(const dem_lexicon *l, const char *code)
{
    uint32_t i = dem_map_get(&l->country, dem_str_from(code));
    return i == DEM_MAP_NONE ? NULL : l->actor.at[i];
}

const dem_actor *dem_lexicon_iso(const dem_lexicon *l, dem_str code)
{
    uint32_t i = dem_map_get(&l->iso, code);
    return i == DEM_MAP_NONE ? NULL : l->coded.at[i];
}

const dem_actor *dem_lexicon_domain(const dem_lexicon *l, dem_str address)
{
    size_t from = 0, to = 0;
    while (from < address.n && !dem_str_starts(dem_str_sub(address, from, address.n), DEM_STR("//"))) from++;
    from = from < address.n ? from + 2 : 0; /* no scheme: "www.example.ca" */
    for (to = from; to < address.n && !strchr("/:?#", address.p[to]);) to++;
    size_t dot = to;
    while (dot > from && address.p[dot - 1] != '.') dot--;
    uint32_t i = dot > from ? dem_map_get(&l->domain, dem_str_sub(address, dot, to)) : DEM_MAP_NONE;
    return i == DEM_MAP_NONE ? NULL : l->coded.at[i];
}

dem_lexicon_size dem_lexicon_count(const dem_lexicon *l)
{
    return l->size;
}
