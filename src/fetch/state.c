/* fetch/state.c - see state.h.
 *
 * Write-ahead logging with FULL synchronisation: what was committed is on the disk. A page costs two commits, which is
 * little beside the pauses between pages. */
#include "fetch/state.h"
#include <sqlite3.h>
#include <stdlib.h>

static const char SCHEMA[] =
    "CREATE TABLE IF NOT EXISTS feed (url TEXT PRIMARY KEY, etag TEXT, modified TEXT, polled INTEGER NOT NULL "
    "DEFAULT 0,"
    " next INTEGER NOT NULL DEFAULT 0, file TEXT, offset INTEGER);"
    "CREATE TABLE IF NOT EXISTS page (id INTEGER PRIMARY KEY, url TEXT NOT NULL UNIQUE, host TEXT NOT NULL,"
    " state INTEGER NOT NULL, local INTEGER NOT NULL, feed TEXT, title TEXT, author TEXT, publisher TEXT, "
    "published TEXT, language TEXT,"
    " final TEXT, file TEXT, offset INTEGER, fetched TEXT, http INTEGER, reason TEXT,"
    " runs INTEGER NOT NULL DEFAULT 0);"
    "CREATE INDEX IF NOT EXISTS page_wanted ON page (host, id) WHERE state = 0;"
    "CREATE INDEX IF NOT EXISTS page_writing ON page (state) WHERE state = 1;"
    "CREATE INDEX IF NOT EXISTS page_final ON page (final) WHERE final IS NOT NULL;";

enum { SCHEMA_VERSION = 1, APPLICATION = 0x64656D66 /* "demf" */ };

typedef enum statement {
    GET_FEED,
    PUT_FEED,
    FEED_WRITING,
    FEED_CUT,
    WANT,
    GET_PAGE,
    GET_TOLD,
    HOSTS,
    WANTED,
    COUNT_WANTED,
    WRITING,
    END,
    FAIL,
    UNFINISHED,
    STATEMENTS
} statement;

static const char *const SQL[STATEMENTS] = {
    [GET_FEED] = "SELECT etag, modified, polled, next FROM feed WHERE url = ?",
    [PUT_FEED] = "INSERT OR REPLACE INTO feed (url, etag, modified, polled, next) VALUES (?, ?, ?, ?, ?)",
    [FEED_WRITING] = "INSERT INTO feed (url, file, offset) VALUES (?1, ?2, ?3)"
                     " ON CONFLICT (url) DO UPDATE SET file = ?2, offset = ?3",
    [FEED_CUT] = "UPDATE feed SET etag = NULL, modified = NULL, file = NULL, offset = NULL WHERE url = ?",
    [WANT] = "INSERT OR IGNORE INTO page (url, host, state, feed, title, author, publisher, published, "
             "language, local)"
             " VALUES (?, ?, 0, ?, ?, ?, ?, ?, ?, ?)",
    [GET_PAGE] =
        "SELECT state FROM page WHERE url = ?1 UNION ALL SELECT state FROM page WHERE final = ?1 AND state = 2",
    [GET_TOLD] = "SELECT feed, title, author, publisher, published, language FROM page WHERE url = ?",
    [HOSTS] = "SELECT DISTINCT host FROM page WHERE state = 0",
    [WANTED] = "SELECT url, id, local FROM page WHERE state = 0 AND host = ? AND id > ? ORDER BY id LIMIT ?",
    [COUNT_WANTED] = "SELECT count(*) FROM page WHERE state = 0",
    [WRITING] = "UPDATE page SET state = 1, final = ?2, file = ?3, offset = ?4, fetched = ?5 WHERE url = ?1",
    [END] = "UPDATE page SET state = ?2, http = ?3, reason = ?4 WHERE url = ?1",
    [FAIL] = "UPDATE page SET http = ?2, reason = ?3, runs = runs + 1, state = CASE WHEN runs + 1 >= ?4 THEN 5 "
             "ELSE 0 END"
             " WHERE url = ?1 RETURNING state",
    [UNFINISHED] = "SELECT url, 0, file, offset FROM page WHERE state = 1"
                   " UNION ALL SELECT url, 1, file, offset FROM feed WHERE file IS NOT NULL",
};

struct dem_state {
    sqlite3 *db;
    sqlite3_stmt *stmt[STATEMENTS];
    char *path;
};

