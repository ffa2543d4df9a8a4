/* lexicon/calendar.c - the words of time and the named days as they are written: "time month 5 = May",
 * "holiday 4th Thursday of November = Thanksgiving". Their format is that of docs/lexicon.md. */
#include "lexicon/parts.h"
#include <stdlib.h>

static const struct {
    const char *name;
    int16_t lo, hi;
} CLASSES[] = {
    [DEM_TIME_NO_WORD] = {"", 0, 0},
#define CLASS(id, name, lo, hi) [DEM_TIME_##id] = {name, lo, hi},
    DEM_TIME_CLASSES(CLASS)
#undef CLASS
        [DEM_TIME_UNIT] = {"unit", 0, DEM_UNIT_COUNT - 1},
    [DEM_TIME_PART] = {"part", 0, DEM_PART_WHOLE - 1},
};
static const char *const UNITS[] = {"hour",  "day",  "weekend", "week",   "fortnight",
                                    "month", "year", "decade",  "century"};
static const char *const PARTS[] = {"early", "mid", "late", "first-half", "second-half"};

static bool read_int(dem_str s, int *out)
{
    uint32_t v;
    bool minus = s.n && s.p[0] == '-', plus = s.n && s.p[0] == '+';
    if (!dem_str_u32(dem_str_sub(s, minus || plus, s.n), &v) || v > 400) return false;
    *out = minus ? -(int)v : (int)v;
    return true;
}

static int named(dem_str s, const char *const *name, int n)
{
    for (int i = 0; i < n; i++)
        if (dem_str_is(s, name[i])) return i;
    return -1;
}

/* The value of a word of class `class`; false if it has none so. */
static bool read_value(unsigned class, dem_str s, int *out)
{
    if (class == DEM_TIME_UNIT) return (*out = named(s, UNITS, DEM_UNIT_COUNT)) >= 0;
    if (class == DEM_TIME_PART) return (*out = named(s, PARTS, DEM_PART_WHOLE)) >= 0;
    return read_int(s, out) && *out >= CLASSES[class].lo && *out <= CLASSES[class].hi;
}

/* Cuts "KEYWORD WHAT = MEMBERS" into the two. */
static bool cut(dem_loading *ld, const dem_entry *e, dem_str *what, dem_str *members)
{
    dem_str rest = e->head.text;
    dem_scan_word(&rest);
    size_t equals = dem_str_find(rest, DEM_STR("="));
    *what = dem_str_trim(dem_str_sub(rest, 0, equals));
    *members = dem_str_trim(dem_str_sub(rest, equals + 1, rest.n));
    for (uint32_t i = 0; i < e->n_body; i++)
        dem_load_bad(ld, e->body[i].line, "a line of words goes on with '|'");
    if (equals < rest.n && what->n && members->n) return true;
    dem_load_bad(ld, e->head.line, "expected WHAT = WORD | WORD ...");
    return false;
}

/* Where the meaning of a phrase is kept: its number in time_word; NULL, reported, if it is no phrase. */
static uint32_t *slot_of(dem_loading *ld, dem_str phrase, uint32_t line)
{
    dem_trie *t = &ld->lex->phrases;
    uint32_t node = dem_trie_add_lower(t, ld->lex->time_root, phrase);
    if (node == DEM_NODE_NONE) {
        dem_load_bad(ld, line, "\"%.*s\" has no word, or one that is too long", DEM_STR_ARG(phrase));
        return NULL;
    }
    return &t->node.at[node].value;
}

static void set_word(dem_loading *ld, uint32_t *slot, unsigned class, int value)
{
    dem_time_word w = {.class = (uint8_t) class, .value = (int16_t)value};
    *slot = (uint32_t)ld->lex->time_word.n;
    dem_vec_push(ld->arena, &ld->lex->time_word, w);
}

void dem_load_time(dem_loading *ld, const dem_entry *e)
{
    dem_str what, members, phrase;
    int value;
    if (!cut(ld, e, &what, &members)) return;
    dem_str name = dem_scan_word(&what);
    unsigned class = DEM_TIME_MONTH;
    while (class < DEM_TIME_HOLIDAY && !dem_str_is(name, CLASSES[class].name)) class ++;
    if (class == DEM_TIME_HOLIDAY) {
        dem_load_bad(ld, e->head.line, "unknown class of time words \"%.*s\"", DEM_STR_ARG(name));
        return;
    }
    if (!read_value(class, what, &value)) {
        dem_load_bad(ld, e->head.line, "\"%.*s\" is no %s", DEM_STR_ARG(what), CLASSES[class].name);
        return;
    }
    while (dem_value_alternative(ld, e->head.line, &members, &phrase)) {
        uint32_t *slot = slot_of(ld, phrase, e->head.line);
        if (slot) set_word(ld, slot, class, value);
    }
}

/* ---- rules of holidays ---------------------------------------------------------------------------------- */

/* The value of a word of the calendar that was read before, "November" or "Thursday". */
static bool word_value(const dem_loading *ld, dem_str s, unsigned class, int *out)
{
    uint32_t len = 0;
    dem_time_word w = dem_lexicon_time(ld->lex, &s, 1, &len);
    *out = w.value;
    return len == 1 && w.class == class;
}

/* "[KEN]" at the end of *rule. */
static bool take_country(dem_str *rule, char country[4])
{
    size_t open = dem_str_find(*rule, DEM_STR("["));
    country[0] = 0;
    if (open == rule->n) return true;
    dem_str code = dem_str_sub(*rule, open + 1, rule->n);
    if (!dem_str_ends(code, DEM_STR("]"))) return false;
    code.n--;
    *rule = dem_str_trim(dem_str_sub(*rule, 0, open));
    return dem_value_code(code, country);
}

