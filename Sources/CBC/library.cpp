#include "library.hpp"

#include <dlfcn.h>

#include "cbc.h"

namespace {

template <typename Function>
bool find(void *library, const char *name, Function &function) {
    function = reinterpret_cast<Function>(dlsym(library, name));
    return function != nullptr;
}

bool load(Library &library) {
    void *clp = dlopen("libClp.so.1", RTLD_NOW | RTLD_LOCAL);
    void *cbc = dlopen("libCbcSolver.so.3", RTLD_NOW | RTLD_LOCAL);
    if (!clp || !cbc) return false;
    bool found = true;
#define FIND(name) found = find(clp, #name, library.name) && found;
    CLP_FUNCTIONS(FIND)
#undef FIND
#define FIND(name) found = find(cbc, #name, library.name) && found;
    CBC_FUNCTIONS(FIND)
#undef FIND
    return found;
}

}  // namespace

const Library *Library::loaded() {
    static Library library;
    static const bool isThere = load(library);
    return isThere ? &library : nullptr;
}

bool cbc_is_there(void) { return Library::loaded() != nullptr; }
