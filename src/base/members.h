/* base/members.h - the files in a zip or tar archive, one after the other, each as an input.
 *
 * In the order of the archive, streamed: nothing is unpacked to disk, and no member is held as a whole. Archives in
 * archives are gone into, DEM_MEMBERS_DEPTH deep. A zip in a file that can be sought is read by its directory, any other
 * by what stands before each member. The name of a member is that of the archive, a slash, and the name in it, made
 * valid UTF-8; it is a name to tell, never one to open. Left out without a word: folders, links, devices, and what has a
 * part that begins with a dot, as in folders (base/paths.h). */
#ifndef DEM_BASE_MEMBERS_H
#define DEM_BASE_MEMBERS_H
#include "base/input.h"

typedef struct dem_members dem_members;

/* Archives in archives that are gone into; the outermost is one. */
#define DEM_MEMBERS_DEPTH 3
/* Entries of one archive that are read; the rest of it is refused. */
#define DEM_MEMBERS_MAX (1u << 22)

/* True if `in`, unpacked, begins as a zip archive or a tar archive (ustar, pax, GNU) does. Takes nothing, and does not wait
 * for more than the first line that is not blank, unless what there is looks like tar. */
bool dem_members_probe(dem_input *in);
/* Goes through the archive `in`, from which nothing may have been taken. It is the owner of `in` from now on. Lines
 * of members are refused above `max_line`. Never fails; the caller ends *out with dem_members_close(). */
void dem_members_open(dem_members **out, dem_input *in, size_t max_line);
/* The next member: DEM_OK with *member, which the caller owns and closes before the next call and before
 * dem_members_close(); it need not be read to its end. DEM_END after the last. Any other status costs one member
 * (encrypted, damaged at its start), or the rest of an archive (damaged, too deep, too many members, a bomb): *err says
 * which, and the next call goes on behind it. Errors that come up while a member is read come from that input. */
dem_status dem_members_next(dem_members *m, dem_input **member, dem_error *err);
/* Takes NULL. */
void dem_members_close(dem_members *m);

#endif
