#include "catalogue_files.h"
const struct catalogue_file catalogue_files[] = {{0, 0, 0}};
const size_t catalogue_file_count = 0;
