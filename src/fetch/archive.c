/* fetch/archive.c - see archive.h. */
#include "fetch/archive.h"
#include "base/date.h"
#include "base/sha256.h"
#include "warc/write.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct dem_archive {
    dem_arena arena;
    dem_str folder, file; /* "" is the one we are in; the archive in it, empty if there is one a day */
    bool dry;
    dem_state *state;
    dem_warc_writer *writer; /* NULL: none is open yet */
    dem_str open;            /* the name of its file, in `day` if there is one a day */
    char day[24];
};

/* ── names ───────────────────────────────────────────────────────────────── */

static dem_str utc(dem_arena *arena, int64_t now)
{
    char day[11];
    dem_date_format((dem_date)(now / 86400), day);
    int second = (int)(now % 86400);
    return dem_arena_printf(arena, "%sT%02d:%02d:%02dZ", day, second / 3600, second / 60 % 60, second % 60);
}

static dem_str path_of(const dem_archive *a, dem_arena *arena, dem_str name)
{
    return dem_arena_printf(arena, "%.*s%.*s", DEM_STR_ARG(a->folder), DEM_STR_ARG(name));
}

/* The folder ends in a slash, or is empty. */
static void take_apart(dem_archive *a, dem_str path)
{
    if (!dem_str_ends(path, DEM_STR(".warc.gz"))) {
        const char *slash = dem_str_ends(path, DEM_STR("/")) ? "" : "/";
        a->folder = dem_arena_printf(&a->arena, "%.*s%s", DEM_STR_ARG(path), slash);
        return;
    }
    size_t at = path.n;
    while (at > 0 && path.p[at - 1] != '/') at--;
    a->folder = dem_arena_str(&a->arena, dem_str_sub(path, 0, at));
    a->file = dem_arena_str(&a->arena, dem_str_sub(path, at, path.n));
}

/* ── opening ─────────────────────────────────────────────────────────────── */

/* The writer cuts a torn record off; whether what was being written is whole can be seen then. */
static dem_status finish_last(dem_archive *a, const dem_unfinished *u, bool there, dem_error *err)
{
    if (!u->is_feed) {
        dem_page_state as =
            there && dem_warc_writer_size(a->writer) > u->offset ? DEM_PAGE_KEPT : DEM_PAGE_WANTED;
        return dem_state_end(a->state, u->url, as, 0, (dem_str){NULL, 0}, err);
    }
    dem_status st = there ? dem_warc_writer_cut(a->writer, u->offset, err) : DEM_OK;
    return st == DEM_OK ? dem_state_feed_cut(a->state, u->url, err) : st;
}

static dem_status recover(dem_archive *a, dem_error *err)
{
    dem_unfinished u;
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_status st = dem_state_unfinished(a->state, &arena, &u, err);
    if (st == DEM_OK && u.url.n) {
        dem_str path = path_of(a, &arena, u.file);
        bool there = access(path.p, F_OK) == 0;
        /* The date is that of a record of a new file, which this is not, unless its first record was torn. */
        if (there) st = dem_warc_writer_open(&a->writer, path.p, utc(&arena, 0), err);
        if (st == DEM_OK) st = finish_last(a, &u, there, err);
        if (st == DEM_OK && there && a->file.n) a->open = a->file;
        else {
            dem_warc_writer_close(a->writer);
            a->writer = NULL;
        }
    }
    dem_arena_release(&arena);
    return st;
}

/* A dry run looks at the state there is, in a transaction that is never ended by a commit; without one, at an empty one. */
static dem_status open_state(dem_archive *a, dem_error *err)
{
    dem_str name =
        a->file.n ? dem_arena_printf(&a->arena, ".%.*s.state", DEM_STR_ARG(a->file)) : DEM_STR(".state");
    dem_str path = path_of(a, &a->arena, name);
    bool is_there = access(path.p, F_OK) == 0;
    dem_status st = dem_state_open(&a->state, a->dry && !is_there ? ":memory:" : path.p, err);
    if (st != DEM_OK) return st;
    return a->dry ? dem_state_begin(a->state, err) : recover(a, err);
}

dem_status dem_archive_open(dem_archive **out, const char *path, bool dry, dem_error *err)
{
    dem_archive *a = dem_xalloc(sizeof *a);
    dem_arena_init(&a->arena, 0);
    a->dry = dry;
    take_apart(a, dem_str_from(path));
    dem_status st = DEM_OK;
    if (!dry && !a->file.n && mkdir(path, 0777) != 0 && errno != EEXIST)
        st = dem_fail(err, DEM_E_IO, dem_str_from(path), 0, 0, "cannot make the folder: %s", strerror(errno));
    if (st == DEM_OK) st = open_state(a, err);
    *out = st == DEM_OK ? a : NULL;
    if (st != DEM_OK) dem_archive_close(a);
    return st;
}

