/* What is not the report: reader/zones.h. Each case is a text of which some lines are expected in zones:
 * a line begins with a letter for its kind and a bar ("H|A headline"), which are no part of the text.
 *   b body  H heading  P paywall  C comment  B boilerplate  I caption  R related */
#include "../base/check.h"
#include "base/buf.h"
#include "reader/zones.h"

/* Two paragraphs of a report, for what needs one around it. */
#define REPORT                                                                                                 \
    "b|The foreign minister of Freedonia arrived in the Sylvanian capital on Monday for talks on trade.\n"     \
    "b|He will meet his counterpart today and sign an agreement on fishing rights, officials said.\n"

static const struct {
    const char *why, *title, *text;
} CASES[] = {
    {"a headline on its own line", NULL, "H|Freedonia and Sylvania open talks on trade\n \n" REPORT},
    {"the title wherever it stands", "Freedonia opens talks", "B|Home\nH|Freedonia opens talks.\n" REPORT},
    {"the title with the paper's name", "Freedonia opens talks",
     "B|Freedonia opens talks - The Daily Example\n" REPORT},
    {"a cross-head between paragraphs", NULL, REPORT "H|What comes next\n" REPORT},
    {"a line that lost its full stop stays", NULL,
     REPORT "b|The ministers also spoke about the border dispute in the north and agreed to meet again in "
            "May\n" REPORT},
    {"a text that is one line stays", NULL, "b|Freedonia attacks Sylvania\n"},
    {"headlines only stay", NULL, "b|Freedonia attacks Sylvania\n\nb|Rebels shell the capital\n"},
    {"one sentence stays", NULL, "b|Freedonia's army shelled the port of Sylvania on Tuesday.\n"},
    {"wrapped lines are one paragraph", NULL,
     "b|The foreign minister of Freedonia arrived in the capital of\nb|Sylvania on Monday for talks on trade "
     "and the\n"
     "b|Northern Border, officials said.\n"},
    {"paywall lines", NULL,
     "P|Already a subscriber? Make sure to sign in to see this. You can reach us if your card does not "
     "work.\n" REPORT "P|Subscribe to continue reading.\nP|Log in\n"},
    {"newsletters and sharing", NULL,
     REPORT "B|Sign up for our morning newsletter.\nB|Follow us on Facebook and Twitter\nB|Share this "
            "article\nB|Tweet\n"
            "B|Get the news delivered to your inbox.\n"},
    {"cookies and rights", NULL,
     "B|We use cookies to make this site work better for you.\n" REPORT
     "B|Copyright 2024 Example Press. All rights reserved.\nB|\xC2\xA9 2024 Example Media\nB|About us | "
     "Privacy policy\n"},
    {"law about such things stays", NULL,
     REPORT "b|The regulator said the company's privacy policy broke the law of Sylvania.\n"
            "b|A newsletter of the opposition party was banned by a court on Friday.\n"
            "b|Copyright rules in the treaty were the hardest part, the minister said.\n"},
    {"bylines", NULL,
     "B|By Jane Doe\n" REPORT
     "B|By JOHN ROE and Ann Poe, Example Press\nB|Reporting by Jane Doe in Freedonia; Editing by John Roe\n"},
    {"a sentence with By stays", NULL,
     REPORT "b|By Monday evening the army had taken the port, witnesses said.\n"
            "b|Reporting by the Daily Example showed that the army had known of it.\n"},
    {"stamps", NULL,
     "B|Monday, March 4, 2024\nB|Updated: 4 March 2024, 10:15 GMT\nB|20 Nov, 2019 05:47\nB|Example Wire | "
     "Updated: 2024-03-04 10:15\n" REPORT "B|10 p.m.\nB|3 hours ago\n"},
    {"a dateline within a sentence stays", NULL,
     "b|SYLVANIA CITY (AP) \xE2\x80\x94 The president of Freedonia signed a treaty with Sylvania on "
     "Monday.\n" REPORT},
    {"a dateline alone", NULL, "B|SYLVANIA CITY (AP) \xE2\x80\x94\n" REPORT},
    {"agency alone", NULL, "B|Reuters\n" REPORT "B|AFP\n"},
    {"navigation", NULL, "B|Skip to content\nB|Home\nB|World\nB|Business\nB|Arts & Culture\n" REPORT},
    {"an unknown menu", NULL, "B|Freedonia\nB|Sylvania\nB|Weather\nB|Exchange rates\nB|Crossword\n" REPORT},
    {"comment form", NULL,
     REPORT "C|Leave a Reply\n\nC|Your email address will not be published. Required fields are marked "
            "*\nC|Name\nC|Website\n"},
    {"comments to the end", NULL,
     REPORT REPORT "C|12 Comments\nC|Anna\nC|I hope you will see what comes of this treaty.\nC|Bob\nC|Why "
                   "would they sign it? Nobody knows.\n"},
    {"a counter of comments at the top", NULL, "B|Comments\n" REPORT REPORT},
    {"a counter of comments in the middle", NULL, REPORT "B|3 comments\n" REPORT REPORT},
    {"a thread without warning", NULL,
     REPORT REPORT
     "C|FreedoniaFan\nC|You can not trust a word of what they sign.\nC|Paul\nC|Great job, "
     "minister!\nC|stormy_petrel\n"
     "C|I think the fishermen will pay for it in the end.\nC|FreedoniaFan\nC|And who told you that?\n"},
    {"a thread of plain names", NULL,
     REPORT REPORT
     "C|Anna Poe\nB|2 hours ago\nC|Nobody asked the fishermen, as usual.\nC|Reply\nC|John Roe\nB|1 hour ago\n"
     "C|Why would you say that?\nC|Reply\n"},
    {"cross-heads are no thread", NULL,
     REPORT "H|Background\n" REPORT "H|Reactions\n" REPORT "H|What is next\n" REPORT},
    {"an interview is no thread", NULL,
     REPORT "b|Example: Why did you sign the treaty with Sylvania?\nb|Minister: We had to think of the "
            "fishermen on the coast.\n" REPORT},
    {"pointers to other reports", NULL,
     REPORT "R|See also: Sylvania urges Freedonia to lift sanctions\nR|READ MORE: The long war of the two "
            "states\n" REPORT "R|[Graphic: Where the border runs]\n"},
    {"sentences with such words stay", NULL,
     REPORT "b|Also on Tuesday, Sylvania expelled two diplomats of Freedonia.\nb|For more than a year the two "
            "armies have fought.\n"},
    {"a list of other reports", NULL,
     REPORT "R|Related links\nR|Army of Freedonia shells the port\nR|Sylvania's president resigns\n"
            "R|The president of Sylvania resigned on Sunday after weeks of protests.\n"},
    {"a list in the middle ends with the titles", NULL,
     REPORT "R|Related\nR|Army of Freedonia shells the port\n" REPORT REPORT},
    {"captions", NULL,
     "I|The two ministers shake hands in Sylvania City. (AP Photo/Jane Doe)\nI|Photo: Jane Doe, Example "
     "Press\n" REPORT "I|FILE - The president of Freedonia waves to the crowd.\nI|A tank near the border "
     "\xC2\xA9 Reuters / Jane Doe\n"
     "I|The president, left, and her guest stand in the palace in Sylvania City, Monday, Nov. 4, "
     "2024.\nI|Getty Images\n"
     "I|Image 1 of 8\n"},
    {"a poll of two houses stays", NULL,
     REPORT "b|A Reuters/Ipsos poll showed that most voters reject the treaty.\n"},
    {"corrections", NULL,
     REPORT "B|Correction: An earlier version of this story gave a wrong date.\n"
            "B|This story has been updated with a statement of the minister.\n"},
    {"the author", NULL,
     REPORT "B|Jane Doe is a correspondent for the Example covering trade. Follow her at @janedoe.\n"},
    {"advertisement and addresses", NULL,
     REPORT "B|Advertisement\nB|https://example.org/a/b?c=d\nB|___\nB|17\n" REPORT},
    {"other languages", NULL,
     REPORT "B|El presidente de la rep\xC3\xBA"
            "blica firm\xC3\xB3 el acuerdo con los ministros en la capital.\n"
            "B|\xD0\x9F\xD1\x80\xD0\xB5\xD0\xB7\xD0\xB8\xD0\xB4\xD0\xB5\xD0\xBD\xD1\x82 "
            "\xD0\xBF\xD0\xBE\xD0\xB4\xD0\xBF\xD0\xB8\xD1\x81\xD0\xB0\xD0\xBB.\n"},
    {"names of that kind stay", NULL,
     REPORT "b|Luiz da Silva met Maria de la Cruz in Santa Fe de Bogot\xC3\xA1, aides said on Friday.\n"},
    {"credits set apart from a quotation", NULL, REPORT "B|\xE2\x80\x94Minister on the failed talks\n" REPORT},
    {"items of a list stay", NULL,
     REPORT "b|- Freedonia recalled its ambassador from Sylvania after the vote\n" REPORT},
    {"quotations stay", NULL,
     REPORT "b|\"We are sorry,\" the minister of Freedonia said.\nb|\"Sign in blood,\" he added, \"or we walk "
            "away.\"\n"},
    {"cookies above", NULL,
     "B|We and our partners store and access information on a device, such as "
     "cookies.\nB|Accept "
     "all\nH|Manage options\n" REPORT REPORT},
    {"other reports between paragraphs, nothing announcing them", NULL,
     REPORT "H|\xE2\x80\xA2 Fishing fleets fear the deal\nH|\xE2\x80\xA2 Five things to know about the "
            "islands\n" REPORT},
    {"a short thread of full names", NULL,
     REPORT REPORT
     "C|Peter Smith\nC|I never thought I would see the day.\nC|Anna Jones\nC|You should read the treaty "
     "first, Peter.\nC|Peter Smith\nC|I did, thank you very much!\n"},
    {"an offer", NULL,
     REPORT "P|Get unlimited access to all of our articles with a digital subscription\n" REPORT},
    {"credits", NULL,
     REPORT "I|The ministers at the airport of Sylvania City. Photograph: John Roe/EPA\n" REPORT
            "I|Photo credit: J. "
            "Doe\n"},
    {"a list ends where the report goes on", NULL,
     REPORT
     "R|Related\nR|Army of Freedonia shells the port\nR|Sylvania's president resigns\n"
     "b|The foreign minister of Freedonia, who had arrived in the Sylvanian capital on Monday for talks on "
     "trade, said that "
     "both sides would sign an agreement on fishing rights in the waters between the islands before the end of "
     "the week.\n"
     "b|The opposition in Freedonia called the talks a betrayal of the fishermen and asked its supporters to "
     "march to the "
     "palace on Sunday, although the police of the capital had said that no march would be allowed there.\n"
     "b|Officials of both countries said that the islands themselves were not part of the talks, and that a "
     "second round "
     "would be held in the spring if the first one ended well, which nobody was ready to promise.\n"},
    {"empty", NULL, ""},
};

