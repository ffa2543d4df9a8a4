/* What the metadata say of the paragraphs: page/witness.h. */
#include "page_case.h"

static void test_witness(void **state)
{
    (void)state;
    page_case t;
    page_case_open(
        &t, "<head><title>Boats for the town of Esk</title><script type='application/ld+json'>"
            "{\"@type\": \"NewsArticle\", \"headline\": \"Boats for the town of Esk\", \"articleBody\": \"The "
            "army sent forty boats to "
            "the town of Esk on Monday. Two bridges were carried away by the river, and the mayor asked for "
            "help. It rained "
            "for a week, and will go on raining, the weather service said in its bulletin on Sunday "
            "evening. Nobody was hurt in the town itself, as far as is known. The mayor will speak to the "
            "people there at noon on Tuesday.\"}</script></head>"
            "<h1>Boats for the Town of Esk</h1><p>The army sent forty boats to the town of Esk on Monday.</p>"
            "<p>Rain is also good for the fields, others say of it.</p><p>Read on</p><p>Read on</p>");
    const uint8_t *says = t.witness.block;
    check_int("there is a body", t.witness.told, true);
    check_int("the title, whatever its capitals", says[page_case_block(&t, "Boats")], PAGE_IS_TITLE);
    check_int("what the body has", says[page_case_block(&t, "The army")], PAGE_TOLD);
    check_int("what it has not", says[page_case_block(&t, "Rain")], 0);
    check_int("twice", says[page_case_block(&t, "Read on")], PAGE_DOUBLED);
    page_case_close(&t);
}

static void test_silence(void **state)
{
    (void)state;
    page_case t;
    page_case_open(&t, "<p>The army sent forty boats to the town of Esk on Monday.</p>");
    check_int("no body", t.witness.told, false);
    check_int("nothing said", t.witness.block[0], 0);
    page_case_close(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_witness), cmocka_unit_test(test_silence)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
