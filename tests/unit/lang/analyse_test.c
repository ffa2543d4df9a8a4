/* Analysis with the model that ships: lemmas, trees, odd input, the same result twice. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/buf.h"
#include "lang/lang.h"
#include "lang/lemma.h"
#include "lang/model.h"
#include "lang/token.h"

static dem_model *model;

static const struct {
    const char *why, *form;
    uint8_t upos, xpos;
    const char *lemma;
} LEMMAS[] = {
    {"a double l of its own", "shelled", DEM_UPOS_VERB, DEM_XPOS_VBD, "shell"},
    {"a doubled l", "controlled", DEM_UPOS_VERB, DEM_XPOS_VBD, "control"},
    {"a doubled consonant", "stopped", DEM_UPOS_VERB, DEM_XPOS_VBN, "stop"},
    {"two e", "freed", DEM_UPOS_VERB, DEM_XPOS_VBN, "free"},
    {"a dropped e", "exchanging", DEM_UPOS_VERB, DEM_XPOS_VBG, "exchange"},
    {"y to ie", "denied", DEM_UPOS_VERB, DEM_XPOS_VBD, "deny"},
    {"ie to y", "dying", DEM_UPOS_VERB, DEM_XPOS_VBG, "die"},
    {"irregular", "said", DEM_UPOS_VERB, DEM_XPOS_VBD, "say"},
    {"irregular, rare", "overthrew", DEM_UPOS_VERB, DEM_XPOS_VBD, "overthrow"},
    {"irregular participle", "withdrawn", DEM_UPOS_VERB, DEM_XPOS_VBN, "withdraw"},
    {"third person", "accuses", DEM_UPOS_VERB, DEM_XPOS_VBZ, "accuse"},
    {"hissing", "launches", DEM_UPOS_VERB, DEM_XPOS_VBZ, "launch"},
    {"capital first", "Attacking", DEM_UPOS_VERB, DEM_XPOS_VBG, "attack"},
    {"the copula", "were", DEM_UPOS_AUX, DEM_XPOS_VBD, "be"},
    {"contracted not", "n’t", DEM_UPOS_PART, DEM_XPOS_RB, "not"},
    {"plural", "countries", DEM_UPOS_NOUN, DEM_XPOS_NNS, "country"},
    {"irregular plural", "men", DEM_UPOS_NOUN, DEM_XPOS_NNS, "man"},
    {"a name keeps its capital", "Putin", DEM_UPOS_PROPN, DEM_XPOS_NNP, "Putin"},
    {"an unknown name too", "Zelenskythey", DEM_UPOS_PROPN, DEM_XPOS_NNP, "Zelenskythey"},
    {"whatever the endings say", "Brant", DEM_UPOS_PROPN, DEM_XPOS_NNP, "Brant"},
    {"an address", "News@Example.Org", DEM_UPOS_PROPN, DEM_XPOS_ADD, "News@Example.Org"},
    {"an acronym", "NATO", DEM_UPOS_PROPN, DEM_XPOS_NNP, "NATO"},
    {"a mark is its own lemma", "“", DEM_UPOS_PUNCT, DEM_XPOS_quote_open, "“"},
    {"a pronoun", "them", DEM_UPOS_PRON, DEM_XPOS_PRP, "they"},
};

static void lemmas(void **state)
{
    (void)state;
    dem_arena a;
    dem_arena_init(&a, 0);
    for (size_t i = 0; i < sizeof LEMMAS / sizeof LEMMAS[0]; i++) {
        dem_tag_pair tag = {LEMMAS[i].upos, LEMMAS[i].xpos};
        dem_str got = dem_lemma_of(&model->lemmas, &a, dem_str_from(LEMMAS[i].form), tag, false);
        if (!dem_str_is(got, LEMMAS[i].lemma))
            fail_msg("%s: %s gave %.*s, expected %s", LEMMAS[i].why, LEMMAS[i].form, DEM_STR_ARG(got),
                     LEMMAS[i].lemma);
    }
    dem_arena_release(&a);
}

/* Head and relation of one word of each sentence: what every user of the trees relies on. */
static const struct {
    const char *why, *text, *word, *rel, *head; /* head "" for the root */
} TREES[] = {
    {"the verb is the root", "The president met the envoy in Cairo.", "met", "root", ""},
    {"subject", "The president met the envoy in Cairo.", "president", "nsubj", "met"},
    {"object", "The president met the envoy in Cairo.", "envoy", "obj", "met"},
    {"passive subject", "The town was shelled by rebels.", "town", "nsubj:pass", "shelled"},
    {"passive agent", "The town was shelled by rebels.", "rebels", "obl:agent", "shelled"},
    {"speech", "Officials said the army attacked the village.", "attacked", "ccomp", "said"},
    {"possessor", "Iran's minister resigned.", "Iran", "nmod:poss", "minister"},
    {"coordination", "Turkey and Greece signed a treaty.", "Greece", "conj", "Turkey"},
    {"no pronoun", "Divers found a naval mine near Odesa.", "mine", "obj", "found"},
    {"control", "Japan agreed to send aid.", "send", "xcomp", "agreed"},
    {"a preposition before a title", "The envoy held talks with former Afghan president Hamid Karzai.", "with",
     "case", "Hamid"},
};

