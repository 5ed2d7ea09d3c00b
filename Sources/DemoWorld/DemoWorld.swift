package import Courses
package import Desk

/// Three terms of a real course with invented people, built through the desk as it would have
/// been lived: each act on its day, and the same every time.
package enum DemoWorld {
    /// A Tuesday, half an hour before a group of fifteen meets remotely.
    package static let startsAt = WallClock.instant(
        lastDay, LocalTime(hour: 17, minute: 0) ?? .midnight)

    /// 21 April 2020.
    static let lastDay = LocalDate(dayNumber: 18_373)

    /// Makes a database that is marked as a demo.
    ///
    /// - Parameter until: nothing that happened later is built; past `startsAt` nothing happens.
    /// - Throws: `OpeningError.databaseExists`; nothing that exists is written over.
    @discardableResult
    package static func build(
        at location: DatabaseLocation, until: Instant = startsAt
    ) async throws -> Summary {
        let plan = try WorldPlan.embedded()
        let time = MovableClock(at: plan.preparedAt)
        let desk = try await Desk.create(
            location, organisation: plan.demoOrganisation, clock: time.clock,
            entropy: .seeded(seed))
        return try await build(plan, on: desk, time, until: until)
    }

    /// The world in memory, with its desk; the desk's clock stands at `until`.
    package static func inMemory(
        until: Instant = startsAt
    ) async throws -> (desk: Desk, summary: Summary) {
        let plan = try WorldPlan.embedded()
        let time = MovableClock(at: plan.preparedAt)
        let desk = try await Desk.inMemory(
            plan.demoOrganisation, clock: time.clock, entropy: .seeded(seed))
        return (desk, try await build(plan, on: desk, time, until: until))
    }

    static let seed: UInt64 = 20_200_421

    private static func build(
        _ plan: WorldPlan, on desk: Desk, _ time: MovableClock, until: Instant
    ) async throws -> Summary {
        var builder = try Builder(plan, desk: desk, time: time)
        try await builder.build(until: until)
        return Summary(users: Summary.users(plan), startsAt: until)
    }

    /// Who can sign in to the demo.
    package static func users() throws -> [Summary.User] {
        Summary.users(try WorldPlan.embedded())
    }

    /// What the demo tells whoever starts it.
    package struct Summary: Sendable, Equatable {
        package let users: [User]
        package let startsAt: Instant

        static func users(_ plan: WorldPlan) -> [User] {
            plan.staff.map { staff in
                User(
                    userName: staff.user, password: plan.password, roles: staff.roles,
                    language: staff.language, name: staff.name.display)
            }
        }

        package struct User: Sendable, Equatable {
            package let userName: String
            package let password: String
            package let roles: [Role]
            package let language: Language
            package let name: DisplayName
        }
    }
}

extension WorldPlan {
    var demoOrganisation: Organisation {
        Organisation(code: organisation.code, name: organisation.name, isDemo: true)
    }

    var preparedAt: Instant { preparedOn.atNine }
}

extension LocalDate {
    /// When the office opens.
    var atNine: Instant { WallClock.instant(self, LocalTime(hour: 9, minute: 0) ?? .midnight) }
}
