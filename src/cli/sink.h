/* cli/sink.h - where records go: standard output, a file, a store. */
#ifndef DEM_CLI_SINK_H
#define DEM_CLI_SINK_H
#include "out/writer.h"
#include "store/store.h"

typedef struct dem_sink {
    const char *path;         /* NULL = standard output; borrowed */
    const dem_writer *writer; /* NULL = store */
    dem_out_style style;
    dem_store *store;
    int fd;
} dem_sink;

/* Chooses from a table of writers by the options -o and --format (each may be NULL): a path ending in .db, .sqlite or .sqlite3 is
 * a store, if the writers are those of records; otherwise the writer is the one named, or the one of the path's ending, or
 * `table` on a terminal if there is one, or the first. Opens nothing. DEM_E_USAGE if these do not go together. */
dem_status dem_sink_choose(dem_sink *s, const dem_writer *writers, const char *path, const char *format,
                           dem_error *err);
/* Opens it and writes what stands before all reports. `coder` is borrowed until the end. DEM_E_IO or
 * DEM_E_STORE. */
dem_status dem_sink_open(dem_sink *s, const dem_coder *coder, bool no_text, dem_error *err);

/* Whether the report is there already, so that it need not be coded; always false but for stores. May be
 * called while another thread puts. */
bool dem_sink_has(dem_sink *s, dem_str report_id);
/* Appends the report to `b`; nothing for a store. Thread safe. */
void dem_sink_render(const dem_sink *s, const dem_out_item *item, dem_buf *b);
/* Puts the report into the store, *known as in store.h; nothing without a store. DEM_E_STORE. */
dem_status dem_sink_put(dem_sink *s, const dem_out_item *item, bool *known, dem_error *err);
/* Writes what was rendered; nothing for a store. DEM_END if nobody reads the pipe any more, DEM_E_IO if the output
 * fails. */
dem_status dem_sink_write(dem_sink *s, const dem_buf *rendered, dem_error *err);
/* Writes what stands after all reports and closes. Status as of the two before. */
dem_status dem_sink_close(dem_sink *s, dem_error *err);

#endif
