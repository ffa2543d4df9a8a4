/* record/event.c - names of small enums, and the invariants of event.h. */
#include "record/event.h"

uint32_t dem_entity_sectors(const dem_entity *e, unsigned out[DEM_SECTOR_COUNT])
{
    uint32_t n = 0;
    bool party = e->party && (e->sectors & DEM_BIT(DEM_SEC_PTY));
    if (party) out[n++] = DEM_SEC_PTY;
    for (unsigned s = 0; s < DEM_SECTOR_COUNT; s++)
        if ((e->sectors & DEM_BIT(s)) && !(party && s == DEM_SEC_PTY)) out[n++] = s;
    return n;
}

const char *dem_precision_name(unsigned p)
{
    static const char *const NAMES[] = {"day", "week", "month", "year", "unknown"};
    return p < sizeof NAMES / sizeof *NAMES ? NAMES[p] : "";
}

const char *dem_flag_name(unsigned flag)
{
    static const char *const NAMES[] = {"date_conflict", "garbled", "name_repaired", "office_mismatch",
                                        "unknown_person"};
    return flag < DEM_FLAG_COUNT ? NAMES[flag] : "";
}

static dem_status broken(dem_error *err, const dem_report *r, const dem_event *e, int number, const char *why)
{
    return dem_fail(err, DEM_E_FORMAT, r->id, 0, e->trigger.start, "invariant %d: %s (%s, sentence %u)", number,
                    why, dem_event_name(e->type), e->sentence);
}

static bool inside(dem_span part, dem_span whole)
{
    return part.start >= whole.start && part.end <= whole.end && part.start < part.end;
}
static bool splits_character(dem_str text, uint32_t at)
{
    return at < text.n && ((unsigned char)text.p[at] & 0xc0) == 0x80;
}
static bool good_span(dem_str text, dem_span s)
{
    return dem_span_empty(s) || (s.start < s.end && s.end <= text.n && !splits_character(text, s.start) &&
                                 !splits_character(text, s.end));
}

static bool good_side(dem_str text, const dem_entity *side, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        if (!good_span(text, side[i].span)) return false;
    return true;
}

static bool good_spans(const dem_event *e, dem_str text)
{
    return good_span(text, e->sentence_span) && good_span(text, e->trigger) && good_span(text, e->place.span) &&
           good_span(text, e->by.cue) && good_span(text, e->time) && good_span(text, e->by.entity.span) &&
           good_side(text, e->actor, e->n_actor) && good_side(text, e->recipient, e->n_recipient);
}

static const char *check_side(const dem_event *e, const dem_entity *side, uint32_t n, bool keep)
{
    for (uint32_t i = 0; i < n; i++) {
        if (!dem_span_empty(side[i].span) && !inside(side[i].span, e->sentence_span))
            return "participant outside the sentence";
        bool codeless = side[i].sectors & (DEM_BIT(DEM_SEC_UNK) | DEM_BIT(DEM_SEC_UAF));
        if (!side[i].code[0] && !codeless && !keep) return "participant without a code";
        if (side[i].implied && !dem_span_empty(side[i].span)) return "implied participant with a span";
    }
    return NULL;
}

static bool same_span_on_both_sides(const dem_event *e)
{
    for (uint32_t i = 0; i < e->n_actor; i++)
        for (uint32_t k = 0; k < e->n_recipient; k++)
            if (!dem_span_empty(e->actor[i].span) && e->actor[i].span.start == e->recipient[k].span.start &&
                e->actor[i].span.end == e->recipient[k].span.end)
                return true;
    return false;
}

static const char *check_date(const dem_event *e)
{
    dem_civil c = dem_date_civil(e->date);
    if (e->date == DEM_DATE_NONE) return e->precision == DEM_PRECISION_UNKNOWN ? NULL : "precision without date";
    if (e->precision == DEM_PRECISION_WEEK && dem_date_weekday(e->date) != 0) return "week does not start on Monday";
    if (e->precision == DEM_PRECISION_MONTH && c.day != 1) return "month does not start on day 1";
    if (e->precision == DEM_PRECISION_YEAR && (c.day != 1 || c.month != 1)) return "year does not start on 01-01";
    return NULL;
}

