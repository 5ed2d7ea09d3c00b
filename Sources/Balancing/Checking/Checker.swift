import Courses

/// Holds a proposal against the hard rules and its own figures.
///
/// It goes by the problem as it was written and shares nothing with the engine but the values that
/// go in and out, so that a mistake has to be made twice to go unseen.
package struct Checker {
    let problem: Problem
    let claims: Claims
    let groups: [String: Problem.Group]
    let parties: [String: Problem.Party]
    /// For each party the others that it must not meet.
    let apart: [String: Set<String>]
    /// Where each goes, of parties and groups that there are.
    private(set) var place: [String: String] = [:]
    private(set) var inside: [String: [Problem.Party]] = [:]
    private(set) var violations: [Violation] = []

    /// All that does not hold, in the order in which it was met.
    package static func violations(of claims: Claims, in problem: Problem) -> [Violation] {
        var checker = Checker(problem, claims)
        checker.check()
        return checker.violations
    }

    init(_ problem: Problem, _ claims: Claims) {
        self.problem = problem
        self.claims = claims
        groups = Dictionary(problem.groups.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
        parties = Self.unambiguous(problem.parties)
        var apart: [String: Set<String>] = [:]
        for pair in problem.apart {
            apart[pair.first, default: []].insert(pair.second)
            apart[pair.second, default: []].insert(pair.first)
        }
        self.apart = apart
    }

    /// Those whose identifier says who is meant, and who are somebody.
    private static func unambiguous(_ parties: [Problem.Party]) -> [String: Problem.Party] {
        Dictionary(grouping: parties, by: \.id).compactMapValues { same in
            same.count == 1 && !same[0].members.isEmpty ? same[0] : nil
        }
    }

    private mutating func check() {
        takePlacements()
        checkAccounts()
        for group in problem.groups.map(\.id) { checkGroup(group) }
        checkPlaces()
        checkKept()
        checkFigures()
    }

    mutating func report(_ violation: Violation) {
        if !violations.contains(violation) { violations.append(violation) }
    }

    // MARK: Who is where

    mutating func takePlacements() {
        for (party, group) in claims.placements {
            guard let who = parties[party] else {
                report(.unknownParty(party))
                continue
            }
            guard groups[group] != nil else {
                report(.unknownGroup(party: party, group: group))
                continue
            }
            guard place[party] == nil else {
                report(.placedTwice(party))
                continue
            }
            place[party] = group
            inside[group, default: []].append(who)
        }
    }

    private mutating func checkAccounts() {
        guard let unplaced = claims.unplaced else { return }
        let known = Set(problem.parties.map(\.id))
        for party in unplaced {
            if !known.contains(party) { report(.unknownParty(party)) }
            if place[party] != nil { report(.placedAndUnplaced(party)) }
        }
        for party in known.subtracting(unplaced).sorted() where place[party] == nil {
            report(.unaccounted(party))
        }
    }

    /// Nobody loses a place, and locks are kept where they can be.
    private mutating func checkPlaces() {
        for party in problem.parties where parties[party.id] != nil {
            if let current = party.currentGroup, groups[current] != nil, !party.unlocked,
                place[party.id] == nil
            {
                report(.lostPlace(party: party.id, group: current))
            }
            guard let lock = party.lockedTo, place[party.id] != lock else { continue }
            if let group = place[party.id], isPresent(party, group) { continue }
            if let group = place[party.id] {
                report(.rule(.lock, party: party.id, group: group))
            } else if couldJoin(party, lock) {
                report(.rule(.lock, party: party.id, group: lock))
            }
        }
    }

    /// Whether it is where it has been, and nobody has unlocked it.
    func isPresent(_ party: Problem.Party, _ group: String) -> Bool {
        party.currentGroup == group && !party.unlocked
    }
}
