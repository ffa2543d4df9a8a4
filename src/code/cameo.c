/* code/cameo.c - the crosswalk from PLOVER to CAMEO, codebook section 11. */
#include "code/cameo.h"

static void put(dem_event *e, const char *code)
{
    size_t n = strlen(code);
    if (n > 4) n = 4;
    memcpy(e->cameo, code, n);
    e->cameo[n] = 0;
}

typedef struct {
    unsigned mode;
    const char *code;
} by_mode;

static const by_mode MODES[] = {
    {DEM_CONSULT_visit, "042"},
    {DEM_CONSULT_third_party, "044"},
    {DEM_CONSULT_multilateral, "040"},
    {DEM_CONSULT_phone, "041"},
    {DEM_RETREAT_withdraw, "0874"},
    {DEM_RETREAT_release, "0841"},
    {DEM_RETREAT_disarm, "0873"},
    {DEM_RETREAT_ceasefire, "0871"},
    {DEM_RETREAT_access, "086"},
    {DEM_RETREAT_resign, "0831"},
    {DEM_REQUEST_assist, "101"},
    {DEM_REQUEST_change, "104"},
    {DEM_REQUEST_yield, "105"},
    {DEM_REQUEST_meet, "106"},
    {DEM_ACCUSE_disapprove, "111"},
    {DEM_ACCUSE_investigate, "090"},
    {DEM_ACCUSE_allege, "112"},
    {DEM_REJECT_assist, "121"},
    {DEM_REJECT_change, "123"},
    {DEM_REJECT_yield, "124"},
    {DEM_REJECT_meet, "125"},
    {DEM_THREATEN_restrict, "1312"},
    {DEM_THREATEN_arrest, "132"},
    {DEM_THREATEN_relations, "1313"},
    {DEM_THREATEN_expel, "136"},
    {DEM_THREATEN_territory, "1382"},
    {DEM_THREATEN_violence, "138"},
    {DEM_PROTEST_demo, "141"},
    {DEM_PROTEST_riot, "145"},
    {DEM_PROTEST_strike, "143"},
    {DEM_PROTEST_hunger, "142"},
    {DEM_PROTEST_boycott, "143"},
    {DEM_PROTEST_obstruct, "144"},
    {DEM_PROTEST_vandalize, "140"},
    {DEM_SANCTION_convict, "116"},
    {DEM_SANCTION_expel, "166"},
    {DEM_SANCTION_withdraw, "161"},
    {DEM_SANCTION_discontinue, "163"},
    {DEM_MOBILIZE_troops, "154"},
    {DEM_MOBILIZE_weapons, "154"},
    {DEM_MOBILIZE_police, "153"},
    {DEM_MOBILIZE_militia, "150"},
    {DEM_COERCE_seize, "171"},
    {DEM_COERCE_restrict, "172"},
    {DEM_COERCE_censor, "1721"},
    {DEM_COERCE_curfew, "1723"},
    {DEM_COERCE_martial_law, "1724"},
    {DEM_COERCE_arrest, "173"},
    {DEM_COERCE_deport, "174"},
    {DEM_COERCE_withhold, "170"},
    {DEM_COERCE_misinformation, "170"},
    {DEM_COERCE_cyber, "176"},
    {DEM_ASSAULT_abduct, "181"},
    {DEM_ASSAULT_beat, "182"},
    {DEM_ASSAULT_torture, "1822"},
    {DEM_ASSAULT_sexual, "1821"},
    {DEM_ASSAULT_targeted, "186"},
    {DEM_ASSAULT_destroy, "1712"},
    {DEM_ASSAULT_primitive, "1823"},
    {DEM_ASSAULT_firearms, "193"},
    {DEM_ASSAULT_explosives, "183"},
    {DEM_ASSAULT_suicide_attack, "1831"},
    {DEM_ASSAULT_aerial, "195"},
    {DEM_ASSAULT_drone, "1952"},
    {DEM_ASSAULT_heavy_weapons, "194"},
    {DEM_ASSAULT_crowd_control, "175"},
    {DEM_ASSAULT_unconventional, "204"},
};

static const char *const BASE[DEM_EVENT_COUNT] = {
    [DEM_AGREE] = "030",     [DEM_CONSULT] = "040",  [DEM_SUPPORT] = "050",  [DEM_CONCEDE] = "080",
    [DEM_COOPERATE] = "060", [DEM_AID] = "070",      [DEM_RETREAT] = "084",  [DEM_REQUEST] = "100",
    [DEM_ACCUSE] = "110",    [DEM_REJECT] = "120",   [DEM_THREATEN] = "130", [DEM_PROTEST] = "140",
    [DEM_SANCTION] = "160",  [DEM_MOBILIZE] = "150", [DEM_COERCE] = "170",   [DEM_ASSAULT] = "190",
};

