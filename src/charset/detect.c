/* charset/detect.c - see detect.h. */
#include "charset/detect.h"
#include "charset/labels.h"
#include <unicode/ucsdet.h>

enum {
    ZEROS_WITHIN = 4096,
    ZEROS_LEAST = 16,    /* fewer bytes show no pattern */
    SAMPLE = 32 * 1024,  /* the detector looks at little more */
    SAMPLE_BEFORE = 256, /* some words before the first byte that is not ASCII */
    SURE_ENOUGH = 25     /* percent; below this it guesses between what differs in a few letters */
};

const char *dem_detect_zeros(dem_str bytes)
{
    size_t n = (bytes.n < ZEROS_WITHIN ? bytes.n : ZEROS_WITHIN) / 4, zero[4] = {0};
    if (n < ZEROS_LEAST / 4 || !memchr(bytes.p, 0, 4 * n)) return NULL;
    for (size_t i = 0; i < 4 * n; i++) zero[i % 4] += bytes.p[i] == 0;
    /* A character of UTF-32 has a zero first or last byte always, one of UTF-16 in Western text nearly always. */
    if (zero[3] == n && zero[2] > n * 9 / 10 && zero[0] < n / 8) return "utf-32le";
    if (zero[0] == n && zero[1] > n * 9 / 10 && zero[3] < n / 8) return "utf-32be";
    size_t even = zero[0] + zero[2], odd = zero[1] + zero[3];
    if (odd > n * 2 * 6 / 10 && even < n / 8) return "utf-16le";
    if (even > n * 2 * 6 / 10 && odd < n / 8) return "utf-16be";
    return NULL;
}

/* The name of the best match that is not UTF-8, which the caller has excluded already. */
static const char *best_match(UCharsetDetector *det, UErrorCode *status)
{
    int32_t n = 0;
    const UCharsetMatch **match = ucsdet_detectAll(det, &n, status);
    for (int32_t i = 0; U_SUCCESS(*status) && i < n; i++) {
        if (ucsdet_getConfidence(match[i], status) < SURE_ENOUGH) break;
        const char *name = dem_charset_label(dem_str_from(ucsdet_getName(match[i], status)));
        if (name && strncmp(name, "utf-", 4) != 0) return name;
    }
    return NULL;
}

const char *dem_detect(dem_str bytes)
{
    size_t first = 0;
    while (first < bytes.n && !(bytes.p[first] & 0x80)) first++;
    first = first > SAMPLE_BEFORE ? first - SAMPLE_BEFORE : 0;
    dem_str sample = dem_str_sub(bytes, first, first + SAMPLE);
    UErrorCode status = U_ZERO_ERROR;
    UCharsetDetector *det = ucsdet_open(&status);
    if (U_FAILURE(status)) return NULL;
    ucsdet_setText(det, sample.p, (int32_t)sample.n, &status);
    ucsdet_enableInputFilter(det, memchr(sample.p, '<', sample.n) != NULL);
    const char *name = best_match(det, &status);
    ucsdet_close(det);
    return name;
}
