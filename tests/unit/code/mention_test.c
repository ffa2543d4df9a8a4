/* What a noun phrase says by itself: code/mention.h, codebook 7 and 8. */
#include "../base/check.h"
#include "tree.h"

typedef struct {
    const char *why, *tree, *head, *want, *day;
} mention_case;

/* "RUS GOV", several with commas, flags behind; "open" for a mention without entity, "nobody" for no mention. */
static void mention_note(dem_buf *b, const dem_mention *m)
{
    dem_buf_clear(b);
    if (!m || !m->n) {
        dem_buf_addz(b, m ? "open" : "nobody");
        return;
    }
    side_note(b, m->entity, m->n);
    for (unsigned f = 0; f < DEM_FLAG_COUNT; f++)
        if ((m->flags >> f) & 1) dem_buf_addf(b, " !%s", dem_flag_name(f));
}

static void run(const world *w, const mention_case *cases, size_t n)
{
    int failed = 0;
    dem_buf got = {0};
    for (size_t i = 0; i < n; i++) {
        tree t;
        dem_mentions ms;
        tree_read(&t, cases[i].why, cases[i].day ? cases[i].day : "2025-03-18", cases[i].tree);
        dem_mentions_find(&w->rules, &t.arena, &t.report, t.sentence, 1, NULL, &ms, &(dem_setting){0});
        mention_note(&got, dem_mention_of(&ms, tree_token(&t, 0, cases[i].head)));
        note_check(&failed, cases[i].why, &got, cases[i].want);
        tree_free(&t);
    }
    dem_buf_release(&got);
    assert_int_equal(failed, 0);
}

static void test_countries(void **state)
{
    static const mention_case CASES[] = {
        {"7.6 a country name has no sector", "China/NNP>left:nsubj left/VBD=leave ./.", "China", "CHN", NULL},
        {"7.2 a vanished state takes the successor's code", "The/DT Soviet/NNP Union/NNP>left:nsubj left/VBD=leave ./.", "Union", "RUS", NULL},
        {"7.6 an adjective counts as entity", "Chinese/JJ shelling/NN>began:nsubj began/VBD=begin ./.", "Chinese", "CHN", NULL},
        {"7.6 nationals", "Two/CD Poles/NNPS=Pole>left:nsubj left/VBD=leave ./.", "Poles", "POL", NULL},
        {"7.6 a seat is the government", "The/DT Kremlin/NNP>left:nsubj left/VBD=leave ./.", "Kremlin", "RUS GOV", NULL},
        {"7.6 a seat with sectors of its own", "The/DT Pentagon/NNP>left:nsubj left/VBD=leave ./.", "Pentagon", "USA GOV MIL", NULL},
        {"7.6 a capital as government", "Beijing/NNP>left:nsubj left/VBD=leave ./.", "Beijing", "CHN GOV", NULL},
        {"7.6 another city that does something is its authorities", "Shanghai/NNP>sued:nsubj sued/VBD=sue Odesa/NNP>sued:obj ./.",
         "Shanghai", "CHN GOV", NULL},
        {"7.6 another city is its people", "Shanghai/NNP>fell:nsubj fell/VBD=fall ./.", "Shanghai", "CHN CVL", NULL},
        {"7.5 a partially recognised entity takes its owner's code and PRE", "South/NNP Ossetia/NNP>left:nsubj left/VBD=leave ./.",
         "Ossetia", "GEO PRE", NULL},
        {"7.6 a vague collective has no code", "World/NN leaders/NNS>left:nsubj left/VBD=leave ./.", "leaders", "open", NULL},
        {"12.9 a proper name that is no country", "Georgia/NNP>left:nsubj Miller/NNP>Georgia:flat left/VBD=leave ./.", "Georgia", "open", NULL},
        {"a common noun is no mention", "The/DT table/NN>fell:nsubj fell/VBD=fall ./.", "table", "nobody", NULL},
    };
    run(*state, CASES, COUNT(CASES));
}

