/* Files in archives: base/members.h. */
#include "base/members.h"
#include "pack.h"
#include "temp.h"

static temp files;

static int make(void **state)
{
    (void)state;
    temp_make(&files);
    return 0;
}
static int clean(void **state)
{
    (void)state;
    temp_remove(&files);
    return 0;
}

enum { LIMIT = 1 << 20, MANY = 100 };

static void read_member(dem_buf *out, dem_input *in)
{
    dem_arena a = {0};
    dem_str all = {NULL, 0};
    dem_error err = {0};
    dem_status st = dem_input_all(in, LIMIT, &a, &all, &err);
    dem_buf_add(out, dem_input_name(in));
    if (st == DEM_OK) dem_buf_addf(out, "=%.*s|", DEM_STR_ARG(all));
    else dem_buf_addf(out, "<%s>|", dem_status_word(st));
    dem_arena_release(&a);
}

/* "a.zip/b=text|a.zip/c<i/o>|a.zip<format>|", or "no archive". `read`: read each member, else only name it. */
static void list(dem_buf *out, dem_input *in, bool read)
{
    dem_members *m;
    dem_error err = {0};
    dem_status st;
    if (!dem_members_probe(in)) {
        dem_buf_addz(out, "no archive");
        dem_input_close(in);
        return;
    }
    dem_members_open(&m, in, LIMIT);
    for (int i = 0; i < MANY && (st = dem_members_next(m, &in, &err)) != DEM_END; i++) {
        if (st != DEM_OK) {
            dem_error_add(out, &err);
            dem_buf_addf(out, "<%s>|", dem_status_word(st));
            continue;
        }
        if (read) read_member(out, in);
        else dem_buf_addf(out, "%.*s|", DEM_STR_ARG(dem_input_name(in)));
        dem_input_close(in);
    }
    dem_members_close(m);
}

static void list_memory(dem_buf *out, const char *name, dem_str bytes, bool read)
{
    dem_input *in;
    dem_error err = {0};
    dem_buf_clear(out);
    if (dem_input_open_memory(&in, dem_str_from(name), bytes, LIMIT, &err) != DEM_OK)
        dem_buf_addf(out, "open: %s", err.text);
    else list(out, in, read);
}

static void check_list(const char *why, dem_str bytes, const char *wanted)
{
    dem_buf got = {0};
    list_memory(&got, "a", bytes, true);
    check_str(why, dem_buf_str(&got), wanted);
    dem_buf_release(&got);
}

/* `bytes` in gzip: an archive that cannot be sought. */
static dem_str in_gzip(pack *p, dem_str bytes)
{
    pack_begin(p, "raw", "gzip", NULL);
    pack_add(p, "data", AE_IFREG, bytes);
    return pack_end(p);
}

static void test_formats(void **state)
{
    (void)state;
    static const char *const FORMATS[] = {"zip", "ustar", "pax", "gnutar"};
    static const char *const FILTERS[] = {"none", "gzip", "zstd", "bzip2", "xz"};
    for (size_t i = 0; i < COUNT(FORMATS); i++)
        for (size_t f = 0; f < COUNT(FILTERS); f++) {
            pack p;
            char why[64];
            snprintf(why, sizeof why, "%s %s", FORMATS[i], FILTERS[f]);
            pack_begin(&p, FORMATS[i], FILTERS[f], NULL);
            pack_add(&p, "z.txt", AE_IFREG, DEM_STR("last by name, first in the archive\n"));
            pack_add(&p, "dir/", AE_IFDIR, DEM_STR(""));
            pack_add(&p, "dir/b.html", AE_IFREG, DEM_STR("<p>b"));
            pack_add(&p, "empty", AE_IFREG, DEM_STR(""));
            check_list(why, pack_end(&p),
                       "a/z.txt=last by name, first in the archive\n|a/dir/b.html=<p>b|a/empty=|");
            dem_buf_release(&p.bytes);
        }
}

