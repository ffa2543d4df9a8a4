/* code/company.c - who is joined to a participant without "and": "along with", "together with", "alongside"
 * (codebook 9), and who is named as one of several: "including", "such as". The parser hangs the phrase on the noun or on the verb; it belongs to the noun that it follows. */
#include "code/grammar.h"

bool dem_grammar_beside(const dem_sentence *s, int i)
{
    static const char *const ADVERBS[] = {"along", "together"};
    if (dem_grammar_case_is(s, i, "alongside")) return true;
    if (!dem_grammar_case_is(s, i, "with")) return false;
    if (DEM_GRAMMAR_CASE_ONE_OF(s, i, ADVERBS)) return true;
    const int16_t *kid;
    uint32_t n = dem_kids(s, i, &kid);
    for (uint32_t k = 0; k < n; k++) /* right before "with", whatever they hang on */
        if (dem_str_ieq(s->tok[kid[k]].form, DEM_STR("with")))
            return kid[k] > 0 && DEM_STR_IONE_OF(s->tok[kid[k] - 1].form, ADVERBS);
    return false;
}

static int first_token(const dem_sentence *s, int h)
{
    int first = h;
    for (int i = h - 1; i >= 0; i--)
        if (dem_grammar_under(s, i, h)) first = i;
    return first;
}

/* The phrase stands right behind the words of h, but for a comma and its own adverb. */
static bool follows(const dem_sentence *s, int phrase, int h)
{
    static const char *const BETWEEN[] = {",", "along", "together"};
    int i = first_token(s, phrase) - 1;
    while (i > h && DEM_STR_IONE_OF(s->tok[i].form, BETWEEN)) i--;
    return i == h || (i > h && dem_grammar_under(s, i, h));
}

static int add_kids(const dem_sentence *s, int above, int h, int out[DEM_GRAMMAR_MAX], int n)
{
    const int16_t *kid;
    uint32_t kids = dem_kids(s, above, &kid);
    for (uint32_t k = 0; k < kids && n < DEM_GRAMMAR_MAX; k++) {
        unsigned rel = s->tok[kid[k]].rel;
        bool phrase = kid[k] > h && (rel == DEM_REL_nmod || rel == DEM_REL_obl);
        if (phrase && dem_grammar_beside(s, kid[k]) && (above == h || follows(s, kid[k], h))) out[n++] = kid[k];
    }
    return n;
}

int dem_grammar_company(const dem_sentence *s, int h, int out[DEM_GRAMMAR_MAX])
{
    int n = add_kids(s, h, h, out, 0), together = dem_kid_with(s, h, DEM_REL_advmod), up = s->tok[h].head;
    if (together > h) n = add_kids(s, together, h, out, n);
    unsigned rel = s->tok[h].rel;
    bool side = rel == DEM_REL_nsubj || rel == DEM_REL_nsubj_pass || rel == DEM_REL_obj;
    return side && up >= 0 ? add_kids(s, up, h, out, n) : n;
}

int dem_grammar_example(const dem_sentence *s, int h)
{
    static const char *const WORDS[] = {"such", "including", "like"};
    const int16_t *kid;
    uint32_t n = dem_kids(s, h, &kid);
    for (uint32_t k = 0; k < n; k++)
        if (s->tok[kid[k]].rel == DEM_REL_nmod && DEM_GRAMMAR_CASE_ONE_OF(s, kid[k], WORDS)) return kid[k];
    return -1;
}
