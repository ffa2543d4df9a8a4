/* engine/engine.c - the order of the stages; see engine.h. */
#include "engine/engine.h"
#include "base/sha256.h"
#include "code/code.h"
#include "lang/lang.h"
#include "places/places.h"
#include "reader/zones.h"
#include "time/stamp.h"
#include <stdio.h>
#include <stdlib.h>

struct dem_engine {
    bool keep_unresolved, list_unresolved, list_statements, only_read;
    int min_confidence;
    dem_model *own_model; /* NULL if it is another engine's */
    const dem_model *model;
    dem_lexicon *lexicon;
    dem_rules rules;
    dem_coder coder;
    char *places; /* path of the imported gazetteer, or NULL; owned */
};

struct dem_worker {
    const dem_engine *engine;
    dem_lang *lang;
    dem_places *places; /* or NULL */
};

static dem_status open_model(dem_engine *e, const char *data_dir, const dem_options *o, dem_error *err)
{
    char path[4096];
    if (o->model_of) {
        e->model = o->model_of->model;
        return DEM_OK;
    }
    if (snprintf(path, sizeof path, "%s/model/english.dem", data_dir) >= (int)sizeof path)
        return dem_fail(err, DEM_E_LIMIT, dem_str_from(data_dir), 0, 0, "path too long");
    dem_status st = dem_model_open(&e->own_model, path, err);
    e->model = e->own_model;
    return st;
}

static dem_status open_lexicon(dem_engine *e, const char *data_dir, const dem_options *o, dem_error *err)
{
    char path[4096];
    if (snprintf(path, sizeof path, "%s/lexicon", data_dir) >= (int)sizeof path)
        return dem_fail(err, DEM_E_LIMIT, dem_str_from(data_dir), 0, 0, "path too long");
    return dem_lexicon_load_over(&e->lexicon, o->lexicon ? o->lexicon : path, o->overlay, o->n_overlays, err);
}

/* Tries the gazetteer; its hash goes into that of the lexicon. */
static dem_status open_places(dem_engine *e, const char *path, dem_error *err)
{
    dem_places *p = NULL;
    dem_sha256 hash;
    if (!path) return DEM_OK;
    dem_status st = dem_places_open(&p, path, err);
    if (st != DEM_OK) return st;
    dem_sha256_init(&hash);
    dem_sha256_add(&hash, dem_str_from(e->coder.lexicon));
    dem_sha256_add(&hash, dem_str_from(dem_places_hash(p)));
    dem_sha256_hex(&hash, e->coder.lexicon);
    dem_places_close(p);
    e->places = dem_xalloc(strlen(path) + 1);
    memcpy(e->places, path, strlen(path) + 1);
    return DEM_OK;
}

static dem_status open_parts(dem_engine *e, const char *data_dir, const dem_options *o, dem_error *err)
{
    dem_status st = o->only_read ? DEM_OK : open_model(e, data_dir, o, err);
    if (st == DEM_OK) st = open_lexicon(e, data_dir, o, err);
    if (st != DEM_OK || o->only_read) return st;
    dem_rules_init(&e->rules, e->lexicon);
    e->rules.vectors = dem_model_vectors(e->model);
    e->coder.version = DEM_VERSION;
    memcpy(e->coder.model, dem_model_hash(e->model), 65);
    memcpy(e->coder.lexicon, dem_lexicon_hash(e->lexicon), 65);
    return open_places(e, o->places, err);
}

dem_status dem_engine_open(dem_engine **out, const char *data_dir, const dem_options *options, dem_error *err)
{
    static const dem_options PLAIN = {.keep_unresolved = false};
    dem_engine *e = dem_xalloc(sizeof *e);
    if (!options) options = &PLAIN;
    e->keep_unresolved = options->keep_unresolved;
    e->list_unresolved = options->list_unresolved;
    e->list_statements = options->list_statements;
    e->min_confidence = options->min_confidence;
    e->only_read = options->only_read;
    dem_status st = open_parts(e, data_dir, options, err);
    if (st != DEM_OK) {
        dem_engine_close(e);
        return st;
    }
    *out = e;
    return DEM_OK;
}

void dem_engine_close(dem_engine *e)
{
    if (!e) return;
    dem_lexicon_free(e->lexicon);
    dem_model_close(e->own_model);
    free(e->places);
    free(e);
}

const dem_coder *dem_engine_coder(const dem_engine *e)
{
    return &e->coder;
}

const dem_lexicon *dem_engine_lexicon(const dem_engine *e)
{
    return e->lexicon;
}

dem_worker *dem_worker_new(const dem_engine *e)
{
    dem_worker *w = dem_xalloc(sizeof *w);
    w->engine = e;
    if (!e->only_read) w->lang = dem_lang_new(e->model);
    /* It was opened before; if it has gone since, the worker does without. */
    if (e->places && dem_places_open(&w->places, e->places, NULL) != DEM_OK) w->places = NULL;
    return w;
}

void dem_worker_free(dem_worker *w)
{
    if (!w) return;
    dem_lang_free(w->lang);
    dem_places_close(w->places);
    free(w);
}

/* From analysed sentences to events. */
static void code(const dem_engine *e, const dem_gazetteer *places, dem_arena *arena, const dem_report *report,
                 dem_result *out, dem_trace *trace)
{
    out->tally.reports = 1;
    out->tally.sentences = out->n_sentences;
    for (uint32_t i = 0; i < out->n_sentences; i++) out->tally.tokens += out->sentences[i].n;
    const dem_code_input in = {.report = report,
                               .sentence = out->sentences,
                               .n = out->n_sentences,
                               .keep_unresolved = e->keep_unresolved,
                               .min_confidence = e->min_confidence,
                               .gazetteer = places,
                               .toponyms = &out->toponyms,
                               .unresolved = e->list_unresolved ? &out->unresolved : NULL,
                               .statements = e->list_statements ? &out->statements : NULL};
    dem_code_report(&e->rules, arena, &in, &out->events, &out->tally, trace);
}

void dem_worker_code(dem_worker *w, dem_arena *arena, dem_report *report, dem_result *out, dem_trace *trace)
{
    *out = (dem_result){0};
    dem_zones_find(arena, report);
    dem_stamp_find(w->engine->lexicon, arena, report);
    if (w->engine->only_read) {
        out->tally.reports = 1;
        return;
    }
    dem_split(arena, report, &out->sentences, &out->n_sentences);
    dem_lang_analyse(w->lang, arena, report->text, out->sentences, out->n_sentences);
    dem_gazetteer places = w->places ? dem_places_gazetteer(w->places) : (dem_gazetteer){0};
    code(w->engine, w->places ? &places : NULL, arena, report, out, trace);
}

void dem_engine_recode(const dem_engine *e, dem_arena *arena, const dem_report *report, const dem_result *of,
                       dem_result *out, dem_trace *trace)
{
    *out = (dem_result){.sentences = of->sentences, .n_sentences = of->n_sentences};
    code(e, NULL, arena, report, out, trace);
}
