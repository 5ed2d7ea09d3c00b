#include <cmath>
#include <memory>
#include <mutex>
#include <vector>

#include "cbc.h"
#include "columns.hpp"
#include "library.hpp"

namespace {

/// CBC reads its parameters through globals: one search at a time in a process.
std::mutex turn;

struct Close {
    const Library *cbc;
    void operator()(Cbc_Model *model) const { cbc->Cbc_deleteModel(model); }
};
using Model = std::unique_ptr<Cbc_Model, Close>;

Model load(const Library &cbc, const cbc_problem &problem, const bool *integers) {
    Columns columns(problem);
    Model model(cbc.Cbc_newModel(), Close{&cbc});
    cbc.Cbc_setLogLevel(model.get(), 0);
    // CBC 2.10's preprocessing loses solutions; ours leaves it little to do anyway.
    cbc.Cbc_setParameter(model.get(), "preprocess", "off");
    cbc.Cbc_loadProblem(
        model.get(), problem.columns, problem.rows, columns.starts.data(), columns.rows.data(),
        columns.values.data(), problem.column_lower, problem.column_upper, problem.objective,
        problem.row_lower, problem.row_upper);
    for (int i = 0; i < problem.columns; i++) {
        if (integers[i]) cbc.Cbc_setInteger(model.get(), i);
    }
    return model;
}

void limit(const Library &cbc, Cbc_Model *model, const cbc_limits &limits) {
    cbc.Cbc_setAllowableGap(model, limits.gap);
    cbc.Cbc_setAllowableFractionGap(model, limits.fraction_gap);
    cbc.Cbc_setMaximumNodes(model, limits.nodes);
    if (limits.seconds < 1e9) cbc.Cbc_setMaximumSeconds(model, limits.seconds);
}

void begin(
    const Library &cbc, Cbc_Model *model, const cbc_problem &problem, const double *start) {
    std::vector<int> columns(problem.columns);
    for (int i = 0; i < problem.columns; i++) columns[i] = i;
    cbc.Cbc_setMIPStartI(model, problem.columns, columns.data(), start);
}

}  // namespace

cbc_answer cbc_mixed_solve(
    const cbc_problem *problem, const bool *integers, const double *start,
    const cbc_limits *limits, double *solution) {
    const Library *library = Library::loaded();
    if (!library) return {CBC_FAILED, false, 0, -INFINITY};
    const Library &cbc = *library;
    std::lock_guard<std::mutex> guard(turn);
    Model model = load(cbc, *problem, integers);
    limit(cbc, model.get(), *limits);
    if (start) begin(cbc, model.get(), *problem, start);
    cbc.Cbc_solve(model.get());
    cbc_answer answer = {CBC_STOPPED, false, 0, cbc.Cbc_getBestPossibleObjValue(model.get())};
    if (cbc.Cbc_isProvenInfeasible(model.get())) {
        answer.status = CBC_INFEASIBLE;
        return answer;
    }
    const double *best = cbc.Cbc_bestSolution(model.get());
    // A problem that its presolve solves has no best solution, only the one there is.
    if (!best && cbc.Cbc_isProvenOptimal(model.get())) best = cbc.Cbc_getColSolution(model.get());
    if (best && std::isfinite(cbc.Cbc_getObjValue(model.get())) && cbc.Cbc_getObjValue(model.get()) < 1e49) {
        for (int i = 0; i < problem->columns; i++) solution[i] = best[i];
        answer.found = true;
        answer.value = cbc.Cbc_getObjValue(model.get());
    }
    if (cbc.Cbc_isProvenOptimal(model.get())) answer.status = CBC_OPTIMAL;
    return answer;
}
