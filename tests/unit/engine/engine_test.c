/* Opening an engine, and coding with it: engine/engine.h. What needs the trained model is left out where there is none. */
#include "../base/check.h"
#include "base/job.h"
#include "engine/engine.h"
#include <sys/stat.h>
#include <unistd.h>

/* ---- a data folder of our own ---------------------------------------------------------------------- */

static char folder[] = "/tmp/demarche-engine-XXXXXX";

static void put_file(const char *name, const char *bytes, size_t n)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    fclose(f);
}

static int make_folder(void **state)
{
    char path[256];
    (void)state;
    if (!mkdtemp(folder)) return 1;
    snprintf(path, sizeof path, "%s/model", folder);
    return mkdir(path, 0700);
}

static int remove_folder(void **state)
{
    static const char *const NAMES[] = {"model/english.dem", "model",   "lexicon/a.txt",
                                        "lexicon",           "own.txt", ""};
    char path[256];
    (void)state;
    for (size_t i = 0; i < COUNT(NAMES); i++) {
        snprintf(path, sizeof path, "%s/%s", folder, NAMES[i]);
        if (unlink(path) != 0) rmdir(path);
    }
    return 0;
}

static dem_status open_folder(const char *dir, dem_error *err)
{
    dem_engine *e = NULL;
    dem_status st = dem_engine_open(&e, dir, NULL, err);
    if (st == DEM_OK) dem_engine_close(e);
    return st;
}

static void test_no_model(void **state)
{
    dem_error err = {0};
    (void)state;
    check_int("no such file", open_folder(folder, &err), DEM_E_IO);
    if (!strstr(err.source, "english.dem")) fail_msg("the error does not name the file: \"%s\"", err.source);
    check_int("no such folder", open_folder("/nonexistent", &err), DEM_E_IO);
    assert_true(err.text[0]);
}

static void test_damaged_model(void **state)
{
    static const struct { const char *why, *bytes; size_t n; } CASES[] = {
        {"empty", "", 0},
        {"another kind of file", "PK\3\4 something else entirely, long enough for a header.......................", 70},
        {"only the magic", "DEMLANG\n", 8},
        {"a version of the future", "DEMLANG\n\377\0\0\0\0\0\0\0\30\0\0\0\0\0\0\0", 24},
        {"no checksum", "DEMLANG\n\1\0\0\0\0\0\0\0\100\0\0\0\0\0\0\0........................................", 64},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(CASES); i++) {
        dem_error err = {0};
        put_file("model/english.dem", CASES[i].bytes, CASES[i].n);
        check_int(CASES[i].why, open_folder(folder, &err), DEM_E_MODEL);
        if (!strstr(err.source, "english.dem") || !err.text[0]) fail_msg("%s: \"%s: %s\"", CASES[i].why, err.source, err.text);
    }
}

static void test_close_nothing(void **state)
{
    (void)state;
    dem_engine_close(NULL);
    dem_worker_free(NULL);
}

/* ---- with the trained model ------------------------------------------------------------------------ */

static bool trained(void)
{
    return access(DATA_DIR "/model/english.dem", R_OK) == 0;
}

static void test_no_lexicon(void **state)
{
    char path[256];
    dem_error err = {0};
    (void)state;
    if (!trained()) skip();
    snprintf(path, sizeof path, "%s/model/english.dem", folder);
    unlink(path);
    assert_int_equal(symlink(DATA_DIR "/model/english.dem", path), 0);
    check_int("no folder of lexicons", open_folder(folder, &err), DEM_E_IO);
    if (!strstr(err.source, "lexicon")) fail_msg("the error does not name the folder: \"%s\"", err.source);
    snprintf(path, sizeof path, "%s/lexicon", folder);
    assert_int_equal(mkdir(path, 0700), 0);
    check_int("a folder without lexicons", open_folder(folder, &err), DEM_E_LEXICON);
    put_file("lexicon/a.txt", "[CONSULT]\nmeet.v subj:actor\n", 28);
    check_int("an entry without an example", open_folder(folder, &err), DEM_E_LEXICON);
    check_int("with its line", (long long)err.line, 2);
}

static const char *const TEXTS[] = {
    "The Russian foreign minister met his Chinese counterpart in Beijing on Tuesday. They signed an agreement on gas.\n\n"
    "Police in Minsk arrested two journalists, the opposition said.\n",
    "Germany condemned the attack on Kharkiv. \"We will deliver more tanks to Ukraine,\" the German chancellor said on Monday.\n",
};

