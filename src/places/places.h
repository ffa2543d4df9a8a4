/* places/places.h - an imported gazetteer: GeoNames' dump in an SQLite file, for those who want more places than the lexicon has.
 *
 *   allCountries.txt ── import ──> places.db ── one connection a thread ──> dem_gazetteer (record/locality.h)
 *
 * The file is made once and then only read. */
#ifndef DEM_PLACES_PLACES_H
#define DEM_PLACES_PLACES_H
#include "base/job.h"
#include "lexicon/lexicon.h"
#include "record/locality.h"

/* ---- import --------------------------------------------------------------------------------------- */

typedef struct dem_places_wanted {
    const char *classes; /* feature classes of GeoNames that are taken: "APHTLS"; NULL: these */
    uint32_t least;      /* towns with fewer inhabitants are left out; 0: none */
    const char *
        admin1; /* a file with the names of first-level divisions (admin1CodesASCII.txt); NULL: those of the dump */
    dem_stop *stop; /* may be NULL */
    /* Called now and then with the rows read so far; may be NULL. */
    void (*progress)(void *ctx, uint64_t rows);
    /* Called for each row that cannot be used, with its line; may be NULL. */
    void (*skipped)(void *ctx, const dem_error *why);
    void *ctx;
} dem_places_wanted;

typedef struct dem_places_count {
    uint64_t rows, places, names, skipped;
} dem_places_count;

/* Reads a dump (tab-separated, 19 columns; plain, gzip or zstd; "-" for standard input) and writes the file `to`, which
 * appears only when it is whole: an interrupted import leaves nothing. Countries' codes become the lexicon's. DEM_E_IO, DEM_E_STORE,
 * DEM_E_FORMAT if no row could be used, DEM_END if it was stopped. */
dem_status dem_places_import(const dem_lexicon *lex, const char *from, const char *to,
                             const dem_places_wanted *wanted, dem_places_count *count, dem_error *err);

/* ---- looking up ------------------------------------------------------------------------------------ */

typedef struct dem_places dem_places; /* one thread's connection */

/* DEM_E_STORE if the file cannot be read or is none of ours. The caller ends it with dem_places_close(), which takes NULL. */
dem_status dem_places_open(dem_places **out, const char *path, dem_error *err);
void dem_places_close(dem_places *p);
/* SHA-256 of what was imported, 64 hexadecimal digits. Borrowed. */
const char *dem_places_hash(const dem_places *p);
/* As the question that geo/ asks. Valid as long as `p`. */
dem_gazetteer dem_places_gazetteer(dem_places *p);

#endif
