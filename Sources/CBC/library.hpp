#ifndef CBC_LIBRARY_HPP
#define CBC_LIBRARY_HPP

#include <coin/Cbc_C_Interface.h>
#include <coin/Clp_C_Interface.h>

#define CLP_FUNCTIONS(EACH) \
    EACH(Clp_newModel) EACH(Clp_deleteModel) EACH(Clp_setLogLevel) EACH(Clp_loadProblem) \
    EACH(Clp_chgObjCoefficients) EACH(Clp_columnLower) EACH(Clp_columnUpper) EACH(Clp_rowLower) \
    EACH(Clp_rowUpper) EACH(Clp_addRows) EACH(Clp_setMaximumSeconds) EACH(ClpSolve_new) \
    EACH(ClpSolve_delete) EACH(ClpSolve_setSolveType) EACH(Clp_initialSolveWithOptions) \
    EACH(Clp_primal) EACH(Clp_status) EACH(Clp_isProvenOptimal) \
    EACH(Clp_isProvenPrimalInfeasible) EACH(Clp_objectiveValue) EACH(Clp_getColSolution) \
    EACH(Clp_getReducedCost) EACH(Clp_getRowPrice)

#define CBC_FUNCTIONS(EACH) \
    EACH(Cbc_newModel) EACH(Cbc_deleteModel) EACH(Cbc_setLogLevel) EACH(Cbc_setParameter) \
    EACH(Cbc_loadProblem) EACH(Cbc_setInteger) EACH(Cbc_setAllowableGap) \
    EACH(Cbc_setAllowableFractionGap) EACH(Cbc_setMaximumNodes) EACH(Cbc_setMaximumSeconds) \
    EACH(Cbc_setMIPStartI) EACH(Cbc_solve) EACH(Cbc_getBestPossibleObjValue) \
    EACH(Cbc_isProvenInfeasible) EACH(Cbc_bestSolution) EACH(Cbc_isProvenOptimal) \
    EACH(Cbc_getColSolution) EACH(Cbc_getObjValue)

/// CLP's and CBC's functions. They are loaded when the first problem is solved: with what they
/// need (BLAS, LAPACK, the Fortran runtime) they take longer to load than most commands to run.
struct Library {
#define FIELD(name) decltype(&::name) name;
    CLP_FUNCTIONS(FIELD)
    CBC_FUNCTIONS(FIELD)
#undef FIELD

    /// Null when they are not installed.
    static const Library *loaded();
};

#endif
