import Courses
import GRDB
import Statistics
import Testing

@testable import Desk
@testable import Store

/// What tests of merging ask of the small organisation.
extension TestWorld {
    /// Every row that a merge may touch, but for the log, operations and the merges themselves, and
    /// what a merge wrote that is void; each row written out, in the order of its key.
    func dump() async throws -> [String: [String]] {
        try await desk.store.read { reading in
            var tables: [String: [String]] = [:]
            for (table, condition) in Self.touched {
                let keys = try reading.db.primaryKey(table).columns.joined(separator: ", ")
                tables[table] = try Row.fetchAll(
                    reading.db, sql: "SELECT * FROM \(table) WHERE \(condition) ORDER BY \(keys)"
                ).map(\.description)
            }
            return tables
        }
    }

    private static let touched: [(table: String, condition: String)] =
        [
            "person", "person_name", "preferred_name", "protected_name", "person_language",
            "identifier", "contact", "import_row", "import_fill", "user_account", "access_grant",
            "session_staff", "session_staff_change", "party", "party_member", "enrolment",
            "placement", "placement_end", "person_note", "mark", "headcount", "session_word",
            "name_word", "name_use",
        ].map { ($0, "1") }
        + ["enrolment_step", "enrolment_wish", "enrolment_change"].map { ($0, "NOT (\(isVoid))") }
        + ["wished_slot", "wished_language"].map { table in
            (table, "wish_id NOT IN (SELECT id FROM enrolment_wish WHERE \(isVoid))")
        }
        + [
            (
                "operation_round",
                """
                operation_id NOT IN (SELECT id FROM operation WHERE kind = 'mergePeople'
                    OR undoes IN (SELECT operation_id FROM person_merge))
                """
            )
        ]

    private static let isVoid = """
        voided_by IS NOT NULL AND operation_id IN (SELECT operation_id FROM person_merge)
        """

    /// What the doctor finds wrong.
    func faults() async throws -> [HealthCheck] {
        try await desk.store.read { try $0.health() }
            .filter { $0.faults > 0 && $0.check != .journalMode }.map(\.check)
    }

    func figures() async throws -> Figures {
        try await desk.statistics(by: [.round], as: office).total
    }

    @discardableResult
    func merge(_ other: Person.ID, into kept: Person.ID) async throws -> MergedPeople {
        let merged = try await desk.mergePeople(other, into: kept, as: office)
        #expect(try await faults() == [])
        return merged
    }

    func undo(_ merged: MergedPeople) async throws {
        try await desk.undo(merged.operation, as: office)
        #expect(try await faults() == [])
    }

    /// Somebody whom a leader adds at a session and marks as a guest.
    func guest(_ name: String, at session: Session, by phone: TestPhone) async throws -> Person.ID {
        let id = Person.ID(bits: UInt64(name.utf8.reduce(1) { $0 &* 31 &+ UInt64($1) }))
        let added = PersonName(latin: [NamePart(.whole, name)])
        try await phone.send(
            phone.act(.person(id, added), at: session, 101),
            phone.act(.guest(id), at: session, 102))
        return id
    }

    /// Why a merge can't be undone, where marks at sessions of the Arabic group stand in its way.
    func unclear(_ sessions: Session...) -> PlacingError {
        .cannotUndo(
            sessions.map { session in
                .unclearMark(
                    MergeMeeting(
                        session: session.id, date: session.date, groups: [arabic.name]))
            })
    }

    func obstacles(_ other: Person.ID, into kept: Person.ID) async throws -> [MergeObstacle] {
        try await desk.previewMerge(of: other, into: kept, as: office).obstacles
    }
}

extension Act.Statement {
    static func guest(_ person: Person.ID, base: Int = 0) -> Self {
        .mark(
            person,
            Mark(
                value: .present(lateMinutes: nil, leftEarlyMinutes: nil), mode: .onsite,
                role: .guest),
            base: base, reason: nil)
    }
}
