/* SHA-256: base/sha256.h, with the examples of FIPS 180-2. */
#include "base/sha256.h"
#include "check.h"

static void test_examples(void **state)
{
    (void)state;
    static const struct {
        const char *why, *in, *hex;
    } CASES[] = {
        {"empty", "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
        {"abc", "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
        {"two blocks", "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        char whole[65], pieces[65];
        dem_str in = dem_str_from(CASES[i].in);
        dem_sha256 h;
        dem_sha256_of(in, whole);
        check_str(CASES[i].why, dem_str_from(whole), CASES[i].hex);
        dem_sha256_init(&h);
        for (size_t k = 0; k < in.n; k++) dem_sha256_add(&h, dem_str_sub(in, k, k + 1));
        dem_sha256_hex(&h, pieces);
        check_str("byte by byte", dem_str_from(pieces), CASES[i].hex);
        dem_sha256_add(&h, in);
        dem_sha256_hex(&h, pieces);
        check_str("ready for the next", dem_str_from(pieces), CASES[i].hex);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_examples)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
