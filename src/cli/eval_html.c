/* cli/eval_html.c - demarche eval GOLD as a page: one file without scripts or other files. */
#include "cli/eval_gold.h"
#include <inttypes.h>

static const char HEAD[] =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n<title>demarche eval</title>\n<style>\n"
    "body{font:15px/1.45 sans-serif;max-width:72em;margin:2em auto;padding:0 1em;color:#222;background:#fff}\n"
    "table{border-collapse:collapse;margin:.6em 0 1.6em}\n"
    "th,td{padding:.15em .6em;text-align:right;font-variant-numeric:tabular-nums}\n"
    "th:first-child,td:first-child{text-align:left}\nthead th{border-bottom:1px solid #999}\n"
    ".confusion td,.confusion th{padding:.15em .35em;font-size:12px}\n"
    ".bar{display:inline-block;height:.7em;background:#4a7ab5;vertical-align:baseline}\n"
    "article{border-top:1px solid #ddd;padding:.5em 0}\narticle p{margin:.2em 0}\n"
    ".missed{color:#a33}.extra{color:#96620a}pre{margin:.3em "
    "0;font-size:12.5px;white-space:pre-wrap;color:#555}\n"
    "@media(prefers-color-scheme:dark){body{background:#1b1b1b;color:#ddd}.missed{color:#f08a8a}.extra{color:#"
    "e0b050}"
    "pre{color:#aaa}article{border-color:#444}}\n"
    "</style>\n</head>\n<body>\n";

static void add_escaped(dem_buf *b, dem_str s)
{
    for (size_t i = 0; i < s.n; i++) switch (s.p[i]) {
        case '&': dem_buf_addz(b, "&amp;"); break;
        case '<': dem_buf_addz(b, "&lt;"); break;
        case '>': dem_buf_addz(b, "&gt;"); break;
        case '"': dem_buf_addz(b, "&quot;"); break;
        default: dem_buf_addc(b, s.p[i]);
        }
}

static void units(dem_buf *b, const char *name, const dem_units *u)
{
    double f1 = dem_units_f1(u);
    dem_buf_addf(b,
                 "<tr><td>%s</td><td>%.3f</td><td>%.3f</td><td>%.3f</td><td style=\"text-align:left\">"
                 "<span class=\"bar\" style=\"width:%.0fpx\"></span></td><td>%" PRIu32 "</td><td>%" PRIu32
                 "</td><td>%" PRIu32 "</td></tr>\n",
                 name, dem_units_precision(u), dem_units_recall(u), f1, f1 * 120, u->right, u->extra,
                 u->missed);
}

static void units_head(dem_buf *b, const char *what)
{
    dem_buf_addf(
        b,
        "<table><thead><tr><th>%s</th><th>precision</th><th>recall</th><th>F1</th><th></th><th>right</th>"
        "<th>extra</th><th>missed</th></tr></thead><tbody>\n",
        what);
}

static void figures(dem_buf *b, const dem_scores_of_events *s)
{
    dem_buf_addz(b, "<h2>Figures</h2>\n");
    units_head(b, "level");
    for (unsigned l = 0; l < DEM_SCORE_LEVELS; l++)
        units(b, dem_score_level_name((dem_score_level)l), &s->level[l]);
    dem_buf_addz(b, "</tbody></table>\n");
    units_head(b, "dyads of");
    for (unsigned t = 0; t < DEM_EVENT_COUNT; t++)
        if (s->seen[t]) units(b, dem_event_name((dem_event_type)t), &s->event[t]);
    dem_buf_addz(b, "</tbody></table>\n<p>Where a dyad agrees, so do:</p>\n<table><tbody>\n");
    for (unsigned f = 0; f < DEM_MARKED_FIELDS; f++)
        dem_buf_addf(b, "<tr><td>%s</td><td>%" PRIu32 " of %" PRIu32 "</td></tr>\n",
                     dem_marked_field_name((dem_marked_field)f), s->agreed[f], s->compared[f]);
    dem_buf_addz(b, "</tbody></table>\n");
}

