/* base/error.c - see error.h. */
#include "base/error.h"
#include <stdarg.h>
#include <stdio.h>

dem_status dem_fail(dem_error *err, dem_status code, dem_str source, uint64_t line, uint64_t offset,
                    const char *fmt, ...)
{
    if (!err) return code;
    *err = (dem_error){.code = code, .line = line, .offset = offset};
    snprintf(err->source, sizeof err->source, "%.*s", DEM_STR_ARG(source));
    va_list ap;
    va_start(ap, fmt);
    vsnprintf(err->text, sizeof err->text, fmt, ap);
    va_end(ap);
    return code;
}

/* File names, and what is quoted from a file, may hold anything; a message is one line that no terminal takes for
 * commands. Control characters (those of U+0080 to U+009F too) are written as \n and \x1b. */
static void add_line(dem_buf *b, const char *z)
{
    for (const unsigned char *p = (const unsigned char *)z; *p; p++) {
        bool high = *p == 0xC2 && p[1] >= 0x80 && p[1] < 0xA0;
        if (*p == '\n') dem_buf_addz(b, "\\n");
        else if (*p < 0x20 || *p == 0x7F) dem_buf_addf(b, "\\x%02x", *p);
        else if (high) dem_buf_addf(b, "\\x%02x", *++p);
        else dem_buf_addc(b, (char)*p);
    }
}

void dem_error_add(dem_buf *b, const dem_error *err)
{
    if (err->source[0]) {
        add_line(b, err->source);
        if (err->line) dem_buf_addf(b, ":%llu", (unsigned long long)err->line);
        dem_buf_addz(b, ": ");
    }
    add_line(b, err->text);
}

const char *dem_status_word(dem_status s)
{
    static const char *const WORD[] = {"ok",    "end",     "i/o",   "format", "limit",
                                       "model", "lexicon", "store", "usage"};
    return (size_t)s < sizeof WORD / sizeof *WORD ? WORD[s] : "unknown";
}
