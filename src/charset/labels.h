/* charset/labels.h - what a stated name of a character set means on the web. */
#ifndef DEM_CHARSET_LABELS_H
#define DEM_CHARSET_LABELS_H
#include "base/str.h"

/* The name under which ICU converts what pages of this label hold, in static storage; NULL if the label is none
 * that the web knows. After the Encoding Standard: a label names the superset that pages really use
 * ("iso-8859-1" and "us-ascii" are windows-1252, "gb2312" is gb18030). Case and blanks at the ends do not matter. */
const char *dem_charset_label(dem_str label);

#endif
