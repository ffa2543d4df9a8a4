/* import/actor_code.c - what CAMEO's actor codes are in the codebook.
 *
 * A code is a row of triplets from the general to the special: AFGGOVMIL is Afghanistan, government, military;
 * IGOUNOREFHCR an intergovernmental body, the United Nations, refugees, their High Commissioner. */
#include "import/parts.h"

/* ---- triplets --------------------------------------------------------------------------------------- */

typedef enum kind { COUNTRY, PART, GONE, REGION, FAITH, ROLE, VAGUE } kind;

typedef struct triplet {
    char code[4];
    kind kind;
    char of[4];     /* of COUNTRY, PART, GONE: the codebook's code */
    uint8_t sector; /* of ROLE */
} triplet;

static const triplet TRIPLETS[] = {
#define COUNTRY(code) {#code, COUNTRY, #code, 0},
#define PART(code, of) {#code, PART, #of, 0},
#define GONE(code, now) {#code, GONE, #now, 0},
#define REGION(code) {#code, REGION, "", 0},
#define FAITH(code) {#code, FAITH, "", 0},
#define ROLE(code, sector) {#code, ROLE, "", DEM_SEC_##sector},
#define VAGUE(code) {#code, VAGUE, "", 0},
#include "import/triplet.def"
};

/* The triplet in the meaning of one of the kinds (a set of bits), or NULL. */
static const triplet *find(dem_str code, unsigned kinds)
{
    for (size_t i = 0; i < sizeof TRIPLETS / sizeof *TRIPLETS; i++)
        if (memcmp(TRIPLETS[i].code, code.p, 3) == 0 && (kinds & 1u << TRIPLETS[i].kind)) return &TRIPLETS[i];
    return NULL;
}

enum { LAND = 1u << COUNTRY | 1u << PART | 1u << GONE };

static dem_str next(dem_str *rest)
{
    dem_str t = dem_str_sub(*rest, 0, 3);
    *rest = dem_str_sub(*rest, 3, rest->n);
    return t;
}

static bool has(dem_str rest, const char *code)
{
    for (dem_str t; (t = next(&rest)).n;)
        if (dem_str_is(t, code)) return true;
    return false;
}

/* ---- sectors ---------------------------------------------------------------------------------------- */

#define S(id) ((dem_sectors)1 << DEM_SEC_##id)
enum {
    /* Second roles of a government that are roles here too. All others are the field of a ministry or office, which
     * is GOV only (codebook 8): GOVBUS is who runs the economy, GOVMUS the ministry for religion. */
    BESIDE_GOV = S(GOV) | S(MIL) | S(SPY) | S(PTY) | S(ELI) | S(OPP) | S(REB) | S(PRM) | S(UAF),
    /* What an organisation of states is; all others are its field (the FAO are no farmers). */
    OF_STATES = S(GOV) | S(MIL) | S(COP) | S(SPY) | S(JUD) | S(LEG) | S(MED) | S(REF),
    SOCIETY = S(CRM) | S(LAB) | S(AGR) | S(BUS) | S(JRN) | S(MED) | S(EDU) | S(REL) | S(REF)
};

/* The codebook's rules for sectors that stand together. */
static dem_sectors settle(dem_sectors s)
{
    if (s & S(GOV) && s & S(LEG)) return S(LEG) | (s & (S(PTY) | S(OPP))); /* a parliament is no ministry */
    if (s & S(GOV)) s &= BESIDE_GOV;
    if (s & SOCIETY) s &= ~(S(SOC) | S(CVL));
    if (s & S(SOC)) s &= ~S(CVL);
    return s;
}

static void lose(dem_actor_code *out, dem_loss why, dem_str part)
{
    if (out->lost != DEM_LOSS_NONE) return;
    out->lost = why;
    out->triplet = part;
}

/* Adds the sectors of the triplets that are roles. What is unknown behind a role is the actor's own mark
 * (PSEREBHMS), which its name makes needless; before one it is a group within the country. */
static void add_roles(dem_str rest, dem_actor_code *out)
{
    bool role = false;
    for (dem_str t; (t = next(&rest)).n;) {
        const triplet *r = find(t, 1u << ROLE);
        bool faith = find(t, 1u << FAITH) && !(out->sectors & S(GOV));
        if (r) out->sectors |= (dem_sectors)1 << r->sector;
        if (r) role = true;
        else if (find(t, 1u << VAGUE)) lose(out, DEM_LOSS_ROLE, t);
        else if (faith || !role) lose(out, DEM_LOSS_GROUP, t);
    }
}

/* ---- organisations ---------------------------------------------------------------------------------- */

/* Codebook 7.3: the World Bank, the IMF and the IAEA are no organs of the UN here, although CAMEO has them so. */
static const char *body_of_states(dem_str rest)
{
    if (has(rest, "WBK") || has(rest, "IMF") || has(rest, "IAE")) return "IGO";
    if (has(rest, "UNO")) return "UNO";
    return has(rest, "EEC") || has(rest, "EUU") ? "EUR" : "IGO";
}

/* Where an organisation is at home, which faith it has and its own mark are left out: the code stands for what
 * it is, the name for which one. */
