/* import/kind.c - is an actor a person or a group? The dictionaries do not say.
 *
 * A person is who was a former official at some time (ELI is for persons only), or who held an office between
 * two days and has a name like a person's: two words or more, and none that stands for an institution. Rebels
 * and others who are no officials are groups then, for both have days. All others are groups, which costs
 * little: a group is recognised by its name, too, only not by half of it. */
#include "import/parts.h"

/* Offices that are no surnames; an article on a president does not name one. */
static bool is_office(dem_str w)
{
    static const char *const OFFICES[] = {
        "president", "minister",  "premier", "chancellor", "emperor",    "general",   "colonel",
        "admiral",   "commander", "senator", "governor",   "ambassador", "secretary", "director",
        "leader",    "spokesman", "envoy",   "chairman",   "chief",      "deputy",    "secretary-general"};
    return DEM_STR_IONE_OF(w, OFFICES);
}

/* Titles that may also end a name: John Major. */
static bool is_title(dem_str w)
{
    static const char *const TITLES[] = {
        "king", "queen", "prince",  "princess", "sultan", "emir", "sheikh", "shaikh", "imam",     "mullah",
        "pope", "major", "captain", "marshal",  "lord",   "lady", "sir",    "baron",  "baroness", "dr",
        "mr",   "mrs",   "ms",      "judge",    "gen",    "col",  "lt",     "maj",    "adm"};
    while (w.n && w.p[w.n - 1] == '.') w.n--;
    return DEM_STR_IONE_OF(w, TITLES);
}

/* Words of institutions, parties, armed groups, firms, places. */
static bool is_institution(dem_str w)
{
    static const char *const WORDS[] = {
        "academy",     "administration", "agency",       "alliance",      "army",          "assembly",
        "association", "authority",      "bank",         "bloc",          "board",         "brigade",
        "brigades",    "bureau",         "cabinet",      "center",        "centre",        "church",
        "city",        "club",           "coalition",    "college",       "command",       "commission",
        "committee",   "community",      "company",      "confederation", "conference",    "congress",
        "co",          "corp",           "corporation",  "corps",         "council",       "country",
        "court",       "democratic",     "department",   "directorate",   "east",          "embassy",
        "emirates",    "empire",         "faction",      "federal",       "federation",    "fighters",
        "force",       "forces",         "foundation",   "front",         "fund",          "government",
        "group",       "guard",          "guards",       "holdings",      "house",         "inc",
        "institute",   "international",  "islamic",      "island",        "islands",       "jihad",
        "kingdom",     "labor",          "labour",       "league",        "liberation",    "limited",
        "ltd",         "media",          "military",     "militia",       "ministry",      "mission",
        "movement",    "national",       "nations",      "navy",          "news",          "north",
        "northern",    "office",         "organisation", "organization",  "parliament",    "party",
        "people's",    "police",         "political",    "province",      "radio",         "regime",
        "region",      "republic",       "republican",   "resistance",    "revolutionary", "school",
        "senate",      "service",        "services",     "society",       "south",         "southern",
        "state",       "states",         "supreme",      "television",    "territory",     "tribunal",
        "troops",      "union",          "united",       "university",    "west",          "western",
        "wing"};
    return DEM_STR_IONE_OF(w, WORDS);
}

static bool is_written_like_a_name(dem_str w)
{
    for (size_t i = 0; i < w.n; i++)
        if (!(w.p[i] & 0x80) && !(w.p[i] >= 'A' && w.p[i] <= 'Z') && !(w.p[i] >= 'a' && w.p[i] <= 'z') &&
            w.p[i] != '.' && w.p[i] != '\'' && w.p[i] != '-' && w.p[i] != '`')
            return false;
    return true;
}

/* "Jr" and the like: the word before it may end with a comma. */
static bool is_suffix(dem_str w)
{
    static const char *const SUFFIXES[] = {"jr", "sr", "ii", "iii", "iv"};
    while (w.n && w.p[w.n - 1] == '.') w.n--;
    return DEM_STR_IONE_OF(w, SUFFIXES);
}

/* The number of words if the phrase may be a person's name, with a title or without; else 0. "of" only behind a
 * title and a name: Lord Robertson of Port Ellen, but not the President of the World Bank. */
static uint32_t words_of_a_name(dem_str phrase)
{
    static const char *const LINKS[] = {"the", "and", "for",  "in",   "on",     "to",
                                        "at",  "by",  "from", "with", "against"};
    uint32_t words = 0, titles = 0;
    bool office = false;
    for (dem_str w; (w = dem_phrase_word(&phrase)).n;) {
        bool of = dem_str_ieq(w, DEM_STR("of"));
        dem_str rest = phrase;
        if (dem_str_ends(w, DEM_STR(",")) && is_suffix(dem_phrase_word(&rest))) w.n--;
        if (!is_written_like_a_name(w) || is_institution(w) || DEM_STR_IONE_OF(w, LINKS)) return 0;
        if (of && (!titles || words == titles)) return 0;
        office = is_office(w);
        titles += office || is_title(w);
        words++;
    }
    return office || titles == words ? 0 : words;
}

#define S(id) ((dem_sectors)1 << DEM_SEC_##id)

static bool is_armed(const dem_actor_code *c)
{
    return c->sectors & (S(REB) | S(PRM) | S(UAF));
}

/* An official of a state or of an organisation of states. */
static bool is_official(const dem_actor_code *c)
{
    static const char *const OF_STATES[] = {"IGO", "UNO", "EUR"};
    bool states = DEM_STR_ONE_OF(dem_str_from(c->code), OF_STATES);
    return !is_armed(c) && (states || (c->sectors & (S(GOV) | S(MIL) | S(COP) | S(SPY) | S(JUD) | S(LEG))));
}

bool dem_phrase_is_plain_name(dem_str phrase)
{
    if (words_of_a_name(phrase) < 2) return false;
    for (dem_str w; (w = dem_phrase_word(&phrase)).n;)
        if (is_office(w) || is_title(w)) return false;
    return true;
}

dem_kind dem_kind_of(dem_str head, const dem_periods *periods)
{
    bool nobody = periods->n > 0, former = false, official = false, dated = false, armed = false;
    for (size_t i = 0; i < periods->n; i++) {
        const dem_period *p = &periods->at[i];
        nobody &= p->is.nobody;
        if (p->is.nobody) continue;
        former |= p->is.sectors >> DEM_SEC_ELI & 1;
        official |= is_official(&p->is);
        dated |= p->dated && is_official(&p->is);
        armed |= is_armed(&p->is);
    }
    uint32_t words = words_of_a_name(head);
    if (nobody) return DEM_KIND_NOBODY;
    if (words && former) return DEM_KIND_FORMER;
    if (words < 2) return DEM_KIND_GROUP;
    if (dated && !armed) return DEM_KIND_OFFICIAL;
    return official ? DEM_KIND_GROUP_PERHAPS : DEM_KIND_GROUP;
}
