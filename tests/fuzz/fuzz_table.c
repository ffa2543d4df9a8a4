/* fuzz_table.c - any bytes as a table: by commas, by tabs, with columns that are named; and rows that are written down again
 * must come back. */
#define _GNU_SOURCE
#include "reader/csv.h"
#include "reports.h"

/* The fields of `row`, all in quotation marks. */
static void write_row(dem_buf *out, const dem_row *row, char separator)
{
    dem_buf_clear(out);
    for (size_t i = 0; i < row->n; i++) {
        if (i) dem_buf_addc(out, separator);
        dem_buf_addc(out, '"');
        for (size_t k = 0; k < row->at[i].n; k++) {
            if (row->at[i].p[k] == '"') dem_buf_addc(out, '"');
            dem_buf_addc(out, row->at[i].p[k]);
        }
        dem_buf_addc(out, '"');
    }
}

static void check_row(const dem_row *row, char separator)
{
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_buf again = {0};
    dem_row back = {0};
    write_row(&again, row, separator);
    dem_csv_split(&arena, again.p, again.n, separator, &back);
    demand(back.n == row->n, "another number of fields");
    for (size_t i = 0; i < row->n; i++) demand(dem_str_eq(back.at[i], row->at[i]), "another field");
    dem_buf_release(&again);
    dem_arena_release(&arena);
}

static void read_rows(dem_str bytes, char separator)
{
    dem_arena arena = {0};
    dem_csv csv = {.separator = separator};
    dem_row row;
    uint64_t line = 0;
    if (dem_input_open_memory(&csv.in, DEM_STR("fuzz"), bytes, 1000, NULL) != DEM_OK)
        return; /* damaged gzip or the like */
    for (dem_status st; (st = dem_csv_row(&csv, &arena, &row, NULL)) != DEM_END && st != DEM_E_IO;) {
        demand(row.line > line || st != DEM_OK, "lines that do not go on");
        line = row.line;
        /* In a table that may have no quoting a field with marks in it may not be one when quoted. */
        if (st == DEM_OK && separator != '\t') check_row(&row, separator);
        dem_arena_reset(&arena);
    }
    dem_csv_release(&csv);
    dem_input_close(csv.in);
    dem_arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[64];
    int fd = memory_file(data, size, path);
    read_all(path, &(dem_reader_options){.format = "csv"}, size);
    read_all(path, &(dem_reader_options){.format = "tsv"}, size);
    read_all(path, &(dem_reader_options){.format = "csv", .columns = "text=a+b,published=c"}, size);
    close(fd);
    read_rows((dem_str){(const char *)data, size}, ',');
    read_rows((dem_str){(const char *)data, size}, '\t');
    return 0;
}
