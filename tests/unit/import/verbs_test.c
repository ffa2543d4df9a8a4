/* Verb dictionaries into frames. */
#include "import.h"
#include "import/verb_parts.h"
#include "lexicon/check.h"

/* The slots that a pattern leaves to the coder. */
#define BEHIND                                                                                                 \
    " iobj:recipient to:recipient with:recipient against:recipient on:recipient at:recipient from:recipient"   \
    " for:recipient"
#define ANY " obj:recipient" BEHIND

/* Blocks, entries and lists, without comments and examples. */
static const struct {
    const char *why, *text, *entries, *losses;
} CASES[] = {
    /* blocks */
    {"a block", "--- DEPLORE [111] ---\nDEPLORE {DEPLORES DEPLORED}\nLAMENT_\n",
     "[ACCUSE:disapprove] cameo=111\ndeplore|lament.v subj:actor" ANY "\n", ""},
    {"a verb with a code of its own", "--- DEPLORE [111] ---\nDEPLORE\nLAMENT [190]\n",
     "[ACCUSE:disapprove] cameo=111\ndeplore.v subj:actor" ANY "\n"
     "[ASSAULT] cameo=190 context=military\nlament.v subj:actor" ANY "\n",
     ""},
    {"no block, as in older files", "DEPLORE_ [111] ;a.b.\n- * RAID_ [1122]\nLAMENT [110]\n",
     "[ACCUSE:disapprove] cameo=111\ndeplore.v subj:actor" ANY "\n"
     "[ACCUSE:allege] cameo=1122 context=human_rights\ndeplore.v subj:actor obj:recipient=raid" BEHIND "\n"
     "[ACCUSE:disapprove] cameo=110\nlament.v subj:actor" ANY "\n",
     ""},
    {"patterns are those of all verbs", "--- A [---] ---\nDEPLORE\nLAMENT [111]\n- * RAID [112]\n",
     "[ACCUSE:disapprove] cameo=111\nlament.v subj:actor" ANY "\n"
     "[ACCUSE:allege] cameo=112\ndeplore|lament.v subj:actor obj:recipient=raid" BEHIND "\n",
     "1: A, left out: [---]: the verb by itself tells no event\n"},
    {"the same twice", "--- A [111] ---\nLAMENT\n--- B [111] ---\nLAMENT\n",
     "[ACCUSE:disapprove] cameo=111\nlament.v subj:actor" ANY "\n", ""},

    /* verbs of several words */
    {"a particle", "+SHOOT_DOWN [190]\n",
     "[ASSAULT] cameo=190 context=military\nshoot+down.v subj:actor" ANY "\n", ""},
    {"the older form", "CALL_UPON_ [100]\n", "[REQUEST] cameo=100\ncall+upon.v subj:actor" ANY "\n", ""},
    {"a noun", "+LAY_SIEGE [191]\n",
     "[COERCE:restrict] cameo=191 context=military\nlay.v subj:actor obj:recipient=siege" BEHIND "\n", ""},
    {"a noun and a preposition", "+LAY_SIEGE_TO [191]\n",
     "[COERCE:restrict] cameo=191 context=military\nlay.v subj:actor obj:recipient=siege" BEHIND " to!\n", ""},
    {"such a verb stands alone", "--- A [111] ---\nDEPLORE\n+TAKE_ISSUE\n+SPEAK_OUT\n",
     "[ACCUSE:disapprove] cameo=111\ndeplore|speak+out.v subj:actor" ANY "\n"
     "take.v subj:actor obj:recipient=issue" BEHIND "\n",
     ""},
    {"its object is taken", "+TAKE_ISSUE [111]\n- * RAID [112]\n",
     "[ACCUSE:disapprove] cameo=111\ntake.v subj:actor obj:recipient=issue" BEHIND "\n",
     "2: - * RAID [112], left out: +TAKE_ISSUE: the pattern asks for another word in its place\n"},
    {"a word before the verb", "WIRE_+TAP [170]\n", "",
     "1: WIRE_+TAP, left out: no form here for these words\n"},
    {"three words behind it", "+LAY_DOWN_THE_LAW [170]\n", "",
     "1: +LAY_DOWN_THE_LAW, left out: no form here for these words\n"},

    /* codes */
    {"not CAMEO's", "LAMENT [223]\n", "", "1: LAMENT, left out: [223] is no code of CAMEO\n"},
    {"a statement is no event", "LAMENT [010]\n", "",
     "1: LAMENT, left out: [010]: the verb by itself tells no event\n"},
    {"a family", "LAMENT [11]\n", "[ACCUSE:disapprove]\nlament.v subj:actor" ANY "\n", ""},
    {"two contexts", "BAN [163]\n",
     "[SANCTION:discontinue] cameo=163 context=economic+diplomatic\nban.v subj:actor" ANY "\n", ""},
    {"the host of a visit is its recipient", "WELCOME [043]\n",
     "[CONSULT:visit] cameo=043\nwelcome.v subj:recipient obj:actor iobj:actor to:actor with:actor "
     "against:actor "
     "on:actor at:actor from:actor for:actor\n",
     ""},
    {"both ways, and one event", "VISIT [042:043]\n", "[CONSULT:visit] cameo=042\nvisit.v subj:actor" ANY "\n",
     ""},
    {"both ways the same", "PARLEY [046:046]\n",
     "[CONSULT] cameo=046 context=diplomatic\nparley.v subj:actor obj:actor+ to:actor+ with:actor+\n", ""},
    {"both ways, and two events", "COAX [051:054]\n",
     "[SUPPORT] cameo=051 context=diplomatic\ncoax.v subj:actor" ANY "\n",
     "1: COAX, in part: [051:054]: a record has one direction, and the first code\n"},
    {"one of them no event", "COAX [051:---]\n",
     "[SUPPORT] cameo=051 context=diplomatic\ncoax.v subj:actor" ANY "\n", ""},
    {"only back", "COAX [:111]\n",
     "[ACCUSE:disapprove] cameo=111\ncoax.v subj:recipient obj:actor iobj:actor to:actor with:actor "
     "against:actor "
     "on:actor at:actor from:actor for:actor\n",
     ""},
    {"an exception", "ABET [070]\n- * HOPE [---]\n- * PLAN (FOR PEACE) [013]\n",
     "[AID] cameo=070\nabet.v subj:actor" ANY "\n[NONE]\nabet.v obj=hope\nabet.v obj=plan for=peace\n", ""},
    {"an exception to everything", "ABET [070]\n- * [---]\n", "[AID] cameo=070\nabet.v subj:actor" ANY "\n",
     "2: - * [---], left out: [---]: it tells no event, and nothing is asked for\n"},
    {"nothing between the brackets", "ABET\n- * HOPE []\n", "",
     "2: - * HOPE [], left out: there is no code in brackets at its end\n"},

    /* patterns in a line */
    {"source and target", "ABET\n- $ * + WITH MONEY [071]\n",
     "[AID] cameo=071 context=economic\nabet.v subj:actor obj:recipient! with=money\n", ""},
    {"touching words", "ABET\n- $ * DEAL_WITH_ + [061]\n",
     "[COOPERATE] cameo=061 context=economic\nabet.v subj:actor obj=deal with:recipient!\n", ""},
    {"the target's thing", "ABET\n- * + ASSET [085]\n",
     "[RETREAT] cameo=085 context=economic\nabet.v subj:actor obj:recipient!=asset\n", ""},
    {"anybody", "ABET\n- * ^ TO + [070]\n", "[AID] cameo=070\nabet.v subj:actor obj! to:recipient!\n", ""},
    {"articles say nothing", "ABET\n- * THE FIRE_ON_THE + [070]\n",
     "[AID] cameo=070\nabet.v subj:actor obj=fire on:recipient!\n", ""},
    {"a preposition alone", "ABET\n- * FOR [070]\n",
     "[AID] cameo=070\nabet.v subj:actor for! obj:recipient iobj:recipient to:recipient with:recipient "
     "against:recipient on:recipient at:recipient from:recipient\n",
     ""},
    {"a passive is the active", "ABET\n- + WAS * BY $ [070]\n- POLICE WERE * BY $ [072]\n",
     "[AID] cameo=070\nabet.v subj:actor! obj:recipient!\n"
     "[AID] cameo=072 context=military\nabet.v subj:actor! obj:recipient!=police\n",
     ""},
    {"without its agent", "ABET\n- + HAD BEEN * [070]\n", "[AID] cameo=070\nabet.v subj:actor obj:recipient!\n",
     ""},
    {"the source behind the verb", "ABET\n- + * FROM $ [070]\n",
     "[AID] cameo=070\nabet.v subj:recipient! from:actor!\n", ""},
    {"both", "ABET\n- % * [061]\n- * BETWEEN % [045]\n",
     "[COOPERATE] cameo=061 context=economic\nabet.v subj:actor\n"
     "[CONSULT] cameo=045 context=diplomatic\nabet.v subj:actor between:actor+!\n",
     ""},
    {"a verb of a clause, or its noun", "ABET\n- * TO_RAID [070]\nRAID [190]\n",
     "[AID] cameo=070\nabet.v subj:actor to=raid obj:recipient iobj:recipient with:recipient against:recipient "
     "on:recipient at:recipient from:recipient for:recipient\n"
     "abet.v subj:actor comp=raid obj:recipient iobj:recipient with:recipient against:recipient on:recipient "
     "at:recipient from:recipient for:recipient\n"
     "[ASSAULT] cameo=190 context=military\nraid.v subj:actor" ANY "\n",
     ""},
    {"a noun behind to", "ABET\n- * TO_PARADE + [070]\n",
     "[AID] cameo=070\nabet.v subj:actor to:recipient!=parade\n", ""},

    /* patterns with phrases */
    {"the head of the subject", "ABET\n- MOB * [070]\n", "[AID] cameo=070\nabet.v subj:actor=mob" ANY "\n", ""},
    {"a phrase with a preposition", "ABET\n- * FIRE (ON TOWN) (WITH +) [070]\n",
     "[AID] cameo=070\nabet.v subj:actor obj=fire on=town with:recipient!\n", ""},
    {"braces around one word", "ABET\n- * {FIRE} (ON {THE TOWN}) [070]\n",
     "[AID] cameo=070\nabet.v subj:actor obj:recipient=fire on:recipient=town iobj:recipient to:recipient "
     "with:recipient against:recipient at:recipient from:recipient for:recipient\n",
     ""},
    {"an object behind a phrase", "ABET\n- * (ON TOWN) FIRE [070]\n",
     "[AID] cameo=070\nabet.v subj:actor obj:recipient=fire on:recipient=town iobj:recipient to:recipient "
     "with:recipient against:recipient at:recipient from:recipient for:recipient\n",
     ""},
    {"marks that touch", "ABET\n- $*+(WITH{MONEY})[071]\n",
     "[AID] cameo=071 context=economic\nabet.v subj:actor obj:recipient! with=money\n", ""},

    /* sets */
    {"a set", "&ARMS\n+RIFLE_\n+MORTAR {MORTARS}\n\nABET\n- * &ARMS_ (TO +) [072]\n",
     "[AID] cameo=072 context=military\nabet.v subj:actor obj=@petrarch-arms to:recipient!\n"
     "list petrarch-arms = rifle | mortar\n",
     ""},
    {"one that stands below, and one that nobody uses",
     "ABET\n- * &ARMS [072]\n&ARMS\n+RIFLE\n&TOOLS\n+SPADE\n",
     "[AID] cameo=072 context=military\nabet.v subj:actor obj:recipient=@petrarch-arms" BEHIND "\n"
     "list petrarch-arms = rifle\n",
     ""},
    {"members of two words", "&ARMS\n+FIELD_GUN\n+RIFLE\nABET\n- (OF &X) * [070]\n", "",
     "2: &ARMS, in part: FIELD_GUN: a list has heads, which are one word\n"
     "5: - (OF &X) * [070], left out: OF stands where a frame has no slot\n"},
    {"none, or empty", "&ARMS\n+FIELD_GUN\nABET\n- * &ARMS [070]\n- * &TOOLS [070]\n", "",
     "2: &ARMS, left out: FIELD_GUN: a list has heads, which are one word\n"
     "4: - * &ARMS [070], left out: &ARMS is a set that is not defined, or has no word\n"
     "5: - * &TOOLS [070], left out: &TOOLS is a set that is not defined, or has no word\n"},
    {"two that differ in what a name here cannot say",
     "&ARM.S\n+RIFLE\n&ARM-S\n+BOW\nABET\n- * &ARM.S [070]\n- * &ARM-S [072]\n",
     "[AID] cameo=070\nabet.v subj:actor obj:recipient=@petrarch-arm-s" BEHIND "\n"
     "[AID] cameo=072 context=military\nabet.v subj:actor obj:recipient=@petrarch-arm-s-2" BEHIND "\n"
     "list petrarch-arm-s = rifle\nlist petrarch-arm-s-2 = bow\n",
     ""},

    /* particles behind the verb */
    {"a particle", "ABET\n- * OUT GOODS_TO + [070]\n- * {GOODS} BACK [072]\n",
     "[AID] cameo=070\nabet+out.v subj:actor obj=goods to:recipient!\n"
     "[AID] cameo=072 context=military\nabet+back.v subj:actor obj:recipient=goods" BEHIND "\n",
     ""},
    {"or a preposition, in brackets or behind the object",
     "ABET\n- * (OUT DOOR) (TO +) [070]\n- $ * + OFF COAST [072]\n",
     "[AID] cameo=070\nabet.v subj:actor out=door to:recipient!\n"
     "[AID] cameo=072 context=military\nabet.v subj:actor obj:recipient! off=coast\n",
     ""},
    {"in brackets, and never a preposition", "ABET\n- * (ASIDE RIFT) (WITH +) [070]\n",
     "[AID] cameo=070\nabet+aside.v subj:actor obj=rift with:recipient!\n", ""},
    {"before a preposition", "ABET\n- * OUT OF + [070]\n- * (AWAY FROM +) [070]\n",
     "[AID] cameo=070\nabet+out.v subj:actor of:recipient!\nabet+away.v subj:actor from:recipient!\n", ""},
    {"of a verb that has one", "--- A ---\nABET\n+SPEAK_OUT\n- * BACK GOODS (TO +) [070]\n",
     "[AID] cameo=070\nabet+back.v subj:actor obj=goods to:recipient!\n",
     "4: - * BACK GOODS (TO +) [070], in part: +SPEAK_OUT: the pattern asks for another word in its place\n"},

    /* one of several words */
    {"words with bars", "ABET\n- * { EMBARGO | BOYCOTT_ } AGAINST + [070]\n- {MOB|CROWD} * [072]\n",
     "[AID] cameo=070\nabet.v subj:actor obj=embargo|boycott against:recipient!\n"
     "[AID] cameo=072 context=military\nabet.v subj:actor=mob|crowd" ANY "\n",
     ""},
    {"of which one is no word",
     "ABET\n- * { TRADE BAN | BOYCOTT } [070]\n- * { ON | OF_ } + [070]\n- * { A | } [070]\n"
     "- * { A | B [070]\n",
     "",
     "2: - * { TRADE BAN | BOYCOTT } [070], left out: { TRADE BAN | BOYCOTT } is the second word of a phrase "
     "of which a frame "
     "knows the head only\n"
     "3: - * { ON | OF_ } + [070], left out: { ON | OF_ } stands where a frame has no slot\n"
     "4: - * { A | } [070], left out: { A | } cannot be written as a word\n"
     "5: - * { A | B [070], left out: | cannot be written as a word\n"},

    /* what no frame can say */
    {"sets of small words",
     "&WAS_\n+WAS\n+WERE\n&HAD\n+HAD\n&WILL\n+WILL\n&AT\n+AT\n+TOWN\nABET\n- + &HAD &WAS_ * BY $ [070]\n- "
     "&WILL * + [070]\n"
     "- * &AT + [070]\n",
     "[AID] cameo=070\nabet.v subj:actor! obj:recipient!\n",
     "13: - &WILL * + [070], left out: &WILL is a negation, a modal or of a passive: the grammar knows it, a "
     "frame cannot ask "
     "for it\n"
     "14: - * &AT + [070], left out: &AT stands where a frame has no slot\n"},
    {"forms of verbs, clauses, adverbs",
     "SAY {SAYS SAID SAYING}\nABET\n- SAID * [070]\n- * KILLED [070]\n- * THAT + [070]\n"
     "- * ANGRILY [070]\n- * TALKS AND [070]\n- * SAYS [070]\nKILL\n",
     "[AID] cameo=070\nabet.v subj:actor obj:recipient=says" BEHIND "\n",
     "3: - SAID * [070], left out: SAID belongs to a second verb\n"
     "4: - * KILLED [070], left out: KILLED belongs to a second verb\n"
     "5: - * THAT + [070], left out: THAT belongs to a second verb\n"
     "6: - * ANGRILY [070], left out: ANGRILY stands where a frame has no slot\n"
     "7: - * TALKS AND [070], left out: AND stands where a frame has no slot\n"},
    {"two words of a phrase", "ABET\n- * {BORDER RAID} [070]\n- * BORDER_RAID [070]\n", "",
     "2: - * {BORDER RAID} [070], left out: RAID is the second word of a phrase of which a frame knows the "
     "head only\n"
     "3: - * BORDER_RAID [070], left out: RAID is the second word of a phrase of which a frame knows the head "
     "only\n"},
    {"two words of the object", "ABET\n- * TRUCE ACCORD [070]\n", "",
     "2: - * TRUCE ACCORD [070], left out: ACCORD stands where a frame has no slot\n"},
    {"two verbs",
     "ABET\n- * TO ABET + [070]\n- * TO ABET IN TOWN [070]\n- VOWED TO * + [033]\n- * HOPE ABET [070]\n", "",
     "2: - * TO ABET + [070], left out: + belongs to a second verb\n"
     "3: - * TO ABET IN TOWN [070], left out: in belongs to a second verb\n"
     "4: - VOWED TO * + [033], left out: TO belongs to a second verb\n"
     "5: - * HOPE ABET [070], left out: ABET belongs to a second verb\n"},
    {"what the grammar knows", "ABET\n- $ * NOT + [120]\n- WILL * + [033]\n- WAS * [070]\n", "",
     "2: - $ * NOT + [120], left out: NOT is a negation, a modal or of a passive: the grammar knows it, a "
     "frame cannot ask "
     "for it\n"
     "3: - WILL * + [033], left out: WILL is a negation, a modal or of a passive: the grammar knows it, a "
     "frame cannot ask "
     "for it\n"
     "4: - WAS * [070], left out: WAS is a negation, a modal or of a passive: the grammar knows it, a frame "
     "cannot ask for "
     "it\n"},
    {"two prepositions in a row", "ABET\n- * FROM BEHIND + [070]\n", "",
     "2: - * FROM BEHIND + [070], left out: BEHIND stands where a frame has no slot\n"},
    {"nobody who acts", "ABET\n- + * [070]\n", "",
     "2: - + * [070], left out: + stands where a frame has no slot\n"},
    {"a transformation", "ABET [070]\n~ a (b . ABET) SAY = a b 112\n",
     "[AID] cameo=070\nabet.v subj:actor" ANY "\n",
     "2: ~ a (b . ABET) SAY = a b 112, left out: events within events are the grammar's, and no entry's\n"},

    /* damage */
    {"no code", "ABET\n- * HOPE\n- * HOPE [070\n", "",
     "2: - * HOPE, left out: there is no code in brackets at its end\n"
     "3: - * HOPE [070, left out: there is no code in brackets at its end\n"},
    {"no verb in the pattern, or two", "ABET\n- HOPE [070]\n- * * [070]\n", "",
     "2: - HOPE [070], left out: HOPE stands among brackets or marks in disorder\n"
     "3: - * * [070], left out: * stands among brackets or marks in disorder\n"},
    {"brackets in disorder", "ABET\n- * (ON TOWN [070]\n- * ON) [070]\n- (* ) [070]\n", "",
     "2: - * (ON TOWN [070], left out: * (ON TOWN stands among brackets or marks in disorder\n"
     "3: - * ON) [070], left out: ) stands among brackets or marks in disorder\n"
     "4: - (* ) [070], left out: * stands among brackets or marks in disorder\n"},
    {"no verb above", "- * HOPE [070]\n--- A [070] ---\n- * HOPE [070]\n", "",
     "1: - * HOPE [070], left out: no verb stands above it that could be written\n"
     "3: - * HOPE [070], left out: no verb stands above it that could be written\n"},
    {"a verb with open brackets or braces", "ABET [070\nLAMENT {LAMENTS [111]\n", "",
     "1: ABET [070, left out: broken brackets or braces\n"
     "2: LAMENT {LAMENTS [111], left out: broken brackets or braces\n"},
    {"a block with open brackets", "--- A [070 ---\nABET\n", "",
     "1: --- A [070 ---, left out: broken brackets\n"},
    {"words that are none", "ABET\n- * HO=PE [070]\n- * 77 [070]\nA|B [070]\n", "",
     "2: - * HO=PE [070], left out: HO=PE cannot be written as a word\n"
     "3: - * 77 [070], left out: 77 cannot be written as a word\n"
     "4: A|B, left out: no form here for these words\n"},
    {"a set without a name", "&\n+RIFLE\n", "", "1: &, left out: a set without a name\n"},
    {"bytes", "ABET [070]\n- * L\xff [070]\n", "[AID] cameo=070\nabet.v subj:actor" ANY "\n",
     "2: the line is not UTF-8 text\n"},
    {"nothing", "", "", ""},
};

