/* Single sentences through the whole room: the codebook's rules on standing, content, participants and modes. */
#include "../base/check.h"
#include "code/code.h"
#include "tree.h"

#define RUN(cases, show) code_and_check(*state, cases, COUNT(cases), show)

static void test_clauses(void **state)
{
    static const code_case CASES[] = {
        {"9: actor and object of an active verb",
         "Russian/JJ troops/NNS=troops>shelled:nsubj shelled/VBD Kharkiv/NNP>shelled:obj ./.",
         "ASSAULT:heavy-weapons RUS MIL -> UKR CVL"},
        {"12.1 passive: the by-phrase is the actor",
         "Two/CD Belarusian/JJ journalists/NNS>arrested:nsubj:pass were/VBD arrested/VBN by/IN Russian/JJ police/NN>arrested:obl:agent ./.",
         "COERCE:arrest RUS COP -> BLR JRN"},
        {"12.11 relative clauses that assert an act are coded",
         "The/DT Russian/JJ president/NN>condemned:nsubj ,/, who/WP>visited:nsubj visited/VBD>president:acl:relcl China/NNP>visited:obj ,/, "
         "condemned/VBD=condemn Poland/NNP>condemned:obj ./.",
         "CONSULT:visit RUS GOV -> CHN; ACCUSE:disapprove RUS GOV -> POL"},
        {"12.11 the object of a relative clause is the noun before it",
         "The/DT Polish/JJ farmers/NNS>marched:nsubj whom/WP>arrested:obj Russian/JJ police/NN>arrested:nsubj "
         "arrested/VBD>farmers:acl:relcl marched/VBD ./.",
         "COERCE:arrest RUS COP -> POL AGR; PROTEST:demo POL AGR"},
        {"12.11 a participle behind its noun is a passive clause",
         "Polish/JJ soldiers/NNS>slept:nsubj attacked/VBN>soldiers:acl by/IN Belarusian/JJ rebels/NNS>attacked:obl:agent slept/VBD=sleep ./.",
         "ASSAULT BLR REB -> POL MIL"},
        {"12.1 an adverbial participle has the subject of its clause",
         "Condemning/VBG>met:advcl Poland/NNP>Condemning:obj ,/, Pavel/NNP>met:nsubj Orlov/NNP>Pavel:flat met/VBD=meet Tao/NNP>met:obj "
         "Wang/NNP>Tao:flat ./.",
         "ACCUSE:disapprove RUS GOV -> POL; CONSULT RUS GOV, CHN GOV"},
        {"12.1 an aspect verb takes the type of its complement",
         "Russian/JJ troops/NNS=troops>began:nsubj began/VBD=begin shelling/VBG>began:xcomp Kharkiv/NNP>shelling:obj ./.",
         "ASSAULT:heavy-weapons RUS MIL -> UKR CVL"},
        {"12.1 the same with an infinitive",
         "Russian/JJ troops/NNS=troops>continued:nsubj continued/VBD=continue to/TO shell/VB>continued:xcomp Kharkiv/NNP>shell:obj ./.",
         "ASSAULT:heavy-weapons RUS MIL -> UKR CVL"},
        {"12.1 coordinated verbs are separate predicates",
         "Anton/NNP>met:nsubj Belov/NNP>Anton:flat met/VBD=meet Liang/NNP>met:obj Wen/NNP>Liang:flat and/CC condemned/VBD=condemn>met:conj "
         "Poland/NNP>condemned:obj ./.",
         "CONSULT RUS GOV, CHN GOV; ACCUSE:disapprove RUS GOV -> POL"},
        {"12.1 coordinated verbs of one type and the same sides are one record",
         "Russia/NNP>condemned:nsubj condemned/VBD and/CC denounced/VBD=denounce>condemned:conj Poland/NNP>denounced:obj ./.",
         "ACCUSE:disapprove RUS -> POL"},
        {"9: coordinated actors are one compound actor",
         "Russia/NNP>condemned:nsubj and/CC Belarus/NNP>Russia:conj condemned/VBD Poland/NNP>condemned:obj ./.",
         "ACCUSE:disapprove RUS, BLR -> POL"},
        {"12.1 coordinated objects never multiply records",
         "Russia/NNP>condemned:nsubj condemned/VBD Poland/NNP>condemned:obj ,/, Germany/NNP>Poland:conj and/CC France/NNP>Poland:conj ./.",
         "ACCUSE:disapprove RUS -> POL, DEU, FRA"},
        {"7.6 a vague collective in a list is skipped",
         "Russia/NNP>condemned:nsubj condemned/VBD Poland/NNP>condemned:obj and/CC the/DT West/NNP>Poland:conj ./.",
         "ACCUSE:disapprove RUS -> POL"},
        {"7.6 an event whose only actor is a vague collective is not coded",
         "The/DT West/NNP>condemned:nsubj condemned/VBD Poland/NNP>condemned:obj ./.", "none"},
        {"12.11 a question is not coded", "Did/VBD>attack:aux Russia/NNP>attack:nsubj attack/VB Poland/NNP>attack:obj ?/.", "none"},
        {"12.3 habits are not coded",
         "Russian/JJ troops/NNS=troops>shell:nsubj often/RB>shell:advmod shell/VBP Kharkiv/NNP>shell:obj ./.", "none"},
        {"12.1 purpose clauses are not coded",
         "Anton/NNP>flew:nsubj Belov/NNP>Anton:flat flew/VBD=fly to/IN China/NNP>flew:obl to/TO condemn/VB>flew:advcl Poland/NNP>condemn:obj ./.",
         "CONSULT:visit RUS GOV -> CHN"},
        {"12.11 an imperative is not coded", "Attack/VB Poland/NNP>Attack:obj !/.", "none"},
        {"12.5 'without' denies its clause",
         "Anton/NNP>visited:nsubj Belov/NNP>Anton:flat visited/VBD China/NNP>visited:obj without/IN meeting/VBG>visited:advcl "
         "Liang/NNP>meeting:obj Wen/NNP>Liang:flat ./.",
         "CONSULT:visit RUS GOV -> CHN"},
    };
    RUN(CASES, 0);
}

