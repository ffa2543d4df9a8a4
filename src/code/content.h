/* code/content.h - what a speech act asks, promises, refuses or threatens, and what follows for its type and
 * mode. Codebook 3.1 (D26), 3.8, 3.10, 3.11, 12.8. */
#ifndef DEM_CODE_CONTENT_H
#define DEM_CODE_CONTENT_H
#include "code/match.h"

typedef struct dem_content {
    dem_event_type
        type; /* what the content would be if it were done; DEM_EVENT_NONE if it is no act of the ontology */
    dem_modes modes;
    const char *cameo; /* the code of the frame that told the type, or NULL */
    bool ended;   /* "stop shelling", "lift the blockade": the act comes to its end */
    bool negated; /* "not to attack" */
    bool present; /* there is a content at all */
    int pred;     /* the word that told the type (of a request inside: its noun), or -1 */
    dem_pos pos;  /* ... read as this part of speech */
} dem_content;

/* Reads the content headed by token `h` (-1: none). */
dem_content dem_content_read(dem_coding *c, uint32_t sentence, int h);

/* Type and modes of a speech act of `family` (REQUEST, REJECT, AGREE, THREATEN) with this content. AGREE may
 * become CONCEDE or THREATEN. Any other family comes back as it is, with no modes. */
dem_event_type dem_content_decides(dem_event_type family, const dem_content *x, dem_modes *modes);

#endif
