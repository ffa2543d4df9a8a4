/* said/role.h - which part the words of a sentence play for one of its cues: source, cue, content, or none. */
#ifndef DEM_SAID_ROLE_H
#define DEM_SAID_ROLE_H
#include "said/view.h"

typedef enum said_role { SAID_NONE, SAID_SOURCE, SAID_CUE, SAID_CONTENT, SAID_ROLES } said_role;

enum { SAID_ROLE_BITS = 14, SAID_ROLE_WEIGHTS = 1 << SAID_ROLE_BITS, SAID_STEP_KINDS = 32 };

/* What holds of a cue once for all words of its sentence. */
typedef struct said_frame {
    const said_view *v;
    uint32_t sentence;
    int cue;
    uint64_t word, kind; /* of the cue: its word; its part of speech and form of clause */
    uint64_t needs;      /* which arguments the tree gives it */
    int16_t *up;         /* [tokens] steps from the cue up to this ancestor, -1 if it is none */
    uint64_t *up_path;   /* [tokens] of ancestors: the relations passed */
    int16_t *meet;       /* [tokens] the ancestor of the cue that the token hangs below, or -1 */
    int16_t *branch;     /* [tokens] the child of `meet` it hangs below; itself if it is `meet` */
    uint64_t *path;      /* [tokens] relations from `meet` down to it */
    uint8_t *depth;      /* [tokens] steps from `meet` down */
    uint8_t *rival;      /* [tokens] 0 none, 1.. the likelier another cue heads it */
    uint16_t *marks;     /* [tokens + 1] marks that part (commas, dashes, colons) before each */
    bool quotes;         /* some word is quoted */
} said_frame;

void said_frame_make(said_frame *f, const said_view *v, uint32_t sentence, int cue);
/* What speaks for the role of a token. */
void said_role_traits(const said_frame *f, int token, said_traits *out);
/* What the passage from the token before to this one is like, below SAID_STEP_KINDS. */
unsigned said_role_step(const said_frame *f, int token);

/* The likeliest sequence of roles (Viterbi 1967) into out[tokens], n >= 1, of those with all the roles that `want` has a bit for;
 * the cue's head is a cue. Gives its score, or SAID_WORST if there is none: out is as it was then. */
enum { SAID_WORST = -(1 << 28) };
int32_t said_roles(const said_frame *f, unsigned want, uint8_t *out);

/* Weights: of a trait for each role but none, one behind the other; of passages from role to role. */
extern const int8_t SAID_ROLE_TRAIT[SAID_ROLE_WEIGHTS * (SAID_ROLES - 1)];
extern const int8_t SAID_ROLE_STEP[SAID_STEP_KINDS][SAID_ROLES][SAID_ROLES];

#endif
