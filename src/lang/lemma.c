/* lang/lemma.c - applying lemma scripts. */
#include "lang/lemma.h"
#include "lang/joined.h"

uint64_t dem_lemma_key(dem_str form, dem_tag_pair tag)
{
    return dem_atom(dem_str_hash(form) + tag.upos * 64u + tag.xpos);
}
uint64_t dem_lemma_suffix_key(dem_str ending, dem_tag_pair tag)
{
    return dem_atom(dem_str_hash(ending) + 100000u + tag.upos * 64u + tag.xpos);
}

bool dem_script_apply(const dem_script *s, dem_str form, dem_fold *out)
{
    if (s->lower) dem_fold_lower(out, form);
    else dem_fold_keep(out, form);
    if (s->strip > out->n || (s->strip == out->n && !s->n) || s->n > sizeof s->add) return false;
    out->n -= s->strip;
    if (s->strip && ((unsigned char)out->p[out->n] & 0xc0) == 0x80) return false; /* within a character */
    if (out->n + s->n > sizeof out->p) return false;
    memcpy(out->p + out->n, s->add, s->n);
    out->n += s->n;
    return true;
}

static const dem_script *script(const dem_lemmas *l, uint64_t key)
{
    uint32_t i = dem_words_get(&l->scripts, key);
    return i < l->n_script ? &l->script[i] : NULL;
}

static const dem_script WITHOUT_LAST = {.lower = true, .strip = 1};

/* "freed", "decreed": a past in -eed is of a verb in -ee, since verbs in -eed have other pasts ("needed", "fed"). */
static bool past_of_ee(dem_str low, dem_tag_pair tag)
{
    return (tag.xpos == DEM_XPOS_VBD || tag.xpos == DEM_XPOS_VBN) && dem_str_ends(low, DEM_STR("eed"));
}

static const dem_script *find(const dem_lemmas *l, dem_str keep, dem_str low, dem_tag_pair tag)
{
    if (past_of_ee(low, tag)) return &WITHOUT_LAST;
    const dem_script *s = script(l, dem_lemma_key(keep, tag));
    if (!s && tag.upos != DEM_UPOS_PROPN) s = script(l, dem_lemma_key(low, tag));
    for (size_t k = low.n < DEM_LEMMA_SUFFIX ? low.n : DEM_LEMMA_SUFFIX; !s; k--) {
        s = script(l, dem_lemma_suffix_key(dem_str_sub(low, low.n - k, low.n), tag));
        if (k == 0) break;
    }
    return s;
}

static void capital_first(dem_fold *f)
{
    if (f->n && f->p[0] >= 'a' && f->p[0] <= 'z') f->p[0] -= 32;
}

dem_str dem_lemma_of(const dem_lemmas *l, dem_arena *arena, dem_str form, dem_tag_pair tag, bool shout)
{
    dem_fold keep, low, out;
    if (tag.upos == DEM_UPOS_PUNCT || tag.upos == DEM_UPOS_SYM || form.n > DEM_FOLD_MAX - 8 || form.n == 0)
        return form;
    if (tag.xpos == DEM_XPOS_ADD) return form; /* addresses */
    dem_str joined = dem_joined_noun(form);
    if (joined.n) return joined;
    dem_fold_lower(&low, form);
    if (shout) keep = low;
    else dem_fold_keep(&keep, form);
    if (shout && tag.upos == DEM_UPOS_PROPN)
        capital_first(&keep); /* "PUTIN" in an all-capitals line is "Putin" */
    const dem_script *s = find(l, dem_fold_str(&keep), dem_fold_str(&low), tag);
    if (!s || !dem_script_apply(s, dem_fold_str(&keep), &out)) out = tag.upos == DEM_UPOS_PROPN ? keep : low;
    if (tag.upos == DEM_UPOS_PROPN && form.p[0] >= 'A' && form.p[0] <= 'Z') capital_first(&out);
    if (dem_str_eq(dem_fold_str(&out), form)) return form;
    return dem_arena_str(arena, dem_fold_str(&out));
}
