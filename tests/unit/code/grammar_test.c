/* Who fills which slot of a predicate: code/grammar.h. */
#include "../base/check.h"
#include "code/grammar.h"
#include "tree.h"

static const char *form(const tree *t, int i, char out[32])
{
    if (i < 0) return "-";
    dem_str f = t->sentence[0].tok[i].form;
    snprintf(out, 32, "%.*s", DEM_STR_ARG(f));
    return out;
}

static void test_arguments(void **state)
{
    (void)state;
    static const struct {
        const char *why, *tree, *verb, *subject, *object;
        bool passive;
    } CASES[] = {
        {"12.1 active", "Russia/NNP>shelled:nsubj shelled/VBD Kharkiv/NNP>shelled:obj ./.", "shelled", "Russia",
         "Kharkiv", false},
        {"12.1 passive with an agent",
         "Kharkiv/NNP>shelled:nsubj:pass was/VBD shelled/VBN by/IN Russia/NNP>shelled:obl:agent ./.", "shelled",
         "Russia", "Kharkiv", true},
        {"12.1 the agent parsed as an oblique",
         "Kharkiv/NNP>shelled:nsubj:pass was/VBD shelled/VBN by/IN Russia/NNP>shelled:obl ./.", "shelled",
         "Russia", "Kharkiv", true},
        {"12.7 agentless passive", "Kharkiv/NNP>shelled:nsubj:pass was/VBD shelled/VBN ./.", "shelled", "-",
         "Kharkiv", true},
        {"12.11 subject relative clause",
         "Russia/NNP>slept:nsubj ,/, which/WDT>shelled:nsubj shelled/VBD>Russia:acl:relcl "
         "Kharkiv/NNP>shelled:obj ,/, slept/VBD=sleep ./.",
         "shelled", "Russia", "Kharkiv", false},
        {"12.11 object relative clause",
         "Kharkiv/NNP>slept:nsubj ,/, which/WDT>shelled:obj Russia/NNP>shelled:nsubj "
         "shelled/VBD>Kharkiv:acl:relcl ,/, slept/VBD=sleep ./.",
         "shelled", "Russia", "Kharkiv", false},
        {"12.11 object relative clause without its pronoun",
         "The/DT town/NN>slept:nsubj Russia/NNP>shelled:nsubj "
         "shelled/VBD>town:acl:relcl slept/VBD=sleep ./.",
         "shelled", "Russia", "town", false},
        {"12.11 participle behind its noun",
         "The/DT town/NN>slept:nsubj shelled/VBN>town:acl by/IN Russia/NNP>shelled:obl:agent slept/VBD=sleep "
         "./.",
         "shelled", "Russia", "town", true},
        {"12.11 the same, taken for a past tense",
         "The/DT town/NN>slept:nsubj shelled/VBD>town:acl by/IN Russia/NNP>shelled:obl slept/VBD=sleep ./.",
         "shelled", "Russia", "town", true},
        {"12.11 active participle behind its noun",
         "Troops/NNS=troops>slept:nsubj shelling/VBG>Troops:acl Kharkiv/NNP>shelling:obj "
         "slept/VBD=sleep ./.",
         "shelling", "Troops", "Kharkiv", false},
        {"subject control",
         "Russia/NNP>agreed:nsubj agreed/VBD=agree to/TO free/VB>agreed:xcomp captives/NNS>free:obj ./.",
         "free", "Russia", "captives", false},
        {"object control",
         "Russia/NNP>urged:nsubj urged/VBD=urge China/NNP>urged:obj to/TO free/VB>urged:xcomp "
         "captives/NNS>free:obj ./.",
         "free", "China", "captives", false},
        {"promise is controlled by its subject",
         "Russia/NNP>promised:nsubj promised/VBD=promise China/NNP>promised:obj to/TO "
         "free/VB>promised:xcomp captives/NNS>free:obj ./.",
         "free", "Russia", "captives", false},
        {"raising",
         "Russia/NNP>expected:nsubj:pass is/VBZ expected/VBN to/TO free/VB>expected:xcomp "
         "captives/NNS>free:obj ./.",
         "free", "Russia", "captives", false},
        {"coordination shares the subject",
         "Russia/NNP>met:nsubj met/VBD=meet and/CC shelled/VBD>met:conj Kharkiv/NNP>shelled:obj ./.", "shelled",
         "Russia", "Kharkiv", false},
        {"coordination shares the object",
         "Russia/NNP>condemned:nsubj condemned/VBD and/CC shelled/VBD>condemned:conj Kharkiv/NNP>shelled:obj "
         "./.",
         "condemned", "Russia", "Kharkiv", false},
        {"coordinated passives share the auxiliary",
         "Kharkiv/NNP>bombed:nsubj:pass was/VBD bombed/VBN and/CC shelled/VBN>bombed:conj by/IN "
         "Russia/NNP>shelled:obl:agent ./.",
         "shelled", "Russia", "Kharkiv", true},
        {"an infinitive of a noun is its possessor's",
         "Russia/NNP>promise:nmod:poss 's/POS promise/NN>followed:nsubj to/TO "
         "free/VB>promise:acl captives/NNS>free:obj followed/VBD ./.",
         "free", "Russia", "captives", false},
        {"a titled name taken for what somebody is called",
         "Modi/NNP>called:nsubj called/VBD=call President/NNP>Ruto:nmod:desc "
         "Ruto/NNP>called:xcomp ./.",
         "called", "Modi", "Ruto", false},
        {"perfect is no passive", "Russia/NNP>shelled:nsubj has/VBZ shelled/VBN Kharkiv/NNP>shelled:obj ./.",
         "shelled", "Russia", "Kharkiv", false},
        {"an adverbial participle in the active",
         "Condemning/VBG>left:advcl Poland/NNP>Condemning:obj ,/, Russia/NNP>left:nsubj left/VBD=leave ./.",
         "Condemning", "Russia", "Poland", false},
        {"no subject at all", "Shell/VB Kharkiv/NNP>Shell:obj ./.", "Shell", "-", "Kharkiv", false},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        tree t;
        char a[32], b[32];
        tree_read(&t, CASES[i].why, NULL, CASES[i].tree);
        const dem_sentence *s = t.sentence;
        int v = tree_token(&t, 0, CASES[i].verb);
        check_str(CASES[i].why, dem_str_from(form(&t, dem_grammar_subject(s, v), a)), CASES[i].subject);
        check_str(CASES[i].why, dem_str_from(form(&t, dem_grammar_object(s, v), b)), CASES[i].object);
        check_int(CASES[i].why, dem_grammar_passive(s, v), CASES[i].passive);
        tree_free(&t);
    }
}

