/* meta, link, base and html elements: page/meta_element.c. */
#include "meta_page.h"

static void names(void **state)
{
    meta_page t;
    (void)state;
    meta_open(
        &t, "",
        "<html lang=en-GB><head><base href=' https://a.example/b/ '><base href=/c>"
        "<link rel='alternate' href=/no><link rel='shortlink CANONICAL' href='/x'>"
        "<meta property='og:title' content='Mayor &amp; bridge'><meta name='TWITTER:TITLE' content='Mayor'>"
        "<meta name=author content='Ann Lee'><meta property='og:site_name' content='Harbour Post'>"
        "<meta property='og:url' content='https://a.example/x'><meta property='og:locale' content='en_GB'>"
        "<meta name='keywords' content='bridge'><meta name=author><meta content=x></head><body>");
    dem_meta_found f = meta_found(&t, "");
    check_str("titles", meta_claims(&t, &f.title), "Mayor & bridge=3; Mayor=2");
    check_str("authors", meta_claims(&t, &f.author), "Ann Lee=3");
    check_str("publishers", meta_claims(&t, &f.publisher), "Harbour Post=4");
    check_str("site", f.site, "Harbour Post");
    check_str("addresses", meta_claims(&t, &f.url), "/x=4; https://a.example/x=3");
    check_str("languages", meta_claims(&t, &f.language), "en-GB=3; en_GB=2");
    check_str("base", f.base, "https://a.example/b/");
    meta_close(&t);
}

static void dates(void **state)
{
    meta_page t;
    (void)state;
    meta_open(&t, "",
              "<meta property='article:published_time' content='2024-03-18T09:05:00+01:00'>"
              "<meta name=date content='2024-03-17'><meta property='og:updated_time' content='1710800000'>"
              "<meta name='DC.date.issued' content='2024-03-18'><meta name=expires content='2025-01-01'>"
              "<meta name=pubdate property='article:published_time' content='2024-03-16'>");
    dem_meta_found f = meta_found(&t, "");
    check_str("published", meta_days(&t, &f, DEM_DATED_META),
              "2024-03-18T09:05:00+01:00 2024-03-18 2024-03-16");
    check_str("loose", meta_days(&t, &f, DEM_DATED_LOOSE), "2024-03-17");
    check_str("modified", meta_days(&t, &f, DEM_DATED_MODIFIED), "2024-03-18T22:13:20Z");
    meta_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(names), cmocka_unit_test(dates)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
