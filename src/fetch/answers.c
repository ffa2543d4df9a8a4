/* fetch/answers.c - what each answer leads to: another try, another address, a page that is kept, or none. */
#include "fetch/parts.h"
#include "fetch/retry.h"
#include <stdio.h>

static bool may_pass(dem_miss m)
{
    return m == DEM_MISS_BUSY || m == DEM_MISS_SLOW || m == DEM_MISS_BROKEN;
}

static void set_miss(dem_reply *r, dem_miss miss, const char *why)
{
    r->miss = miss;
    snprintf(r->why, sizeof r->why, "%s", why);
}

/* ── pages ───────────────────────────────────────────────────────────────── */

/* The media type alone is of one of the kinds that are read as reports (reader/warc.c). */
static bool is_page(dem_str media)
{
    static const char *const TYPES[] = {"text/html", "application/xhtml+xml", "text/plain"};
    media = dem_str_trim(dem_str_sub(media, 0, dem_str_find(media, DEM_STR(";"))));
    return DEM_STR_IONE_OF(media, TYPES);
}

static dem_status page_failed(dem_fetch *f, const dem_visit *v, const dem_reply *r, dem_error *err)
{
    bool end = true;
    dem_str why = dem_str_from(r->why[0] ? r->why : dem_miss_word(r->miss));
    if (r->miss == DEM_MISS_REFUSED) {
        f->tally->refused++;
        return dem_state_end(f->state, v->wanted, DEM_PAGE_REFUSED, 0, why, err);
    }
    f->tally->failed++;
    dem_fetch_trouble(f, r->miss == DEM_MISS_LARGE ? DEM_E_LIMIT : DEM_E_IO, v->wanted, "%s%s%s",
                      dem_miss_word(r->miss), r->why[0] ? ": " : "", r->why);
    if (!may_pass(r->miss)) return dem_state_end(f->state, v->wanted, DEM_PAGE_FAILED, r->status, why, err);
    return dem_state_failed(f->state, v->wanted, r->status, why, &end, err);
}

static dem_status page_answer(dem_fetch *f, const dem_visit *v, dem_reply *r, dem_error *err)
{
    bool same;
    dem_str media = dem_reply_field(r, "Content-Type");
    char why[sizeof r->why];
    if (!r->miss && r->status != 200) {
        snprintf(why, sizeof why, "the server says %d", r->status);
        set_miss(r, DEM_MISS_KIND, why);
    } else if (!r->miss && !is_page(media)) {
        snprintf(why, sizeof why, "its type is \"%.80s\"", media.n ? dem_arena_str(&f->arena, media).p : "");
        set_miss(r, DEM_MISS_KIND, why);
    } else if (!r->miss && !r->body.n) set_miss(r, DEM_MISS_KIND, "it is empty");
    if (r->miss) return page_failed(f, v, r, err);
    dem_status st = dem_archive_page(f->archive, v->wanted, v->at.text, r, dem_fetch_now(), &same, err);
    if (st != DEM_OK) return st;
    f->tally->same += same;
    f->tally->kept += !same;
    f->tally->bytes += same ? 0 : r->body.n;
    return DEM_OK;
}

/* ── robots.txt ──────────────────────────────────────────────────────────── */

/* Those who waited for it come first in their queues again, and find the rules known. */
static void robots_answer(dem_fetch *f, const dem_visit *v, const dem_reply *r)
{
    dem_site *site = dem_sites_get(f->sites, v->wanted, dem_fetch_clock());
    dem_site_learn(f->sites, site, r, dem_fetch_clock());
    if (site->waiting.first)
        dem_visits_join(&dem_hosts_get(f->hosts, site->waiting.first->at.host)->queue, &site->waiting);
}

/* ── all ─────────────────────────────────────────────────────────────────── */

