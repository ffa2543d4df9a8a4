/* eval/learn_zones.c - writes what reader/ has learned of telling the report from what stands around it.
 *
 *    learn-zones weigh|kind|sentence MARKED.jsonl... > src/reader/zone_weigh.inc (zone_kind.inc, zone_sentence.inc)
 *    learn-zones lines MARKED.jsonl...               all lines, with what cross-validation says of them
 *
 * A marked report has "sentences", "headings" and "noise" as byte ranges; lines in none of them are not learned from.
 * Reports whose ids are equal but for the way they were written out ("-tight") are one page and stay together in
 * cross-validation. Of a file with "+" before its name the long full sentences that no rule objects to are learned from, as
 * report. Tells on standard error what cross-validation says: for each way the share of debris found and of report lost, in
 * bytes, by the rules, by the model alone and by both. */
#include "base/input.h"
#include "base/map.h"
#include "eval/logistic.h"
#include "reader/zone_traits.h"
#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

enum { FOLDS = 10, NONE = 255 };
static const double L2 = 1;

/* A line, as marked and as the rules leave it. */
typedef struct line {
    uint8_t gold;  /* dem_zone_kind, or NONE */
    uint8_t ruled; /* dem_zone_kind */
    uint32_t bytes;
} line;

typedef struct page {
    zone_units us;
    zone_traits *traits;
    line *lines; /* [us.n] */
    int *score;  /* [us.n], by weights learned without this page */
    uint32_t group;
    uint8_t way; /* index in WAYS */
} page;

/* How a page was written out, and how much its lines count. Most users hold what is left of a page by a program that looked
 * for the article. */
static const struct {
    const char *name;
    double weight;
} WAYS[] = {{"all", 0.3}, {"main", 0.5}, {"container", 1}, {"tight", 1},
            {"made", 1},  {"call", 0},   {"gold", 2},      {"clean", 0.5}};
enum { N_WAYS = sizeof WAYS / sizeof *WAYS, CLEAN = N_WAYS - 1, GOLD = CLEAN - 1, CALL = GOLD - 1, MAIN = 1 };

typedef struct state {
    dem_arena arena;
    DEM_VEC(page) pages;
    dem_map groups;
    DEM_VEC(dem_sample) lines;
} state;

/* How much of a line lies in what was marked as each kind. */
typedef struct cover {
    uint32_t bytes[DEM_ZONE_COUNT];
} cover;

/* ---- reading ------------------------------------------------------------------------------------------------ */

static void mark_range(const page *p, uint32_t start, uint32_t end, unsigned kind, cover *c)
{
    for (uint32_t u = 0; u < p->us.n; u++) {
        const zone_unit *unit = &p->us.at[u];
        uint32_t from = unit->start > start ? unit->start : start, to = unit->end < end ? unit->end : end;
        if (from >= to) continue;
        c[u].bytes[kind] += to - from;
        if (c[u].bytes[kind] * 2 > unit->end - unit->start) p->lines[u].gold = (uint8_t)kind;
    }
}

/* What most of a line is, it is. */
static void mark_ranges(const page *p, json_t *ranges, unsigned kind, cover *c)
{
    for (size_t i = 0; i < json_array_size(ranges); i++) {
        json_t *range = json_array_get(ranges, i);
        const char *name = json_string_value(json_array_get(range, 2));
        unsigned k = kind;
        for (unsigned z = 1; name && z < DEM_ZONE_COUNT; z++)
            if (strcmp(name, dem_zone_name(z)) == 0) k = z;
        mark_range(p, (uint32_t)json_integer_value(json_array_get(range, 0)),
                   (uint32_t)json_integer_value(json_array_get(range, 1)), k, c);
    }
}

static dem_str string_of(state *s, json_t *row, const char *key)
{
    const char *z = json_string_value(json_object_get(row, key));
    return z ? dem_arena_str(&s->arena, dem_str_from(z)) : (dem_str){NULL, 0};
}

/* The page that an id belongs to, and the way it was written out. */
static void place(state *s, page *p, dem_str id, bool clean)
{
    size_t dash = id.n;
    while (dash > 0 && id.p[dash - 1] != '-') dash--;
    p->way = clean ? CLEAN : GOLD;
    for (unsigned w = 0; !clean && w < GOLD; w++)
        if (dem_str_is(dem_str_sub(id, dash, id.n), WAYS[w].name)) p->way = (uint8_t)w;
    p->group = dem_map_add(&s->groups, p->way < GOLD ? dem_str_sub(id, 0, dash) : id, s->groups.n);
}

