/* import/dictionary.c - a dictionary file as entries: a head, the synonyms and the codes below it.
 *
 *     AMINA_WANJIRU_  # remark          a head may carry codes: LAKE_BANK_ [KENBUS] ; remark
 *     +PRESIDENT_WANJIRU_
 *     <TAB>[KENGOV 030315-130314]
 *     <TAB>[KENELI]
 *
 * Blank lines and remarks part nothing: PETRARCH, too, gives a synonym below them to the entry above. */
#include "base/utf8.h"
#include "import/parts.h"
#include <ctype.h>

/* ---- lines ------------------------------------------------------------------------------------------ */

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
static dem_str without_comment(dem_dictionary *d, dem_str s, uint64_t line)
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
static bool is_passed_over(dem_dictionary *d, dem_str s, uint64_t line)
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

/* The next line that says something, trimmed, in the reader's memory. */
static dem_status next_line(dem_dictionary *d, dem_line *line, dem_error *err)
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
    return st;
}

/* At the end of the file. */
static void note_open(dem_dictionary *d)
{
    if (d->comment) dem_ledger_note_add(d->ledger, DEM_LOSS_FORM, d->comment, "the comment is never closed");
    if (d->section) dem_ledger_note_add(d->ledger, DEM_LOSS_FORM, d->section, "the section is never closed");
    d->comment = d->section = 0;
}

/* ---- entries ---------------------------------------------------------------------------------------- */

static void push(dem_arena *arena, dem_dic_parts *parts, dem_str text, uint64_t line)
{
    dem_vec_push(arena, parts, ((dem_dic_part){dem_arena_str(arena, text), line}));
}

/* Takes "[...] [...]"; false if there is anything else. */
static bool take_brackets(dem_arena *arena, dem_dic_parts *to, dem_str s, uint64_t line)
{
    while (s.n) {
        size_t close = dem_str_find(s, DEM_STR("]"));
        dem_str inside = dem_str_sub(s, 1, close);
        if (s.p[0] != '[' || close == s.n || dem_str_find(inside, DEM_STR("[")) < inside.n) return false;
        push(arena, to, dem_str_trim(inside), line);
        s = dem_str_trim(dem_str_sub(s, close + 1, s.n));
    }
    return true;
}

/* Takes "{...}" off the end of *phrase; false if the braces are broken. */
static bool take_braces(dem_arena *arena, dem_str *phrase, dem_dic_entry *e)
{
    size_t open = dem_str_find(*phrase, DEM_STR("{")), close = dem_str_find(*phrase, DEM_STR("}"));
    if (open == phrase->n) return close == phrase->n;
    if (close < open || close + 1 != phrase->n) return false;
    e->has_plural = true;
    e->plural = dem_arena_str(arena, dem_str_trim(dem_str_sub(*phrase, open + 1, close)));
    *phrase = dem_str_trim(dem_str_sub(*phrase, 0, open));
    return true;
}

static bool read_head(dem_arena *arena, dem_str s, uint64_t line, dem_dic_entry *e)
{
    size_t open = dem_str_find(s, DEM_STR("["));
    dem_str phrase = dem_str_trim(dem_str_sub(s, 0, open));
    bool good = dem_str_find(phrase, DEM_STR("]")) == phrase.n && take_braces(arena, &phrase, e) && phrase.n;
    push(arena, &e->phrase, phrase.n ? phrase : s, line);
    return good && take_brackets(arena, &e->bracket, dem_str_sub(s, open, s.n), line);
}

static bool is_head(dem_str s)
{
    return s.p[0] != '[' && s.p[0] != '+';
}

/* A verb dictionary was given by mistake: nothing in it would make sense. */
static bool is_verbs(dem_str s)
{
    return dem_str_starts(s, DEM_STR("--- ")) || dem_str_starts(s, DEM_STR("- ")) ||
           dem_str_starts(s, DEM_STR("&"));
}

/* A line below a head. */
static void read_below(dem_dictionary *d, dem_arena *arena, const dem_line *line, dem_dic_entry *e)
{
    dem_str s = line->text;
    if (s.p[0] == '[') {
        if (!take_brackets(arena, &e->bracket, s, line->number))
            dem_ledger_note_add(d->ledger, DEM_LOSS_FORM, line->number, "broken brackets: %.*s",
                                DEM_STR_ARG(dem_ledger_cut(s)));
        return;
    }
    dem_str phrase = dem_str_trim(dem_str_sub(s, 1, s.n));
    if (!phrase.n || dem_str_find(phrase, DEM_STR("[")) < phrase.n ||
        dem_str_find(phrase, DEM_STR("{")) < phrase.n)
        dem_ledger_note_add(d->ledger, DEM_LOSS_FORM, line->number,
                            "a synonym is a phrase and nothing else: %.*s", DEM_STR_ARG(dem_ledger_cut(s)));
    else push(arena, &e->phrase, phrase, line->number);
}

/* Keeps the line as the one ahead. */
static void keep(dem_dictionary *d, const dem_line *line)
{
    dem_buf_clear(&d->ahead);
    dem_buf_add(&d->ahead, line->text);
    d->ahead_line = line->number;
    d->has_ahead = true;
}

/* Reads lines until a head lies ahead; those before it go to `e` or, if that is NULL, are stray. */
static dem_status read_to_head(dem_dictionary *d, dem_arena *arena, dem_dic_entry *e, dem_error *err)
{
    dem_line line;
    dem_status st;
    while ((st = next_line(d, &line, err)) == DEM_OK) {
        if (is_verbs(line.text)) {
            dem_ledger_note_add(d->ledger, DEM_LOSS_FORM, line.number,
                                "a line of a verb dictionary; the rest is not read");
            st = DEM_END;
            break;
        }
        if (dem_sets_take(&d->sets, line.text)) continue;
        if (is_head(line.text)) {
            keep(d, &line);
            return DEM_OK;
        }
        if (e) read_below(d, arena, &line, e);
        else dem_ledger_note_add(d->ledger, DEM_LOSS_FORM, line.number, "no entry above the line");
    }
    if (st == DEM_END) note_open(d);
    d->ended = true;
    return st;
}

dem_status dem_dictionary_open(dem_dictionary *d, const char *path, dem_ledger *ledger, dem_error *err)
{
    *d = (dem_dictionary){.ledger = ledger};
    dem_arena_init(&d->sets.arena, 0);
    return dem_input_open(&d->in, path, DEM_DIC_MAX_LINE, err);
}

void dem_dictionary_close(dem_dictionary *d)
{
    dem_input_close(d->in);
    dem_buf_release(&d->ahead);
    dem_arena_release(&d->sets.arena);
}

dem_status dem_dictionary_next(dem_dictionary *d, dem_arena *arena, dem_dic_entry *e, dem_error *err)
{
    dem_status st = DEM_OK;
    *e = (dem_dic_entry){0};
    if (!d->has_ahead && !d->ended) {
        st = read_to_head(d, arena, NULL, err);
        dem_ledger_close(d->ledger, DEM_STR(""), false);
    }
    if (!d->has_ahead) return st == DEM_OK ? DEM_END : st;
    e->broken = !read_head(arena, dem_buf_str(&d->ahead), d->ahead_line, e);
    if (e->broken)
        dem_ledger_note_add(d->ledger, DEM_LOSS_FORM, d->ahead_line, "broken brackets or braces: %.*s",
                            DEM_STR_ARG(dem_ledger_cut(dem_buf_str(&d->ahead))));
    d->has_ahead = false;
    if (!d->ended) st = read_to_head(d, arena, e, err);
    return st == DEM_END ? DEM_OK : st;
}
