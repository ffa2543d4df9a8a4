/* Importing a dump and looking names up in it: places/places.h. The rows are our own, in the form of GeoNames' dump. */
#include "../base/check.h"
#include "../lexicon/folder.h"
#include "places/places.h"

#define ROW(id, name, others, lat, lon, class, feature, cc, admin1, population)                                \
    id "\t" name "\t" name "\t" others "\t" lat "\t" lon                                                       \
       "\t" class "\t" feature "\t" cc "\t\t" admin1 "\t\t\t\t" population "\t\t\tX/Y\t2024-01-01\n"

static const char DUMP[] =
    ROW("1", "Sest", "Sest,Sesta,SEX,Сест", "12.5", "-30.25", "A", "ADM1", "AB", "07", "250000")
        ROW("2", "Kolm", "Kolmstadt,Grand Kolm,Кольм", "12.6", "-30.3", "P", "PPLC", "AB", "07", "400000")
            ROW("3", "Kolm", "", "-5.1", "0.6", "P", "PPL", "DE", "01", "1200")
                ROW("4", "Long River", "", "11", "21", "H", "STM", "AB", "00", "0")
                    ROW("5", "Blue Sea", "", "0", "0", "H", "SEA", "", "", "0")
                        ROW("6", "Abecia", "", "10", "20", "A", "PCLI", "AB", "00", "5000000")
                            ROW("7", "Rock", "", "1", "2", "A", "PCLD", "AC", "00", "3000")
                                ROW("8", "Old Mill", "", "1", "2", "R", "RD", "AB", "07", "0")
                                    ROW("2", "Twice", "", "1", "2", "P", "PPL", "AB", "07", "5");
static const char BROKEN[] =
    "9\ttoo few columns\n" ROW("x", "No Number", "", "1", "2", "P", "PPL", "AB", "07", "5")
        ROW("10", "Pole", "", "91", "2", "P", "PPL", "AB", "07", "5")
            ROW("11", "Far", "", "1", "east", "P", "PPL", "AB", "07", "5")
                ROW("12", "Elsewhere", "", "1", "2", "P", "PPL", "ZZ", "07", "5")
                    ROW("13", "", "", "1", "2", "P", "PPL", "AB", "07", "5") "\n# a comment\n";

static dem_lexicon *lex;
static char dump[128], file[128];

static void write_dump(const char *a, const char *b)
{
    FILE *f = fopen(dump, "w");
    assert_non_null(f);
    fputs(a, f);
    fputs(b, f);
    fclose(f);
}

static int begin(void **state)
{
    static char folder_name[] = "/tmp/dem-places-XXXXXX";
    (void)state;
    lex = lexicon_of(
        "country ABC Abecia\n  name Abecia\n  iso AB | AC\ncountry DEF Defland\n  name Defland\n  iso DE\n");
    if (!mkdtemp(folder_name)) return 1;
    snprintf(dump, sizeof dump, "%s/dump.txt", folder_name);
    snprintf(file, sizeof file, "%s/places.db", folder_name);
    return 0;
}
static int end(void **state)
{
    (void)state;
    unlink(dump);
    unlink(file);
    *strrchr(file, '/') = 0;
    rmdir(file);
    dem_lexicon_free(lex);
    return 0;
}

static dem_status import(const dem_places_wanted *wanted, dem_places_count *count, dem_error *err)
{
    return dem_places_import(lex, dump, file, wanted, count, err);
}

/* "1: town Kolm ABC/Sest 400, ?town ..." */
static void readings(dem_buf *b, dem_places *p, const char *text)
{
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_str word[MAX_WORDS];
    const dem_naming *naming = NULL;
    uint32_t n = 0, words = words_of(text, word);
    dem_gazetteer g = dem_places_gazetteer(p);
    uint32_t length = g.find(g.of, &arena, word, words, &naming, &n);
    dem_buf_clear(b);
    dem_buf_addf(b, "%u:", length);
    for (uint32_t i = 0; length && i < n; i++) {
        const dem_locality *l = naming[i].place;
        dem_buf_addf(b, "%s %s%s %.*s %s/%.*s %u", i ? "," : "", naming[i].doubtful ? "?" : "",
                     dem_locality_kind_name(l->kind), DEM_STR_ARG(l->name), l->country, DEM_STR_ARG(l->region),
                     l->weight);
    }
    dem_arena_release(&arena);
}

