#pragma once
#include <stddef.h>

/// One embedded file: its name without a folder, and its bytes (not terminated).
struct schema_file {
    const char *name;
    const unsigned char *bytes;
    size_t length;
};

extern const struct schema_file schema_files[];
extern const size_t schema_file_count;