static bool is_shown(dem_str line)
{
    return line.n && line.p[0] != '#' && !dem_str_starts(line, DEM_STR("  + ")) &&
           !dem_str_starts(line, DEM_STR("  - "));
}

static dem_str shown(const imported *im, dem_buf *b)
{
    dem_str rest = dem_buf_str(&im->text), line;
    dem_buf_addz(b, "");
    while (dem_str_next(&rest, '\n', &line)) {
        if (!is_shown(line)) continue;
        dem_buf_add(b, line);
        dem_buf_addc(b, '\n');
    }
    return dem_buf_str(b);
}

/* What is written loads, whatever was read. */
static void check_loads(const char *why, const imported *im)
{
    const dem_lexicon_options alone = {.alone = true};
    dem_lexicon *l = NULL;
    dem_error err = {0};
    char path[32];
    write_temp(path, im->text.p, im->text.n);
    dem_status st = dem_lexicon_load_with(&l, path, &alone, &err);
    unlink(path);
    if (st != DEM_OK) fail_msg("%s: line %u: %s", why, (unsigned)err.line, err.text);
    dem_lexicon_size size = dem_lexicon_count(l);
    if (size.frames != im->count.frames || size.lists != im->count.lists)
        fail_msg("%s: counted otherwise", why);
    dem_lexicon_free(l);
}