static void test_look_up(void **state)
{
    static const struct {
        const char *text, *want;
    } CASES[] = {
        {"Kolm was", "1: town Kolm ABC/Sest 400, ?town Kolm DEF/ 1"},
        {"KOLM was", "1: town Kolm ABC/Sest 400, ?town Kolm DEF/ 1"},
        {"Kolmstadt", "1: ?town Kolm ABC/Sest 400"},
        {"Grand Kolm fell", "2: town Kolm ABC/Sest 400"},
        {"Grand Hotel", "0:"},
        {"Sest", "1: region Sest ABC/Sest 250"},
        {"Long River", "2: water Long River ABC/ 1"},
        {"Blue Sea", "2: water Blue Sea / 1"},
        {"Rock", "1: ?territory Rock ABC/ 3"},
        {"Abecia", "0:"},
        {"Old Mill", "0:"},
        {"Twice", "0:"},
        {"", "0:"},
    };
    dem_places_count count;
    dem_error err = {0};
    dem_places *p = NULL;
    dem_buf got = {0};
    (void)state;
    write_dump(DUMP, "");
    check_int("import", import(&(dem_places_wanted){0}, &count, &err), DEM_OK);
    check_int("rows", (long long)count.rows, 9);
    check_int("places", (long long)count.places, 6);
    check_int("skipped", (long long)count.skipped, 0);
    check_int("open", dem_places_open(&p, file, &err), DEM_OK);
    check_int("hash", (long long)strlen(dem_places_hash(p)), 64);
    for (size_t i = 0; i < COUNT(CASES); i++) {
        readings(&got, p, CASES[i].text);
        assert_string_equal(got.p, CASES[i].want);
    }
    dem_places_close(p);
    dem_buf_release(&got);
}

typedef struct heard {
    int n;
    char last[256];
} heard;
static void hear(void *ctx, const dem_error *why)
{
    heard *h = ctx;
    h->n++;
    snprintf(h->last, sizeof h->last, "%d: %.200s", (int)why->line, why->text);
}

static void test_broken_rows(void **state)
{
    dem_places_count count;
    dem_error err = {0};
    heard h = {0};
    (void)state;
    write_dump(BROKEN, DUMP);
    check_int("import", import(&(dem_places_wanted){.skipped = hear, .ctx = &h}, &count, &err), DEM_OK);
    check_int("told", h.n, 6);
    assert_string_equal(h.last, "6: no name");
    check_int("skipped", (long long)count.skipped, 6);
    check_int("places", (long long)count.places, 6);
    write_dump(BROKEN, "");
    check_int("nothing usable", import(&(dem_places_wanted){0}, &count, &err), DEM_E_FORMAT);
}

static void test_choice(void **state)
{
    dem_places_count count;
    dem_error err = {0};
    (void)state;
    write_dump(DUMP, "");
    check_int("large towns", import(&(dem_places_wanted){.least = 5000}, &count, &err), DEM_OK);
    check_int("one town is left out", (long long)count.places, 5);
    check_int("waters", import(&(dem_places_wanted){.classes = "H"}, &count, &err), DEM_OK);
    check_int("two waters", (long long)count.places, 2);
}

static void test_refusals(void **state)
{
    dem_places_count count;
    dem_error err = {0};
    dem_places *p = NULL;
    dem_stop stop = {true};
    (void)state;
    unlink(file);
    write_dump(DUMP, "");
    check_int("stopped", import(&(dem_places_wanted){.stop = &stop}, &count, &err), DEM_END);
    check_int("nothing is left of it", access(file, F_OK), -1);
    check_int("no such file", dem_places_open(&p, file, &err), DEM_E_STORE);
    check_int("none of ours", dem_places_open(&p, dump, &err), DEM_E_STORE);
    check_int("no dump", dem_places_import(lex, "/nonexistent", file, &(dem_places_wanted){0}, &count, &err),
              DEM_E_IO);
    check_int("no folder",
              dem_places_import(lex, dump, "/nonexistent/a.db", &(dem_places_wanted){0}, &count, &err),
              DEM_E_STORE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_look_up), cmocka_unit_test(test_broken_rows),
                                       cmocka_unit_test(test_choice), cmocka_unit_test(test_refusals)};
    return cmocka_run_group_tests(tests, begin, end);
}
