/* What `demarche explain` shows. */
#include "out/explain.h"
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define TEXT "Oslo left Rome. Advertisement"

static const char *const EXPECTED =
    "PUBLISHED 2025-03-18, by the published line \"left\"\n\n"
    "SENTENCE 0  Oslo left Rome.\n\n"
    "NO WORD   RELATION LEMMA UPOS  XPOS\n"
    "2  left   root     leave VERB  VBD\n"
    "1  ├─Oslo nsubj    Oslo  PROPN NNP\n"
    "3  └─Rome obj      Rome  PROPN NNP\n"
    "\n"
    "MENTION CODE    HOW\n"
    "Oslo    NOR GOV capital (Oslo, Q585)\n"
    "Rome    no code unknown name\n"
    "\n"
    "TIME DAYS                   PRECISION KIND\n"
    "left 2025-03-01..2025-03-31 month     date, of a noun\n"
    "Rome none                             counted\n"
    "\n"
    "PLACE CODE WHERE               KIND\n"
    "Oslo       no gazetteer has it \n"
    "Rome  ITA  Lazio, 41.9 12.5    town\n"
    "\n"
    "PREDICATE FITS EVENT   FRAME         WHY\n"
    "left      no   RETREAT retreat.txt:3 no force among the subjects\n"
    "left      yes  REJECT  reject.txt:7  actor = Oslo\n"
    "\n"
    "RECORDS\n"
    "  REJECT, NOR GOV → –\n"
    "    \"left\", 2025-03 by \"left\", in Rome ITA, CAMEO 120, confidence 0.07, flag garbled\n"
    "\n"
    "SENTENCE 1  Advertisement\n\n"
    "not coded: boilerplate\n";

static dem_token token(uint32_t start, uint32_t end, const char *lemma, int head, dem_relation rel,
                       dem_upos upos, dem_xpos xpos)
{
    dem_str t = DEM_STR(TEXT);
    return (dem_token){.start = start,
                       .end = end,
                       .form = dem_str_sub(t, start, end),
                       .lemma = dem_str_from(lemma),
                       .head = (int16_t)head,
                       .rel = (uint8_t)rel,
                       .upos = (uint8_t)upos,
                       .xpos = (uint8_t)xpos};
}

static void test_passage(void **state)
{
    (void)state;
    dem_arena a;
    dem_arena_init(&a, 0);
    dem_report r = {.id = DEM_STR("passage"),
                    .text = DEM_STR(TEXT),
                    .published = DEM_STR("2025-03-18"),
                    .dated_from = 5,
                    .dated_to = 9,
                    .dated_by = "published line"};
    dem_token tok[] = {token(0, 4, "Oslo", 1, DEM_REL_nsubj, DEM_UPOS_PROPN, DEM_XPOS_NNP),
                       token(5, 9, "leave", DEM_ROOT, DEM_REL_root, DEM_UPOS_VERB, DEM_XPOS_VBD),
                       token(10, 14, "Rome", 1, DEM_REL_obj, DEM_UPOS_PROPN, DEM_XPOS_NNP)};
    dem_sentence s[] = {{.end = 15, .n = 3, .tok = tok},
                        {.number = 1, .start = 16, .end = 29, .zone = DEM_ZONE_BOILERPLATE}};
    dem_sentence_index(&s[0], &a);
    dem_event e = {.type = DEM_REJECT,
                   .n_actor = 1,
                   .cameo = "120",
                   .trigger = {5, 9},
                   .precision = DEM_PRECISION_MONTH,
                   .date = dem_date_from(2025, 3, 1),
                   .time = {5, 9},
                   .flags = DEM_BIT(DEM_FLAG_garbled),
                   .confidence = 7,
                   .place = {.name = DEM_STR("Rome"), .country = "ITA"}};
    e.actor[0] = (dem_entity){.code = "NOR",
                              .sectors = DEM_BIT(DEM_SEC_GOV),
                              .span = {0, 4},
                              .label = DEM_STR("Oslo"),
                              .wikidata = DEM_STR("Q585")};
    dem_events es = {&e, 1};
    dem_trace trace = {.arena = &a};
    dem_trace_time march = {.span = {5, 9},
                            .first = dem_date_from(2025, 3, 1),
                            .last = dem_date_from(2025, 3, 31),
                            .precision = DEM_PRECISION_MONTH,
                            .kind = "date",
                            .mark = "of a noun"};
    dem_trace_time open = {
        .span = {10, 14}, .first = DEM_DATE_NONE, .last = DEM_DATE_NONE, .kind = "counted", .mark = ""};
    dem_vec_push(&a, &trace.times, march);
    dem_vec_push(&a, &trace.times, open);
    dem_trace_mention oslo = {.entity = e.actor[0], .how = DEM_STR("capital")};
    dem_trace_mention rome = {.entity.span = {10, 14}, .how = DEM_STR("unknown name")};
    dem_trace_frame no = {.predicate = {5, 9},
                          .frame = DEM_STR("retreat.txt:3"),
                          .type = DEM_RETREAT,
                          .why = DEM_STR("no force among the subjects")};
    dem_trace_frame yes = {.predicate = {5, 9},
                           .frame = DEM_STR("reject.txt:7"),
                           .type = DEM_REJECT,
                           .verdict = true,
                           .matched = true,
                           .why = DEM_STR("actor = Oslo")};
    dem_vec_push(&a, &trace.mentions, oslo);
    dem_vec_push(&a, &trace.mentions, rome);
    dem_vec_push(&a, &trace.frames, no);
    dem_vec_push(&a, &trace.frames, yes);
    dem_buf b = {0};
    dem_locality lazio = {.name = DEM_STR("Rome"),
                          .region = DEM_STR("Lazio"),
                          .country = "ITA",
                          .kind = DEM_LOCALITY_TOWN,
                          .weight = 1,
                          .has_point = true,
                          .lat = 41.9,
                          .lon = 12.5};
    dem_toponym place[] = {{.span = {0, 4}},
                           {.span = {5, 9}, .use = DEM_TOPONYM_PEOPLE},
                           {.span = {10, 14}, .place = &lazio, .country = "ITA"}};
    uint32_t first[] = {0, 3, 3};
    dem_toponyms toponyms = {place, 3, first};
    dem_out_item item = {.report = &r, .sentences = s, .n_sentences = 2, .events = &es, .toponyms = &toponyms};
    dem_explain(&b, &item, &trace, true);
    assert_string_equal(b.p, EXPECTED);
    b.n = 0;
    dem_explain(&b, &item, &trace, false); /* of a word with a verdict the frames that failed are counted */
    dem_buf_addc(&b, '\0');
    assert_null(strstr(b.p, "no force among the subjects"));
    assert_non_null(strstr(b.p, "1 other frame does not fit"));
    assert_non_null(strstr(b.p, "actor = Oslo"));
    dem_buf_release(&b);
    dem_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_passage)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
