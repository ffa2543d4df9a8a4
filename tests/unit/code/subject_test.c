/* Which contexts are given: code/subject.h. */
#include "../base/check.h"
#include "code/subject.h"
#include "code/weights.h"

static const uint32_t NOWHERE[DEM_CONTEXT_COUNT];

static dem_evidence evidence(const dem_event *e)
{
    return (dem_evidence){.sentences = NOWHERE, .n = 10, .event = e};
}

static dem_contexts given(const dem_evidence *e)
{
    dem_coding c = {0};
    return dem_subject(&c, e);
}

static void test_nothing_is_given_that_no_word_speaks_of(void **state)
{
    (void)state;
    for (unsigned type = 0; type < DEM_EVENT_COUNT; type++) {
        dem_event x = {.type = (dem_event_type)type,
                       .n_actor = 1,
                       .actor = {{.code = "KEN", .sectors = DEM_BIT(DEM_SEC_COP)}}};
        dem_evidence e = evidence(&x);
        assert_true(given(&e) == 0);
    }
}

/* Contexts that too few coded reports have go by rule alone. */
static void test_what_is_not_learned_goes_by_rule(void **state)
{
    (void)state;
    dem_event x = {.type = DEM_PROTEST};
    dem_traits t = {.n = 0};
    unsigned rare = 0;
    while (rare < DEM_CONTEXT_COUNT && dem_subject_percent(rare, &t) >= 0) rare++;
    assert_true(rare < DEM_CONTEXT_COUNT);
    dem_evidence e = evidence(&x);
    e.here = DEM_BIT(rare);
    assert_true(given(&e) == 0);
    e.rule = DEM_BIT(rare);
    assert_true(given(&e) == DEM_BIT(rare));
}

/* What the frame, the words and the rules all say is likelier than what stands in a sentence beside. */
static void test_more_evidence_is_likelier(void **state)
{
    (void)state;
    dem_event x = {
        .type = DEM_SANCTION, .n_actor = 1, .actor = {{.code = "KEN", .sectors = DEM_BIT(DEM_SEC_JUD)}}};
    dem_evidence much = evidence(&x), little = evidence(&x);
    dem_traits a, b;
    uint32_t sentences[DEM_CONTEXT_COUNT] = {0};
    sentences[DEM_CTX_legal] = 4;
    much.sentences = little.sentences = sentences;
    much.here = much.rule = much.frame = little.beside = DEM_BIT(DEM_CTX_legal);
    dem_subject_traits(&much, DEM_CTX_legal, &a);
    dem_subject_traits(&little, DEM_CTX_legal, &b);
    assert_true(dem_subject_percent(DEM_CTX_legal, &a) > dem_subject_percent(DEM_CTX_legal, &b));
    assert_true(given(&much) & DEM_BIT(DEM_CTX_legal));
}

static void test_traits_stay_in_their_table(void **state)
{
    (void)state;
    dem_event x = {.type = DEM_CONSULT, .n_actor = 1, .n_recipient = 1};
    x.actor[0].sectors = x.recipient[0].sectors = (dem_sectors)(DEM_BIT(DEM_SECTOR_COUNT) - 1);
    dem_evidence e = evidence(&x);
    e.here = e.rule = e.paragraph = e.beside = e.frame = DEM_BIT(DEM_CONTEXT_COUNT) - 1;
    for (unsigned c = 0; c < DEM_CONTEXT_COUNT; c++) {
        dem_traits t;
        dem_subject_traits(&e, c, &t);
        assert_true(t.n == DEM_TRAITS_MAX); /* more than there is room for: the first ones */
        for (uint32_t i = 0; i < t.n; i++) assert_true(t.at[i] < DEM_SUBJECT_TRAIT_COUNT);
    }
}

int main(void)
{
    static const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(test_nothing_is_given_that_no_word_speaks_of),
        cmocka_unit_test(test_what_is_not_learned_goes_by_rule),
        cmocka_unit_test(test_more_evidence_is_likelier),
        cmocka_unit_test(test_traits_stay_in_their_table),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}
