/* In which language a text is written: reader/language.h. */
#include "../base/check.h"
#include "base/arena.h"
#include "base/job.h"
#include "base/utf8.h"
#include "reader/language.h"

static dem_languages *open_languages(void)
{
    dem_languages *l = NULL;
    dem_error err = {0};
    check_int("fingerprints", dem_languages_open(&l, NULL, &err), DEM_OK);
    return l;
}

typedef struct saying {
    const char *code, *text;
} saying;

static const saying SAYINGS[] = {
    {"en", "The mayor opened the new bridge on Friday. She said that it would shorten the way to the harbour "
           "by half an hour."},
    {"de", "Die Bürgermeisterin hat am Freitag die neue Brücke eröffnet. Sie sagte, der Weg zum Hafen werde "
           "dadurch kürzer."},
    {"fr", "La maire a inauguré vendredi le nouveau pont. Elle a déclaré que le trajet vers le port serait "
           "plus court d'une demi-heure."},
    {"es", "La alcaldesa inauguró el viernes el nuevo puente. Dijo que el camino hasta el puerto será media "
           "hora más corto para todos."},
    {"pt", "A prefeita inaugurou na sexta-feira a nova ponte. Ela disse que o caminho até o porto ficará meia "
           "hora mais curto e não será pago."},
    {"it", "La sindaca ha inaugurato venerdì il nuovo ponte. Ha detto che la strada per il porto sarà più "
           "breve di mezz'ora per tutti gli abitanti della città."},
    {"nl", "De burgemeester heeft vrijdag de nieuwe brug geopend. Volgens haar wordt de weg naar de haven een "
           "half uur korter."},
    {"pl",
     "Burmistrz otworzyła w piątek nowy most. Powiedziała, że droga do portu będzie krótsza o pół godziny."},
    {"tr", "Belediye başkanı cuma günü yeni köprüyü açtı. Limana giden yolun yarım saat kısalacağını söyledi."},
    {"vi",
     "Thị trưởng đã khánh thành cây cầu mới vào thứ Sáu. Bà nói rằng đường đến cảng sẽ ngắn hơn nửa giờ."},
    {"ro", "Primărița a deschis vineri noul pod. Ea a spus că drumul până la port va fi mai scurt cu o "
           "jumătate de oră."},
    {"cs",
     "Starostka v pátek otevřela nový most. Řekla, že cesta do přístavu bude o půl hodiny kratší než dosud."},
    {"hu", "A polgármester pénteken megnyitotta az új hidat. Azt mondta, hogy a kikötőhöz vezető út fél órával "
           "rövidebb lesz."},
    {"sv", "Borgmästaren invigde på fredagen den nya bron. Hon sade att vägen till hamnen blir en halvtimme "
           "kortare."},
    {"fi",
     "Pormestari avasi perjantaina uuden sillan. Hän sanoi, että matka satamaan lyhenee puolella tunnilla."},
    {"sw", "Meya alifungua daraja jipya siku ya Ijumaa. Alisema kwamba njia ya kwenda bandarini itakuwa fupi "
           "kwa nusu saa."},
    {"ru",
     "Мэр города открыла в пятницу новый мост. Она сказала, что дорога до порта станет короче на полчаса."},
    {"uk", "Міська голова відкрила у п'ятницю новий міст. Вона сказала, що дорога до порту стане коротшою на "
           "пів години."},
    {"ar", "افتتحت رئيسة البلدية يوم الجمعة الجسر الجديد. وقالت إن الطريق إلى الميناء سيصبح أقصر بنصف ساعة."},
    {"fa", "شهردار روز جمعه پل جدید را افتتاح کرد. او گفت که راه بندر نیم ساعت کوتاه‌تر خواهد "
           "شد."},
    {"ur",
     "میئر نے جمعہ کے روز نئے پل کا افتتاح کیا۔ انہوں نے کہا کہ بندرگاہ کا راستہ آدھا گھنٹہ کم ہو جائے گا۔"},
    {"he", "ראש העירייה חנכה ביום שישי את הגשר החדש. היא אמרה שהדרך לנמל תתקצר בחצי שעה."},
    {"hi", "महापौर ने शुक्रवार को नए पुल का उद्घाटन किया। उन्होंने कहा कि बंदरगाह का रास्ता आधा घंटा छोटा हो जाएगा।"},
    {"bn", "মেয়র শুক্রবার নতুন সেতু উদ্বোধন করেছেন।"},
    {"zh", "市长星期五为新桥剪彩。她说去港口的路将缩短半小时。"},
    {"ja", "市長は金曜日、新しい橋の開通式に出席した。港までの道のりは三十分短くなるという。"},
    {"ko", "시장은 금요일 새 다리를 개통했다. 항구까지 가는 길이 삼십 분 짧아진다고 말했다."},
    {"el", "Η δήμαρχος εγκαινίασε την Παρασκευή τη νέα γέφυρα."},
    {"th", "นายกเทศมนตรีเปิดสะพานใหม่เมื่อวันศุกร์"},
    {"ka", "მერმა პარასკევს ახალი ხიდი გახსნა."},
};

