/* Which records of two codings belong together, and in what they differ. */
#include "../base/check.h"
#include "eval/change.h"

/* ---- records of a few letters -------------------------------------------------------------------------- */

/* "2 CONSULT 10 KEN TCD": sentence, type, byte of the trigger, actor, recipient (- for none); a second actor or an
 * empty line may follow. */
static dem_events events_of(dem_arena *arena, const char *text)
{
    DEM_VEC(dem_event) all = {0};
    dem_str rest = dem_str_from(text), line;
    while (dem_str_next(&rest, '\n', &line)) {
        char type[16], actor[4], recipient[4];
        unsigned sentence, at;
        dem_event e = {.n_actor = 1, .link = (uint32_t)all.n, .mentions = 1};
        if (!line.n) continue;
        assert_int_equal(sscanf(line.p, "%u %15s %u %3s %3s", &sentence, type, &at, actor, recipient), 5);
        e.sentence = sentence;
        e.nth = all.n && all.at[all.n - 1].sentence == sentence ? all.at[all.n - 1].nth + 1 : 0;
        e.type = dem_event_by_name(dem_str_from(type));
        assert_true(e.type < DEM_EVENT_NONE);
        e.trigger = (dem_span){at, at + 3};
        memcpy(e.actor[0].code, actor, 3);
        e.n_recipient = recipient[0] != '-';
        memcpy(e.recipient[0].code, recipient, 3);
        dem_vec_push(arena, &all, e);
    }
    return (dem_events){all.at, (uint32_t)all.n};
}

static void add_record(dem_buf *b, const dem_event *e)
{
    if (!e) dem_buf_addz(b, "none");
    else dem_buf_addf(b, "%u:%u %s", e->sentence, e->nth, dem_event_name(e->type));
}

/* "0:1 CONSULT > none", "0:0 AID > 0:1 AID in actor+trigger", a line each. */
static void add_changes(dem_buf *b, const dem_changes *changes)
{
    for (size_t i = 0; i < changes->n; i++) {
        const dem_change *c = &changes->at[i];
        add_record(b, c->old);
        dem_buf_addz(b, " > ");
        add_record(b, c->new);
        for (unsigned f = 0, n = 0; f < DEM_CHANGE_FIELD_COUNT; f++)
            if (c->fields >> f & 1) dem_buf_addf(b, "%s%s", n++ ? "+" : " in ", dem_change_field_name(f));
        dem_buf_addc(b, '\n');
    }
}

static const struct {
    const char *why, *old, *new, *changes;
} CASES[] = {
    {"nothing at all", "", "", ""},
    {"the same", "0 AID 5 KEN TCD\n1 AID 50 KEN TCD\n", "0 AID 5 KEN TCD\n1 AID 50 KEN TCD\n", ""},
    {"one more", "0 AID 5 KEN TCD\n", "0 AID 5 KEN TCD\n1 AID 50 KEN TCD\n", "none > 1:0 AID\n"},
    {"one less", "0 AID 5 KEN TCD\n1 AID 50 KEN TCD\n", "1 AID 50 KEN TCD\n", "0:0 AID > none\n"},
    {"a number alone is no change", "0 AID 5 KEN TCD\n0 AID 50 KEN TCD\n", "0 AID 50 KEN TCD\n",
     "0:0 AID > none\n"},
    {"another recipient", "0 AID 5 KEN TCD\n", "0 AID 5 KEN GAB\n", "0:0 AID > 0:0 AID in recipient\n"},
    {"none", "0 AID 5 KEN TCD\n", "0 AID 5 KEN -\n", "0:0 AID > 0:0 AID in recipient\n"},
    {"another type of the same word", "0 AID 5 KEN TCD\n", "0 ASSAULT 5 KEN TCD\n",
     "0:0 AID > 0:0 ASSAULT in event\n"},
    {"the same type of another word", "0 AID 5 KEN TCD\n", "0 AID 9 KEN TCD\n",
     "0:0 AID > 0:0 AID in trigger\n"},
    {"neither word nor type", "0 AID 5 KEN TCD\n", "0 ASSAULT 9 KEN TCD\n",
     "0:0 AID > none\nnone > 0:0 ASSAULT\n"},
    {"never over the end of a sentence", "0 AID 5 KEN TCD\n", "1 AID 5 KEN TCD\n",
     "0:0 AID > none\nnone > 1:0 AID\n"},
    {"the equal one of two on a word is nobody else's partner", "0 AID 5 KEN TCD\n0 AID 5 KEN GAB\n",
     "0 AID 5 KEN GAB\n", "0:0 AID > none\n"},
    {"the type before the order", "0 AID 5 KEN TCD\n0 ASSAULT 5 KEN TCD\n", "0 ASSAULT 5 KEN GAB\n",
     "0:0 AID > none\n0:1 ASSAULT > 0:0 ASSAULT in recipient\n"},
    {"the word before the type", "0 AID 5 KEN TCD\n", "0 AID 1 KEN TCD\n0 ASSAULT 5 KEN TCD\n",
     "none > 0:0 AID\n0:0 AID > 0:1 ASSAULT in event\n"},
    {"in the order of the text", "1 AID 50 KEN TCD\n1 REJECT 70 KEN TCD\n",
     "0 AID 5 KEN TCD\n1 ACCUSE 60 KEN TCD\n2 AID 90 KEN TCD\n",
     "none > 0:0 AID\n1:0 AID > none\nnone > 1:0 ACCUSE\n1:1 REJECT > none\nnone > 2:0 AID\n"},
};

