/* reader/language_print.c - see language_print.h. The library's classifier hides its distances and takes its languages from a
 * file; what it is made of does neither, and changes nothing in a fingerprint that it has read. */
#include "reader/language_print.h"
#include "base/arena.h"
#include <fingerprint.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))

#ifndef DEM_FINGERPRINTS
#define DEM_FINGERPRINTS "/usr/share/libexttextcat"
#endif

typedef struct known {
    char code[4];
    char file[12];
    uint8_t script;
} known;

/* Languages that news comes in, by script. The library knows twice as many, most of them never met in news and each a chance
 * to be wrong. English comes first: it wins a tie. */
static const known KNOWN[] = {
    {"en", "en", LATIN},      {"es", "es", LATIN},         {"pt", "pt", LATIN},
    {"fr", "fr", LATIN},      {"de", "de", LATIN},         {"it", "it", LATIN},
    {"nl", "nl", LATIN},      {"pl", "pl", LATIN},         {"tr", "tr", LATIN},
    {"id", "id", LATIN},      {"ms", "ms", LATIN},         {"vi", "vi", LATIN},
    {"ro", "ro", LATIN},      {"cs", "cs", LATIN},         {"sk", "sk", LATIN},
    {"hu", "hu", LATIN},      {"sv", "sv", LATIN},         {"da", "da", LATIN},
    {"nb", "nb", LATIN},      {"nn", "nn", LATIN},         {"fi", "fi", LATIN},
    {"et", "et", LATIN},      {"lv", "lv", LATIN},         {"lt", "lt", LATIN},
    {"hr", "hr", LATIN},      {"bs", "bs", LATIN},         {"sr", "sr-Latn", LATIN},
    {"sl", "sl", LATIN},      {"sq", "sq", LATIN},         {"ca", "ca", LATIN},
    {"gl", "gl", LATIN},      {"eu", "eu", LATIN},         {"af", "af", LATIN},
    {"sw", "sw", LATIN},      {"so", "so", LATIN},         {"ha", "ha-NG", LATIN},
    {"tl", "tl", LATIN},      {"az", "az", LATIN},         {"uz", "uz", LATIN},
    {"tk", "tk", LATIN},      {"is", "is", LATIN},         {"ga", "ga", LATIN},
    {"cy", "cy", LATIN},      {"mt", "mt", LATIN},         {"ht", "ht", LATIN},
    {"rw", "rw", LATIN},      {"om", "om", LATIN},         {"zu", "zu", LATIN},
    {"yo", "yo", LATIN},      {"la", "la", LATIN},         {"mg", "plt", LATIN},
    {"ru", "ru", CYRILLIC},   {"uk", "uk", CYRILLIC},      {"be", "be", CYRILLIC},
    {"bg", "bg", CYRILLIC},   {"sr", "sr-Cyrl", CYRILLIC}, {"mk", "mk", CYRILLIC},
    {"kk", "kk", CYRILLIC},   {"ky", "ky", CYRILLIC},      {"mn", "mn", CYRILLIC},
    {"tg", "tg", CYRILLIC},   {"tt", "tt", CYRILLIC},      {"uz", "uz-Cyrl", CYRILLIC},
    {"ar", "ar", ARABIC},     {"fa", "fa", ARABIC},        {"ur", "ur", ARABIC},
    {"ckb", "ckb", ARABIC},   {"sd", "sd", ARABIC},        {"ug", "ug", ARABIC},
    {"he", "he", HEBREW},     {"yi", "yi", HEBREW},        {"hi", "hi", DEVANAGARI},
    {"mr", "mr", DEVANAGARI}, {"ne", "ne", DEVANAGARI},    {"am", "am", ETHIOPIC},
    {"ti", "ti", ETHIOPIC}};

enum { NGRAMS = 400 }; /* of a text and of a fingerprint, as the library's own files have them */

/* Reading them takes longer than coding a report, and few runs meet a text that needs them: hence not before. */
typedef struct prints {
    pthread_mutex_t lock; /* of what follows, until it is read */
    bool read;
    void *print[COUNT(KNOWN)]; /* of KNOWN; NULL where the file is missing */
    void *empty;               /* compares as nothing known; NULL: out of memory */
} prints;

struct dem_languages {
    char *folder;
    prints *prints;
};