static void test_complement(void **state)
{
    (void)state;
    static const struct {
        const char *why, *tree, *word, *want;
    } CASES[] = {
        {"infinitive", "Russia/NNP>agreed:nsubj agreed/VBD=agree to/TO leave/VB>agreed:xcomp ./.", "agreed",
         "leave"},
        {"clause", "Russia/NNP>said:nsubj said/VBD=say it/PRP>left:nsubj left/VBD=leave>said:ccomp ./.", "said",
         "left"},
        {"infinitive of a noun", "A/DT promise/NN>followed:nsubj to/TO leave/VB>promise:acl followed/VBD ./.",
         "promise", "leave"},
        {"infinitive of an adjective",
         "Russia/NNP>ready:nsubj is/VBZ>ready:cop ready/JJ>:root to/TO leave/VB>ready:xcomp ./.", "ready",
         "leave"},
        {"an adverbial clause with to",
         "Russia/NNP>warned:nsubj warned/VBD Poland/NNP>warned:obj to/TO leave/VB>warned:advcl ./.", "warned",
         "leave"},
        {"other adverbial clauses are none",
         "Russia/NNP>warned:nsubj warned/VBD Poland/NNP>warned:obj after/IN>left:mark it/PRP>left:nsubj "
         "left/VBD=leave>warned:advcl ./.",
         "warned", "-"},
        {"a clause about a noun, taken for a relative clause",
         "Its/PRP$>warning:nmod:poss warning/NN>followed:nsubj that/WDT>bear:obj "
         "it/PRP>bear:nsubj would/MD>bear:aux bear/VB>warning:acl:relcl arrests/NNS>bear:obj followed/VBD ./.",
         "warning", "bear"},
        {"a relative clause is none",
         "The/DT warning/NN>followed:nsubj that/WDT>gave:obj "
         "it/PRP>gave:nsubj gave/VBD>warning:acl:relcl followed/VBD ./.",
         "warning", "-"},
        {"a titled name is none",
         "Modi/NNP>called:nsubj called/VBD=call President/NNP>Ruto:nmod:desc Ruto/NNP>called:xcomp ./.",
         "called", "-"},
        {"a quotation in front is none",
         "It/PRP>left:nsubj left/VBD=leave>said:ccomp ,/, Russia/NNP>said:nsubj said/VBD=say ./.", "said", "-"},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        tree t;
        char a[32];
        tree_read(&t, CASES[i].why, NULL, CASES[i].tree);
        check_str(CASES[i].why, dem_str_from(form(&t, dem_grammar_complement(t.sentence, tree_token(&t, 0, CASES[i].word)), a)), CASES[i].want);
        tree_free(&t);
    }
}

