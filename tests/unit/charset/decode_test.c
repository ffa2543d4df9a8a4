/* Bytes of any character set: which one it is, and the way back. */
#include "charset/decode.h"
#include "check_clean.h"
#include <unicode/ucnv.h>
#include <unicode/ustring.h>

static dem_arena arena;

static int begin(void **state)
{
    (void)state;
    dem_arena_init(&arena, 0);
    return 0;
}
static int end(void **state)
{
    (void)state;
    dem_arena_release(&arena);
    return 0;
}

/* UTF-8 into a character set, so that the tests can say their texts. */
static dem_str encode(const char *utf8, const char *charset)
{
    UErrorCode status = U_ZERO_ERROR;
    int32_t size = (int32_t)strlen(utf8) * 8 + 16;
    char *out = dem_arena_alloc(&arena, (size_t)size);
    UConverter *conv = ucnv_open(charset, &status);
    UChar *wide = dem_arena_array(&arena, UChar, size);
    int32_t n = 0;
    u_strFromUTF8(wide, size, &n, utf8, -1, &status);
    n = ucnv_fromUChars(conv, out, size, wide, n, &status);
    ucnv_close(conv);
    assert_true(U_SUCCESS(status));
    return (dem_str){out, (size_t)n};
}

static dem_decoded decode(dem_str bytes, const char *declared)
{
    dem_decoded d;
    assert_int_equal(dem_charset_decode(&arena, bytes, dem_str_from(declared), &d), DEM_OK);
    assert_true(dem_utf8_valid(d.text));
    check_map(d.charset, &d.map, d.text.n, bytes.n);
    return d;
}

static void check(dem_str bytes, const char *declared, const char *text, const char *charset, dem_charset_how how)
{
    dem_decoded d = decode(bytes, declared);
    check_str(charset, d.text, text);
    check_str(text, dem_str_from(d.charset), charset);
    check_str(text, dem_str_from(dem_charset_how_word(d.how)), dem_charset_how_word(how));
}

static void test_valid_utf8_is_not_copied(void **state)
{
    (void)state;
    static const char TEXT[] = "Müller said “no”.";
    static const char *const DECLARED[] = {NULL, "utf-8", "iso-8859-1", "gb2312", "utf-16", "nonsense"};
    for (size_t i = 0; i < COUNT(DECLARED); i++) {
        dem_decoded d = decode(DEM_STR("Müller said “no”."), DECLARED[i]);
        check_str("text", d.text, TEXT);
        check_str("charset", dem_str_from(d.charset), "utf-8");
        assert_int_equal(d.how, DEM_CHARSET_VALID);
        assert_int_equal(d.map.n, 0);
        d = decode(DEM_STR("plain"), DECLARED[i]);
        assert_int_equal(d.how, DEM_CHARSET_ASCII);
    }
    dem_str bytes = {TEXT, sizeof TEXT - 1};
    assert_ptr_equal(decode(bytes, "latin1").text.p, TEXT);
    check(DEM_STR(""), NULL, "", "us-ascii", DEM_CHARSET_ASCII);
    check((dem_str){NULL, 0}, "utf-8", "", "us-ascii", DEM_CHARSET_ASCII);
}

static void test_marks(void **state)
{
    (void)state;
    check(DEM_STR("\xEF\xBB\xBF" "né"), "latin1", "né", "utf-8", DEM_CHARSET_MARK);
    check(DEM_STR("\xFF\xFEn\0\xE9\0"), NULL, "né", "utf-16le", DEM_CHARSET_MARK);
    check(DEM_STR("\xFE\xFF\0n\0\xE9"), "utf-8", "né", "utf-16be", DEM_CHARSET_MARK);
    check(DEM_STR("\xFF\xFE\0\0n\0\0\0\xE9\0\0\0"), NULL, "né", "utf-32le", DEM_CHARSET_MARK);
    check(DEM_STR("\0\0\xFE\xFF\0\0\0n\0\0\0\xE9"), NULL, "né", "utf-32be", DEM_CHARSET_MARK);
    check(DEM_STR("\xEF\xBB\xBF"), NULL, "", "utf-8", DEM_CHARSET_MARK);
    dem_decoded d = decode(DEM_STR("\xFF\xFEn\0\xE9\0"), NULL);
    assert_int_equal(dem_offsets_start(&d.map, 0), 2);
    assert_int_equal(dem_offsets_start(&d.map, 1), 4);
    assert_int_equal(dem_offsets_end(&d.map, 3), 6);
    /* an odd byte at the end, and half a pair of surrogates */
    d = decode(DEM_STR("\xFF\xFEn\0x"), NULL);
    check_str("odd", d.text, "n�");
    assert_int_equal(d.bad, 1);
    d = decode(DEM_STR("\xFF\xFE\x3D\xD8n\0"), NULL);
    check_str("half", d.text, "�n");
    assert_int_equal(d.bad, 2);
}

