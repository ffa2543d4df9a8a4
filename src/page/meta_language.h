/* page/meta_language.h - tags of languages as pages write them. */
#ifndef DEM_PAGE_META_LANGUAGE_H
#define DEM_PAGE_META_LANGUAGE_H
#include "base/arena.h"

/* "en_us" -> "en-US", "zh-hant-tw" -> "zh-Hant-TW"; {NULL,0} for what is no tag of one language ("English", "en, fr",
 * "mul"). In `arena`. */
dem_str dem_meta_language(dem_arena *arena, dem_str tag);

#endif