static void test_cases(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        imported im = import_with(dem_petrarch_verbs, CASES[i].text, strlen(CASES[i].text), NULL);
        dem_buf b = {0};
        if (!dem_str_is(shown(&im, &b), CASES[i].entries)) fail_msg("%s:\n%s", CASES[i].why, b.p);
        if (strcmp(im.losses.p, CASES[i].losses) != 0) fail_msg("%s: losses\n%s", CASES[i].why, im.losses.p);
        const dem_petrarch_count *c = &im.count;
        assert_int_equal(c->entries, c->whole + c->part + c->none + c->repeated);
        check_loads(CASES[i].why, &im);
        dem_buf_release(&b);
        imported_free(&im);
    }
}

/* ---- examples, sources, marks --------------------------------------------------------------------------- */

static const struct {
    const char *why, *text, *example;
} EXAMPLES[] = {
    {"the target is the object", "ABET [070]\n", "  + Kenya did abet Chad. => KEN -> TCD\n"},
    {"or where the pattern has it", "ABET\n- * GOODS (TO +) [070]\n",
     "  + Kenya did abet the goods to Chad. => KEN -> TCD\n"},
    {"or whose the thing is", "ABET\n- * GOODS [070]\n",
     "  + Kenya did abet the goods of Chad. => KEN -> TCD\n"},
    {"the host is the recipient", "WELCOME [043]\n", "  + Chad did welcome Kenya. => KEN -> TCD\n"},
    {"the source behind the verb", "ABET\n- + * FROM $ [070]\n",
     "  + Chad did abet from Kenya. => KEN -> TCD\n"},
    {"both", "PARLEY [046:046]\n", "  + Kenya did parley Chad. => KEN, TCD\n"},
    {"both before the verb", "PARLEY\n- % * [046]\n", "  + Kenya and Chad did parley. => KEN, TCD\n"},
    {"whose general?", "ABET\n- GENERAL * [112]\n", "  - The general did abet.\n"},
    {"no event", "ABET\n- * HOPE [---]\n", "  - Kenya did abet the hope.\n"},
    {"nobody is threatened", "ABET\n- * TO RAID [138]\nRAID\n", "  + Kenya did abet to raid. => KEN\n"},
    {"nobody is aided, which is no event", "ABET\n- * TO RAID [070]\nRAID\n", "  - Kenya did abet to raid.\n"},
};

