/* Files under a path: base/paths.h. */
#include "base/buf.h"
#include "base/paths.h"
#include "temp.h"

/* The paths below `folder`, without it, joined by blanks. */
static void list(dem_buf *out, const char *path, size_t cut)
{
    dem_arena a = {0};
    dem_paths found = dem_paths_find(&a, path);
    for (size_t i = 0; i < found.n; i++) {
        assert_int_equal(found.at[i].p[found.at[i].n], 0);
        dem_buf_addf(out, "%s%s", i ? " " : "", found.at[i].p + cut);
    }
    dem_arena_release(&a);
}

static void test_folder(void **state)
{
    (void)state;
    static const char *const FILES[] = {"b.txt",       "a/z.txt", "a/B.txt", "a.txt",
                                        "a/deep/er/x", ".hidden", "a/.h/x",  "Z"};
    temp t;
    char target[256];
    temp_make(&t);
    mkdir(temp_path(&t, "a"), 0700);
    mkdir(temp_path(&t, "a/.h"), 0700);
    mkdir(temp_path(&t, "a/deep"), 0700);
    mkdir(temp_path(&t, "a/deep/er"), 0700);
    for (size_t i = 0; i < COUNT(FILES); i++) temp_file(&t, FILES[i], DEM_STR("x"));
    snprintf(target, sizeof target, "%s/b.txt", t.folder);
    assert_int_equal(symlink(target, temp_path(&t, "a/link")), 0);
    assert_int_equal(symlink(t.folder, temp_path(&t, "a/loop")), 0);
    assert_int_equal(symlink("nowhere", temp_path(&t, "a/dangling")), 0);
    dem_buf got = {0};
    list(&got, t.folder, strlen(t.folder) + 1);
    check_str("all files, by bytes", dem_buf_str(&got), "Z a.txt a/B.txt a/deep/er/x a/link a/z.txt b.txt");
    dem_buf_clear(&got);
    list(&got, temp_path(&t, ""), strlen(t.folder) + 1);
    check_str("a slash at the end changes nothing", dem_buf_str(&got),
              "Z a.txt a/B.txt a/deep/er/x a/link a/z.txt b.txt");
    dem_buf_clear(&got);
    temp_path(&t, "a/loop/a");
    list(&got, t.path, strlen(t.path) + 1);
    check_str("through a link that was asked for", dem_buf_str(&got), "B.txt deep/er/x link z.txt");
    dem_buf_release(&got);
    temp_remove(&t);
}

static void test_single(void **state)
{
    (void)state;
    static const char *const SAME[] = {"-", "/nowhere/at-all.txt", "/dev/null"};
    for (size_t i = 0; i < COUNT(SAME); i++) {
        dem_buf got = {0};
        list(&got, SAME[i], 0);
        check_str("stands for itself", dem_buf_str(&got), SAME[i]);
        dem_buf_release(&got);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_folder), cmocka_unit_test(test_single)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
