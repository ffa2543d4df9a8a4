/* Frames with their slots and examples, and the phrases of lists, means, contexts and anchors. */
#include "folder.h"

static const char LEXICON[] =
    "list things = car | post office\n"
    "  | tram\n"
    "list light = hold\n"
    "means ASSAULT:drone = drone | unmanned aerial vehicle\n"
    "means ASSAULT:aerial = drone | F-16\n"
    "means PROTEST:riot = stone\n"
    "context military = army | chief of staff\n"
    "context diplomatic = chief of staff | COVID-19\n"
    "anchor 2022-02-24 = Russia's invasion\n"
    "anchor 1947-03-12..1991 = Cold War\n"
    "anchor 2014-03 = great move\n"
    "[CONSULT:visit+phone] cameo=042 context=diplomatic+economic\n"
    "visit|call+on.v   subj:actor obj:recipient! -with=@things|museum\n"
    "  to:recipient mode=phone cameo=041 context=military aux=future agentless=no\n"
    "  + UNO visited EUR. => UNO -> EUR\n"
    "  + [2019-05-02] UNO called on EUR. => [CONSULT:phone] +future UNO GOV, IGO ->-\n"
    "  - Tourists visited.   # none of them an actor\n"
    "visit.v obj\n"
    "  - Tourists visited.\n"
    "visit.v with:actor+ obj=@things\n"
    "  + UNO => UNO\n"
    "[REQUEST:content] cameo=02\n"
    "hunger+strike.n   poss:actor for:content subj~MIL|armed comp=eat|drink\n"
    "  - Nothing.\n"
    "[NONE]\n"
    "be.a  -subj~state\n"
    "  - Nothing.\n";

static const dem_frame *frame(const dem_lexicon *lex, dem_pos pos, const char *lemma, uint32_t i, uint32_t of)
{
    uint32_t n;
    const dem_frame *const *f = dem_lexicon_frames(lex, pos, dem_str_from(lemma), &n);
    assert_int_equal(n, of);
    return f[i];
}

static void test_entry(void **state)
{
    const dem_lexicon *lex = *state;
    const dem_frame *f = frame(lex, DEM_POS_VERB, "visit", 0, 3);
    assert_int_equal(f->type, DEM_CONSULT);
    assert_true(dem_modes_eq(f->modes, dem_modes_with((dem_modes){0, 0}, DEM_CONSULT_phone)));
    assert_true(f->contexts ==
                (DEM_BIT(DEM_CTX_diplomatic) | DEM_BIT(DEM_CTX_economic) | DEM_BIT(DEM_CTX_military)));
    assert_int_equal(f->aux, 1u << DEM_AUX_future);
    assert_false(f->agentless);
    assert_false(f->by_content);
    assert_string_equal(f->cameo, "041");
    assert_int_equal(f->n_slot, 4);
    assert_int_equal(f->conditions, 3);
    assert_int_equal(f->line, 13);
    assert_true(dem_str_is(f->file, "a.txt"));
    assert_int_equal(f->particle.n, 0);
}

static void test_block_defaults(void **state)
{
    const dem_frame *f = frame(*state, DEM_POS_VERB, "visit", 2, 3);
    assert_string_equal(f->cameo, "042");
    assert_true(dem_modes_has(f->modes, DEM_CONSULT_visit) && dem_modes_has(f->modes, DEM_CONSULT_phone));
    assert_int_equal(f->aux, 0);
    assert_true(f->agentless);
    assert_int_equal(f->conditions, 0);
    assert_int_equal(f->slot[0].need, DEM_NEED_NOTHING);
}

