/* Whole reports through the room: what sentences give each other, zones, attribution, dates, flags, links. */
#include "../base/check.h"
#include "code/code.h"
#include "tree.h"

#define RUN(cases, show) code_and_check(*state, cases, COUNT(cases), show)

static void test_reference(void **state)
{
    static const code_case CASES[] = {
        {"12.9 a pronoun takes part",
         "Anton/NNP>slept:nsubj Belov/NNP>Anton:flat slept/VBD=sleep ./.\nHe/PRP>condemned:nsubj condemned/VBD Poland/NNP>condemned:obj "
         "./.", "ACCUSE:disapprove RUS GOV -> POL"},
        {"12.9 both sides meet",
         "Russia/NNP>praised:nsubj praised/VBD=praise China/NNP>praised:obj ./.\nThe/DT two/CD countries/NNS=country>signed:nsubj "
         "signed/VBD=sign an/DT agreement/NN>signed:obj ./.",
         "SUPPORT RUS -> CHN; SUPPORT RUS, CHN"},
        {"12.7 the agent may be told before: 'it was arrested by' a bare title",
         "Polish/JJ police/NN>slept:nsubj slept/VBD=sleep ./.\nTwo/CD Russian/JJ farmers/NNS>arrested:nsubj:pass were/VBD arrested/VBN "
         "by/IN the/DT police/NN>arrested:obl:agent ./.",
         "COERCE:arrest POL COP -> RUS AGR"},
        {"3.12 unnamed protesters take the code of the country where they act",
         "Protesters/NNS>marched:nsubj marched/VBD in/IN Tbilisi/NNP>marched:obl ./.", "PROTEST:demo GEO CVL"},
        {"12.3 without any country the protest has no actor", "Protesters/NNS>marched:nsubj marched/VBD ./.", "none"},
        {"7.6 former office-holders are ELI",
         "Russian/JJ police/NN>arrested:nsubj arrested/VBD Carl/NNP>arrested:obj Huber/NNP>Carl:flat ./.", "COERCE:arrest RUS COP -> DEU ELI"},
    };
    RUN(CASES, 0);
}

static void test_sources(void **state)
{
    static const code_case CASES[] = {
        {"12.4 what is said is coded, the saying is not",
         "Tao/NNP>said:nsubj Wang/NNP>Tao:flat said/VBD=say Russia/NNP>shelled:nsubj shelled/VBD>said:ccomp Kharkiv/NNP>shelled:obj ./.",
         "ASSAULT:heavy-weapons RUS -> UKR CVL by CHN GOV (indirect)"},
        {"12.4 reportedly", "Russia/NNP>shelled:nsubj reportedly/RB>shelled:advmod shelled/VBD Kharkiv/NNP>shelled:obj ./.",
         "ASSAULT:heavy-weapons RUS -> UKR CVL by ? (indirect)"},
        {"12.4 attribution also where speaker and actor are one side",
         "Tao/NNP>said:nsubj Wang/NNP>Tao:flat said/VBD=say China/NNP>condemned:nsubj condemned/VBD>said:ccomp Poland/NNP>condemned:obj ./.",
         "ACCUSE:disapprove CHN -> POL by CHN GOV (indirect)"},
        {"12.4 contradicting claims are two records",
         "Ukraine/NNP>said:nsubj said/VBD=say Russia/NNP>shelled:nsubj shelled/VBD>said:ccomp Kharkiv/NNP>shelled:obj "
         "./.\nRussia/NNP>denied:nsubj denied/VBD=deny shelling/VBG>denied:xcomp Kharkiv/NNP>shelling:obj ./.",
         "ASSAULT:heavy-weapons RUS -> UKR CVL by UKR (indirect); REJECT RUS"},
        {"12.4 running quotation, D65 we",
         "“/`` We/PRP>condemn:nsubj condemn/VBP>said:ccomp Poland/NNP>condemn:obj ,/, ”/'' Tao/NNP>said:nsubj Wang/NNP>Tao:flat "
         "said/VBD=say ./.\n“/`` We/PRP>deliver:nsubj will/MD deliver/VB tanks/NNS>deliver:obj to/IN Russia/NNP>deliver:obl ./. ”/''",
         "ACCUSE:disapprove CHN GOV -> POL by CHN GOV (direct); AGREE CHN -> RUS by CHN GOV (direct)"},
    };
    RUN(CASES, SHOW_BY);
}

