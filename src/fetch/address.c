/* fetch/address.c - see address.h. */
#include "fetch/address.h"
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

static bool is_local_4(uint32_t a)
{
    static const struct {
        uint32_t start;
        int bits;
    } NETS[] = {
        {0x00000000, 8},  /* 0.0.0.0, this network */
        {0x0A000000, 8},  /* 10.0.0.0 */
        {0x64400000, 10}, /* 100.64.0.0, behind the provider's translation */
        {0x7F000000, 8},  /* 127.0.0.0, this machine */
        {0xA9FE0000, 16}, /* 169.254.0.0, this link */
        {0xAC100000, 12}, /* 172.16.0.0 */
        {0xC0000000, 24}, /* 192.0.0.0, protocols */
        {0xC0A80000, 16}, /* 192.168.0.0 */
        {0xE0000000, 3},  /* 224.0.0.0, many machines, and behind it reserved */
    };
    for (size_t i = 0; i < sizeof NETS / sizeof *NETS; i++)
        if ((a ^ NETS[i].start) >> (32 - NETS[i].bits) == 0) return true;
    return false;
}

/* The last four bytes, in the order of the machine. */
static uint32_t tail(const uint8_t a[16])
{
    return (uint32_t)a[12] << 24 | (uint32_t)a[13] << 16 | (uint32_t)a[14] << 8 | a[15];
}

static bool is_local_6(const uint8_t a[16])
{
    static const uint8_t ZERO[12], MAPPED[12] = {[10] = 0xFF, [11] = 0xFF},
                                   TRANSLATED[12] = {0, 0x64, 0xFF, 0x9B};
    /* "::" and "::1" are 0.0.0.0 and 0.0.0.1 read so. */
    if (memcmp(a, ZERO, 12) == 0 || memcmp(a, MAPPED, 12) == 0 || memcmp(a, TRANSLATED, 12) == 0)
        return is_local_4(tail(a));
    bool unique = (a[0] & 0xFE) == 0xFC, link = a[0] == 0xFE && (a[1] & 0xC0) == 0x80;
    return unique || link || a[0] == 0xFF;
}

bool dem_address_is_local(const struct sockaddr *a)
{
    struct sockaddr_in four;
    struct sockaddr_in6 six;
    if (a->sa_family == AF_INET) {
        memcpy(&four, a, sizeof four);
        return is_local_4(ntohl(four.sin_addr.s_addr));
    }
    if (a->sa_family != AF_INET6) return true;
    memcpy(&six, a, sizeof six);
    return is_local_6(six.sin6_addr.s6_addr);
}

bool dem_address_text_is_local(const char *text)
{
    struct in_addr four;
    struct in6_addr six;
    if (inet_pton(AF_INET, text, &four) == 1) return is_local_4(ntohl(four.s_addr));
    return inet_pton(AF_INET6, text, &six) == 1 && is_local_6(six.s6_addr);
}
