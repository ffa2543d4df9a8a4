/* replay.c - a main for the fuzz drivers where no fuzzing compiler is at hand: every file named, or
 * found in a folder named, goes through the driver once, so that what once broke stays mended. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define LARGEST_INPUT (16u << 20)

static int replay_file(const char *path)
{
    FILE *in = fopen(path, "rb");
    if (!in) {
        perror(path);
        return 0;
    }
    uint8_t *data = malloc(LARGEST_INPUT);
    size_t n = data ? fread(data, 1, LARGEST_INPUT, in) : 0;
    fclose(in);
    /* A block of exactly the input's size, so that a read behind its end is seen. */
    uint8_t *exact = malloc(n ? n : 1);
    if (exact && data) {
        for (size_t i = 0; i < n; i++) exact[i] = data[i];
        printf("%s (%zu bytes)\n", path, n);
        fflush(stdout); /* names the culprit if the driver aborts */
        LLVMFuzzerTestOneInput(exact, n);
    }
    free(exact);
    free(data);
    return 1;
}

static int is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int replay(const char *path)
{
    struct stat st;
    if (stat(path, &st) == 0 && !S_ISDIR(st.st_mode)) return replay_file(path);
    struct dirent **entry = NULL;
    int n = scandir(path, &entry, is_visible, alphasort), done = 0;
    for (int i = 0; i < n; i++) {
        char name[4096];
        snprintf(name, sizeof name, "%s/%s", path, entry[i]->d_name);
        done += replay_file(name);
        free(entry[i]);
    }
    free(entry);
    return done;
}

int main(int argc, char **argv)
{
    int done = 0;
    for (int i = 1; i < argc; i++) done += replay(argv[i]);
    printf("%d inputs\n", done);
    return done > 0 ? EXIT_SUCCESS : EXIT_FAILURE; /* an empty corpus tests nothing */
}
