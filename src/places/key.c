/* places/key.c - see key.h. */
#include "places/key.h"

bool dem_places_key_add(dem_buf *key, dem_str word, bool shouted, uint32_t *n)
{
    dem_str piece;
    while (dem_piece_next(&word, &piece)) {
        dem_key one, small;
        dem_key_cased(&one, piece);
        if (!one.n) return false;
        if (shouted) {
            dem_key_capitalised(&small, &one);
            one = small;
        }
        if (key->n) dem_buf_addc(key, ' ');
        dem_buf_add(key, dem_key_str(&one));
        ++*n;
    }
    return true;
}

void dem_places_key_of(dem_buf *key, dem_str name)
{
    uint32_t n = 0;
    dem_buf_clear(key);
    bool capital = name.n && ((name.p[0] >= 'A' && name.p[0] <= 'Z') || (unsigned char)name.p[0] >= 0x80);
    bool good =
        name.n > 1 && (capital || dem_str_starts(name, DEM_STR("al-")) || dem_str_starts(name, DEM_STR("el-")));
    good = good && dem_places_key_add(key, name, dem_all_caps(name) >= 4, &n) && n <= DEM_PLACES_PIECES;
    /* what is not ASCII after folding is another script */
    for (size_t i = 0; good && i < key->n; i++) good = (unsigned char)key->p[i] < 0x80;
    bool letter = false;
    for (size_t i = 0; good && i < key->n; i++) letter |= key->p[i] >= 'A' && key->p[i] <= 'z';
    if (!good || !letter) dem_buf_clear(key);
}
