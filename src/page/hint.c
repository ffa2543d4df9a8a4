/* page/hint.c - see hint.h. */
#include "page/hint.h"

typedef enum how { WHOLE, HEAD, ANY } how;

static const struct piece {
    const char *piece;
    uint8_t length, how;
    uint32_t hint;
} PIECES[] = {
#define HINT(piece, how, what) {piece, sizeof(piece) - 1, how, PAGE_HINT(what)},
#include "page/hint.def"
};
enum { N_PIECES = sizeof PIECES / sizeof *PIECES, MAX_NAME = 512 };

static bool name_letter(char c)
{
    char low = dem_byte_lower(c);
    return low >= 'a' && low <= 'z';
}
static bool capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* A word of the name begins at `i`: behind what is no letter, or with a capital behind a small letter. */
static bool word_starts(dem_str name, size_t i)
{
    return i == 0 || !name_letter(name.p[i - 1]) || (capital(name.p[i]) && !capital(name.p[i - 1]));
}
static bool word_ends(dem_str name, size_t i)
{
    return i == name.n || !name_letter(name.p[i]) || (capital(name.p[i]) && !capital(name.p[i - 1]));
}

static bool piece_at(const struct piece *piece, dem_str name, size_t i, bool starts)
{
    if (i + piece->length > name.n) return false;
    for (size_t k = 1; k < piece->length; k++)
        if (dem_byte_lower(name.p[i + k]) != piece->piece[k]) return false;
    return piece->how == ANY || (starts && (piece->how == HEAD || word_ends(name, i + piece->length)));
}

/* The table's rows by first letter: row[c] .. row[c + 1]. */
static void index_pieces(uint8_t row[27])
{
    size_t i = 0;
    for (unsigned c = 0; c < 26; c++) {
        row[c] = (uint8_t)i;
        while (i < N_PIECES && PIECES[i].piece[0] == (char)('a' + c)) i++;
    }
    row[26] = N_PIECES;
}

static uint32_t name_hints(dem_str name)
{
    uint8_t row[27];
    uint32_t hints = 0;
    if (!name.n) return 0;
    index_pieces(row);
    if (name.n > MAX_NAME) name.n = MAX_NAME;
    for (size_t i = 0; i < name.n; i++) {
        if (!name_letter(name.p[i])) continue;
        unsigned c = (unsigned)(dem_byte_lower(name.p[i]) - 'a');
        bool starts = word_starts(name, i);
        for (unsigned k = row[c]; k < row[c + 1]; k++)
            if (piece_at(&PIECES[k], name, i, starts)) hints |= PIECES[k].hint;
    }
    return hints;
}

static uint32_t role_hints(dem_str role)
{
    static const struct {
        const char *role;
        uint32_t hint;
    } ROLES[] = {
        {"navigation", PAGE_HINT(NAV)},     {"banner", PAGE_HINT(HEADER)},
        {"contentinfo", PAGE_HINT(FOOTER)}, {"complementary", PAGE_HINT(SIDE)},
        {"main", PAGE_HINT(MAIN)},          {"article", PAGE_HINT(ARTICLE)},
        {"dialog", PAGE_HINT(HIDDEN)},      {"alertdialog", PAGE_HINT(HIDDEN)},
        {"search", PAGE_HINT(NAV)},         {"menu", PAGE_HINT(NAV)},
        {"tablist", PAGE_HINT(NAV)},
    };
    for (size_t i = 0; i < sizeof ROLES / sizeof *ROLES; i++)
        if (dem_str_is(role, ROLES[i].role)) return ROLES[i].hint;
    return 0;
}

static bool style_hides(dem_str style)
{
    char low[MAX_NAME];
    style = dem_str_lower(style, low, sizeof low);
    size_t at = dem_str_find(style, DEM_STR("display"));
    if (at == style.n) return false;
    dem_str value = dem_str_trim(dem_str_sub(style, at + 7, style.n));
    if (!dem_str_starts(value, DEM_STR(":"))) return false;
    return dem_str_starts(dem_str_trim(dem_str_sub(value, 1, value.n)), DEM_STR("none"));
}

uint32_t page_hints(const xmlNode *element)
{
    uint32_t hints = 0;
    for (const xmlAttr *a = element->properties; a; a = a->next) {
        const char *name = (const char *)a->name;
        const xmlNode *content = a->children;
        dem_str value = dem_str_from(content && content->content ? (const char *)content->content : "");
        if (strcmp(name, "class") == 0 || strcmp(name, "id") == 0) hints |= name_hints(value);
        else if (strcmp(name, "role") == 0) hints |= role_hints(value);
        else if (strcmp(name, "hidden") == 0) hints |= PAGE_HINT(UNSEEN);
        else if (strcmp(name, "style") == 0) hints |= style_hides(value) ? PAGE_HINT(UNSEEN) : 0;
        else if (strcmp(name, "itemprop") == 0)
            hints |= dem_str_is(value, "articleBody") ? PAGE_HINT(BODYPROP) : name_hints(value);
    }
    return hints;
}
