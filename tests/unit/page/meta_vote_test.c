/* Claims against each other: page/meta_vote.h. */
#include "../base/check.h"
#include "page/meta_vote.h"

static dem_arena arena;

static dem_str vote(const char *const *texts, const int *weights, size_t n)
{
    dem_meta_values v = {0};
    for (size_t i = 0; i < n; i++)
        dem_vec_push(&arena, &v, ((dem_meta_value){dem_str_from(texts[i]), weights[i]}));
    return dem_meta_vote(&arena, &v);
}

static void votes(void **state)
{
    (void)state;
    static const char *const ALIKE[] = {"Mayor out!", "The bridge", "MAYOR  OUT"};
    check_str("two that differ in letters' case and marks beat one", vote(ALIKE, (int[]){1, 2, 2}, 3),
              "MAYOR  OUT");
    check_str("of equal weight the first", vote(ALIKE, (int[]){2, 2, 0}, 3), "Mayor out!");
    static const char *const MARKS[] = {"Jos\xc3\xa9 Diaz",
                                        "Jose D\xc3\xad"
                                        "az",
                                        "Bo Ray"};
    check_str("accents make no difference", vote(MARKS, (int[]){2, 2, 3}, 3), "Jos\xc3\xa9 Diaz");
    check_str("nothing said", vote(NULL, NULL, 0), "");
}

static void many(void **state)
{
    dem_meta_values v = {0};
    (void)state;
    for (int i = 0; i < 1000; i++)
        dem_vec_push(&arena, &v, ((dem_meta_value){dem_arena_printf(&arena, "claim %d", i), i}));
    check_str("those behind the bound are not heard", dem_meta_vote(&arena, &v), "claim 31");
}

static void keys(void **state)
{
    (void)state;
    check_str("letters and digits", dem_meta_same_key(&arena, DEM_STR(" The Caf\xc3\xa9, 24/7! ")),
              "thecafe247");
    check_str("none", dem_meta_same_key(&arena, DEM_STR("\xe2\x80\x93 |")), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(votes), cmocka_unit_test(many), cmocka_unit_test(keys)};
    dem_arena_init(&arena, 0);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    dem_arena_release(&arena);
    return failed;
}