dem_status dem_event_check(const dem_event *e, const dem_report *r, bool keep, dem_error *err)
{
    if (e->type >= DEM_EVENT_COUNT) return broken(err, r, e, 1, "unknown event type");
    for (unsigned m = 0; m < DEM_MODE_COUNT; m++)
        if (dem_modes_has(e->modes, m) && dem_mode_event(m) != e->type)
            return broken(err, r, e, 1, "mode of another event");
    if (dem_modes_has(e->modes, DEM_COERCE_cyber) && !(e->contexts & DEM_BIT(DEM_CTX_cyber)))
        return broken(err, r, e, 2, "mode cyber without its context");
    if (dem_modes_has(e->modes, DEM_COERCE_misinformation) && !(e->contexts & DEM_BIT(DEM_CTX_misinformation)))
        return broken(err, r, e, 2, "mode misinformation without its context");
    if (e->n_actor == 0) return broken(err, r, e, 3, "no actor");
    if (dem_event_needs_recipient(e->type) && e->n_recipient == 0 &&
        !(e->type == DEM_COOPERATE && e->reciprocal))
        return broken(err, r, e, 3, "recipient required");
    if (e->reciprocal && (e->n_actor < 2 || e->n_recipient > 0))
        return broken(err, r, e, 4, "reciprocal needs two actors and no recipient");
    if (same_span_on_both_sides(e)) return broken(err, r, e, 4, "the same span is actor and recipient");
    /* Before 5: where a span lies in its sentence means nothing until it is one. */
    if (!good_spans(e, r->text)) return broken(err, r, e, 6, "span is no slice of the text");
    if (!inside(e->trigger, e->sentence_span)) return broken(err, r, e, 5, "trigger outside the sentence");
    const char *why = check_side(e, e->actor, e->n_actor, keep);
    if (!why) why = check_side(e, e->recipient, e->n_recipient, keep);
    if (why) return broken(err, r, e, 5, why);
    if (!dem_span_empty(e->place.span) && !inside(e->place.span, e->sentence_span))
        return broken(err, r, e, 5, "place outside the sentence");
    if (!dem_cameo_find(dem_str_from(e->cameo))) return broken(err, r, e, 7, "unknown CAMEO code");
    if ((why = check_date(e))) return broken(err, r, e, 9, why);
    if ((e->aux & DEM_BIT(DEM_AUX_future)) && (e->aux & DEM_BIT(DEM_AUX_historical)))
        return broken(err, r, e, 10, "future together with historical");
    return DEM_OK;
}

static bool same_side(const dem_entity *a, uint32_t n, const dem_entity *b, uint32_t m)
{
    if (n != m) return false;
    for (uint32_t i = 0; i < n; i++)
        if (strcmp(a[i].code, b[i].code) != 0 || a[i].sectors != b[i].sectors || a[i].span.start != b[i].span.start)
            return false;
    return true;
}

static bool same_trigger_same_event(const dem_event *a, const dem_event *b)
{
    return a->sentence == b->sentence && a->trigger.start == b->trigger.start && a->type == b->type &&
           same_side(a->actor, a->n_actor, b->actor, b->n_actor) &&
           same_side(a->recipient, a->n_recipient, b->recipient, b->n_recipient);
}

dem_status dem_events_check(const dem_events *es, const dem_report *r, bool keep, dem_error *err)
{
    for (uint32_t i = 0; i < es->n; i++) {
        const dem_event *e = &es->at[i], *before = i ? e - 1 : NULL;
        dem_status st = dem_event_check(e, r, keep, err);
        if (st != DEM_OK) return st;
        uint32_t nth = before && before->sentence == e->sentence ? before->nth + 1 : 0;
        if (before && before->sentence > e->sentence) return broken(err, r, e, 0, "records out of order");
        if (e->nth != nth) return broken(err, r, e, 0, "record numbers within the sentence have gaps");
        if (e->link > i) return broken(err, r, e, 0, "link to a later record");
        for (const dem_event *o = e; o-- > es->at && o->sentence == e->sentence;)
            if (same_trigger_same_event(o, e)) return broken(err, r, e, 8, "one trigger, two equal records");
    }
    return DEM_OK;
}
