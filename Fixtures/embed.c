#include "fixture_files.h"

static const unsigned char world[] = {
#embed "world.json"
};

static const unsigned char names_ar[] = {
#embed "names-ar.tsv"
};

static const unsigned char names_so[] = {
#embed "names-so.tsv"
};

static const unsigned char names_fa_AF[] = {
#embed "names-fa-AF.tsv"
};

static const unsigned char names_ti[] = {
#embed "names-ti.tsv"
};

static const unsigned char names_ckb[] = {
#embed "names-ckb.tsv"
};

static const unsigned char names_ku[] = {
#embed "names-ku.tsv"
};

static const struct fixture_file files[] = {
    {"world.json", world, sizeof world},
    {"names-ar.tsv", names_ar, sizeof names_ar},
    {"names-so.tsv", names_so, sizeof names_so},
    {"names-fa-AF.tsv", names_fa_AF, sizeof names_fa_AF},
    {"names-ti.tsv", names_ti, sizeof names_ti},
    {"names-ckb.tsv", names_ckb, sizeof names_ckb},
    {"names-ku.tsv", names_ku, sizeof names_ku},
};

const struct fixture_file *fixture_files(size_t *count) {
    *count = sizeof files / sizeof files[0];
    return files;
}
