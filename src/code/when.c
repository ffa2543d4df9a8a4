/* code/when.c - see when.h. The tree decides whose an expression is, not the line. */
#include "code/when.h"
#include "code/counted.h"
#include "code/dated.h"
#include "code/grammar.h"
#include "code/judgement.h"
#include "code/words.h"

enum { YEAR_DAYS = 365 };

typedef struct {
    const dem_time *time;
    dem_days days;
    bool since; /* it goes on from then */
    bool open;  /* which days it means is not known */
} found;

/* "earlier this week, on Wednesday": the second says more of the same time. */
static bool finer(const found *x, const found *than)
{
    if (x->open || than->open) return !x->open;
    return x->days.precision < than->days.precision && x->days.first >= than->days.first &&
           x->days.last <= than->days.last;
}

/* True if an expression is the predicate's own: then *out has its days, or `open` is set, for none are known ("in August"
 * in an undated report). */
static bool find(const dem_coding *c, uint32_t sentence, int pred, bool future, found *out)
{
    const dem_sentence *s = &c->sentence[sentence];
    const dem_times *times = &c->times[sentence];
    bool any = false;
    for (size_t at = 0; at < 2 * times->n; at++) {
        bool named = at >= times->n; /* what stands by itself comes before what belongs to a noun */
        size_t k = named ? at - times->n : at;
        const dem_time *t = &times->at[k];
        bool end = t->until || t->counts || (t->by && !future); /* how long, how many: no day of the act */
        if (t->label != named || end || (any && named) || !dem_dated_by(s, t, pred)) continue;
        found x = {.time = t, .since = t->since};
        dem_time_anchor a = dem_counted_from(c, sentence, k, future);
        x.open = !dem_time_resolve(c->rules->lex, t, &a, &x.days);
        bool other =
            (t->kind == DEM_DATED_AGO && t->count > 0) || (t->kind == DEM_DATED_SAME && t->behind >= 0);
        if (x.open && other) continue; /* "built in three days", "has the same rights": no time at all */
        if (any && !finer(&x, out)) continue;
        *out = x;
        any = true;
    }
    return any;
}

static bool anchored(const dem_coding *c, const dem_sentence *s, int pred, dem_date *from, dem_date *to)
{
    dem_str *word = dem_words_forms(c->arena, s);
    for (uint32_t i = 0; i < s->n; i++) {
        uint32_t len = 0;
        if (!dem_lexicon_anchor(c->rules->lex, word + i, s->n - i, from, to, &len)) continue;
        bool since = dem_str_ieq(i ? s->tok[i - 1].form : DEM_STR(""), DEM_STR("since")) ||
                     (i > 1 && dem_str_ieq(s->tok[i - 1].form, DEM_STR("the")) &&
                      dem_str_ieq(s->tok[i - 2].form, DEM_STR("since")));
        if (since) continue; /* "the largest exercise since the Cold War" is of today */
        if ((pred >= (int)i && pred < (int)(i + len)) || dem_dated_below(s, (int)(i + len - 1), pred))
            return true;
    }
    return false;
}

bool dem_when_named(const dem_coding *c, uint32_t sentence, int noun)
{
    found x;
    return find(c, sentence, noun, false, &x) && !x.open;
}

/* "was killed in the attack": the day of the attack that was told (codebook D59). */
static dem_date same_act(const dem_coding *c, const dem_sentence *s, int pred)
{
    static const char *const WITHIN[] = {"in", "during", "at"};
    const int16_t *kid;
    uint32_t n = dem_kids(s, pred, &kid);
    for (uint32_t i = 0; i < n; i++) {
        int k = kid[i];
        bool within = s->tok[k].rel == DEM_REL_obl && s->tok[k].xpos == DEM_XPOS_NN &&
                      DEM_GRAMMAR_CASE_ONE_OF(s, k, WITHIN);
        dem_date d = within && dem_told_definite(s, k) ? dem_counted_told(c, s, k) : DEM_DATE_NONE;
        if (d != DEM_DATE_NONE) return d;
    }
    return DEM_DATE_NONE;
}

/* The expression that dates `pred`, from its own to those of what stands above it. */
static bool look(const dem_coding *c, uint32_t sentence, int pred, int verb, bool future, found *x)
{
    enum { STEPS = 4 };
    const dem_sentence *s = &c->sentence[sentence];
    if (find(c, sentence, pred, future, x)) return true;
    int since = dem_dated_since(s, pred), noun = dem_dated_described(s, pred);
    if (since >= 0 && find(c, sentence, since, false, x)) {
        x->since = true;
        return true;
    }
    if (noun >= 0 && find(c, sentence, noun, future, x)) return true;
    for (int p = pred, steps = 0; steps < STEPS && (p = dem_dated_above(s, p)) >= 0; steps++)
        if (find(c, sentence, p, future, x)) return true;
    return verb >= 0 && find(c, sentence, verb, future, x);
}

/* An act without an expression: a known anchor dates it, an act that was told, or nothing. */
static dem_when by_others(const dem_coding *c, const dem_sentence *s, int pred)
{
    dem_date day = c->report->day, from, to, same;
    if (anchored(c, s, pred, &from, &to) && to != DEM_DATE_NONE) {
        bool old = day == DEM_DATE_NONE || to < day - YEAR_DAYS;
        if (from == to) return (dem_when){.date = from, .precision = DEM_PRECISION_DAY, .historical = old};
        return (dem_when){.date = day, .precision = DEM_PRECISION_UNKNOWN, .historical = old};
    }
    if ((same = same_act(c, s, pred)) != DEM_DATE_NONE) {
        bool old = day != DEM_DATE_NONE && same < day - YEAR_DAYS;
        return (dem_when){.date = same, .precision = DEM_PRECISION_DAY, .historical = old};
    }
    return (dem_when){.date = day, .precision = DEM_PRECISION_UNKNOWN};
}

