/* The standing of what a verb says: code/clause.h, codebook 6, 12.1, 12.3, 12.8. */
#include "../base/check.h"
#include "code/clause.h"
#include "tree.h"

static void standing_note(dem_buf *b, const dem_standing *st)
{
    dem_buf_clear(b);
    dem_buf_addz(b, st->coded ? "coded" : "not coded");
    for (unsigned x = 0; x < DEM_AUX_COUNT && st->coded; x++)
        if ((st->aux >> x) & 1) dem_buf_addf(b, " %s", dem_aux_name(x));
    if (st->coded && st->obligation) dem_buf_addz(b, " obligation");
    if (st->coded && st->commitment) dem_buf_addz(b, " commitment");
    if (st->coded && st->condition) dem_buf_addz(b, " condition");
}

static void test_standing(void **state)
{
    const world *w = *state;
    static const struct { const char *why, *tree, *verb, *want;
    } CASES[] = {
        {"6: asserted", "Russia/NNP>left:nsubj left/VBD=leave ./.", "left", "coded"},
        {"6.2 will", "Russia/NNP>leave:nsubj will/MD leave/VB ./.", "leave", "coded future commitment"},
        {"6.2 going to", "Russia/NNP>going:nsubj is/VBZ going/VBG=go to/TO leave/VB>going:xcomp ./.", "leave",
         "coded future commitment"},
        {"6.2 is expected to",
         "Russia/NNP>expected:nsubj:pass is/VBZ expected/VBN to/TO leave/VB>expected:xcomp ./.", "leave",
         "coded future"},
        {"6.3 may", "Russia/NNP>leave:nsubj may/MD leave/VB ./.", "leave", "coded hypothetical"},
        {"6.3 would with a condition",
         "Russia/NNP>leave:nsubj would/MD leave/VB if/IN>won:mark Poland/NNP>won:nsubj "
         "won/VBD=win>leave:advcl ./.",
         "leave", "coded hypothetical condition"},
        {"6.3 a condition without if",
         "Should/MD>win:aux Poland/NNP>win:nsubj win/VB>leave:advcl ,/, Russia/NNP>leave:nsubj will/MD "
         "leave/VB ./.",
         "win", "coded hypothetical"},
        {"6.3 in an if-clause",
         "Russia/NNP>leave:nsubj would/MD leave/VB if/IN>won:mark Poland/NNP>won:nsubj won/VBD=win>leave:advcl "
         "./.",
         "won", "coded hypothetical"},
        {"6.2 would under a past reporting verb is a plain future",
         "Russia/NNP>said:nsubj said/VBD=say it/PRP>leave:nsubj would/MD "
         "leave/VB>said:ccomp ./.",
         "leave", "coded future commitment"},
        {"6.3 considers", "Russia/NNP>considers:nsubj considers/VBZ leaving/VBG=leave>considers:xcomp ./.",
         "leaving", "coded hypothetical"},
        {"6.3 fears that",
         "Russia/NNP>fears:nsubj fears/VBZ Poland/NNP>leaves:nsubj leaves/VBZ=leave>fears:ccomp ./.", "leaves",
         "coded hypothetical"},
        {"6.4 not", "Russia/NNP>leave:nsubj did/VBD not/RB leave/VB ./.", "leave", "coded negation"},
        {"6.4 never", "Russia/NNP>left:nsubj never/RB>left:advmod left/VBD=leave ./.", "left",
         "coded negation"},
        {"6.4 no + subject", "No/DT troops/NNS=troops>left:nsubj left/VBD=leave ./.", "left", "coded negation"},
        {"6.4 neither nor",
         "Neither/CC>Russia:cc:preconj Russia/NNP>left:nsubj nor/CC Poland/NNP>Russia:conj left/VBD=leave ./.",
         "left", "coded negation"},
        {"6.4 none of", "None/NN>left:nsubj of/IN the/DT troops/NNS=troops>None:nmod left/VBD=leave ./.",
         "left", "coded negation"},
        {"6.4 fail to", "Russia/NNP>failed:nsubj failed/VBD to/TO leave/VB>failed:xcomp ./.", "leave",
         "coded negation"},
        {"6.4 the governor's negation goes down",
         "Russia/NNP>begin:nsubj did/VBD not/RB begin/VB to/TO leave/VB>begin:xcomp ./.", "leave",
         "coded negation"},
        {"6.4 did not fail to", "Russia/NNP>fail:nsubj did/VBD not/RB fail/VB to/TO leave/VB>fail:xcomp ./.",
         "leave", "coded"},
        {"6.4 no longer",
         "Russia/NNP>strikes:nsubj no/RB>longer:advmod longer/RBR>strikes:advmod strikes/VBZ ./.", "strikes",
         "coded negation"},
        {"D11 must", "Russia/NNP>leave:nsubj must/MD leave/VB ./.", "leave", "coded obligation"},
        {"D11 essential that",
         "It/PRP>essential:expl is/VBZ>essential:cop essential/JJ>:root that/IN>leave:mark "
         "Russia/NNP>leave:nsubj leave/VBP>essential:csubj ./.",
         "leave", "coded obligation"},
        {"not essential that",
         "It/PRP>essential:expl is/VBZ>essential:cop not/RB>essential:advmod essential/JJ>:root "
         "that/IN>leave:mark "
         "Russia/NNP>leave:nsubj leave/VBP>essential:csubj ./.",
         "leave", "not coded"},
        {"D11 needs to", "Russia/NNP>needs:nsubj needs/VBZ to/TO leave/VB>needs:xcomp ./.", "leave",
         "coded obligation"},
        {"12.1 aspect", "Russia/NNP>began:nsubj began/VBD=begin leaving/VBG=leave>began:xcomp ./.", "leaving",
         "coded"},
        {"12.1 the aspect verb's future is the complement's",
         "Russia/NNP>begin:nsubj will/MD begin/VB leaving/VBG=leave>begin:xcomp ./.", "leaving",
         "coded future commitment"},
        {"managed to", "Russia/NNP>managed:nsubj managed/VBD=manage to/TO leave/VB>managed:xcomp ./.", "leave",
         "coded"},
        {"coordinated verbs share the modal",
         "Russia/NNP>leave:nsubj will/MD leave/VB and/CC sign/VB>leave:conj ./.", "sign",
         "coded future commitment"},
        {"coordinated verbs with subjects of their own do not",
         "Russia/NNP>leave:nsubj will/MD leave/VB and/CC Poland/NNP>signed:nsubj "
         "signed/VBD>leave:conj ./.",
         "signed", "coded"},
        {"what is seen happens",
         "Russia/NNP>seen:nsubj:pass was/VBD=be seen/VBN=see leaving/VBG=leave>seen:xcomp ./.", "leaving",
         "coded"},
        {"12.1 purpose", "Russia/NNP>came:nsubj came/VBD=come to/TO sign/VB>came:advcl ./.", "sign",
         "not coded"},
        {"12.8 hope to", "Russia/NNP>hopes:nsubj hopes/VBZ=hope to/TO sign/VB>hopes:xcomp ./.", "sign",
         "not coded"},
        {"12.8 want somebody to",
         "Russia/NNP>wants:nsubj wants/VBZ Poland/NNP>wants:obj to/TO sign/VB>wants:xcomp ./.", "sign",
         "not coded"},
        {"12.3 habit", "Russia/NNP>signs:nsubj often/RB>signs:advmod signs/VBZ ./.", "signs", "not coded"},
        {"12.11 question", "Did/VBD>sign:aux Russia/NNP>sign:nsubj sign/VB ?/.", "sign", "not coded"},
        {"12.11 imperative", "Sign/VB now/RB>Sign:advmod !/.", "Sign", "not coded"},
        {"without", "Russia/NNP>left:nsubj left/VBD=leave without/IN signing/VBG>left:advcl ./.", "signing",
         "not coded"},
        {"12.4 under a reporting verb",
         "Russia/NNP>said:nsubj said/VBD=say Poland/NNP>signed:nsubj signed/VBD>said:ccomp ./.", "signed",
         "coded"},
        {"12.4 under a report that was not made",
         "Russia/NNP>say:nsubj did/VBD not/RB say/VB Poland/NNP>signed:nsubj signed/VBD>say:ccomp ./.",
         "signed", "not coded"},
        {"12.5 what is not mentioned has happened",
         "Russia/NNP>disclose:nsubj did/VBD not/RB disclose/VB Poland/NNP>signed:nsubj "
         "signed/VBD>disclose:ccomp ./.",
         "signed", "coded"},
        {"6.3 in a supposed report",
         "Russia/NNP>leave:nsubj will/MD leave/VB if/IN>says:mark Kyiv/NNP>says:nsubj says/VBZ=say>leave:advcl "
         "Poland/NNP>signed:nsubj signed/VBD>says:ccomp ./.",
         "signed", "coded hypothetical"},
        {"12.3 under a verb of feeling",
         "Russia/NNP>believes:nsubj believes/VBZ=believe Poland/NNP>signed:nsubj signed/VBD>believes:ccomp "
         "./.",
         "signed", "not coded"},
        {"12.11 relative clause",
         "Russia/NNP>left:nsubj ,/, which/WDT>signed:nsubj signed/VBD>Russia:acl:relcl ,/, left/VBD=leave ./.",
         "signed", "coded"},
        {"infinitive of a noun", "A/DT promise/NN>followed:nsubj to/TO sign/VB>promise:acl followed/VBD ./.",
         "sign", "not coded"},
        {"clausal subject", "To/TO sign/VB>hard:csubj is/VBZ>hard:cop hard/JJ>:root ./.", "sign", "not coded"},
    };
    int failed = 0;
    dem_buf got = {0};
    for (size_t i = 0; i < COUNT(CASES); i++) {
        tree t;
        tree_read(&t, CASES[i].why, NULL, CASES[i].tree);
        dem_standing st = dem_clause_standing(&w->rules, t.sentence, tree_token(&t, 0, CASES[i].verb));
        standing_note(&got, &st);
        note_check(&failed, CASES[i].why, &got, CASES[i].want);
        if (!st.coded && !st.why) fail_msg("%s: not coded for no reason", CASES[i].why);
        tree_free(&t);
    }
    dem_buf_release(&got);
    assert_int_equal(failed, 0);
}

