/* code/when.c - see when.h. Expressions are read from the token string; the tree decides whose they are. */
#include "code/when.h"
#include "code/grammar.h"
#include "code/noun.h"
#include "code/words.h"

typedef struct {
    int from, to; /* tokens [from, to) */
    dem_date first, last;
    dem_precision precision;
    bool conflict; /* "Monday, 18 March 2025", which was a Tuesday */
    bool label;    /* "the 2019 agreement": the year of that noun alone */
    bool since;    /* "since March" */
    int hook;      /* the word whose predicate it dates, where its own place in the tree misleads; or -1 */
} expression;

enum { YEAR_DAYS = 365 };

static const char *const MONTHS[] = {"january", "february", "march",     "april",   "may",      "june",
                                     "july",    "august",   "september", "october", "november", "december"};
static const char *const SHORT[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                    "jul", "aug", "sep", "oct", "nov", "dec"};
static const char *const DAYS[] = {"monday", "tuesday",  "wednesday", "thursday",
                                   "friday", "saturday", "sunday"};
static const char *const NUMBERS[] = {"a",     "one",   "two",  "three", "four",   "five",  "six",
                                      "seven", "eight", "nine", "ten",   "eleven", "twelve"};

static bool is(const dem_sentence *s, int i, const char *word)
{
    return i >= 0 && i < (int)s->n && dem_str_ieq(s->tok[i].form, dem_str_from(word));
}

static int index_of(dem_str w, const char *const *words, int n)
{
    for (int i = 0; i < n; i++)
        if (dem_str_ieq(w, dem_str_from(words[i]))) return i;
    return -1;
}

/* 1..12 if the token names a month (capitalised: "may" and "march" are verbs too), else 0. */
static int month_at(const dem_sentence *s, int i)
{
    if (i < 0 || i >= (int)s->n) return 0;
    dem_str w = s->tok[i].form;
    if (w.n < 3 || w.p[0] < 'A' || w.p[0] > 'Z') return 0;
    int m = index_of(w, MONTHS, 12);
    if (w.p[w.n - 1] == '.') w.n--;
    if (m < 0) m = index_of(w, SHORT, 12);
    if (m < 0 && dem_str_ieq(w, DEM_STR("sept"))) m = 8;
    if (m == 4 && s->tok[i].xpos == DEM_XPOS_MD) return 0;
    return m + 1;
}

static int number_at(const dem_sentence *s, int i, uint32_t lo, uint32_t hi)
{
    uint32_t v;
    if (i < 0 || i >= (int)s->n) return 0;
    dem_str w = s->tok[i].form;
    if (w.n > 2 && (dem_str_ends(w, DEM_STR("th")) || dem_str_ends(w, DEM_STR("st")) ||
                    dem_str_ends(w, DEM_STR("nd")) || dem_str_ends(w, DEM_STR("rd"))))
        w.n -= 2;
    return dem_str_u32(w, &v) && v >= lo && v <= hi ? (int)v : 0;
}

static int year_at(const dem_sentence *s, int i)
{
    return number_at(s, i, 1900, 2100);
}

static expression range(int from, int to, dem_date first, dem_date last, dem_precision p)
{
    return (expression){.from = from, .to = to, .first = first, .last = last, .precision = p, .hook = -1};
}

static expression one_day(int from, int to, dem_date d)
{
    return range(from, to, d, d, DEM_PRECISION_DAY);
}

static expression whole_month(int from, int to, int year, int month)
{
    dem_date d = dem_date_from(year, month, 1);
    return range(from, to, d, d == DEM_DATE_NONE ? d : d + dem_month_days(year, month) - 1,
                 DEM_PRECISION_MONTH);
}

static expression whole_year(int from, int to, int year)
{
    return range(from, to, dem_date_from(year, 1, 1), dem_date_from(year, 12, 31), DEM_PRECISION_YEAR);
}