/* What has happened is dated behind the day of publication, and more than a time zone behind it. */
static bool done_later(const dem_coding *c, const found *x, bool future)
{
    dem_date day = c->report->day;
    return !future && day != DEM_DATE_NONE && dem_time_absolute(x->time) && !x->days.period &&
           x->days.first > day + 1;
}

dem_when dem_when_of(const dem_coding *c, uint32_t sentence, int pred, int verb, bool future)
{
    const dem_sentence *s = &c->sentence[sentence];
    dem_date day = c->report->day;
    found x;
    if (!look(c, sentence, pred, verb, future, &x)) return by_others(c, s, pred);
    if (x.open) return (dem_when){.date = day, .precision = DEM_PRECISION_UNKNOWN};
    bool old = (day != DEM_DATE_NONE || x.days.period) && !x.since &&
               x.days.last < (day == DEM_DATE_NONE ? 0 : day - YEAR_DAYS);
    return (dem_when){.date = x.days.first,
                      .precision = x.days.precision,
                      .span = dem_time_span(s, x.time),
                      .conflict = x.days.conflict || done_later(c, &x, future),
                      .since = x.since,
                      .historical = old};
}

/* ---- before coding --------------------------------------------------------------------------------------- */

/* True if the country `code` is in the list. */
static bool listed(const dem_coding *c, const char *list, const char *code)
{
    char low[4];
    dem_str word = dem_str_lower(dem_str_from(code), low, sizeof low);
    return word.n && dem_list_has(c->rules->lex, dem_lexicon_list(c->rules->lex, dem_str_from(list)), word);
}

/* "the Sept. 11 attacks", "the Yom Kippur War": a known anchor, whose day is not that of the words in it. */
static void drop_named(dem_coding *c, uint32_t i)
{
    enum { BEFORE = 3 };
    const dem_sentence *s = &c->sentence[i];
    dem_times *times = &c->times[i];
    size_t n = 0;
    if (!times->n) return;
    dem_str *word = dem_words_forms(c->arena, s);
    for (size_t k = 0; k < times->n; k++) {
        const dem_time *t = &times->at[k];
        bool inside = false;
        for (int at = t->from > BEFORE ? t->from - BEFORE : 0; at <= t->from && !inside; at++) {
            dem_date from, to;
            uint32_t len = 0;
            inside = dem_lexicon_anchor(c->rules->lex, word + at, s->n - (uint32_t)at, &from, &to, &len) &&
                     at + (int)len > t->to;
        }
        if (!inside) times->at[n++] = *t;
    }
    times->n = n;
}

/* The day of the dateline, "KYIV, March 3 (Reuters)", if it is one of the days before publication. */
static dem_date dateline_day(const dem_coding *c)
{
    enum { REACH = 12, OLD = 7 };
    uint32_t i = 0;
    while (i < c->n && c->sentence[i].n == 0) i++;
    if (i == c->n || !c->dateline.name.n || c->report->day == DEM_DATE_NONE) return DEM_DATE_NONE;
    const dem_times *times = &c->times[i];
    for (size_t k = 0; k < times->n; k++) {
        const dem_time *t = &times->at[k];
        dem_days d;
        dem_time_anchor a = dem_counted_from(c, i, k, false);
        if (t->to > REACH || t->kind != DEM_DATED_CALENDAR || !t->at.day) continue;
        if (!dem_time_resolve(c->rules->lex, t, &a, &d)) return DEM_DATE_NONE;
        return d.first <= c->report->day && d.first >= c->report->day - OLD ? d.first : DEM_DATE_NONE;
    }
    return DEM_DATE_NONE;
}

static const char *mark_of(const dem_time *t)
{
    return t->counts  ? "counts within it, dates nothing"
           : t->until ? "the end, dates nothing"
           : t->since ? "since"
           : t->by    ? "by then, of what lies ahead"
           : t->label ? "of a noun"
                      : "";
}

static void trace_times(const dem_coding *c)
{
    for (uint32_t i = 0; c->trace && i < c->n; i++) {
        for (size_t k = 0; k < c->times[i].n; k++) {
            const dem_time *t = &c->times[i].at[k];
            dem_time_anchor a = dem_counted_from(c, i, k, false);
            dem_days d;
            if (!dem_time_resolve(c->rules->lex, t, &a, &d)) d.first = d.last = DEM_DATE_NONE;
            dem_trace_time row = {c->sentence[i].number, dem_time_span(&c->sentence[i], t), d.first,   d.last,
                                  d.precision,           dem_time_kind_name(t->kind),       mark_of(t)};
            dem_vec_push(c->trace->arena, &c->trace->times, row);
        }
    }
}

void dem_when_prepare(dem_coding *c)
{
    c->times = dem_arena_array(c->arena, dem_times, c->n + 1);
    for (uint32_t i = 0; i < c->n; i++) {
        c->times[i] = (dem_times){0};
        if (c->sentence[i].zone == DEM_ZONE_BODY)
            dem_times_find(c->rules->lex, c->arena, &c->sentence[i], &c->times[i]);
        drop_named(c, i);
    }
    c->written = DEM_DATE_NONE;
    c->month_first = c->setting.publisher[0] ? listed(c, "month-first", c->setting.publisher) : -1;
    c->south = listed(c, "southern", c->focus);
    c->written = dateline_day(c);
    trace_times(c);
}
