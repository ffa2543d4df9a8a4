/* import/verb_file.c - a verb dictionary whole: its lines, its sets, and which words are verbs in it.
 *
 * A pattern may use a set that is defined below it, and whether "to attack" holds a verb is known only when all verbs
 * are: so the file is read before its entries are looked at. */
#include "base/utf8.h"
#include "import/verb_parts.h"

enum { MAX_FILE = 16 << 20, MAX_MEMBERS = 1024, MAX_WORD = 38 /* see code/match.c */ };

/* ---- words -------------------------------------------------------------------------------------------- */

static bool ends_piece(char c)
{
    return c == '_' || dem_byte_blank(c) || strchr("(){}[]", c);
}

dem_str dem_verb_piece(dem_str *phrase)
{
    size_t from = 0, to;
    while (from < phrase->n && ends_piece(phrase->p[from])) from++;
    for (to = from; to < phrase->n && !ends_piece(phrase->p[to]);) to++;
    dem_str piece = dem_str_sub(*phrase, from, to);
    *phrase = dem_str_sub(*phrase, to, phrase->n);
    return piece;
}

/* Letters and digits, with hyphens and apostrophes between them. */
dem_str dem_verb_word(dem_arena *arena, dem_str word)
{
    char small[MAX_WORD + 4];
    size_t n = 0;
    bool inside = false, letters = false;
    for (size_t at = 0; at < word.n;) {
        uint32_t c = dem_utf8_next(word, &at);
        bool letter = dem_is_letter(c), good = letter || dem_is_digit(c);
        if (!good && (!inside || (c != '-' && c != '\''))) return DEM_STR("");
        n += dem_utf8_put(small + n, dem_fold_char(c));
        if (n > MAX_WORD) return DEM_STR("");
        inside = good;
        letters |= letter;
    }
    return inside && letters ? dem_arena_str(arena, (dem_str){small, n}) : DEM_STR("");
}

bool dem_is_preposition(dem_str word)
{
    static const char *const WORDS[] = {
        "about",   "above",  "across",  "after",      "against", "ahead",  "along",   "alongside", "amid",
        "among",   "around", "as",      "at",         "away",    "before", "behind",  "below",     "beside",
        "between", "beyond", "by",      "despite",    "down",    "during", "for",     "from",      "in",
        "inside",  "into",   "near",    "of",         "off",     "on",     "onto",    "out",       "outside",
        "over",    "past",   "through", "throughout", "to",      "toward", "towards", "under",     "until",
        "up",      "upon",   "via",     "with",       "within",  "without"};
    return DEM_STR_ONE_OF(word, WORDS);
}

bool dem_is_particle(dem_str word)
{
    static const char *const WORDS[] = {"apart",   "aside", "away", "back",     "down",
                                        "forward", "off",   "out",  "together", "up"};
    return DEM_STR_ONE_OF(word, WORDS);
}

/* ---- sets and verbs ------------------------------------------------------------------------------------- */

/* Without what TABARI writes behind a word: "_" for a word that has no endings. */
static dem_str set_name(dem_str s)
{
    dem_str name = dem_str_sub(s, 0, dem_str_find(s, DEM_STR(" ")));
    while (dem_str_ends(name, DEM_STR("_"))) name.n--;
    return name;
}

dem_synset *dem_verb_file_set(const dem_verb_file *f, dem_str name)
{
    uint32_t i = dem_map_get(&f->set_by_name, set_name(name));
    return i == DEM_MAP_NONE ? NULL : f->set.at[i];
}

bool dem_verb_file_has(const dem_verb_file *f, dem_str verb)
{
    return dem_map_get(&f->verb, verb) != DEM_MAP_NONE;
}

/* "+RELIEF_", "+STRIKE {STRIKES}": forms and codes say nothing here. */
static void add_member(dem_verb_file *f, dem_synset *set, const dem_dic_part *line, dem_ledger *ledger)
{
    dem_str rest = dem_str_sub(line->text, 1, line->text.n);
    rest = dem_str_trim(dem_str_sub(rest, 0, dem_str_find(rest, DEM_STR("{"))));
    rest = dem_str_trim(dem_str_sub(rest, 0, dem_str_find(rest, DEM_STR("["))));
    dem_str phrase = rest, piece = dem_verb_piece(&rest), word = dem_verb_word(f->arena, piece);
    if (dem_verb_piece(&rest).n)
        dem_ledger_note_add(ledger, DEM_LOSS_MODIFIER, line->line, "%.*s: a list has heads, which are one word",
                            DEM_STR_ARG(dem_ledger_cut(phrase)));
    else if (!word.n || set->word.n == MAX_MEMBERS)
        dem_ledger_note_add(ledger, word.n ? DEM_LOSS_SIZE : DEM_LOSS_WORD, line->line, "%.*s %s",
                            DEM_STR_ARG(dem_ledger_cut(phrase)),
                            word.n ? "is one member too many" : "cannot be written as a word");
    else dem_vec_push(f->arena, &set->word, word);
}

