/* code/rules.c - see rules.h. */
#include "code/rules.h"

void dem_rules_init(dem_rules *r, const dem_lexicon *lex)
{
    r->lex = lex;
    dem_geo_init(&r->geo, lex);
    r->vectors = (dem_word_vectors){0};
#define RULE_LIST(field, name) r->field = dem_lexicon_list(lex, DEM_STR(name));
    DEM_RULE_LISTS(RULE_LIST)
#undef RULE_LIST
}

bool dem_rules_tells(const dem_rules *r, dem_pos pos, const dem_token *t, uint64_t types)
{
    uint32_t n = 0;
    const dem_frame *const *f = dem_lexicon_frames(r->lex, pos, t->lemma, &n);
    for (uint32_t i = 0; i < n; i++)
        if (types & DEM_BIT(f[i]->type)) return true;
    return false;
}
