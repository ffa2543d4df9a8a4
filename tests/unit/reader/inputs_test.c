/* What paths lead to: reader/inputs.h. Archives and folders of saved pages: what is read of them, in which order, under which names. */
#include "../base/temp.h"
#include "base/buf.h"
#include "reader/reader.h"
#include <archive.h>
#include <archive_entry.h>

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

typedef struct member {
    const char *name, *content;
} member;

static void pack(const char *path, bool zip, const member *at, size_t n)
{
    struct archive *a = archive_write_new();
    if (zip) archive_write_set_format_zip(a);
    else archive_write_set_format_ustar(a);
    if (!zip) archive_write_add_filter_gzip(a);
    assert_int_equal(archive_write_open_filename(a, path), ARCHIVE_OK);
    for (size_t i = 0; i < n; i++) {
        struct archive_entry *e = archive_entry_new();
        archive_entry_set_pathname(e, at[i].name);
        archive_entry_set_size(e, (la_int64_t)strlen(at[i].content));
        archive_entry_set_filetype(e, AE_IFREG);
        archive_entry_set_perm(e, 0600);
        assert_int_equal(archive_write_header(a, e), ARCHIVE_OK);
        archive_write_data(a, at[i].content, strlen(at[i].content));
        archive_entry_free(e);
    }
    archive_write_free(a);
}

/* "{id}" for a report, "[id]" for a page, "<text>" for an error. */
static void list(dem_buf *out, const char *path)
{
    dem_reader *r;
    dem_arena a = {0};
    dem_item item;
    dem_error err;
    dem_status st;
    dem_buf_clear(out);
    dem_buf_addz(out, "");
    assert_int_equal(dem_reader_open(&r, &path, 1, NULL, &err), DEM_OK);
    while ((st = dem_reader_take(r, &a, &item, &err)) != DEM_END) {
        if (st != DEM_OK) dem_buf_addf(out, "<%s>", err.text);
        else if (item.page.p) dem_buf_addf(out, "[%.*s]", DEM_STR_ARG(item.report.id));
        else dem_buf_addf(out, "{%.*s}", DEM_STR_ARG(item.report.id));
        dem_arena_reset(&a);
    }
    dem_reader_close(r);
    dem_arena_release(&a);
}

static void test_archives(void **state)
{
    (void)state;
    static const member MEMBERS[] = {
        {"2024/b.txt", "The envoys met."},
        {"2024/a.html", "<html><p>The envoys met."},
        {"lines.jsonl", "{\"id\":\"x\",\"text\":\"One.\"}\n{\"id\":\"y\",\"text\":\"Two.\"}\n"},
        {"picture.png", "\x89PNG\r\n"},
        {".hidden", "no"},
        {"empty.txt", ""},
        {"last.txt", "Three."},
    };
    for (int zip = 0; zip < 2; zip++) {
        dem_buf got = {0};
        char path[256];
        snprintf(path, sizeof path, "%s", temp_path(&files, zip ? "reports.zip" : "reports.tar.gz"));
        pack(path, zip, MEMBERS, sizeof MEMBERS / sizeof *MEMBERS);
        list(&got, path);
        check_str("members", dem_buf_str(&got),
                  "{2024/b}[2024/a]{x}{y}<a picture, expected text><empty: no text>{last}");
        dem_buf_release(&got);
        remove(path);
    }
}

/* As browsers save them: the page, and a folder with what it is made of. */
static void test_saved_pages(void **state)
{
    (void)state;
    temp t;
    char folder[256];
    dem_buf got = {0};
    temp_make(&t);
    snprintf(folder, sizeof folder, "%s", t.folder);
    mkdir(temp_path(&t, "Talks_files"), 0700);
    mkdir(temp_path(&t, "my_files"), 0700);
    temp_file(&t, "Talks.html", DEM_STR("<html><p>The envoys met."));
    temp_file(&t, "Talks_files/frame.html", DEM_STR("<html><p>Buy now."));
    temp_file(&t, "my_files/a.txt", DEM_STR("The envoys met."));
    temp_file(&t, "style.css", DEM_STR("p { color: red }"));
    list(&got, folder);
    check_str("pages", dem_buf_str(&got), "[Talks]{my_files/a}");
    dem_buf_release(&got);
    temp_remove(&t);
}

/* Links that lead back, and names that hold line ends. */
static void test_odd_folders(void **state)
{
    (void)state;
    temp t;
    dem_buf got = {0};
    char folder[256], again[300];
    temp_make(&t);
    snprintf(folder, sizeof folder, "%s", t.folder);
    mkdir(temp_path(&t, "in"), 0700);
    snprintf(again, sizeof again, "%s/in/again", folder);
    assert_int_equal(symlink(folder, again), 0);
    snprintf(again, sizeof again, "%s/in/self", folder);
    assert_int_equal(symlink("self", again), 0);
    temp_file(&t, "in/a\nb.txt", DEM_STR("The envoys met."));
    list(&got, folder);
    check_str("names", dem_buf_str(&got), "{in/a_b}");
    dem_buf_release(&got);
    temp_remove(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_archives),
        cmocka_unit_test(test_saved_pages),
        cmocka_unit_test(test_odd_folders),
    };
    return cmocka_run_group_tests(tests, make, clean);
}
