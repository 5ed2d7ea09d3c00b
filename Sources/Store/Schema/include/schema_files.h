#pragma once
#include <stddef.h>

/// One embedded file: its name without a folder, and its bytes (not terminated).
struct schema_file {
    const char *name;
    const unsigned char *bytes;
    size_t length;
};

/// The schema's versions in order, from 1.
extern const struct schema_file *schema_file_at(size_t index);
extern const size_t schema_file_count;