static const char *crosswalk(const dem_event *e)
{
    /* The most specific mode decides: the one farthest from the event's middle comes later in the codebook's
     * list. */
    for (size_t i = sizeof MODES / sizeof *MODES; i-- > 0;)
        if (dem_modes_has(e->modes, MODES[i].mode)) return MODES[i].code;
    if (e->type == DEM_COOPERATE) {
        if (e->contexts & DEM_BIT(DEM_CTX_intelligence)) return "064";
        if (e->contexts & DEM_BIT(DEM_CTX_military)) return "062";
        if (e->contexts & DEM_BIT(DEM_CTX_legal)) return "063";
        if (e->contexts & DEM_BIT(DEM_CTX_economic)) return "061";
    }
    if (e->type == DEM_AID) {
        if (e->contexts & DEM_BIT(DEM_CTX_peacekeeping)) return "074";
        if (e->contexts & DEM_BIT(DEM_CTX_asylum)) return "075";
        if (e->contexts & DEM_BIT(DEM_CTX_military)) return "072";
        if (e->contexts &
            (DEM_BIT(DEM_CTX_human_security) | DEM_BIT(DEM_CTX_health) | DEM_BIT(DEM_CTX_disasters)))
            return "073";
        if (e->contexts & DEM_BIT(DEM_CTX_economic)) return "071";
    }
    return BASE[e->type];
}

/* The fourth digit that the subject gives to aid and cooperation asked for or promised: "0331", "0312"; 0 for
 * none. */
static char subject_digit(const dem_event *e, dem_event_type content)
{
    dem_contexts relief =
        DEM_BIT(DEM_CTX_human_security) | DEM_BIT(DEM_CTX_health) | DEM_BIT(DEM_CTX_disasters);
    if (content == DEM_COOPERATE && (e->contexts & DEM_BIT(DEM_CTX_intelligence))) return '4';
    if (content == DEM_AID && (e->contexts & DEM_BIT(DEM_CTX_peacekeeping))) return '4';
    if (e->contexts & DEM_BIT(DEM_CTX_military)) return '2';
    if (content == DEM_COOPERATE && (e->contexts & DEM_BIT(DEM_CTX_legal))) return '3';
    if (content == DEM_AID && (e->contexts & relief)) return '3';
    return e->contexts & DEM_BIT(DEM_CTX_economic) ? '1' : 0;
}

static void put_by_subject(dem_event *e, const char *code, dem_event_type content)
{
    size_t n = strlen(code);
    put(e, code);
    if (n != 3 || (content != DEM_AID && content != DEM_COOPERATE)) return;
    e->cameo[3] = subject_digit(e, content);
    e->cameo[4] = 0;
}

/* Appeals are 02x, demands 10x, with the same last digits (codebook D70). */
static const char *assistance(const dem_content *x, bool demand)
{
    if (x->type == DEM_AID) return demand ? "103" : "023";
    if (x->type == DEM_SUPPORT) return demand ? "102" : "022";
    return demand ? "101" : "021";
}

static const char *appeal(const dem_event *e, const dem_content *x)
{
    if (dem_modes_has(e->modes, DEM_REQUEST_assist)) return assistance(x, false);
    if (dem_modes_has(e->modes, DEM_REQUEST_change)) return "024";
    if (dem_modes_has(e->modes, DEM_REQUEST_yield)) return "025";
    if (dem_modes_has(e->modes, DEM_REQUEST_meet)) return "026";
    return "020";
}

static const char *agreed(const dem_content *x)
{
    switch (x->type) {
    case DEM_CONSULT: return "036";
    case DEM_AID: return "033";
    case DEM_COOPERATE: return "031";
    default: return "030";
    }
}

static const char *conceded(const dem_content *x)
{
    if (dem_modes_has(x->modes, DEM_RETREAT_release)) return "0353";
    if (dem_modes_has(x->modes, DEM_RETREAT_access)) return "0355";
    if (x->type == DEM_RETREAT || (x->ended && x->type == DEM_ASSAULT)) return "0356";
    if (x->ended && x->type == DEM_SANCTION) return "0354";
    if (x->ended && x->type == DEM_PROTEST) return "0352";
    return x->ended && x->type == DEM_COERCE ? "0351" : "035";
}

void dem_cameo_set(dem_event *e, const char *frame_code, const dem_content *content)
{
    size_t n = strlen(frame_code);
    if (n > 2) {
        put(e, frame_code);
        return;
    }
    const char *code = crosswalk(e);
    bool assist = e->type == DEM_REQUEST && dem_modes_has(e->modes, DEM_REQUEST_assist);
    if (n == 2 && assist) code = assistance(content, true);
    if (n == 2 && e->type == DEM_REQUEST && strcmp(frame_code, "02") == 0) code = appeal(e, content);
    if (n == 2 && e->type == DEM_AGREE) code = agreed(content);
    if (n == 2 && e->type == DEM_CONCEDE) code = conceded(content);
    if (!dem_cameo_find(dem_str_from(code))) code = BASE[e->type];
    bool by_subject = n == 2 && (assist || e->type == DEM_AGREE);
    put_by_subject(e, code, by_subject ? content->type : DEM_EVENT_NONE);
}
