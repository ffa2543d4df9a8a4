/* charset/mojibake.c - UTF-8 that was read as windows-1252 or Latin-1 and written down as what that showed.
 *
 * A character of several bytes then stands there as a letter (its first byte: an accented capital, or a small letter
 * from a-grave on) and one to three characters that are mostly signs. Only what reads back as one character is looked
 * at; and since "É…", "será»…" and "10 Å²" read back as well, three things must come together: the result is a
 * character that texts have, the signs stand where nobody writes them, and the letters around do not explain them
 * (a capital behind a small letter, a sign before one). Signs that may follow a letter in real text decide nothing by
 * themselves. Several in a row support each other. What is only likely is mended if the text has certain ones, and
 * not many accented letters that are in order. */
#include "base/utf8.h"
#include "charset/step.h"
#include "charset/windows1252.h"

typedef enum verdict { NO, LIKELY, CERTAIN } verdict;

/* One character in disguise. */
typedef struct seq {
    size_t from, to; /* bytes of the text */
    uint32_t c;      /* what it was */
    unsigned char byte[4];
    unsigned n;
} seq;

/* Sequences that touch each other, and what that says. */
typedef struct run {
    size_t n;
    bool odd, sound; /* one has a sign that follows no letter; all are characters that texts have */
} run;

/* What the characters of bytes 0x80 to 0xBF are behind a letter: 'o' odd, 's' a sign that may well stand there,
 * 'p' punctuation that may, 'l' a letter. */
static const char CLASSES[] = "ooooopssoolplolo"  /* € . ‚ ƒ „ … † ‡  ˆ ‰ Š ‹ Œ . Ž . */
                              "oppppppposlplolo"  /* . ‘ ’ “ ” • – —  ˜ ™ š › œ . ž Ÿ */
                              "poooooooosspopso"  /* nbsp ¡ ¢ £ ¤ ¥ ¦ §  ¨ © ª « ¬ shy ® ¯ */
                              "sosspoososspoooo"; /* ° ± ² ³ ´ µ ¶ ·  ¸ ¹ º » ¼ ½ ¾ ¿ */

static char class_of(unsigned char byte)
{
    return CLASSES[byte - 0x80];
}

/* Reads the sequence whose first byte is shown at `at`. */
static bool read_seq(dem_str s, size_t at, seq *q)
{
    if (at >= s.n || (unsigned char)s.p[at] != 0xC3) return false; /* all first bytes are written so */
    *q = (seq){.from = at};
    q->byte[q->n++] = dem_1252_byte(dem_utf8_next(s, &at));
    unsigned more = q->byte[0] < 0xC2 ? 0 : q->byte[0] < 0xE0 ? 1 : q->byte[0] < 0xF0 ? 2 : q->byte[0] < 0xF5 ? 3 : 0;
    if (more == 0) return false;
    while (q->n <= more) {
        if (at >= s.n) return false;
        unsigned char byte = dem_1252_byte(dem_utf8_next(s, &at));
        if (byte < 0x80 || byte >= 0xC0) return false;
        q->byte[q->n++] = byte;
    }
    size_t used = 0;
    q->c = dem_utf8_next((dem_str){(const char *)q->byte, q->n}, &used);
    q->to = at;
    return used == q->n;
}

static bool in(uint32_t c, uint32_t first, uint32_t last)
{
    return c >= first && c <= last;
}

/* Letters that the languages of Europe (and Vietnamese) write with Latin letters, and the signs of Latin-1. */
static bool is_latin(uint32_t c)
{
    return in(c, 0xA0, 0x17F) || in(c, 0x218, 0x21B) || in(c, 0x1EA0, 0x1EF9);
}

