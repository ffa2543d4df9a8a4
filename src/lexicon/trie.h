/* lexicon/trie.h - phrases as paths of words; several sets of phrases in one trie, each with a root.
 *
 *   root ── foreign ── minister*        * a node that ends a phrase carries a value
 *                  └── ministry*
 *
 * Words are numbered by a table that all tries of a lexicon share. Edges are one hash table of
 * (node, word) -> node. Only loading adds; looking up is safe from several threads. */
#ifndef DEM_LEXICON_TRIE_H
#define DEM_LEXICON_TRIE_H
#include "base/map.h"
#include "base/vec.h"
#include "lexicon/key.h"

#define DEM_NODE_NONE UINT32_MAX
#define DEM_VALUE_NONE UINT32_MAX

typedef struct dem_trie_node {
    uint32_t value;        /* what the phrase that ends here stands for, or DEM_VALUE_NONE */
    uint32_t parent, word; /* how the node is reached; DEM_NODE_NONE for roots */
} dem_trie_node;

typedef struct dem_trie {
    dem_arena *arena;
    dem_map *words; /* key -> number of the word; shared */
    DEM_VEC(dem_trie_node) node;
    struct dem_trie_edge *edge; /* [mask + 1] */
    uint32_t n_edges, mask;
} dem_trie;

/* An empty trie without a root. */
void dem_trie_init(dem_trie *t, dem_arena *arena, dem_map *words);
/* Makes room for `n` nodes in all. */
void dem_trie_reserve(dem_trie *t, uint32_t n);
/* A new root; its number. */
uint32_t dem_trie_root(dem_trie *t);
/* The node behind `node` over the word `key`, made if it is not there. */
uint32_t dem_trie_extend(dem_trie *t, uint32_t node, dem_str key);
/* The node behind `node` over word number `word` (a value of `words`), or DEM_NODE_NONE. */
uint32_t dem_trie_step(const dem_trie *t, uint32_t node, uint32_t word);
/* The number of a key, or DEM_MAP_NONE. */
static inline uint32_t dem_trie_word(const dem_trie *t, const dem_key *key)
{
    return key->n ? dem_map_get(t->words, dem_key_str(key)) : DEM_MAP_NONE;
}

/* The node of `phrase` below `root` in lower case, made if it is not there; DEM_NODE_NONE if the phrase has
 * no word, or one that is too long. */
uint32_t dem_trie_add_lower(dem_trie *t, uint32_t root, dem_str phrase);
/* The node that `phrase` leads to from `node`, in lower case, or DEM_NODE_NONE. */
uint32_t dem_trie_find_lower(const dem_trie *t, uint32_t node, dem_str phrase);
/* Longest phrase below `root` that starts at word[0] and ends at the end of a word; its length in words and
 * its value, or 0. Words are taken in lower case. */
uint32_t dem_trie_longest(const dem_trie *t, uint32_t root, const dem_str *word, uint32_t n, uint32_t *value);

#endif
