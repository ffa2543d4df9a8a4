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

static uint32_t classes_of(dem_str word)
{
    enum { LONGEST = 14 };
    size_t low = 0, high = COUNT(WORDS);
    if (word.n > LONGEST) return 0;
    while (low < high) {
        size_t mid = (low + high) / 2;
        int order = (unsigned char)word.p[0] - (unsigned char)WORDS[mid].word.p[0];
        if (order == 0) order = dem_str_cmp(word, WORDS[mid].word);
        if (order == 0) return WORDS[mid].classes;
        if (order > 0) low = mid + 1;
        else high = mid;
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

zone_words zone_words_count(dem_str fold)
{
    zone_words c = {0};
    for (dem_str word; c.words < ZONE_COUNTED && zone_next_word(&fold, &word);) {
        dem_str bare = zone_bare(word);
        if (bare.n == 0) continue;
        c.last = classes_of(bare);
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
