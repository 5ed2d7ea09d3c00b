#include "schema_files.h"

static const unsigned char version_1[] = {
#embed "0001.sql"
};
static const unsigned char version_4[] = {
#embed "0004.sql"
};

static const struct schema_file files[] = {
    {"0001.sql", version_1, sizeof version_1},
    {"0004.sql", version_4, sizeof version_4},
};

const size_t schema_file_count = sizeof files / sizeof files[0];

const struct schema_file *schema_file_at(size_t index) {
    return index < schema_file_count ? &files[index] : NULL;
}