static dem_status refused(const dem_state *s, dem_error *err)
{
    return dem_fail(err, DEM_E_STORE, dem_str_from(s->path), 0, 0, "%s", sqlite3_errmsg(s->db));
}

static dem_status run(dem_state *s, const char *sql, dem_error *err)
{
    return sqlite3_exec(s->db, sql, NULL, NULL, NULL) == SQLITE_OK ? DEM_OK : refused(s, err);
}

/* ── statements ──────────────────────────────────────────────────────────── */

static sqlite3_stmt *start(dem_state *s, statement which)
{
    sqlite3_reset(s->stmt[which]);
    sqlite3_clear_bindings(s->stmt[which]);
    return s->stmt[which];
}
/* NULL if empty. The slice stays where it is until the step. */
static void text(sqlite3_stmt *q, int at, dem_str value)
{
    if (value.n) sqlite3_bind_text64(q, at, value.p, value.n, SQLITE_STATIC, SQLITE_UTF8);
}
static dem_status finish(dem_state *s, sqlite3_stmt *q, dem_error *err)
{
    dem_status st = sqlite3_step(q) == SQLITE_DONE ? DEM_OK : refused(s, err);
    sqlite3_reset(q);
    return st;
}
/* *row tells whether there is one. */
static dem_status step(dem_state *s, sqlite3_stmt *q, bool *row, dem_error *err)
{
    int code = sqlite3_step(q);
    *row = code == SQLITE_ROW;
    return *row || code == SQLITE_DONE ? DEM_OK : refused(s, err);
}
static dem_str column(dem_arena *arena, sqlite3_stmt *q, int at)
{
    const char *p = (const char *)sqlite3_column_text(q, at);
    size_t n = (size_t)sqlite3_column_bytes(q, at);
    return p && n ? dem_arena_str(arena, (dem_str){p, n}) : (dem_str){NULL, 0};
}

dem_status dem_state_begin(dem_state *s, dem_error *err)
{
    return run(s, "BEGIN IMMEDIATE", err);
}
dem_status dem_state_commit(dem_state *s, dem_error *err)
{
    return run(s, "COMMIT", err);
}

/* ── feeds ───────────────────────────────────────────────────────────────── */

dem_status dem_state_feed(dem_state *s, dem_arena *arena, dem_str url, dem_feed_state *out, dem_error *err)
{
    bool row;
    sqlite3_stmt *q = start(s, GET_FEED);
    *out = (dem_feed_state){0};
    text(q, 1, url);
    dem_status st = step(s, q, &row, err);
    if (row)
        *out = (dem_feed_state){.etag = column(arena, q, 0),
                                .modified = column(arena, q, 1),
                                .polled = sqlite3_column_int64(q, 2),
                                .next = sqlite3_column_int64(q, 3)};
    sqlite3_reset(q);
    return st;
}

dem_status dem_state_put_feed(dem_state *s, dem_str url, const dem_feed_state *feed, dem_error *err)
{
    sqlite3_stmt *q = start(s, PUT_FEED);
    text(q, 1, url);
    text(q, 2, feed->etag);
    text(q, 3, feed->modified);
    sqlite3_bind_int64(q, 4, feed->polled);
    sqlite3_bind_int64(q, 5, feed->next);
    return finish(s, q, err);
}

dem_status dem_state_feed_writing(dem_state *s, dem_str url, dem_str file, uint64_t offset, dem_error *err)
{
    sqlite3_stmt *q = start(s, FEED_WRITING);
    text(q, 1, url);
    text(q, 2, file);
    sqlite3_bind_int64(q, 3, (int64_t)offset);
    return finish(s, q, err);
}

dem_status dem_state_feed_cut(dem_state *s, dem_str url, dem_error *err)
{
    sqlite3_stmt *q = start(s, FEED_CUT);
    text(q, 1, url);
    return finish(s, q, err);
}

/* ── pages ───────────────────────────────────────────────────────────────── */

dem_status dem_state_want(dem_state *s, dem_str url, dem_str host, const dem_warc_told *told, bool local,
                          bool *added, dem_error *err)
{
    sqlite3_stmt *q = start(s, WANT);
    text(q, 1, url);
    text(q, 2, host);
    text(q, 3, told->feed);
    text(q, 4, told->title);
    text(q, 5, told->author);
    text(q, 6, told->publisher);
    text(q, 7, told->published);
    text(q, 8, told->language);
    sqlite3_bind_int(q, 9, local);
    dem_status st = finish(s, q, err);
    *added = st == DEM_OK && sqlite3_changes(s->db) > 0;
    return st;
}

