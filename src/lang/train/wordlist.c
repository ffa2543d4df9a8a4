/* lang/train/wordlist.c - the word list and the regular inflections of English. */
#include "lang/train/wordlist.h"
#include "base/map.h"
#include "record/sentence.h"
#include <stdio.h>

typedef struct list {
    dem_wordlist *out;
    dem_map irregular; /* lemma + kind: has an exception of that kind */
} list;

static bool slurp(const char *folder, const char *name, dem_buf *b)
{
    dem_buf path = {0};
    dem_buf_addf(&path, "%s/%s", folder, name);
    FILE *f = fopen(path.p, "rb");
    dem_buf_release(&path);
    if (!f) return false;
    for (;;) {
        dem_buf_reserve(b, 1 << 16);
        size_t n = fread(b->p + b->n, 1, 1 << 16, f);
        if (!n) break;
        b->n += n;
    }
    fclose(f);
    return true;
}

static bool is_plain(dem_str w)
{
    for (size_t i = 0; i < w.n; i++)
        if (w.p[i] < 'a' || w.p[i] > 'z') return false;
    return w.n > 0;
}

static void put(list *l, dem_str form, dem_str lemma, unsigned upos, unsigned xpos)
{
    dem_inflected f = {form, lemma, (uint8_t)upos, (uint8_t)xpos};
    dem_vec_push(&l->out->arena, &l->out->forms, f);
}
static dem_str with(list *l, dem_str stem, size_t cut, const char *add)
{
    return dem_arena_printf(&l->out->arena, "%.*s%s", (int)(stem.n - cut), stem.p, add);
}

static bool vowel(char c)
{
    return c && strchr("aeiou", c);
}
static char last(dem_str w, size_t k)
{
    return w.n > k ? w.p[w.n - 1 - k] : 0;
}
/* "stop" doubles its consonant: one syllable, one vowel, one consonant that can double. */
static bool doubles(dem_str w)
{
    unsigned vowels = 0;
    for (size_t i = 0; i < w.n; i++) vowels += vowel(w.p[i]);
    return vowels == 1 && vowel(last(w, 1)) && last(w, 0) && strchr("bdfgklmnprtvz", last(w, 0));
}
/* Two syllables: both "controlled" and "visited" are possible, so both spellings are listed. */
static bool may_double(dem_str w)
{
    return w.n > 4 && vowel(last(w, 1)) && !vowel(last(w, 2)) && last(w, 0) && strchr("bdgklmnprt", last(w, 0));
}
static bool hisses(dem_str w)
{
    char c = last(w, 0), d = last(w, 1);
    return c == 's' || c == 'x' || c == 'z' || (c == 'h' && (d == 's' || d == 'c'));
}

static dem_str plus_s(list *l, dem_str w)
{
    if (hisses(w) || (last(w, 0) == 'o' && !vowel(last(w, 1)))) return with(l, w, 0, "es");
    if (last(w, 0) == 'y' && !vowel(last(w, 1))) return with(l, w, 1, "ies");
    return with(l, w, 0, "s");
}
static dem_str plus_ed(list *l, dem_str w, bool twice)
{
    char z[] = {last(w, 0), 'e', 'd', 0};
    if (last(w, 0) == 'e') return with(l, w, 0, "d");
    if (last(w, 0) == 'y' && !vowel(last(w, 1))) return with(l, w, 1, "ied");
    return with(l, w, 0, twice ? z : "ed");
}
static dem_str plus_ing(list *l, dem_str w, bool twice)
{
    char z[] = {last(w, 0), 'i', 'n', 'g', 0};
    if (last(w, 0) == 'e' && last(w, 1) == 'i') return with(l, w, 2, "ying");
    if (last(w, 0) == 'e' && last(w, 1) && !strchr("eoy", last(w, 1))) return with(l, w, 1, "ing");
    return with(l, w, 0, twice ? z : "ing");
}

static bool is_irregular(list *l, dem_str lemma, const char *kind)
{
    return dem_map_get(&l->irregular, with(l, lemma, 0, kind)) != DEM_MAP_NONE;
}

