import Courses
import Testing

@testable import Desk
@testable import Store

/// Who was to be at a session, and who was there.
@Suite struct MergedStaffTests {
    /// What was said of one person under two names: who was planned and did not come, who came
    /// without having been planned, and who was only planned.
    @Test(arguments: [true, false])
    func `whoever was there under one of two names was there`(isKept: Bool) async throws {
        let world = try await TestWorld()
        let (one, two) = (try await world.person("Amal"), try await world.person("Amaal"))
        let session = try await world.session(world.arabic, on: "2020-01-07")
        let next = try await world.session(world.arabic, on: "2020-01-14", number: 2)
        try await world.desk.write { writing in
            try writing.planStaff(one, role: "leader", at: session.id)
            try writing.recordStaff(one, role: "leader", at: session.id, wasThere: false)
            try writing.recordStaff(two, role: "leader", at: session.id, wasThere: true)
            try writing.planStaff(one, role: "leader", at: next.id)
            try writing.addSubstitute(two, role: "leader", at: next.id)
        }
        let before = try await world.dump()
        let (kept, other) = isKept ? (one, two) : (two, one)
        func staff(_ session: Session) async throws -> [SessionStaff] {
            try await world.desk.store.read { try $0.staff(of: session.id) }
        }
        let merged = try await world.merge(other, into: kept)
        #expect(try await staff(session).map(\.person) == [kept])
        #expect(try await staff(session).map(\.wasPlanned) == [true])
        #expect(try await staff(session).map(\.wasThere) == [true])
        #expect(try await staff(next).map(\.wasPlanned) == [true])
        #expect(try await staff(next).map(\.wasThere) == [nil])
        try await world.undo(merged)
        #expect(try await world.dump() == before)
        // What is said of the kept person after a merge is theirs.
        let again = try await world.merge(other, into: kept)
        try await world.desk.write { writing in
            try writing.recordStaff(kept, role: "leader", at: next.id, wasThere: true)
        }
        try await world.undo(again)
        let told = try await staff(next).first { $0.person == kept }
        #expect(told?.wasThere == true && told?.wasPlanned == isKept)
        #expect(try await staff(next).first { $0.person == other }?.wasThere == .some(nil))
    }
}
