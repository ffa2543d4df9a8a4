/* The public library, used as other programs use it: through demarche.h and the shared object alone. */
#define _GNU_SOURCE /* RTLD_DEFAULT */
#include <demarche.h>
#include <dlfcn.h>
#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static demarche_engine *engine;

static int open_engine(void **state)
{
    (void)state;
    char why[200];
    engine = demarche_open(NULL, why, sizeof why);
    if (!engine) print_error("%s\n", why);
    return engine ? 0 : -1;
}
static int close_engine(void **state)
{
    (void)state;
    demarche_close(engine);
    return 0;
}

static void test_codes_a_report(void **state)
{
    (void)state;
    demarche_session *s = demarche_session_new(engine);
    demarche_report r = {.id = "a:b", .published = "2025-03-18", .text = "Russia attacked Ukraine on Tuesday."};
    char why[200];
    const char *lines = demarche_code(s, &r, why, sizeof why);
    assert_non_null(lines);
    assert_string_equal(why, "");
    json_t *j = json_loads(lines, JSON_DISABLE_EOF_CHECK, NULL);
    assert_non_null(j);
    assert_string_equal(json_string_value(json_object_get(j, "id")), "a_b:0:0");
    assert_string_equal(json_string_value(json_object_get(j, "event")), "ASSAULT");
    json_decref(j);
    demarche_session_free(s);
}

static void test_nothing_to_code(void **state)
{
    (void)state;
    demarche_session *s = demarche_session_new(engine);
    demarche_report r = {.text = "The weather was mild."};
    assert_string_equal(demarche_code(s, &r, NULL, 0), "");
    demarche_session_free(s);
}

static const struct {
    const char *why, *text;
    size_t size;
    const char *published, *message;
} REFUSED[] = {
    {"no text", NULL, 0, NULL, "no text"},
    {"only blanks", " \n\t", 0, NULL, "no text"},
    {"half a character", "Erdo\xc4 said", 0, NULL, "text is not UTF-8"},
    {"a NUL inside", "a\0b", 3, NULL, "text holds a NUL byte"},
    {"no date", "Kenya left.", 0, "yesterday", "published is no date"},
};

static void test_refused(void **state)
{
    (void)state;
    demarche_session *s = demarche_session_new(engine);
    for (size_t i = 0; i < sizeof REFUSED / sizeof *REFUSED; i++) {
        demarche_report r = {
            .text = REFUSED[i].text, .text_size = REFUSED[i].size, .published = REFUSED[i].published};
        char why[64];
        if (demarche_code(s, &r, why, sizeof why) || strcmp(why, REFUSED[i].message) != 0)
            fail_msg("%s: %s", REFUSED[i].why, why);
    }
    demarche_session_free(s);
}

static void test_a_wrong_folder(void **state)
{
    (void)state;
    char why[200] = "", cut[5] = "";
    assert_null(demarche_open("/nowhere/at/all", why, sizeof why));
    assert_true(strlen(why) > 10);
    assert_null(demarche_open("/nowhere/at/all", cut, sizeof cut));
    assert_int_equal(strlen(cut), 4);
    demarche_close(NULL);
    demarche_session_free(NULL);
}

static void test_shows_nothing_else(void **state)
{
    (void)state;
    assert_non_null(dlsym(RTLD_DEFAULT, "demarche_code"));
    assert_null(dlsym(RTLD_DEFAULT, "dem_engine_open"));
    assert_null(dlsym(RTLD_DEFAULT, "dem_arena_alloc"));
    assert_string_equal(demarche_version(), PROJECT_VERSION);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_codes_a_report),
        cmocka_unit_test(test_nothing_to_code),
        cmocka_unit_test(test_refused),
        cmocka_unit_test(test_a_wrong_folder),
        cmocka_unit_test(test_shows_nothing_else),
    };
    return cmocka_run_group_tests(tests, open_engine, close_engine);
}
