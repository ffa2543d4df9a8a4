/* eval/actors.c - see actors.h. */
#include "eval/actors.h"
#include "base/buf.h"
#include "base/input.h"
#include "base/utf8.h"

enum { MAX_LINE = 1 << 16, MAX_ACTORS = 8 };

typedef struct actor {
    char code[4];    /* "" = a sector alone */
    unsigned sector; /* the first, or DEM_SECTOR_COUNT */
    dem_str person;
} actor;

typedef struct reading {
    actor at[MAX_ACTORS];
    uint32_t n;
    uint32_t flags;
} reading;

typedef struct scorer {
    dem_worker *worker;
    dem_arena arena; /* of the passage */
    dem_report report;
    dem_result result;
    dem_trace trace;
    dem_actor_counts *counts;
    bool open, good; /* a passage is being read; all of it is right so far */
    void (*told)(void *ctx, const dem_actor_error *error);
    void *ctx;
    const dem_line *line;
    dem_str file;
    dem_error *err;
} scorer;

static dem_status bad(const scorer *s, const char *what, dem_str about)
{
    return dem_fail(s->err, DEM_E_FORMAT, s->file, s->line->number, 0, "%s: \"%.*s\"", what,
                    DEM_STR_ARG(about));
}

/* ---- the file ------------------------------------------------------------------------------------- */

/* Takes what stands before `mark` off *rest; all of it if there is no mark. */
static dem_str before(dem_str *rest, dem_str mark)
{
    size_t at = dem_str_find(*rest, mark);
    dem_str part = dem_str_trim(dem_str_sub(*rest, 0, at));
    *rest = dem_str_sub(*rest, at + mark.n, rest->n);
    return part;
}

static dem_status read_actor(const scorer *s, dem_str text, actor *a)
{
    dem_str codes = before(&text, DEM_STR(" : ")), word;
    *a = (actor){.sector = DEM_SECTOR_COUNT, .person = dem_str_trim(text)};
    for (bool first = true; dem_str_next(&codes, ' ', &word); first = false) {
        unsigned sector = dem_sector_by_name(word);
        if (first && word.n == 3) memcpy(a->code, word.p, 3);
        else if (first || sector == DEM_SECTOR_COUNT) return bad(s, "no code or sector", word);
        if (!first && a->sector == DEM_SECTOR_COUNT) a->sector = sector;
    }
    return DEM_OK;
}

static dem_status read_flag(const scorer *s, dem_str name, uint32_t *flags)
{
    for (unsigned f = 0; f < DEM_FLAG_COUNT; f++)
        if (dem_str_is(name, dem_flag_name(f))) {
            *flags |= DEM_BIT(f);
            return DEM_OK;
        }
    return bad(s, "no flag", name);
}

static dem_status read_reading(const scorer *s, dem_str text, reading *r)
{
    *r = (reading){.n = 0};
    dem_str actors = before(&text, DEM_STR(" !")), flag;
    dem_status st = DEM_OK;
    while (st == DEM_OK && text.n) {
        flag = before(&text, DEM_STR(" !"));
        st = read_flag(s, flag, &r->flags);
    }
    if (dem_str_is(actors, "-")) return st;
    while (st == DEM_OK && actors.n && r->n < MAX_ACTORS)
        st = read_actor(s, before(&actors, DEM_STR(" + ")), &r->at[r->n++]);
    return st;
}

/* ---- what was found ------------------------------------------------------------------------------- */

