/* places/schema.h - the tables of an imported gazetteer; for the files of this folder only. */
#ifndef DEM_PLACES_SCHEMA_H
#define DEM_PLACES_SCHEMA_H

/* "demp" */
#define DEM_PLACES_APPLICATION 1684368752
#define DEM_PLACES_VERSION 1

/* `key`: the name's pieces as lexicon/key.h folds them, with a blank between. `longest`: pieces of the longest name that
 * begins with `word`, so that few names are asked for in vain.
 * `other`: not the place's first name. */
#define DEM_PLACES_TABLES                                                                                      \
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;"                                      \
    "CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL, cc TEXT, admin1 "  \
    "TEXT,"                                                                                                    \
    " kind INTEGER NOT NULL, weight INTEGER NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL);"                  \
    "CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, other INTEGER NOT NULL);"                   \
    "CREATE TABLE region (country TEXT, admin1 TEXT, name TEXT, PRIMARY KEY (country, admin1)) WITHOUT ROWID;"

/* When all rows are there. */
#define DEM_PLACES_INDEXES                                                                                     \
    "CREATE INDEX name_key ON name (key, place, other);"                                                       \
    "CREATE TABLE first (word TEXT PRIMARY KEY, longest INTEGER NOT NULL) WITHOUT ROWID;"                      \
    "INSERT INTO first SELECT substr(key, 1, instr(key || ' ', ' ') - 1) AS word,"                             \
    " max(length(key) - length(replace(key, ' ', '')) + 1) FROM name GROUP BY word;"

#endif
