/* base/input.h - bytes from a file, standard input or memory, plain or compressed, by line, by number or as a whole.
 *
 * gzip, zstd, bzip2 and xz are recognised by their content, not by the file's name. A line of many megabytes is
 * fine; a line above the limit costs that line only. Memory: one buffer, as large as the longest line, or as what is
 * looked at ahead. A few bytes that unpack to gigabytes end in DEM_E_LIMIT (base/origin.h has the bounds). Members of
 * archives are inputs too: base/members.h. */
#ifndef DEM_BASE_INPUT_H
#define DEM_BASE_INPUT_H
#include "base/arena.h"
#include "base/error.h"

typedef struct dem_input dem_input;

typedef struct dem_line {
    dem_str text;    /* without its LF; a CR before the LF is kept. Valid until the next call on the input */
    uint64_t number; /* from 1 */
    uint64_t offset; /* of its first byte in the (decompressed) stream, from 0 */
} dem_line;

/* Opens `path`, or standard input for "-". Lines longer than `max_line` bytes will be refused. On DEM_OK
 * the caller owns *out and ends it with dem_input_close(). DEM_E_IO if the system refuses, if `path` is
 * a folder, or if the start of a compressed file is damaged. */
dem_status dem_input_open(dem_input **out, const char *path, size_t max_line, dem_error *err);
/* The same for `bytes`, which are borrowed until it is closed, under a name of the caller's choice, which is copied. */
dem_status dem_input_open_memory(dem_input **out, dem_str name, dem_str bytes, size_t max_line, dem_error *err);
/* Takes NULL. */
void dem_input_close(dem_input *in);
/* The path it was opened with, or the name it was given; borrowed. */
dem_str dem_input_name(const dem_input *in);

/* What comes next, without taking it: at least the first line that is not blank, unless the input or
 * `limit` ends it. Valid until the next call. Does not wait for more than that line. Errors are left to
 * the next read. */
dem_str dem_input_peek(dem_input *in, size_t limit);
/* The same, but `n` bytes, whatever they are, unless the input ends before. Waits for them. */
dem_str dem_input_ahead(dem_input *in, size_t n);
/* Where the next byte stands in the unpacked bytes, from 0. */
uint64_t dem_input_offset(const dem_input *in);
/* Passes over `n` bytes, in which lines are not counted. DEM_END if the input ends before; DEM_E_IO or DEM_E_LIMIT
 * once if reading fails, DEM_END after that. */
dem_status dem_input_skip(dem_input *in, uint64_t n, dem_error *err);
/* The next line. DEM_END at the end; DEM_E_LIMIT for a line above max_line, which is skipped (line->number
 * and offset are set) and reading goes on; DEM_E_IO once if reading fails, or DEM_E_LIMIT without a text if too much
 * comes out of too little, DEM_END after that. */
dem_status dem_input_line(dem_input *in, dem_line *line, dem_error *err);
/* All that is left, as a copy in `arena` with a NUL behind it (not counted). DEM_E_LIMIT if it is more
 * than `limit` bytes, DEM_E_IO or DEM_E_LIMIT if reading fails; the rest of the input is given up then. */
dem_status dem_input_all(dem_input *in, size_t limit, dem_arena *arena, dem_str *out, dem_error *err);
/* The whole of a file in `arena`, with a NUL behind it (not counted): an ordinary file as it is, compressed or not,
 * anything else as by dem_input_all(). DEM_E_IO, or DEM_E_LIMIT if it is longer than `limit` bytes. */
dem_status dem_input_file(const char *path, size_t limit, dem_arena *arena, dem_str *out, dem_error *err);

#endif
