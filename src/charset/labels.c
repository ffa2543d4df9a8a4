/* charset/labels.c - see labels.h. */
#include "charset/labels.h"

/* A character set by ICU's name, and its labels with a blank on both sides of each. */
static const struct row {
    const char *icu, *labels;
} ROWS[] = {
    {"utf-8", " utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf_8 utf8mb4 "},
    {"windows-1252", " windows-1252 iso-8859-1 iso8859-1 iso_8859-1 iso88591 iso_8859-1:1987 iso-ir-100 latin1 latin-1 "
                     "l1 us-ascii ascii ansi ansi_x3.4-1968 iso646-us cp1252 cp819 ibm819 x-cp1252 csisolatin1 "
                     "windows1252 win-1252 iso-8859-1:1987 "},
    {"iso-8859-2", " iso-8859-2 iso8859-2 iso_8859-2 iso88592 iso_8859-2:1987 iso-ir-101 latin2 l2 csisolatin2 "},
    {"iso-8859-3", " iso-8859-3 iso8859-3 iso_8859-3 iso88593 iso_8859-3:1988 iso-ir-109 latin3 l3 csisolatin3 "},
    {"iso-8859-4", " iso-8859-4 iso8859-4 iso_8859-4 iso88594 iso_8859-4:1988 iso-ir-110 latin4 l4 csisolatin4 "},
    {"iso-8859-5", " iso-8859-5 iso8859-5 iso_8859-5 iso88595 iso_8859-5:1988 iso-ir-144 cyrillic "
                   "csisolatincyrillic "},
    {"iso-8859-6", " iso-8859-6 iso8859-6 iso_8859-6 iso88596 iso_8859-6:1987 iso-8859-6-e iso-8859-6-i iso-ir-127 "
                   "arabic asmo-708 ecma-114 csisolatinarabic csiso88596e csiso88596i "},
    {"iso-8859-7", " iso-8859-7 iso8859-7 iso_8859-7 iso88597 iso_8859-7:1987 iso-ir-126 greek greek8 ecma-118 "
                   "elot_928 sun_eu_greek csisolatingreek "},
    {"iso-8859-8", " iso-8859-8 iso8859-8 iso_8859-8 iso88598 iso_8859-8:1988 iso-8859-8-e iso-8859-8-i iso-ir-138 "
                   "hebrew visual logical csisolatinhebrew csiso88598e csiso88598i "},
    {"iso-8859-10", " iso-8859-10 iso8859-10 iso885910 iso-ir-157 latin6 l6 csisolatin6 "},
    {"iso-8859-13", " iso-8859-13 iso8859-13 iso885913 "},
    {"iso-8859-14", " iso-8859-14 iso8859-14 iso885914 "},
    {"iso-8859-15", " iso-8859-15 iso8859-15 iso_8859-15 iso885915 latin9 l9 csisolatin9 "},
    {"windows-1250", " windows-1250 cp1250 x-cp1250 win-1250 windows1250 "},
    {"windows-1251", " windows-1251 cp1251 x-cp1251 win-1251 windows1251 "},
    {"windows-1253", " windows-1253 cp1253 x-cp1253 "},
    {"windows-1254", " windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso_8859-9 iso88599 iso_8859-9:1989 "
                     "iso-ir-148 latin5 l5 csisolatin5 "},
    {"windows-1255", " windows-1255 cp1255 x-cp1255 "},
    {"windows-1256", " windows-1256 cp1256 x-cp1256 "},
    {"windows-1257", " windows-1257 cp1257 x-cp1257 "},
    {"windows-1258", " windows-1258 cp1258 x-cp1258 "},
    {"windows-874", " windows-874 tis-620 iso-8859-11 iso8859-11 iso885911 dos-874 "},
    {"ibm866", " ibm866 cp866 866 csibm866 "},
    {"koi8-r", " koi8-r koi8 koi koi8_r cskoi8r "},
    {"koi8-u", " koi8-u koi8-ru "},
    {"macintosh", " macintosh mac x-mac-roman csmacintosh "},
    {"x-mac-cyrillic", " x-mac-cyrillic x-mac-ukrainian "},
    {"gb18030", " gb18030 gb2312 gbk x-gbk gb_2312 gb_2312-80 chinese csgb2312 csiso58gb231280 iso-ir-58 cp936 "
                "windows-936 euc-cn "},
    {"hz", " hz-gb-2312 hz "},
    {"big5-hkscs", " big5 big5-hkscs cn-big5 csbig5 x-x-big5 big-5 cp950 windows-950 "},
    {"euc-jp", " euc-jp x-euc-jp cseucpkdfmtjapanese eucjp "},
    {"windows-31j", " shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis cp932 "},
    {"iso-2022-jp", " iso-2022-jp csiso2022jp "},
    {"iso-2022-kr", " iso-2022-kr csiso2022kr "},
    {"windows-949", " euc-kr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean cseuckr csksc56011987 iso-ir-149 "
                    "windows-949 cp949 "},
    {"utf-16le", " utf-16 utf-16le unicode unicodefeff ucs-2 iso-10646-ucs-2 csunicode utf16 "},
    {"utf-16be", " utf-16be unicodefffe "},
    {"utf-32le", " utf-32 utf-32le "},
    {"utf-32be", " utf-32be "},
};

/* The longest label that is one, with its two blanks and a NUL. */
enum { LONGEST = 32 };

const char *dem_charset_label(dem_str label)
{
    label = dem_str_trim(label);
    char wanted[LONGEST] = " ";
    if (label.n == 0 || label.n + 3 > sizeof wanted) return NULL;
    dem_str_lower(label, wanted + 1, sizeof wanted - 1);
    if (memchr(wanted + 1, ' ', label.n) || memchr(wanted, 0, label.n + 1)) return NULL;
    wanted[label.n + 1] = ' ';
    wanted[label.n + 2] = 0;
    for (size_t i = 0; i < sizeof ROWS / sizeof *ROWS; i++)
        if (strstr(ROWS[i].labels, wanted)) return ROWS[i].icu;
    return NULL;
}