dem_status dem_fetch_miss(dem_fetch *f, const dem_visit *v, const dem_reply *r, dem_error *err)
{
    dem_reply copy = {.status = r->status, .miss = r->miss};
    memcpy(copy.why, r->why, sizeof copy.why);
    switch (v->kind) {
    case DEM_VISIT_ROBOTS: robots_answer(f, v, &copy); return DEM_OK;
    case DEM_VISIT_FEED: return dem_fetch_feed_answer(f, v, &copy, err);
    case DEM_VISIT_PAGE: return page_failed(f, v, &copy, err);
    }
    return DEM_OK;
}

void dem_fetch_strike(dem_fetch *f, dem_host *host, bool at_once)
{
    if (host->given_up || (++host->strikes < DEM_HOST_STRIKES && !at_once)) return;
    host->given_up = true;
    dem_fetch_trouble(f, DEM_E_IO, host->name,
                      "fails too often or asks to be left alone: what else is wanted of it is left for later");
}

/* Asks once more a little later, and leaves the whole host alone until then. False if it is not worth it. */
static bool try_again(dem_fetch *f, dem_visit *v, const dem_reply *r, dem_host *host, int64_t clock)
{
    enum { FIRST_AT_LEAST = 100 };
    int64_t first = f->options.interval > FIRST_AT_LEAST ? f->options.interval : FIRST_AT_LEAST;
    int64_t now = dem_fetch_now(), wait = dem_retry_wait(r, v->at.text, v->tries, first, now);
    if (!may_pass(r->miss)) host->strikes = 0;
    else if (wait < 0) dem_fetch_strike(f, host, dem_retry_after(r, now) > DEM_RETRY_MAX_WAIT);
    if (wait < 0 || host->given_up) return false;
    v->tries++;
    dem_host_rest(host, clock, wait);
    dem_visits_unshift(&host->queue, v);
    return true;
}

/* True if the visit goes on at another address, or has ended at one whose page is kept. */
static bool go_on(dem_fetch *f, dem_visit **v, dem_reply *r, dem_status *st, dem_error *err)
{
    dem_page_state known = DEM_PAGE_UNKNOWN;
    if (r->miss || !dem_http_redirects(r->status)) return false;
    dem_str to = dem_reply_field(r, "Location");
    if (!dem_visit_redirect(*v, to)) {
        set_miss(r, DEM_MISS_REDIRECT,
                 (*v)->hops >= DEM_MAX_HOPS ? "too many in a row" : "to no address of http or https");
        return false;
    }
    if ((*v)->kind == DEM_VISIT_PAGE) *st = dem_state_page(f->state, (*v)->at.text, &known, err);
    if (*st == DEM_OK && known == DEM_PAGE_KEPT && !dem_str_eq((*v)->at.text, (*v)->wanted)) {
        f->tally->same++;
        *st = dem_state_end(f->state, (*v)->wanted, DEM_PAGE_SAME, r->status, (*v)->at.text, err);
        return true;
    }
    if (*st != DEM_OK) return true;
    /* At once: another that leads to the same page finds it kept. */
    dem_visits_unshift(&dem_hosts_get(f->hosts, (*v)->at.host)->queue, *v);
    *v = NULL;
    return true;
}

static dem_status conclude(dem_fetch *f, const dem_visit *v, dem_reply *r, dem_error *err)
{
    if (v->kind == DEM_VISIT_FEED) return dem_fetch_feed_answer(f, v, r, err);
    if (v->kind == DEM_VISIT_PAGE) return page_answer(f, v, r, err);
    robots_answer(f, v, r);
    return DEM_OK;
}

dem_status dem_fetch_answer(dem_fetch *f, dem_visit *v, dem_reply *r, dem_error *err)
{
    int64_t clock = dem_fetch_clock();
    dem_host *host = dem_hosts_get(f->hosts, v->at.host);
    dem_status st = DEM_OK;
    dem_hosts_done(f->hosts, host, clock);
    if (try_again(f, v, r, host, clock)) v = NULL;
    else if (!go_on(f, &v, r, &st, err)) st = conclude(f, v, r, err);
    dem_visit_free(v);
    dem_reply_free(r);
    return st;
}
