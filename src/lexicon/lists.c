/* lexicon/lists.c - word lists, means, contexts and anchors: phrases below roots of one trie. */
#include "lexicon/parts.h"

uint32_t dem_load_list_number(dem_loading *ld, dem_str name)
{
    dem_lexicon *l = ld->lex;
    uint32_t number = dem_map_add(&l->list_by_name, name, (uint32_t)l->list_root.n);
    if (number == l->list_root.n) {
        dem_vec_push(ld->arena, &l->list_root, dem_trie_root(&l->phrases));
        dem_vec_push(ld->arena, &l->list_words, (dem_word_list){0});
    }
    return number;
}

/* Cuts "KEYWORD WHAT = MEMBERS"; reports and returns false if there is no "=". */
static bool cut_definition(dem_loading *ld, const dem_entry *e, dem_str *what, dem_str *members)
{
    dem_str rest = e->head.text;
    dem_scan_word(&rest);
    size_t equals = dem_str_find(rest, DEM_STR("="));
    *what = dem_str_trim(dem_str_sub(rest, 0, equals));
    *members = dem_str_trim(dem_str_sub(rest, equals + 1, rest.n));
    for (uint32_t i = 0; i < e->n_body; i++)
        dem_load_bad(ld, e->body[i].line, "a line of a list goes on with '|'");
    if (equals < rest.n && what->n && members->n) return true;
    dem_load_bad(ld, e->head.line, "expected NAME = WORD | WORD ...");
    return false;
}

/* The node of a phrase, or DEM_NODE_NONE with a report. */
static uint32_t phrase_node(dem_loading *ld, uint32_t root, dem_str phrase, uint32_t line)
{
    uint32_t node = dem_trie_add_lower(&ld->lex->phrases, root, phrase);
    if (node == DEM_NODE_NONE)
        dem_load_bad(ld, line, "\"%.*s\" has no word, or one that is too long", DEM_STR_ARG(phrase));
    return node;
}

dem_str dem_load_list_name(dem_str head)
{
    dem_str name = dem_str_trim(dem_str_sub(head, 0, dem_str_find(head, DEM_STR("="))));
    if (dem_str_ends(name, DEM_STR("+"))) name.n--;
    return dem_str_trim(name);
}

bool dem_load_list_adds(const dem_entry *e)
{
    return dem_str_ends(dem_str_sub(e->head.text, 0, dem_str_find(e->head.text, DEM_STR("="))), DEM_STR("+"));
}

static bool is_list_name(dem_str name)
{
    for (size_t i = 0; i < name.n; i++)
        if (!strchr("abcdefghijklmnopqrstuvwxyz0123456789-", name.p[i])) return false;
    return name.n > 0;
}

/* What adds needs a list that is defined in any file. */
static void load_list(dem_loading *ld, const dem_entry *e, bool adds)
{
    dem_str what, members, word;
    if (!cut_definition(ld, e, &what, &members)) return;
    dem_str name = dem_load_list_name(what);
    if (!is_list_name(name)) {
        dem_load_bad(ld, e->head.line,
                     "the name of a list is of small letters, digits and hyphens, not \"%.*s\"",
                     DEM_STR_ARG(name));
        return;
    }
    if (adds) dem_load_ref(ld, DEM_REF_LIST, name, e->head.line, NULL);
    else if (!dem_load_unique(ld, DEM_SPACE_LIST, name, e->head.line, NULL)) return;
    uint32_t number = dem_load_list_number(ld, name), root = ld->lex->list_root.at[number];
    while (dem_value_alternative(ld, e->head.line, &members, &word)) {
        uint32_t node = phrase_node(ld, root, word, e->head.line);
        if (node == DEM_NODE_NONE) continue;
        ld->lex->phrases.node.at[node].value = 0;
        if (dem_str_find(word, DEM_STR(" ")) == word.n)
            dem_vec_push(ld->arena, &ld->lex->list_words.at[number], word);
    }
}

void dem_load_list(dem_loading *ld, const dem_entry *e)
{
    load_list(ld, e, dem_load_list_adds(e));
}
void dem_load_more_list(dem_loading *ld, const dem_entry *e)
{
    load_list(ld, e, true);
}

