/* cli/save.h - the texts of reports as files, so that the bytes which records point at can be looked at. */
#ifndef DEM_CLI_SAVE_H
#define DEM_CLI_SAVE_H
#include "base/error.h"
#include "record/report.h"

/* Makes the folder if it is not there. DEM_E_IO. */
dem_status dem_save_folder(const char *folder, dem_error *err);
/* Writes the text that the offsets of the report's records refer to into folder/NAME.txt, NAME being the id with
 * everything but letters, digits, '-', '_' and dots within written as %XX; ids too long for a file name end with a hash. A
 * file of that name is replaced, at once. DEM_E_IO. */
dem_status dem_save_text(const char *folder, const dem_report *r, dem_error *err);

#endif