static const struct {
    const char *why;
    dem_pos pos;
    const char *lemma;
    uint32_t frame, of, slot;
    dem_slot_kind kind;
    const char *prep;
    dem_side side;
    bool adds;
    dem_need need;
    uint32_t words, lists;
    dem_sectors sectors;
    unsigned classes;
} SLOTS[] = {
    {"a side", DEM_POS_VERB, "visit", 0, 3, 0, DEM_SLOT_SUBJ, "", DEM_SIDE_ACTOR, false, DEM_NEED_NOTHING, 0, 0,
     0, 0},
    {"a side that must be", DEM_POS_VERB, "visit", 0, 3, 1, DEM_SLOT_OBJ, "", DEM_SIDE_RECIPIENT, false,
     DEM_NEED_ACTOR, 0, 0, 0, 0},
    {"must not be one of", DEM_POS_VERB, "visit", 0, 3, 2, DEM_SLOT_PREP, "with", DEM_SIDE_NONE, false,
     DEM_NEED_ABSENT, 1, 1, 0, 0},
    {"on the second line", DEM_POS_VERB, "visit", 0, 3, 3, DEM_SLOT_PREP, "to", DEM_SIDE_RECIPIENT, false,
     DEM_NEED_NOTHING, 0, 0, 0, 0},
    {"adds", DEM_POS_VERB, "visit", 1, 3, 0, DEM_SLOT_PREP, "with", DEM_SIDE_ACTOR, true, DEM_NEED_NOTHING, 0,
     0, 0, 0},
    {"words must be there", DEM_POS_VERB, "visit", 1, 3, 1, DEM_SLOT_OBJ, "", DEM_SIDE_NONE, false,
     DEM_NEED_PRESENT, 0, 1, 0, 0},
    {"possessive", DEM_POS_NOUN, "strike", 0, 1, 0, DEM_SLOT_POSS, "", DEM_SIDE_ACTOR, false, DEM_NEED_NOTHING,
     0, 0, 0, 0},
    {"content", DEM_POS_NOUN, "strike", 0, 1, 1, DEM_SLOT_PREP, "for", DEM_SIDE_CONTENT, false,
     DEM_NEED_NOTHING, 0, 0, 0, 0},
    {"classes", DEM_POS_NOUN, "strike", 0, 1, 2, DEM_SLOT_SUBJ, "", DEM_SIDE_NONE, false, DEM_NEED_ACTOR, 0, 0,
     1u << DEM_SEC_MIL, DEM_CLASS_ARMED},
    {"clause", DEM_POS_NOUN, "strike", 0, 1, 3, DEM_SLOT_COMP, "", DEM_SIDE_NONE, false, DEM_NEED_PRESENT, 2, 0,
     0, 0},
    {"must not be a class", DEM_POS_ADJ, "be", 0, 1, 0, DEM_SLOT_SUBJ, "", DEM_SIDE_NONE, false,
     DEM_NEED_ABSENT, 0, 0, 0, DEM_CLASS_STATE},
};

static void test_slots(void **state)
{
    for (size_t i = 0; i < sizeof SLOTS / sizeof *SLOTS; i++) {
        const dem_frame *f = frame(*state, SLOTS[i].pos, SLOTS[i].lemma, SLOTS[i].frame, SLOTS[i].of);
        assert_true(SLOTS[i].slot < f->n_slot);
        const dem_slot *s = &f->slot[SLOTS[i].slot];
        bool same = s->kind == SLOTS[i].kind && dem_str_is(s->prep, SLOTS[i].prep) &&
                    s->side == SLOTS[i].side && s->adds == SLOTS[i].adds && s->need == SLOTS[i].need &&
                    s->n_word == SLOTS[i].words && s->n_list == SLOTS[i].lists &&
                    s->sectors == SLOTS[i].sectors && s->classes == SLOTS[i].classes;
        if (!same) fail_msg("%s: kind %d, need %d, side %d", SLOTS[i].why, s->kind, s->need, s->side);
    }
}

