/* lang/kernel_choice.c - which arithmetic this machine gets. */
#include "lang/kernel.h"

const dem_kernel *dem_kernel_best(void)
{
#if defined(__x86_64__) && defined(__GNUC__)
    if (__builtin_cpu_supports("avx2")) return &dem_kernel_avx2;
#endif
    return &dem_kernel_portable;
}