static void test_event_nouns(void **state)
{
    static const code_case CASES[] = {
        {"12.1 a light verb and its noun are one predicate, the subject acts",
         "Russia/NNP>held:nsubj held/VBD=hold talks/NNS>held:obj with/IN China/NNP>talks:nmod ./.", "CONSULT RUS, CHN \"talks\""},
        {"12.1 a visit is paid to its host",
         "Pavel/NNP>paid:nsubj Orlov/NNP>Pavel:flat paid/VBD=pay a/DT visit/NN>paid:obj to/IN China/NNP>visit:nmod ./.",
         "CONSULT:visit RUS GOV -> CHN \"visit\""},
        {"12.1 the passive of a light verb",
         "Talks/NNS>held:nsubj:pass between/IN Russia/NNP>Talks:nmod and/CC China/NNP>Russia:conj were/VBD held/VBN=hold ./.",
         "CONSULT RUS, CHN \"Talks\""},
        {"12.1 sanctions are imposed on somebody",
         "Germany/NNP>imposed:nsubj imposed/VBD=impose sanctions/NNS>imposed:obj on/IN Russia/NNP>sanctions:nmod ./.",
         "SANCTION:discontinue DEU -> RUS \"sanctions\""},
        {"12.1 the phrase of the noun may hang on the light verb",
         "Germany/NNP>imposed:nsubj imposed/VBD=impose sanctions/NNS>imposed:obj on/IN Russia/NNP>imposed:obl ./.",
         "SANCTION:discontinue DEU -> RUS \"sanctions\""},
        {"12.1 a container noun is looked through",
         "Russia/NNP>launched:nsubj launched/VBD=launch a/DT series/NN>launched:obj of/IN attacks/NNS>series:nmod on/IN Kharkiv/NNP>attacks:nmod ./.",
         "ASSAULT RUS -> UKR CVL \"attacks\""},
        {"12.5 an adjunct of time presupposes its noun; the possessor acts",
         "Pavel/NNP>slept:nsubj Orlov/NNP>Pavel:flat slept/VBD=sleep after/IN>attack:case Russia/NNP>attack:nmod:poss 's/POS "
         "attack/NN>slept:obl on/IN Poland/NNP>attack:nmod ./.",
         "ASSAULT RUS -> POL \"attack\""},
        {"12.5 by- and of-phrases of a noun",
         "The/DT arrest/NN>followed:nsubj of/IN two/CD Polish/JJ farmers/NNS>arrest:nmod by/IN Belarusian/JJ police/NN>arrest:nmod followed/VBD ./.",
         "COERCE:arrest BLR COP -> POL AGR \"arrest\""},
        {"12.5 control: the subject of the clause takes part in talks that name one side",
         "After/IN talks/NNS>flew:obl with/IN Liang/NNP>talks:nmod Wen/NNP>Liang:flat ,/, Anton/NNP>flew:nsubj Belov/NNP>Anton:flat "
         "flew/VBD=fly to/IN Poland/NNP>flew:obl ./.",
         "CONSULT CHN GOV, RUS GOV \"talks\"; CONSULT:visit RUS GOV -> POL \"flew\""},
        {"12.5 a factive verb presupposes its object (12.6: content of disapproval is coded)",
         "Germany/NNP>condemned:nsubj condemned/VBD the/DT Russian/JJ attack/NN>condemned:obj on/IN Kharkiv/NNP>attack:nmod ./.",
         "ACCUSE:disapprove DEU -> RUS \"condemned\"; ASSAULT RUS -> UKR CVL \"attack\""},
        {"12.1 the attack and the killing that it did are one act, told by the finite verb",
         "The/DT Russian/JJ attack/NN>killed:nsubj on/IN Kharkiv/NNP>attack:nmod killed/VBD three/CD Ukrainian/JJ civilians/NNS>killed:obj ./.",
         "ASSAULT RUS -> UKR CVL \"killed\""},
        {"12.5 a topic is not coded",
         "Pavel/NNP>discussed:nsubj Orlov/NNP>Pavel:flat discussed/VBD=discuss the/DT Russian/JJ invasion/NN>discussed:obj of/IN "
         "Ukraine/NNP>invasion:nmod with/IN Tao/NNP>discussed:obl Wang/NNP>Tao:flat ./.",
         "CONSULT RUS GOV, CHN GOV \"discussed\""},
        {"12.5 a statement on sanctions is a document",
         "Germany/NNP>published:nsubj published/VBD=publish a/DT statement/NN>published:obj on/IN German/JJ sanctions/NNS>statement:nmod "
         "against/IN Russia/NNP>sanctions:nmod ./.",
         "none"},
        {"12.5 a noun in a compound is a label",
         "Germany/NNP>described:nsubj described/VBD=describe the/DT sanctions/NNS=sanction>regime:compound regime/NN>described:obj ./.", "none"},
        {"12.5 re-mention without participants", "The/DT talks/NNS>lasted:nsubj lasted/VBD=last five/CD hours/NNS>lasted:obl:unmarked ./.", "none"},
        {"12.5 a possible act is a proposal",
         "Germany/NNP>condemned:nsubj condemned/VBD a/DT possible/JJ Russian/JJ attack/NN>condemned:obj on/IN Poland/NNP>attack:nmod ./.",
         "ACCUSE:disapprove DEU -> RUS \"condemned\""},
        {"6.2 a planned visit is a future one",
         "Germany/NNP>welcomed:nsubj welcomed/VBD=welcome the/DT upcoming/JJ visit/NN>welcomed:obj of/IN Anton/NNP>visit:nmod "
         "Belov/NNP>Anton:flat to/IN Berlin/NNP>visit:nmod ./.",
         "SUPPORT DEU -> RUS GOV \"welcomed\"; CONSULT:visit +future RUS GOV -> DEU \"visit\""},
        {"12.7 the nationality of the noun beside the verb is the agent",
         "Three/CD Ukrainian/JJ civilians/NNS>killed:nsubj:pass were/VBD killed/VBN in/IN Russian/JJ shelling/NN>killed:obl ./.",
         "ASSAULT:heavy-weapons RUS -> UKR CVL \"killed\""},
    };
    RUN(CASES, SHOW_TRIGGER);
}

static void test_agentless(void **state)
{
    static const code_case CASES[] = {
        {"12.7 agentless arrest takes the police of the place",
         "Two/CD Polish/JJ journalists/NNS>arrested:nsubj:pass were/VBD arrested/VBN in/IN Minsk/NNP>arrested:obl ./.",
         "COERCE:arrest BLR COP* -> POL JRN"},
        {"12.7 agentless charge takes the judiciary",
         "A/DT Belarusian/JJ activist/NN>charged:nsubj:pass was/VBD charged/VBN=charge in/IN Minsk/NNP>charged:obl ./.",
         "ACCUSE:allege BLR JUD* -> BLR CVL"},
        {"12.7 agentless sentence takes the judiciary",
         "A/DT Belarusian/JJ activist/NN>sentenced:nsubj:pass was/VBD sentenced/VBN=sentence in/IN Minsk/NNP>sentenced:obl ./.",
         "SANCTION:convict BLR JUD* -> BLR CVL"},
        {"12.7 agentless ban takes the government",
         "The/DT Northern/NNP Front/NNP>banned:nsubj:pass was/VBD banned/VBN=ban in/IN Ankara/NNP>banned:obl ./.",
         "COERCE:restrict TUR GOV* -> TUR REB"},
        {"12.7 agentless violence has the actor UNK", "Kharkiv/NNP>bombed:nsubj:pass was/VBD bombed/VBN ./.",
         "ASSAULT:explosives --- UNK* -> UKR CVL"},
        {"12.7 the weapon's owner is not inferred",
         "A/DT drone/NN>hit:nsubj hit/VBD=hit Tver/NNP>hit:obj ./.", "ASSAULT:drone --- UNK* -> RUS CVL"},
        {"12.7 agentless requests are not coded",
         "China/NNP>urged:nsubj:pass was/VBD urged/VBN=urge to/TO withdraw/VB>urged:xcomp ./.", "none"},
        {"12.7 agentless offers are not coded", "Ukraine/NNP>invited:nsubj:pass was/VBD invited/VBN=invite ./.", "none"},
        {"12.7 agentless praise is not coded", "China/NNP>praised:nsubj:pass was/VBD praised/VBN=praise ./.", "none"},
        {"12.7 without an identifiable recipient nothing is coded",
         "Two/CD people/NNS=people>arrested:nsubj:pass were/VBD arrested/VBN in/IN Minsk/NNP>arrested:obl ./.", "none"},
        {"8: gunmen take the code of the place",
         "Gunmen/NNS=gunman>attacked:nsubj attacked/VBD Polish/JJ soldiers/NNS>attacked:obj in/IN Warsaw/NNP>attacked:obl ./.",
         "ASSAULT POL UAF -> POL MIL"},
        {"8: gunmen with a nationality keep it",
         "Belarusian/JJ gunmen/NNS=gunman>attacked:nsubj attacked/VBD Polish/JJ soldiers/NNS>attacked:obj ./.",
         "ASSAULT BLR UAF -> POL MIL"},
    };
    RUN(CASES, 0);
}

