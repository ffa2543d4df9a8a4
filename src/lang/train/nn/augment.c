/* lang/train/nn/augment.c - changed copies of trees. */
#include "lang/train/nn/augment.h"
#include "lang/train/nn/params.h"
#include "lang/word.h"

/* A headline's capitals: the first letter of every word but the short ones. */
static void title_case(dem_seen_tree *t, dem_arena *arena)
{
    for (uint32_t i = 0; i < t->n; i++) {
        dem_str f = t->tok[i].form;
        if (f.n < 4 || f.p[0] < 'a' || f.p[0] > 'z') continue;
        f = dem_arena_str(arena, f);
        ((char *)f.p)[0] = (char)(f.p[0] - 32);
        t->tok[i].form = f;
    }
}

static bool has_kids(const dem_seen_tree *t, uint32_t i)
{
    for (uint32_t k = 0; k < t->n; k++)
        if (t->tok[k].head == (int16_t)i) return true;
    return false;
}

static void without_stop(dem_seen_tree *t)
{
    uint32_t last = t->n - 1;
    if (t->n > 3 && dem_str_is(t->tok[last].form, ".") && t->tok[last].head != DEM_ROOT && !has_kids(t, last))
        t->n--;
}

static const char *const TOWN[] = {"PARIS",  "Kyiv",  "BEIJING", "Moscow",  "Nairobi", "LONDON",
                                   "Geneva", "CAIRO", "Seoul",   "BAGHDAD", "Ankara",  "BRASILIA"};
static const char *const AGENCY[] = {"Reuters", "AP", "AFP", "Xinhua", "TASS", "dpa", "ANI", "Interfax"};

enum { TOWNS = sizeof TOWN / sizeof TOWN[0], AGENCIES = sizeof AGENCY / sizeof AGENCY[0] };

static dem_token made(const char *form, unsigned upos, unsigned xpos, int head, unsigned rel)
{
    dem_str f = dem_str_from(form);
    return (dem_token){.form = f,
                       .lemma = f,
                       .upos = (uint8_t)upos,
                       .xpos = (uint8_t)xpos,
                       .head = (int16_t)head,
                       .rel = (uint8_t)rel};
}

/* "CAIRO (Reuters) - ..." before a sentence; the town hangs on the sentence as "dep". */
static void dateline(dem_seen_tree *t, uint64_t *seed)
{
    enum { NEW = 5 };
    int root = 0;
    if (t->n < 8 || t->n + NEW > DEM_MAX_TOKENS) return;
    for (uint32_t i = 0; i < t->n; i++)
        if (t->tok[i].head == DEM_ROOT) root = (int)i;
        else t->tok[i].head = (int16_t)(t->tok[i].head + NEW);
    memmove(t->tok + NEW, t->tok, t->n * sizeof *t->tok);
    t->n += NEW;
    const char *town = TOWN[(size_t)(dem_random(seed) * TOWNS)];
    const char *agency = AGENCY[(size_t)(dem_random(seed) * AGENCIES)];
    t->tok[0] = made(town, DEM_UPOS_PROPN, DEM_XPOS_NNP, root + NEW, DEM_REL_dep);
    t->tok[1] = made("(", DEM_UPOS_PUNCT, dem_xpos_by_name(DEM_STR("-LRB-")), 2, DEM_REL_punct);
    t->tok[2] = made(agency, DEM_UPOS_PROPN, DEM_XPOS_NNP, 0, DEM_REL_parataxis);
    t->tok[3] = made(")", DEM_UPOS_PUNCT, dem_xpos_by_name(DEM_STR("-RRB-")), 2, DEM_REL_punct);
    t->tok[4] = made("-", DEM_UPOS_PUNCT, dem_xpos_by_name(DEM_STR(":")), 0, DEM_REL_punct);
}

void dem_augment(dem_seen_tree *out, const dem_tree *tree, double share, uint64_t *seed, dem_arena *arena)
{
    memcpy(out->tok, tree->tok, tree->n * sizeof *tree->tok);
    out->n = tree->n;
    out->shout = dem_is_shout(tree->tok, tree->n);
    if (dem_random(seed) >= share) return;
    double which = dem_random(seed);
    if (which < 0.25) title_case(out, arena), without_stop(out);
    else if (which < 0.5) out->shout = true;
    else if (which < 0.8) without_stop(out);
    else dateline(out, seed);
}