static int find(const dem_sentence *s, const char *form)
{
    for (uint32_t i = 0; i < s->n; i++)
        if (dem_str_is(s->tok[i].form, form)) return (int)i;
    return -1;
}

static void trees(void **state)
{
    (void)state;
    dem_lang *l = dem_lang_new(model);
    for (size_t i = 0; i < sizeof TREES / sizeof TREES[0]; i++) {
        dem_arena a;
        dem_str text = dem_str_from(TREES[i].text);
        dem_sentence s = {.end = (uint32_t)text.n};
        dem_arena_init(&a, 0);
        dem_lang_analyse(l, &a, text, &s, 1);
        int w = find(&s, TREES[i].word);
        assert_true(w >= 0);
        int head = TREES[i].head[0] ? find(&s, TREES[i].head) : DEM_ROOT;
        if (s.tok[w].head != head || strcmp(dem_relation_name(s.tok[w].rel), TREES[i].rel) != 0)
            fail_msg("%s: \"%s\" has %s to %d, expected %s to %d", TREES[i].why, TREES[i].word,
                     dem_relation_name(s.tok[w].rel), s.tok[w].head, TREES[i].rel, head);
        dem_arena_release(&a);
    }
    dem_lang_free(l);
}

static void repeat(dem_buf *b, const char *what, int n)
{
    while (n-- > 0) dem_buf_addz(b, what);
}

static void analyse_all(dem_lang *l, dem_str text, dem_buf *out)
{
    dem_arena a;
    dem_sentence *s;
    uint32_t n;
    dem_report r = {.text = text};
    dem_arena_init(&a, 0);
    dem_split(&a, &r, &s, &n);
    dem_lang_analyse(l, &a, text, s, n);
    for (uint32_t i = 0; i < n; i++) {
        dem_error err = {0};
        if (dem_sentence_check(&s[i], text, &err) != DEM_OK) fail_msg("%s", err.text);
        assert_true(s[i].n > 0);
        for (uint32_t k = 0; out && k < s[i].n; k++)
            dem_buf_addf(out, "%.*s %u %u %d %u\n", DEM_STR_ARG(s[i].tok[k].lemma), s[i].tok[k].upos,
                         s[i].tok[k].xpos, s[i].tok[k].head, s[i].tok[k].rel);
    }
    dem_arena_release(&a);
}

static void odd_input_gives_sound_trees(void **state)
{
    (void)state;
    static const struct {
        const char *what;
        int times;
    } ODD[] = {{"a", 1},
               {".", 1},
               {"?! ", 900},
               {"\xef\xbf\xbd", 40},
               {"\xef\xbf\xbd ", 500},
               {"word ", 2000},
               {"a-", 1500},
               {"“”‘’", 300},
               {"x", 5000},
               {"y", 1 << 20},
               {"neun ", 5000},
               {"Über Привет 你好世界 سلام ", 120},
               {"你好", 3000},
               {"\xf0\x9f\x98\x80 ", 30},
               {"A.B.", 200},
               {"n't ", 450},
               {"((((", 200},
               {"1,", 700},
               {"said that he ", 300},
               {"\xe2\x80\x8b", 10},
               {"DON'T SHOUT. ", 30},
               {"http://", 100},
               {"@", 300},
               {"'", 500}};
    dem_lang *l = dem_lang_new(model);
    for (size_t i = 0; i < sizeof ODD / sizeof ODD[0]; i++) {
        dem_buf b = {0};
        repeat(&b, ODD[i].what, ODD[i].times);
        analyse_all(l, dem_buf_str(&b), NULL);
        dem_buf_release(&b);
    }
    dem_lang_free(l);
}

/* Without the splitter's cut the analysis takes any length; only the check's limit on tokens does not hold. */
static void any_length_is_taken(void **state)
{
    (void)state;
    dem_lang *l = dem_lang_new(model);
    dem_arena a;
    dem_buf b = {0};
    repeat(&b, "The army attacked the village and ", 200);
    dem_sentence s = {.end = (uint32_t)b.n};
    dem_arena_init(&a, 0);
    dem_lang_analyse(l, &a, dem_buf_str(&b), &s, 1);
    assert_int_equal(s.n, 1200);
    unsigned roots = 0;
    for (uint32_t i = 0; i < s.n; i++) roots += s.tok[i].head == DEM_ROOT;
    assert_int_equal(roots, 1);
    s.end = 0;
    dem_lang_analyse(l, &a, dem_buf_str(&b), &s, 1);
    assert_int_equal(s.n, 0);
    dem_arena_release(&a);
    dem_buf_release(&b);
    dem_lang_free(l);
}

