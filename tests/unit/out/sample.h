/* A report of our own with records set by hand, for the tests of writers, notation and store. */
#ifndef DEM_TEST_SAMPLE_H
#define DEM_TEST_SAMPLE_H
#include "record/event.h"

typedef struct sample {
    dem_report report;
    dem_event event[3];
    dem_events events;
    dem_coder coder;
} sample;

/* The span of the first `words` in `text` at or after byte `from`. */
static inline dem_span sample_span(dem_str text, size_t from, const char *words)
{
    dem_str w = dem_str_from(words);
    size_t at = from + dem_str_find(dem_str_sub(text, from, text.n), w);
    return (dem_span){(uint32_t)at, (uint32_t)(at + w.n)};
}

static inline dem_entity sample_entity(const char *code, dem_sectors sectors, dem_span span)
{
    dem_entity e = {.sectors = sectors, .span = span};
    memcpy(e.code, code, strlen(code));
    return e;
}

#define SAMPLE_TEXT                                                                                            \
    "Kenya\xe2\x80\x99s President Amina Odhiambo received Pedro Lima in Nairobi on Tuesday, the ministry "     \
    "said.\n\nReportedly three activists were detained in \xc3\x9cr\xc3\xbcmqi. Chad and Peru \"traded "       \
    "wheat\"."

/* Record 0: a visit with everything filled. Record 1: an implied actor, no place of its own, an unnamed
 * source. Record 2: reciprocal, in quotation marks, no date, nobody else speaks. */
static inline void sample_init(sample *s)
{
    *s = (sample){.coder = {.version = "0.1.0"}};
    memset(s->coder.model, 'a', 64);
    dem_str t = DEM_STR(SAMPLE_TEXT);
    s->report = (dem_report){.id = DEM_STR("r\"1"),
                             .url = DEM_STR("https://news.example/1"),
                             .title = DEM_STR("A \\ visit\t\"home\""),
                             .author = DEM_STR("Ada Okoro"),
                             .published = DEM_STR("2025-03-18"),
                             .published_from = "json-ld",
                             .published_sure = 97,
                             .language = DEM_STR("en"),
                             .text = t,
                             .source = DEM_STR("-")};
    s->report.day = dem_date_from(2025, 3, 18);

    dem_event *e = &s->event[0];
    *e = (dem_event){.type = DEM_CONSULT, .n_actor = 1, .n_recipient = 1, .mentions = 1};
    e->modes = dem_modes_with(e->modes, DEM_CONSULT_visit);
    e->contexts = DEM_BIT(DEM_CTX_diplomatic);
    e->date = dem_date_from(2025, 3, 18);
    e->time = sample_span(t, 0, "Tuesday");
    e->sentence_span = sample_span(t, 0,
                                   "Kenya\xe2\x80\x99s President Amina Odhiambo received Pedro Lima in "
                                   "Nairobi on Tuesday, the ministry said.");
    e->trigger = sample_span(t, 0, "received");
    e->actor[0] =
        sample_entity("PRT", DEM_BIT(DEM_SEC_GOV) | DEM_BIT(DEM_SEC_MIL), sample_span(t, 0, "Pedro Lima"));
    e->actor[0].wikidata = DEM_STR("Q1");
    e->actor[0].label = DEM_STR("Pedro Lima");
    e->actor[0].office = DEM_STR("Minister");
    e->recipient[0] = sample_entity("KEN", DEM_BIT(DEM_SEC_GOV),
                                    sample_span(t, 0, "Kenya\xe2\x80\x99s President Amina Odhiambo"));
    e->by = (dem_attribution){.present = true, .named = true, .cue = sample_span(t, 0, "said")};
    e->by.entity = sample_entity("KEN", DEM_BIT(DEM_SEC_GOV), sample_span(t, 0, "ministry"));
    e->place = (dem_place){.span = sample_span(t, 0, "Nairobi"),
                           .name = DEM_STR("Nairobi"),
                           .country = "KEN",
                           .has_point = true,
                           .lat = -1.28333,
                           .lon = 36.8};
    memcpy(e->cameo, "043", 4);
    e->confidence = 63;
    e->flags = DEM_BIT(DEM_FLAG_garbled) | DEM_BIT(DEM_FLAG_unknown_person);

    e = &s->event[1];
    *e = (dem_event){
        .sentence = 1, .link = 1, .type = DEM_COERCE, .n_actor = 1, .n_recipient = 1, .mentions = 1};
    e->modes = dem_modes_with(e->modes, DEM_COERCE_arrest);
    e->aux = DEM_BIT(DEM_AUX_negation);
    e->date = dem_date_from(2025, 3, 10);
    e->precision = DEM_PRECISION_WEEK;
    e->sentence_span = sample_span(t, 0, "Reportedly three activists were detained in \xc3\x9cr\xc3\xbcmqi.");
    e->trigger = sample_span(t, 0, "detained");
    e->actor[0] = sample_entity("CHN", DEM_BIT(DEM_SEC_COP), (dem_span){0});
    e->actor[0].implied = true;
    e->recipient[0] = sample_entity("", 0, sample_span(t, 0, "activists"));
    e->by = (dem_attribution){.present = true, .cue = sample_span(t, 0, "Reportedly")};
    e->place = (dem_place){.name = DEM_STR("Kashgar")};
    memcpy(e->cameo, "173", 4);

    e = &s->event[2];
    *e = (dem_event){.sentence = 2, .link = 2, .type = DEM_COOPERATE, .n_actor = 2, .mentions = 1};
    e->date = DEM_DATE_NONE;
    e->precision = DEM_PRECISION_UNKNOWN;
    e->reciprocal = true;
    e->sentence_span = sample_span(t, 0, "Chad and Peru \"traded wheat\".");
    e->trigger = sample_span(t, 0, "traded");
    e->actor[0] = sample_entity("TCD", 0, sample_span(t, 0, "Chad"));
    e->actor[1] = sample_entity("PER", 0, sample_span(t, 0, "Peru"));
    memcpy(e->cameo, "061", 4);
    s->events = (dem_events){s->event, 3};
}

#endif
