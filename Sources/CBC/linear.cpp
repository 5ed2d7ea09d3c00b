#include <coin/ClpSimplex.hpp>
#include <coin/ClpSolve.hpp>
#include <coin/CoinPackedMatrix.hpp>

#include <new>

#include "cbc.h"

struct cbc_linear {
    ClpSimplex model;
};

cbc_linear *cbc_linear_open(const cbc_problem *problem) {
    cbc_linear *linear = new (std::nothrow) cbc_linear;
    if (!linear) return nullptr;
    CoinPackedMatrix matrix(
        false, problem->columns, problem->rows, problem->starts[problem->rows], problem->values,
        problem->columns_of, problem->starts, nullptr);
    linear->model.setLogLevel(0);
    linear->model.loadProblem(
        matrix, problem->column_lower, problem->column_upper, problem->objective,
        problem->row_lower, problem->row_upper);
    return linear;
}

void cbc_linear_close(cbc_linear *linear) { delete linear; }

void cbc_linear_set_objective(cbc_linear *linear, const double *objective) {
    int count = linear->model.numberColumns();
    for (int i = 0; i < count; i++) linear->model.setObjectiveCoefficient(i, objective[i]);
}

void cbc_linear_set_column(cbc_linear *linear, int32_t column, double lower, double upper) {
    linear->model.setColumnBounds(column, lower, upper);
}

void cbc_linear_set_row(cbc_linear *linear, int32_t row, double lower, double upper) {
    linear->model.setRowBounds(row, lower, upper);
}

void cbc_linear_add_row(
    cbc_linear *linear, int32_t count, const int32_t *columns, const double *values, double lower,
    double upper) {
    linear->model.addRow(count, columns, values, lower, upper);
}

static cbc_status statusOf(const ClpSimplex &model) {
    if (model.isProvenOptimal()) return CBC_OPTIMAL;
    if (model.isProvenPrimalInfeasible()) return CBC_INFEASIBLE;
    return model.status() == 3 ? CBC_STOPPED : CBC_FAILED;
}

cbc_status cbc_linear_solve(cbc_linear *linear, double seconds) {
    ClpSimplex &model = linear->model;
    model.setMaximumSeconds(seconds);
    ClpSolve how;
    // Measured: primal simplex after presolve beats warm starts, which are degenerate here.
    how.setSolveType(ClpSolve::usePrimal);
    model.initialSolve(how);
    if (model.status() == 4) model.primal();
    return statusOf(model);
}

double cbc_linear_value(const cbc_linear *linear) { return linear->model.objectiveValue(); }

const double *cbc_linear_solution(const cbc_linear *linear) {
    return linear->model.getColSolution();
}

const double *cbc_linear_reduced_costs(const cbc_linear *linear) {
    return linear->model.getReducedCost();
}

const double *cbc_linear_prices(const cbc_linear *linear) { return linear->model.getRowPrice(); }
