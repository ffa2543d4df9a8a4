/* fetch/transport.c - see transport.h. */
#include "fetch/transport.h"
#include "base/arena.h"
#include "fetch/address.h"
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

struct dem_transport {
    CURLM *multi;
    char *agent;
    long timeout;
    bool by_proxy; /* which connects for us, and whose own address says nothing */
    unsigned active;
    struct exchange *done;  /* complete, the oldest first */
    struct exchange *first; /* under way */
};

/* A request and what has come back of it. The reply comes first: the caller frees the whole through it. */
typedef struct exchange {
    dem_reply reply;
    CURL *easy;
    struct curl_slist *fields;
    size_t max_body;
    bool head_done, large, only_public, kept_out;
    struct exchange *next;
} exchange;

const char *dem_miss_word(dem_miss m)
{
    static const char *const WORDS[DEM_MISS_COUNT] = {
        [DEM_MISS_NONE] = "",
        [DEM_MISS_GONE] = "not there",
        [DEM_MISS_DENIED] = "denied",
        [DEM_MISS_BUSY] = "server busy or failing",
        [DEM_MISS_SLOW] = "no answer in time",
        [DEM_MISS_BROKEN] = "no connection, or a broken one",
        [DEM_MISS_LARGE] = "too large",
        [DEM_MISS_REDIRECT] = "a redirect that is not followed",
        [DEM_MISS_KIND] = "not a page",
        [DEM_MISS_REFUSED] = "forbidden by robots.txt",
        [DEM_MISS_LOCAL] = "into a private network, which only feeds from there may lead to",
    };
    return WORDS[m];
}

/* ── what libcurl hands on ───────────────────────────────────────────────── */

/* A head may be followed by another (100 Continue), and a body by trailing fields, which are not wanted. */
static size_t on_head(char *bytes, size_t one, size_t n, void *ctx)
{
    (void)one;
    exchange *x = ctx;
    dem_str line = {bytes, n};
    if (x->head_done && !dem_str_starts(line, DEM_STR("HTTP/"))) return n;
    if (dem_str_starts(line, DEM_STR("HTTP/"))) {
        dem_buf_clear(&x->reply.head);
        x->head_done = false;
    }
    x->large |= x->reply.head.n + n > DEM_HTTP_MAX_HEAD;
    if (x->large) return 0;
    dem_buf_add(&x->reply.head, line);
    x->head_done = dem_str_trim(line).n == 0;
    return n;
}

static size_t on_body(char *bytes, size_t one, size_t n, void *ctx)
{
    (void)one;
    exchange *x = ctx;
    size_t room = x->max_body - x->reply.body.n;
    x->large |= n > room;
    dem_buf_add(&x->reply.body, (dem_str){bytes, x->large ? room : n});
    return x->large ? 0 : n;
}

