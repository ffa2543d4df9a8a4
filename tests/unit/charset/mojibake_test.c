/* UTF-8 read as something else: what is mended, and what must stay. */
#include "charset/windows1252.h"
#include "check_clean.h"

static const char *const MENDED[][2] = {
    {"They donâ€™t know.", "They don’t know."},
    {"â€œYes,â€\xC2\x9D he said.", "“Yes,” he said."},
    {"â€œYes,â€ he said.", "“Yes,” he said."},
    {"the riverâ€”and the town", "the river—and the town"},
    {"wait â€¦", "wait …"},
    {"It cost â‚¬5 and Â£3.", "It cost €5 and £3."},
    {"The brandâ„¢ name", "The brand™ name"},
    {"JosÃ© met RenÃ©e.", "José met Renée."},
    {"Ã©tÃ©", "été"},
    {"the word Ã© alone", "the word é alone"},
    {"SÃ£o Paulo", "São Paulo"},
    {"Ã‰cole", "École"},
    {"Ã–sterreich", "Österreich"},
    {"ÃœBER", "ÜBER"},
    {"StraÃŸe", "Straße"},
    {"ErdoÄŸan in Ä°stanbul", "Erdoğan in İstanbul"},
    {"BucureÈ™ti È™i ConstanÈ›a", "București și Constanța"},
    {"DvoÅ™Ã¡k", "Dvořák"},
    {"ÅšwiÄ™tokrzyskie", "Świętokrzyskie"},
    {"Å“uvre", "œuvre"},
    {"the end.Â\xC2\xA0 Then", "the end.\xC2\xA0 Then"},
    {"25Â°C, 10 kmÂ²", "25°C, 10 km²"},
    {"Ã\xC2\xA0 la carte dâ€™Ã\xC2\xA9tÃ\xC2\xA9", "à la carte d’été"},
    {"Viá»‡t Nam", "Việt Nam"},
    {"ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"},
    {"ÎºÎ±Î¹", "και"},
    {"×©×œ×•×\xC2\x9D", "שלום"},
    {"ä¸­å›½", "中国"},
    {"ðŸ˜€ ok", "😀 ok"},
    {"ï»¿Start", "Start"},
    {"lost ï¿½ byte", "lost � byte"},
    {"eï¬ƒcient", "efficient"},
    /* twice, and three times */
    {"donÃ¢â‚¬â„¢t", "don’t"},
    {"donÃ¢\xC2\x80\xC2\x99t", "don’t"},
    {"donÃƒÂ¢Ã¢â€šÂ¬Ã¢â€žÂ¢t", "don’t"},
    {"MÃƒÂ¼ller", "Müller"},
    /* read as Latin-1 */
    {"donâ\xC2\x80\xC2\x99t", "don’t"},
    {"wÃ\xC2\xA9 saw â\xC2\x80\xC2\x9Cit", "wé saw “it"},
    /* beside letters that are in order */
    {"Müller said itâ€™s over", "Müller said it’s over"},
};

static const char *const STAYS[] = {
    "NÃO HÁ SAÍDA",
    "AMANHÃ…",
    "“AMANHÔ",
    "MAÇÃ\xC2\xA0" "E PÃO",
    "MANHÃ—TARDE",
    "A IRMÃ®",
    "Ã\xE2\x80\x89seen", /* a thin space */
    "“É”…",
    "Você é…” disse",
    "«Lo será»…",
    "il a été…»",
    "la lettre «\xC2\xA0Â\xC2\xA0»",
    "CHÂTEAU, ÂGE, GRÂCE",
    "L’ÉTÉ…",
    "BEYONCÉ’S SHOW",
    "CAFÉ™ and CAFÉ®",
    "CRÈME BRÛLÉE…",
    "PÅ” og »PÅ«",
    "Å…",
    "10 Å² and 3 Å³",
    "3×¼ and 2×½",
    "„Spaß“ und »Spaß«",
    "groß… Grüße",
    "HÄÄ…",
    "Äžyla",
    "Tiếng Việt: Ở Đà Nẵng, ÔNG ẤY NÓI «Ừ»…",
    "Zażółć gęślą jaźń, ŁÓDŹ",
    "İstanbul’da ŞİŞLİ, Iğdır",
    "ÁŠ ÍŽ ÝŠ ČŠ",
    "Łódź, Plzeň, Žďár",
    "مَرْحَبًا بالعالم",
    "שָׁלוֹם עוֹלָם",
    "Ångström–Öland",
    "ÓÐINN, ÞÓR",
    "¿Qué…¿no?",
    "100 €, 5 £, § 3, © 2020, ®, ™",
    "naïve café résumé",
};

