/* The second opinion: near misses (code/match.h), how alike words are (code/similar.h), and its verdict (code/opinion.h). */
#include "../base/check.h"
#include "code/opinion.h"
#include "code/similar.h"
#include "tree.h"
#include <math.h>

/* ---- near misses ------------------------------------------------------------------------------------------ */

static void near_note(dem_buf *b, const dem_candidate *k, uint32_t n)
{
    static const char *const FIT[] = {"", "ruled out", "present", "own", "absent", "word", "class", "code"};
    dem_buf_clear(b);
    for (uint32_t i = 0; i < n; i++)
        dem_buf_addf(b, "%s%s %s", i ? "; " : "", dem_event_name(k[i].frame->type), FIT[k[i].fit]);
    if (n == 0) dem_buf_addz(b, "none");
}

static void test_near_misses(void **state)
{
    const world *w = *state;
    static const struct {
        const char *why, *tree, *word;
        dem_pos pos;
        const char *want;
    } CASES[] = {
        {"none of the words asked for", "Poland/NNP>lifted:nsubj lifted/VBD a/DT stone/NN>lifted:obj ./.",
         "lifted", DEM_POS_VERB, "CONCEDE word; RETREAT word"},
        {"no actor of the kind asked for", "Polish/JJ troops/NNS=troops>marched:nsubj marched/VBD ./.",
         "marched", DEM_POS_VERB, "PROTEST class"},
        {"nothing fills a slot that must be filled", "Poland/NNP>lifted:nsubj lifted/VBD ./.", "lifted",
         DEM_POS_VERB, "CONCEDE absent; RETREAT absent"},
        {"a particle is no condition that may fail",
         "Russia/NNP>ruled:nsubj ruled/VBD=rule Poland/NNP>ruled:obj ./.", "ruled", DEM_POS_VERB, "none"},
        {"a word without frames has none", "Poland/NNP>dreamt:nsubj dreamt/VBD ./.", "dreamt", DEM_POS_VERB,
         "none"},
    };
    int failed = 0;
    dem_buf got = {0};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        tree t;
        dem_candidate k[DEM_EVENT_COUNT];
        tree_read(&t, CASES[i].why, "2025-03-18", CASES[i].tree);
        tree_prepare(&t, w);
        uint32_t n =
            dem_match_near(&t.coding, 0, tree_token(&t, 0, CASES[i].word), CASES[i].pos, k, DEM_EVENT_COUNT);
        near_note(&got, k, n);
        note_check(&failed, CASES[i].why, &got, CASES[i].want);
        for (uint32_t x = 0; x < n; x++) assert_non_null(k[x].unfit);
        tree_free(&t);
    }
    dem_buf_release(&got);
    assert_int_equal(failed, 0);
}

static void test_at_most_as_many_as_fit(void **state)
{
    tree t;
    dem_candidate k[1];
    tree_read(&t, "one of two", "2025-03-18",
              "Poland/NNP>lifted:nsubj lifted/VBD a/DT stone/NN>lifted:obj ./.");
    tree_prepare(&t, *state);
    assert_int_equal(dem_match_near(&t.coding, 0, 1, DEM_POS_VERB, k, 1), 1);
    tree_free(&t);
}

/* ---- words ------------------------------------------------------------------------------------------------- */

/* "a" and "b" point the same way, "c" the other, "z" nowhere; nothing else is known. */
static const uint8_t *toy_vector(const void *of, dem_str word)
{
    static uint8_t v[DEM_VECTOR_SIZE];
    (void)of;
    memset(v, DEM_VECTOR_ZERO, sizeof v);
    if (word.n != 1) return NULL;
    static uint8_t table[4][DEM_VECTOR_SIZE];
    memset(table, DEM_VECTOR_ZERO, sizeof table);
    table[0][3] = DEM_VECTOR_ZERO + 40;
    table[1][3] = DEM_VECTOR_ZERO + 20;
    table[2][3] = DEM_VECTOR_ZERO - 30;
    const char *found = strchr("abcz", word.p[0]);
    return found ? table[found - "abcz"] : NULL;
}

static void test_similar(void **state)
{
    const world *w = *state;
    dem_rules rules = w->rules;
    rules.vectors.find = toy_vector;
    assert_int_equal(dem_similar(&rules, DEM_STR("a"), DEM_STR("b")), 100);
    assert_int_equal(dem_similar(&rules, DEM_STR("a"), DEM_STR("c")), -100);
    assert_int_equal(dem_similar(&rules, DEM_STR("a"), DEM_STR("z")), DEM_SIMILAR_UNKNOWN);
    assert_int_equal(dem_similar(&rules, DEM_STR("a"), DEM_STR("q")), DEM_SIMILAR_UNKNOWN);
    assert_int_equal(dem_similar(&w->rules, DEM_STR("a"), DEM_STR("b")),
                     DEM_SIMILAR_UNKNOWN); /* no vectors at all */
    const dem_str words[] = {DEM_STR("c"), DEM_STR("b")};
    const dem_slot slot = {.word = words, .n_word = 2};
    assert_int_equal(dem_similar_slot(&rules, DEM_STR("a"), &slot), 100); /* the nearest counts */
}

/* ---- the verdict ------------------------------------------------------------------------------------------- */

/* The table of steps against the function that it stands for. */
static void test_percent_is_the_logistic_function(void **state)
{
    (void)state;
    dem_traits t = {.n = 0};
    assert_int_equal(dem_opinion(&t, false), 50);
    for (uint16_t i = 0; i < DEM_TRAIT_COUNT; i++) {
        t = (dem_traits){.at = {i, i, i, i}, .n = 4};
        double x = 4.0 * DEM_OPINION_WEIGHTS[0][i] / DEM_TRAITS_ONE, p = 100 / (1 + exp(-x));
        int got = dem_opinion(&t, false);
        if (fabs(got - p) > 0.7) fail_msg("trait %d: %d percent, not %.1f", i, got, p);
    }
}

int main(void)
{
    static const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(test_near_misses),
        cmocka_unit_test(test_at_most_as_many_as_fit),
        cmocka_unit_test(test_similar),
        cmocka_unit_test(test_percent_is_the_logistic_function),
    };
    return cmocka_run_group_tests(TESTS, world_open, world_close);
}
