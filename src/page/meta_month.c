/* page/meta_month.c - see meta_month.h. */
#include "page/meta_month.h"

enum { LONGEST = 12 };

/* Without accents, blanks between. No name stands for two months, in whatever languages. */
static const char *const MONTHS[] = {
    "january jan januar janner enero ene janvier janv janeiro gennaio gen",
    "february feb februar febrero fevrier fevr fev fevereiro febbraio",
    "march mar marz marzo mars marco mrz",
    "april apr abril abr avril avr aprile",
    "may mai mayo maio maggio mag",
    "june jun juni junio juin junho giugno giu",
    "july jul juli julio juillet juil julho luglio lug",
    "august aug agosto ago aout",
    "september sep sept septiembre setiembre septembre setembro set settembre sett",
    "october oct oktober okt octubre octobre outubro out ottobre ott",
    "november nov noviembre novembre novembro",
    "december dec dezember dez diciembre dic decembre dezembro dicembre",
};

/* The second byte of a letter of Latin-1 as its bare letter; 0 for others. */
static char bare(unsigned char c)
{
    if (c >= 0x80 && c <= 0x9e) c += 0x20; /* a capital */
    if (c >= 0xa0 && c <= 0xa5) return 'a';
    if (c == 0xa7) return 'c';
    if (c >= 0xa8 && c <= 0xab) return 'e';
    if (c >= 0xac && c <= 0xaf) return 'i';
    if (c >= 0xb2 && c <= 0xb6) return 'o';
    return c >= 0xb9 && c <= 0xbc ? 'u' : 0;
}

/* `word` in small letters without accents; empty if it is too long or has other letters. */
static dem_str plain(dem_str word, char out[LONGEST])
{
    size_t n = 0;
    for (size_t i = 0; i < word.n; i++) {
        char c = dem_byte_lower(word.p[i]);
        if (c == '\xc3' && i + 1 < word.n) c = bare((unsigned char)word.p[++i]);
        if (c < 'a' || c > 'z' || n == LONGEST) return (dem_str){NULL, 0};
        out[n++] = c;
    }
    return (dem_str){out, n};
}

int dem_meta_month(dem_str word)
{
    char small[LONGEST];
    dem_str name = plain(word, small);
    if (name.n < 3) return 0;
    for (int m = 0; m < 12; m++) {
        dem_str rest = dem_str_from(MONTHS[m]), one;
        while (dem_str_next(&rest, ' ', &one))
            if (dem_str_eq(one, name)) return m + 1;
    }
    return 0;
}