static void test_sayings(void **state)
{
    (void)state;
    dem_languages *l = open_languages();
    for (size_t i = 0; i < sizeof SAYINGS / sizeof *SAYINGS; i++) {
        dem_language found = dem_language_of(l, dem_str_from(SAYINGS[i].text));
        check_str(SAYINGS[i].text, dem_str_from(found.code), SAYINGS[i].code);
        check_int("sure", found.sure >= 50 && found.sure < 100, true);
    }
    dem_languages_close(l);
}

/* Names, scores and lines of few words are nobody's language. */
static void test_unclear(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {
        "",
        "12:30 - 44",
        "Neue Brücke",
        "Une pause.",
        "Gareth Penhallow, Ludmila Varga, Osei Mensah, Ingrid Aasen, Paulo Quaresma",
        "Riverton d. Eastvale 61-48, Harbor City d. Lakeside 70-66 (OT)"};
    dem_languages *l = open_languages();
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        dem_language found = dem_language_of(l, dem_str_from(TEXTS[i]));
        check_str(TEXTS[i], dem_str_from(found.code), "");
        check_int("sure", found.sure, 0);
    }
    dem_languages_close(l);
}

/* English with quotations in other languages, and a page of which half is in English, are English. */
static void test_mixed(void **state)
{
    (void)state;
    static const char *const TEXTS[] = {"The crowd in the square of the old town shouted \"Nunca más, nunca "
                                        "más, no los queremos aquí\" when the minister came to "
                                        "the window, and the guards had to close the gate of the palace.",
                                        "Die neue Brücke wurde am Freitag eröffnet. Der Weg zum Hafen wird "
                                        "kürzer.\n\nThe new bridge was opened on Friday. The way to "
                                        "the harbour will be shorter, the mayor said, and that is what the "
                                        "people of the town have asked for since the flood.",
                                        "新しい橋が開通した。\n\nThe new bridge was opened on Friday, and the "
                                        "mayor said that the way to the harbour will be shorter."};
    dem_languages *l = open_languages();
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++)
        check_str(TEXTS[i], dem_str_from(dem_language_of(l, dem_str_from(TEXTS[i])).code), "en");
    dem_languages_close(l);
}

static void check_declared(const dem_languages *l, const char *text, const char *declared, const char *code)
{
    dem_language found = dem_language_with(l, dem_str_from(text), dem_str_from(declared));
    check_str(declared, dem_str_from(found.code), code);
    check_int("sure or nothing", found.sure > 0, code[0] != 0);
}

