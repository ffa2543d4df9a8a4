/* reader/nature.c - see nature.h. */
#include "reader/nature.h"
#include "base/buf.h"
#include "base/utf8.h"
#include <sys/stat.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

static const struct {
    const char *magic;
    uint8_t at, n;
    const char *what;
} KNOWN[] = {
    {"%PDF-", 0, 5, "a PDF document"},
    {"\x89PNG", 0, 4, "a picture"},
    {"\xFF\xD8\xFF", 0, 3, "a picture"},
    {"GIF8", 0, 4, "a picture"},
    {"WEBP", 8, 4, "a picture"},
    {"wOFF", 0, 4, "a font"},
    {"wOF2", 0, 4, "a font"},
    {"{\\rtf", 0, 5, "a word processor's document"},
    {"\xD0\xCF\x11\xE0", 0, 4, "a word processor's document"},
    {"SQLite format 3", 0, 15, "a database"},
    {"\x7F"
     "ELF",
     0, 4, "a program"},
    {"ID3", 0, 3, "a recording"},
    {"ftyp", 4, 4, "a recording"},
    {"7z\xBC\xAF", 0, 4, "an archive of an unknown kind"},
    {"Rar!", 0, 4, "an archive of an unknown kind"},
};

/* Text has none of these; the odd one that copying left in it must not cost the report. */
static bool is_binary(dem_str head)
{
    size_t odd = 0, n = head.n < 4096 ? head.n : 4096;
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)head.p[i];
        odd += c < 0x09 || (c > 0x0D && c < 0x1B);
    }
    return odd > 4 && odd * 10 > n;
}

const char *dem_nature_of(dem_str head)
{
    for (size_t i = 0; i < COUNT(KNOWN); i++) {
        dem_str magic = {KNOWN[i].magic, KNOWN[i].n};
        if (dem_str_starts(dem_str_sub(head, KNOWN[i].at, head.n), magic)) return KNOWN[i].what;
    }
    return is_binary(head) ? "binary" : NULL;
}

bool dem_nature_is_xml(dem_str head)
{
    head = dem_str_trim(dem_utf8_without_bom(head));
    return dem_str_starts(head, DEM_STR("<?xml")) || dem_str_starts(head, DEM_STR("<!DOCTYPE"));
}

static bool has_ending(dem_str path)
{
    static const char *const ENDINGS[] = {".js", ".mjs", ".css", ".map", ".svg", ".ico", ".part", ".download"};
    for (size_t i = 0; i < COUNT(ENDINGS); i++) {
        size_t n = strlen(ENDINGS[i]);
        if (path.n > n && dem_str_ieq(dem_str_sub(path, path.n - n, path.n), dem_str_from(ENDINGS[i])))
            return true;
    }
    return false;
}

/* `folder` without "_files", with a page's ending, is a file. */
static bool has_page(dem_str folder)
{
    static const char *const ENDINGS[] = {".html", ".htm"};
    bool found = false;
    for (size_t i = 0; i < COUNT(ENDINGS) && !found; i++) {
        struct stat st;
        dem_buf page = {0};
        dem_buf_addf(&page, "%.*s%s", (int)(folder.n - strlen("_files")), folder.p, ENDINGS[i]);
        found = stat(page.p, &st) == 0 && S_ISREG(st.st_mode);
        dem_buf_release(&page);
    }
    return found;
}

bool dem_nature_companion(dem_str path)
{
    if (has_ending(path)) return true;
    for (size_t i = 0; i < path.n; i++) {
        dem_str folder = dem_str_sub(path, 0, i);
        if (path.p[i] == '/' && dem_str_ends(folder, DEM_STR("_files")) && has_page(folder)) return true;
    }
    return false;
}
