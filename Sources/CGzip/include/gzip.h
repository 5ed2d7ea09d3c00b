#pragma once
#include <stddef.h>

/// Room enough for the gzip member (RFC 1952) of `length` bytes.
size_t gzip_bound(size_t length);

/// Writes the gzip member of `bytes` and returns its length; 0 when there was no memory. It carries
/// no name and no time: the same bytes give the same member. `level` is 1, fastest, to 9, smallest.
size_t gzip_write(
    const unsigned char *bytes, size_t length, int level, unsigned char *member, size_t room);
