/* code/shadow.h - frames that can never win, whatever the sentence. For those who write lexicons: nothing here is needed to
 * code. */
#ifndef DEM_CODE_SHADOW_H
#define DEM_CODE_SHADOW_H
#include "lexicon/doubt.h"

/* Calls `report` with a DEM_DOUBT_SHADOWED for every frame that another one of its word comes before whenever it fits itself,
 * word by word. A frame is reported once, with the first that shadows it. That a frame of an overlay comes before one that it was
 * laid over is what overlays are for, and not reported. Every frame reported is one that never wins; that there are others, which
 * several frames shadow together, is not excluded. */
void dem_shadows_find(const dem_lexicon *l, void (*report)(void *ctx, const dem_doubt *d), void *ctx);

#endif
