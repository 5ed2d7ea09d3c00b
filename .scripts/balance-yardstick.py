"""Solves a balancing problem with HiGHS (PyPI: highspy, numpy), plainly: one column a party and
group, one level after another, each held by a row. Prints seconds and levels as JSON.

    python3 -m venv .venv && .venv/bin/pip install highspy numpy
    .venv/bin/python .scripts/balance-yardstick.py problem.json [seconds]
"""

import json
import sys
import time

import highspy
import numpy


def language(member, party, group):
    for rank, tag in enumerate(member["languages"]):
        if tag in group["languages"]:
            return rank, tag
        if party["interpreterOk"] and tag in group["interpretedInto"]:
            return rank, tag
    return None


def fit(party, group):
    """Rank and languages, or nothing."""
    if group["closed"] or len(party["members"]) > group["max"]:
        return None
    if party["childcare"] > group["childcarePlaces"] and party["childcare"]:
        return None
    if group.get("slot") and party["slots"] and group["slot"] not in party["slots"]:
        return None
    wanted = {"women": "woman", "men": "man"}.get(group["openTo"])
    if wanted and any(member["gender"] != wanted for member in party["members"]):
        return None
    found = [language(member, party, group) for member in party["members"]]
    if any(one is None for one in found):
        return None
    return sum(rank for rank, _ in found), {tag for _, tag in found}


class Model:
    def __init__(self, problem):
        self.upper, self.integer, self.rows = [], [], []
        self.groups, self.parties = problem["groups"], problem["parties"]
        self.flows = {}
        inside = [[] for _ in self.groups]
        for p, party in enumerate(self.parties):
            own = []
            for g, group in enumerate(self.groups):
                found = fit(party, group)
                if found:
                    column = self.column(1, True)
                    self.flows[p, g] = (column, *found)
                    own.append((column, 1))
                    inside[g].append((p, column, found[1]))
            held = party.get("currentGroup") and not party["unlocked"]
            self.row(own, 1 if held and own else 0, 1)
        self.short, self.fills = [], []
        for g, group in enumerate(self.groups):
            self.group(group, inside[g])
        index = {party["id"]: p for p, party in enumerate(self.parties)}
        for first, second in problem["apart"]:
            for g in range(len(self.groups)):
                pair = [self.flows.get((index[one], g)) for one in (first, second)]
                if all(pair):
                    self.row([(flow[0], 1) for flow in pair], 0, 1)

    def column(self, upper, integer):
        self.upper.append(upper)
        self.integer.append(integer)
        return len(self.upper) - 1

    def row(self, terms, lower, upper):
        self.rows.append((terms, lower, upper))

    def group(self, group, inside):
        people = [(x, len(self.parties[p]["members"])) for p, x, _ in inside]
        fills = [self.column(1, False) for _ in range(group["max"])]
        self.row(people + [(y, -1) for y in fills], 0, 0)
        self.fills.append(fills)
        children = [(x, self.parties[p]["childcare"]) for p, x, _ in inside]
        self.row([term for term in children if term[1]], 0, group["childcarePlaces"])
        tags = set(group["languages"]) | set(group["interpretedInto"])
        if len(tags) > 2:
            used = {tag: self.column(1, True) for tag in sorted(tags)}
            self.row([(column, 1) for column in used.values()], 0, 2)
            for _, x, spoken in inside:
                for tag in spoken:
                    self.row([(x, 1), (used[tag], -1)], -1e30, 0)
        opened, short = self.column(1, True), self.column(group["min"], False)
        self.row(people + [(opened, -group["max"])], -1e30, 0)
        self.row(people + [(opened, -group["min"]), (short, 1)], 0, 1e30)
        self.short.append(short)

    def levels(self):
        """Names, columns with their coefficients, and whether more is better."""
        sizes = [len(party["members"]) for party in self.parties]
        flows = list(self.flows.items())
        for priority in sorted({party["priority"] for party in self.parties}, reverse=True):
            yield f"placed:{priority}", [
                (flow[0], sizes[p]) for (p, _), flow in flows
                if self.parties[p]["priority"] == priority], True
        yield "waiting", [
            (flow[0], sizes[p] * self.parties[p]["waitingDays"]) for (p, _), flow in flows], True
        yield "moved", [
            (flow[0], sizes[p]) for (p, g), flow in flows
            if self.parties[p].get("currentGroup") == self.groups[g]["id"]], True
        yield "short", [(column, 1) for column in self.short], False
        yield "rank", [(flow[0], flow[1]) for flow in self.flows.values() if flow[1]], False
        yield "even", [
            (column, (2 * seat + 1) / group["max"])
            for group, fills in zip(self.groups, self.fills)
            for seat, column in enumerate(fills)], False


def solve(problem, limit):
    start = time.perf_counter()
    model = Model(problem)
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("mip_rel_gap", 0.0)
    count = len(model.upper)
    solver.addVars(count, numpy.zeros(count), numpy.array(model.upper, dtype=float))
    whole = [i for i in range(count) if model.integer[i]]
    solver.changeColsIntegrality(
        len(whole), numpy.array(whole, dtype=numpy.int32),
        numpy.array([highspy.HighsVarType.kInteger] * len(whole)))
    for terms, lower, upper in model.rows:
        add(solver, terms, lower, upper)
    results = []
    for name, terms, maximise in model.levels():
        rest = limit - (time.perf_counter() - start)
        if rest <= 0:
            break
        costs = numpy.zeros(count)
        for column, value in terms:
            costs[column] += -value if maximise else value
        solver.changeColsCost(count, numpy.arange(count, dtype=numpy.int32), costs)
        if name == "even":
            solver.setOptionValue("mip_rel_gap", 0.0001)
        solver.setOptionValue("time_limit", solver.getRunTime() + rest)
        solver.run()
        info = solver.getInfo()
        optimal = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        if info.primal_solution_status != 2:
            break
        value = info.objective_function_value
        results.append([name, -value if maximise else value, optimal])
        add(solver, [(c, costs[c]) for c in numpy.nonzero(costs)[0]], -1e30, value + 1e-4)
    return {"seconds": time.perf_counter() - start, "levels": results}


def add(solver, terms, lower, upper):
    columns = numpy.array([column for column, _ in terms], dtype=numpy.int32)
    values = numpy.array([value for _, value in terms], dtype=float)
    solver.addRow(lower, upper, len(terms), columns, values)


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        text = json.load(file)
    print(json.dumps(solve(text, float(sys.argv[2]) if len(sys.argv) > 2 else 60.0)))
