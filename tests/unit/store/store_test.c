/* The store: rows equal the records, resuming, other people's files, a process that is killed. */
#include "../out/sample.h"
#include "base/arena.h"
#include "store/store.h"
#include <setjmp.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

typedef struct place {
    char folder[64], file[80];
} place;

static int set_up(void **state)
{
    place *p = dem_xalloc(sizeof *p);
    snprintf(p->folder, sizeof p->folder, "/tmp/demarche-store-XXXXXX");
    if (!mkdtemp(p->folder)) return -1;
    snprintf(p->file, sizeof p->file, "%s/events.db", p->folder);
    *state = p;
    return 0;
}

static int tear_down(void **state)
{
    place *p = *state;
    static const char *const TAILS[] = {"", "-wal", "-shm"};
    for (size_t i = 0; i < 3; i++) {
        char name[96];
        snprintf(name, sizeof name, "%s%s", p->file, TAILS[i]);
        unlink(name);
    }
    int rc = rmdir(p->folder);
    free(p);
    return rc;
}

static dem_store *opened(const place *p, const sample *s)
{
    dem_store *store = NULL;
    dem_error err = {0};
    if (dem_store_open(&store, p->file, &s->coder, &err) != DEM_OK) fail_msg("%s", err.text);
    return store;
}

/* Puts the sample; the result is whether the report was there already. */
static bool put(dem_store *store, const sample *s, bool no_text)
{
    bool known = false;
    dem_error err = {0};
    if (dem_store_put(store, &s->report, &s->events, no_text, &known, &err) != DEM_OK) fail_msg("%s", err.text);
    return known;
}

