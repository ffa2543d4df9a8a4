/* lexicon/lexicon.c - loading: files in order, entries to their readers, references at the end. */
#include "base/input.h"
#include "base/paths.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "lexicon/parts.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { MAX_FILE = 16 << 20 };

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
    bad_at(ld, ld->path, line, text);
}

void dem_load_ref(dem_loading *ld, dem_ref_kind kind, dem_str name, uint32_t line)
{
    dem_vec_push(ld->arena, &ld->ref, ((dem_ref){kind, name, ld->path, line, NULL, NULL}));
}

bool dem_load_unique(dem_loading *ld, const char *space, dem_str label, uint32_t line)
{
    dem_str key = dem_arena_printf(ld->arena, "%s %.*s", space, DEM_STR_ARG(label));
    uint32_t first = dem_map_get(&ld->label, key);
    if (first != DEM_MAP_NONE) {
        dem_load_bad(ld, line, "%s \"%.*s\" was given before, in %.*s", space, DEM_STR_ARG(label),
                     DEM_STR_ARG(ld->origin.at[first]));
        return false;
    }
    dem_map_put(&ld->label, key, (uint32_t)ld->origin.n);
    dem_vec_push(ld->arena, &ld->origin, dem_arena_printf(ld->arena, "%.*s:%u", DEM_STR_ARG(ld->file), line));
    return true;
}

static bool is_code_known(const dem_lexicon *l, dem_str code)
{
    static const char *const NON_STATE[] = {"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"};
    return DEM_STR_ONE_OF(code, NON_STATE) || dem_map_get(&l->country, code) != DEM_MAP_NONE;
}

/* True if what `ref` names is defined; sets the role of a tenure. */
static bool resolve(dem_loading *ld, const dem_ref *ref)
{
    if (ref->kind == DEM_REF_CODE) return is_code_known(ld->lex, ref->name);
    if (ref->kind == DEM_REF_LIST) return dem_map_get(&ld->list_defined, ref->name) != DEM_MAP_NONE;
    uint32_t role = dem_map_get(&ld->role, ref->name);
    if (role == DEM_MAP_NONE) return false;
    ref->tenure->role = ld->lex->actor.at[role];
    dem_load_holding(ld, ref->person, ref->tenure);
    return true;
}

static void resolve_all(dem_loading *ld)
{
    static const char *const WHAT[] = {"role", "list", "code"};
    for (size_t i = 0; i < ld->ref.n && (ld->options->all || !ld->mistakes); i++) {
        const dem_ref *ref = &ld->ref.at[i];
        if (resolve(ld, ref) || ld->options->alone) continue;
        char text[sizeof((dem_error *)0)->text];
        snprintf(text, sizeof text, "unknown %s \"%.*s\"", WHAT[ref->kind], DEM_STR_ARG(ref->name));
        bad_at(ld, ref->path, ref->line, text);
    }
}

/* ---- files and entries -------------------------------------------------------------------------- */

