/* cli/statements.c - demarche statements: reports in, who says what out. */
#include "cli/command.h"
#include "cli/pass.h"
#include <getopt.h>
#include <stdio.h>

static void help(void)
{
    fputs("usage: demarche statements [OPTION]... [FILE|DIR|-]...\n\n"
          "Reads news reports and writes who says what in them: a line for each attribution, with its\n"
          "source (\"the foreign minister\", and who that is), its cue (\"said\", \"according to\",\n"
          "\"reportedly\"), its content, direct or not, and the events that lie in the content. Quotations\n"
          "are followed over sentences and paragraphs, and those without a cue keep the last speaker.\n",
          stdout);
    dem_pass_help(DEM_STATEMENT_WRITERS, "how statements are written",
                  "  -o, --output FILE      write to FILE; the ending .tsv chooses that format\n",
                  "      --no-text          leave the words of the contents out; their bytes stay\n");
    fputs("A statement within the content of another (\"X said that Y had promised\") names it in `within`;\n"
          "who wants the outer ones only takes those where it is null.\n\n"
          "Examples:\n"
          "  demarche statements -f tsv report.txt | column -ts \"$(printf '\\t')\"\n"
          "  demarche statements reports/ > statements.jsonl\n"
          "  demarche statements news.jsonl.zst | jq -r 'select(.kind == \"direct\") | .content.text'\n"
          "  demarche statements news.jsonl | jq -r .source.entity.code | sort | uniq -c | sort -rn\n\n"
          "Exit status: 0 all was read, 1 some items were skipped, 2 wrong usage, 3 no start (model,\n"
          "lexicons or output missing or damaged), 130 interrupted; what was written is whole then.\n",
          stdout);
}

static const struct option LONG[] = {DEM_PASS_OPTIONS, {NULL, 0, NULL, 0}};

int dem_cmd_statements(int argc, char **argv)
{
    dem_pass pass = {.command = "statements",
                     .writers = DEM_STATEMENT_WRITERS,
                     .statements = true,
                     .engine = {.list_statements = true}};
    for (int c; (c = getopt_long(argc, argv, DEM_PASS_LETTERS, LONG, NULL)) != -1;)
        if (!dem_pass_option(&pass, c, optarg)) return dem_say_usage("statements");
    dem_pass_paths(&pass, argc, argv, optind);
    if (!pass.help) return dem_pass_make(&pass);
    help();
    return DEM_EXIT_GOOD;
}
