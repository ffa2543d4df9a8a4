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

void dem_error_add(dem_buf *b, const dem_error *err)
{
    if (err->source[0]) {
        dem_buf_addz(b, err->source);
        if (err->line) dem_buf_addf(b, ":%llu", (unsigned long long)err->line);
        dem_buf_addz(b, ": ");
    }
    dem_buf_addz(b, err->text);
}

const char *dem_status_word(dem_status s)
{
    static const char *const WORD[] = {"ok",    "end",     "i/o",   "format", "limit",
                                       "model", "lexicon", "store", "usage"};
    return (size_t)s < sizeof WORD / sizeof *WORD ? WORD[s] : "unknown";
}
