/* import/fits.c - can a name stand in a lexicon? The loader cuts names into pieces, and bounds their number and
 * length; some marks have a meaning in the file. */
#include "base/utf8.h"
#include "import/parts.h"

enum { MAX_PIECES = 24, MAX_PIECE = 64 }; /* see lexicon/names.c and lexicon/key.h */

typedef struct measure {
    size_t pieces; /* into which the loader may cut: a mark may be one, and part what stands around it */
    size_t length; /* of the piece at hand, in bytes */
    size_t letters;
    bool on_letter; /* the last character was a letter or a sign on one */
} measure;

/* Adds a character of n bytes; false if it cannot be in a name. Signs that stand on a letter are nothing without. */
static bool add_char(measure *m, uint32_t c, size_t n)
{
    static const char CUTS[] = ",;:()/\"'";
    bool digit = dem_is_digit(c), letter = dem_is_letter(c), gap = c == ' ' || c == '-';
    bool sign = c >= 0x80 && !letter && !digit && !dem_is_punct(c);
    if (c < ' ' || c == '|' || c == '#' || c == '[' || c == ']' || c == DEM_UTF8_BAD) return false;
    if (sign && !m->on_letter) return false;
    bool cuts = c < 0x80 ? strchr(CUTS, (char)c) != NULL : !letter && !digit;
    m->pieces += cuts ? 2 : gap;
    m->length = gap ? 0 : m->length + n;
    m->letters += letter;
    m->on_letter = letter || sign;
    return m->length <= MAX_PIECE && m->pieces <= MAX_PIECES;
}

bool dem_fits_name(dem_str s)
{
    measure m = {.pieces = 1};
    for (size_t at = 0, from = 0; at < s.n; from = at) {
        uint32_t c = dem_utf8_next(s, &at);
        if (!add_char(&m, c, at - from)) return false;
    }
    return m.letters > 1; /* a number or a single letter is nobody's name */
}
