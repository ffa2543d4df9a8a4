/* Gold files and records, and what their comparison counts. */
#include "eval/score.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

/* Two sentences: bytes 0 to 24 and 25 to 50; what stands behind is no article. */
#define TEXT "Kenya and Chad held talks. Both then thanked Gabon. Log in to read."
#define REPORT "{\"id\": \"r\", \"text\": \"" TEXT "\", \"sentences\": [[0, 26], [27, 51]], \"events\": ["
static const char *const GOLD =
    REPORT "{\"event\": \"CONSULT\", \"actor\": [\"KEN/GOV\", \"TCD/GOV+MIL\"], \"recipient\": [], \"trigger\": [20, 25],"
           " \"aux\": [\"future\"], \"mode\": [\"third-party\", \"phone\"], \"attribution\": null, \"date\": null},"
           "{\"event\": \"SUPPORT\", \"actor\": [\"KEN\", \"TCD\"], \"recipient\": [\"GAB\"], \"trigger\": [37, 44],"
           " \"attribution\": \"KEN/GOV\"}]}\n";

typedef struct fixture {
    dem_arena arena, scratch;
    dem_gold gold;
    dem_error err;
    dem_scores_of_events s;
    char path[40];
} fixture;

static dem_status read_text(fixture *f, const char *text)
{
    strcpy(f->path, "/tmp/demarche-gold-XXXXXX");
    int fd = mkstemp(f->path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, strlen(text)), strlen(text));
    close(fd);
    dem_status st = dem_gold_read(&f->gold, f->path, &f->err);
    unlink(f->path);
    return st;
}

static int setup(void **state)
{
    fixture *f = calloc(1, sizeof *f);
    dem_arena_init(&f->arena, 0);
    dem_arena_init(&f->scratch, 0);
    f->gold.arena = &f->arena;
    *state = f;
    return 0;
}

static int teardown(void **state)
{
    fixture *f = *state;
    dem_arena_release(&f->arena);
    dem_arena_release(&f->scratch);
    free(f);
    return 0;
}

static void add(fixture *f, const char *record)
{
    assert_int_equal(dem_gold_add(&f->gold, dem_str_from(record), DEM_STR("records"), 1, &f->err), DEM_OK);
}

static void test_short_records(void **state)
{
    fixture *f = *state;
    assert_int_equal(read_text(f, GOLD), DEM_OK);
    assert_int_equal(f->gold.reports.n, 1);
    const dem_marked *m = f->gold.reports.at[0].gold.at;
    assert_int_equal(m[0].dyad.n, 1); /* undirected, the first in the alphabet first */
    assert_string_equal(m[0].dyad.at[0].p, "KEN|TCD");
    assert_string_equal(m[0].sectors.at[0].p, "KEN/GOV|TCD/GOV");
    assert_string_equal(m[0].field[DEM_MARKED_MODE].p, "phone+third-party");
    assert_int_equal(m[0].sentence, 0);
    assert_int_equal(m[1].dyad.n, 2);
    assert_string_equal(m[1].dyad.at[1].p, "TCD>GAB");
    assert_string_equal(m[1].field[DEM_MARKED_ATTRIBUTION].p, "KEN");
    assert_false(m[1].given[DEM_MARKED_AUX]);
}

typedef struct seen {
    int n;
    char text[256];
} seen;

static void see(void *ctx, const dem_difference *d)
{
    seen *s = ctx;
    size_t at = strlen(s->text);
    s->n++;
    for (uint32_t i = 0; i < d->n_missed; i++, at = strlen(s->text))
        snprintf(s->text + at, sizeof s->text - at, "%d -%s %.*s\n", d->sentence, dem_event_name(d->missed[i].type),
                 DEM_STR_ARG(d->missed[i].dyad));
    for (uint32_t i = 0; i < d->n_extra; i++, at = strlen(s->text))
        snprintf(s->text + at, sizeof s->text - at, "%d +%s %.*s\n", d->sentence, dem_event_name(d->extra[i].type),
                 DEM_STR_ARG(d->extra[i].dyad));
}

static void assert_units(const dem_units *u, uint32_t right, uint32_t extra, uint32_t missed)
{
    assert_int_equal(u->right, right);
    assert_int_equal(u->extra, extra);
    assert_int_equal(u->missed, missed);
}

