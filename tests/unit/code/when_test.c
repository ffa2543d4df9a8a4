/* The day of an act: code/when.h, codebook 12.10 and 6.1. 2025-03-18 is a Tuesday. */
#include "../base/check.h"
#include "code/when.h"
#include "tree.h"

#define DID "Russia/NNP>left:nsubj left/VBD=leave "

static void test_when(void **state)
{
    const world *w = *state;
    static const struct {
        const char *why, *tree, *pred, *want, *day;
        bool future;
    } CASES[] = {
        {"12.10 no expression: publication, unknown", DID "./.", "left", "2025-03-18 unknown", NULL, false},
        {"12.10 undated report without an expression", DID "./.", "left", "- unknown", "-", false},
        {"D61 undated report: weekdays stay null", DID "on/IN Monday/NNP>left:obl ./.", "left", "- unknown",
         "-", false},
        {"12.10 undated report with a full date",
         DID "on/IN 3/CD>March:nummod March/NNP>left:obl 2022/CD>March:nmod:unmarked ./.", "left",
         "2022-03-03 day", "-", false},
        {"12.10 weekday in the past", DID "on/IN Monday/NNP>left:obl ./.", "left", "2025-03-17 day", NULL,
         false},
        {"12.10 the weekday of publication is that day", DID "on/IN Tuesday/NNP>left:obl ./.", "left",
         "2025-03-18 day", NULL, false},
        {"12.10 the farthest weekday back", DID "on/IN Wednesday/NNP>left:obl ./.", "left", "2025-03-12 day",
         NULL, false},
        {"12.10 weekday in the future",
         "Russia/NNP>leave:nsubj will/MD leave/VB on/IN Friday/NNP>leave:obl ./.", "leave",
         "2025-03-21 "
         "day",
         NULL, true},
        {"12.10 last Tuesday is not today", DID "last/JJ>Tuesday:amod Tuesday/NNP>left:obl:unmarked ./.",
         "left", "2025-03-11 day", NULL, false},
        {"12.10 next Tuesday is not today",
         "Russia/NNP>leave:nsubj will/MD leave/VB next/JJ>Tuesday:amod Tuesday/NNP>leave:obl:unmarked "
         "./.",
         "leave", "2025-03-25 day", NULL, true},
        {"12.3 on Mondays is a habit, no date", DID "on/IN Mondays/NNPS=Monday>left:obl ./.", "left",
         "2025-03-18 unknown", NULL, false},
        {"12.10 yesterday", DID "yesterday/NN>left:obl:unmarked ./.", "left", "2025-03-17 day", NULL, false},
        {"12.10 today", DID "today/NN>left:obl:unmarked ./.", "left", "2025-03-18 day", NULL, false},
        {"12.10 tomorrow", "Russia/NNP>leave:nsubj will/MD leave/VB tomorrow/NN>leave:obl:unmarked ./.",
         "leave", "2025-03-19 day", NULL, true},
        {"12.10 last week: its Monday", DID "last/JJ>week:amod week/NN>left:obl:unmarked ./.", "left",
         "2025-03-10 week", NULL, false},
        {"12.10 last month: its first day", DID "last/JJ>month:amod month/NN>left:obl:unmarked ./.", "left",
         "2025-02-01 month", NULL, false},
        {"12.10 last year", DID "last/JJ>year:amod year/NN>left:obl:unmarked ./.", "left", "2024-01-01 year",
         NULL, false},
        {"12.10 this week", DID "this/DT>week:det week/NN>left:obl:unmarked ./.", "left", "2025-03-17 week",
         NULL, false},
        {"12.10 next month",
         "Russia/NNP>leave:nsubj will/MD leave/VB next/JJ>month:amod month/NN>leave:obl:unmarked ./.", "leave",
         "2025-04-01 month", NULL, true},
        {"12.10 three days ago", DID "three/CD>days:nummod days/NNS>ago:obl:unmarked ago/RB>left:advmod ./.",
         "left", "2025-03-15 day", NULL, false},
        {"D60 two weeks ago: first day of the unit",
         DID "two/CD>weeks:nummod weeks/NNS>ago:obl:unmarked ago/RB>left:advmod ./.", "left", "2025-03-03 week",
         NULL, false},
        {"12.10 month and day without a year, before publication",
         DID "on/IN March/NNP>left:obl 3/CD>March:nummod ./.", "left", "2025-03-03 day", NULL, false},
        {"12.10 month and day across the new year, past",
         DID "on/IN December/NNP>left:obl 30/CD>December:nummod ./.", "left",
         "2024-12-30 "
         "day",
         "2025-01-02", false},
        {"12.10 month and day across the new year, future",
         "Russia/NNP>leave:nsubj will/MD leave/VB on/IN January/NNP>leave:obl "
         "5/CD>January:nummod ./.",
         "leave", "2025-01-05 day", "2024-12-28", true},
        {"12.10 a month alone", DID "in/IN February/NNP>left:obl ./.", "left", "2025-02-01 month", NULL, false},
        {"12.10 a month that is still to come, past", DID "in/IN November/NNP>left:obl ./.", "left",
         "2024-11-01 month", NULL, false},
        {"12.10 short month name", DID "on/IN Feb./NNP>left:obl 4/CD>Feb.:nummod ./.", "left", "2025-02-04 day",
         NULL, false},
        {"12.10 day, month, year",
         DID "on/IN 14/CD>March:nummod March/NNP>left:obl 2024/CD>March:nmod:unmarked ./.", "left",
         "2024-03-14 "
         "day historical",
         NULL, false},
        {"6.1 exactly 365 days before is not historical",
         DID "on/IN 18/CD>March:nummod March/NNP>left:obl 2024/CD>March:nmod:unmarked "
             "./.",
         "left", "2024-03-18 day", NULL, false},
        {"6.1 in 2014: historical", DID "in/IN 2014/CD>left:obl ./.", "left", "2014-01-01 year historical",
         NULL, false},
        {"6.1 the latest day that the expression allows counts", DID "in/IN 2024/CD>left:obl ./.", "left",
         "2024-01-01 year", NULL, false},
        {"a number is no year", DID "2014/CD>men:nummod men/NNS>left:obj ./.", "left", "2025-03-18 unknown",
         NULL, false},
        {"'may' is no month", "Russia/NNP>leave:nsubj May/MD leave/VB ./.", "leave", "2025-03-18 unknown", NULL,
         false},
        {"the 31st of February is no date", DID "on/IN 31/CD>February:nummod February/NNP>left:obl ./.", "left",
         "2025-03-18 unknown", NULL, false},
        {"12.10 another clause's date is not this one's",
         "Russia/NNP>left:nsubj left/VBD=leave after/IN>won:mark Poland/NNP>won:nsubj "
         "won/VBD=win>left:advcl on/IN Friday/NNP>won:obl ./.",
         "left", "2025-03-18 unknown", NULL, false},
        {"12.10 its own it is",
         "Russia/NNP>left:nsubj left/VBD=leave after/IN>won:mark Poland/NNP>won:nsubj won/VBD=win>left:advcl "
         "on/IN "
         "Friday/NNP>won:obl ./.",
         "won", "2025-03-14 day", NULL, false},
        {"12.10 coordinated verbs share it",
         "On/IN Monday/NNP>left:obl Russia/NNP>left:nsubj left/VBD=leave and/CC signed/VBD>left:conj "
         "./.",
         "signed", "2025-03-17 day", NULL, false},
        {"12.10 an infinitive has its governor's",
         "Russia/NNP>began:nsubj began/VBD=begin to/TO leave/VB>began:xcomp on/IN "
         "Monday/NNP>began:obl ./.",
         "leave", "2025-03-17 day", NULL, false},
        {"6.1 an anchor of long ago",
         "Russia/NNP>left:nsubj left/VBD=leave during/IN the/DT Cold/NNP War/NNP>left:obl ./.", "left",
         "2025-03-18 unknown historical", NULL, false},
        {"6.1 (b) an anchor in an undated report",
         "Russia/NNP>left:nsubj left/VBD=leave during/IN the/DT Cold/NNP War/NNP>left:obl ./.", "left",
         "- unknown historical", "-", false},
        {"D60 a month after a date: first day of the unit",
         "A/DT>month:det month/NN>left:obl:unmarked after/IN>talks:case the/DT>talks:det talks/NNS>month:nmod "
         "of/IN>July:case 26/CD>July:nummod "
         "July/NNP>talks:nmod 2023/CD>July:nmod:unmarked ,/, Russia/NNP>left:nsubj left/VBD=leave ./.",
         "left", "2023-08-01 month historical", NULL, false},
        {"D60 counted from a clause, it dates what stands above that",
         "Two/CD>weeks:nummod weeks/NNS>invaded:obl:unmarked after/IN>invaded:mark Russia/NNP>invaded:nsubj "
         "invaded/VBD=invade>left:advcl "
         "Ukraine/NNP>invaded:obj ,/, Poland/NNP>left:nsubj left/VBD=leave ./.",
         "left", "2022-03-07 week historical", NULL, false},
        {"D60 and not the clause",
         "Two/CD>weeks:nummod weeks/NNS>invaded:obl:unmarked after/IN>invaded:mark Russia/NNP>invaded:nsubj "
         "invaded/VBD=invade>left:advcl Ukraine/NNP>invaded:obj ,/, Poland/NNP>left:nsubj left/VBD=leave ./.",
         "invaded", "2022-02-24 day historical", NULL, false},
        {"D53 the year in a name is the noun's",
         "Russia/NNP>left:nsubj left/VBD=leave the/DT>talks:det 2019/CD>talks:nummod talks/NNS>left:obj ./.",
         "talks", "2019-01-01 year historical", NULL, false},
        {"D53 and not the verb's",
         "Russia/NNP>left:nsubj left/VBD=leave the/DT>talks:det 2019/CD>talks:nummod talks/NNS>left:obj ./.",
         "left", "2025-03-18 unknown", NULL, false},
        {"12.10 the possessor of a noun dates the noun",
         "Russia/NNP>condemned:nsubj condemned/VBD Monday/NNP>talks:nmod:poss 's/POS talks/NNS>condemned:obj "
         "./.",
         "talks", "2025-03-17 day", NULL, false},
        {"12.10 and not the verb whose object it is",
         "Russia/NNP>condemned:nsubj condemned/VBD Monday/NNP>talks:nmod:poss 's/POS talks/NNS>condemned:obj "
         "./.",
         "condemned", "2025-03-18 unknown", NULL, false},
        {"12.10 but the verb that it is the subject of",
         "Monday/NNP>talks:nmod:poss 's/POS talks/NNS>left:nsubj left/VBD=leave Russia/NNP>left:obj ./.",
         "left", "2025-03-17 day", NULL, false},
        {"12.10 and what is done at it",
         DID "at/IN>talks:case Monday/NNP>talks:nmod:poss 's/POS talks/NNS>left:obl ./.", "left",
         "2025-03-17 day", NULL, false},
        {"12.10 until Friday it goes on: no date", DID "until/IN Friday/NNP>left:obl ./.", "left",
         "2025-03-18 unknown", NULL, false},
        {"12.10 a deadline dates what lies ahead",
         "Russia/NNP>leave:nsubj will/MD leave/VB by/IN Friday/NNP>leave:obl ./.", "leave", "2025-03-21 day",
         NULL, true},
        {"12.10 and nothing else", DID "by/IN Friday/NNP>left:obl ./.", "left", "2025-03-18 unknown", NULL,
         false},
        {"12.10 what it results in has its day",
         DID "on/IN Monday/NNP>left:obl ,/, killing/VBG>left:advcl Poland/NNP>killing:obj ./.", "killing",
         "2025-03-17 day", NULL, false},
        {"12.10 what happened when it did has its day",
         DID "on/IN Monday/NNP>left:obl when/WRB>won:advmod Poland/NNP>won:nsubj won/VBD=win>left:advcl ./.",
         "won", "2025-03-17 day", NULL, false},
        {"12.10 what came after it has not",
         DID "on/IN Monday/NNP>left:obl after/IN>won:mark Poland/NNP>won:nsubj won/VBD=win>left:advcl ./.",
         "won", "2025-03-18 unknown", NULL, false},
        {"12.10 what is said to be going on has the day of the saying",
         "Tao/NNP>said:nsubj said/VBD=say on/IN Monday/NNP>said:obl Russia/NNP>leaving:nsubj "
         "is/VBZ>leaving:aux "
         "leaving/VBG=leave>said:ccomp ./.",
         "leaving", "2025-03-17 day", NULL, false},
        {"12.10 the clause that describes a dated noun",
         DID "the/DT talks/NNS>left:obj last/JJ>week:amod week/NN>talks:nmod:unmarked that/WDT>shook:nsubj "
             "shook/VBD=shake>talks:acl:relcl Poland/NNP>shook:obj ./.",
         "shook", "2025-03-10 week", NULL, false},
        {"D72 since a clause with a date",
         DID "since/IN>won:mark Poland/NNP>won:nsubj won/VBD=win>left:advcl in/IN January/NNP>won:obl ./.",
         "left", "2025-01-01 month", NULL, false},
        {"12.10 the day of what is in another time is not its own",
         DID "for/IN talks/NNS>left:obl last/JJ>week:amod week/NN>talks:nmod:unmarked ./.", "left",
         "2025-03-18 unknown", NULL, false},
        {"12.10 the 15th this year counts, it dates nothing",
         DID "the/DT 15th/JJ>test:amod test/NN>left:obj this/DT>year:det year/NN>test:nmod:unmarked ./.",
         "test", "2025-03-18 unknown", NULL, false},
        {"D61 an expression whose day is not known leaves it undated",
         "In/IN 2005/CD>came:obl Russia/NNP>came:nsubj came/VBD=come and/CC left/VBD=leave>came:conj in/IN "
         "August/NNP>left:obl ./.",
         "left", "- unknown", "-", false},
        {"6.1 in another century: long ago, without a day",
         DID "in/IN the/DT 19th/JJ>century:amod century/NN>left:obl ./.", "left",
         "2025-03-18 unknown historical", NULL, false},
        {"12.10 a decade", DID "in/IN the/DT 1990s/NNS>left:obl ./.", "left", "1990-01-01 year historical",
         NULL, false},
        {"12.10 of two for one time the one that says more",
         DID "last/JJ>week:amod week/NN>left:obl:unmarked on/IN Wednesday/NNP>left:obl ./.", "left",
         "2025-03-12 day", NULL, false},
        {"12.10 of two that do not agree the first",
         DID "last/JJ>week:amod week/NN>left:obl:unmarked on/IN Monday/NNP>left:obl ./.", "left",
         "2025-03-10 week", NULL, false},
        {"12.10 a holiday", DID "on/IN Christmas/NNP>left:obl ./.", "left", "2024-12-25 day", NULL, false},
        {"6.1 an anchor event gives its day",
         "Russia/NNP>invaded:nsubj invaded/VBD=invade Ukraine/NNP>invaded:obj ./.", "invaded",
         "2022-02-24 day historical", NULL, false},
    };
    int failed = 0;
    dem_buf got = {0};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        tree t;
        char day[11];
        const char *published = CASES[i].day ? CASES[i].day : "2025-03-18";
        tree_read(&t, CASES[i].why, *published == '-' ? NULL : published, CASES[i].tree);
        tree_prepare(&t, w);
        dem_when x = dem_when_of(&t.coding, 0, tree_token(&t, 0, CASES[i].pred), -1, CASES[i].future);
        dem_date_format(x.date, day);
        dem_buf_clear(&got);
        dem_buf_addf(&got, "%s %s%s", day[0] ? day : "-", dem_precision_name(x.precision), x.historical ? " historical" : "");
        note_check(&failed, CASES[i].why, &got, CASES[i].want);
        tree_free(&t);
    }
    dem_buf_release(&got);
    assert_int_equal(failed, 0);
}