static void test_towns(void **state)
{
    static const mention_case CASES[] = {
        {"12.10 an unknown town in the region behind it",
         "Police/NN>left:nsubj in/IN>Slidell:case Slidell/NNP>Police:nmod ,/, "
         "Shanghai/NNP>Slidell:appos ,/, left/VBD=leave ./.",
         "Slidell", "CHN CVL", NULL},
        {"12.9 and who is there is of that country",
         "Police/NN>left:nsubj in/IN>Slidell:case Slidell/NNP>Police:nmod ,/, "
         "Shanghai/NNP>Slidell:appos ,/, left/VBD=leave ./.",
         "Police", "CHN COP", NULL},
        {"12.10 a town of a known city's name in another country",
         "Police/NN>left:nsubj in/IN>Minsk:case Minsk/NNP>Police:nmod ,/, "
         "Shanghai/NNP>Minsk:appos ,/, left/VBD=leave ./.",
         "Minsk", "CHN CVL", NULL},
        {"12.10 the second of a list is no region",
         "Police/NN>left:nsubj in/IN>Minsk:case Minsk/NNP>Police:nmod ,/, "
         "Shanghai/NNP>Minsk:conj and/CC Paris/NNP>Minsk:conj left/VBD=leave ./.",
         "Minsk", "BLR GOV", NULL},
        {"12.10 a name without a preposition is no town",
         "Slidell/NNP>left:nsubj ,/, Shanghai/NNP>Slidell:appos ,/, left/VBD=leave ./.", "Slidell", "open",
         NULL},
    };
    run(*state, CASES, COUNT(CASES));
}

static void test_persons(void **state)
{
    static const mention_case CASES[] = {
        {"7.6 a person by the office held on the report's date",
         "Anton/NNP>left:nsubj Belov/NNP>Anton:flat left/VBD=leave ./.", "Anton", "RUS GOV", NULL},
        {"7.6 a former office-holder is ELI", "Carl/NNP>left:nsubj Huber/NNP>Carl:flat left/VBD=leave ./.",
         "Carl", "DEU ELI", NULL},
        {"7.6 the same while in office", "Carl/NNP>left:nsubj Huber/NNP>Carl:flat left/VBD=leave ./.", "Carl",
         "DEU GOV", "2015-06-01"},
        {"7.6 before the first office the person is not recognised",
         "Olena/NNP>left:nsubj Marchuk/NNP>Olena:flat left/VBD=leave ./.", "Olena", "open", "2019-06-01"},
        {"7.6 called former by the text",
         "Former/JJ Russian/JJ president/NN Anton/NNP>left:nsubj Belov/NNP>Anton:flat left/VBD=leave ./.",
         "Anton", "RUS ELI", NULL},
        {"12.2 an office that its holder never held is flagged",
         "Russian/JJ President/NNP=president Pavel/NNP>left:nsubj Orlov/NNP>Pavel:flat left/VBD=leave ./.",
         "Pavel", "RUS GOV !office_mismatch", NULL},
        {"12.2 a name that nobody bears takes what the text says, flagged",
         "Russian/JJ President/NNP=president Ivan/NNP>left:nsubj Ivanov/NNP>Ivan:flat left/VBD=leave ./.",
         "Ivan", "RUS GOV !unknown_person", NULL},
        {"an unknown name with a title that many hold is not flagged",
         "Polish/JJ lawmaker/NN Jan/NNP>left:nsubj Zielony/NNP>Jan:flat left/VBD=leave ./.", "Jan", "POL LEG",
         NULL},
        {"an unknown name alone stays open", "Jan/NNP>left:nsubj Zielony/NNP>Jan:flat left/VBD=leave ./.",
         "Jan", "open", NULL},
        {"12.2 an office in another country: the record says what the text says",
         "Polish/JJ President/NNP=president Anton/NNP>left:nsubj Belov/NNP>Anton:flat left/VBD=leave ./.",
         "Anton", "POL GOV !office_mismatch", NULL},
        {"a title that heads the name",
         "Captain/NN=captain>left:nsubj Anton/NNP>Captain:flat Belov/NNP>Captain:flat "
         "left/VBD=leave ./.",
         "Anton", "RUS GOV", NULL},
        {"title and one word of a name", "President/NNP=president Marchuk/NNP>left:nsubj left/VBD=leave ./.",
         "Marchuk", "UKR GOV", NULL},
        {"an initial within the name",
         "Anton/NNP>left:nsubj P./NNP>Anton:flat Belov/NNP>Anton:flat left/VBD=leave ./.", "Anton", "RUS GOV",
         NULL},
        {"somebody else's surname", "Anna/NNP>left:nsubj Belov/NNP>Anna:flat left/VBD=leave ./.", "Anna",
         "open", NULL},
        {"a nationality and no office",
         "Polish/JJ>Anna:amod Anna/NNP>left:nsubj Nowak/NNP>Anna:flat left/VBD=leave ./.", "Anna", "POL", NULL},
        {"7.6 a name in apposition to a national",
         "A/DT Pole/NN=Pole>left:nsubj ,/, Jan/NNP>Pole:appos Zielony/NNP>Jan:flat ,/, left/VBD=leave ./.",
         "Jan", "POL CVL", NULL},
        {"an apposition says who an unknown name is",
         "Jan/NNP>left:nsubj Zielony/NNP>Jan:flat ,/, a/DT Polish/JJ lawmaker/NN>Jan:appos ,/, left/VBD=leave "
         "./.",
         "Jan", "POL LEG", NULL},
    };
    run(*state, CASES, COUNT(CASES));
}

