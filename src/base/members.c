/* base/members.c - see members.h. A stack of archives, the innermost on top. */
#include "base/members.h"
#include "base/input_parts.h"
#include "base/utf8.h"
#include <archive_entry.h>
#include <errno.h>
#include <stdlib.h>

enum {
    BLOCK = 1 << 16,
    TAR_BLOCK = 512,
    LONGEST_NAME = 4096 /* bytes of a member's name that are kept; tar allows any number */
};

/* One archive that is being gone through. */
typedef struct level {
    dem_origin o; /* what libarchive reads: the rest of `in`; not used if the file itself is read */
    dem_input *in;
    struct archive *archive;
    uint32_t entries;
    bool sought;     /* read from the file or memory itself, by its directory */
    bool failed;     /* `in` failed, as `error` says */
    dem_error error;
} level;

struct dem_members {
    level at[DEM_MEMBERS_DEPTH];
    int depth; /* levels in use */
    size_t max_line;
    char block[BLOCK];
};

/* What libarchive reads as a member. */
typedef struct member_origin {
    dem_origin o;
    struct archive *archive; /* of the level it is in */
    char block[BLOCK];
} member_origin;

/* ---- what an archive looks like -------------------------------------------------------------------------- */

/* The sum of a tar header's bytes, its own field counted as blanks, stands in octal digits in that field. */
static bool tar_sum_fits(dem_str head)
{
    enum { AT = 148, SIZE = 8 };
    unsigned long told = 0, sum = 0;
    int i = AT;
    while (i < AT + SIZE && head.p[i] == ' ') i++;
    for (; i < AT + SIZE && head.p[i] >= '0' && head.p[i] <= '7'; i++) told = told * 8 + (unsigned)(head.p[i] - '0');
    for (i = 0; i < TAR_BLOCK; i++) sum += i >= AT && i < AT + SIZE ? ' ' : (unsigned char)head.p[i];
    return sum == told;
}

/* In text there is no NUL; in a tar header the name ends in one, or the mode that follows does. */
static bool may_be_tar(dem_str head)
{
    return head.n && memchr(head.p, 0, head.n < 108 ? head.n : 108);
}

bool dem_members_probe(dem_input *in)
{
    dem_str head = dem_input_peek(in, TAR_BLOCK);
    if (dem_str_starts(head, DEM_STR("PK\3\4")) || dem_str_starts(head, DEM_STR("PK\5\6"))) return true;
    if (!may_be_tar(head)) return false;
    head = dem_input_ahead(in, TAR_BLOCK);
    return head.n == TAR_BLOCK && memcmp(head.p + 257, "ustar", 5) == 0 && tar_sum_fits(head);
}

/* ---- levels ----------------------------------------------------------------------------------------------- */

static la_ssize_t read_rest(dem_origin *o, struct archive *a, const void **block)
{
    level *l = (level *)o;
    dem_str next;
    if (!dem_input_block(l->in, &next, &l->error)) {
        l->failed = true;
        archive_set_error(a, EIO, "%s", l->error.text);
        return -1;
    }
    *block = next.p;
    return (la_ssize_t)next.n;
}

static void push(dem_members *m, dem_input *in)
{
    level *l = &m->at[m->depth++];
    dem_origin *bottom = dem_input_origin(in), *from = &l->o;
    *l = (level){.o = {.read = read_rest, .flow = bottom->flow}, .in = in, .archive = dem_origin_archive()};
    if (dem_input_is_plain(in) && bottom->seek && bottom->seek(bottom, 0, SEEK_SET) == 0) {
        l->sought = true;
        from = bottom;
    }
    archive_read_support_format_zip(l->archive);
    archive_read_support_format_tar(l->archive);
    dem_origin_start(l->archive, from); /* a failure comes back when the first entry is asked for */
}

static void pop(dem_members *m)
{
    level *l = &m->at[--m->depth];
    archive_read_free(l->archive);
    dem_input_close(l->in);
}

void dem_members_open(dem_members **out, dem_input *in, size_t max_line)
{
    dem_members *m = dem_xalloc(sizeof *m);
    m->max_line = max_line;
    push(m, in);
    *out = m;
}

void dem_members_close(dem_members *m)
{
    if (!m) return;
    while (m->depth) pop(m);
    free(m);
}

/* Ends the archive on top with an error for all that is left of it. */
static dem_status give_up(dem_members *m, dem_error *err)
{
    level *l = &m->at[m->depth - 1];
    const char *why = archive_error_string(l->archive);
    dem_status st = l->failed ? l->error.code : DEM_E_IO;
    if (l->failed && err) *err = l->error;
    if (!l->failed)
        dem_fail(err, st, dem_input_name(l->in), 0, 0, "cannot read the rest of the archive: %s",
                 why ? why : "unknown cause");
    pop(m);
    return st;
}

static dem_status refuse(dem_members *m, dem_error *err, dem_status code, const char *why)
{
    dem_fail(err, code, dem_input_name(m->at[m->depth - 1].in), 0, 0, "%s", why);
    pop(m);
    return code;
}

/* ---- members ------------------------------------------------------------------------------------------------ */

