/* The invariants of event records: record/event.h. One sound record, and
 * for each invariant the ways to break just that. */
#include "../base/check.h"
#include "record/event.h"

/*                        0         1         2         3         4         5 */
static const char TEXT[] = "Later. Oslo received Z\xC3\xBCrich's envoy in Bergen, Rome said.";
static const dem_report REPORT = {.id = {"r1", 2}, .text = {TEXT, sizeof TEXT - 1}, .day = DEM_DATE_NONE};

static dem_event sound(void)
{
    dem_event e = {.sentence = 1,
                   .type = DEM_CONSULT,
                   .n_actor = 1,
                   .n_recipient = 1,
                   .date = DEM_DATE_NONE,
                   .precision = DEM_PRECISION_UNKNOWN,
                   .cameo = "043",
                   .sentence_span = {7, sizeof TEXT - 1},
                   .trigger = {12, 20},
                   .mentions = 1};
    e.modes = dem_modes_with(e.modes, DEM_CONSULT_visit);
    e.actor[0] = (dem_entity){.code = "CHE", .span = {21, 28}};
    e.recipient[0] = (dem_entity){.code = "NOR", .span = {7, 11}};
    e.place = (dem_place){.span = {40, 46}, .name = {"Bergen", 6}};
    return e;
}

static void nothing(dem_event *e)
{
    (void)e;
}
static void type(dem_event *e)
{
    e->type = DEM_EVENT_NONE;
}
static void mode(dem_event *e)
{
    e->modes = dem_modes_with(e->modes, DEM_ASSAULT_drone);
}
static void moded_support(dem_event *e)
{
    e->type = DEM_SUPPORT;
}
static void cyber(dem_event *e)
{
    e->type = DEM_COERCE;
    e->modes = dem_modes_with((dem_modes){0}, DEM_COERCE_cyber);
}
static void cyber_in_context(dem_event *e)
{
    cyber(e);
    e->contexts = DEM_BIT(DEM_CTX_cyber);
}
static void misinformation(dem_event *e)
{
    e->type = DEM_COERCE;
    e->modes = dem_modes_with((dem_modes){0}, DEM_COERCE_misinformation);
    e->contexts = DEM_BIT(DEM_CTX_cyber);
}
static void no_actor(dem_event *e)
{
    e->n_actor = 0;
}
static void no_recipient(dem_event *e)
{
    e->n_recipient = 0;
}
static void bare(dem_event *e, dem_event_type t)
{
    e->type = t;
    e->modes = (dem_modes){0};
    e->n_recipient = 0;
}
static void aid(dem_event *e)
{
    bare(e, DEM_AID);
}
static void sanction(dem_event *e)
{
    bare(e, DEM_SANCTION);
}
static void cooperate(dem_event *e)
{
    bare(e, DEM_COOPERATE);
}
static void reciprocal(dem_event *e)
{
    e->actor[1] = e->recipient[0];
    e->n_actor = 2;
    e->n_recipient = 0;
    e->reciprocal = true;
}
static void cooperate_reciprocal(dem_event *e)
{
    cooperate(e);
    reciprocal(e);
}
static void reciprocal_alone(dem_event *e)
{
    e->reciprocal = true, e->n_recipient = 0;
}
static void reciprocal_with_recipient(dem_event *e)
{
    reciprocal(e);
    e->n_recipient = 1;
    e->recipient[0].span = (dem_span){0, 0};
}
static void both_sides(dem_event *e)
{
    e->recipient[0].span = e->actor[0].span;
}
static void trigger_before(dem_event *e)
{
    e->trigger = (dem_span){0, 5};
}
static void no_trigger(dem_event *e)
{
    e->trigger = (dem_span){0, 0};
}
static void actor_before(dem_event *e)
{
    e->actor[0].span = (dem_span){0, 5};
}
static void recipient_before(dem_event *e)
{
    e->recipient[0].span = (dem_span){0, 5};
}
static void place_before(dem_event *e)
{
    e->place.span = (dem_span){0, 5};
}
static void place_without_span(dem_event *e)
{
    e->place.span = (dem_span){0, 0};
}
static void codeless(dem_event *e)
{
    e->actor[0].code[0] = 0;
}
static void codeless_unknown(dem_event *e)
{
    codeless(e), e->actor[0].sectors = DEM_BIT(DEM_SEC_UNK);
}
static void implied(dem_event *e)
{
    e->actor[0].implied = true, e->actor[0].span = (dem_span){0, 0};
}
static void implied_with_span(dem_event *e)
{
    e->actor[0].implied = true;
}
static void half_letter(dem_event *e)
{
    e->actor[0].span = (dem_span){21, 23};
}
static void cue_beyond(dem_event *e)
{
    e->by.cue = (dem_span){50, 500};
}
static void cue_reversed(dem_event *e)
{
    e->by.cue = (dem_span){52, 48};
}
static void source_half_letter(dem_event *e)
{
    e->by.entity.span = (dem_span){23, 28};
}
static void source_before(dem_event *e)
{
    e->by.entity.span = (dem_span){0, 5};
}
static void cameo(dem_event *e)
{
    memcpy(e->cameo, "999", 4);
}
static void dated(dem_event *e, const char *day, dem_precision p)
{
    e->date = dem_date_parse(dem_str_from(day));
    e->precision = p;
}
static void monday(dem_event *e)
{
    dated(e, "2025-03-17", DEM_PRECISION_WEEK);
}
static void tuesday(dem_event *e)
{
    dated(e, "2025-03-18", DEM_PRECISION_WEEK);
}
static void month(dem_event *e)
{
    dated(e, "2025-03-01", DEM_PRECISION_MONTH);
}
static void mid_month(dem_event *e)
{
    dated(e, "2025-03-02", DEM_PRECISION_MONTH);
}
static void year(dem_event *e)
{
    dated(e, "2025-01-01", DEM_PRECISION_YEAR);
}
static void mid_year(dem_event *e)
{
    dated(e, "2025-02-01", DEM_PRECISION_YEAR);
}
static void dateless_day(dem_event *e)
{
    e->precision = DEM_PRECISION_DAY;
}
static void past_and_future(dem_event *e)
{
    e->aux = DEM_BIT(DEM_AUX_future) | DEM_BIT(DEM_AUX_historical);
}
static void negated_future(dem_event *e)
{
    e->aux = DEM_BIT(DEM_AUX_future) | DEM_BIT(DEM_AUX_negation);
}

