/* out/writer.c - the table of output formats. A new one is a file and a row. */
#include "out/writer.h"

const dem_writer DEM_WRITERS[] = {
    {"jsonl", "one JSON object a line, one line a record (docs/output.md)", NULL, dem_jsonl_report, NULL},
    {"table", "a table to read: date, actor, event, recipient, source, words", dem_table_begin,
     dem_table_report, NULL},
    {"conllu", "the analysed sentences in CoNLL-U, with byte offsets", NULL, dem_conllu_report, NULL},
    {"places", "one JSON object a line, one line a place that a report names", NULL, dem_places_report, NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

const dem_writer *dem_writer_find(const dem_writer *table, dem_str name)
{
    for (const dem_writer *w = table; w->name; w++)
        if (dem_str_is(name, w->name)) return w;
    return NULL;
}