void dem_archive_close(dem_archive *a)
{
    if (!a) return;
    dem_warc_writer_close(a->writer);
    dem_state_close(a->state);
    dem_arena_release(&a->arena);
    free(a);
}

dem_state *dem_archive_state(dem_archive *a)
{
    return a->state;
}

/* ── writing ─────────────────────────────────────────────────────────────── */

static dem_status begin(dem_archive *a, dem_error *err)
{
    return a->dry ? DEM_OK : dem_state_begin(a->state, err);
}
/* The archive comes first: what the state tells to be there is there. */
static dem_status commit(dem_archive *a, dem_error *err)
{
    if (a->dry) return DEM_OK;
    dem_status st = a->writer ? dem_warc_writer_sync(a->writer, err) : DEM_OK;
    return st == DEM_OK ? dem_state_commit(a->state, err) : st;
}

/* Has the archive of the day open. */
static dem_status open_archive(dem_archive *a, dem_str when, dem_error *err)
{
    char day[sizeof a->day];
    snprintf(day, sizeof day, "%.10s.warc.gz", when.p);
    dem_str name = a->file.n ? a->file : dem_str_from(day);
    if (a->writer && dem_str_eq(a->open, name)) return DEM_OK;
    dem_warc_writer_close(a->writer);
    a->writer = NULL;
    memcpy(a->day, day, sizeof day);
    a->open = a->file.n ? a->file : dem_str_from(a->day);
    return dem_warc_writer_open(&a->writer, path_of(a, &a->arena, a->open).p, when, err);
}

/* ── pages ───────────────────────────────────────────────────────────────── */

static dem_status write_page(dem_archive *a, dem_arena *arena, dem_str url, dem_str final, const dem_reply *r,
                             dem_str when, dem_error *err)
{
    dem_warc_told told;
    dem_status st = open_archive(a, when, err);
    if (st == DEM_OK) st = dem_state_told(a->state, arena, url, &told, err);
    if (st == DEM_OK)
        st = dem_state_writing(a->state, url, final, a->open, dem_warc_writer_size(a->writer), when, err);
    if (st != DEM_OK) return st;
    st = dem_warc_write_page(a->writer, final, when, dem_buf_str(&r->head), dem_buf_str(&r->body), &told, err);
    if (st == DEM_OK) st = dem_warc_writer_sync(a->writer, err);
    if (st == DEM_OK) return dem_state_end(a->state, url, DEM_PAGE_KEPT, r->status, (dem_str){NULL, 0}, err);
    /* The record was not written: the page is wanted still. What is wrong with the disk is what the caller is told. */
    dem_state_end(a->state, url, DEM_PAGE_WANTED, 0, (dem_str){NULL, 0}, NULL);
    return st;
}

dem_status dem_archive_page(dem_archive *a, dem_str url, dem_str final, const dem_reply *r, int64_t now,
                            bool *same, dem_error *err)
{
    dem_page_state known;
    *same = false;
    dem_status st = dem_state_page(a->state, final, &known, err);
    if (st == DEM_OK && known == DEM_PAGE_KEPT && !dem_str_eq(url, final)) {
        *same = true;
        return dem_state_end(a->state, url, DEM_PAGE_SAME, r->status, final, err);
    }
    dem_arena arena;
    dem_arena_init(&arena, 0);
    if (st == DEM_OK) st = write_page(a, &arena, url, final, r, utc(&arena, now), err);
    dem_arena_release(&arena);
    return st;
}

/* ── feeds ───────────────────────────────────────────────────────────────── */

/* An entry that is new. */
typedef struct fresh {
    const dem_feed_entry *entry;
    dem_str url, host;
} fresh;

typedef DEM_VEC(fresh) fresh_list;

/* A text without an address of its own is named after the feed and what the feed calls it. */
static dem_str name_of(dem_arena *arena, const dem_poll *p, const dem_feed_entry *e)
{
    char hex[65];
    dem_sha256 hash;
    dem_sha256_init(&hash);
    dem_sha256_add(&hash, p->url);
    dem_sha256_add(&hash, DEM_STR(" "));
    dem_sha256_add(&hash, e->id.n ? e->id : e->html);
    dem_sha256_hex(&hash, hex);
    return dem_arena_printf(arena, "urn:sha256:%s", hex);
}