/* The set at line `at`; gives the line behind it. */
static size_t read_set(dem_verb_file *f, size_t at, dem_ledger *ledger)
{
    dem_str head = f->line.at[at].text, name = set_name(dem_str_sub(head, 1, head.n));
    dem_synset *set = dem_arena_new(f->arena, dem_synset);
    dem_petrarch_count *c = ledger->count;
    set->name = name;
    size_t i = at + 1;
    for (; i < f->line.n && f->line.at[i].text.p[0] == '+'; i++) add_member(f, set, &f->line.at[i], ledger);
    if (!name.n) dem_ledger_note_add(ledger, DEM_LOSS_FORM, f->line.at[at].line, "a set without a name");
    else {
        dem_map_put(&f->set_by_name, name, (uint32_t)f->set.n); /* of two the later one */
        dem_vec_push(f->arena, &f->set, set);
    }
    c->entries++;
    *(!name.n || !set->word.n ? &c->none : ledger->note.n ? &c->part : &c->whole) += 1;
    dem_ledger_close(ledger, dem_ledger_cut(head), name.n && set->word.n);
    return i;
}

bool dem_verb_file_has_past(const dem_verb_file *f, dem_str form)
{
    return dem_map_get(&f->past, form) != DEM_MAP_NONE;
}

/* The verb of "SHOOT", "SHOOT_DOWN", "WIRE_+TAP". */
static dem_str head_word(dem_verb_file *f, dem_str phrase)
{
    size_t plus = dem_str_find(phrase, DEM_STR("+"));
    if (plus < phrase.n) phrase = dem_str_sub(phrase, plus + 1, phrase.n);
    return dem_verb_word(f->arena, dem_verb_piece(&phrase));
}

/* What is neither the verb itself nor has an ending that nouns have too. */
static void note_past(dem_verb_file *f, dem_str verb, dem_str form)
{
    bool noun = dem_str_ends(form, DEM_STR("ing")) || dem_str_ends(form, DEM_STR("s"));
    if (form.n && !noun && !dem_str_eq(form, verb)) dem_map_put(&f->past, form, 1);
}

/* "SHOOT {SHOOTS SHOT}": the forms that are given, and the regular one. */
static void note_verb(dem_verb_file *f, dem_str line)
{
    size_t open = dem_str_find(line, DEM_STR("{"));
    dem_str forms = dem_str_sub(line, open + 1, dem_str_find(line, DEM_STR("}"))), form;
    dem_str verb = head_word(f, dem_str_sub(line, 0, open));
    if (!verb.n) return;
    dem_map_put(&f->verb, verb, 1);
    note_past(
        f, verb,
        dem_arena_printf(f->arena, "%.*s%s", DEM_STR_ARG(verb), dem_str_ends(verb, DEM_STR("e")) ? "d" : "ed"));
    while (dem_str_next(&forms, ' ', &form)) note_past(f, verb, head_word(f, form));
}

static void read_sets(dem_verb_file *f, dem_ledger *ledger)
{
    for (size_t i = 0; i < f->line.n;) {
        dem_str s = f->line.at[i].text;
        if (s.p[0] == '&') i = read_set(f, i, ledger);
        else {
            if (!strchr("-~", s.p[0])) note_verb(f, s);
            i++;
        }
    }
    for (size_t i = 0; i < f->set.n; i++)
        for (size_t k = 0; k < f->set.at[i]->word.n; k++)
            f->set.at[i]->has_verb |= dem_verb_file_has(f, f->set.at[i]->word.at[k]);
}

/* ---- the file ------------------------------------------------------------------------------------------- */

static dem_status read_lines(dem_verb_file *f, dem_dic_lines *lines, dem_error *err)
{
    dem_line line;
    dem_status st;
    size_t size = 0;
    while ((st = dem_dic_lines_next(lines, &line, err)) == DEM_OK) {
        size += line.text.n;
        if (size > MAX_FILE) {
            dem_ledger_note_add(lines->ledger, DEM_LOSS_SIZE, line.number,
                                "the file has more than 16 MiB; the rest is not read");
            return DEM_OK;
        }
        dem_dic_part part = {dem_arena_str(f->arena, line.text), line.number};
        dem_vec_push(f->arena, &f->line, part);
    }
    return st == DEM_END ? DEM_OK : st;
}

dem_status dem_verb_file_read(dem_verb_file *f, const char *path, dem_arena *arena, dem_ledger *ledger,
                              dem_error *err)
{
    dem_dic_lines lines;
    *f = (dem_verb_file){.arena = arena};
    dem_map_init(&f->set_by_name, arena);
    dem_map_init(&f->verb, arena);
    dem_map_init(&f->past, arena);
    dem_status st = dem_dic_lines_open(&lines, path, ledger, err);
    if (st != DEM_OK) return st;
    st = read_lines(f, &lines, err);
    dem_dic_lines_close(&lines);
    dem_ledger_close(ledger, DEM_STR(""), false);
    read_sets(f, ledger);
    return st;
}
