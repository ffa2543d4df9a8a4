/* What servers do to a body, undone: warc/body.h. */
#include "../base/pack.h"
#include "warc/body.h"

enum { LIMIT = 1 << 20 };

/* "ok: body", "ok, cut: body" or "format: why". */
static void check_body(const char *why, dem_str bytes, const char *transfer, const char *coding,
                       const char *wanted)
{
    dem_arena a = {0};
    dem_buf got = {0};
    dem_body body = {.bytes = bytes};
    const char *reason = "";
    dem_status st = dem_body_decode(&a, &body, dem_str_from(transfer), dem_str_from(coding), LIMIT, &reason);
    dem_buf_addf(&got, "%s%s: ", dem_status_word(st), st == DEM_OK && body.cut ? ", cut" : "");
    if (st == DEM_OK) dem_buf_add(&got, body.bytes);
    else dem_buf_addz(&got, reason);
    check_str(why, dem_buf_str(&got), wanted);
    dem_buf_release(&got);
    dem_arena_release(&a);
}

static void test_chunks(void **state)
{
    (void)state;
    static const struct {
        const char *bytes, *out;
    } CASES[] = {
        {"4\r\nsome\r\n5\r\n text\r\n0\r\n\r\n", "ok: some text"},
        {"4\nsome\n5\n text\n0\n\n", "ok: some text"},
        {"A\r\n0123456789\r\nb\r\n0123456789x\r\n0\r\n\r\n", "ok: 01234567890123456789x"},
        {"4;name=value\r\nsome\r\n0\r\nTrailer: x\r\n\r\n", "ok: some"},
        {"0004  \r\nsome\r\n0\r\n\r\n", "ok: some"},
        {"0\r\n\r\n", "ok: "},
        /* Not whole: what there is counts. */
        {"4\r\nsome\r\n5\r\n te", "ok, cut: some te"},
        {"4\r\nsome\r\n", "ok, cut: some"},
        {"4\r\nsome\r\nzzz", "ok, cut: some"},
        {"4\r\nsome\r\n5", "ok, cut: some"},
        {"ffffffff\r\nsome", "ok, cut: some"},
        {"4\r\nsome\r\n4\r\nbody and soul\r\n0\r\n\r\n", "ok, cut: somebody"},
        /* Undone before it was archived. */
        {"<html>some", "ok: <html>some"},
        {"", "ok: "},
        {"123456789\r\nten digits are no size", "ok: 123456789\r\nten digits are no size"},
        {"4\r\nsomebody\r\n0\r\n\r\n", "ok: 4\r\nsomebody\r\n0\r\n\r\n"},
        {"2024\nwas a year", "ok: 2024\nwas a year"},
        {"add\n", "ok: add\n"},
        {"-4\r\nsome", "ok: -4\r\nsome"},
        {"0x4\r\nsome", "ok: 0x4\r\nsome"},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        check_body(CASES[i].bytes, dem_str_from(CASES[i].bytes), " Chunked ", "", CASES[i].out);
        check_body("not said", dem_str_from("4\r\nsome\r\n0\r\n\r\n"), "identity", "",
                   "ok: 4\r\nsome\r\n0\r\n\r\n");
    }
}

static void put(pack *p, const char *filter, dem_str text)
{
    pack_begin(p, "raw", filter, NULL);
    pack_add(p, "data", AE_IFREG, text);
    pack_end(p);
}

/* What gzip has within: deflate without a head. */
static dem_str deflated(const pack *gzip)
{
    return dem_str_sub(dem_buf_str(&gzip->bytes), 10, gzip->bytes.n - 8);
}

static void test_encodings(void **state)
{
    (void)state;
    pack gz, zst;
    put(&gz, "gzip", DEM_STR("some text"));
    put(&zst, "zstd", DEM_STR("some text"));
    check_body("gzip", dem_buf_str(&gz.bytes), "", "gzip", "ok: some text");
    check_body("by another name", dem_buf_str(&gz.bytes), "", " X-GZIP", "ok: some text");
    check_body("zstd", dem_buf_str(&zst.bytes), "", "zstd", "ok: some text");
    check_body("deflate, bare", deflated(&gz), "", "deflate", "ok: some text");
    dem_buf zlib = {0};
    dem_buf_add(&zlib, DEM_STR("\x78\x9c"));
    dem_buf_add(&zlib, deflated(&gz));
    dem_buf_add(&zlib, DEM_STR("\x11\xbf\x03\x6b"));
    check_body("deflate as zlib", dem_buf_str(&zlib), "", "deflate", "ok: some text");
    check_body("none", DEM_STR("some text"), "", "identity", "ok: some text");
    const char *why = "";
    dem_body untold = {.bytes = dem_buf_str(&gz.bytes)};
    check_int("not said", dem_body_decode(NULL, &untold, DEM_STR(""), DEM_STR(""), LIMIT, &why), DEM_OK);
    assert_true(dem_str_eq(untold.bytes, dem_buf_str(&gz.bytes)));
    dem_buf_release(&zlib);
    dem_buf_release(&gz.bytes);
    dem_buf_release(&zst.bytes);
}

