/* lang/split.c - sentences by rule. (first version) */
#include "lang/lang.h"
#include "base/vec.h"
void dem_split(dem_arena *arena, const dem_report *r, dem_sentence **out, uint32_t *n)
{
    DEM_VEC(dem_sentence) v = {0};
    dem_str t = r->text;
    uint32_t par = 0;
    for (size_t i = 0; i < t.n;) {
        size_t j = i;
        while (j < t.n && t.p[j] != '\n' && !(strchr(".!?", t.p[j]) && (j + 1 == t.n || t.p[j + 1] == ' ' || t.p[j + 1] == '\n'))) j++;
        if (j < t.n) j++;
        size_t a = i, b = j;
        while (a < b && strchr(" \n\t\r", t.p[a])) a++;
        while (b > a && strchr(" \n\t\r", t.p[b - 1])) b--;
        if (a < b) { dem_sentence s = {.number = (uint32_t)v.n, .start = (uint32_t)a, .end = (uint32_t)b, .paragraph = par, .zone = dem_report_zone_at(r, (uint32_t)a)}; dem_vec_push(arena, &v, s); }
        i = j;
    }
    *out = v.at; *n = (uint32_t)v.n;
}