static const struct {
    const char *why;
    void (*change)(dem_event *);
    int invariant;
} CASES[] = {
    {"sound", nothing, 0},
    {"unknown type", type, 1},
    {"mode of another event", mode, 1},
    {"SUPPORT has no modes", moded_support, 1},
    {"cyber without its context", cyber, 2},
    {"cyber with its context", cyber_in_context, 0},
    {"misinformation without its context", misinformation, 2},
    {"no actor", no_actor, 3},
    {"CONSULT needs no recipient", no_recipient, 0},
    {"AID needs one", aid, 3},
    {"SANCTION needs one", sanction, 3},
    {"COOPERATE needs one", cooperate, 3},
    {"COOPERATE may be reciprocal instead", cooperate_reciprocal, 0},
    {"reciprocal", reciprocal, 0},
    {"reciprocal with one actor", reciprocal_alone, 4},
    {"reciprocal with a recipient", reciprocal_with_recipient, 4},
    {"one span on both sides", both_sides, 4},
    {"trigger outside the sentence", trigger_before, 5},
    {"no trigger", no_trigger, 5},
    {"actor outside the sentence", actor_before, 5},
    {"recipient outside the sentence", recipient_before, 5},
    {"place outside the sentence", place_before, 5},
    {"place from the dateline", place_without_span, 0},
    {"no code", codeless, 5},
    {"no code, but UNK", codeless_unknown, 0},
    {"implied", implied, 0},
    {"implied, yet with a span", implied_with_span, 5},
    {"participant that ends within a letter", half_letter, 6},
    {"cue beyond the text", cue_beyond, 6},
    {"cue that ends before it starts", cue_reversed, 6},
    {"source begins within a letter", source_half_letter, 6},
    {"source in an earlier sentence", source_before, 0},
    {"unknown CAMEO code", cameo, 7},
    {"a week from Monday", monday, 0},
    {"a week from Tuesday", tuesday, 9},
    {"a month from its first day", month, 0},
    {"a month from its second day", mid_month, 9},
    {"a year from its first day", year, 0},
    {"a year from February", mid_year, 9},
    {"a day without a date", dateless_day, 9},
    {"future and historical", past_and_future, 10},
    {"future and negated", negated_future, 0},
};

