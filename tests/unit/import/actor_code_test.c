/* CAMEO's actor codes as codes and sectors of the codebook. */
#include "import/parts.h"
#include "lexicon/lexicon.h"
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h> /* needs setjmp.h and stdarg.h before it */

static const struct {
    const char *why, *code, *expected;
} ACTORS[] = {
    {"a country", "KEN", "KEN"},
    {"a role", "KENGOV", "KEN GOV"},
    {"two roles", "KENGOVMIL", "KEN GOV+MIL"},
    {"the order is the codebook's", "KENMILGOV", "KEN GOV+MIL"},
    {"the field of a ministry is GOV only", "KENGOVEDU", "KEN GOV"},
    {"so is that of religion", "KENGOVMUS", "KEN GOV"},
    {"a ministry of the interior too", "KENGOVCOP", "KEN GOV"},
    {"a parliament is no ministry", "KENGOVLEG", "KEN LEG"},
    {"a governing party", "KENGOVPTY", "KEN GOV+PTY"},
    {"media and health have other names", "KENMEDHLH", "KEN JRN+MED"},
    {"insurgents are rebels", "KENINS", "KEN REB"},
    {"civil society", "KENHRI", "KEN SOC"},
    {"not beside another sector of society", "KENHRIREL", "KEN REL"},
    {"civilians likewise", "KENEDUCVL", "KEN EDU"},
    {"the actor's own mark is left out", "PSEREBXYZ", "PSE REB"},
    {"a part of a country", "USAPRI", "USA"},
    {"with a role", "USAASMGOV", "USA GOV"},
    {"alone", "GRL", "DNK"},
    {"no part in the codebook", "CHNHKG", "HKG"},
    {"a vanished state", "USRGOV", "RUS GOV"},
    {"what has become of its part", "USRUKR", "UKR"},
    {"and of the other", "YUGSRB", "SRB"},
    {"partially recognised", "ESHGOV", "MAR GOV+PRE"},
    {"a faith beside a role is lost", "EGYMUSEDU", "EGY EDU without MUS"},
    {"so is a group within the country before a role", "TURKURREB", "TUR REB without KUR"},
    {"radicals", "DZAREBRAD", "DZA REB without RAD"},
    {"the UN", "IGOUNO", "UNO"},
    {"an organ of it", "IGOUNOREFHCR", "UNO REF"},
    {"health", "IGOUNOHLHWHO", "UNO MED"},
    {"a field that is no sector of the UN", "IGOUNOAGRFAO", "UNO"},
    {"a court", "IGOUNOJUDICJ", "UNO JUD"},
    {"no organ of the UN in the codebook", "IGOUNODEVWBK", "IGO"},
    {"nor this", "IGOUNOIAE", "IGO"},
    {"the EU", "IGOEUREEC", "EUR"},
    {"NATO", "IGOWSTNAT", "IGO"},
    {"peacekeepers", "IGOPKO", "IGO MIL"},
    {"a spokesman's MED is not the sector MED", "IGOUNOMED", "UNO"},
    {"an NGO", "NGOUSA", "NGO"},
    {"with its field", "NGOKENHLH", "NGO MED"},
    {"a movement", "NGMENVGRP", "ISM"},
    {"a firm", "MNCUSAMED", "MNC"},
    {"armed and of no country", "IMGMUSALQ", "IMG"},
    {"the same in other words", "INTREB", "IMG"},
    {"nobody", "---", "nobody"},
    {"a former official of no country", "ELI", " ELI"},
    {"a faith and no role", "DZAMOS", "loss of a group: MOS"},
    {"an ethnic group and no role", "TURKUR", "loss of a group: KUR"},
    {"a faith without a country", "CHRDOX114", "loss of a group: CHR"},
    {"an ethnic group without a country", "bke", "loss of a group: bke"},
    {"a vague role", "SRBRAD", "loss of a role: RAD"},
    {"international and no more", "INTMED", "loss of a role: INT"},
    {"a role without a country", "GOV", "loss of a role: GOV"},
    {"a region", "SASREB", "loss of a region: SAS"},
    {"two countries", "ISRPSE", "loss of two: PSE"},
    {"two codes", "AFR/FRA", "loss of two: AFR/FRA"},
    {"an order to drop", "###", "discard"},
    {"a code of KEDS", "LEBHZ", "loss of a code: LEBHZ"},
    {"an unknown country", "KKLREB", "loss of a code: KKL"},
    {"a slip", "UN0", "loss of a code: UN0"},
    {"nothing", "", "loss of a code: "},
    {"too long", "KENGOVGOVGOVGOVGOVGOVGOVGOV", "loss of a code: KENGOVGOVGOVGOVGOVGOVGOVGOV"},
    {"small letters", "kengov", "loss of a code: kengov"},
    {"no letters of ours", "K\xc3\x89N", "loss of a code: K\xc3\x89N"},
};

