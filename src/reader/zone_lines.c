/* reader/zone_lines.c - what a line by itself shows of being the report or not: its shape, its words, what the rules say. */
#include "base/utf8.h"
#include "reader/zone_traits.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* --- words ------------------------------------------------------------------------------------------- */

typedef struct pair {
    uint32_t class;
    uint16_t trait;
} pair;

static void set_all(zone_traits *t, uint32_t classes, const pair *pairs, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (classes & pairs[i].class) zone_trait_set(t, pairs[i].trait);
}

/* What page and reader have to do with each other takes words of two kinds. */
static void add_pairs(const zone_words *c, zone_traits *t)
{
    bool order = c->first & W_ORDER, piece = c->all & W_PIECE, reader = c->all & (W_YOU | W_WE);
    if (order && piece) zone_trait_set(t, ZT_order_piece);
    if (order && reader) zone_trait_set(t, ZT_order_reader);
    if (order && c->all & W_PAGE) zone_trait_set(t, ZT_order_page);
    if (piece && c->all & W_SUBSCRIBE) zone_trait_set(t, ZT_subscribe_piece);
    if (piece && reader) zone_trait_set(t, ZT_reader_piece);
    if (piece && c->all & W_FULL) zone_trait_set(t, ZT_full_piece);
    if (c->first & W_YOU) zone_trait_set(t, ZT_begins_you);
    if (!(c->all & (W_SAY | W_PAST))) zone_trait_set(t, ZT_no_past);
}

static void add_words(const zone_unit *u, zone_traits *t)
{
    static const pair ANY[] = {{W_SHARE, ZT_w_share},
                               {W_SUBSCRIBE, ZT_w_subscribe},
                               {W_LETTER, ZT_w_letter},
                               {W_LEGAL, ZT_w_legal},
                               {W_PICTURE, ZT_w_picture},
                               {W_SITE, ZT_w_site},
                               {W_COMMENT, ZT_w_comment},
                               {W_MORE, ZT_w_more},
                               {W_AD, ZT_w_ad},
                               {W_WRITER, ZT_w_writer},
                               {W_DATE, ZT_w_date},
                               {W_SAY, ZT_w_say},
                               {W_PAST, ZT_w_past},
                               {W_YOU, ZT_w_you},
                               {W_WE, ZT_w_we},
                               {W_I, ZT_w_i},
                               {W_PLACE_IN_PICTURE, ZT_w_place_in_picture},
                               {W_PIECE, ZT_w_piece},
                               {W_FULL, ZT_w_full}};
    static const pair FIRST[] = {{W_ORDER, ZT_begins_order},         {W_SHARE, ZT_begins_share},
                                 {W_SUBSCRIBE, ZT_begins_subscribe}, {W_PICTURE, ZT_begins_picture},
                                 {W_MORE, ZT_begins_more},           {W_WRITER, ZT_begins_writer},
                                 {W_COMMENT, ZT_begins_comment},     {W_DATE, ZT_begins_date}};
    zone_words c = u->about;
    set_all(t, c.all, ANY, COUNT(ANY));
    set_all(t, c.first, FIRST, COUNT(FIRST));
    if (c.last & W_PICTURE) zone_trait_set(t, ZT_ends_picture);
    if (c.small * 4 >= c.words) zone_trait_set(t, ZT_w_small);
    if (c.small == 0) zone_trait_set(t, ZT_w_none);
    int classes = __builtin_popcount(c.all & W_PAGE);
    if (classes == 2) zone_trait_set(t, ZT_two_classes);
    if (classes > 2) zone_trait_set(t, ZT_three_classes);
    add_pairs(&c, t);
    if (u->upper <= 1) zone_trait_set(t, ZT_no_names);
    if (c.full_date) zone_trait_set(t, ZT_full_date);
    if (c.biography) zone_trait_set(t, ZT_biography);
    if (c.all & (W_YOU | W_WE) && c.all & W_PAGE) zone_trait_set(t, ZT_our_words);
    if (c.all & W_PLACE_IN_PICTURE && !(c.all & (W_SAY | W_PAST))) zone_trait_set(t, ZT_shows);
}