/* A file is sought, and standard input or a pipe is not. */
static void test_file(void **state)
{
    (void)state;
    pack p;
    dem_buf got = {0};
    dem_input *in;
    pack_begin(&p, "zip", "none", NULL);
    pack_add(&p, "1", AE_IFREG, DEM_STR("one"));
    pack_add(&p, "2", AE_IFREG, DEM_STR("two"));
    const char *path = temp_file(&files, "f.zip", pack_end(&p));
    assert_int_equal(dem_input_open(&in, path, LIMIT, NULL), DEM_OK);
    list(&got, in, true);
    dem_buf wanted = {0};
    dem_buf_addf(&wanted, "%s/1=one|%s/2=two|", path, path);
    check_str("a file", dem_buf_str(&got), wanted.p);
    dem_buf_release(&got);
    dem_buf_release(&wanted);
    dem_buf_release(&p.bytes);
}

static void test_no_archive(void **state)
{
    (void)state;
    static char block[1024];
    snprintf(block + 257, 6, "ustar");
    memcpy(block, "text with a NUL", 16);
    check_list("a wrong sum", (dem_str){block, sizeof block}, "no archive");
    check_list("text", DEM_STR("PK is how zip begins\n"), "no archive");
    check_list("empty", DEM_STR(""), "no archive");
    check_list("short", DEM_STR("a\0b"), "no archive");
    pack p;
    dem_str bytes = in_gzip(&p, DEM_STR("WARC/1.0\r\n"));
    check_list("a web archive in gzip", bytes, "no archive");
    dem_buf_release(&p.bytes);
}

/* Only files are read: no links, no devices, nothing that is hidden in a folder. */
static void test_left_out(void **state)
{
    (void)state;
    static const char *const FORMATS[] = {"ustar", "pax", "gnutar", "zip"};
    for (size_t i = 0; i < COUNT(FORMATS); i++) {
        pack p;
        pack_begin(&p, FORMATS[i], "none", NULL);
        pack_add(&p, "link", AE_IFLNK, DEM_STR("/etc/passwd"));
        if (strcmp(FORMATS[i], "zip") != 0) {
            pack_add(&p, "device", AE_IFCHR, DEM_STR(""));
            pack_add(&p, "pipe", AE_IFIFO, DEM_STR(""));
        }
        pack_add(&p, "__MACOSX/._a.txt", AE_IFREG, DEM_STR("\0\5\x16\7"));
        pack_add(&p, ".git/a.txt", AE_IFREG, DEM_STR("no"));
        pack_add(&p, "./a.txt", AE_IFREG, DEM_STR("yes"));
        pack_add(&p, "../b.txt", AE_IFREG, DEM_STR("only a name"));
        check_list(FORMATS[i], pack_end(&p), "a/./a.txt=yes|a/../b.txt=only a name|");
        dem_buf_release(&p.bytes);
    }
}

static void test_names(void **state)
{
    (void)state;
    static const struct {
        const char *name, *out;
    } CASES[] = {
        {"/etc/passwd", "a//etc/passwd=x|"},
        {"two\nlines", "a/two\nlines=x|"},
        {"Стамбул.txt", "a/Стамбул.txt=x|"},
        {"caf\xe9.txt", "a/caf\xEF\xBF\xBD.txt=x|"},
    };
    static const char *const FORMATS[] = {"zip", "ustar", "gnutar"};
    for (size_t i = 0; i < COUNT(CASES); i++)
        for (size_t f = 0; f < COUNT(FORMATS); f++) {
            pack p, q;
            char why[64];
            snprintf(why, sizeof why, "%s in %s", CASES[i].name, FORMATS[f]);
            pack_begin(&p, FORMATS[f], "none", NULL);
            pack_add(&p, CASES[i].name, AE_IFREG, DEM_STR("x"));
            dem_str bytes = pack_end(&p);
            check_list(why, bytes, CASES[i].out);
            check_list(why, in_gzip(&q, bytes), CASES[i].out);
            dem_buf_release(&p.bytes);
            dem_buf_release(&q.bytes);
        }
}

static void test_long_name(void **state)
{
    (void)state;
    static char name[100001];
    pack p;
    dem_buf got = {0};
    memset(name, 'n', sizeof name - 1);
    pack_begin(&p, "gnutar", "none", NULL);
    pack_add(&p, name, AE_IFREG, DEM_STR("x"));
    list_memory(&got, "a", pack_end(&p), false);
    check_int("cut", (long long)got.n, 2 + 4096 + 1);
    dem_buf_release(&got);
    dem_buf_release(&p.bytes);
}

