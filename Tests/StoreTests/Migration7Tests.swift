import Courses
import Foundation
import GRDB
import Store
import Testing

/// Schema 7 on a database that the schemas before it have made.
@Suite struct Migration7Tests {
    /// A file of the version before: somebody placed, a session moved, a group closed by a merge
    /// that was undone.
    ///
    /// - Parameters:
    ///   - more: what else was written to it.
    ///   - change: what becomes of the schemas' text.
    private static func earlier(
        more: String = "", _ change: (String) -> String = { $0 }
    ) throws -> String {
        try EarlierDatabase.make(before: 7, changing: change) { try $0.execute(sql: rows + more) }
    }

    private static let rows = """
        INSERT INTO operation (public_id, kind, effective_on, at, undoes) VALUES
            ('0000000000001', 'importPeople', '2020-01-06', 0, NULL),
            ('0000000000002', 'place', '2020-01-07', 1, NULL),
            ('0000000000003', 'planSessions', '2020-01-07', 2, NULL),
            ('0000000000004', 'moveSession', '2020-01-08', 3, NULL),
            ('0000000000005', 'merge', '2020-01-08', 4, NULL),
            ('0000000000006', 'undo', '2020-01-08', 5, 5);
        INSERT INTO operation_reason VALUES (2, 'Väntat länge');
        INSERT INTO person (public_id, gender, operation_id, created_at)
            VALUES ('0000000000011', 'woman', 1, 0), ('0000000000021', 'man', 1, 0);
        INSERT INTO person_name VALUES (1, 'latin', 0, 'whole', 'Amina Ali');
        INSERT INTO programme (public_id, code, name, sessions, session_minutes,
                completion_threshold, study_hour_minutes, created_at)
            VALUES ('0000000000012', 'p', 'P', 10, 120, 7, 45, 0);
        INSERT INTO round (public_id, programme_id, code, name, first_day, sessions,
                session_minutes, completion_threshold, study_hour_minutes, created_at)
            VALUES ('0000000000013', 1, 'r', 'R', '2020-01-07', 10, 120, 7, 45, 0),
                ('0000000000023', 1, 's', 'S', '2020-01-07', 10, 120, 7, 45, 0);
        INSERT INTO course_group (public_id, round_id, name, delivery, minimum, maximum, open_to,
                childcare_places, created_at)
            VALUES ('0000000000014', 1, 'Arabiska', 'leaderSpeaks', 1, 9, 'all', 0, 0);
        INSERT INTO group_language VALUES (1, 'spoken', 0, 'ar');
        INSERT INTO enrolment (public_id, person_id, round_id, childcare, operation_id)
            VALUES ('0000000000015', 1, 1, 2, 1), ('0000000000025', 2, 1, 0, 1);
        INSERT INTO enrolment_step (enrolment_id, step, effective_on, operation_id)
            VALUES (1, 'applied', '2020-01-06', 1), (1, 'placed', '2020-01-07', 2),
                (2, 'applied', '2020-01-05', 1);
        INSERT INTO enrolment_step (enrolment_id, step, effective_on, until, operation_id)
            VALUES (2, 'offered', '2020-01-06', '2020-01-20', 1);
        INSERT INTO placement (enrolment_id, group_id, starts_on, language, operation_id)
            VALUES (1, 1, '2020-01-07', 'ar', 2);
        INSERT INTO placement_end (placement_id, ends_before, operation_id, voided_by)
            VALUES (1, '2020-01-08', 5, 6);
        INSERT INTO session (public_id, round_id, local_date, starts_at, ends_at, mode, recording,
                operation_id)
            VALUES ('0000000000016', 1, '2020-01-08', 1050, 1170, 'onsite', 'both', 3);
        INSERT INTO session_group VALUES (1, 1, 1);
        INSERT INTO session_change (session_id, operation_id, was_date, was_starts_at, was_ends_at,
                was_mode, was_state)
            VALUES (1, 4, '2020-01-07', 1050, 1170, 'onsite', 'planned');
        """

    private static func open(more: String = "") throws -> Store {
        try Store(
            path: earlier(more: more), sealer: Sealer(key: Array(repeating: 1, count: 32)))
    }

    @Test func `a file of before opens sound, with its people, places and sessions`()
        async throws
    {
        let store = try Self.open()
        #expect(try await store.read { try $0.health() }.allSatisfy { $0.faults == 0 })
        let round = try #require(Round.ID("0000000000013"))
        let group = try #require(Group.ID("0000000000014"))
        let (enrolments, sessions, groups) = try await store.read { reading in
            (
                try reading.enrolments(in: round), try reading.sessions(SessionFilter()),
                try reading.groups(in: round)
            )
        }
        #expect(enrolments.map(\.enrolment.step) == [.placed, .offered])
        #expect(enrolments.map(\.childcare) == [2, 0])
        #expect(enrolments.flatMap(\.placements).map(\.group) == [group])
        #expect(sessions.map(\.session.date) == [LocalDate("2020-01-08")])
        #expect(groups.map(\.name) == ["Arabiska"])
    }

