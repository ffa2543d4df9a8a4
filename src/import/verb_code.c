/* import/verb_code.c - CAMEO's codes of events as event, mode and context of the codebook (its section 11).
 *
 * [042:043] means 042 from source to target and 043 the way back. A record of ours has one direction: the code of the
 * way back is the same event seen by the other, as with visitor and host, or is lost. */
#include "import/verb_parts.h"

/* "host a visit": CAMEO's source is the host, and ours the visitor. */
static bool turns(dem_str code)
{
    return dem_str_is(code, "043");
}

static bool tells_nothing(dem_str code)
{
    return code.n > 0 && dem_str_find(DEM_STR("------"), code) == 0 && code.n <= 6;
}

static bool read_one(dem_str text, dem_verb_code *out)
{
    *out = (dem_verb_code){.type = DEM_EVENT_NONE};
    if (tells_nothing(text)) return true;
    out->cameo = dem_cameo_find(text);
    if (!out->cameo) return false;
    out->type = out->cameo->event[0] ? dem_event_by_name(dem_str_from(out->cameo->event)) : DEM_EVENT_NONE;
    out->turned = turns(text);
    return true;
}

bool dem_verb_code_read(dem_str text, dem_verb_code *out)
{
    dem_verb_code back;
    size_t colon = dem_str_find(text, DEM_STR(":"));
    dem_str there = dem_str_trim(dem_str_sub(text, 0, colon)),
            other = dem_str_trim(dem_str_sub(text, colon + 1, text.n));
    if (colon == text.n) return read_one(text, out);
    if (!there.n && !other.n) return false;
    if (!there.n || tells_nothing(there)) {
        if (!read_one(other, out)) return false;
        out->turned = !out->turned;
        return true;
    }
    if (!read_one(there, out)) return false;
    if (!other.n || tells_nothing(other)) return true;
    if (!read_one(other, &back)) return false;
    out->mutual = dem_str_eq(there, other);
    bool same_event =
        back.type == out->type && back.turned != out->turned && strcmp(back.cameo->mode, out->cameo->mode) == 0;
    out->second = !out->mutual && !same_event && back.type != DEM_EVENT_NONE;
    return true;
}
