/* places/import.c - GeoNames' dump into an SQLite file. Everything goes into a file beside the wanted one, which is renamed at
 * the end; the indexes are made when all rows are there, which is many times faster than keeping them. */
#include "base/buf.h"
#include "base/input.h"
#include "base/sha256.h"
#include "places/geonames.h"
#include "places/key.h"
#include "places/places.h"
#include "places/schema.h"
#include <errno.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { MAX_LINE = 1 << 20, SHOW_EVERY = 20000, MAX_NAMES = 400 /* of a place */ };

typedef enum statement { PUT_PLACE, PUT_NAME, PUT_REGION, PUT_META, STATEMENTS } statement;
static const char *const SQL[STATEMENTS] = {
    [PUT_PLACE] = "INSERT OR IGNORE INTO place (id, name, country, cc, admin1, kind, weight, lat, lon)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    [PUT_NAME] = "INSERT INTO name (key, place, other) VALUES (?, ?, ?)",
    [PUT_REGION] = "INSERT OR REPLACE INTO region (country, admin1, name) VALUES (?, ?, ?)",
    [PUT_META] = "INSERT INTO meta (key, value) VALUES (?, ?)",
};

typedef struct import {
    const dem_lexicon *lex;
    const dem_places_wanted *wanted;
    dem_places_count *count;
    sqlite3 *db;
    sqlite3_stmt *stmt[STATEMENTS];
    const char *path; /* of the file that is written */
    dem_buf key;
    dem_sha256 hash;
    dem_error *err;
} import;

static dem_status refused(const import *m)
{
    return dem_fail(m->err, DEM_E_STORE, dem_str_from(m->path), 0, 0, "%s",
                    m->db ? sqlite3_errmsg(m->db) : "out of memory");
}

static dem_status run(import *m, const char *sql)
{
    return sqlite3_exec(m->db, sql, NULL, NULL, NULL) == SQLITE_OK ? DEM_OK : refused(m);
}

static void text(sqlite3_stmt *s, int at, dem_str v)
{
    sqlite3_bind_text64(s, at, v.p ? v.p : "", v.n, SQLITE_STATIC, SQLITE_UTF8);
}

static dem_status put(import *m, statement which)
{
    sqlite3_stmt *s = m->stmt[which];
    int rc = sqlite3_step(s);
    sqlite3_reset(s);
    return rc == SQLITE_DONE ? DEM_OK : refused(m);
}

/* ---- rows ---------------------------------------------------------------------------------------- */

static dem_status put_name(import *m, int64_t id, dem_str name, bool other)
{
    dem_places_key_of(&m->key, name);
    if (!m->key.n) return DEM_OK;
    text(m->stmt[PUT_NAME], 1, dem_buf_str(&m->key));
    sqlite3_bind_int64(m->stmt[PUT_NAME], 2, id);
    sqlite3_bind_int(m->stmt[PUT_NAME], 3, other);
    m->count->names++;
    return put(m, PUT_NAME);
}

static dem_status put_names(import *m, const dem_geonames_row *row)
{
    dem_status st = put_name(m, row->id, row->name, false);
    dem_str rest = row->other_names, name;
    for (unsigned n = 0; st == DEM_OK && n < MAX_NAMES && rest.n && dem_str_next(&rest, ',', &name); n++)
        if (!dem_str_eq(name, row->name)) st = put_name(m, row->id, name, true);
    return st;
}

static dem_status put_region(import *m, dem_str country, dem_str admin1, dem_str name)
{
    text(m->stmt[PUT_REGION], 1, country);
    text(m->stmt[PUT_REGION], 2, admin1);
    text(m->stmt[PUT_REGION], 3, name);
    return put(m, PUT_REGION);
}

static bool wanted(const import *m, const dem_geonames_row *row, unsigned kind)
{
    const char *classes = m->wanted->classes ? m->wanted->classes : "APHTLS";
    bool town = kind == DEM_LOCALITY_TOWN || kind == DEM_LOCALITY_QUARTER;
    return kind < DEM_LOCALITY_KIND_COUNT && strchr(classes, row->class) &&
           (!town || row->population >= m->wanted->least);
}

static dem_status put_row(import *m, const dem_geonames_row *row)
{
    unsigned kind = dem_geonames_kind(row);
    if (!wanted(m, row, kind)) return DEM_OK;
    sqlite3_stmt *s = m->stmt[PUT_PLACE];
    sqlite3_bind_int64(s, 1, row->id);
    text(s, 2, row->name);
    text(s, 3, dem_str_from(row->country));
    text(s, 4, row->cc);
    text(s, 5, row->admin1);
    sqlite3_bind_int(s, 6, (int)kind);
    sqlite3_bind_int64(s, 7, dem_geonames_weight(row, kind));
    sqlite3_bind_double(s, 8, row->lat);
    sqlite3_bind_double(s, 9, row->lon);
    dem_status st = put(m, PUT_PLACE);
    if (st != DEM_OK || sqlite3_changes(m->db) == 0) return st; /* the id was there: a row given twice */
    m->count->places++;
    if (kind == DEM_LOCALITY_REGION) st = put_region(m, row->cc, row->admin1, row->name);
    return st == DEM_OK ? put_names(m, row) : st;
}

