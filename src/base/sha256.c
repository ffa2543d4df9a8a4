/* base/sha256.c - see sha256.h; the arithmetic is nettle's. */
#include "base/sha256.h"

void dem_sha256_init(dem_sha256 *h)
{
    sha256_init(&h->ctx);
}

void dem_sha256_add(dem_sha256 *h, dem_str bytes)
{
    if (bytes.n) sha256_update(&h->ctx, bytes.n, (const uint8_t *)bytes.p);
}

void dem_sha256_hex(dem_sha256 *h, char out[65])
{
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_digest(&h->ctx, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++) {
        out[2 * i] = "0123456789abcdef"[digest[i] >> 4];
        out[2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
    }
    out[64] = 0;
}

void dem_sha256_of(dem_str bytes, char out[65])
{
    dem_sha256 h;
    dem_sha256_init(&h);
    dem_sha256_add(&h, bytes);
    dem_sha256_hex(&h, out);
}
