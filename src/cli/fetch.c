/* cli/fetch.c - demarche fetch: feeds and the pages they name, from the network into web archives. */
#include "cli/amount.h"
#include "cli/command.h"
#include "cli/fetch_feeds.h"
#include "cli/fetch_tell.h"
#include "cli/interrupt.h"
#include "cli/progress.h"
#include "fetch/hosts.h"
#include "fetch/robots.h"
#include "record/report.h"
#include <getopt.h>
#include <poll.h>
#include <stdio.h>
#include <unistd.h>

static void help(void)
{
    fputs("usage: demarche fetch --out DIR|FILE.warc.gz [OPTION]... FEED|FILE|-...\n\n"
          "Asks feeds (RSS, Atom, sitemaps) what is new, fetches the pages that they name, and keeps both in "
          "web\n"
          "archives, which demarche code reads. Run it as often as you like: what is kept is never fetched "
          "again,\n"
          "and a run that was interrupted, even by kill -9, goes on where it was.\n\n"
          "  FEED                   an address, http://... or https://...; an index of sitemaps counts as the "
          "newest\n"
          "                         100 of its sitemaps\n"
          "  FILE                   a file with an address a line; lines that begin with # are passed over\n\n"
          "  -o, --out DIR          an archive a day in DIR, DIR/2025-03-18.warc.gz; what is known of feeds "
          "and pages\n"
          "                         stands in DIR/.state\n"
          "  -o, --out FILE.warc.gz all in one archive; what is known stands in .FILE.warc.gz.state beside it\n"
          "      --every TIME       go on until interrupted, a round every TIME: 15m, 2h (at least 1m)\n"
          "      --once             one round (the default)\n"
          "      --feeds-only       keep the texts that stand in the feeds themselves, and fetch no pages\n"
          "      --dry-run          write the addresses of the pages that would be fetched, and keep nothing\n"
          "      --max-pages N      fetch at most N pages a round; the others are wanted still\n\n"
          "Manners and limits:\n"
          "      --interval TIME    pause between two requests to a host (default 2s, at least 1s)\n"
          "      --timeout TIME     for an answer as a whole (default 30s)\n"
          "      --max-bytes N      of a page, unpacked: 500k, 8M (default 16M, at most 32M)\n"
          "      --user-agent TEXT  who we say we are (default demarche/" DEM_VERSION
          "); put an address to reach you at into it:\n"
          "                         \"demarche (+https://www.example.org/bot)\"\n"
          "      --feed-anyway      ask for the feeds named here even where robots.txt forbids it: they are "
          "there to be\n"
          "                         asked by programs, but some sites keep all programs out; never for their "
          "pages\n"
          "  -q, --quiet            no progress and no closing tally on standard error\n"
          "  -h, --help             this text\n\n"
          "robots.txt is obeyed, Crawl-delay and Retry-After are honoured, one request at a time goes to a "
          "host, and\n"
          "unchanged feeds are not sent again. Servers that fail are tried again, up to 3 times, more and more "
          "slowly;\n"
          "pages that failed so are tried in later rounds too, 5 in all. A feed of the internet never leads into private\n"
          "networks, nor to this machine.\n\n"
          "Examples:\n"
          "  demarche fetch -o news/ https://www.example.org/rss.xml && demarche code news/\n"
          "  demarche fetch -o news/ --every 15m feeds.txt\n"
          "  demarche fetch -o news/ --dry-run https://www.example.org/sitemap-news.xml | wc -l\n\n"
          "Exit status: 0 all went well (what robots.txt forbids included), 1 some feeds or pages failed or "
          "the disk\n"
          "did, 2 wrong usage, 3 no start (archive or state cannot be opened), 130 interrupted; what was "
          "written is\n"
          "whole then.\n",
          stdout);
}

/* ---- options ----------------------------------------------------------------------------------------------------- */

typedef struct command {
    const char *out;
    int64_t every; /* milliseconds; 0: once */
    bool quiet, help;
    dem_fetch_options fetch;
} command;

enum {
    FEEDS_ONLY = 256,
    DRY_RUN,
    EVERY,
    ONCE,
    INTERVAL,
    TIMEOUT,
    MAX_BYTES,
    MAX_PAGES,
    USER_AGENT,
    FEED_ANYWAY
};

