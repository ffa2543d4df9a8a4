/* The CAMEO code of a record: code/cameo.h, codebook 11 and D70. */
#include "../base/check.h"
#include "code/cameo.h"
#include "tree.h"

typedef struct {
    const char *why, *type, *mode, *frame, *context, *content, *content_mode, *want;
    bool ended;
} cameo_case;

static dem_content content_of(const cameo_case *x)
{
    dem_content c = {.type = DEM_EVENT_NONE, .ended = x->ended};
    if (x->content) c.type = dem_event_by_name(dem_str_from(x->content));
    if (x->content_mode) c.modes = dem_modes_with(c.modes, dem_mode_by_name(c.type, dem_str_from(x->content_mode)));
    return c;
}

static void test_cameo(void **state)
{
    (void)state;
    static const cameo_case CASES[] = {
        {"11 (1) the frame's code comes first", "CONSULT", "visit", "043", NULL, NULL, NULL, "043", false},
        {"11 (2) event and mode", "CONSULT", "visit", "", NULL, NULL, NULL, "042", false},
        {"11 third-party", "CONSULT", "third-party", "", NULL, NULL, NULL, "044", false},
        {"11 phone", "CONSULT", "phone", "", NULL, NULL, NULL, "041", false},
        {"11 event without mode", "SUPPORT", NULL, "", NULL, NULL, NULL, "050", false},
        {"11 (3) the cue category with final 0", "ACCUSE", NULL, "", NULL, NULL, NULL, "110", false},
        {"11 RETREAT 084", "RETREAT", NULL, "", NULL, NULL, NULL, "084", false},
        {"11 withdrawal", "RETREAT", "withdraw", "", NULL, NULL, NULL, "0874", false},
        {"11 ceasefire", "RETREAT", "ceasefire", "", NULL, NULL, NULL, "0871", false},
        {"11 resignation", "RETREAT", "resign", "", NULL, NULL, NULL, "0831", false},
        {"11 boycott of protesters is 143", "PROTEST", "boycott", "", NULL, NULL, NULL, "143", false},
        {"11 sanctions", "SANCTION", "discontinue", "", NULL, NULL, NULL, "163", false},
        {"11 expulsion", "SANCTION", "expel", "", NULL, NULL, NULL, "166", false},
        {"11 verdict", "SANCTION", "convict", "", NULL, NULL, NULL, "116", false},
        {"11 arrest", "COERCE", "arrest", "", NULL, NULL, NULL, "173", false},
        {"11 cyber attack", "COERCE", "cyber", "", NULL, NULL, NULL, "176", false},
        {"11 no CAMEO code for misinformation", "COERCE", "misinformation", "", NULL, NULL, NULL, "170", false},
        {"11 drone", "ASSAULT", "drone", "", NULL, NULL, NULL, "1952", false},
        {"11 crowd control", "ASSAULT", "crowd-control", "", NULL, NULL, NULL, "175", false},
        {"11 refined by context: cooperation of services", "COOPERATE", NULL, "", "intelligence", NULL, NULL, "064", false},
        {"11 refined by context: trade", "COOPERATE", NULL, "", "economic", NULL, NULL, "061", false},
        {"11 refined by context: arms given", "AID", NULL, "", "military", NULL, NULL, "072", false},
        {"11 refined by context: relief", "AID", NULL, "", "health", NULL, NULL, "073", false},
        {"11 refined by context: asylum", "AID", NULL, "", "asylum", NULL, NULL, "075", false},
        {"D70 ask, urge: 02x", "REQUEST", "meet", "02", NULL, NULL, NULL, "026", false},
        {"D70 ask for cooperation", "REQUEST", "assist", "02", NULL, "COOPERATE", NULL, "021", false},
        {"11 ask for aid", "REQUEST", "assist", "02", NULL, "AID", NULL, "023", false},
        {"11 ask for military aid", "REQUEST", "assist", "02", "military", "AID", NULL, "0232", false},
        {"11 ask for diplomatic support", "REQUEST", "assist", "02", "diplomatic", "SUPPORT", NULL, "022", false},
        {"11 demand humanitarian aid", "REQUEST", "assist", "10", "health", "AID", NULL, "1033", false},
        {"D70 demand: 10x", "REQUEST", "meet", "10", NULL, NULL, NULL, "106", false},
        {"D70 demand to yield", "REQUEST", "yield", "10", NULL, NULL, NULL, "105", false},
        {"11 agreed to meet", "AGREE", NULL, "03", NULL, "CONSULT", NULL, "036", false},
        {"11 promised aid", "AGREE", NULL, "03", NULL, "AID", NULL, "033", false},
        {"11 promised military aid", "AGREE", NULL, "03", "military", "AID", NULL, "0332", false},
        {"11 promised economic aid", "AGREE", NULL, "03", "economic", "AID", NULL, "0331", false},
        {"11 promised economic cooperation", "AGREE", NULL, "03", "economic", "COOPERATE", NULL, "0311", false},
        {"11 promised withdrawal is 035x", "CONCEDE", NULL, "03", NULL, "RETREAT", "withdraw", "0356", false},
        {"11 promised release", "CONCEDE", NULL, "03", NULL, "RETREAT", "release", "0353", false},
        {"11 threat", "THREATEN", "violence", "13", NULL, "ASSAULT", NULL, "138", false},
        {"11 threat of arrest", "THREATEN", "arrest", "13", NULL, "COERCE", "arrest", "132", false},
        {"11 refusal to meet", "REJECT", "meet", "12", NULL, "CONSULT", NULL, "125", false},
        {"11 refusal to yield", "REJECT", "yield", "12", NULL, "RETREAT", "withdraw", "124", false},
    };
    int failed = 0;
    dem_buf got = {0};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        const cameo_case *x = &CASES[i];
        dem_event e = {.type = dem_event_by_name(dem_str_from(x->type))};
        if (x->mode) e.modes = dem_modes_with(e.modes, dem_mode_by_name(e.type, dem_str_from(x->mode)));
        if (x->context) e.contexts = DEM_BIT(dem_context_by_name(dem_str_from(x->context)));
        dem_content c = content_of(x);
        dem_cameo_set(&e, x->frame, &c);
        dem_buf_clear(&got);
        dem_buf_addz(&got, e.cameo);
        note_check(&failed, x->why, &got, x->want);
    }
    dem_buf_release(&got);
    assert_int_equal(failed, 0);
}

/* Whatever the type, mode and content, the code exists, and it is one of the event's own. */
static void test_every(void **state)
{
    (void)state;
    static const char *const FAMILY[] = {"", "02", "03", "08", "10", "12", "13"};
    for (unsigned m = 0; m < DEM_MODE_COUNT; m++)
        for (size_t f = 0; f < COUNT(FAMILY); f++)
            for (unsigned content = 0; content <= DEM_EVENT_NONE; content++) {
                dem_event e = {.type = dem_mode_event(m)};
                dem_content c = {.type = (dem_event_type)content, .present = true};
                e.modes = dem_modes_with(e.modes, m);
                dem_cameo_set(&e, FAMILY[f], &c);
                if (!dem_cameo_find(dem_str_from(e.cameo))) fail_msg("%s:%s gives %s", dem_event_name(e.type), dem_mode_name(m), e.cameo);
            }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cameo), cmocka_unit_test(test_every)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