/* The year that makes month and day lie on the asked side of publication. */
static int implied_year(dem_date day, int month, int mday, bool future)
{
    dem_civil c = dem_date_civil(day);
    dem_date d = dem_date_from(c.year, month, mday ? mday : 1);
    if (d == DEM_DATE_NONE) return c.year;
    if (!future && d > day) return c.year - 1;
    if (future && d < day && !(mday == 0 && month == c.month)) return c.year + 1;
    return c.year;
}

/* The weekday that stands before tokens [from, ...), with or without a comma; -1 if none. */
static int weekday_before(const dem_sentence *s, int from)
{
    int i = is(s, from - 1, ",") ? from - 2 : from - 1;
    return i >= 0 ? index_of(s->tok[i].form, DAYS, 7) : -1;
}

static bool calendar_at(const dem_sentence *s, int i, dem_date day, bool future, expression *out)
{
    int month = month_at(s, i), mday = 0, from = i, to = i + 1, year = 0;
    if (!month) return false;
    if ((mday = number_at(s, i - 1, 1, 31))) from = i - 1;
    else if ((mday = number_at(s, i + 1, 1, 31)) && !year_at(s, i + 1)) to = i + 2;
    int at = is(s, to, ",") ? to + 1 : to;
    if ((year = year_at(s, at))) to = at + 1;
    if (!year && day == DEM_DATE_NONE) return false;
    if (!year) year = implied_year(day, month, mday, future);
    *out = mday ? one_day(from, to, dem_date_from(year, month, mday)) : whole_month(from, to, year, month);
    int named = mday && out->first != DEM_DATE_NONE ? weekday_before(s, from) : -1;
    out->conflict = named >= 0 && named != dem_date_weekday(out->first);
    return out->first != DEM_DATE_NONE;
}

static bool weekday_at(const dem_sentence *s, int i, dem_date day, bool future, expression *out)
{
    dem_str w = s->tok[i].form;
    if (dem_str_ends(w, DEM_STR("s")) && !is(s, i - 1, "last")) return false; /* "on Mondays" is a habit */
    int k = index_of(w, DAYS, 7);
    if (k < 0 || day == DEM_DATE_NONE) return false;
    int today = dem_date_weekday(day), back = (today - k + 7) % 7, on = (k - today + 7) % 7;
    if (is(s, i - 1, "next")) {
        *out = one_day(i, i + 1, day + (on ? on : 7));
        return true;
    }
    if (is(s, i - 1, "last") && back == 0) back = 7;
    *out = one_day(i, i + 1, future ? day + on : day - back);
    return true;
}

static expression unit_from(int from, int to, dem_date d, dem_str unit)
{
    dem_civil c = dem_date_civil(d);
    if (dem_str_starts(unit, DEM_STR("week"))) {
        dem_date monday = d - dem_date_weekday(d);
        return range(from, to, monday, monday + 6, DEM_PRECISION_WEEK);
    }
    if (dem_str_starts(unit, DEM_STR("month"))) return whole_month(from, to, c.year, c.month);
    if (dem_str_starts(unit, DEM_STR("year"))) return whole_year(from, to, c.year);
    return one_day(from, to, d);
}

static bool is_unit(dem_str w)
{
    static const char *const UNITS[] = {"day", "days", "week", "weeks", "month", "months", "year", "years"};
    return index_of(w, UNITS, 8) >= 0;
}

static dem_date shifted(dem_date d, dem_str unit, int by)
{
    if (dem_str_starts(unit, DEM_STR("week"))) return d + 7 * by;
    if (dem_str_starts(unit, DEM_STR("month"))) return dem_date_add_months(d, by);
    if (dem_str_starts(unit, DEM_STR("year"))) return dem_date_add_months(d, 12 * by);
    return d + by;
}

/* "over the past month", "in the last three weeks": from its first day on. */
static bool past_at(const dem_sentence *s, int i, dem_date day, expression *out)
{
    bool past = is(s, i, "past") || is(s, i, "last");
    if (!past || !is(s, i - 1, "the") || i + 1 >= (int)s->n) return false;
    int n = index_of(s->tok[i + 1].form, NUMBERS, 13), at = i + 2;
    if (n < 0) n = number_at(s, i + 1, 1, 500);
    if (n <= 0) n = 1, at = i + 1;
    if (at >= (int)s->n || !is_unit(s->tok[at].form)) return false;
    *out = unit_from(i, at + 1, shifted(day, s->tok[at].form, -n), s->tok[at].form);
    out->last = day;
    return true;
}

