/* Names of fields, and what the user says about columns: reader/fields.h. */
#include "../base/check.h"
#include "reader/fields.h"

static void test_names(void **state)
{
    (void)state;
    static const struct {
        const char *name, *field;
        unsigned rank;
    } CASES[] = {
        {"text", "text", 0},
        {"Full Text", "text", 1},
        {"BODY", "text", 2},
        {"pub-date", "published", 2},
        {"Publication_Date", "published", 3},
        {"News Paper", "publisher", 2},
        {"guid", "id", 1},
        {"Link", "url", 1},
        {"lang", "language", 1},
        {" byline ", "author", 1},
        {"head line", "title", 1},
        {"te", NULL, 0},
        {"texts", NULL, 0},
        {"", NULL, 0},
        {"-_ ", NULL, 0},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_field f = DEM_FIELDS;
        unsigned rank = 0;
        bool found = dem_field_find(dem_str_from(CASES[i].name), &f, &rank);
        check_int(CASES[i].name, found, CASES[i].field != NULL);
        if (found) check_str(CASES[i].name, dem_str_from(dem_field_name(f)), CASES[i].field);
        check_int(CASES[i].name, rank, CASES[i].rank);
    }
    assert_false(dem_field_same(DEM_STR("text\0x"), DEM_STR("text")));
    assert_false(dem_field_same(DEM_STR("text\0x"), DEM_STR("text\0y")));
}

static void test_places(void **state)
{
    (void)state;
    dem_report r = {0};
    for (unsigned f = 0; f < DEM_FIELDS; f++)
        for (unsigned g = 0; g < f; g++)
            assert_ptr_not_equal(dem_field_of(&r, (dem_field)f), dem_field_of(&r, (dem_field)g));
    assert_ptr_equal(dem_field_of(&r, DEM_FIELD_AUTHOR), &r.author);
    assert_ptr_equal(dem_field_of(&r, DEM_FIELD_TEXT), &r.text);
}

static void test_columns(void **state)
{
    (void)state;
    dem_columns c;
    dem_error err;
    assert_int_equal(dem_columns_read(&c, "text= Lead + Body ,Published=Date", &err), DEM_OK);
    check_int("joined", c.of[DEM_FIELD_TEXT].n, 2);
    check_str("first", c.of[DEM_FIELD_TEXT].name[0], "Lead");
    check_str("second", c.of[DEM_FIELD_TEXT].name[1], "Body");
    check_str("date", c.of[DEM_FIELD_PUBLISHED].name[0], "Date");
    check_int("nothing said", c.of[DEM_FIELD_ID].n, 0);
    assert_int_equal(dem_columns_read(&c, NULL, &err), DEM_OK);
    check_int("nothing at all", c.of[DEM_FIELD_TEXT].n, 0);
    static const char *const WRONG[] = {"",          "text",          "text=",
                                        "body=Text", "text=a,text=b", "text=a+",
                                        "title=a+b", "text=a,,id=b",  "text=a+b+c+d+e+f+g+h+i"};
    for (size_t i = 0; i < COUNT(WRONG); i++)
        check_int(WRONG[i], dem_columns_read(&c, WRONG[i], &err), DEM_E_USAGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_names), cmocka_unit_test(test_places),
                                       cmocka_unit_test(test_columns)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
