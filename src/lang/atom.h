/* lang/atom.h - well-mixed 64-bit numbers that stand for words and parts of words. */
#ifndef DEM_LANG_ATOM_H
#define DEM_LANG_ATOM_H
#include <stdint.h>

/* Spreads a small number or a hash over 64 bits (splitmix64's finish). Never 0 for v below 2^32. */
static inline uint64_t dem_atom(uint64_t v)
{
    v += 0x9e3779b97f4a7c15u;
    v = (v ^ (v >> 30)) * 0xbf58476d1ce4e5b9u;
    v = (v ^ (v >> 27)) * 0x94d049bb133111ebu;
    return v ^ (v >> 31);
}

#endif
