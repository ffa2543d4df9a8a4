/* charset/declared.h - the character set that a page or its server states. */
#ifndef DEM_CHARSET_DECLARED_H
#define DEM_CHARSET_DECLARED_H
#include "base/str.h"

/* Bytes at the head of a page in which a statement is looked for. */
#define DEM_DECLARED_WITHIN 4096

/* From an XML declaration at the very start, or else from the first <meta charset=...> or <meta http-equiv
 * content="...charset=..."> that is not in a comment. As it is written there, a slice of `head`; {NULL,0} if there is
 * none. */
dem_str dem_charset_declared(dem_str head);
/* From the value of a Content-Type header ("text/html; charset=utf-8"); a slice of it or {NULL,0}. */
dem_str dem_charset_content_type(dem_str value);

#endif
