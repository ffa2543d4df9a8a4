/* cli/arguments.h - what the commands that read many reports ask of their arguments. Each says on standard error what is wrong. */
#ifndef DEM_CLI_ARGUMENTS_H
#define DEM_CLI_ARGUMENTS_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A number of threads, from 1. */
bool dem_arg_threads(const char *value, uint32_t *threads);
/* Without paths: standard input, which is read unasked only if something was put there. */
bool dem_arg_standard_input(const char *const **paths, size_t *n_paths);
/* Whether the output (NULL: standard output) is one of the inputs: opening it would empty them. */
bool dem_arg_output_is_input(const char *output, const char *const *paths, size_t n_paths);

#endif
