/* code/cameo.h - the CAMEO code of a record (codebook 11). */
#ifndef DEM_CODE_CAMEO_H
#define DEM_CODE_CAMEO_H
#include "code/content.h"
#include "record/event.h"

/* Writes the code into e->cameo: that of the frame; else the crosswalk of event, mode and context. `frame_code`
 * may have two digits, the family of a speech act whose content decides. */
void dem_cameo_set(dem_event *e, const char *frame_code, const dem_content *content);

#endif
