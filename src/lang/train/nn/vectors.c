/* lang/train/nn/vectors.c - the table of words. */
#include "lang/train/nn/vectors.h"
#include "base/map.h"
#include "lang/train/words_build.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#define LEAST 2 /* a word seen once teaches nothing that its parts do not tell */

typedef struct known {
    uint64_t low;
    uint32_t count, own, vec; /* own: row + 1, 0 for none */
} known;

typedef struct reader {
    dem_arena scratch;
    dem_map index; /* atom `low` -> index into known */
    DEM_VEC(known) known;
    uint32_t in_bank; /* known[0 .. in_bank) occur there */
    uint8_t *number;
    uint32_t n, cap;
} reader;

static known *find(reader *r, uint64_t low, bool add)
{
    dem_str key = {(const char *)&low, sizeof low};
    uint32_t at = dem_map_get(&r->index, key);
    if (at != DEM_MAP_NONE) return &r->known.at[at];
    if (!add) return NULL;
    dem_map_put(&r->index, key, (uint32_t)r->known.n);
    known k = {.low = low, .vec = DEM_NET_NO_VECTOR};
    dem_vec_push(&r->scratch, &r->known, k);
    return &r->known.at[r->known.n - 1];
}

static int by_count(const void *a, const void *b)
{
    const known *const *x = a, *const *y = b;
    if ((*x)->count != (*y)->count) return (*x)->count < (*y)->count ? 1 : -1;
    return *x < *y ? -1 : *x > *y;
}

static void count_bank(reader *r, const dem_treebank *bank)
{
    for (size_t i = 0; i < bank->trees.n; i++)
        for (uint32_t k = 0; k < bank->trees.at[i].n; k++) {
            dem_word w;
            dem_word_set(&w, bank->trees.at[i].tok[k].form, false);
            find(r, w.low, true)->count++;
        }
    r->in_bank = (uint32_t)r->known.n;
    known **order = dem_arena_array(&r->scratch, known *, r->in_bank + 1);
    for (uint32_t i = 0; i < r->in_bank; i++) order[i] = &r->known.at[i];
    qsort(order, r->in_bank, sizeof *order, by_count);
    for (uint32_t i = 0; i < r->in_bank && i < DEM_NET_OWN && order[i]->count >= LEAST; i++)
        order[i]->own = i + 1;
}

static bool parse(const char *z, uint8_t *out)
{
    for (int j = 0; j < DEM_NET_VEC; j++) {
        char *end;
        double x = strtod(z, &end) / 2;
        if (end == z) return false;
        z = end;
        x = x < -1 ? -1 : x > 1 ? 1 : x;
        out[j] = (uint8_t)(int)(x * (double)DEM_BYTE_STEPS + DEM_BYTE_ZERO + 0.5);
    }
    return true;
}

static bool add_line(reader *r, const char *line, bool only_bank)
{
    const char *blank = strchr(line, ' ');
    dem_word w;
    if (!blank) return false;
    dem_word_set(&w, (dem_str){line, (size_t)(blank - line)}, false);
    known *k = find(r, w.low, !only_bank);
    if (!k || k->vec != DEM_NET_NO_VECTOR || r->n == DEM_NET_NO_VECTOR) return true;
    if (r->n == r->cap) {
        r->cap = r->cap ? r->cap * 2 : 1 << 16;
        r->number = dem_xrealloc(r->number, (size_t)r->cap * DEM_NET_VEC);
    }
    k->vec = r->n;
    return parse(blank, r->number + (size_t)r->n++ * DEM_NET_VEC);
}

static dem_status read_lines(reader *r, const char *path, uint32_t most, dem_error *err)
{
    FILE *f = fopen(path, "r");
    char *line = NULL;
    size_t cap = 0;
    dem_status st = DEM_OK;
    if (!f) return dem_fail(err, DEM_E_IO, dem_str_from(path), 0, 0, "cannot open: %s", strerror(errno));
    for (uint32_t nth = 0; st == DEM_OK && getline(&line, &cap, f) > 0; nth++)
        if (!add_line(r, line, nth >= most))
            st = dem_fail(err, DEM_E_FORMAT, dem_str_from(path), nth + 1, 0, "expected a word and %d numbers",
                          DEM_NET_VEC);
    free(line);
    fclose(f);
    return st;
}

static void finish(const reader *r, dem_vectors *v, dem_arena *arena, dem_arena *scratch)
{
    DEM_VEC(dem_pair64) pairs = {0};
    for (size_t i = 0; i < r->known.n; i++) {
        const known *k = &r->known.at[i];
        dem_pair64 p = {k->low, dem_net_word(k->vec, k->own)};
        if (k->own || k->vec != DEM_NET_NO_VECTOR) dem_vec_push(scratch, &pairs, p);
    }
    dem_words_build(pairs.at, pairs.n, arena, &v->words);
    uint8_t *number = dem_arena_alloc(arena, (size_t)r->n * DEM_NET_VEC + 1);
    if (r->n) memcpy(number, r->number, (size_t)r->n * DEM_NET_VEC);
    v->number = number;
    v->n = r->n;
}

dem_status dem_vectors_read(dem_vectors *v, const char *path, uint32_t most, const dem_treebank *bank,
                            dem_arena *arena, dem_error *err)
{
    reader r = {.n = 0};
    dem_arena_init(&r.scratch, 1 << 20);
    dem_map_init(&r.index, &r.scratch);
    count_bank(&r, bank);
    dem_status st = path ? read_lines(&r, path, most, err) : DEM_OK;
    finish(&r, v, arena, &r.scratch);
    free(r.number);
    dem_arena_release(&r.scratch);
    return st;
}
