/* import/ledger.c - what is lost on the way, and for which reason. */
#include "import/parts.h"
#include <stdarg.h>
#include <stdio.h>

const char *dem_loss_what(dem_loss loss)
{
    static const char *const WHAT[] = {
#define X(id, what) what,
        DEM_LOSSES(X)
#undef X
    };
    return loss < DEM_LOSS_COUNT ? WHAT[loss] : "";
}

dem_str dem_ledger_cut(dem_str s)
{
    enum { LONGEST = 60 };
    size_t n = s.n;
    if (n > LONGEST)
        for (n = LONGEST; n > 0 && ((unsigned char)s.p[n] & 0xc0) == 0x80;) n--;
    return dem_str_sub(s, 0, n);
}

void dem_ledger_note_add(dem_ledger *l, dem_loss loss, uint64_t line, const char *fmt, ...)
{
    char text[sizeof((dem_error *)0)->text];
    va_list ap;
    va_start(ap, fmt);
    vsnprintf(text, sizeof text, fmt, ap);
    va_end(ap);
    l->count->loss[loss]++;
    dem_vec_push(l->arena, &l->note, ((dem_ledger_note){line, dem_arena_str(l->arena, dem_str_from(text))}));
}

void dem_ledger_close(dem_ledger *l, dem_str head, bool written)
{
    const char *how = !head.n ? "" : written ? ", in part: " : ", left out: ";
    dem_str cut = dem_ledger_cut(head);
    for (size_t i = 0; i < l->note.n && l->options->report; i++) {
        dem_error e;
        dem_fail(&e, DEM_E_FORMAT, l->file, l->note.at[i].line, 0, "%.*s%s%.*s", DEM_STR_ARG(cut), how,
                 DEM_STR_ARG(l->note.at[i].text));
        l->options->report(l->options->ctx, &e);
    }
    l->note.n = l->note.cap = 0; /* its bytes belong to the arena of the entry */
    l->note.at = NULL;
}