static void test_mended(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(MENDED); i++) check_clean(MENDED[i][0], MENDED[i][1]);
}

static void test_stays(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(STAYS); i++) check_clean(STAYS[i], STAYS[i]);
}

/* Sentences of many languages, none of which may be touched, and all of which come back from the mistake. */
static const char *const SENTENCES[] = {
    "Le préfet a déclaré que l’état d’urgence serait levé dès lundi à Nîmes.",
    "Die Bürger fürchten höhere Preise; „das ist schlimm“, sagte Frau Weiß aus Köln.",
    "El señor Peña habló en español; ¿qué pasó mañana en Logroño?",
    "A população não aceitou a decisão; «é um erro», disse João à noite.",
    "W Łodzi prezydent ogłosił, że wojsko już się wycofało; będzie spokój.",
    "Başbakan Şimşek İzmir’de çiftçilerle görüştü, ardından ülkeye döndü.",
    "Předseda vlády řekl, že příští týden přijede ještě větší delegace.",
    "A miniszterelnök bejelentette: „őszinte tárgyalás” kezdődött Győrben.",
    "Președintele a vizitat orașul Iași și a vorbit cu țăranii răniți.",
    "Statsministeren sagde på mødet, at også Færøerne får støtte.",
    "Thủ tướng đã gặp các đại biểu tại Hà Nội và thảo luận về tình hình ở biển.",
    "Президент заявил, что переговоры начнутся в понедельник.",
    "Ο πρωθυπουργός δήλωσε ότι η συμφωνία θα ψηφιστεί αύριο.",
    "قال الرئيس إن المحادثات ستبدأ يوم الاثنين في القاهرة.",
    "ראש הממשלה הודיע כי השיחות יתחילו ביום שני.",
    "प्रधानमंत्री ने कहा कि बातचीत सोमवार से शुरू होगी।",
    "首相は月曜日に会談を始めると述べた。",
    "总统表示，谈判将于星期一开始。",
    "대통령은 월요일에 회담을 시작한다고 말했다.",
    "นายกรัฐมนตรีกล่าวว่าการเจรจาจะเริ่มในวันจันทร์",
};

static dem_str misread(dem_arena *a, dem_str s)
{
    char *out = dem_arena_alloc(a, 3 * s.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += dem_utf8_put(out + n, dem_1252_char((unsigned char)s.p[i]));
    return (dem_str){out, n};
}

static void test_languages(void **state)
{
    (void)state;
    dem_arena a;
    dem_arena_init(&a, 0);
    for (size_t i = 0; i < COUNT(SENTENCES); i++) {
        check_clean(SENTENCES[i], SENTENCES[i]);
        dem_str once = misread(&a, dem_str_from(SENTENCES[i])), twice = misread(&a, once);
        check_clean(dem_arena_str(&a, once).p, SENTENCES[i]);
        check_clean(dem_arena_str(&a, twice).p, SENTENCES[i]);
    }
    dem_arena_release(&a);
}

/* What is likely is mended beside what is certain, unless letters in order outnumber it. */
static void test_evidence(void **state)
{
    (void)state;
    check_clean("voilà Ã\xC2\xA0", "voilà Ã\xC2\xA0");
    check_clean("dâ€™un cÃ´tÃ© Ã\xC2\xA0", "d’un côté à");
    check_clean("é é é é dâ€™un Ã\xC2\xA0", "é é é é d’un Ã\xC2\xA0");
}

static void test_offsets(void **state)
{
    (void)state;
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_offsets map;
    dem_clean_counts counts;
    dem_str got = clean_with(&arena, "He donâ€™t. JosÃ©!", DEM_CLEAN_MOJIBAKE, &map, &counts);
    check_str("text", got, "He don’t. José!");
    assert_int_equal(counts.mojibake, 2);
    size_t from, to;
    dem_offsets_span(&map, 6, 9, &from, &to);
    assert_int_equal(from, 6);
    assert_int_equal(to, 14);
    dem_offsets_span(&map, 12, 17, &from, &to);
    assert_int_equal(from, 17);
    assert_int_equal(to, 24);
    dem_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mended),    cmocka_unit_test(test_stays),   cmocka_unit_test(test_languages),
        cmocka_unit_test(test_evidence),  cmocka_unit_test(test_offsets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