static const struct {
    const char *keyword;
    void (*load)(dem_loading *ld, const dem_entry *e);
} ENTRIES[] = {
    {"country", dem_load_country}, {"person", dem_load_person}, {"group", dem_load_group},
    {"role", dem_load_role},       {"entity", dem_load_entity}, {"collective", dem_load_collective},
    {"list", dem_load_list},       {"means", dem_load_means},   {"context", dem_load_context},
    {"anchor", dem_load_anchor},
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

static uint32_t line_of(dem_str text, size_t at)
{
    uint32_t line = 1;
    for (size_t i = 0; i < at; i++) line += text.p[i] == '\n';
    return line;
}

static bool check_utf8(dem_loading *ld, dem_str text)
{
    if (dem_utf8_valid(text)) return true;
    size_t at = 0, from = 0;
    while (at < text.n) {
        from = at;
        if (dem_utf8_next(text, &at) == DEM_UTF8_BAD && at == from + 1) break;
    }
    dem_load_bad(ld, line_of(text, from), "not UTF-8");
    return false;
}

static dem_status load_file(dem_loading *ld, dem_sha256 *hash, dem_error *err)
{
    dem_input *in;
    dem_str text;
    dem_scan scan;
    dem_entry entry;
    dem_status st = dem_input_open(&in, ld->path.p, MAX_FILE, err);
    if (st != DEM_OK) return st;
    st = dem_input_all(in, MAX_FILE, ld->arena, &text, err);
    dem_input_close(in);
    if (st != DEM_OK) return st;
    dem_sha256_add(hash, text);
    ld->lex->size.files++;
    ld->block.open = false;
    if (!check_utf8(ld, text)) return DEM_OK;
    dem_scan_init(&scan, ld->arena, text);
    while ((ld->options->all || !ld->mistakes) && dem_scan_next(&scan, &entry)) load_entry(ld, &entry);
    return DEM_OK;
}

/* The part of `path` below `dir`; the last part if `path` is `dir`. */
static dem_str below(dem_str path, const char *dir)
{
    size_t n = strlen(dir);
    while (n > 0 && dir[n - 1] == '/') n--;
    if (path.n > n + 1) {
        while (n < path.n && path.p[n] == '/') n++;
        return dem_str_sub(path, n, path.n);
    }
    while (n > 0 && path.p[n - 1] != '/') n--;
    return dem_str_sub(path, n, path.n);
}

static dem_status load_files(dem_loading *ld, const char *path, dem_error *err)
{
    dem_sha256 hash;
    dem_paths paths = dem_paths_find(ld->arena, path);
    dem_sha256_init(&hash);
    for (size_t i = 0; i < paths.n && (ld->options->all || !ld->mistakes); i++) {
        if (!ld->options->alone && !dem_str_ends(paths.at[i], DEM_STR(".txt"))) continue;
        ld->path = paths.at[i];
        ld->file = below(paths.at[i], path);
        dem_status st = load_file(ld, &hash, err);
        if (st != DEM_OK) return st;
    }
    dem_sha256_hex(&hash, ld->lex->hash);
    return DEM_OK;
}

/* ---- the whole ---------------------------------------------------------------------------------- */

static dem_lexicon *new_lexicon(void)
{
    dem_lexicon *l = dem_xalloc(sizeof *l);
    dem_arena *a = &l->arena;
    dem_arena_init(a, 1 << 20);
    dem_map_init(&l->words, a);
    dem_map_init(&l->list_by_name, a);
    dem_map_init(&l->country, a);
    dem_map_init(&l->holding_by_office, a);
    dem_map_init(&l->frame_by_lemma, a);
    dem_trie_init(&l->names, a, &l->words);
    dem_trie_init(&l->roles, a, &l->words);
    dem_trie_init(&l->phrases, a, &l->words);
    dem_trie_root(&l->names);
    dem_trie_root(&l->roles);
    l->context_root = dem_trie_root(&l->phrases);
    l->anchor_root = dem_trie_root(&l->phrases);
    for (unsigned t = 0; t < DEM_EVENT_COUNT; t++) l->means_root[t] = dem_trie_root(&l->phrases);
    return l;
}

static dem_status load_all(dem_loading *ld, const char *path, dem_error *err)
{
    struct stat st;
    if (!ld->options->alone && (stat(path, &st) != 0 || !S_ISDIR(st.st_mode)))
        return dem_fail(err, DEM_E_IO, dem_str_from(path), 0, 0, "not a folder of lexicon files");
    dem_status status = load_files(ld, path, err);
    if (status != DEM_OK) return status;
    if (!ld->lex->size.files)
        return dem_fail(err, DEM_E_LEXICON, dem_str_from(path), 0, 0,
                        "no lexicon files (*.txt) in this folder");
    resolve_all(ld);
    if (ld->mistakes) return DEM_E_LEXICON;
    dem_load_finish_senses(ld);
    dem_load_finish_frames(ld);
    ld->lex->size.lists = (uint32_t)ld->lex->list_root.n;
    return DEM_OK;
}

dem_status dem_lexicon_load_with(dem_lexicon **out, const char *path, const dem_lexicon_options *options,
                                 dem_error *err)
{
    dem_lexicon *l = new_lexicon();
    dem_loading ld = {.lex = l, .arena = &l->arena, .options = options, .err = err};
    dem_map_init(&ld.label, ld.arena);
    dem_map_init(&ld.role, ld.arena);
    dem_map_init(&ld.list_defined, ld.arena);
    dem_status st = load_all(&ld, path, err);
    if (st != DEM_OK) {
        dem_lexicon_free(l);
        l = NULL;
    }
    *out = l;
    return st;
}

dem_status dem_lexicon_load(dem_lexicon **out, const char *dir, dem_error *err)
{
    static const dem_lexicon_options PLAIN = {.all = false};
    return dem_lexicon_load_with(out, dir, &PLAIN, err);
}

void dem_lexicon_free(dem_lexicon *l)
{
    if (!l) return;
    dem_arena_release(&l->arena);
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

dem_lexicon_size dem_lexicon_count(const dem_lexicon *l)
{
    return l->size;
}
