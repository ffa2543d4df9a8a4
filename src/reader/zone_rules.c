/* reader/zone_rules.c - what one line, or one sentence of it, tells by itself. */
#include "base/utf8.h"
#include "reader/zone_units.h"

typedef struct {
    uint8_t kind;
    uint16_t max;
    dem_str phrase;
} row;

static const row LINE_IS_ROWS[] = {
#define LINE_IS(kind, phrase) {DEM_ZONE_##kind, 0, {phrase, sizeof(phrase) - 1}},
#include "reader/zone_phrases.def"
};
static const row LINE_STARTS_ROWS[] = {
#define LINE_STARTS(kind, max, phrase) {DEM_ZONE_##kind, max, {phrase, sizeof(phrase) - 1}},
#include "reader/zone_phrases.def"
};
static const row LINE_HAS_ROWS[] = {
#define LINE_HAS(kind, max, phrase) {DEM_ZONE_##kind, max, {phrase, sizeof(phrase) - 1}},
#include "reader/zone_phrases.def"
};
static const row LINE_ENDS_ROWS[] = {
#define LINE_ENDS(kind, max, phrase) {DEM_ZONE_##kind, max, {phrase, sizeof(phrase) - 1}},
#include "reader/zone_phrases.def"
};
static const row FRAG_STARTS_ROWS[] = {
#define FRAG_STARTS(kind, max, phrase) {DEM_ZONE_##kind, max, {phrase, sizeof(phrase) - 1}},
#include "reader/zone_phrases.def"
};
static const row FRAG_HAS_ROWS[] = {
#define FRAG_HAS(kind, max, phrase) {DEM_ZONE_##kind, max, {phrase, sizeof(phrase) - 1}},
#include "reader/zone_phrases.def"
};
static const row SENT_STARTS_ROWS[] = {
#define SENT_STARTS(kind, max, phrase) {DEM_ZONE_##kind, max, {phrase, sizeof(phrase) - 1}},
#include "reader/zone_phrases.def"
};
static const row SENT_HAS_ROWS[] = {
#define SENT_HAS(kind, max, phrase) {DEM_ZONE_##kind, max, {phrase, sizeof(phrase) - 1}},
#include "reader/zone_phrases.def"
};
static const row OPENS_ROWS[] = {
#define OPENS(kind, phrase) {DEM_ZONE_##kind, 0, {phrase, sizeof(phrase) - 1}},
#include "reader/zone_phrases.def"
};

#define COUNT(a) (sizeof(a) / sizeof *(a))
#define W(literal)                                                                                             \
    {                                                                                                          \
        literal, sizeof(literal) - 1                                                                           \
    }

static bool whole(dem_str s, dem_str phrase)
{
    return dem_str_eq(s, phrase);
}
static bool ends(dem_str s, dem_str phrase)
{
    return dem_str_ends(s, phrase);
}

static dem_zone_kind look_up(const row *r, size_t n, dem_str s, uint32_t words, bool (*fits)(dem_str, dem_str))
{
    for (size_t i = 0; i < n; i++)
        if ((r[i].max == 0 || words <= r[i].max) && fits(s, r[i].phrase)) return r[i].kind;
    return DEM_ZONE_BODY;
}

static dem_zone_kind by_phrase(const zone_unit *u)
{
    enum { LONGEST = 80 }; /* no phrase allows more words: spares long paragraphs the search */
    if (u->words > LONGEST) return DEM_ZONE_BODY;
    dem_str fold = u->fold;
    while (fold.n && (fold.p[0] == '[' || fold.p[0] == '*')) fold = dem_str_sub(fold, 1, fold.n);
    dem_zone_kind k = look_up(LINE_IS_ROWS, COUNT(LINE_IS_ROWS), u->core, u->words, whole);
    if (!k) k = look_up(LINE_STARTS_ROWS, COUNT(LINE_STARTS_ROWS), fold, u->words, zone_starts);
    if (!k && !u->full) k = look_up(FRAG_STARTS_ROWS, COUNT(FRAG_STARTS_ROWS), fold, u->words, zone_starts);
    if (!k && !u->full) k = look_up(FRAG_HAS_ROWS, COUNT(FRAG_HAS_ROWS), fold, u->words, zone_has);
    if (!k) k = look_up(LINE_ENDS_ROWS, COUNT(LINE_ENDS_ROWS), u->core, u->words, ends);
    if (!k) k = look_up(LINE_HAS_ROWS, COUNT(LINE_HAS_ROWS), fold, u->words, zone_has);
    return k;
}

