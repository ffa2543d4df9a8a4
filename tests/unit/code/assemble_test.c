/* Merging, order, numbers, links: code/assemble.h, codebook 12.1. */
#include "../base/check.h"
#include "code/assemble.h"
#include "tree.h"

/* A record in short: type, actor, recipient by code; "" for none. */
typedef struct {
    uint32_t sentence, at;
    dem_event_type type;
    const char *actor, *recipient;
    unsigned mode; /* DEM_MODE_COUNT: none */
    int day;       /* of March 2025; 0: the publication's, unknown */
    dem_auxes aux;
    bool toll, result;
} short_event;

#define NO_MODE DEM_MODE_COUNT

static dem_event event_of(const short_event *x)
{
    dem_event e = {.sentence = x->sentence, .type = x->type, .aux = x->aux, .sentence_span = {0, 1000}, .trigger = {x->at, x->at + 1}};
    if (x->mode < DEM_MODE_COUNT) e.modes = dem_modes_with(e.modes, x->mode);
    e.date = dem_date_from(2025, 3, x->day ? x->day : 18);
    e.precision = x->day ? DEM_PRECISION_DAY : DEM_PRECISION_UNKNOWN;
    memcpy(e.actor[0].code, x->actor, 4);
    e.n_actor = 1;
    if (strlen(x->actor) > 4) { /* "RUS CHN" */
        memcpy(e.actor[0].code, x->actor, 3);
        e.actor[0].code[3] = 0;
        memcpy(e.actor[1].code, x->actor + 4, 4);
        e.n_actor = 2;
    }
    if (*x->recipient) {
        memcpy(e.recipient[0].code, x->recipient, 4);
        e.n_recipient = 1;
    }
    return e;
}

static void assemble(tree *t, const short_event *x, size_t n, dem_events *out)
{
    dem_draft d = {.coding = &t->coding};
    t->coding.arena = &t->arena;
    t->coding.tally = &t->tally;
    for (size_t i = 0; i < n; i++) {
        dem_event e = event_of(&x[i]);
        if (i == 0 || x[i].sentence != x[i - 1].sentence) dem_draft_sentence(&d);
        dem_draft_add(&d, &e, &(dem_candidate){.toll = x[i].toll, .result = x[i].result});
    }
    dem_draft_finish(&d, out);
}

