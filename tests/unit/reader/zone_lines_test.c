/* What a line by itself shows: zone_traits_of_line and zone_traits_of_words of reader/zone_traits.h. */
#include "zone_sample.h"

static const struct {
    const char *line;
    unsigned trait;
    bool wanted;
} CASES[] = {
    {"Home", ZT_words_1, true},
    {"Home and garden", ZT_words_4, true},
    {"Home and garden", ZT_words_1, false},
    {"The army took the port on Monday.", ZT_full, true},
    {"The army took the port", ZT_full, false},
    {"The army took the port", ZT_headish, true},
    {"Army Takes Port In The North", ZT_title_case, true},
    {"ARMY TAKES PORT", ZT_shouted, true},
    {"army takes port", ZT_starts_lower, true},
    {"12 ministers resign", ZT_starts_digit, true},
    {"\xE2\x80\x9CWe stay\xE2\x80\x9D, they said", ZT_starts_quote, true},
    {"\xE2\x80\xA2 Five things to know", ZT_starts_dash, true},
    {"[Video: the port]", ZT_all_bracket, true},
    {"Read on [Video: the port]", ZT_all_bracket, false},
    {"What we know:", ZT_ends_colon, true},
    {"It goes on and on...", ZT_ends_ellipsis, true},
    {"World | Europe", ZT_has_bar, true},
    {"\xC2\xA9 2020 Example", ZT_has_copyright, true},
    {"See www.example.org", ZT_has_address, true},
    {"\xE2\x86\x92 next", ZT_has_symbol, true},
    {"The ship in the bay.Credit: Jane Doe", ZT_credit_behind, true},
    {"The ship in the bay. Photograph: Example", ZT_credit_behind, true},
    {"The bank gave them credit", ZT_credit_behind, false},
    {"Two ships leave the bay, Wednesday, Nov. 20, 2019.", ZT_full_date, true},
    {"On Saturday he came back. On April 14, 2014, he had left.", ZT_full_date, false},
    {"In November 2019 they left.", ZT_full_date, false},
    {"Jane Doe is a senior reporter in Freedonia.", ZT_biography, true},
    {"The reporter is in prison in Freedonia.", ZT_biography, false},
    {"Share this with friends", ZT_begins_share, true},
    {"They share the water", ZT_begins_share, false},
    {"They share the water", ZT_w_share, true},
    {"Subscribe to our newsletter", ZT_order_page, true},
    {"Read the whole article", ZT_full_piece, true},
    {"Your subscription ends the story", ZT_subscribe_piece, true},
    {"The treaty ended the war", ZT_subscribe_piece, false},
    {"The minister said so.", ZT_no_past, false},
    {"Terms of use and privacy settings of the website", ZT_two_classes, true},
    {"The soldiers stand in front of the palace", ZT_shows, true},
    {"The soldiers stand in front of the palace, he said", ZT_shows, false},
    {"Continue reading", ZT_r_phrase, true},
    {"Continue reading", ZT_r_paywall, true},
    {"Related links", ZT_opens, true},
    {"stormy_petrel", ZT_handle, true},
};

static void test_lines(void **state)
{
    (void)state;
    dem_arena a = {0};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        zone_units us = sample_lines(&a, CASES[i].line);
        zone_traits t = {0};
        check_int(CASES[i].line, us.n, 1);
        zone_traits_of_line(&us.at[0], &t);
        check_int(CASES[i].line, zone_trait_has(&t, CASES[i].trait), CASES[i].wanted);
    }
    dem_arena_release(&a);
}

/* Of a sentence inside a line no rule has spoken. */
static void test_words_only(void **state)
{
    (void)state;
    dem_arena a = {0};
    zone_units us = sample_lines(&a, "Continue reading");
    zone_traits t = {0};
    zone_traits_of_words(&us.at[0], &t);
    check_int("the words", zone_trait_has(&t, ZT_begins_subscribe), true);
    check_int("no rule", zone_trait_has(&t, ZT_r_phrase), false);
    dem_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_lines), cmocka_unit_test(test_words_only)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
