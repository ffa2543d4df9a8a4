/* feed/probe.c - whether bytes are a feed, by the name of the first element: see feed.h. */
#include "base/utf8.h"
#include "feed/feed.h"
#include "feed/vocabulary.h"

/* Behind what stands before the root: the declaration, comments, instructions, a document type. */
static dem_str behind_prolog(dem_str s)
{
    static const struct {
        const char *begin, *end;
    } PARTS[] = {{"<!--", "-->"}, {"<?", "?>"}, {"<!", ">"}};
    for (bool again = true; again;) {
        again = false;
        while (s.n && dem_byte_blank(s.p[0])) s = dem_str_sub(s, 1, s.n);
        for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS && !again; i++) {
            dem_str end = dem_str_from(PARTS[i].end);
            again = dem_str_starts(s, dem_str_from(PARTS[i].begin));
            if (again) s = dem_str_sub(s, dem_str_find(s, end) + end.n, s.n);
        }
    }
    return s;
}

static dem_str root_name(dem_str s)
{
    size_t n = 1;
    while (n < s.n && !dem_byte_blank(s.p[n]) && s.p[n] != '>' && s.p[n] != '/') n++;
    dem_str name = dem_str_sub(s, 1, n);
    size_t colon = dem_str_find(name, DEM_STR(":"));
    return colon < name.n ? dem_str_sub(name, colon + 1, name.n) : name;
}

bool dem_feed_probe(dem_str head)
{
    enum { ENOUGH = 8192 };
    char narrow[ENOUGH];
    size_t n = 0;
    bool marked = dem_str_starts(head, DEM_STR("\xFF\xFE")) || dem_str_starts(head, DEM_STR("\xFE\xFF"));
    /* Two bytes a character: markup is ASCII, and its other bytes are NUL. */
    for (size_t i = marked ? 2 : 0; i < head.n && n < ENOUGH; i++)
        if (head.p[i]) narrow[n++] = head.p[i];
    dem_str s = behind_prolog(dem_utf8_without_bom((dem_str){narrow, n}));
    return s.n && s.p[0] == '<' && dem_vocabulary_root_of(root_name(s));
}