typedef struct {
    dem_arena arena;
    dem_report report;
    dem_result result;
} coded;

static void code(dem_worker *w, coded *x, const char *text)
{
    dem_error err = {0};
    dem_arena_init(&x->arena, 0);
    x->report = (dem_report){.id = DEM_STR("r"), .text = dem_str_from(text), .day = dem_date_from(2025, 3, 18)};
    dem_worker_code(w, &x->arena, &x->report, &x->result, NULL);
    if (dem_events_check(&x->result.events, &x->report, false, &err) != DEM_OK) fail_msg("%s", err.text);
    for (uint32_t i = 0; i < x->result.n_sentences; i++)
        if (dem_sentence_check(&x->result.sentences[i], x->report.text, &err) != DEM_OK) fail_msg("%s", err.text);
}

static bool same_entities(const dem_entity *a, const dem_entity *b, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (strcmp(a[i].code, b[i].code) != 0 || a[i].sectors != b[i].sectors || a[i].span.start != b[i].span.start) return false;
    return true;
}

static bool same_event(const dem_event *a, const dem_event *b)
{
    return a->sentence == b->sentence && a->nth == b->nth && a->link == b->link && a->type == b->type && dem_modes_eq(a->modes, b->modes) &&
           a->contexts == b->contexts && a->aux == b->aux && a->date == b->date && a->n_actor == b->n_actor && a->n_recipient == b->n_recipient &&
           same_entities(a->actor, b->actor, a->n_actor) && same_entities(a->recipient, b->recipient, a->n_recipient) &&
           a->trigger.start == b->trigger.start && strcmp(a->cameo, b->cameo) == 0 && a->by.present == b->by.present && a->flags == b->flags;
}

static void check_same(const coded *a, const coded *b)
{
    assert_int_equal(a->result.events.n, b->result.events.n);
    for (uint32_t i = 0; i < a->result.events.n; i++)
        if (!same_event(&a->result.events.at[i], &b->result.events.at[i])) fail_msg("record %u differs", i);
}

static void test_code(void **state)
{
    dem_engine *e = NULL;
    dem_error err = {0};
    (void)state;
    if (!trained()) skip();
    if (dem_engine_open(&e, DATA_DIR, NULL, &err) != DEM_OK) fail_msg("%s: %s", err.source, err.text);
    check_int("hash of the model", (long long)strlen(dem_engine_coder(e)->model), 64);
    check_int("hash of the lexicons", (long long)strlen(dem_engine_coder(e)->lexicon), 64);
    dem_worker *one = dem_worker_new(e), *two = dem_worker_new(e);
    for (size_t i = 0; i < COUNT(TEXTS); i++) {
        coded first, again, other;
        code(one, &first, TEXTS[i]);
        code(one, &again, TEXTS[i]);
        code(two, &other, TEXTS[i]);
        if (!first.result.events.n) fail_msg("no record from \"%s\"", TEXTS[i]);
        check_int("records counted", (long long)first.result.tally.records, first.result.events.n);
        check_same(&first, &again);
        check_same(&first, &other);
        dem_arena_release(&first.arena);
        dem_arena_release(&again.arena);
        dem_arena_release(&other.arena);
    }
    dem_worker_free(one);
    dem_worker_free(two);
    dem_engine_close(e);
}

/* A lexicon of one's own lies over the other, and is in the hash. */
static void test_overlay(void **state)
{
    char path[256];
    const char *const overlay[] = {path};
    dem_options options = {.overlay = overlay, .n_overlays = 1};
    dem_engine *plain = NULL, *e = NULL;
    dem_error err = {0};
    coded x;
    (void)state;
    if (!trained()) skip();
    put_file("own.txt", "group Zorbland\n  name Zorbland\n  code ZMB REB\n", 46);
    snprintf(path, sizeof path, "%s/own.txt", folder);
    assert_int_equal(dem_engine_open(&plain, DATA_DIR, NULL, &err), DEM_OK);
    assert_int_equal(dem_engine_open(&e, DATA_DIR, &options, &err), DEM_OK);
    assert_string_not_equal(dem_engine_coder(plain)->lexicon, dem_engine_coder(e)->lexicon);
    assert_string_equal(dem_engine_coder(plain)->model, dem_engine_coder(e)->model);
    dem_worker *w = dem_worker_new(e);
    code(w, &x, "Germany condemned Zorbland.");
    assert_int_equal(x.result.events.n, 1);
    assert_string_equal(x.result.events.at[0].recipient[0].code, "ZMB");
    dem_arena_release(&x.arena);
    dem_worker_free(w);
    dem_engine_close(e);
    dem_engine_close(plain);
    snprintf(path, sizeof path, "%s/none", folder);
    check_int("no such overlay", dem_engine_open(&e, DATA_DIR, &options, &err), DEM_E_IO);
    assert_string_equal(err.source, path);
}