static void test_negation(void **state)
{
    static const code_case CASES[] = {
        {"6.4.1 'will not' is a refusal, the other side its recipient",
         "Russia/NNP>meet:nsubj will/MD not/RB meet/VB Ukraine/NNP>meet:obj ./.", "REJECT:meet RUS -> UKR"},
        {"6.4.1 refuse + infinitive", "Russia/NNP>refused:nsubj refused/VBD=refuse to/TO meet/VB>refused:xcomp Ukraine/NNP>meet:obj ./.",
         "REJECT:meet RUS -> UKR"},
        {"3.10 yielding refused", "Russia/NNP>refused:nsubj refused/VBD=refuse to/TO withdraw/VB>refused:xcomp its/PRP$ "
         "troops/NNS=troops>withdraw:obj ./.",
         "REJECT:yield RUS"},
        {"3.10 ruled out talks", "Russia/NNP>ruled:nsubj ruled/VBD=rule out/RP talks/NNS>ruled:obj ./.", "REJECT:meet RUS"},
        {"6.4.2 denial of one's own act is REJECT without mode, and no second record",
         "Russia/NNP>denied:nsubj denied/VBD=deny shelling/VBG>denied:xcomp Kharkiv/NNP>shelling:obj ./.", "REJECT RUS"},
        {"6.4.2 'said it had not' is a denial",
         "Russia/NNP>said:nsubj said/VBD=say it/PRP>shelled:nsubj had/VBD not/RB shelled/VBN>said:ccomp Kharkiv/NNP>shelled:obj ./.", "REJECT RUS"},
        {"6.4.3 non-occurrence stated by the reporter",
         "Russia/NNP>meet:nsubj did/VBD not/RB meet/VB Ukraine/NNP>meet:obj ./.", "CONSULT +negation RUS, UKR"},
        {"6.4.3 no talks were held",
         "No/DT talks/NNS>held:nsubj:pass between/IN Russia/NNP>talks:nmod and/CC Ukraine/NNP>Russia:conj were/VBD held/VBN=hold ./.",
         "CONSULT +negation RUS, UKR"},
        {"6.4.3 failed to sign",
         "Russia/NNP>failed:nsubj and/CC China/NNP>Russia:conj failed/VBD to/TO sign/VB>failed:xcomp the/DT agreement/NN>sign:obj ./.",
         "SUPPORT +negation RUS, CHN"},
        {"6.4.3 of a third party",
         "Ukraine/NNP>said:nsubj said/VBD=say Russia/NNP>withdrawn:nsubj had/VBD not/RB withdrawn/VBN=withdraw>said:ccomp its/PRP$ "
         "troops/NNS=troops>withdrawn:obj ./.",
         "RETREAT:withdraw +negation RUS"},
        {"6.4.4 'did not rule out' is nothing", "Russia/NNP>rule:nsubj did/VBD not/RB rule/VB out/RP talks/NNS>rule:obj ./.", "none"},
        {"6.4.4 'did not condemn' is nothing", "China/NNP>condemn:nsubj did/VBD not/RB condemn/VB Russia/NNP>condemn:obj ./.", "none"},
        {"6.4.4 'declined to criticise' is nothing",
         "China/NNP>declined:nsubj declined/VBD=decline to/TO criticise/VB>declined:xcomp Russia/NNP>criticise:obj ./.", "none"},
        {"12.3 declined to comment is silence",
         "China/NNP>declined:nsubj declined/VBD=decline to/TO comment/VB>declined:xcomp on/IN the/DT Russian/JJ attack/NN>comment:obl ./.", "none"},
    };
    RUN(CASES, 0);
}

static void test_future(void **state)
{
    static const code_case CASES[] = {
        {"12.8 will + conflict act, definite: that type +future",
         "Poland/NNP>expel:nsubj will/MD expel/VB three/CD Russian/JJ diplomats/NNS>expel:obj on/IN Friday/NNP>expel:obl ./.",
         "SANCTION:expel +future POL -> RUS GOV"},
        {"12.8 will + act with a condition: THREATEN",
         "Poland/NNP>expel:nsubj will/MD expel/VB three/CD Russian/JJ diplomats/NNS>expel:obj unless/IN>succeed:mark the/DT "
         "talks/NNS>succeed:nsubj succeed/VBP>expel:advcl ./.",
         "THREATEN:expel POL -> RUS GOV"},
        {"12.8 will + AID: AGREE without future", "Germany/NNP>deliver:nsubj will/MD deliver/VB tanks/NNS>deliver:obj to/IN "
         "Ukraine/NNP>deliver:obl ./.",
         "AGREE DEU -> UKR"},
        {"12.8 will + RETREAT: CONCEDE without future",
         "Russia/NNP>withdraw:nsubj will/MD withdraw/VB its/PRP$ troops/NNS=troops>withdraw:obj from/IN Ukraine/NNP>withdraw:obl ./.",
         "CONCEDE RUS -> UKR"},
        {"D54 'will resign' is RETREAT:resign without future", "Anton/NNP>resign:nsubj Belov/NNP>Anton:flat will/MD resign/VB ./.",
         "RETREAT:resign RUS GOV"},
        {"D2 a scheduled visit is CONSULT +future",
         "Anton/NNP>visit:nsubj Belov/NNP>Anton:flat will/MD visit/VB China/NNP>visit:obj ./.", "CONSULT:visit +future RUS GOV -> CHN"},
        {"12.8 is expected to meet", "Anton/NNP>expected:nsubj:pass Belov/NNP>Anton:flat is/VBZ expected/VBN=expect to/TO "
         "meet/VB>expected:xcomp Liang/NNP>meet:obj Wen/NNP>Liang:flat ./.", "CONSULT +future RUS GOV, CHN GOV"},
        {"12.8 is to visit", "Anton/NNP>is:nsubj Belov/NNP>Anton:flat is/VBZ>:root to/TO visit/VB>is:xcomp China/NNP>visit:obj ./.",
         "CONSULT:visit +future RUS GOV -> CHN"},
        {"12.8 may meet is a possibility", "Anton/NNP>meet:nsubj Belov/NNP>Anton:flat may/MD meet/VB Liang/NNP>meet:obj Wen/NNP>Liang:flat ./.",
         "CONSULT +hypothetical RUS GOV, CHN GOV"},
        {"6.3 considers an attack", "Russia/NNP>considering:nsubj is/VBZ considering/VBG=consider attacking/VBG>considering:xcomp "
         "Poland/NNP>attacking:obj ./.",
         "ASSAULT +hypothetical RUS -> POL"},
        {"6.3 a third party's forecast", "Germany/NNP>said:nsubj said/VBD=say Russia/NNP>attack:nsubj could/MD attack/VB>said:ccomp "
         "Poland/NNP>attack:obj ./.",
         "ASSAULT +hypothetical RUS -> POL"},
        {"6.3 the possible actor itself voices it: THREATEN, no aux",
         "Anton/NNP>said:nsubj Belov/NNP>Anton:flat said/VBD=say Russia/NNP>attack:nsubj could/MD attack/VB>said:ccomp Poland/NNP>attack:obj ./.",
         "THREATEN:violence RUS -> POL"},
        {"6.3 a cooperative possibility of one's own: AGREE, no aux",
         "Jonas/NNP>said:nsubj Keller/NNP>Jonas:flat said/VBD=say Germany/NNP>deliver:nsubj could/MD deliver/VB>said:ccomp "
         "tanks/NNS>deliver:obj to/IN Ukraine/NNP>deliver:obl ./.",
         "AGREE DEU -> UKR"},
        {"6.2 reported 'would' is a plain future",
         "Anton/NNP>said:nsubj Belov/NNP>Anton:flat said/VBD=say he/PRP>visit:nsubj would/MD visit/VB>said:ccomp China/NNP>visit:obj ./.",
         "CONSULT:visit +future RUS GOV -> CHN"},
        {"12.8 hope to: nothing", "Anton/NNP>hopes:nsubj Belov/NNP>Anton:flat hopes/VBZ=hope to/TO visit/VB>hopes:xcomp China/NNP>visit:obj "
         "./.", "none"},
        {"6.4 the failed condition of a promise stays a promise",
         "Germany/NNP>promised:nsubj promised/VBD=promise to/TO deliver/VB>promised:xcomp tanks/NNS>deliver:obj to/IN Ukraine/NNP>deliver:obl ./.",
         "AGREE DEU -> UKR"},
    };
    RUN(CASES, 0);
}

