/* store/store.h - events in an SQLite file (docs/store.md).
 *
 * A report and its events are always written in one transaction, so that whatever ends the process
 * leaves whole reports only. A report whose id is there already is left alone: a run that was cut off
 * is resumed by running it again. A store is used by one thread at a time (but see dem_store_has);
 * several processes may append to one file. */
#ifndef DEM_STORE_STORE_H
#define DEM_STORE_STORE_H
#include "record/event.h"

typedef struct dem_store dem_store;

/* Opens `path` for appending, or creates it. `coder` is noted beside every report that is put; borrowed
 * until the store is closed. On DEM_OK the caller owns *out and ends it with dem_store_close().
 * DEM_E_STORE if the file cannot be opened, is no store of ours (it is not touched then), or is of
 * another version. */
dem_status dem_store_open(dem_store **out, const char *path, const dem_coder *coder, dem_error *err);

/* Whether a report of that id is there. Unlike everything else this may be called from a second thread
 * while another puts: a run asks before it codes. False if the database does not answer. */
bool dem_store_has(dem_store *s, dem_str report_id);
/* Adds a report and its events; `no_text` leaves the sentences out. *known (may be NULL) tells whether the
 * report was there already, and nothing was added. Puts are gathered into transactions of at most a
 * thousand reports or a quarter of a second. DEM_E_STORE if the database refuses; what was not yet
 * committed is lost then, and the store is of no further use. */
dem_status dem_store_put(dem_store *s, const dem_report *r, const dem_events *events, bool no_text, bool *known,
                         dem_error *err);

/* Commits what was put. */
dem_status dem_store_flush(dem_store *s, dem_error *err);
/* Commits and ends; takes NULL. The store is freed whatever the result. */
dem_status dem_store_close(dem_store *s, dem_error *err);

#endif
