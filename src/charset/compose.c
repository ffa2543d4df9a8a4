/* charset/compose.c - normalization form C, piece by piece so that offsets stay sharp.
 *
 * ICU is asked only about what lies between two characters that never join with what stands before them. */
#include "base/utf8.h"
#include "charset/step.h"
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

enum {
    /* Below this every character is composed and joins with nothing before it. */
    FIRST_JOINING = 0x300,
    /* UTF-16 units of a piece. No language writes so many marks on a letter; longer ones stay as they are. */
    LONGEST = 128
};

/* Stretches above that in which no character joins with anything before it or is written otherwise in form C. They
 * are most of all text, and asking ICU about each character would cost more than all else. */
static const struct stretch {
    uint32_t first, last;
} QUIET[] = {
    {0x388, 0x482},   /* Greek, Cyrillic */
    {0x48A, 0x590},   /* more Cyrillic, Armenian */
    {0x5BE, 0x5BE},   /* Hebrew: its hyphen */
    {0x5D0, 0x5EA},   /* and its letters */
    {0x61B, 0x64A},   /* Arabic */
    {0x671, 0x6D5},   /* and its neighbours */
    {0x2010, 0x2027}, /* quotation marks and dashes */
    {0x3000, 0x3029}, /* punctuation and kana */
    {0x3030, 0x3098}, {0x309D, 0x31FF}, {0x4E00, 0x9FFF}, {0xAC00, 0xD7A3}, {0xFF00, 0xFF9D},
};

bool dem_clean_may_compose(uint32_t c)
{
    if (c < FIRST_JOINING) return false;
    for (size_t i = 0; i < sizeof QUIET / sizeof *QUIET && c >= QUIET[i].first; i++)
        if (c <= QUIET[i].last) return false;
    return u_getIntPropertyValue((UChar32)c, UCHAR_NFC_QUICK_CHECK) != UNORM_YES ||
           u_getCombiningClass((UChar32)c) != 0;
}

static bool begins_piece(const UNormalizer2 *nfc, uint32_t c)
{
    return !dem_clean_may_compose(c) || unorm2_hasBoundaryBefore(nfc, (UChar32)c);
}

/* Bytes [from, to) in form C into *out (4 bytes for each unit); false if they are so already or too many. */
static bool composed(const UNormalizer2 *nfc, dem_str s, char *out, int32_t size, int32_t *n)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar in[LONGEST], done[LONGEST * 3];
    int32_t n_in = 0, n_done;
    if (s.n > LONGEST * 3) return false;
    u_strFromUTF8(in, LONGEST, &n_in, s.p, (int32_t)s.n, &status);
    if (U_FAILURE(status) || unorm2_isNormalized(nfc, in, n_in, &status)) return false;
    n_done = unorm2_normalize(nfc, in, n_in, done, LONGEST * 3, &status);
    u_strToUTF8(out, size, n, done, n_done, &status);
    return U_SUCCESS(status);
}

void dem_clean_compose(dem_edit *e, dem_clean_counts *counts)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    if (U_FAILURE(status)) return;
    size_t piece = 0;
    bool suspect = false;
    for (size_t at = 0; at <= e->in.n;) {
        size_t here = at;
        uint32_t c = at < e->in.n ? dem_utf8_next(e->in, &at) : 0;
        if (here == e->in.n || begins_piece(nfc, c)) {
            char out[LONGEST * 9];
            int32_t n;
            if (suspect && composed(nfc, dem_str_sub(e->in, piece, here), out, sizeof out, &n)) {
                dem_edit_replace(e, piece, here, (dem_str){out, (size_t)n});
                counts->composed++;
            }
            piece = here;
            suspect = false;
        }
        if (here == e->in.n) break;
        suspect = suspect || dem_clean_may_compose(c);
    }
}