static void test_examples(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof EXAMPLES / sizeof *EXAMPLES; i++) {
        imported im = import_with(dem_petrarch_verbs, EXAMPLES[i].text, strlen(EXAMPLES[i].text), NULL);
        if (!strstr(im.text.p, EXAMPLES[i].example)) fail_msg("%s:\n%s", EXAMPLES[i].why, im.text.p);
        imported_free(&im);
    }
}

static void test_sources(void **state)
{
    (void)state;
    static const char TEXT[] = "&ARMS\n+BOW\n# remark\n--- A [070] ---\nABET\n\n- * &ARMS [072] # remark\n";
    imported im = import_with(dem_petrarch_verbs, TEXT, strlen(TEXT), "Lake 1");
    static const char *const SAID[] = {":4\n[AID] cameo=070\nabet.v",
                                       ":7\n[AID] cameo=072 context=military\nabet.v", "=@petrarch-lake-1-arms",
                                       "\nlist petrarch-lake-1-arms = bow\n"};
    for (size_t i = 0; i < sizeof SAID / sizeof *SAID; i++)
        if (!strstr(im.text.p, SAID[i])) fail_msg("no %s in\n%s", SAID[i], im.text.p);
    imported_free(&im);
}

/* ---- sizes ---------------------------------------------------------------------------------------------- */