static la_ssize_t read_member(dem_origin *o, struct archive *a, const void **block)
{
    member_origin *mo = (member_origin *)o;
    *block = mo->block;
    la_ssize_t n = archive_read_data(mo->archive, mo->block, BLOCK);
    if (n >= 0) return n;
    /* A warning too: the size or the sum of the member is not what the archive says. */
    const char *why = archive_error_string(mo->archive);
    archive_set_error(a, EIO, "%s", why ? why : "damaged");
    return -1;
}

static void close_member(dem_origin *o)
{
    free(o);
}

static const char *path_of(struct archive_entry *entry)
{
    const char *path = archive_entry_pathname_utf8(entry);
    if (!path) path = archive_entry_pathname(entry);
    return path ? path : "?";
}

static dem_str name_of(dem_arena *arena, const level *l, struct archive_entry *entry)
{
    dem_str archive = dem_input_name(l->in), path = dem_str_sub(dem_str_from(path_of(entry)), 0, LONGEST_NAME);
    dem_str whole = dem_arena_printf(arena, "%.*s/%.*s", DEM_STR_ARG(archive), DEM_STR_ARG(path));
    return dem_utf8_repair(arena, whole, NULL);
}

/* As in folders, names that begin with a dot are not meant for the reader. */
static bool is_hidden(dem_str path)
{
    dem_str part;
    while (dem_str_next(&path, '/', &part))
        if (dem_str_starts(part, DEM_STR(".")) && !dem_str_is(part, ".") && !dem_str_is(part, "..")) return true;
    return false;
}

static bool is_wanted(struct archive_entry *entry)
{
    return archive_entry_filetype(entry) == AE_IFREG && !archive_entry_hardlink(entry) &&
           !is_hidden(dem_str_from(path_of(entry)));
}

/* Spreadsheets, text documents and e-books are zip archives of what their programs need, no collections of reports. */
static bool is_document(const level *l, struct archive_entry *entry)
{
    const char *path = path_of(entry);
    return l->entries == 1 && (strcmp(path, "[Content_Types].xml") == 0 || strcmp(path, "mimetype") == 0);
}

/* What is left of the member before. Where libarchive would unpack it to get past it, that is done here, under the bounds
 * for bombs. */
static bool pass_member(dem_members *m, level *l)
{
    uint64_t out = 0, before = l->o.flow->packed;
    la_ssize_t n;
    if (l->sought || !l->entries || archive_format(l->archive) != ARCHIVE_FORMAT_ZIP) return true;
    while ((n = archive_read_data(l->archive, m->block, BLOCK)) > 0) {
        l->o.flow->members += (uint64_t)n;
        out += (uint64_t)n;
        if (dem_flow_is_bomb(out, l->o.flow->packed - before)) return false;
    }
    return true;
}

/* The next entry of the archive on top that may be a report. DEM_END at its end, which leaves the archive. */
static dem_status next_entry(dem_members *m, struct archive_entry **entry, dem_error *err)
{
    level *l = &m->at[m->depth - 1];
    for (;;) {
        if (!pass_member(m, l))
            return refuse(m, err, DEM_E_LIMIT, "a member unpacks to far more than its size, the rest is not read");
        int got = archive_read_next_header(l->archive, entry);
        if (got == ARCHIVE_EOF) {
            pop(m);
            return DEM_END;
        }
        if (got < ARCHIVE_WARN) return give_up(m, err);
        if (++l->entries > DEM_MEMBERS_MAX)
            return refuse(m, err, DEM_E_LIMIT, "an archive of too many members, the rest is not read");
        if (is_document(l, *entry))
            return refuse(m, err, DEM_E_FORMAT, "a document of an office program or an e-book, not an archive of reports");
        if (is_wanted(*entry)) return DEM_OK;
    }
}

static dem_status open_entry(dem_members *m, struct archive_entry *entry, dem_input **out, dem_error *err)
{
    level *l = &m->at[m->depth - 1];
    dem_arena arena;
    dem_arena_init(&arena, 0);
    dem_str name = name_of(&arena, l, entry);
    dem_status st;
    if (archive_entry_is_data_encrypted(entry)) {
        st = dem_fail(err, DEM_E_FORMAT, name, 0, 0, "encrypted");
    } else {
        member_origin *mo = dem_xalloc(sizeof *mo);
        mo->o = (dem_origin){.read = read_member, .close = close_member, .flow = l->o.flow};
        mo->archive = l->archive;
        st = dem_input_open_member(out, name, &mo->o, m->max_line, err);
    }
    dem_arena_release(&arena);
    return st;
}

dem_status dem_members_next(dem_members *m, dem_input **member, dem_error *err)
{
    while (m->depth) {
        struct archive_entry *entry;
        dem_input *in;
        dem_status st = next_entry(m, &entry, err);
        if (st == DEM_END) continue;
        if (st == DEM_OK) st = open_entry(m, entry, &in, err);
        if (st != DEM_OK) return st;
        if (!dem_members_probe(in)) {
            *member = in;
            return DEM_OK;
        }
        if (m->depth == DEM_MEMBERS_DEPTH) {
            st = dem_fail(err, DEM_E_LIMIT, dem_input_name(in), 0, 0,
                          "an archive more than %d deep in archives is not read", DEM_MEMBERS_DEPTH);
            dem_input_close(in);
            return st;
        }
        push(m, in);
    }
    return DEM_END;
}
