/* cli/interrupt.h - Ctrl-C and friends: finish what is in flight, then end. */
#ifndef DEM_CLI_INTERRUPT_H
#define DEM_CLI_INTERRUPT_H
#include "base/job.h"

/* From now on SIGINT, SIGTERM and SIGHUP set the returned request; a second signal of the kind ends the
 * process as usual. A closed pipe no longer kills the process: writing to it fails. */
dem_stop *dem_interrupt_catch(void);
/* The signal that came, 0 if none did. */
int dem_interrupt_signal(void);

#endif
