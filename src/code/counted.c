/* code/counted.c - see counted.h. Days carry forward only, and only where a word says so. */
#include "code/counted.h"
#include "code/noun.h"
#include "code/words.h"

/* The newest act of the report with a day of its own; of the kind that noun `n` names, if n >= 0. */
static const dem_event *told_act(const dem_coding *c, const dem_sentence *s, int n)
{
    for (size_t i = c->n_past; i-- > 0;) {
        const dem_event *e = &c->past[i];
        bool same = n < 0 || dem_noun_tells(c->rules, &s->tok[n], e->type);
        if (e->precision == DEM_PRECISION_DAY && same) return e;
    }
    return NULL;
}

dem_date dem_counted_told(const dem_coding *c, const dem_sentence *s, int n)
{
    const dem_event *e = told_act(c, s, n);
    return e ? e->date : DEM_DATE_NONE;
}

static dem_time_anchor plain(const dem_coding *c, bool future)
{
    return (dem_time_anchor){.day = c->report->day,
                             .written = c->written,
                             .told = DEM_DATE_NONE,
                             .behind = DEM_DATE_NONE,
                             .future = future,
                             .south = c->south,
                             .month_first = c->month_first,
                             .country = c->focus};
}

/* The day that an expression gives by itself; DEM_DATE_NONE if it gives none, or a longer time. */
static dem_date day_of(const dem_coding *c, const dem_time *t)
{
    dem_days d;
    dem_time_anchor a = plain(c, false);
    bool day = !t->until && !t->by && !t->label && dem_time_resolve(c->rules->lex, t, &a, &d);
    return day && d.precision == DEM_PRECISION_DAY ? d.first : DEM_DATE_NONE;
}

/* The day that the text tells of when it comes to expression `k`: of the last act, or of the last expression, whichever
 * stands nearer. */
static dem_date narrated(const dem_coding *c, uint32_t sentence, size_t k)
{
    enum { REACH = 2 }; /* sentences */
    const dem_event *e = told_act(c, NULL, -1);
    uint32_t floor = sentence > REACH ? sentence - REACH : 0;
    if (e && e->sentence >= floor) floor = e->sentence;
    for (uint32_t i = sentence + 1; i-- > floor;) {
        for (size_t n = i == sentence ? k : c->times[i].n; n-- > 0;) {
            dem_date d = day_of(c, &c->times[i].at[n]);
            if (d != DEM_DATE_NONE) return d;
        }
    }
    return e ? e->date : DEM_DATE_NONE;
}

/* The day of what stands behind "a week after": a date, a known anchor, or a noun whose act the report has told. */
static dem_date behind(const dem_coding *c, uint32_t sentence, size_t k)
{
    enum { REACH = 8 };
    const dem_sentence *s = &c->sentence[sentence];
    const dem_times *times = &c->times[sentence];
    int from = times->at[k].behind, to = from + REACH, noun = -1;
    dem_date anchor = DEM_DATE_NONE, last;
    dem_str *word = dem_words_forms(c->arena, s);
    for (int i = from; i < (int)s->n && i < to && s->tok[i].upos != DEM_UPOS_PUNCT; i++) {
        uint32_t len = 0;
        for (size_t n = k + 1; n < times->n; n++)
            if (times->at[n].from == i) {
                dem_date d = day_of(c, &times->at[n]);
                if (d != DEM_DATE_NONE) return d;
            }
        if (s->tok[i].upos == DEM_UPOS_VERB) break;
        if (noun < 0 && s->tok[i].upos == DEM_UPOS_NOUN) noun = i;
        bool known = anchor == DEM_DATE_NONE &&
                     dem_lexicon_anchor(c->rules->lex, word + i, s->n - (uint32_t)i, &anchor, &last, &len);
        if (known && anchor != last) anchor = DEM_DATE_NONE; /* a period has no day */
    }
    if (anchor != DEM_DATE_NONE) return anchor;
    return noun >= 0 ? dem_counted_told(c, s, noun) : DEM_DATE_NONE;
}

dem_time_anchor dem_counted_from(const dem_coding *c, uint32_t sentence, size_t k, bool future)
{
    dem_time_anchor a = plain(c, future);
    const dem_time *t = &c->times[sentence].at[k];
    bool counted = t->kind == DEM_DATED_COUNTED || t->kind == DEM_DATED_SAME;
    if (!counted) return a;
    if (t->behind < 0) a.told = narrated(c, sentence, k);
    else if (t->kind == DEM_DATED_SAME) a.behind = dem_counted_told(c, &c->sentence[sentence], t->behind);
    else a.behind = behind(c, sentence, k);
    return a;
}
