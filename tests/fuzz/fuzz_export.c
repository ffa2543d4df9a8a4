/* fuzz_export.c - any bytes as what news databases give out. */
#define _GNU_SOURCE
#include "reports.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[64];
    int fd = memory_file(data, size, path);
    read_all(path, NULL, size);
    read_all(path, &(dem_reader_options){.format = "lexisnexis"}, size);
    read_all(path, &(dem_reader_options){.format = "factiva"}, size);
    close(fd);
    return 0;
}
