#include "fixture_files.h"
const struct fixture_file fixture_files[] = {{0, 0, 0}};
const size_t fixture_file_count = 0;