static void test_dates(void **state)
{
    static const code_case CASES[] = {
        {"12.10 a deed's own date", "Russia/NNP>shelled:nsubj shelled/VBD Kharkiv/NNP>shelled:obj on/IN Monday/NNP>shelled:obl ./.",
         "ASSAULT:heavy-weapons RUS -> UKR CVL 2025-03-17 day"},
        {"12.10 the planned date of a meeting", "Anton/NNP>visit:nsubj Belov/NNP>Anton:flat will/MD visit/VB China/NNP>visit:obj on/IN "
         "Friday/NNP>visit:obl ./.",
         "CONSULT:visit +future RUS GOV -> CHN 2025-03-21 day"},
        {"6.1 historical", "Russia/NNP>shelled:nsubj shelled/VBD Kharkiv/NNP>shelled:obj in/IN 2022/CD>shelled:obl ./.",
         "ASSAULT:heavy-weapons +historical RUS -> UKR CVL 2022-01-01 year"},
        {"12.10 a light verb's date is its noun's", "On/IN Monday/NNP>held:obl Russia/NNP>held:nsubj held/VBD=hold talks/NNS>held:obj "
         "with/IN China/NNP>talks:nmod ./.",
         "CONSULT RUS, CHN 2025-03-17 day"},
        {"12.10 an utterance is dated by its 'said'",
         "Tao/NNP>said:nsubj Wang/NNP>Tao:flat said/VBD=say on/IN Monday/NNP>said:obl China/NNP>condemned:nsubj condemned/VBD>said:ccomp "
         "Poland/NNP>condemned:obj ./.",
         "ACCUSE:disapprove CHN -> POL 2025-03-17 day"},
        {"12.10 undated report", "Russia/NNP>shelled:nsubj shelled/VBD Kharkiv/NNP>shelled:obj ./.", "ASSAULT:heavy-weapons RUS -> UKR CVL "
         "- unknown", "-"},
    };
    RUN(CASES, SHOW_DATE);
}

static void test_places_and_codes(void **state)
{
    static const code_case CASES[] = {
        {"12.10 place and CAMEO of talks", "Russia/NNP>held:nsubj held/VBD=hold talks/NNS>held:obj with/IN China/NNP>talks:nmod in/IN "
         "Istanbul/NNP>held:obl ./.",
         "CONSULT:third-party RUS, CHN at Istanbul 044"},
        {"11 a host that receives is 043", "China/NNP>hosted:nsubj hosted/VBD=host Anton/NNP>hosted:obj Belov/NNP>Anton:flat in/IN "
         "Shanghai/NNP>hosted:obl ./.",
         "CONSULT:visit RUS GOV -> CHN at Shanghai 043"},
        {"11 a denial is 016", "Russia/NNP>denied:nsubj denied/VBD=deny shelling/VBG>denied:xcomp Kharkiv/NNP>shelling:obj ./.", "REJECT RUS 016"},
        {"D70 urge is 02x", "Russia/NNP>urged:nsubj urged/VBD=urge China/NNP>urged:obj to/TO hold/VB>urged:xcomp talks/NNS>hold:obj ./.",
         "REQUEST:meet RUS -> CHN 026"},
        {"D70 demand is 10x", "Russia/NNP>demanded:nsubj demanded/VBD talks/NNS>demanded:obj ./.", "REQUEST:meet RUS 106"},
    };
    RUN(CASES, SHOW_PLACE | SHOW_CAMEO);
}

static void test_flags(void **state)
{
    static const code_case CASES[] = {
        {"D33 unknown person", "Russian/JJ President/NNP=president Ivan/NNP>condemned:nsubj Ivanov/NNP>Ivan:flat condemned/VBD "
         "Poland/NNP>condemned:obj ./.",
         "ACCUSE:disapprove RUS GOV -> POL !unknown_person"},
        {"D33 damaged name, repaired",
         "Tao/NNP>slept:nsubj Wang/NNP>Tao:flat slept/VBD=sleep ./.\nKing/NNP>condemned:nsubj condemned/VBD Poland/NNP>condemned:obj ./.",
         "ACCUSE:disapprove CHN GOV -> POL !name_repaired"},
        {"nothing to flag", "Tao/NNP>condemned:nsubj Wang/NNP>Tao:flat condemned/VBD Poland/NNP>condemned:obj ./.", "ACCUSE:disapprove CHN "
         "GOV -> POL"},
    };
    RUN(CASES, SHOW_FLAGS);
}

