/* fetch/fetch.c - see fetch.h. The loop: whose turn it is, what robots.txt says, and the network. */
#include "fetch/fetch.h"
#include "fetch/parts.h"
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/* Pages of a host that wait in memory; the rest waits in the state. */
enum { PAGES_AHEAD = 20 };
/* The longest sleep, so that a wish to stop is not kept waiting, in milliseconds. */
enum { LONGEST_SLEEP = 200 };
/* Sites whose robots.txt is remembered from round to round. */
enum { MOST_SITES = 10000 };

int64_t dem_fetch_clock(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}
int64_t dem_fetch_now(void)
{
    return (int64_t)time(NULL);
}

void dem_fetch_trouble(dem_fetch *f, dem_status code, dem_str url, const char *fmt, ...)
{
    dem_error e;
    char text[sizeof e.text];
    va_list ap;
    if (!f->listener.trouble) return;
    va_start(ap, fmt);
    vsnprintf(text, sizeof text, fmt, ap);
    va_end(ap);
    dem_fail(&e, code, url, 0, 0, "%s", text);
    f->listener.trouble(f->listener.ctx, &e);
}

void dem_fetch_queue(dem_fetch *f, dem_visit *v)
{
    dem_visits_push(&dem_hosts_get(f->hosts, v->at.host)->queue, v);
}

/* ── whose turn it is ────────────────────────────────────────────────────── */

static bool wants_pages(const dem_fetch *f)
{
    return !f->options.max_pages || f->begun < f->options.max_pages;
}

static void queue_page(void *ctx, dem_str url, bool local)
{
    dem_fetch *f = ctx;
    dem_visit *v = dem_visit_new(DEM_VISIT_PAGE, url);
    if (!v) return;
    v->only_public = !local;
    v->wanted = dem_arena_str(&v->arena, url); /* as the state has it, to the letter */
    dem_fetch_queue(f, v);
}

/* Hosts without anything to do get pages from the state. */
static dem_status refill(dem_fetch *f, dem_error *err)
{
    dem_status st = DEM_OK;
    dem_host *host;
    for (size_t i = 0; st == DEM_OK && (host = dem_hosts_at(f->hosts, i)); i++) {
        if (!host->more || host->queue.first || host->given_up || !wants_pages(f)) continue;
        st = dem_state_wanted(f->state, host->name, &host->after, PAGES_AHEAD, queue_page, f, err);
        host->more = host->queue.first != NULL;
    }
    return st;
}

/* ── robots.txt ──────────────────────────────────────────────────────────── */

static void start(dem_fetch *f, dem_visit *v)
{
    size_t most = f->options.max_bytes;
    if (v->kind == DEM_VISIT_ROBOTS) most = DEM_ROBOTS_MAX_BYTES + 1;
    if (v->kind == DEM_VISIT_FEED) most = DEM_FEED_MAX_BYTES;
    dem_request q = {.url = v->at.text.p, .etag = v->etag, .modified = v->modified, .max_body = most, .of = v};
    q.only_public = v->only_public;
    dem_transport_start(f->net, &q);
}

static bool is_free(const dem_fetch *f, const dem_visit *v)
{
    return v->kind == DEM_VISIT_ROBOTS ||
           (v->kind == DEM_VISIT_FEED && f->options.feeds_anyway && v->depth == 0);
}

/* The visit waits until the site's rules are known. True if they are asked for now, on the host's turn. */
static bool ask_rules(dem_fetch *f, dem_site *site, dem_visit *v)
{
    dem_visit *robots = site->asked ? NULL : dem_visit_robots(site->origin);
    dem_visits_push(&site->waiting, v);
    if (!robots) return false;
    robots->only_public = v->only_public;
    site->asked = true;
    start(f, robots);
    return true;
}

static dem_status refuse(dem_fetch *f, dem_visit *v, dem_miss miss, const char *why, dem_error *err)
{
    dem_reply r = {.miss = miss};
    snprintf(r.why, sizeof r.why, "%s", why);
    dem_status st = dem_fetch_miss(f, v, &r, err);
    dem_visit_free(v);
    return st;
}

/* Nothing to ask the network for: a dry run tells of the page, a round that has enough pages passes it over. True if so. */
static bool is_spared(dem_fetch *f, const dem_visit *v)
{
    if (v->kind != DEM_VISIT_PAGE) return false;
    /* Behind a redirect it has been counted. */
    bool enough = !wants_pages(f) && v->hops == 0 && v->tries == 0;
    if (!enough && v->hops == 0 && v->tries == 0) f->begun++;
    if (!enough && f->options.dry) f->tally->would++;
    if (!enough && f->options.dry && f->listener.would) f->listener.would(f->listener.ctx, v->at.text);
    return enough || f->options.dry;
}

/* It is the turn of this visit. *busy tells whether a request has begun. Takes the visit. */
static dem_status admit(dem_fetch *f, dem_host *host, dem_visit *v, bool *busy, dem_error *err)
{
    *busy = false;
    if (host->given_up) {
        if (v->kind != DEM_VISIT_PAGE) return refuse(f, v, DEM_MISS_BUSY, "the host is left for later", err);
        dem_visit_free(v); /* and wanted still */
        return DEM_OK;
    }
    if (!is_free(f, v)) {
        dem_site *site = dem_sites_get(f->sites, v->at.origin, dem_fetch_clock());
        if (!site->known) {
            *busy = ask_rules(f, site, v);
            return DEM_OK;
        }
        if (site->robots.closed) dem_fetch_strike(f, host, false);
        if (site->robots.closed) return refuse(f, v, DEM_MISS_BROKEN, "its robots.txt cannot be had", err);
        if (!dem_robots_allows(&site->robots, v->at.target)) return refuse(f, v, DEM_MISS_REFUSED, "", err);
        if (site->robots.delay > host->delay) host->delay = site->robots.delay;
    }
    *busy = !is_spared(f, v);
    if (*busy) start(f, v);
    else dem_visit_free(v);
    return DEM_OK;
}