static void mark_clean(const page *p)
{
    for (uint32_t i = 0; i < p->us.n; i++) {
        const zone_unit *u = &p->us.at[i];
        if (u->kind == DEM_ZONE_BODY && zone_is_running(u) && u->words >= 12) p->lines[i].gold = DEM_ZONE_BODY;
    }
}

static void add_page(state *s, json_t *row, bool clean)
{
    dem_report r = {.text = string_of(s, row, "text"), .title = string_of(s, row, "title")};
    if (!r.text.n) return;
    page p = {.us = zone_rules_apply(&s->arena, &r)};
    p.lines = dem_arena_array(&s->arena, line, p.us.n);
    p.score = dem_arena_array(&s->arena, int, p.us.n);
    for (uint32_t i = 0; i < p.us.n; i++)
        p.lines[i] = (line){NONE, (uint8_t)p.us.at[i].kind, p.us.at[i].end - p.us.at[i].start};
    if (clean) {
        mark_clean(&p);
    } else {
        cover *c = dem_arena_array(&s->arena, cover, p.us.n);
        mark_ranges(&p, json_object_get(row, "sentences"), DEM_ZONE_BODY, c);
        mark_ranges(&p, json_object_get(row, "headings"), DEM_ZONE_HEADING, c);
        mark_ranges(&p, json_object_get(row, "noise"), DEM_ZONE_BOILERPLATE, c);
    }
    p.traits = zone_traits_find(&s->arena, p.us);
    place(s, &p, string_of(s, row, "id"), clean);
    dem_vec_push(&s->arena, &s->pages, p);
}

static dem_status read_file(state *s, const char *path, dem_error *err)
{
    enum { MAX_LINE = 64 << 20 };
    dem_input *in = NULL;
    dem_line text;
    bool clean = path[0] == '+';
    dem_status st = dem_input_open(&in, path + clean, MAX_LINE, err);
    while (st == DEM_OK && (st = dem_input_line(in, &text, err)) == DEM_OK) {
        json_t *row = json_loadb(text.text.p, text.text.n, 0, NULL);
        if (row) add_page(s, row, clean);
        json_decref(row);
    }
    dem_input_close(in);
    return st == DEM_END ? DEM_OK : st;
}

/* ---- samples ------------------------------------------------------------------------------------------------ */

static bool is_noise(const line *l)
{
    return l->gold != DEM_ZONE_BODY && l->gold != DEM_ZONE_HEADING;
}

static dem_sample sample_of(const page *p, uint32_t i, const zone_traits *t)
{
    dem_sample one = {.group = p->group, .right = is_noise(&p->lines[i])};
    double size = sqrt(p->lines[i].bytes) / 8;
    one.weight = WAYS[p->way].weight * (size < 0.3 ? 0.3 : size > 3 ? 3 : size);
    for (unsigned w = 0; w < sizeof t->bits / sizeof *t->bits; w++)
        for (uint64_t bits = t->bits[w]; bits && one.n < DEM_TRAITS_MAX; bits &= bits - 1)
            one.trait[one.n++] = (uint16_t)(w * 64 + (unsigned)__builtin_ctzll(bits));
    return one;
}

static int score_of(const dem_sample *one, const double *w)
{
    double sum = 0;
    for (uint32_t i = 0; i < one->n; i++) sum += w[one->trait[i]];
    return (int)lround(sum * ZONE_ONE);
}

static void learn_lines(state *s)
{
    for (size_t p = 0; p < s->pages.n; p++)
        for (uint32_t i = 0; i < s->pages.at[p].us.n; i++)
            if (s->pages.at[p].lines[i].gold != NONE && s->pages.at[p].way != CALL)
                dem_vec_push(&s->arena, &s->lines, sample_of(&s->pages.at[p], i, &s->pages.at[p].traits[i]));
    for (uint32_t fold = 0; fold < FOLDS; fold++) {
        double w[ZT_COUNT];
        dem_logistic_learn(s->lines.at, s->lines.n, FOLDS, fold, L2, w, ZT_COUNT);
        for (size_t k = 0; k < s->pages.n; k++) {
            page *p = &s->pages.at[k];
            for (uint32_t i = 0; p->group % FOLDS == fold && i < p->us.n; i++) {
                dem_sample one = sample_of(p, i, &p->traits[i]);
                p->score[i] = score_of(&one, w);
            }
        }
    }
}