static void test_speech_acts(void **state)
{
    static const code_case CASES[] = {
        {"12.6 content of a request is not coded", "Russia/NNP>urged:nsubj urged/VBD=urge China/NNP>urged:obj to/TO withdraw/VB>urged:xcomp "
         "its/PRP$ troops/NNS=troops>withdraw:obj ./.", "REQUEST:yield RUS -> CHN"},
        {"12.6 content of an accusation is not coded",
         "Ukraine/NNP>accused:nsubj accused/VBD=accuse Russia/NNP>accused:obj of/IN shelling/VBG>accused:advcl Kharkiv/NNP>shelling:obj ./.",
         "ACCUSE:allege UKR -> RUS"},
        {"12.6 nor is that of a conviction",
         "A/DT Russian/JJ court/NN>convicted:nsubj convicted/VBD=convict a/DT Polish/JJ activist/NN>convicted:obj of/IN "
         "attacking/VBG>convicted:advcl Russian/JJ police/NN>attacking:obj ./.",
         "SANCTION:convict RUS JUD -> POL CVL"},
        {"D26 agreed to withdraw: CONCEDE", "Russia/NNP>agreed:nsubj agreed/VBD=agree to/TO withdraw/VB>agreed:xcomp its/PRP$ "
         "troops/NNS=troops>withdraw:obj ./.",
         "CONCEDE RUS"},
        {"D26 agreed to stop shelling: CONCEDE",
         "Russia/NNP>agreed:nsubj agreed/VBD=agree to/TO stop/VB>agreed:xcomp the/DT shelling/NN>stop:obj ./.", "CONCEDE RUS"},
        {"D26 agreed to meet: AGREE",
         "Russia/NNP>agreed:nsubj and/CC China/NNP>Russia:conj agreed/VBD=agree to/TO hold/VB>agreed:xcomp talks/NNS>hold:obj ./.", "AGREE RUS, CHN"},
        {"3.1 a promise not to attack is AGREE",
         "Russia/NNP>promised:nsubj promised/VBD=promise Poland/NNP>promised:iobj not/RB>attack:advmod to/TO attack/VB>promised:xcomp ./.",
         "AGREE RUS -> POL"},
        {"12.8 vowed to attack: THREATEN",
         "Russia/NNP>vowed:nsubj vowed/VBD=vow to/TO attack/VB>vowed:xcomp Poland/NNP>attack:obj ./.", "THREATEN:violence RUS -> POL"},
        {"3.11 threatened to expel", "Poland/NNP>threatened:nsubj threatened/VBD=threaten to/TO expel/VB>threatened:xcomp Russian/JJ "
         "diplomats/NNS>expel:obj ./.", "THREATEN:expel POL -> RUS GOV"},
        {"12.3 a pledge about one's own affairs is not coded",
         "Russia/NNP>promised:nsubj promised/VBD=promise to/TO create/VB>promised:xcomp jobs/NNS>create:obj ./.", "none"},
        {"12.8 ready to cooperate: AGREE", "Russia/NNP>ready:nsubj is/VBZ>ready:cop ready/JJ>:root to/TO meet/VB>ready:xcomp China/NNP>meet:obj ./.",
         "AGREE RUS -> CHN"},
        {"12.6 'said it condemned': the act is in the clause",
         "Poland/NNP>said:nsubj said/VBD=say it/PRP>condemned:nsubj condemned/VBD>said:ccomp Russia/NNP>condemned:obj ./.",
         "ACCUSE:disapprove POL -> RUS"},
        {"D35 a standing position in the reporter's voice is not coded",
         "China/NNP>criticises:nsubj criticises/VBZ=criticise Poland/NNP>criticises:obj ./.", "none"},
        {"D35 with a date it is", "China/NNP>criticises:nsubj criticises/VBZ=criticise Poland/NNP>criticises:obj on/IN "
         "Tuesday/NNP>criticises:obl ./.",
         "ACCUSE:disapprove CHN -> POL"},
        {"12.3 in the mouth of the side itself it is an utterance",
         "China/NNP>criticises:nsubj criticises/VBZ=criticise Poland/NNP>criticises:obj ,/, Tao/NNP>said:nsubj Wang/NNP>Tao:flat "
         "said/VBD=say>criticises:parataxis ./.",
         "ACCUSE:disapprove CHN -> POL"},
        {"3.4 an announced withdrawal is CONCEDE",
         "Russia/NNP>announced:nsubj announced/VBD=announce the/DT withdrawal/NN>announced:obj of/IN its/PRP$ "
         "troops/NNS=troops>withdrawal:nmod from/IN Ukraine/NNP>withdrawal:nmod ./.",
         "CONCEDE RUS -> UKR"},
        {"3.4 declared a truce", "Russia/NNP>declared:nsubj declared/VBD=declare a/DT truce/NN>declared:obj ./.", "CONCEDE RUS"},
        {"D6 lifting sanctions in force is RETREAT without mode",
         "Germany/NNP>lifted:nsubj lifted/VBD sanctions/NNS>lifted:obj on/IN Russia/NNP>sanctions:nmod ./.", "RETREAT DEU -> RUS"},
        {"D6 the promise to lift them is CONCEDE",
         "Germany/NNP>promised:nsubj promised/VBD=promise to/TO lift/VB>promised:xcomp sanctions/NNS>lift:obj on/IN Russia/NNP>sanctions:nmod ./.",
         "CONCEDE DEU -> RUS"},
    };
    RUN(CASES, 0);
}