dem_status dem_state_told(dem_state *s, dem_arena *arena, dem_str url, dem_warc_told *out, dem_error *err)
{
    bool row;
    sqlite3_stmt *q = start(s, GET_TOLD);
    *out = (dem_warc_told){0};
    text(q, 1, url);
    dem_status st = step(s, q, &row, err);
    if (row)
        *out = (dem_warc_told){column(arena, q, 0), column(arena, q, 1), column(arena, q, 2),
                               column(arena, q, 3), column(arena, q, 4), column(arena, q, 5)};
    sqlite3_reset(q);
    return st;
}

dem_status dem_state_page(dem_state *s, dem_str url, dem_page_state *out, dem_error *err)
{
    bool row;
    sqlite3_stmt *q = start(s, GET_PAGE);
    text(q, 1, url);
    dem_status st = DEM_OK;
    *out = DEM_PAGE_UNKNOWN;
    while ((st = step(s, q, &row, err)) == DEM_OK && row) {
        dem_page_state state = (dem_page_state)sqlite3_column_int(q, 0);
        if (*out == DEM_PAGE_UNKNOWN || state == DEM_PAGE_KEPT) *out = state;
    }
    sqlite3_reset(q);
    return st;
}

static dem_str borrowed(sqlite3_stmt *q)
{
    return (dem_str){(const char *)sqlite3_column_text(q, 0), (size_t)sqlite3_column_bytes(q, 0)};
}

dem_status dem_state_hosts(dem_state *s, dem_state_host_fn *fn, void *ctx, dem_error *err)
{
    bool row;
    dem_status st;
    sqlite3_stmt *q = start(s, HOSTS);
    while ((st = step(s, q, &row, err)) == DEM_OK && row) fn(ctx, borrowed(q));
    sqlite3_reset(q);
    return st;
}

dem_status dem_state_wanted(dem_state *s, dem_str host, int64_t *after, size_t most, dem_state_page_fn *fn,
                            void *ctx, dem_error *err)
{
    bool row;
    dem_status st;
    sqlite3_stmt *q = start(s, WANTED);
    text(q, 1, host);
    sqlite3_bind_int64(q, 2, *after);
    sqlite3_bind_int64(q, 3, (int64_t)most);
    while ((st = step(s, q, &row, err)) == DEM_OK && row) {
        fn(ctx, borrowed(q), sqlite3_column_int(q, 2) != 0);
        *after = sqlite3_column_int64(q, 1);
    }
    sqlite3_reset(q);
    return st;
}

dem_status dem_state_count_wanted(dem_state *s, uint64_t *out, dem_error *err)
{
    bool row;
    sqlite3_stmt *q = start(s, COUNT_WANTED);
    dem_status st = step(s, q, &row, err);
    *out = row ? (uint64_t)sqlite3_column_int64(q, 0) : 0;
    sqlite3_reset(q);
    return st;
}

dem_status dem_state_writing(dem_state *s, dem_str url, dem_str final, dem_str file, uint64_t offset,
                             dem_str when, dem_error *err)
{
    sqlite3_stmt *q = start(s, WRITING);
    text(q, 1, url);
    text(q, 2, final);
    text(q, 3, file);
    sqlite3_bind_int64(q, 4, (int64_t)offset);
    text(q, 5, when);
    return finish(s, q, err);
}

dem_status dem_state_end(dem_state *s, dem_str url, dem_page_state as, int http, dem_str reason, dem_error *err)
{
    sqlite3_stmt *q = start(s, END);
    text(q, 1, url);
    sqlite3_bind_int(q, 2, (int)as);
    if (http) sqlite3_bind_int(q, 3, http);
    text(q, 4, reason);
    return finish(s, q, err);
}

dem_status dem_state_failed(dem_state *s, dem_str url, int http, dem_str reason, bool *end, dem_error *err)
{
    bool row;
    sqlite3_stmt *q = start(s, FAIL);
    text(q, 1, url);
    if (http) sqlite3_bind_int(q, 2, http);
    text(q, 3, reason);
    sqlite3_bind_int(q, 4, DEM_PAGE_MAX_RUNS);
    dem_status st = step(s, q, &row, err);
    *end = row && sqlite3_column_int(q, 0) == DEM_PAGE_FAILED;
    if (row) st = step(s, q, &row, err); /* which commits it */
    sqlite3_reset(q);
    return st;
}

