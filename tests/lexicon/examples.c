/* tests/lexicon/examples.c - runs the examples that stand in the frame files, as documented in docs/lexicon.md.
 *
 *   examples DATA_DIR [WORD]     all of them, or those whose file or sentence contains WORD
 *
 * Prints every example that does not code as it says, then totals. Exit status 1 if any failed. */
#include "engine/engine.h"
#include "lexicon/lexicon.h"
#include "out/notation.h"
#include <stdio.h>
#include <stdlib.h>

typedef struct {
    dem_event_type type;
    dem_modes modes;
    bool modes_given;
    dem_auxes aux;
    bool aux_given;
    dem_str actor, recipient; /* "RUS GOV, CHN" */
} expectation;

static dem_str word_of(dem_str *rest)
{
    *rest = dem_str_trim(*rest);
    size_t n = 0;
    while (n < rest->n && rest->p[n] != ' ') n++;
    dem_str w = dem_str_sub(*rest, 0, n);
    *rest = dem_str_trim(dem_str_sub(*rest, n, rest->n));
    return w;
}

/* "CONSULT:visit+phone" at the head of `rest`, if there. */
static void read_type(expectation *x, dem_str *rest)
{
    dem_str after = *rest, w = word_of(&after), name = w, mode;
    if (w.n > 2 && w.p[0] == '[' && w.p[w.n - 1] == ']') name = w = dem_str_sub(w, 1, w.n - 1);
    size_t colon = dem_str_find(w, DEM_STR(":"));
    name = dem_str_sub(w, 0, colon);
    dem_event_type t = dem_event_by_name(name);
    if (t == DEM_EVENT_NONE) return;
    x->type = t;
    x->modes = (dem_modes){0};
    x->modes_given = colon < w.n;
    dem_str modes = dem_str_sub(w, colon + 1, w.n);
    while (modes.n && dem_str_next(&modes, '+', &mode)) {
        unsigned m = dem_mode_by_name(t, mode);
        if (m < DEM_MODE_COUNT) x->modes = dem_modes_with(x->modes, m);
    }
    *rest = after;
}

static expectation read_expected(const dem_example *ex)
{
    expectation x = {.type = ex->frame->type};
    dem_str rest = ex->expected;
    read_type(&x, &rest);
    while (rest.n && rest.p[0] == '+') {
        dem_str w = word_of(&rest);
        unsigned a = dem_aux_by_name(dem_str_sub(w, 1, w.n));
        if (a < DEM_AUX_COUNT) x.aux |= (dem_auxes)DEM_BIT(a);
        x.aux_given = true;
    }
    size_t arrow = dem_str_find(rest, DEM_STR("->"));
    x.actor = dem_str_trim(dem_str_sub(rest, 0, arrow));
    x.recipient = dem_str_trim(dem_str_sub(rest, arrow + 2, rest.n));
    return x;
}

static bool entity_is(const dem_entity *e, dem_str member)
{
    dem_str rest = member, code = word_of(&rest);
    dem_sectors sectors = 0;
    while (rest.n) {
        unsigned s = dem_sector_by_name(word_of(&rest));
        if (s < DEM_SECTOR_COUNT) sectors |= (dem_sectors)DEM_BIT(s);
    }
    bool no_code = dem_str_is(code, "---");
    return sectors == e->sectors && (no_code ? e->code[0] == 0 : dem_str_is(code, e->code));
}

static bool side_is(const dem_entity *side, uint32_t n, dem_str want)
{
    uint32_t members = 0;
    dem_str member;
    if (dem_str_is(want, "-") || want.n == 0) return n == 0;
    while (dem_str_next(&want, ',', &member)) {
        bool found = false;
        for (uint32_t i = 0; i < n; i++) found |= entity_is(&side[i], dem_str_trim(member));
        if (!found) return false;
        members++;
    }
    return members == n;
}

static bool matches(const expectation *x, const dem_event *e)
{
    if (e->type != x->type) return false;
    if (x->modes_given && !dem_modes_eq(e->modes, x->modes)) return false;
    if (x->aux_given && e->aux != x->aux) return false;
    return side_is(e->actor, e->n_actor, x->actor) && side_is(e->recipient, e->n_recipient, x->recipient);
}

static bool run(dem_worker *w, dem_arena *arena, const dem_example *ex, dem_buf *got)
{
    dem_report r = {.id = DEM_STR("example"), .text = ex->sentence, .day = ex->day};
    dem_result result;
    dem_error err;
    dem_worker_code(w, arena, &r, &result, NULL);
    dem_buf_clear(got);
    bool hit = false;
    expectation x = read_expected(ex);
    for (uint32_t i = 0; i < result.events.n; i++) {
        const dem_event *e = &result.events.at[i];
        hit |= ex->positive ? matches(&x, e) : e->type == ex->frame->type;
        dem_buf_addz(got, "      ");
        dem_note_event(got, &r, e);
        dem_buf_addc(got, '\n');
    }
    if (dem_events_check(&result.events, &r, false, &err) != DEM_OK) {
        dem_buf_addz(got, "      ");
        dem_error_add(got, &err);
        dem_buf_addc(got, '\n');
        return false;
    }
    return ex->positive ? hit : !hit;
}

static bool wanted(const dem_example *ex, const char *word)
{
    dem_str w = dem_str_from(word);
    return !word || dem_str_find(ex->file, w) < ex->file.n || dem_str_find(ex->sentence, w) < ex->sentence.n;
}

int main(int argc, char **argv)
{
    if (argc < 2) {
        fprintf(stderr, "usage: examples DATA_DIR [WORD]\n");
        return 2;
    }
    dem_engine *engine = NULL;
    dem_lexicon *lexicon = NULL;
    dem_error err;
    char path[4096];
    snprintf(path, sizeof path, "%s/lexicon", argv[1]);
    if (dem_engine_open(&engine, argv[1], NULL, &err) != DEM_OK || dem_lexicon_load(&lexicon, path, &err) != DEM_OK) {
        fprintf(stderr, "%s:%llu: %s\n", err.source, (unsigned long long)err.line, err.text);
        return 1;
    }
    dem_worker *w = dem_worker_new(engine);
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_buf got = {0};
    uint32_t n, failed = 0, tried = 0;
    const dem_example *ex = dem_lexicon_examples(lexicon, &n);
    for (uint32_t i = 0; i < n; i++) {
        if (!wanted(&ex[i], argc > 2 ? argv[2] : NULL)) continue;
        tried++;
        if (!run(w, &arena, &ex[i], &got)) {
            failed++;
            printf("%.*s:%u: %c %.*s\n    => %.*s\n%.*s", DEM_STR_ARG(ex[i].file), ex[i].line, ex[i].positive ? '+' : '-',
                   DEM_STR_ARG(ex[i].sentence), DEM_STR_ARG(ex[i].expected), DEM_STR_ARG(dem_buf_str(&got)));
        }
        dem_arena_reset(&arena);
    }
    printf("%u examples, %u failed\n", tried, failed);
    dem_buf_release(&got);
    dem_arena_release(&arena);
    dem_worker_free(w);
    dem_lexicon_free(lexicon);
    dem_engine_close(engine);
    return failed ? 1 : 0;
}
