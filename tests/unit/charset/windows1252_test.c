/* windows-1252 byte by byte, against ICU's table. */
#include "../base/check.h"
#include "charset/windows1252.h"
#include <unicode/ucnv.h>

static void test_as_icu_has_it(void **state)
{
    (void)state;
    UErrorCode status = U_ZERO_ERROR;
    UConverter *conv = ucnv_open("windows-1252", &status);
    assert_true(U_SUCCESS(status));
    for (unsigned i = 0; i < 256; i++) {
        const char byte = (char)i, *at = &byte;
        UChar32 c = ucnv_getNextUChar(conv, &at, &byte + 1, &status);
        assert_true(U_SUCCESS(status));
        check_int("character", dem_1252_char((unsigned char)i), c);
    }
    ucnv_close(conv);
}

static void test_there_and_back(void **state)
{
    (void)state;
    for (unsigned i = 0x80; i < 256; i++) {
        check_int("byte", dem_1252_byte(dem_1252_char((unsigned char)i)), i);
        check_int("byte of Latin-1", dem_1252_byte(i), i);
    }
}

static void test_no_others(void **state)
{
    (void)state;
    size_t known = 0;
    for (uint32_t c = 0; c <= 0x10FFFF; c++) known += dem_1252_byte(c) != 0;
    assert_int_equal(known, 128 + 27); /* all of Latin-1, and what windows-1252 has in place of its controls */
    assert_int_equal(dem_1252_byte(0), 0);
    assert_int_equal(dem_1252_byte('a'), 0);
    assert_int_equal(dem_1252_byte(0x2123), 0);
    assert_int_equal(dem_1252_byte(0xFFFFFFFF), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_as_icu_has_it),
                                       cmocka_unit_test(test_there_and_back), cmocka_unit_test(test_no_others)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