static void test_pairs(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_arena arena;
        dem_buf b = {0};
        dem_arena_init(&arena, 0);
        dem_events old = events_of(&arena, CASES[i].old), new = events_of(&arena, CASES[i].new);
        dem_changes changes = dem_changes_find(&arena, &old, &new);
        add_changes(&b, &changes);
        check_str(CASES[i].why, dem_buf_str(&b), CASES[i].changes);
        dem_buf_release(&b);
        dem_arena_release(&arena);
    }
}

/* ---- fields --------------------------------------------------------------------------------------------- */

#define BIT(field) (1u << DEM_CHANGE_##field)

static void check_fields(const char *why, const dem_event *a, const dem_event *b, uint32_t want)
{
    check_int(why, dem_change_fields(a, b), want);
    check_int(why, dem_change_fields(b, a), want);
}

static void test_fields(void **state)
{
    dem_event a = {.type = DEM_CONSULT, .n_actor = 1, .date = 100}, b;
    (void)state;
#define CHANGED(why, field, statement)                                                                         \
    do {                                                                                                       \
        b = a;                                                                                                 \
        statement;                                                                                             \
        check_fields(why, &a, &b, BIT(field));                                                                 \
    } while (0)
    check_fields("itself", &a, &a, 0);
    CHANGED("mode", mode, b.modes = dem_modes_with(b.modes, DEM_CONSULT_phone));
    CHANGED("context", context, b.contexts = DEM_BIT(DEM_CTX_legal));
    CHANGED("aux", aux, b.aux = DEM_BIT(DEM_AUX_future));
    CHANGED("sector", actor, b.actor[0].sectors = DEM_BIT(DEM_SEC_GOV));
    CHANGED("words", actor, b.actor[0].span.end = 4);
    CHANGED("office", actor, b.actor[0].office = DEM_STR("President"));
    CHANGED("implied", actor, b.actor[0].implied = true);
    CHANGED("one more", actor, b.n_actor = 2);
    CHANGED("reciprocal", reciprocal, b.reciprocal = true);
    CHANGED("by somebody", attribution, b.by.present = true);
    CHANGED("date", date, b.date = 101);
    CHANGED("as certain as before?", date, b.precision = DEM_PRECISION_MONTH);
    CHANGED("place", place, b.place.name = DEM_STR("Nairobi"));
    CHANGED("cameo", cameo, strcpy(b.cameo, "041"));
    CHANGED("flags", flags, b.flags = DEM_BIT(DEM_FLAG_garbled));
#undef CHANGED
    b = a;
    b.link = b.nth = b.mentions = 7;
    check_fields("numbers are no fields", &a, &b, 0);
    b = a;
    b.by.entity.code[0] = 'K'; /* what is not written does not count */
    b.place.lat = 1;
    check_fields("unwritten", &a, &b, 0);
}

/* ---- sums ----------------------------------------------------------------------------------------------- */

static void test_sums(void **state)
{
    dem_arena arena;
    dem_change_sums sums = {0};
    (void)state;
    dem_arena_init(&arena, 0);
    dem_events old = events_of(&arena, "0 AID 5 KEN TCD\n0 REJECT 9 KEN TCD\n");
    dem_events new = events_of(&arena, "0 ASSAULT 5 KEN GAB\n1 CONSULT 50 KEN TCD\n1 CONSULT 60 KEN TCD\n");
    dem_changes changes = dem_changes_find(&arena, &old, &new), none = {0};
    dem_change_sums_add(&sums, &old, &new, &changes);
    dem_change_sums_add(&sums, &old, &old, &none);
    check_int("reports", (long long)sums.reports, 2);
    check_int("differing", (long long)sums.differing, 1);
    check_int("old", (long long)sums.old[DEM_AID], 2);
    check_int("new", (long long)sums.new[DEM_AID], 1);
    check_int("added", (long long)sums.kind[DEM_CHANGE_ADDED][DEM_CONSULT], 2);
    check_int("removed", (long long)sums.kind[DEM_CHANGE_REMOVED][DEM_REJECT], 1);
    check_int("altered, by the old type", (long long)sums.kind[DEM_CHANGE_ALTERED][DEM_AID], 1);
    check_int("not by the new one", (long long)sums.kind[DEM_CHANGE_ALTERED][DEM_ASSAULT], 0);
    check_int("in the type", (long long)sums.field[DEM_CHANGE_event], 1);
    check_int("in the recipient", (long long)sums.field[DEM_CHANGE_recipient], 1);
    check_int("in nothing else", (long long)sums.field[DEM_CHANGE_actor], 0);
    dem_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pairs),
        cmocka_unit_test(test_fields),
        cmocka_unit_test(test_sums),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