dem_status dem_state_unfinished(dem_state *s, dem_arena *arena, dem_unfinished *out, dem_error *err)
{
    bool row;
    sqlite3_stmt *q = start(s, UNFINISHED);
    *out = (dem_unfinished){0};
    dem_status st = step(s, q, &row, err);
    if (row)
        *out = (dem_unfinished){.url = column(arena, q, 0),
                                .is_feed = sqlite3_column_int(q, 1) != 0,
                                .file = column(arena, q, 2),
                                .offset = (uint64_t)sqlite3_column_int64(q, 3)};
    sqlite3_reset(q);
    return st;
}

/* ── opening ─────────────────────────────────────────────────────────────── */

static dem_status number_of(dem_state *s, const char *sql, int *out, dem_error *err)
{
    sqlite3_stmt *q = NULL;
    bool good = sqlite3_prepare_v2(s->db, sql, -1, &q, NULL) == SQLITE_OK && sqlite3_step(q) == SQLITE_ROW;
    if (good) *out = sqlite3_column_int(q, 0);
    dem_status st = good ? DEM_OK : refused(s, err);
    sqlite3_finalize(q);
    return st;
}

/* Ours, or empty: anything else is somebody's database that we must not write into. */
static dem_status check_kind(dem_state *s, dem_error *err)
{
    int application = 0, version = 0, tables = 0;
    dem_status st = number_of(s, "PRAGMA application_id", &application, err);
    if (st == DEM_OK) st = number_of(s, "PRAGMA user_version", &version, err);
    if (st == DEM_OK) st = number_of(s, "SELECT count(*) FROM sqlite_schema", &tables, err);
    if (st != DEM_OK || tables == 0 || (application == APPLICATION && version == SCHEMA_VERSION)) return st;
    return dem_fail(err, DEM_E_STORE, dem_str_from(s->path), 0, 0,
                    "not the state of fetched pages, or of another version");
}

/* The lock on the file is kept as long as it is open: two fetchers in a folder would write each page twice. */
static dem_status prepare(dem_state *s, dem_error *err)
{
    char mark[80];
    sqlite3_snprintf(sizeof mark, mark, "PRAGMA application_id = %d; PRAGMA user_version = %d", APPLICATION,
                     SCHEMA_VERSION);
    dem_status st =
        run(s, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL", err);
    if (st == DEM_OK) st = dem_state_begin(s, err);
    if (st == DEM_OK) st = check_kind(s, err);
    if (st == DEM_OK) st = run(s, SCHEMA, err);
    if (st == DEM_OK) st = run(s, mark, err);
    if (st == DEM_OK) st = dem_state_commit(s, err);
    for (int i = 0; st == DEM_OK && i < STATEMENTS; i++)
        if (sqlite3_prepare_v2(s->db, SQL[i], -1, &s->stmt[i], NULL) != SQLITE_OK) st = refused(s, err);
    return st;
}

dem_status dem_state_open(dem_state **out, const char *path, dem_error *err)
{
    enum { WAIT_FOR_LOCK = 2000 /* ms */ };
    dem_state *s = dem_xalloc(sizeof *s);
    size_t n = strlen(path) + 1;
    s->path = memcpy(dem_xalloc(n), path, n);
    *out = NULL;
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    bool open = sqlite3_open_v2(path, &s->db, flags, NULL) == SQLITE_OK;
    if (open) sqlite3_busy_timeout(s->db, WAIT_FOR_LOCK);
    dem_status st = open ? prepare(s, err) : refused(s, err);
    if (st != DEM_OK && s->db && (sqlite3_errcode(s->db) & 0xFF) == SQLITE_BUSY)
        dem_fail(err, DEM_E_STORE, dem_str_from(path), 0, 0, "in use by another run; wait for its end");
    if (st == DEM_OK) *out = s;
    else dem_state_close(s);
    return st;
}

void dem_state_close(dem_state *s)
{
    if (!s) return;
    for (int i = 0; i < STATEMENTS; i++) sqlite3_finalize(s->stmt[i]);
    sqlite3_close(s->db);
    free(s->path);
    free(s);
}
