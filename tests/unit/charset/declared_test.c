/* Where pages and servers state their character set. */
#include "../base/check.h"
#include "charset/declared.h"

static const struct {
    const char *head, *want; /* NULL: none */
} PAGES[] = {
    {"<html><head><meta charset=\"utf-8\">", "utf-8"},
    {"<!DOCTYPE html>\n<META CHARSET='Windows-1251' />", "Windows-1251"},
    {"<meta charset=koi8-r>", "koi8-r"},
    {"<meta http-equiv=\"Content-Type\" content=\"text/html; charset=iso-8859-1\">", "iso-8859-1"},
    {"<meta content='text/html;charset = big5 ' http-equiv=content-type>", "big5"},
    {"<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?><rss>", "ISO-8859-2"},
    {"<?xml version='1.0'?><html><meta charset=\"gbk\">", "gbk"},
    {"<!-- <meta charset=\"big5\"> --><meta charset=\"utf-8\">", "utf-8"},
    {"<meta name=\"viewport\" content=\"width=device-width\"><meta charset=\"utf-8\">", "utf-8"},
    {"<p>charset=utf-8</p>", NULL},
    {"<meta name=\"x-mycharset\" content=\"1\">", NULL},
    {"<meta charset=\"\">", NULL},
    {"<meta charset", NULL},
    {"<meta charset=", NULL},
    {"<!-- <meta charset=\"big5\">", NULL},
    {"", NULL},
};

static const struct {
    const char *value, *want;
} HEADERS[] = {
    {"text/html; charset=utf-8", "utf-8"},
    {"text/html;charset=\"ISO-8859-1\"", "ISO-8859-1"},
    {"text/html; boundary=x; Charset=gb2312; q=1", "gb2312"},
    {"text/html", NULL},
    {"charset/x", NULL},
    {"text/html; charset", NULL},
    {"", NULL},
};

static void check(const char *in, dem_str got, const char *want)
{
    if (want)
        check_str(in, got, want);
    else if (got.p)
        fail_msg("%s: got \"%.*s\", expected none", in, DEM_STR_ARG(got));
}

static void test_pages(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(PAGES); i++)
        check(PAGES[i].head, dem_charset_declared(dem_str_from(PAGES[i].head)), PAGES[i].want);
    assert_null(dem_charset_declared((dem_str){NULL, 0}).p);
}

static void test_too_far_down(void **state)
{
    (void)state;
    static char page[DEM_DECLARED_WITHIN + 100];
    memset(page, ' ', sizeof page);
    memcpy(page, "<html>", 6);
    memcpy(page + DEM_DECLARED_WITHIN, "<meta charset=\"utf-8\">", 22);
    assert_null(dem_charset_declared((dem_str){page, sizeof page}).p);
    memcpy(page + DEM_DECLARED_WITHIN - 50, "<meta charset=\"utf-8\">", 22);
    check_str("near the end", dem_charset_declared((dem_str){page, sizeof page}), "utf-8");
}

static void test_headers(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(HEADERS); i++)
        check(HEADERS[i].value, dem_charset_content_type(dem_str_from(HEADERS[i].value)), HEADERS[i].want);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_pages), cmocka_unit_test(test_too_far_down),
                                       cmocka_unit_test(test_headers)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