static void test_light(void **state)
{
    const world *w = *state;
    static const struct { const char *why, *tree, *noun, *verb;
    } CASES[] = {
        {"object", "Russia/NNP>held:nsubj held/VBD=hold talks/NNS>held:obj ./.", "talks", "held"},
        {"subject of the passive", "Talks/NNS>held:nsubj:pass were/VBD held/VBN=hold ./.", "Talks", "held"},
        {"participle behind",
         "Talks/NNS>failed:nsubj held/VBN=hold>Talks:acl in/IN Minsk/NNP>held:obl failed/VBD ./.", "Talks",
         "held"},
        {"relative clause",
         "The/DT talks/NNS>failed:nsubj that/WDT>held:obj they/PRP>held:nsubj held/VBD=hold>talks:acl:relcl "
         "failed/VBD "
         "./.",
         "talks", "held"},
        {"below a container noun",
         "Russia/NNP>held:nsubj held/VBD=hold a/DT round/NN>held:obj of/IN talks/NNS>round:nmod ./.", "talks",
         "held"},
        {"coordinated with the object",
         "Russia/NNP>held:nsubj held/VBD=hold talks/NNS>held:obj and/CC meetings/NNS>talks:conj ./.",
         "meetings", "held"},
        {"held up is none",
         "Russia/NNP>held:nsubj held/VBD=hold up/RP>held:compound:prt talks/NNS>held:obj ./.", "talks", "-"},
        {"an ordinary verb is none", "Russia/NNP>praised:nsubj praised/VBD talks/NNS>praised:obj ./.", "talks",
         "-"},
        {"subject of the active is none", "Talks/NNS>held:nsubj held/VBD=hold promise/NN>held:obj ./.", "Talks",
         "-"},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        tree t;
        char a[32];
        tree_read(&t, CASES[i].why, NULL, CASES[i].tree);
        check_str(CASES[i].why, dem_str_from(form(&t, dem_grammar_light(&w->rules, t.sentence, tree_token(&t, 0, CASES[i].noun)), a)), CASES[i].verb);
        tree_free(&t);
    }
}

static void test_fill(void **state)
{
    const world *w = *state;
    static const struct { const char *why, *tree, *word; dem_pos pos; dem_slot slot; const char *want; } CASES[] = {
        {"phrase of the verb", "Russia/NNP>met:nsubj met/VBD=meet with/IN China/NNP>met:obl ./.", "met", DEM_POS_VERB,
         {.kind = DEM_SLOT_PREP, .prep = DEM_STR("with")}, "China"},
        {"phrase of the object", "Poland/NNP>put:nsubj put/VBD=put tariffs/NNS>put:obj on/IN Russia/NNP>tariffs:nmod ./.", "put", DEM_POS_VERB,
         {.kind = DEM_SLOT_PREP, .prep = DEM_STR("on")}, "Russia"},
        {"the verb's own phrase comes before the object's", "Poland/NNP>put:nsubj put/VBD=put tariffs/NNS>put:obj on/IN gas/NN>tariffs:nmod "
         "on/IN Russia/NNP>put:obl ./.", "put", DEM_POS_VERB,
         {.kind = DEM_SLOT_PREP, .prep = DEM_STR("on")}, "Russia"},
        {"phrase of the light verb", "Poland/NNP>held:nsubj held/VBD=hold talks/NNS>held:obj with/IN Russia/NNP>held:obl ./.", "talks", DEM_POS_NOUN,
         {.kind = DEM_SLOT_PREP, .prep = DEM_STR("with")}, "Russia"},
        {"subject of the light verb", "Poland/NNP>held:nsubj held/VBD=hold talks/NNS>held:obj ./.", "talks", DEM_POS_NOUN,
         {.kind = DEM_SLOT_SUBJ}, "Poland"},
        {"possessor and adjective", "Poland/NNP>attack:nmod:poss 's/POS armed/JJ attack/NN>failed:nsubj failed/VBD ./.", "attack", DEM_POS_NOUN,
         {.kind = DEM_SLOT_POSS}, "Poland armed"},
        {"gerund with a preposition", "Poland/NNP>accused:nsubj accused/VBD Russia/NNP>accused:obj of/IN spying/VBG>accused:advcl ./.",
         "accused", DEM_POS_VERB,
         {.kind = DEM_SLOT_PREP, .prep = DEM_STR("of")}, "spying"},
        {"subject of an adjective", "Russia/NNP>ready:nsubj is/VBZ>ready:cop ready/JJ>:root ./.", "ready", DEM_POS_ADJ,
         {.kind = DEM_SLOT_SUBJ}, "Russia"},
        {"indirect object", "Russia/NNP>gave:nsubj gave/VBD=give China/NNP>gave:iobj gas/NN>gave:obj ./.", "gave", DEM_POS_VERB,
         {.kind = DEM_SLOT_IOBJ}, "China"},
        {"another preposition is nothing", "Russia/NNP>met:nsubj met/VBD=meet in/IN China/NNP>met:obl ./.", "met", DEM_POS_VERB,
         {.kind = DEM_SLOT_PREP, .prep = DEM_STR("with")}, ""},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        tree t;
        int fill[DEM_GRAMMAR_MAX];
        dem_buf got = {0};
        tree_read(&t, CASES[i].why, NULL, CASES[i].tree);
        int n = dem_grammar_fill(&w->rules, t.sentence, tree_token(&t, 0, CASES[i].word), CASES[i].pos, &CASES[i].slot, fill);
        for (int k = 0; k < n; k++) {
            if (k) dem_buf_addc(&got, ' ');
            dem_buf_add(&got, t.sentence[0].tok[fill[k]].form);
        }
        check_str(CASES[i].why, dem_buf_str(&got), CASES[i].want);
        dem_buf_release(&got);
        tree_free(&t);
    }
}

