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
#include "lang/net.h"

#define DEM_MODEL_MAGIC "DEMLANG\n"
#define DEM_MODEL_VERSION 2u

/* Of a matrix, section DEM_SECTION_MATRIX + its number: scale[out], bias[out], shift[out], then the weights;
 * count is `out`. */
typedef enum dem_section_id {
    DEM_SECTION_TAGS = 1,     /* dem_tag_pair[count] */
    DEM_SECTION_LEMMAS,       /* dem_word_bucket[count] */
    DEM_SECTION_SCRIPTS,      /* dem_script[count] */
    DEM_SECTION_WORDS,        /* dem_word_bucket[count] */
    DEM_SECTION_VECTORS,      /* uint8_t[count][DEM_NET_VEC] */
    DEM_SECTION_ROWS,         /* int8_t[count][DEM_NET_EMB] */
    DEM_SECTION_VALUES,       /* dem_net_values, once */
    DEM_SECTION_MATRIX,
    DEM_SECTION_END = DEM_SECTION_MATRIX + DEM_MATRIX_COUNT
} dem_section_id;

#define DEM_SECTION_COUNT (DEM_SECTION_END - 1)

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
    dem_lemmas lemmas;
    dem_net net;
};

#endif
