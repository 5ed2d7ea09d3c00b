#include "catalogue_files.h"

static const unsigned char catalogue_sv[] = {
#embed "sv.arb"
};

static const unsigned char catalogue_en[] = {
#embed "en.arb"
};

static const unsigned char catalogue_ar[] = {
#embed "ar.arb"
};

static const unsigned char catalogue_so[] = {
#embed "so.arb"
};

static const unsigned char catalogue_fa_AF[] = {
#embed "fa-AF.arb"
};

static const unsigned char catalogue_ti[] = {
#embed "ti.arb"
};

static const unsigned char catalogue_ckb[] = {
#embed "ckb.arb"
};

static const unsigned char catalogue_ku[] = {
#embed "ku.arb"
};

static const struct catalogue_file files[] = {
    {"sv.arb", catalogue_sv, sizeof catalogue_sv},
    {"en.arb", catalogue_en, sizeof catalogue_en},
    {"ar.arb", catalogue_ar, sizeof catalogue_ar},
    {"so.arb", catalogue_so, sizeof catalogue_so},
    {"fa-AF.arb", catalogue_fa_AF, sizeof catalogue_fa_AF},
    {"ti.arb", catalogue_ti, sizeof catalogue_ti},
    {"ckb.arb", catalogue_ckb, sizeof catalogue_ckb},
    {"ku.arb", catalogue_ku, sizeof catalogue_ku},
};

const struct catalogue_file *catalogue_files(size_t *count) {
    *count = sizeof files / sizeof files[0];
    return files;
}
