/* cli/fetch_tell.c - see fetch_tell.h. */
#include "cli/fetch_tell.h"
#include <inttypes.h>

static void count(dem_buf *b, const char *before, uint64_t n, const char *one, const char *many)
{
    dem_buf_addf(b, "%s%" PRIu64 " %s", before, n, n == 1 ? one : many);
}
/* Nothing is said of what there is none of. */
static void also(dem_buf *b, uint64_t n, const char *one, const char *many)
{
    if (n) count(b, ", ", n, one, many);
}

static void size(dem_buf *b, uint64_t bytes)
{
    if (bytes >= 1 << 20) dem_buf_addf(b, " (%.1f MB)", (double)bytes / (1 << 20));
    else if (bytes) dem_buf_addf(b, " (%.1f kB)", (double)bytes / (1 << 10));
}

void dem_fetch_tell(dem_buf *b, const dem_fetch_tally *t, const dem_notes *trouble, const dem_fetch_options *o,
                    double seconds)
{
    count(b, "", t->feeds, "feed", "feeds");
    also(b, t->unchanged, "unchanged", "unchanged");
    also(b, t->feeds_failed, "failed", "failed");
    count(b, "; ", t->added, "new entry", "new entries");
    also(b, t->bare, o->texts ? "without text" : "without an address",
         o->texts ? "without text" : "without an address");
    dem_buf_addc(b, '\n');
    if (!o->dry) {
        count(b, "", t->kept, o->texts ? "text kept" : "page kept", o->texts ? "texts kept" : "pages kept");
        size(b, t->bytes);
    } else count(b, "", t->would, "page would be asked for", "pages would be asked for");
    also(b, t->same, "that leads to one kept already", "that lead to ones kept already");
    also(b, t->refused, "forbidden by robots.txt", "forbidden by robots.txt");
    also(b, t->failed, "failed", "failed");
    if (!o->dry) also(b, t->left, "wanted still", "wanted still");
    dem_buf_addf(b, "; %.1f s\n", seconds);
    dem_closing_add_notes(b, &(dem_closing){.skipped = *trouble});
}
