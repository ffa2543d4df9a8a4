/* import/lines.c - the lines of a dictionary that say something: without remarks, comments, tags, sections. */
#include "base/utf8.h"
#include "import/parts.h"
#include <ctype.h>

static bool is_text(dem_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (((unsigned char)s.p[i] < ' ' && !dem_byte_blank(s.p[i])) || s.p[i] == 0x7f) return false;
    return dem_utf8_valid(s);
}

/* Remarks begin with # or ;, but [###] is a code. */
static dem_str without_remark(dem_str s)
{
    bool inside = false;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '[') inside = true;
        if (s.p[i] == ']') inside = false;
        if (!inside && (s.p[i] == '#' || s.p[i] == ';')) return dem_str_sub(s, 0, i);
    }
    return s;
}

/* Sections in which TABARI keeps words that are no verbs: they name nobody. */
static bool is_section(dem_str tag)
{
    static const char *const SECTIONS[] = {"NOUN", "ADJECTIVE", "ADVERB", "VERB", "PREPOSITION", "PRONOUN"};
    size_t n = 0;
    while (n < tag.n && isalpha((unsigned char)tag.p[n])) n++;
    return DEM_STR_IONE_OF(dem_str_sub(tag, 0, n), SECTIONS);
}

/* The line without its part in a <!-- comment -->, which may go over many lines. */
static dem_str without_comment(dem_dic_lines *d, dem_str s, uint64_t line)
{
    static const char OPEN[] = "<!--", CLOSE[] = "-->";
    for (;;) {
        if (!d->comment) {
            if (!dem_str_starts(s, dem_str_from(OPEN))) return s;
            d->comment = line;
            s = dem_str_sub(s, strlen(OPEN), s.n);
        }
        size_t end = dem_str_find(s, dem_str_from(CLOSE));
        if (end == s.n) return dem_str_sub(s, 0, 0);
        d->comment = 0;
        s = dem_str_trim(dem_str_sub(s, end + strlen(CLOSE), s.n));
    }
}

/* True if the line is a tag or lies in a section. */
static bool is_passed_over(dem_dic_lines *d, dem_str s, uint64_t line)
{
    if (dem_str_starts(s, DEM_STR("<"))) {
        if (dem_str_starts(s, DEM_STR("</"))) d->section = 0;
        else if (!d->section && is_section(dem_str_sub(s, 1, s.n))) d->section = line;
        return true;
    }
    if (!d->section) return false;
    d->ledger->count->words++;
    return true;
}

void dem_dic_lines_end(dem_dic_lines *d)
{
    if (d->comment) dem_ledger_note_add(d->ledger, DEM_LOSS_FORM, d->comment, "the comment is never closed");
    if (d->section) dem_ledger_note_add(d->ledger, DEM_LOSS_FORM, d->section, "the section is never closed");
    d->comment = d->section = 0;
}

dem_status dem_dic_lines_next(dem_dic_lines *d, dem_line *line, dem_error *err)
{
    dem_status st;
    while ((st = dem_input_line(d->in, line, err)) == DEM_OK || st == DEM_E_LIMIT) {
        bool good = st == DEM_OK && is_text(line->text);
        if (!good) {
            dem_ledger_note_add(d->ledger, DEM_LOSS_LINE, line->number, "%s",
                                st == DEM_OK ? "the line is not UTF-8 text" : "the line is too long");
            continue;
        }
        dem_str s = line->number == 1 ? dem_utf8_without_bom(line->text) : line->text;
        s = without_comment(d, dem_str_trim(s), line->number);
        if (!s.n || is_passed_over(d, s, line->number)) continue;
        line->text = dem_str_trim(without_remark(s));
        if (line->text.n) return DEM_OK;
    }
    if (st == DEM_END) dem_dic_lines_end(d);
    return st;
}

dem_status dem_dic_lines_open(dem_dic_lines *d, const char *path, dem_ledger *ledger, dem_error *err)
{
    *d = (dem_dic_lines){.ledger = ledger};
    return dem_input_open(&d->in, path, DEM_DIC_MAX_LINE, err);
}

void dem_dic_lines_close(dem_dic_lines *d)
{
    dem_input_close(d->in);
}
