#include "web_files.h"
const struct web_file web_files[] = {{0, 0, 0}};
const size_t web_file_count = 0;
