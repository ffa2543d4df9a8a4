/* Sentences, their index and their checker: record/sentence.h. */
#include "../base/check.h"
#include "record/sentence.h"

static const char TEXT[] = "Oslo met Bern twice today.";

/* Five words; heads as given. */
static dem_sentence make(dem_token tok[5], const int16_t heads[5])
{
    static const uint32_t SPANS[5][2] = {{0, 4}, {5, 8}, {9, 13}, {14, 19}, {20, 25}};
    for (int i = 0; i < 5; i++) {
        tok[i] = (dem_token){.start = SPANS[i][0],
                             .end = SPANS[i][1],
                             .head = heads[i],
                             .lemma = DEM_STR("x"),
                             .space_after = i < 4};
        tok[i].form = (dem_str){TEXT + tok[i].start, tok[i].end - tok[i].start};
        tok[i].rel = heads[i] == DEM_ROOT ? DEM_REL_root : DEM_REL_nsubj;
    }
    return (dem_sentence){.start = 0, .end = 26, .n = 5, .tok = tok};
}

static const int16_t GOOD[5] = {1, DEM_ROOT, 1, 4, 1};

static void test_index(void **state)
{
    (void)state;
    static const struct {
        const char *why;
        int16_t heads[5];
        const char *kids[5];
    } CASES[] = {
        {"a usual tree", {1, DEM_ROOT, 1, 4, 1}, {"", "0 2 4 ", "", "", "3 "}},
        {"a chain to the right", {1, 2, 3, 4, DEM_ROOT}, {"", "0 ", "1 ", "2 ", "3 "}},
        {"all below the first", {DEM_ROOT, 0, 0, 0, 0}, {"1 2 3 4 ", "", "", "", ""}},
        {"two roots", {DEM_ROOT, DEM_ROOT, 1, 1, 1}, {"", "2 3 4 ", "", "", ""}},
    };
    dem_arena a = {0};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_token tok[5];
        dem_sentence s = make(tok, CASES[i].heads);
        dem_sentence_index(&s, &a);
        for (int t = 0; t < 5; t++) {
            char got[32] = "";
            const int16_t *kid;
            uint32_t n = dem_kids(&s, t, &kid);
            for (uint32_t k = 0; k < n; k++)
                snprintf(got + strlen(got), sizeof got - strlen(got), "%d ", kid[k]);
            check_str(CASES[i].why, dem_str_from(got), CASES[i].kids[t]);
        }
    }
    dem_sentence empty = {0};
    dem_sentence_index(&empty, &a);
    assert_non_null(empty.kid_from);
    dem_arena_release(&a);
}

static void test_kid_with(void **state)
{
    (void)state;
    dem_arena a = {0};
    dem_token tok[5];
    dem_sentence s = make(tok, GOOD);
    tok[2].rel = tok[4].rel = DEM_REL_obj;
    dem_sentence_index(&s, &a);
    check_int("the first of two", dem_kid_with(&s, 1, DEM_REL_obj), 2);
    check_int("the only one", dem_kid_with(&s, 1, DEM_REL_nsubj), 0);
    check_int("none", dem_kid_with(&s, 1, DEM_REL_iobj), -1);
    check_int("no children", dem_kid_with(&s, 0, DEM_REL_nsubj), -1);
    dem_arena_release(&a);
}

