/* page/meta_near.c - the headline, and what the lines around it say of day and author. */
#include "base/utf8.h"
#include "page/meta_author.h"
#include "page/meta_lines.h"

enum { BEFORE = 6, REST = 48, REST_DATED = 90, MOST_H1 = 24, MOST_TITLES = 8 };

static bool has_word(dem_str text, dem_str word)
{
    for (size_t from = 0; from < text.n;) {
        size_t at = from + dem_str_find(dem_str_sub(text, from, text.n), word), to = at + word.n;
        if (at >= text.n) return false;
        if ((at == 0 || text.p[at - 1] == ' ') && (to == text.n || text.p[to] == ' ')) return true;
        from = to;
    }
    return false;
}

/* Percent of the words of `line` that are in `title`; both are keys. */
static int shared(dem_str line, dem_str title)
{
    int words = 0, both = 0;
    dem_str word;
    while (dem_str_next(&line, ' ', &word)) {
        if (!word.n) continue;
        words++;
        both += has_word(title, word);
    }
    return words ? both * 100 / words : 0;
}

static dem_str key(const dem_meta_found *f, dem_str text)
{
    return dem_utf8_key(f->arena, dem_str_sub(text, 0, DEM_META_LINE));
}

static int best_shared(const dem_meta_found *f, dem_str line)
{
    int best = 0;
    dem_str words = key(f, line);
    for (size_t i = 0; i < f->title.n && i < MOST_TITLES; i++) {
        int s = shared(words, key(f, f->title.at[i].text));
        if (s > best) best = s;
    }
    return best;
}

/* A line that is the beginning of a title, where no h1 is the headline. */
static uint32_t titled_line(const dem_meta_found *f, const dem_meta_lines *lines)
{
    enum { SHORTEST = 20 };
    for (uint32_t i = 0; i < lines->line.n; i++) {
        const dem_meta_line *l = &lines->line.at[i];
        if (l->text.n < SHORTEST || (l->flags & DEM_LINE_ELSEWHERE)) continue;
        for (size_t t = 0; t < f->title.n && t < MOST_TITLES; t++)
            if (dem_str_starts(f->title.at[t].text, l->text)) return i;
    }
    return UINT32_MAX;
}

uint32_t dem_meta_headline(const dem_meta_found *f, const dem_meta_lines *lines)
{
    enum { ENOUGH = 50 };
    uint32_t best = UINT32_MAX, first = UINT32_MAX;
    int most = ENOUGH - 1, seen = 0;
    for (uint32_t i = 0; i < lines->line.n && seen < MOST_H1; i++) {
        if (!(lines->line.at[i].flags & DEM_LINE_H1)) continue;
        seen++;
        if (first == UINT32_MAX) first = i;
        int s = best_shared(f, lines->line.at[i].text);
        if (s > most) most = s, best = i;
    }
    if (best == UINT32_MAX) best = titled_line(f, lines);
    /* The only one may say what no title does. */
    return best == UINT32_MAX && (seen == 1 || f->title.n == 0) ? first : best;
}

/* ---- dates ------------------------------------------------------------------------------------------ */

typedef enum label { NONE, PUBLISHED, UPDATED } label;

/* What the words before a date call it; the later word counts, and "first published" is published. */
static label label_of(const dem_meta_found *f, dem_str words)
{
    static const struct {
        const char *word;
        label label;
    } LABELS[] = {
        {"published", PUBLISHED},  {"posted", PUBLISHED},      {"original", PUBLISHED},
        {"created", PUBLISHED},    {"released", PUBLISHED},    {"publicado", PUBLISHED},
        {"publie", PUBLISHED},     {"publication", PUBLISHED}, {"veroffentlicht", PUBLISHED},
        {"publiziert", PUBLISHED}, {"erstellt", PUBLISHED},    {"pubblicato", PUBLISHED},
        {"updated", UPDATED},      {"modified", UPDATED},      {"update", UPDATED},
        {"revised", UPDATED},      {"actualizado", UPDATED},   {"atualizado", UPDATED},
        {"aktualisiert", UPDATED}, {"aggiornato", UPDATED},    {"jour", UPDATED},
        {"modifie", UPDATED},      {"reviewed", UPDATED},
    };
    label found = NONE;
    size_t last = 0;
    dem_str text = dem_utf8_key(f->arena, words);
    for (size_t i = 0; i < sizeof LABELS / sizeof *LABELS; i++) {
        size_t at = dem_str_find(text, dem_str_from(LABELS[i].word));
        if (at < text.n && (found == NONE || at > last)) found = LABELS[i].label, last = at;
    }
    return found;
}