static dem_status add_if_new(dem_archive *a, dem_arena *arena, const dem_poll *p, const dem_feed_entry *e,
                             fresh_list *list, dem_poll_result *out, dem_error *err)
{
    dem_url u;
    dem_page_state known;
    fresh f = {.entry = e, .host = p->at->host};
    bool addressed = dem_url_read(arena, e->link, p->at->text, &u);
    if (addressed) f.host = u.host;
    f.url = addressed ? u.text : p->texts ? name_of(arena, p, e) : (dem_str){NULL, 0};
    if (!f.url.n || (p->texts && !e->html.n)) {
        out->bare++;
        return DEM_OK;
    }
    dem_status st = dem_state_page(a->state, f.url, &known, err);
    if (st == DEM_OK && known == DEM_PAGE_UNKNOWN) dem_vec_push(arena, list, f);
    return st;
}

static dem_warc_told told_of(const dem_poll *p, const dem_feed_entry *e)
{
    return (dem_warc_told){.feed = p->url,
                           .title = e->title,
                           .author = e->author,
                           .publisher = e->publisher.n ? e->publisher : p->feed->title,
                           .published = e->changed ? (dem_str){NULL, 0} : e->published,
                           .language = e->language.n ? e->language : p->feed->language};
}

/* Of the two kinds of text only one is HTML. */
static dem_status write_text(dem_archive *a, const fresh *f, const dem_warc_told *told, dem_str when,
                             dem_error *err)
{
    dem_str type =
        f->entry->plain ? DEM_STR("text/plain; charset=utf-8") : DEM_STR("text/html; charset=utf-8; fragment");
    dem_status st =
        dem_state_writing(a->state, f->url, f->url, a->open, dem_warc_writer_size(a->writer), when, err);
    if (st == DEM_OK) st = dem_warc_write_conversion(a->writer, f->url, when, type, f->entry->html, told, err);
    if (st == DEM_OK) st = dem_state_end(a->state, f->url, DEM_PAGE_KEPT, 0, (dem_str){NULL, 0}, err);
    return st;
}

static dem_status note(dem_archive *a, const dem_poll *p, const fresh *f, dem_str when, dem_poll_result *out,
                       dem_error *err)
{
    bool added;
    dem_warc_told told = told_of(p, f->entry);
    dem_status st = dem_state_want(a->state, f->url, f->host, &told, p->reply->local, &added, err);
    if (st != DEM_OK || !added) return st; /* the feed has it twice */
    out->added++;
    return p->texts && !a->dry ? write_text(a, f, &told, when, err) : DEM_OK;
}

static dem_status put_feed(dem_archive *a, const dem_poll *p, dem_error *err)
{
    /* Of an index of sitemaps the parts must be asked even if it has not changed itself. */
    bool is_index = p->feed->kind == DEM_FEED_INDEX;
    dem_feed_state state = {.polled = p->now};
    if (!is_index) {
        state.etag = dem_reply_field(p->reply, "ETag");
        state.modified = dem_reply_field(p->reply, "Last-Modified");
    }
    return dem_state_put_feed(a->state, p->url, &state, err);
}

/* All in one transaction: the feed, its texts, what is wanted, and that the feed has been read. */
static dem_status keep_feed(dem_archive *a, dem_arena *arena, const dem_poll *p, const fresh_list *list,
                            dem_poll_result *out, dem_error *err)
{
    dem_str when = utc(arena, p->now);
    dem_status st = DEM_OK;
    if (!a->dry) {
        st = open_archive(a, when, err);
        if (st == DEM_OK)
            st = dem_state_feed_writing(a->state, p->url, a->open, dem_warc_writer_size(a->writer), err);
        if (st == DEM_OK) st = begin(a, err);
        if (st == DEM_OK)
            st = dem_warc_write_response(a->writer, p->at->text, when, dem_buf_str(&p->reply->head),
                                         dem_buf_str(&p->reply->body), err);
    }
    for (size_t i = 0; st == DEM_OK && i < list->n; i++) st = note(a, p, &list->at[i], when, out, err);
    if (st == DEM_OK) st = put_feed(a, p, err);
    return st == DEM_OK ? commit(a, err) : st;
}

dem_status dem_archive_feed(dem_archive *a, const dem_poll *p, dem_poll_result *out, dem_error *err)
{
    dem_arena arena;
    fresh_list list = {0};
    dem_status st = DEM_OK;
    dem_arena_init(&arena, 0);
    *out = (dem_poll_result){0};
    bool is_index = p->feed->kind == DEM_FEED_INDEX;
    for (uint32_t i = 0; st == DEM_OK && !is_index && i < p->feed->n_entries; i++)
        st = add_if_new(a, &arena, p, &p->feed->entry[i], &list, out, err);
    if (st == DEM_OK) st = list.n ? keep_feed(a, &arena, p, &list, out, err) : put_feed(a, p, err);
    dem_arena_release(&arena);
    return st;
}
