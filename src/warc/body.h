/* warc/body.h - the body of an HTTP answer as it was sent, made into what was meant. */
#ifndef DEM_WARC_BODY_H
#define DEM_WARC_BODY_H
#include "base/arena.h"
#include "base/error.h"

typedef struct dem_body {
    dem_str bytes;
    bool cut; /* known not to be whole; what there is is kept */
} dem_body;

/* Undoes chunks and content encoding (gzip, deflate, zstd; `transfer` and `coding` are the values of Transfer-Encoding and
 * Content-Encoding, empty if there are none). Many archives keep the fields but undo them themselves, so a body that
 * does not look as the field says is taken as it is. `b` holds the body before and after; what is new is in
 * `arena`. DEM_E_LIMIT if it unpacks to more than `limit` bytes, DEM_E_FORMAT if it is packed as brotli packs: *why says so. */
dem_status dem_body_decode(dem_arena *arena, dem_body *b, dem_str transfer, dem_str coding, size_t limit,
                           const char **why);

#endif
