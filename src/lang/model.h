/* lang/model.h - the model file: one header, a table of sections, a checksum at the end.
 *
 *   0   "DEMLANG\n"            8 bytes
 *   8   format version         u32, little endian as everything
 *   12  number of sections     u32
 *   16  size of the file       u64
 *   24  sections               {u32 id, u32 count, u64 offset, u64 size} each, offsets multiples of 64
 *   ... data
 *   size-32  SHA-256 of all bytes before it
 */
#ifndef DEM_LANG_MODEL_H
#define DEM_LANG_MODEL_H
#include "lang/lang.h"
#include "lang/lemma.h"
#include "lang/parser.h"
#include "lang/tagger.h"

#define DEM_MODEL_MAGIC "DEMLANG\n"
#define DEM_MODEL_VERSION 1u

typedef enum dem_section_id {
    DEM_SECTION_TAGS = 1,    /* dem_tag_pair[count] */
    DEM_SECTION_AMB,         /* dem_amb[count] */
    DEM_SECTION_DICT,        /* dem_word_bucket[count] */
    DEM_SECTION_LEX,         /* dem_word_bucket[count] */
    DEM_SECTION_TAGGER,      /* dem_sparse_bucket[count] */
    DEM_SECTION_TAGGER_POOL, /* uint16_t[count] */
    DEM_SECTION_MOVES,       /* dem_dense_bucket[count] */
    DEM_SECTION_RELS,        /* dem_sparse_bucket[count] */
    DEM_SECTION_RELS_POOL,   /* uint16_t[count] */
    DEM_SECTION_LEMMAS,      /* dem_word_bucket[count] */
    DEM_SECTION_SCRIPTS,     /* dem_script[count] */
    DEM_SECTION_SEARCH,      /* dem_search, once */
    DEM_SECTION_COUNT
} dem_section_id;

typedef struct dem_section {
    uint32_t id, count;
    uint64_t offset, size;
} dem_section;

typedef struct dem_model_head {
    char magic[8];
    uint32_t version, n_sections;
    uint64_t size;
} dem_model_head;

/* Everything points into the mapped file. */
struct dem_model {
    const char *map;
    size_t size;
    char hash[65];
    dem_tagset tags;
    dem_sparse tagger, rels;
    dem_dense moves;
    dem_lemmas lemmas;
    dem_search search;
};

#endif
