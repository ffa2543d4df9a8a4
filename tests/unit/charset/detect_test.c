/* Which character set it is if nobody says so. */
#include "../base/check.h"
#include "charset/detect.h"
#include "charset/labels.h"

static void check(const char *why, const char *got, const char *want)
{
    if (want) check_str(why, dem_str_from(got), want);
    else if (got) fail_msg("%s: got %s, expected none", why, got);
}

/* ASCII text with `before` zero bytes before each byte and `behind` behind it. */
static dem_str spread(const char *text, size_t before, size_t behind)
{
    static char out[4096];
    size_t n = 0;
    for (; *text; text++) {
        memset(out + n, 0, before + 1 + behind);
        out[n + before] = *text;
        n += before + 1 + behind;
    }
    return (dem_str){out, n};
}

static void test_zeros(void **state)
{
    (void)state;
    static const char TEXT[] = "The talks begin on Monday, the ministry said.";
    check("little", dem_detect_zeros(spread(TEXT, 0, 1)), "utf-16le");
    check("big", dem_detect_zeros(spread(TEXT, 1, 0)), "utf-16be");
    check("little, four", dem_detect_zeros(spread(TEXT, 0, 3)), "utf-32le");
    check("big, four", dem_detect_zeros(spread(TEXT, 3, 0)), "utf-32be");
    check("none", dem_detect_zeros(dem_str_from(TEXT)), NULL);
    check("every third", dem_detect_zeros(spread(TEXT, 0, 2)), NULL);
    check("too short", dem_detect_zeros(spread("short", 0, 1)), NULL);
    check("empty", dem_detect_zeros((dem_str){NULL, 0}), NULL);
    static char zeros[1000];
    check("nothing but zeros", dem_detect_zeros((dem_str){zeros, sizeof zeros}), NULL);
}

static void test_detect(void **state)
{
    (void)state;
    /* "The president said that the talks begin on Monday" in three languages. */
    check("Russian",
          dem_detect(DEM_STR("\xCF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2 \xE7\xE0\xFF\xE2\xE8\xEB, \xF7\xF2\xEE "
                             "\xEF\xE5\xF0\xE5\xE3\xEE\xE2\xEE\xF0\xFB \xED\xE0\xF7\xED\xF3\xF2\xF1\xFF \xE2 "
                             "\xEF\xEE\xED\xE5\xE4\xE5\xEB\xFC\xED\xE8\xEA.")),
          "windows-1251");
    check("French",
          dem_detect(DEM_STR("Le pr\xE9sident a d\xE9"
                             "clar\xE9 que les n\xE9gociations commenceraient lundi "
                             "et que l'\xE9tat d'urgence serait lev\xE9 d\xE8s mardi.")),
          "windows-1252");
    check("nothing", dem_detect(DEM_STR("")), NULL);
}

/* The letters may stand far down. */
static void test_far_down(void **state)
{
    (void)state;
    static char text[200000];
    memset(text, ' ', sizeof text);
    static const char END[] = "\xCF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2 \xE7\xE0\xFF\xE2\xE8\xEB, \xF7\xF2\xEE "
                              "\xEF\xE5\xF0\xE5\xE3\xEE\xE2\xEE\xF0\xFB \xED\xE0\xF7\xED\xF3\xF2\xF1\xFF \xE2 "
                              "\xEF\xEE\xED\xE5\xE4\xE5\xEB\xFC\xED\xE8\xEA.";
    memcpy(text + sizeof text - sizeof END, END, sizeof END - 1);
    check("far down", dem_detect((dem_str){text, sizeof text - 1}), "windows-1251");
}

/* Whatever it says is a name that labels lead to, in static storage. */
static void test_random(void **state)
{
    (void)state;
    uint32_t seed = 3;
    for (int i = 0; i < 300; i++) {
        char bytes[200];
        for (size_t k = 0; k < sizeof bytes; k++) {
            seed = seed * 1664525u + 1013904223u;
            bytes[k] = (char)(seed >> 24);
        }
        const char *name = dem_detect((dem_str){bytes, seed % sizeof bytes});
        if (name) assert_ptr_equal(dem_charset_label(dem_str_from(name)), name);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_zeros), cmocka_unit_test(test_detect),
                                       cmocka_unit_test(test_far_down), cmocka_unit_test(test_random)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
