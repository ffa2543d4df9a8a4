/* lexicon/scan.c - see scan.h. */
#include "lexicon/scan.h"
#include "base/vec.h"

typedef DEM_VEC(dem_scan_line) line_list;

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/* The first '#' from `from` on, or `end`. */
static const char *next_mark(const char *from, const char *end)
{
    const char *hit = from < end ? memchr(from, '#', (size_t)(end - from)) : NULL;
    return hit ? hit : end;
}

/* `line` without a comment. *mark is the first '#' at its start or behind; it is moved on. */
static dem_str without_comment(dem_str line, const char **mark, const char *end)
{
    const char *line_end = line.p + line.n;
    for (; *mark < line_end; *mark = next_mark(*mark + 1, end))
        if (*mark == line.p || is_blank((*mark)[-1])) {
            line.n = (size_t)(*mark - line.p);
            *mark = next_mark(line_end, end);
            break;
        }
    return line;
}

/* Joins the lines [from, end) of the list, all but the first of which begin with a bar, into the first. */
static void join(dem_arena *arena, line_list *list, size_t from)
{
    size_t size = 0, at = 0;
    for (size_t i = from; i < list->n; i++) size += list->at[i].text.n + 1;
    char *p = dem_arena_alloc(arena, size);
    for (size_t i = from; i < list->n; i++) {
        if (i > from) p[at++] = ' ';
        memcpy(p + at, list->at[i].text.p, list->at[i].text.n);
        at += list->at[i].text.n;
    }
    list->at[from].text = (dem_str){p, at};
    list->n = from + 1;
}

void dem_scan_init(dem_scan *s, dem_arena *lines, dem_arena *arena, dem_str text)
{
    line_list list = {0};
    dem_str line;
    const char *end = text.p + text.n, *mark = next_mark(text.p, end);
    size_t first = 0; /* of the run of lines that are to be joined */
    for (uint32_t number = 1; dem_str_next(&text, '\n', &line); number++) {
        dem_str shown = dem_str_trim(without_comment(line, &mark, end));
        if (!shown.n) continue;
        dem_scan_line l = {shown, number, is_blank(line.p[0])};
        if (!(l.indented && shown.p[0] == '|')) {
            if (list.n > first + 1) join(arena, &list, first);
            first = list.n;
        }
        dem_vec_push(lines, &list, l);
    }
    if (list.n > first + 1) join(arena, &list, first);
    *s = (dem_scan){list.at, (uint32_t)list.n, 0};
}

bool dem_scan_next(dem_scan *s, dem_entry *entry)
{
    if (s->at >= s->n) return false;
    entry->head = s->line[s->at++];
    entry->body = s->line + s->at;
    uint32_t from = s->at;
    while (s->at < s->n && s->line[s->at].indented) s->at++;
    entry->n_body = s->at - from;
    return true;
}

dem_str dem_scan_word(dem_str *rest)
{
    size_t n = 0;
    while (n < rest->n && !is_blank(rest->p[n])) n++;
    dem_str word = dem_str_sub(*rest, 0, n);
    *rest = dem_str_trim(dem_str_sub(*rest, n, rest->n));
    return word;
}
