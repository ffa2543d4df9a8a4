/* fetch/robots.c - see robots.h. */
#define _GNU_SOURCE
#include "fetch/robots.h"
#include "base/utf8.h"
#include "base/vec.h"
#include <stdlib.h>

/* ── the form that is compared ───────────────────────────────────────────── */

static int hex(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    c = dem_byte_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Characters that mean the same with and without a percent sign. */
static bool unreserved(unsigned char c)
{
    char s = dem_byte_lower((char)c);
    return (s >= 'a' && s <= 'z') || (c >= '0' && c <= '9') || (c && strchr("-._~", c));
}

/* Percent signs undone where they are not needed, and made where they are. At most three times as long. */
static dem_str canonical(char *out, dem_str s)
{
    static const char HEX[] = "0123456789ABCDEF";
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        bool coded = c == '%' && i + 2 < s.n && hex(s.p[i + 1]) >= 0 && hex(s.p[i + 2]) >= 0;
        if (coded) {
            c = (unsigned char)(hex(s.p[i + 1]) * 16 + hex(s.p[i + 2]));
            i += 2;
        }
        if (coded ? unreserved(c) : c < 0x80) {
            out[n++] = (char)c;
        } else {
            out[n++] = '%';
            out[n++] = HEX[c >> 4];
            out[n++] = HEX[c & 15];
        }
    }
    return (dem_str){out, n};
}

/* ── patterns ────────────────────────────────────────────────────────────── */

/* The pieces between the stars, each where it is first found: no later place could let more follow. */
static bool matches(dem_str pattern, dem_str target)
{
    bool to_end = dem_str_ends(pattern, DEM_STR("$"));
    if (to_end) pattern.n--;
    dem_str piece;
    if (!dem_str_next(&pattern, '*', &piece) || !dem_str_starts(target, piece)) return false;
    target = dem_str_sub(target, piece.n, target.n);
    while (dem_str_next(&pattern, '*', &piece)) {
        if (to_end && !pattern.p) return dem_str_ends(target, piece);
        /* memmem() takes time in proportion to what it reads, whatever a hostile pattern looks like. */
        const char *hit = piece.n ? memmem(target.p, target.n, piece.p, piece.n) : target.p;
        if (!hit) return false;
        target = dem_str_sub(target, (size_t)(hit - target.p) + piece.n, target.n);
    }
    return !to_end || target.n == 0;
}

/* ── reading ─────────────────────────────────────────────────────────────── */

typedef struct group {
    DEM_VEC(dem_robots_rule) rules;
    uint32_t delay;
    bool named; /* there was a group of that name */
} group;

typedef struct reading {
    dem_arena *arena;
    dem_str product;
    group ours, others;
    bool in_names;           /* the last line that counted named a product */
    bool is_ours, is_others; /* what follows is for us, for all */
} reading;

dem_str dem_robots_product(dem_str agent)
{
    size_t n = 0;
    for (; n < agent.n; n++) {
        char c = dem_byte_lower(agent.p[n]);
        if (!(c >= 'a' && c <= 'z') && c != '-' && c != '_') break;
    }
    return dem_str_sub(agent, 0, n);
}

static void name_line(reading *r, dem_str value)
{
    if (!r->in_names) r->is_ours = r->is_others = false;
    r->in_names = true;
    if (r->product.n && dem_str_ieq(dem_robots_product(value), r->product)) r->is_ours = r->ours.named = true;
    if (value.n && value.p[0] == '*') r->is_others = r->others.named = true;
}

static void add_rule(reading *r, dem_str value, bool allows)
{
    r->in_names = false;
    if (!value.n || (!r->is_ours && !r->is_others)) return;
    char *room = dem_arena_alloc(r->arena, 3 * value.n + 1);
    dem_robots_rule rule = {canonical(room, value), allows};
    if (r->is_ours) dem_vec_push(r->arena, &r->ours.rules, rule);
    if (r->is_others) dem_vec_push(r->arena, &r->others.rules, rule);
}

static void delay_line(reading *r, dem_str value)
{
    char number[32];
    r->in_names = false;
    double seconds = strtod(dem_str_lower(value, number, sizeof number).p, NULL);
    if (!(seconds > 0)) return;
    double most = DEM_ROBOTS_MAX_DELAY / 1000.0;
    uint32_t delay = (uint32_t)((seconds < most ? seconds : most) * 1000);
    if (r->is_ours && delay > r->ours.delay) r->ours.delay = delay;
    if (r->is_others && delay > r->others.delay) r->others.delay = delay;
}

static void read_line(reading *r, dem_str line)
{
    line = dem_str_sub(line, 0, dem_str_find(line, DEM_STR("#")));
    size_t colon = dem_str_find(line, DEM_STR(":"));
    if (colon == line.n) return;
    dem_str key = dem_str_trim(dem_str_sub(line, 0, colon));
    dem_str value = dem_str_trim(dem_str_sub(line, colon + 1, line.n));
    if (dem_str_ieq(key, DEM_STR("user-agent"))) name_line(r, value);
    else if (dem_str_ieq(key, DEM_STR("allow"))) add_rule(r, value, true);
    else if (dem_str_ieq(key, DEM_STR("disallow"))) add_rule(r, value, false);
    else if (dem_str_ieq(key, DEM_STR("crawl-delay"))) delay_line(r, value);
}

dem_robots dem_robots_read(dem_arena *arena, dem_str bytes, dem_str product)
{
    reading r = {.arena = arena, .product = product};
    bool cut = bytes.n > DEM_ROBOTS_MAX_BYTES;
    bytes = dem_utf8_without_bom(dem_str_sub(bytes, 0, DEM_ROBOTS_MAX_BYTES));
    for (size_t at = 0; at < bytes.n;) {
        size_t end = at;
        while (end < bytes.n && bytes.p[end] != '\n' && bytes.p[end] != '\r') end++;
        /* Half a rule might forbid or allow what the whole one does not. */
        if (end < bytes.n || !cut) read_line(&r, dem_str_sub(bytes, at, end));
        at = end + 1;
    }
    const group *g = r.ours.named ? &r.ours : &r.others;
    return (dem_robots){.rule = g->rules.at, .n = g->rules.n, .delay = g->delay};
}

/* ── asking ──────────────────────────────────────────────────────────────── */

bool dem_robots_allows(const dem_robots *r, dem_str target)
{
    if (r->closed) return false;
    if (dem_str_is(target, "/robots.txt") || r->n == 0) return true;
    char *room = dem_xalloc(3 * target.n + 1);
    target = canonical(room, target);
    size_t longest = 0;
    bool allows = true;
    for (size_t i = 0; i < r->n; i++) {
        const dem_robots_rule *rule = &r->rule[i];
        if (rule->pattern.n < longest || (rule->pattern.n == longest && !rule->allows)) continue;
        if (!matches(rule->pattern, target)) continue;
        longest = rule->pattern.n;
        allows = rule->allows;
    }
    free(room);
    return allows;
}