static void test_links(void **state)
{
    static const code_case CASES[] = {
        {"12.1 the same event asserted again",
         "Russia/NNP>shelled:nsubj shelled/VBD Kharkiv/NNP>shelled:obj ./.\nChina/NNP>praised:nsubj praised/VBD=praise "
         "Poland/NNP>praised:obj ./.\nRussia/NNP>shelled:nsubj shelled/VBD Kharkiv/NNP>shelled:obj ./.",
         "ASSAULT:heavy-weapons RUS -> UKR CVL #0.0=0; SUPPORT CHN -> POL #1.0=1; ASSAULT:heavy-weapons RUS -> UKR CVL #2.0=0"},
        {"numbers run within the sentence",
         "Russia/NNP>praised:nsubj praised/VBD=praise China/NNP>praised:obj and/CC condemned/VBD>praised:conj Poland/NNP>condemned:obj ./.",
         "SUPPORT RUS -> CHN #0.0=0; ACCUSE:disapprove RUS -> POL #0.1=1"},
    };
    RUN(CASES, SHOW_LINK);
}

#define TWO "Russia/NNP>praised:nsubj praised/VBD=praise China/NNP>praised:obj ./.\nRussia/NNP>condemned:nsubj condemned/VBD " \
         "Poland/NNP>condemned:obj ./."

/* Codes `t` and writes the records into `got`. */
static void code(const world *w, tree *t, bool keep, dem_trace *trace, dem_buf *got)
{
    dem_events events;
    dem_error err = {0};
    const dem_code_input in = {&t->report, t->sentence, t->n, keep};
    dem_code_report(&w->rules, &t->arena, &in, &events, &t->tally, trace);
    if (dem_events_check(&events, &t->report, keep, &err) != DEM_OK) fail_msg("%s", err.text);
    tree_note(got, t, &events, SHOW_LINK);
}

static void test_zones(void **state)
{
    const world *w = *state;
    dem_buf got = {0};
    for (unsigned zone = DEM_ZONE_HEADING; zone < DEM_ZONE_COUNT; zone++) {
        tree t;
        tree_read(&t, "zones", "2025-03-18", TWO);
        t.sentence[0].zone = (dem_zone_kind)zone;
        code(w, &t, false, NULL, &got);
        check_str(dem_zone_name(zone), dem_buf_str(&got), "ACCUSE:disapprove RUS -> POL #1.0=0");
        check_int("coded sentences", (long long)t.tally.coded_sentences, 1);
        tree_free(&t);
    }
    dem_buf_release(&got);
}

static void test_empty(void **state)
{
    const world *w = *state;
    dem_buf got = {0};
    tree t;
    tree_read(&t, "empty", NULL, "");
    code(w, &t, false, NULL, &got);
    check_str("no sentence", dem_buf_str(&got), "none");
    tree_free(&t);
    dem_buf_release(&got);
}

static void test_keep_unresolved(void **state)
{
    const world *w = *state;
    static const char *const TREE =
        "Jan/NNP>condemned:nsubj Zielony/NNP>Jan:flat condemned/VBD NATO/NNP>condemned:obj ./.";
    dem_buf got = {0};
    tree t;
    tree_read(&t, "dropped", NULL, TREE);
    code(w, &t, false, NULL, &got);
    check_str("without a code: dropped", dem_buf_str(&got), "none");
    check_int("and counted", (long long)t.tally.dropped[DEM_DROP_ACTOR], 1);
    tree_free(&t);
    tree_read(&t, "kept", NULL, TREE);
    code(w, &t, true, NULL, &got);
    check_str("kept on demand", dem_buf_str(&got), "ACCUSE:disapprove --- -> IGO #0.0=0");
    tree_free(&t);
    dem_buf_release(&got);
}

static void test_trace(void **state)
{
    const world *w = *state;
    dem_buf plain = {0}, traced = {0};
    tree t;
    tree_read(&t, "trace", "2025-03-18", TWO);
    code(w, &t, false, NULL, &plain);
    dem_trace trace = {.arena = &t.arena};
    code(w, &t, false, &trace, &traced);
    check_str("a trace changes nothing", dem_buf_str(&traced), plain.p);
    check_int("all mentions", (long long)trace.mentions.n, 4);
    unsigned coded = 0;
    for (size_t i = 0; i < trace.frames.n; i++) coded += trace.frames.at[i].matched;
    check_int("both frames", coded, 2);
    tree_free(&t);
    dem_buf_release(&plain);
    dem_buf_release(&traced);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reference), cmocka_unit_test(test_sources), cmocka_unit_test(test_dates),
        cmocka_unit_test(test_places_and_codes), cmocka_unit_test(test_flags), cmocka_unit_test(test_links),
        cmocka_unit_test(test_zones), cmocka_unit_test(test_empty), cmocka_unit_test(test_keep_unresolved), cmocka_unit_test(test_trace),
    };
    return cmocka_run_group_tests(tests, world_open, world_close);
}