static void test_words(void **state)
{
    const dem_lexicon *lex = *state;
    const dem_frame *f = frame(lex, DEM_POS_VERB, "call", 0, 1);
    assert_true(dem_str_is(f->particle, "on"));
    assert_int_equal(f->conditions, 4);
    f = frame(lex, DEM_POS_NOUN, "strike", 0, 1);
    assert_true(dem_str_is(f->particle, "hunger"));
    assert_true(f->by_content);
    assert_string_equal(f->cameo, "02");
    assert_int_equal(frame(lex, DEM_POS_ADJ, "be", 0, 1)->type, DEM_EVENT_NONE);
    uint32_t n = 9;
    assert_null(dem_lexicon_frames(lex, DEM_POS_VERB, DEM_STR("strike"), &n));
    assert_int_equal(n, 0);
    dem_lexicon_frames(lex, DEM_POS_VERB, (dem_str){NULL, 0}, &n);
    assert_int_equal(n, 0);
}

/* An entry of several words is one entry, named by the first. */
static void test_entries(void **state)
{
    dem_arena a;
    dem_buf got = {0};
    uint32_t n, frames;
    dem_arena_init(&a, 0);
    const dem_frame **entry = dem_lexicon_entries(*state, &a, &n);
    for (uint32_t i = 0; i < n; i++) {
        dem_str name = dem_frame_name(entry[i], &a);
        dem_buf_addf(&got, "%.*s:%u ", DEM_STR_ARG(name), entry[i]->line);
    }
    dem_buf_addz(&got, "");
    assert_string_equal(got.p, "visit.v:13 visit.v:18 visit.v:20 hunger+strike.n:23 be.a:26 ");
    const dem_frame *const *f = dem_lexicon_all_frames(*state, &frames);
    assert_int_equal(frames, dem_lexicon_count(*state).frames);
    for (uint32_t i = 0; i < frames; i++) {
        uint32_t of = 0;
        while (of < n && entry[of]->entry != f[i]->entry) of++;
        assert_true(of < n && entry[of]->line == f[i]->line);
    }
    dem_buf_release(&got);
    dem_arena_release(&a);
}

static const struct {
    const char *why;
    bool positive;
    const char *sentence, *day, *expected;
    uint32_t line;
} EXAMPLES[] = {
    {"positive", true, "UNO visited EUR.", "2025-03-18", "UNO -> EUR", 15},
    {"of another day", true, "UNO called on EUR.", "2019-05-02", "[CONSULT:phone] +future UNO GOV, IGO ->-",
     16},
    {"negative, with a comment", false, "Tourists visited.", "2025-03-18", "", 17},
};

static void test_examples(void **state)
{
    uint32_t n;
    const dem_example *x = dem_lexicon_examples(*state, &n);
    assert_int_equal(n, 7);
    for (size_t i = 0; i < sizeof EXAMPLES / sizeof *EXAMPLES; i++, x++) {
        char day[11];
        dem_date_format(x->day, day);
        bool same = x->positive == EXAMPLES[i].positive && dem_str_is(x->sentence, EXAMPLES[i].sentence) &&
                    strcmp(day, EXAMPLES[i].day) == 0 && dem_str_is(x->expected, EXAMPLES[i].expected) &&
                    x->line == EXAMPLES[i].line && dem_str_is(x->frame->lemma, "visit");
        if (!same) fail_msg("%s: %.*s", EXAMPLES[i].why, DEM_STR_ARG(x->sentence));
    }
}

static const struct {
    const char *why, *list, *text;
    uint32_t length;
} LISTS[] = {
    {"a word", "things", "car", 1},
    {"a continued line", "things", "tram stop", 1},
    {"a phrase", "things", "post office door", 2},
    {"half a phrase", "things", "post", 0},
    {"another list", "light", "car", 0},
    {"no such list", "dark", "car", 0},
    {"no words", "things", "", 0},
};

static void test_lists(void **state)
{
    const dem_lexicon *lex = *state;
    for (size_t i = 0; i < sizeof LISTS / sizeof *LISTS; i++) {
        dem_str word[MAX_WORDS];
        uint32_t n = words_of(LISTS[i].text, word), list = dem_lexicon_list(lex, dem_str_from(LISTS[i].list));
        uint32_t length = dem_list_phrase(lex, list, word, n);
        if (length != LISTS[i].length) fail_msg("%s: %u", LISTS[i].why, length);
        if (n == 1) assert_int_equal(dem_list_has(lex, list, word[0]), length == 1);
    }
}