dem_zone_kind zone_opens(const zone_unit *u)
{
    return look_up(OPENS_ROWS, COUNT(OPENS_ROWS), u->core, u->words, whole);
}

static bool in_list(dem_str word, const dem_str *list, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (list[i].n == word.n && list[i].p[0] == word.p[0] && dem_str_eq(word, list[i])) return true;
    return false;
}

/* --- dates and times standing alone --------------------------------------------------------------- */

static const dem_str STRONG_DATE[] = {
    W("january"), W("february"),  W("march"),   W("april"),    W("may"),      W("june"),      W("july"),
    W("august"),  W("september"), W("october"), W("november"), W("december"), W("jan"),       W("feb"),
    W("mar"),     W("apr"),       W("jun"),     W("jul"),      W("aug"),      W("sep"),       W("sept"),
    W("oct"),     W("nov"),       W("dec"),     W("monday"),   W("tuesday"),  W("wednesday"), W("thursday"),
    W("friday"),  W("saturday"),  W("sunday"),  W("mon"),      W("tue"),      W("wed"),       W("thu"),
    W("fri"),     W("sat"),       W("sun"),     W("a.m"),      W("p.m"),      W("am"),        W("pm"),
    W("ago"),     W("noon"),      W("midnight")};
static const dem_str WEAK_DATE[] = {
    W("et"),  W("est"),  W("edt"),     W("gmt"),  W("utc"),  W("bst"),   W("cst"),      W("cdt"),   W("pst"),
    W("pdt"), W("ist"),  W("amt"),     W("cet"),  W("cest"), W("msk"),   W("on"),       W("at"),    W("the"),
    W("of"),  W("and"),  W("local"),   W("time"), W("last"), W("date"),  W("hrs"),      W("hours"), W("hour"),
    W("min"), W("mins"), W("minutes"), W("day"),  W("days"), W("first"), W("modified"), W("z"),     W("to")};
static const dem_str STAMP[] = {W("updated"), W("published"), W("posted"), W("modified"), W("created")};

/* "2019", "23rd", "05:47", "1:19pm", "2017-09-15", "9/11/2017" */
static bool numeric(dem_str w)
{
    size_t digits = 0, letters = 0;
    for (size_t i = 0; i < w.n; i++) {
        char c = w.p[i];
        if (c >= '0' && c <= '9') digits++;
        else if (c >= 'a' && c <= 'z') letters++;
        else if (!strchr(":-/.+", c)) return false;
    }
    return digits > 0 && letters <= 2;
}

static bool capitalised(dem_str word)
{
    size_t at = 0;
    word = zone_bare(word);
    return word.n && dem_is_upper(dem_utf8_next(word, &at));
}

/* Only dates, times and what goes with them; or such words behind the name of a paper and "Updated". */
static bool is_stamp(const zone_unit *u)
{
    uint32_t strong = 0, other = 0, stamps = 0, numbers = 0;
    dem_str rest = u->fold, original = u->text, w, o;
    if (u->words > 14) return false;
    while (zone_next_word(&rest, &w) && zone_next_word(&original, &o)) {
        dem_str bare = zone_bare(w);
        if (bare.n == 0) continue;
        if (in_list(bare, STRONG_DATE, COUNT(STRONG_DATE))) strong++;
        else if (numeric(bare)) numbers++;
        else if (in_list(bare, STAMP, COUNT(STAMP))) stamps++;
        else if (!in_list(bare, WEAK_DATE, COUNT(WEAK_DATE))) {
            if (!capitalised(o)) return false;
            other++;
        }
    }
    if (other) return other <= 4 && stamps && numbers;
    return strong || (numbers && stamps);
}

/* --- who wrote it ---------------------------------------------------------------------------------- */

/* "By Jane Doe and JOHN ROE, Associated Press", "Reporting by Jane Doe in Kyiv": behind "by" every word is
 * a name or joins names. */
static bool is_byline(const zone_unit *u)
{
    static const dem_str LEADS[] = {W("by"),          W("reporting by"), W("writing by"), W("editing by"),
                                    W("compiled by"), W("edited by"),    W("written by"), W("story by"),
                                    W("text by"),     W("words by")};
    static const dem_str JOINING[] = {W("and"), W("of"),   W("in"),      W("for"),       W("the"),
                                      W("at"),  W("with"), W("de"),      W("van"),       W("von"),
                                      W("bin"), W("al"),   W("da"),      W("del"),       W("la"),
                                      W("der"), W("by"),   W("writing"), W("reporting"), W("editing")};
    bool lead = false;
    uint32_t names = 0, i = 0;
    for (size_t k = 0; k < COUNT(LEADS); k++) lead |= zone_starts(u->fold, LEADS[k]);
    if (!lead || u->words < 2 || u->words > 30) return false;
    dem_str rest = u->text, word;
    for (; zone_next_word(&rest, &word); i++) {
        dem_str bare = zone_bare(word);
        if (i == 0 || bare.n == 0) continue;
        if (capitalised(word)) names++;
        else if (!in_list(bare, JOINING, COUNT(JOINING))) return false;
    }
    return names > 0;
}

