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

static void add_named(dem_loading *ld, uint32_t node, dem_str name, const dem_sense *sense)
{
    dem_trie *t = &ld->lex->names;
    if (t->node.at[node].value == DEM_VALUE_NONE)
        dem_vec_push(ld->arena, &ld->named, ((dem_named_node){node, name}));
    add_draft(ld->arena, t, &ld->name_draft, node, sense);
}

/* Besides the name as written: with a capital at its start ("Al-Qaeda" where a sentence begins), and with
 * capitals behind hyphens ("Kim Jong Un" for "Kim Jong-un"). */
void dem_load_name(dem_loading *ld, dem_str name, const dem_sense *sense, uint32_t line)
{
    key_list k;
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
            add_named(ld, add_path(&ld->lex->names, &k, first, after), name, sense);
}

static void add_role_form(dem_loading *ld, dem_str word, const dem_sense *sense, bool plural, uint32_t line)
{
    dem_sense s = *sense;
    s.plural = plural;
    uint32_t node = dem_trie_add_lower(&ld->lex->roles, 0, word);
    if (node == DEM_NODE_NONE)
        dem_load_bad(ld, line, "\"%.*s\" is no role word", DEM_STR_ARG(word));
    else
        add_draft(ld->arena, &ld->lex->roles, &ld->role_draft, node, &s);
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

void dem_load_finish_senses(dem_loading *ld)
{
    dem_lexicon *l = ld->lex;
    uint32_t *also = dem_arena_array(ld->arena, uint32_t, l->names.node.n);
    for (size_t i = 0; i < l->names.node.n; i++) also[i] = DEM_VALUE_NONE;
    for (size_t i = 0; i < ld->named.n; i++) {
        uint32_t node = dem_trie_find_lower(&l->roles, 0, ld->named.at[i].name);
        if (node != DEM_NODE_NONE) also[ld->named.at[i].node] = l->roles.node.at[node].value;
    }
    flatten(ld->arena, &l->name_sense, &l->names, &ld->name_draft, also, &ld->role_draft);
    flatten(ld->arena, &l->role_sense, &l->roles, &ld->role_draft, NULL, &ld->role_draft);
    l->size.names = (uint32_t)(ld->name_draft.n + ld->role_draft.n);
}
