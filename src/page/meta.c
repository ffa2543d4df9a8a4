/* page/meta.c - see meta.h. */
#include "page/meta.h"
#include "page/meta_agree.h"
#include "page/meta_author.h"
#include "page/meta_language.h"
#include "page/meta_lines.h"
#include "page/meta_title.h"
#include "page/meta_url.h"
#include "page/meta_vote.h"

void dem_meta_gather(dem_arena *arena, const xmlDoc *doc, dem_str url, dem_meta_found *out)
{
    const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;
    dem_meta_lines lines = {0};
    dem_meta_when when;
    *out = (dem_meta_found){.arena = arena, .page = dem_str_trim(url)};
    if (!root) return;
    dem_meta_walk(out, root, &lines);
    dem_meta_near(out, &lines);
    if (dem_meta_url_day(out->page.n ? out->page : dem_meta_canonical(out), &when))
        dem_meta_date_add(out, DEM_DATED_URL, &when);
}

/* The tags by vote of their languages; of the winner's the longest, which tells the region too. */
static dem_str language(dem_meta_found *f)
{
    dem_meta_values clean = {0};
    dem_str best = {NULL, 0}, won;
    for (size_t i = 0; i < f->language.n; i++) {
        dem_str tag = dem_meta_language(f->arena, f->language.at[i].text);
        f->language.at[i].text = tag;
        tag.n = dem_str_find(tag, DEM_STR("-"));
        if (tag.n) dem_vec_push(f->arena, &clean, ((dem_meta_value){tag, f->language.at[i].weight}));
    }
    won = dem_meta_vote(f->arena, &clean);
    for (size_t i = 0; won.n && i < f->language.n; i++) {
        dem_str tag = f->language.at[i].text, rest = tag, first;
        bool same = dem_str_next(&rest, '-', &first) && dem_str_eq(first, won);
        if (same && (best.n == 0 || (best.n == won.n && tag.n > best.n))) best = tag;
    }
    return best;
}

/* Claims that are no names go, and so do those that name the publisher. */
static dem_str author(dem_meta_found *f)
{
    dem_meta_values clean = {0};
    for (size_t i = 0; i < f->author.n; i++) {
        dem_str name = dem_meta_byline(f->author.at[i].text);
        if (name.n) dem_vec_push(f->arena, &clean, ((dem_meta_value){name, f->author.at[i].weight}));
    }
    return dem_meta_vote(f->arena, &clean);
}

static bool live_address(dem_str url)
{
    static const char *const PIECES[] = {"/live/", "live-updates", "liveblog", "live-blog", "/live-"};
    for (size_t i = 0; i < sizeof PIECES / sizeof *PIECES; i++)
        if (dem_str_find(url, dem_str_from(PIECES[i])) < url.n) return true;
    return false;
}

void dem_meta_find(dem_arena *arena, const xmlDoc *doc, dem_str url, dem_meta *out)
{
    dem_meta_found f;
    *out = (dem_meta){0};
    dem_meta_gather(arena, doc, url, &f);
    out->publisher = dem_meta_vote(arena, &f.publisher);
    out->title = dem_meta_title(&f, out->publisher);
    out->author = author(&f);
    out->language = language(&f);
    out->url = dem_meta_canonical(&f);
    out->live = f.live || dem_meta_title_live(out->title) || live_address(out->url);
    out->body = f.body;
    out->update = f.update.at;
    out->n_updates = (uint32_t)f.update.n;
    dem_meta_agree(&f, out->language, out);
}
