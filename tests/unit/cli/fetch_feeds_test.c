/* The feeds that a command line names: cli/fetch_feeds.h. */
#include "../base/temp.h"
#include "cli/fetch_feeds.h"

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

/* The addresses that `argument` names, a blank behind each. */
static void check_list(const char *argument, const char *wanted)
{
    dem_arena a = {0};
    dem_feed_list list = {0};
    dem_error err = {0};
    dem_buf got = {0};
    dem_buf_addz(&got, "");
    if (dem_feed_list_add(&a, &list, argument, &err) != DEM_OK) fail_msg("%s", err.text);
    for (size_t i = 0; i < list.n; i++) dem_buf_addf(&got, "%.*s ", DEM_STR_ARG(list.at[i]));
    check_str(argument, dem_buf_str(&got), wanted);
    dem_buf_release(&got);
    dem_arena_release(&a);
}

static void test_list(void **state)
{
    (void)state;
    check_list("https://news.example/a#b", "https://news.example/a#b ");
    check_list("HTTP://news.example/", "HTTP://news.example/ ");
    check_list(
        temp_file(
            &files, "list",
            DEM_STR("# feeds\r\n\n  https://a.example/  # one\nhttp://b.example/#c\r\n#http://c.example/")),
        "https://a.example/ http://b.example/#c ");
    check_list(temp_file(&files, "empty", DEM_STR("")), "");
    check_list(temp_packed(&files, "list.gz", "gzip", DEM_STR("https://a.example/\n")), "https://a.example/ ");
}

static void test_refused(void **state)
{
    (void)state;
    dem_arena a = {0};
    dem_feed_list list = {0};
    dem_error err = {0};
    assert_int_equal(dem_feed_list_add(&a, &list, "ftp://news.example/", &err), DEM_E_IO);
    assert_int_equal(dem_feed_list_add(&a, &list, files.folder, &err), DEM_E_IO);
    const char *path = temp_file(&files, "bad", DEM_STR("https://a.example/\n\nnews.example/b\n"));
    assert_int_equal(dem_feed_list_add(&a, &list, path, &err), DEM_E_FORMAT);
    check_int("line", (long long)err.line, 3);
    dem_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_list), cmocka_unit_test(test_refused)};
    return cmocka_run_group_tests(tests, make, clean);
}