/* A few lines of which each pattern becomes a long entry: the result has an end, and loads. */
static void test_size(void **state)
{
    (void)state;
    enum { VERBS = 200, PATTERNS = 12000 };
    dem_buf b = {0};
    dem_buf_addz(&b, "--- A [070] ---\n");
    for (int i = 0; i < VERBS; i++) dem_buf_addf(&b, "ABETABETABETABETABETABETABET%d\n", i);
    for (int i = 0; i < PATTERNS; i++) dem_buf_addf(&b, "- * GOODS%d [070]\n", i);
    imported im = import_with(dem_petrarch_verbs, b.p, b.n, NULL);
    assert_non_null(strstr(im.losses.p, "left out: the block has too many verbs\n"));
    assert_non_null(strstr(im.losses.p, "left out: the result would have more than 16 MiB\n"));
    assert_true(im.count.loss[DEM_LOSS_SIZE] > VERBS - 128);
    assert_true(im.text.n <= 16 << 20);
    check_loads("16 MiB", &im);
    dem_buf_release(&b);
    imported_free(&im);
}

static void test_long(void **state)
{
    (void)state;
    dem_buf b = {0};
    dem_buf_addz(&b, "ABET [070]\n- * ");
    for (int i = 0; i < 100; i++) dem_buf_addz(&b, "( ");
    dem_buf_addz(&b, "[070]\n- * (((( A )))) [070]\n- * ");
    for (int i = 0; i < 39; i++) dem_buf_addc(&b, 'A');
    dem_buf_addz(&b, " [070]\n- * AT A BY A IN A OF A ON A TO A UP A VIA A WITH A [070]\n+");
    for (int i = 0; i < 10000; i++) dem_buf_addc(&b, 'A');
    imported im = import_with(dem_petrarch_verbs, b.p, b.n, NULL);
    assert_int_equal(im.count.loss[DEM_LOSS_LINE], 1);
    assert_int_equal(im.count.loss[DEM_LOSS_WORD], 1);
    assert_int_equal(im.count.loss[DEM_LOSS_SLOT], 3);
    assert_int_equal(im.count.frames, 1);
    dem_buf_release(&b);
    imported_free(&im);
}

