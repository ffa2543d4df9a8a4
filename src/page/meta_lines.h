/* page/meta_lines.h - the lines that a reader sees, with what the mark-up around them says of them. */
#ifndef DEM_PAGE_META_LINES_H
#define DEM_PAGE_META_LINES_H
#include "page/meta_found.h"

enum {
    DEM_LINE_ELSEWHERE = 1, /* in navigation, a footer, comments, a list of other reports */
    DEM_LINE_DATED = 2,     /* in an element whose class says "date", "published", "timestamp" */
    DEM_LINE_BYLINE = 4,    /* in one whose class says "author", "byline" */
    DEM_LINE_H1 = 8,
    DEM_LINE_CUT = 16 /* the line goes on */
};

typedef struct dem_meta_line {
    dem_str text; /* collapsed */
    unsigned flags;
} dem_meta_line;

/* An element that says more than its text: `time`, microdata, rel="author". */
typedef enum dem_meta_mark_kind { DEM_MARK_TIME, DEM_MARK_PROP, DEM_MARK_AUTHOR } dem_meta_mark_kind;
typedef struct dem_meta_mark {
    dem_meta_mark_kind kind;
    dem_str name;  /* of microdata, in small letters; of a time element "pubdate" where it has that attribute */
    dem_str value; /* the attribute that holds it, else the text */
    uint32_t line; /* the line that begins with the element */
    bool elsewhere;
} dem_meta_mark;

typedef struct dem_meta_lines {
    DEM_VEC(dem_meta_line) line;
    DEM_VEC(dem_meta_mark) mark;
} dem_meta_lines;

/* Walks the document once: its lines and marks into `out`, what head, meta and script elements say into `f`. */
void dem_meta_walk(dem_meta_found *f, const xmlNode *root, dem_meta_lines *out);
/* The lines and marks by the headline: date, author, title. */
void dem_meta_near(dem_meta_found *f, const dem_meta_lines *lines);
/* The headline among the lines; UINT32_MAX if none is found. */
uint32_t dem_meta_headline(const dem_meta_found *f, const dem_meta_lines *lines);

#endif
