/* code/memory.h - the participants of a report as they come, for the files that resolve references: refer.c (the
 * walk), pronoun.c, described.c, local.c. */
#ifndef DEM_CODE_MEMORY_H
#define DEM_CODE_MEMORY_H
#include "base/map.h"
#include "code/coding.h"

enum { DEM_MEMORY = 64, DEM_CALLED = 16 };

typedef struct dem_seen {
    const dem_mention *m;
    uint32_t sentence;
    bool subject;
} dem_seen;

typedef struct dem_memory {
    dem_coding *c;
    dem_seen at[DEM_MEMORY]; /* ring: the newest is at[(n - 1) % DEM_MEMORY] */
    uint32_t n;
    dem_map names; /* name token -> number in `named` */
    DEM_VEC(const dem_mention *) named;
    const dem_mention
        *called[DEM_CALLED]; /* [n_called] known persons with a title that the lexicon does not give them */
    uint32_t n_called;
    uint32_t now; /* sentence being read */
} dem_memory;

/* The mention `back` steps before the newest, or NULL. */
const dem_seen *dem_memory_back(const dem_memory *r, uint32_t back);
/* Gives m what `from` stands for, and says how. */
void dem_memory_take(dem_mention *m, const dem_sentence *s, const dem_mention *from, const char *how);

/* True for one human being: a person, a name, an office. */
bool dem_one_person(const dem_mention *m);
/* True if the mention is the subject of a clause. */
bool dem_is_subject(const dem_sentence *s, const dem_mention *m);
/* True if the entity has a country's code and no organisation's. */
bool dem_is_country(const dem_coding *c, const char *code);

/* ---- one kind of reference each; they do nothing where they find nobody ------------------------------- */

/* pronoun.c: "he", "its", "they". */
void dem_pronoun_resolve(dem_memory *r, const dem_sentence *s, dem_mention *m);
/* described.c: "both sides", "the two leaders", "the three islands". */
void dem_pair_resolve(dem_memory *r, const dem_sentence *s, dem_mention *m);
/* described.c: "the kingdom", "the bloc", "the former general"; true if it was resolved. */
bool dem_described_resolve(dem_memory *r, const dem_sentence *s, dem_mention *m);
/* described.c: "his Chinese counterpart"; `ms` are the mentions of the sentence. */
void dem_counterpart_resolve(dem_memory *r, const dem_sentence *s, const dem_mentions *ms, dem_mention *m);
/* local.c: the country of the place of the clause in which token `of` stands, or of the report; NULL if neither is known. */
const char *dem_local_country(const dem_memory *r, const dem_sentence *s, const dem_mentions *ms, int of);
/* local.c: a role whose country is that of the place or of the report. */
void dem_local_resolve(dem_memory *r, const dem_sentence *s, const dem_mentions *ms, dem_mention *m);

#endif
