#include "memory_settings.h"
#include <malloc.h>
#include <sqlite3.h>

void memory_settings_keep(int kept, int arenas, int mapped) {
    mallopt(M_TRIM_THRESHOLD, kept);
    mallopt(M_ARENA_MAX, arenas);
    mallopt(M_MMAP_THRESHOLD, mapped);
}

void memory_settings_leave_database_uncounted(void) {
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

void memory_give_back(void) {
    malloc_trim(0);
}