static bool any_digit(dem_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] >= '0' && s.p[i] <= '9') return true;
    return false;
}

/* The label that stands alone in the line before. */
static label label_before(const dem_meta_found *f, const dem_meta_lines *lines, uint32_t i)
{
    enum { LONGEST = 24 };
    if (i == 0 || lines->line.at[i - 1].text.n > LONGEST || any_digit(lines->line.at[i - 1].text)) return NONE;
    return label_of(f, lines->line.at[i - 1].text);
}

/* The dates of one line; true if it told the day of publication. */
static bool dates_of(dem_meta_found *f, const dem_meta_lines *lines, uint32_t i)
{
    const dem_meta_line *l = &lines->line.at[i];
    size_t at = 0, from = 0, behind = 0;
    dem_meta_when when;
    bool told = false;
    label kind = label_before(f, lines, i);
    if (!any_digit(l->text) || (l->flags & DEM_LINE_CUT)) return false;
    while (!told && dem_meta_when_next(l->text, &at, &from, &when)) {
        label here = label_of(f, dem_str_sub(l->text, behind, from));
        if (here != NONE) kind = here;
        bool bare = l->text.n - (at - behind) <= (l->flags & DEM_LINE_DATED ? REST_DATED : REST) ||
                    (kind != NONE && from - behind <= REST);
        if (bare && kind == UPDATED) dem_meta_date_add(f, DEM_DATED_UPDATED, &when);
        else if (bare)
            dem_meta_date_add(f, kind == PUBLISHED ? DEM_DATED_LABEL : DEM_DATED_LINE, &when), told = true;
        behind = at;
        kind = NONE;
    }
    return told;
}

static bool usable(const dem_meta_lines *lines, uint32_t i, uint32_t headline)
{
    unsigned head = lines->line.at[headline].flags, flags = lines->line.at[i].flags;
    return !(flags & DEM_LINE_H1) && (!(flags & DEM_LINE_ELSEWHERE) || (head & DEM_LINE_ELSEWHERE));
}

static void near_dates(dem_meta_found *f, const dem_meta_lines *lines, uint32_t headline)
{
    uint32_t n = (uint32_t)lines->line.n, to = headline + 1 + DEM_META_NEAR;
    bool told = false;
    for (uint32_t i = headline + 1; i < n && i < to && !told; i++)
        if (usable(lines, i, headline)) told = dates_of(f, lines, i);
    for (uint32_t i = headline; i > 0 && headline - i < BEFORE && !told; i--)
        if (usable(lines, i - 1, headline)) told = dates_of(f, lines, i - 1);
}

/* ---- authors ---------------------------------------------------------------------------------------- */

static void near_authors(dem_meta_found *f, const dem_meta_lines *lines, uint32_t headline)
{
    enum { LONGEST = 100 };
    uint32_t n = (uint32_t)lines->line.n, to = headline + 1 + DEM_META_NEAR;
    for (uint32_t i = headline > 2 ? headline - 2 : 0; i < n && i < to; i++) {
        const dem_meta_line *l = &lines->line.at[i];
        if (i == headline || !usable(lines, i, headline) || l->text.n > LONGEST) continue;
        bool alone = dem_meta_only_by(l->text) && i + 1 < n && lines->line.at[i + 1].text.n <= LONGEST;
        dem_str name = dem_meta_byline(alone ? lines->line.at[i + 1].text : l->text);
        bool by = alone || dem_meta_starts_by(l->text);
        if (!name.n || (!by && !(l->flags & DEM_LINE_BYLINE))) continue;
        dem_meta_say(f, &f->author, by ? DEM_META_SOME : DEM_META_WEAK, name);
        if (by) return;
    }
}