static void test_obligation(void **state)
{
    static const code_case CASES[] = {
        {"D11 must with a named addressee is REQUEST by the speaker",
         "“/`` Moscow/NNP>withdraw:nsubj must/MD withdraw/VB>said:ccomp its/PRP$ "
         "troops/NNS=troops>withdraw:obj ,/, ”/'' "
         "Jonas/NNP>said:nsubj Keller/NNP>Jonas:flat said/VBD=say ./.",
         "REQUEST:yield DEU GOV -> RUS GOV by DEU GOV (direct)"},
        {"D11 should in reported speech",
         "Jonas/NNP>said:nsubj Keller/NNP>Jonas:flat said/VBD=say Russia/NNP>meet:nsubj should/MD "
         "meet/VB>said:ccomp Ukraine/NNP>meet:obj ./.",
         "REQUEST:meet DEU GOV -> RUS by DEU GOV (indirect)"},
        {"what is felt is not demanded",
         "Jonas/NNP>said:nsubj Keller/NNP>Jonas:flat said/VBD=say Russia/NNP>feel:nsubj should/MD "
         "feel/VB>said:ccomp safe/JJ>feel:xcomp ./.",
         "none"},
        {"D11 needs to",
         "Jonas/NNP>said:nsubj Keller/NNP>Jonas:flat said/VBD=say Russia/NNP>needs:nsubj "
         "needs/VBZ=need>said:ccomp to/TO "
         "withdraw/VB>needs:xcomp its/PRP$ troops/NNS=troops>withdraw:obj ./.",
         "REQUEST:yield DEU GOV -> RUS by DEU GOV (indirect)"},
        {"D11 who is told that 'it should' is asked",
         "Jonas/NNP>told:nsubj Keller/NNP>Jonas:flat told/VBD=tell Russia/NNP>told:iobj that/IN>withdraw:mark "
         "it/PRP>withdraw:nsubj "
         "should/MD withdraw/VB>told:ccomp its/PRP$ troops/NNS=troops>withdraw:obj ./.",
         "REQUEST:yield DEU GOV -> RUS by DEU GOV (indirect)"},
        {"D11 a command in a quotation is for whom it is told",
         "“/`` Withdraw/VB=withdraw>told:ccomp the/DT troops/NNS=troops>Withdraw:obj ,/, ”/'' "
         "Jonas/NNP>told:nsubj Keller/NNP>Jonas:flat "
         "told/VBD=tell Russia/NNP>told:iobj ./.",
         "REQUEST:yield DEU GOV -> RUS by DEU GOV (direct)"},
        {"12.11 a command to nobody",
         "“/`` Withdraw/VB=withdraw>said:ccomp the/DT troops/NNS=troops>Withdraw:obj ,/, ”/'' "
         "Jonas/NNP>said:nsubj Keller/NNP>Jonas:flat "
         "said/VBD=say ./.",
         "none"},
        {"D11 who demands is not who must",
         "Jonas/NNP>criticised:nsubj Keller/NNP>Jonas:flat criticised/VBD=criticise Anton/NNP>criticised:obj "
         "Belov/NNP>Anton:flat and/CC "
         "said/VBD=say>criticised:conj he/PRP>withdraw:nsubj must/MD>withdraw:aux withdraw/VB>said:ccomp "
         "its/PRP$ "
         "troops/NNS=troops>withdraw:obj ./.",
         "ACCUSE:disapprove DEU GOV -> RUS GOV; REQUEST:yield DEU GOV -> RUS GOV by DEU GOV (indirect)"},
        {"D11 'should' before its subject is a condition",
         "Jonas/NNP>said:nsubj Keller/NNP>Jonas:flat said/VBD=say should/MD>meet:aux Russia/NNP>meet:nsubj "
         "meet/VB>said:ccomp Ukraine/NNP>meet:obj ./.",
         "CONSULT +hypothetical RUS, UKR by DEU GOV (indirect)"},
        {"D11 one's own duty is no demand",
         "“/`` I/PRP>have:nsubj have/VBP>said:ccomp to/TO withdraw/VB>have:xcomp the/DT "
         "troops/NNS=troops>withdraw:obj ,/, ”/'' "
         "Jonas/NNP>said:nsubj Keller/NNP>Jonas:flat said/VBD=say ./.",
         "none"},
        {"D11 'you have to' is for anybody",
         "“/`` You/PRP>have:nsubj have/VBP>said:ccomp to/TO meet/VB>have:xcomp Russia/NNP>meet:obj ,/, ”/'' "
         "Jonas/NNP>said:nsubj Keller/NNP>Jonas:flat said/VBD=say ./.",
         "none"},
        {"D11 must be ready to",
         "Jonas/NNP>said:nsubj Keller/NNP>Jonas:flat said/VBD=say Russia/NNP>ready:nsubj must/MD>ready:aux "
         "be/VB>ready:cop "
         "ready/JJ>said:ccomp to/TO withdraw/VB>ready:xcomp its/PRP$ troops/NNS=troops>withdraw:obj ./.",
         "REQUEST:yield DEU GOV -> RUS by DEU GOV (indirect)"},
        {"D11 must be strong asks for no act",
         "Jonas/NNP>said:nsubj Keller/NNP>Jonas:flat said/VBD=say Russia/NNP>strong:nsubj must/MD>strong:aux "
         "be/VB>strong:cop strong/JJ>said:ccomp ./.",
         "none"},
        {"D34 who is said to be behind a deed",
         "Jonas/NNP>said:nsubj Keller/NNP>Jonas:flat said/VBD=say Russia/NNP>plot:nsubj was/VBD>plot:cop "
         "behind/IN>plot:case "
         "the/DT plot/NN>said:ccomp ./.",
         "ACCUSE:allege DEU GOV -> RUS by DEU GOV (indirect)"},
        {"D34 behind what is no misdeed",
         "Jonas/NNP>said:nsubj Keller/NNP>Jonas:flat said/VBD=say Russia/NNP>plan:nsubj was/VBD>plan:cop "
         "behind/IN>plan:case "
         "the/DT plan/NN>said:ccomp ./.",
         "none"},
        {"6.4 not behind it, says the one who is meant",
         "Jonas/NNP>said:nsubj Keller/NNP>Jonas:flat said/VBD=say Germany/NNP>plot:nsubj was/VBD>plot:cop "
         "not/RB>plot:advmod behind/IN>plot:case "
         "the/DT plot/NN>said:ccomp ./.",
         "REJECT DEU GOV by DEU GOV (indirect)"},
        {"D49 said by private persons: not coded",
         "A/DT Polish/JJ student/NN>said:nsubj said/VBD=say Russia/NNP>meet:nsubj should/MD meet/VB>said:ccomp "
         "Ukraine/NNP>meet:obj ./.",
         "none"},
        {"D49 in the reporter's voice: not coded",
         "Russia/NNP>meet:nsubj should/MD meet/VB Ukraine/NNP>meet:obj ./.", "none"},
        {"D64 what speakers ask of themselves",
         "“/`` I/PRP>meet:nsubj must/MD meet/VB>said:ccomp Ukraine/NNP>meet:obj ,/, ”/'' "
         "Jonas/NNP>said:nsubj Keller/NNP>Jonas:flat said/VBD=say ./.",
         "none"},
    };
    RUN(CASES, SHOW_BY);
}

static void test_we(void **state)
{
    static const code_case CASES[] = {
        {"D65 we + deed or commitment: the bare country",
         "“/`` We/PRP>deliver:nsubj will/MD deliver/VB>said:ccomp tanks/NNS>deliver:obj to/IN "
         "Ukraine/NNP>deliver:obl ,/, ”/'' "
         "Jonas/NNP>said:nsubj Keller/NNP>Jonas:flat said/VBD=say ./.",
         "AGREE DEU -> UKR by DEU GOV (direct)"},
        {"D65 we + act of speech: the speaker with sectors",
         "“/`` We/PRP>condemn:nsubj condemn/VBP>said:ccomp Russia/NNP>condemn:obj ,/, ”/'' "
         "Jonas/NNP>said:nsubj Keller/NNP>Jonas:flat "
         "said/VBD=say ./.",
         "ACCUSE:disapprove DEU GOV -> RUS by DEU GOV (direct)"},
        {"12.3 always, in the mouth of the side itself",
         "“/`` We/PRP>condemn:nsubj always/RB>condemn:advmod condemn/VBP>said:ccomp "
         "Russia/NNP>condemn:obj ,/, ”/'' Jonas/NNP>said:nsubj Keller/NNP>Jonas:flat said/VBD=say ./.",
         "ACCUSE:disapprove DEU GOV -> RUS by DEU GOV (direct)"},
        {"12.3 always, in the reporter's voice",
         "Germany/NNP>condemned:nsubj always/RB>condemned:advmod condemned/VBD=condemn "
         "Russia/NNP>condemned:obj ./.",
         "none"},
        {"12.9 we without a speaker: the actor is lost",
         "We/PRP>condemn:nsubj condemn/VBP Russia/NNP>condemn:obj "
         "today/NN>condemn:obl:unmarked ./.",
         "none"},
    };
    RUN(CASES, SHOW_BY);
}

