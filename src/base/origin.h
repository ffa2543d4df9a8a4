/* base/origin.h - where the bytes of an input come from, packed as they are; for input.c and members.c only.
 *
 *   file, memory, member of an archive  ->  libarchive: filter and format  ->  input or members
 *
 * What stands at the bottom of such a tower counts the bytes that went in, so that each storey can tell whether
 * what comes out can still be honest (dem_flow_is_bomb). */
#ifndef DEM_BASE_ORIGIN_H
#define DEM_BASE_ORIGIN_H
#include "base/error.h"
#include <archive.h>

/* Up to FREE bytes anything may come out of anything; beyond that at most RATIO times what went in. News text packs to a
 * tenth, the same line a million times by deflate to a thousandth. */
#define DEM_BOMB_FREE ((uint64_t)64 << 20)
#define DEM_BOMB_RATIO 1000u

/* What went into a tower of inputs and what came out of the members of its archives. */
typedef struct dem_flow {
    uint64_t packed;  /* bytes read at the bottom, those read twice counted twice */
    uint64_t size;    /* of the file or memory at the bottom; UINT64_MAX: not known */
    uint64_t members; /* bytes that came out of members */
    bool dictionary;  /* the bytes begin with a dictionary that zstd needs and libarchive cannot take */
} dem_flow;

/* `out` bytes out of `packed` are more than honest text can be. */
bool dem_flow_is_bomb(uint64_t out, uint64_t packed);

typedef struct dem_origin dem_origin;
struct dem_origin {
    /* The next block, valid until the next call; 0 at the end; -1, with the error set in `a`, on failure. */
    la_ssize_t (*read)(dem_origin *o, struct archive *a, const void **block);
    /* As lseek(). NULL: it can only be read on. */
    la_int64_t (*seek)(dem_origin *o, la_int64_t offset, int whence);
    void (*close)(dem_origin *o); /* gives back what it holds, the origin included */
    dem_flow *flow;               /* borrowed; outlives the origin */
};

/* Never NULL. The descriptor is closed with the origin, unless it is standard input. `bytes` are borrowed. */
dem_origin *dem_origin_file(int fd, dem_flow *flow);
dem_origin *dem_origin_memory(dem_str bytes, dem_flow *flow);

/* An archive that will read from `o`, which is borrowed and outlives it: filters and formats are the caller's to add before
 * dem_origin_start(). Never NULL. */
struct archive *dem_origin_archive(void);
/* ARCHIVE_OK or what libarchive says. */
int dem_origin_start(struct archive *a, dem_origin *o);

#endif
