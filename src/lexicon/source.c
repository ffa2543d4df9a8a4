/* lexicon/source.c - the files of a lexicon and of its overlays, read whole and in order. */
#include "base/input.h"
#include "base/paths.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "lexicon/parts.h"
#include <sys/stat.h>

enum { MAX_FILE = 16 << 20 };

static bool is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
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

/* The files of one layer. Entries of an overlay are named by their whole path: what is below its folder may be the name
 * of a file of the lexicon too. */
static dem_status read_layer(dem_loading *ld, const char *path, uint32_t layer, dem_sha256 *hash,
                             dem_error *err)
{
    size_t before = ld->sources.n;
    bool folder = is_folder(path);
    dem_paths paths = dem_paths_find(ld->arena, path);
    for (size_t i = 0; i < paths.n; i++) {
        if (folder && !dem_str_ends(paths.at[i], DEM_STR(".txt"))) continue;
        dem_source s = {
            .path = paths.at[i], .layer = layer, .file = layer ? paths.at[i] : below(paths.at[i], path)};
        dem_status st = dem_input_file(s.path.p, MAX_FILE, ld->arena, &s.text, err);
        if (st != DEM_OK) return st;
        dem_sha256_add(hash, s.text);
        dem_vec_push(&ld->temp, &ld->sources, s);
    }
    if (ld->sources.n > before) return DEM_OK;
    return dem_fail(err, DEM_E_LEXICON, dem_str_from(path), 0, 0, "no lexicon files (*.txt) in this folder");
}

static uint32_t line_of(dem_str text, size_t at)
{
    uint32_t line = 1;
    for (size_t i = 0; i < at; i++) line += text.p[i] == '\n';
    return line;
}

/* Reports what is not UTF-8, and empties it. */
static void check_utf8(dem_loading *ld, dem_source *s)
{
    if (dem_utf8_valid(s->text)) return;
    size_t at = 0, from = 0;
    while (at < s->text.n) {
        from = at;
        if (dem_utf8_next(s->text, &at) == DEM_UTF8_BAD && at == from + 1) break;
    }
    ld->source = s;
    dem_load_bad(ld, line_of(s->text, from), "not UTF-8");
    s->text.n = 0;
}

dem_status dem_load_sources(dem_loading *ld, const char *path, dem_error *err)
{
    const dem_lexicon_options *o = ld->options;
    dem_sha256 hash;
    dem_sha256_init(&hash);
    if (!o->alone && !is_folder(path))
        return dem_fail(err, DEM_E_IO, dem_str_from(path), 0, 0, "not a folder of lexicon files");
    dem_status st = read_layer(ld, path, 0, &hash, err);
    for (uint32_t i = 0; st == DEM_OK && i < o->n_overlays; i++)
        st = read_layer(ld, o->overlay[i], i + 1, &hash, err);
    if (st != DEM_OK) return st;
    dem_sha256_hex(&hash, ld->lex->hash);
    ld->lex->size.files = (uint32_t)ld->sources.n;
    for (size_t i = 0; i < ld->sources.n; i++) check_utf8(ld, &ld->sources.at[i]);
    return DEM_OK;
}