/* Other scripts and signs that texts have. */
static bool is_usual(uint32_t c)
{
    return in(c, 0x300, 0x36F) || in(c, 0x370, 0x52F) || in(c, 0x531, 0x5F4) || in(c, 0x600, 0x6FF) ||
           in(c, 0x900, 0xFFF) || in(c, 0x1000, 0x10FF) || in(c, 0x1780, 0x17FF) || in(c, 0x2000, 0x206F) ||
           in(c, 0x20A0, 0x20BF) || in(c, 0x2100, 0x22FF) || in(c, 0x2460, 0x27BF) || in(c, 0x3000, 0x30FF) ||
           in(c, 0x4E00, 0x9FFF) || in(c, 0xAC00, 0xD7A3) || in(c, 0xFB00, 0xFB06) || in(c, 0xFE0E, 0xFE0F) ||
           c == 0xFEFF || in(c, 0xFF01, 0xFF65) || c == DEM_UTF8_BAD || in(c, 0x1F1E6, 0x1FAFF);
}

/* Counts the sequences from `at` on that touch; C1 controls are what is left of another round of the same mistake. */
static run measure_run(dem_str s, size_t at)
{
    run r = {.sound = true};
    for (seq q; read_seq(s, at, &q); at = q.to) {
        r.n++;
        r.sound = r.sound && (is_latin(q.c) || is_usual(q.c) || in(q.c, 0x80, 0x9F));
        for (unsigned i = 1; i < q.n; i++) r.odd = r.odd || class_of(q.byte[i]) == 'o';
    }
    return r;
}

enum { A_TILDE = 0xC3, A_CIRCUMFLEX = 0xC2, A_RING = 0xC5, A_UMLAUT = 0xC4 };

static bool ends_phrase(uint32_t c)
{
    return c == '.' || c == ',' || c == ';' || c == ':' || c == '!' || c == '?' || c == ')';
}

/* A capital with punctuation that may follow it: "Ã–sterreich", "Å“uvre", "end.Â Then". */
static verdict judge_punctuation(const seq *q, uint32_t left, uint32_t right)
{
    unsigned lead = q->byte[0], sign = q->byte[1];
    if (dem_is_letter(left)) return LIKELY;
    if (lead == A_CIRCUMFLEX && sign == 0xA0) return ends_phrase(left) ? CERTAIN : LIKELY;
    if (lead == A_CIRCUMFLEX && sign == 0xAB) return dem_is_letter(right) ? CERTAIN : LIKELY;
    if (!dem_is_lower(right) || sign == 0xA0) return LIKELY;
    return lead == A_TILDE || (lead == A_RING && sign == 0x93) ? CERTAIN : LIKELY;
}

/* Two bytes that were a letter or a sign of a Latin alphabet. */
static verdict judge_latin_pair(const seq *q, uint32_t left, uint32_t right)
{
    unsigned lead = q->byte[0];
    char sign = class_of(q->byte[1]);
    if (sign == 'o' || dem_is_lower(left)) return CERTAIN;
    if (sign == 'p') return judge_punctuation(q, left, right);
    /* No language has both of these letters. */
    if (sign == 'l') return lead == A_UMLAUT && q->byte[1] != 0x8C && q->byte[1] != 0x9C ? LIKELY : CERTAIN;
    if (dem_is_lower(right)) return CERTAIN;
    return (lead == A_TILDE || lead == A_CIRCUMFLEX) && !dem_is_letter(left) ? CERTAIN : LIKELY;
}

/* The signs that word processors put in place of typed ones, arrows, ticks, the euro: a-circumflex and two more. */
static verdict judge_sign(const seq *q)
{
    char second = class_of(q->byte[1]), third = class_of(q->byte[2]);
    if (second == 'o' || second == 'l') return CERTAIN;
    return second == 's' && third == 'o' ? CERTAIN : LIKELY;
}

/* Vietnamese: a-acute, the ordinal sign or a closing quotation mark, and anything. */
static verdict judge_vietnamese(const seq *q, uint32_t left, uint32_t right)
{
    if (q->byte[1] == 0xBA || class_of(q->byte[2]) == 'o') return CERTAIN;
    bool dash = q->byte[2] == 0x85 || q->byte[2] == 0x96 || q->byte[2] == 0x97 || q->byte[2] == 0xA0;
    return dem_is_letter(left) && dem_is_lower(right) && !dash ? CERTAIN : LIKELY;
}