static bool letter(char c)
{
    return (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') || (unsigned char)c >= 0x80;
}

/* The span of the nth `phrase` of the passage that stands there as words; empty if there is none. */
static dem_span find_phrase(dem_str text, dem_str phrase, uint32_t nth)
{
    for (size_t from = 0; from + phrase.n <= text.n;) {
        size_t at = from + dem_str_find(dem_str_sub(text, from, text.n), phrase), end = at + phrase.n;
        if (end > text.n) break;
        bool word = !(at && letter(text.p[at - 1])) && !(end < text.n && letter(text.p[end]));
        if (word && --nth == 0) return (dem_span){(uint32_t)at, (uint32_t)end};
        from = at + 1;
    }
    return (dem_span){0, 0};
}

static uint32_t overlap(dem_span a, dem_span b)
{
    uint32_t from = a.start > b.start ? a.start : b.start, to = a.end < b.end ? a.end : b.end;
    return to > from ? to - from : 0;
}

static bool inside(dem_span in, dem_span out)
{
    return in.start >= out.start && in.end <= out.end;
}

/* The word of the phrase that hangs on a word outside; empty if the phrase is no part of a sentence. */
static dem_span head_of(const scorer *s, dem_span phrase)
{
    for (uint32_t i = 0; i < s->result.n_sentences; i++) {
        const dem_sentence *x = &s->result.sentences[i];
        if (phrase.start < x->start || phrase.end > x->end) continue;
        for (uint32_t t = 0; t < x->n; t++) {
            dem_span word = {x->tok[t].start, x->tok[t].end};
            int up = x->tok[t].head;
            bool mark = x->tok[t].upos == DEM_UPOS_PUNCT || x->tok[t].upos == DEM_UPOS_DET ||
                        x->tok[t].upos == DEM_UPOS_ADP;
            if (!inside(word, phrase) || mark) continue;
            if (up < 0 || !inside((dem_span){x->tok[up].start, x->tok[up].end}, phrase)) return word;
        }
    }
    return (dem_span){0, 0};
}

static const dem_trace_mention *mention_at(const scorer *s, dem_span head)
{
    for (size_t i = 0; i < s->trace.mentions.n; i++)
        if (inside(head, s->trace.mentions.at[i].head) && !dem_span_empty(head))
            return &s->trace.mentions.at[i];
    return NULL;
}

/* Another mention whose head is inside the phrase: the one that covers most of it and least else. */
static const dem_trace_mention *best_mention(const scorer *s, dem_span phrase)
{
    const dem_trace_mention *best = NULL;
    uint32_t most = 0;
    for (size_t i = 0; i < s->trace.mentions.n; i++) {
        const dem_trace_mention *m = &s->trace.mentions.at[i];
        if (!inside(m->head, phrase)) continue;
        dem_span span = m->entity.span;
        uint32_t both = overlap(span, phrase), all = span.end - span.start + phrase.end - phrase.start - both;
        uint32_t share = 1000 * both / all;
        if (best && share <= most) continue;
        best = m;
        most = share;
    }
    return best;
}

static unsigned first_sector(const dem_entity *e)
{
    unsigned sector[DEM_SECTOR_COUNT];
    return dem_entity_sectors(e, sector) ? sector[0] : DEM_SECTOR_COUNT;
}

/* "Salva Kiir" and "Salva Kiir Mayardit", "Mute Egede" and "Múte Bourup Egede", "Sergei" and "Sergey Lavrov": two words
 * or all of the shorter name are the same without their marks, or one and the initial. */
static bool same_person(dem_str a, dem_str b)
{
    dem_arena scratch;
    dem_arena_init(&scratch, 512);
    dem_str x = dem_utf8_key(&scratch, a), y = dem_utf8_key(&scratch, b), left = x, word, other;
    uint32_t words = 0, others = 0, same = 0;
    while (dem_str_next(&left, ' ', &word)) {
        dem_str rest = y;
        words++;
        for (others = 0; dem_str_next(&rest, ' ', &other); others++) same += dem_str_eq(word, other);
    }
    bool initial = x.n && y.n && x.p[0] == y.p[0];
    dem_arena_release(&scratch);
    return same && (same >= 2 || same >= words || same >= others || initial);
}

typedef struct match {
    bool codes, sectors, persons;
} match;

static const dem_entity *entity_with(const dem_trace_mention *const *row, uint32_t n, const actor *a)
{
    const dem_entity *same = NULL;
    for (uint32_t i = 0; i < n; i++) {
        const dem_entity *e = &row[i]->entity;
        if (memcmp(e->code, a->code, 4) != 0) continue;
        if (first_sector(e) == a->sector) return e;
        if (!same) same = e;
    }
    return same;
}

static bool wanted_code(const reading *r, const dem_entity *e)
{
    for (uint32_t i = 0; i < r->n; i++)
        if (memcmp(r->at[i].code, e->code, 4) == 0) return true;
    return false;
}

static match compare(const reading *r, const dem_trace_mention *const *row, uint32_t n)
{
    match m = {true, true, true};
    for (uint32_t i = 0; i < n; i++) m.codes &= !row[i]->entity.code[0] || wanted_code(r, &row[i]->entity);
    for (uint32_t i = 0; i < r->n; i++) {
        const dem_entity *e = entity_with(row, n, &r->at[i]);
        m.codes &= e != NULL;
        m.sectors &= e && first_sector(e) == r->at[i].sector;
        m.persons &= !r->at[i].person.n || (e && same_person(e->name, r->at[i].person));
    }
    if (n && row[0]->act_decides) m.sectors = true;
    m.sectors &= m.codes;
    return m;
}

/* Rows of one mention, or (mention == UINT32_MAX) of all whose heads lie in the phrase and which are no part of
 * a larger one. */
static uint32_t rows_of(const scorer *s, dem_span phrase, uint32_t mention, const dem_trace_mention **row,
                        uint32_t max)
{
    uint32_t n = 0;
    for (size_t i = 0; i < s->trace.mentions.n && n < max; i++) {
        const dem_trace_mention *m = &s->trace.mentions.at[i];
        bool take = mention == UINT32_MAX ? inside(m->entity.span, phrase) : m->mention == mention;
        if (take) row[n++] = m;
    }
    return n;
}

/* ---- counting ------------------------------------------------------------------------------------- */

static void add_found(dem_buf *b, const dem_trace_mention *const *row, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        const dem_entity *e = &row[i]->entity;
        if (i) dem_buf_addz(b, " + ");
        dem_buf_addz(b, e->code[0] ? e->code : "-");
        unsigned sector[DEM_SECTOR_COUNT];
        uint32_t n_sector = dem_entity_sectors(e, sector);
        for (uint32_t k = 0; k < n_sector; k++) dem_buf_addf(b, " %s", dem_sector_name(sector[k]));
        if (e->name.n) dem_buf_addf(b, " : %.*s", DEM_STR_ARG(e->name));
        for (unsigned f = 0; f < DEM_FLAG_COUNT && i + 1 == n; f++)
            if (row[i]->flags & DEM_BIT(f)) dem_buf_addf(b, " !%s", dem_flag_name(f));
    }
    if (n == 0) dem_buf_addz(b, "nothing");
}

