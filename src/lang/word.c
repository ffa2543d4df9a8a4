/* lang/word.c - folding of forms and the facts drawn from a form. */
#include "lang/word.h"
#include "lang/chars.h"
#include <unicode/uchar.h>

/* What the treebanks write for a typographic character. NULL: leave it. */
static const char *plain(uint32_t cp)
{
    switch (cp) {
    case 0x2018:
    case 0x2019:
    case 0x201a:
    case 0x201b:
    case 0x2032:
    case 0x00b4: return "'";
    case 0x201c:
    case 0x201d:
    case 0x201e:
    case 0x201f:
    case 0x2033:
    case 0x00ab:
    case 0x00bb: return "\"";
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212: return "-";
    case 0x2014:
    case 0x2015: return "--";
    case 0x2026: return "...";
    case 0x00a0:
    case 0x202f: return " ";
    default: return NULL;
    }
}

static void add(dem_fold *f, const char *p, uint32_t n)
{
    memcpy(f->p + f->n, p, n);
    f->n += n;
}

static void fold(dem_fold *f, dem_str form, bool lower)
{
    f->n = 0;
    for (size_t i = 0; i < form.n && f->n < DEM_FOLD_MAX;) {
        unsigned char c = (unsigned char)form.p[i];
        if (c < 0x80) {
            f->p[f->n++] = (char)(lower && c >= 'A' && c <= 'Z' ? c + 32 : c);
            i++;
            continue;
        }
        uint32_t len, cp = dem_char_at(form, i, &len);
        const char *z = plain(cp);
        if (z) add(f, z, (uint32_t)strlen(z));
        else if (lower) f->n += (uint32_t)dem_utf8_put(f->p + f->n, (uint32_t)u_tolower((UChar32)cp));
        else add(f, form.p + i, len);
        i += len;
    }
}
void dem_fold_keep(dem_fold *f, dem_str form)
{
    fold(f, form, false);
}
void dem_fold_lower(dem_fold *f, dem_str form)
{
    fold(f, form, true);
}

static uint64_t hash(const char *p, uint32_t n, uint64_t seed)
{
    return dem_atom(dem_str_hash((dem_str){p, n}) + seed);
}

/* "U.S." -> "X.X.", "Putin" -> "Xxx", "F-16" -> "X-0". A run counts up to two. */
static uint64_t shape_of(const dem_fold *f)
{
    uint64_t h = 7;
    char last = 0;
    int run = 0;
    for (uint32_t i = 0; i < f->n; i++) {
        unsigned char c = (unsigned char)f->p[i];
        char k = c >= 'a' && c <= 'z'   ? 'x'
                 : c >= 'A' && c <= 'Z' ? 'X'
                 : c >= '0' && c <= '9' ? '0'
                 : c >= 0x80            ? 'x'
                                        : (char)c;
        run = k == last ? run + 1 : 1;
        last = k;
        if (run <= 2) h = h * 131 + (unsigned char)k;
    }
    return dem_atom(h);
}

void dem_word_set(dem_word *w, dem_str form, bool shout)
{
    dem_fold keep, low;
    memset(w, 0, sizeof *w);
    dem_fold_lower(&low, form);
    if (shout) keep = low;
    else dem_fold_keep(&keep, form);
    w->shape = shape_of(&keep);
    for (uint32_t i = 0; i < low.n; i++)
        if (low.p[i] >= '0' && low.p[i] <= '9') low.p[i] = '0';
    w->low = hash(low.p, low.n, 2);
    for (uint32_t k = 0; k < 4 && k < low.n; k++) w->suffix[k] = hash(low.p + low.n - k - 1, k + 1, 3);
    for (uint32_t k = 0; k < 3 && k < low.n; k++) w->prefix[k] = hash(low.p, k + 1, 4);
}

bool dem_is_shout(const dem_token *tok, uint32_t n)
{
    uint32_t words = 0, loud = 0;
    for (uint32_t i = 0; i < n; i++) {
        unsigned up = 0, low = 0;
        for (size_t k = 0; k < tok[i].form.n; k++) {
            char c = tok[i].form.p[k];
            if (c >= 'A' && c <= 'Z') up++;
            else if (c >= 'a' && c <= 'z') low++;
        }
        if (up + low < 2) continue;
        words++;
        loud += !low;
    }
    return words >= 3 && loud * 2 > words;
}
