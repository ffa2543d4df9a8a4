/* import/verbs.c - verb dictionaries into frames: see petrarch.h.
 *
 *     --- DEPLORE [111] ---            a block; older files have none, each verb is its own
 *     DEPLORE {DEPLORES DEPLORED}      its verbs; a verb may have a code of its own
 *     +SPEAK_OUT [110]
 *     - * RAID (AGAINST +) [1123]      patterns of all its verbs */
#include "import/verb_parts.h"

enum { MAX_VERBS = 128 };

typedef struct block {
    dem_str name, code; /* as they stand; empty if there are none */
    uint64_t line;
    bool headed, patterns; /* it has a --- line; a pattern */
    dem_verb_list verb;
} block;

typedef struct importer {
    dem_petrarch_count *count;
    dem_ledger ledger;
    dem_frames_written written;
    dem_arena file, entry; /* of the file, of the entry at hand */
    dem_verb_file f;
    dem_str path;
    block block;
    bool in_set; /* the lines at hand are members of a set */
} importer;

/* ---- losses --------------------------------------------------------------------------------------------- */

static const char *wrong_with(dem_loss loss)
{
    switch (loss) {
    case DEM_LOSS_FORM: return "stands among brackets or marks in disorder";
    case DEM_LOSS_MACRO: return "is a set that is not defined, or has no word";
    case DEM_LOSS_WORD: return "cannot be written as a word";
    case DEM_LOSS_VERBS: return "belongs to a second verb";
    case DEM_LOSS_GRAMMAR:
        return "is a negation, a modal or of a passive: the grammar knows it, a frame cannot ask for it";
    case DEM_LOSS_MODIFIER: return "is the second word of a phrase of which a frame knows the head only";
    default: return "stands where a frame has no slot";
    }
}

static void note(importer *im, dem_loss loss, uint64_t line, dem_str what)
{
    dem_ledger_note_add(&im->ledger, loss, line, "%.*s %s", DEM_STR_ARG(dem_ledger_cut(what)),
                        wrong_with(loss));
}

/* Counts an entry, and reports what was noted. */
static void close_entry(importer *im, dem_str head, bool written, bool known)
{
    dem_petrarch_count *c = im->count;
    c->entries++;
    *(!written ? &c->none : im->ledger.note.n ? &c->part : known ? &c->repeated : &c->whole) += 1;
    dem_ledger_close(&im->ledger, head, written);
    dem_arena_reset(&im->entry);
}

/* Reads a code; false, with a note, if nothing comes of it. */
static bool read_code(importer *im, dem_str text, uint64_t line, dem_verb_code *code)
{
    bool good = dem_verb_code_read(text, code);
    if (!good)
        dem_ledger_note_add(&im->ledger, DEM_LOSS_CODE, line, "[%.*s] is no code of CAMEO",
                            DEM_STR_ARG(dem_ledger_cut(text)));
    else if (code->second)
        dem_ledger_note_add(&im->ledger, DEM_LOSS_BACK, line,
                            "[%.*s]: a record has one direction, and the first code",
                            DEM_STR_ARG(dem_ledger_cut(text)));
    return good;
}

static void write_frames(importer *im, dem_str head, uint64_t line, const dem_verb_list *verbs,
                         const dem_verb_pattern *p, const dem_verb_code *code)
{
    const dem_verb *lost = NULL;
    uint32_t before = im->count->frames;
    dem_frames_result result =
        dem_frames_write(&im->written, &im->entry, im->path, line, verbs, p, code, &lost);
    bool known = result == DEM_FRAMES_KNOWN && !lost;
    if (result == DEM_FRAMES_FULL)
        dem_ledger_note_add(&im->ledger, DEM_LOSS_SIZE, line, "the result would have more than 16 MiB");
    if (lost)
        dem_ledger_note_add(&im->ledger, DEM_LOSS_VERB, line,
                            "%.*s: the pattern asks for another word in its place", DEM_STR_ARG(lost->head));
    close_entry(im, head, im->count->frames > before || known, known);
}

/* ---- verbs ---------------------------------------------------------------------------------------------- */

/* "DOWN", "PART", "PART_IN", "UP_WITH" behind the verb; false if a frame cannot have them. */
static bool read_words_behind(importer *im, dem_str rest, dem_verb *v)
{
    dem_str word[2] = {{NULL, 0}, {NULL, 0}}, piece;
    uint32_t n = 0;
    while ((piece = dem_verb_piece(&rest)).n) {
        if (n == 2 || !(word[n] = dem_verb_word(&im->file, piece)).n) return false;
        n++;
    }
    bool noun = n && !dem_is_preposition(word[0]) && !dem_is_particle(word[0]);
    if (noun && (dem_str_is(word[0], "and") || dem_str_is(word[0], "or"))) return false;
    if (n == 2 && !dem_is_preposition(word[1])) return false;
    *(noun ? &v->noun : &v->particle) = word[0];
    v->prep = word[1];
    return true;
}

