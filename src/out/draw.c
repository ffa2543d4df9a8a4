/* out/draw.c - see draw.h. libsmartcols measures text by the locale of the thread and writes what that
 * locale cannot print as escapes; so the thread has a UTF-8 locale while it draws, and only then:
 * what comes out must not follow the user's settings. */
#include "out/draw.h"
#include <locale.h>
#include <stdlib.h>

static char *drawn(struct libscols_table *tb)
{
    char *text = NULL;
    return scols_print_table_to_string(tb, &text) == 0 ? text : NULL;
}

void dem_draw(dem_buf *b, struct libscols_table *tb)
{
    if (!tb) return;
    locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    locale_t before = utf8 ? uselocale(utf8) : (locale_t)0;
    char *text = drawn(tb);
    if (utf8) uselocale(before);
    if (utf8) freelocale(utf8);
    if (text && *text) {
        dem_buf_addz(b, text);
        if (b->p[b->n - 1] != '\n') dem_buf_addc(b, '\n');
    }
    free(text);
    scols_unref_table(tb);
}
