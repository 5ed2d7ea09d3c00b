import Courses
import GRDB
import Testing

@testable import Desk
@testable import Store

/// What the doctor holds a merge to.
@Suite struct MergeHealthTests {
    private func spoil(_ world: TestWorld, _ sql: String, _ keys: [Person.ID]) async throws {
        try await world.desk.write { writing in
            var numbers: [Int64] = []
            for id in keys {
                let key = try writing.reading.namedKey(id)
                numbers.append(try #require(key))
            }
            try writing.execute(sql, StatementArguments(numbers))
        }
    }

    @Test func `a guest made a member otherwise than by a merge is found`() async throws {
        let world = try await TestWorld()
        let known = try await world.member("Amal", of: world.arabic)
        let own = try await world.session(world.arabic, on: "2020-01-07")
        let foreign = try await world.session(world.somali, on: "2020-01-08")
        world.time.turn(to: "2020-01-08T19:00:00Z")
        let phone = TestPhone(world)
        let guest = try await world.guest("Amaal", at: own, by: phone)
        try await phone.send(phone.act(.guest(guest), at: foreign, 103))
        let merged = try await world.merge(guest, into: known)
        try await spoil(
            world, "UPDATE mark SET role = 'member' WHERE person_id = ? AND role = 'guest'",
            [known])
        #expect(try await world.faults() == [.marksFollowLog])
        try await spoil(
            world,
            """
            UPDATE mark SET role = 'guest' WHERE person_id = ? AND session_id = (
                SELECT max(session_id) FROM mark)
            """, [known])
        #expect(try await world.faults() == [])
        try await world.undo(merged)
    }

    @Test func `work and parties left with whoever was merged away are found`() async throws {
        let world = try await TestWorld()
        let (kept, other) = (try await world.person("Amal"), try await world.person("Amaal"))
        let friend = try await world.person("Huda")
        _ = try await world.session(world.arabic, on: "2020-01-07")
        try await world.desk.addParty(.together, of: [kept, friend], as: world.office)
        try await world.desk.changeLeader(
            of: world.arabic.id, to: kept, from: day("2020-01-07"), as: world.office)
        try await world.merge(other, into: kept)
        for table in ["party_member", "session_staff"] {
            try await spoil(
                world, "UPDATE \(table) SET person_id = ? WHERE person_id = ?", [other, kept])
            #expect(try await world.faults() == [.mergesHold])
            try await spoil(
                world, "UPDATE \(table) SET person_id = ? WHERE person_id = ?", [kept, other])
        }
        #expect(try await world.faults() == [])
    }
}
