/* store/schema.c - the tables. docs/store.md explains them column by column.
 *
 * Every value of a record has a column of its own and no record is kept as JSON beside it: the JSON can
 * be made from the columns, and two copies would part one day. Lists are words joined with ';'. */
#include "store/schema.h"

const char DEM_STORE_SCHEMA[] =
    "CREATE TABLE coder ("
    " key INTEGER PRIMARY KEY,"
    " version TEXT NOT NULL, model TEXT NOT NULL, lexicon TEXT NOT NULL, codebook TEXT NOT NULL,"
    " UNIQUE (version, model, lexicon, codebook));"

    "CREATE TABLE report ("
    " key INTEGER PRIMARY KEY,"
    " id TEXT NOT NULL UNIQUE,"
    " coder INTEGER NOT NULL REFERENCES coder,"
    " url TEXT, title TEXT, author TEXT, publisher TEXT, published TEXT, published_from TEXT,"
    " published_sure INTEGER, language TEXT);"

    "CREATE TABLE event ("
    " key INTEGER PRIMARY KEY,"
    " report INTEGER NOT NULL REFERENCES report,"
    " sentence INTEGER NOT NULL, nth INTEGER NOT NULL,"
    " link INTEGER NOT NULL,"
    " date TEXT, date_precision TEXT NOT NULL, date_text TEXT, date_start INTEGER, date_end INTEGER,"
    " event TEXT NOT NULL, mode TEXT NOT NULL, context TEXT NOT NULL, aux TEXT NOT NULL,"
    " reciprocal INTEGER NOT NULL,"
    " source_kind TEXT, cue_text TEXT, cue_start INTEGER, cue_end INTEGER,"
    " place TEXT, place_country TEXT, lat REAL, lon REAL, place_start INTEGER, place_end INTEGER,"
    " quad_code INTEGER NOT NULL, event_scale REAL NOT NULL, cameo TEXT NOT NULL,"
    " sentence_start INTEGER NOT NULL, sentence_end INTEGER NOT NULL,"
    " trigger_text TEXT NOT NULL, trigger_start INTEGER NOT NULL, trigger_end INTEGER NOT NULL,"
    " text TEXT, flags TEXT NOT NULL, confidence REAL NOT NULL, mentions INTEGER NOT NULL,"
    " UNIQUE (report, sentence, nth));"

    "CREATE TABLE participant ("
    " event INTEGER NOT NULL REFERENCES event,"
    " side TEXT NOT NULL CHECK (side IN ('actor', 'recipient', 'source')),"
    " position INTEGER NOT NULL,"
    " code TEXT, sector TEXT NOT NULL,"
    " entity_text TEXT, start_byte INTEGER, end_byte INTEGER,"
    " identifier_id TEXT, identifier_text TEXT, office TEXT,"
    " implied INTEGER NOT NULL,"
    " PRIMARY KEY (event, side, position)) WITHOUT ROWID;"

    "CREATE TABLE contradiction ("
    " event INTEGER NOT NULL REFERENCES event,"
    " other INTEGER NOT NULL REFERENCES event,"
    " PRIMARY KEY (event, other)) WITHOUT ROWID;"

    "CREATE INDEX event_by_date ON event (date);"
    "CREATE INDEX event_by_type ON event (event, date);"
    "CREATE INDEX participant_by_code ON participant (code, side);"

    /* One row a record, for looking at. */
    "CREATE VIEW record AS"
    " SELECT report.id || ':' || e.sentence || ':' || e.nth AS id, e.date, e.date_precision, e.event, e.mode,"
    "  (SELECT group_concat(who, ';') FROM (SELECT trim(ifnull(code, '') || ' ' || replace(sector, ';', ' ')) "
    "AS who"
    "    FROM participant WHERE event = e.key AND side = 'actor' ORDER BY position)) AS actor,"
    "  (SELECT group_concat(who, ';') FROM (SELECT trim(ifnull(code, '') || ' ' || replace(sector, ';', ' ')) "
    "AS who"
    "    FROM participant WHERE event = e.key AND side = 'recipient' ORDER BY position)) AS recipient,"
    "  e.aux, e.context, e.text, e.key"
    " FROM event e JOIN report ON report.key = e.report;"

    /* One row an actor-recipient pair, as other data sets have it; mutual acts give each unordered pair once.
     */
    "CREATE VIEW dyad AS"
    " SELECT e.key, e.date, e.event, e.mode, e.aux, e.quad_code, e.event_scale, e.reciprocal,"
    "  a.code AS actor_code, a.sector AS actor_sector, r.code AS recipient_code, r.sector AS recipient_sector"
    " FROM event e"
    " JOIN participant a ON a.event = e.key AND a.side = 'actor'"
    " LEFT JOIN participant r ON r.event = e.key AND r.side = 'recipient'"
    " WHERE NOT e.reciprocal"
    " UNION ALL"
    " SELECT e.key, e.date, e.event, e.mode, e.aux, e.quad_code, e.event_scale, e.reciprocal,"
    "  a.code, a.sector, r.code, r.sector"
    " FROM event e"
    " JOIN participant a ON a.event = e.key AND a.side = 'actor'"
    " JOIN participant r ON r.event = e.key AND r.side = 'actor' AND r.position > a.position"
    " WHERE e.reciprocal;";
