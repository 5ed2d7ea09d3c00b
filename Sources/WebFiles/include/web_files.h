#pragma once
#include <stddef.h>

/// One embedded file: its name without a folder, and its bytes (not terminated).
struct web_file {
    const char *name;
    const unsigned char *bytes;
    size_t length;
};

extern const struct web_file web_files[];
extern const size_t web_file_count;
