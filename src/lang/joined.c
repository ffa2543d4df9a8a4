/* lang/joined.c - see joined.h. The lemma is the form that is common in print. */
#include "lang/joined.h"

dem_str dem_joined_noun(dem_str form)
{
    static const struct {
        dem_str form, lemma;
    } NOUN[] = {
        {DEM_STR("cease-fire"), DEM_STR("ceasefire")}, {DEM_STR("walk-out"), DEM_STR("walkout")},
        {DEM_STR("pull-out"), DEM_STR("pullout")},     {DEM_STR("pull-back"), DEM_STR("pullback")},
        {DEM_STR("stand-off"), DEM_STR("standoff")},   {DEM_STR("shoot-out"), DEM_STR("shootout")},
        {DEM_STR("build-up"), DEM_STR("buildup")},     {DEM_STR("crack-down"), DEM_STR("crackdown")},
        {DEM_STR("shut-down"), DEM_STR("shutdown")},   {DEM_STR("lock-down"), DEM_STR("lockdown")},
        {DEM_STR("break-up"), DEM_STR("breakup")},     {DEM_STR("sit-in"), DEM_STR("sit-in")},
        {DEM_STR("cover-up"), DEM_STR("cover-up")},    {DEM_STR("call-up"), DEM_STR("call-up")},
    };
    if (dem_str_find(form, DEM_STR("-")) == form.n) return (dem_str){0}; /* most words */
    if (form.n && (form.p[form.n - 1] == 's' || form.p[form.n - 1] == 'S')) form.n--;
    for (size_t i = 0; i < sizeof NOUN / sizeof *NOUN; i++)
        if (dem_str_ieq(form, NOUN[i].form)) return NOUN[i].lemma;
    return (dem_str){0};
}
