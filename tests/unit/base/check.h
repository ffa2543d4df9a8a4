/* What every unit test includes: cmocka and what it needs, and a comparison of slices. */
#ifndef TESTS_CHECK_H
#define TESTS_CHECK_H
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* cmocka needs the above */
#include "base/str.h"
#include <cmocka.h>

/* Fails with the reason of the case and both slices. */
static inline void check_str(const char *why, dem_str got, const char *want)
{
    if (dem_str_is(got, want)) return;
    fail_msg("%s: got \"%.*s\", expected \"%s\"", why, DEM_STR_ARG(got), want);
}
static inline void check_int(const char *why, long long got, long long want)
{
    if (got != want) fail_msg("%s: got %lld, expected %lld", why, got, want);
}
#define COUNT(a) (sizeof(a) / sizeof *(a))

#endif