static void test_assemble(void **state)
{
    (void)state;
    static const struct {
        const char *why;
        short_event event[3];
        unsigned n;
        const char *want;
    } CASES[] = {
        {"12.1 different acts stay apart",
         {{0, 5, DEM_CONSULT, "RUS CHN", "", NO_MODE, 0, 0}, {0, 9, DEM_SUPPORT, "RUS CHN", "", NO_MODE, 0, 0}},
         2,
         "CONSULT RUS, CHN #0.0=0; SUPPORT RUS, CHN #0.1=1"},
        {"12.1 same type and sides in one sentence: one record",
         {{0, 5, DEM_ACCUSE, "RUS", "POL", NO_MODE, 0, 0}, {0, 9, DEM_ACCUSE, "RUS", "POL", NO_MODE, 0, 0}},
         2,
         "ACCUSE RUS -> POL #0.0=0"},
        {"12.1 modes are merged",
         {{0, 5, DEM_ASSAULT, "RUS", "UKR", NO_MODE, 0, 0},
          {0, 9, DEM_ASSAULT, "RUS", "UKR", DEM_ASSAULT_drone, 0, 0}},
         2,
         "ASSAULT:drone RUS -> UKR #0.0=0"},
        {"12.1 an act without its victim is part of the one with it",
         {{0, 5, DEM_ASSAULT, "RUS", "", NO_MODE, 0, 0}, {0, 9, DEM_ASSAULT, "RUS", "UKR", NO_MODE, 0, 0}},
         2,
         "ASSAULT RUS -> UKR #0.0=0"},
        {"12.1 another victim is another act",
         {{0, 5, DEM_ASSAULT, "RUS", "POL", NO_MODE, 0, 0}, {0, 9, DEM_ASSAULT, "RUS", "UKR", NO_MODE, 0, 0}},
         2,
         "ASSAULT RUS -> POL #0.0=0; ASSAULT RUS -> UKR #0.1=1"},
        {"12.1 D58 how many died is no second act",
         {{0, 5, DEM_ASSAULT, "RUS", "UKR", NO_MODE, 0, 0},
          {0, 9, DEM_ASSAULT, "RUS", "POL", NO_MODE, 0, 0, .toll = true}},
         2,
         "ASSAULT RUS -> UKR #0.0=0"},
        {"12.1 D58 nor if it is told first",
         {{0, 5, DEM_ASSAULT, "RUS", "POL", DEM_ASSAULT_drone, 0, 0, .toll = true},
          {0, 9, DEM_ASSAULT, "RUS", "UKR", NO_MODE, 0, 0}},
         2,
         "ASSAULT:drone RUS -> UKR #0.0=0"},
        {"D58 a toll of somebody else's attack stays",
         {{0, 5, DEM_ASSAULT, "RUS", "UKR", NO_MODE, 0, 0},
          {0, 9, DEM_ASSAULT, "IRN", "UKR", NO_MODE, 0, 0, .toll = true}},
         2,
         "ASSAULT RUS -> UKR #0.0=0; ASSAULT IRN -> UKR #0.1=1"},
        {"12.1 victims told as a result are hit by the act",
         {{0, 5, DEM_ASSAULT, "RUS", "UKR", NO_MODE, 0, 0},
          {0, 9, DEM_ASSAULT, "RUS", "POL", NO_MODE, 0, 0, .result = true}},
         2,
         "ASSAULT RUS -> UKR, POL #0.0=0"},
        {"12.1 another standing is another act",
         {{0, 5, DEM_ASSAULT, "RUS", "UKR", NO_MODE, 0, 0},
          {0, 9, DEM_ASSAULT, "RUS", "UKR", NO_MODE, 0, DEM_BIT(DEM_AUX_future)}},
         2,
         "ASSAULT RUS -> UKR #0.0=0; ASSAULT +future RUS -> UKR #0.1=1"},
        {"12.1 another day is another act",
         {{0, 5, DEM_ASSAULT, "RUS", "UKR", NO_MODE, 3, 0}, {0, 9, DEM_ASSAULT, "RUS", "UKR", NO_MODE, 4, 0}},
         2,
         "ASSAULT RUS -> UKR #0.0=0; ASSAULT RUS -> UKR #0.1=1"},
        {"12.1 a visit and the talks during it are one, the direction survives",
         {{0, 5, DEM_CONSULT, "RUS CHN", "", NO_MODE, 0, 0},
          {0, 9, DEM_CONSULT, "RUS", "CHN", DEM_CONSULT_visit, 0, 0}},
         2,
         "CONSULT:visit "
         "RUS -> CHN #0.0=0"},
        {"12.1 beside a visit 'third-party' would contradict",
         {{0, 5, DEM_CONSULT, "RUS CHN", "", DEM_CONSULT_third_party, 0, 0},
          {0, 9, DEM_CONSULT, "RUS", "CHN", DEM_CONSULT_visit, 0, 0}},
         2,
         "CONSULT:visit RUS -> CHN #0.0=0"},
        {"12.1 a meeting with somebody else is another",
         {{0, 5, DEM_CONSULT, "RUS CHN", "", NO_MODE, 0, 0},
          {0, 9, DEM_CONSULT, "RUS", "POL", DEM_CONSULT_visit, 0, 0}},
         2,
         "CONSULT RUS, CHN #0.0=0; CONSULT:visit RUS -> POL #0.1=1"},
        {"12.1 a later sentence gives a record with the same link",
         {{0, 5, DEM_ASSAULT, "RUS", "UKR", NO_MODE, 0, 0}, {2, 9, DEM_ASSAULT, "RUS", "UKR", NO_MODE, 0, 0}},
         2,
         "ASSAULT RUS -> UKR #0.0=0; ASSAULT RUS -> UKR #2.0=0"},
        {"links: dates that contradict keep acts apart",
         {{0, 5, DEM_ASSAULT, "RUS", "UKR", NO_MODE, 3, 0}, {2, 9, DEM_ASSAULT, "RUS", "UKR", NO_MODE, 4, 0}},
         2,
         "ASSAULT RUS -> UKR #0.0=0; ASSAULT RUS -> UKR #2.0=1"},
        {"links: an undated mention does not contradict",
         {{0, 5, DEM_ASSAULT, "RUS", "UKR", NO_MODE, 3, 0}, {2, 9, DEM_ASSAULT, "RUS", "UKR", NO_MODE, 0, 0}},
         2,
         "ASSAULT RUS -> UKR #0.0=0; ASSAULT RUS -> UKR #2.0=0"},
        {"links: other sides are other events",
         {{0, 5, DEM_ASSAULT, "RUS", "UKR", NO_MODE, 0, 0}, {2, 9, DEM_ASSAULT, "RUS", "", NO_MODE, 0, 0}},
         2,
         "ASSAULT RUS -> UKR #0.0=0; ASSAULT RUS #2.0=1"},
        {"records are in order of their triggers",
         {{0, 9, DEM_SUPPORT, "RUS", "POL", NO_MODE, 0, 0}, {0, 5, DEM_ACCUSE, "RUS", "POL", NO_MODE, 0, 0}},
         2,
         "ACCUSE RUS -> POL #0.0=0; SUPPORT RUS -> POL #0.1=1"},
        {"three mentions link to the first",
         {{0, 5, DEM_ACCUSE, "RUS", "POL", NO_MODE, 0, 0},
          {1, 9, DEM_ACCUSE, "RUS", "POL", NO_MODE, 0, 0},
          {3, 12, DEM_ACCUSE, "RUS", "POL", NO_MODE, 0, 0}},
         3,
         "ACCUSE RUS -> POL #0.0=0; ACCUSE RUS -> POL #1.0=0; ACCUSE RUS -> POL #3.0=0"},
        {"nothing", {{0, 0, DEM_AGREE, "", "", NO_MODE, 0, 0}}, 0, "none"},
    };
    int failed = 0;
    dem_buf got = {0};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        tree t = {0};
        dem_events out;
        assemble(&t, CASES[i].event, CASES[i].n, &out);
        tree_note(&got, &t, &out, SHOW_LINK);
        note_check(&failed, CASES[i].why, &got, CASES[i].want);
        tree_free(&t);
    }
    dem_buf_release(&got);
    assert_int_equal(failed, 0);
}