/* After the name was looked up, so that no name can hide where it leads. */
static curl_socket_t on_socket(void *ctx, curlsocktype purpose, struct curl_sockaddr *to)
{
    (void)purpose;
    exchange *x = ctx;
    if (x->only_public && dem_address_is_local(&to->addr)) {
        x->kept_out = true;
        return CURL_SOCKET_BAD;
    }
    return socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

static dem_miss miss_of_status(int status)
{
    if (status < 400) return DEM_MISS_NONE;
    if (status == 404 || status == 410) return DEM_MISS_GONE;
    return status >= 500 || status == 429 || status == 408 ? DEM_MISS_BUSY : DEM_MISS_DENIED;
}

static dem_miss miss_of_code(const exchange *x, CURLcode code)
{
    if (x->large) return DEM_MISS_LARGE;
    if (x->kept_out) return DEM_MISS_LOCAL;
    if (code == CURLE_OPERATION_TIMEDOUT) return DEM_MISS_SLOW;
    /* The address is one of HTTP, that was looked at: the answer is not. */
    if (code == CURLE_UNSUPPORTED_PROTOCOL || code == CURLE_WEIRD_SERVER_REPLY ||
        code == CURLE_BAD_CONTENT_ENCODING)
        return DEM_MISS_KIND;
    return DEM_MISS_BROKEN;
}

static void finish(exchange *x, CURLcode code)
{
    dem_reply *r = &x->reply;
    long status = 0;
    char *from = NULL;
    curl_easy_getinfo(x->easy, CURLINFO_RESPONSE_CODE, &status);
    if (curl_easy_getinfo(x->easy, CURLINFO_PRIMARY_IP, &from) == CURLE_OK && from)
        r->local = dem_address_text_is_local(from);
    r->status = code == CURLE_OK ? (int)status : 0;
    r->miss = code == CURLE_OK ? miss_of_status(r->status) : miss_of_code(x, code);
    if (code == CURLE_OK && r->miss) snprintf(r->why, sizeof r->why, "the server says %d", r->status);
    if (code == CURLE_OK && r->status < 200) r->miss = DEM_MISS_BROKEN;
    if (code != CURLE_OK) snprintf(r->why, sizeof r->why, "%s", curl_easy_strerror(code));
    /* Over a connection that another request had opened. */
    if (x->only_public && r->local) r->miss = DEM_MISS_LOCAL;
    if (r->miss == DEM_MISS_LOCAL) r->why[0] = 0; /* that a connection failed says nothing more */
    if (x->large)
        snprintf(r->why, sizeof r->why, "the answer is larger than %zu bytes",
                 x->head_done ? x->max_body : (size_t)DEM_HTTP_MAX_HEAD);
}

/* ── requests ────────────────────────────────────────────────────────────── */

static void add_field(exchange *x, const char *name, dem_str value)
{
    /* A value that came from a server and holds a line end would be a field of the server's own. */
    if (!value.n || memchr(value.p, '\n', value.n) || memchr(value.p, '\r', value.n)) return;
    dem_buf b = {0};
    dem_buf_addf(&b, "%s: %.*s", name, DEM_STR_ARG(value));
    struct curl_slist *more = curl_slist_append(x->fields, b.p);
    if (more) x->fields = more;
    dem_buf_release(&b);
}

static void set_bounds(const dem_transport *t, CURL *c)
{
    enum { SLOWEST = 20, FOR_SO_LONG = 30 }; /* bytes a second, seconds */
    curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(c, CURLOPT_TIMEOUT_MS, t->timeout);
    curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT_MS, t->timeout / 3 + 1);
    curl_easy_setopt(c, CURLOPT_LOW_SPEED_LIMIT, (long)SLOWEST);
    curl_easy_setopt(c, CURLOPT_LOW_SPEED_TIME, (long)FOR_SO_LONG);
    curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
}

static void set_up(const dem_transport *t, exchange *x, const dem_request *q)
{
    CURL *c = x->easy;
    set_bounds(t, c);
    add_field(x, "If-None-Match", q->etag);
    add_field(x, "If-Modified-Since", q->modified);
    curl_easy_setopt(c, CURLOPT_URL, q->url);
    curl_easy_setopt(c, CURLOPT_USERAGENT, t->agent);
    curl_easy_setopt(c, CURLOPT_HTTPHEADER, x->fields);
    /* With one connection a host the newer versions gain nothing, and archives are made of heads of this one. */
    curl_easy_setopt(c, CURLOPT_HTTP_VERSION, (long)CURL_HTTP_VERSION_1_1);
    curl_easy_setopt(c, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
    curl_easy_setopt(c, CURLOPT_HEADERFUNCTION, on_head);
    curl_easy_setopt(c, CURLOPT_HEADERDATA, x);
    curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, on_body);
    curl_easy_setopt(c, CURLOPT_WRITEDATA, x);
    curl_easy_setopt(c, CURLOPT_OPENSOCKETFUNCTION, on_socket);
    curl_easy_setopt(c, CURLOPT_OPENSOCKETDATA, x);
    curl_easy_setopt(c, CURLOPT_PRIVATE, x);
}

static void append(exchange **list, exchange *x)
{
    while (*list) list = &(*list)->next;
    x->next = NULL;
    *list = x;
}
static void take_out(exchange **list, exchange *x)
{
    while (*list && *list != x) list = &(*list)->next;
    if (*list) *list = x->next;
}

