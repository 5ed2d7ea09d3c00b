import Courses
import Foundation
import GRDB
import Store

/// A small course in a file that somebody wrote by hand, with a bit of everything that figures are
/// counted from.
struct KeptWorld {
    let path: String
    let store: Store
    private let rows: DatabaseQueue

    init() throws {
        path =
            FileManager.default.temporaryDirectory
            .appendingPathComponent("samsprak-\(UUID().uuidString).sqlite").path
        store = try Store(path: path, sealer: Sealer(key: Array(repeating: 1, count: 32)))
        rows = try DatabaseQueue(path: path)
        try write(Self.world)
    }

    func write(_ sql: String) throws {
        try rows.write { try $0.execute(sql: sql) }
    }

    /// As the `sqlite3` shell does, which leaves foreign keys to whoever uses it.
    func writeFreely(_ sql: String) throws {
        try rows.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA foreign_keys = OFF")
            try db.execute(sql: sql)
            try db.execute(sql: "PRAGMA foreign_keys = ON")
        }
    }

    /// The whole organisation's facts, as the rows themselves say and as they are found.
    func bothFacts() async throws -> (told: Facts, found: Facts) {
        let found = try await facts()
        let told = try await rows.read {
            try KeptOracle.facts($0, like: found, at: Instant(milliseconds: Self.now))
        }
        return (told, found)
    }

    /// The same file, opened by somebody else.
    func reopened() throws -> Store {
        try Store(path: path, sealer: Sealer(key: Array(repeating: 1, count: 32)))
    }

    func count(_ sql: String) throws -> Int {
        try rows.read { try Int.fetchOne($0, sql: sql) ?? -1 }
    }

    /// A save that changes nothing of what figures are counted from.
    func save() async throws {
        try await store.write(at: Instant(milliseconds: 0)) { writing in
            try writing.audit("test", "organisation", nil, by: .commandOperator)
        }
    }

    func facts(_ scope: FactsScope = .organisation) async throws -> Facts {
        try await store.read { try $0.facts(of: scope, at: Instant(milliseconds: Self.now)) }
    }

    func faults() async throws -> Int {
        try await store.read { try $0.keptFaults() }
    }

    func rebuild() async throws -> Int {
        try await store.write(at: Instant(milliseconds: 0)) { try $0.rebuildKept() }
    }

    /// In March 2020.
    private static let now: Int64 = 1_583_000_000_000

    static let world = """
        INSERT INTO organisation (id, code, name, is_demo, key_check, created_at)
        VALUES (1, '0428', 'Vingåker', 0, x'00', 0);
        INSERT INTO operation (id, public_id, kind, effective_on, at)
        VALUES (1, '0000000000001', 'place', '2020-01-01', 0),
            (2, '0000000000002', 'withdraw', '2020-02-01', 0);
        INSERT INTO device (id, person_id, name, first_seen_at) VALUES (1, NULL, 'phone', 0);
        INSERT INTO programme (id, public_id, code, name, sessions, session_minutes,
            completion_threshold, study_hour_minutes, created_at)
        VALUES (1, '0000000000011', 'p', 'P', 10, 120, 7, 45, 0);
        INSERT INTO round (id, public_id, programme_id, code, name, first_day, sessions,
            session_minutes, completion_threshold, study_hour_minutes, created_at)
        VALUES (1, '0000000000021', 1, 'r1', 'R1', '2020-01-07', 10, 120, 1, 45, 0),
            (2, '0000000000022', 1, 'r2', 'R2', '2020-08-07', 10, 120, 1, 45, 0);
        INSERT INTO course_group (id, public_id, round_id, name, delivery, minimum, maximum,
            open_to, childcare_places, created_at)
        VALUES (1, '0000000000031', 1, 'A', 'leaderSpeaks', 4, 16, 'all', 0, 0),
            (2, '0000000000032', 1, 'B', 'interpreted', 4, 16, 'all', 0, 0);
        INSERT INTO group_language VALUES (1, 'spoken', 0, 'ar'), (2, 'spoken', 0, 'so'),
            (2, 'interpreted', 0, 'zh-Hant-TW');
        INSERT INTO person (id, public_id, gender, birth_date, created_at)
        VALUES (1, '0000000000041', 'woman', '1990-05-05', 0),
            (2, '0000000000042', 'man', NULL, 0), (300, '0000000000043', 'unknown', '1960-01-01', 0),
            (301, '0000000000044', 'woman', NULL, 0);
        INSERT INTO person_language VALUES (1, 'course', 0, 'ar'), (2, 'course', 0, 'so'),
            (2, 'course', 1, 'ar'), (2, 'spoken', 0, 'en');
        INSERT INTO enrolment (id, public_id, person_id, round_id, operation_id)
        VALUES (1, '0000000000051', 1, 1, 1), (200, '0000000000052', 2, 1, 1),
            (201, '0000000000053', 300, 1, 1);
        INSERT INTO enrolment_step (id, enrolment_id, step, effective_on, operation_id)
        VALUES (1, 1, 'applied', '2019-12-01', 1), (2, 1, 'placed', '2020-01-07', 1),
            (3, 200, 'applied', '2019-12-05', 1), (4, 200, 'placed', '2020-01-07', 1),
            (5, 201, 'applied', '2020-01-02', 1);
        INSERT INTO placement (id, enrolment_id, group_id, starts_on, language, operation_id)
        VALUES (1, 1, 1, '2020-01-07', 'ar', 1), (2, 200, 2, '2020-01-07', 'so', 1);
        INSERT INTO placement_end (id, placement_id, ends_before, operation_id)
        VALUES (1, 2, '2020-03-01', 2);
        INSERT INTO session (id, public_id, round_id, local_date, starts_at, ends_at, mode,
            recording, operation_id)
        VALUES (1, '0000000000061', 1, '2020-01-07', 1050, 1170, 'onsite', 'both', 1),
            (2, '0000000000062', 1, '2020-01-14', 1050, 1170, 'remote', 'both', 1),
            (3, '0000000000063', 1, '2020-01-21', 1050, 1170, 'hybrid', 'both', 1),
            (4, '0000000000064', 1, '2020-01-28', 1050, 1170, 'onsite', 'both', 1);
        INSERT INTO session_group VALUES (1, 1, 1), (2, 1, 2), (2, 2, 1), (3, 1, 3);
        INSERT INTO act (id, uuid, device_id, sequence, happened_at, arrived_at, kind, outcome,
            session_id, thing, person_id, base, version, value, mode, role)
        VALUES (1, x'00000000000000000000000000000001', 1, 1, 0, 0, 'mark', 'accepted', 1, 'mark',
                1, 0, 1, 'present', 'onsite', 'member'),
            (2, x'00000000000000000000000000000002', 1, 2, 0, 0, 'mark', 'needsReview', 1, 'mark',
                1, 0, 1, 'notified', 'onsite', 'member');
        INSERT INTO mark (session_id, person_id, version, value, late_minutes, mode, role,
            make_up_for, happened_at, act_id)
        VALUES (1, 1, 1, 'present', 5, 'onsite', 'member', NULL, 1578414600000, 1),
            (1, 2, 1, 'present', NULL, 'onsite', 'guest', NULL, 1578414600000, 1),
            (2, 1, 1, 'notified', NULL, 'onsite', 'member', NULL, 1579019400000, 1),
            (2, 2, 1, 'present', NULL, 'remote', 'member', NULL, 1579019400000, 1),
            (2, 300, 1, 'present', NULL, 'remote', 'makeUp', 1, 1579019400000, 1),
            (3, 300, 1, NULL, NULL, NULL, NULL, NULL, 0, 1);
        INSERT INTO headcount VALUES
            (1, 'childcare|ar||', 'childcare', 'ar', NULL, NULL, 1, 3, 1),
            (1, 'guest|||', 'guest', NULL, 'woman', NULL, 1, 0, 1);
        INSERT INTO session_word VALUES (3, 'state', 1, 'held', 1);
        """
}
