/* Which addresses are local: fetch/address.h. */
#include "../base/check.h"
#include "fetch/address.h"
#include <arpa/inet.h>
#include <netinet/in.h>

static const struct {
    const char *text;
    bool local;
} CASES[] = {
    {"127.0.0.1", true},
    {"127.255.255.255", true},
    {"128.0.0.1", false},
    {"10.1.2.3", true},
    {"11.0.0.1", false},
    {"172.16.0.1", true},
    {"172.31.255.255", true},
    {"172.32.0.1", false},
    {"192.168.7.7", true},
    {"192.169.0.1", false},
    {"169.254.169.254", true},
    {"0.0.0.0", true},
    {"100.64.0.1", true},
    {"100.128.0.1", false},
    {"224.0.0.1", true},
    {"255.255.255.255", true},
    {"223.255.255.255", false},
    {"8.8.8.8", false},
    {"::1", true},
    {"::", true},
    {"fe80::1", true},
    {"fd00::1", true},
    {"ff02::1", true},
    {"2001:4860::8888", false},
    {"::ffff:127.0.0.1", true},
    {"::ffff:8.8.8.8", false},
    {"64:ff9b::10.0.0.1", true},
    {"64:ff9b::8.8.8.8", false},
    {"fec0::1", false},
};

static void test_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++)
        check_int(CASES[i].text, dem_address_text_is_local(CASES[i].text), CASES[i].local);
    check_int("no address", dem_address_text_is_local("news.example"), false);
    check_int("nothing", dem_address_text_is_local(""), false);
}

static void test_socket(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        struct sockaddr_in four = {.sin_family = AF_INET};
        struct sockaddr_in6 six = {.sin6_family = AF_INET6};
        bool is_four = inet_pton(AF_INET, CASES[i].text, &four.sin_addr) == 1;
        if (!is_four) assert_int_equal(inet_pton(AF_INET6, CASES[i].text, &six.sin6_addr), 1);
        const struct sockaddr *a = is_four ? (const struct sockaddr *)&four : (const struct sockaddr *)&six;
        check_int(CASES[i].text, dem_address_is_local(a), CASES[i].local);
    }
    check_int("another family", dem_address_is_local(&(struct sockaddr){.sa_family = AF_UNIX}), true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_text), cmocka_unit_test(test_socket)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
