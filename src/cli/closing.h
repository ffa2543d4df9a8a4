/* cli/closing.h - what a run has to tell at its end. */
#ifndef DEM_CLI_CLOSING_H
#define DEM_CLI_CLOSING_H
#include "base/error.h"
#include "base/vec.h"
#include "record/tally.h"

enum { DEM_NOTES_SHOWN = 10 };
#define DEM_STATUS_COUNT (DEM_E_USAGE + 1)

/* Messages about items of the input: all are counted, the first few are kept. A zeroed one is empty. */
typedef struct dem_notes {
    uint64_t n, by_status[DEM_STATUS_COUNT];
    dem_error first[DEM_NOTES_SHOWN];
} dem_notes;

void dem_notes_add(dem_notes *notes, const dem_error *err);
/* Adds what `more` has, as if it had been added one by one behind what is there. */
void dem_notes_join(dem_notes *notes, const dem_notes *more);

enum { DEM_SHARES = 24 };
/* How many of something by name: languages, what told the day of publication. Names beyond the table count as "other". A
 * zeroed one is empty. */
typedef struct dem_shares {
    struct dem_share {
        char name[24];
        uint64_t n;
        uint64_t sure; /* sum of percents */
    } at[DEM_SHARES];
    uint32_t n;
} dem_shares;

void dem_shares_add(dem_shares *s, dem_str name, int sure);

typedef struct dem_closing {
    dem_tally tally;
    uint64_t known;     /* reports that the store had already */
    dem_notes skipped;  /* items that were no report */
    dem_notes repaired; /* reports that needed repair */
    dem_shares foreign; /* reports in languages that are not coded, by language */
    dem_shares dated;   /* reports whose day of publication is known, by what told it */
    double seconds;     /* < 0: do not tell */
    const char *unit;   /* what tally.records counts; NULL: "record"; "": reports are all that is counted */
} dem_closing;

/* The closing lines, each ended by a newline. */
void dem_closing_add(dem_buf *b, const dem_closing *c);

/* The same on standard error. */
void dem_closing_say(const dem_closing *c);

/* Of these only what was skipped and what was repaired. */
void dem_closing_add_notes(dem_buf *b, const dem_closing *c);

#endif
