/* cli/read.c - demarche read: whatever holds reports in, the reports themselves out. */
#include "cli/command.h"
#include "cli/pass.h"
#include "reader/reader.h"
#include <getopt.h>
#include <stdio.h>

static void help(void)
{
    fputs("usage: demarche read [OPTION]... [FILE|DIR|-]...\n\n"
          "Writes the reports that demarche finds in files, pages, archives and feeds, and codes nothing:\n"
          "what is known of each (title, day of publication and what told it, language, ...), its text, and\n"
          "which bytes of that are headings, captions, comments and other things that are not the report.\n"
          "Use it to see what would be coded, and to turn any format into JSON Lines.\n\n"
          "  -f, --format NAME      how reports are written:\n",
          stdout);
    for (const dem_writer *w = DEM_REPORT_WRITERS; w->name; w++)
        printf("                           %-7s %s\n", w->name, w->what);
    fputs("  -o, --output FILE      write to FILE\n"
          "  -i, --input NAME       what the files are, if that is not to be found out:\n",
          stdout);
    for (size_t i = 0; dem_reader_format_name(i); i++)
        printf("                           %-7s %s\n", dem_reader_format_name(i), dem_reader_format_what(i));
    fputs("  -t, --threads N        use N threads (default: one per processor); the output is the same\n"
          "      --data DIR         the folder with model/ and lexicon/ (default: $DEMARCHE_DATA, or\n"
          "                         where the program was installed)\n"
          "      --save-text DIR    also write each text to DIR/ID.txt\n"
          "      --no-text          leave the texts out\n"
          "  -q, --quiet            no progress and no closing tally on standard error\n"
          "  -h, --help             this text\n\n"
          "Examples:\n"
          "  demarche read page.html | jq -r .text                the text that was found\n"
          "  demarche read -f body page.html | jq -r .text        what of it is coded\n"
          "  demarche read crawl.warc.gz | zstd > crawl.jsonl.zst\n"
          "  demarche read pages/ | jq -r '[.published_from, .published] | @tsv' | sort | uniq -c\n\n"
          "Exit status: 0 all was read, 1 some items were skipped, 2 wrong usage, 3 no start (lexicons or\n"
          "output missing or damaged), 130 interrupted; what was written is whole then.\n",
          stdout);
}

static const struct option LONG[] = {DEM_PASS_OPTIONS, {NULL, 0, NULL, 0}};

int dem_cmd_read(int argc, char **argv)
{
    dem_pass pass = {.command = "read",
                     .writers = DEM_REPORT_WRITERS,
                     .reading = true,
                     .engine = {.only_read = true}};
    for (int c; (c = getopt_long(argc, argv, DEM_PASS_LETTERS, LONG, NULL)) != -1;)
        if (!dem_pass_option(&pass, c, optarg)) return dem_say_usage("read");
    dem_pass_paths(&pass, argc, argv, optind);
    if (!pass.help) return dem_pass_make(&pass);
    help();
    return DEM_EXIT_GOOD;
}
