#pragma once
#include <stddef.h>

/// One embedded file: its name without a folder, and its bytes (not terminated).
struct fixture_file {
    const char *name;
    const unsigned char *bytes;
    size_t length;
};

/// All files, one after the other; `*count` says how many.
const struct fixture_file *fixture_files(size_t *count);
