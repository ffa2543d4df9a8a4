/* lexicon/match.c - names and role words in a text. */
#include "lexicon/parts.h"

/* Where the walk through the names may stand: in a text all in capitals a token may be read in three ways. In
 * the order of preference. */
enum { MAX_PLACES = 8 };
typedef struct places {
    uint32_t node[MAX_PLACES];
    uint32_t n;
} places;

static void step(const dem_trie *t, const places *from, places *to, const dem_key *key)
{
    uint32_t word = dem_trie_word(t, key);
    for (uint32_t i = 0; i < from->n && to->n < MAX_PLACES; i++) {
        uint32_t node = dem_trie_step(t, from->node[i], word);
        if (node != DEM_NODE_NONE) to->node[to->n++] = node;
    }
}

/* Moves over one token. `shouted`: it may stand for a word in other letters than capitals. */
static void walk(const dem_trie *t, places *at, dem_str token, bool shouted)
{
    dem_str piece;
    while (at->n && dem_piece_next(&token, &piece)) {
        places next = {.n = 0};
        dem_key key, other;
        dem_key_cased(&key, piece);
        step(t, at, &next, &key);
        if (shouted) {
            dem_key_capitalised(&other, &key);
            step(t, at, &next, &other);
            dem_key_lowered(&other, &key);
            step(t, at, &next, &other);
        }
        *at = next;
    }
}

/* "RUSSIA" stands for "Russia". Short words only beside a long one: "SAN SALVADOR", but not "US" for "Us". */
static bool is_shouted(const dem_str *word, uint32_t n, uint32_t i)
{
    enum { LONG = 4 };
    size_t letters = dem_all_caps(word[i]);
    if (letters >= LONG) return true;
    if (letters == 0 || (i == 0 && letters == 1)) return false;
    return (i + 1 < n && dem_all_caps(word[i + 1]) >= LONG) || (i > 0 && dem_all_caps(word[i - 1]) >= LONG);
}

/* "R.", "H.W.": may stand within a name that the lexicon has without it ("John R. Bolton"). */
static bool is_initial(dem_str w)
{
    if (w.n < 2 || w.n > 4 || w.n % 2) return false;
    for (size_t i = 0; i < w.n; i++)
        if (i % 2 ? w.p[i] != '.' : w.p[i] < 'A' || w.p[i] > 'Z') return false;
    return true;
}

/* Longest name of a trie; its length and node. */
static uint32_t longest_name(const dem_trie *t, const dem_str *word, uint32_t n, uint32_t *node)
{
    uint32_t length = 0;
    places at = {.node = {0}, .n = 1};
    for (uint32_t i = 0; i < n && at.n; i++) {
        if (dem_is_hyphen(word[i])) {
            if (i == 0) break;
            continue;
        }
        const places before = at;
        walk(t, &at, word[i], is_shouted(word, n, i));
        uint32_t here = at.n; /* what follows has passed over the word and does not end in it */
        if (i > 0 && is_initial(word[i]))
            for (uint32_t k = 0; k < before.n && at.n < MAX_PLACES; k++) at.node[at.n++] = before.node[k];
        for (uint32_t k = 0; k < here; k++) {
            if (t->node.at[at.node[k]].value == DEM_VALUE_NONE) continue;
            length = i + 1;
            *node = at.node[k];
            break;
        }
    }
    return length;
}

/* Longest role word; its length and node. */
static uint32_t longest_role(const dem_lexicon *l, const dem_str *word, uint32_t n, uint32_t *node)
{
    uint32_t length = 0, at = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (dem_is_hyphen(word[i])) {
            if (i == 0) break;
            continue;
        }
        at = dem_trie_find_lower(&l->roles, at, word[i]);
        if (at == DEM_NODE_NONE) break;
        if (at == 0 || l->roles.node.at[at].value == DEM_VALUE_NONE) continue;
        length = i + 1;
        *node = at;
    }
    return length;
}

uint32_t dem_lexicon_match(const dem_lexicon *l, const dem_str *word, uint32_t n, const dem_sense **sense,
                           uint32_t *n_sense)
{
    uint32_t name_node = 0, role_node = 0;
    uint32_t as_name = longest_name(&l->names, word, n, &name_node);
    uint32_t as_role = longest_role(l, word, n, &role_node);
    if (!as_name && !as_role) return 0;
    /* A name's readings include those of the same words as a role. */
    bool name = as_name >= as_role;
    uint32_t first = name ? l->names.node.at[name_node].value : l->roles.node.at[role_node].value;
    *sense = &l->sense.at[first];
    *n_sense = dem_sense_run(l, first);
    return name ? as_name : as_role;
}

uint32_t dem_lexicon_place(const dem_lexicon *l, const dem_str *word, uint32_t n, const dem_naming **naming,
                           uint32_t *n_naming)
{
    uint32_t node = 0, length = longest_name(&l->places, word, n, &node);
    if (!length) return 0;
    uint32_t first = l->places.node.at[node].value, last = first;
    while (l->naming_goes_on.at[last]) last++;
    *naming = &l->naming.at[first];
    *n_naming = last - first + 1;
    return length;
}