static void test_position(void **state)
{
    (void)state;
    static const struct { const char *why, *tree, *verb; bool position; } CASES[] = {
        {"D35 simple present", "China/NNP>opposes:nsubj opposes/VBZ=oppose sanctions/NNS>opposes:obj ./.", "opposes", true},
        {"D35 past", "China/NNP>opposed:nsubj opposed/VBD=oppose sanctions/NNS>opposed:obj ./.", "opposed", false},
        {"D35 perfect", "China/NNP>opposed:nsubj has/VBZ opposed/VBN=oppose sanctions/NNS>opposed:obj ./.", "opposed", false},
        {"D35 with a date", "China/NNP>opposes:nsubj opposes/VBZ=oppose sanctions/NNS>opposes:obj on/IN Monday/NNP>opposes:obl ./.",
         "opposes", false},
        {"D35 with a bare date", "China/NNP>opposes:nsubj opposes/VBZ=oppose sanctions/NNS>opposes:obj Monday/NNP>opposes:obl:unmarked "
         "./.", "opposes", false},
        {"D35 with a place", "China/NNP>opposes:nsubj opposes/VBZ=oppose sanctions/NNS>opposes:obj in/IN Berlin/NNP>opposes:obl ./.",
         "opposes", false},
        {"D35 with a medium", "China/NNP>opposes:nsubj opposes/VBZ=oppose sanctions/NNS>opposes:obj in/IN a/DT statement/NN>opposes:obl "
         "./.", "opposes", false},
        {"D35 another phrase is no occasion", "China/NNP>opposes:nsubj opposes/VBZ=oppose sanctions/NNS>opposes:obj in/IN "
         "principle/NN>opposes:obl ./.", "opposes", true},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) {
        tree t;
        tree_read(&t, CASES[i].why, NULL, CASES[i].tree);
        check_int(CASES[i].why, dem_clause_standing_position(t.sentence, tree_token(&t, 0, CASES[i].verb)), CASES[i].position);
        tree_free(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_standing), cmocka_unit_test(test_position)};
    return cmocka_run_group_tests(tests, world_open, world_close);
}
