/* A server on the loopback for tests, in a process of its own: each path has one answer, which is sent as it stands; then the
 * connection is closed. The answer "ECHO" is the head of the request, as a body. Paths without one are not there. */
#ifndef TESTS_SERVER_H
#define TESTS_SERVER_H
#include "../base/check.h"
#include <arpa/inet.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct canned {
    const char *path, *answer;
} canned;

typedef struct server {
    const canned *page;
    size_t n;
    pid_t pid;
    char base[64]; /* "http://127.0.0.1:1234" */
    int *asked;    /* [n] how often, shared with the process */
} server;

static inline void server_send(int to, const char *bytes, size_t n)
{
    for (ssize_t sent; n > 0 && (sent = send(to, bytes, n, MSG_NOSIGNAL)) > 0; n -= (size_t)sent) bytes += sent;
}

static inline void server_answer(const server *s, int to)
{
    char head[8192] = "", echo[9000], path[256] = "";
    size_t n = 0;
    while (!strstr(head, "\r\n\r\n") && n + 1 < sizeof head) {
        ssize_t got = recv(to, head + n, sizeof head - 1 - n, 0);
        if (got <= 0) return;
        head[n += (size_t)got] = 0;
    }
    sscanf(head, "GET %255s", path);
    const char *answer = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
    for (size_t i = 0; i < s->n; i++) {
        if (strcmp(s->page[i].path, path) != 0) continue;
        s->asked[i]++;
        answer = s->page[i].answer;
    }
    if (strcmp(answer, "ECHO") == 0) {
        snprintf(echo, sizeof echo, "HTTP/1.1 200 OK\r\nContent-Length: %zu\r\n\r\n%s", n, head);
        answer = echo;
    }
    server_send(to, answer, strlen(answer));
}

static inline void server_begin(server *s, const canned *page, size_t n)
{
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t size = sizeof at;
    int in = socket(AF_INET, SOCK_STREAM, 0);
    if (in < 0 || bind(in, (struct sockaddr *)&at, sizeof at) != 0 || listen(in, 16) != 0)
        fail_msg("no server");
    getsockname(in, (struct sockaddr *)&at, &size);
    *s = (server){.page = page, .n = n};
    snprintf(s->base, sizeof s->base, "http://127.0.0.1:%d", ntohs(at.sin_port));
    s->asked =
        mmap(NULL, (n + 1) * sizeof *s->asked, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    s->pid = fork();
    if (s->pid == 0)
        for (;;) {
            int to = accept(in, NULL, NULL);
            server_answer(s, to);
            shutdown(to, SHUT_WR);
            close(to);
        }
    close(in);
}

static inline void server_end(server *s)
{
    kill(s->pid, SIGKILL);
    waitpid(s->pid, NULL, 0);
    munmap(s->asked, (s->n + 1) * sizeof *s->asked);
}

#endif
