/* engine/engine.c - the order of the stages; see engine.h. */
#include "engine/engine.h"
#include "code/code.h"
#include "lang/lang.h"
#include "reader/zones.h"
#include "time/stamp.h"
#include <stdio.h>
#include <stdlib.h>

struct dem_engine {
    bool keep_unresolved, list_unresolved;
    int min_confidence;
    dem_model *own_model; /* NULL if it is another engine's */
    const dem_model *model;
    dem_lexicon *lexicon;
    dem_rules rules;
    dem_coder coder;
};

struct dem_worker {
    const dem_engine *engine;
    dem_lang *lang;
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

static dem_status open_parts(dem_engine *e, const char *data_dir, const dem_options *o, dem_error *err)
{
    dem_status st = open_model(e, data_dir, o, err);
    if (st == DEM_OK) st = open_lexicon(e, data_dir, o, err);
    if (st != DEM_OK) return st;
    dem_rules_init(&e->rules, e->lexicon);
    e->rules.vectors = dem_model_vectors(e->model);
    e->coder.version = DEM_VERSION;
    memcpy(e->coder.model, dem_model_hash(e->model), 65);
    memcpy(e->coder.lexicon, dem_lexicon_hash(e->lexicon), 65);
    return DEM_OK;
}

dem_status dem_engine_open(dem_engine **out, const char *data_dir, const dem_options *options, dem_error *err)
{
    static const dem_options PLAIN = {.keep_unresolved = false};
    dem_engine *e = dem_xalloc(sizeof *e);
    if (!options) options = &PLAIN;
    e->keep_unresolved = options->keep_unresolved;
    e->list_unresolved = options->list_unresolved;
    e->min_confidence = options->min_confidence;
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
    w->lang = dem_lang_new(e->model);
    return w;
}

void dem_worker_free(dem_worker *w)
{
    if (!w) return;
    dem_lang_free(w->lang);
    free(w);
}

/* From analysed sentences to events. */
static void code(const dem_engine *e, dem_arena *arena, const dem_report *report, dem_result *out,
                 dem_trace *trace)
{
    out->tally.reports = 1;
    out->tally.sentences = out->n_sentences;
    for (uint32_t i = 0; i < out->n_sentences; i++) out->tally.tokens += out->sentences[i].n;
    const dem_code_input in = {.report = report,
                               .sentence = out->sentences,
                               .n = out->n_sentences,
                               .keep_unresolved = e->keep_unresolved,
                               .min_confidence = e->min_confidence,
                               .unresolved = e->list_unresolved ? &out->unresolved : NULL};
    dem_code_report(&e->rules, arena, &in, &out->events, &out->tally, trace);
}

void dem_worker_code(dem_worker *w, dem_arena *arena, dem_report *report, dem_result *out, dem_trace *trace)
{
    *out = (dem_result){0};
    dem_zones_find(arena, report);
    dem_stamp_find(w->engine->lexicon, arena, report);
    dem_split(arena, report, &out->sentences, &out->n_sentences);
    dem_lang_analyse(w->lang, arena, report->text, out->sentences, out->n_sentences);
    code(w->engine, arena, report, out, trace);
}

void dem_engine_recode(const dem_engine *e, dem_arena *arena, const dem_report *report, const dem_result *of,
                       dem_result *out, dem_trace *trace)
{
    *out = (dem_result){.sentences = of->sentences, .n_sentences = of->n_sentences};
    code(e, arena, report, out, trace);
}