static void skip(import *m, const dem_input *in, const dem_line *line, const char *why)
{
    dem_error e;
    m->count->skipped++;
    dem_fail(&e, DEM_E_FORMAT, dem_input_name(in), line->number, 0, "%s", why);
    if (m->wanted->skipped) m->wanted->skipped(m->wanted->ctx, &e);
}

static dem_status read_rows(import *m, dem_input *in)
{
    dem_line line;
    for (;;) {
        if (m->wanted->stop && atomic_load(&m->wanted->stop->wanted)) return DEM_END;
        dem_status st = dem_input_line(in, &line, m->err);
        if (st == DEM_END) return DEM_OK;
        if (st == DEM_E_LIMIT) {
            skip(m, in, &line, "a line of more than a megabyte");
            continue;
        }
        if (st != DEM_OK) return st;
        dem_str text = line.text;
        if (text.n && text.p[text.n - 1] == '\r') text.n--;
        if (!text.n || text.p[0] == '#') continue;
        dem_sha256_add(&m->hash, text);
        m->count->rows++;
        if (m->wanted->progress && m->count->rows % SHOW_EVERY == 0)
            m->wanted->progress(m->wanted->ctx, m->count->rows);
        dem_geonames_row row;
        const char *wrong = NULL;
        if (!dem_geonames_read(m->lex, text, &row, &wrong)) {
            skip(m, in, &line, wrong);
            continue;
        }
        if ((st = put_row(m, &row)) != DEM_OK) return st;
    }
}

/* "US.TX	Texas	Texas	4736286": names of divisions for dumps that have towns alone. */
static dem_status read_admin1(import *m, const char *path)
{
    dem_input *in = NULL;
    dem_line line;
    dem_status st = dem_input_open(&in, path, MAX_LINE, m->err);
    while (st == DEM_OK && (st = dem_input_line(in, &line, m->err)) == DEM_OK) {
        dem_str rest = line.text, code, name;
        if (!dem_str_next(&rest, '\t', &code) || !dem_str_next(&rest, '\t', &name)) continue;
        size_t dot = dem_str_find(code, DEM_STR("."));
        if (dot < code.n)
            st = put_region(m, dem_str_sub(code, 0, dot), dem_str_sub(code, dot + 1, code.n), name);
    }
    dem_input_close(in);
    return st == DEM_END ? DEM_OK : st;
}

/* ---- the file ------------------------------------------------------------------------------------ */

static dem_status put_meta(import *m, const char *key, dem_str value)
{
    text(m->stmt[PUT_META], 1, dem_str_from(key));
    text(m->stmt[PUT_META], 2, value);
    return put(m, PUT_META);
}

static dem_status begin(import *m)
{
    if (sqlite3_open_v2(m->path, &m->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) != SQLITE_OK)
        return refused(m);
    dem_status st = run(m, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" DEM_PLACES_TABLES "BEGIN");
    for (int i = 0; st == DEM_OK && i < STATEMENTS; i++)
        if (sqlite3_prepare_v2(m->db, SQL[i], -1, &m->stmt[i], NULL) != SQLITE_OK) st = refused(m);
    return st;
}

static dem_status finish(import *m)
{
    char hex[65], sql[128];
    dem_sha256_hex(&m->hash, hex);
    dem_status st = put_meta(m, "hash", dem_str_from(hex));
    if (st == DEM_OK) st = run(m, DEM_PLACES_INDEXES "COMMIT");
    snprintf(sql, sizeof sql, "PRAGMA application_id = %d; PRAGMA user_version = %d", DEM_PLACES_APPLICATION,
             DEM_PLACES_VERSION);
    return st == DEM_OK ? run(m, sql) : st;
}

static dem_status fill(import *m, const char *from)
{
    dem_input *in = NULL;
    dem_status st = dem_input_open(&in, from, MAX_LINE, m->err);
    if (st == DEM_OK) st = begin(m);
    if (st == DEM_OK && m->wanted->admin1) st = read_admin1(m, m->wanted->admin1);
    if (st == DEM_OK) st = read_rows(m, in);
    if (st == DEM_OK && m->count->places == 0)
        st = dem_fail(m->err, DEM_E_FORMAT, dem_input_name(in), 0, 0,
                      "no row of this file is a place of GeoNames' dump");
    if (st == DEM_OK) st = finish(m);
    dem_input_close(in);
    return st;
}

dem_status dem_places_import(const dem_lexicon *lex, const char *from, const char *to,
                             const dem_places_wanted *wanted, dem_places_count *count, dem_error *err)
{
    dem_buf part = {0};
    dem_buf_addf(&part, "%s.part", to);
    *count = (dem_places_count){0};
import m = {.lex = lex, .wanted = wanted, .count = count, .path = part.p, .err = err };
    dem_sha256_init(&m.hash);
    unlink(m.path); /* of an import that was killed */
    dem_status st = fill(&m, from);
    for (int i = 0; i < STATEMENTS; i++) sqlite3_finalize(m.stmt[i]);
    if (m.db && sqlite3_close(m.db) != SQLITE_OK && st == DEM_OK) st = refused(&m);
    if (st == DEM_OK && rename(m.path, to) != 0)
        st = dem_fail(err, DEM_E_IO, dem_str_from(to), 0, 0, "cannot write: %s", strerror(errno));
    if (st != DEM_OK) unlink(m.path);
    dem_buf_release(&m.key);
    dem_buf_release(&part);
    return st;
}