static const struct {
    const char *why, *code, *expected;
} AGENTS[] = {
    {"a role", "COP", " COP"},
    {"two", "OPPEDU", " EDU+OPP"},
    {"a ministry", "GOVAGR", " GOV"},
    {"a faith beside a role", "MUSUAF", " UAF without MUS"},
    {"an organisation, which is one of the country it stands with", "NGODEV", "NGO SOC"},
    {"a movement likewise", "NGM", "ISM CVL"},
    {"and a firm", "MNC", "MNC BUS"},
    {"of states", "IGO", "IGO"},
    {"a faith", "BUD", "loss of a group: BUD"},
    {"anybody", "PPL", "loss of a role: PPL"},
    {"unknown", "XYZ", "loss of a code: XYZ"},
    {"nothing", "", "loss of a code: "},
};

static void add_result(dem_buf *b, dem_loss loss, const dem_actor_code *c)
{
    const char *what = loss == DEM_LOSS_GROUP      ? "loss of a group: "
                       : loss == DEM_LOSS_ROLE     ? "loss of a role: "
                       : loss == DEM_LOSS_REGION   ? "loss of a region: "
                       : loss == DEM_LOSS_COMPOUND ? "loss of two: "
                       : loss == DEM_LOSS_CODE     ? "loss of a code: "
                                                   : "";
    dem_buf_addz(b, what);
    if (loss == DEM_LOSS_DISCARD) dem_buf_addz(b, "discard");
    else if (loss != DEM_LOSS_NONE) dem_buf_add(b, c->triplet);
    else if (c->nobody) dem_buf_addz(b, "nobody");
    else {
        dem_buf_addf(b, "%s%s", c->code, c->sectors ? " " : "");
        dem_sectors_add(b, c->sectors);
        if (c->lost != DEM_LOSS_NONE) dem_buf_addf(b, " without %.*s", DEM_STR_ARG(c->triplet));
    }
}

static void check(const char *why, const char *code, bool agent, const char *expected)
{
    dem_buf b = {0};
    dem_actor_code c;
    dem_buf_addz(&b, "");
    dem_loss loss = dem_actor_code_read(dem_str_from(code), agent, &c);
    add_result(&b, loss, &c);
    if (strcmp(b.p, expected) != 0) fail_msg("%s: \"%s\", not \"%s\"", why, b.p, expected);
    dem_buf_release(&b);
}

static void test_actors(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof ACTORS / sizeof *ACTORS; i++)
        check(ACTORS[i].why, ACTORS[i].code, false, ACTORS[i].expected);
}

static void test_agents(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof AGENTS / sizeof *AGENTS; i++)
        check(AGENTS[i].why, AGENTS[i].code, true, AGENTS[i].expected);
}

/* The countries are those of the lexicons: what refers to another would not load. */
static void test_countries(void **state)
{
    (void)state;
    static const char *const COUNTRIES[] = {
#define COUNTRY(code) #code,
#include "import/triplet.def"
    };
    static const char *const INTO[] = {
#define PART(code, of) #of,
#define GONE(code, now) #now,
#include "import/triplet.def"
    };
    dem_lexicon *lex;
    dem_error err;
    assert_int_equal(dem_lexicon_load(&lex, DEM_TEST_DATA "/lexicon", &err), DEM_OK);
    for (size_t i = 0; i < sizeof COUNTRIES / sizeof *COUNTRIES; i++)
        if (!dem_lexicon_country(lex, COUNTRIES[i])) fail_msg("no country %s", COUNTRIES[i]);
    for (size_t i = 0; i < sizeof INTO / sizeof *INTO; i++)
        if (!dem_lexicon_country(lex, INTO[i])) fail_msg("no country %s", INTO[i]);
    assert_int_equal(dem_lexicon_count(lex).countries, sizeof COUNTRIES / sizeof *COUNTRIES);
    dem_lexicon_free(lex);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_actors),
        cmocka_unit_test(test_agents),
        cmocka_unit_test(test_countries),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
