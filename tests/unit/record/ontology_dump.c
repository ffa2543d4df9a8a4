/* Prints the ontology as tab separated rows, for tests/check_ontology.py. */
#include "record/ontology.h"
#include <stdio.h>

static void print_cameo(const char *code)
{
    const dem_cameo *c = dem_cameo_find(dem_str_from(code));
    if (c)
        printf("cameo\t%s\t%s\t%.1f\t%s\t%s\t%s\n", c->code, c->label, c->goldstein, c->event, c->mode,
               c->context);
}

int main(void)
{
    char code[8];
    for (unsigned e = 0; e < DEM_EVENT_COUNT; e++)
        printf("event\t%s\t%d\t%.1f\t%s\n", dem_event_name(e), dem_event_quad(e),
               dem_event_score(e, (dem_modes){0}), dem_event_needs_recipient(e) ? "yes" : "no");
    for (unsigned m = 0; m < DEM_MODE_COUNT; m++)
        printf("mode\t%s\t%s\t%s\t%.1f\n", dem_event_name(dem_mode_event(m)), dem_mode_name(m),
               dem_mode_what(m), dem_event_score(dem_mode_event(m), dem_modes_with((dem_modes){0}, m)));
    for (unsigned c = 0; c < DEM_CONTEXT_COUNT; c++)
        printf("context\t%s\t%s\n", dem_context_name(c), dem_context_what(c));
    for (unsigned s = 0; s < DEM_SECTOR_COUNT; s++)
        printf("sector\t%s\t%s\n", dem_sector_name(s), dem_sector_what(s));
    /* Codes have two to four digits: asking for all of them finds every row there is. */
    for (int digits = 2; digits <= 4; digits++)
        for (int i = 0, n = digits == 2 ? 100 : digits == 3 ? 1000 : 10000; i < n; i++) {
            snprintf(code, sizeof code, "%0*d", digits, i);
            print_cameo(code);
        }
    return 0;
}