static void test_roles(void **state)
{
    static const mention_case CASES[] = {
        {"8: country and sector of a role", "The/DT Russian/JJ foreign/JJ minister/NN>left:nsubj left/VBD=leave ./.", "minister", "RUS GOV", NULL},
        {"D24 defence minister is GOV MIL", "The/DT Polish/JJ defence/NN minister/NN>left:nsubj left/VBD=leave ./.", "minister", "POL GOV MIL", NULL},
        {"8: a general is MIL, not GOV", "A/DT Polish/JJ general/NN>left:nsubj left/VBD=leave ./.", "general", "POL MIL", NULL},
        {"7.6 forces and weapons with a nationality are MIL", "Russian/JJ missiles/NNS>fell:nsubj fell/VBD=fall ./.", "missiles", "RUS MIL", NULL},
        {"8: opposition MP", "Polish/JJ opposition/NN lawmakers/NNS>left:nsubj left/VBD=leave ./.", "lawmakers", "POL LEG OPP", NULL},
        {"8: rebels", "Belarusian/JJ rebels/NNS>left:nsubj left/VBD=leave ./.", "rebels", "BLR REB", NULL},
        {"7.3 aid workers have a code of their own", "Two/CD aid/NN workers/NNS>left:nsubj left/VBD=leave ./.", "workers", "NGO CVL", NULL},
        {"of-phrase", "The/DT foreign/JJ minister/NN>left:nsubj of/IN China/NNP>minister:nmod left/VBD=leave ./.", "minister", "CHN GOV", NULL},
        {"8: place of the police", "Police/NN>left:nsubj in/IN Minsk/NNP>Police:nmod left/VBD=leave ./.", "Police", "BLR COP", NULL},
        {"an ambassador to a country is not that country's", "The/DT ambassador/NN>left:nsubj to/IN China/NNP>ambassador:nmod "
         "left/VBD=leave ./.", "ambassador", "open", NULL},
        {"two countries of one plural role", "The/DT>presidents:det Russian/JJ>presidents:amod and/CC Chinese/JJ>Russian:conj "
         "presidents/NNS>left:nsubj left/VBD=leave ./.",
         "presidents", "RUS GOV, CHN GOV", NULL},
        {"who stands behind it is not the owner", "US/NNP>backed:compound -/HYPH>US:punct backed/VBN=back>rebels:amod "
         "rebels/NNS>left:nsubj left/VBD=leave ./.", "rebels", "open", NULL},
        {"and is nobody", "US/NNP>backed:compound -/HYPH>US:punct backed/VBN=back>rebels:amod rebels/NNS>left:nsubj left/VBD=leave ./.",
         "US", "open", NULL},
        {"where somebody is from counts if nothing else does", "Polish/JJ>born:compound -/HYPH>Polish:punct born/VBN=bear>farmers:amod "
         "farmers/NNS>left:nsubj left/VBD=leave ./.", "farmers", "POL AGR", NULL},
        {"an organisation owns before a nationality", "A/DT NATO/NNP German/JJ>spokesman:amod spokesman/NN>left:nsubj left/VBD=leave ./.",
         "spokesman", "IGO GOV", NULL},
        {"what is coordinated shares its country", "Polish/JJ>police:amod police/NN>left:nsubj and/CC farmers/NNS>police:conj "
         "left/VBD=leave ./.", "farmers", "POL AGR", NULL},
        {"a role of a role", "A/DT spokesman/NN>left:nsubj for/IN>president:case the/DT>president:det Polish/JJ>president:amod "
         "president/NN>spokesman:nmod left/VBD=leave ./.", "spokesman", "POL GOV", NULL},
        {"a bare title stays open", "The/DT minister/NN>left:nsubj left/VBD=leave ./.", "minister", "open", NULL},
        {"7.6 ex-president", "The/DT Polish/JJ ex-president/NN>left:nsubj left/VBD=leave ./.", "ex-president", "POL ELI", NULL},
        {"7.6 former president by its adjective", "A/DT former/JJ Polish/JJ president/NN>left:nsubj left/VBD=leave ./.", "president",
         "POL ELI", NULL},
    };
    run(*state, CASES, COUNT(CASES));
}

