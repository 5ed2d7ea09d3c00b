#pragma once
#include <stddef.h>

/// One embedded file: its name without a folder, and its bytes (not terminated).
struct catalogue_file {
    const char *name;
    const unsigned char *bytes;
    size_t length;
};

extern const struct catalogue_file catalogue_files[];
extern const size_t catalogue_file_count;