/* `inner` as a member of that name in an archive of this format, which takes its place. */
static void wrap(dem_buf *inner, const char *format, const char *name)
{
    pack p;
    pack_begin(&p, format, "none", NULL);
    pack_add(&p, name, AE_IFREG, dem_buf_str(inner));
    pack_add(&p, "after", AE_IFREG, DEM_STR("after"));
    pack_end(&p);
    dem_buf_release(inner);
    *inner = p.bytes;
}

static void test_nested(void **state)
{
    (void)state;
    pack p;
    pack_begin(&p, "ustar", "gzip", NULL);
    pack_add(&p, "x", AE_IFREG, DEM_STR("deep"));
    pack_end(&p);
    wrap(&p.bytes, "zip", "c.tgz");
    wrap(&p.bytes, "ustar", "b.zip");
    check_list("three deep", dem_buf_str(&p.bytes), "a/b.zip/c.tgz/x=deep|a/b.zip/after=after|a/after=after|");
    dem_buf_release(&p.bytes);
    pack_begin(&p, "zip", "none", NULL);
    pack_add(&p, "x", AE_IFREG, DEM_STR("too deep"));
    pack_end(&p);
    wrap(&p.bytes, "zip", "d");
    wrap(&p.bytes, "ustar", "c");
    wrap(&p.bytes, "zip", "b");
    check_list(
        "four deep", dem_buf_str(&p.bytes),
        "a/b/c/d: an archive more than 3 deep in archives is not read<limit>|a/b/c/after=after|a/b/after=after|"
        "a/after=after|");
    dem_buf_release(&p.bytes);
}

/* A member may be left at any point. */
static void test_not_read(void **state)
{
    (void)state;
    static const char *const FORMATS[] = {"zip", "ustar"};
    for (size_t f = 0; f < COUNT(FORMATS); f++)
        for (int gz = 0; gz < 2; gz++) {
            pack p, q;
            dem_buf got = {0};
            pack_begin(&p, FORMATS[f], "none", NULL);
            pack_fill(&p, "1", 'x', 1000000);
            pack_fill(&p, "2", 'y', 3000000);
            pack_add(&p, "3", AE_IFREG, DEM_STR("three"));
            dem_str bytes = pack_end(&p), packed = in_gzip(&q, bytes);
            list_memory(&got, "a", gz ? packed : bytes, false);
            check_str(FORMATS[f], dem_buf_str(&got), "a/1|a/2|a/3|");
            dem_buf_release(&p.bytes);
            dem_buf_release(&q.bytes);
            dem_buf_release(&got);
        }
}

static void test_encrypted(void **state)
{
    (void)state;
    pack p, q;
    pack_begin(&p, "zip", "none", "zip:encryption=traditional");
    pack_add(&p, "secret", AE_IFREG, DEM_STR("cannot be read"));
    pack_add(&p, "more", AE_IFREG, DEM_STR("cannot be read"));
    dem_str bytes = pack_end(&p);
    check_list("sought", bytes, "a/secret: encrypted<format>|a/more: encrypted<format>|");
    /* Its length stands behind it, where only unpacking leads. */
    check_list("streamed", in_gzip(&q, bytes),
               "a/secret: encrypted<format>|"
               "a: cannot read the rest of the archive: Passphrase required for this entry<i/o>|");
    dem_buf_release(&p.bytes);
    dem_buf_release(&q.bytes);
}

static void test_document(void **state)
{
    (void)state;
    pack p;
    pack_begin(&p, "zip", "none", NULL);
    pack_add(&p, "[Content_Types].xml", AE_IFREG, DEM_STR("<Types/>"));
    pack_add(&p, "word/document.xml", AE_IFREG, DEM_STR("<w/>"));
    check_list("a word processor's", pack_end(&p),
               "a: a document of an office program or an e-book, not an archive of reports<format>|");
    dem_buf_release(&p.bytes);
}

static bool has(const dem_buf *b, const char *z)
{
    return strstr(b->p ? b->p : "", z) != NULL;
}

