/* import/bracket.c - a code and its days: "CHNGOV 030315-130314".
 *
 * Days are written YYMMDD, where 00 to 30 are of this century, or YYYYMMDD. "<" is before the day, ">" from the
 * day on: the dictionaries give with ">" the day on which an office begins. Both ends of a span belong to it; of
 * two spans that meet in a day the first one written counts, with us as with them. */
#include "import/parts.h"

/* The 31st of a month that ends earlier is its last day: whole files were made with 31 for the end of any. */
static dem_date day_of(dem_str s)
{
    uint32_t digits;
    if ((s.n != 6 && s.n != 8) || !dem_str_u32(s, &digits)) return DEM_DATE_NONE;
    int day = (int)(digits % 100), month = (int)(digits / 100 % 100), year = (int)(digits / 10000);
    if (s.n == 6) year += year <= 30 ? 2000 : 1900;
    if (month < 1 || month > 12 || year < 1) return DEM_DATE_NONE;
    if (day <= 31 && day > dem_month_days(year, month)) day = dem_month_days(year, month);
    return dem_date_from(year, month, day);
}

static bool read_days(dem_str s, dem_bracket *out)
{
    size_t dash = dem_str_find(s, DEM_STR("-"));
    bool before = dem_str_starts(s, DEM_STR("<")), after = dem_str_starts(s, DEM_STR(">"));
    if (before || after) {
        dem_date day = day_of(dem_str_trim(dem_str_sub(s, 1, s.n)));
        if (day == DEM_DATE_NONE) return false;
        if (before && dem_date_civil(day - 1).year == 0) return false; /* nothing is before the first day */
        if (before) out->to = day - 1;
        else out->from = day;
        return true;
    }
    if (dash == s.n) return false;
    out->from = day_of(dem_str_trim(dem_str_sub(s, 0, dash)));
    out->to = day_of(dem_str_trim(dem_str_sub(s, dash + 1, s.n)));
    return out->from != DEM_DATE_NONE && out->to != DEM_DATE_NONE && out->from <= out->to;
}

bool dem_bracket_read(dem_str text, dem_bracket *out)
{
    size_t n = 0;
    while (n < text.n && !dem_byte_blank(text.p[n]) && text.p[n] != '<' && text.p[n] != '>') n++;
    dem_str code = dem_str_sub(text, 0, n), days = dem_str_trim(dem_str_sub(text, n, text.n));
    *out = (dem_bracket){.code = code, .dated = days.n > 0, .from = DEM_DATE_NONE, .to = DEM_DATE_NONE};
    if (dem_str_starts(code, DEM_STR("~"))) {
        out->agent = true;
        out->code = dem_str_sub(code, 1, code.n);
    } else if (dem_str_ends(code, DEM_STR("~"))) {
        out->agent = true;
        out->code = dem_str_sub(code, 0, code.n - 1);
    }
    return !out->dated || read_days(days, out);
}