/* Reads the phrase of a verb: "SHOOT_+DOWN" has it behind the plus, others at the head. */
static bool read_verb(importer *im, dem_str phrase, dem_verb *v)
{
    size_t plus = dem_str_find(phrase, DEM_STR("+"));
    if (plus < phrase.n) {
        dem_str before = dem_str_sub(phrase, 0, plus);
        if (dem_verb_piece(&before).n) return false;
        phrase = dem_str_sub(phrase, plus + 1, phrase.n);
    }
    v->lemma = dem_verb_word(&im->file, dem_verb_piece(&phrase));
    return v->lemma.n && read_words_behind(im, phrase, v);
}

/* The inside of the first brackets; false if they are not closed. *text loses them and what is behind. */
static bool take_code(dem_str *text, dem_str *code)
{
    size_t open = dem_str_find(*text, DEM_STR("[")), close = dem_str_find(*text, DEM_STR("]"));
    *code = dem_str_trim(dem_str_sub(*text, open + 1, close));
    bool good = open == text->n ? close == text->n : open < close && close < text->n;
    *text = dem_str_trim(dem_str_sub(*text, 0, open < close ? open : close));
    return good;
}

static void note_verb(importer *im, dem_loss loss, uint64_t line, dem_str text, const char *why)
{
    dem_ledger_note_add(&im->ledger, loss, line, "%s", why);
    close_entry(im, dem_ledger_cut(text), false, false);
}

static void take_verb(importer *im, const dem_dic_part *line)
{
    dem_str text = line->text, forms;
    dem_verb v = {.line = line->line};
    bool good = take_code(&text, &v.code);
    size_t open = dem_str_find(text, DEM_STR("{")), close = dem_str_find(text, DEM_STR("}"));
    forms = dem_str_sub(text, open, text.n);
    good = good && (open == text.n ? close == text.n : close > open && close + 1 == open + forms.n);
    dem_str phrase = dem_str_trim(dem_str_sub(text, 0, open));
    if (!good) note_verb(im, DEM_LOSS_FORM, line->line, line->text, "broken brackets or braces");
    else if (im->block.verb.n == MAX_VERBS)
        note_verb(im, DEM_LOSS_SIZE, line->line, phrase, "the block has too many verbs");
    else if (!read_verb(im, phrase, &v))
        note_verb(im, DEM_LOSS_VERB, line->line, phrase, "no form here for these words");
    else {
        v.head = dem_ledger_cut(phrase);
        dem_vec_push(&im->file, &im->block.verb, v);
    }
}

/* ---- blocks --------------------------------------------------------------------------------------------- */

static void write_default(importer *im, dem_str head, dem_str text, uint64_t line, const dem_verb_list *verbs)
{
    dem_verb_code code;
    dem_verb_pattern plain;
    bool good = read_code(im, text, line, &code);
    if (good && code.type == DEM_EVENT_NONE) {
        dem_ledger_note_add(&im->ledger, DEM_LOSS_NO_EVENT, line, "[%.*s]: the verb by itself tells no event",
                            DEM_STR_ARG(dem_ledger_cut(text)));
        good = false;
    }
    if (!good) {
        close_entry(im, head, false, false);
        return;
    }
    dem_verb_pattern_plain(&plain);
    write_frames(im, head, line, verbs, &plain, &code);
}

/* What the verbs tell by themselves: those with the block's code together, those with their own one by one. */
static void write_defaults(importer *im)
{
    block *b = &im->block;
    dem_verb_list common = {0};
    for (size_t i = 0; i < b->verb.n; i++)
        if (!b->verb.at[i].code.n) dem_vec_push(&im->file, &common, b->verb.at[i]);
    if (common.n && b->code.n) write_default(im, b->name, b->code, b->line, &common);
    for (size_t i = 0; i < b->verb.n; i++) {
        dem_verb *v = &b->verb.at[i];
        dem_verb_list one = {v, 1, 1};
        if (v->code.n) write_default(im, v->head, v->code, v->line, &one);
    }
}

static void end_block(importer *im)
{
    if (!im->block.patterns) write_defaults(im);
    im->block = (block){0};
}

/* "--- DEPLORE [111] ---" */
static void begin_block(importer *im, const dem_dic_part *line)
{
    dem_str text = line->text, code;
    end_block(im);
    while (text.n && text.p[0] == '-') text = dem_str_sub(text, 1, text.n);
    bool good = take_code(&text, &code);
    while (text.n && text.p[text.n - 1] == '-') text.n--;
    im->block = (block){.name = dem_str_trim(text), .code = code, .line = line->line, .headed = true};
    if (good) return;
    im->block.code = DEM_STR("");
    dem_ledger_note_add(&im->ledger, DEM_LOSS_FORM, line->line, "broken brackets");
    close_entry(im, dem_ledger_cut(line->text), false, false);
}

