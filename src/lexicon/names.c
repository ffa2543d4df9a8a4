/* lexicon/names.c - names and role words into tries, and the tables of their readings. */
#include "lexicon/parts.h"
#include "lexicon/plural.h"

enum { MAX_PIECES = 24 };

static uint32_t push_sense(dem_loading *ld, const dem_sense *sense)
{
    dem_lexicon *l = ld->lex;
    dem_vec_push(ld->arena, &l->sense, *sense);
    dem_vec_push(ld->arena, &l->goes_on, false);
    dem_vec_push(&ld->temp, &ld->next_sense, DEM_VALUE_NONE);
    return (uint32_t)l->sense.n - 1;
}

/* Adds `sense` to the chain of the node; the same actor in the same form is there once. */
static void add_sense(dem_loading *ld, dem_trie *t, uint32_t node, const dem_sense *sense)
{
    uint32_t at = t->node.at[node].value, last = DEM_VALUE_NONE;
    for (; at != DEM_VALUE_NONE; last = at, at = ld->next_sense.at[at]) {
        dem_sense *have = &ld->lex->sense.at[at];
        if (have->actor != sense->actor || have->form != sense->form) continue;
        have->plural |= sense->plural;
        return;
    }
    uint32_t new = push_sense(ld, sense);
    if (last == DEM_VALUE_NONE)
        t->node.at[node].value = new;
    else ld->next_sense.at[last] = new;
}

/* The pieces of a name as keys. */
typedef struct key_list {
    dem_key key[MAX_PIECES];
    bool small_first[MAX_PIECES]; /* begins with a small letter */
    bool behind_hyphen[MAX_PIECES];
    uint32_t n;
} key_list;

static bool cut(key_list *k, dem_str name)
{
    dem_str piece, rest = name;
    for (k->n = 0; dem_piece_next(&rest, &piece); k->n++) {
        if (k->n == MAX_PIECES) return false;
        dem_key *key = &k->key[k->n];
        dem_key_cased(key, piece);
        if (!key->n) return false;
        k->small_first[k->n] = key->p[0] >= 'a' && key->p[0] <= 'z';
        k->behind_hyphen[k->n] = piece.p > name.p && piece.p[-1] == '-';
    }
    return k->n > 0;
}

static uint32_t add_path(dem_trie *t, key_list *k, bool raise_first, bool raise_behind)
{
    uint32_t node = 0;
    for (uint32_t i = 0; i < k->n; i++) {
        char small = k->key[i].p[0];
        bool raise = k->small_first[i] && ((i == 0 && raise_first) || (k->behind_hyphen[i] && raise_behind));
        if (raise) k->key[i].p[0] = (char)(small - 32);
        node = dem_trie_extend(t, node, dem_key_str(&k->key[i]));
        k->key[i].p[0] = small;
    }
    return node;
}

uint32_t dem_load_paths(dem_trie *t, dem_str name, uint32_t node[DEM_PATHS_MAX])
{
    key_list k;
    if (!cut(&k, name)) return 0;
    bool behind = false;
    uint32_t n = 0;
    for (uint32_t i = 0; i < k.n; i++) behind |= k.small_first[i] && k.behind_hyphen[i];
    for (int first = 0; first < (k.small_first[0] ? 2 : 1); first++)
        for (int after = 0; after < (behind ? 2 : 1); after++) node[n++] = add_path(t, &k, first, after);
    return n;
}

void dem_load_name(dem_loading *ld, dem_str name, const dem_sense *sense, uint32_t line)
{
    uint32_t node[DEM_PATHS_MAX], n = dem_load_paths(&ld->lex->names, name, node);
    if (!n)
        dem_load_bad(ld, line,
                     "\"%.*s\" is no name: it has no word, or more or longer words than a name can have",
                     DEM_STR_ARG(name));
    for (uint32_t i = 0; i < n; i++) add_sense(ld, &ld->lex->names, node[i], sense);
}

