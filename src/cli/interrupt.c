/* cli/interrupt.c - see interrupt.h. A signal handler can reach nothing but static storage: these two are
 * the program's only variables that change. */
#include "cli/interrupt.h"
#include <signal.h>
#include <stddef.h>

static dem_stop stop;
static atomic_int caught;

static void on_signal(int number)
{
    atomic_store(&caught, number);
    atomic_store(&stop.wanted, true);
}

dem_stop *dem_interrupt_catch(void)
{
    static const int SIGNALS[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction act = {.sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND | SA_RESTART};
    sigemptyset(&act.sa_mask);
    for (size_t i = 0; i < sizeof SIGNALS / sizeof *SIGNALS; i++) {
        struct sigaction before;
        /* What was to be ignored (nohup) stays ignored. */
        if (sigaction(SIGNALS[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(SIGNALS[i], &act, NULL);
    }
    signal(SIGPIPE, SIG_IGN);
    return &stop;
}

int dem_interrupt_signal(void)
{
    return atomic_load(&caught);
}