void dem_load_means(dem_loading *ld, const dem_entry *e)
{
    dem_str what, members, phrase;
    dem_lexicon *l = ld->lex;
    if (!cut_definition(ld, e, &what, &members)) return;
    size_t colon = dem_str_find(what, DEM_STR(":"));
    dem_event_type type = dem_event_by_name(dem_str_sub(what, 0, colon));
    dem_modes modes;
    if (type == DEM_EVENT_NONE || !dem_value_modes(type, dem_str_sub(what, colon + 1, what.n), &modes) ||
        dem_modes_empty(modes)) {
        dem_load_bad(ld, e->head.line, "unknown event or mode \"%.*s\"", DEM_STR_ARG(what));
        return;
    }
    while (dem_value_alternative(ld, e->head.line, &members, &phrase)) {
        uint32_t node = phrase_node(ld, l->means_root[type], phrase, e->head.line);
        if (node == DEM_NODE_NONE) continue;
        uint32_t *value = &l->phrases.node.at[node].value;
        if (*value == DEM_VALUE_NONE) {
            *value = (uint32_t)l->means.n;
            dem_vec_push(ld->arena, &l->means, modes);
        }
        l->means.at[*value].lo |= modes.lo;
        l->means.at[*value].hi |= modes.hi;
    }
}

void dem_load_context(dem_loading *ld, const dem_entry *e)
{
    dem_str what, members, phrase;
    dem_contexts contexts;
    dem_lexicon *l = ld->lex;
    if (!cut_definition(ld, e, &what, &members)) return;
    if (!dem_value_contexts(what, &contexts)) {
        dem_load_bad(ld, e->head.line, "unknown context \"%.*s\"", DEM_STR_ARG(what));
        return;
    }
    while (dem_value_alternative(ld, e->head.line, &members, &phrase)) {
        uint32_t node = phrase_node(ld, l->context_root, phrase, e->head.line);
        if (node == DEM_NODE_NONE) continue;
        uint32_t *value = &l->phrases.node.at[node].value;
        if (*value == DEM_VALUE_NONE) {
            *value = (uint32_t)l->context.n;
            dem_vec_push(ld->arena, &l->context, contexts);
        }
        l->context.at[*value] |= contexts;
    }
}

void dem_load_anchor(dem_loading *ld, const dem_entry *e)
{
    dem_str when, members, phrase;
    dem_anchor a = {.layer = ld->source->layer};
    dem_lexicon *l = ld->lex;
    if (!cut_definition(ld, e, &when, &members)) return;
    if (!dem_value_range(when, &a.from, &a.to)) {
        dem_load_bad(ld, e->head.line, "\"%.*s\" is no day or range of days", DEM_STR_ARG(when));
        return;
    }
    while (dem_value_alternative(ld, e->head.line, &members, &phrase)) {
        uint32_t node = phrase_node(ld, l->anchor_root, phrase, e->head.line);
        if (node == DEM_NODE_NONE) continue;
        uint32_t *value = &l->phrases.node.at[node].value;
        if (*value != DEM_VALUE_NONE && l->anchor.at[*value].layer == a.layer) {
            dem_load_bad(ld, e->head.line, "\"%.*s\" is an anchor already", DEM_STR_ARG(phrase));
            continue;
        }
        *value = (uint32_t)l->anchor.n;
        dem_vec_push(ld->arena, &l->anchor, a);
    }
}

/* ---- looking up --------------------------------------------------------------------------------- */

uint32_t dem_lexicon_list(const dem_lexicon *l, dem_str name)
{
    return dem_map_get(&l->list_by_name, name);
}

bool dem_list_has(const dem_lexicon *l, uint32_t list, dem_str lemma)
{
    return dem_list_phrase(l, list, &lemma, 1) == 1;
}

uint32_t dem_list_phrase(const dem_lexicon *l, uint32_t list, const dem_str *word, uint32_t n)
{
    uint32_t value;
    return list == DEM_LIST_NONE ? 0 : dem_trie_longest(&l->phrases, l->list_root.at[list], word, n, &value);
}

/* ---- words of slots ----------------------------------------------------------------------------- */