static void add_role_form(dem_loading *ld, dem_str word, const dem_sense *sense, bool plural, uint32_t line)
{
    dem_sense s = *sense;
    s.plural = plural;
    uint32_t node = dem_trie_add_lower(&ld->lex->roles, 0, word);
    if (node == DEM_NODE_NONE)
        dem_load_bad(ld, line, "\"%.*s\" is no role word", DEM_STR_ARG(word));
    else add_sense(ld, &ld->lex->roles, node, &s);
}

void dem_load_role_word(dem_loading *ld, dem_str word, const dem_sense *sense, uint32_t line)
{
    size_t slash = dem_str_find(word, DEM_STR("/"));
    if (slash < word.n) {
        dem_str plural = dem_str_trim(dem_str_sub(word, slash + 1, word.n));
        add_role_form(ld, dem_str_trim(dem_str_sub(word, 0, slash)), sense, false, line);
        add_role_form(ld, plural, sense, true, line);
        return;
    }
    dem_str plural[DEM_MAX_PLURALS];
    add_role_form(ld, word, sense, dem_is_plural(word), line);
    uint32_t n = dem_plurals(ld->arena, word, plural);
    for (uint32_t i = 0; i < n; i++) add_role_form(ld, plural[i], sense, true, line);
}

/* For each word its number in small letters, or DEM_MAP_NONE. */
static uint32_t *small_words(dem_arena *arena, const dem_map *words)
{
    uint32_t *small = dem_arena_array(arena, uint32_t, words->n), word;
    dem_str text;
    for (uint32_t at = 0; dem_map_next(words, &at, &text, &word);) {
        char lower[DEM_KEY_MAX + 1];
        dem_str other = dem_str_lower(text, lower, sizeof lower);
        small[word] = dem_str_eq(other, text) ? word : dem_map_get(words, other);
    }
    return small;
}

/* For each node of the names that ends one: the senses of the role words that read alike, or DEM_VALUE_NONE. Both
 * tries are walked side by side; a node's number is above that of its parent. */
static uint32_t *roles_alike(dem_arena *arena, const dem_lexicon *l)
{
    size_t n = l->names.node.n;
    const uint32_t *small = small_words(arena, &l->words);
    uint32_t *role = dem_arena_array(arena, uint32_t, n), *also = dem_arena_array(arena, uint32_t, n);
    also[0] = DEM_VALUE_NONE;
    for (size_t i = 1; i < n; i++) {
        const dem_trie_node *at = &l->names.node.at[i];
        role[i] = dem_trie_step(&l->roles, role[at->parent], small[at->word]);
        bool both = at->value != DEM_VALUE_NONE && role[i] != DEM_NODE_NONE;
        also[i] = both ? l->roles.node.at[role[i]].value : DEM_VALUE_NONE;
    }
    return also;
}

/* Appends the senses that are chained from `at` on. */
static void append(dem_loading *ld, uint32_t at)
{
    for (; at != DEM_VALUE_NONE; at = ld->next_sense.at[at]) {
        const dem_sense copy = ld->lex->sense.at[at];
        push_sense(ld, &copy);
    }
}

/* Lays the senses of each node side by side, `also` being the starts of further chains; most nodes have one sense,
 * which stays where it is. */
static void lay_out(dem_loading *ld, dem_trie *t, const uint32_t *also)
{
    dem_lexicon *l = ld->lex;
    for (size_t i = 0; i < t->node.n; i++) {
        uint32_t *value = &t->node.at[i].value, more = also ? also[i] : DEM_VALUE_NONE;
        if (*value == DEM_VALUE_NONE || (ld->next_sense.at[*value] == DEM_VALUE_NONE && more == DEM_VALUE_NONE))
            continue;
        uint32_t first = (uint32_t)l->sense.n;
        append(ld, *value);
        append(ld, more);
        *value = first;
        for (size_t k = first; k + 1 < l->sense.n; k++) l->goes_on.at[k] = true;
    }
}

void dem_load_finish_senses(dem_loading *ld)
{
    dem_lexicon *l = ld->lex;
    const uint32_t *also = roles_alike(&ld->temp, l);
    l->size.names = (uint32_t)l->sense.n;
    lay_out(ld, &l->names, also);
    lay_out(ld, &l->roles, NULL);
}
