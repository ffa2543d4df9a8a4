/* said/quotation.c - which words stand between quotation marks. A paragraph of a running quotation opens with a mark although the
 * one before it has not closed. */
#include "said/quotation.h"
#include "said/view.h"

dem_quote_mark dem_quote_mark_of(const dem_token *t, bool inside)
{
    dem_str f = t->form;
    if (dem_str_is(f, "''")) return inside || t->space_after ? DEM_QUOTE_CLOSES : DEM_QUOTE_OPENS;
    if (dem_str_is(f, "“") || dem_str_is(f, "``") || dem_str_is(f, "«")) return DEM_QUOTE_OPENS;
    if (dem_str_is(f, "”") || dem_str_is(f, "»")) return DEM_QUOTE_CLOSES;
    return dem_str_is(f, "\"") ? DEM_QUOTE_TOGGLES : DEM_QUOTE_NONE;
}

bool dem_quote_inside(dem_quote_mark m, bool inside)
{
    return m == DEM_QUOTE_OPENS     ? true
           : m == DEM_QUOTE_CLOSES  ? false
           : m == DEM_QUOTE_TOGGLES ? !inside
                                    : inside;
}

void said_quotations(said_view *v)
{
    bool inside = false, running = false; /* running: the paragraph before has not closed its quotation */
    said_run run = {0};
    dem_vec_push(v->arena, &v->run, run);
    for (uint32_t i = 0; i < v->in->n; i++) {
        const dem_sentence *s = &v->in->sentence[i];
        if (i && s->paragraph != v->in->sentence[i - 1].paragraph) {
            running = inside;
            inside = false;
        }
        for (uint32_t t = 0; t < s->n; t++) {
            dem_quote_mark m = dem_quote_mark_of(&s->tok[t], inside);
            bool was = inside;
            inside = dem_quote_inside(m, inside);
            if (m != DEM_QUOTE_NONE && inside && !was && !(running && t == 0))
                dem_vec_push(v->arena, &v->run, run);
            if (t == 0) running = false;
            if (!inside || m != DEM_QUOTE_NONE) continue;
            said_run *r = &v->run.at[v->run.n - 1];
            if (r->words++ == 0) r->from = i, r->from_token = t;
            r->to = i, r->to_token = t;
            v->word[i][t].run = (uint32_t)v->run.n - 1;
        }
    }
}