static void test_meetings(void **state)
{
    static const code_case CASES[] = {
        {"9: 'met with' and 'and ... met' are alike, and reciprocal",
         "Pavel/NNP>met:nsubj Orlov/NNP>Pavel:flat met/VBD=meet with/IN Tao/NNP>met:obl Wang/NNP>Tao:flat ./.", "CONSULT RUS GOV, CHN GOV <->"},
        {"9: coordinated subjects",
         "Pavel/NNP>met:nsubj Orlov/NNP>Pavel:flat and/CC Tao/NNP>Pavel:conj Wang/NNP>Tao:flat met/VBD=meet ./.", "CONSULT RUS GOV, CHN GOV <->"},
        {"D3 two sides meeting in one side's country: a visit to it",
         "The/DT Russian/JJ foreign/JJ minister/NN>met:nsubj met/VBD=meet Tao/NNP>met:obj Wang/NNP>Tao:flat in/IN Beijing/NNP>met:obl ./.",
         "CONSULT:visit RUS GOV -> CHN GOV"},
        {"D3 the host may come first",
         "Tao/NNP>met:nsubj Wang/NNP>Tao:flat met/VBD=meet Pavel/NNP>met:obj Orlov/NNP>Pavel:flat in/IN Beijing/NNP>met:obl ./.",
         "CONSULT:visit RUS GOV -> CHN GOV"},
        {"3.2 in a third country: third-party, no recipient",
         "The/DT>presidents:det Russian/JJ>presidents:amod and/CC Chinese/JJ>Russian:conj presidents/NNS>met:nsubj met/VBD=meet in/IN "
         "Ankara/NNP>met:obl ./.",
         "CONSULT:third-party RUS GOV, CHN GOV <->"},
        {"3.2 three states: multilateral",
         "Russia/NNP>met:nsubj ,/, China/NNP>Russia:conj and/CC Turkey/NNP>Russia:conj met/VBD=meet in/IN Beijing/NNP>met:obl ./.",
         "CONSULT:multilateral RUS, CHN, TUR <->"},
        {"3.2 hosting verbs turn the roles", "China/NNP>hosted:nsubj hosted/VBD=host Anton/NNP>hosted:obj Belov/NNP>Anton:flat ./.",
         "CONSULT:visit RUS GOV -> CHN"},
        {"3.2 a host named as place is the bare country",
         "Anton/NNP>arrived:nsubj Belov/NNP>Anton:flat arrived/VBD=arrive in/IN Beijing/NNP>arrived:obl ./.", "CONSULT:visit RUS GOV -> CHN"},
        {"D4 the mediator acts, the parties receive",
         "Turkey/NNP>mediated:nsubj mediated/VBD=mediate between/IN Russia/NNP>mediated:obl and/CC Russian/JJ rebels/NNS>Russia:conj ./.",
         "CONSULT TUR -> RUS, RUS REB"},
        {"3.2 domestic travel is no visit", "Anton/NNP>visited:nsubj Belov/NNP>Anton:flat visited/VBD Tver/NNP>visited:obj ./.", "none"},
        {"3.2 two distinct entities are needed", "Anton/NNP>met:nsubj Belov/NNP>Anton:flat met/VBD=meet ./.", "none"},
        {"9: CONSULT:phone is reciprocal", "Anton/NNP>phoned:nsubj Belov/NNP>Anton:flat phoned/VBD=phone Liang/NNP>phoned:obj Wen/NNP>Liang:flat ./.",
         "CONSULT:phone RUS GOV, CHN GOV <->"},
        {"D19 two-sided fighting: all actors",
         "Polish/JJ soldiers/NNS>clashed:nsubj clashed/VBD=clash with/IN Belarusian/JJ rebels/NNS>clashed:obl ./.", "ASSAULT POL MIL, BLR REB <->"},
        {"9: a compound actor of a one-sided act is not reciprocal",
         "Russia/NNP>declared:nsubj and/CC Ukraine/NNP>Russia:conj declared/VBD=declare a/DT truce/NN>declared:obj ./.", "CONCEDE RUS, UKR"},
        {"9: signatories are reciprocal",
         "Russia/NNP>signed:nsubj and/CC China/NNP>Russia:conj signed/VBD=sign an/DT agreement/NN>signed:obj ./.", "SUPPORT RUS, CHN <->"},
        {"3.5 COOPERATE with two actors needs no recipient",
         "Russia/NNP>traded:nsubj traded/VBD=trade with/IN China/NNP>traded:obl ./.", "COOPERATE RUS, CHN <->"},
        {"3.6 AID without an identifiable recipient is not coded",
         "Germany/NNP>delivered:nsubj delivered/VBD=deliver tanks/NNS>delivered:obj ./.", "none"},
        {"12.1 a visit and the talks during it are one act",
         "Travelling/VBG=travel>met:advcl to/IN Beijing/NNP>Travelling:obl ,/, Pavel/NNP>met:nsubj Orlov/NNP>Pavel:flat met/VBD=meet "
         "Tao/NNP>met:obj Wang/NNP>Tao:flat ./.",
         "CONSULT:visit RUS GOV -> CHN GOV"},
    };
    RUN(CASES, SHOW_MUTUAL);
}