/* Each is a slot that loads. */
static void test_prepositions(void **state)
{
    (void)state;
    static const char WORDS[] =
        "about above across after against ahead along alongside amid among around as at away before behind "
        "below "
        "beside between beyond by despite down during for from in inside into near of off on onto out outside "
        "over "
        "past through throughout to toward towards under until up upon via with within without";
    dem_str rest = dem_str_from(WORDS), word;
    dem_buf b = {0};
    uint32_t n = 0;
    dem_buf_addz(&b, "ABET\n");
    for (; dem_str_next(&rest, ' ', &word); n++) {
        if (!dem_is_preposition(word)) fail_msg("%.*s is none", DEM_STR_ARG(word));
        dem_buf_addf(&b, "- * (%.*s +) [070]\n", DEM_STR_ARG(word));
    }
    imported im = import_with(dem_petrarch_verbs, b.p, b.n, NULL);
    assert_int_equal(im.count.frames, n);
    check_loads("prepositions", &im);
    assert_false(dem_is_preposition(DEM_STR("town")));
    assert_false(dem_is_preposition(DEM_STR("")));
    dem_buf_release(&b);
    imported_free(&im);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases), cmocka_unit_test(test_examples), cmocka_unit_test(test_sources),
        cmocka_unit_test(test_size),  cmocka_unit_test(test_long),     cmocka_unit_test(test_prepositions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
