/* lang/model.c - opening a model file. Nothing in it is believed before the checksum holds, and offsets
 * and indices not even then: every table is checked whole, once. */
#include "lang/model.h"
#include <errno.h>
#include <fcntl.h>
#include <nettle/sha2.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_SIZE ((uint64_t)1 << 30)

static dem_status fail(const char *path, dem_error *err, const char *why)
{
    return dem_fail(err, DEM_E_MODEL, dem_str_from(path), 0, 0, "%s", why);
}

static dem_status map_file(dem_model *m, const char *path, dem_error *err)
{
    struct stat st;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &st) != 0) {
        int e = errno;
        if (fd >= 0) close(fd);
        return dem_fail(err, DEM_E_IO, dem_str_from(path), 0, 0, "cannot open the model: %s", strerror(e));
    }
    bool fits = S_ISREG(st.st_mode) && st.st_size > 0 && (uint64_t)st.st_size <= MAX_SIZE;
    void *p = fits ? mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
    close(fd);
    if (p == MAP_FAILED) return fail(path, err, "not a model file");
    m->map = p;
    m->size = (size_t)st.st_size;
    return DEM_OK;
}

/* One pass gives both: the checksum of all but the last 32 bytes, and the hash of the whole. */
static bool checksum_holds(dem_model *m)
{
    struct sha256_ctx part, whole;
    uint8_t sum[SHA256_DIGEST_SIZE], all[SHA256_DIGEST_SIZE];
    size_t body = m->size - SHA256_DIGEST_SIZE;
    sha256_init(&part);
    sha256_update(&part, body, (const uint8_t *)m->map);
    whole = part;
    sha256_digest(&part, sizeof sum, sum);
    sha256_update(&whole, SHA256_DIGEST_SIZE, (const uint8_t *)m->map + body);
    sha256_digest(&whole, sizeof all, all);
    for (int i = 0; i < SHA256_DIGEST_SIZE; i++) {
        m->hash[2 * i] = "0123456789abcdef"[all[i] >> 4];
        m->hash[2 * i + 1] = "0123456789abcdef"[all[i] & 15];
    }
    return memcmp(sum, m->map + body, sizeof sum) == 0;
}

static dem_status check_head(dem_model *m, const char *path, dem_error *err)
{
    dem_model_head h;
    if (m->size < sizeof h + SHA256_DIGEST_SIZE) return fail(path, err, "too short for a model file");
    memcpy(&h, m->map, sizeof h);
    if (memcmp(h.magic, DEM_MODEL_MAGIC, 8) != 0) return fail(path, err, "not a model file");
    if (h.version != DEM_MODEL_VERSION)
        return dem_fail(err, DEM_E_MODEL, dem_str_from(path), 0, 8, "format version %u, expected %u", h.version,
                        DEM_MODEL_VERSION);
    if (h.size != m->size) return fail(path, err, "file is cut or too long");
    if (!checksum_holds(m)) return fail(path, err, "checksum does not hold");
    if (h.n_sections > 64 || sizeof h + h.n_sections * sizeof(dem_section) > m->size)
        return fail(path, err, "too many sections");
    return DEM_OK;
}

/* The data of section `id` if it is there and exactly `count` elements of `each` bytes. */
static const void *section(const dem_model *m, dem_section_id id, size_t each, uint32_t *count)
{
    dem_model_head h;
    memcpy(&h, m->map, sizeof h);
    for (uint32_t i = 0; i < h.n_sections; i++) {
        dem_section s;
        memcpy(&s, m->map + sizeof h + i * sizeof s, sizeof s);
        if (s.id != (uint32_t)id) continue;
        if (s.offset % 64 || s.offset > m->size || s.size > m->size - s.offset ||
            s.size != (uint64_t)s.count * each)
            return NULL;
        *count = s.count;
        return m->map + s.offset;
    }
    return NULL;
}

static bool words(const dem_model *m, dem_section_id id, dem_words *t)
{
    t->bucket = section(m, id, sizeof *t->bucket, &t->size);
    return t->bucket && dem_words_valid(t);
}