void dem_transport_start(dem_transport *t, const dem_request *request)
{
    exchange *x = dem_xalloc(sizeof *x);
    x->reply.of = request->of;
    x->max_body = request->max_body;
    x->only_public = request->only_public && !t->by_proxy;
    x->easy = curl_easy_init();
    if (!x->easy) dem_oom_hook(sizeof *x);
    set_up(t, x, request);
    t->active++;
    if (curl_multi_add_handle(t->multi, x->easy) == CURLM_OK) {
        append(&t->first, x);
        return;
    }
    finish(x, CURLE_FAILED_INIT);
    append(&t->done, x);
}

static void free_exchange(dem_transport *t, exchange *x)
{
    if (t && x->easy) curl_multi_remove_handle(t->multi, x->easy);
    if (x->easy) curl_easy_cleanup(x->easy);
    curl_slist_free_all(x->fields);
    dem_buf_release(&x->reply.head);
    dem_buf_release(&x->reply.body);
    free(x);
}

/* It is complete, or never will be. */
static void complete(dem_transport *t, exchange *x, CURLcode code)
{
    finish(x, code);
    curl_multi_remove_handle(t->multi, x->easy);
    curl_easy_cleanup(x->easy);
    x->easy = NULL;
    take_out(&t->first, x);
    append(&t->done, x);
}

void dem_transport_work(dem_transport *t, int wait)
{
    int running, left;
    curl_multi_poll(t->multi, NULL, 0, wait, NULL);
    curl_multi_perform(t->multi, &running);
    for (CURLMsg *m; (m = curl_multi_info_read(t->multi, &left));) {
        if (m->msg != CURLMSG_DONE) continue;
        exchange *x = NULL;
        CURLcode code = m->data.result;
        curl_easy_getinfo(m->easy_handle, CURLINFO_PRIVATE, (char **)&x);
        complete(t, x, code);
    }
}

void dem_transport_drop(dem_transport *t)
{
    while (t->first) complete(t, t->first, CURLE_ABORTED_BY_CALLBACK);
}

unsigned dem_transport_active(const dem_transport *t)
{
    return t->active;
}

dem_reply *dem_transport_next(dem_transport *t)
{
    exchange *x = t->done;
    if (!x) return NULL;
    t->done = x->next;
    t->active--;
    return &x->reply;
}

void dem_reply_free(dem_reply *r)
{
    if (r) free_exchange(NULL, (exchange *)r);
}

dem_str dem_reply_field(const dem_reply *r, const char *name)
{
    dem_str rest = dem_buf_str(&r->head), line, value = {NULL, 0};
    for (dem_str_next(&rest, '\n', &line); dem_str_next(&rest, '\n', &line);) {
        size_t colon = dem_str_find(line, DEM_STR(":"));
        if (colon < line.n && dem_str_ieq(dem_str_sub(line, 0, colon), dem_str_from(name)))
            value = dem_str_trim(dem_str_sub(line, colon + 1, line.n));
    }
    return value;
}

/* ── the whole ───────────────────────────────────────────────────────────── */

/* The variables that libcurl looks at. */
static bool has_proxy(void)
{
    static const char *const NAMES[] = {"http_proxy", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"};
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (getenv(NAMES[i])) return true;
    return false;
}

dem_status dem_transport_open(dem_transport **out, const dem_transport_options *options, dem_error *err)
{
    dem_transport *t = dem_xalloc(sizeof *t);
    size_t n = strlen(options->agent) + 1;
    t->agent = memcpy(dem_xalloc(n), options->agent, n);
    t->timeout = options->timeout;
    t->by_proxy = has_proxy();
    t->multi = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK ? curl_multi_init() : NULL;
    *out = t;
    if (t->multi) return DEM_OK;
    dem_transport_close(t);
    *out = NULL;
    return dem_fail(err, DEM_E_IO, (dem_str){NULL, 0}, 0, 0, "libcurl does not start");
}

void dem_transport_close(dem_transport *t)
{
    if (!t) return;
    for (exchange *x = t->first, *next; x; x = next) {
        next = x->next;
        free_exchange(t, x);
    }
    for (exchange *x = t->done, *next; x; x = next) {
        next = x->next;
        free_exchange(NULL, x);
    }
    if (t->multi) curl_multi_cleanup(t->multi);
    free(t->agent);
    free(t);
}