static bool relative_at(const dem_sentence *s, int i, dem_date day, expression *out)
{
    if (day == DEM_DATE_NONE || i + 1 >= (int)s->n) return false;
    if (past_at(s, i, day, out)) return true;
    dem_str unit = s->tok[i + 1].form;
    bool last = is(s, i, "last"), next = is(s, i, "next"), now = is(s, i, "this");
    if ((last || next || now) && is_unit(unit) && !dem_str_ends(unit, DEM_STR("s")) &&
        !dem_str_is(unit, "day")) {
        *out = unit_from(i, i + 2, shifted(day, unit, last ? -1 : next ? 1 : 0), unit);
        return true;
    }
    int n = index_of(s->tok[i].form, NUMBERS, 13);
    if (n == 0) n = 1;
    if (n < 0) n = number_at(s, i, 1, 500);
    if (n > 0 && is_unit(unit) && is(s, i + 2, "ago")) {
        *out = unit_from(i, i + 3, shifted(day, unit, -n), unit);
        return true;
    }
    return false;
}

/* Relations of a word that stands before a noun and belongs to its name. */
static bool names_noun(unsigned rel)
{
    return rel == DEM_REL_nummod || rel == DEM_REL_compound || rel == DEM_REL_amod || rel == DEM_REL_nmod_desc;
}

static bool simple_at(const dem_sentence *s, int i, dem_date day, expression *out)
{
    if (day != DEM_DATE_NONE) {
        int shift = is(s, i, "yesterday")                      ? -1
                    : is(s, i, "tomorrow")                     ? 1
                    : is(s, i, "today") || is(s, i, "tonight") ? 0
                                                               : 99;
        if (shift != 99) {
            *out = one_day(i, i + 1, day + shift);
            return true;
        }
    }
    int year = year_at(s, i);
    bool dated = is(s, i - 1, "in") || is(s, i - 1, "since") || is(s, i - 1, "during") || is(s, i - 1, "of") ||
                 is(s, i - 1, "early") || is(s, i - 1, "late") || is(s, i - 1, "from") || is(s, i - 1, "until");
    bool label = is(s, i - 1, "the") && names_noun(s->tok[i].rel); /* "the 2019 agreement" */
    if (!year || (!dated && !label)) return false;
    *out = whole_year(i, i + 1, year);
    out->label = !dated;
    return true;
}

static bool expression_at(const dem_sentence *s, int i, dem_date day, bool future, expression *out)
{
    return calendar_at(s, i, day, future, out) || relative_at(s, i, day, out) ||
           weekday_at(s, i, day, future, out) || simple_at(s, i, day, out);
}

/* ---- days counted from another act (codebook D59, D60) ---------------------------------------------------- */

/* The newest act of the report with a day of its own; of the kind that noun `n` names, if n >= 0. */
static dem_date told_day(const dem_coding *c, const dem_sentence *s, int n)
{
    for (size_t i = c->n_past; i-- > 0;) {
        const dem_event *e = &c->past[i];
        bool same = n < 0 || dem_noun_tells(c->rules, &s->tok[n], e->type);
        if (e->precision == DEM_PRECISION_DAY && same) return e->date;
    }
    return DEM_DATE_NONE;
}

