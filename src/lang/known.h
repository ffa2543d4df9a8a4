/* lang/known.h - the part of the network that sees each word alone, kept for words that come again.
 *
 * What goes into the first recurrent layer, and the products of that layer, depend on the word and on nothing beside
 * it (net.h): a third of all multiplications. They are kept for some thousands of words, of which a text is
 * mostly made: nine of ten words of news have been met before. Since they depend on the word alone, it makes no
 * difference to any result which of them are kept. */
#ifndef DEM_LANG_KNOWN_H
#define DEM_LANG_KNOWN_H
#include "lang/net.h"

typedef struct dem_known dem_known; /* of one network and one thread */

/* Both must outlive it. Takes up to 18 MB, as words are met. */
dem_known *dem_known_new(const dem_net *net, const dem_kernel *kernel);
void dem_known_free(dem_known *k);

/* Of each of the n words, n at most DEM_MAX_TOKENS: the input of the first layer, h [n][DEM_NET_W], and that layer's
 * products, gates [n][DEM_NET_GATES]. */
void dem_known_run(dem_known *k, const dem_word *word, uint32_t n, float *h, float *gates);

#endif