static char letter_of(dem_zone_kind k)
{
    return "bHPCBIR"[k];
}

/* The text without its marks, and the mark of each byte. */
static void strip(const char *marked, dem_buf *text, dem_buf *kinds)
{
    dem_str rest = dem_str_from(marked), line;
    while (rest.n && dem_str_next(&rest, '\n', &line)) {
        char kind = line.n > 1 && line.p[1] == '|' ? line.p[0] : ' ';
        if (kind != ' ') line = dem_str_sub(line, 2, line.n);
        dem_buf_add(text, line);
        dem_buf_addc(text, '\n');
        for (size_t i = 0; i <= line.n; i++) dem_buf_addc(kinds, kind);
    }
    dem_buf_addz(text, "");
}

static void check_sound(const char *why, const dem_report *r)
{
    uint32_t at = 0;
    for (uint32_t i = 0; i < r->n_zones; i++) {
        dem_zone z = r->zones[i];
        if (z.start < at || z.start >= z.end || z.end > r->text.n)
            fail_msg("%s: zones overlap or are empty", why);
        if (z.kind == DEM_ZONE_BODY || z.kind >= DEM_ZONE_COUNT) fail_msg("%s: zone of kind %u", why, z.kind);
        if (strchr(" \n", r->text.p[z.start]) || strchr(" \n", r->text.p[z.end - 1]))
            fail_msg("%s: blank at an end", why);
        at = z.end;
    }
}

