/* cli/fetch_feeds.h - the feeds that a command line names. */
#ifndef DEM_CLI_FETCH_FEEDS_H
#define DEM_CLI_FETCH_FEEDS_H
#include "base/error.h"
#include "base/vec.h"

enum { DEM_MAX_FEEDS = 100000 };

typedef DEM_VEC(dem_str) dem_feed_list;

/* Adds what `argument` names: an address of http or https; else a file ("-": standard input) with an address a line, where
 * blank lines and what stands behind a '#' at the head of a line or behind a blank are passed over. In `arena`. DEM_E_IO;
 * DEM_E_FORMAT for a line that is no address; DEM_E_LIMIT. */
dem_status dem_feed_list_add(dem_arena *arena, dem_feed_list *list, const char *argument, dem_error *err);

#endif
