#include <coin/Cbc_C_Interface.h>

#include <cmath>
#include <memory>
#include <mutex>
#include <vector>

#include "cbc.h"

namespace {

/// CBC reads its parameters through globals: one search at a time in a process.
std::mutex turn;

/// The matrix by columns, as CBC loads it.
struct Columns {
    std::vector<int> starts, rows;
    std::vector<double> values;

    explicit Columns(const cbc_problem &problem) : starts(problem.columns + 1, 0) {
        int count = problem.starts[problem.rows];
        rows.resize(count);
        values.resize(count);
        for (int i = 0; i < count; i++) starts[problem.columns_of[i] + 1]++;
        for (int i = 0; i < problem.columns; i++) starts[i + 1] += starts[i];
        std::vector<int> next(starts.begin(), starts.end() - 1);
        for (int row = 0; row < problem.rows; row++) {
            for (int i = problem.starts[row]; i < problem.starts[row + 1]; i++) {
                int place = next[problem.columns_of[i]]++;
                rows[place] = row;
                values[place] = problem.values[i];
            }
        }
    }
};

struct Close {
    void operator()(Cbc_Model *model) const { Cbc_deleteModel(model); }
};
using Model = std::unique_ptr<Cbc_Model, Close>;

Model load(const cbc_problem &problem, const bool *integers) {
    Columns columns(problem);
    Model model(Cbc_newModel());
    Cbc_setLogLevel(model.get(), 0);
    // CBC 2.10's preprocessing loses solutions; ours leaves it little to do anyway.
    Cbc_setParameter(model.get(), "preprocess", "off");
    Cbc_loadProblem(
        model.get(), problem.columns, problem.rows, columns.starts.data(), columns.rows.data(),
        columns.values.data(), problem.column_lower, problem.column_upper, problem.objective,
        problem.row_lower, problem.row_upper);
    for (int i = 0; i < problem.columns; i++) {
        if (integers[i]) Cbc_setInteger(model.get(), i);
    }
    return model;
}

void limit(Cbc_Model *model, const cbc_limits &limits) {
    Cbc_setAllowableGap(model, limits.gap);
    Cbc_setAllowableFractionGap(model, limits.fraction_gap);
    Cbc_setMaximumNodes(model, limits.nodes);
    if (limits.seconds < 1e9) Cbc_setMaximumSeconds(model, limits.seconds);
}

void begin(Cbc_Model *model, const cbc_problem &problem, const double *start) {
    std::vector<int> columns(problem.columns);
    for (int i = 0; i < problem.columns; i++) columns[i] = i;
    Cbc_setMIPStartI(model, problem.columns, columns.data(), start);
}

}  // namespace

cbc_answer cbc_mixed_solve(
    const cbc_problem *problem, const bool *integers, const double *start,
    const cbc_limits *limits, double *solution) {
    std::lock_guard<std::mutex> guard(turn);
    Model model = load(*problem, integers);
    limit(model.get(), *limits);
    if (start) begin(model.get(), *problem, start);
    Cbc_solve(model.get());
    cbc_answer answer = {CBC_STOPPED, false, 0, Cbc_getBestPossibleObjValue(model.get())};
    if (Cbc_isProvenInfeasible(model.get())) {
        answer.status = CBC_INFEASIBLE;
        return answer;
    }
    const double *best = Cbc_bestSolution(model.get());
    // A problem that its presolve solves has no best solution, only the one there is.
    if (!best && Cbc_isProvenOptimal(model.get())) best = Cbc_getColSolution(model.get());
    if (best && std::isfinite(Cbc_getObjValue(model.get())) && Cbc_getObjValue(model.get()) < 1e49) {
        for (int i = 0; i < problem->columns; i++) solution[i] = best[i];
        answer.found = true;
        answer.value = Cbc_getObjValue(model.get());
    }
    if (Cbc_isProvenOptimal(model.get())) answer.status = CBC_OPTIMAL;
    return answer;
}
