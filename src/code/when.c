/* code/when.c - see when.h. The tree decides whose an expression is, not the line. */
#include "code/when.h"
#include "code/counted.h"
#include "code/grammar.h"
#include "code/noun.h"
#include "code/words.h"

enum { YEAR_DAYS = 365 };

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

/* A word that stands before a noun and belongs to its name, or is coordinated there: "the 2019 trade and fisheries pact". */
static bool names_noun(const dem_sentence *s, int i)
{
    unsigned rel = s->tok[i].rel;
    return rel == DEM_REL_nummod || rel == DEM_REL_compound || rel == DEM_REL_amod || rel == DEM_REL_nmod_desc ||
           rel == DEM_REL_nmod_poss || ((rel == DEM_REL_conj || rel == DEM_REL_appos) && s->tok[i].upos != DEM_UPOS_VERB);
}

/* "At Sunday's summit they signed", "Monday's raid killed", "as a result of Saturday's unrest": the day of the noun is the
 * verb's too; not so in "condemned Sunday's raid", "ahead of Monday's vote". */
static bool at_the_time_of(const dem_sentence *s, int noun, int pred)
{
    static const char *const WHILE[] = {"in", "at", "during", "on", "as", "with", "by"};
    while (s->tok[noun].rel == DEM_REL_nmod && s->tok[noun].head >= 0 && dem_grammar_case_is(s, noun, "of"))
        noun = s->tok[noun].head;
    unsigned rel = s->tok[noun].rel;
    if (s->tok[noun].head != pred) return false;
    return rel == DEM_REL_nsubj || rel == DEM_REL_nsubj_pass ||
           (rel == DEM_REL_obl && DEM_GRAMMAR_CASE_ONE_OF(s, noun, WHILE));
}

/* True if token t is part of the name of noun `pred`, or its possessor: "the 2019 fisheries agreement". */
static bool labels(const dem_sentence *s, const dem_time *t, int i, int pred)
{
    bool year = t->at.year && !t->at.month;
    while (i != pred && names_noun(s, i)) i = s->tok[i].head;
    return i == pred || (!year && at_the_time_of(s, i, pred));
}

/* "Two weeks after they invaded, Poland ...": hung on what it is counted from, it dates what stands above that; else -1. */
static int hook(const dem_sentence *s, const dem_time *t)
{
    if (t->kind != DEM_DATED_COUNTED || t->behind < 0) return -1;
    int behind = s->tok[t->to].head;
    bool under = behind > t->to && dem_grammar_under(s, t->to - 1, behind);
    return under ? s->tok[behind].head : -1;
}

/* True if expression `t` is the predicate's: one of its words hangs below it, with no clause between. */
static bool dates(const dem_sentence *s, const dem_time *t, int pred)
{
    int up = hook(s, t);
    if (up >= 0) return belongs(s, up, pred);
    for (int i = t->from; i < t->to; i++) {
        int h = s->tok[i].head;
        bool out = i == pred || h < t->from || h >= t->to;
        if (out && (t->label ? labels(s, t, i, pred) : belongs(s, i, pred))) return true;
    }
    return false;
}

typedef struct {
    const dem_time *time;
    dem_days days;
} found;

static bool find(const dem_coding *c, uint32_t sentence, int pred, bool future, found *out)
{
    const dem_sentence *s = &c->sentence[sentence];
    const dem_times *times = &c->times[sentence];
    for (size_t at = 0; at < 2 * times->n; at++) {
        bool named = at >= times->n; /* what stands by itself comes before what belongs to a noun */
        size_t k = named ? at - times->n : at;
        const dem_time *t = &times->at[k];
        if (t->label != named || !dates(s, t, pred)) continue;
        dem_time_anchor a = dem_counted_from(c, sentence, k, future);
        if (!dem_time_resolve(c->rules->lex, t, &a, &out->days)) continue;
        if (t->since && c->report->day != DEM_DATE_NONE) out->days.last = c->report->day; /* goes on */
        out->time = t;
        return true;
    }
    return false;
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
        if ((pred >= (int)i && pred < (int)(i + len)) || belongs(s, (int)(i + len - 1), pred)) return true;
    }
    return false;
}

bool dem_when_named(const dem_coding *c, uint32_t sentence, int noun)
{
    found x;
    return find(c, sentence, noun, false, &x);
}

dem_when dem_when_of(const dem_coding *c, uint32_t sentence, int pred, int verb, bool future)
{
    const dem_sentence *s = &c->sentence[sentence];
    dem_date day = c->report->day, from, to;
    found x;
    bool any = find(c, sentence, pred, future, &x);
    for (int p = pred, steps = 0; !any && steps < 4 && (p = above(s, p)) >= 0; steps++)
        any = find(c, sentence, p, future, &x);
    if (!any && verb >= 0) any = find(c, sentence, verb, future, &x);
    if (!any && anchored(c, s, pred, &from, &to) && to != DEM_DATE_NONE) {
        bool old = day == DEM_DATE_NONE || to < day - YEAR_DAYS;
        if (from == to) return (dem_when){.date = from, .precision = DEM_PRECISION_DAY, .historical = old};
        return (dem_when){.date = day, .precision = DEM_PRECISION_UNKNOWN, .historical = old};
    }
    if (!any) return (dem_when){.date = day, .precision = DEM_PRECISION_UNKNOWN};
    return (dem_when){.date = x.days.first,
                      .precision = x.days.precision,
                      .span = dem_time_span(s, x.time),
                      .conflict = x.days.conflict,
                      .since = x.time->since,
                      .historical = day != DEM_DATE_NONE && x.days.last < day - YEAR_DAYS};
}

/* ---- before coding --------------------------------------------------------------------------------------- */

/* True if the country `code` is in the list. */
static bool listed(const dem_coding *c, const char *list, const char *code)
{
    char low[4];
    dem_str word = dem_str_lower(dem_str_from(code), low, sizeof low);
    return word.n && dem_list_has(c->rules->lex, dem_lexicon_list(c->rules->lex, dem_str_from(list)), word);
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

void dem_when_prepare(dem_coding *c)
{
    c->times = dem_arena_array(c->arena, dem_times, c->n + 1);
    for (uint32_t i = 0; i < c->n; i++) {
        c->times[i] = (dem_times){0};
        if (c->sentence[i].zone == DEM_ZONE_BODY)
            dem_times_find(c->rules->lex, c->arena, &c->sentence[i], &c->times[i]);
    }
    c->written = DEM_DATE_NONE;
    c->month_first = c->setting.publisher[0] ? listed(c, "month-first", c->setting.publisher) : -1;
    c->south = listed(c, "southern", c->focus);
    c->written = dateline_day(c);
}