static void test_groups(void **state)
{
    static const mention_case CASES[] = {
        {"7.3 NATO as such has no sector", "NATO/NNP>left:nsubj left/VBD=leave ./.", "NATO", "IGO", NULL},
        {"7.3 the United Nations", "The/DT United/NNP Nations/NNPS=Nations>left:nsubj left/VBD=leave ./.", "Nations", "UNO", NULL},
        {"8: dated codes: rebels before they rule", "The/DT Green/NNP Guard/NNP>left:nsubj left/VBD=leave ./.", "Guard", "BLR REB", "2023-06-30"},
        {"8: dated codes: government after", "The/DT Green/NNP Guard/NNP>left:nsubj left/VBD=leave ./.", "Guard", "BLR GOV", "2023-07-01"},
        {"7.3 officials of an organisation", "A/DT NATO/NNP spokesman/NN>left:nsubj left/VBD=leave ./.", "spokesman", "IGO GOV", NULL},
    };
    run(*state, CASES, COUNT(CASES));
}

static void test_shape(void **state)
{
    const world *w = *state;
    tree t;
    dem_mentions ms;
    tree_read(&t, "shape", "2025-03-18",
              "The/DT Russian/JJ President/NNP=president Anton/NNP>met:nsubj Belov/NNP>Anton:flat met/VBD=meet two/CD Polish/JJ "
         "farmers/NNS>met:obj ./.");
    dem_mentions_find(&w->rules, &t.arena, &t.report, t.sentence, 1, NULL, &ms, &(dem_setting){0});
    const dem_mention *belov = dem_mention_of(&ms, tree_token(&t, 0, "Anton")), *farmers = dem_mention_of(&ms, tree_token(&t, 0, "farmers"));
    const dem_entity *e = &belov->entity[0];
    check_str("the span is the phrase without its article", dem_str_sub(t.report.text, e->span.start, e->span.end), "Russian President Anton Belov");
    check_str("identifier", e->wikidata, "Q900001");
    check_str("label", e->label, "Anton Belov");
    check_str("office", e->office, "President");
    check_int("one person", belov->plural, false);
    check_int("farmers are several", farmers->plural, true);
    check_int("the modifier is one", dem_mention_of(&ms, tree_token(&t, 0, "Polish"))->modifier, true);
    assert_null(dem_mention_of(&ms, tree_token(&t, 0, "met")));
    assert_null(dem_mention_of(&ms, -1));
    tree_free(&t);
}

static void test_add(void **state)
{
    (void)state;
    tree t;
    tree_read(&t, "full", NULL, "China/NNP>left:nsubj left/VBD=leave ./.");
    dem_mention m = {.from = 0, .to = 1};
    for (int i = 0; i < DEM_MENTION_MAX + 1; i++) assert_non_null(dem_mention_add(&m, t.sentence, "CHN", 0));
    check_int("the seventh is ignored", m.n, DEM_MENTION_MAX);
    tree_free(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_countries), cmocka_unit_test(test_towns),
                                       cmocka_unit_test(test_persons),   cmocka_unit_test(test_roles),
                                       cmocka_unit_test(test_groups),    cmocka_unit_test(test_shape),
                                       cmocka_unit_test(test_add)};
    return cmocka_run_group_tests(tests, world_open, world_close);
}
