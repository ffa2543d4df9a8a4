/* lang/abbrev.c - the list. */
#include "lang/abbrev.h"

/* clang-format off */
static const struct {
    const char *word; /* in small letters, without the stop */
    dem_abbrev kind;
} LIST[] = {
#define L DEM_ABBREV_LINKS
#define N DEM_ABBREV_NUMBER
#define F DEM_ABBREV_FREE
    {"mr", L}, {"mrs", L}, {"ms", L}, {"dr", L}, {"prof", L}, {"gen", L}, {"col", L}, {"lt", L}, {"sgt", L},
    {"capt", L},
    {"cmdr", L}, {"maj", L}, {"brig", L}, {"adm", L}, {"cpl", L}, {"pvt", L}, {"rev", L}, {"hon", L},
    {"sen", L}, {"sens", L},
    {"rep", L}, {"reps", L}, {"gov", L}, {"govs", L}, {"pres", L}, {"atty", L}, {"amb", L}, {"messrs", L},
    {"mme", L}, {"mlle", L},
    {"st", L}, {"ste", L}, {"mt", L}, {"ft", L}, {"vs", L}, {"supt", L}, {"insp", L}, {"det", L}, {"fr", L},
    {"sr", F}, {"jr", F},
    {"i.e", L}, {"e.g", L}, {"cf", L}, {"viz", L}, {"approx", L}, {"ca", L}, {"c", N}, {"figs", N}, {"dept", L}, {"univ", L},
    {"assn", L}, {"bros", F},
    {"no", N}, {"nos", N}, {"art", N}, {"sec", N}, {"para", N}, {"fig", N}, {"vol", N}, {"p", N}, {"pp", N},
    {"ch", N}, {"op", N},
    {"jan", F}, {"feb", F}, {"mar", N}, {"apr", F}, {"jun", N}, {"jul", N}, {"aug", F}, {"sept", F},
    {"sep", F}, {"oct", F}, {"nov", F}, {"dec", F},
    {"mon", N}, {"tue", F}, {"tues", F}, {"wed", N}, {"thu", F}, {"thur", F}, {"thurs", F}, {"fri", F},
    {"sat", N}, {"sun", N},
    {"inc", F}, {"corp", F}, {"ltd", F}, {"co", F}, {"plc", F}, {"llc", F}, {"etc", F}, {"al", F},
    {"est", N}, {"ave", F}, {"blvd", F}, {"rd", F},
    {"a.m", F}, {"p.m", F}, {"ph.d", F}, {"u.s", F}, {"u.n", F}, {"u.k", F}, {"e.u", F}, {"d.c", F},
    {"calif", F}, {"conn", F}, {"fla", F}, {"pa", N}, {"ala", F}, {"ariz", F},
    {"colo", F}, {"ga", N}, {"ill", N}, {"ind", N}, {"kan", F}, {"ky", F}, {"mass", N}, {"mich", F},
    {"minn", F}, {"mo", N}, {"okla", F}, {"ore", N}, {"tenn", F},
    {"tex", F}, {"va", F}, {"wash", N}, {"wis", F}, {"md", F},
    {"ark", N}, {"nev", F}, {"neb", F}, {"wyo", F}, {"vt", F}, {"mont", N}, {"la", N}, {"ont", F}, {"alta", F}, {"sask", F},
#undef L
#undef N
#undef F
};
/* clang-format on */

static bool letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

/* "U.S.", "a.k.a.", "Ph.D.": letters with a stop after every one or two. */
static bool is_dotted(dem_str w)
{
    size_t run = 0, dots = 0;
    for (size_t i = 0; i < w.n; i++) {
        if (w.p[i] == '.') {
            if (run < 1 || run > 2) return false;
            run = 0;
            dots++;
        } else if (!letter(w.p[i]) || ++run > 2) {
            return false;
        }
    }
    return dots >= 2 && run == 0;
}

dem_abbrev dem_abbrev_of(dem_str w)
{
    if (w.n < 2 || w.n > 12 || w.p[w.n - 1] != '.') return DEM_ABBREV_NO;
    dem_str bare = dem_str_sub(w, 0, w.n - 1);
    if (bare.n == 1 && bare.p[0] >= 'A' && bare.p[0] <= 'Z') return DEM_ABBREV_LINKS; /* an initial */
    for (size_t i = 0; i < sizeof LIST / sizeof LIST[0]; i++)
        if (dem_str_ieq(bare, dem_str_from(LIST[i].word))) return LIST[i].kind;
    return is_dotted(w) ? DEM_ABBREV_FREE : DEM_ABBREV_NO;
}
