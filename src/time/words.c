/* time/words.c - tokens as words of time: what the lexicon says of them, and what digits may be. */
#include "time/words.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The digits at the front of *s as a number, at most `most` of them; how many there were is in *n. */
static int take_digits(dem_str *s, size_t most, uint8_t *n)
{
    int v = 0;
    *n = 0;
    while (s->n && is_digit(s->p[0]) && *n < most) {
        v = v * 10 + (s->p[0] - '0');
        *s = dem_str_sub(*s, 1, s->n);
        ++*n;
    }
    return v;
}

/* Two digits of a year: of this century up to 39, of the last above. */
static int full_year(int two)
{
    return two < 40 ? 2000 + two : 1900 + two;
}

static bool is_month(int v)
{
    return v >= 1 && v <= 12;
}
static bool is_day(int v)
{
    return v >= 1 && v <= 31;
}

/* "2024-03-18", "2024/3/18"; "18/03/2024", "3/18/2024", "18.03.2024", "18/3/24" */
static bool numeric_date(dem_str s, time_word *w)
{
    uint8_t len[3];
    int v[3];
    char sep = 0;
    for (int i = 0; i < 3; i++) {
        v[i] = take_digits(&s, 4, &len[i]);
        if (!len[i]) return false;
        if (i == 2) break;
        if (!s.n || (s.p[0] != '-' && s.p[0] != '/' && s.p[0] != '.') || (sep && s.p[0] != sep)) return false;
        sep = s.p[0];
        s = dem_str_sub(s, 1, s.n);
    }
    if (s.n) return false;
    w->kind = TIME_DATE;
    if (len[0] == 4) {
        w->at = (dem_time_parts){.year = (int16_t)v[0], .month = (int16_t)v[1], .day = (int16_t)v[2]};
        return sep != '.' && len[1] <= 2 && len[2] <= 2 && is_month(v[1]) && is_day(v[2]);
    }
    bool short_year = len[2] == 2 && sep == '/';
    if (len[0] > 2 || len[1] > 2 || (len[2] != 4 && !short_year)) return false;
    int year = len[2] == 4 ? v[2] : full_year(v[2]);
    bool day_first = is_day(v[0]) && is_month(v[1]), month_first = sep != '.' && is_month(v[0]) && is_day(v[1]);
    if (!day_first && !month_first) return false;
    w->at = (dem_time_parts){.year = (int16_t)year,
                             .month = (int16_t)(day_first ? v[1] : v[0]),
                             .day = (int16_t)(day_first ? v[0] : v[1]),
                             .ambiguous = day_first && month_first && v[0] != v[1]};
    return true;
}

static bool is_apostrophe(dem_str *s)
{
    static const char *const MARKS[] = {"'", "\xe2\x80\x99", "\xe2\x80\x98"};
    for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++)
        if (dem_str_starts(*s, dem_str_from(MARKS[i]))) {
            *s = dem_str_sub(*s, strlen(MARKS[i]), s->n);
            return true;
        }
    return false;
}

static bool from_digits(dem_str s, time_word *w)
{
    dem_str whole = s;
    bool mark = is_apostrophe(&s);
    if (!s.n || !is_digit(s.p[0])) return false;
    w->value = take_digits(&s, 4, &w->digits);
    w->kind = TIME_DIGITS;
    w->short_year = mark && w->digits == 2;
    if (w->short_year) w->value = full_year(w->value);
    if (!s.n) return !mark || w->short_year;
    bool tens = w->value % 10 == 0 && (w->short_year || w->digits == 4);
    if (tens && (dem_str_is(s, "s") || dem_str_is(s, "'s"))) {
        w->kind = TIME_TENS;
        return w->value >= 1000;
    }
    if (mark) return false;
    bool nth = dem_str_is(s, "th") || dem_str_is(s, "st") || dem_str_is(s, "nd") || dem_str_is(s, "rd");
    if (nth && w->digits <= 2) {
        w->kind = TIME_NTH;
        return true;
    }
    if (w->digits == 4 && s.n == 3 && s.p[0] == '/' && is_digit(s.p[1]) && is_digit(s.p[2])) {
        int two = (s.p[1] - '0') * 10 + s.p[2] - '0';
        w->kind = TIME_YEARS;
        w->at.month = (int16_t)(w->value - w->value % 100 + two);
        return w->at.month == w->value + 1;
    }
    return numeric_date(whole, w);
}