static const struct option LONG[] = {{"out", required_argument, NULL, 'o'},
                                     {"feeds-only", no_argument, NULL, FEEDS_ONLY},
                                     {"dry-run", no_argument, NULL, DRY_RUN},
                                     {"every", required_argument, NULL, EVERY},
                                     {"once", no_argument, NULL, ONCE},
                                     {"interval", required_argument, NULL, INTERVAL},
                                     {"timeout", required_argument, NULL, TIMEOUT},
                                     {"max-bytes", required_argument, NULL, MAX_BYTES},
                                     {"max-pages", required_argument, NULL, MAX_PAGES},
                                     {"user-agent", required_argument, NULL, USER_AGENT},
                                     {"feed-anyway", no_argument, NULL, FEED_ANYWAY},
                                     {"quiet", no_argument, NULL, 'q'},
                                     {"help", no_argument, NULL, 'h'},
                                     {NULL, 0, NULL, 0}};

/* An amount from `least` to `most`, or -1 with a word about it. */
static int64_t within(const char *option, const char *value, int64_t given, int64_t least, int64_t most,
                      const char *range)
{
    if (given >= least && given <= most) return given;
    dem_say("--%s needs %s, not \"%s\"", option, range, value);
    return -1;
}

static bool set_every(command *c, const char *value)
{
    c->every = within("every", value, dem_amount_time(dem_str_from(value)), 60000, INT64_MAX,
                      "a time from 1m on (15m, 2h)");
    return c->every > 0;
}
/* Below a second only this machine itself is asked, which hosts.h sees to. */
static bool set_interval(command *c, const char *value)
{
    c->fetch.interval =
        within("interval", value, dem_amount_time(dem_str_from(value)), 0, 3600000, "a time up to 1h (2s)");
    return c->fetch.interval >= 0;
}
static bool set_timeout(command *c, const char *value)
{
    int64_t ms =
        within("timeout", value, dem_amount_time(dem_str_from(value)), 100, 3600000, "a time up to 1h (30s)");
    c->fetch.timeout = (long)ms;
    return ms > 0;
}
static bool set_max_bytes(command *c, const char *value)
{
    int64_t n = within("max-bytes", value, dem_amount_bytes(dem_str_from(value)), 1, DEM_MAX_TEXT,
                       "a number of bytes up to 32M");
    c->fetch.max_bytes = n > 0 ? (size_t)n : 0;
    return n > 0;
}
static bool set_max_pages(command *c, const char *value)
{
    uint32_t n;
    if (dem_str_u32(dem_str_from(value), &n) && n > 0) {
        c->fetch.max_pages = n;
        return true;
    }
    dem_say("--max-pages needs a number from 1, not \"%s\"", value);
    return false;
}
static bool set_agent(command *c, const char *value)
{
    c->fetch.agent = value;
    if (dem_robots_product(dem_str_from(value)).n && !strpbrk(value, "\r\n")) return true;
    dem_say("--user-agent needs to begin with a name, as in \"demarche (+https://www.example.org/bot)\"");
    return false;
}

static bool set_option(command *c, int option, const char *value)
{
    switch (option) {
    case 'o': c->out = value; return true;
    case 'q': c->quiet = true; return true;
    case 'h': c->help = true; return true;
    case FEEDS_ONLY: c->fetch.texts = true; return true;
    case DRY_RUN: c->fetch.dry = true; return true;
    case FEED_ANYWAY: c->fetch.feeds_anyway = true; return true;
    case ONCE: c->every = 0; return true;
    case EVERY: return set_every(c, value);
    case INTERVAL: return set_interval(c, value);
    case TIMEOUT: return set_timeout(c, value);
    case MAX_BYTES: return set_max_bytes(c, value);
    case MAX_PAGES: return set_max_pages(c, value);
    case USER_AGENT: return set_agent(c, value);
    default: return false; /* getopt has said why */
    }
}

/* ---- rounds -------------------------------------------------------------------------------------------------------- */

/* What the rounds of a run share. */
typedef struct session {
    const command *command;
    dem_fetch *fetch;
    dem_feed_list feeds;
    dem_stop *stop;
    dem_progress progress;
    dem_notes trouble; /* of the round */
} session;

