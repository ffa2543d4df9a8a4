/* charset/convert.h - bytes of a known character set into UTF-8; for this room only. */
#ifndef DEM_CHARSET_CONVERT_H
#define DEM_CHARSET_CONVERT_H
#include "base/offsets.h"

typedef struct dem_converted {
    dem_str text;    /* valid UTF-8; the bytes given themselves if they all stay as they are */
    dem_offsets map; /* from the text to the bytes */
    size_t bad;      /* bytes that are no character there; they became U+FFFD, one for each sequence */
} dem_converted;

/* `icu` is ICU's name of the character set (charset/labels.h). False if ICU has no such converter. A converter is
 * opened for the call, so that threads share nothing. */
bool dem_convert(dem_arena *arena, dem_str bytes, const char *icu, dem_converted *out);

/* Characters of several bytes and bad bytes, if `bytes` are taken for UTF-8. */
typedef struct dem_utf8_census {
    size_t good, bad;
} dem_utf8_census;
dem_utf8_census dem_utf8_count(dem_str bytes);
/* UTF-8 into which bytes of windows-1252 were pasted, as pages put together from several sources have it: a bad byte
 * that stands alone where its windows-1252 character makes sense becomes that character, any other U+FFFD. */
void dem_convert_mixed(dem_arena *arena, dem_str bytes, dem_converted *out);

#endif
