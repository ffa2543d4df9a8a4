/* fuzz_json.c - any bytes as JSON; of what jansson takes for a list, each element must be an item, good or bad. */
#define _GNU_SOURCE
#include "reader/json_scan.h"
#include "reports.h"
#include <jansson.h>

/* The elements of the list that these bytes are, -1 if they are none or one that holds a list of reports. */
static long elements(const uint8_t *data, size_t size)
{
    dem_str bytes = dem_utf8_without_bom((dem_str){(const char *)data, size});
    dem_json_scan scan = {.line_start = true};
    for (size_t i = 0; i < bytes.n; i++)
        if (dem_json_step(&scan, bytes.p[i]) == DEM_JSON_DEEP) return -1;
    json_t *list = json_loadb(bytes.p, bytes.n, JSON_ALLOW_NUL, NULL);
    long n = json_is_array(list) ? (long)json_array_size(list) : -1;
    json_decref(list);
    return n;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[64];
    int fd = memory_file(data, size, path);
    read_all(path, &(dem_reader_options){.format = "jsonl"}, size);
    read_all(path, &(dem_reader_options){.format = "json", .columns = "text=a+b,published=c"}, size);
    long items = (long)read_all(path, &(dem_reader_options){.format = "json"}, size),
         want = elements(data, size);
    demand(want < 0 || items == want, "another number of items than the list has elements");
    close(fd);
    return 0;
}
