/* page_dump.c - the articles of HTML files as JSON: {"name": {"articleBody": "..."}}, the name being the file's without folder and
 * ".html". With -z the whole text, each zone's paragraphs with its kind in brackets, for reading. */
#include "base/input.h"
#include "base/utf8.h"
#include "page/page.h"
#include <stdio.h>

static void add_piece(dem_buf *b, dem_str piece, dem_zone_kind kind, bool zones)
{
    bool body = kind == DEM_ZONE_BODY || kind == DEM_ZONE_HEADING;
    if (zones && kind != DEM_ZONE_BODY) dem_buf_addf(b, "[%s] ", dem_zone_name(kind));
    if (zones || body) dem_buf_add(b, piece);
    if (zones || body) dem_buf_addz(b, "\n\n");
}

/* The headline is no part of the body that the benchmark wants, its sub-headings are. */
static void add_text(dem_buf *b, const dem_report *r, bool zones)
{
    uint32_t at = 0;
    for (uint32_t i = 0; i < r->n_zones; i++) {
        const dem_zone *z = &r->zones[i];
        add_piece(b, dem_str_sub(r->text, at, z->start), DEM_ZONE_BODY, zones);
        bool headline = z->start == 0 && z->kind == DEM_ZONE_HEADING;
        if (zones || !headline) add_piece(b, dem_str_sub(r->text, z->start, z->end), z->kind, zones);
        at = z->end;
    }
    add_piece(b, dem_str_sub(r->text, at, r->text.n), DEM_ZONE_BODY, zones);
}

static dem_str base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    dem_str name = dem_str_from(slash ? slash + 1 : path);
    return dem_str_ends(name, DEM_STR(".html")) ? dem_str_sub(name, 0, name.n - 5) : name;
}

static bool dump(const char *path, bool zones, dem_buf *out)
{
    dem_arena arena;
    dem_error err = {0};
    dem_str html;
    dem_page page;
    dem_buf body = {0};
    dem_arena_init(&arena, 0);
    dem_status st = dem_input_file(path, DEM_MAX_PAGE, &arena, &html, &err);
    if (st == DEM_OK)
        st = dem_page_read(&arena, dem_utf8_repair(&arena, html, NULL), (dem_str){NULL, 0}, &page, &err);
    if (st != DEM_OK) fprintf(stderr, "%s: %s\n", path, err.text);
    for (uint32_t i = 0; st == DEM_OK && i < page.n; i++) add_text(&body, &page.report[i], zones);
    dem_buf_add_json(out, base_name(path));
    dem_buf_addz(out, ": {\"articleBody\": ");
    dem_buf_add_json(out, dem_buf_str(&body));
    dem_buf_addc(out, '}');
    if (zones && body.n) fwrite(body.p, 1, body.n, stdout);
    dem_buf_release(&body);
    dem_arena_release(&arena);
    return st == DEM_OK;
}

int main(int argc, char **argv)
{
    dem_buf out = {0};
    bool zones = argc > 1 && strcmp(argv[1], "-z") == 0;
    dem_buf_addc(&out, '{');
    for (int i = 1 + zones; i < argc; i++) {
        if (i > 1 + zones) dem_buf_addz(&out, ",\n");
        dump(argv[i], zones, &out);
    }
    dem_buf_addz(&out, "}\n");
    if (!zones) fwrite(out.p, 1, out.n, stdout);
    dem_buf_release(&out);
    return 0;
}