static void test_utf16_without_mark(void **state)
{
    (void)state;
    static const char TEXT[] = "The mayor of Zürich said “no” to it.";
    static const char *const NAMES[] = {"utf-16le", "utf-16be", "utf-32le", "utf-32be"};
    for (size_t i = 0; i < COUNT(NAMES); i++)
        check(encode(TEXT, NAMES[i]), "windows-1252", TEXT, NAMES[i], DEM_CHARSET_VALID);
    check(encode("Президент", "utf-16le"), "utf-16", "Президент", "utf-16le", DEM_CHARSET_DECLARED);
    check(encode("总统表示，谈判将于星期一", "utf-16be"), "utf-16be", "总统表示，谈判将于星期一", "utf-16be",
          DEM_CHARSET_DECLARED);
    /* single zero bytes in a text are no pattern */
    check(DEM_STR("a text with one\0zero byte in it, no more"), NULL, "a text with one", "us-ascii",
          DEM_CHARSET_ASCII);
}

static const struct {
    const char *charset, *label, *text;
} DECLARED[] = {
    {"windows-1252", "iso-8859-1", "Le préfet a dit “non” à l’état d’urgence; €5"},
    {"windows-1252", "us-ascii", "Señor Peña"},
    {"windows-1251", "windows-1251", "Президент заявил, что переговоры начнутся в понедельник."},
    {"koi8-r", "KOI8-R", "Президент заявил, что переговоры начнутся."},
    {"iso-8859-2", "latin2", "Łódź, Győr, Plzeň"},
    {"windows-1254", "iso-8859-9", "Şişli’de İzmir"},
    {"windows-1256", "windows-1256", "قال الرئيس إن المحادثات"},
    {"gb18030", "gb2312", "总统表示，谈判将于星期一开始。"},
    {"windows-31j", "shift_jis", "首相は月曜日に会談を始めると述べた。ｱ"},
    {"euc-jp", "euc-jp", "首相は月曜日に会談を始めると述べた。"},
    {"iso-2022-jp", "iso-2022-jp", "首相は abc 月曜日"},
    {"windows-949", "ks_c_5601-1987", "대통령은 월요일에 회담을 시작한다고 말했다."},
    {"big5-hkscs", "big5", "總統表示，談判將於星期一開始。"},
    {"windows-874", "tis-620", "นายกรัฐมนตรีกล่าว"},
    {"hz", "hz-gb-2312", "总统表示 yes"},
};

static void test_declared(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(DECLARED); i++)
        check(encode(DECLARED[i].text, DECLARED[i].charset), DECLARED[i].label, DECLARED[i].text, DECLARED[i].charset,
              DEM_CHARSET_DECLARED);
}

static void test_offsets(void **state)
{
    (void)state;
    dem_decoded d = decode(encode("总统 said 统", "gb18030"), "gbk");
    check_str("text", d.text, "总统 said 统");
    size_t from, to;
    dem_offsets_span(&d.map, 0, 6, &from, &to);
    assert_int_equal(from, 0);
    assert_int_equal(to, 4);
    dem_offsets_span(&d.map, 7, 11, &from, &to);
    assert_int_equal(from, 5);
    assert_int_equal(to, 9);
    dem_offsets_span(&d.map, 12, 15, &from, &to);
    assert_int_equal(from, 10);
    assert_int_equal(to, 12);
}

/* What is stated does not fit: Korean text called Japanese, UTF-8 that it is not. */
static void test_declared_wrongly(void **state)
{
    (void)state;
    static const char KOREAN[] = "대통령은 월요일에 회담을 시작한다고 말했다. 정부는 이를 확인했다. 회담은 서울에서 열린다.";
    check(encode(KOREAN, "windows-949"), "utf-8", KOREAN, "windows-949", DEM_CHARSET_DETECTED);
    static const char FRENCH[] = "Le préfet a déclaré que l’état d’urgence serait levé dès lundi à Nîmes.";
    check(encode(FRENCH, "windows-1252"), "utf-8", FRENCH, "windows-1252", DEM_CHARSET_DETECTED);
}

