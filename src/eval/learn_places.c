/* eval/learn_places.c - writes what geo/ has learned from reports whose places are marked.
 *
 *    learn-places DATA_DIR weigh CORPUS.jsonl... > src/geo/weigh.inc        what speaks for a name being a place
 *    learn-places DATA_DIR resolve CORPUS.jsonl... > src/geo/resolve.inc    which place of its name it is
 *
 * A corpus has a report a line with "toponyms", marked spans with "lat" and "lon". Of one with "-" before its name adjectives and
 * peoples are not learned from: they are not marked in it. One with "+" before it has no marks: national and international news, in which the name
 * of a world city that no region behind it claims is taken for that city; it serves the choice of places alone. Tells on standard error what cross-validation over reports says. */
#include "base/buf.h"
#include "base/input.h"
#include "engine/engine.h"
#include "eval/logistic.h"
#include "geo/resolve.h"
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

enum { FOLDS = 10, ONE = 256, NEAR_KM = 161 /* 100 miles, by which geoparsers are measured */ };
static const double L2 = 1;

/* A marked place that more than one place of its name might be. */
typedef struct question {
    uint32_t span;
    double lat, lon;
} question;

/* A report whose places are to be chosen, over and over. */
typedef struct puzzle {
    dem_geo_search search;
    dem_geo_focus focus;
    dem_report report;
    DEM_VEC(question) asked;
    uint32_t weight; /* of each question */
} puzzle;

typedef struct state {
    bool resolve; /* learn the choice of places, not what is one */
    dem_arena samples, work;
    DEM_VEC(puzzle *) puzzle;
    dem_engine *engine;
    dem_worker *worker;
    dem_geo geo;
    DEM_VEC(dem_sample) sample;
    uint32_t reports;
    bool no_people, unmarked;
    size_t marks, reached; /* spans marked, and those of them that are candidates at all */
} state;

/* Phrases without a name, and names of no place, as GeoWebNews has them. */
static bool is_place(json_t *mark)
{
    static const char *const OUT[] = {"Literal_Expression", "Non_Lit_Expression", "Non_Toponym", "Homonym",
                                      "Language"};
    const char *type = json_string_value(json_object_get(mark, "type"));
    for (size_t i = 0; type && i < sizeof OUT / sizeof *OUT; i++)
        if (strcmp(type, OUT[i]) == 0) return false;
    return true;
}

static bool marked(json_t *marks, dem_span span)
{
    for (size_t i = 0; i < json_array_size(marks); i++) {
        json_t *mark = json_array_get(marks, i);
        uint32_t start = (uint32_t)json_integer_value(json_object_get(mark, "start")),
                 end = (uint32_t)json_integer_value(json_object_get(mark, "end"));
        if (start < span.end && span.start < end && is_place(mark)) return true;
    }
    return false;
}

static void ask(state *s, puzzle *p, json_t *marks)
{
    for (size_t i = 0; i < json_array_size(marks); i++) {
        json_t *mark = json_array_get(marks, i);
        uint32_t start = (uint32_t)json_integer_value(json_object_get(mark, "start")),
                 end = (uint32_t)json_integer_value(json_object_get(mark, "end"));
        question q = {.lat = json_number_value(json_object_get(mark, "lat")),
                      .lon = json_number_value(json_object_get(mark, "lon"))};
        if (!json_is_number(json_object_get(mark, "lat")) || !is_place(mark)) continue;
        for (size_t k = 0; k < p->search.span.n; k++) {
            const dem_geo_span *x = &p->search.span.at[k];
            const dem_sentence *in = &p->search.sentence[x->sentence];
            bool near = false, far = false;
            if (in->tok[x->from].start != start || in->tok[x->to - 1].end != end) continue;
            for (uint32_t r = 0; r < x->n; r++) {
                const dem_locality *l = x->naming[r].place;
                bool here = l->has_point && dem_locality_km(l->lat, l->lon, q.lat, q.lon) <= NEAR_KM;
                near |= here;
                far |= !here;
            }
            q.span = (uint32_t)k;
            if (near && far) dem_vec_push(&s->samples, &p->asked, q);
        }
    }
}

/* Of unmarked news: the heaviest reading, where it is ten times as heavy as the next and the whole world knows it. */
static void ask_world(state *s, puzzle *p)
{
    enum { WORLD = 1000, TIMES = 10 };
    for (size_t k = 0; k < p->search.span.n; k++) {
        const dem_geo_span *x = &p->search.span.at[k];
        const dem_locality *first = NULL, *second = NULL;
        for (uint32_t r = 0; r < x->n; r++) {
            const dem_locality *l = x->naming[r].place;
            if (!first || l->weight > first->weight) second = first, first = l;
            else if (!second || l->weight > second->weight) second = l;
        }
        if (!second || first->weight < WORLD || first->weight < TIMES * second->weight) continue;
        if (x->region >= 0 || !first->has_point || dem_geo_weigh(x->evidence) < 0) continue;
        const question q = {.span = (uint32_t)k, .lat = first->lat, .lon = first->lon};
        dem_vec_push(&s->samples, &p->asked, q);
    }
}

