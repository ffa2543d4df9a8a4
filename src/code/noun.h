/* code/noun.h - whether an event noun is asserted, and with what standing (codebook 12.5, rule 1). */
#ifndef DEM_CODE_NOUN_H
#define DEM_CODE_NOUN_H
#include "code/clause.h"

typedef struct dem_noun_use {
    dem_standing standing;
    int verb;    /* the verb whose time and speaker are the noun's: light verb, governor; or -1 */
    int control; /* verb whose subject, or noun that, takes part if the event noun names nobody ("after talks
                  * with Xi, Putin flew home"; "Trump, in a meeting with Xi, ..."); or -1 */
    bool light;  /* `verb` is a light verb */
} dem_noun_use;

/* True if a frame of the noun, without a modifier, tells an event of that type. */
bool dem_noun_tells(const dem_rules *rules, const dem_token *noun, dem_event_type type);

/* How event noun `n` is used. With .standing.coded false, .standing.why says what keeps it from being an
 * event. */
dem_noun_use dem_noun_used(const dem_rules *rules, const dem_sentence *s, int n);

#endif
