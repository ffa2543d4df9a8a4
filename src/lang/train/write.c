/* lang/train/write.c - a model in memory to a model file. */
#include "lang/train/beside.h"
#include "lang/train/train.h"
#include <nettle/sha2.h>

typedef struct part {
    dem_section_id id;
    const void *data;
    uint32_t count;
    uint64_t size;
} part;

static void align(dem_buf *b)
{
    while (b->n % 64) dem_buf_addc(b, 0);
}

static void assemble(dem_buf *b, const part *p, uint32_t n)
{
    dem_model_head head = {.version = DEM_MODEL_VERSION, .n_sections = n};
    dem_section section[DEM_SECTION_COUNT] = {0};
    memcpy(head.magic, DEM_MODEL_MAGIC, 8);
    uint64_t at = sizeof head + n * sizeof *section;
    for (uint32_t i = 0; i < n; i++) {
        at = (at + 63) / 64 * 64;
        section[i] = (dem_section){p[i].id, p[i].count, at, p[i].size};
        at += p[i].size;
    }
    head.size = (at + 63) / 64 * 64 + SHA256_DIGEST_SIZE;
    dem_buf_reserve(b, head.size);
    dem_buf_add(b, (dem_str){(const char *)&head, sizeof head});
    dem_buf_add(b, (dem_str){(const char *)section, n * sizeof *section});
    for (uint32_t i = 0; i < n; i++) {
        align(b);
        dem_buf_add(b, (dem_str){p[i].data, p[i].size});
    }
    align(b);
}

static void seal(dem_buf *b)
{
    struct sha256_ctx c;
    uint8_t sum[SHA256_DIGEST_SIZE];
    sha256_init(&c);
    sha256_update(&c, b->n, (const uint8_t *)b->p);
    sha256_digest(&c, sizeof sum, sum);
    dem_buf_add(b, (dem_str){(const char *)sum, sizeof sum});
}

static bool put(const void *buffer, FILE *out)
{
    const dem_buf *b = buffer;
    return fwrite(b->p, 1, b->n, out) == b->n;
}

static void add_matrix(dem_buf *b, const dem_matrix *m)
{
    dem_buf_add(b, (dem_str){(const char *)m->scale, m->out * sizeof *m->scale});
    dem_buf_add(b, (dem_str){(const char *)m->bias, m->out * sizeof *m->bias});
    dem_buf_add(b, (dem_str){(const char *)m->shift, m->out * sizeof *m->shift});
    dem_buf_add(b, (dem_str){(const char *)m->w, (size_t)m->out * m->in});
}

#define ARRAY(id, p, n)                                                                                        \
    {                                                                                                          \
        id, p, n, (uint64_t)(n) * sizeof *(p)                                                                  \
    }

dem_status dem_model_write(const dem_model *m, const char *path, dem_error *err)
{
    const dem_net *net = &m->net;
    part parts[DEM_SECTION_COUNT] = {
        ARRAY(DEM_SECTION_TAGS, m->tags.pair, m->tags.n),
        ARRAY(DEM_SECTION_LEMMAS, m->lemmas.scripts.bucket, m->lemmas.scripts.size),
        ARRAY(DEM_SECTION_SCRIPTS, m->lemmas.script, m->lemmas.n_script),
        ARRAY(DEM_SECTION_WORDS, net->words.bucket, net->words.size),
        {DEM_SECTION_VECTORS, net->vector, net->n_vector, (uint64_t)net->n_vector * DEM_NET_VEC},
        {DEM_SECTION_ROWS, net->rows, DEM_NET_ROWS, (uint64_t)DEM_NET_ROWS * DEM_NET_EMB},
        ARRAY(DEM_SECTION_VALUES, net->values, 1),
    };
    dem_buf matrix[DEM_MATRIX_COUNT] = {0}, b = {0};
    for (unsigned k = 0; k < DEM_MATRIX_COUNT; k++) {
        add_matrix(&matrix[k], &net->matrix[k]);
        parts[DEM_SECTION_MATRIX - 1 + k] =
            (part){DEM_SECTION_MATRIX + k, matrix[k].p, net->matrix[k].out, matrix[k].n};
    }
    assemble(&b, parts, DEM_SECTION_COUNT);
    seal(&b);
    dem_status st = dem_write_beside(path, put, &b, err);
    for (unsigned k = 0; k < DEM_MATRIX_COUNT; k++) dem_buf_release(&matrix[k]);
    dem_buf_release(&b);
    return st;
}
