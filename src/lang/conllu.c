/* lang/conllu.c - reading treebanks. */
#include "lang/conllu.h"
#include <archive.h>
#include <archive_entry.h>

static dem_status slurp(dem_buf *out, const char *path, dem_error *err)
{
    struct archive *a = archive_read_new();
    struct archive_entry *e;
    archive_read_support_filter_all(a);
    archive_read_support_format_raw(a);
    archive_read_support_format_empty(a);
    dem_status st = DEM_OK;
    int header = archive_read_open_filename(a, path, 1 << 16);
    if (header == ARCHIVE_OK) header = archive_read_next_header(a, &e);
    if (header != ARCHIVE_OK && header != ARCHIVE_EOF)
        st = dem_fail(err, DEM_E_IO, dem_str_from(path), 0, 0, "cannot read: %s", archive_error_string(a));
    while (st == DEM_OK && header != ARCHIVE_EOF) { /* an empty file has no entry */
        dem_buf_reserve(out, 1 << 16);
        la_ssize_t n = archive_read_data(a, out->p + out->n, 1 << 16);
        if (n < 0) st = dem_fail(err, DEM_E_IO, dem_str_from(path), 0, 0, "%s", archive_error_string(a));
        if (n <= 0) break;
        out->n += (size_t)n;
    }
    archive_read_free(a);
    return st;
}

typedef struct reader {
    dem_treebank *bank;
    dem_buf text;
    DEM_VEC(dem_token) tok;
    DEM_VEC(dem_str) entity; /* of each of them */
    bool document;           /* the next sentence begins one */
    bool paragraph;    /* the next sentence begins one */
    uint32_t glued_to; /* tokens up to this number belong to one surface word */
    bool glued_space;  /* white space after that word */
} reader;

static unsigned upos_of(dem_str name)
{
    unsigned u = dem_upos_by_name(name);
    return u < DEM_UPOS_COUNT ? u : DEM_UPOS_X;
}
static unsigned xpos_of(dem_str name)
{
    unsigned x = dem_xpos_by_name(name);
    return x < DEM_XPOS_COUNT ? x : DEM_XPOS_none;
}
static bool no_space(dem_str misc)
{
    return dem_str_find(misc, DEM_STR("SpaceAfter=No")) < misc.n;
}

static dem_str entity_of(dem_str misc)
{
    dem_str key = DEM_STR("Entity=");
    size_t at = dem_str_find(misc, key);
    if (at == misc.n) return (dem_str){NULL, 0};
    dem_str value = dem_str_sub(misc, at + key.n, misc.n);
    return dem_str_sub(value, 0, dem_str_find(value, DEM_STR("|")));
}

/* Trees made by parsers that did not agree on this word: not to be learned from. */
static bool is_unsure(dem_str misc)
{
    return dem_str_find(misc, DEM_STR("Unsure=Yes")) < misc.n;
}

static bool is_tree(dem_token *tok, size_t n)
{
    unsigned roots = 0;
    for (size_t i = 0; i < n; i++) {
        size_t steps = 0;
        for (int h = tok[i].head; h != DEM_ROOT; h = tok[h].head)
            if (h < 0 || (size_t)h >= n || ++steps > n) return false;
        roots += tok[i].head == DEM_ROOT;
    }
    return roots == 1;
}

static void finish(reader *r)
{
    if (r->tok.n && r->tok.n <= DEM_MAX_TOKENS && is_tree(r->tok.at, r->tok.n)) {
        dem_arena *a = &r->bank->arena;
        dem_tree t = {.n = (uint32_t)r->tok.n, .new_paragraph = r->paragraph};
        t.text = dem_arena_str(a, dem_buf_str(&r->text));
        t.tok = dem_arena_array(a, dem_token, t.n);
        for (uint32_t i = 0; i < t.n; i++) {
            t.tok[i] = r->tok.at[i];
            t.tok[i].form = dem_str_sub(t.text, t.tok[i].start, t.tok[i].end);
            if (t.tok[i].head == DEM_ROOT && t.tok[i].rel != DEM_REL_COUNT) t.tok[i].rel = DEM_REL_root;
        }
        t.new_document = r->document;
        t.entity = dem_arena_array(a, dem_str, t.n);
        memcpy(t.entity, r->entity.at, t.n * sizeof *t.entity);
        dem_vec_push(a, &r->bank->trees, t);
        r->paragraph = r->document = false;
    }
    r->tok.n = r->entity.n = 0;
    r->glued_to = 0;
    dem_buf_clear(&r->text);
}