static void tell(scorer *s, dem_str phrase, dem_str wanted, const dem_trace_mention *const *row, uint32_t n)
{
    dem_buf b = {0};
    s->good = false;
    add_found(&b, row, n);
    dem_actor_error e = {(uint32_t)s->line->number,
                         s->report.text,
                         phrase,
                         wanted,
                         dem_buf_str(&b),
                         n ? row[0]->how : DEM_STR("no mention")};
    if (s->told) s->told(s->ctx, &e);
    dem_buf_release(&b);
}

/* A phrase that must not be an actor: what heads it is none, or a place, or a thing, or at most people without a name whose
 * country was taken from the place or the report. */
static void count_nobody(scorer *s, dem_str phrase, dem_str wanted, const dem_trace_mention *best)
{
    bool guess = best && best->guessed && !best->entity.name.n;
    bool right = !best || !best->entity.code[0] || best->place || best->thing || guess;
    s->counts->right += right;
    if (!right) tell(s, phrase, wanted, &best, 1);
}

static void count_actor(scorer *s, dem_span span, dem_str phrase, dem_str wanted, const reading *r,
                        const dem_trace_mention *best)
{
    enum { MAX = 32 };
    const dem_trace_mention *row[MAX];
    uint32_t n = rows_of(s, span, best ? best->mention : UINT32_MAX, row, MAX);
    match m = compare(r, row, n);
    if (!m.sectors && r->n > 1) { /* "Egypt, Sudan and Ethiopia": several mentions */
        const dem_trace_mention *all[MAX];
        uint32_t n_all = rows_of(s, span, UINT32_MAX, all, MAX);
        match joined = compare(r, all, n_all);
        if (joined.codes) m = joined;
    }
    bool person = false;
    for (uint32_t i = 0; i < r->n; i++) person |= r->at[i].person.n > 0;
    bool flagged = !r->flags || (best && (best->flags & r->flags) == r->flags);
    s->counts->coded++;
    s->counts->codes += m.codes;
    s->counts->sectors += m.sectors;
    s->counts->right += m.sectors;
    s->counts->persons += person && m.codes;
    s->counts->persons_right += person && m.codes && m.persons;
    s->counts->flags += r->flags != 0;
    s->counts->flags_right += r->flags && flagged;
    if (!m.sectors || !m.persons || !flagged) tell(s, phrase, wanted, row, n);
    s->good &= m.sectors;
}

