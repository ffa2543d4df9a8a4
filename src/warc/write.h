/* warc/write.h - writing a web archive: what the fetcher keeps of the pages it was given.
 *
 * WARC 1.1, each record a gzip member of its own, appended and never changed. A writer that is killed leaves whole
 * records and at most one torn one behind them; the next dem_warc_writer_open() cuts that off. So that it need not
 * unpack the file to find the end, each member tells its length in a field of its gzip header (RFC 1952, FEXTRA),
 * which other programs pass over. One writer a file at a time. */
#ifndef DEM_WARC_WRITE_H
#define DEM_WARC_WRITE_H
#include "base/error.h"
#include "warc/told.h"

typedef struct dem_warc_writer dem_warc_writer;

/* Opens `path` for appending; it is made if it does not exist. A new file begins with a record of kind warcinfo, made
 * at `date` ("YYYY-MM-DDThh:mm:ssZ"). On DEM_OK the caller owns *out and ends it with dem_warc_writer_close().
 * DEM_E_IO if the system refuses or another writer has the file; DEM_E_FORMAT, and the file is left as it is, if it
 * does not begin as this writer's files do. */
dem_status dem_warc_writer_open(dem_warc_writer **out, const char *path, dem_str date, dem_error *err);
/* Appends a response: `uri` it was asked of, `date` when ("YYYY-MM-DDThh:mm:ssZ"), `head` the status line and header
 * lines as received, with or without the blank line, `body` the payload with chunks and content encoding undone (as
 * libcurl gives it). The head is written with the true Content-Length; its fields Content-Encoding and
 * Transfer-Encoding, which no longer hold, become X-Crawler-Content-Encoding and -Transfer-Encoding. The record is
 * with the system when this returns: it survives the death of the process (not that of the machine, see
 * dem_warc_writer_sync). DEM_E_FORMAT, with nothing written, if uri or date is empty or holds a blank or control
 * character; DEM_E_IO, after which the file ends with the last whole record and writing may go on. */
dem_status dem_warc_write_response(dem_warc_writer *w, dem_str uri, dem_str date, dem_str head, dem_str body,
                                   dem_error *err);
/* The same with what was told of the page elsewhere in the record's own header; values that do not fit on a line of
 * it are left out. `told` may be NULL. */
dem_status dem_warc_write_page(dem_warc_writer *w, dem_str uri, dem_str date, dem_str head, dem_str body,
                               const dem_warc_told *told, dem_error *err);
/* Appends a conversion: `body`, of the type `media`, made from something else. Errors as above. */
dem_status dem_warc_write_conversion(dem_warc_writer *w, dem_str uri, dem_str date, dem_str media, dem_str body,
                                     const dem_warc_told *told, dem_error *err);
/* Bytes of the records in the file. */
uint64_t dem_warc_writer_size(const dem_warc_writer *w);
/* Takes back the records behind byte `size`, which is one that dem_warc_writer_size() gave. DEM_E_IO. */
dem_status dem_warc_writer_cut(dem_warc_writer *w, uint64_t size, dem_error *err);
/* Has what was written put on the disk. DEM_E_IO. */
dem_status dem_warc_writer_sync(dem_warc_writer *w, dem_error *err);
/* Takes NULL. Everything written so far is kept. */
void dem_warc_writer_close(dem_warc_writer *w);

#endif
