/* store/schema.h - what a store looks like inside; only the store's own files include this. */
#ifndef DEM_STORE_SCHEMA_H
#define DEM_STORE_SCHEMA_H

#define DEM_STORE_APPLICATION 0x64656d61 /* "dema", in the file's header */
#define DEM_STORE_VERSION 4              /* user_version; raise it whenever the schema changes */

/* All statements that make an empty store. */
extern const char DEM_STORE_SCHEMA[];

#endif
