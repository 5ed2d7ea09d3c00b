import Courses
import Desk

/// A group leader of the benchmark's world, and the register that they save again and again.
struct Leader {
    let userName: String
    let group: Int64
    /// Store keys and public ids.
    let sessions: [(key: Int64, id: String)]
    let people: [(key: Int64, id: String)]

    static let password = "benchmark-password"

    /// Gives the last groups of a world a leader each.
    static func appoint(_ count: Int, in world: World) async throws -> [Leader] {
        let leaders = try find(count, in: world)
        let desk = try await world.desk()
        for leader in leaders {
            let group = try await desk.group(leader.groupName, as: .commandOperator)
            let grant = Grant(
                role: .leader, scope: .group(group.id), from: .distantPast, until: nil)
            try await desk.addUser(
                NewUser(
                    userName: leader.userName,
                    name: PersonName(latin: [NamePart(.whole, leader.userName)]),
                    password: password, language: .swedish, grants: [grant]),
                as: .commandOperator)
        }
        return leaders
    }

    private var groupName: String { "Group \(group - 1)" }

    private static func find(_ count: Int, in world: World) throws -> [Leader] {
        let file = try RowFile(world.path)
        let groups = try file.number("SELECT max(id) FROM course_group")
        return try (0..<count).map { index in
            let group = groups - Int64(index)
            return Leader(
                userName: "leader-\(index)", group: group,
                sessions: try rows(
                    file,
                    """
                    SELECT id, public_id FROM session WHERE id IN (
                        SELECT session_id FROM session_group WHERE group_id = \(group))
                    """),
                people: try rows(
                    file,
                    """
                    SELECT id, public_id FROM person WHERE id IN (
                        SELECT person_id FROM placed WHERE group_id = \(group))
                    """))
        }
    }

    private static func rows(_ file: RowFile, _ sql: String) throws -> [(key: Int64, id: String)] {
        let statement = try file.prepare(sql)
        var rows: [(key: Int64, id: String)] = []
        while try statement.step() { rows.append((statement.number(0), statement.text(1))) }
        return rows
    }
}
