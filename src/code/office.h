/* code/office.h - offices and those who hold them, as the lexicon knows them: for the flags (docs/output.md). */
#ifndef DEM_CODE_OFFICE_H
#define DEM_CODE_OFFICE_H
#include "code/rules.h"
#include "record/sentence.h"

/* True if the lexicon knows who held the office then; a "leader" is whoever heads state or government. Offices that
 * several hold at a time are never known. */
bool dem_office_known(const dem_lexicon *lex, const char *code, const dem_actor *role, dem_date day);
/* The head of state or government of that surname on the day, of whatever country; NULL if none or several. */
const dem_actor *dem_office_head_named(const dem_lexicon *lex, dem_str surname, dem_date day);
/* True if the office that a sentence gives a known person is not his: never, or not at the time, while the lexicon knows
 * whose it is. `now` is the tenure that the person has on the day, or NULL. */
bool dem_office_wrong(const dem_lexicon *lex, const dem_actor *person, const dem_actor *role, const char *code,
                      const dem_tenure *now, const dem_sentence *s, dem_date day);

#endif