/* ---- marks ------------------------------------------------------------------------------------------ */

/* The first of each property counts; a page with many of them is a list, and says nothing of itself. */
static void props(dem_meta_found *f, const dem_meta_lines *lines, const char *name)
{
    enum { LIST = 4 };
    const dem_meta_mark *first = NULL;
    uint32_t different = 0;
    for (size_t i = 0; i < lines->mark.n; i++) {
        const dem_meta_mark *m = &lines->mark.at[i];
        if (m->kind != DEM_MARK_PROP || m->elsewhere || !dem_str_is(m->name, name)) continue;
        if (!first) first = m;
        else if (!dem_str_eq(first->value, m->value)) different++;
    }
    if (!first || different >= LIST) return;
    if (dem_str_is(first->name, "datepublished")) dem_meta_date(f, DEM_DATED_MICRO, first->value);
    if (dem_str_is(first->name, "datecreated")) dem_meta_date(f, DEM_DATED_LOOSE, first->value);
    if (dem_str_is(first->name, "datemodified")) dem_meta_date(f, DEM_DATED_MODIFIED, first->value);
    if (dem_str_is(first->name, "headline")) dem_meta_say(f, &f->title, DEM_META_SOME, first->value);
    if (dem_str_is(first->name, "inlanguage")) dem_meta_say(f, &f->language, DEM_META_SOME, first->value);
    if (dem_str_is(first->name, "author"))
        dem_meta_say(f, &f->author, DEM_META_SOME, dem_meta_byline(first->value));
}

/* The first `time` element by the headline, and the first that calls itself the day of publication. */
static void times(dem_meta_found *f, const dem_meta_lines *lines, uint32_t headline)
{
    for (size_t i = 0; i < lines->mark.n; i++) {
        const dem_meta_mark *m = &lines->mark.at[i];
        if (m->kind != DEM_MARK_TIME || m->line >= lines->line.n) continue;
        bool pubdate = m->name.n > 0, near = headline != UINT32_MAX && m->line + BEFORE >= headline &&
                                             m->line <= headline + DEM_META_NEAR &&
                                             usable(lines, m->line, headline);
        if ((!pubdate || m->elsewhere) && !near) continue;
        label kind = m->line ? label_before(f, lines, m->line) : NONE;
        if (kind == NONE) kind = label_of(f, lines->line.at[m->line].text);
        dem_meta_date(f, kind == UPDATED ? DEM_DATED_UPDATED : DEM_DATED_TIME, m->value);
        if (kind != UPDATED) return;
    }
}

static void linked_author(dem_meta_found *f, const dem_meta_lines *lines)
{
    for (size_t i = 0; i < lines->mark.n; i++) {
        const dem_meta_mark *m = &lines->mark.at[i];
        if (m->kind != DEM_MARK_AUTHOR || m->elsewhere) continue;
        dem_meta_say(f, &f->author, DEM_META_SOME, dem_meta_byline(m->value));
        return;
    }
}

void dem_meta_near(dem_meta_found *f, const dem_meta_lines *lines)
{
    static const char *const PROPS[] = {"datepublished", "datecreated", "datemodified",
                                        "headline",      "inlanguage",  "author"};
    for (size_t i = 0; i < sizeof PROPS / sizeof *PROPS; i++) props(f, lines, PROPS[i]);
    linked_author(f, lines);
    uint32_t headline = dem_meta_headline(f, lines);
    times(f, lines, headline);
    if (headline == UINT32_MAX) return;
    f->headline = lines->line.at[headline].text;
    near_dates(f, lines, headline);
    near_authors(f, lines, headline);
}
