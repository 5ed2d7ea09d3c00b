import Courses
import Desk
import Foundation

/// Ten years of courses in one file: groups of 15 that met ten times, each with all its marks.
///
/// Set up through the desk, filled straight in SQL: a million marks would take it long.
struct World {
    static let peopleInGroup = 15
    static let sessionsOfGroup = 10
    static let marksOfGroup = peopleInGroup * sessionsOfGroup
    static let languages = ["ar", "so", "fa-AF", "ti", "ckb", "ku"]

    let path: String

    /// - Parameter marks: at least this many.
    static func make(_ path: String, marks: Int) async throws -> World {
        let clock = Clock.fixed(Instant(milliseconds: 1_420_100_000_000))
        let organisation = Organisation(code: "0000", name: "Benchmark", isDemo: false)
        let location = DatabaseLocation(path: path)
        let desk = try await Desk.create(location, organisation: organisation, clock: clock)
        try await addRounds(desk)
        let file = try RowFile(path, isDurable: false)
        // Ids go to random places: what doesn't fit is written again and again.
        try file.run("PRAGMA cache_size = -2000000")
        try file.transaction {
            let writer = try WorldWriter(file)
            for group in 0..<((marks + marksOfGroup - 1) / marksOfGroup) {
                try writer.addGroup(group)
            }
        }
        try file.run("PRAGMA wal_checkpoint(TRUNCATE)")
        try file.run("ANALYZE")
        return World(path: path)
    }

    /// Two a year, whose keys are 1 to 20.
    private static func addRounds(_ desk: Desk) async throws {
        let rules = CourseRules(sessions: 10, sessionMinutes: 120, completionThreshold: 7)
        try await desk.addProgramme(
            code: "parents", name: "Parents", rules: rules, as: .commandOperator)
        for term in 0..<20 {
            try await desk.addRound(
                of: "parents", code: "round-\(term)", name: "Round \(term)",
                firstDay: firstDay(ofTerm: term), as: .commandOperator)
        }
    }

    /// From 2015 on; groups begin in the four weeks after it.
    static func firstDay(ofTerm term: Int) -> LocalDate {
        LocalDate(dayNumber: 16_443 + term / 2 * 365 + term % 2 * 217)
    }

    func desk() async throws -> Desk {
        try await Desk.open(DatabaseLocation(path: path), clock: .benchmark)
    }
}

extension Clock {
    static let benchmark = Clock {
        Instant(milliseconds: Int64(Date.now.timeIntervalSince1970 * 1000))
    }
}