static void on_trouble(void *ctx, const dem_error *what)
{
    dem_notes_add(&((session *)ctx)->trouble, what);
}
static void on_would(void *ctx, dem_str url)
{
    (void)ctx;
    printf("%.*s\n", DEM_STR_ARG(url));
}
static void on_step(void *ctx, const dem_fetch_tally *t)
{
    session *s = ctx;
    dem_progress_line(&s->progress, "%llu new entries, %llu kept, %llu failed", (unsigned long long)t->added,
                      (unsigned long long)t->kept, (unsigned long long)t->failed);
}

static dem_status make_round(session *s, dem_error *err)
{
    dem_fetch_tally tally;
    s->trouble = (dem_notes){0};
    s->progress = dem_progress_begin(!s->command->quiet && isatty(STDERR_FILENO));
    dem_status st = dem_fetch_round(s->fetch, s->feeds.at, s->feeds.n, s->stop, &tally, err);
    double seconds = dem_progress_end(&s->progress);
    if (s->command->quiet) return st;
    dem_buf b = {0};
    dem_fetch_tell(&b, &tally, &s->trouble, &s->command->fetch, seconds);
    fputs(b.p, stderr);
    dem_buf_release(&b);
    return st;
}

/* A signal that comes just before the sleep does not end it: hence short ones. */
static void sleep_until_next(const dem_stop *stop, double seconds)
{
    enum { SLICE = 200 };
    for (double slept = 0; slept < seconds && !atomic_load(&stop->wanted); slept += SLICE / 1000.0)
        poll(NULL, 0, SLICE);
}

static int make_rounds(session *s)
{
    dem_error err = {0};
    bool trouble = false;
    for (;;) {
        dem_progress clock = dem_progress_begin(false);
        dem_status st = make_round(s, &err);
        if (st != DEM_OK) return dem_say_error(&err, DEM_EXIT_SOME);
        trouble |= s->trouble.n > 0;
        if (!s->command->every) break;
        sleep_until_next(s->stop, (double)s->command->every / 1000 - dem_progress_end(&clock));
        if (atomic_load(&s->stop->wanted)) break;
    }
    if (dem_interrupt_signal()) return DEM_EXIT_SIGNAL + dem_interrupt_signal();
    bool written = fflush(stdout) == 0 && !ferror(stdout);
    if (!written) dem_say("standard output: cannot write");
    return trouble || !written ? DEM_EXIT_SOME : DEM_EXIT_GOOD;
}

static int open_and_run(session *s)
{
    dem_error err = {0};
    const command *c = s->command;
    dem_fetch_listener listener = {.ctx = s, .trouble = on_trouble, .would = on_would, .step = on_step};
    s->stop = dem_interrupt_catch();
    if (dem_fetch_open(&s->fetch, c->out, &c->fetch, &listener, &err) != DEM_OK)
        return dem_say_error(&err, DEM_EXIT_NO_START);
    int status = make_rounds(s);
    dem_fetch_close(s->fetch);
    return status;
}

static bool complain(const char *what)
{
    dem_say("%s", what);
    return false;
}

static bool is_sound(const command *c, int n_arguments)
{
    if (!c->out) return complain("fetch needs --out: a folder, or a file that ends in .warc.gz");
    if (n_arguments == 0) return complain("fetch needs a feed: its address, or a file of addresses");
    if (c->fetch.dry && c->every) return complain("--dry-run looks once, --every does not");
    return true;
}

int dem_cmd_fetch(int argc, char **argv)
{
    command c = {
        .fetch = {.agent = "demarche/" DEM_VERSION, .interval = 2000, .timeout = 30000, .max_bytes = 16 << 20}};
    for (int o; (o = getopt_long(argc, argv, "o:qh", LONG, NULL)) != -1;)
        if (!set_option(&c, o, optarg)) return dem_say_usage("fetch");
    if (c.help) {
        help();
        return DEM_EXIT_GOOD;
    }
    if (!is_sound(&c, argc - optind)) return dem_say_usage("fetch");
    dem_arena arena;
    dem_error err = {0};
    dem_arena_init(&arena, 0);
    session s = {.command = &c};
    dem_status st = DEM_OK;
    for (int i = optind; st == DEM_OK && i < argc; i++) st = dem_feed_list_add(&arena, &s.feeds, argv[i], &err);
    int status = st == DEM_OK ? open_and_run(&s) : dem_say_error(&err, DEM_EXIT_NO_START);
    dem_arena_release(&arena);
    return status;
}