/* False if that is too long for a path. */
static bool path_of(const char *folder, const known *k, char out[4096])
{
    return snprintf(out, 4096, "%s/%s.lm", folder, k->file) < 4096;
}

static void *read_print(const char *folder, const known *k)
{
    char path[4096];
    /* The library writes to standard error about a file it cannot open. */
    void *print = path_of(folder, k, path) && access(path, R_OK) == 0 ? fp_Init(k->code) : NULL;
    if (!print) return NULL;
    fp_SetProperty(print, TCPROP_UTF8AWARE, TC_TRUE);
    if (fp_Read(print, path, NGRAMS)) return print;
    fp_Done(print);
    return NULL;
}

static const prints *prints_of(const dem_languages *l)
{
    prints *p = l->prints;
    pthread_mutex_lock(&p->lock);
    if (!p->read) {
        for (size_t i = 0; i < COUNT(KNOWN); i++) p->print[i] = read_print(l->folder, &KNOWN[i]);
        p->empty = fp_Init("");
        p->read = true;
    }
    pthread_mutex_unlock(&p->lock);
    return p;
}

static bool has_any(const char *folder)
{
    char path[4096];
    for (size_t i = 0; i < COUNT(KNOWN); i++)
        if (path_of(folder, &KNOWN[i], path) && access(path, R_OK) == 0) return true;
    return false;
}

static dem_languages *open_folder(const char *folder)
{
    dem_languages *l = dem_xalloc(sizeof *l);
    size_t n = strlen(folder) + 1;
    l->folder = dem_xalloc(n);
    memcpy(l->folder, folder, n);
    l->prints = dem_xalloc(sizeof *l->prints);
    pthread_mutex_init(&l->prints->lock, NULL);
    return l;
}

dem_status dem_languages_open(dem_languages **out, const char *folder, dem_error *err)
{
    static const char *const USUAL[] = {DEM_FINGERPRINTS, "/usr/share/libexttextcat",
                                        "/usr/local/share/libexttextcat", "/opt/homebrew/share/libexttextcat"};
    const char *const *from = folder ? &folder : USUAL;
    size_t n = folder ? 1 : COUNT(USUAL);
    *out = NULL;
    for (size_t i = 0; i < n; i++) {
        if (!has_any(from[i])) continue;
        *out = open_folder(from[i]);
        return DEM_OK;
    }
    return dem_fail(err, DEM_E_IO, dem_str_from(from[0]), 0, 0,
                    "no language fingerprints (*.lm) here; libexttextcat's data package has them");
}

void dem_languages_close(dem_languages *l)
{
    if (!l) return;
    for (size_t i = 0; i < COUNT(KNOWN); i++)
        if (l->prints->print[i]) fp_Done(l->prints->print[i]);
    if (l->prints->empty) fp_Done(l->prints->empty);
    pthread_mutex_destroy(&l->prints->lock);
    free(l->prints);
    free(l->folder);
    free(l);
}

static void rank(language_rank *r, const known *k, int distance, dem_str wanted)
{
    if (k == &KNOWN[0]) r->at_english = distance;
    if (distance < r->at_wanted && dem_str_is(wanted, k->code)) r->at_wanted = distance;
    bool same = r->first && strcmp(r->first, k->code) == 0;
    if (distance < r->at_first) {
        if (!same) r->second = r->first, r->at_second = r->at_first;
        r->first = k->code, r->at_first = distance;
    } else if (!same && distance < r->at_second) r->second = k->code, r->at_second = distance;
}

language_rank language_nearest(const dem_languages *l, dem_str text, uint32_t script, dem_str wanted)
{
    language_rank r = {NULL, NULL, INT_MAX, INT_MAX, INT_MAX, INT_MAX};
    const prints *p = prints_of(l);
    void *print = p->empty ? fp_Init("") : NULL;
    if (!print) return r;
    fp_SetProperty(print, TCPROP_UTF8AWARE, TC_TRUE);
    if (fp_Create(print, text.p, (uint4)text.n, NGRAMS)) {
        int most = fp_Compare(p->empty, print, INT_MAX);
        for (size_t i = 0; most > 0 && i < COUNT(KNOWN); i++)
            if (p->print[i] && KNOWN[i].script == script)
                rank(&r, &KNOWN[i], (int)(fp_Compare(p->print[i], print, INT_MAX) * 1000LL / most), wanted);
    }
    fp_Done(print);
    return r;
}
