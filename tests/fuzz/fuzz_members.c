/* fuzz_members.c - any bytes as an archive, from memory, from a file that is sought and from a pipe that is not: going through it must end, no
 * more may come out than the bounds on bombs allow, and names must be fit to be told. */
#define _GNU_SOURCE
#include "base/members.h"
#include "base/origin.h"
#include "base/utf8.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void demand(bool holds, const char *what)
{
    if (holds) return;
    fprintf(stderr, "fuzz_members: %s\n", what);
    abort();
}

static void check_name(dem_str name, dem_str archive)
{
    demand(dem_utf8_valid(name), "a name that is not UTF-8");
    demand(dem_str_starts(name, archive) && name.n > archive.n && name.p[archive.n] == '/',
           "a member of no archive");
    demand(name.n <= archive.n + DEM_MEMBERS_DEPTH * (4096 * 3 + 1), "a name without end");
}

/* Reads all of a member, a little, or nothing, as its number wants it. Returns the bytes that came out. */
static uint64_t read_member(dem_input *in, size_t number)
{
    dem_error err = {0};
    dem_line line;
    dem_status st = DEM_OK;
    if (number % 3 == 0) st = dem_input_skip(in, UINT64_MAX, &err);
    if (number % 3 == 1) st = dem_input_line(in, &line, &err);
    demand(st == DEM_OK || st == DEM_END || err.text[0], "an error without a word");
    return dem_input_offset(in);
}

/* Goes through `in`, which is closed. */
static void go_through(dem_input *in, size_t size)
{
    dem_members *m;
    dem_input *member;
    dem_error err = {0};
    dem_status st = DEM_OK;
    uint64_t out = 0;
    char archive[64];
    snprintf(archive, sizeof archive, "%.*s", DEM_STR_ARG(dem_input_name(in)));
    if (!dem_members_probe(in)) {
        dem_input_close(in);
        return;
    }
    dem_members_open(&m, in, 1000);
    for (size_t n = 0; st != DEM_END; n++) {
        st = dem_members_next(m, &member, &err);
        demand(st == DEM_OK || st == DEM_END || err.text[0], "a refusal without a word");
        if (st == DEM_OK) {
            check_name(dem_input_name(member), dem_str_from(archive));
            out += read_member(member, n);
            dem_input_close(member);
        }
        /* The least that a member takes is its header, the more so packed. */
        demand(n <= size * 100 + 10, "no end");
    }
    /* Each of the storeys may give what is free, and a block more than it should. */
    demand(out <= 4 * DEM_BOMB_FREE + 4 * DEM_BOMB_RATIO * (uint64_t)size, "a bomb");
    dem_members_close(m);
}

static void from_memory(dem_str bytes)
{
    dem_input *in;
    if (dem_input_open_memory(&in, DEM_STR("fuzz"), bytes, 1000, NULL) == DEM_OK) go_through(in, bytes.n);
}

static void from_descriptor(int fd, size_t size)
{
    dem_input *in;
    char path[64];
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    if (dem_input_open(&in, path, 1000, NULL) == DEM_OK) go_through(in, size);
    close(fd);
}

static void from_file(dem_str bytes)
{
    int fd = memfd_create("fuzz", 0);
    demand(fd >= 0 && (bytes.n == 0 || write(fd, bytes.p, bytes.n) == (ssize_t)bytes.n), "no memory file");
    from_descriptor(fd, bytes.n);
}

/* As much as a pipe holds without anybody reading. */
static void from_pipe(dem_str bytes)
{
    int fd[2];
    bytes = dem_str_sub(bytes, 0, 60000);
    demand(pipe(fd) == 0 && (bytes.n == 0 || write(fd[1], bytes.p, bytes.n) == (ssize_t)bytes.n), "no pipe");
    close(fd[1]);
    from_descriptor(fd[0], bytes.n);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    dem_str bytes = {(const char *)data, size};
    from_memory(bytes);
    from_file(bytes);
    from_pipe(bytes);
    return 0;
}