/* All rows of a query, fields joined with '|', rows with '\n'; "-" is NULL. */
static void query(const place *p, const char *sql, dem_buf *out)
{
    sqlite3 *db = NULL;
    sqlite3_stmt *q = NULL;
    assert_int_equal(sqlite3_open_v2(p->file, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
    if (sqlite3_prepare_v2(db, sql, -1, &q, NULL) != SQLITE_OK) fail_msg("%s", sqlite3_errmsg(db));
    while (sqlite3_step(q) == SQLITE_ROW) {
        for (int c = 0; c < sqlite3_column_count(q); c++) {
            const char *v = (const char *)sqlite3_column_text(q, c);
            dem_buf_addf(out, "%s%s", c ? "|" : "", v ? v : "-");
        }
        dem_buf_addc(out, '\n');
    }
    sqlite3_finalize(q);
    sqlite3_close(db);
}

static void assert_rows(const place *p, const char *why, const char *sql, const char *expected)
{
    dem_buf b = {0};
    dem_buf_addz(&b, "");
    query(p, sql, &b);
    if (strcmp(b.p, expected) != 0) fail_msg("%s: %s gives\n%s", why, sql, b.p);
    dem_buf_release(&b);
}

static const struct {
    const char *why, *sql, *rows;
} ROWS[] = {
    {"what made the records", "SELECT version, length(model), lexicon, codebook FROM coder",
     "0.1.0|64||" DEM_CODEBOOK "\n"},
    {"the report", "SELECT id, url, title, author, publisher, published, language FROM report",
     "r\"1|https://news.example/1|A \\ visit\t\"home\"|Ada Okoro|-|2025-03-18|en\n"},
    {"what told its day", "SELECT published_from, published_sure FROM report", "json-ld|97\n"},
    {"numbers and links", "SELECT key, sentence, nth, link FROM event ORDER BY key",
     "1|0|0|1\n2|1|0|2\n3|2|0|3\n"},
    {"dates", "SELECT date, date_precision FROM event ORDER BY key",
     "2025-03-18|day\n2025-03-10|week\n-|unknown\n"},
    {"the words that date it", "SELECT date_text, date_end - date_start FROM event ORDER BY key",
     "Tuesday|7\n-|-\n-|-\n"},
    {"codes; an empty list is the empty string",
     "SELECT event, mode, context, aux, reciprocal FROM event ORDER BY key",
     "CONSULT|visit|diplomatic||0\nCOERCE|arrest||negation|0\nCOOPERATE||||1\n"},
    {"what follows from the codes", "SELECT quad_code, event_scale, cameo FROM event ORDER BY key",
     "1|4.0|043\n4|-7.0|173\n2|9.5|061\n"},
    {"who says so", "SELECT source_kind, cue_text, cue_end - cue_start FROM event ORDER BY key",
     "indirect|said|4\nindirect|Reportedly|10\n-|-|-\n"},
    {"places", "SELECT place, place_country, lat, place_end - place_start FROM event ORDER BY key",
     "Nairobi|KEN|-1.28333|7\nKashgar|-|-|-\n-|-|-|-\n"},
    {"the words", "SELECT trigger_text, trigger_end - trigger_start, length(text) > 20 FROM event ORDER BY key",
     "received|8|1\ndetained|8|1\ntraded|6|1\n"},
    {"flags", "SELECT flags, mentions FROM event ORDER BY key", "garbled;unknown_person|1\n|1\n|1\n"},
    {"confidence", "SELECT confidence FROM event ORDER BY key", "0.63\n0.0\n0.0\n"},
    {"participants",
     "SELECT event, side, position, code, sector, entity_text, identifier_id, office, implied"
     " FROM participant ORDER BY event, side, position",
     "1|actor|0|PRT|GOV;MIL|Pedro Lima|Q1|Minister|0\n"
     "1|recipient|0|KEN|GOV|Kenya’s President Amina Odhiambo|-|-|0\n"
     "1|source|0|KEN|GOV|ministry|-|-|0\n"
     "2|actor|0|CHN|COP|-|-|-|1\n"
     "2|recipient|0|-||activists|-|-|0\n"
     "3|actor|0|TCD||Chad|-|-|0\n"
     "3|actor|1|PER||Peru|-|-|0\n"},
    {"the view of records", "SELECT id, event, actor, recipient FROM record ORDER BY key",
     "r\"1:0:0|CONSULT|PRT GOV MIL|KEN GOV\nr\"1:1:0|COERCE|CHN COP|\nr\"1:2:0|COOPERATE|TCD;PER|-\n"},
    {"the view of pairs", "SELECT actor_code, recipient_code FROM dyad ORDER BY key",
     "PRT|KEN\nCHN|-\nTCD|PER\n"},
};

static void test_rows_equal_the_records(void **state)
{
    sample s;
    sample_init(&s);
    dem_store *store = opened(*state, &s);
    assert_false(put(store, &s, false));
    assert_int_equal(dem_store_close(store, NULL), DEM_OK);
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        assert_rows(*state, ROWS[i].why, ROWS[i].sql, ROWS[i].rows);
}

static void test_without_text(void **state)
{
    sample s;
    sample_init(&s);
    dem_store *store = opened(*state, &s);
    put(store, &s, true);
    assert_int_equal(dem_store_close(store, NULL), DEM_OK);
    assert_rows(*state, "no sentences", "SELECT count(text), count(trigger_text) FROM event", "0|3\n");
}

static void test_a_known_report_is_left_alone(void **state)
{
    sample s;
    sample_init(&s);
    dem_store *store = opened(*state, &s);
    assert_false(dem_store_has(store, s.report.id));
    assert_false(put(store, &s, false));
    assert_true(dem_store_has(store, s.report.id));
    assert_true(put(store, &s, false)); /* in the same run */
    assert_int_equal(dem_store_close(store, NULL), DEM_OK);
    store = opened(*state, &s);
    assert_true(put(store, &s, false)); /* and in the next */
    s.report.id = DEM_STR("r2");
    s.coder.version = "0.2.0";
    assert_int_equal(dem_store_close(store, NULL), DEM_OK);
    store = opened(*state, &s);
    assert_false(put(store, &s, false));
    assert_int_equal(dem_store_close(store, NULL), DEM_OK);
    assert_rows(*state, "keys go on", "SELECT count(*), max(key), max(link) FROM event", "6|6|6\n");
    assert_rows(
        *state, "each report has its coder",
        "SELECT report.id, version FROM report JOIN coder ON coder.key = report.coder ORDER BY report.key",
        "r\"1|0.1.0\nr2|0.2.0\n");
}

/* Writes `make` (SQL, or bytes if it is none) as the file and expects opening to be refused. */
static const struct {
    const char *why, *make;
    bool sql;
    const char *message;
} FOREIGN[] = {
    {"a database of somebody else", "CREATE TABLE t (a)", true, "a database, but not a store of demarche"},
    {"a store of the future",
     "PRAGMA application_id = 1684368737; PRAGMA user_version = 999; CREATE TABLE t (a)", true,
     "store of version 999, this program knows version 4"},
    {"a text file",
     "Dear diary, this is no database at all, but more than a hundred bytes of plain text, "
     "since a file that is shorter than a header might pass for one.",
     false, "file is not a database"},
};

static void make_foreign(const place *p, const char *make, bool sql)
{
    if (sql) {
        sqlite3 *db = NULL;
        assert_int_equal(sqlite3_open(p->file, &db), SQLITE_OK);
        assert_int_equal(sqlite3_exec(db, make, NULL, NULL, NULL), SQLITE_OK);
        sqlite3_close(db);
        return;
    }
    FILE *f = fopen(p->file, "w");
    assert_non_null(f);
    fputs(make, f);
    fclose(f);
}

static size_t read_file(const place *p, char *into, size_t size)
{
    FILE *f = fopen(p->file, "r");
    assert_non_null(f);
    size_t n = fread(into, 1, size, f);
    fclose(f);
    return n;
}

static void test_other_files_are_refused_and_not_touched(void **state)
{
    place *p = *state;
    static char before[1 << 16], after[1 << 16];
    for (size_t i = 0; i < sizeof FOREIGN / sizeof *FOREIGN; i++) {
        unlink(p->file);
        make_foreign(p, FOREIGN[i].make, FOREIGN[i].sql);
        size_t n = read_file(p, before, sizeof before);
        sample s;
        sample_init(&s);
        dem_store *store = NULL;
        dem_error err = {0};
        dem_status st = dem_store_open(&store, p->file, &s.coder, &err);
        if (st != DEM_E_STORE || strcmp(err.text, FOREIGN[i].message) != 0)
            fail_msg("%s: %d, %s", FOREIGN[i].why, st, err.text);
        assert_string_equal(err.source, p->file);
        assert_int_equal(read_file(p, after, sizeof after), n);
        assert_memory_equal(before, after, n);
    }
}

static void test_a_folder_that_is_not_there(void **state)
{
    (void)state;
    sample s;
    sample_init(&s);
    dem_store *store = NULL;
    dem_error err = {0};
    assert_int_equal(dem_store_open(&store, "/nowhere/at/all.db", &s.coder, &err), DEM_E_STORE);
    assert_null(store);
}

/* Puts reports until it is killed. */
static void put_for_ever(const place *p)
{
    sample s;
    sample_init(&s);
    dem_store *store = NULL;
    if (dem_store_open(&store, p->file, &s.coder, NULL) != DEM_OK) _exit(1);
    for (unsigned i = 0;; i++) {
        char id[16];
        snprintf(id, sizeof id, "r%u", i);
        s.report.id = dem_str_from(id);
        if (dem_store_put(store, &s.report, &s.events, false, NULL, NULL) != DEM_OK) _exit(1);
    }
}

static void test_killed_in_the_middle(void **state)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) put_for_ever(*state);
    usleep(900 * 1000);
    kill(child, SIGKILL);
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFSIGNALED(status));
    sample s;
    sample_init(&s);
    assert_int_equal(dem_store_close(opened(*state, &s), NULL), DEM_OK);
    assert_rows(*state, "some reports were committed", "SELECT count(*) > 0 FROM report", "1\n");
    assert_rows(*state, "none of them is in part",
                "SELECT count(*) FROM report WHERE (SELECT count(*) FROM event WHERE report = report.key) <> 3",
                "0\n");
    assert_rows(*state, "nor is an event",
                "SELECT 7 * count(*) - (SELECT count(*) FROM participant) FROM report", "0\n");
    assert_rows(*state, "the file is sound", "PRAGMA integrity_check", "ok\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_rows_equal_the_records, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_without_text, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_known_report_is_left_alone, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_other_files_are_refused_and_not_touched, set_up, tear_down),
        cmocka_unit_test(test_a_folder_that_is_not_there),
        cmocka_unit_test_setup_teardown(test_killed_in_the_middle, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