/* The day of what stands behind "a week after": a date, a known anchor, or a noun whose act the report has told. */
static dem_date day_behind(const dem_coding *c, const dem_sentence *s, int from)
{
    enum { REACH = 8 };
    dem_str *word = dem_words_forms(c->arena, s);
    dem_date anchor = DEM_DATE_NONE, to;
    int noun = -1;
    for (int i = from; i < (int)s->n && i < from + REACH && s->tok[i].upos != DEM_UPOS_PUNCT; i++) {
        expression x;
        uint32_t len = 0;
        bool dated =
            calendar_at(s, i, c->report->day, false, &x) || weekday_at(s, i, c->report->day, false, &x);
        if (dated) return x.precision == DEM_PRECISION_DAY ? x.first : DEM_DATE_NONE;
        if (s->tok[i].upos == DEM_UPOS_VERB) break;
        if (noun < 0 && s->tok[i].upos == DEM_UPOS_NOUN) noun = i;
        if (anchor == DEM_DATE_NONE &&
            dem_lexicon_anchor(c->rules->lex, word + i, s->n - (uint32_t)i, &anchor, &to, &len) && anchor != to)
            anchor = DEM_DATE_NONE; /* a period has no day */
    }
    if (anchor != DEM_DATE_NONE) return anchor;
    return noun >= 0 ? told_day(c, s, noun) : DEM_DATE_NONE;
}

/* "a", "two", "14", "the" before a unit: how many; 0 if it is no number. */
static int count_at(const dem_sentence *s, int i)
{
    if (i + 2 >= (int)s->n || !is_unit(s->tok[i + 1].form)) return 0;
    if (is(s, i, "the")) return 1;
    int n = index_of(s->tok[i].form, NUMBERS, 13);
    return n > 0 ? n : n == 0 ? 1 : number_at(s, i, 1, 500);
}

/* "two days after the march", "a week later", "the following day"; "about" changes nothing, the unit is the precision. */
static bool offset_at(const dem_coding *c, const dem_sentence *s, int i, expression *out)
{
    bool following = is(s, i, "following") || is(s, i, "next");
    if (following && is(s, i - 1, "the") && i + 1 < (int)s->n && is_unit(s->tok[i + 1].form)) {
        dem_str unit = s->tok[i + 1].form;
        dem_date base = told_day(c, s, -1);
        bool one = !dem_str_ends(unit, DEM_STR("s")) && (dem_str_is(unit, "day") || is(s, i, "following"));
        if (one && base != DEM_DATE_NONE) *out = unit_from(i, i + 2, shifted(base, unit, 1), unit);
        return one && base != DEM_DATE_NONE;
    }
    if (is(s, i, "same") && is(s, i - 1, "the") && i + 1 < (int)s->n && s->tok[i + 1].upos == DEM_UPOS_NOUN) {
        bool day = dem_str_is(s->tok[i + 1].lemma, "day"); /* "in the same call", "the same day" */
        dem_date base = told_day(c, s, day ? -1 : i + 1);
        if (base != DEM_DATE_NONE) *out = one_day(i, i + 2, base);
        return base != DEM_DATE_NONE;
    }
    int n = count_at(s, i);
    if (!n) return false;
    bool later = is(s, i + 2, "later"), earlier = is(s, i + 2, "earlier");
    bool after = is(s, i + 2, "after") || is(s, i + 2, "following"), before = is(s, i + 2, "before");
    if ((is(s, i, "the") && (later || earlier)) || !(later || earlier || after || before)) return false;
    dem_date base = later || earlier ? told_day(c, s, -1) : day_behind(c, s, i + 3);
    if (base == DEM_DATE_NONE) return false;
    dem_str unit = s->tok[i + 1].form;
    *out = unit_from(i, i + 2, shifted(base, unit, later || after ? n : -n), unit);
    /* "Two weeks after they invaded, Poland ...": hung on what it is counted from, it dates what stands above that. */
    int behind = s->tok[i + 2].head;
    if (behind > i + 2 && dem_grammar_under(s, i + 1, behind)) out->hook = s->tok[behind].head;
    return true;
}

/* ---- whose expression ----------------------------------------------------------------------------------- */

static bool clause_border(unsigned rel)
{
    switch (rel) {
    case DEM_REL_ccomp:
    case DEM_REL_advcl:
    case DEM_REL_acl_relcl:
    case DEM_REL_acl:
    case DEM_REL_parataxis:
    case DEM_REL_csubj: return true;
    default: return false;
    }
}

