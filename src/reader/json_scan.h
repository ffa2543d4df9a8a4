/* reader/json_scan.h - where the items of a JSON file begin and end, byte by byte; for the files of this folder.
 *
 * Items are the elements of a list: of one that is the file, or of one that an object holds under a name such as "articles".
 * Objects of a file that are no such holders are items themselves. Only brackets and strings are looked at; whether an item is
 * sound is for who reads it. Memory: a byte for each open bracket, bounded.
 *
 *     [ {..}, {..} ]     {"status": "ok", "articles": [ {..}, {..} ]}     {"response": {"docs": [ {..} ]}}     {..} {..}
 *       item  item                                      item  item                               item          item item
 */
#ifndef DEM_READER_JSON_SCAN_H
#define DEM_READER_JSON_SCAN_H
#include "base/str.h"

enum { DEM_JSON_DEPTH = 512, DEM_JSON_WORD = 24 };

typedef enum dem_json_event {
    DEM_JSON_MORE,
    DEM_JSON_BEGIN,  /* an item begins with this byte; what was begun before was none */
    DEM_JSON_END,    /* this byte is the item's last */
    DEM_JSON_BEFORE, /* the byte before was the item's last */
    DEM_JSON_BAD, /* brackets that do not match, or a line end in a string: what was begun is none; the next BEGIN is a guess */
    DEM_JSON_DEEP /* the same, since more than DEM_JSON_DEPTH brackets are open */
} dem_json_event;

typedef struct dem_json_scan {
    char open[DEM_JSON_DEPTH]; /* the brackets that are open: '{' or '[' */
    unsigned depth;
    unsigned base; /* items begin at this depth: so many brackets are around them */
    unsigned path; /* the depth of the object whose keys may name a list; 0: none */
    bool within;   /* an item has begun */
    bool quoted, escaped;
    bool damaged; /* looking for the next item */
    bool colon;   /* a key and a colon stand before */
    bool listed;  /* the bracket of a list of that name stands before */
    bool report;  /* the outermost object has a text: it is an item, whatever lists it holds */
    bool line_start;
    char before[2];               /* while damaged: the last two bytes that were not blank */
    char word[DEM_JSON_WORD + 1]; /* the beginning of the last string, NUL behind it */
    unsigned n_word;
} dem_json_scan;

/* A zeroed one with line_start set is ready. */
dem_json_event dem_json_step(dem_json_scan *z, char c);
/* The next byte that is of interest in a string, from `at` on: up to there nothing changes. Only while z->quoted. */
size_t dem_json_skip(const dem_json_scan *z, dem_str s, size_t at);
/* At the end of the input: true if it ends where it may. */
bool dem_json_whole(const dem_json_scan *z);
/* True if `head`, the beginning of a file, is JSON that holds reports; *list is set if these stand in a list. */
bool dem_json_probe(dem_str head, bool *list);

#endif
