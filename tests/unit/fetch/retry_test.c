/* Whether and when once more: fetch/retry.h. */
#include "../base/check.h"
#include "fetch/retry.h"

static const dem_str URL = {"https://news.example/a", 22};

static dem_reply reply(dem_miss miss, const char *retry_after)
{
    dem_reply r = {.miss = miss};
    dem_buf_addz(&r.head, "HTTP/1.1 503 Busy\r\n");
    if (retry_after) dem_buf_addf(&r.head, "Retry-After: %s\r\n", retry_after);
    dem_buf_addz(&r.head, "\r\n");
    return r;
}

static int64_t wait_for(dem_miss miss, const char *retry_after, unsigned tries)
{
    dem_reply r = reply(miss, retry_after);
    int64_t wait = dem_retry_wait(&r, URL, tries, 1000, 1742288400); /* 2025-03-18T09:00:00Z */
    dem_buf_release(&r.head);
    return wait;
}

static void test_which(void **state)
{
    (void)state;
    for (int miss = DEM_MISS_NONE; miss < DEM_MISS_COUNT; miss++) {
        bool passes = miss == DEM_MISS_BUSY || miss == DEM_MISS_SLOW || miss == DEM_MISS_BROKEN;
        check_int(dem_miss_word(miss), wait_for(miss, NULL, 0) >= 0, passes);
        check_int("enough tries", wait_for(miss, NULL, DEM_RETRIES), -1);
    }
}

static void test_doubled(void **state)
{
    (void)state;
    for (unsigned tries = 0; tries < DEM_RETRIES; tries++) {
        int64_t wait = wait_for(DEM_MISS_BUSY, NULL, tries), middle = INT64_C(1000) << tries;
        assert_in_range(wait, middle / 2, middle / 2 * 3);
        check_int("the same again", wait_for(DEM_MISS_BUSY, NULL, tries), wait);
    }
    dem_reply r = reply(DEM_MISS_SLOW, NULL);
    int64_t longest = dem_retry_wait(&r, URL, 2, 3600000, 0),
            other = dem_retry_wait(&r, DEM_STR("http://x.example/"), 2, 3600000, 0);
    assert_in_range(longest, DEM_RETRY_MAX_WAIT / 2, DEM_RETRY_MAX_WAIT / 2 * 3);
    assert_int_not_equal(longest, other);
    dem_buf_release(&r.head);
}

static void test_asked(void **state)
{
    (void)state;
    static const struct {
        const char *value;
        int64_t after, wait; /* -2: what it would be without */
    } CASES[] = {
        {NULL, -1, -2},
        {"7", 7000, 7000},
        {"0", 0, -2},
        {"soon", -1, -2},
        {"-5", -1, -2},
        {"121", 121000, -1},
        {"99999999999", -1, -2},
        {"4000000000", INT64_C(366) * 86400000, -1},
        {"Tue, 18 Mar 2025 09:00:30 GMT", 30000, 30000},
        {"Tue, 18 Mar 2025 08:00:00 GMT", 0, -2},
        {"Wed, 18 Mar 2026 09:00:00 GMT", INT64_C(365) * 86400000, -1},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_reply r = reply(DEM_MISS_BUSY, CASES[i].value);
        check_int(CASES[i].value ? CASES[i].value : "none", dem_retry_after(&r, 1742288400), CASES[i].after);
        int64_t wanted = CASES[i].wait == -2 ? wait_for(DEM_MISS_BUSY, NULL, 0) : CASES[i].wait;
        check_int(CASES[i].value ? CASES[i].value : "none", wait_for(DEM_MISS_BUSY, CASES[i].value, 0), wanted);
        dem_buf_release(&r.head);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_which), cmocka_unit_test(test_doubled),
                                       cmocka_unit_test(test_asked)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