/* Another lexicon over the model of an open engine: its sentences coded once more give what they give from the start. */
static void test_recode(void **state)
{
    char path[256];
    const char *const overlay[] = {path};
    dem_engine *plain = NULL, *e = NULL, *bad = NULL;
    dem_error err = {0};
    dem_result again;
    coded x, whole;
    (void)state;
    if (!trained()) skip();
    put_file("own.txt", "group Zorbland\n  name Zorbland\n  code ZMB REB\n", 46);
    snprintf(path, sizeof path, "%s/own.txt", folder);
    assert_int_equal(dem_engine_open(&plain, DATA_DIR, NULL, &err), DEM_OK);
    dem_options options = {.overlay = overlay, .n_overlays = 1, .model_of = plain};
    assert_int_equal(dem_engine_open(&e, DATA_DIR, &options, &err), DEM_OK);
    assert_string_equal(dem_engine_coder(plain)->model, dem_engine_coder(e)->model);
    dem_worker *w = dem_worker_new(plain), *v = dem_worker_new(e);
    code(w, &x, "Germany condemned Zorbland.");
    code(v, &whole, "Germany condemned Zorbland.");
    dem_engine_recode(e, &x.arena, &x.report, &x.result, &again, NULL);
    assert_ptr_equal(again.sentences, x.result.sentences);
    x.result = again;
    check_same(&whole, &x);
    assert_string_equal(again.events.at[0].recipient[0].code, "ZMB");
    check_int("tokens", (long long)again.tally.tokens, (long long)whole.result.tally.tokens);
    dem_arena_release(&x.arena);
    dem_arena_release(&whole.arena);
    dem_worker_free(w);
    dem_worker_free(v);
    dem_engine_close(e);
    options = (dem_options){.lexicon = folder, .model_of = plain};
    snprintf(path, sizeof path, "%s/lexicon", folder);
    check_int("another folder, with its mistakes", dem_engine_open(&bad, DATA_DIR, &options, &err),
              DEM_E_LEXICON);
    if (strncmp(err.source, folder, strlen(folder)) != 0) fail_msg("an error of %s", err.source);
    dem_engine_close(plain);
}

/* Several threads, one engine: each slot's report coded by whatever worker gets it. */
typedef struct {
    dem_worker *worker[4];
    coded slot[16], want;
    unsigned taken, done;
} crowd;

static bool take(void *ctx, unsigned slot)
{
    (void)slot;
    return ((crowd *)ctx)->taken++ < 12;
}
static void work(void *ctx, unsigned worker, unsigned slot)
{
    crowd *c = ctx;
    code(c->worker[worker], &c->slot[slot], TEXTS[0]);
}
static bool done(void *ctx, unsigned slot)
{
    crowd *c = ctx;
    check_same(&c->want, &c->slot[slot]);
    dem_arena_release(&c->slot[slot].arena);
    c->done++;
    return true;
}

static void test_threads(void **state)
{
    dem_engine *e = NULL;
    static crowd c;
    (void)state;
    if (!trained()) skip();
    assert_int_equal(dem_engine_open(&e, DATA_DIR, NULL, NULL), DEM_OK);
    assert_true(dem_job_slots(4) <= COUNT(c.slot));
    for (unsigned i = 0; i < 4; i++) c.worker[i] = dem_worker_new(e);
    code(c.worker[0], &c.want, TEXTS[0]);
    const dem_job job = {.ctx = &c, .take = take, .work = work, .done = done};
    assert_true(dem_job_run(&job, 4, NULL));
    check_int("all done", c.done, 12);
    dem_arena_release(&c.want.arena);
    for (unsigned i = 0; i < 4; i++) dem_worker_free(c.worker[i]);
    dem_engine_close(e);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_no_model),      cmocka_unit_test(test_damaged_model),
        cmocka_unit_test(test_close_nothing), cmocka_unit_test(test_no_lexicon),
        cmocka_unit_test(test_code),          cmocka_unit_test(test_threads),
        cmocka_unit_test(test_overlay),       cmocka_unit_test(test_recode),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