/* Cut anywhere: what comes before is given, there is an end, and if a member is missing there is an error. */
static void test_cut(void **state)
{
    (void)state;
    static const char *const FORMATS[] = {"zip", "ustar"};
    for (size_t f = 0; f < COUNT(FORMATS); f++) {
        pack p;
        pack_begin(&p, FORMATS[f], "none", NULL);
        pack_add(&p, "1", AE_IFREG, DEM_STR("one, which is packed a little, a little, a little"));
        pack_add(&p, "2", AE_IFREG, DEM_STR("two"));
        dem_str all = pack_end(&p);
        for (size_t n = 600; n < all.n; n += 37) {
            dem_buf got = {0};
            list_memory(&got, "a", dem_str_sub(all, 0, n), true);
            assert_true(has(&got, "a/1=one") || has(&got, "a/1<i/o>") || has(&got, "rest of the archive"));
            assert_true(has(&got, "a/2=two|") || has(&got, "<i/o>|") || has(&got, "no archive"));
            dem_buf_release(&got);
        }
        dem_buf_release(&p.bytes);
    }
}

/* One byte wrong in the packed text of a member costs that member. */
static void test_damaged(void **state)
{
    (void)state;
    pack p;
    pack_begin(&p, "zip", "none", "zip:compression=store");
    pack_add(&p, "1", AE_IFREG, DEM_STR("one"));
    pack_add(&p, "2", AE_IFREG, DEM_STR("needle"));
    pack_add(&p, "3", AE_IFREG, DEM_STR("three"));
    dem_str all = pack_end(&p);
    size_t at = dem_str_find(all, DEM_STR("needle"));
    assert_true(at < all.n);
    p.bytes.p[at] = 'N';
    check_list("its sum is wrong", all,
               "a/1=one|a/2: cannot read: ZIP bad CRC: 0x62f4e733 should be 0x6558e205<i/o>|a/3=three|");
    dem_buf_release(&p.bytes);
}

/* Sizes that the directory and the headers give and the data does not have. */
static void test_lying_sizes(void **state)
{
    (void)state;
    static const unsigned SIZES[] = {0, 1, 0x7FFFFFFF, 0xFFFFFFFE};
    for (size_t i = 0; i < COUNT(SIZES); i++)
        for (int gz = 0; gz < 2; gz++) {
            pack p, q;
            dem_buf got = {0};
            pack_begin(&p, "zip", "none", NULL);
            pack_add(&p, "1", AE_IFREG, DEM_STR("some text, some text, some text, some text"));
            pack_add(&p, "2", AE_IFREG, DEM_STR("two"));
            dem_str all = pack_end(&p);
            /* The second size of each entry of the directory: 24 bytes behind its mark. */
            for (size_t at = 0; (at += dem_str_find(dem_str_sub(all, at, all.n), DEM_STR("PK\1\2"))) < all.n;
                 at++)
                for (int b = 0; b < 4; b++) p.bytes.p[at + 24 + (size_t)b] = (char)(SIZES[i] >> (8 * b) & 0xFF);
            list_memory(&got, "a", gz ? in_gzip(&q, all) : all, true);
            assert_true(has(&got, "a/1") && got.n < 400);
            if (gz) dem_buf_release(&q.bytes);
            dem_buf_release(&p.bytes);
            dem_buf_release(&got);
        }
}

/* 300 MB of one byte in a few: whoever reads on is stopped, and so is whoever passes over it. */
static void read_on(dem_buf *out, dem_str bytes)
{
    dem_members *m;
    dem_input *in;
    dem_error err = {0};
    dem_status st = DEM_OK;
    assert_int_equal(dem_input_open_memory(&in, DEM_STR("a"), bytes, LIMIT, NULL), DEM_OK);
    dem_members_open(&m, in, LIMIT);
    while (st != DEM_END && (st = dem_members_next(m, &in, &err)) == DEM_OK) {
        st = dem_input_skip(in, UINT64_MAX, &err);
        dem_buf_addf(out, "%.*s<%s>", DEM_STR_ARG(dem_input_name(in)), dem_status_word(st));
        dem_input_close(in);
        st = DEM_OK;
    }
    dem_buf_addf(out, "%s", dem_status_word(st));
    dem_members_close(m);
}

