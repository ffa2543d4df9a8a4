/* cli/code.c - demarche code: reports in, event records out. */
#include "cli/command.h"
#include "cli/pass.h"
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

/* ── help ────────────────────────────────────────────────────────────────── */

static void help(void)
{
    fputs("usage: demarche code [OPTION]... [FILE|DIR|-]...\n\n"
          "Reads news reports and writes a record for each political event in them: who did what\n"
          "to whom, when, where and by whose word, with the bytes of the report it rests on.\n",
          stdout);
    dem_pass_help(DEM_WRITERS, "how records are written",
                  "                         Default: table on a terminal, jsonl elsewhere.\n"
                  "  -o, --output FILE      write to FILE; its ending chooses the format. FILE.db is a store\n"
                  "                         (SQLite) that is appended to: reports it has are passed over, so\n"
                  "                         a run that was cut off is resumed by running it again.\n",
                  "      --places FILE.db   look places up there too (demarche places import)\n"
                  "      --unresolved keep  also write records whose participants have no code\n"
                  "      --unresolved-report FILE\n"
                  "                         write the names that look like actors and that the lexicon does not\n"
                  "                         know to FILE, the commonest first, as entries to be filled in\n"
                  "      --min-confidence P only records that are right with this probability, 0 to 1\n"
                  "      --no-text          leave the sentences out of the records\n");
    fputs("Examples:\n"
          "  demarche code report.txt                      a table to read\n"
          "  demarche code pages/ > events.jsonl           a folder of saved pages into JSON Lines\n"
          "  demarche code -o events.db crawl.warc.gz      a web archive into a store\n"
          "  fetch-news | demarche code - | jq .event      as a filter\n\n"
          "Exit status: 0 all was coded, 1 some items were skipped, 2 wrong usage, 3 no start (model,\n"
          "lexicons or output missing or damaged), 130 interrupted; what was written is whole then.\n",
          stdout);
}

/* ── options ─────────────────────────────────────────────────────────────── */

enum { OPT_PLACES = DEM_PASS_OWN, OPT_UNRESOLVED, OPT_UNKNOWN, OPT_SURE };
static const struct option LONG[] = {
    DEM_PASS_OPTIONS,
    {"places", required_argument, NULL, OPT_PLACES},
    {"unresolved", required_argument, NULL, OPT_UNRESOLVED},
    {"unresolved-report", required_argument, NULL, OPT_UNKNOWN},
    {"min-confidence", required_argument, NULL, OPT_SURE},
    {NULL, 0, NULL, 0},
};

static bool set_unresolved(dem_pass *p, const char *value)
{
    p->engine.keep_unresolved = strcmp(value, "keep") == 0;
    if (!p->engine.keep_unresolved && strcmp(value, "drop") != 0) {
        dem_say("--unresolved is \"keep\" or \"drop\", not \"%s\"", value);
        return false;
    }
    return true;
}

static bool set_confidence(dem_pass *pass, const char *value)
{
    char *end;
    double p = strtod(value, &end);
    if (end != value && *end == 0 && p >= 0 && p <= 1) {
        pass->engine.min_confidence = (int)(p * 100 + 0.5);
        return true;
    }
    dem_say("--min-confidence is a number from 0 to 1, not \"%s\"", value);
    return false;
}

/* False if an option is wrong; that was said then. */
static bool read_options(dem_pass *p, int argc, char **argv)
{
    for (int c; (c = getopt_long(argc, argv, DEM_PASS_LETTERS, LONG, NULL)) != -1;) {
        bool good = true;
        switch (c) {
        case OPT_PLACES: p->engine.places = optarg; break;
        case OPT_UNRESOLVED: good = set_unresolved(p, optarg); break;
        case OPT_UNKNOWN: p->unknown = optarg; break;
        case OPT_SURE: good = set_confidence(p, optarg); break;
        default: good = dem_pass_option(p, c, optarg);
        }
        if (!good) return false;
    }
    p->engine.list_unresolved = p->unknown != NULL;
    dem_pass_paths(p, argc, argv, optind);
    return true;
}

int dem_cmd_code(int argc, char **argv)
{
    dem_pass pass = {.command = "code", .writers = DEM_WRITERS};
    if (!read_options(&pass, argc, argv)) return dem_say_usage("code");
    if (!pass.help) return dem_pass_make(&pass);
    help();
    return DEM_EXIT_GOOD;
}
