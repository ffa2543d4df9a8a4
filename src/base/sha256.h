/* base/sha256.h - SHA-256, written as 64 hexadecimal digits in lower case. */
#ifndef DEM_BASE_SHA256_H
#define DEM_BASE_SHA256_H
#include "base/str.h"
#include <nettle/sha2.h>

typedef struct dem_sha256 {
    struct sha256_ctx ctx;
} dem_sha256;

void dem_sha256_init(dem_sha256 *h);
void dem_sha256_add(dem_sha256 *h, dem_str bytes);
/* The digest of all that was added, with a NUL behind it. `h` is then as after init. */
void dem_sha256_hex(dem_sha256 *h, char out[65]);
/* The digest of `bytes`. */
void dem_sha256_of(dem_str bytes, char out[65]);

#endif