static void test_cases(void **state)
{
    (void)state;
    dem_arena a = {0};
    int faults = 0;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_buf text = {0}, kinds = {0};
        strip(CASES[i].text, &text, &kinds);
        dem_report r = {.text = dem_buf_str(&text), .title = dem_str_from(CASES[i].title)};
        dem_zones_find(&a, &r);
        check_sound(CASES[i].why, &r);
        for (size_t k = 0; k < text.n; k++) {
            char got = letter_of(dem_report_zone_at(&r, (uint32_t)k));
            if (text.p[k] == ' ' || text.p[k] == '\n' || (unsigned char)text.p[k] >= 0x80 || got == kinds.p[k])
                continue;
            print_error("%s: %c where %c is expected, at \"%.40s\"\n", CASES[i].why, got, kinds.p[k],
                        text.p + k);
            faults++;
            break;
        }
        dem_buf_release(&text);
        dem_buf_release(&kinds);
    }
    dem_arena_release(&a);
    check_int("cases with faults", faults, 0);
}

/* Single sentences of a line. */
static void test_sentences(void **state)
{
    (void)state;
    static const struct {
        const char *why, *text, *zone;
    } INSIDE[] = {
        {"at the end",
         "The talks in Sylvania ended on Monday, officials said. (Reporting by Jane Doe; Editing by John Roe)",
         "(Reporting by Jane Doe; Editing by John Roe)"},
        {"at the start", "Already a subscriber? The talks in Sylvania ended on Monday, officials said.",
         "Already a subscriber?"},
        {"in the middle",
         "The talks ended on Monday, they said. Sign up for our newsletter. New talks will be held in May.",
         "Sign up for our newsletter."},
        {"a call that no rule knows",
         "The talks ended on Monday, they said. Unlock this article with a monthly subscription. New talks "
         "will be held in May.",
         "Unlock this article with a monthly subscription."},
        {"such words in a quotation",
         "\"Read the treaty. Support us with your votes and sign it,\" he told the crowd.", ""},
        {"none", "The talks ended on Monday. New talks will be held in May.", ""},
    };
    dem_arena a = {0};
    for (size_t i = 0; i < COUNT(INSIDE); i++) {
        dem_report r = {.text = dem_str_from(INSIDE[i].text)};
        dem_zones_find(&a, &r);
        dem_str got = r.n_zones ? dem_str_sub(r.text, r.zones[0].start, r.zones[0].end) : DEM_STR("");
        check_str(INSIDE[i].why, got, INSIDE[i].zone);
        check_int(INSIDE[i].why, r.n_zones, INSIDE[i].zone[0] != 0);
    }
    dem_arena_release(&a);
}

