/* cli/api.c - the public interface (demarche.h) over the engine. */
#include "base/sha256.h"
#include "base/utf8.h"
#include "cli/data.h"
#include "demarche.h"
#include "engine/engine.h"
#include "out/writer.h"
#include "reader/published.h"
#include "reader/unfold.h"
#include <stdio.h>
#include <stdlib.h>

struct demarche_engine {
    dem_engine *engine;
};

struct demarche_session {
    const dem_engine *engine;
    dem_worker *worker;
    dem_arena arena; /* of one call */
    dem_buf out;
};

static void tell(char *message, size_t size, dem_str text)
{
    if (message && size) snprintf(message, size, "%.*s", DEM_STR_ARG(text));
}

const char *demarche_version(void)
{
    return DEM_VERSION;
}

demarche_engine *demarche_open(const char *data_dir, char *message, size_t size)
{
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_engine *opened = NULL;
    dem_error err = {0};
    demarche_engine *e = NULL;
    if (dem_engine_open(&opened, dem_data_dir(&arena, data_dir), &(dem_options){0}, &err) == DEM_OK) {
        e = dem_xalloc(sizeof *e);
        e->engine = opened;
        tell(message, size, DEM_STR(""));
    } else {
        dem_buf b = {0};
        dem_error_add(&b, &err);
        tell(message, size, dem_buf_str(&b));
        dem_buf_release(&b);
    }
    dem_arena_release(&arena);
    return e;
}

void demarche_close(demarche_engine *e)
{
    if (!e) return;
    dem_engine_close(e->engine);
    free(e);
}

demarche_session *demarche_session_new(const demarche_engine *e)
{
    demarche_session *s = dem_xalloc(sizeof *s);
    s->engine = e->engine;
    s->worker = dem_worker_new(e->engine);
    dem_arena_init(&s->arena, 0);
    return s;
}

void demarche_session_free(demarche_session *s)
{
    if (!s) return;
    dem_worker_free(s->worker);
    dem_arena_release(&s->arena);
    dem_buf_release(&s->out);
    free(s);
}

/* A field beside the text: repaired rather than refused. */
static dem_str field(dem_arena *arena, const char *z)
{
    return dem_utf8_repair(arena, dem_str_trim(dem_str_from(z)), NULL);
}

static dem_str id_of(dem_arena *arena, const char *given, dem_str text)
{
    dem_str id = dem_report_clean_id(arena, field(arena, given));
    if (id.n) return id;
    char hex[65];
    dem_sha256_of(text, hex);
    return dem_arena_printf(arena, "%.16s", hex);
}

/* NULL, or why the report is not usable. */
static const char *make_report(dem_arena *arena, const demarche_report *from, dem_report *to)
{
    if (!from->text) return "no text";
    dem_str text = {from->text, from->text_size ? from->text_size : strlen(from->text)};
    if (dem_str_trim(text).n == 0) return "no text";
    if (text.n > DEM_MAX_TEXT) return "text too large";
    if (!dem_utf8_valid(text)) return "text is not UTF-8";
    if (memchr(text.p, 0, text.n)) return "text holds a NUL byte";
    bool time_lost;
    *to = (dem_report){.id = id_of(arena, from->id, text),
                       .url = field(arena, from->url),
                       .title = field(arena, from->title),
                       .publisher = field(arena, from->publisher),
                       .language = field(arena, from->language),
                       .published = dem_published(arena, field(arena, from->published), &time_lost),
                       .day = DEM_DATE_NONE,
                       .text = text,
                       .source = DEM_STR("-")};
    dem_unfold_clean(arena, to, false);
    if (to->published.n) to->day = dem_date_parse(to->published);
    if (from->published && *from->published && !to->published.n) return "published is no date";
    return NULL;
}

const char *demarche_code(demarche_session *s, const demarche_report *report, char *message, size_t size)
{
    dem_report r;
    dem_result result = {0};
    dem_arena_reset(&s->arena);
    dem_buf_clear(&s->out);
    dem_buf_addz(&s->out, "");
    const char *why = make_report(&s->arena, report, &r);
    tell(message, size, dem_str_from(why));
    if (why) return NULL;
    dem_worker_code(s->worker, &s->arena, &r, &result, NULL);
    dem_out_style style = {.coder = dem_engine_coder(s->engine)};
    dem_out_item item = {&r, result.sentences, result.n_sentences, &result.events};
    dem_jsonl_report(&s->out, &style, &item);
    return s->out.p;
}
