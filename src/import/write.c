/* import/write.c - entries of the lexicon, in the form of docs/lexicon.md. */
#include "base/utf8.h"
#include "import/parts.h"

enum { MARGIN = 118 };

/* ---- pieces ----------------------------------------------------------------------------------------- */

/* A file's name may hold anything; a comment is one line of UTF-8. */
void dem_write_source(dem_buf *b, dem_str path, uint64_t line)
{
    dem_buf_addz(b, "# ");
    for (size_t at = 0; at < path.n;) {
        size_t from = at;
        uint32_t c = dem_utf8_next(path, &at);
        if (c < ' ' || c == 0x7f || c == DEM_UTF8_BAD) dem_buf_addc(b, '?');
        else dem_buf_add(b, dem_str_sub(path, from, at));
    }
    dem_buf_addf(b, ":%llu", (unsigned long long)line);
}

typedef enum kinds { ALL, ONE_WORD, MORE_WORDS } kinds;

static bool is_among(const dem_name *name, kinds which)
{
    return which == ALL || name->one_word == (which == ONE_WORD);
}

/* "  name A | B", broken before a bar where the line would be long; nothing if there are none. */
static void add_names(dem_buf *b, const char *key, const dem_names *names, kinds which)
{
    size_t start = b->n;
    bool first = true;
    for (size_t i = 0; i < names->n; i++) {
        const dem_name *name = &names->at[i];
        if (!is_among(name, which)) continue;
        bool fits = b->n - start + name->text.n + strlen(" | ") <= MARGIN;
        if (!first && !fits) {
            dem_buf_addz(b, "\n  ");
            start = b->n - 2;
        }
        if (first) dem_buf_addf(b, "  %s ", key);
        else dem_buf_addz(b, fits ? " | " : "  | ");
        dem_buf_add(b, name->text);
        first = false;
    }
    if (!first) dem_buf_addc(b, '\n');
}

static void add_days(dem_buf *b, const dem_period *p)
{
    char from[11], to[11];
    dem_date_format(p->from, from);
    dem_date_format(p->to, to);
    dem_buf_addf(b, " %s..%s", from, to);
}

static void add_period(dem_buf *b, const char *key, const dem_period *p, dem_str role)
{
    dem_buf_addf(b, "  %s %s", key, p->is.code);
    if (p->is.sectors) dem_buf_addc(b, ' ');
    dem_sectors_add(b, p->is.sectors);
    if (p->dated) add_days(b, p);
    if (role.n) dem_buf_addf(b, " %.*s", DEM_STR_ARG(role));
    dem_buf_addc(b, '\n');
}

/* ---- labels and keys -------------------------------------------------------------------------------- */

/* `text` itself if nobody has it in this space yet, or with the next free number behind it. */
static dem_str unique(dem_written *w, const char *space, dem_str text, bool in_brackets)
{
    dem_str key = dem_arena_printf(&w->arena, "%s %.*s", space, DEM_STR_ARG(text)), made = text, own = key;
    uint32_t used = dem_map_get(&w->taken, key);
    if (used == DEM_MAP_NONE) used = 0;
    while (used > 0 && dem_map_get(&w->taken, own) != DEM_MAP_NONE) {
        used++;
        made = in_brackets ? dem_arena_printf(&w->arena, "%.*s (%u)", DEM_STR_ARG(text), used)
                           : dem_arena_printf(&w->arena, "%.*s-%u", DEM_STR_ARG(text), used);
        own = dem_arena_printf(&w->arena, "%s %.*s", space, DEM_STR_ARG(made));
    }
    dem_map_put(&w->taken, own, 1);
    dem_map_put(&w->taken, key, used ? used : 1); /* where the next one looks first */
    return made;
}

void dem_write_key(dem_buf *b, dem_str s)
{
    enum { LONGEST = 80 };
    for (size_t i = 0; i < s.n && b->n < LONGEST; i++) {
        char c = dem_byte_lower(s.p[i]);
        bool good = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (good) dem_buf_addc(b, c);
        else if (b->n && b->p[b->n - 1] != '-') dem_buf_addc(b, '-');
    }
    while (b->n && b->p[b->n - 1] == '-') b->p[--b->n] = 0;
}

static dem_str key_of(dem_written *w, dem_str word)
{
    dem_buf b = {0};
    dem_buf_addz(&b, "petrarch-");
    if (w->mark) {
        dem_write_key(&b, dem_str_from(w->mark));
        dem_buf_addc(&b, '-');
    }
    dem_write_key(&b, word);
    dem_str key = dem_arena_str(&w->arena, dem_buf_str(&b));
    dem_buf_release(&b);
    return key;
}

/* True if the entry is new: the same words were not written before. */
static bool is_new(dem_written *w, const char *space, dem_str label, const dem_buf *body)
{
    dem_str all = dem_arena_printf(&w->arena, "= %s %.*s\n%.*s", space, DEM_STR_ARG(label),
                                   DEM_STR_ARG(dem_buf_str(body)));
    if (dem_map_get(&w->taken, all) != DEM_MAP_NONE) return false;
    dem_map_put(&w->taken, all, 1);
    return true;
}

/* ---- entries ---------------------------------------------------------------------------------------- */