/* Archives keep the field and undo the packing. */
static void test_undone_already(void **state)
{
    (void)state;
    static const char *const CODINGS[] = {"gzip", "deflate", "zstd", "br", "gzip, br", "unheard-of", ",,,", ""};
    for (size_t i = 0; i < COUNT(CODINGS); i++) {
        check_body(CODINGS[i], DEM_STR("<html>caf\xC3\xA9"), "chunked", CODINGS[i], "ok: <html>caf\xC3\xA9");
        check_body(CODINGS[i], DEM_STR(""), "chunked", CODINGS[i], "ok: ");
    }
}

static void test_brotli(void **state)
{
    (void)state;
    const char *no = "format: content encoding \"br\" (brotli) is not read";
    check_body("brotli", DEM_STR("\x1b\x03\x00\xF8\xF9\x06"), "", "br", no);
    check_body("within gzip", DEM_STR("\x1b\x03\x00\xF8\xF9\x06"), "", "br, gzip", no);
}

/* Encodings are undone from the last to the first, chunks before all. */
static void test_layers(void **state)
{
    (void)state;
    pack once, twice;
    dem_buf chunks = {0};
    put(&once, "gzip", DEM_STR("some text"));
    put(&twice, "zstd", dem_buf_str(&once.bytes));
    check_body("two", dem_buf_str(&twice.bytes), "", "gzip, zstd", "ok: some text");
    dem_buf_addf(&chunks, "%x\r\n", (unsigned)twice.bytes.n);
    dem_buf_add(&chunks, dem_buf_str(&twice.bytes));
    dem_buf_addz(&chunks, "\r\n0\r\n\r\n");
    check_body("in chunks", dem_buf_str(&chunks), "chunked", "gzip,zstd", "ok: some text");
    dem_buf_release(&chunks);
    dem_buf_release(&once.bytes);
    dem_buf_release(&twice.bytes);
}

/* Cut anywhere: never an error, never more than there was; whole only if nothing is missing but the check sum. */
static void test_damaged(void **state)
{
    (void)state;
    static const char *const FILTERS[] = {"gzip", "zstd"};
    dem_buf text = {0};
    for (int i = 0; i < 300; i++) dem_buf_addf(&text, "line %d of a page;", i * i);
    for (size_t f = 0; f < COUNT(FILTERS); f++) {
        pack p;
        put(&p, FILTERS[f], dem_buf_str(&text));
        for (size_t n = 0; n < p.bytes.n; n += 7) {
            dem_arena a = {0};
            const char *why = "";
            dem_body b = {.bytes = dem_str_sub(dem_buf_str(&p.bytes), 0, n)};
            check_int("status", dem_body_decode(&a, &b, DEM_STR(""), dem_str_from(FILTERS[f]), LIMIT, &why),
                      DEM_OK);
            bool begins = b.bytes.n <= text.n && (!b.bytes.n || memcmp(b.bytes.p, text.p, b.bytes.n) == 0);
            if (n >= 20 && !begins) fail_msg("%s cut at %zu: something else comes out", FILTERS[f], n);
            if (n >= 20 && b.bytes.n < text.n && !b.cut) fail_msg("%s cut at %zu: not told", FILTERS[f], n);
            dem_arena_release(&a);
        }
        dem_buf_release(&p.bytes);
    }
    dem_buf_release(&text);
}

static void test_bomb(void **state)
{
    (void)state;
    static const char *const FILTERS[] = {"gzip", "zstd"};
    const char *much = "limit: unpacks to more than is accepted";
    for (size_t f = 0; f < COUNT(FILTERS); f++) {
        pack p;
        pack_begin(&p, "raw", FILTERS[f], NULL);
        pack_fill(&p, "data", 'x', 100 << 20);
        pack_end(&p);
        check_body(FILTERS[f], dem_buf_str(&p.bytes), "", FILTERS[f], much);
        if (f == 0) check_body("deflate", deflated(&p), "", "deflate", much);
        dem_buf_release(&p.bytes);
    }
    pack fits;
    dem_buf wanted = {0};
    dem_buf_addz(&wanted, "ok: ");
    for (int i = 0; i < LIMIT; i++) dem_buf_addz(&wanted, "x");
    pack_begin(&fits, "raw", "gzip", NULL);
    pack_fill(&fits, "data", 'x', LIMIT);
    check_body("just as much", pack_end(&fits), "", "gzip", wanted.p);
    dem_buf_release(&fits.bytes);
    dem_buf_release(&wanted);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_chunks), cmocka_unit_test(test_encodings), cmocka_unit_test(test_undone_already),
        cmocka_unit_test(test_brotli), cmocka_unit_test(test_layers),    cmocka_unit_test(test_damaged),
        cmocka_unit_test(test_bomb),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