static void test_combinations(void **state)
{
    static const code_case CASES[] = {
        {"3.1 a promise not to start something hostile is AGREE",
         "Russia/NNP>attack:nsubj will/MD not/RB attack/VB Poland/NNP>attack:obj "
         "./.",
         "AGREE RUS -> POL"},
        {"6.4.2 'said its troops had not' is the speaker's denial",
         "Anton/NNP>said:nsubj Belov/NNP>Anton:flat said/VBD=say Russian/JJ troops/NNS=troops>shelled:nsubj "
         "had/VBD not/RB "
         "shelled/VBN>said:ccomp Kharkiv/NNP>shelled:obj ./.",
         "REJECT RUS GOV"},
        {"6.4 never met during the Cold War",
         "Russia/NNP>met:nsubj never/RB>met:advmod met/VBD=meet China/NNP>met:obj during/IN the/DT Cold/NNP "
         "War/NNP>met:obl ./.",
         "CONSULT +historical +negation RUS, CHN"},
        {"D11 must not",
         "Jonas/NNP>said:nsubj Keller/NNP>Jonas:flat said/VBD=say Russia/NNP>attack:nsubj must/MD not/RB "
         "attack/VB>said:ccomp "
         "Poland/NNP>attack:obj ./.",
         "REQUEST:change DEU GOV -> RUS"},
        {"D11 need not asks nothing",
         "Jonas/NNP>said:nsubj Keller/NNP>Jonas:flat said/VBD=say Russia/NNP>need:nsubj does/VBZ not/RB "
         "need/VB>said:ccomp to/TO "
         "withdraw/VB>need:xcomp its/PRP$ troops/NNS=troops>withdraw:obj ./.",
         "none"},
        {"9: each other makes a verb reciprocal",
         "Russia/NNP>accused:nsubj and/CC Poland/NNP>Russia:conj accused/VBD=accuse each/DT>other:det "
         "other/JJ>accused:obj of/IN "
         "lying/VBG=lie>accused:advcl ./.",
         "ACCUSE:allege RUS, POL"},
        {"9: 'backed by' adds no actor",
         "Russia/NNP>attacked:nsubj ,/, backed/VBN>Russia:acl by/IN Belarus/NNP>backed:obl:agent ,/, "
         "attacked/VBD Poland/NNP>attacked:obj "
         "./.",
         "ASSAULT RUS -> POL"},
        {"12.6 passive accusation",
         "Russia/NNP>accused:nsubj:pass was/VBD accused/VBN=accuse by/IN Poland/NNP>accused:obl:agent of/IN "
         "shelling/VBG>accused:advcl "
         "Kharkiv/NNP>shelling:obj ./.",
         "ACCUSE:allege POL -> RUS"},
        {"12.6 a relative clause within the content asserts",
         "Poland/NNP>accused:nsubj accused/VBD=accuse Russia/NNP>accused:obj ,/, which/WDT>invaded:nsubj "
         "invaded/VBD=invade>Russia:acl:relcl Ukraine/NNP>invaded:obj ,/, of/IN lying/VBG=lie>accused:advcl "
         "./.",
         "ACCUSE:allege POL -> RUS; ASSAULT RUS -> UKR"},
        {"12.6 event nouns in the content of a request",
         "Poland/NNP>urged:nsubj urged/VBD=urge Russia/NNP>urged:obj to/TO stop/VB>urged:xcomp its/PRP$ "
         "attack/NN>stop:obj on/IN "
         "Kharkiv/NNP>attack:nmod ./.",
         "REQUEST:yield POL -> RUS"},
        {"12.6 approval's content is coded: arrest by a named side",
         "Poland/NNP>condemned:nsubj condemned/VBD the/DT arrest/NN>condemned:obj of/IN two/CD Polish/JJ "
         "journalists/NNS>arrest:nmod by/IN "
         "Belarusian/JJ police/NN>arrest:nmod ./.",
         "ACCUSE:disapprove POL -> BLR COP; COERCE:arrest BLR COP -> POL JRN"},
        {"3.2 talks before an agreement are coded with it",
         "Russia/NNP>agreed:nsubj agreed/VBD=agree after/IN talks/NNS>agreed:obl with/IN China/NNP>talks:nmod "
         "to/TO deliver/VB>agreed:xcomp "
         "tanks/NNS>deliver:obj to/IN Belarus/NNP>deliver:obl ./.",
         "AGREE RUS -> BLR; CONSULT RUS, CHN"},
        {"12.5 in response to",
         "In/IN>attack:case response/NN>In:fixed to/IN>In:fixed the/DT Russian/JJ attack/NN>delivered:obl "
         "on/IN Kharkiv/NNP>attack:nmod ,/, "
         "Germany/NNP>delivered:nsubj delivered/VBD=deliver tanks/NNS>delivered:obj to/IN "
         "Ukraine/NNP>delivered:obl ./.",
         "ASSAULT RUS -> UKR CVL; AID DEU -> UKR"},
        {"12.5 because of",
         "Because/IN>attack:case of/IN>Because:fixed the/DT Russian/JJ attack/NN>delivered:obl on/IN "
         "Kharkiv/NNP>attack:nmod ,/, "
         "Germany/NNP>delivered:nsubj delivered/VBD=deliver tanks/NNS>delivered:obj to/IN "
         "Ukraine/NNP>delivered:obl ./.",
         "ASSAULT RUS -> UKR CVL; AID DEU -> UKR"},
        {"9: an apposition is the same actor",
         "Anton/NNP>visited:nsubj Belov/NNP>Anton:flat ,/, the/DT Russian/JJ president/NN>Anton:appos ,/, "
         "visited/VBD China/NNP>visited:obj "
         "./.",
         "CONSULT:visit RUS GOV -> CHN"},
        {"6.4.4 'did not rule out sending' is neither promise nor threat",
         "Russia/NNP>rule:nsubj did/VBD not/RB rule/VB out/RP sending/VBG>rule:xcomp tanks/NNS>sending:obj "
         "to/IN Belarus/NNP>sending:obl "
         "./.",
         "none"},
        {"6.3 a possibility denied", "Russia/NNP>meet:nsubj can/MD not/RB meet/VB Ukraine/NNP>meet:obj ./.",
         "CONSULT +hypothetical "
         "+negation RUS, UKR"},
        {"3.11 threatens to impose sanctions (light verb in the content)",
         "Poland/NNP>threatened:nsubj threatened/VBD=threaten to/TO impose/VB>threatened:xcomp "
         "sanctions/NNS>impose:obj on/IN "
         "Russia/NNP>sanctions:nmod ./.",
         "THREATEN:restrict POL -> RUS"},
        {"3.11 threatened with sanctions",
         "Poland/NNP>threatened:nsubj threatened/VBD=threaten Russia/NNP>threatened:obj with/IN "
         "sanctions/NNS>threatened:obl ./.",
         "THREATEN:restrict POL -> RUS"},
        {"12.8 is ready to strike: THREATEN",
         "Russia/NNP>ready:nsubj is/VBZ>ready:cop ready/JJ>:root to/TO attack/VB>ready:xcomp "
         "Poland/NNP>attack:obj ./.",
         "THREATEN:violence RUS -> POL"},
        {"12.5 a noun of commitment under a reporting verb",
         "Tao/NNP>stressed:nsubj Wang/NNP>Tao:flat stressed/VBD=stress China/NNP>willingness:nmod:poss 's/POS "
         "willingness/NN>stressed:obj "
         "to/TO meet/VB>willingness:acl Ukraine/NNP>meet:obj ./.",
         "AGREE CHN -> UKR"},
        {"12.5 repeated his call for talks",
         "Tao/NNP>repeated:nsubj Wang/NNP>Tao:flat repeated/VBD=repeat his/PRP$ call/NN>repeated:obj for/IN "
         "talks/NNS>call:nmod ./.",
         "REQUEST:meet CHN GOV"},
        {"12.5 a ceasefire plan: plans are not coded",
         "Poland/NNP>welcomed:nsubj welcomed/VBD=welcome plans/NNS>welcomed:obj for/IN "
         "talks/NNS>plans:nmod between/IN Russia/NNP>talks:nmod and/CC China/NNP>Russia:conj ./.",
         "SUPPORT POL -> RUS, CHN"},
        {"12.1 broke off is not the talks",
         "Russia/NNP>halted:nsubj halted/VBD=halt talks/NNS>halted:obj with/IN China/NNP>talks:nmod ./.",
         "none"},
        {"3.10 an invitation refused",
         "Anton/NNP>refused:nsubj Belov/NNP>Anton:flat has/VBZ refused/VBN=refuse an/DT "
         "invitation/NN>refused:obj to/TO visit/VB>invitation:acl China/NNP>visit:obj ./.",
         "REJECT:meet RUS GOV -> CHN"},
        {"7.6 after a locative preposition a capital is a place only",
         "Officials/NNS>met:nsubj met/VBD=meet in/IN Moscow/NNP>met:obl ./.", "none"},
        {"3.14 the text says at whom",
         "Russia/NNP>deployed:nsubj deployed/VBD troops/NNS=troops>deployed:obj on/IN>border:case "
         "Poland/NNP>border:nmod:poss 's/POS border/NN>deployed:obl ./.",
         "MOBILIZE:troops RUS -> POL"},
        {"6.2 decided without condition",
         "Russia/NNP>deploy:nsubj will/MD deploy/VB troops/NNS=troops>deploy:obj ./.",
         "MOBILIZE:troops "
         "+future RUS"},
        {"12.4 'according to' in front",
         "According/VBG=accord>government:case to/IN>According:fixed the/DT Polish/JJ "
         "government/NN>shelled:obl ,/, Russia/NNP>shelled:nsubj shelled/VBD Kharkiv/NNP>shelled:obj ./.",
         "ASSAULT:heavy-weapons RUS -> UKR CVL"},
        {"12.4 'is said to' asserts, as hearsay",
         "Russia/NNP>said:nsubj:pass is/VBZ said/VBN=say to/TO have/VB>shelled:aux "
         "shelled/VBN>said:xcomp Kharkiv/NNP>shelled:obj ./.",
         "ASSAULT:heavy-weapons RUS -> UKR CVL"},
        {"3.11 a threat in the passive",
         "Poland/NNP>threatened:nsubj:pass was/VBD threatened/VBN=threaten by/IN "
         "Russia/NNP>threatened:obl:agent with/IN sanctions/NNS>threatened:obl ./.",
         "THREATEN:restrict RUS -> POL"},
        {"'had to' is done",
         "Russia/NNP>had:nsubj had/VBD>:root to/TO withdraw/VB>had:xcomp its/PRP$ "
         "troops/NNS=troops>withdraw:obj "
         "from/IN Ukraine/NNP>withdraw:obl ./.",
         "RETREAT:withdraw RUS -> UKR"},
        {"D11 'should have' asks for nothing",
         "Jonas/NNP>said:nsubj Keller/NNP>Jonas:flat said/VBD=say Russia/NNP>withdrawn:nsubj "
         "should/MD>withdrawn:aux have/VB>withdrawn:aux withdrawn/VBN=withdraw>said:ccomp its/PRP$ "
         "troops/NNS=troops>withdrawn:obj ./.",
         "none"},
        {"6.3 a counterfactual",
         "Russia/NNP>attacked:nsubj would/MD>attacked:aux have/VB>attacked:aux attacked/VBN "
         "Poland/NNP>attacked:obj "
         "./.",
         "ASSAULT +hypothetical RUS -> POL"},
        {"12.5 coordinated event nouns share their governor",
         "Poland/NNP>condemned:nsubj condemned/VBD the/DT Russian/JJ "
         "attack/NN>condemned:obj on/IN Kharkiv/NNP>attack:nmod and/CC the/DT Belarusian/JJ "
         "arrest/NN>attack:conj of/IN two/CD Polish/JJ "
         "farmers/NNS>arrest:nmod ./.",
         "ACCUSE:disapprove POL -> RUS, BLR; ASSAULT RUS -> UKR CVL; COERCE:arrest BLR -> POL AGR"},
        {"12.5 survived is factive",
         "Poland/NNP>survived:nsubj survived/VBD=survive a/DT Russian/JJ attack/NN>survived:obj ./.",
         "ASSAULT RUS"},
        {"3.11 will + condition is a threat, the if-clause a possibility",
         "If/IN>attacks:mark Poland/NNP>attacks:nsubj "
         "attacks/VBZ=attack>strike:advcl Belarus/NNP>attacks:obj ,/, Russia/NNP>strike:nsubj will/MD "
         "strike/VB=attack "
         "Poland/NNP>strike:obj ,/, Anton/NNP>said:nsubj Belov/NNP>Anton:flat said/VBD=say>strike:parataxis "
         "./.",
         "ASSAULT +hypothetical "
         "POL -> BLR; THREATEN:violence RUS -> POL"},
        {"6.2 a passive future",
         "Three/CD Russian/JJ diplomats/NNS>expelled:nsubj:pass will/MD be/VB expelled/VBN=expel by/IN "
         "Poland/NNP>expelled:obl:agent ./.",
         "SANCTION:expel +future POL -> RUS GOV"},
        {"6.4.4 'stopped short of condemning' is nothing",
         "Poland/NNP>stopped:nsubj stopped/VBD=stop short/RB>stopped:advmod of/IN "
         "condemning/VBG>stopped:advcl Russia/NNP>condemning:obj ./.",
         "none"},
        {"3.10 rejected calls for talks: what was called for",
         "Russia/NNP>rejected:nsubj rejected/VBD Polish/JJ calls/NNS>rejected:obj "
         "for/IN talks/NNS>calls:nmod ./.",
         "REJECT:meet RUS -> POL"},
        {"6.4.2 a rejected accusation: REJECT without mode",
         "Russia/NNP>rejected:nsubj rejected/VBD the/DT Polish/JJ "
         "condemnation/NN>rejected:obj ./.",
         "REJECT RUS -> POL"},
    };
    RUN(CASES, 0);
}

