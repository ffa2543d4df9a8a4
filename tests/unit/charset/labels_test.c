/* Names of character sets as the web means them. */
#include "../base/check.h"
#include "charset/labels.h"
#include <unicode/ucnv.h>

static const struct {
    const char *label, *icu;
} CASES[] = {
    {"utf-8", "utf-8"},           {" UTF8 ", "utf-8"},           {"ISO-8859-1", "windows-1252"},
    {"latin1", "windows-1252"},   {"us-ascii", "windows-1252"},  {"iso-8859-9", "windows-1254"},
    {"GB2312", "gb18030"},        {"Shift_JIS", "windows-31j"},  {"ks_c_5601-1987", "windows-949"},
    {"euc-kr", "windows-949"},    {"utf-16", "utf-16le"},        {"windows-1251", "windows-1251"},
    {"koi8-r", "koi8-r"},         {"tis-620", "windows-874"},    {"l1", "windows-1252"},
    {"", NULL},                   {" ", NULL},                   {"utf", NULL},
    {"windows-1252 l1", NULL},    {"ibm-37", NULL},              {"utf-7", NULL},
    {"iso-8859-1,version=1", NULL}, {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", NULL},
};

static void test_labels(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        const char *got = dem_charset_label(dem_str_from(CASES[i].label));
        if (!CASES[i].icu) {
            if (got) fail_msg("\"%s\" is %s, expected nothing", CASES[i].label, got);
        } else {
            check_str(CASES[i].label, dem_str_from(got), CASES[i].icu);
        }
    }
    assert_null(dem_charset_label((dem_str){NULL, 0}));
    assert_null(dem_charset_label((dem_str){"utf-8\0", 6}));
}

/* ICU knows every name that labels lead to. */
static void test_icu_knows_them(void **state)
{
    (void)state;
    static const char *const LABELS[] = {
        "utf-8", "latin1", "latin2", "latin3", "latin4", "cyrillic", "arabic", "greek", "hebrew", "latin6",
        "iso-8859-13", "iso-8859-14", "latin9", "cp1250", "cp1251", "cp1253", "latin5", "cp1255", "cp1256", "cp1257",
        "cp1258", "tis-620", "866", "koi8", "koi8-u", "mac", "x-mac-cyrillic", "gbk", "hz", "big5", "euc-jp", "sjis",
        "iso-2022-jp", "iso-2022-kr", "euc-kr", "utf-16", "utf-16be", "utf-32", "utf-32be",
    };
    for (size_t i = 0; i < COUNT(LABELS); i++) {
        const char *name = dem_charset_label(dem_str_from(LABELS[i]));
        assert_non_null(name);
        UErrorCode status = U_ZERO_ERROR;
        UConverter *conv = ucnv_open(name, &status);
        if (U_FAILURE(status)) fail_msg("ICU does not know %s", name);
        ucnv_close(conv);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_labels), cmocka_unit_test(test_icu_knows_them)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