static void learn_names(state *s, const dem_geo_search *g, json_t *marks)
{
    for (size_t k = 0; k < g->span.n; k++) {
        const dem_geo_span *x = &g->span.at[k];
        const dem_sentence *in = &g->sentence[x->sentence];
        if (s->no_people && (x->evidence & DEM_EV(people))) continue;
        dem_sample one = {.weight = 1, .group = s->reports};
        one.right = marked(marks, (dem_span){in->tok[x->from].start, in->tok[x->to - 1].end});
        for (unsigned b = 0; b < DEM_EV_COUNT; b++)
            if (x->evidence >> b & 1 && one.n < DEM_TRAITS_MAX) one.trait[one.n++] = (uint16_t)b;
        dem_vec_push(&s->samples, &s->sample, one);
        s->reached += one.right;
    }
}

static dem_str text_of(state *s, json_t *row, const char *key)
{
    const char *z = json_string_value(json_object_get(row, key));
    return z ? dem_arena_str(&s->work, dem_str_from(z)) : (dem_str){NULL, 0};
}

static void add_report(state *s, json_t *row)
{
    if (!s->resolve) dem_arena_reset(&s->work);
    json_t *marks = json_object_get(row, "toponyms");
    puzzle *p = dem_arena_array(&s->work, puzzle, 1);
    p->report = (dem_report){.id = DEM_STR("r"),
                             .text = text_of(s, row, "text"),
                             .title = text_of(s, row, "title"),
                             .url = text_of(s, row, "url"),
                             .publisher = text_of(s, row, "publisher"),
                             .day = DEM_DATE_NONE};
    dem_result result;
    if (!p->report.text.n) return;
    dem_worker_code(s->worker, &s->work, &p->report, &result, NULL);
    p->search = (dem_geo_search){.geo = &s->geo,
                                 .arena = &s->work,
                                 .report = &p->report,
                                 .sentence = result.sentences,
                                 .n = result.n_sentences};
    dem_geo_look(&p->search);
    dem_geo_find_focus(&p->search, &p->focus);
    if (s->resolve) {
        p->weight = s->unmarked ? 2 : 1; /* national and international news is what is mostly coded */
        if (s->unmarked) ask_world(s, p);
        else ask(s, p, marks);
        dem_vec_push(&s->samples, &s->puzzle, p);
    } else {
        learn_names(s, &p->search, marks);
    }
    for (size_t i = 0; i < json_array_size(marks); i++) s->marks += is_place(json_array_get(marks, i));
    s->reports++;
}

static dem_status read_corpus(state *s, const char *path, dem_error *err)
{
    enum { MAX_LINE = 64 << 20 };
    dem_input *in = NULL;
    dem_line line;
    dem_status st = dem_input_open(&in, path, MAX_LINE, err);
    while (st == DEM_OK && (st = dem_input_line(in, &line, err)) == DEM_OK) {
        json_t *row = json_loadb(line.text.p, line.text.n, 0, NULL);
        if (row) add_report(s, row);
        json_decref(row);
    }
    dem_input_close(in);
    return st == DEM_END ? DEM_OK : st;
}

static void cross_validate(const state *s)
{
    double w[DEM_EV_COUNT];
    size_t kept = 0, right = 0;
    for (uint32_t fold = 0; fold < FOLDS; fold++) {
        dem_logistic_learn(s->sample.at, s->sample.n, FOLDS, fold, L2, w, DEM_EV_COUNT);
        for (size_t i = 0; i < s->sample.n; i++) {
            const dem_sample *x = &s->sample.at[i];
            if (x->group % FOLDS != fold || dem_logistic(x, w) < 0.5) continue;
            kept++;
            right += x->right;
        }
    }
    double p = (double)right / (double)(kept ? kept : 1),
           r = (double)right / (double)(s->reached ? s->reached : 1);
    fprintf(stderr,
            "%u reports, %zu names that may be places, %zu are; %zu marked; cross-validated P %.3f R %.3f F1 "
            "%.3f of these names\n",
            s->reports, s->sample.n, s->reached, s->marks, p, r, 2 * p * r / (p + r));
}

static void print(const state *s)
{
    static const char *const NAME[] = {
#define EVIDENCE(name) #name,
        DEM_EVIDENCE(EVIDENCE)
#undef EVIDENCE
    };
    double w[DEM_EV_COUNT];
    dem_logistic_learn(s->sample.at, s->sample.n, 0, 0, L2, w, DEM_EV_COUNT);
    puts("/* Written by learn-places (./dev train places). */");
    for (unsigned b = 0; b < DEM_EV_COUNT; b++)
        printf("[DEM_EV_%s] = %d,\n", NAME[b], (int)__builtin_lround(w[b] * ONE));
}

