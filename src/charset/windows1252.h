/* charset/windows1252.h - the character set that the web means when it says Latin-1, byte by byte. */
#ifndef DEM_CHARSET_WINDOWS1252_H
#define DEM_CHARSET_WINDOWS1252_H
#include "base/str.h"

/* The character of a byte. The five bytes that windows-1252 leaves free are the control characters of Latin-1. */
uint32_t dem_1252_char(unsigned char byte);
/* The byte (0x80..0xFF) that a reader of windows-1252 or of Latin-1 took for `c`, or 0 if there is none. */
unsigned char dem_1252_byte(uint32_t c);

#endif
