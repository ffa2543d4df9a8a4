/* reader/nature.h - what is in a folder of reports and is no report. */
#ifndef DEM_READER_NATURE_H
#define DEM_READER_NATURE_H
#include "base/str.h"

/* What bytes that begin with `head` are if they are no text: "a PDF document", "a picture", "binary", ...; NULL if they may be
 * text. Static storage. Text in UTF-16 must have been turned into UTF-8. */
const char *dem_nature_of(dem_str head);
/* True if `head` begins as XML does. What no other format takes is a kind that we do not know, and its marks are no text. */
bool dem_nature_is_xml(dem_str head);
/* True if the file `path` (a NUL behind it) is there for the sake of a page by its name: scripts, styles, drawings, and what browsers put
 * into a folder "NAME_files" beside "NAME.html". */
bool dem_nature_companion(dem_str path);

#endif
