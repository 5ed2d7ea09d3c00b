#include "memory_settings.h"
#include <malloc.h>

void memory_settings_keep(int kept, int arenas, int mapped) {
    mallopt(M_TRIM_THRESHOLD, kept);
    mallopt(M_ARENA_MAX, arenas);
    mallopt(M_MMAP_THRESHOLD, mapped);
}

void memory_give_back(void) {
    malloc_trim(0);
}