/* ---- the choice of places -------------------------------------------------------------------------------- */

enum { HALVES = 2, BOTH = HALVES, LEAST = 3 /* answers more, or it is chance */ };
typedef struct right_of {
    size_t right, all;
} right_of;

/* How many of the questions of one half (or BOTH) are answered right. */
static right_of answer(const state *s, const dem_geo_weights *w, uint32_t half)
{
    right_of n = {0};
    for (size_t i = 0; i < s->puzzle.n; i++) {
        puzzle *p = s->puzzle.at[i];
        if (half != BOTH && i % HALVES != half) continue;
        dem_geo_resolve(&p->search, &p->focus, w);
        for (size_t k = 0; k < p->asked.n; k++) {
            const question *q = &p->asked.at[k];
            const dem_locality *l = p->search.span.at[q->span].place;
            n.all += p->weight;
            bool right = l && l->has_point && dem_locality_km(l->lat, l->lon, q->lat, q->lon) <= NEAR_KM;
            n.right += right ? p->weight : 0;
        }
    }
    return n;
}

/* One weight after the other is made larger or smaller as long as that helps. */
static dem_geo_weights climb(const state *s, uint32_t half)
{
    static const int STEP[] = {-40, -15, -5, 5, 15, 40};
    dem_geo_weights best = DEM_GEO_WEIGHTS;
    size_t most = answer(s, &best, half).right;
    bool better = true;
    for (int round = 0; round < 6 && better; round++) {
        better = false;
        for (size_t f = 0; f < sizeof best / sizeof(int); f++)
            for (size_t i = 0; i < sizeof STEP / sizeof *STEP; i++) {
                dem_geo_weights w = best;
                ((int *)&w)[f] += STEP[i];
                if (((int *)&w)[f] < 0) continue; /* what speaks for a place never speaks against it */
                size_t right = answer(s, &w, half).right;
                if (right < most + LEAST) continue;
                most = right;
                best = w;
                better = true;
            }
    }
    return best;
}

static void learn_choice(const state *s)
{
    right_of now = answer(s, &DEM_GEO_WEIGHTS, BOTH), cross = {0};
    for (uint32_t half = 0; half < HALVES; half++) {
        dem_geo_weights w = climb(s, half);
        right_of n = answer(s, &w, 1 - half);
        cross.right += n.right;
        cross.all += n.all;
    }
    dem_geo_weights w = climb(s, BOTH);
    right_of all = answer(s, &w, BOTH);
    fprintf(stderr,
            "%zu names of several places: right %.3f with the weights that there are, %.3f learned on one half "
            "and tried on the other, %.3f learned on all\n",
            now.all, (double)now.right / (double)now.all, (double)cross.right / (double)cross.all,
            (double)all.right / (double)all.all);
    puts("/* Written by learn-places (./dev train places). */");
#define WEIGHT(name) printf("." #name " = %d,\n", w.name);
    DEM_GEO_WEIGHTS_OF(WEIGHT)
#undef WEIGHT
}

static int usage(void)
{
    return fprintf(stderr, "usage: learn-places DATA_DIR weigh|resolve CORPUS.jsonl...\n"), 2;
}

static int fail(const dem_error *err)
{
    dem_buf b = {0};
    dem_error_add(&b, err);
    fprintf(stderr, "learn-places: %s\n", b.p);
    dem_buf_release(&b);
    return 3;
}

int main(int argc, char **argv)
{
    state s = {.reports = 0};
    dem_error err = {0};
    if (argc < 4) return usage();
    s.resolve = strcmp(argv[2], "resolve") == 0;
    if (!s.resolve && strcmp(argv[2], "weigh") != 0) return usage();
    if (dem_engine_open(&s.engine, argv[1], NULL, &err) != DEM_OK) return fail(&err);
    dem_arena_init(&s.samples, 0);
    dem_arena_init(&s.work, 0);
    s.worker = dem_worker_new(s.engine);
    dem_geo_init(&s.geo, dem_engine_lexicon(s.engine));
    dem_status st = DEM_OK;
    for (int i = 3; i < argc && st == DEM_OK; i++) {
        s.no_people = argv[i][0] == '-';
        s.unmarked = argv[i][0] == '+';
        if (!s.unmarked || s.resolve) st = read_corpus(&s, argv[i] + (s.no_people || s.unmarked), &err);
    }
    if (st == DEM_OK && s.resolve) {
        learn_choice(&s);
    } else if (st == DEM_OK) {
        cross_validate(&s);
        print(&s);
    }
    dem_worker_free(s.worker);
    dem_engine_close(s.engine);
    dem_arena_release(&s.samples);
    dem_arena_release(&s.work);
    return st == DEM_OK ? 0 : fail(&err);
}
