/* page/meta_clock.c - see meta_clock.h. */
#include "page/meta_clock.h"

enum { MOST_BLANKS = 8, MOST_JOINTS = 4 };

static const struct {
    const char *name;
    int minutes;
} ZONES[] = {
    {"GMT", 0},    {"UTC", 0},    {"Z", 0},      {"EST", -300}, {"EDT", -240}, {"CST", -360}, {"CDT", -300},
    {"MST", -420}, {"MDT", -360}, {"PST", -480}, {"PDT", -420}, {"CET", 60},   {"CEST", 120}, {"EET", 120},
    {"EEST", 180}, {"MSK", 180},  {"SAST", 120}, {"WAT", 60},   {"EAT", 180},  {"JST", 540},  {"KST", 540},
    {"HKT", 480},  {"SGT", 480},  {"AEST", 600}, {"AEDT", 660},
};
/* What stands between a date and a time. */
static const char *const JOINTS[] = {"T",  ",",  "|",         "@",   "/", "-", "\xe2\x80\x93",
                                     "at", "um", "\xc3\xa0s", "alle"};

static bool digit(dem_str s, size_t at)
{
    return at < s.n && s.p[at] >= '0' && s.p[at] <= '9';
}

static bool letter(dem_str s, size_t at)
{
    return at < s.n && dem_byte_lower(s.p[at]) >= 'a' && dem_byte_lower(s.p[at]) <= 'z';
}

static void pass_blanks(dem_str s, size_t *at)
{
    for (int i = 0; i < MOST_BLANKS && *at < s.n && dem_byte_blank(s.p[*at]); i++) ++*at;
}

size_t dem_meta_digits(dem_str s, size_t *at, size_t most, int *value)
{
    size_t n = 0;
    int v = 0;
    for (; n < most && digit(s, *at + n); n++) v = v * 10 + (s.p[*at + n] - '0');
    if (n == 0 || digit(s, *at + n)) return 0;
    *value = v;
    *at += n;
    return n;
}

static bool pass_joint(dem_str s, size_t *at)
{
    for (size_t i = 0; i < sizeof JOINTS / sizeof *JOINTS; i++) {
        dem_str joint = dem_str_from(JOINTS[i]);
        if (!dem_str_ieq(dem_str_sub(s, *at, *at + joint.n), joint)) continue;
        *at += joint.n;
        return true;
    }
    return false;
}

/* "am", "p.m." and so on behind an hour of 1 to 12. */
static bool read_half(dem_str s, size_t *at, int *hour)
{
    size_t to = *at;
    pass_blanks(s, &to);
    if (!letter(s, to)) return true;
    char half = dem_byte_lower(s.p[to++]);
    if (to < s.n && s.p[to] == '.') to++;
    if ((half != 'a' && half != 'p') || to >= s.n || dem_byte_lower(s.p[to]) != 'm' || letter(s, to + 1))
        return true;
    to++;
    if (to < s.n && s.p[to] == '.') to++;
    if (*hour < 1 || *hour > 12) return false;
    *hour = *hour % 12 + (half == 'p' ? 12 : 0);
    *at = to;
    return true;
}

/* "+01:00", "-0500", "+2" (or '-'). */
static bool read_offset(dem_str s, size_t *at, int *zone)
{
    size_t to = *at;
    int hours = 0, minutes = 0;
    if (to >= s.n || (s.p[to] != '+' && s.p[to] != '-')) return false;
    bool west = s.p[to++] == '-';
    size_t n = dem_meta_digits(s, &to, 4, &hours);
    if (n == 0 || n == 3) return false;
    if (n == 4) {
        minutes = hours % 100;
        hours /= 100;
    } else if (to < s.n && s.p[to] == ':') {
        to++;
        if (dem_meta_digits(s, &to, 2, &minutes) != 2) return false;
    }
    if (hours > 14 || minutes > 59) return false;
    *zone = (hours * 60 + minutes) * (west ? -1 : 1);
    *at = to;
    return true;
}

static void read_zone(dem_str s, size_t *at, dem_meta_clock *out)
{
    size_t from = *at, to;
    pass_blanks(s, &from);
    if (from < s.n && s.p[from] == '(') from++; /* "14:05 (GMT)" */
    for (to = from; letter(s, to) && to < from + 6;) to++;
    dem_str name = dem_str_sub(s, from, to);
    for (size_t i = 0; i < sizeof ZONES / sizeof *ZONES; i++) {
        if (!dem_str_ieq(name, dem_str_from(ZONES[i].name))) continue;
        out->zoned = true;
        out->zone = ZONES[i].minutes;
        *at = to;
    }
    if (name.n && !out->zoned) return;
    if (read_offset(s, &to, &out->zone)) { /* also "GMT+0100" */
        out->zoned = true;
        *at = to;
    }
}

static bool read_minutes(dem_str s, size_t *at, dem_meta_clock *out)
{
    size_t to = *at;
    if (!dem_meta_digits(s, &to, 2, &out->hour) || to >= s.n) return false;
    if (s.p[to] != ':' && s.p[to] != '.' && s.p[to] != 'h') return false;
    to++;
    if (dem_meta_digits(s, &to, 2, &out->minute) != 2) return false;
    if (to < s.n && s.p[to] == ':' && digit(s, to + 1)) {
        to++;
        if (dem_meta_digits(s, &to, 2, &out->second) != 2) return false;
        if (to < s.n && (s.p[to] == '.' || s.p[to] == ',') && digit(s, to + 1))
            for (to++; digit(s, to);) to++;
    }
    if (out->hour > 24 || out->minute > 59 || out->second > 60) return false;
    *at = to;
    return true;
}

bool dem_meta_clock_read(dem_str s, size_t *at, dem_meta_clock *out)
{
    size_t to = *at;
    *out = (dem_meta_clock){0};
    for (int i = 0; i < MOST_JOINTS; i++) {
        pass_blanks(s, &to);
        if (!pass_joint(s, &to)) break;
    }
    if (to == *at || !read_minutes(s, &to, out) || !read_half(s, &to, &out->hour)) return false;
    if (out->hour > 23) return false;
    if (out->second > 59) out->second = 59;
    read_zone(s, &to, out);
    *at = to;
    return true;
}