/* --- shape ------------------------------------------------------------------------------------------- */

static void add_case(const zone_unit *u, zone_traits *t)
{
    uint32_t letters = 0, upper = 0;
    for (size_t i = 0; i < u->text.n && i < 200; i++) {
        char c = u->text.p[i];
        upper += c >= 'A' && c <= 'Z';
        letters += (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
    if (letters > 3 && upper * 4 >= letters * 3) zone_trait_set(t, ZT_shouted);
    else if (u->upper * 10 >= u->words * 7) zone_trait_set(t, ZT_title_case);
    else if (u->upper * 10 >= u->words * 4) zone_trait_set(t, ZT_mixed_case);
    if (u->lower == 0) zone_trait_set(t, ZT_no_lower);
    if (!u->starts_upper && u->lower) zone_trait_set(t, ZT_starts_lower);
}

static void add_ends(const zone_unit *u, zone_traits *t)
{
    dem_str s = u->fold;
    if (s.p[0] >= '0' && s.p[0] <= '9') zone_trait_set(t, ZT_starts_digit);
    if (s.p[0] == '"') zone_trait_set(t, ZT_starts_quote);
    if (s.p[0] == '-' || s.p[0] == '*' || dem_str_starts(s, DEM_STR("\xE2\x80\xA2")))
        zone_trait_set(t, ZT_starts_dash);
    bool opens = s.p[0] == '(' || s.p[0] == '[', closes = u->last == ')' || u->last == ']';
    if (opens) zone_trait_set(t, ZT_starts_bracket);
    if (closes) zone_trait_set(t, ZT_ends_bracket);
    if (opens && closes) zone_trait_set(t, ZT_all_bracket);
    if (u->last == ':') zone_trait_set(t, ZT_ends_colon);
    if (u->last == ',' || u->last == ';') zone_trait_set(t, ZT_ends_comma);
    if (u->last == '?') zone_trait_set(t, ZT_ends_question);
    if (u->last == '!') zone_trait_set(t, ZT_ends_exclamation);
    if (dem_str_ends(s, DEM_STR("...")) || dem_str_ends(s, DEM_STR("\xE2\x80\xA6")))
        zone_trait_set(t, ZT_ends_ellipsis);
}

/* Arrows, boxes, marks and pictures. */
static bool is_symbol(uint32_t c)
{
    return (c >= 0x2190 && c < 0x2C00) || c == 0xBB || c == 0xAB || c == 0x203A || c >= 0x1F000;
}

static void add_signs(const zone_unit *u, zone_traits *t)
{
    for (size_t at = 0; at < u->fold.n;) {
        uint32_t c = dem_utf8_next(u->fold, &at);
        if (c >= 'a' && c <= 'z') continue;
        if (c >= '0' && c <= '9') zone_trait_set(t, ZT_has_digits);
        else if (c == '|' || c == 0xB7 || c == 0x2022) zone_trait_set(t, ZT_has_bar);
        else if (c == 0xA9) zone_trait_set(t, ZT_has_copyright);
        else if (c == '@') zone_trait_set(t, ZT_has_at);
        else if (c == '#') zone_trait_set(t, ZT_has_hash);
        else if (c == '/') zone_trait_set(t, ZT_has_slash);
        else if (c == '"') zone_trait_set(t, ZT_has_quote);
        else if (c >= 0x80 && is_symbol(c)) zone_trait_set(t, ZT_has_symbol);
    }
    static const dem_str ADDRESS[] = {{"http", 4}, {"www.", 4}, {".com", 4}, {".org", 4}};
    for (size_t i = 0; i < COUNT(ADDRESS); i++)
        if (dem_str_find(u->fold, ADDRESS[i]) < u->fold.n) zone_trait_set(t, ZT_has_address);
}

/* "... in May.Credit: Jane Doe", "... a joint. Photograph: Example Press" */
static void add_credit(const zone_unit *u, zone_traits *t)
{
    static const dem_str CREDIT[] = {{"credit:", 7}, {"photo:", 6},    {"photograph:", 11}, {"picture:", 8},
                                     {"image:", 6},  {"photo by ", 9}, {"credit -", 8},     {"photos:", 7}};
    enum { NEAR = 70 };
    dem_str tail = dem_str_sub(u->fold, u->fold.n > NEAR ? u->fold.n - NEAR : 0, u->fold.n);
    for (size_t i = 0; i < COUNT(CREDIT); i++)
        if (dem_str_find(tail, CREDIT[i]) < tail.n) zone_trait_set(t, ZT_credit_behind);
}

static void add_shape(const zone_unit *u, zone_traits *t)
{
    ZONE_TRAIT_STEP(t, ZT_words_1, u->words, 1, 2, 4, 7, 12, 20, 40);
    if (u->full) zone_trait_set(t, ZT_full);
    if (u->full && u->words >= 12) zone_trait_set(t, ZT_full_long);
    if (zone_is_running(u)) zone_trait_set(t, ZT_running);
    if (zone_is_headish(u)) zone_trait_set(t, ZT_headish);
    if (dem_str_find(u->fold, DEM_STR(". ")) < u->fold.n) zone_trait_set(t, ZT_sentences);
    add_credit(u, t);
    if (u->lower && u->upper * 2 > u->words && memchr(u->text.p, ',', u->text.n))
        zone_trait_set(t, ZT_has_comma_names);
}

/* --- rules ------------------------------------------------------------------------------------------- */

static void add_rules(const zone_unit *u, zone_traits *t)
{
    static const uint16_t BY[] = {[ZONE_BY_NONE] = ZT_always,
                                  [ZONE_BY_PHRASE] = ZT_r_phrase,
                                  [ZONE_BY_SHAPE] = ZT_r_shape,
                                  [ZONE_BY_TITLE] = ZT_r_title,
                                  [ZONE_BY_THREAD] = ZT_r_thread,
                                  [ZONE_BY_OPENER] = ZT_r_phrase,
                                  [ZONE_BY_COMMENTS] = ZT_r_comments_section,
                                  [ZONE_BY_LIST] = ZT_r_list_section,
                                  [ZONE_BY_TITLES] = ZT_r_titles_section,
                                  [ZONE_BY_MENU] = ZT_r_menu,
                                  [ZONE_BY_HEADING] = ZT_r_heading,
                                  [ZONE_BY_TAIL] = ZT_r_tail};
    static const uint16_t KIND[DEM_ZONE_COUNT] = {ZT_always,        ZT_always,    ZT_r_paywall, ZT_r_comment,
                                                  ZT_r_boilerplate, ZT_r_caption, ZT_r_related};
    bool itself = u->by == ZONE_BY_PHRASE || u->by == ZONE_BY_SHAPE || u->by == ZONE_BY_OPENER;
    zone_trait_set(t, BY[u->by]);
    if (itself) zone_trait_set(t, KIND[u->kind]);
    if (itself && u->words <= 6) zone_trait_set(t, ZT_r_short);
    if (zone_opens(u)) zone_trait_set(t, ZT_opens);
    if (zone_is_talk(u)) zone_trait_set(t, ZT_talk);
    if (zone_is_handle(u)) zone_trait_set(t, ZT_handle);
}

void zone_traits_of_words(const zone_unit *u, zone_traits *t)
{
    zone_trait_set(t, ZT_always);
    add_shape(u, t);
    add_case(u, t);
    add_ends(u, t);
    add_signs(u, t);
    add_words(u, t);
}

void zone_traits_of_line(const zone_unit *u, zone_traits *t)
{
    zone_traits_of_words(u, t);
    add_rules(u, t);
}
