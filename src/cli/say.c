/* cli/say.c - one line for the person in front of the program: see command.h. */
#include "cli/command.h"
#include <stdarg.h>
#include <stdio.h>

void dem_say(const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    fputs("demarche: ", stderr);
    vfprintf(stderr, fmt, ap);
    fputc('\n', stderr);
    va_end(ap);
}

int dem_say_error(const dem_error *err, int status)
{
    dem_buf b = {0};
    dem_error_add(&b, err);
    dem_say("%.*s", DEM_STR_ARG(dem_buf_str(&b)));
    dem_buf_release(&b);
    return status;
}

int dem_say_usage(const char *command)
{
    dem_say("try: demarche %s%s--help", command, command[0] ? " " : "");
    return DEM_EXIT_USAGE;
}