/* "25 December" */
static bool read_fixed(const dem_loading *ld, dem_str first, dem_str rest, dem_holiday *h)
{
    int day, month;
    if (!read_int(first, &day) || !word_value(ld, rest, DEM_TIME_MONTH, &month)) return false;
    h->rule = DEM_HOLIDAY_FIXED;
    h->day = (int8_t)day;
    h->month = (int8_t)month;
    return day >= 1 && day <= dem_month_days(2000, month);
}

/* "4th Thursday of November", "last Monday of May", perhaps with "+1" behind */
static bool read_nth(const dem_loading *ld, dem_str first, dem_str rest, dem_holiday *h)
{
    static const char *const NTH[] = {"last", "1st", "2nd", "3rd", "4th", "5th"};
    int nth = named(first, NTH, 6), weekday, month, shift = 0;
    dem_str day = dem_scan_word(&rest), of = dem_scan_word(&rest), in = dem_scan_word(&rest);
    if (nth < 0 || !dem_str_is(of, "of") || !word_value(ld, day, DEM_TIME_WEEKDAY, &weekday) ||
        !word_value(ld, in, DEM_TIME_MONTH, &month) || (rest.n && !read_int(rest, &shift)))
        return false;
    h->rule = DEM_HOLIDAY_NTH;
    h->nth = (int8_t)(nth ? nth : -1);
    h->weekday = (int8_t)(weekday - 1);
    h->month = (int8_t)month;
    h->shift = (int16_t)shift;
    return true;
}

/* "islamic 1 9 month": day, month, how exactly it is known */
static bool read_islamic(dem_str rest, dem_holiday *h)
{
    int day, month;
    dem_str d = dem_scan_word(&rest), m = dem_scan_word(&rest);
    if (!read_int(d, &day) || !read_int(m, &month) || day < 1 || day > 30 || month < 1 || month > 12)
        return false;
    int known = rest.n ? named(rest, UNITS, DEM_UNIT_COUNT) : DEM_UNIT_DAY;
    h->rule = DEM_HOLIDAY_ISLAMIC;
    h->day = (int8_t)day;
    h->month = (int8_t)month;
    h->known_to = (uint8_t)known;
    return known == DEM_UNIT_DAY || known == DEM_UNIT_WEEK || known == DEM_UNIT_MONTH;
}

/* "on 2024-02-10 2025-01-29" */
static bool read_listed(dem_loading *ld, dem_str rest, dem_holiday *h)
{
    dem_date *date = dem_arena_array(ld->arena, dem_date, rest.n / 10 + 1);
    h->rule = DEM_HOLIDAY_LISTED;
    h->date = date;
    for (dem_str word; (word = dem_scan_word(&rest)).n; h->n_date++) {
        if (word.n != 10 || (date[h->n_date] = dem_date_parse(word)) == DEM_DATE_NONE) return false;
        if (h->n_date && date[h->n_date] <= date[h->n_date - 1]) return false;
    }
    return h->n_date > 0;
}

static bool read_rule(dem_loading *ld, dem_str rule, dem_holiday *h)
{
    int shift = 0;
    if (!take_country(&rule, h->country)) return false;
    dem_str first = dem_scan_word(&rule);
    bool orthodox = dem_str_is(first, "orthodox-easter");
    if (dem_str_is(first, "on")) return read_listed(ld, rule, h);
    if (dem_str_is(first, "islamic")) return read_islamic(rule, h);
    if (!orthodox && !dem_str_is(first, "easter"))
        return read_fixed(ld, first, rule, h) || read_nth(ld, first, rule, h);
    h->rule = orthodox ? DEM_HOLIDAY_ORTHODOX : DEM_HOLIDAY_EASTER;
    if (rule.n && !read_int(rule, &shift)) return false;
    h->shift = (int16_t)shift;
    return true;
}

/* Rules of one name stand in a chain, the last one first: so those of an overlay come before the built-in ones. */
void dem_load_holiday(dem_loading *ld, const dem_entry *e)
{
    dem_lexicon *l = ld->lex;
    dem_str rule, names, name;
    dem_holiday h = {.known_to = DEM_UNIT_DAY};
    if (!cut(ld, e, &rule, &names)) return;
    if (!read_rule(ld, rule, &h)) {
        dem_load_bad(ld, e->head.line, "\"%.*s\" is no rule for a day", DEM_STR_ARG(rule));
        return;
    }
    while (dem_value_alternative(ld, e->head.line, &names, &name)) {
        uint32_t *slot = slot_of(ld, name, e->head.line);
        if (!slot) continue;
        const dem_time_word *was = *slot == DEM_VALUE_NONE ? NULL : &l->time_word.at[*slot];
        bool chained = was && was->class == DEM_TIME_HOLIDAY;
        h.next = chained ? (uint32_t)was->value : DEM_HOLIDAY_NONE;
        if (l->holiday.n == INT16_MAX) {
            dem_load_bad(ld, e->head.line, "more than %d named days", INT16_MAX);
            return;
        }
        set_word(ld, slot, DEM_TIME_HOLIDAY, (int)l->holiday.n);
        dem_vec_push(ld->arena, &l->holiday, h);
    }
}

/* ---- looking up ------------------------------------------------------------------------------------------ */

dem_time_word dem_lexicon_time(const dem_lexicon *l, const dem_str *word, uint32_t n, uint32_t *len)
{
    uint32_t value = 0;
    *len = dem_trie_longest(&l->phrases, l->time_root, word, n, &value);
    return *len ? l->time_word.at[value] : (dem_time_word){DEM_TIME_NO_WORD, 0};
}

const dem_holiday *dem_lexicon_holiday(const dem_lexicon *l, uint32_t number)
{
    return &l->holiday.at[number];
}
