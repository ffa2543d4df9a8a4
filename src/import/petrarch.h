/* import/petrarch.h - dictionaries of TABARI, PETRARCH and their kin as text of our lexicons: actors, agents, verbs.
 *
 * The format is that of the files Phoenix.*.actors.txt, Phoenix.agents.txt and CAMEO.*.txt of the Open Event Data
 * Alliance and of the TABARI dictionaries before them; their codes are those of CAMEO 1.1b3. What comes out
 * is the text described in docs/lexicon.md, in the order of the input, each entry below a comment that names
 * its source. It loads as it is: what our format or the codebook has no place for is reported, not written. */
#ifndef DEM_IMPORT_PETRARCH_H
#define DEM_IMPORT_PETRARCH_H
#include "base/error.h"

/* Why an entry, or a part of one, is not carried over. The words are those of the closing count. */
#define DEM_LOSSES(X)                                                                                          \
    X(LINE, "lines that cannot be read")                                                                       \
    X(FORM, "broken entries")                                                                                  \
    X(NAME, "names that cannot be written here")                                                               \
    X(NO_CODE, "entries without a code")                                                                       \
    X(CODE, "codes that are not CAMEO's")                                                                      \
    X(COMPOUND, "codes of two actors")                                                                         \
    X(REGION, "codes of a region")                                                                             \
    X(GROUP, "codes of a religion, ethnic group or part of a country")                                         \
    X(ROLE, "roles that say nothing here")                                                                     \
    X(DISCARD, "orders to drop the report")                                                                    \
    X(DATE, "days that do not exist")                                                                          \
    X(SECOND, "second codes for the same time")                                                                \
    X(MACRO, "substitution sets that are not defined")                                                         \
    /* of verbs */                                                                                             \
    X(NO_EVENT, "codes that tell no event")                                                                    \
    X(BACK, "second codes, for the way back")                                                                  \
    X(WORD, "words that cannot be written here")                                                               \
    X(VERB, "verbs of several words that have no form here")                                                   \
    X(VERBS, "patterns with two verbs")                                                                        \
    X(GRAMMAR, "negations, modals and passives, which are the grammar's")                                      \
    X(MODIFIER, "phrases of which only the head could be asked for")                                           \
    X(SLOT, "patterns with words that no slot holds")                                                          \
    X(TRANSFORM, "transformations of events")                                                                  \
    X(SIZE, "what is beyond the sizes that are taken")

typedef enum dem_loss {
#define X(id, what) DEM_LOSS_##id,
    DEM_LOSSES(X)
#undef X
        DEM_LOSS_COUNT,
    DEM_LOSS_NONE = DEM_LOSS_COUNT
} dem_loss;

/* The words of a loss; static storage. */
const char *dem_loss_what(dem_loss loss);

typedef struct dem_petrarch_options {
    const char *mark; /* stands in brackets behind each label, so that none is another file's; or NULL */
    /* Called for each loss, in the order of the input; `loss` names file and line. May be NULL. */
    void (*report)(void *ctx, const dem_error *loss);
    void *ctx;
} dem_petrarch_options;

typedef struct dem_petrarch_count {
    uint32_t entries;           /* = whole + part + none + repeated */
    uint32_t whole, part, none; /* carried over, in part, not at all */
    uint32_t repeated;          /* said before in the same words; written once */
    uint32_t words;             /* of <NOUN> and other such sections, which name nobody; no entries */
    uint32_t persons, groups, roles, nobody, frames, lists; /* written */
    uint32_t loss[DEM_LOSS_COUNT];           /* losses, by reason: of whole entries and of parts alike */
} dem_petrarch_count;

/* True if `mark` may stand behind labels: one line of at most 40 bytes without #, |, [ and ]. */
bool dem_petrarch_mark_fits(dem_str mark);

/* Reads the dictionaries path[n], actors and agents in any order ("-" is standard input, packed files are unpacked),
 * and appends what they become to `out`; *count is filled. Takes time in proportion to the input, and as much memory
 * again as `out`, to know what was written before. DEM_E_IO if a file cannot be read, with what was read before in
 * `out`; anything that is wrong inside a file is a loss, and no error. */
dem_status dem_petrarch_actors(const char *const *path, size_t n, const dem_petrarch_options *options,
                               dem_buf *out, dem_petrarch_count *count, dem_error *err);
/* The same for verb dictionaries: frames, and the lists of the sets that they use, each file for itself. An entry of the
 * count is a set, the default code of a block or of a verb, or a pattern. A file is held whole in memory, up to 16 MiB;
 * `out` grows by 16 MiB at most, as a lexicon file may have no more: what is beyond is a loss, as is the rest of a longer
 * file. The losses of a file's lines and sets come before those of its patterns. */
dem_status dem_petrarch_verbs(const char *const *path, size_t n, const dem_petrarch_options *options,
                              dem_buf *out, dem_petrarch_count *count, dem_error *err);

#endif