/* ---- patterns ------------------------------------------------------------------------------------------- */

static bool asks_for_nothing(const dem_verb_pattern *p)
{
    for (uint32_t i = 0; i < p->n; i++)
        if (p->slot[i].must || p->slot[i].word.n || p->slot[i].set) return false;
    return true;
}

/* Reads the line; false, with a note, if no frame comes of it. */
static bool read_pattern(importer *im, const dem_dic_part *line, dem_verb_pattern *p, dem_verb_code *code)
{
    dem_str text = dem_str_sub(line->text, 1, line->text.n), inside, what;
    if (!take_code(&text, &inside) || !inside.n) {
        dem_ledger_note_add(&im->ledger, DEM_LOSS_FORM, line->line, "there is no code in brackets at its end");
        return false;
    }
    if (!read_code(im, inside, line->line, code)) return false;
    if (!im->block.verb.n) {
        dem_ledger_note_add(&im->ledger, DEM_LOSS_VERB, line->line,
                            "no verb stands above it that could be written");
        return false;
    }
    dem_loss loss = dem_verb_pattern_read(&im->f, text, p, &what);
    if (loss == DEM_LOSS_NONE && code->type == DEM_EVENT_NONE && asks_for_nothing(p)) {
        dem_ledger_note_add(&im->ledger, DEM_LOSS_NO_EVENT, line->line,
                            "[%.*s]: it tells no event, and nothing is asked for",
                            DEM_STR_ARG(dem_ledger_cut(inside)));
        return false;
    }
    if (loss != DEM_LOSS_NONE) note(im, loss, line->line, what);
    return loss == DEM_LOSS_NONE;
}

static void take_pattern(importer *im, const dem_dic_part *line)
{
    dem_verb_pattern p;
    dem_verb_code code;
    if (!im->block.patterns) write_defaults(im);
    im->block.patterns = true;
    if (read_pattern(im, line, &p, &code))
        write_frames(im, dem_ledger_cut(line->text), line->line, &im->block.verb, &p, &code);
    else close_entry(im, dem_ledger_cut(line->text), false, false);
}

/* ---- files ---------------------------------------------------------------------------------------------- */

/* "~ a (b . ATTACK) SAY = a b 112": one event made of two. */
static void drop_transformation(importer *im, const dem_dic_part *line)
{
    dem_ledger_note_add(&im->ledger, DEM_LOSS_TRANSFORM, line->line,
                        "events within events are the grammar's, and no entry's");
    close_entry(im, dem_ledger_cut(line->text), false, false);
}

static void take_line(importer *im, size_t at)
{
    const dem_dic_part *line = &im->f.line.at[at];
    dem_str s = line->text;
    im->in_set = s.p[0] == '&' || (im->in_set && s.p[0] == '+');
    if (im->in_set) return; /* read already */
    if (dem_str_starts(s, DEM_STR("---"))) begin_block(im, line);
    else if (s.p[0] == '-') take_pattern(im, line);
    else if (s.p[0] == '~') drop_transformation(im, line);
    else {
        if (!im->block.headed || im->block.patterns) end_block(im);
        take_verb(im, line);
        if (!im->block.headed && im->block.verb.n) im->block.line = line->line;
    }
}

static dem_status import_file(importer *im, const char *path, dem_error *err)
{
    im->path = im->ledger.file = dem_str_from(path);
    im->block = (block){0};
    im->in_set = false;
    dem_status st = dem_verb_file_read(&im->f, path, &im->file, &im->ledger, err);
    for (size_t i = 0; i < im->f.line.n; i++) take_line(im, i);
    end_block(im);
    dem_frames_write_lists(&im->written, &im->f);
    dem_arena_reset(&im->entry);
    dem_arena_reset(&im->file);
    return st;
}

dem_status dem_petrarch_verbs(const char *const *path, size_t n, const dem_petrarch_options *options,
                              dem_buf *out, dem_petrarch_count *count, dem_error *err)
{
    importer im = {.count = count};
    dem_status st = DEM_OK;
    *count = (dem_petrarch_count){0};
    dem_arena_init(&im.file, 0);
    dem_arena_init(&im.entry, 0);
    im.ledger = (dem_ledger){.options = options, .count = count, .arena = &im.entry};
    dem_frames_begin(&im.written, out, count, options->mark);
    for (size_t i = 0; i < n && st == DEM_OK; i++) st = import_file(&im, path[i], err);
    dem_frames_end(&im.written);
    dem_arena_release(&im.entry);
    dem_arena_release(&im.file);
    return st;
}
