/* lexicon/trie.c - see trie.h. */
#include "lexicon/trie.h"

struct dem_trie_edge {
    uint32_t from, word, to; /* to == 0: free; node 0 is a root, and no edge leads to it */
};

void dem_trie_init(dem_trie *t, dem_arena *arena, dem_map *words)
{
    *t = (dem_trie){.arena = arena, .words = words};
}

static uint32_t new_node(dem_trie *t, uint32_t parent, uint32_t word)
{
    dem_vec_push(t->arena, &t->node, ((dem_trie_node){DEM_VALUE_NONE, parent, word}));
    return (uint32_t)t->node.n - 1;
}

uint32_t dem_trie_root(dem_trie *t)
{
    return new_node(t, DEM_NODE_NONE, DEM_MAP_NONE);
}

static struct dem_trie_edge *find(struct dem_trie_edge *edge, uint32_t mask, uint32_t from, uint32_t word)
{
    uint64_t h = ((uint64_t)from << 32 | word) * 0x9e3779b97f4a7c15u;
    uint32_t i = (uint32_t)(h >> 32) & mask;
    while (edge[i].to && !(edge[i].from == from && edge[i].word == word)) i = (i + 1) & mask;
    return &edge[i];
}

static void resize(dem_trie *t, uint32_t cap)
{
    struct dem_trie_edge *wider = dem_arena_array(t->arena, struct dem_trie_edge, cap);
    for (uint32_t i = 0; t->edge && i <= t->mask; i++)
        if (t->edge[i].to) *find(wider, cap - 1, t->edge[i].from, t->edge[i].word) = t->edge[i];
    t->edge = wider;
    t->mask = cap - 1;
}

/* At most two thirds of the slots are taken. */
static void make_room(dem_trie *t, uint32_t n)
{
    uint32_t cap = t->edge ? t->mask + 1 : 1024;
    while ((uint64_t)n * 3 > (uint64_t)cap * 2) cap *= 2;
    if (!t->edge || cap > t->mask + 1) resize(t, cap);
}

void dem_trie_reserve(dem_trie *t, uint32_t n)
{
    make_room(t, n);
    dem_vec_reserve(t->arena, &t->node, n);
}

uint32_t dem_trie_step(const dem_trie *t, uint32_t node, uint32_t word)
{
    if (!t->edge || node == DEM_NODE_NONE || word == DEM_MAP_NONE) return DEM_NODE_NONE;
    const struct dem_trie_edge *e = find(t->edge, t->mask, node, word);
    return e->to ? e->to : DEM_NODE_NONE;
}

uint32_t dem_trie_extend(dem_trie *t, uint32_t node, dem_str key)
{
    uint32_t word = dem_map_add(t->words, key, t->words->n);
    if (!t->edge || (t->n_edges + 1) * 3 > (t->mask + 1) * 2) make_room(t, t->n_edges + 1);
    struct dem_trie_edge *e = find(t->edge, t->mask, node, word);
    if (!e->to) {
        *e = (struct dem_trie_edge){node, word, new_node(t, node, word)};
        t->n_edges++;
    }
    return e->to;
}

uint32_t dem_trie_add_lower(dem_trie *t, uint32_t root, dem_str phrase)
{
    dem_str piece;
    uint32_t node = root;
    while (dem_piece_next(&phrase, &piece)) {
        dem_key key;
        dem_key_lower(&key, piece);
        if (!key.n) return DEM_NODE_NONE;
        node = dem_trie_extend(t, node, dem_key_str(&key));
    }
    return node == root ? DEM_NODE_NONE : node;
}

/* A word that is its own key, as most lemmas are: one piece, nothing to fold. */
static bool is_plain(dem_str word)
{
    for (size_t i = 0; i < word.n; i++)
        if (word.p[i] < 'a' || word.p[i] > 'z') return false;
    return word.n && word.n <= DEM_KEY_MAX;
}

uint32_t dem_trie_find_lower(const dem_trie *t, uint32_t node, dem_str phrase)
{
    dem_str piece;
    if (node != DEM_NODE_NONE && is_plain(phrase)) return dem_trie_step(t, node, dem_map_get(t->words, phrase));
    while (node != DEM_NODE_NONE && dem_piece_next(&phrase, &piece)) {
        dem_key key;
        dem_key_lower(&key, piece);
        node = dem_trie_step(t, node, dem_trie_word(t, &key));
    }
    return node;
}

uint32_t dem_trie_longest(const dem_trie *t, uint32_t root, const dem_str *word, uint32_t n, uint32_t *value)
{
    uint32_t length = 0, node = root;
    for (uint32_t i = 0; i < n; i++) {
        if (dem_is_hyphen(word[i])) {
            if (i == 0) break;
            continue;
        }
        node = dem_trie_find_lower(t, node, word[i]);
        if (node == DEM_NODE_NONE) break;
        if (node == root || t->node.at[node].value == DEM_VALUE_NONE) continue;
        length = i + 1;
        *value = t->node.at[node].value;
    }
    return length;
}
