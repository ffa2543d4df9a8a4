/* Records in short notation, and the table made of them. */
#include "out/notation.h"
#include "out/writer.h"
#include "sample.h"
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const struct {
    const char *why;
    uint32_t record;
    const char *expected, *date;
} EVENTS[] = {
    {"one side, one recipient, a source", 0, "CONSULT:visit, PRT GOV MIL → KEN GOV {diplomatic}, by: KEN GOV",
     "2025-03-18"},
    {"negated; words where no code is known; a nameless source", 1,
     "COERCE:arrest +negation, CHN COP → \"activists\", by: Reportedly", "2025-W11"},
    {"mutual", 2, "COOPERATE, [TCD, PER] → –", "–"},
};

static void test_events(void **state)
{
    (void)state;
    sample s;
    sample_init(&s);
    for (size_t i = 0; i < sizeof EVENTS / sizeof *EVENTS; i++) {
        dem_buf b = {0}, d = {0};
        dem_note_event(&b, &s.report, &s.event[EVENTS[i].record]);
        dem_note_date(&d, &s.event[EVENTS[i].record]);
        if (strcmp(b.p, EVENTS[i].expected) != 0 || strcmp(d.p, EVENTS[i].date) != 0)
            fail_msg("%s: %s, %s", EVENTS[i].why, b.p, d.p);
        dem_buf_release(&b);
        dem_buf_release(&d);
    }
}

static const struct {
    const char *why;
    int y, m, d;
    dem_precision precision;
    const char *expected;
} DATES[] = {
    {"the first days of January may lie in the old year's last week", 2020, 12, 28, DEM_PRECISION_WEEK,
     "2020-W53"},
    {"the last days of December may lie in the new year's first week", 2024, 12, 30, DEM_PRECISION_WEEK,
     "2025-W01"},
    {"month", 2025, 3, 1, DEM_PRECISION_MONTH, "2025-03"},
    {"year", 2025, 1, 1, DEM_PRECISION_YEAR, "2025"},
    {"day of publication only", 2025, 3, 18, DEM_PRECISION_UNKNOWN, "2025-03-18?"},
};

static void test_dates(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof DATES / sizeof *DATES; i++) {
        dem_event e = {.date = dem_date_from(DATES[i].y, DATES[i].m, DATES[i].d),
                       .precision = DATES[i].precision};
        dem_buf b = {0};
        dem_note_date(&b, &e);
        if (strcmp(b.p, DATES[i].expected) != 0) fail_msg("%s: %s", DATES[i].why, b.p);
        dem_buf_release(&b);
    }
}

static size_t characters(dem_str s)
{
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += ((unsigned char)s.p[i] & 0xc0) != 0x80;
    return n;
}

static void table(dem_buf *b, uint32_t width)
{
    sample s;
    sample_init(&s);
    dem_out_style style = {.coder = &s.coder, .width = width};
    dem_out_item item = {.report = &s.report, .events = &s.events};
    dem_table_begin(b, &style);
    dem_table_report(b, &style, &item);
}

static void test_table_keeps_its_width(void **state)
{
    (void)state;
    static const uint32_t WIDTHS[] = {60, 80, 120, 200};
    for (size_t i = 0; i < sizeof WIDTHS / sizeof *WIDTHS; i++) {
        dem_buf b = {0};
        table(&b, WIDTHS[i]);
        dem_str rest = dem_buf_str(&b), line;
        while (dem_str_next(&rest, '\n', &line))
            if (characters(line) > WIDTHS[i]) fail_msg("at %u: %.*s", WIDTHS[i], DEM_STR_ARG(line));
        assert_true(dem_str_find(dem_buf_str(&b), DEM_STR("[received]")) < b.n);
        dem_buf_release(&b);
    }
}

/* The default width, as written to a pipe. */
#define TABLE_120                                                                                                \
    "DATE        ACTOR            EVENT                RECIPIENT        BY          WORDS\n"                     \
    "2025-03-18  PRT GOV MIL      CONSULT:visit        KEN GOV          KEN GOV     … President Amina "        \
    "Odhiambo [received]\n"                                                                                      \
    "                                                                               Pedro Lima in Nairobi on "   \
    "Tuesday, the\n"                                                                                             \
    "                                                                               ministry said.\n"            \
    "2025-W11    CHN COP          COERCE:arrest        \"activists\"      Reportedly  … three activists were " \
    "[detained] in\n"                                                                                            \
    "                             +negation                                         Ürümqi.\n"                 \
    "–           [TCD, PER]       COOPERATE            (mutual)                     Chad and Peru \"[traded] " \
    "wheat\".\n"

static void test_table_at_full_width(void **state)
{
    (void)state;
    dem_buf b = {0};
    table(&b, 0);
    assert_string_equal(b.p, TABLE_120);
    dem_buf_release(&b);
}

static void test_conllu(void **state)
{
    (void)state;
    dem_str t = DEM_STR("Oslo\nleft.");
    dem_token tok[] = {
        {.start = 0,
         .end = 4,
         .form = {t.p, 4},
         .lemma = DEM_STR("Oslo"),
         .head = 1,
         .rel = DEM_REL_nsubj,
         .upos = DEM_UPOS_PROPN,
         .xpos = DEM_XPOS_NNP,
         .space_after = true},
        {.start = 5,
         .end = 9,
         .form = {t.p + 5, 4},
         .lemma = DEM_STR("leave"),
         .head = DEM_ROOT,
         .rel = DEM_REL_root,
         .upos = DEM_UPOS_VERB,
         .xpos = DEM_XPOS_VBD},
        {.start = 9,
         .end = 10,
         .form = {t.p + 9, 1},
         .lemma = DEM_STR("."),
         .head = 1,
         .rel = DEM_REL_punct,
         .upos = DEM_UPOS_PUNCT,
         .xpos = (uint8_t)dem_xpos_by_name(DEM_STR(".")),
         .space_after = true},
    };
    dem_sentence s[] = {{.number = 0, .zone = DEM_ZONE_HEADING}, {.number = 1, .end = 10, .n = 3, .tok = tok}};
    dem_report r = {.id = DEM_STR("r1"), .text = t};
    dem_out_item item = {.report = &r, .sentences = s, .n_sentences = 2};
    dem_buf b = {0};
    dem_conllu_report(&b, NULL, &item);
    assert_string_equal(b.p, "# newdoc id = r1\n# sent_id = r1:1\n# text = Oslo left.\n"
                             "1\tOslo\tOslo\tPROPN\tNNP\t_\t2\tnsubj\t_\tTokenRange=0:4\n"
                             "2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No|TokenRange=5:9\n"
                             "3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\tTokenRange=9:10\n\n");
    dem_buf_release(&b);
}

static void test_find(void **state)
{
    (void)state;
    assert_ptr_equal(dem_writer_find(DEM_WRITERS, DEM_STR("jsonl")), &DEM_WRITERS[0]);
    assert_non_null(dem_writer_find(DEM_WRITERS, DEM_STR("conllu")));
    assert_null(dem_writer_find(DEM_WRITERS, DEM_STR("JSON")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_events),
        cmocka_unit_test(test_dates),
        cmocka_unit_test(test_table_keeps_its_width),
        cmocka_unit_test(test_table_at_full_width),
        cmocka_unit_test(test_conllu),
        cmocka_unit_test(test_find),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