/* ── the round ───────────────────────────────────────────────────────────── */

static dem_status begin_what_may(dem_fetch *f, dem_error *err)
{
    dem_visit *v;
    dem_status st = refill(f, err);
    while (st == DEM_OK && dem_transport_active(f->net) < DEM_FETCH_AT_ONCE &&
           (v = dem_hosts_next(f->hosts, dem_fetch_clock()))) {
        bool busy;
        dem_host *host = dem_hosts_get(f->hosts, v->at.host);
        st = admit(f, host, v, &busy, err);
        host->busy = busy;
        if (!host->queue.first && st == DEM_OK) st = refill(f, err);
    }
    return st;
}

static dem_status take_answers(dem_fetch *f, dem_error *err)
{
    dem_status st = DEM_OK;
    for (dem_reply *r; st == DEM_OK && (r = dem_transport_next(f->net));)
        st = dem_fetch_answer(f, r->of, r, err);
    return st;
}

static dem_status go_round(dem_fetch *f, dem_stop *stop, dem_error *err)
{
    for (;;) {
        dem_status st = begin_what_may(f, err);
        int64_t wait = dem_hosts_wait(f->hosts, dem_fetch_clock());
        if (st != DEM_OK || (wait < 0 && dem_transport_active(f->net) == 0)) return st;
        bool full = dem_transport_active(f->net) >= DEM_FETCH_AT_ONCE;
        dem_transport_work(f->net, wait < 0 || full || wait > LONGEST_SLEEP ? LONGEST_SLEEP : (int)wait);
        st = take_answers(f, err);
        if (f->listener.step) f->listener.step(f->listener.ctx, f->tally);
        if (st != DEM_OK || (stop && atomic_load(&stop->wanted))) return st;
    }
}

static dem_status queue_feeds(dem_fetch *f, const dem_str *feeds, size_t n, dem_error *err)
{
    dem_status st = DEM_OK;
    for (size_t i = 0; st == DEM_OK && i < n; i++) {
        dem_visit *v = dem_visit_new(DEM_VISIT_FEED, feeds[i]);
        if (v) {
            st = dem_fetch_feed(f, v, err);
            continue;
        }
        f->tally->feeds++;
        f->tally->feeds_failed++;
        dem_fetch_trouble(f, DEM_E_FORMAT, feeds[i], "expected an address of http or https");
    }
    return st;
}

/* What is under way at a stop is dropped; visits that wait go with hosts and sites. */
static void end_round(dem_fetch *f)
{
    dem_transport_drop(f->net);
    for (dem_reply *r; (r = dem_transport_next(f->net));) {
        dem_visit_free(r->of);
        dem_reply_free(r);
    }
    dem_sites_settle(f->sites);
    dem_hosts_free(f->hosts);
    f->hosts = NULL;
    dem_arena_reset(&f->arena);
}

dem_status dem_fetch_round(dem_fetch *f, const dem_str *feeds, size_t n, dem_stop *stop, dem_fetch_tally *tally,
                           dem_error *err)
{
    if (!f->sites || dem_sites_count(f->sites) > MOST_SITES) {
        dem_sites_free(f->sites);
        f->sites = dem_sites_new(dem_robots_product(dem_str_from(f->options.agent)));
    }
    *tally = (dem_fetch_tally){0};
    f->tally = tally;
    f->begun = 0;
    f->hosts = dem_hosts_new(f->options.interval);
    dem_map_init(&f->asked, &f->arena);
    dem_status st = queue_feeds(f, feeds, n, err);
    if (st == DEM_OK) st = dem_fetch_note_hosts(f, err);
    if (st == DEM_OK) st = go_round(f, stop, err);
    if (st == DEM_OK) st = dem_state_count_wanted(f->state, &tally->left, err);
    end_round(f);
    return st;
}

/* ── opening ─────────────────────────────────────────────────────────────── */

dem_status dem_fetch_open(dem_fetch **out, const char *to, const dem_fetch_options *options,
                          const dem_fetch_listener *listener, dem_error *err)
{
    dem_fetch *f = dem_xalloc(sizeof *f);
    dem_arena_init(&f->arena, 0);
    f->options = *options;
    f->listener = *listener;
    dem_transport_options net = {.agent = options->agent, .timeout = options->timeout};
    dem_status st = dem_archive_open(&f->archive, to, options->dry, err);
    if (st == DEM_OK) f->state = dem_archive_state(f->archive);
    if (st == DEM_OK) st = dem_transport_open(&f->net, &net, err);
    *out = st == DEM_OK ? f : NULL;
    if (st != DEM_OK) dem_fetch_close(f);
    return st;
}

void dem_fetch_close(dem_fetch *f)
{
    if (!f) return;
    dem_transport_close(f->net);
    dem_archive_close(f->archive);
    dem_sites_free(f->sites);
    dem_hosts_free(f->hosts);
    dem_arena_release(&f->arena);
    free(f);
}
