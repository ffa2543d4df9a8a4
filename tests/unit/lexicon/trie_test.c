/* Phrases as paths of words: what is its own key, what must be folded or cut first, what is too long. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "lexicon/trie.h"

static dem_arena arena;
static dem_map words;
static dem_trie trie;
static uint32_t root;

static int plant(void **state)
{
    (void)state;
    dem_arena_init(&arena, 0);
    dem_map_init(&words, &arena);
    dem_trie_init(&trie, &arena, &words);
    root = dem_trie_root(&trie);
    return 0;
}
static int fell(void **state)
{
    (void)state;
    dem_arena_release(&arena);
    return 0;
}

static uint32_t put(const char *phrase)
{
    return dem_trie_add_lower(&trie, root, dem_str_from(phrase));
}
static uint32_t find(const char *phrase)
{
    return dem_trie_find_lower(&trie, root, dem_str_from(phrase));
}

static void one_word(void **state)
{
    (void)state;
    const uint32_t minister = put("minister"), accent = put("coup d'état"), number = put("g20");
    assert_true(minister != DEM_NODE_NONE && accent != DEM_NODE_NONE && number != DEM_NODE_NONE);
    assert_int_equal(find("minister"), minister);
    assert_int_equal(find("Minister"), minister);
    assert_int_equal(find("-minister"), minister);
    assert_int_equal(find("G20"), number);
    assert_int_equal(find("coup d’etat"), accent);
    assert_int_equal(find("minist"), DEM_NODE_NONE);
    assert_int_equal(find("ministers"), DEM_NODE_NONE);
    assert_int_equal(find("zebra"), DEM_NODE_NONE);
}

static void several_words(void **state)
{
    (void)state;
    const uint32_t foreign = put("foreign"), both = put("foreign minister");
    assert_true(foreign != both);
    assert_int_equal(find("foreign minister"), both);
    assert_int_equal(find("Foreign-Minister"), both);
    assert_int_equal(dem_trie_find_lower(&trie, find("foreign"), DEM_STR("minister")), both);
    assert_int_equal(dem_trie_find_lower(&trie, both, DEM_STR("minister")), DEM_NODE_NONE);
    assert_int_equal(dem_trie_find_lower(&trie, DEM_NODE_NONE, DEM_STR("minister")), DEM_NODE_NONE);
    assert_int_equal(find(""), root);
    assert_int_equal(find("-"), root);
}

static void too_long(void **state)
{
    (void)state;
    char word[DEM_KEY_MAX + 1];
    memset(word, 'a', sizeof word);
    const dem_str fits = {word, DEM_KEY_MAX}, longer = {word, DEM_KEY_MAX + 1};
    const uint32_t node = dem_trie_add_lower(&trie, root, fits);
    assert_true(node != DEM_NODE_NONE);
    assert_int_equal(dem_trie_find_lower(&trie, root, fits), node);
    assert_int_equal(dem_trie_add_lower(&trie, root, longer), DEM_NODE_NONE);
    assert_int_equal(dem_trie_find_lower(&trie, root, longer), DEM_NODE_NONE);
}

static void longest(void **state)
{
    (void)state;
    uint32_t value = 0;
    const dem_str at[] = {DEM_STR("foreign"), DEM_STR("-"), DEM_STR("minister"), DEM_STR("Lavrov")};
    trie.node.at[put("foreign")].value = 7;
    trie.node.at[put("foreign minister")].value = 8;
    assert_int_equal(dem_trie_longest(&trie, root, at, 4, &value), 3);
    assert_int_equal(value, 8);
    assert_int_equal(dem_trie_longest(&trie, root, at, 2, &value), 1);
    assert_int_equal(value, 7);
    assert_int_equal(dem_trie_longest(&trie, root, at + 1, 3, &value), 0);
    assert_int_equal(dem_trie_longest(&trie, root, at + 3, 1, &value), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(one_word, plant, fell),
                                       cmocka_unit_test_setup_teardown(several_words, plant, fell),
                                       cmocka_unit_test_setup_teardown(too_long, plant, fell),
                                       cmocka_unit_test_setup_teardown(longest, plant, fell)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
