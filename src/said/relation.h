/* said/relation.h - attribution relations under way. */
#ifndef DEM_SAID_RELATION_H
#define DEM_SAID_RELATION_H
#include "said/role.h"

enum { SAID_CUE_LEAST = -18 }; /* log-odds from which on a word is taken for the head of a cue */

typedef struct said_relation {
    uint32_t sentence;
    int cue;           /* its head */
    int32_t within;    /* the relation in whose content the cue lies, or -1 */
    uint8_t *role;     /* [tokens of the sentence] said_role */
    uint32_t from, to; /* the sentences over which its content goes; set by said_stretch() */
    bool elsewhere;    /* some quotation is its content, perhaps in another sentence; so is this */
} said_relation;

typedef DEM_VEC(said_relation) said_relations;

/* Gives each quotation the relation whose content it is (.owner of the runs), and marks relations whose cues lie in quotations of
 * other sentences as being within those. */
void said_stretch(said_view *v, said_relations *all);

/* What has that role in relation `number`, `r`: the content with its quotations in other sentences. Pieces with nothing but
 * punctuation between them are one, unless a paragraph ends there. */
dem_pieces said_pieces(const said_view *v, const said_relation *r, int32_t number, said_role role);
/* Whether that content is quoted. */
dem_speech said_speech(const said_view *v, const said_relation *r, int32_t number);

#endif