static void verb(list *l, dem_str w)
{
    bool past = !is_irregular(l, w, "/d");
    put(l, w, w, DEM_UPOS_VERB, DEM_XPOS_VB);
    put(l, w, w, DEM_UPOS_VERB, DEM_XPOS_VBP);
    put(l, plus_s(l, w), w, DEM_UPOS_VERB, DEM_XPOS_VBZ);
    for (int twice = doubles(w); twice <= (doubles(w) || may_double(w)); twice++) {
        put(l, plus_ing(l, w, twice), w, DEM_UPOS_VERB, DEM_XPOS_VBG);
        if (!past) continue;
        put(l, plus_ed(l, w, twice), w, DEM_UPOS_VERB, DEM_XPOS_VBD);
        put(l, plus_ed(l, w, twice), w, DEM_UPOS_VERB, DEM_XPOS_VBN);
    }
}
static void noun(list *l, dem_str w)
{
    put(l, w, w, DEM_UPOS_NOUN, DEM_XPOS_NN);
    if (!is_irregular(l, w, "/s")) put(l, plus_s(l, w), w, DEM_UPOS_NOUN, DEM_XPOS_NNS);
}
static void adjective(list *l, dem_str w)
{
    put(l, w, w, DEM_UPOS_ADJ, DEM_XPOS_JJ);
}
static void adverb(list *l, dem_str w)
{
    put(l, w, w, DEM_UPOS_ADV, DEM_XPOS_RB);
}

static void verb_exception(list *l, dem_str form, dem_str lemma)
{
    bool ing = dem_str_ends(form, DEM_STR("ing")) && form.n > 4, s = last(form, 0) == 's' && form.n > lemma.n;
    if (ing) put(l, form, lemma, DEM_UPOS_VERB, DEM_XPOS_VBG);
    else if (s) put(l, form, lemma, DEM_UPOS_VERB, DEM_XPOS_VBZ);
    else {
        put(l, form, lemma, DEM_UPOS_VERB, DEM_XPOS_VBD);
        put(l, form, lemma, DEM_UPOS_VERB, DEM_XPOS_VBN);
        dem_map_put(&l->irregular, with(l, lemma, 0, "/d"), 1);
    }
}
static void noun_exception(list *l, dem_str form, dem_str lemma)
{
    put(l, form, lemma, DEM_UPOS_NOUN, DEM_XPOS_NNS);
    dem_map_put(&l->irregular, with(l, lemma, 0, "/s"), 1);
}
static void adjective_exception(list *l, dem_str form, dem_str lemma)
{
    put(l, form, lemma, DEM_UPOS_ADJ, dem_str_ends(form, DEM_STR("st")) ? DEM_XPOS_JJS : DEM_XPOS_JJR);
}

static void exceptions(list *l, dem_str text, void (*add)(list *, dem_str, dem_str))
{
    dem_str line, form, lemma;
    while (dem_str_next(&text, '\n', &line))
        if (dem_str_next(&line, ' ', &form) && dem_str_next(&line, ' ', &lemma) && is_plain(form) &&
            is_plain(lemma))
            add(l, dem_arena_str(&l->out->arena, form), dem_arena_str(&l->out->arena, lemma));
}
static void words(list *l, dem_str text, void (*add)(list *, dem_str))
{
    dem_str line, w;
    while (dem_str_next(&text, '\n', &line))
        if (dem_str_next(&line, ' ', &w) && is_plain(w)) add(l, dem_arena_str(&l->out->arena, w));
}

bool dem_wordlist_read(dem_wordlist *out, const char *folder)
{
    static const struct {
        const char *name;
        void (*add)(list *, dem_str, dem_str);
    } EXC[] = {{"verb.exc", verb_exception}, {"noun.exc", noun_exception}, {"adj.exc", adjective_exception}};
    static const struct {
        const char *name;
        void (*add)(list *, dem_str);
    } INDEX[] = {{"index.verb", verb}, {"index.noun", noun}, {"index.adj", adjective}, {"index.adv", adverb}};
    list l = {.out = out};
    dem_buf b = {0};
    dem_map_init(&l.irregular, &out->arena);
    bool ok = true;
    for (int i = 0; ok && i < 3; i++) {
        dem_buf_clear(&b);
        ok = slurp(folder, EXC[i].name, &b);
        if (ok) exceptions(&l, dem_buf_str(&b), EXC[i].add);
    }
    for (int i = 0; ok && i < 4; i++) {
        dem_buf_clear(&b);
        ok = slurp(folder, INDEX[i].name, &b);
        if (ok) words(&l, dem_buf_str(&b), INDEX[i].add);
    }
    dem_buf_release(&b);
    return ok;
}
