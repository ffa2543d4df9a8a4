/* Web archives as input, in what concerns demarche fetch: reader/warc.c. */
#include "../base/temp.h"
#include "reader/reader.h"
#include "warc/write.h"

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

static const dem_str DATE = {"2025-03-18T09:00:00Z", 20}, NONE = {NULL, 0};

/* The URL, title, author, publisher, language and page or text of all items, a line each. */
static void check_items(const char *path, const char *wanted)
{
    dem_reader *r;
    dem_item item;
    dem_arena a = {0};
    dem_buf got = {0};
    assert_int_equal(dem_reader_open(&r, &path, 1, NULL, NULL), DEM_OK);
    while (dem_reader_take(r, &a, &item, NULL) == DEM_OK) {
        const dem_report *p = &item.report;
        dem_str body = item.page.p ? item.page : p->text;
        dem_buf_addf(&got, "%.*s;%.*s;%.*s;%.*s;%.*s;%.*s;%.*s;%.*s\n", DEM_STR_ARG(p->url),
                     DEM_STR_ARG(p->title), DEM_STR_ARG(p->author), DEM_STR_ARG(p->publisher),
                     DEM_STR_ARG(p->published), DEM_STR_ARG(p->language), DEM_STR_ARG(item.type),
                     DEM_STR_ARG(body));
    }
    check_str("items", dem_buf_str(&got), wanted);
    dem_buf_release(&got);
    dem_reader_close(r);
    dem_arena_release(&a);
}

static void test_told(void **state)
{
    (void)state;
    char path[256];
    snprintf(path, sizeof path, "%s", temp_path(&files, "told.warc.gz"));
    dem_warc_writer *w = NULL;
    dem_warc_told told = {DEM_STR("https://n.example/feed"),
                          DEM_STR("Title"),
                          DEM_STR("A"),
                          DEM_STR("N"),
                          DEM_STR("2025-03-17"),
                          DEM_STR("en")};
    dem_str html = DEM_STR("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"),
            text = DEM_STR("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Language: fr\r\n\r\n"),
            feed = DEM_STR("<?xml version=\"1.0\"?><rss><channel></channel></rss>"), p = DEM_STR("<p>x");
    assert_int_equal(dem_warc_writer_open(&w, path, DATE, NULL), DEM_OK);
    dem_warc_write_page(w, DEM_STR("https://n.example/1"), DATE, html, p, &told, NULL);
    dem_warc_write_response(w, DEM_STR("https://n.example/2"), DATE, html, p, NULL);
    dem_warc_write_page(w, DEM_STR("https://n.example/3"), DATE, text, DEM_STR("y"), &told, NULL);
    dem_warc_write_response(w, DEM_STR("https://n.example/feed"), DATE, html, feed, NULL);
    dem_warc_write_response(w, DEM_STR("https://n.example/feed2"), DATE, text, feed, NULL);
    dem_warc_write_conversion(w, DEM_STR("https://n.example/4"), DATE, DEM_FRAGMENT_TYPE, p, &told, NULL);
    dem_warc_write_page(w, DEM_STR("https://n.example/5"), DATE, html, p, &(dem_warc_told){.title = NONE},
                        NULL);
    dem_warc_writer_close(w);
    check_items(path, "https://n.example/1;Title;A;N;2025-03-17;en;text/html;<p>x\n"
                      "https://n.example/2;;;;;;text/html;<p>x\n"
                      "https://n.example/3;Title;A;N;2025-03-17;fr;text/plain;y\n"
                      "https://n.example/4;Title;A;N;2025-03-17;en;text/html; charset=utf-8; fragment;<p>x\n"
                      "https://n.example/5;;;;;;text/html;<p>x\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_told)};
    return cmocka_run_group_tests(tests, make, clean);
}