/* ---- cross-validation --------------------------------------------------------------------------------------- */

typedef struct tally {
    double noise, found, body, lost; /* bytes */
} tally;

static void tell(const char *what, const tally by_way[N_WAYS])
{
    fprintf(stderr, "%-6s", what);
    for (unsigned w = 0; w < N_WAYS; w++)
        if (by_way[w].body > 0)
            fprintf(stderr, "  %s %.1f / %.2f", WAYS[w].name, 100 * by_way[w].found / fmax(1, by_way[w].noise),
                    100 * by_way[w].lost / by_way[w].body);
    fputc('\n', stderr);
}

static void add_to(tally *t, const line *l, bool noise)
{
    if (l->gold == DEM_ZONE_BODY) t->body += l->bytes, t->lost += noise ? l->bytes : 0;
    else if (is_noise(l)) t->noise += l->bytes, t->found += noise ? l->bytes : 0;
}

static void cross_validate(state *s)
{
    tally rules[N_WAYS] = {0}, model[N_WAYS] = {0}, both[N_WAYS] = {0};
    for (size_t k = 0; k < s->pages.n; k++) {
        const page *p = &s->pages.at[k];
        const bool *noise = zone_decide(&s->arena, p->us, p->score);
        for (uint32_t i = 0; i < p->us.n; i++) {
            const line *l = &p->lines[i];
            if (l->gold == NONE || p->way == CALL) continue;
            add_to(&rules[p->way], l, l->ruled != DEM_ZONE_BODY);
            add_to(&model[p->way], l, p->score[i] > 0);
            add_to(&both[p->way], l, l->ruled != DEM_ZONE_BODY || noise[i]);
        }
    }
    fprintf(stderr, "%zu reports of %u pages, %zu lines; percent of noise found / of body lost, in bytes\n",
            s->pages.n, s->groups.n, s->lines.n);
    tell("rules", rules);
    tell("model", model);
    tell("both", both);
}

/* All marked lines: way, page, what is marked, what the rules say, whether both together call it debris, the score, the line. */
static void print_lines(state *s)
{
    for (size_t k = 0; k < s->pages.n; k++) {
        const page *p = &s->pages.at[k];
        const bool *noise = zone_decide(&s->arena, p->us, p->score);
        for (uint32_t i = 0; i < p->us.n; i++) {
            const line *l = &p->lines[i];
            if (l->gold == NONE) continue;
            printf("%s\t%u\t%s\t%s\t%s\t%.2f\t%.*s\n", WAYS[p->way].name, p->group, dem_zone_name(l->gold),
                   dem_zone_name(l->ruled), noise[i] ? "debris" : "-", (double)p->score[i] / ZONE_ONE,
                   DEM_STR_ARG(p->us.at[i].text));
        }
    }
}

/* ---- sentences ---------------------------------------------------------------------------------------------- */

/* Whether debris that calls on the reader, as what is glued into paragraphs does. */
static bool is_call(const zone_unit *u, const zone_traits *t)
{
    static const unsigned CALLS[] = {ZT_order_page,      ZT_order_reader, ZT_reader_piece,
                                     ZT_subscribe_piece, ZT_our_words,    ZT_w_subscribe};
    bool calls = false;
    for (unsigned i = 0; i < sizeof CALLS / sizeof *CALLS; i++) calls |= zone_trait_has(t, CALLS[i]);
    return calls && u->full;
}

static void add_sentences(state *s, const page *p, uint32_t i)
{
    const line *l = &p->lines[i];
    dem_str sentence;
    for (size_t at = 0; zone_next_sentence(p->us.at[i].text, &at, &sentence);) {
        zone_unit u = zone_unit_of(&s->arena, p->us.lexicon, sentence);
        zone_traits t = {0};
        zone_traits_of_words(&u, &t);
        if (u.words > ZONE_SENTENCE || (is_noise(l) && p->way != CALL && !is_call(&u, &t))) continue;
        dem_sample one = sample_of(p, i, &t);
        one.weight = p->way == CALL ? 3 : 1;
        dem_vec_push(&s->arena, &s->lines, one);
    }
}

/* Those of all lines of report, and of the debris that calls on the reader. */
static void learn_sentences(state *s)
{
    for (size_t k = 0; k < s->pages.n; k++) {
        const page *p = &s->pages.at[k];
        if (p->way < CALL && p->way != MAIN) continue; /* each page once */
        for (uint32_t i = 0; i < p->us.n; i++) {
            uint8_t gold = p->lines[i].gold;
            if (gold == DEM_ZONE_BODY || gold == DEM_ZONE_PAYWALL || gold == DEM_ZONE_BOILERPLATE)
                add_sentences(s, p, i);
        }
    }
}

