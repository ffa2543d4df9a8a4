/* cli/diff_show.c - the forms of demarche lexicon diff, and what they share. */
#include "cli/diff_show.h"

const dem_diff_form DEM_DIFF_FORMS[] = {
    {"text", "for people to read", dem_diff_text, dem_diff_text_sums},
    {"jsonl", "one JSON object a line, with both records whole", dem_diff_jsonl, dem_diff_jsonl_sums},
    {NULL, NULL, NULL, NULL},
};

const dem_diff_form *dem_diff_form_find(const char *name)
{
    for (const dem_diff_form *f = DEM_DIFF_FORMS; f->name; f++)
        if (strcmp(f->name, name) == 0) return f;
    return NULL;
}

/* A word may be tried as verb and as noun; the frame of the record's own type comes first. Of a speech act the content
 * may have made another type of the frame's. */
dem_str dem_diff_frame(const dem_trace *trace, const dem_event *e)
{
    dem_str found = {NULL, 0};
    for (size_t i = 0; i < trace->frames.n; i++) {
        const dem_trace_frame *f = &trace->frames.at[i];
        if (!f->verdict || !f->matched || f->sentence != e->sentence || f->predicate.start != e->trigger.start)
            continue;
        if (f->type == e->type) return f->frame;
        if (!found.n) found = f->frame;
    }
    return found;
}