/* A dateline or an agency's mark standing alone: "HANOI, Vietnam (AP) -", "(Reuters)". */
static bool is_lone_dateline(const zone_unit *u)
{
    dem_str s = u->fold;
    if (u->words > 8 || u->full) return false;
    while (s.n && (s.p[s.n - 1] == '-' || s.p[s.n - 1] == ' ')) s.n--;
    return s.n && s.p[s.n - 1] == ')' && memchr(s.p, '(', s.n) && u->lower == 0 && u->words <= 6 &&
           (zone_has(s, DEM_STR("ap")) || zone_has(s, DEM_STR("reuters")) || zone_has(s, DEM_STR("afp")) ||
            zone_has(s, DEM_STR("xinhua")) || zone_has(s, DEM_STR("tass")) || zone_has(s, DEM_STR("upi")));
}

/* "Jane Doe is a correspondent for ...": one is told of the author in the present tense. */
static bool is_biography(const zone_unit *u)
{
    static const dem_str ROLES[] = {W("correspondent"), W("reporter"), W("columnist"), W("contributor"),
                                    W("journalist"),    W("editor"),   W("writer"),    W("producer")};
    static const dem_str WHERE[] = {W("for"), W("at"), W("based"), W("who"), W("covering"), W("with"), W("in")};
    dem_str rest = u->fold, word;
    if (u->words < 6 || u->words > 50 || !u->starts_upper) return false;
    bool is = false, role = false;
    for (int i = 0; i < 12 && zone_next_word(&rest, &word); i++) {
        dem_str bare = zone_bare(word);
        if (role) return in_list(bare, WHERE, COUNT(WHERE)) && zone_has(u->fold, DEM_STR("@"));
        if (dem_str_is(bare, "is") && i >= 2 && i <= 3) is = true;
        role = is && in_list(bare, ROLES, COUNT(ROLES));
    }
    return false;
}

/* --- pictures -------------------------------------------------------------------------------------- */

/* Agencies' captions give place, day and year in full and say who stands where:
 * "..., left, and ... shake hands in Hanoi, Vietnam, Wednesday, Nov. 20, 2019." */
static bool is_agency_caption(const zone_unit *u)
{
    static const dem_str POSITION[] = {
        W(", left,"),       W(", right,"),      W("(l)"),          W("(r)"),
        W("(c)"),           W(", center,"),     W(", centre,"),    W("(c-r)"),
        W("(l-r)"),         W("second left"),   W("second right"), W("file photo"),
        W("in this photo"), W("in this image"), W("... more"),     W("seen in this")};
    enum { N_MONTHS = 24 }; /* the first of STRONG_DATE */
    bool month = false, year = false, position = false;
    if (u->words > 70) return false;
    for (size_t i = 0; i < COUNT(POSITION); i++) position |= dem_str_find(u->fold, POSITION[i]) < u->fold.n;
    if (!position) return false;
    dem_str rest = u->fold, word;
    while (zone_next_word(&rest, &word)) {
        dem_str bare = zone_bare(word);
        month |= in_list(bare, STRONG_DATE, N_MONTHS);
        year |= bare.n == 4 && (dem_str_starts(bare, DEM_STR("20")) || dem_str_starts(bare, DEM_STR("19"))) &&
                numeric(bare);
    }
    return month && year;
}

/* "... (c) Reuters / David Mercado" behind a caption, or the sign alone. */
static bool has_credit(const zone_unit *u)
{
    size_t sign = dem_str_find(u->text, DEM_STR("\xC2\xA9"));
    return u->words <= 60 && sign < u->text.n && sign > 0 && u->text.n - sign < 60;
}

/* --- what is no language --------------------------------------------------------------------------- */

static bool has_letters(dem_str s)
{
    for (size_t at = 0; at < s.n;)
        if (dem_is_letter(dem_utf8_next(s, &at))) return true;
    return false;
}

