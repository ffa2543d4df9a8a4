/* import/dictionary.c - a dictionary file as entries: a head, the synonyms and the codes below it.
 *
 *     AMINA_WANJIRU_  # remark          a head may carry codes: LAKE_BANK_ [KENBUS] ; remark
 *     +PRESIDENT_WANJIRU_
 *     <TAB>[KENGOV 030315-130314]
 *     <TAB>[KENELI]
 *
 * Blank lines and remarks part nothing: PETRARCH, too, gives a synonym below them to the entry above. */
#include "import/parts.h"

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
    while ((st = dem_dic_lines_next(&d->lines, &line, err)) == DEM_OK) {
        if (is_verbs(line.text)) {
            dem_ledger_note_add(d->ledger, DEM_LOSS_FORM, line.number,
                                "a line of a verb dictionary (lexicon import --petrarch-verbs reads those); "
                                "the rest is not read");
            dem_dic_lines_end(&d->lines);
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
    d->ended = true;
    return st;
}

dem_status dem_dictionary_open(dem_dictionary *d, const char *path, dem_ledger *ledger, dem_error *err)
{
    *d = (dem_dictionary){.ledger = ledger};
    dem_arena_init(&d->sets.arena, 0);
    return dem_dic_lines_open(&d->lines, path, ledger, err);
}

void dem_dictionary_close(dem_dictionary *d)
{
    dem_dic_lines_close(&d->lines);
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