static bool read_organisation(dem_str first, dem_str rest, dem_actor_code *out)
{
    dem_actor_code roles = {.lost = DEM_LOSS_NONE};
    const char *code = NULL;
    add_roles(rest, &roles);
    if (dem_str_is(first, "IGO")) {
        code = body_of_states(rest);
        out->sectors = roles.sectors & OF_STATES;
    } else if (dem_str_is(first, "NGO") || dem_str_is(first, "NGM")) {
        code = dem_str_is(first, "NGO") ? "NGO" : "ISM";
        out->sectors = settle(roles.sectors) & SOCIETY;
    } else if (dem_str_is(first, "IMG") || (dem_str_is(first, "INT") && roles.sectors & (S(REB) | S(UAF)))) {
        code = "IMG";
    } else if (dem_str_is(first, "MNC")) {
        code = "MNC";
    }
    if (code) memcpy(out->code, code, sizeof out->code);
    return code != NULL;
}

/* ---- countries -------------------------------------------------------------------------------------- */

/* A second country, behind the first: PRI behind USA is part of it; UKR behind USR is what has become of it; HKG
 * and TWN are no part of CHN in the codebook. Takes it off *rest; false if it is a country of its own. */
static bool take_second(dem_str *rest, const triplet *first, dem_actor_code *out)
{
    dem_str t = dem_str_sub(*rest, 0, 3);
    if (!t.n || find(t, 1u << ROLE | 1u << FAITH)) return true;
    const triplet *second = find(t, LAND);
    if (!second) return true;
    bool own = first->kind == GONE || dem_str_is(t, "HKG") || dem_str_is(t, "TWN");
    if (!own && memcmp(second->of, first->of, sizeof first->of) != 0) return false;
    memcpy(out->code, second->of, sizeof out->code);
    next(rest);
    return true;
}

static dem_loss read_country(const triplet *land, dem_str rest, dem_actor_code *out)
{
    dem_str all = rest;
    memcpy(out->code, land->of, sizeof out->code);
    if (!take_second(&rest, land, out)) {
        out->triplet = dem_str_sub(all, 0, 3);
        return DEM_LOSS_COMPOUND;
    }
    add_roles(rest, out);
    out->sectors = settle(out->sectors);
    if (!out->sectors && out->lost != DEM_LOSS_NONE) return out->lost; /* Kurds are not the Turkish state */
    if (memcmp(land->code, "ESH", 3) == 0) out->sectors |= S(PRE);     /* codebook 7.5 */
    return DEM_LOSS_NONE;
}

/* ---- the whole -------------------------------------------------------------------------------------- */

/* Codes that stand alone. */
static dem_loss read_special(dem_str text, dem_actor_code *out)
{
    out->triplet = text;
    out->nobody = dem_str_is(text, "---");
    if (out->nobody) return DEM_LOSS_NONE;
    if (dem_str_is(text, "###")) return DEM_LOSS_DISCARD;
    if (dem_str_find(text, DEM_STR("/")) < text.n) return DEM_LOSS_COMPOUND;
    bool small = text.n == 3;
    for (size_t i = 0; i < text.n && small; i++) small = text.p[i] >= 'a' && text.p[i] <= 'z';
    return small ? DEM_LOSS_GROUP : DEM_LOSS_CODE; /* an ethnic group has its code in small letters */
}

static bool is_row_of_triplets(dem_str s)
{
    enum { MOST = 8 };
    if (!s.n || s.n % 3 || s.n > 3 * MOST || s.p[0] < 'A' || s.p[0] > 'Z') return false;
    for (size_t i = 0; i < s.n; i++)
        if (!(s.p[i] >= 'A' && s.p[i] <= 'Z') && !(s.p[i] >= '0' && s.p[i] <= '9')) return false;
    return true;
}

/* What an organisation is when it stands with a country: one of that country (codebook 7.3). */
static dem_sectors at_home(dem_str first)
{
    if (dem_str_is(first, "NGO")) return S(SOC);
    if (dem_str_is(first, "NGM")) return S(CVL);
    return dem_str_is(first, "MNC") ? S(BUS) : 0;
}

static dem_loss read_agent(dem_str first, dem_str rest, dem_str all, dem_actor_code *out)
{
    if (read_organisation(first, rest, out)) {
        if (!out->sectors) out->sectors = at_home(first);
    } else {
        add_roles(all, out);
        out->sectors = settle(out->sectors);
    }
    if (out->code[0] || out->sectors) return DEM_LOSS_NONE;
    return out->lost == DEM_LOSS_GROUP && !find(out->triplet, 1u << FAITH) ? DEM_LOSS_CODE : out->lost;
}

dem_loss dem_actor_code_read(dem_str text, bool agent, dem_actor_code *out)
{
    *out = (dem_actor_code){.lost = DEM_LOSS_NONE};
    if (!is_row_of_triplets(text)) return read_special(text, out);
    dem_str rest = text, first = next(&rest);
    if (agent) return read_agent(first, rest, text, out);
    if (read_organisation(first, rest, out)) return DEM_LOSS_NONE;
    const triplet *land = find(first, LAND);
    if (land) return read_country(land, rest, out);
    out->triplet = first;
    if (dem_str_is(text, "ELI")) {
        out->sectors = S(ELI);
        return DEM_LOSS_NONE;
    }
    if (find(first, 1u << REGION)) return DEM_LOSS_REGION;
    if (find(first, 1u << FAITH)) return DEM_LOSS_GROUP;
    return find(first, 1u << VAGUE | 1u << ROLE) ? DEM_LOSS_ROLE : DEM_LOSS_CODE;
}

void dem_sectors_add(dem_buf *b, dem_sectors sectors)
{
    const char *between = "";
    for (unsigned i = 0; i < DEM_SECTOR_COUNT; i++) {
        if (!(sectors >> i & 1)) continue;
        dem_buf_addf(b, "%s%s", between, dem_sector_name(i));
        between = "+";
    }
}