static bool belongs(const dem_sentence *s, int t, int pred)
{
    int steps = 0;
    for (int i = t; i >= 0 && steps < 8; i = s->tok[i].head, steps++) {
        if (i == pred) return true;
        if (clause_border(s->tok[i].rel)) return false;
        if (s->tok[i].rel == DEM_REL_conj && s->tok[i].upos == DEM_UPOS_VERB) return false;
    }
    return false;
}

/* The verb that a predicate shares its adverbials with: governor of an infinitive, first of coordinated verbs,
 * verb of a noun. */
static int above(const dem_sentence *s, int p)
{
    const dem_token *t = &s->tok[p];
    if (t->head < 0) return -1;
    /* as a subject, "fighting ... resumed on Sunday" */
    if (t->rel == DEM_REL_xcomp || t->rel == DEM_REL_conj || t->rel == DEM_REL_csubj) return t->head;
    return t->upos != DEM_UPOS_VERB && !clause_border(t->rel) ? t->head : -1;
}

/* True if the year at token t is part of the name of noun `pred`: "the 2019 fisheries agreement". */
static bool labels(const dem_sentence *s, int t, int pred)
{
    while (t != pred && names_noun(s->tok[t].rel)) t = s->tok[t].head;
    return t == pred;
}

static bool find(const dem_coding *c, const dem_sentence *s, int pred, bool future, expression *out)
{
    for (int i = 0; i < (int)s->n;) {
        expression x;
        if (!offset_at(c, s, i, &x) && !expression_at(s, i, c->report->day, future, &x)) {
            i++;
            continue;
        }
        bool his = x.label       ? labels(s, i, pred)
                   : x.hook >= 0 ? belongs(s, x.hook, pred)
                                 : belongs(s, x.to - 1, pred) || belongs(s, i, pred);
        if (his) {
            x.since = is(s, x.from - 1, "since");
            if (x.since && c->report->day != DEM_DATE_NONE) x.last = c->report->day; /* goes on */
            *out = x;
            return true;
        }
        i = x.to > i ? x.to : i + 1;
    }
    return false;
}

static bool anchored(const dem_coding *c, const dem_sentence *s, int pred, dem_date *from, dem_date *to)
{
    dem_str *word = dem_words_forms(c->arena, s);
    for (uint32_t i = 0; i < s->n; i++) {
        uint32_t len = 0;
        if (!dem_lexicon_anchor(c->rules->lex, word + i, s->n - i, from, to, &len)) continue;
        bool since =
            is(s, (int)i - 1, "since") || (i > 1 && is(s, (int)i - 1, "the") && is(s, (int)i - 2, "since"));
        if (since) continue; /* "the largest exercise since the Cold War" is of today */
        if ((pred >= (int)i && pred < (int)(i + len)) || belongs(s, (int)(i + len - 1), pred)) return true;
    }
    return false;
}

bool dem_when_named(const dem_coding *c, uint32_t sentence, int noun)
{
    expression x;
    return find(c, &c->sentence[sentence], noun, false, &x);
}

dem_when dem_when_of(const dem_coding *c, uint32_t sentence, int pred, int verb, bool future)
{
    const dem_sentence *s = &c->sentence[sentence];
    dem_date day = c->report->day, from, to;
    expression x;
    bool found = find(c, s, pred, future, &x);
    for (int p = pred, steps = 0; !found && steps < 4 && (p = above(s, p)) >= 0; steps++)
        found = find(c, s, p, future, &x);
    if (!found && verb >= 0) found = find(c, s, verb, future, &x);
    if (!found && anchored(c, s, pred, &from, &to) && to != DEM_DATE_NONE) {
        bool old = day == DEM_DATE_NONE || to < day - YEAR_DAYS;
        if (from == to) return (dem_when){.date = from, .precision = DEM_PRECISION_DAY, .historical = old};
        return (dem_when){.date = day, .precision = DEM_PRECISION_UNKNOWN, .historical = old};
    }
    if (!found) return (dem_when){.date = day, .precision = DEM_PRECISION_UNKNOWN};
    return (dem_when){.date = x.first,
                      .precision = x.precision,
                      .conflict = x.conflict,
                      .since = x.since,
                      .historical = day != DEM_DATE_NONE && x.last < day - YEAR_DAYS};
}
