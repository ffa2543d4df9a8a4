/* zones_dump FILE... - prints the zones of each report as a JSON line: {"id": ..., "zones": [[start, end,
 * "kind"], ...]}. For tests/zones_score.py. */
#include "base/buf.h"
#include "reader/reader.h"
#include "reader/zones.h"
#include <stdio.h>

static void print_zones(const dem_report *r)
{
    dem_buf b = {0};
    dem_buf_addz(&b, "{\"id\": ");
    dem_buf_add_json(&b, r->id);
    dem_buf_addz(&b, ", \"zones\": [");
    for (uint32_t i = 0; i < r->n_zones; i++)
        dem_buf_addf(&b, "%s[%u, %u, \"%s\"]", i ? ", " : "", r->zones[i].start, r->zones[i].end,
                     dem_zone_name(r->zones[i].kind));
    dem_buf_addz(&b, "]}\n");
    fwrite(b.p, 1, b.n, stdout);
    dem_buf_release(&b);
}

int main(int argc, char **argv)
{
    dem_reader *reader;
    dem_arena arena = {0};
    dem_report report;
    dem_error err;
    dem_status st;
    if (dem_reader_open(&reader, (const char *const *)argv + 1, (size_t)argc - 1, NULL, &err) != DEM_OK)
        return 2;
    while ((st = dem_reader_next(reader, &arena, &report, &err)) != DEM_END) {
        if (st == DEM_OK) {
            dem_zones_find(&arena, &report);
            print_zones(&report);
        } else {
            fprintf(stderr, "%s:%llu: %s\n", err.source, (unsigned long long)err.line, err.text);
        }
        dem_arena_reset(&arena);
    }
    dem_reader_close(reader);
    dem_arena_release(&arena);
    return 0;
}
