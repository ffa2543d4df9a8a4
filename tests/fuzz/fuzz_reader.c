/* fuzz_reader.c - any bytes through the reader, in each format. */
#define _GNU_SOURCE
#include "reports.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[64];
    int fd = memory_file(data, size, path);
    read_all(path, NULL, size);
    for (size_t i = 0; dem_reader_format_name(i); i++)
        read_all(path, &(dem_reader_options){.format = dem_reader_format_name(i)}, size);
    close(fd);
    return 0;
}