/* Sentences side by side are analysed as each alone. */
static void together_as_alone(void **state)
{
    (void)state;
    static const char TEXT[] =
        "Yes. The envoy met rebels in Doha on Monday. No. Why? “They lied,” he said. Talks resumed "
        "after a pause of two weeks, the foreign ministry of Qatar told reporters. A. Good.";
    const dem_report r = {.text = dem_str_from(TEXT)};
    dem_lang *l = dem_lang_new(model);
    dem_arena a;
    dem_sentence *all, *one;
    uint32_t n, m;
    dem_arena_init(&a, 0);
    dem_split(&a, &r, &all, &n);
    dem_split(&a, &r, &one, &m);
    assert_true(n > 6 && n == m);
    dem_lang_analyse(l, &a, r.text, all, n);
    for (uint32_t i = 0; i < n; i++) {
        dem_lang_analyse(l, &a, r.text, &one[i], 1);
        assert_int_equal(all[i].n, one[i].n);
        for (uint32_t k = 0; k < one[i].n; k++) {
            const dem_token *x = &all[i].tok[k], *y = &one[i].tok[k];
            assert_true(x->head == y->head && x->rel == y->rel && x->upos == y->upos && x->xpos == y->xpos);
            assert_true(dem_str_eq(x->lemma, y->lemma));
        }
    }
    dem_arena_release(&a);
    dem_lang_free(l);
}

/* A workspace that has seen other text gives what a fresh one gives. */
static void same_text_same_analysis(void **state)
{
    (void)state;
    static const char TEXT[] = "The foreign minister said on Monday that talks would go on.\n\nNobody believed "
                               "him, and “nothing” changed.";
    dem_lang *used = dem_lang_new(model), *fresh = dem_lang_new(model);
    dem_buf a = {0}, b = {0};
    analyse_all(used, DEM_STR("Something else. Entirely different words, many of them, in another order!"),
                NULL);
    analyse_all(used, dem_str_from(TEXT), &a);
    analyse_all(fresh, dem_str_from(TEXT), &b);
    assert_true(a.n > 100);
    assert_string_equal(a.p, b.p);
    dem_buf_release(&a);
    dem_buf_release(&b);
    dem_lang_free(used);
    dem_lang_free(fresh);
}

/* Tags, heads and relations of a text by one kernel. */
static void through_kernel(const dem_kernel *kernel, dem_str text, dem_buf *out)
{
    dem_arena a;
    dem_sentence *s;
    uint32_t n;
    const dem_report r = {.text = text};
    dem_net_work *work = dem_net_work_new(&model->net, kernel);
    dem_arena_init(&a, 0);
    dem_split(&a, &r, &s, &n);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t m;
        dem_token *tok = dem_tokenise(&a, text, s[i].start, s[i].end, &m);
        dem_word *w = dem_arena_array(&a, dem_word, m);
        uint8_t *tag = dem_arena_array(&a, uint8_t, m), *rel = dem_arena_array(&a, uint8_t, m);
        int16_t *head = dem_arena_array(&a, int16_t, m);
        for (uint32_t k = 0; k < m; k++) dem_word_set(&w[k], tok[k].form, false);
        const uint32_t from[] = {0, m};
        dem_net_run(work, &(dem_net_batch){w, from, 1}, tag, head, rel);
        for (uint32_t k = 0; k < m; k++) dem_buf_addf(out, "%u %d %u\n", tag[k], head[k], rel[k]);
    }
    dem_arena_release(&a);
    dem_net_work_free(work);
}

static void every_machine_same_analysis(void **state)
{
    (void)state;
    static const char TEXT[] =
        "MOSCOW (Reuters) - Russia's foreign ministry said on Tuesday that it had summoned the British "
        "ambassador, who was handed a protest over what it called “provocative” flights.\n\nLondon denied it. "
        "“We don't comment on intelligence,” a spokesman for the prime minister's office told reporters in "
        "Downing Street, adding: “Nothing has changed.” U.S. officials, speaking on condition of anonymity "
        "because "
        "they were not authorized to discuss the matter publicly, said 12,500 troops were to be moved from "
        "Poland to Romania by Jan. 15, 2026.\n\nWHAT HAPPENS NEXT?\n\nno one knows lol 😀 see "
        "http://example.org/x";
    dem_buf a = {0}, b = {0};
    through_kernel(&dem_kernel_portable, dem_str_from(TEXT), &a);
    through_kernel(dem_kernel_best(), dem_str_from(TEXT), &b);
    assert_true(a.n > 500);
    assert_string_equal(a.p, b.p);
    dem_buf_release(&a);
    dem_buf_release(&b);
}

static int open_model(void **state)
{
    (void)state;
    dem_error err;
    return dem_model_open(&model, MODEL, &err) == DEM_OK ? 0 : -1;
}
static int close_model(void **state)
{
    (void)state;
    dem_model_close(model);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(lemmas),
                                       cmocka_unit_test(trees),
                                       cmocka_unit_test(odd_input_gives_sound_trees),
                                       cmocka_unit_test(any_length_is_taken),
                                       cmocka_unit_test(together_as_alone),
                                       cmocka_unit_test(same_text_same_analysis),
                                       cmocka_unit_test(every_machine_same_analysis)};
    return cmocka_run_group_tests(tests, open_model, close_model);
}
