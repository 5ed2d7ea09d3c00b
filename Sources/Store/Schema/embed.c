#include "schema_files.h"

static const unsigned char version_1[] = {
#embed "0001.sql"
};

static const unsigned char version_2[] = {
#embed "0002.sql"
};

static const unsigned char version_3[] = {
#embed "0003.sql"
};

static const unsigned char version_4[] = {
#embed "0004.sql"
};

static const unsigned char version_5[] = {
#embed "0005.sql"
};

static const unsigned char version_6[] = {
#embed "0006.sql"
};

static const unsigned char version_7[] = {
#embed "0007.sql"
};

static const unsigned char version_8[] = {
#embed "0008.sql"
};

static const unsigned char version_9[] = {
#embed "0009.sql"
};

static const unsigned char version_10[] = {
#embed "0010.sql"
};

static const unsigned char version_11[] = {
#embed "0011.sql"
};

static const unsigned char version_12[] = {
#embed "0012.sql"
};

static const unsigned char version_13[] = {
#embed "0013.sql"
};

static const unsigned char version_14[] = {
#embed "0014.sql"
};

static const unsigned char version_15[] = {
#embed "0015.sql"
};

static const struct schema_file files[] = {
    {"0001.sql", version_1, sizeof version_1},
    {"0002.sql", version_2, sizeof version_2},
    {"0003.sql", version_3, sizeof version_3},
    {"0004.sql", version_4, sizeof version_4},
    {"0005.sql", version_5, sizeof version_5},
    {"0006.sql", version_6, sizeof version_6},
    {"0007.sql", version_7, sizeof version_7},
    {"0008.sql", version_8, sizeof version_8},
    {"0009.sql", version_9, sizeof version_9},
    {"0010.sql", version_10, sizeof version_10},
    {"0011.sql", version_11, sizeof version_11},
    {"0012.sql", version_12, sizeof version_12},
    {"0013.sql", version_13, sizeof version_13},
    {"0014.sql", version_14, sizeof version_14},
    {"0015.sql", version_15, sizeof version_15},
};

const size_t schema_file_count = sizeof files / sizeof files[0];

const struct schema_file *schema_file_at(size_t index) {
    return index < schema_file_count ? &files[index] : NULL;
}
