// For `dl_iterate_phdr`.
#define _GNU_SOURCE

#include "memory_settings.h"
#include <link.h>
#include <malloc.h>
#include <sqlite3.h>
#include <stdint.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <unistd.h>

void memory_settings_keep(int kept, int arenas, int mapped) {
    mallopt(M_TRIM_THRESHOLD, kept);
    mallopt(M_ARENA_MAX, arenas);
    mallopt(M_MMAP_THRESHOLD, mapped);
}

void memory_settings_leave_database_uncounted(void) {
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// Lets go of the pages of a library's code; what is called again is mapped again, from the file.
static int give_back_code(struct dl_phdr_info *library, size_t size, void *page_size) {
    uintptr_t page = *(const uintptr_t *)page_size;
    (void)size;
    if (library->dlpi_addr == getauxval(AT_SYSINFO_EHDR)) return 0;  // The kernel's own.
    for (int index = 0; index < library->dlpi_phnum; index++) {
        const ElfW(Phdr) *part = &library->dlpi_phdr[index];
        if (part->p_type != PT_LOAD || !(part->p_flags & PF_X) || part->p_flags & PF_W) continue;
        uintptr_t start = (library->dlpi_addr + part->p_vaddr) & ~(page - 1);
        uintptr_t end = library->dlpi_addr + part->p_vaddr + part->p_memsz;
        madvise((void *)start, end - start, MADV_DONTNEED);
    }
    return 0;
}

void memory_give_back(void) {
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    malloc_trim(0);
    dl_iterate_phdr(give_back_code, &page);
}
