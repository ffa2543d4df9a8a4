/* out/statements.c - statements as JSON Lines and as a table with tabs (docs/statements.md). */
#include "out/json.h"
#include "out/notation.h"

const dem_writer DEM_STATEMENT_WRITERS[] = {
    {"jsonl", "one JSON object a line, one line a statement (docs/statements.md)", NULL, dem_statements_jsonl,
     NULL},
    {"tsv", "a line a statement: id, kind, source and its codes, cue, content", dem_statements_tsv_begin,
     dem_statements_tsv, NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

/* The pieces with one blank between them. */
static void add_words(dem_buf *b, const dem_report *r, const dem_pieces *p)
{
    for (uint32_t i = 0; i < p->n; i++) {
        if (i) dem_buf_addc(b, ' ');
        dem_buf_add(b, dem_span_text(r, p->at[i]));
    }
}

/* ---- JSON ------------------------------------------------------------------------------------------------------ */

static void words(dem_buf *b, const dem_report *r, const dem_pieces *p)
{
    dem_buf text = {0};
    add_words(&text, r, p);
    str(b, "text", dem_buf_str(&text));
    dem_buf_release(&text);
}

/* What a part has in common with the others; the object stays open. */
static void begin_part(dem_buf *b, const char *name, const dem_report *r, const dem_pieces *p, bool no_text)
{
    key(b, name);
    dem_buf_addc(b, '{');
    if (no_text) null(b, "text");
    else words(b, r, p);
    ends(b, r, "start", "end", p->n ? (dem_span){p->at[0].start, p->at[p->n - 1].end} : (dem_span){0, 0});
    key(b, "pieces");
    dem_buf_addc(b, '[');
    for (uint32_t i = 0; i < p->n; i++) {
        comma(b);
        dem_span piece = dem_span_given(r, p->at[i]);
        dem_buf_addf(b, "[%u, %u]", piece.start, piece.end);
    }
    dem_buf_addc(b, ']');
}

static void source(dem_buf *b, const dem_report *r, const dem_statement *s)
{
    if (!s->source.n) {
        null(b, "source");
        return;
    }
    begin_part(b, "source", r, &s->source, false);
    key(b, "entity");
    if (s->named) dem_json_entity(b, r, &s->entity);
    else dem_buf_addz(b, "null");
    dem_buf_addc(b, '}');
}

static void events(dem_buf *b, const dem_out_item *item, const dem_statement *s)
{
    key(b, "events");
    dem_buf_addc(b, '[');
    for (uint32_t i = 0; i < s->n_event; i++) {
        const dem_event *e = &item->events->at[s->event[i]];
        comma(b);
        dem_json_id(b, NULL, item->report, "", e->sentence, e->nth);
    }
    dem_buf_addc(b, ']');
}

static void statement(dem_buf *b, const dem_out_style *style, const dem_out_item *item, const dem_statement *s)
{
    const dem_report *r = item->report;
    const dem_statement *outer = s->within >= 0 ? &item->statements->at[s->within] : NULL;
    dem_buf_addc(b, '{');
    dem_json_id(b, "id", r, "s", s->sentence, s->nth);
    dem_json_report(b, r);
    number(b, "sequence", s->sentence);
    source(b, r, s);
    begin_part(b, "cue", r, &s->cue, false);
    dem_buf_addc(b, '}');
    begin_part(b, "content", r, &s->content, style->no_text);
    dem_buf_addc(b, '}');
    word(b, "kind", dem_speech_name(s->kind));
    if (outer) dem_json_id(b, "within", r, "s", outer->sentence, outer->nth);
    else null(b, "within");
    events(b, item, s);
    dem_json_coder(b, style->coder);
    word(b, "codebook", DEM_CODEBOOK);
    dem_buf_addz(b, "}\n");
}

void dem_statements_jsonl(dem_buf *b, const dem_out_style *style, const dem_out_item *item)
{
    for (uint32_t i = 0; i < item->statements->n; i++) statement(b, style, item, &item->statements->at[i]);
}

/* ---- tabs ------------------------------------------------------------------------------------------------------ */

void dem_statements_tsv_begin(dem_buf *b, const dem_out_style *style)
{
    (void)style;
    dem_buf_addz(b, "id\tkind\twithin\tsource\tcode\tsectors\tcue\tcontent\tevents\n");
}

/* A field: what is blank in the text is one blank here. */
static void field(dem_buf *b, const dem_report *r, const dem_pieces *p)
{
    dem_buf text = {0};
    add_words(&text, r, p);
    for (size_t i = 0; i < text.n; i++) {
        bool blank = dem_byte_blank(text.p[i]), again = i && dem_byte_blank(text.p[i - 1]);
        if (!blank) dem_buf_addc(b, text.p[i]);
        else if (!again) dem_buf_addc(b, ' ');
    }
    dem_buf_release(&text);
    dem_buf_addc(b, '\t');
}

static void codes(dem_buf *b, const dem_statement *s)
{
    unsigned sector[DEM_SECTOR_COUNT];
    uint32_t n = s->named ? dem_entity_sectors(&s->entity, sector) : 0;
    if (s->named) dem_buf_addz(b, s->entity.code);
    dem_buf_addc(b, '\t');
    for (uint32_t i = 0; i < n; i++) dem_buf_addf(b, "%s%s", i ? "+" : "", dem_sector_name(sector[i]));
    dem_buf_addc(b, '\t');
}

void dem_statements_tsv(dem_buf *b, const dem_out_style *style, const dem_out_item *item)
{
    const dem_report *r = item->report;
    for (uint32_t i = 0; i < item->statements->n; i++) {
        const dem_statement *s = &item->statements->at[i];
        dem_buf_add(b, r->id);
        dem_buf_addf(b, ":s%u:%u\t%s\t", s->sentence, s->nth, dem_speech_name(s->kind));
        if (s->within >= 0) {
            const dem_statement *outer = &item->statements->at[s->within];
            dem_buf_add(b, r->id);
            dem_buf_addf(b, ":s%u:%u", outer->sentence, outer->nth);
        }
        dem_buf_addc(b, '\t');
        field(b, r, &s->source);
        codes(b, s);
        field(b, r, &s->cue);
        field(b, r, style->no_text ? &(dem_pieces){NULL, 0} : &s->content);
        for (uint32_t k = 0; k < s->n_event; k++) {
            const dem_event *e = &item->events->at[s->event[k]];
            if (k) dem_buf_addc(b, ' ');
            dem_buf_add(b, r->id);
            dem_buf_addf(b, ":%u:%u", e->sentence, e->nth);
        }
        dem_buf_addc(b, '\n');
    }
}
