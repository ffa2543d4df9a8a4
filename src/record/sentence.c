/* record/sentence.c - names, child index and checker of sentences. */
#include "record/sentence.h"

static const char *const RELATIONS[] = {
#define RELATION(id, name) name,
#include "record/relation.def"
};
static const char *const UPOSES[] = {
#define UPOS(id) #id,
#include "record/relation.def"
};
static const char *const XPOSES[] = {
#define XPOS(id, name) name,
#include "record/relation.def"
};
static const char *const ZONES[] = {"body",        "heading", "paywall", "comment",
                                    "boilerplate", "caption", "related"};

const char *dem_relation_name(unsigned rel)
{
    return rel < DEM_REL_COUNT ? RELATIONS[rel] : "";
}
const char *dem_upos_name(unsigned upos)
{
    return upos < DEM_UPOS_COUNT ? UPOSES[upos] : "";
}
const char *dem_xpos_name(unsigned xpos)
{
    return xpos < DEM_XPOS_COUNT ? XPOSES[xpos] : "";
}
const char *dem_zone_name(unsigned kind)
{
    return kind < DEM_ZONE_COUNT ? ZONES[kind] : "";
}

static unsigned find(const char *const *names, unsigned n, dem_str name)
{
    unsigned i = 0;
    while (i < n && !dem_str_is(name, names[i])) i++;
    return i;
}
unsigned dem_relation_by_name(dem_str name)
{
    unsigned r = find(RELATIONS, DEM_REL_COUNT, name);
    if (r < DEM_REL_COUNT) return r;
    return find(RELATIONS, DEM_REL_COUNT, dem_str_sub(name, 0, dem_str_find(name, DEM_STR(":"))));
}
unsigned dem_upos_by_name(dem_str name)
{
    return find(UPOSES, DEM_UPOS_COUNT, name);
}
unsigned dem_xpos_by_name(dem_str name)
{
    return find(XPOSES, DEM_XPOS_COUNT, name);
}

void dem_sentence_index(dem_sentence *s, dem_arena *arena)
{
    s->kid_from = dem_arena_array(arena, uint32_t, s->n + 2);
    s->kid = dem_arena_array(arena, int16_t, s->n + 1);
    /* Counting sort: from[h + 2] counts h's children, then from[h + 1] is where h's next child goes. */
    uint32_t *from = s->kid_from;
    for (uint32_t i = 0; i < s->n; i++)
        if (s->tok[i].head >= 0) from[s->tok[i].head + 2]++;
    for (uint32_t i = 1; i <= s->n + 1; i++) from[i] += from[i - 1];
    for (uint32_t i = 0; i < s->n; i++)
        if (s->tok[i].head >= 0) s->kid[from[s->tok[i].head + 1]++] = (int16_t)i;
}

int dem_kid_with(const dem_sentence *s, int i, dem_relation rel)
{
    const int16_t *kid;
    uint32_t n = dem_kids(s, i, &kid);
    for (uint32_t k = 0; k < n; k++)
        if (s->tok[kid[k]].rel == rel) return kid[k];
    return -1;
}

static dem_status bad(const dem_sentence *s, uint32_t i, dem_error *err, const char *why)
{
    uint64_t at = i < s->n ? s->tok[i].start : s->start;
    return dem_fail(err, DEM_E_FORMAT, DEM_STR("sentence"), 0, at, "sentence %u, token %u: %s", s->number, i,
                    why);
}

static dem_status check_tree(const dem_sentence *s, dem_error *err)
{
    unsigned roots = 0;
    for (uint32_t i = 0; i < s->n; i++) {
        int steps = 0;
        for (int h = s->tok[i].head; h != DEM_ROOT; h = s->tok[h].head) {
            if (h < 0 || (uint32_t)h >= s->n) return bad(s, i, err, "head outside the sentence");
            if (++steps > (int)s->n) return bad(s, i, err, "heads form a cycle");
        }
        if (s->tok[i].head == DEM_ROOT) roots++;
        if ((s->tok[i].head == DEM_ROOT) != (s->tok[i].rel == DEM_REL_root))
            return bad(s, i, err, "relation root without being the root, or the reverse");
    }
    return roots == 1 ? DEM_OK : bad(s, 0, err, "not exactly one root");
}

dem_status dem_sentence_check(const dem_sentence *s, dem_str text, dem_error *err)
{
    if (s->start > s->end || s->end > text.n) return bad(s, 0, err, "sentence outside the text");
    if (s->n > DEM_MAX_TOKENS) return bad(s, 0, err, "too many tokens");
    uint32_t at = s->start;
    for (uint32_t i = 0; i < s->n; i++) {
        const dem_token *t = &s->tok[i];
        if (t->start < at || t->start >= t->end || t->end > s->end)
            return bad(s, i, err, "span empty, out of order or outside the sentence");
        if (!dem_str_eq(t->form, dem_str_sub(text, t->start, t->end)))
            return bad(s, i, err, "form differs from the text");
        if (t->rel >= DEM_REL_COUNT || t->upos >= DEM_UPOS_COUNT || t->xpos >= DEM_XPOS_COUNT)
            return bad(s, i, err, "unknown relation or tag");
        if (t->lemma.n == 0) return bad(s, i, err, "no lemma");
        at = t->end;
    }
    return s->n ? check_tree(s, err) : DEM_OK;
}
