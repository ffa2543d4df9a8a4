/* eval/examples.c - see examples.h. The form of what is expected was checked when the lexicon was loaded. */
#include "eval/examples.h"

typedef struct expectation {
    dem_event_type type;
    dem_modes modes;
    bool modes_given;
    dem_auxes aux;
    bool aux_given;
    dem_str actor, recipient; /* "RUS GOV, CHN" */
} expectation;

/* ---- what is expected ----------------------------------------------------------------------------------- */

static dem_str word_of(dem_str *rest)
{
    *rest = dem_str_trim(*rest);
    size_t n = dem_str_find(*rest, DEM_STR(" "));
    dem_str w = dem_str_sub(*rest, 0, n);
    *rest = dem_str_trim(dem_str_sub(*rest, n, rest->n));
    return w;
}

/* "[CONSULT:visit+phone]" at the head of `rest`, if there. */
static void read_type(expectation *x, dem_str *rest)
{
    dem_str after = *rest, w = word_of(&after), mode;
    if (w.n > 2 && w.p[0] == '[' && w.p[w.n - 1] == ']') w = dem_str_sub(w, 1, w.n - 1);
    size_t colon = dem_str_find(w, DEM_STR(":"));
    dem_event_type t = dem_event_by_name(dem_str_sub(w, 0, colon));
    if (t == DEM_EVENT_NONE) return;
    x->type = t;
    x->modes_given = colon < w.n;
    dem_str modes = dem_str_sub(w, colon + 1, w.n);
    while (modes.n && dem_str_next(&modes, '+', &mode)) {
        unsigned m = dem_mode_by_name(t, mode);
        if (m < DEM_MODE_COUNT) x->modes = dem_modes_with(x->modes, m);
    }
    *rest = after;
}

/* "+future+habitual" or "+future +habitual" */
static void read_auxes(expectation *x, dem_str *rest)
{
    dem_str aux;
    while (dem_str_starts(*rest, DEM_STR("+"))) {
        dem_str w = word_of(rest);
        x->aux_given = true;
        while (dem_str_next(&w, '+', &aux)) {
            unsigned a = dem_aux_by_name(aux);
            if (a < DEM_AUX_COUNT) x->aux |= (dem_auxes)DEM_BIT(a);
        }
    }
}

static expectation read_expected(const dem_example *ex)
{
    expectation x = {.type = ex->frame->type};
    dem_str rest = ex->expected;
    read_type(&x, &rest);
    read_auxes(&x, &rest);
    size_t arrow = dem_str_find(rest, DEM_STR("->"));
    x.actor = dem_str_trim(dem_str_sub(rest, 0, arrow));
    x.recipient = dem_str_trim(dem_str_sub(rest, arrow + 2, rest.n));
    return x;
}

/* ---- against what is coded ------------------------------------------------------------------------------ */

static bool entity_is(const dem_entity *e, dem_str member)
{
    dem_str rest = member, code = word_of(&rest);
    dem_sectors sectors = 0;
    while (rest.n) {
        unsigned s = dem_sector_by_name(word_of(&rest));
        if (s < DEM_SECTOR_COUNT) sectors |= (dem_sectors)DEM_BIT(s);
    }
    bool no_code = dem_str_is(code, "---");
    return sectors == e->sectors && (no_code ? e->code[0] == 0 : dem_str_is(code, e->code));
}

static bool side_is(const dem_entity *side, uint32_t n, dem_str want)
{
    uint32_t members = 0;
    dem_str member;
    if (dem_str_is(want, "-") || want.n == 0) return n == 0;
    while (dem_str_next(&want, ',', &member)) {
        bool found = false;
        for (uint32_t i = 0; i < n; i++) found |= entity_is(&side[i], dem_str_trim(member));
        if (!found) return false;
        members++;
    }
    return members == n;
}

static bool is_expected(const expectation *x, const dem_event *e)
{
    if (e->type != x->type) return false;
    if (x->modes_given && !dem_modes_eq(e->modes, x->modes)) return false;
    if (x->aux_given && e->aux != x->aux) return false;
    return side_is(e->actor, e->n_actor, x->actor) && side_is(e->recipient, e->n_recipient, x->recipient);
}

static bool any_hit(const dem_example *ex, const dem_events *events)
{
    const expectation x = read_expected(ex);
    for (uint32_t i = 0; i < events->n; i++) {
        const dem_event *e = &events->at[i];
        if (ex->positive ? is_expected(&x, e) : e->type == ex->frame->type) return true;
    }
    return false;
}

void dem_example_try(dem_worker *w, dem_arena *arena, const dem_example *x, dem_trace *trace, dem_trial *out)
{
    dem_result result;
    *out = (dem_trial){.report = {.id = DEM_STR("example"), .text = x->sentence, .day = x->day}};
    dem_worker_code(w, arena, &out->report, &result, trace);
    out->events = result.events;
    bool sound = dem_events_check(&out->events, &out->report, false, &out->unsound) == DEM_OK;
    out->passed = sound && any_hit(x, &out->events) == x->positive;
}

void dem_example_winners(const dem_trace *trace, bool *won)
{
    for (size_t i = 0; i < trace->frames.n; i++) {
        const dem_trace_frame *row = &trace->frames.at[i];
        if (row->verdict && row->entry != DEM_TRACE_NO_ENTRY) won[row->entry] = true;
    }
}
