/* lang/net.h - the network: sizes, inputs and the quantised weights.
 *
 *   word  ->  vector [100], fixed        \
 *         ->  sum of rows [128], tanh    /  256 -> dense tanh -> 3 x recurrent -> heads
 *
 * A recurrent layer is a bidirectional simple recurrent unit (Lei et al. 2018, section 3): all matrix products
 * are of the layer's input, so that whole sentences are multiplied at once; what goes from word to word is
 * elementwise. The state of word t in one direction, u being the three products:
 *
 *   f = s(u1 + vf * c' + bf)    c = f * c' + (1 - f) * u0
 *   r = s(u2 + vr * c' + br)    h = r * tanh(c) + (1 - r) * x
 *
 * Tags are read from the second layer, heads and relations from the last. A head is chosen by the product of a
 * dependent's and a head's vector (Dozat & Manning 2017, section 2.2, with the bias of the head), a relation
 * by a hidden layer over both ends of the arc (Kiperwasser & Goldberg 2016, section 5). */
#ifndef DEM_LANG_NET_H
#define DEM_LANG_NET_H
#include "lang/kernel.h"
#include "lang/word.h"
#include "lang/words.h"

enum {
    DEM_NET_VEC = 100,    /* numbers of a word vector */
    DEM_NET_EMB_AT = 128, /* where the sum of rows begins in the input */
    DEM_NET_EMB = 128,    /* numbers of a row */
    DEM_NET_IN = 256,     /* numbers of the input; those between vector and rows are 0 */
    DEM_NET_H = 128,      /* of a layer, one direction */
    DEM_NET_W = 2 * DEM_NET_H,
    DEM_NET_GATES = 6 * DEM_NET_H, /* u0, u1, u2 forward, u0, u1, u2 backward */
    DEM_NET_LAYERS = 3,
    DEM_NET_TAG_LAYER = 2, /* tags are read from the output of this layer */
    DEM_NET_ARC = 128,
    DEM_NET_REL = 128,
    DEM_NET_MLP = 2 * DEM_NET_ARC + 2 * DEM_NET_REL, /* arc as dependent, as head; relation likewise */
    DEM_NET_DIST = 18, /* kinds of distance between a word and its head, see dem_net_dist() */
    DEM_NET_ROWS = 1 << 15,
    DEM_NET_OWN = 12288, /* rows that belong to one word each; prefixes, suffixes and shapes share the others */
    DEM_NET_FEATURES = 10
};

/* What a word gives to the network: rows of the table, UINT32_MAX for none, and a vector, if it has one. The
 * first row is the word's own, the last tells that it has no vector. */
typedef struct dem_net_input {
    uint32_t row[DEM_NET_FEATURES];
    uint32_t vec; /* DEM_NET_NO_VECTOR if there is none */
} dem_net_input;

/* The value of a word in the table of words: its vector, and its own row + 1 (0: none). */
#define DEM_NET_NO_VECTOR 0x1ffffu
static inline uint32_t dem_net_word(uint32_t vec, uint32_t own)
{
    return vec | own << 17;
}

void dem_net_inputs(const dem_words *words, const dem_word *w, uint32_t n, dem_net_input *in);

/* The kind of the distance from a dependent to its head, both word numbers. */
static inline unsigned dem_net_dist(int dep, int head)
{
    static const uint8_t KIND[26] = {0, 0, 1, 2, 3, 4, 4, 5, 5, 5, 6, 6, 6,
                                     6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8};
    int d = head > dep ? head - dep : dep - head;
    return KIND[d > 25 ? 25 : d] + (head > dep ? 9u : 0u);
}

/* tanh by its continued fraction, cut at 7 terms: within 2e-4 everywhere, the same bits on every machine. Written once
 * for the finished network, whose kernels work on several numbers at once, and, in the trainer's precision, for
 * training. `bounded` gives a number cut at +-DEM_TANH_END. */
#define DEM_TANH_END 4.97
#define DEM_DEFINE_TANH(name, number, bounded)                                                                 \
    static inline number name(number v)                                                                        \
    {                                                                                                          \
        const number x = bounded(v), y = x * x;                                                                \
        const number p = x * (135135 + y * (17325 + y * (378 + y)));                                           \
        return p / (135135 + y * (62370 + y * (3150 + y * 28)));                                               \
    }
#define DEM_DEFINE_BOUNDED(name, number)                                                                       \
    static inline number name(number x)                                                                        \
    {                                                                                                          \
        x = x < -(number)DEM_TANH_END ? -(number)DEM_TANH_END : x;                                             \
        return x > (number)DEM_TANH_END ? (number)DEM_TANH_END : x;                                            \
    }
DEM_DEFINE_BOUNDED(dem_tanh_bounded, float)
DEM_DEFINE_TANH(dem_tanhf, float, dem_tanh_bounded)

/* The matrices of the network, in the order in which the model file keeps them. */
typedef enum dem_net_matrix {
    DEM_MATRIX_IN,
    DEM_MATRIX_LAYER, /* first of DEM_NET_LAYERS */
    DEM_MATRIX_TAG = DEM_MATRIX_LAYER + DEM_NET_LAYERS,
    DEM_MATRIX_MLP,
    DEM_MATRIX_ARC,
    DEM_MATRIX_REL,
    DEM_MATRIX_COUNT
} dem_net_matrix;

/* Columns of each, and rows, filled up to a multiple of 16; 0 past the last. */
uint32_t dem_net_columns(unsigned matrix);
uint32_t dem_net_rows(unsigned matrix, uint32_t n_tags);

/* Numbers that are not in matrices. */
typedef struct dem_net_values {
    float row_scale; /* a step of the rows' numbers */
    float gate_v[DEM_NET_LAYERS][4 * DEM_NET_H], gate_b[DEM_NET_LAYERS][4 * DEM_NET_H];
    float root_arc[DEM_NET_ARC], root_rel[DEM_NET_REL];
    float dist[DEM_NET_DIST];
} dem_net_values;

/* Weights as the model file has them; everything is borrowed from there. */
typedef struct dem_net {
    dem_words words;       /* atom `low` -> dem_net_word() */
    const uint8_t *vector; /* [n_vector][DEM_NET_VEC], bytes as kernel.h has them */
    uint32_t n_vector;
    const int8_t *rows; /* [DEM_NET_ROWS][DEM_NET_EMB] */
    const dem_net_values *values;
    dem_matrix matrix[DEM_MATRIX_COUNT];
    uint32_t n_tags;
} dem_net;

typedef struct dem_net_work dem_net_work; /* workspace of one thread */

/* A workspace for `net`, which must outlive it and stay as it is. `kernel` NULL takes the best. */
dem_net_work *dem_net_work_new(const dem_net *net, const dem_kernel *kernel);
void dem_net_work_free(dem_net_work *w);

/* Some sentences side by side: those of sentence k are word[from[k]] .. word[from[k + 1] - 1]. Their products are
 * done together, and the results are those of each alone. */
typedef struct dem_net_batch {
    const dem_word *word;
    const uint32_t *from; /* [n + 1], rising, from[0] = 0, from[n] at most DEM_MAX_TOKENS */
    uint32_t n;           /* at least 1 */
} dem_net_batch;

/* Per word: the number of its tag, its head (in its sentence, DEM_ROOT for the root), its relation. One tree a
 * sentence. */
void dem_net_run(dem_net_work *work, const dem_net_batch *batch, uint8_t *tag, int16_t *head, uint8_t *rel);

#endif
