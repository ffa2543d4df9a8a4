/* out/json.h - the parts that JSON records are made of; for the writers of this room.
 *
 * Each appends one member to the object or list that the buffer ends in, with the comma before it if it needs one. An empty
 * string or span is null (event-format 1). */
#ifndef DEM_OUT_JSON_H
#define DEM_OUT_JSON_H
#include "out/writer.h"

/* Where a list or an object continues: the first item takes no comma. */
static inline void comma(dem_buf *b)
{
    char last = b->n ? b->p[b->n - 1] : '{';
    if (last != '{' && last != '[') dem_buf_addz(b, ", ");
}

static inline void key(dem_buf *b, const char *name)
{
    comma(b);
    dem_buf_addc(b, '"');
    dem_buf_addz(b, name);
    dem_buf_addz(b, "\": ");
}

static inline void str(dem_buf *b, const char *name, dem_str s)
{
    key(b, name);
    if (s.n) dem_buf_add_json(b, s);
    else dem_buf_addz(b, "null");
}

static inline void word(dem_buf *b, const char *name, const char *z)
{
    str(b, name, dem_str_from(z));
}

static inline void number(dem_buf *b, const char *name, uint32_t n)
{
    key(b, name);
    dem_buf_addf(b, "%u", n);
}

static inline void truth(dem_buf *b, const char *name, bool yes)
{
    key(b, name);
    dem_buf_addz(b, yes ? "true" : "false");
}

static inline void null(dem_buf *b, const char *name)
{
    key(b, name);
    dem_buf_addz(b, "null");
}

/* The two ends of a span in the text as it was handed over, null together if there is none. */
static inline void ends(dem_buf *b, const dem_report *r, const char *start, const char *end, dem_span s)
{
    if (dem_span_empty(s)) {
        null(b, start);
        null(b, end);
        return;
    }
    s = dem_span_given(r, s);
    number(b, start, s.start);
    number(b, end, s.end);
}

/* "report": {...}; an entity as an object, without key; "coder": {...}. */
void dem_json_report(dem_buf *b, const dem_report *r);
void dem_json_entity(dem_buf *b, const dem_report *r, const dem_entity *e);
void dem_json_coder(dem_buf *b, const dem_coder *c);

/* "<report>:<sentence>:<n>"; with "s" as `mark` "<report>:s<sentence>:<n>", which statements have, so that no event is called alike. */
static inline void dem_json_id(dem_buf *b, const char *name, const dem_report *r, const char *mark,
                               uint32_t sentence, uint32_t nth)
{
    if (name) key(b, name);
    dem_buf_add_json(b, r->id);
    b->n--; /* the numbers go inside the quotation marks */
    dem_buf_addf(b, ":%s%u:%u\"", mark, sentence, nth);
}

#endif
