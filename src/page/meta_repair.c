/* page/meta_repair.c - see meta_repair.h. */
#include "page/meta_repair.h"

dem_str dem_meta_unwrap(dem_str text)
{
    static const char *const HEADS[] = {"<!--",      "//<![CDATA[",  "/*<![CDATA[*/",
                                        "<![CDATA[", "// <![CDATA[", "//"};
    static const char *const TAILS[] = {"-->", "//]]>", "/*]]>*/", "// ]]>", "]]>", "//", ";"};
    for (bool more = true; more;) {
        more = false;
        text = dem_str_trim(text);
        for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++) {
            dem_str head = dem_str_from(HEADS[i]);
            if (!dem_str_starts(text, head)) continue;
            text = dem_str_trim(dem_str_sub(text, head.n, text.n));
            more = true;
        }
        for (size_t i = 0; i < sizeof TAILS / sizeof *TAILS; i++) {
            dem_str tail = dem_str_from(TAILS[i]);
            if (!dem_str_ends(text, tail)) continue;
            text = dem_str_trim(dem_str_sub(text, 0, text.n - tail.n));
            more = true;
        }
    }
    return text;
}

/* Drops a comma that `out` ends with, blanks behind it aside. */
static void drop_comma(dem_buf *out)
{
    size_t n = out->n;
    while (n && dem_byte_blank(out->p[n - 1])) n--;
    if (n && out->p[n - 1] == ',') out->p[n - 1] = ' ';
}

/* True if the last thing outside of strings is a colon: a value must follow. */
static bool wants_value(const dem_buf *out)
{
    size_t n = out->n;
    while (n && dem_byte_blank(out->p[n - 1])) n--;
    return n && out->p[n - 1] == ':';
}

void dem_meta_mend(dem_buf *out, dem_str text)
{
    bool string = false;
    dem_buf_reserve(out, text.n);
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        if (string) {
            if (c == '\\' && i + 1 < text.n && (unsigned char)text.p[i + 1] >= ' ') {
                dem_buf_addc(out, c);
                c = text.p[++i];
            } else if (c == '"') {
                string = false;
            }
            dem_buf_addc(out, (unsigned char)c < ' ' ? ' ' : c);
            continue;
        }
        if ((c == ',' || c == '}' || c == ']') && wants_value(out)) dem_buf_addz(out, "null");
        if (c == '}' || c == ']') drop_comma(out);
        string = c == '"';
        dem_buf_addc(out, (unsigned char)c < ' ' ? ' ' : c);
    }
}

static json_t *load(dem_str text)
{
    json_error_t why;
    return json_loadb(text.n ? text.p : "", text.n, 0, &why);
}

json_t *dem_meta_parse(dem_str text)
{
    dem_buf mended = {0};
    text = dem_meta_unwrap(text);
    json_t *v = load(text);
    if (v) return v;
    dem_meta_mend(&mended, text);
    v = load(dem_buf_str(&mended));
    dem_buf_release(&mended);
    return v;
}
