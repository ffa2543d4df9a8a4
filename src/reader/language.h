/* reader/language.h - in which language a text is written.
 *
 * Told in three steps, the cheap ones first: the script (some belong to one language); English by the share of its
 * small words; all else by comparing n-grams with the fingerprints of libexttextcat, of those languages of the same
 * script that news comes in. Nearly all input ends at the second step. */
#ifndef DEM_READER_LANGUAGE_H
#define DEM_READER_LANGUAGE_H
#include "base/error.h"
#include "base/str.h"

/* The fingerprints, which are read when a text first needs them. One serves all threads. */
typedef struct dem_languages dem_languages;

typedef struct dem_language {
    char code[4]; /* BCP 47: "en", "ckb"; "" if the text is too short or unclear */
    int sure;     /* percent; 0 if `code` is "" */
} dem_language;

/* The fingerprints in `folder`; NULL: where libexttextcat was installed with them when this was built, else the usual
 * places. Those of single languages may be missing. On DEM_OK the caller owns *out and ends it with dem_languages_close().
 * DEM_E_IO if no folder has any. */
dem_status dem_languages_open(dem_languages **out, const char *folder, dem_error *err);
/* Takes NULL. */
void dem_languages_close(dem_languages *l);

/* The language of the first kilobytes of `text`, valid UTF-8. A text that is English only in part is English if a fair part
 * of that is. Without fingerprints (`l` NULL) English and the languages with a script of their own are told, and no
 * others. */
dem_language dem_language_of(const dem_languages *l, dem_str text);
/* The same, with what somebody says the language is, as a BCP 47 tag ("en-GB"; empty: nobody says so): the text decides
 * where it is clear, the tag where the text is short or leaves a doubt that the tag can end. */
dem_language dem_language_with(const dem_languages *l, dem_str text, dem_str declared);

#endif
