import Courses
import Desk
import Localisation
import Statistics
import Testing

/// The strip of a group, sign by sign, against the group's figures.
struct AttendanceStripTests {
    @Test func `each group's signs add up to its figures`() async throws {
        let world = try await WorldReading.shared.value
        let actor = WorldReading.operatorOfTheCommand
        let table = try await world.desk.statistics(by: [.group], as: actor)
        var seen = 0
        for group in world.groups {
            let chart = try await world.desk.attendanceChart(
                of: group.id, as: actor, .localiser(for: .swedish), name: { $0.latin ?? "" })
            guard case .strip(let strip) = chart.plot else { continue }
            let row = table.rows.first { $0.key == [.group(group.id, name: group.name)] }
            let figures = try #require(row?.figures)
            let counts = Dictionary(
                grouping: strip.rows.flatMap(\.signs), by: \.self
            ).mapValues(\.count)
            let present = (counts[.present] ?? 0) + (counts[.late] ?? 0)
            #expect(present == figures.attended)
            #expect(counts[.excused] ?? 0 == figures.excused)
            #expect(counts[.unnotified] ?? 0 == figures.absentUnnotified)
            let said = "Närvarande var \(figures.attended) av \(figures.expected) väntade,"
            #expect(chart.finding.hasPrefix(said))
            seen += 1
        }
        #expect(seen > 10)
    }
}