static void test_merged(void **state)
{
    (void)state;
    static const short_event TWICE[] = {{0, 5, DEM_ASSAULT, "RUS", "UKR", NO_MODE, 0, 0}, {0, 9, DEM_ASSAULT, "RUS", "UKR", NO_MODE, 3, 0}};
    static const short_event LINKED[] = {{0, 5, DEM_ASSAULT, "RUS", "UKR", NO_MODE, 0, 0}, {1, 9, DEM_ASSAULT, "RUS", "UKR", NO_MODE, 0, 0}};
    tree t = {0};
    dem_events out;
    assemble(&t, TWICE, 2, &out);
    check_int("the trigger of the first", out.at[0].trigger.start, 5);
    check_int("the date of the one that has it", out.at[0].date, dem_date_from(2025, 3, 3));
    check_int("counted as told twice", (long long)t.tally.dropped[DEM_DROP_SAME], 1);
    assemble(&t, LINKED, 2, &out);
    check_int("both records know of two mentions", out.at[0].mentions, 2);
    check_int("both records know of two mentions", out.at[1].mentions, 2);
    tree_free(&t);
}

/* What is less sure than asked for is left out, counted, and taken back in the trace. */
static void test_keep(void **state)
{
    (void)state;
    static const int SURE[] = {30, 80, 50};
    tree t;
    tree_read(&t, "confidence", "2025-03-18", "Russia/NNP>left:nsubj left/VBD ./.");
    dem_trace trace = {.arena = &t.arena};
    t.coding.arena = &t.arena;
    t.coding.tally = &t.tally;
    t.coding.trace = &trace;
    dem_draft d = {.coding = &t.coding};
    for (uint32_t i = 0; i < 3; i++) {
        dem_event e = {
            .type = DEM_REJECT, .sentence = i, .trigger = {i, i + 1}, .confidence = (int16_t)SURE[i]};
        dem_trace_frame row = {.predicate = {i, i + 1}, .type = DEM_REJECT, .verdict = true, .matched = true};
        dem_vec_push(&t.arena, &d.events, e);
        dem_vec_push(&t.arena, &trace.frames, row);
    }
    dem_draft_keep(&d, 50);
    check_int("two are sure enough", (long long)d.events.n, 2);
    check_int("the first of them", d.events.at[0].confidence, 80);
    check_int("the one that just is", d.events.at[1].confidence, 50);
    check_int("counted", (long long)t.tally.dropped[DEM_DROP_UNSURE], 1);
    assert_false(trace.frames.at[0].matched);
    check_str("told", trace.frames.at[0].why, "not sure enough: confidence 0.30");
    assert_true(trace.frames.at[1].matched && trace.frames.at[2].matched);
    tree_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_assemble), cmocka_unit_test(test_merged),
                                       cmocka_unit_test(test_keep)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