static void test_means(void **state)
{
    const dem_lexicon *lex = *state;
    dem_str word[MAX_WORDS];
    uint32_t len, n = words_of("unmanned aerial vehicle", word);
    dem_modes m = dem_lexicon_means(lex, DEM_ASSAULT, word, n, &len);
    assert_int_equal(len, 3);
    assert_true(dem_modes_eq(m, dem_modes_with((dem_modes){0, 0}, DEM_ASSAULT_drone)));
    m = dem_lexicon_means(lex, DEM_ASSAULT, word, words_of("drone", word), &len);
    assert_int_equal(len, 1);
    assert_true(dem_modes_has(m, DEM_ASSAULT_drone) && dem_modes_has(m, DEM_ASSAULT_aerial));
    m = dem_lexicon_means(lex, DEM_ASSAULT, word, words_of("F - 16", word), &len);
    assert_int_equal(len, 3);
    m = dem_lexicon_means(lex, DEM_PROTEST, word, words_of("drone", word), &len);
    assert_true(len == 0 && dem_modes_empty(m));
    m = dem_lexicon_means(lex, DEM_EVENT_NONE, word, words_of("drone", word), &len);
    assert_int_equal(len, 0);
}

static void test_contexts(void **state)
{
    const dem_lexicon *lex = *state;
    dem_str word[MAX_WORDS];
    uint32_t len, n = words_of("chief of staff", word);
    assert_true(dem_lexicon_contexts(lex, word, n, &len) ==
                (DEM_BIT(DEM_CTX_military) | DEM_BIT(DEM_CTX_diplomatic)));
    assert_int_equal(len, 3);
    assert_true(dem_lexicon_contexts(lex, word, words_of("covid-19", word), &len) ==
                DEM_BIT(DEM_CTX_diplomatic));
    assert_true(dem_lexicon_contexts(lex, word, words_of("chief", word), &len) == 0);
    assert_int_equal(len, 0);
}

static const struct {
    const char *text, *from, *to;
    uint32_t length;
} ANCHORS[] = {
    {"russia 's invasion of", "2022-02-24", "2022-02-24", 3},
    {"Russia ’s invasion", "2022-02-24", "2022-02-24", 3},
    {"cold war", "1947-03-12", "1991-12-31", 2},
    {"great move", "2014-03-01", "2014-03-31", 2},
    {"cold", NULL, NULL, 0},
};

static void test_anchors(void **state)
{
    for (size_t i = 0; i < sizeof ANCHORS / sizeof *ANCHORS; i++) {
        dem_str word[MAX_WORDS];
        dem_date from, to;
        char a[11], b[11];
        uint32_t len, n = words_of(ANCHORS[i].text, word);
        bool found = dem_lexicon_anchor(*state, word, n, &from, &to, &len);
        assert_int_equal(found, ANCHORS[i].length > 0);
        assert_int_equal(len, ANCHORS[i].length);
        if (!found) continue;
        dem_date_format(from, a);
        dem_date_format(to, b);
        assert_string_equal(a, ANCHORS[i].from);
        assert_string_equal(b, ANCHORS[i].to);
    }
}

static int load(void **state)
{
    *state = lexicon_of(LEXICON);
    return 0;
}
static int unload(void **state)
{
    dem_lexicon_free(*state);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_entry),   cmocka_unit_test(test_block_defaults), cmocka_unit_test(test_slots),
        cmocka_unit_test(test_words),   cmocka_unit_test(test_entries),        cmocka_unit_test(test_examples),
        cmocka_unit_test(test_lists),   cmocka_unit_test(test_means),          cmocka_unit_test(test_contexts),
        cmocka_unit_test(test_anchors),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