static void nothing(dem_sentence *s)
{
    (void)s;
}
static void reversed(dem_sentence *s)
{
    s->tok[1].start = 8, s->tok[1].end = 5;
}
static void overlapping(dem_sentence *s)
{
    s->tok[1].start = 3;
}
static void beyond(dem_sentence *s)
{
    s->end = 20;
}
static void outside_text(dem_sentence *s)
{
    s->end = 27;
}
static void other_form(dem_sentence *s)
{
    s->tok[0].form = DEM_STR("Rome");
}
static void no_lemma(dem_sentence *s)
{
    s->tok[3].lemma = (dem_str){NULL, 0};
}
static void bad_tag(dem_sentence *s)
{
    s->tok[3].upos = DEM_UPOS_COUNT;
}
static void bad_relation(dem_sentence *s)
{
    s->tok[3].rel = DEM_REL_COUNT;
}
static void far_head(dem_sentence *s)
{
    s->tok[0].head = 5;
}
static void negative_head(dem_sentence *s)
{
    s->tok[0].head = -2;
}
static void cycle(dem_sentence *s)
{
    s->tok[3].head = 4, s->tok[4].head = 3;
}
static void self(dem_sentence *s)
{
    s->tok[3].head = 3;
}
static void second_root(dem_sentence *s)
{
    s->tok[4].head = DEM_ROOT, s->tok[4].rel = DEM_REL_root;
}
static void root_by_name(dem_sentence *s)
{
    s->tok[4].rel = DEM_REL_root;
}
static void no_tokens(dem_sentence *s)
{
    s->n = 0;
}
static void too_many(dem_sentence *s)
{
    s->n = DEM_MAX_TOKENS + 1;
}

static void test_check(void **state)
{
    (void)state;
    static const struct {
        const char *why;
        void (*spoil)(dem_sentence *);
        const char *fault;
    } CASES[] = {
        {"sound", nothing, NULL},
        {"not analysed", no_tokens, NULL},
        {"end before start", reversed, "span empty"},
        {"over the token before", overlapping, "span empty"},
        {"beyond the sentence", beyond, "span empty"},
        {"sentence beyond the text", outside_text, "sentence outside"},
        {"another word", other_form, "form differs"},
        {"lemma missing", no_lemma, "no lemma"},
        {"unknown tag", bad_tag, "unknown relation or tag"},
        {"unknown relation", bad_relation, "unknown relation or tag"},
        {"head beyond the end", far_head, "head outside"},
        {"head that is no index", negative_head, "head outside"},
        {"two that head each other", cycle, "cycle"},
        {"its own head", self, "cycle"},
        {"two roots", second_root, "exactly one root"},
        {"called root, but headed", root_by_name, "relation root"},
        {"too many tokens", too_many, "too many tokens"},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_token tok[5];
        dem_error err = {0};
        dem_sentence s = make(tok, GOOD);
        CASES[i].spoil(&s);
        dem_status st = dem_sentence_check(&s, dem_str_from(TEXT), &err);
        check_int(CASES[i].why, st, CASES[i].fault ? DEM_E_FORMAT : DEM_OK);
        if (CASES[i].fault && !strstr(err.text, CASES[i].fault))
            fail_msg("%s: \"%s\" does not say \"%s\"", CASES[i].why, err.text, CASES[i].fault);
    }
}

static void test_names(void **state)
{
    (void)state;
    for (unsigned r = 0; r < DEM_REL_COUNT; r++)
        check_int(dem_relation_name(r), dem_relation_by_name(dem_str_from(dem_relation_name(r))), r);
    for (unsigned u = 0; u < DEM_UPOS_COUNT; u++)
        check_int(dem_upos_name(u), dem_upos_by_name(dem_str_from(dem_upos_name(u))), u);
    for (unsigned x = 0; x < DEM_XPOS_COUNT; x++)
        check_int(dem_xpos_name(x), dem_xpos_by_name(dem_str_from(dem_xpos_name(x))), x);
    check_int("unknown subtype", dem_relation_by_name(DEM_STR("nsubj:weird")), DEM_REL_nsubj);
    check_int("unknown", dem_relation_by_name(DEM_STR("weird")), DEM_REL_COUNT);
    check_int("unknown tag", dem_upos_by_name(DEM_STR("WORD")), DEM_UPOS_COUNT);
    check_int("unknown tag", dem_xpos_by_name(DEM_STR("WORD")), DEM_XPOS_COUNT);
    check_str("body", dem_str_from(dem_zone_name(DEM_ZONE_BODY)), "body");
    check_str("related", dem_str_from(dem_zone_name(DEM_ZONE_RELATED)), "related");
    check_str("beyond", dem_str_from(dem_zone_name(DEM_ZONE_COUNT)), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_index), cmocka_unit_test(test_kid_with),
                                       cmocka_unit_test(test_check), cmocka_unit_test(test_names)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
