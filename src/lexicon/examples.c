/* lexicon/examples.c - see examples.h. What is expected is kept as text, but its form is checked here, where
 * the line is known: [EVENT:mode] +aux ACTOR, ACTOR -> RECIPIENT, where no arrow means no recipient. */
#include "lexicon/examples.h"

static bool good_member(dem_loading *ld, dem_str member, uint32_t line)
{
    char code[4];
    dem_sectors sectors;
    dem_str first = dem_scan_word(&member);
    if (!dem_value_sectors(member, &sectors)) return false;
    if (dem_str_is(first, "---")) return true;
    if (!dem_value_code(first, code)) return false;
    dem_load_ref(ld, DEM_REF_CODE, first, line, NULL);
    return true;
}

static bool good_side(dem_loading *ld, dem_str side, uint32_t line)
{
    dem_str member;
    side = dem_str_trim(side);
    if (dem_str_is(side, "-")) return true;
    if (!side.n) return false;
    while (dem_str_next(&side, ',', &member))
        if (!good_member(ld, dem_str_trim(member), line)) return false;
    return true;
}

/* Takes "[EVENT:mode]" off *rest, if it is there. */
static bool take_event(dem_str *rest)
{
    if (!dem_str_starts(*rest, DEM_STR("["))) return true;
    size_t close = dem_str_find(*rest, DEM_STR("]"));
    dem_str inside = dem_str_sub(*rest, 1, close);
    size_t colon = dem_str_find(inside, DEM_STR(":"));
    dem_event_type type = dem_event_by_name(dem_str_sub(inside, 0, colon));
    dem_modes modes;
    *rest = dem_str_trim(dem_str_sub(*rest, close + 1, rest->n));
    return type != DEM_EVENT_NONE && dem_value_modes(type, dem_str_sub(inside, colon + 1, inside.n), &modes);
}

static bool take_auxes(dem_str *rest)
{
    while (dem_str_starts(*rest, DEM_STR("+"))) {
        dem_str word = dem_scan_word(rest);
        while (dem_str_starts(word, DEM_STR("+"))) {
            word = dem_str_sub(word, 1, word.n);
            size_t plus = dem_str_find(word, DEM_STR("+"));
            if (dem_aux_by_name(dem_str_sub(word, 0, plus)) == DEM_AUX_COUNT) return false;
            word = dem_str_sub(word, plus, word.n);
        }
    }
    return true;
}

static bool good_expected(dem_loading *ld, dem_str s, uint32_t line)
{
    if (!take_event(&s) || !take_auxes(&s)) return false;
    size_t arrow = dem_str_find(s, DEM_STR("->"));
    dem_str recipients = arrow < s.n ? dem_str_sub(s, arrow + 2, s.n) : DEM_STR("-");
    return good_side(ld, dem_str_sub(s, 0, arrow), line) && good_side(ld, recipients, line);
}

/* Takes "[2019-05-02]" off *sentence. */
static bool take_day(dem_str *sentence, dem_date *day)
{
    *day = dem_date_from(DEM_EXAMPLE_YEAR, DEM_EXAMPLE_MONTH, DEM_EXAMPLE_DAY);
    if (!dem_str_starts(*sentence, DEM_STR("["))) return true;
    size_t close = dem_str_find(*sentence, DEM_STR("]"));
    *day = dem_date_parse(dem_str_sub(*sentence, 1, close));
    *sentence = dem_str_trim(dem_str_sub(*sentence, close + 1, sentence->n));
    return *day != DEM_DATE_NONE;
}

void dem_load_example(dem_loading *ld, const dem_frame *frame, const dem_scan_line *line)
{
    dem_str text = dem_str_trim(dem_str_sub(line->text, 1, line->text.n));
    dem_example x = {
        .frame = frame, .positive = line->text.p[0] == '+', .file = ld->source->file, .line = line->line};
    if (!take_day(&text, &x.day)) dem_load_bad(ld, line->line, "no day in the brackets of the example");
    size_t arrow = dem_str_find(text, DEM_STR("=>"));
    x.sentence = dem_str_trim(dem_str_sub(text, 0, arrow));
    x.expected = dem_str_trim(dem_str_sub(text, arrow + 2, text.n));
    if (!x.sentence.n) dem_load_bad(ld, line->line, "an example without a sentence");
    if (x.positive && !good_expected(ld, x.expected, line->line))
        dem_load_bad(ld, line->line,
                     "expected SENTENCE => [EVENT:mode] +aux ACTOR -> RECIPIENT, found \"%.*s\"",
                     DEM_STR_ARG(x.expected));
    if (!x.positive && arrow < text.n)
        dem_load_bad(ld, line->line, "a negative example expects nothing behind \"=>\"");
    if (frame) dem_vec_push(ld->arena, &ld->lex->example, x);
}

const dem_example *dem_lexicon_examples(const dem_lexicon *l, uint32_t *n)
{
    *n = (uint32_t)l->example.n;
    return l->example.at;
}
