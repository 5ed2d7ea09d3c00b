import Courses
import Foundation
import GRDB
import Store
import Testing

/// What is kept for figures follows every row that it is derived from.
@Suite struct KeptTests {
    /// One for each way in which a row may come, change or go.
    static let changes = [
        "INSERT INTO mark (session_id, person_id, version, value, mode, role, happened_at, act_id) "
            + "VALUES (1, 300, 1, 'present', 'onsite', 'guest', 0, 1)",
        "UPDATE mark SET value = 'excused', late_minutes = NULL WHERE late_minutes = 5",
        "UPDATE mark SET late_minutes = 300 WHERE late_minutes = 5",
        "UPDATE mark SET left_early_minutes = 7 WHERE late_minutes = 5",
        "UPDATE mark SET role = 'guest' WHERE session_id = 2 AND person_id = 2",
        "UPDATE mark SET make_up_for = 3 WHERE make_up_for = 1",
        "UPDATE mark SET happened_at = 0 WHERE session_id = 2",
        "UPDATE mark SET person_id = 300 WHERE session_id = 1 AND person_id = 2",
        "UPDATE mark SET session_id = 3 WHERE session_id = 1 AND person_id = 2",
        "UPDATE mark SET session_id = 4, person_id = 301 WHERE session_id = 2 AND person_id = 300",
        "DELETE FROM mark WHERE session_id = 2 AND person_id = 300",
        "INSERT INTO session SELECT 5, '0000000000065', round_id, local_date, starts_at, ends_at, "
            + "mode, recording, state, operation_id, voided_by FROM session WHERE id = 4",
        "UPDATE session SET local_date = '2020-01-08' WHERE id = 1",
        "UPDATE session SET starts_at = 1080 WHERE id = 1",
        "UPDATE session SET ends_at = 1200 WHERE id = 4",
        "UPDATE session SET local_date = '2020-06-01' WHERE id = 4",
        "UPDATE session SET mode = 'hybrid' WHERE id = 1",
        "UPDATE session SET state = 'cancelled' WHERE id = 1",
        "UPDATE session SET round_id = 2 WHERE id = 4",
        "UPDATE session SET voided_by = 2 WHERE id = 2",
        "DELETE FROM session WHERE id = 4",
        "INSERT INTO session_group VALUES (1, 2, 7)",
        "UPDATE session_group SET number = 9 WHERE session_id = 2 AND group_id = 1",
        "UPDATE session_group SET session_id = 4 WHERE session_id = 3",
        "DELETE FROM session_group WHERE session_id = 2 AND group_id = 2",
        "INSERT INTO session_word VALUES (4, 'signOff', 1, 'signedOff', 1)",
        "UPDATE session_word SET value = 'notHeld' WHERE session_id = 3",
        "UPDATE session_word SET session_id = 4 WHERE session_id = 3",
        "DELETE FROM session_word",
        "INSERT INTO headcount VALUES (2, 'guest|||', 'guest', NULL, 'man', NULL, 1, 2, 1)",
        "UPDATE headcount SET count = 4 WHERE count = 3",
        "UPDATE headcount SET session_id = 4 WHERE count = 3",
        "DELETE FROM headcount WHERE count = 3",
        "INSERT INTO act (id, uuid, device_id, sequence, happened_at, arrived_at, kind, outcome, "
            + "rule, session_id) VALUES (3, x'00000000000000000000000000000003', 1, 3, 0, 0, "
            + "'mark', 'kept', 'notYet', 2)",
        "UPDATE act SET settled_by = 1 WHERE id = 2",
        "UPDATE act SET outcome = 'merged' WHERE id = 2",
        "UPDATE act SET session_id = 2 WHERE id = 2",
        "UPDATE act SET session_id = NULL WHERE id = 2",
        "DELETE FROM act WHERE id = 2",
        "INSERT INTO person (id, public_id, gender, created_at) "
            + "VALUES (600, '0000000000045', 'woman', 0)",
        "UPDATE person SET gender = 'woman' WHERE id = 2",
        "UPDATE person SET birth_date = '1991-05-05' WHERE id = 1",
        "DELETE FROM person WHERE id = 301",
        "INSERT INTO person_language VALUES (300, 'course', 0, 'ti')",
        "UPDATE person_language SET language = 'ckb' WHERE language = 'ar' AND person_id = 1",
        "UPDATE person_language SET use = 'course', position = 2 WHERE use = 'spoken'",
        "UPDATE person_language SET use = 'written' WHERE person_id = 1",
        "UPDATE person_language SET person_id = 300 WHERE person_id = 1",
        "DELETE FROM person_language WHERE person_id = 2 AND use = 'course' AND position = 0",
        "UPDATE enrolment SET person_id = 301 WHERE id = 200",
        "UPDATE enrolment SET round_id = 2 WHERE id = 201",
        "INSERT INTO enrolment_step (enrolment_id, step, effective_on, operation_id) "
            + "VALUES (200, 'withdrawn', '2020-03-01', 2)",
        "UPDATE enrolment_step SET step = 'declined' WHERE id = 5",
        "UPDATE enrolment_step SET effective_on = '2020-01-03' WHERE id = 5",
        "UPDATE enrolment_step SET voided_by = 2 WHERE id = 5",
        "UPDATE enrolment_step SET operation_id = 2, effective_on = '2020-04-01' WHERE id = 3",
        "DELETE FROM enrolment_step WHERE id = 5",
        "DELETE FROM enrolment_step WHERE id = 5; DELETE FROM enrolment WHERE id = 201",
        "INSERT INTO placement (enrolment_id, group_id, starts_on, language, operation_id) "
            + "VALUES (201, 2, '2020-01-08', 'so', 2)",
        "UPDATE placement SET starts_on = '2020-01-08' WHERE id = 1",
        "UPDATE placement SET group_id = 2 WHERE id = 1",
        "UPDATE placement SET language = 'ti' WHERE id = 1",
        "UPDATE placement SET voided_by = 2 WHERE id = 1",
        "UPDATE placement SET enrolment_id = 201 WHERE id = 1",
        "DELETE FROM placement WHERE id = 1",
        "INSERT INTO placement_end (placement_id, ends_before, operation_id) "
            + "VALUES (1, '2020-01-10', 2)",
        "INSERT INTO placement_end (placement_id, ends_before, operation_id) "
            + "VALUES (1, '2020-01-07', 2)",
        "UPDATE placement_end SET ends_before = '2020-01-14'",
        "UPDATE placement_end SET voided_by = 2",
        "UPDATE placement_end SET placement_id = 1",
        "DELETE FROM placement_end",
    ]

