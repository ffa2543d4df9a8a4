/* A damaged model file is refused; a whole one has the hash of its bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include <nettle/sha2.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/buf.h"
#include "lang/lang.h"
#include "lang/model.h"

static dem_buf whole;
static char path[] = "/tmp/dem-model-XXXXXX";

static void put(dem_str bytes)
{
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes.p, 1, bytes.n, f), bytes.n);
    assert_int_equal(fclose(f), 0);
}

static dem_status open_it(char text[240])
{
    dem_model *m = NULL;
    dem_error err = {0};
    dem_status st = dem_model_open(&m, path, &err);
    assert_true((st == DEM_OK) == (m != NULL));
    snprintf(text, 240, "%s", err.text);
    dem_model_close(m);
    return st;
}

/* The checksum made to hold again, so that what it protects is looked at. */
static void seal(dem_buf *b)
{
    struct sha256_ctx c;
    sha256_init(&c);
    sha256_update(&c, b->n - SHA256_DIGEST_SIZE, (const uint8_t *)b->p);
    sha256_digest(&c, SHA256_DIGEST_SIZE, (uint8_t *)b->p + b->n - SHA256_DIGEST_SIZE);
}

static const struct {
    const char *why;
    long at;          /* byte changed; from the end if negative; 0: none */
    unsigned char to; /* XORed */
    long keep;        /* bytes kept; all but so many if negative; 0: all */
    bool sealed;      /* the checksum is made anew */
    const char *text;
} DAMAGE[] = {
    {"other magic", 1, 0x20, 0, true, "not a model file"},
    {"other version", 8, 0x40, 0, true, "format version"},
    {"a flipped byte in the middle", -100000, 1, 0, false, "checksum"},
    {"a flipped byte in the checksum", -1, 1, 0, false, "checksum"},
    {"cut in the middle", 0, 0, -100000, false, "cut"},
    {"cut to the header", 0, 0, 24, false, "too short"},
    {"one byte", 0, 0, 1, false, "too short"},
    {"another size", 16, 1, 0, true, "cut"},
    {"too many sections", 15, 0x40, 0, true, "too many"},
    {"a section beyond the file", 24 + 8 + 6, 1, 0, true, "out of bounds"},
    {"a section with another count", 24 + 4, 1, 0, true, "out of bounds"},
    {"a section that is not there", 24, 0x40, 0, true, "missing"},
};

static void damage_is_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof DAMAGE / sizeof DAMAGE[0]; i++) {
        dem_buf b = {0};
        char text[240];
        dem_buf_add(&b, dem_buf_str(&whole));
        size_t at = DAMAGE[i].at < 0 ? b.n - (size_t)-DAMAGE[i].at : (size_t)DAMAGE[i].at;
        b.p[at] = (char)(b.p[at] ^ DAMAGE[i].to);
        if (DAMAGE[i].sealed) seal(&b);
        size_t n = DAMAGE[i].keep < 0 ? b.n - (size_t)-DAMAGE[i].keep
                   : DAMAGE[i].keep   ? (size_t)DAMAGE[i].keep
                                      : b.n;
        put((dem_str){b.p, n});
        if (open_it(text) != DEM_E_MODEL) fail_msg("%s was not refused", DAMAGE[i].why);
        if (!strstr(text, DAMAGE[i].text))
            fail_msg("%s: said \"%s\", expected \"%s\"", DAMAGE[i].why, text, DAMAGE[i].text);
        dem_buf_release(&b);
    }
}

/* The last byte of a section set to what no trainer writes, with a checksum that holds. */
static const struct {
    unsigned id;
    unsigned char to;
} BEYOND[] = {
    {DEM_SECTION_VECTORS, 128}, /* an activation that would overflow sums */
    {DEM_SECTION_MATRIX, 64},   /* a weight that would */
    {DEM_SECTION_MATRIX, (unsigned char)-64},
    {DEM_SECTION_END - 1, 127},
};

static void numbers_beyond_their_limits_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof BEYOND / sizeof BEYOND[0]; i++) {
        dem_buf b = {0};
        dem_section s = {0};
        char text[240];
        dem_buf_add(&b, dem_buf_str(&whole));
        for (size_t k = 0; k < DEM_SECTION_COUNT && s.id != BEYOND[i].id; k++)
            memcpy(&s, b.p + sizeof(dem_model_head) + k * sizeof s, sizeof s);
        assert_int_equal(s.id, BEYOND[i].id);
        b.p[s.offset + s.size - 1] = (char)BEYOND[i].to;
        seal(&b);
        put(dem_buf_str(&b));
        if (open_it(text) != DEM_E_MODEL) fail_msg("section %u: %u was not refused", s.id, BEYOND[i].to);
        dem_buf_release(&b);
    }
}

static void an_empty_file_is_refused(void **state)
{
    (void)state;
    char text[240];
    put(DEM_STR(""));
    assert_int_equal(open_it(text), DEM_E_MODEL);
}

static void a_missing_file_is_an_io_error(void **state)
{
    (void)state;
    dem_model *m;
    dem_error err;
    assert_int_equal(dem_model_open(&m, "/nonexistent/model.dem", &err), DEM_E_IO);
    assert_null(m);
    dem_model_close(m);
}

static void the_hash_is_that_of_the_file(void **state)
{
    (void)state;
    struct sha256_ctx c;
    uint8_t sum[SHA256_DIGEST_SIZE];
    dem_model *m;
    sha256_init(&c);
    sha256_update(&c, whole.n, (const uint8_t *)whole.p);
    sha256_digest(&c, sizeof sum, sum);
    assert_int_equal(dem_model_open(&m, MODEL, NULL), DEM_OK);
    const char *hash = dem_model_hash(m);
    assert_int_equal(strlen(hash), 64);
    for (int i = 0; i < SHA256_DIGEST_SIZE; i++) {
        char two[3];
        snprintf(two, sizeof two, "%02x", sum[i]);
        assert_memory_equal(hash + 2 * i, two, 2);
    }
    dem_model_close(m);
}

static int load(void **state)
{
    (void)state;
    FILE *f = fopen(MODEL, "rb");
    int fd = mkstemp(path);
    if (!f || fd < 0) return -1;
    close(fd);
    for (size_t n = 1; n > 0;) {
        dem_buf_reserve(&whole, 1 << 20);
        n = fread(whole.p + whole.n, 1, 1 << 20, f);
        whole.n += n;
    }
    fclose(f);
    return whole.n > 200000 ? 0 : -1;
}
static int unload(void **state)
{
    (void)state;
    dem_buf_release(&whole);
    return unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(damage_is_refused), cmocka_unit_test(numbers_beyond_their_limits_are_refused),
        cmocka_unit_test(an_empty_file_is_refused), cmocka_unit_test(a_missing_file_is_an_io_error),
        cmocka_unit_test(the_hash_is_that_of_the_file)};
    return cmocka_run_group_tests(tests, load, unload);
}
