/* record/trace.h - why something was coded or not: what `demarche explain` shows.
 *
 * The coder fills a trace only when it is given one. The rows are allocated in `arena`, their strings in the
 * report's arena, the lexicon or static storage: a trace lives no longer than its report. */
#ifndef DEM_RECORD_TRACE_H
#define DEM_RECORD_TRACE_H
#include "base/vec.h"
#include "record/event.h"

/* A mention with several entities has a row for each, one without any has one row without a code. */
typedef struct dem_trace_mention {
    uint32_t sentence; /* number in the report */
    uint32_t mention;  /* running number in the report: rows of one mention share it */
    dem_span head;     /* the word that heads the phrase */
    bool act_decides;  /* its sector: a speaker or his country, nationals as people or as victims */
    bool thing;        /* a weapon, a building: it stands for its owner where it is used or hit */
    bool place;        /* named as a place where something is, not as one who acts: "in Minsk" */
    dem_entity entity;
    bool guessed;   /* the country is that of the place or of the report, not said of them */
    uint32_t flags; /* bit set of dem_flag */
    dem_str how;    /* "country name", "person, office on the report's date", "pronoun, by its antecedent" */
} dem_trace_mention;

#define DEM_TRACE_NO_ENTRY UINT32_MAX

/* Two kinds of rows: a frame whose conditions failed, and the verdict on the frame that was chosen. */
typedef struct dem_trace_frame {
    uint32_t sentence;
    dem_span predicate; /* the word tried */
    dem_str frame;      /* "frames/consult.txt:12 visit.v"; of a verdict "frames/consult.txt:12" */
    uint32_t entry;     /* of the lexicon (dem_frame.entry), or DEM_TRACE_NO_ENTRY: a rule of the grammar */
    dem_event_type type;
    bool verdict; /* its conditions held: it was coded, or a rule forbade it */
    bool matched; /* it was coded, or it is a [NONE] frame that took the word */
    dem_str why;  /* "coded", "tells no event", the condition that failed, or the rule that forbids it */
} dem_trace_frame;

/* A record as it was found, before those of one act are merged, and what speaks for and against it (code/opinion.h). */
enum { DEM_TRAITS_MAX = 48 };
typedef struct dem_trace_opinion {
    dem_event event;
    bool near; /* of a frame that did not quite fit */
    bool kept;
    uint16_t trait[DEM_TRAITS_MAX]; /* [n_traits] */
    uint32_t n_traits;
} dem_trace_opinion;

/* A context of a record, weighed (code/subject.h). */
typedef struct dem_trace_context {
    dem_span trigger;
    dem_event_type type;
    uint8_t context;
    int8_t percent;                 /* -1: not learned, it goes by rule */
    bool rule;                      /* the rules alone would give it */
    bool spoken;                    /* words speak of it; without them it is not given */
    uint16_t trait[DEM_TRAITS_MAX]; /* [n_traits] */
    uint32_t n_traits;
} dem_trace_context;

/* A time expression, and the days it means for what has happened; the record tells what it means for what lies ahead. */
typedef struct dem_trace_time {
    uint32_t sentence;
    dem_span span;
    dem_date first, last; /* DEM_DATE_NONE: its days are counted from what the report tells, or not known */
    dem_precision precision;
    const char *kind; /* "weekday", "date" */
    const char *mark; /* "of a noun", "since", ...; "" if there is nothing to say */
} dem_trace_time;

typedef struct dem_trace {
    dem_arena *arena; /* borrowed */
    DEM_VEC(dem_trace_time) times;
    DEM_VEC(dem_trace_mention) mentions;
    DEM_VEC(dem_trace_frame) frames;
    DEM_VEC(dem_trace_opinion) opinions;
    DEM_VEC(dem_trace_context) contexts;
} dem_trace;

#endif
