/* record/event.h - an event record: who did what to whom, when, where, by whose word.
 *
 * Field names and meaning as they are written out: docs/output.md. All spans are bytes of the report's text,
 * half open; start == end means "no span" (null). The sides are arrays inside the record: it owns nothing and
 * may be copied. Strings are borrowed from the report, the lexicons or the report's arena. */
#ifndef DEM_RECORD_EVENT_H
#define DEM_RECORD_EVENT_H
#include "record/ontology.h"
#include "record/report.h"

typedef struct dem_span {
    uint32_t start, end;
} dem_span;

static inline bool dem_span_empty(dem_span s)
{
    return s.start == s.end;
}
/* The same bytes in the text as it was handed over: what records are written with. */
static inline dem_span dem_span_given(const dem_report *r, dem_span s)
{
    size_t from, to;
    if (!r->origin.n) return s;
    dem_offsets_span(&r->origin, s.start, s.end, &from, &to);
    return (dem_span){(uint32_t)from, (uint32_t)to};
}
/* The words of `r` that `s` points at. */
static inline dem_str dem_span_text(const dem_report *r, dem_span s)
{
    return dem_str_sub(r->text, s.start, s.end);
}

/* A participant or a source. */
typedef struct dem_entity {
    char code[4];        /* "CHN"; "" if unknown */
    dem_sectors sectors; /* bit set of dem_sector */
    dem_span span;       /* empty if implied or recovered from another sentence */
    dem_str name;        /* of a person or group that the lexicon knows, by its entry; else empty */
    dem_str wikidata;    /* "Q15031"; empty if not resolved */
    dem_str label;       /* English label of that item */
    dem_str office;      /* "President" */
    bool implied;        /* supplied by rule (codebook 12.7) */
    bool party;          /* a party, or of one: PTY comes before GOV (codebook D24) */
} dem_entity;

typedef enum dem_precision {
    DEM_PRECISION_DAY,
    DEM_PRECISION_WEEK,
    DEM_PRECISION_MONTH,
    DEM_PRECISION_YEAR,
    DEM_PRECISION_UNKNOWN
} dem_precision;

typedef enum dem_flag {
    DEM_FLAG_date_conflict, /* alphabetical, as written */
    DEM_FLAG_garbled,
    DEM_FLAG_name_repaired,
    DEM_FLAG_office_mismatch,
    DEM_FLAG_unknown_person,
    DEM_FLAG_COUNT
} dem_flag;

typedef struct dem_place {
    dem_span span;   /* empty if from the dateline */
    dem_str name;    /* as in the text; empty = no place */
    char country[4]; /* "" if not resolved */
    bool has_point;
    double lat, lon;
} dem_place;

typedef struct dem_attribution {
    bool present;
    bool direct; /* the trigger stands inside quotation marks */
    bool named;  /* false: "reportedly" and the like, entity is null */
    dem_entity entity;
    dem_span cue; /* empty if the speaker is carried over */
} dem_attribution;

#define DEM_MAX_MEMBERS 16 /* of one side; further ones are dropped */

typedef struct dem_event {
    uint32_t sentence; /* number in the report */
    uint32_t nth;      /* running number within the sentence, from 0 */
    uint32_t link;     /* index in the report's events of the first mention; own index if first */
    dem_event_type type;
    dem_modes modes;
    dem_contexts contexts;
    dem_auxes aux; /* bit set of dem_aux */
    dem_entity actor[DEM_MAX_MEMBERS], recipient[DEM_MAX_MEMBERS];
    uint32_t n_actor, n_recipient;
    bool reciprocal;
    dem_attribution by;
    dem_place place;
    dem_date date;
    dem_precision precision;
    dem_span time; /* the expression that dates it, perhaps of another sentence; empty if there is none */
    char cameo[5];
    dem_span sentence_span, trigger;
    uint32_t flags;        /* bit set of dem_flag */
    int16_t confidence;    /* that type, actors' and recipients' codes are right, in percent, 0 .. 100 */
    uint32_t mentions;     /* records of the report with the same link, this one included */
    dem_event_type denied; /* of a denial: the deed that is denied; DEM_EVENT_NONE if none is named */
    uint32_t *
        contradicts; /* [n_contradicts] indices of the report's events that cannot hold together with this one */
    uint32_t n_contradicts;
} dem_event;

/* The events of one report, in output order. */
typedef struct dem_events {
    dem_event *at;
    uint32_t n;
} dem_events;

/* What made a record; the same for every record of a run. */
typedef struct dem_coder {
    const char *version;         /* "0.1.0" */
    char model[65], lexicon[65]; /* SHA-256 in hexadecimal, or "" */
} dem_coder;

#define DEM_CODEBOOK "demarche-codebook-1.2"

/* "day", "garbled" as written in records; "" for a number out of range. Static storage. */
const char *dem_precision_name(unsigned p);
const char *dem_flag_name(unsigned flag);

/* The sectors of `e`, first the one that counts most; their number. */
uint32_t dem_entity_sectors(const dem_entity *e, unsigned out[DEM_SECTOR_COUNT]);

/* Checks what one record must be by itself, and names the first fault by its number:
 *
 *    1  the type is known, and each mode is one of its modes (so SUPPORT, AID, ... have none)
 *    2  modes cyber and misinformation bring the context of the same name
 *    3  there is an actor; COOPERATE, AID and SANCTION have a recipient, or COOPERATE is reciprocal
 *    4  reciprocal: two actors or more and no recipient; no span stands on both sides
 *    5  trigger, participants and place lie inside the sentence (a place from the dateline has no span); a
 *       participant has a code unless its sectors are UNK or UAF; an implied one has no span
 *    6  every span is a slice of the text that splits no character
 *    7  the CAMEO code exists
 *    9  the date fits its precision: a week begins on Monday, a month on day 1, a year on 1 January
 *   10  not both future and historical
 *
 * `keep_unresolved` allows participants without a code. DEM_OK, or DEM_E_FORMAT with "invariant N: ..." in
 * the text. */
dem_status dem_event_check(const dem_event *e, const dem_report *r, bool keep_unresolved, dem_error *err);
/* The same for all events of a report, and what concerns several of them. 8: no two records of a sentence
 * agree in trigger, type and participants. 0: they stand in the order of their sentences, `nth` counts
 * without gaps, and no link points forward. */
dem_status dem_events_check(const dem_events *es, const dem_report *r, bool keep_unresolved, dem_error *err);

#endif
