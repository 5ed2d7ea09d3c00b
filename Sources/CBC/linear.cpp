#include <coin/CoinFinite.hpp>

#include <new>

#include "cbc.h"
#include "columns.hpp"
#include "library.hpp"

struct cbc_linear {
    const Library &clp;
    Clp_Simplex *model;

    explicit cbc_linear(const Library &library) : clp(library), model(library.Clp_newModel()) {}
    cbc_linear(const cbc_linear &) = delete;
    ~cbc_linear() { clp.Clp_deleteModel(model); }
};

cbc_linear *cbc_linear_open(const cbc_problem *problem) {
    const Library *library = Library::loaded();
    if (!library) return nullptr;
    cbc_linear *linear = new (std::nothrow) cbc_linear(*library);
    if (!linear) return nullptr;
    Columns columns(*problem);
    library->Clp_setLogLevel(linear->model, 0);
    library->Clp_loadProblem(
        linear->model, problem->columns, problem->rows, columns.starts.data(),
        columns.rows.data(), columns.values.data(), problem->column_lower,
        problem->column_upper, problem->objective, problem->row_lower, problem->row_upper);
    return linear;
}

void cbc_linear_close(cbc_linear *linear) { delete linear; }

void cbc_linear_set_objective(cbc_linear *linear, const double *objective) {
    linear->clp.Clp_chgObjCoefficients(linear->model, objective);
}

/// As CLP keeps a bound that is none.
static double bounded(double value) {
    if (value < -1e27) return -COIN_DBL_MAX;
    return value > 1e27 ? COIN_DBL_MAX : value;
}

void cbc_linear_set_column(cbc_linear *linear, int32_t column, double lower, double upper) {
    linear->clp.Clp_columnLower(linear->model)[column] = bounded(lower);
    linear->clp.Clp_columnUpper(linear->model)[column] = bounded(upper);
}

void cbc_linear_set_row(cbc_linear *linear, int32_t row, double lower, double upper) {
    linear->clp.Clp_rowLower(linear->model)[row] = bounded(lower);
    linear->clp.Clp_rowUpper(linear->model)[row] = bounded(upper);
}

void cbc_linear_add_row(
    cbc_linear *linear, int32_t count, const int32_t *columns, const double *values, double lower,
    double upper) {
    const int starts[] = {0, count};
    linear->clp.Clp_addRows(linear->model, 1, &lower, &upper, starts, columns, values);
}

static cbc_status statusOf(const cbc_linear &linear) {
    if (linear.clp.Clp_isProvenOptimal(linear.model)) return CBC_OPTIMAL;
    if (linear.clp.Clp_isProvenPrimalInfeasible(linear.model)) return CBC_INFEASIBLE;
    return linear.clp.Clp_status(linear.model) == 3 ? CBC_STOPPED : CBC_FAILED;
}

cbc_status cbc_linear_solve(cbc_linear *linear, double seconds) {
    const Library &clp = linear->clp;
    clp.Clp_setMaximumSeconds(linear->model, seconds);
    Clp_Solve *how = clp.ClpSolve_new();
    // Measured: primal simplex after presolve beats warm starts, which are degenerate here.
    const int primal = 1;
    clp.ClpSolve_setSolveType(how, primal, -1);
    clp.Clp_initialSolveWithOptions(linear->model, how);
    clp.ClpSolve_delete(how);
    if (clp.Clp_status(linear->model) == 4) clp.Clp_primal(linear->model, 0);
    return statusOf(*linear);
}

double cbc_linear_value(const cbc_linear *linear) {
    return linear->clp.Clp_objectiveValue(linear->model);
}

const double *cbc_linear_solution(const cbc_linear *linear) {
    return linear->clp.Clp_getColSolution(linear->model);
}

const double *cbc_linear_reduced_costs(const cbc_linear *linear) {
    return linear->clp.Clp_getReducedCost(linear->model);
}

const double *cbc_linear_prices(const cbc_linear *linear) {
    return linear->clp.Clp_getRowPrice(linear->model);
}
