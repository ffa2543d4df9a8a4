/* The place of an act: code/where.h, codebook 12.10. */
#include "../base/check.h"
#include "code/where.h"
#include "tree.h"

static void test_where(void **state)
{
    const world *w = *state;
    static const struct {
        const char *why, *tree, *pred, *want;
    } CASES[] = {
        {"12.10 in a city",
         "Russia/NNP>met:nsubj met/VBD=meet China/NNP>met:obj in/IN Istanbul/NNP>met:obl ./.", "met",
         "Istanbul TUR 41.01 28.97"},
        {"12.10 in a country",
         "Russia/NNP>met:nsubj met/VBD=meet China/NNP>met:obj in/IN Turkey/NNP>met:obl ./.", "met",
         "Turkey TUR"},
        {"12.10 the most specific",
         "Russia/NNP>met:nsubj met/VBD=meet China/NNP>met:obj in/IN Turkey/NNP>met:obl in/IN "
         "Istanbul/NNP>met:obl ./.",
         "met", "Istanbul TUR 41.01 28.97"},
        {"12.10 an attacked place is a location",
         "Russia/NNP>shelled:nsubj shelled/VBD Kharkiv/NNP>shelled:obj ./.", "shelled",
         "Kharkiv UKR 50.00 36.23"},
        {"12.10 coordinates may be unknown", "Russia/NNP>shelled:nsubj shelled/VBD Odesa/NNP>shelled:obj ./.",
         "shelled", "Odesa UKR"},
        {"12.10 a place without a preposition is none",
         "Russia/NNP>met:nsubj met/VBD=meet China/NNP>met:obj ./.", "met", "nowhere"},
        {"12.10 another clause's place is not this one's",
         "Russia/NNP>met:nsubj met/VBD=meet China/NNP>met:obj after/IN>slept:mark Poland/NNP>slept:nsubj "
         "slept/VBD=sleep>met:advcl in/IN "
         "Istanbul/NNP>slept:obl ./.",
         "met", "nowhere"},
        {"12.10 not where it was announced",
         "Russia/NNP>said:nsubj said/VBD=say in/IN Istanbul/NNP>said:obl it/PRP>met:nsubj "
         "met/VBD=meet>said:ccomp China/NNP>met:obj ./.",
         "met", "nowhere"},
        {"12.10 in the city of",
         "Russia/NNP>met:nsubj met/VBD=meet China/NNP>met:obj in/IN>city:case the/DT city/NN>met:obl "
         "of/IN>Istanbul:case "
         "Istanbul/NNP>city:nmod ./.",
         "met", "Istanbul TUR 41.01 28.97"},
        {"12.10 in the capital of a country, by its adjective",
         "Russia/NNP>met:nsubj met/VBD=meet China/NNP>met:obj in/IN>capital:case the/DT "
         "Polish/JJ capital/NN>met:obl ./.",
         "met", "Polish capital POL"},
        {"12.10 about a city is not in it",
         "Russia/NNP>met:nsubj met/VBD=meet China/NNP>met:obj about/IN>city:case the/DT city/NN>met:obl "
         "of/IN>Istanbul:case Istanbul/NNP>city:nmod ./.",
         "met", "nowhere"},
        {"12.10 an adjective is no place",
         "Russia/NNP>met:nsubj met/VBD=meet China/NNP>met:obj in/IN Polish/JJ rain/NN>met:obl ./.", "met",
         "nowhere"},
    };
    int failed = 0;
    dem_buf got = {0};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        tree t;
        dem_candidate k;
        bool blocked;
        tree_read(&t, CASES[i].why, "2025-03-18", CASES[i].tree);
        tree_prepare(&t, w);
        assert_true(dem_match(&t.coding, 0, tree_token(&t, 0, CASES[i].pred), DEM_POS_VERB, false, &k, &blocked));
        dem_place p = dem_where_of(&t.coding, &k, -1);
        dem_buf_clear(&got);
        dem_buf_addf(&got, "%.*s", DEM_STR_ARG(p.name.n ? p.name : DEM_STR("nowhere")));
        if (p.country[0]) dem_buf_addf(&got, " %s", p.country);
        if (p.has_point) dem_buf_addf(&got, " %.2f %.2f", p.lat, p.lon);
        note_check(&failed, CASES[i].why, &got, CASES[i].want);
        if (p.name.n) check_str(CASES[i].why, dem_str_sub(t.report.text, p.span.start, p.span.end), dem_arena_str(&t.arena, p.name).p);
        tree_free(&t);
    }
    dem_buf_release(&got);
    assert_int_equal(failed, 0);
}

static void test_verb(void **state)
{
    const world *w = *state;
    tree t;
    dem_candidate k;
    bool blocked;
    tree_read(&t, "light", "2025-03-18", "Russia/NNP>held:nsubj held/VBD=hold talks/NNS>held:obj with/IN China/NNP>talks:nmod in/IN "
         "Istanbul/NNP>held:obl ./.");
    tree_prepare(&t, w);
    assert_true(dem_match(&t.coding, 0, tree_token(&t, 0, "talks"), DEM_POS_NOUN, false, &k, &blocked));
    check_str("a light verb places its noun", dem_where_of(&t.coding, &k, tree_token(&t, 0, "held")).name, "Istanbul");
    tree_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_where), cmocka_unit_test(test_verb)};
    return cmocka_run_group_tests(tests, world_open, world_close);
}
