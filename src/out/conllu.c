/* out/conllu.c - analysed sentences in CoNLL-U, the treebanks' format.
 *
 * MISC carries SpaceAfter=No and TokenRange=start:end, in bytes of the report's text. Sentences that
 * were not analysed (headings, comments, ...) have no tokens and are left out. */
#include "out/writer.h"

/* One line: each run of white space becomes one blank. */
static void one_line(dem_buf *b, dem_str s)
{
    bool blank = false;
    if (!s.p) return;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        if (dem_byte_blank(c)) {
            blank = true;
            continue;
        }
        if (blank) dem_buf_addc(b, ' ');
        blank = false;
        dem_buf_addc(b, c);
    }
}

/* A field; "_" stands for "nothing" and blanks would not be read back. */
static void field(dem_buf *b, dem_str s)
{
    if (s.n)
        one_line(b, s);
    else
        dem_buf_addc(b, '_');
    dem_buf_addc(b, '\t');
}

static void token(dem_buf *b, const dem_report *r, const dem_token *t, uint32_t number)
{
    dem_span given = dem_span_given(r, (dem_span){t->start, t->end});
    dem_buf_addf(b, "%u\t", number);
    field(b, t->form);
    field(b, t->lemma);
    field(b, dem_str_from(dem_upos_name(t->upos)));
    field(b, dem_str_from(dem_xpos_name(t->xpos)));
    dem_buf_addf(b, "_\t%d\t%s\t_\t", t->head + 1, dem_relation_name(t->rel));
    if (!t->space_after) dem_buf_addz(b, "SpaceAfter=No|");
    dem_buf_addf(b, "TokenRange=%u:%u\n", given.start, given.end);
}

static void sentence(dem_buf *b, const dem_report *r, const dem_sentence *s)
{
    dem_buf_addz(b, "# sent_id = ");
    dem_buf_add(b, r->id);
    dem_buf_addf(b, ":%u\n# text = ", s->number);
    one_line(b, dem_str_sub(r->text, s->start, s->end));
    dem_buf_addc(b, '\n');
    for (uint32_t i = 0; i < s->n; i++) token(b, r, &s->tok[i], i + 1);
    dem_buf_addc(b, '\n');
}

void dem_conllu_report(dem_buf *b, const dem_out_style *style, const dem_out_item *item)
{
    (void)style;
    bool first = true;
    for (uint32_t i = 0; i < item->n_sentences; i++) {
        if (item->sentences[i].n == 0) continue;
        if (first) {
            dem_buf_addz(b, "# newdoc id = ");
            dem_buf_add(b, item->report->id);
            dem_buf_addc(b, '\n');
        }
        first = false;
        sentence(b, item->report, &item->sentences[i]);
    }
}
