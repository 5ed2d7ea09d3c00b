import Courses
import Desk
import Statistics

/// Figures by language, gender and month, different people counted, against the one plain SQL
/// statement for the same table.
struct FiguresBenchmark {
    private let workplace: Workplace

    init(_ workplace: Workplace) {
        self.workplace = workplace
    }

    func run() async throws -> [Comparison] {
        var comparisons: [Comparison] = []
        for marks in [100_000, 1_000_000] {
            comparisons.append(try await compare(marks, rounds: marks > 500_000 ? 5 : 11))
        }
        return comparisons
    }

    private func compare(_ marks: Int, rounds: Int) async throws -> Comparison {
        let world = try await World.make(workplace.path("figures-\(marks).sqlite"), marks: marks)
        let desk = try await world.desk()
        let file = try RowFile(world.path)
        var (measured, bare): ([Double], [Double]) = ([], [])
        // The first turn of each fills the caches.
        for round in 0..<(rounds + 1) {
            var (ours, theirs): ([FiguresRow], [FiguresRow]) = ([], [])
            let time = try await milliseconds { ours = try await Self.figures(desk) }
            let bareTime = try milliseconds { theirs = try Self.statement(file) }
            guard !ours.isEmpty, ours == theirs else {
                throw BenchmarkError.notTheSame("figures: \(ours.count) rows, \(theirs.count)")
            }
            if round > 0 {
                measured.append(time)
                bare.append(bareTime)
            }
        }
        return Comparison(
            name: "figures of \(marks == 1_000_000 ? "1,000,000" : "100,000") marks",
            unit: .milliseconds, measured: measured.median, yardstick: bare.median,
            against: "one SQL statement", target: .ratioAtMost(1))
    }

    private static func figures(_ desk: Desk) async throws -> [FiguresRow] {
        let table = try await desk.statistics(
            by: [.language, .gender, .month], as: .commandOperator)
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
