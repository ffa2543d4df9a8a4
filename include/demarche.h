/* demarche.h - the public interface of libdemarche: an engine, reports in, event records out.
 *
 * Link with -ldemarche (pkg-config demarche). An engine may be shared by threads; a session belongs to
 * one thread. Strings are UTF-8. No function prints or exits. */
#ifndef DEMARCHE_H
#define DEMARCHE_H
#include <stddef.h>
#ifdef __cplusplus
extern "C" {
#endif

typedef struct demarche_engine demarche_engine;
typedef struct demarche_session demarche_session;

/* One news report. Only `text` is needed; the others may be NULL. */
typedef struct demarche_report {
    const char *id; /* default: the first 16 digits of the SHA-256 of the text */
    const char *url, *title, *publisher, *language;
    const char *published; /* "YYYY-MM-DD" or with a time behind 'T' */
    /* Plain text. Where it has to be mended (docs/input.md), offsets in records still point into it as it is here. */
    const char *text;
    size_t text_size; /* bytes; 0 = up to the terminating NUL */
} demarche_report;

/* "major.minor.patch". */
const char *demarche_version(void);

/* Opens model and lexicons under `data_dir` (NULL: where they were installed). Returns NULL and writes a
 * one-line reason into message[size] (always NUL-terminated) on failure. The caller ends it with
 * demarche_close(), which takes NULL. */
demarche_engine *demarche_open(const char *data_dir, char *message, size_t size);
void demarche_close(demarche_engine *engine);

/* A workspace for one thread; must end before its engine. */
demarche_session *demarche_session_new(const demarche_engine *engine);
void demarche_session_free(demarche_session *session);

/* Codes one report. Returns its event records as JSON Lines (docs/output.md), "" if there are
 * none, or NULL with a reason in message[size] if the report is not usable (no text, not UTF-8, too
 * large). The string belongs to the session and lasts until its next call. */
const char *demarche_code(demarche_session *session, const demarche_report *report, char *message, size_t size);

#ifdef __cplusplus
}
#endif
#endif
