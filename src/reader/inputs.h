/* reader/inputs.h - what the paths lead to, one input after the other: files, files in folders, members of archives. For the
 * files of this folder. */
#ifndef DEM_READER_INPUTS_H
#define DEM_READER_INPUTS_H
#include "base/input.h"
#include "base/members.h"
#include "base/offsets.h"
#include "base/paths.h"

typedef struct dem_inputs {
    dem_arena arena; /* paths */
    dem_arena wide;  /* of the input in hand, if it was in UTF-16 */
    char **path;
    size_t n_paths, next_path;
    dem_paths files; /* of the path in hand */
    size_t next_file;
    dem_members *members; /* of the archive in hand, NULL: none is open */
} dem_inputs;

/* The strings are copied. */
void dem_inputs_init(dem_inputs *i, const char *const *paths, size_t n_paths);
void dem_inputs_release(dem_inputs *i);
/* The next input, which the caller closes before the next call. One in UTF-16 or UTF-32, in which no format could see anything, was
 * turned into UTF-8 as a whole: *bytes leads back then, and is zeroed otherwise. DEM_END after the last; any other status costs
 * one input, or as much as dem_members_next() says. */
dem_status dem_inputs_next(dem_inputs *i, dem_input **in, dem_offsets *bytes, dem_error *err);
/* The path that was asked for and led to the last input. */
dem_str dem_inputs_asked(const dem_inputs *i);

#endif