static void test_verb(void **state)
{
    const world *w = *state;
    tree t;
    tree_read(&t, "said", "2025-03-18", "Tao/NNP>said:nsubj Wang/NNP>Tao:flat said/VBD=say on/IN Monday/NNP>said:obl Russia/NNP>left:nsubj "
         "left/VBD=leave>said:ccomp ./.");
    tree_prepare(&t, w);
    int said = tree_token(&t, 0, "said"), left = tree_token(&t, 0, "left");
    check_int("what is said is not dated by the saying", dem_when_of(&t.coding, 0, left, -1, false).precision, DEM_PRECISION_UNKNOWN);
    check_int("an utterance is", dem_when_of(&t.coding, 0, left, said, false).date, dem_date_from(2025, 3, 17));
    tree_free(&t);
}

/* D59: days counted from an act that the report has told. */
static void test_told(void **state)
{
    static const struct {
        const char *why, *tree, *want;
    } CASES[] = {
        {"the following day",
         "The/DT>day:det following/JJ>day:amod day/NN>left:obl:unmarked Russia/NNP>left:nsubj left/VBD=leave "
         "./.",
         "2025-03-07 day"},
        {"two days later",
         "Two/CD>days:nummod days/NNS>later:obl:unmarked later/RB>left:advmod Russia/NNP>left:nsubj "
         "left/VBD=leave ./.",
         "2025-03-08 day"},
        {"the day before the attack",
         "The/DT>day:det day/NN>left:obl:unmarked before/IN>attack:case the/DT>attack:det attack/NN>day:nmod "
         "Russia/NNP>left:nsubj left/VBD=leave ./.",
         "2025-03-05 day"},
        {"of no act that was told",
         "The/DT>day:det day/NN>left:obl:unmarked before/IN>visit:case the/DT>visit:det visit/NN>day:nmod "
         "Russia/NNP>left:nsubj left/VBD=leave ./.",
         "2025-03-18 unknown"},
        {"in the attack",
         "Russia/NNP>left:nsubj left/VBD=leave in/IN>attack:case the/DT>attack:det attack/NN>left:obl ./.",
         "2025-03-06 day"},
        {"in an attack",
         "Russia/NNP>left:nsubj left/VBD=leave in/IN>attack:case an/DT>attack:det attack/NN>left:obl ./.",
         "2025-03-18 unknown"},
        {"that day", "Russia/NNP>left:nsubj left/VBD=leave that/DT>day:det day/NN>left:obl:unmarked ./.",
         "2025-03-06 day"},
        {"a day counted from a day in the line",
         "On/IN Monday/NNP>won:obl Poland/NNP>won:nsubj won/VBD=win ;/, two/CD>days:nummod "
         "days/NNS>earlier:obl:unmarked "
         "earlier/RBR>left:advmod Russia/NNP>left:nsubj left/VBD=leave>won:parataxis ./.",
         "2025-03-15 day"},
        {"in the same attack",
         "In/IN>attack:case the/DT>attack:det same/JJ>attack:amod attack/NN>left:obl Russia/NNP>left:nsubj "
         "left/VBD=leave ./.",
         "2025-03-06 day"},
    };
    const world *w = *state;
    const dem_event attack = {
        .type = DEM_ASSAULT, .date = dem_date_from(2025, 3, 6), .precision = DEM_PRECISION_DAY};
    int failed = 0;
    dem_buf got = {0};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        tree t;
        char day[11];
        tree_read(&t, CASES[i].why, "2025-03-18", CASES[i].tree);
        tree_prepare(&t, w);
        t.coding.past = &attack;
        t.coding.n_past = 1;
        dem_when x = dem_when_of(&t.coding, 0, tree_token(&t, 0, "left"), -1, false);
        dem_date_format(x.date, day);
        dem_buf_clear(&got);
        dem_buf_addf(&got, "%s %s", day, dem_precision_name(x.precision));
        note_check(&failed, CASES[i].why, &got, CASES[i].want);
        tree_free(&t);
    }
    dem_buf_release(&got);
    assert_int_equal(failed, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_when), cmocka_unit_test(test_verb),
                                       cmocka_unit_test(test_told)};
    return cmocka_run_group_tests(tests, world_open, world_close);
}
