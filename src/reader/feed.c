/* reader/feed.c - a feed that was saved: each of its entries that carries text is a report. The pages that it points to are
 * a matter of `demarche fetch`. */
#include "feed/feed.h"
#include "reader/format.h"
#include <stdlib.h>

typedef struct state {
    dem_arena arena; /* of the feed */
    dem_feed feed;
    uint32_t next;
    bool read, empty; /* no entry had any text so far */
} state;

static bool probe(dem_str head, dem_str name)
{
    (void)name;
    return dem_feed_probe(head);
}

static void open_feed(dem_source *s)
{
    state *f = dem_xalloc(sizeof *f);
    dem_arena_init(&f->arena, 0);
    f->empty = true;
    s->state = f;
}

static dem_status read_feed(dem_source *s, state *f, dem_error *err)
{
    dem_str bytes, name = dem_input_name(s->in);
    dem_error why = {0};
    dem_status st = dem_input_all(s->in, DEM_FEED_MAX_BYTES, &f->arena, &bytes, err);
    f->read = true;
    if (st != DEM_OK) return st;
    st = dem_feed_read(&f->arena, bytes, (dem_str){NULL, 0}, &f->feed, &why);
    if (st != DEM_OK) return dem_fail(err, st, name, 0, 0, "%s", why.text);
    if (f->feed.n_cut)
        dem_source_notice(s, 0, "%llu entries beyond the first %u are left out", (unsigned long long)f->feed.n_cut,
                          DEM_FEED_MAX_ENTRIES);
    return DEM_OK;
}

/* The entry's own language and publisher, else those of the channel. */
static void set_report(dem_source *s, dem_arena *arena, const dem_feed *feed, const dem_feed_entry *e,
                       dem_report *report)
{
    report->id = dem_arena_str(arena, e->id);
    report->url = dem_arena_str(arena, e->link);
    report->title = dem_arena_str(arena, e->title);
    report->author = dem_arena_str(arena, e->author);
    report->publisher = dem_arena_str(arena, e->publisher.n ? e->publisher : feed->title);
    report->language = dem_arena_str(arena, e->language.n ? e->language : feed->language);
    if (!e->changed) report->published = dem_arena_str(arena, e->published);
    dem_str text = dem_arena_str(arena, e->html);
    if (e->plain) report->text = text;
    else {
        s->page = text;
        s->type = DEM_FRAGMENT_TYPE;
    }
}

static dem_status next(dem_source *s, dem_arena *arena, dem_report *report, dem_error *err)
{
    state *f = s->state;
    dem_status st = f->read ? DEM_OK : read_feed(s, f, err);
    if (st != DEM_OK) return st;
    while (f->next < f->feed.n_entries) {
        const dem_feed_entry *e = &f->feed.entry[f->next++];
        if (!e->html.n) continue;
        f->empty = false;
        report->line = f->next;
        set_report(s, arena, &f->feed, e, report);
        return DEM_OK;
    }
    if (!f->empty || f->feed.n_entries == 0) return DEM_END;
    f->empty = false;
    return dem_fail(err, DEM_E_FORMAT, dem_input_name(s->in), 0, 0,
                    "%u entries and no text in any of them: demarche fetch gets the pages they point to",
                    f->feed.n_entries);
}

static void close_feed(dem_source *s)
{
    state *f = s->state;
    dem_arena_release(&f->arena);
    free(f);
    s->state = NULL;
}

const dem_format dem_format_feed = {.name = "feed",
                                    .what = "RSS or Atom: a report for each entry that carries text",
                                    .probe = probe,
                                    .open = open_feed,
                                    .next = next,
                                    .close = close_feed};