static void test_no_act(void **state)
{
    static const code_case CASES[] = {
        {"D48 what a protest demands is its topic",
         "Polish/JJ farmers/NNS>marched:nsubj marched/VBD demanding/VBG>marched:advcl talks/NNS>demanding:obj "
         "./.",
         "PROTEST:demo POL AGR"},
        {"D57 a crowd without a name demands nothing",
         "Polish/JJ protesters/NNS>demanded:nsubj demanded/VBD talks/NNS>demanded:obj ./.", "none"},
        {"D57 a group with a role does",
         "Polish/JJ students/NNS>demanded:nsubj demanded/VBD talks/NNS>demanded:obj ./.",
         "REQUEST:meet POL EDU"},
        {"D71 a curfew lifted after floods",
         "Russia/NNP>lifted:nsubj lifted/VBD=lift the/DT curfew/NN>lifted:obj imposed/VBN>curfew:acl "
         "after/IN>floods:case floods/NNS=flood>imposed:obl ./.",
         "none"},
        {"D71 dropped under pressure",
         "After/IN>protests:case protests/NNS=protest>lifted:obl Russia/NNP>lifted:nsubj lifted/VBD=lift "
         "the/DT "
         "curfew/NN>lifted:obj imposed/VBN>curfew:acl after/IN>floods:case floods/NNS=flood>imposed:obl ./.",
         "CONCEDE RUS"},
        {"D42 the bomb of an ended war",
         "Two/CD Polish/JJ soldiers/NNS>killed:nsubj:pass were/VBD killed/VBN=kill with/IN>bomb:case a/DT "
         "bomb/NN>killed:obl left/VBN=leave>bomb:acl from/IN>war:case the/DT war/NN>left:obl ./.",
         "none"},
        {"3.14, D42 who planted it attacks",
         "Two/CD Polish/JJ soldiers/NNS>killed:nsubj:pass were/VBD killed/VBN=kill by/IN>bomb:case a/DT "
         "bomb/NN>killed:obl:agent planted/VBN=plant>bomb:acl by/IN>rebels:case Russian/JJ "
         "rebels/NNS>planted:obl:agent ./.",
         "ASSAULT:explosives RUS REB -> POL MIL"},
    };
    RUN(CASES, 0);
}

static void test_tally(void **state)
{
    static const struct { const char *why, *tree; dem_drop drop; } CASES[] = {
        {"no actor with a code", "The/DT West/NNP>condemned:nsubj condemned/VBD Poland/NNP>condemned:obj ./.", DEM_DROP_ACTOR},
        {"a habit is ruled out", "Russia/NNP>attacked:nsubj often/RB>attacked:advmod attacked/VBD Poland/NNP>attacked:obj ./.", DEM_DROP_RULED_OUT},
        {"told twice", "Russia/NNP>condemned:nsubj condemned/VBD and/CC denounced/VBD=denounce>condemned:conj Poland/NNP>denounced:obj "
         "./.", DEM_DROP_SAME},
        {"sanctions against nobody", "Germany/NNP>imposed:nsubj imposed/VBD=impose sanctions/NNS>imposed:obj ./.", DEM_DROP_RECIPIENT},
    };
    const world *w = *state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        tree t;
        dem_events events;
        tree_read(&t, CASES[i].why, "2025-03-18", CASES[i].tree);
        const dem_code_input in = {&t.report, t.sentence, t.n, false};
        dem_code_report(&w->rules, &t.arena, &in, &events, &t.tally, NULL);
        for (unsigned d = 0; d < DEM_DROP_COUNT; d++) check_int(CASES[i].why, (long long)t.tally.dropped[d], d == CASES[i].drop);
        tree_free(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_clauses),    cmocka_unit_test(test_event_nouns),
        cmocka_unit_test(test_agentless),  cmocka_unit_test(test_negation),
        cmocka_unit_test(test_future),     cmocka_unit_test(test_speech_acts),
        cmocka_unit_test(test_obligation), cmocka_unit_test(test_we),
        cmocka_unit_test(test_meetings),   cmocka_unit_test(test_combinations),
        cmocka_unit_test(test_no_act),     cmocka_unit_test(test_tally),
    };
    return cmocka_run_group_tests(tests, world_open, world_close);
}
