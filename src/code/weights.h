/* code/weights.h - the thresholds of the coder that are no rule of the codebook, in one place. */
#ifndef DEM_CODE_WEIGHTS_H
#define DEM_CODE_WEIGHTS_H

enum {
    /* A report is about sport if it has this many different words of sport ... */
    DEM_SPORT_WORDS = 3,
    /* ... and they are at least one in so many of its words. */
    DEM_SPORT_ONE_IN = 45,
    /* A near miss becomes a record if it is right with this many percent. */
    DEM_SECOND_SURE = 50
};

#endif
