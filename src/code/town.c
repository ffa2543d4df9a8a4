/* code/town.c - the town that a report names by the region behind it: "Slidell, La.", "Belgrade, Minn.", "Medford, Oregon".
 *
 * A name that the lexicon does not know becomes a place of the region's country; a place or capital that it knows is
 * another one of that name, if the region lies in another country. */
#include "code/finder.h"
#include "code/grammar.h"

static bool names_region(const dem_mention *m)
{
    bool country = m->kind == DEM_MENTION_COUNTRY && m->sense && m->sense->form == DEM_FORM_NAME;
    return m->n == 1 && (m->kind == DEM_MENTION_PLACE || country);
}

static bool abbreviated(const dem_sentence *s, const dem_mention *m)
{
    dem_str last = s->tok[m->to - 1].form;
    return last.n > 1 && last.p[last.n - 1] == '.';
}

/* Commas enclose it: not the second of a list ("in Minsk, Moscow and Kyiv"). */
static bool enclosed(const dem_sentence *s, const dem_mention *m)
{
    static const char *const ENDS[] = {",", ".", ")", ";", ":", "-", "--", "\xe2\x80\x93", "\xe2\x80\x94"};
    return s->tok[m->head].rel != DEM_REL_conj && dem_kid_with(s, m->head, DEM_REL_conj) < 0 &&
           (m->to >= (int)s->n || DEM_STR_ONE_OF(s->tok[m->to].form, ENDS));
}

/* The region right behind the name and its comma, or NULL. */
static const dem_mention *region_behind(const dem_finder *f, const dem_mention *town)
{
    if (town->to + 1 >= (int)f->s->n || !dem_str_is(f->s->tok[town->to].form, ",")) return NULL;
    for (uint32_t i = 0; i < f->out->n; i++) {
        const dem_mention *m = &f->out->at[i];
        if (m->from == town->to + 1 && names_region(m)) return enclosed(f->s, m) ? m : NULL;
    }
    return NULL;
}

void dem_town_read(dem_finder *f, dem_mention *m)
{
    static const char *const PREPS[] = {"in", "at", "near", "outside", "from", "of", "to", "around"};
    bool unknown = m->kind == DEM_MENTION_NAME && m->n == 0 && !m->role && !m->plural,
         known = (m->kind == DEM_MENTION_PLACE || m->kind == DEM_MENTION_CAPITAL) && m->n == 1;
    const dem_mention *region = unknown || known ? region_behind(f, m) : NULL;
    if (!region || (known && memcmp(region->entity[0].code, m->entity[0].code, 4) == 0)) return;
    if (!abbreviated(f->s, region) && !DEM_GRAMMAR_CASE_ONE_OF(f->s, m->head, PREPS)) return;
    m->n = 0;
    dem_mention_add(m, f->s, region->entity[0].code, DEM_BIT(DEM_SEC_CVL));
    m->kind = DEM_MENTION_PLACE;
    m->actor = region->actor;
    m->sense = region->sense;
    m->how = "place in the region behind it";
}
