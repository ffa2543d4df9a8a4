/* page/meta_title.c - see meta_title.h. */
#include "page/meta_title.h"
#include "page/meta_url.h"
#include "page/meta_vote.h"

static const char *const BARS[] = {
    " | ",        " - ",        " \xe2\x80\x93 ", " \xe2\x80\x94 ", " :: ", " \xc2\xbb ",
    " \xc2\xab ", " \xc2\xb7 ", " \xe2\x80\xa2 ", " // ",           " : ",  "|"};

/* True if `piece` names the site. */
static bool site_name(dem_meta_found *f, dem_str piece, dem_str publisher)
{
    dem_str key = dem_meta_same_key(f->arena, piece),
            host = dem_meta_same_key(f->arena, dem_meta_host(f->page));
    dem_str site = dem_meta_same_key(f->arena, f->site), name = dem_meta_same_key(f->arena, publisher);
    if (key.n < 2) return false;
    if (dem_str_eq(key, site) || dem_str_eq(key, name)) return true;
    /* "Some Times" for sometimes.example */
    return key.n >= 3 && dem_str_starts(host, key);
}

/* True if another claim is just this text. */
static bool told_alone(dem_meta_found *f, dem_str text)
{
    enum { SHORTEST = 10 };
    dem_str key = dem_meta_same_key(f->arena, text);
    if (key.n < SHORTEST) return false;
    if (dem_str_eq(key, dem_meta_same_key(f->arena, f->headline))) return true;
    for (size_t i = 0; i < f->title.n; i++)
        if (dem_str_eq(key, dem_meta_same_key(f->arena, f->title.at[i].text))) return true;
    return false;
}

/* Where the last (or first) bar begins and ends; false if there is none. */
static bool find_bar(dem_str s, bool last, size_t *from, size_t *to)
{
    bool any = false;
    for (size_t i = 0; i < sizeof BARS / sizeof *BARS; i++) {
        dem_str bar = dem_str_from(BARS[i]);
        for (size_t at = 0; at < s.n; at++) {
            at += dem_str_find(dem_str_sub(s, at, s.n), bar);
            if (at >= s.n) break;
            if (any && (last ? at <= *from : at >= *from)) continue;
            any = true;
            *from = at;
            *to = at + bar.n;
        }
    }
    return any;
}

static dem_str stripped(dem_meta_found *f, dem_str title, dem_str publisher)
{
    enum { MOST_PIECES = 4 };
    size_t from = 0, to = 0;
    for (int i = 0; i < MOST_PIECES && find_bar(title, true, &from, &to); i++) {
        dem_str head = dem_str_sub(title, 0, from), tail = dem_str_sub(title, to, title.n);
        if (!site_name(f, tail, publisher) && !told_alone(f, head)) break;
        title = dem_str_trim(head);
    }
    if (find_bar(title, false, &from, &to)) {
        dem_str head = dem_str_sub(title, 0, from), tail = dem_str_trim(dem_str_sub(title, to, title.n));
        if (site_name(f, head, publisher) || told_alone(f, tail)) title = tail;
    }
    return title;
}

dem_str dem_meta_title(dem_meta_found *f, dem_str publisher)
{
    dem_meta_values clean = {0};
    /* What the reader sees counts most where it is known. */
    if (f->headline.n) dem_vec_push(f->arena, &clean, ((dem_meta_value){f->headline, DEM_META_STRONG + 1}));
    for (size_t i = 0; i < f->title.n; i++) {
        dem_str t = stripped(f, f->title.at[i].text, publisher);
        if (!t.n || (f->title.n > 1 && site_name(f, t, publisher))) continue;
        dem_vec_push(f->arena, &clean, ((dem_meta_value){t, f->title.at[i].weight}));
    }
    return dem_meta_vote(f->arena, &clean);
}

bool dem_meta_title_live(dem_str title)
{
    static const char *const HEADS[] = {"the latest:", "live:", "live updates:", "live blog:", "liveblog:"};
    static const char *const TAILS[] = {"live updates", "as it happened", "live blog", "liveblog", "live"};
    char small[DEM_META_LONG + 1];
    dem_str t = dem_str_lower(title, small, sizeof small);
    for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++)
        if (dem_str_starts(t, dem_str_from(HEADS[i]))) return true;
    for (size_t i = 0; i < sizeof TAILS / sizeof *TAILS; i++) {
        dem_str tail = dem_str_from(TAILS[i]);
        bool behind_bar =
            t.n > tail.n + 1 && t.p[t.n - tail.n - 1] == ' ' && strchr(":-|\x93\x94", t.p[t.n - tail.n - 2]);
        if (dem_str_ends(t, tail) && behind_bar) return true;
    }
    return false;
}
