/* fetch/address.h - which addresses of the internet lie in the networks that surround us, not in the internet itself. */
#ifndef DEM_FETCH_ADDRESS_H
#define DEM_FETCH_ADDRESS_H
#include <stdbool.h>
#include <sys/socket.h>

/* This machine, private networks, those without a router, and what is no address of a machine (RFC 6890). An address of
 * version 4 in one of version 6 counts as what it is; families that we do not know are local. */
bool dem_address_is_local(const struct sockaddr *a);
/* The same for "127.0.0.1" or "::1"; false if it is no address. */
bool dem_address_text_is_local(const char *text);

#endif
