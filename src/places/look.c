/* places/look.c - names of a text in the imported gazetteer. */
#include "places/key.h"
#include "places/places.h"
#include "places/schema.h"
#include <sqlite3.h>
#include <stdlib.h>

enum {
    MOST = 64,  /* readings of a name */
    SMALL = 100 /* thousands: below it a lone word is mostly something else, as by-names are */
};

typedef enum question { LONGEST, FIND, QUESTIONS } question;
static const char *const SQL[QUESTIONS] = {
    [LONGEST] = "SELECT longest FROM first WHERE word = ?",
    [FIND] = "SELECT p.name, p.country, p.kind, p.weight, p.lat, p.lon, r.name, min(n.other) FROM name n JOIN "
             "place p ON p.id = n.place"
             " LEFT JOIN region r ON r.country = p.cc AND r.admin1 = p.admin1"
             " WHERE n.key = ? GROUP BY p.id ORDER BY p.weight DESC, p.id LIMIT 64",
};

struct dem_places {
    sqlite3 *db;
    sqlite3_stmt *stmt[QUESTIONS];
    dem_buf key;
    char hash[65];
};

static dem_status refused(const dem_places *p, const char *path, dem_error *err)
{
    return dem_fail(err, DEM_E_STORE, dem_str_from(path), 0, 0, "%s",
                    p->db ? sqlite3_errmsg(p->db) : "out of memory");
}

/* The one value that `sql` gives, as text of at most size - 1 bytes; false if there is none. */
static bool ask(sqlite3 *db, const char *sql, char *out, size_t size)
{
    sqlite3_stmt *q = NULL;
    bool good = sqlite3_prepare_v2(db, sql, -1, &q, NULL) == SQLITE_OK && sqlite3_step(q) == SQLITE_ROW;
    const char *z = good ? (const char *)sqlite3_column_text(q, 0) : NULL;
    good = z && strlen(z) < size;
    if (good) memcpy(out, z, strlen(z) + 1);
    sqlite3_finalize(q);
    return good;
}

static dem_status open_file(dem_places *p, const char *path, dem_error *err)
{
    char number[32];
    if (sqlite3_open_v2(path, &p->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
        return refused(p, path, err);
    bool ours =
        ask(p->db, "PRAGMA application_id", number, sizeof number) && atol(number) == DEM_PLACES_APPLICATION;
    bool known = ask(p->db, "PRAGMA user_version", number, sizeof number) && atol(number) == DEM_PLACES_VERSION;
    if (!ours)
        return dem_fail(err, DEM_E_STORE, dem_str_from(path), 0, 0,
                        "no gazetteer of \"demarche places import\"");
    if (!known || !ask(p->db, "SELECT value FROM meta WHERE key = 'hash'", p->hash, sizeof p->hash))
        return dem_fail(err, DEM_E_STORE, dem_str_from(path), 0, 0,
                        "a gazetteer of another version: import it anew");
    for (int i = 0; i < QUESTIONS; i++)
        if (sqlite3_prepare_v2(p->db, SQL[i], -1, &p->stmt[i], NULL) != SQLITE_OK) return refused(p, path, err);
    return DEM_OK;
}

dem_status dem_places_open(dem_places **out, const char *path, dem_error *err)
{
    dem_places *p = dem_xalloc(sizeof *p);
    dem_status st = open_file(p, path, err);
    if (st != DEM_OK) {
        dem_places_close(p);
        return st;
    }
    *out = p;
    return DEM_OK;
}

void dem_places_close(dem_places *p)
{
    if (!p) return;
    for (int i = 0; i < QUESTIONS; i++) sqlite3_finalize(p->stmt[i]);
    sqlite3_close(p->db);
    dem_buf_release(&p->key);
    free(p);
}

const char *dem_places_hash(const dem_places *p)
{
    return p->hash;
}

/* ---- looking up ------------------------------------------------------------------------------------ */

static dem_str column(dem_arena *arena, sqlite3_stmt *q, int at)
{
    dem_str s = {(const char *)sqlite3_column_text(q, at), 0};
    s.n = (size_t)sqlite3_column_bytes(q, at);
    return s.n ? dem_arena_str(arena, s) : (dem_str){NULL, 0};
}

/* The readings of the key, in `arena`; their number. */
static uint32_t find_key(dem_places *p, dem_arena *arena, dem_str key, bool word, const dem_naming **naming)
{
    sqlite3_stmt *q = p->stmt[FIND];
    dem_naming *at = NULL;
    uint32_t n = 0;
    sqlite3_bind_text64(q, 1, key.p, key.n, SQLITE_STATIC, SQLITE_UTF8);
    while (n < MOST && sqlite3_step(q) == SQLITE_ROW) {
        if (!at) at = dem_arena_array(arena, dem_naming, MOST);
        dem_locality *l = dem_arena_array(arena, dem_locality, 1);
        int kind = sqlite3_column_int(q, 2);
        *l = (dem_locality){
            .name = column(arena, q, 0),
            .region = column(arena, q, 6),
            .kind = (uint8_t)(kind >= 0 && kind < DEM_LOCALITY_KIND_COUNT ? kind : DEM_LOCALITY_TOWN),
            .weight = (uint32_t)sqlite3_column_int64(q, 3),
            .has_point = true,
            .lat = sqlite3_column_double(q, 4),
            .lon = sqlite3_column_double(q, 5)};
        if (l->weight == 0) l->weight = 1;
        dem_str code = column(arena, q, 1);
        if (code.n == 3) memcpy(l->country, code.p, 3);
        at[n++] = (dem_naming){.place = l, .doubtful = word && (l->weight < SMALL || sqlite3_column_int(q, 7))};
    }
    sqlite3_reset(q);
    *naming = at;
    return n;
}

/* Pieces of the longest name that begins with `word`; 0 if none does. */
static uint32_t longest(dem_places *p, dem_str word)
{
    sqlite3_stmt *q = p->stmt[LONGEST];
    sqlite3_bind_text64(q, 1, word.p, word.n, SQLITE_STATIC, SQLITE_UTF8);
    uint32_t n = sqlite3_step(q) == SQLITE_ROW ? (uint32_t)sqlite3_column_int(q, 0) : 0;
    sqlite3_reset(q);
    return n;
}

static uint32_t find(void *of, dem_arena *arena, const dem_str *word, uint32_t n, const dem_naming **naming,
                     uint32_t *n_naming)
{
    dem_places *p = of;
    size_t end[DEM_PLACES_PIECES + 1]; /* where the key ends with each word */
    uint32_t pieces = 0, words = 0, most = 1;
    dem_buf_clear(&p->key);
    for (uint32_t i = 0; i < n && words < DEM_PLACES_PIECES && pieces < most; i++) {
        if (!dem_places_key_add(&p->key, word[i], dem_all_caps(word[i]) >= 4, &pieces)) break;
        end[words++] = p->key.n;
        if (i > 0) continue;
        dem_str first = dem_buf_str(&p->key), rest = first;
        if (!dem_str_next(&rest, ' ', &first) || !(most = longest(p, first))) return 0;
    }
    for (; words > 0; words--) {
        *n_naming = find_key(p, arena, (dem_str){p->key.p, end[words - 1]}, words == 1, naming);
        if (*n_naming) return words;
    }
    return 0;
}

dem_gazetteer dem_places_gazetteer(dem_places *p)
{
    return (dem_gazetteer){.of = p, .find = find};
}
