/* code/office.c - see office.h. */
#include "code/office.h"

static const char *const HEADS[] = {"president",      "prime minister", "king",
                                    "supreme leader", "chancellor",     "junta leader"};

/* The role that a phrase stands for, or NULL. */
static const dem_actor *role_named(const dem_lexicon *lex, const char *phrase)
{
    dem_str word[2], rest = dem_str_from(phrase);
    uint32_t n = 0, senses = 0;
    const dem_sense *sense;
    while (n < 2 && dem_str_next(&rest, ' ', &word[n])) n++;
    bool found = dem_lexicon_match(lex, word, n, &sense, &senses) == n;
    for (uint32_t i = 0; found && i < senses; i++)
        if (sense[i].actor->kind == DEM_ACTOR_ROLE) return sense[i].actor;
    return NULL;
}

static bool leader(const dem_actor *role)
{
    return dem_str_is(role->key, "leader");
}

bool dem_office_known(const dem_lexicon *lex, const char *code, const dem_actor *role, dem_date day)
{
    if (role->several) return false;
    if (dem_lexicon_holder(lex, code, role, day)) return true;
    for (size_t i = 0; leader(role) && i < sizeof HEADS / sizeof *HEADS; i++) {
        const dem_actor *head = role_named(lex, HEADS[i]);
        if (head && dem_lexicon_holder(lex, code, head, day)) return true;
    }
    return false;
}

const dem_actor *dem_office_head_named(const dem_lexicon *lex, dem_str surname, dem_date day)
{
    const dem_actor *found = NULL;
    for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS; i++) {
        const dem_actor *role = role_named(lex, HEADS[i]),
                        *one = role ? dem_lexicon_titled(lex, surname, role, "", day) : NULL;
        if (one && found && one != found) return NULL;
        if (one) found = one;
    }
    return found;
}

/* "In 2012 President Obama ...": the sentence itself goes to another year. */
static bool tells_other_year(const dem_sentence *s, dem_date day)
{
    for (uint32_t i = 0; i < s->n; i++) {
        uint32_t year;
        if (!dem_str_u32(s->tok[i].form, &year) || year < 1900 || year > 2100) continue;
        if (day == DEM_DATE_NONE || (int)year != dem_date_civil(day).year) return true;
    }
    return false;
}

/* Whether the role is this one, or heads the state where the text only says "leader". */
static bool is_role(const dem_lexicon *lex, const dem_actor *held, const dem_actor *said)
{
    if (held == said) return true;
    for (size_t i = 0; leader(said) && i < sizeof HEADS / sizeof *HEADS; i++)
        if (held && held == role_named(lex, HEADS[i])) return true;
    return false;
}

bool dem_office_wrong(const dem_lexicon *lex, const dem_actor *person, const dem_actor *role, const char *code,
                      const dem_tenure *now, const dem_sentence *s, dem_date day)
{
    enum { MARGIN = 200 }; /* days: appointed and not yet sworn in, or just out of office */
    bool minister =
        now && now->role &&
        now->role->role_kind == DEM_ROLE_OFFICE; /* anybody may be called a leader, a minister not */
    if (role->several || (role->role_kind != DEM_ROLE_OFFICE && !(leader(role) && minister))) return false;
    if (now && is_role(lex, now->role, role)) return false;
    bool ever = false;
    for (uint32_t i = 0; i < person->n_tenure; i++) {
        const dem_tenure *u = &person->tenure[i];
        if (!is_role(lex, u->role, role)) continue;
        ever = true;
        bool early = u->from != DEM_DATE_NONE && day < u->from - MARGIN,
             late = u->to != DEM_DATE_NONE && day > u->to + MARGIN;
        if (day == DEM_DATE_NONE || (!early && !late)) return false;
    }
    if (ever) return !tells_other_year(s, day);
    /* Only where it is known who did hold it: the lexicon does not know every office that somebody has had. */
    return code[0] && dem_office_known(lex, code, role, day);
}
