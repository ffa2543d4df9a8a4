/* Tags of languages: page/meta_language.h. */
#include "../base/check.h"
#include "page/meta_language.h"

static void tags(void **state)
{
    static const struct {
        const char *tag, *want;
    } CASES[] = {
        {"en", "en"},
        {" EN-us ", "en-US"},
        {"pt_br", "pt-BR"},
        {"zh-hant-tw", "zh-Hant-TW"},
        {"es-419", "es-419"},
        {"sr-Latn", "sr-Latn"},
        {"de-CH-1996", "de-CH-1996"},
        {"English", ""},
        {"en, fr", ""},
        {"en;q=0.8", ""},
        {"mul", ""},
        {"und", ""},
        {"x-klingon", ""},
        {"e", ""},
        {"en--US", ""},
        {"en-", ""},
        {"12", ""},
        {"en-abcdefghi", ""},
        {"en-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd", ""},
        {"", ""},
    };
    dem_arena arena;
    (void)state;
    dem_arena_init(&arena, 0);
    for (size_t i = 0; i < COUNT(CASES); i++)
        check_str(CASES[i].tag, dem_meta_language(&arena, dem_str_from(CASES[i].tag)), CASES[i].want);
    dem_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(tags)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