static void add_group(dem_buf *b, const dem_names *names, const dem_periods *periods)
{
    for (int dated = 1; dated >= 0; dated--)
        for (size_t i = 0; i < periods->n; i++)
            if (periods->at[i].dated == dated && periods->at[i].is.code[0])
                add_period(b, "code", &periods->at[i], DEM_STR(""));
    add_names(b, "name", names, ALL);
}

/* What a person is at a time is an office; what he or she is else, and having been somebody, is a home. */
static bool is_home(const dem_period *p)
{
    return !p->dated || (p->is.sectors >> DEM_SEC_ELI & 1);
}

static void add_person(dem_buf *b, const dem_names *names, const dem_periods *periods, dem_str office)
{
    add_names(b, "name", names, MORE_WORDS);
    add_names(b, "alone", names, ONE_WORD);
    for (size_t i = 0; i < periods->n; i++)
        if (periods->at[i].is.code[0] && !is_home(&periods->at[i]))
            add_period(b, "office", &periods->at[i], office);
    for (int dated = 1; dated >= 0; dated--)
        for (size_t i = 0; i < periods->n; i++)
            if (periods->at[i].is.code[0] && is_home(&periods->at[i]) && periods->at[i].dated == dated)
                add_period(b, "home", &periods->at[i], DEM_STR(""));
}

static const char *keyword(dem_kind kind)
{
    if (kind == DEM_KIND_NOBODY) return "collective";
    return dem_kind_is_person(kind) ? "person" : "group";
}

static const char *assumption(dem_kind kind)
{
    switch (kind) {
    case DEM_KIND_FORMER: return " - taken for a person: was a former official";
    case DEM_KIND_OFFICIAL: return " - taken for a person: the name, and an office with days";
    case DEM_KIND_GROUP_PERHAPS: return " - taken for a group; a person would have an office with days";
    default: return "";
    }
}

static void count(dem_petrarch_count *c, dem_kind kind)
{
    if (kind == DEM_KIND_NOBODY) c->nobody++;
    else if (dem_kind_is_person(kind)) c->persons++;
    else c->groups++;
}

static void add_head(dem_written *w, dem_kind kind, dem_str label)
{
    dem_buf_addz(w->out, keyword(kind));
    if (kind == DEM_KIND_NOBODY) return;
    if (w->mark) label = dem_arena_printf(&w->arena, "%.*s (%s)", DEM_STR_ARG(label), w->mark);
    dem_buf_addc(w->out, ' ');
    dem_buf_add(w->out, unique(w, keyword(kind), label, true));
}

bool dem_write_actor(dem_written *w, dem_str path, uint64_t line, dem_kind kind, dem_str label,
                     const dem_names *names, const dem_periods *periods)
{
    dem_buf body = {0};
    if (dem_kind_is_person(kind)) add_person(&body, names, periods, w->office);
    else add_group(&body, names, periods);
    bool new = is_new(w, keyword(kind), label, &body);
    if (new) {
        dem_write_source(w->out, path, line);
        dem_buf_addf(w->out, "%s\n", assumption(kind));
        add_head(w, kind, label);
        dem_buf_addf(w->out, "\n%.*s\n", DEM_STR_ARG(dem_buf_str(&body)));
        count(w->count, kind);
    }
    dem_buf_release(&body);
    return new;
}

bool dem_write_role(dem_written *w, dem_str path, uint64_t line, dem_str label, const dem_names *words,
                    const dem_actor_code *code)
{
    dem_buf body = {0};
    dem_buf_addf(&body, "  label %.*s\n", DEM_STR_ARG(label));
    if (code->sectors) {
        dem_buf_addz(&body, "  sectors ");
        dem_sectors_add(&body, code->sectors);
        dem_buf_addc(&body, '\n');
    }
    if (code->code[0]) dem_buf_addf(&body, "  code %s\n", code->code);
    add_names(&body, "word", words, ALL);
    bool new = is_new(w, "role", label, &body);
    if (new) {
        dem_str key = unique(w, "key", key_of(w, label), false);
        dem_write_source(w->out, path, line);
        dem_buf_addf(w->out, "\nrole %.*s\n%.*s\n", DEM_STR_ARG(key), DEM_STR_ARG(dem_buf_str(&body)));
        w->count->roles++;
    }
    dem_buf_release(&body);
    return new;
}

void dem_write_begin(dem_written *w, dem_buf *out, dem_petrarch_count *count, const char *mark)
{
    *w = (dem_written){.out = out, .mark = mark, .count = count};
    dem_arena_init(&w->arena, 0);
    dem_map_init(&w->taken, &w->arena);
    w->office = unique(w, "key", key_of(w, DEM_STR("office")), false);
    dem_buf_addz(out, "# From dictionaries of TABARI or PETRARCH. They are in capitals: which letters of a "
                      "name are small is a\n"
                      "# guess, and so is, where that is said, who is a person.\n\n");
}

/* The role of all offices. It must have a word; nobody will write this one. */
void dem_write_end(dem_written *w)
{
    if (w->count->persons)
        dem_buf_addf(w->out,
                     "# The dictionaries do not say which office somebody held.\n"
                     "role %.*s\n"
                     "  label Office\n"
                     "  holders several\n"
                     "  word office without a name in %.*s\n",
                     DEM_STR_ARG(w->office), DEM_STR_ARG(w->office));
    dem_arena_release(&w->arena);
}
