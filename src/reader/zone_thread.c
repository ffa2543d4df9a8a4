/* reader/zone_thread.c - comment threads that follow the report without any word of warning.
 *
 * A thread is a run of turns, each a name-like line and some lines of talk, that goes on to the end of the
 * text. Cross-heads look like names too; what tells them apart is that people come back (a name is
 * repeated), call themselves what no cross-head is called ("stormcrow", "JJE2", "TaiwanFan"), and talk.
 * All sums are taken from the end of the text, in one pass. */
#include "base/map.h"
#include "base/utf8.h"
#include "reader/zone_units.h"

enum {
    MAX_TURN = 9, /* lines from one name to the next */
    MAX_NAME_WORDS = 3,
    MAX_NAME_BYTES = 32,
    MIN_RUNNING = 2, /* paragraphs that must come before a thread */
    MIN_TELLING = 2, /* different names that are telling */
    MIN_EVIDENCE = 3,
    MIN_TURNS = 3, /* if all are talk */
    TALK_SHARE = 4 /* one in so many turns must be talk */
};

/* What is known of the turns from one line to the end of the text. */
typedef struct tail {
    bool is_name;
    bool regular;                            /* from here to the end: turns only, none too long */
    uint32_t next;                           /* line of the next name, or the number of lines */
    uint32_t own;                            /* how telling this name is */
    uint32_t turns, talk, telling, evidence; /* from here on */
} tail;

bool zone_is_talk(const zone_unit *u)
{
    bool quoted =
        u->about.all & W_SAY && (zone_has(u->fold, DEM_STR("said")) || zone_has(u->fold, DEM_STR("says")));
    if (quoted) return false;
    if (memchr(u->text.p, '!', u->text.n) || memchr(u->text.p, '?', u->text.n)) return true;
    return u->about.all & (W_I | W_YOU);
}

bool zone_is_handle(const zone_unit *u)
{
    if (u->words != 1) return false;
    bool lower = false, mixed = false, upper = false, odd = false;
    for (size_t at = 0; at < u->text.n;) {
        uint32_t c = dem_utf8_next(u->text, &at);
        mixed |= lower && dem_is_upper(c);
        upper |= dem_is_upper(c);
        lower |= dem_is_lower(c);
        odd |= dem_is_digit(c) || c == '_';
    }
    return mixed || (lower && !upper) || (odd && (lower || upper));
}

/* "Jane says:" of a widespread blogging system. */
static bool is_says(const zone_unit *u)
{
    return u->words <= 5 && dem_str_ends(u->fold, DEM_STR(" says:"));
}

static bool is_namelike(const zone_unit *u)
{
    if (u->words > MAX_NAME_WORDS || u->text.n > MAX_NAME_BYTES || u->full) return false;
    return u->core.n && !memchr(u->text.p, ',', u->text.n) && !memchr(u->text.p, '"', u->text.n) &&
           u->last != ':';
}

static bool name_at(zone_units us, uint32_t i)
{
    const zone_unit *u = &us.at[i];
    if (is_says(u)) return true;
    return u->kind == DEM_ZONE_BODY && is_namelike(u) && i + 1 < us.n && us.at[i + 1].words > 1;
}

static bool turn_is_talk(zone_units us, uint32_t from, uint32_t to)
{
    for (uint32_t i = from + 1; i < to; i++)
        if (zone_is_talk(&us.at[i])) return true;
    return false;
}

/* What stands around a comment and nowhere else: "3 hours ago", "Reply". */
static bool has_furniture(zone_units us, uint32_t from, uint32_t to)
{
    for (uint32_t i = from + 1; i < to; i++)
        if (us.at[i].kind == DEM_ZONE_COMMENT ||
            (us.at[i].words <= 4 && dem_str_ends(us.at[i].core, DEM_STR(" ago"))))
            return true;
    return false;
}

/* Adds the turn that begins at line `i` to what is known of those behind it. `seen` holds for each name
 * whether it was counted as telling. */
static void add_turn(zone_units us, uint32_t i, dem_map *seen, tail *t, const tail *behind)
{
    const zone_unit *u = &us.at[i];
    uint32_t before = dem_map_get(seen, u->text);
    bool certain = before != DEM_MAP_NONE || has_furniture(us, i, t->next);
    t->own = 2u * certain + (is_says(u) || zone_is_handle(u));
    t->turns = behind->turns + 1;
    t->talk = behind->talk + turn_is_talk(us, i, t->next);
    t->evidence = behind->evidence + t->own;
    t->telling = behind->telling + (t->own && before != 1);
    dem_map_put(seen, u->text, t->own > 0);
}

/* [n + 1]; the last stands for the end of the text. */
static tail *sum_up(dem_arena *arena, zone_units us)
{
    dem_map seen;
    dem_map_init(&seen, arena);
    tail *tails = dem_arena_array(arena, tail, us.n + 1);
    tails[us.n] = (tail){.regular = true, .next = us.n};
    for (uint32_t i = us.n, next = us.n; i-- > 0;) {
        tails[i] = tails[next];
        tails[i].is_name = name_at(us, i);
        tails[i].next = next;
        tails[i].own = 0;
        if (!tails[i].is_name) continue;
        tails[i].regular = tails[next].regular && next - i <= MAX_TURN;
        add_turn(us, i, &seen, &tails[i], &tails[next]);
        next = i;
    }
    return tails;
}

/* Somebody who comes back is enough where every turn is talk. */
static bool is_thread(const tail *t)
{
    if (!t->is_name || !t->own || !t->regular) return false;
    if (t->telling > 0 && t->turns >= MIN_TURNS && t->talk == t->turns) return true;
    return t->telling >= MIN_TELLING && t->evidence >= MIN_EVIDENCE && t->talk * TALK_SHARE >= t->turns;
}

/* People with plain names who spoke before the first telling one. */
static uint32_t extend_back(zone_units us, const tail *tails, uint32_t start)
{
    for (uint32_t i = start; i-- > 1 && start - i <= 4;)
        if (tails[i].is_name && turn_is_talk(us, i, start)) start = i;
    return start;
}

void zone_mark_thread(dem_arena *arena, zone_units us)
{
    const tail *tails = sum_up(arena, us);
    uint32_t running = 0, i = 0;
    while (i < us.n && !(running >= MIN_RUNNING && is_thread(&tails[i])))
        running += zone_is_running(&us.at[i++]);
    if (i == us.n) return;
    for (i = extend_back(us, tails, i); i < us.n; i++)
        if (us.at[i].kind == DEM_ZONE_BODY) {
            us.at[i].kind = DEM_ZONE_COMMENT;
            us.at[i].by = ZONE_BY_THREAD;
        }
}
