#include "schema_files.h"

static const unsigned char schema_0001[] = {
#embed "0001.sql"
};

const struct schema_file schema_files[] = {
    {"0001", schema_0001, sizeof schema_0001},
};
const size_t schema_file_count = sizeof schema_files / sizeof schema_files[0];