    @Test func `what was done before stands in its round's history, an undo too`() async throws {
        let store = try Self.open()
        let rounds = try ["0000000000013", "0000000000023"].map { try #require(Round.ID($0)) }
        let histories = try await store.read { reading in
            try rounds.map { try reading.operations(in: $0) }
        }
        #expect(
            histories[0].map(\.kind)
                == [.importPeople, .place, .planSessions, .moveSession, .merge, .undo])
        #expect(histories[0].map(\.reason.text)[1] == "Väntat länge")
        #expect(histories[0][4].undoneBy == histories[0][5].id)
        #expect(histories[1].isEmpty)
    }

    @Test func `an old reason lies open no longer once somebody whom it concerns is protected`()
        async throws
    {
        let path = try Self.earlier()
        let store = try Store(path: path, sealer: Sealer(key: Array(repeating: 1, count: 32)))
        let (round, person) = (
            try #require(Round.ID("0000000000013")), try #require(Person.ID("0000000000011"))
        )
        try await store.write(at: Instant(milliseconds: 9)) { writing in
            try writing.protect(person, level: .sekretessmarkering, by: .commandOperator)
        }
        let place = try await store.read { try $0.operations(in: round)[1] }
        #expect(place.reason.text == nil && place.reason.isWithheld)
        let revealed = try await store.write(at: Instant(milliseconds: 9)) { writing in
            try writing.revealReason(of: place.id, to: .commandOperator)
        }
        #expect(revealed == "Väntat länge")
        let open = try await DatabaseQueue(path: path).read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM operation_reason")
        }
        #expect(open == 0)
    }

    @Test(arguments: [PartyKind.apart, .together])
    func `nor once somebody whom it concerns is kept apart from a protected person, or joins them`(
        _ kind: PartyKind
    ) async throws {
        let path = try Self.earlier()
        let store = try Store(path: path, sealer: Sealer(key: Array(repeating: 1, count: 32)))
        let (person, other) = (
            try #require(Person.ID("0000000000011")), try #require(Person.ID("0000000000021"))
        )
        try await store.write(at: Instant(milliseconds: 9)) { writing in
            try writing.protect(other, level: .sekretessmarkering, by: .commandOperator)
        }
        let file = try DatabaseQueue(path: path)
        let count = "SELECT count(*) FROM operation_reason"
        #expect(try await file.read { try Int.fetchOne($0, sql: count) } == 1)
        try await store.write(at: Instant(milliseconds: 9)) { writing in
            try writing.addParty(kind, of: [person, other], childcare: 0)
        }
        #expect(try await file.read { try Int.fetchOne($0, sql: count) } == 0)
    }

    @Test(arguments: [
        ("session", "operation_id"), ("session_staff_change", "person_id"),
        ("session_staff", "person_id"), ("enrolment_wish", "group_id"),
    ])
    func `what an undo looks for is found by an index`(
        _ table: String, _ column: String
    ) async throws {
        let path = try Self.earlier()
        _ = try Store(path: path, sealer: Sealer(key: Array(repeating: 1, count: 32)))
        let plan = try await DatabaseQueue(path: path).read { db in
            try Row.fetchAll(
                db, sql: "EXPLAIN QUERY PLAN SELECT 1 FROM \(table) WHERE \(column) = 1"
            ).map { $0["detail"] as String }
        }
        #expect(plan.allSatisfy { $0.hasPrefix("SEARCH") })
    }

    @Test func `it takes what the new version brought, and the old kinds too`() async throws {
        let store = try Self.open()
        let round = try #require(Round.ID("0000000000013"))
        let group = try #require(Group.ID("0000000000014"))
        let day = try #require(LocalDate("2020-01-10"))
        try await store.write(at: Instant(milliseconds: 9)) { writing in
            for kind in OperationKind.allCases where kind != .undo {
                _ = try writing.begin(kind, in: round, on: day, by: .commandOperator)
            }
            let operation = try writing.begin(
                .pause, in: round, on: day, by: .commandOperator)
            try writing.pause(
                GroupPause(group: group, from: day, before: nil, sessions: .remote),
                operation: operation)
        }
        let pauses = try await store.read { try $0.pauses(of: group) }
        #expect(pauses.map(\.from) == [day])
    }

    @Test func `an offer of before, which named no group, holds no seat and counts as expired`()
        async throws
    {
        let store = try Self.open()
        let round = try #require(Round.ID("0000000000013"))
        let group = try #require(Group.ID("0000000000014"))
        let day = try #require(LocalDate("2020-01-10"))
        let (enrolments, offered) = try await store.read { reading in
            (try reading.enrolments(in: round), try reading.offered(in: group, on: day))
        }
        let offer = try #require(enrolments.last)
        #expect(offer.enrolment.offer == nil && offered.isEmpty)
        #expect(offer.standing(on: day, today: day) == .expired)
        #expect(offer.enrolment.appliedOn == LocalDate("2020-01-05"))
    }

    @Test func `a kind that there is not is kept out`() async throws {
        let path = try Self.earlier()
        _ = try Store(path: path, sealer: Sealer(key: Array(repeating: 1, count: 32)))
        let queue = try DatabaseQueue(path: path)
        await #expect(throws: DatabaseError.self) {
            try await queue.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO operation (public_id, kind, effective_on, at)
                        VALUES ('0000000000099', 'forget', '2020-01-06', 0)
                        """)
            }
        }
    }

    @Test func `an undo of an import of before takes back the children that it told of`()
        async throws
    {
        // Somebody who was known before is enrolled with children by a second import.
        let path = try Self.earlier(
            more: """

                INSERT INTO operation (public_id, kind, effective_on, at)
                    VALUES ('0000000000007', 'importPeople', '2020-01-09', 6);
                INSERT INTO person (public_id, gender, operation_id, created_at)
                    VALUES ('0000000000031', 'woman', 1, 0);
                INSERT INTO enrolment (public_id, person_id, round_id, childcare, operation_id)
                    VALUES ('0000000000035', 3, 1, 3, 7);
                INSERT INTO enrolment_step (enrolment_id, step, effective_on, operation_id)
                    VALUES (3, 'applied', '2020-01-09', 7);
                """)
        let store = try Store(path: path, sealer: Sealer(key: Array(repeating: 1, count: 32)))
        let file = try DatabaseQueue(path: path)
        let changes = try await file.read { db in
            try Row.fetchAll(
                db, sql: "SELECT enrolment_id, operation_id, was_childcare FROM enrolment_change"
            ).map { [$0["enrolment_id"] as Int, $0["operation_id"], $0["was_childcare"]] }
        }
        #expect(changes == [[1, 1, 0], [3, 7, 0]])
        let known = "SELECT childcare FROM enrolment ORDER BY id"
        #expect(try await file.read { try Int.fetchAll($0, sql: known) } == [2, 0, 3])
        for (number, childcare) in [("0000000000002", [2, 0, 3]), ("0000000000007", [2, 0, 0])] {
            let operation = try #require(OperationID(number))
            try await store.write(at: Instant(milliseconds: 9)) { writing in
                let day = WallClock.date(writing.now)
                let undo = try writing.begin(
                    .undo, on: day, by: .commandOperator, undoing: operation)
                try writing.void(operation, by: undo)
            }
            #expect(try await file.read { try Int.fetchAll($0, sql: known) } == childcare)
        }
    }

    @Test func `nothing that was done before knew whom a party of before keeps apart`()
        async throws
    {
        let store = try Self.open(
            more: """

                INSERT INTO party (public_id, kind, childcare, operation_id)
                    VALUES ('0000000000017', 'apart', 0, NULL), ('0000000000027', 'together', 0, 1);
                INSERT INTO party_member VALUES (1, 1), (1, 2), (2, 1);
                """)
        let round = try #require(Round.ID("0000000000013"))
        let (one, other) = (
            try #require(Person.ID("0000000000011")), try #require(Person.ID("0000000000021"))
        )
        let operations = try await store.read { try $0.operations(in: round) }.map(\.id)
        let (known, now) = try await store.read { reading in
            (
                try operations.map { try reading.parties(in: round, knownTo: $0) },
                try reading.parties(in: round)
            )
        }
        #expect(now.apart(from: one) == [other])
        #expect(known.count == 6 && known.allSatisfy { $0.apart(from: one).isEmpty })
        #expect(known.map(\.all.count) == [0, 1, 1, 1, 1, 1])
        // What is done from now on knows.
        let later = try await store.write(at: Instant(milliseconds: 9)) { writing in
            let date = WallClock.date(writing.now)
            let operation = try writing.begin(
                .place, in: round, on: date, by: .commandOperator)
            return try writing.reading.parties(in: round, knownTo: operation.id)
        }
        #expect(later == now)
    }

    @Test func `a file whose operations are declared otherwise is left as it is`() async throws {
        let path = try Self.earlier {
            $0.replacing("'importPeople', 'place',", with: "'importPeople','place',")
        }
        #expect(throws: (any Error).self) {
            _ = try Store(path: path, sealer: Sealer(key: Array(repeating: 1, count: 32)))
        }
        let (version, table) = try await DatabaseQueue(path: path).read { db in
            (
                try Int.fetchOne(db, sql: "PRAGMA user_version"),
                try String.fetchOne(
                    db, sql: "SELECT name FROM sqlite_schema WHERE name = 'operation_round'")
            )
        }
        #expect(version == 6 && table == nil)
    }
}