    @Test(arguments: changes)
    func `a change of any row is in the facts at once, and kept by the next save`(
        _ change: String
    ) async throws {
        let world = try KeptWorld()
        try await world.save()
        let before = try await world.facts()
        #expect(try await world.faults() == 0)
        try world.write(change)
        let atOnce = try await world.facts()
        #expect(atOnce != before)
        #expect(try await world.faults() > 0)
        try await world.save()
        #expect(try world.count("SELECT count(*) FROM kept_stale") == 0)
        #expect(try await world.facts() == atOnce)
        let (told, found) = try await world.bothFacts()
        #expect(found == told)
        #expect(try await world.faults() == 0)
        #expect(try await world.rebuild() == 0)
        #expect(try await world.facts() == atOnce)
    }

    @Test func `facts are what the rows say`() async throws {
        let world = try KeptWorld()
        try await world.save()
        let facts = try await world.facts()
        let day = Int32(18_268)
        #expect(facts.municipality == "0428")
        #expect(facts.languages.map(\.rawValue) == ["ar", "so", "zh-Hant-TW"])
        #expect(facts.groups.map(\.languages) == [[0], [1, 2]])
        #expect(facts.people.map(\.gender) == [.woman, .man, .unknown, .woman])
        #expect(
            facts.people.map(\.birthDay) == [7429, Facts.unknownDay, -3653, Facts.unknownDay])
        #expect(facts.people.map(\.spokenCount) == [1, 2, 0, 0])
        #expect(facts.spoken == [0, 1, 0])
        #expect(
            facts.placements == [
                PlacementFact(person: 0, group: 0, from: day, before: Facts.open, language: 0),
                PlacementFact(person: 1, group: 1, from: day, before: 18_322, language: 1),
            ])
        #expect(
            facts.waits == [
                WaitFact(person: 0, round: 0, applied: 18_231),
                WaitFact(person: 1, round: 0, applied: 18_235),
                WaitFact(person: 2, round: 0, applied: 18_263),
            ])
        #expect(
            facts.sessions == [
                SessionFact(
                    round: 0, day: day, minutes: 120, mode: .onsite, status: .taken, isHeld: true,
                    review: 1),
                SessionFact(
                    round: 0, day: day + 7, minutes: 120, mode: .remote, status: .taken,
                    isHeld: true),
                SessionFact(
                    round: 0, day: day + 14, minutes: 120, mode: .hybrid, status: .notTaken,
                    isHeld: true),
                SessionFact(
                    round: 0, day: day + 21, minutes: 120, mode: .onsite, status: .notTaken,
                    isHeld: false),
            ])
        #expect(
            facts.marks == [
                MarkFact(session: 0, person: 0, value: .present, late: 5),
                MarkFact(session: 0, person: 1, value: .present, role: .guest),
                MarkFact(session: 1, person: 0, value: .notified),
                MarkFact(session: 1, person: 1, value: .present),
                MarkFact(session: 1, person: 2, value: .present, role: .makeUp, makeUpFor: 0),
            ])
        #expect(
            facts.headcounts == [
                HeadcountFact(session: 0, language: 0, count: 3, isChildcare: true)
            ])
    }

    @Test func `a round's facts hold nothing of another's`() async throws {
        let world = try KeptWorld()
        try await world.save()
        let round = try #require(Round.ID("0000000000022"))
        let other = try await world.facts(.rounds([round]))
        #expect(other.sessions == [])
        #expect(other.marks == [])
        #expect(other.placements == [])
    }

    /// What somebody may do to the file by hand.
    static let damages = [
        "DELETE FROM kept_sessions",
        "DELETE FROM kept_people WHERE page = 0",
        "DELETE FROM kept_enrolments",
        "UPDATE kept_sessions SET packed = CAST(x'01' || substr(packed, 2) AS BLOB)",
        "UPDATE kept_sessions SET packed = substr(packed, 1, length(packed) - 1)",
        "UPDATE kept_sessions SET packed = x''",
        "UPDATE kept_sessions SET packed = CAST(packed || x'FF' AS BLOB)",
        // The last person has a mark at a session that doesn't stand there.
        "UPDATE kept_sessions SET packed = CAST(substr(packed, 1, length(packed) - 2) || x'01' "
            + "|| substr(packed, length(packed)) AS BLOB)",
        "INSERT INTO kept_sessions VALUES (77, x'')",
        "INSERT INTO kept_sessions VALUES (9223372036854775807, x'02')",
        "INSERT INTO kept_sessions VALUES (77, x'02')",
        "UPDATE kept_people SET packed = CAST(packed || x'FF' AS BLOB)",
        "UPDATE kept_enrolments SET packed = substr(packed, 1, 9)",
        "UPDATE kept_people SET packed = CAST(x'01' || substr(packed, 2) AS BLOB)",
        // A language that nobody has, and then nothing more.
        "UPDATE kept_people SET packed = x'0201027171FF'",
        "UPDATE kept_sessions SET packed = CAST(substr(packed, 1, instr(packed, x'6172') - 1) "
            + "|| x'7171' || substr(packed, instr(packed, x'6172') + 2) || x'FF' AS BLOB)",
    ]

    @Test(arguments: damages)
    func `what is destroyed or cut off is read from the rows, found and mended`(
        _ damage: String
    ) async throws {
        let world = try KeptWorld()
        try await world.save()
        let before = try await world.facts()
        try world.write(damage)
        #expect(try await world.facts() == before)
        #expect(try await world.faults() > 0)
        let health = try await world.store.read { try $0.health() }
        #expect((health.first { $0.check == .figuresKept }?.faults ?? 0) > 0)
        #expect(try await world.rebuild() > 0)
        #expect(try await world.faults() == 0)
        #expect(try await world.facts() == before)
    }

    @Test(arguments: [
        // The first session stands under another key.
        "UPDATE kept_sessions SET packed = CAST(x'020400' || substr(packed, 4) AS BLOB)",
        "INSERT INTO kept_sessions SELECT 77, packed FROM kept_sessions WHERE page = 0",
        "INSERT INTO kept_people SELECT 77, packed FROM kept_people WHERE page = 0",
        "UPDATE kept_enrolments SET packed = (SELECT packed FROM kept_enrolments WHERE page = 0)",
    ])
    func `what is altered is found, and mended by the rebuilding`(_ damage: String) async throws {
        let world = try KeptWorld()
        try await world.save()
        let before = try await world.facts()
        try world.write(damage)
        #expect(try await world.faults() > 0)
        #expect(try await world.rebuild() > 0)
        #expect(try await world.faults() == 0)
        #expect(try await world.facts() == before)
    }

    /// Each byte in turn becomes another: what is then read may be wrong, but reading ends, and the
    /// rebuilding mends it.
    @Test func `no byte that is kept brings the reading down`() async throws {
        let world = try KeptWorld()
        try await world.save()
        let before = try await world.facts()
        for table in ["kept_sessions", "kept_people", "kept_enrolments"] {
            let length = try world.count("SELECT max(length(packed)) FROM \(table)")
            for place in 1...length {
                for byte in ["00", "7F", "80", "FF"] {
                    try world.write(
                        """
                        UPDATE \(table) SET packed = CAST(substr(packed, 1, \(place - 1))
                            || x'\(byte)' || substr(packed, \(place + 1)) AS BLOB)
                        WHERE page = (SELECT min(page) FROM \(table))
                        """)
                    _ = try await world.facts()
                    _ = try await world.rebuild()
                }
            }
        }
        #expect(try await world.facts() == before)
    }
}
