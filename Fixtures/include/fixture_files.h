#pragma once
#include <stddef.h>

/// One embedded file: its name without a folder, and its bytes (not terminated).
struct fixture_file {
    const char *name;
    const unsigned char *bytes;
    size_t length;
};

extern const struct fixture_file fixture_files[];
extern const size_t fixture_file_count;