static void test_scores(void **state)
{
    fixture *f = *state;
    assert_int_equal(read_text(f, GOLD), DEM_OK);
    /* the meeting as A to B, with another mode; one of two thanks, with a wrong recipient beside; one from "Log in" */
    add(f, "{\"report\": {\"id\": \"r\"}, \"event\": \"CONSULT\", \"text_info\": {\"trigger_start\": 20, \"trigger_end\": 25},"
           " \"actor\": [{\"code\": \"TCD\", \"sector\": [\"GOV\"]}], \"recipient\": [{\"code\": \"KEN\", \"sector\": []}],"
           " \"aux\": [\"future\"], \"mode\": [], \"attribution\": null, \"date\": \"2024-03-02\"}");
    add(f, "{\"report\": \"r\", \"event\": \"SUPPORT\", \"trigger\": [37, 44], \"actor\": [\"KEN\"], \"recipient\": [\"GAB\"],"
           " \"attribution\": {\"entity\": {\"code\": \"KEN\"}}}");
    add(f, "{\"report\": \"r\", \"event\": \"REQUEST\", \"trigger\": [52, 55], \"actor\": [], \"recipient\": [\"GAB\"]}");
    add(f, "{\"report\": \"another\", \"event\": \"REQUEST\", \"trigger\": [0, 1], \"actor\": [], \"recipient\": []}");
    seen s = {0};
    dem_score_events(&f->gold, &f->scratch, &f->s, see, &s);
    assert_units(&f->s.level[DEM_SCORE_TYPE], 2, 1, 0);
    assert_units(&f->s.level[DEM_SCORE_DYAD], 2, 1, 1);
    assert_units(&f->s.level[DEM_SCORE_SECTOR], 1, 2, 2); /* KEN without its sector */
    assert_units(&f->s.level[DEM_SCORE_REPORT], 2, 1, 1);
    assert_units(&f->s.event[DEM_SUPPORT], 1, 0, 1);
    assert_string_equal(s.text, "-1 +REQUEST ->GAB\n1 -SUPPORT TCD>GAB\n");
    assert_int_equal(s.n, 2);
    assert_int_equal(f->s.noise, 1);
    assert_int_equal(f->gold.strangers, 1);
    assert_int_equal(f->s.agreed[DEM_MARKED_AUX], 1);
    assert_int_equal(f->s.compared[DEM_MARKED_AUX], 1); /* the gold of the second says nothing of it */
    assert_int_equal(f->s.agreed[DEM_MARKED_MODE], 0);
    assert_int_equal(f->s.agreed[DEM_MARKED_DATE], 0);
    assert_int_equal(f->s.agreed[DEM_MARKED_ATTRIBUTION], 2);
    assert_int_equal(f->s.confusion[DEM_EVENT_NONE][DEM_REQUEST], 1);
    assert_int_equal(f->s.confusion[DEM_CONSULT][DEM_CONSULT], 1);
}

static void test_confusion(void **state)
{
    fixture *f = *state;
    assert_int_equal(read_text(f, GOLD), DEM_OK);
    add(f, "{\"report\": \"r\", \"event\": \"AID\", \"trigger\": [38, 40], \"actor\": [\"KEN\"], \"recipient\": [\"GAB\"]}");
    add(f, "{\"report\": \"r\", \"event\": \"AGREE\", \"trigger\": [0, 5], \"actor\": [\"KEN\"], \"recipient\": []}");
    dem_score_events(&f->gold, &f->scratch, &f->s, NULL, NULL);
    assert_int_equal(f->s.confusion[DEM_SUPPORT][DEM_AID], 1);           /* on overlapping words */
    assert_int_equal(f->s.confusion[DEM_CONSULT][DEM_EVENT_NONE], 1);    /* missed */
    assert_int_equal(f->s.confusion[DEM_EVENT_NONE][DEM_AGREE], 1);      /* extra */
    assert_int_equal(f->s.confusion[DEM_CONSULT][DEM_AGREE], 0);         /* other words */
}

static void test_mistakes(void **state)
{
    static const struct {
        const char *line, *what;
    } CASES[] = {
        {"{\"id\": \"r\"", "not JSON"},
        {"[1]", "expected an object with \"id\" and \"text\""},
        {"{\"id\": \"r\", \"text\": \"Kenya left.\"}", "no \"sentences\""},
        {"{\"id\": \"r\", \"text\": \"Kenya left.\", \"sentences\": [[0, 99]]}", "within the text"},
        {"{\"id\": \"r\", \"text\": \"Kenya left.\", \"sentences\": [[5, 2]]}", "within the text"},
        {REPORT "{\"event\": \"DANCE\", \"trigger\": [0, 1]}]}", "none of the event types"},
        {REPORT "{\"event\": \"AID\"}]}", "without the bytes of its trigger"},
        {REPORT "{\"event\": \"AID\", \"trigger\": [-1, 1]}]}", "without the bytes of its trigger"},
        {REPORT "7]}", "a record is a JSON object"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        fixture *f = *state;
        char text[1024];
        snprintf(text, sizeof text, "\n%s\n", CASES[i].line);
        assert_int_equal(read_text(f, text), DEM_E_FORMAT);
        assert_int_equal(f->err.line, 2);
        if (!strstr(f->err.text, CASES[i].what)) fail_msg("%s: \"%s\"", CASES[i].line, f->err.text);
    }
}

static void test_same_id(void **state)
{
    fixture *f = *state;
    char text[2048];
    snprintf(text, sizeof text, "%s%s", GOLD, GOLD);
    assert_int_equal(read_text(f, text), DEM_E_FORMAT);
    assert_int_equal(f->err.line, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_short_records, setup, teardown),
        cmocka_unit_test_setup_teardown(test_scores, setup, teardown),
        cmocka_unit_test_setup_teardown(test_confusion, setup, teardown),
        cmocka_unit_test_setup_teardown(test_mistakes, setup, teardown),
        cmocka_unit_test_setup_teardown(test_same_id, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