/* One sequence by itself, between two characters (0: none). */
static verdict judge(const seq *q, uint32_t left, uint32_t right)
{
    unsigned lead = q->byte[0];
    if (!is_latin(q->c) && !is_usual(q->c)) return NO;
    if (q->n == 4) return q->byte[1] == 0x9F ? CERTAIN : NO; /* pictures */
    if (q->n == 3) {
        if (lead == 0xE2) return judge_sign(q);
        if (lead == 0xE1 && is_latin(q->c)) return judge_vietnamese(q, left, right);
        return lead == 0xEF && (q->c >= 0xFEFF || in(q->c, 0xFB00, 0xFB06)) ? CERTAIN : NO;
    }
    if (is_latin(q->c)) return judge_latin_pair(q, left, right);
    bool odd = class_of(q->byte[1]) == 'o';
    if (in(q->c, 0x300, 0x36F)) return odd && dem_is_letter(left) ? CERTAIN : NO; /* an accent behind its letter */
    return odd && dem_is_upper(dem_1252_char(q->byte[0])) ? LIKELY : NO;
}

/* A closing quotation mark whose last byte, which windows-1252 does not have, was lost: "â€" and nothing fit. */
static bool read_lost_quote(dem_str s, size_t at, seq *q)
{
    const dem_str shown = DEM_STR("\xC3\xA2\xE2\x82\xAC");
    if (!dem_str_starts(dem_str_sub(s, at, s.n), shown)) return false;
    *q = (seq){.from = at, .to = at + shown.n, .c = 0x201D, .n = 2};
    return true;
}

/* What to do with texts: what was found, and what is done. */
typedef struct sweep {
    dem_edit *e;
    size_t certain, sound_letters, mended;
    verdict least; /* NO: only count */
} sweep;

static uint32_t char_before(dem_str s, size_t at)
{
    return at ? dem_utf8_before(s, &at) : 0;
}

/* The character at `at` as it was meant, if it is one in disguise. */
static uint32_t char_behind(dem_str s, size_t at)
{
    seq q;
    if (read_seq(s, at, &q)) return q.c;
    return at < s.n ? dem_utf8_next(s, &at) : 0;
}

static void settle(sweep *w, const seq *q, verdict v)
{
    if (v == CERTAIN) w->certain++;
    if (w->least == NO || v < w->least) return;
    dem_edit_char(w->e, q->from, q->to, q->c);
    w->mended++;
}

/* Goes through the sequences that begin at `at`; the offset behind them. */
static size_t sweep_run(sweep *w, size_t at)
{
    const dem_str s = w->e->in;
    run r = measure_run(s, at);
    const bool together = r.sound && ((r.n >= 2 && r.odd) || r.n >= 4);
    uint32_t left = char_before(s, at);
    for (seq q; read_seq(s, at, &q); at = q.to) {
        verdict v = together ? CERTAIN : judge(&q, left, char_behind(s, q.to));
        settle(w, &q, v);
        left = q.c;
    }
    return at;
}

static void sweep_text(sweep *w)
{
    const dem_str s = w->e->in;
    for (size_t at = 0; at < s.n;) {
        seq q;
        if ((unsigned char)s.p[at] < 0xC3) {
            at++;
        } else if (read_seq(s, at, &q)) {
            at = sweep_run(w, at);
        } else if (read_lost_quote(s, at, &q)) {
            settle(w, &q, LIKELY);
            at = q.to;
        } else {
            uint32_t c = dem_utf8_next(s, &at);
            w->sound_letters += c < 0x250 && dem_is_letter(c);
        }
    }
}

void dem_clean_mojibake(dem_edit *e, dem_clean_counts *counts)
{
    sweep count = {.e = e}, mend = {.e = e};
    sweep_text(&count);
    if (count.certain == 0) return;
    mend.least = count.certain >= count.sound_letters ? LIKELY : CERTAIN;
    sweep_text(&mend);
    counts->mojibake += mend.mended;
}
