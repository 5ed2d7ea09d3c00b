#pragma once
#include <stddef.h>

/// One embedded file: its name without a folder, and its bytes (not terminated).
struct web_file {
    const char *name;
    const unsigned char *bytes;
    size_t length;
};

/// All files, one after the other; `*count` says how many.
const struct web_file *web_files(size_t *count);
