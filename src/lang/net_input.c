/* lang/net_input.c - words to the network's inputs. */
#include "lang/net.h"

static uint32_t shared_row(uint64_t atom)
{
    return atom ? DEM_NET_OWN + (uint32_t)(atom >> 40) % (DEM_NET_ROWS - DEM_NET_OWN) : UINT32_MAX;
}

void dem_net_inputs(const dem_words *words, const dem_word *w, uint32_t n, dem_net_input *in)
{
    for (uint32_t i = 0; i < n; i++) {
        uint32_t value = dem_words_get(words, w[i].low), own = value == DEM_WORDS_NONE ? 0 : value >> 17;
        in[i].vec = value & DEM_NET_NO_VECTOR;
        in[i].row[0] = own && own <= DEM_NET_OWN ? own - 1 : UINT32_MAX;
        const uint64_t atom[DEM_NET_FEATURES - 1] = {
            w[i].suffix[0], w[i].suffix[1], w[i].suffix[2],
            w[i].suffix[3], w[i].prefix[0], w[i].prefix[1],
            w[i].prefix[2], w[i].shape,     in[i].vec == DEM_NET_NO_VECTOR ? dem_atom(90) : 0};
        for (int k = 1; k < DEM_NET_FEATURES; k++) in[i].row[k] = shared_row(atom[k - 1]);
    }
}