static void tell_sentences(const state *s, const double *score)
{
    for (int limit = 0; limit <= 4; limit++) {
        unsigned noise = 0, found = 0, body = 0, lost = 0;
        for (size_t i = 0; i < s->lines.n; i++) {
            bool over = score[i] > limit;
            if (s->lines.at[i].right) noise++, found += over;
            else body++, lost += over;
        }
        fprintf(stderr, "sentences above %d: %u of %u found, %u of %u lost\n", limit, found, noise, lost, body);
    }
}

static void cross_validate_sentences(state *s)
{
    double *score = dem_arena_array(&s->arena, double, s->lines.n), w[ZT_COUNT];
    for (uint32_t fold = 0; fold < FOLDS; fold++) {
        dem_logistic_learn(s->lines.at, s->lines.n, FOLDS, fold, L2, w, ZT_COUNT);
        for (size_t i = 0; i < s->lines.n; i++)
            if (s->lines.at[i].group % FOLDS == fold)
                score[i] = (double)score_of(&s->lines.at[i], w) / ZONE_ONE;
    }
    tell_sentences(s, score);
}

/* ---- writing ------------------------------------------------------------------------------------------------ */

static const char *const TRAIT_NAME[] = {
#define TRAIT(name) #name,
#include "reader/zone_traits.def"
};

static int bounded(double w)
{
    return (int)lround(fmax(-30000, fmin(30000, w * ZONE_ONE)));
}

static void print(const double w[ZT_COUNT])
{
    for (unsigned i = 0; i < ZT_COUNT; i++)
        if (bounded(w[i])) printf("[ZT_%s] = %d,\n", TRAIT_NAME[i], bounded(w[i]));
}

/* Which kind a line is, among the lines that are noise: each kind against the others. */
static void print_kinds(state *s)
{
    for (unsigned kind = DEM_ZONE_PAYWALL; kind < DEM_ZONE_COUNT; kind++) {
        DEM_VEC(dem_sample) sample = {0};
        double w[ZT_COUNT];
        for (size_t k = 0; k < s->pages.n; k++) {
            const page *p = &s->pages.at[k];
            for (uint32_t i = 0; i < p->us.n; i++) {
                if (p->lines[i].gold == NONE || !is_noise(&p->lines[i])) continue;
                dem_sample one = sample_of(p, i, &p->traits[i]);
                one.right = p->lines[i].gold == kind;
                if (p->way == CALL) one.weight = 1;
                dem_vec_push(&s->arena, &sample, one);
            }
        }
        dem_logistic_learn(sample.at, sample.n, 0, 0, L2, w, ZT_COUNT);
        printf("[%u] = {\n", kind);
        print(w);
        puts("},");
    }
}

static void write_weights(const state *s)
{
    double w[ZT_COUNT];
    dem_logistic_learn(s->lines.at, s->lines.n, 0, 0, L2, w, ZT_COUNT);
    print(w);
}

int main(int argc, char **argv)
{
    state s = {0};
    dem_error err = {0};
    dem_status st = DEM_OK;
    if (argc < 3) return fprintf(stderr, "usage: learn-zones weigh|kind|sentence|lines MARKED.jsonl...\n"), 2;
    dem_arena_init(&s.arena, 1 << 20);
    dem_map_init(&s.groups, &s.arena);
    for (int i = 2; i < argc && st == DEM_OK; i++) st = read_file(&s, argv[i], &err);
    if (st == DEM_OK) {
        bool kinds = strcmp(argv[1], "kind") == 0, lines = strcmp(argv[1], "lines") == 0,
             sentences = strcmp(argv[1], "sentence") == 0;
        if (!lines) puts("/* Written by learn-zones (./dev train zones). */");
        if (sentences) learn_sentences(&s);
        else if (!kinds) learn_lines(&s);
        if (kinds) print_kinds(&s);
        else if (lines) print_lines(&s);
        else if (sentences) cross_validate_sentences(&s), write_weights(&s);
        else cross_validate(&s), write_weights(&s);
    } else {
        fprintf(stderr, "learn-zones: %s: %s\n", err.source, err.text);
    }
    dem_arena_release(&s.arena);
    return st == DEM_OK ? 0 : 3;
}
