#include "gzip.h"

#include <zlib.h>

enum { header_and_footer = 18, gzip_window = 15 + 16, memory_level = 9 };

size_t gzip_bound(size_t length) {
    return compressBound(length) + header_and_footer;
}

size_t gzip_write(
    const unsigned char *bytes, size_t length, int level, unsigned char *member, size_t room) {
    z_stream stream = {0};
    int opened = deflateInit2(
        &stream, level, Z_DEFLATED, gzip_window, memory_level, Z_DEFAULT_STRATEGY);
    if (opened != Z_OK) return 0;
    stream.next_in = (unsigned char *)bytes;
    stream.avail_in = (uInt)length;
    stream.next_out = member;
    stream.avail_out = (uInt)room;
    int done = deflate(&stream, Z_FINISH);
    size_t written = stream.total_out;
    deflateEnd(&stream);
    return done == Z_STREAM_END ? written : 0;
}