static void test_bomb(void **state)
{
    (void)state;
    static const struct {
        const char *format, *filter, *options, *out;
    } CASES[] = {
        {"ustar", "zstd", NULL, "a/0<end>a/1<i/o>limit"},
        {"zip", "none", "zip:compression=deflate", "a/0<end>a/1<limit>a/2<end>end"},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        pack p;
        dem_buf got = {0};
        pack_begin(&p, CASES[i].format, CASES[i].filter, CASES[i].options);
        pack_add(&p, "0", AE_IFREG, DEM_STR("x"));
        pack_fill(&p, "1", 0, 300 << 20);
        pack_add(&p, "2", AE_IFREG, DEM_STR("y"));
        read_on(&got, pack_end(&p));
        check_str(CASES[i].format, dem_buf_str(&got), CASES[i].out);
        dem_buf_release(&got);
        dem_buf_release(&p.bytes);
    }
}

/* A bomb in a zip that cannot be sought must be unpacked to get past it, though nobody reads it. */
static void test_bomb_passed_over(void **state)
{
    (void)state;
    pack p, q;
    dem_buf got = {0};
    pack_begin(&p, "zip", "none", "zip:compression=deflate");
    pack_fill(&p, "1", 0, 100 << 20);
    pack_add(&p, "2", AE_IFREG, DEM_STR("y"));
    dem_str bytes = pack_end(&p);
    list_memory(&got, "a", in_gzip(&q, bytes), false);
    check_str("streamed", dem_buf_str(&got),
              "a/1|a: a member unpacks to far more than its size, the rest is not read<limit>|");
    list_memory(&got, "a", bytes, false);
    check_str("sought", dem_buf_str(&got), "a/1|a/2|");
    dem_buf_release(&got);
    dem_buf_release(&p.bytes);
    dem_buf_release(&q.bytes);
}

/* The same packed bytes told of by many entries of the directory: each alone is honest, all together are not. */
static void test_overlap(void **state)
{
    (void)state;
    enum { ENTRIES = 40, SIZE = 8 << 20 };
    pack p;
    dem_buf b = {0}, got = {0};
    pack_begin(&p, "zip", "none", "zip:compression=deflate");
    pack_fill(&p, "1", 'x', SIZE);
    dem_str one = pack_end(&p);
    size_t directory = dem_str_find(one, DEM_STR("PK\1\2")), end = dem_str_find(one, DEM_STR("PK\5\6"));
    assert_true(directory < end && end < one.n);
    dem_buf_add(&b, dem_str_sub(one, 0, directory));
    for (int i = 0; i < ENTRIES; i++) dem_buf_add(&b, dem_str_sub(one, directory, end));
    size_t at = b.n, size = (end - directory) * ENTRIES;
    dem_buf_add(&b, dem_str_sub(one, end, one.n));
    b.p[at + 8] = b.p[at + 10] = ENTRIES;
    for (int i = 0; i < 4; i++) b.p[at + 12 + (size_t)i] = (char)(size >> (8 * i) & 0xFF);
    list_memory(&got, "a", dem_buf_str(&b), true);
    size_t read = 0;
    for (const char *z = got.p; (z = strstr(z, "a/1")); z++) read++;
    assert_true(read > 0 && read * SIZE <= (64 << 20) + 1000 * b.n);
    dem_buf_release(&got);
    dem_buf_release(&b);
    dem_buf_release(&p.bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_formats),
        cmocka_unit_test(test_file),
        cmocka_unit_test(test_no_archive),
        cmocka_unit_test(test_left_out),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_long_name),
        cmocka_unit_test(test_nested),
        cmocka_unit_test(test_not_read),
        cmocka_unit_test(test_encrypted),
        cmocka_unit_test(test_document),
        cmocka_unit_test(test_cut),
        cmocka_unit_test(test_damaged),
        cmocka_unit_test(test_lying_sizes),
        cmocka_unit_test(test_bomb),
        cmocka_unit_test(test_bomb_passed_over),
        cmocka_unit_test(test_overlap),
    };
    return cmocka_run_group_tests(tests, make, clean);
}