static bool columns(dem_str line, dem_str col[10])
{
    for (int i = 0; i < 10; i++)
        if (!dem_str_next(&line, '\t', &col[i])) return false;
    return true;
}

static bool add_token(reader *r, dem_str line)
{
    dem_str col[10];
    uint32_t id, head;
    if (!columns(line, col)) return false;
    size_t dash = dem_str_find(col[0], DEM_STR("-"));
    if (dash < col[0].n) {
        r->glued_space = !no_space(col[9]);
        return dem_str_u32(dem_str_sub(col[0], dash + 1, col[0].n), &r->glued_to);
    }
    if (dem_str_find(col[0], DEM_STR(".")) < col[0].n) return true; /* an empty node */
    if (!dem_str_u32(col[0], &id) || !dem_str_u32(col[6], &head) || id != r->tok.n + 1) return false;
    dem_token t = {.start = (uint32_t)r->text.n};
    dem_buf_add(&r->text, col[1]);
    t.end = (uint32_t)r->text.n;
    t.lemma = dem_arena_str(&r->bank->arena, col[2]);
    t.upos = (uint8_t)upos_of(col[3]);
    t.xpos = (uint8_t)xpos_of(col[4]);
    t.head = (int16_t)((int)head - 1);
    unsigned rel = dem_relation_by_name(col[7]);
    t.rel = (uint8_t)(is_unsure(col[9]) ? DEM_REL_COUNT : rel < DEM_REL_COUNT ? rel : DEM_REL_dep);
    t.space_after = id < r->glued_to ? false : id == r->glued_to ? r->glued_space : !no_space(col[9]);
    if (t.space_after) dem_buf_addc(&r->text, ' ');
    dem_vec_push(&r->bank->arena, &r->tok, t);
    dem_vec_push(&r->bank->arena, &r->entity, dem_arena_str(&r->bank->arena, entity_of(col[9])));
    return true;
}

dem_status dem_treebank_read(dem_treebank *t, const char *path, dem_error *err)
{
    dem_buf all = {0};
    reader r = {.bank = t, .paragraph = true};
    dem_status st = slurp(&all, path, err);
    dem_str rest = dem_buf_str(&all), line;
    for (uint64_t nth = 1; st == DEM_OK && dem_str_next(&rest, '\n', &line); nth++) {
        if (line.n == 0) finish(&r);
        else if (line.p[0] == '#') {
            r.document |= dem_str_starts(line, DEM_STR("# newdoc"));
            r.paragraph |= r.document || dem_str_starts(line, DEM_STR("# newpar"));
        } else if (!add_token(&r, line))
            st = dem_fail(err, DEM_E_FORMAT, dem_str_from(path), nth, 0, "not a CoNLL-U token line");
    }
    finish(&r);
    dem_buf_release(&r.text);
    dem_buf_release(&all);
    return st;
}
void dem_treebank_release(dem_treebank *t)
{
    dem_arena_release(&t->arena);
}

size_t dem_treebank_words(const dem_treebank *t)
{
    size_t words = 0;
    for (size_t i = 0; i < t->trees.n; i++) words += t->trees.at[i].n;
    return words;
}

dem_str dem_treebank_text(const dem_treebank *t, dem_arena *arena)
{
    dem_buf b = {0};
    for (size_t i = 0; i < t->trees.n; i++) {
        if (i) dem_buf_addz(&b, t->trees.at[i].new_paragraph ? "\n\n" : " ");
        dem_buf_add(&b, dem_str_trim(t->trees.at[i].text));
    }
    dem_str s = dem_arena_str(arena, dem_buf_str(&b));
    dem_buf_release(&b);
    return s;
}
