/* lexicon/names.c - names and role words into tries, and the tables of their readings. */
#include "lexicon/parts.h"
#include "lexicon/plural.h"

enum { MAX_PIECES = 24 };

/* Adds `sense` to the chain of the node; the same actor in the same form is there once. */
static void add_draft(dem_arena *arena, dem_trie *t, dem_drafts *drafts, uint32_t node, const dem_sense *sense)
{
    uint32_t at = t->node.at[node].value, last = DEM_VALUE_NONE;
    for (; at != DEM_VALUE_NONE; last = at, at = drafts->at[at].next) {
        dem_sense *have = &drafts->at[at].sense;
        if (have->actor != sense->actor || have->form != sense->form) continue;
        have->plural |= sense->plural;
        return;
    }
    dem_vec_push(arena, drafts, ((dem_draft_sense){*sense, DEM_VALUE_NONE}));
    uint32_t new = (uint32_t)drafts->n - 1;
    if (last == DEM_VALUE_NONE)
        t->node.at[node].value = new;
    else
        drafts->at[last].next = new;
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

static uint32_t add_path(dem_trie *t, const key_list *k, bool raise_first, bool raise_behind)
{
    uint32_t node = 0;
    for (uint32_t i = 0; i < k->n; i++) {
        dem_key key = k->key[i];
        bool raise = k->small_first[i] && ((i == 0 && raise_first) || (k->behind_hyphen[i] && raise_behind));
        if (raise) key.p[0] = (char)(key.p[0] - 32);
        node = dem_trie_extend(t, node, dem_key_str(&key));
    }
    return node;
}

/* Besides the name as written: with a capital at its start ("Al-Qaeda" where a sentence begins), and with
 * capitals behind hyphens ("Kim Jong Un" for "Kim Jong-un"). */
void dem_load_name(dem_loading *ld, dem_str name, const dem_sense *sense, uint32_t line)
{
    key_list k;
    dem_trie *t = &ld->lex->names;
    if (!cut(&k, name)) {
        dem_load_bad(ld, line,
                     "\"%.*s\" is no name: it has no word, or more or longer words than a name can have",
                     DEM_STR_ARG(name));
        return;
    }
    bool behind = false;
    for (uint32_t i = 0; i < k.n; i++) behind |= k.small_first[i] && k.behind_hyphen[i];
    for (int first = 0; first < (k.small_first[0] ? 2 : 1); first++)
        for (int after = 0; after < (behind ? 2 : 1); after++)
            add_draft(&ld->temp, t, &ld->name_draft, add_path(t, &k, first, after), sense);
}

static void add_role_form(dem_loading *ld, dem_str word, const dem_sense *sense, bool plural, uint32_t line)
{
    dem_sense s = *sense;
    s.plural = plural;
    uint32_t node = dem_trie_add_lower(&ld->lex->roles, 0, word);
    if (node == DEM_NODE_NONE)
        dem_load_bad(ld, line, "\"%.*s\" is no role word", DEM_STR_ARG(word));
    else
        add_draft(&ld->temp, &ld->lex->roles, &ld->role_draft, node, &s);
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

static uint32_t chain_length(const dem_drafts *d, uint32_t at)
{
    uint32_t n = 0;
    for (; at != DEM_VALUE_NONE; at = d->at[at].next) n++;
    return n;
}
static dem_sense *copy_chain(const dem_drafts *d, uint32_t at, dem_sense *to)
{
    for (; at != DEM_VALUE_NONE; at = d->at[at].next) *to++ = d->at[at].sense;
    return to;
}

/* The chains of `t` as a table. `also`, if it is not NULL, gives for each node the start of a chain in `more`
 * that follows the node's own. */
static void flatten(dem_arena *arena, dem_sense_table *out, const dem_trie *t, const dem_drafts *own,
                    const uint32_t *also, const dem_drafts *more)
{
    size_t n = t->node.n;
    out->from = dem_arena_array(arena, uint32_t, n + 1);
    for (size_t i = 0; i < n; i++)
        out->from[i + 1] =
            out->from[i] + chain_length(own, t->node.at[i].value) + (also ? chain_length(more, also[i]) : 0);
    out->at = dem_arena_array(arena, dem_sense, out->from[n]);
    for (size_t i = 0; i < n; i++) {
        dem_sense *to = copy_chain(own, t->node.at[i].value, out->at + out->from[i]);
        if (also) copy_chain(more, also[i], to);
    }
}

/* For each word its number in small letters, or DEM_MAP_NONE. */
static uint32_t *small_words(dem_arena *arena, const dem_map *words)
{
    uint32_t *small = dem_arena_array(arena, uint32_t, words->n), word;
    dem_str text;
    for (uint32_t at = 0; dem_map_next(words, &at, &text, &word);) {
        dem_key key;
        dem_key_lower(&key, text);
        small[word] = dem_map_get(words, dem_key_str(&key));
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

void dem_load_finish_senses(dem_loading *ld)
{
    dem_lexicon *l = ld->lex;
    const uint32_t *also = roles_alike(&ld->temp, l);
    flatten(ld->arena, &l->name_sense, &l->names, &ld->name_draft, also, &ld->role_draft);
    flatten(ld->arena, &l->role_sense, &l->roles, &ld->role_draft, NULL, &ld->role_draft);
    l->size.names = (uint32_t)(ld->name_draft.n + ld->role_draft.n);
}
