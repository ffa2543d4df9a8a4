/* lexicon/key.h - how names and texts are cut and folded so that they meet.
 *
 * Both sides go through the same two steps, so it does not matter whether the tokenizer leaves
 * "U.S.-led" whole or cuts it: a text is cut into pieces, and a piece is folded to a key.
 *
 *   "Türkiye’s vice-president"  ->  Türkiye | 's | vice | president  ->  Turkiye 's vice president */
#ifndef DEM_LEXICON_KEY_H
#define DEM_LEXICON_KEY_H
#include "base/str.h"

/* Longest key in bytes; a longer piece matches nothing. */
enum { DEM_KEY_MAX = 96 };

typedef struct dem_key {
    char p[DEM_KEY_MAX];
    size_t n; /* 0: the piece is too long or empty, and matches nothing */
} dem_key;

/* Takes the next piece off *rest: parts between blanks and hyphens, with ", ; : ( ) / and quotation marks
 * as pieces of their own and 's cut off. Hyphens are dropped. False at the end. */
bool dem_piece_next(dem_str *rest, dem_str *piece);
/* Without diacritics and typographic marks; with its case, or in lower case. */
void dem_key_cased(dem_key *key, dem_str piece);
void dem_key_lower(dem_key *key, dem_str piece);
/* `key` with all but its first letter in lower case, or all of it. */
void dem_key_capitalised(dem_key *to, const dem_key *key);
void dem_key_lowered(dem_key *to, const dem_key *key);
static inline dem_str dem_key_str(const dem_key *key)
{
    return (dem_str){key->p, key->n};
}

/* A lone hyphen: inside a name it is passed over ("vice - president"). */
bool dem_is_hyphen(dem_str token);
/* Number of letters if all letters of `token` are capitals, else 0. */
size_t dem_all_caps(dem_str token);

#endif
