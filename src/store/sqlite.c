/* store/sqlite.c - the store in SQLite: see store.h.
 *
 * Write-ahead logging, so that readers are never kept waiting, and NORMAL synchronisation: a killed
 * process loses nothing that was committed, a power cut at most the last transactions, and neither
 * leaves half a report. */
#include "base/arena.h"
#include "store/schema.h"
#include "store/store.h"
#include <sqlite3.h>
#include <stdlib.h>
#include <time.h>

enum { MAX_REPORTS = 1000, MAX_MILLISECONDS = 250, WAIT_FOR_LOCK = 20000 /* ms */ };

typedef enum statement {
    HAS_REPORT,
    FIND_REPORT,
    PUT_REPORT,
    PUT_EVENT,
    PUT_PARTICIPANT,
    PUT_CONTRADICTION,
    STATEMENTS
} statement;

static const char *const SQL[STATEMENTS] = {
    [HAS_REPORT] = "SELECT 1 FROM report WHERE id = ?", /* for the other thread */
    [FIND_REPORT] = "SELECT 1 FROM report WHERE id = ?",
    [PUT_REPORT] = "INSERT INTO report (id, coder, url, title, author, publisher, published, published_from,"
                   " published_sure, language) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [PUT_EVENT] =
        "INSERT INTO event (key, report, sentence, nth, link, date, date_precision, date_text, date_start,"
        " date_end, event, mode, context,"
        " aux, reciprocal, source_kind, cue_text, cue_start, cue_end, place, place_country, lat, lon,"
        " place_start, place_end, quad_code, event_scale, cameo, sentence_start, sentence_end,"
        " trigger_text, trigger_start, trigger_end, text, flags, confidence, mentions) VALUES (?, ?, ?, ?, ?, "
        "?, ?, ?, ?,"
        " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [PUT_PARTICIPANT] = "INSERT INTO participant (event, side, position, code, sector, entity_text, start_byte,"
                        " end_byte, identifier_id, identifier_text, office, implied)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [PUT_CONTRADICTION] = "INSERT INTO contradiction (event, other) VALUES (?, ?)",
};

struct dem_store {
    sqlite3 *db;
    sqlite3_stmt *stmt[STATEMENTS];
    dem_str path; /* owned */
    int64_t coder;
    bool open;           /* a transaction is under way */
    unsigned reports;    /* in it */
    int64_t next_event;  /* key of the next event, fixed while the transaction holds the lock */
    int64_t last_commit; /* milliseconds */
    dem_buf list;        /* scratch */
};

static dem_status refused(dem_store *s, dem_error *err)
{
    return dem_fail(err, DEM_E_STORE, s->path, 0, 0, "%s", sqlite3_errmsg(s->db));
}

static dem_status run(dem_store *s, const char *sql, dem_error *err)
{
    return sqlite3_exec(s->db, sql, NULL, NULL, NULL) == SQLITE_OK ? DEM_OK : refused(s, err);
}

/* The one number that `sql` gives. */
static dem_status ask(dem_store *s, const char *sql, int64_t *out, dem_error *err)
{
    sqlite3_stmt *q = NULL;
    bool good = sqlite3_prepare_v2(s->db, sql, -1, &q, NULL) == SQLITE_OK && sqlite3_step(q) == SQLITE_ROW;
    if (good) *out = sqlite3_column_int64(q, 0);
    dem_status st = good ? DEM_OK : refused(s, err);
    sqlite3_finalize(q);
    return st;
}

static int64_t milliseconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* ── binding ─────────────────────────────────────────────────────────────── */

/* Values in the order of the statement's question marks. Slices stay where they are until the step. */
typedef struct binder {
    sqlite3_stmt *stmt;
    int at;
} binder;

static void number(binder *b, int64_t n)
{
    sqlite3_bind_int64(b->stmt, ++b->at, n);
}
static void real(binder *b, double x)
{
    sqlite3_bind_double(b->stmt, ++b->at, x);
}
static void null(binder *b)
{
    sqlite3_bind_null(b->stmt, ++b->at);
}
/* NULL if empty. */
static void text(binder *b, dem_str s)
{
    ++b->at;
    if (s.n) sqlite3_bind_text64(b->stmt, b->at, s.p, s.n, SQLITE_STATIC, SQLITE_UTF8);
}
static void word(binder *b, const char *z)
{
    text(b, dem_str_from(z));
}
static void ends(binder *b, dem_span span)
{
    bool none = span.start == span.end;
    none ? null(b) : number(b, span.start);
    none ? null(b) : number(b, span.end);
}

static void add_name(dem_buf *list, const char *name)
{
    if (list->n) dem_buf_addc(list, ';');
    dem_buf_addz(list, name);
}
/* The list as it was built; copied, since the scratch is used for the next one too. Never NULL. */
static void list(dem_store *s, binder *b)
{
    sqlite3_bind_text64(b->stmt, ++b->at, s->list.n ? s->list.p : "", s->list.n, SQLITE_TRANSIENT, SQLITE_UTF8);
    dem_buf_clear(&s->list);
}
static void set(dem_store *s, binder *b, uint64_t bits, unsigned n, const char *(*name_of)(unsigned))
{
    for (unsigned i = 0; i < n; i++)
        if (bits >> i & 1) add_name(&s->list, name_of(i));
    list(s, b);
}
static void sectors(dem_store *s, binder *b, const dem_entity *e)
{
    unsigned sector[DEM_SECTOR_COUNT];
    uint32_t n = dem_entity_sectors(e, sector);
    for (uint32_t i = 0; i < n; i++) add_name(&s->list, dem_sector_name(sector[i]));
    list(s, b);
}
static void modes(dem_store *s, binder *b, dem_modes m)
{
    for (unsigned i = 0; i < DEM_MODE_COUNT; i++)
        if (dem_modes_has(m, i)) add_name(&s->list, dem_mode_name(i));
    list(s, b);
}

static binder start(dem_store *s, statement which)
{
    sqlite3_reset(s->stmt[which]);
    sqlite3_clear_bindings(s->stmt[which]);
    return (binder){s->stmt[which], 0};
}

static dem_status finish(dem_store *s, const binder *b, dem_error *err)
{
    dem_status st = sqlite3_step(b->stmt) == SQLITE_DONE ? DEM_OK : refused(s, err);
    sqlite3_reset(b->stmt);
    return st;
}

/* ── rows ────────────────────────────────────────────────────────────────── */

static dem_status put_report(dem_store *s, const dem_report *r, dem_error *err)
{
    binder b = start(s, PUT_REPORT);
    text(&b, r->id);
    number(&b, s->coder);
    text(&b, r->url);
    text(&b, r->title);
    text(&b, r->author);
    text(&b, r->publisher);
    text(&b, r->published);
    word(&b, r->published_from);
    r->published_from ? number(&b, r->published_sure) : null(&b);
    text(&b, r->language);
    return finish(s, &b, err);
}

static void bind_source(binder *b, const dem_report *r, const dem_attribution *by)
{
    dem_span cue = {0};
    if (by->present) cue = by->cue;
    word(b, !by->present ? NULL : by->direct ? "direct" : "indirect");
    text(b, dem_span_text(r, cue));
    ends(b, cue);
}

static void bind_place(binder *b, const dem_place *p)
{
    static const dem_place NOWHERE = {0};
    if (!p->name.n) p = &NOWHERE;
    text(b, p->name);
    word(b, p->country);
    p->has_point ? real(b, p->lat) : null(b);
    p->has_point ? real(b, p->lon) : null(b);
    ends(b, p->span);
}

static void bind_words(binder *b, const dem_report *r, const dem_event *e, bool no_text)
{
    ends(b, e->sentence_span);
    text(b, dem_span_text(r, e->trigger));
    ends(b, e->trigger);
    if (no_text)
        null(b);
    else text(b, dem_span_text(r, e->sentence_span));
}

static dem_status put_event(dem_store *s, int64_t report, int64_t first, const dem_report *r,
                            const dem_event *e, bool no_text, dem_error *err)
{
    char day[11];
    dem_date_format(e->date, day);
    binder b = start(s, PUT_EVENT);
    number(&b, s->next_event);
    number(&b, report);
    number(&b, e->sentence);
    number(&b, e->nth);
    number(&b, first + e->link);
    word(&b, day);
    word(&b, dem_precision_name(e->precision));
    text(&b, dem_span_text(r, e->time));
    ends(&b, e->time);
    word(&b, dem_event_name(e->type));
    modes(s, &b, e->modes);
    set(s, &b, e->contexts, DEM_CONTEXT_COUNT, dem_context_name);
    set(s, &b, e->aux, DEM_AUX_COUNT, dem_aux_name);
    number(&b, e->reciprocal);
    bind_source(&b, r, &e->by);
    bind_place(&b, &e->place);
    number(&b, dem_event_quad(e->type));
    real(&b, dem_event_score(e->type, e->modes));
    word(&b, e->cameo);
    bind_words(&b, r, e, no_text);
    set(s, &b, e->flags, DEM_FLAG_COUNT, dem_flag_name);
    real(&b, e->confidence / 100.0);
    number(&b, e->mentions);
    return finish(s, &b, err);
}

static dem_status put_participant(dem_store *s, const char *side, uint32_t position, const dem_report *r,
                                  const dem_entity *e, dem_error *err)
{
    binder b = start(s, PUT_PARTICIPANT);
    number(&b, s->next_event);
    word(&b, side);
    number(&b, position);
    word(&b, e->code);
    sectors(s, &b, e);
    text(&b, dem_span_text(r, e->span));
    ends(&b, e->span);
    text(&b, e->wikidata);
    text(&b, e->label);
    text(&b, e->office);
    number(&b, e->implied);
    return finish(s, &b, err);
}

static dem_status put_participants(dem_store *s, const dem_report *r, const dem_event *e, dem_error *err)
{
    dem_status st = DEM_OK;
    for (uint32_t i = 0; i < e->n_actor && st == DEM_OK; i++)
        st = put_participant(s, "actor", i, r, &e->actor[i], err);
    for (uint32_t i = 0; i < e->n_recipient && st == DEM_OK; i++)
        st = put_participant(s, "recipient", i, r, &e->recipient[i], err);
    if (st == DEM_OK && e->by.present && e->by.named)
        st = put_participant(s, "source", 0, r, &e->by.entity, err);
    return st;
}

static dem_status put_contradictions(dem_store *s, int64_t first, const dem_event *e, dem_error *err)
{
    dem_status st = DEM_OK;
    for (uint32_t i = 0; i < e->n_contradicts && st == DEM_OK; i++) {
        binder b = start(s, PUT_CONTRADICTION);
        number(&b, s->next_event);
        number(&b, first + e->contradicts[i]);
        st = finish(s, &b, err);
    }
    return st;
}

static dem_status put_all(dem_store *s, const dem_report *r, const dem_events *events, bool no_text,
                          dem_error *err)
{
    dem_status st = put_report(s, r, err);
    int64_t report = sqlite3_last_insert_rowid(s->db), first = s->next_event;
    for (uint32_t i = 0; i < events->n && st == DEM_OK; i++) {
        st = put_event(s, report, first, r, &events->at[i], no_text, err);
        if (st == DEM_OK) st = put_participants(s, r, &events->at[i], err);
        if (st == DEM_OK) st = put_contradictions(s, first, &events->at[i], err);
        s->next_event++;
    }
    return st;
}

/* ── transactions ────────────────────────────────────────────────────────── */

static dem_status begin(dem_store *s, dem_error *err)
{
    if (s->open) return DEM_OK;
    dem_status st = run(s, "BEGIN IMMEDIATE", err);
    if (st != DEM_OK) return st;
    s->open = true;
    s->reports = 0;
    return ask(s, "SELECT ifnull(max(key), 0) + 1 FROM event", &s->next_event, err);
}

dem_status dem_store_flush(dem_store *s, dem_error *err)
{
    if (!s->open) return DEM_OK;
    dem_status st = run(s, "COMMIT", err);
    s->open = st != DEM_OK;
    s->last_commit = milliseconds();
    return st;
}

/* Takes back the whole transaction: half a report must never be committed. */
static void give_up(dem_store *s)
{
    sqlite3_exec(s->db, "ROLLBACK", NULL, NULL, NULL);
    s->open = false;
}

static dem_status find(dem_store *s, dem_str id, bool *known, dem_error *err)
{
    binder b = start(s, FIND_REPORT);
    text(&b, id);
    int rc = sqlite3_step(b.stmt);
    *known = rc == SQLITE_ROW;
    dem_status st = rc == SQLITE_ROW || rc == SQLITE_DONE ? DEM_OK : refused(s, err);
    sqlite3_reset(b.stmt);
    return st;
}

bool dem_store_has(dem_store *s, dem_str report_id)
{
    binder b = start(s, HAS_REPORT);
    text(&b, report_id);
    bool known = sqlite3_step(b.stmt) == SQLITE_ROW;
    sqlite3_reset(b.stmt);
    return known;
}

dem_status dem_store_put(dem_store *s, const dem_report *r, const dem_events *events, bool no_text, bool *known,
                         dem_error *err)
{
    bool there = false;
    dem_status st = begin(s, err);
    if (st == DEM_OK) st = find(s, r->id, &there, err);
    if (st == DEM_OK && !there) st = put_all(s, r, events, no_text, err);
    if (known) *known = there;
    if (st != DEM_OK) {
        give_up(s);
        return st;
    }
    bool due = ++s->reports >= MAX_REPORTS || milliseconds() - s->last_commit >= MAX_MILLISECONDS;
    return due ? dem_store_flush(s, err) : DEM_OK;
}

/* ── opening ─────────────────────────────────────────────────────────────── */

static dem_status check_ours(dem_store *s, bool *empty, dem_error *err)
{
    int64_t application = 0, version = 0, objects = 0;
    dem_status st = ask(s, "PRAGMA application_id", &application, err);
    if (st == DEM_OK) st = ask(s, "PRAGMA user_version", &version, err);
    if (st == DEM_OK) st = ask(s, "SELECT count(*) FROM sqlite_schema", &objects, err);
    if (st != DEM_OK) return st;
    *empty = application == 0 && version == 0 && objects == 0;
    if (*empty) return DEM_OK;
    if (application != DEM_STORE_APPLICATION)
        return dem_fail(err, DEM_E_STORE, s->path, 0, 0, "a database, but not a store of demarche");
    if (version != DEM_STORE_VERSION)
        return dem_fail(err, DEM_E_STORE, s->path, 0, 0, "store of version %lld, this program knows version %d",
                        (long long)version, DEM_STORE_VERSION);
    return DEM_OK;
}

/* In one transaction, and only if the file is still empty once it is locked: two programs may start at
 * the same time. */
static dem_status create(dem_store *s, dem_error *err)
{
    char marks[96];
    sqlite3_snprintf(sizeof marks, marks, "PRAGMA application_id = %d; PRAGMA user_version = %d",
                     DEM_STORE_APPLICATION, DEM_STORE_VERSION);
    bool empty = false;
    dem_status st = run(s, "BEGIN IMMEDIATE", err);
    if (st != DEM_OK) return st;
    st = check_ours(s, &empty, err);
    if (st == DEM_OK && empty) st = run(s, DEM_STORE_SCHEMA, err);
    if (st == DEM_OK && empty) st = run(s, marks, err);
    if (st == DEM_OK) st = run(s, "COMMIT", err);
    if (st != DEM_OK) give_up(s);
    return st;
}

static dem_status note_coder(dem_store *s, const dem_coder *c, dem_error *err)
{
    static const char *const DO[] = {
        "INSERT OR IGNORE INTO coder (version, model, lexicon, codebook) VALUES (?, ?, ?, ?)",
        "SELECT key FROM coder WHERE version = ? AND model = ? AND lexicon = ? AND codebook = ?"};
    const char *values[] = {c->version, c->model, c->lexicon, DEM_CODEBOOK};
    dem_status st = DEM_OK;
    for (int i = 0; i < 2 && st == DEM_OK; i++) {
        sqlite3_stmt *q = NULL;
        if (sqlite3_prepare_v2(s->db, DO[i], -1, &q, NULL) != SQLITE_OK) return refused(s, err);
        for (int v = 0; v < 4; v++) sqlite3_bind_text(q, v + 1, values[v], -1, SQLITE_STATIC);
        int rc = sqlite3_step(q);
        if (rc == SQLITE_ROW) s->coder = sqlite3_column_int64(q, 0);
        if (rc != (i ? SQLITE_ROW : SQLITE_DONE)) st = refused(s, err);
        sqlite3_finalize(q);
    }
    return st;
}

static dem_status prepare(dem_store *s, dem_error *err)
{
    for (int i = 0; i < STATEMENTS; i++)
        if (sqlite3_prepare_v3(s->db, SQL[i], -1, SQLITE_PREPARE_PERSISTENT, &s->stmt[i], NULL) != SQLITE_OK)
            return refused(s, err);
    return DEM_OK;
}

static dem_status set_up(dem_store *s, const dem_coder *coder, dem_error *err)
{
    sqlite3_busy_timeout(s->db, WAIT_FOR_LOCK);
    bool empty = false;
    dem_status st = check_ours(s, &empty, err);
    if (st == DEM_OK) st = run(s, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL", err);
    if (st == DEM_OK && empty) st = create(s, err);
    if (st == DEM_OK) st = note_coder(s, coder, err);
    if (st == DEM_OK) st = prepare(s, err);
    return st;
}

static void release(dem_store *s)
{
    for (int i = 0; i < STATEMENTS; i++) sqlite3_finalize(s->stmt[i]);
    sqlite3_close(s->db);
    dem_buf_release(&s->list);
    free((char *)s->path.p);
    free(s);
}

dem_status dem_store_open(dem_store **out, const char *path, const dem_coder *coder, dem_error *err)
{
    dem_store *s = dem_xalloc(sizeof *s);
    size_t n = strlen(path);
    char *copy = dem_xalloc(n + 1);
    memcpy(copy, path, n);
    s->path = (dem_str){copy, n};
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX;
    dem_status st = DEM_OK;
    if (sqlite3_open_v2(path, &s->db, flags, NULL) != SQLITE_OK) st = refused(s, err);
    if (st == DEM_OK) st = set_up(s, coder, err);
    if (st == DEM_OK)
        *out = s;
    else
        release(s);
    return st;
}

dem_status dem_store_close(dem_store *s, dem_error *err)
{
    if (!s) return DEM_OK;
    dem_status st = dem_store_flush(s, err);
    if (st != DEM_OK) give_up(s);
    release(s);
    return st;
}