static dem_status score_mark(scorer *s, dem_str text)
{
    dem_str wanted = text, phrase = before(&wanted, DEM_STR(" = "));
    uint32_t nth = 1;
    size_t hash = dem_str_find(phrase, DEM_STR(" #"));
    dem_str words = dem_str_sub(phrase, 0, hash);
    if (hash < phrase.n && !dem_str_u32(dem_str_sub(phrase, hash + 2, phrase.n), &nth))
        return bad(s, "expected a number behind #", phrase);
    if (!s->open) return bad(s, "no passage above", phrase);
    dem_span span = find_phrase(s->report.text, words, nth ? nth : 1);
    if (dem_span_empty(span)) return bad(s, "not in the passage", phrase);
    reading r;
    dem_status st = read_reading(s, dem_str_trim(wanted), &r);
    if (st != DEM_OK) return st;
    const dem_trace_mention *best = mention_at(s, head_of(s, span));
    if (!best && r.n) best = best_mention(s, span);
    s->counts->marks++;
    if (r.n) count_actor(s, span, words, dem_str_trim(wanted), &r, best);
    else count_nobody(s, words, dem_str_trim(wanted), best);
    return DEM_OK;
}

static void end_passage(scorer *s)
{
    if (s->open) {
        s->counts->items++;
        s->counts->items_right += s->good;
    }
    s->open = false;
}

static dem_status begin_passage(scorer *s, dem_str line)
{
    dem_str day = before(&line, DEM_STR(" "));
    end_passage(s);
    dem_arena_reset(&s->arena);
    s->report = (dem_report){.id = DEM_STR("passage"),
                             .published = dem_arena_str(&s->arena, day),
                             .day = dem_date_parse(day),
                             .text = dem_arena_str(&s->arena, dem_str_trim(line)),
                             .language = DEM_STR("en")};
    if (s->report.day == DEM_DATE_NONE || !s->report.text.n) return bad(s, "expected a day and a passage", day);
    s->trace = (dem_trace){.arena = &s->arena};
    dem_worker_code(s->worker, &s->arena, &s->report, &s->result, &s->trace);
    s->open = s->good = true;
    return DEM_OK;
}

dem_status dem_actors_score(const dem_engine *e, const char *path, dem_actor_counts *counts,
                            void (*told)(void *ctx, const dem_actor_error *error), void *ctx, dem_error *err)
{
    dem_input *in = NULL;
    dem_line line = {.number = 0};
    scorer s = {
        .counts = counts, .told = told, .ctx = ctx, .line = &line, .file = dem_str_from(path), .err = err};
    *counts = (dem_actor_counts){0};
    dem_status st = dem_input_open(&in, path, MAX_LINE, err);
    if (st != DEM_OK) return st;
    s.worker = dem_worker_new(e);
    dem_arena_init(&s.arena, 0);
    while (st == DEM_OK && (st = dem_input_line(in, &line, err)) == DEM_OK) {
        dem_str text = dem_str_trim(line.text);
        if (!text.n || text.p[0] == '#') continue;
        st = dem_byte_blank(line.text.p[0]) ? score_mark(&s, text) : begin_passage(&s, text);
    }
    end_passage(&s);
    dem_arena_release(&s.arena);
    dem_worker_free(s.worker);
    dem_input_close(in);
    return st == DEM_END ? DEM_OK : st;
}