/* "mid-March", "early-2021", "mid-1990s": the tokenizer leaves them whole. */
static bool from_prefixed(const dem_lexicon *lex, dem_str form, time_word *w)
{
    uint32_t len = 0;
    size_t hyphen = dem_str_find(form, DEM_STR("-"));
    if (hyphen == 0 || hyphen + 1 >= form.n || hyphen > 5) return false;
    dem_str head = dem_str_sub(form, 0, hyphen), rest = dem_str_sub(form, hyphen + 1, form.n);
    dem_time_word part = dem_lexicon_time(lex, &head, 1, &len);
    if (part.class != DEM_TIME_PART) return false;
    w->part = (uint8_t)part.value;
    if (from_digits(rest, w)) return w->kind == TIME_TENS || (w->kind == TIME_DIGITS && w->digits == 4);
    dem_time_word of = dem_lexicon_time(lex, &rest, 1, &len);
    w->kind = of.class;
    w->value = of.value;
    bool capital = rest.p[0] >= 'A' && rest.p[0] <= 'Z';
    return (of.class == DEM_TIME_MONTH && capital) || of.class == DEM_TIME_SEASON;
}

/* Names are written with a capital: "may" is a modal, "march" a verb, "sat." the end of a sentence. */
static bool is_name(unsigned class)
{
    return class == DEM_TIME_MONTH || class == DEM_TIME_WEEKDAY || class == DEM_TIME_HOLIDAY;
}

static void read_token(const dem_lexicon *lex, const dem_sentence *s, const dem_str *form, uint32_t i,
                       time_word *w)
{
    uint32_t len = 0;
    dem_str f = form[i];
    *w = (time_word){.len = 1, .part = DEM_PART_WHOLE};
    if (!f.n) return;
    bool digits = is_digit(f.p[0]) || f.p[0] == '\'' || (unsigned char)f.p[0] == 0xe2;
    if (digits && from_digits(f, w)) return;
    *w = (time_word){.len = 1, .part = DEM_PART_WHOLE};
    dem_time_word known = dem_lexicon_time(lex, form + i, s->n - i, &len);
    bool capital = f.p[0] >= 'A' && f.p[0] <= 'Z';
    bool modal = known.class == DEM_TIME_MONTH && s->tok[i].xpos == DEM_XPOS_MD;
    if (len && len <= UINT8_MAX && (capital || !is_name(known.class)) && !modal) {
        w->kind = known.class;
        w->value = known.value;
        w->len = (uint8_t)len;
        return;
    }
    if (len || !memchr(f.p, '-', f.n) || from_prefixed(lex, f, w)) return;
    *w = (time_word){.len = 1, .part = DEM_PART_WHOLE};
}

/* Of these alone no expression is made. */
static bool idle(unsigned kind)
{
    return kind == 0 || kind == DEM_TIME_NUMBER || kind == DEM_TIME_ORDINAL || kind == DEM_TIME_PART ||
           kind == DEM_TIME_LATER || kind == DEM_TIME_BEHIND || kind == DEM_TIME_WHICH ||
           kind == DEM_TIME_TOLD_WHICH || kind == DEM_TIME_DAYTIME;
}

time_word *time_words(const dem_lexicon *lex, dem_arena *arena, const dem_sentence *s, bool *any)
{
    time_word *w = dem_arena_array(arena, time_word, s->n + 1);
    dem_str *form = dem_arena_array(arena, dem_str, s->n + 1);
    *any = false;
    for (uint32_t i = 0; i < s->n; i++) form[i] = s->tok[i].form;
    for (uint32_t i = 0; i < s->n; i++) {
        read_token(lex, s, form, i, &w[i]);
        *any |= !idle(w[i].kind) || dem_str_ieq(form[i], DEM_STR("same"));
    }
    return w;
}

dem_time time_new(int from, int to, dem_time_kind kind)
{
    return (dem_time){.from = (int16_t)from,
                      .to = (int16_t)to,
                      .kind = (uint8_t)kind,
                      .part = DEM_PART_WHOLE,
                      .which = DEM_TIME_NEAREST,
                      .weekday = -1,
                      .behind = -1};
}

int time_year(const time_scan *z, int i, int *to)
{
    enum { FIRST = 1000, LAST = 2999 };
    if (time_kind(z, i) != TIME_DIGITS || z->w[i].part != DEM_PART_WHOLE) return 0;
    bool full = z->w[i].digits == 4 && z->w[i].value >= FIRST && z->w[i].value <= LAST;
    if (!full && !z->w[i].short_year) return 0;
    *to = i + 1;
    return z->w[i].value;
}

bool time_before_noun(const time_scan *z, int i)
{
    const dem_token *t = &z->s->tok[i];
    bool modifies = t->rel == DEM_REL_nummod || t->rel == DEM_REL_compound || t->rel == DEM_REL_amod ||
                    t->rel == DEM_REL_nmod_desc || t->rel == DEM_REL_nmod_poss;
    return t->head > i && modifies;
}
