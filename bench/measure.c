/* measure.c - runs a command and says what it cost: "wall user system peak" on one line of a file.
 *
 *     measure RESULT COMMAND [ARGUMENT...]
 *
 * Seconds, seconds, seconds, KiB of peak resident memory. The numbers come from wait4(), that is from
 * the kernel, so nothing has to sample. Exits with the command's status. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static double seconds(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec * 1e-6;
}

static int write_result(const char *path, double wall, const struct rusage *used)
{
    FILE *out = fopen(path, "w");
    if (!out) {
        perror(path);
        return EXIT_FAILURE;
    }
    fprintf(out, "%.3f %.3f %.3f %ld\n", wall, seconds(used->ru_utime), seconds(used->ru_stime),
            used->ru_maxrss);
    return fclose(out) ? EXIT_FAILURE : EXIT_SUCCESS;
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fprintf(stderr, "usage: measure RESULT COMMAND [ARGUMENT...]\n");
        return 2;
    }
    double start = now();
    pid_t child = fork();
    if (child == 0) {
        execvp(argv[2], argv + 2);
        perror(argv[2]);
        _exit(127);
    }
    struct rusage used;
    int status = 0;
    if (child < 0 || wait4(child, &status, 0, &used) < 0) {
        perror("measure");
        return EXIT_FAILURE;
    }
    if (write_result(argv[1], now() - start, &used)) return EXIT_FAILURE;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
