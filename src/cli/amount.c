/* cli/amount.c - see amount.h. */
#include "cli/amount.h"
#include <stdlib.h>

typedef struct unit {
    const char *name;
    double worth;
} unit;

/* A number and one of the units. Below 0 if it is none. */
static double amount(dem_str s, const unit *units, size_t n)
{
    char text[32];
    if (!s.n || s.n >= sizeof text || s.p[0] < '0' || s.p[0] > '9') return -1;
    memcpy(text, s.p, s.n);
    text[s.n] = 0;
    size_t digits = strspn(text, "0123456789.");
    char *end;
    double value = strtod(text, &end); /* the C locale: the program sets no other */
    if (end != text + digits) return -1;
    for (size_t i = 0; i < n; i++)
        if (strcmp(end, units[i].name) == 0) return value * units[i].worth;
    return -1;
}

int64_t dem_amount_time(dem_str s)
{
    static const unit UNITS[] = {{"", 1e3}, {"ms", 1}, {"s", 1e3}, {"m", 60e3}, {"h", 3600e3}, {"d", 86400e3}};
    double ms = amount(s, UNITS, sizeof UNITS / sizeof *UNITS);
    return ms > 366 * 86400e3 ? -1 : (int64_t)ms;
}

int64_t dem_amount_bytes(dem_str s)
{
    static const unit UNITS[] = {{"", 1}, {"k", 1 << 10}, {"K", 1 << 10}, {"M", 1 << 20}, {"G", 1 << 30}};
    double bytes = amount(s, UNITS, sizeof UNITS / sizeof *UNITS);
    return bytes > 4611686018427387904.0 ? -1 : (int64_t)bytes;
}
