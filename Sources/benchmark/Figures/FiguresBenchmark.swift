import Courses
import Desk
import Foundation
import Statistics

/// Figures by language, gender and month, different people counted, against the one plain SQL
/// statement for the same table.
struct FiguresBenchmark {
    private let workplace: Workplace

    init(_ workplace: Workplace) {
        self.workplace = workplace
    }

    func run() async throws -> [Comparison] {
        try await compare(100_000, named: "100,000", turns: 11, target: .ratioAtMost(1))
            + compare(1_000_000, named: "1,000,000", turns: 7, target: .ratioAtMost(0.04))
            + compare(5_000_000, named: "5,000,000", turns: 3, target: .ratioAtMost(0.04))
    }

    private func compare(
        _ marks: Int, named name: String, turns: Int, target: Comparison.Target
    ) async throws -> [Comparison] {
        let world = try await World.make(workplace.path("figures-\(marks).sqlite"), marks: marks)
        // Opening derives what is kept of the rows that were written straight into the file.
        let desk = try await world.desk()
        let file = try RowFile(world.path)
        try file.run("PRAGMA wal_checkpoint(TRUNCATE)")
        var (measured, bare, all): ([Double], [Double], [Double]) = ([], [], [])
        // The first turn of each fills the caches.
        for turn in 0...turns {
            var (ours, theirs): ([FiguresRow], [FiguresRow]) = ([], [])
            let time = try await milliseconds { ours = try await Self.figures(desk) }
            let bareTime = try milliseconds { theirs = try Self.statement(file) }
            guard !ours.isEmpty, ours == theirs else {
                throw BenchmarkError.notTheSame("figures: \(ours.count) rows, \(theirs.count)")
            }
            let allTime = try await milliseconds { try await Self.allMeasures(desk) }
            if turn > 0 {
                measured.append(time)
                bare.append(bareTime)
                all.append(allTime)
            }
        }
        try? FileManager.default.removeItem(atPath: world.path)
        return [
            Comparison(
                name: "figures of \(name) marks", unit: .milliseconds, measured: measured.median,
                yardstick: bare.median, against: "one SQL statement", target: target),
            Comparison(
                name: "the same, all measures", unit: .milliseconds, measured: all.median,
                yardstick: bare.median, against: "the same statement"),
        ]
    }

    private static func allMeasures(_ desk: Desk) async throws {
        let table = try await desk.statistics(
            by: [.language, .gender, .month], as: .commandOperator)
        guard !table.rows.isEmpty else { throw BenchmarkError.notTheSame("no figures") }
    }

    private static func figures(_ desk: Desk) async throws -> [FiguresRow] {
        let table = try await desk.statistics(
            by: [.language, .gender, .month],
            measures: [.participations, .uniqueParticipants], as: .commandOperator)
        return table.rows.filter { $0.figures.participations > 0 }.map { row in
            FiguresRow(
                key: row.key.map(\.code).joined(separator: " "),
                participations: row.figures.participations,
                people: row.figures.uniqueParticipants)
        }.sorted()
    }

    private static func statement(_ file: RowFile) throws -> [FiguresRow] {
        let statement = try file.prepare(
            """
            SELECT group_language.language || ' ' || gender || ' ' || substr(local_date, 1, 7),
                count(*), count(DISTINCT mark.person_id)
            FROM mark JOIN session ON session.id = mark.session_id
                JOIN session_group ON session_group.session_id = session.id
                JOIN group_language ON group_language.group_id = session_group.group_id
                    AND group_language.use = 'spoken' AND group_language.position = 0
                JOIN person ON person.id = mark.person_id
            WHERE mark.value = 'present' AND mark.role = 'member'
            GROUP BY group_language.language, gender, substr(local_date, 1, 7)
            """)
        var rows: [FiguresRow] = []
        while try statement.step() {
            rows.append(
                FiguresRow(
                    key: statement.text(0), participations: Int(statement.number(1)),
                    people: Int(statement.number(2))))
        }
        return rows.sorted()
    }
}

private struct FiguresRow: Equatable, Comparable {
    let key: String
    let participations: Int
    let people: Int

    static func < (left: Self, right: Self) -> Bool { left.key < right.key }
}