static void test_small(void **state)
{
    (void)state;
    tree t;
    int part[DEM_GRAMMAR_MAX];
    tree_read(&t, "small questions", NULL, "Russia/NNP>called:nsubj ,/, China/NNP>Russia:conj and/CC Poland/NNP>Russia:conj called/VBD "
         "off/RP talks/NNS>called:obj With/IN France/NNP>talks:nmod ./.");
    const dem_sentence *s = t.sentence;
    int russia = tree_token(&t, 0, "Russia"), called = tree_token(&t, 0, "called"), france = tree_token(&t, 0, "France");
    check_int("three coordinated", dem_grammar_conjuncts(s, russia, part), 3);
    check_int("in order", part[2], tree_token(&t, 0, "Poland"));
    check_int("particle", dem_grammar_particle(s, called, DEM_STR("off")), tree_token(&t, 0, "off"));
    check_int("no such particle", dem_grammar_particle(s, called, DEM_STR("out")), -1);
    check_int("case in any letters", dem_grammar_case_is(s, france, "with"), true);
    check_str("case as written", dem_grammar_case(s, france), "With");
    check_int("below", dem_grammar_under(s, france, called), true);
    check_int("not below", dem_grammar_under(s, called, france), false);
    tree_free(&t);
}

/* Who is joined without "and": the phrase hangs on the noun, on its adverb, on the verb; and one that is a means. */
static void test_company(void **state)
{
    (void)state;
    static const struct {
        const char *why, *tree;
        int want;
    } CASES[] = {
        {"along with, on the noun",
         "Russia/NNP>left:nsubj along/IN>China:case with/IN>China:case China/NNP>Russia:nmod left/VBD=leave "
         "./.",
         2},
        {"together with, on the adverb",
         "Russia/NNP>left:nsubj ,/, together/RB>Russia:advmod with/IN>China:case China/NNP>together:obl ,/, "
         "left/VBD=leave ./.",
         2},
        {"along with, on the verb, behind the subject",
         "Russia/NNP>left:nsubj ,/, along/IN>China:case with/IN>China:case China/NNP>left:obl ,/, "
         "left/VBD=leave ./.",
         2},
        {"alongside", "Russia/NNP>left:nsubj alongside/IN>China:case China/NNP>Russia:nmod left/VBD=leave ./.",
         2},
        {"elsewhere in the clause: not the subject's",
         "Russia/NNP>left:nsubj left/VBD=leave Paris/NNP>left:obj along/IN>China:case "
         "with/IN>China:case China/NNP>left:obl ./.",
         1},
        {"with alone", "Russia/NNP>left:nsubj with/IN>China:case China/NNP>Russia:nmod left/VBD=leave ./.", 1},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        tree t;
        int part[DEM_GRAMMAR_MAX];
        tree_read(&t, CASES[i].why, NULL, CASES[i].tree);
        check_int(CASES[i].why, dem_grammar_conjuncts(t.sentence, tree_token(&t, 0, "Russia"), part),
                  CASES[i].want);
        tree_free(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_company),    cmocka_unit_test(test_arguments),
                                       cmocka_unit_test(test_complement), cmocka_unit_test(test_light),
                                       cmocka_unit_test(test_fill),       cmocka_unit_test(test_small)};
    return cmocka_run_group_tests(tests, world_open, world_close);
}