/* The node below root `to` that the words lead to which lead to `node` below root `from`; DEM_NODE_NONE if there is none, or
 * `node` is not below `from`. */
static uint32_t counterpart(const dem_trie *t, uint32_t node, uint32_t from, uint32_t to)
{
    if (node == from) return to;
    const dem_trie_node *at = &t->node.at[node];
    if (at->parent == DEM_NODE_NONE) return DEM_NODE_NONE;
    return dem_trie_step(t, counterpart(t, at->parent, from, to), at->word);
}

/* True if the member that ends at `node` below `root` is one of the slot's words, or in one of its lists. */
static bool slot_has_member(const dem_lexicon *l, const dem_slot *s, uint32_t node, uint32_t root)
{
    const dem_trie *t = &l->phrases;
    for (uint32_t i = 0; i < s->n_word; i++)
        if (dem_trie_find_lower(t, root, s->word[i]) == node) return true;
    for (uint32_t i = 0; i < s->n_list; i++) {
        uint32_t there = counterpart(t, node, root, l->list_root.at[s->list[i]]);
        if (there != DEM_NODE_NONE && t->node.at[there].value != DEM_VALUE_NONE) return true;
    }
    return false;
}

static bool slot_has_list(const dem_lexicon *l, const dem_slot *s, uint32_t list)
{
    const dem_trie *t = &l->phrases;
    uint32_t root = l->list_root.at[list], members = 0;
    for (uint32_t i = 0; i < s->n_list; i++)
        if (s->list[i] == list) return true;
    for (uint32_t node = 0; node < t->node.n; node++) {
        if (t->node.at[node].value == DEM_VALUE_NONE || counterpart(t, node, root, root) == DEM_NODE_NONE)
            continue;
        if (!slot_has_member(l, s, node, root)) return false;
        members++;
    }
    return members > 0;
}

static bool slot_has_word(const dem_lexicon *l, const dem_slot *s, dem_str word)
{
    for (uint32_t i = 0; i < s->n_word; i++)
        if (dem_str_eq(s->word[i], word)) return true;
    for (uint32_t i = 0; i < s->n_list; i++)
        if (dem_list_has(l, s->list[i], word)) return true;
    return false;
}

bool dem_slot_words_within(const dem_lexicon *l, const dem_slot *narrow, const dem_slot *wide)
{
    for (uint32_t i = 0; i < narrow->n_word; i++)
        if (!slot_has_word(l, wide, narrow->word[i])) return false;
    for (uint32_t i = 0; i < narrow->n_list; i++)
        if (!slot_has_list(l, wide, narrow->list[i])) return false;
    return narrow->n_word + narrow->n_list > 0;
}

/* ---- means, contexts, anchors ------------------------------------------------------------------- */

const dem_str *dem_list_words(const dem_lexicon *l, uint32_t list, uint32_t *n)
{
    *n = list == DEM_LIST_NONE ? 0 : (uint32_t)l->list_words.at[list].n;
    return *n ? l->list_words.at[list].at : NULL;
}

dem_modes dem_lexicon_means(const dem_lexicon *l, dem_event_type type, const dem_str *word, uint32_t n,
                            uint32_t *len)
{
    uint32_t value = 0;
    *len = type < DEM_EVENT_COUNT ? dem_trie_longest(&l->phrases, l->means_root[type], word, n, &value) : 0;
    return *len ? l->means.at[value] : (dem_modes){0, 0};
}

dem_contexts dem_lexicon_contexts(const dem_lexicon *l, const dem_str *word, uint32_t n, uint32_t *len)
{
    uint32_t value = 0;
    *len = dem_trie_longest(&l->phrases, l->context_root, word, n, &value);
    return *len ? l->context.at[value] : 0;
}

bool dem_lexicon_anchor(const dem_lexicon *l, const dem_str *word, uint32_t n, dem_date *from, dem_date *to,
                        uint32_t *len)
{
    uint32_t value = 0;
    *len = dem_trie_longest(&l->phrases, l->anchor_root, word, n, &value);
    if (!*len) return false;
    *from = l->anchor.at[value].from;
    *to = l->anchor.at[value].to;
    return true;
}
