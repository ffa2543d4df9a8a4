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

bool dem_clean_may_compose(uint32_t c)
{
    if (c < FIRST_JOINING || (c >= 0x4E00 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7A4)) return false;
    return u_getIntPropertyValue((UChar32)c, UCHAR_NFC_QUICK_CHECK) != UNORM_YES ||
           u_getCombiningClass((UChar32)c) != 0;
}

static bool begins_piece(const UNormalizer2 *nfc, uint32_t c)
{
    return c < FIRST_JOINING || unorm2_hasBoundaryBefore(nfc, (UChar32)c);
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
