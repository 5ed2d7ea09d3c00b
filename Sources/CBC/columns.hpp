#ifndef CBC_COLUMNS_HPP
#define CBC_COLUMNS_HPP

#include <vector>

#include "cbc.h"

/// The matrix by columns, as CLP and CBC load it.
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

#endif
