/* time/find.c - where time expressions stand: each token is asked what begins there, and what the words around it make
 * of it. */
#include "time/words.h"

void time_which_behind(const time_scan *z, dem_time *t)
{
    int at = time_is(z, t->to, "of") || time_is(z, t->to, ",") ? t->to + 1 : t->to;
    if (t->at.year || t->end.month || t->which != DEM_TIME_NEAREST) return;
    if (time_kind(z, at) != DEM_TIME_WHICH || time_kind(z, at + 1) != DEM_TIME_UNIT) return;
    int unit = time_value(z, at + 1);
    bool fits = t->kind == DEM_DATED_WEEKDAY    ? unit == DEM_UNIT_WEEK
                : t->kind == DEM_DATED_CALENDAR ? unit == (t->at.month ? DEM_UNIT_YEAR : DEM_UNIT_MONTH)
                                                : unit == DEM_UNIT_YEAR;
    bool takes = t->kind == DEM_DATED_WEEKDAY || t->kind == DEM_DATED_CALENDAR || t->kind == DEM_DATED_SEASON ||
                 t->kind == DEM_DATED_QUARTER || t->kind == DEM_DATED_NAMED;
    if (!takes || !fits) return;
    t->which = (int8_t)time_value(z, at);
    t->unit = (uint8_t)unit;
    t->to = (int16_t)(at + 2);
}

static bool named_noun(const dem_token *t)
{
    return t->rel == DEM_REL_nummod || t->rel == DEM_REL_compound || t->rel == DEM_REL_amod ||
           t->rel == DEM_REL_nmod_desc || t->rel == DEM_REL_nmod_poss;
}

/* "the 15th test this year", "so far this year": counted within it */
static bool counts(const time_scan *z, const dem_time *t)
{
    enum { REACH = 5 }; /* "the 15th North Korean missile test" */
    bool within = (t->kind == DEM_DATED_UNIT && t->count == 0) || t->kind == DEM_DATED_PAST || t->since ||
                  (t->kind == DEM_DATED_AGO && t->count > 0);
    if (!within) return false;
    if (time_is(z, t->from - 1, "far") && time_is(z, t->from - 2, "so")) return true;
    for (int i = t->from; i < t->to; i++) {
        int h = z->s->tok[i].head;
        if (h < 0 || (h >= t->from && h < t->to)) continue;
        for (int k = h - 1; k >= 0 && k >= h - REACH; k--) {
            bool nth = time_kind(z, k) == DEM_TIME_ORDINAL || time_kind(z, k) == TIME_NTH;
            if (nth && z->s->tok[k].head > k && z->s->tok[k].head <= h) return true;
        }
    }
    return false;
}

/* "Monday's vote", "the 2019 agreement", "the May talks": of that noun. */
static bool is_label(const time_scan *z, const dem_time *t)
{
    if (time_is(z, t->to, "'s") || time_is(z, t->to, "\xe2\x80\x99s") || time_is(z, t->to, "'")) return true;
    bool counted = t->kind == DEM_DATED_UNIT || t->kind == DEM_DATED_PAST || t->kind == DEM_DATED_AGO ||
                   t->kind == DEM_DATED_COUNTED;
    for (int i = t->from; i < t->to && !counted; i++) {
        const dem_token *tok = &z->s->tok[i];
        bool out = tok->head >= 0 && (tok->head < t->from || tok->head >= t->to);
        if (!out) continue;
        /* "On Sunday Russia shelled the town": the tree has it a compound of the name behind it. */
        bool name = z->s->tok[tok->head].upos == DEM_UPOS_PROPN && !t->at.year && t->kind != DEM_DATED_NAMED;
        return tok->head >= t->to && named_noun(tok) && !name;
    }
    return false;
}

static void look_around(const time_scan *z, dem_time *t)
{
    int before = t->from - 1 - time_is(z, t->from - 1, "the");
    t->since = time_is(z, before, "since");
    t->until = time_is(z, before, "until") || time_is(z, before, "till");
    t->by = time_is(z, before, "by");
    t->label = is_label(z, t);
    t->counts = counts(z, t);
}

/* "every Monday", "each year": a habit, no day */
static bool habit(const time_scan *z, int i)
{
    return time_is(z, i - 1, "every") || time_is(z, i - 1, "each");
}

static bool begins(const time_scan *z, int i, dem_time *t)
{
    if (time_kind(z, i) == 0 && !time_is(z, i, "the") && !time_is(z, i, "same") && !time_is(z, i, "half"))
        return false;
    return !habit(z, i) &&
           (time_period(z, i, t) || time_calendar(z, i, t) || time_relative(z, i, t) || time_weekday(z, i, t));
}

/* "overnight on Sunday", "this morning, Monday": the day that is named says more */
static bool says_less(const dem_time *a, const dem_time *b)
{
    return a->kind == DEM_DATED_TODAY && a->count == 0 && b->kind == DEM_DATED_WEEKDAY && b->from <= a->to + 1;
}

void dem_times_find(const dem_lexicon *lex, dem_arena *arena, const dem_sentence *s, dem_times *out)
{
    bool any;
    time_scan z = {lex, s, time_words(lex, arena, s, &any), (int)s->n};
    size_t first = out->n;
    for (int i = 0; any && i < z.n;) {
        dem_time t;
        if (!begins(&z, i, &t)) {
            i++;
            continue;
        }
        time_which_behind(&z, &t);
        look_around(&z, &t);
        if (out->n > first && says_less(&out->at[out->n - 1], &t)) out->n--;
        dem_vec_push(arena, out, t);
        i = t.to > i ? t.to : i + 1;
    }
}

dem_span dem_time_span(const dem_sentence *s, const dem_time *t)
{
    return (dem_span){s->tok[t->from].start, s->tok[t->to - 1].end};
}

const char *dem_time_kind_name(unsigned kind)
{
    static const char *const NAMES[] = {"date",   "weekday", "from today", "unit",   "past span",
                                        "ago",    "counted", "the same",   "season", "quarter",
                                        "decade", "century", "named day"};
    return kind < sizeof NAMES / sizeof *NAMES ? NAMES[kind] : "";
}