static int invariant_in(const dem_error *err)
{
    int n = -1;
    return sscanf(err->text, "invariant %d", &n) == 1 ? n : -1;
}

static void test_one_record(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_event e = sound();
        dem_error err = {0};
        CASES[i].change(&e);
        dem_status st = dem_event_check(&e, &REPORT, false, &err);
        check_int(CASES[i].why, st, CASES[i].invariant ? DEM_E_FORMAT : DEM_OK);
        if (CASES[i].invariant) check_int(CASES[i].why, invariant_in(&err), CASES[i].invariant);
    }
    dem_event e = sound();
    codeless(&e);
    check_int("codes may be missing if that was asked for", dem_event_check(&e, &REPORT, true, NULL), DEM_OK);
}

static void two(dem_event *e)
{
    (void)e;
}
static void same_again(dem_event *e)
{
    e[1].type = e[0].type, e[1].modes = e[0].modes;
}
static void other_trigger(dem_event *e)
{
    same_again(e), e[1].trigger = (dem_span){48, 52};
}
static void other_sectors(dem_event *e)
{
    same_again(e), e[1].actor[0].sectors = DEM_BIT(DEM_SEC_GOV);
}
static void gap(dem_event *e)
{
    e[1].nth = 2;
}
static void not_counted(dem_event *e)
{
    e[1].nth = 0;
}
static void backwards(dem_event *e)
{
    e[1].sentence = 0, e[1].nth = 0;
}
static void next_sentence(dem_event *e)
{
    e[1].sentence = 2, e[1].nth = 0;
}
static void forward_link(dem_event *e)
{
    e[0].link = 1;
}
static void back_link(dem_event *e)
{
    e[1].link = 0;
}
static void second_is_bad(dem_event *e)
{
    e[1].n_actor = 0;
}

static void test_pairs(void **state)
{
    (void)state;
    static const struct {
        const char *why;
        void (*change)(dem_event *);
        int invariant;
    } PAIRS[] = {
        {"one trigger, two types", two, -1},
        {"one trigger, two equal records", same_again, 8},
        {"the same act, another trigger", other_trigger, -1},
        {"one trigger, other participants", other_sectors, -1},
        {"numbers with a gap", gap, 0},
        {"a number twice", not_counted, 0},
        {"sentences backwards", backwards, 0},
        {"numbers begin again in the next sentence", next_sentence, -1},
        {"link to a later record", forward_link, 0},
        {"link to an earlier one", back_link, -1},
        {"each record is checked", second_is_bad, 3},
    };
    for (size_t i = 0; i < COUNT(PAIRS); i++) {
        dem_event e[2] = {sound(), sound()};
        dem_error err = {0};
        e[1].nth = e[1].link = 1;
        e[1].type = DEM_SUPPORT;
        e[1].modes = (dem_modes){0};
        PAIRS[i].change(e);
        dem_status st = dem_events_check(&(dem_events){e, 2}, &REPORT, false, &err);
        check_int(PAIRS[i].why, st, PAIRS[i].invariant >= 0 ? DEM_E_FORMAT : DEM_OK);
        if (PAIRS[i].invariant >= 0) check_int(PAIRS[i].why, invariant_in(&err), PAIRS[i].invariant);
    }
    check_int("no records", dem_events_check(&(dem_events){NULL, 0}, &REPORT, false, NULL), DEM_OK);
}

static void test_names(void **state)
{
    (void)state;
    static const char *const PRECISION[] = {"day", "week", "month", "year", "unknown", ""};
    for (unsigned p = 0; p < COUNT(PRECISION); p++)
        check_str("precision", dem_str_from(dem_precision_name(p)), PRECISION[p]);
    for (unsigned f = 1; f < DEM_FLAG_COUNT; f++)
        assert_true(strcmp(dem_flag_name(f - 1), dem_flag_name(f)) < 0);
    check_str("beyond", dem_str_from(dem_flag_name(DEM_FLAG_COUNT)), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_one_record), cmocka_unit_test(test_pairs),
                                       cmocka_unit_test(test_names)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
