/* record/statement.c - see statement.h. */
#include "record/statement.h"

const char *dem_speech_name(unsigned kind)
{
    static const char *const NAMES[] = {"direct", "indirect", "mixed"};
    return kind < DEM_SPEECH_COUNT ? NAMES[kind] : "";
}

static bool inside_character(dem_str text, uint32_t at)
{
    return at < text.n && ((unsigned char)text.p[at] & 0xc0) == 0x80;
}

static bool well_formed(const dem_pieces *p, dem_str text)
{
    uint32_t last = 0;
    for (uint32_t i = 0; i < p->n; i++) {
        dem_span s = p->at[i];
        if (s.start < last || s.start >= s.end || s.end > text.n) return false;
        if (inside_character(text, s.start) || inside_character(text, s.end)) return false;
        if (dem_byte_blank(text.p[s.start]) || dem_byte_blank(text.p[s.end - 1])) return false;
        last = s.end;
    }
    return true;
}

static bool overlap(const dem_pieces *a, const dem_pieces *b)
{
    for (uint32_t i = 0; i < a->n; i++)
        for (uint32_t k = 0; k < b->n; k++)
            if (a->at[i].start < b->at[k].end && b->at[k].start < a->at[i].end) return true;
    return false;
}

dem_status dem_statement_check(const dem_statement *s, const dem_report *r, dem_error *err)
{
    int fault = 0;
    if (s->cue.n == 0) fault = 1;
    else if (!well_formed(&s->source, r->text) || !well_formed(&s->cue, r->text) ||
             !well_formed(&s->content, r->text))
        fault = 2;
    else if (overlap(&s->source, &s->cue) || overlap(&s->source, &s->content) || overlap(&s->cue, &s->content))
        fault = 3;
    else if (s->named && !s->entity.code[0] && !s->entity.sectors) fault = 4;
    if (!fault) return DEM_OK;
    return dem_fail(err, DEM_E_FORMAT, r->id, 0, s->sentence, "statement %u:%u: rule %d", s->sentence, s->nth,
                    fault);
}
