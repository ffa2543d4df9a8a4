/* code/rules.c - see rules.h. */
#include "code/rules.h"

void dem_rules_init(dem_rules *r, const dem_lexicon *lex)
{
    r->lex = lex;
    r->vectors = (dem_word_vectors){0};
#define RULE_LIST(field, name) r->field = dem_lexicon_list(lex, DEM_STR(name));
    DEM_RULE_LISTS(RULE_LIST)
#undef RULE_LIST
}