/* Those that the page gave. */
static void test_zones_are_kept(void **state)
{
    (void)state;
    dem_arena a = {0};
    dem_zone zone = {0, 9, DEM_ZONE_CAPTION};
    dem_report r = {.text = DEM_STR("Subscribe\n\nThe talks ended on Monday, officials said."),
                    .zones = &zone,
                    .n_zones = 1,
                    .zoned = true};
    dem_zones_find(&a, &r);
    check_int("zones", r.n_zones, 1);
    check_int("the kind", r.zones[0].kind, DEM_ZONE_CAPTION);
    r.n_zones = 0;
    r.zoned = false;
    dem_zones_find(&a, &r);
    check_int("without", r.zones[0].kind, DEM_ZONE_PAYWALL);
    dem_arena_release(&a);
}

/* Hostile texts must not take more than linear time: these would take hours. */
static void test_large(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "Comments\n", "Related\n", "a\n", "JJE\nI say so.\n", "x ", "Advertisement\n\n", "Fine words here.\n"};
    for (size_t i = 0; i < COUNT(LINES); i++) {
        dem_arena a;
        dem_buf text = {0};
        dem_arena_init(&a, 1 << 20);
        dem_buf_addz(
            &text,
            "The first sentence is a real one, as it seems.\nAnd the second sentence is a real one as well.\n");
        while (text.n < 300000) dem_buf_addz(&text, LINES[i]);
        dem_report r = {.text = dem_buf_str(&text)};
        dem_zones_find(&a, &r);
        check_sound(LINES[i], &r);
        dem_buf_release(&text);
        dem_arena_release(&a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cases), cmocka_unit_test(test_sentences),
                                       cmocka_unit_test(test_zones_are_kept), cmocka_unit_test(test_large)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
