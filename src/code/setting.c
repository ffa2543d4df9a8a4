/* code/setting.c - see setting.h. */
#include "code/setting.h"
#include "code/phrase.h"

/* The code that all readings of the hit agree on, or NULL. Roles have none. */
static const char *sure_code(const dem_hit *h, dem_date day)
{
    const char *code = NULL;
    for (uint32_t i = 0; i < h->n; i++) {
        const dem_actor *a = h->sense[i].actor;
        const char *one = a->code;
        if (a->kind == DEM_ACTOR_PERSON || a->kind == DEM_ACTOR_GROUP) {
            const dem_tenure *t = dem_actor_latest(a, day);
            one = t ? t->code : "";
        }
        if (!one[0] || (code && memcmp(code, one, 4) != 0)) return NULL;
        code = one;
    }
    return code;
}

static void count(dem_setting *st, const char *code)
{
    uint32_t i = 0;
    while (i < st->n && memcmp(st->country[i].code, code, 4) != 0) i++;
    if (i == DEM_SETTING_COUNTRIES) return;
    if (i == st->n) {
        memcpy(st->country[i].code, code, 4);
        st->country[i].named = 0;
        st->n++;
    }
    st->country[i].named++;
}

uint32_t dem_setting_named(const dem_setting *st, const char *code)
{
    for (uint32_t i = 0; i < st->n; i++)
        if (memcmp(st->country[i].code, code, 4) == 0) return st->country[i].named;
    return 0;
}

/* A name of several words: the last one stands for the person from then on. */
static void note_person(dem_setting *st, dem_arena *arena, const dem_sentence *s, const dem_hit *h)
{
    dem_str last = s->tok[h->to - 1].form;
    if (h->to - h->from < 2 || h->sense[0].actor->kind != DEM_ACTOR_PERSON) return;
    dem_vec_push(arena, &st->person, h->sense[0].actor);
    dem_vec_push(arena, &st->spelt, last);
    dem_map_put(&st->known, last, (uint32_t)st->person.n - 1);
}

static bool name_word(const dem_sentence *s, int t)
{
    return s->tok[t].upos == DEM_UPOS_PROPN && dem_phrase_capital(&s->tok[t]);
}

/* "Andrew Brunson": two words of a name or more of which the lexicon does not know the first. */
static void note_strangers(dem_setting *st, const dem_sentence *s, const dem_hits *hits)
{
    for (int i = 1; i < (int)s->n; i++) {
        bool last = i + 1 == (int)s->n || s->tok[i + 1].rel != DEM_REL_flat;
        bool joined = s->tok[i].rel == DEM_REL_flat || s->tok[i - 1].rel == DEM_REL_compound;
        if (!last || !joined || !name_word(s, i) || !name_word(s, i - 1) || hits->of[i - 1] >= 0) continue;
        dem_map_put(&st->stranger, s->tok[i].form, 0);
    }
}

/* "pro-Ortega gunmen", "anti-Kremlin fighters": evidence of a country, though not of who they are. */
static void note_prefixed(dem_setting *st, const dem_sentence *s)
{
    for (uint32_t i = 0; i < s->n; i++) {
        dem_str form = s->tok[i].form, word;
        size_t cut = dem_str_starts(form, DEM_STR("pro-")) || dem_str_starts(form, DEM_STR("Pro-"))     ? 4
                     : dem_str_starts(form, DEM_STR("anti-")) || dem_str_starts(form, DEM_STR("Anti-")) ? 5
                                                                                                        : 0;
        const dem_sense *sense = NULL;
        uint32_t n = 0;
        word = dem_str_sub(form, cut, form.n);
        if (!cut || !dem_lexicon_match(st->rules->lex, &word, 1, &sense, &n)) continue;
        dem_hit h = {.sense = sense, .n = n};
        const char *code = sure_code(&h, st->report->day);
        if (code) count(st, code);
    }
}

/* The country of the publisher, where its name is that of a known medium or holds a country's. */
static void find_publisher(dem_setting *st)
{
    enum { WORDS = 8 };
    dem_str word[WORDS], rest = st->report->publisher;
    uint32_t n = 0;
    while (n < WORDS && rest.n && dem_str_next(&rest, ' ', &word[n])) n += word[n].n > 0;
    for (uint32_t i = 0; i < n && !st->publisher[0];) {
        const dem_sense *sense = NULL;
        uint32_t n_sense = 0, len = dem_lexicon_match(st->rules->lex, word + i, n - i, &sense, &n_sense);
        dem_hit h = {.sense = sense, .n = n_sense};
        const char *code = len ? sure_code(&h, st->report->day) : NULL;
        if (code && dem_lexicon_country(st->rules->lex, code)) memcpy(st->publisher, code, 4);
        i += len ? len : 1;
    }
}

/* "NAIROBI, Kenya (AP) -": a place in capitals that begins the report. */
static void find_dateline(dem_setting *st, const dem_sentence *s, const dem_hits *hits)
{
    const dem_hit *h = s->n ? dem_hit_of(hits, 0) : NULL;
    dem_str first = s->n ? s->tok[0].form : (dem_str){NULL, 0};
    bool shouted = first.n >= 3;
    for (size_t i = 0; i < first.n; i++) shouted &= !(first.p[i] >= 'a' && first.p[i] <= 'z');
    const char *code = h && shouted ? sure_code(h, st->report->day) : NULL;
    if (code && dem_lexicon_country(st->rules->lex, code)) memcpy(st->dateline, code, 4);
}

void dem_setting_find(dem_setting *st, const dem_rules *rules, dem_arena *arena, const dem_report *report,
                      const dem_sentence *sentence, const dem_hits *hits, uint32_t n)
{
    bool begun = false;
    *st = (dem_setting){.rules = rules, .report = report};
    dem_map_init(&st->known, arena);
    dem_map_init(&st->stranger, arena);
    find_publisher(st);
    for (uint32_t i = 0; i < n; i++) {
        if (!begun && sentence[i].n) find_dateline(st, &sentence[i], &hits[i]);
        begun |= sentence[i].n > 0;
        note_strangers(st, &sentence[i], &hits[i]);
        note_prefixed(st, &sentence[i]);
        for (uint32_t k = 0; k < hits[i].n; k++) {
            const char *code = sure_code(&hits[i].at[k], report->day);
            if (code) count(st, code);
            note_person(st, arena, &sentence[i], &hits[i].at[k]);
        }
    }
}
