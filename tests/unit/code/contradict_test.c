/* Claims that cannot hold together: code/contradict.h. */
#include "../base/check.h"
#include "code/contradict.h"

typedef struct claim {
    dem_event_type type;
    const char *actor, *recipient, *by; /* codes, "" for none; by of a denial is not looked at */
    const char *place;
    uint32_t sentence;
    dem_auxes aux;
    const char *cameo;
    dem_event_type denied;
    int day; /* of March 2025; 0: unknown */
} claim;

static dem_entity entity(const char *code)
{
    dem_entity e = {.sectors = 0};
    memcpy(e.code, code, strlen(code));
    return e;
}

static dem_event event_of(const claim *c)
{
    dem_event e = {.type = c->type,
                   .sentence = c->sentence,
                   .aux = c->aux,
                   .denied = c->denied,
                   .date = DEM_DATE_NONE,
                   .precision = DEM_PRECISION_UNKNOWN};
    if (c->actor[0]) e.actor[e.n_actor++] = entity(c->actor);
    if (c->recipient[0]) e.recipient[e.n_recipient++] = entity(c->recipient);
    e.by.present = e.by.named = c->by[0];
    if (c->by[0]) e.by.entity = entity(c->by);
    if (c->place) e.place.name = dem_str_from(c->place);
    if (c->cameo) memcpy(e.cameo, c->cameo, strlen(c->cameo));
    if (c->day) e.date = dem_date_from(2025, 3, c->day), e.precision = DEM_PRECISION_DAY;
    return e;
}

#define NO DEM_EVENT_NONE
#define STRIKE(actor, by, sentence)                                                                            \
    {                                                                                                          \
        DEM_ASSAULT, actor, "UKR", by, NULL, sentence, 0, NULL, NO, 0                                          \
    }
#define DENIAL(actor, what, sentence)                                                                          \
    {                                                                                                          \
        DEM_REJECT, actor, "", "", NULL, sentence, 0, "016", what, 0                                           \
    }

static void test_pairs(void **state)
{
    static const dem_auxes NOT = DEM_BIT(DEM_AUX_negation);
    const struct {
        const char *why;
        claim a, b;
        bool contradict;
    } CASES[] = {
        {"claimed and denied", STRIKE("RUS", "UKR", 0), DENIAL("RUS", DEM_ASSAULT, 1), true},
        {"the denial first", DENIAL("RUS", DEM_ASSAULT, 0), STRIKE("RUS", "UKR", 1), true},
        {"another deed is denied", STRIKE("RUS", "UKR", 0), DENIAL("RUS", DEM_COERCE, 1), false},
        {"another denies", STRIKE("RUS", "UKR", 0), DENIAL("BLR", DEM_ASSAULT, 1), false},
        {"a denial of what was told", STRIKE("RUS", "UKR", 0), DENIAL("RUS", NO, 2), true},
        {"far away", STRIKE("RUS", "UKR", 0), DENIAL("RUS", NO, 9), false},
        {"before it was told", STRIKE("RUS", "UKR", 3), DENIAL("RUS", NO, 2), false},
        {"a refusal is no denial",
         STRIKE("RUS", "UKR", 0),
         {DEM_REJECT, "RUS", "", "", NULL, 1, 0, "120", NO, 0},
         false},
        {"the report's own word", STRIKE("RUS", "", 0), DENIAL("RUS", DEM_ASSAULT, 1), false},
        {"to each other's account", STRIKE("RUS", "UKR", 0), STRIKE("UKR", "RUS", 1), true},
        {"one voice", STRIKE("RUS", "UKR", 0), STRIKE("BLR", "UKR", 1), false},
        {"the same doer", STRIKE("RUS", "UKR", 0), STRIKE("RUS", "GBR", 1), false},
        {"who owns up takes nothing back", STRIKE("RUS", "RUS", 0), STRIKE("BLR", "UKR", 1), false},
        {"elsewhere in the report", STRIKE("RUS", "UKR", 0), STRIKE("UKR", "RUS", 7), false},
        {"of one place however far",
         {DEM_ASSAULT, "RUS", "UKR", "UKR", "Sumy", 0, 0, NULL, NO, 0},
         {DEM_ASSAULT, "UKR", "UKR", "RUS", "SUMY", 7, 0, NULL, NO, 0},
         true},
        {"of two places",
         {DEM_ASSAULT, "RUS", "UKR", "UKR", "Sumy", 0, 0, NULL, NO, 0},
         {DEM_ASSAULT, "UKR", "UKR", "RUS", "Odesa", 1, 0, NULL, NO, 0},
         false},
        {"told and said not to be",
         {DEM_RETREAT, "RUS", "", "RUS", NULL, 0, 0, NULL, NO, 0},
         {DEM_RETREAT, "RUS", "", "UKR", NULL, 5, NOT, NULL, NO, 0},
         true},
        {"not by both",
         {DEM_RETREAT, "RUS", "", "RUS", NULL, 0, NOT, NULL, NO, 0},
         {DEM_RETREAT, "RUS", "", "UKR", NULL, 5, NOT, NULL, NO, 0},
         false},
        {"on two days",
         {DEM_RETREAT, "RUS", "", "RUS", NULL, 0, 0, NULL, NO, 3},
         {DEM_RETREAT, "RUS", "", "UKR", NULL, 5, NOT, NULL, NO, 4},
         false},
        {"on one day",
         {DEM_RETREAT, "RUS", "", "RUS", NULL, 0, 0, NULL, NO, 3},
         {DEM_RETREAT, "RUS", "", "UKR", NULL, 5, NOT, NULL, NO, 3},
         true},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_arena arena;
        dem_arena_init(&arena, 0);
        dem_event e[2] = {event_of(&CASES[i].a), event_of(&CASES[i].b)};
        dem_events all = {e, 2};
        dem_contradict(&all, &arena);
        check_int(CASES[i].why, e[0].n_contradicts, CASES[i].contradict);
        check_int(CASES[i].why, e[1].n_contradicts, CASES[i].contradict);
        if (CASES[i].contradict) {
            check_int(CASES[i].why, e[0].contradicts[0], 1);
            check_int(CASES[i].why, e[1].contradicts[0], 0);
        }
        dem_arena_release(&arena);
    }
}

/* However many claims there are, a record names a bounded number. */
static void test_many(void **state)
{
    enum { N = 700 };
    (void)state;
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_event *e = dem_arena_array(&arena, dem_event, N);
    const claim deed = STRIKE("RUS", "UKR", 0), denial = DENIAL("RUS", DEM_ASSAULT, 1);
    for (int i = 0; i < N; i++) e[i] = event_of(i % 2 ? &denial : &deed);
    dem_events all = {e, N};
    dem_contradict(&all, &arena);
    check_int("the first", e[0].n_contradicts, 16);
    check_int("in order", e[0].contradicts[15], 31);
    check_int("the last", e[N - 1].n_contradicts, 0);
    dem_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_pairs), cmocka_unit_test(test_many)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