static void test_detected(void **state)
{
    (void)state;
    static const struct {
        const char *charset, *text;
    } CASES[] = {
        {"windows-1251", "Президент заявил, что переговоры начнутся в понедельник. Правительство не ответило."},
        {"koi8-r", "Президент заявил, что переговоры начнутся в понедельник. Правительство не ответило."},
        {"gb18030", "总统表示，谈判将于星期一开始。政府没有回应，反对派表示欢迎，会议将在首都举行。"},
        {"windows-31j", "首相は月曜日に会談を始めると述べた。政府はまだ答えていない。"},
        {"windows-949", "대통령은 월요일에 회담을 시작한다고 말했다. 정부는 아직 답하지 않았다."},
        {"windows-1252", "Die Bürger fürchten höhere Preise, sagte Frau Müller aus Köln über die Straße."},
    };
    for (size_t i = 0; i < COUNT(CASES); i++)
        check(encode(CASES[i].text, CASES[i].charset), NULL, CASES[i].text, CASES[i].charset, DEM_CHARSET_DETECTED);
    /* a single letter tells nothing, and the web's default is taken one way or the other */
    dem_decoded d = decode(DEM_STR("na\xEFve"), NULL);
    check_str("one letter", d.text, "naïve");
    check_str("iso-2022-jp", decode(encode("首相は abc", "iso-2022-jp"), NULL).text, "首相は abc");
}

/* UTF-8 with bytes of windows-1252 in it, or cut. */
static void test_nearly(void **state)
{
    (void)state;
    static const char *const CASES[][2] = {
        {"Müller, Köln, Zürich, Nîmes, “yes” said: it\x92s \x93so\x94.", "Müller, Köln, Zürich, Nîmes, “yes” said: it’s “so”."},
        {"Müller, Köln, Zürich, Nîmes and caf\xE9s", "Müller, Köln, Zürich, Nîmes and cafés"},
        {"Müller, Köln, Zürich, Nîmes, \xC9" "cole", "Müller, Köln, Zürich, Nîmes, École"},
        {"Müller, Köln, Zürich, Nîmes – cut\xE2\x80", "Müller, Köln, Zürich, Nîmes – cut��"},
        {"Müller, Köln, Zürich, Nîmes – cut \xE2\x80 off", "Müller, Köln, Zürich, Nîmes – cut �� off"},
        {"Müller, Köln, Zürich, Nîmes – caf\xC3", "Müller, Köln, Zürich, Nîmes – caf�"},
        {"Müller, Köln, Zürich, Nîmes – \x81x", "Müller, Köln, Zürich, Nîmes – �x"},
    };
    for (size_t i = 0; i < COUNT(CASES); i++) check(dem_str_from(CASES[i][0]), NULL, CASES[i][1], "utf-8", DEM_CHARSET_NEARLY);
    check(DEM_STR("\xEF\xBB\xBF" "caf\xE9s\xFF\xFE"), NULL, "cafés��", "utf-8", DEM_CHARSET_MARK);
    dem_decoded d = decode(dem_str_from(CASES[4][0]), NULL);
    assert_int_equal(d.bad, 2);
}

/* Any bytes under any label give valid UTF-8 with a map. */
static void test_random(void **state)
{
    (void)state;
    static const char *const LABELS[] = {"utf-8", "latin1", "gbk", "sjis", "euc-kr", "big5", "iso-2022-jp", "utf-16",
                                         "hz", "iso-2022-kr", "utf-32", "euc-jp", "koi8-r", NULL};
    uint32_t seed = 11;
    for (int i = 0; i < 3000; i++) {
        char bytes[64];
        for (size_t k = 0; k < sizeof bytes; k++) {
            seed = seed * 1664525u + 1013904223u;
            bytes[k] = (char)(seed >> (i % 3 ? 24 : 25));
        }
        decode((dem_str){bytes, seed % sizeof bytes}, LABELS[(seed >> 10) % COUNT(LABELS)]);
        if (i % 64 == 0) dem_arena_reset(&arena);
    }
}

static void test_too_long(void **state)
{
    (void)state;
    dem_decoded d;
    assert_int_equal(dem_charset_decode(&arena, (dem_str){"x", DEM_CHARSET_MAX + 1}, DEM_STR("utf-8"), &d), DEM_E_LIMIT);
    assert_int_equal(d.text.n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_valid_utf8_is_not_copied), cmocka_unit_test(test_marks),
        cmocka_unit_test(test_utf16_without_mark),       cmocka_unit_test(test_declared),
        cmocka_unit_test(test_offsets),                  cmocka_unit_test(test_declared_wrongly),
        cmocka_unit_test(test_detected),                 cmocka_unit_test(test_nearly),
        cmocka_unit_test(test_random),                   cmocka_unit_test(test_too_long),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
