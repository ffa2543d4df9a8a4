/* fetch/feeds.c - the feeds of a round: asking, and what they say. */
#include "base/input.h"
#include "feed/alternate.h"
#include "fetch/parts.h"
#include "fetch/retry.h"
#include <stdio.h>
#include <stdlib.h>

/* ── asking ──────────────────────────────────────────────────────────────── */

dem_status dem_fetch_feed(dem_fetch *f, dem_visit *v, dem_error *err)
{
    dem_feed_state known;
    if (dem_map_get(&f->asked, v->wanted) != DEM_MAP_NONE) {
        dem_visit_free(v);
        return DEM_OK;
    }
    dem_map_put(&f->asked, v->wanted, 0);
    f->tally->feeds++;
    dem_status st = dem_state_feed(f->state, &v->arena, v->wanted, &known, err);
    if (st == DEM_OK && known.next <= dem_fetch_now()) {
        v->etag = known.etag;
        v->modified = known.modified;
        dem_fetch_queue(f, v);
        return DEM_OK;
    }
    if (st == DEM_OK) {
        f->tally->feeds_failed++;
        dem_fetch_trouble(f, DEM_E_IO, v->wanted, "its server asked to be left alone for another %lld s",
                          (long long)(known.next - dem_fetch_now()));
    }
    dem_visit_free(v);
    return st;
}

static void note_host(void *ctx, dem_str name)
{
    dem_hosts_get(ctx, name)->more = true;
}

dem_status dem_fetch_note_hosts(dem_fetch *f, dem_error *err)
{
    return f->options.texts ? DEM_OK : dem_state_hosts(f->state, note_host, f->hosts, err);
}

/* ── indexes of sitemaps ─────────────────────────────────────────────────── */

/* The newest first; of equals, in the order of the index. */
static int newest(const void *a, const void *b)
{
    const dem_feed_entry *x = *(const dem_feed_entry *const *)a, *y = *(const dem_feed_entry *const *)b;
    int order = dem_str_cmp(y->published, x->published);
    return order ? order : (x > y) - (x < y);
}

static dem_status ask_parts(dem_fetch *f, const dem_visit *v, dem_arena *arena, const dem_feed *feed,
                            bool local, dem_error *err)
{
    dem_status st = DEM_OK;
    const dem_feed_entry **part = dem_arena_array(arena, const dem_feed_entry *, feed->n_entries + 1);
    for (uint32_t i = 0; i < feed->n_entries; i++) part[i] = &feed->entry[i];
    qsort(part, feed->n_entries, sizeof *part, newest);
    for (uint32_t i = 0; st == DEM_OK && i < feed->n_entries && i < DEM_INDEX_PARTS; i++) {
        dem_visit *more = dem_visit_new(DEM_VISIT_FEED, part[i]->link);
        if (!more) continue;
        more->depth = v->depth + 1;
        more->only_public = !local;
        st = dem_fetch_feed(f, more, err);
    }
    return st;
}

/* ── answers ─────────────────────────────────────────────────────────────── */

static void tell_not_a_feed(dem_fetch *f, const dem_visit *v, dem_arena *arena, const dem_reply *r,
                            const dem_error *why)
{
    dem_feed_alternates found = dem_feed_alternates_of(arena, dem_buf_str(&r->body), v->at.text);
    if (found.n)
        dem_fetch_trouble(f, DEM_E_FORMAT, v->wanted, "a page, not a feed; the feed that it names: %.*s",
                          DEM_STR_ARG(found.at[0]));
    else dem_fetch_trouble(f, why->code, v->wanted, "%s", why->text);
    f->tally->feeds_failed++;
}

/* Sitemaps are often files that were packed, not answers that were packed on their way. */
static dem_str unpacked(dem_arena *arena, dem_str bytes)
{
    dem_input *in = NULL;
    dem_str all = bytes;
    if (!dem_str_starts(bytes, DEM_STR("\x1f\x8b"))) return bytes;
    dem_status st = dem_input_open_memory(&in, DEM_STR("feed"), bytes, DEM_FEED_MAX_BYTES, NULL);
    if (st == DEM_OK) st = dem_input_all(in, DEM_FEED_MAX_BYTES, arena, &all, NULL);
    dem_input_close(in);
    return st == DEM_OK ? all : bytes;
}

static dem_status read_feed(dem_fetch *f, const dem_visit *v, dem_arena *arena, const dem_reply *r,
                            dem_error *err)
{
    dem_feed feed;
    dem_error why = {0};
    dem_poll_result result;
    if (dem_feed_read(arena, unpacked(arena, dem_buf_str(&r->body)), v->at.text, &feed, &why) != DEM_OK) {
        tell_not_a_feed(f, v, arena, r, &why);
        return DEM_OK;
    }
    if (feed.n_cut)
        dem_fetch_trouble(f, DEM_E_LIMIT, v->wanted, "%llu entries beyond the first %u are left out",
                          (unsigned long long)feed.n_cut, DEM_FEED_MAX_ENTRIES);
    dem_poll poll = {.url = v->wanted,
                     .at = &v->at,
                     .reply = r,
                     .feed = &feed,
                     .now = dem_fetch_now(),
                     .texts = f->options.texts};
    dem_status st = dem_archive_feed(f->archive, &poll, &result, err);
    if (st != DEM_OK) return st;
    f->tally->added += result.added;
    f->tally->bare += result.bare;
    if (f->options.texts) f->tally->kept += result.added;
    if (feed.kind == DEM_FEED_INDEX && v->depth == 0) return ask_parts(f, v, arena, &feed, r->local, err);
    if (feed.kind == DEM_FEED_INDEX)
        dem_fetch_trouble(f, DEM_E_LIMIT, v->wanted, "an index of sitemaps in another");
    return result.added ? dem_fetch_note_hosts(f, err) : DEM_OK;
}

static dem_status unchanged(dem_fetch *f, const dem_visit *v, dem_error *err)
{
    dem_feed_state state = {.etag = v->etag, .modified = v->modified, .polled = dem_fetch_now()};
    f->tally->unchanged++;
    return dem_state_put_feed(f->state, v->wanted, &state, err);
}

/* A server that asks to be left alone is, also by the next run. */
static dem_status feed_failed(dem_fetch *f, const dem_visit *v, const dem_reply *r, dem_error *err)
{
    enum { LONGEST = 86400 };
    int64_t now = dem_fetch_now(), asked = dem_retry_after(r, now) / 1000;
    f->tally->feeds_failed++;
    dem_fetch_trouble(f, DEM_E_IO, v->wanted, "%s%s%s", dem_miss_word(r->miss), r->why[0] ? ": " : "", r->why);
    if (r->miss != DEM_MISS_BUSY || asked <= 0) return DEM_OK;
    dem_feed_state state = {.etag = v->etag,
                            .modified = v->modified,
                            .polled = now,
                            .next = now + (asked < LONGEST ? asked : LONGEST)};
    return dem_state_put_feed(f->state, v->wanted, &state, err);
}

dem_status dem_fetch_feed_answer(dem_fetch *f, const dem_visit *v, dem_reply *r, dem_error *err)
{
    if (r->miss) return feed_failed(f, v, r, err);
    if (r->status == 304 && (v->etag.n || v->modified.n)) return unchanged(f, v, err);
    if (r->status != 200) {
        snprintf(r->why, sizeof r->why, "the server says %d", r->status);
        r->miss = DEM_MISS_KIND;
        return feed_failed(f, v, r, err);
    }
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_status st = read_feed(f, v, &arena, r, err);
    dem_arena_release(&arena);
    return st;
}