/* The darker a cell, the greater its share of the row. */
static void cell(dem_buf *b, uint32_t n, uint32_t of, bool right)
{
    if (n == 0) {
        dem_buf_addz(b, "<td></td>");
        return;
    }
    dem_buf_addf(b, "<td style=\"background:rgba(%s,%.2f)\">%" PRIu32 "</td>",
                 right ? "74,122,181" : "190,80,60", 0.1 + 0.7 * n / of, n);
}

static void confusion(dem_buf *b, const dem_scores_of_events *s)
{
    dem_buf_addz(
        b, "<h2>Types</h2>\n<p>Rows: the gold; columns: what was coded. <i>none</i>: missed, or extra.</p>\n"
           "<table class=\"confusion\"><thead><tr><th></th>");
    for (unsigned t = 0; t <= DEM_EVENT_COUNT; t++) dem_buf_addf(b, "<th>%.8s</th>", dem_score_type_name(t));
    dem_buf_addz(b, "</tr></thead><tbody>\n");
    for (unsigned g = 0; g <= DEM_EVENT_COUNT; g++) {
        uint32_t sum = dem_score_row(s, g);
        if (sum == 0) continue;
        dem_buf_addf(b, "<tr><td>%s</td>", dem_score_type_name(g));
        for (unsigned t = 0; t <= DEM_EVENT_COUNT; t++) cell(b, s->confusion[g][t], sum, g == t);
        dem_buf_addz(b, "</tr>\n");
    }
    dem_buf_addz(b, "</tbody></table>\n");
}

static void list(dem_buf *b, const char *name, const dem_strings *s)
{
    for (uint32_t i = 0; i < s->n; i++) {
        dem_buf_addf(b, "<p class=\"%s\">%s ", name, name);
        add_escaped(b, s->at[i]);
        dem_buf_addz(b, "</p>\n");
    }
}

static void error(dem_buf *b, const dem_gold_error *e)
{
    dem_buf_addz(b, "<article><p><b>");
    add_escaped(b, e->report);
    dem_buf_addf(b, " s%" PRId32 "</b> ", e->number);
    add_escaped(b, e->sentence);
    dem_buf_addz(b, "</p>\n");
    list(b, "missed", &e->missed);
    list(b, "extra", &e->extra);
    if (e->why.n) {
        dem_buf_addz(b, "<pre>");
        add_escaped(b, e->why);
        dem_buf_addz(b, "</pre>");
    }
    dem_buf_addz(b, "</article>\n");
}

/* A bar a kind, so that what to mend first is seen. */
static void kinds_of_error(dem_buf *b, const dem_kinds *kinds)
{
    enum { COMMONEST = 20 };
    if (kinds->kind.n == 0) return;
    dem_buf_addz(
        b, "<h2>Kinds of error</h2>\n<table><thead><tr><th></th><th>dyads</th><th></th></tr></thead><tbody>\n");
    for (size_t i = 0; i < kinds->kind.n && i < COMMONEST; i++) {
        const dem_kind *k = &kinds->kind.at[i];
        dem_buf_addz(b, "<tr><td>");
        add_escaped(b, k->name);
        dem_buf_addf(b,
                     "</td><td>%" PRIu32
                     "</td><td><div style=\"background:#be503c;height:.7em;width:%.1fem\"></div></td></tr>\n",
                     k->n, 20.0 * k->n / kinds->kind.at[0].n);
    }
    dem_buf_addz(b, "</tbody></table>\n");
}

void dem_gold_html(dem_buf *b, const char *file, const dem_scores_of_events *s, uint64_t strangers,
                   const dem_gold_errors *errors, const dem_kinds *kinds)
{
    dem_buf_addz(b, HEAD);
    dem_buf_addz(b, "<h1>");
    add_escaped(b, dem_str_from(file));
    dem_buf_addf(b,
                 "</h1>\n<p>%" PRIu32 " reports; %" PRIu32 " records outside the article, %" PRIu64
                 " of unknown reports.</p>\n",
                 s->reports, s->noise, strangers);
    figures(b, s);
    confusion(b, s);
    kinds_of_error(b, kinds);
    dem_buf_addf(b, "<h2>Sentences that differ (%zu)</h2>\n", errors->n);
    for (size_t i = 0; i < errors->n; i++) error(b, &errors->at[i]);
    dem_buf_addz(b, "</body>\n</html>\n");
}