static void test_declared(void **state)
{
    (void)state;
    dem_languages *l = open_languages();
    const char *english = SAYINGS[0].text, *german = SAYINGS[1].text;
    check_declared(l, english, "de", "en");
    check_declared(l, german, "en-US", "de");
    check_declared(l, german, "", "de");
    check_declared(l, "Neue Brücke", "de-AT", "de");
    check_declared(l, "Neue Brücke", "DE", "de");
    check_declared(l, "Ny bro", "no_NO", "nb");
    check_declared(l, "Neue Brücke", "German", "");
    check_declared(l, "Neue Brücke", "und", "");
    check_declared(l, "Neue Brücke", "", "");
    /* Sisters: the text leaves open which of the two it is. */
    const char *south = "Ministar vanjskih poslova sastao se u ponedjeljak u glavnom gradu sa svojim kolegom. "
                        "Dogovorili su nove razgovore.";
    check_declared(l, south, "hr", "hr");
    check_declared(l, south, "bs-BA", "bs");
    check_declared(l, south, "en", dem_language_of(l, dem_str_from(south)).code);
    dem_languages_close(l);
}

static void test_no_fingerprints(void **state)
{
    (void)state;
    dem_languages *l = NULL;
    dem_error err = {0};
    check_int("no folder", dem_languages_open(&l, "/nonexistent/fingerprints", &err), DEM_E_IO);
    check_int("nothing opened", l == NULL, true);
    check_str("where", dem_str_from(err.source), "/nonexistent/fingerprints");
    dem_languages_close(l);
    check_str("English", dem_str_from(dem_language_of(NULL, dem_str_from(SAYINGS[0].text)).code), "en");
    check_str("German", dem_str_from(dem_language_of(NULL, dem_str_from(SAYINGS[1].text)).code), "");
    check_str("a script", dem_str_from(dem_language_of(NULL, dem_str_from("Η νέα γέφυρα άνοιξε.")).code), "el");
}

/* Long words without a blank, every letter there is, and cuts within characters. */
static void test_any_text(void **state)
{
    (void)state;
    enum { SIZE = 20000 };
    dem_languages *l = open_languages();
    char *text = dem_xalloc(SIZE);
    for (size_t n = 0; n + 4 < SIZE; n++) text[n] = (char)('a' + n * 7 % 26);
    dem_language_of(l, (dem_str){text, SIZE - 4});
    for (uint32_t start = 0x80; start < 0x30000; start += 3001) {
        size_t n = 0;
        for (uint32_t c = start; n + 5 < SIZE; c++) n += dem_utf8_put(text + n, c);
        dem_language found = dem_language_of(l, (dem_str){text, n});
        check_int("sure", found.sure >= 0 && found.sure < 100 && (found.sure > 0) == (found.code[0] != 0),
                  true);
    }
    free(text);
    dem_languages_close(l);
}

typedef struct shared {
    const dem_languages *l;
    int next, right;
    dem_language found[1024];
} shared;

enum { ITEMS = 400 };

static bool take(void *ctx, unsigned slot)
{
    shared *s = ctx;
    if (s->next == ITEMS) return false;
    s->found[slot] = (dem_language){"", s->next++ % (int)(sizeof SAYINGS / sizeof *SAYINGS)};
    return true;
}
static void work(void *ctx, unsigned worker, unsigned slot)
{
    (void)worker;
    shared *s = ctx;
    const saying *it = &SAYINGS[s->found[slot].sure];
    dem_language found = dem_language_of(s->l, dem_str_from(it->text));
    s->found[slot].sure = strcmp(found.code, it->code) == 0;
}
static bool done(void *ctx, unsigned slot)
{
    shared *s = ctx;
    s->right += s->found[slot].sure;
    return true;
}

/* One set of fingerprints, four threads. */
static void test_threads(void **state)
{
    (void)state;
    dem_languages *l = open_languages();
    static shared s;
    s = (shared){.l = l};
    check_int("slots", dem_job_slots(4) <= 1024, true);
    dem_job job = {&s, take, work, done};
    check_int("ran", dem_job_run(&job, 4, NULL), true);
    check_int("right", s.right, ITEMS);
    dem_languages_close(l);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_sayings),         cmocka_unit_test(test_unclear),
        cmocka_unit_test(test_mixed),           cmocka_unit_test(test_declared),
        cmocka_unit_test(test_no_fingerprints), cmocka_unit_test(test_any_text),
        cmocka_unit_test(test_threads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