static bool tags(const dem_model *m, dem_tagset *t)
{
    t->pair = section(m, DEM_SECTION_TAGS, sizeof(dem_tag_pair), &t->n);
    if (!t->pair || !t->n || t->n > DEM_MAX_TAGS) return false;
    for (uint32_t i = 0; i < t->n; i++)
        if (t->pair[i].upos >= DEM_UPOS_COUNT || t->pair[i].xpos >= DEM_XPOS_COUNT) return false;
    return true;
}

static bool lemmas(const dem_model *m, dem_lemmas *l)
{
    l->script = section(m, DEM_SECTION_SCRIPTS, sizeof(dem_script), &l->n_script);
    if (!l->script) return false;
    for (uint32_t i = 0; i < l->n_script; i++)
        if (l->script[i].n > sizeof l->script[i].add) return false;
    return words(m, DEM_SECTION_LEMMAS, &l->scripts);
}

/* Bytes 1 .. 127: sums of their products with weights fit, see kernel.c. */
static bool bytes_valid(const uint8_t *p, size_t n)
{
    unsigned high = 0;
    for (size_t i = 0; i < n; i++) high |= p[i];
    return high < 128;
}

static bool weights_valid(const int8_t *w, size_t n)
{
    unsigned wrong = 0;
    for (size_t i = 0; i < n; i++) wrong |= (w[i] > DEM_WEIGHT_MOST) | (w[i] < -DEM_WEIGHT_MOST);
    return !wrong;
}

static bool matrix(const dem_model *m, unsigned which, dem_matrix *x)
{
    x->in = dem_net_columns(which);
    const char *p = section(m, DEM_SECTION_MATRIX + which, 3 * sizeof(float) + x->in, &x->out);
    if (!p || x->out != dem_net_rows(which, m->tags.n)) return false;
    x->scale = (const float *)(const void *)p;
    x->bias = x->scale + x->out;
    x->shift = (const int32_t *)(const void *)(x->bias + x->out);
    x->w = (const int8_t *)(x->shift + x->out);
    return weights_valid(x->w, (size_t)x->out * x->in);
}

static bool net(const dem_model *m, dem_net *n)
{
    uint32_t rows = 0, once = 0;
    n->n_tags = m->tags.n;
    n->vector = section(m, DEM_SECTION_VECTORS, DEM_NET_VEC, &n->n_vector);
    n->rows = section(m, DEM_SECTION_ROWS, DEM_NET_EMB, &rows);
    n->values = section(m, DEM_SECTION_VALUES, sizeof *n->values, &once);
    for (unsigned k = 0; k < DEM_MATRIX_COUNT; k++)
        if (!matrix(m, k, &n->matrix[k])) return false;
    return n->vector && n->rows && rows == DEM_NET_ROWS && n->values && once == 1 &&
           words(m, DEM_SECTION_WORDS, &n->words) && bytes_valid(n->vector, (size_t)n->n_vector * DEM_NET_VEC);
}

static bool bind(dem_model *m)
{
    return tags(m, &m->tags) && lemmas(m, &m->lemmas) && net(m, &m->net);
}

dem_status dem_model_open(dem_model **out, const char *path, dem_error *err)
{
    dem_model *m = dem_xalloc(sizeof *m);
    dem_status st = map_file(m, path, err);
    if (st == DEM_OK) st = check_head(m, path, err);
    if (st == DEM_OK && !bind(m)) st = fail(path, err, "a section is missing or out of bounds");
    if (st != DEM_OK) {
        dem_model_close(m);
        m = NULL;
    }
    *out = m;
    return st;
}
void dem_model_close(dem_model *m)
{
    if (!m) return;
    if (m->map) munmap((void *)m->map, m->size);
    free(m);
}
const char *dem_model_hash(const dem_model *m)
{
    return m->hash;
}

static const uint8_t *vector_of(const void *of, dem_str word)
{
    const dem_model *m = of;
    dem_word w;
    dem_word_set(&w, word, false);
    uint32_t value = dem_words_get(&m->net.words, w.low), vec = value & DEM_NET_NO_VECTOR;
    return value == DEM_WORDS_NONE || vec >= m->net.n_vector ? NULL : m->net.vector + (size_t)vec * DEM_NET_VEC;
}

dem_word_vectors dem_model_vectors(const dem_model *m)
{
    return (dem_word_vectors){m, vector_of};
}