/* One word that is an address, or style sheet and script left over from a page. */
static bool is_code(const zone_unit *u)
{
    dem_str s = u->fold;
    if (u->words == 1 && (dem_str_starts(s, DEM_STR("http")) || dem_str_starts(s, DEM_STR("www.")) ||
                          memchr(s.p, '@', s.n) || dem_str_starts(s, DEM_STR("<"))))
        return true;
    if (u->last == '{' || u->last == '}' || dem_str_ends(s, DEM_STR("/>"))) return true;
    return u->last == ';' && u->words <= 4 && memchr(s.p, ':', s.n);
}

/* Running text in another language that uses Latin letters: its small words and none of ours. Names have
 * some of them too ("Lula da Silva"), so several are needed. */
static bool is_foreign(const zone_unit *u)
{
    const zone_words *w = &u->about;
    return w->words >= 8 && w->others >= 3 && w->others * 6 >= w->words && w->english * 4 < w->others;
}

/* Most letters are of no Latin script. */
static bool is_other_script(const zone_unit *u)
{
    uint32_t letters = 0, far = 0;
    size_t ascii = 0;
    while (ascii < u->text.n && !(u->text.p[ascii] & 0x80)) ascii++;
    for (size_t at = ascii == u->text.n ? ascii : 0; at < u->text.n;) {
        uint32_t c = dem_utf8_next(u->text, &at);
        if (!dem_is_letter(c)) continue;
        letters++;
        far += c >= 0x370 && !(c >= 0x1E00 && c < 0x1F00);
    }
    return far * 2 > letters;
}

/* A line all in [ ]: pointers to other pieces, "[Video: ...]". */
static bool is_bracketed(const zone_unit *u)
{
    return u->text.p[0] == '[' && u->last == ']' && !memchr(u->text.p + 1, '[', u->text.n - 1);
}

/* Who said a quotation that was set apart: an em dash and the name with no blank between, or few words
 * behind any dash. Items of a list begin with a dash as well, but have more to say. */
static bool is_signature(const zone_unit *u)
{
    if (u->full || u->words > 20 || u->fold.p[0] != '-') return false; /* every dash is '-' there */
    return u->words <= 5 || (dem_str_starts(u->text, DEM_STR("\xE2\x80\x94")) && u->fold.p[1] != ' ');
}

/* A reader who has been addressed goes on being addressed. */
static bool addresses_reader(dem_str fold)
{
    static const dem_str WORDS[] = {W("you"), W("your"), W("make sure"), W("please")};
    for (size_t i = 0; i < COUNT(WORDS); i++)
        if (zone_has(fold, WORDS[i])) return true;
    return false;
}

dem_zone_kind zone_judge_sentence(const zone_unit *u, dem_zone_kind after)
{
    enum { LONGEST = 60 };
    if (u->words > LONGEST) return DEM_ZONE_BODY;
    dem_zone_kind k = DEM_ZONE_BODY;
    /* Each phrase has such a word: spares most sentences the search. */
    if (u->about.all & W_TELLING) {
        k = look_up(SENT_STARTS_ROWS, COUNT(SENT_STARTS_ROWS), u->fold, u->words, zone_starts);
        if (!k) k = look_up(SENT_HAS_ROWS, COUNT(SENT_HAS_ROWS), u->fold, u->words, zone_has);
    }
    if (!k && is_foreign(u)) k = DEM_ZONE_BOILERPLATE;
    if (!k && after == DEM_ZONE_PAYWALL && addresses_reader(u->fold)) k = DEM_ZONE_PAYWALL;
    return k;
}

static dem_zone_kind by_shape(const zone_unit *u)
{
    if (has_credit(u) || is_agency_caption(u)) return DEM_ZONE_CAPTION;
    if (!has_letters(u->text) || is_code(u)) return DEM_ZONE_BOILERPLATE;
    if (is_stamp(u) || is_byline(u) || is_lone_dateline(u) || is_biography(u)) return DEM_ZONE_BOILERPLATE;
    if (is_bracketed(u)) return DEM_ZONE_RELATED;
    if (is_signature(u) || is_foreign(u) || is_other_script(u)) return DEM_ZONE_BOILERPLATE;
    return DEM_ZONE_BODY;
}

void zone_judge_line(zone_unit *u)
{
    u->kind = by_phrase(u);
    /* A line that is no full sentence is judged as one: later it would pass for a heading. */
    if (!u->kind && !u->full) u->kind = zone_judge_sentence(u, DEM_ZONE_BODY);
    if (u->kind) u->by = ZONE_BY_PHRASE;
    else if ((u->kind = by_shape(u))) u->by = ZONE_BY_SHAPE;
}
