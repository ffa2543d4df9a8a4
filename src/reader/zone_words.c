/* reader/zone_words.c - see zone_words.h. */
#include "reader/zone_units.h"

typedef struct entry {
    uint32_t classes;
    dem_str word;
} entry;

static const entry WORDS[] = {
#define WORD(classes, word) {classes, {word, sizeof(word) - 1}},
#include "reader/zone_words.def"
};

#define COUNT(a) (sizeof(a) / sizeof *(a))

enum { SLOTS = 2048 /* a power of two, some times the words */ };

struct zone_lexicon {
    uint16_t slot[SLOTS]; /* index in WORDS plus one; 0: free */
};

_Static_assert(COUNT(WORDS) * 3 < SLOTS, "enough slots are free");

static uint32_t slot_of(dem_str word)
{
    const unsigned char *p = (const unsigned char *)word.p;
    uint32_t h = p[0] | (uint32_t)p[word.n / 2] << 8 | (uint32_t)p[word.n - 1] << 16 | (uint32_t)word.n << 24;
    return (h * 2654435769u >> 16) % SLOTS;
}

const zone_lexicon *zone_lexicon_make(dem_arena *arena)
{
    zone_lexicon *x = dem_arena_new(arena, zone_lexicon);
    for (size_t i = 0; i < COUNT(WORDS); i++) {
        uint32_t at = slot_of(WORDS[i].word);
        while (x->slot[at]) at = (at + 1) % SLOTS;
        x->slot[at] = (uint16_t)(i + 1);
    }
    return x;
}

static uint32_t classes_of(const zone_lexicon *x, dem_str word)
{
    for (uint32_t at = slot_of(word); x->slot[at]; at = (at + 1) % SLOTS) {
        const entry *e = &WORDS[x->slot[at] - 1];
        if (dem_str_eq(e->word, word)) return e->classes;
    }
    return 0;
}

enum { DATE_NONE, DATE_WEEKDAY, DATE_MONTH, DATE_YEAR };

/* The classes do not tell weekdays from months: the endings do. */
static uint32_t date_part(dem_str word, uint32_t classes)
{
    bool digits = word.n == 4 && (dem_str_starts(word, DEM_STR("19")) || dem_str_starts(word, DEM_STR("20")));
    if (digits) return DATE_YEAR;
    if (!(classes & W_DATE)) return DATE_NONE;
    static const dem_str MONTHS = {"jan feb mar apr may jun jul aug sep oct nov dec", 47};
    if (word.n > 3 && dem_str_ends(word, DEM_STR("day"))) return DATE_WEEKDAY;
    return word.n >= 3 && dem_str_find(MONTHS, dem_str_sub(word, 0, 3)) < MONTHS.n ? DATE_MONTH : DATE_NONE;
}

/* "Wednesday, Nov. 20, 2019": in this order, with nothing but numbers between. */
static void look_for_date(zone_words *c, dem_str word)
{
    uint32_t part = date_part(word, c->last);
    if (part == DATE_WEEKDAY || (part && part == c->date + 1)) c->date = part;
    else if (!(word.p[0] >= '0' && word.p[0] <= '9')) c->date = DATE_NONE;
    if (c->date == DATE_YEAR) c->full_date = true;
}

/* "Jane Doe is a reporter ...": early in the line, and the word for what somebody is soon behind. */
static void look_for_biography(zone_words *c, dem_str word)
{
    if (c->words >= 2 && c->words <= 6 && dem_str_is(word, "is")) c->is = true;
    if (c->is && c->words <= 14 && c->last & W_WRITER) c->biography = true;
}

zone_words zone_words_count(const zone_lexicon *x, dem_str fold)
{
    zone_words c = {0};
    for (dem_str word; c.words < ZONE_COUNTED && zone_next_word(&fold, &word);) {
        dem_str bare = zone_bare(word);
        if (bare.n == 0) continue;
        c.last = classes_of(x, bare);
        look_for_date(&c, bare);
        look_for_biography(&c, bare);
        if (c.words++ == 0) c.first = c.last;
        c.all |= c.last;
        c.small += (c.last & W_SMALL) != 0;
        c.english += (c.last & W_ENGLISH) != 0;
        c.others += (c.last & W_OTHER) != 0;
    }
    return c;
}
