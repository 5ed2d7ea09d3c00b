#ifndef CBC_H
#define CBC_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Whether the solver is installed. Loads it.
bool cbc_is_there(void);

/// Columns within bounds, rows of them within bounds, a sum to be made as small as possible.
///
/// Row `r` has the elements `starts[r] ..< starts[r + 1]` of `columns_of` and `values`. Bounds beyond
/// 1e30 are none.
typedef struct {
    int32_t columns;
    int32_t rows;
    const int32_t *starts;
    const int32_t *columns_of;
    const double *values;
    const double *column_lower;
    const double *column_upper;
    const double *row_lower;
    const double *row_upper;
    const double *objective;
} cbc_problem;

typedef enum {
    CBC_OPTIMAL = 0,
    CBC_INFEASIBLE = 1,
    /// A limit struck. What has been found is right, but may not be the best.
    CBC_STOPPED = 2,
    CBC_FAILED = 3,
} cbc_status;

/// A linear program that is solved again and again from where it stood.
typedef struct cbc_linear cbc_linear;

/// Copies the problem. Null when there is no memory or no solver.
cbc_linear *cbc_linear_open(const cbc_problem *problem);
void cbc_linear_close(cbc_linear *linear);
void cbc_linear_set_objective(cbc_linear *linear, const double *objective);
void cbc_linear_set_column(cbc_linear *linear, int32_t column, double lower, double upper);
void cbc_linear_set_row(cbc_linear *linear, int32_t row, double lower, double upper);
void cbc_linear_add_row(
    cbc_linear *linear, int32_t count, const int32_t *columns, const double *values, double lower,
    double upper);

/// Solves from where the last solution stood.
cbc_status cbc_linear_solve(cbc_linear *linear, double seconds);
double cbc_linear_value(const cbc_linear *linear);
/// As many as there are columns; until the next call.
const double *cbc_linear_solution(const cbc_linear *linear);
const double *cbc_linear_reduced_costs(const cbc_linear *linear);
/// As many as there are rows; until the next call.
const double *cbc_linear_prices(const cbc_linear *linear);

/// How far a search may go.
typedef struct {
    /// Good enough when this near the bound.
    double gap;
    /// Good enough when this part of the value near the bound.
    double fraction_gap;
    int32_t nodes;
    double seconds;
} cbc_limits;

typedef struct {
    cbc_status status;
    /// Whether `solution` was written.
    bool found;
    double value;
    /// No solution is below this.
    double bound;
} cbc_answer;

/// Solves with the columns in `integers` whole.
///
/// `start` is a solution to begin with, or null. `solution` has room for a value per column.
cbc_answer cbc_mixed_solve(
    const cbc_problem *problem, const bool *integers, const double *start,
    const cbc_limits *limits, double *solution);

#ifdef __cplusplus
}
#endif

#endif
