/* engine/engine.h - the order of the stages: report, zones, sentences, mentions, events.
 *
 * An engine is immutable after opening and shared by threads; a worker belongs to one thread. Reports come from
 * reader/reader.h; writing and storing what comes out is the caller's business (cli/run.c). */
#ifndef DEM_ENGINE_ENGINE_H
#define DEM_ENGINE_ENGINE_H
#include "geo/toponym.h"
#include "record/event.h"
#include "record/statement.h"
#include "record/tally.h"
#include "record/trace.h"
#include "record/unresolved.h"

typedef struct dem_engine dem_engine;
typedef struct dem_worker dem_worker;

typedef struct dem_options {
    bool list_unresolved; /* fill dem_result.unresolved */
    bool list_statements; /* fill dem_result.statements */
    bool keep_unresolved; /* also give records whose participants have no code (docs/output.md) */
    bool only_read; /* no model is loaded and nothing is coded: reports get their zones and their day, results stay empty */
    int min_confidence;   /* percent, 0 .. 100: records with less confidence are not given */
    /* [n_overlays] the user's own lexicons, folders or files, over the one of the data folder (docs/lexicon.md); read
     * by dem_engine_open() only. */
    const char *const *overlay;
    size_t n_overlays;
    const char *
        lexicon; /* another folder than that of the data folder; NULL: that one. Read by dem_engine_open() only */
    const char *places; /* a gazetteer of "demarche places import" beside the lexicon's; NULL: none */
    const dem_engine
        *model_of; /* use the model of this engine, which must outlive the new one; NULL: load it */
} dem_options;

/* Loads data_dir/model/english.dem, and data_dir/lexicon with the overlays. `options` may be NULL. On DEM_OK the caller owns *out and ends it
 * with dem_engine_close(), which takes NULL. Otherwise DEM_E_IO, DEM_E_MODEL, DEM_E_LEXICON or DEM_E_STORE (of `places`). */
dem_status dem_engine_open(dem_engine **out, const char *data_dir, const dem_options *options,
                           dem_error *err);
void dem_engine_close(dem_engine *e);
/* Version and hashes that go into every record; that of the lexicon covers the imported gazetteer. Borrowed from the engine. */
const dem_coder *dem_engine_coder(const dem_engine *e);
/* What it codes with: the lexicon of the data folder and the overlays as one. Borrowed from the engine. */
const dem_lexicon *dem_engine_lexicon(const dem_engine *e);

/* The workspace of one thread; `e` must outlive it. Never NULL. Ended with dem_worker_free(), which takes
 * NULL. */
dem_worker *dem_worker_new(const dem_engine *e);
void dem_worker_free(dem_worker *w);

typedef struct dem_result {
    dem_sentence *sentences; /* [n_sentences], all of the report */
    uint32_t n_sentences;
    dem_events events;       /* in output order */
    dem_toponyms toponyms;   /* the places that it names */
    dem_statements statements; /* who says what, if the engine was asked for it */
    dem_tally tally;         /* of this report alone */
    dem_unresolved_list
        unresolved; /* names that look like actors and are not known, if the engine was asked for them */
} dem_result;

/* Codes one report. Finds its zones (report->zones is replaced), analyses its sentences, fills *out.
 * Everything in *out is allocated in `arena` and refers to the report's text and to the engine. `trace` may
 * be NULL. Never fails: what cannot be coded gives no records. */
void dem_worker_code(dem_worker *w, dem_arena *arena, dem_report *report, dem_result *out, dem_trace *trace);

/* Codes a report once more, from the sentences that dem_worker_code() has found in it, perhaps with another engine of
 * the same model: only the lexicon may make a difference then, and it takes a fraction of the time. `of` and `out` may
 * share nothing but their sentences. Any thread may call it. Without the imported gazetteer, which is a worker's. */
void dem_engine_recode(const dem_engine *e, dem_arena *arena, const dem_report *report, const dem_result *of,
                       dem_result *out, dem_trace *trace);

#endif
