import Courses

/// Writes groups with people, sessions and marks, rows as the product itself would store them.
final class WorldWriter {
    private let entropy = Entropy.seeded(15)
    private let operation: Int64
    private let insertPerson: RowStatement
    private let insertName: RowStatement
    private let insertLanguage: RowStatement
    private let insertGroup: RowStatement
    private let insertGroupLanguage: RowStatement
    private let insertEnrolment: RowStatement
    private let insertStep: RowStatement
    private let insertPlacement: RowStatement
    private let insertSession: RowStatement
    private let insertSessionGroup: RowStatement
    private let insertAct: RowStatement
    private let insertMark: RowStatement
    private var person: Int64
    private var session: Int64 = 0
    private var act: Int64 = 0

    init(_ file: RowFile) throws {
        try file.run(
            """
            INSERT INTO operation (public_id, kind, effective_on, at)
            VALUES ('0000000000000', 'place', '2015-01-01', 0);
            INSERT INTO device (id, person_id, name, first_seen_at) VALUES (1, NULL, 'world', 0);
            """)
        operation = try file.number("SELECT max(id) FROM operation")
        person = try file.number("SELECT coalesce(max(id), 0) FROM person")
        insertPerson = try file.prepare(
            """
            INSERT INTO person (id, public_id, gender, birth_date, birth_year, created_at)
            VALUES (?, ?, ?, ?, ?, 0)
            """)
        insertName = try file.prepare(
            "INSERT INTO person_name VALUES (?, 'latin', ?, ?, ?)")
        insertLanguage = try file.prepare(
            "INSERT INTO person_language VALUES (?, 'course', 0, ?)")
        insertGroup = try file.prepare(
            """
            INSERT INTO course_group (id, public_id, round_id, name, delivery, minimum, maximum,
                open_to, childcare_places, created_at)
            VALUES (?, ?, ?, ?, 'leaderSpeaks', 4, 16, 'all', 0, 0)
            """)
        insertGroupLanguage = try file.prepare(
            "INSERT INTO group_language VALUES (?, 'spoken', 0, ?)")
        insertEnrolment = try file.prepare(
            """
            INSERT INTO enrolment (id, public_id, person_id, round_id, operation_id)
            VALUES (?1, ?2, ?1, ?3, ?4)
            """)
        insertStep = try file.prepare(
            """
            INSERT INTO enrolment_step (enrolment_id, step, effective_on, operation_id)
            VALUES (?, ?, ?, ?)
            """)
        insertPlacement = try file.prepare(
            """
            INSERT INTO placement (enrolment_id, group_id, starts_on, language, operation_id)
            VALUES (?, ?, ?, ?, ?)
            """)
        insertSession = try file.prepare(
            """
            INSERT INTO session (id, public_id, round_id, local_date, starts_at, ends_at, mode,
                recording, operation_id)
            VALUES (?, ?, ?, ?, 1050, 1170, 'onsite', 'both', ?)
            """)
        insertSessionGroup = try file.prepare("INSERT INTO session_group VALUES (?, ?, ?)")
        insertAct = try file.prepare(
            """
            INSERT INTO act (id, uuid, device_id, sequence, happened_at, arrived_at, kind,
                outcome, session_id, thing, person_id, base, version, value, late_minutes, mode,
                role)
            VALUES (?1, ?2, 1, ?1, ?3, ?3, 'mark', 'accepted', ?4, 'mark', ?5, 0, 1, ?6, ?7,
                'onsite', 'member')
            """)
        insertMark = try file.prepare(
            """
            INSERT INTO mark (session_id, person_id, version, value, late_minutes, mode, role,
                happened_at, act_id)
            VALUES (?, ?, 1, ?, ?, 'onsite', 'member', ?, ?)
            """)
    }

    /// - Parameter group: from 0; its key is one more.
    func addGroup(_ group: Int) throws {
        let term = group % 20
        let start = World.firstDay(ofTerm: term).adding(days: group / 20 % 28)
        let language = World.languages[group / 20 % World.languages.count]
        let key = Int64(group + 1)
        insertGroup.bind(1, key)
        insertGroup.bind(2, publicID())
        insertGroup.bind(3, term + 1)
        insertGroup.bind(4, "Group \(group)")
        try insertGroup.run()
        insertGroupLanguage.bind(1, key)
        insertGroupLanguage.bind(2, language)
        try insertGroupLanguage.run()
        let people = (person + 1)...(person + Int64(World.peopleInGroup))
        for _ in people { try addPerson(to: key, term: term, language, from: start) }
        for number in 0..<World.sessionsOfGroup {
            let date = start.adding(days: 7 * number)
            try addSession(number + 1, of: key, term: term, on: date, people: people)
        }
    }

    private func publicID() -> String {
        (entropy.identifier() as Identifier<WorldWriter>).description
    }

    private func addPerson(
        to group: Int64, term: Int, _ language: String, from start: LocalDate
    ) throws {
        person += 1
        let birth = LocalDate(dayNumber: Int(entropy.bits() % 11_000))
        insertPerson.bind(1, person)
        insertPerson.bind(2, publicID())
        insertPerson.bind(3, ["woman", "woman", "man", "man", "unknown"][Int(person % 5)])
        insertPerson.bind(4, birth.description)
        insertPerson.bind(5, birth.year)
        try insertPerson.run()
        for (position, role) in ["given", "family"].enumerated() {
            insertName.bind(1, person)
            insertName.bind(2, position)
            insertName.bind(3, role)
            insertName.bind(4, "Name\(entropy.bits() % 5000)")
            try insertName.run()
        }
        insertLanguage.bind(1, person)
        insertLanguage.bind(2, language)
        try insertLanguage.run()
        try enrol(in: group, term: term, language, from: start)
    }

    private func enrol(
        in group: Int64, term: Int, _ language: String, from start: LocalDate
    ) throws {
        insertEnrolment.bind(1, person)
        insertEnrolment.bind(2, publicID())
        insertEnrolment.bind(3, term + 1)
        insertEnrolment.bind(4, operation)
        try insertEnrolment.run()
        for (step, date) in [("applied", start.adding(days: -30)), ("placed", start)] {
            insertStep.bind(1, person)
            insertStep.bind(2, step)
            insertStep.bind(3, date.description)
            insertStep.bind(4, operation)
            try insertStep.run()
        }
        insertPlacement.bind(1, person)
        insertPlacement.bind(2, group)
        insertPlacement.bind(3, start.description)
        insertPlacement.bind(4, language)
        insertPlacement.bind(5, operation)
        try insertPlacement.run()
    }

    private func addSession(
        _ number: Int, of group: Int64, term: Int, on date: LocalDate, people: ClosedRange<Int64>
    ) throws {
        session += 1
        insertSession.bind(1, session)
        insertSession.bind(2, publicID())
        insertSession.bind(3, term + 1)
        insertSession.bind(4, date.description)
        insertSession.bind(5, operation)
        try insertSession.run()
        insertSessionGroup.bind(1, session)
        insertSessionGroup.bind(2, group)
        insertSessionGroup.bind(3, number)
        try insertSessionGroup.run()
        let happened = Int64(date.dayNumber) * 86_400_000 + 17 * 3_600_000
        for person in people { try addMark(of: person, at: happened) }
    }

    /// Of seven, five are present, one of them late.
    private func addMark(of person: Int64, at happened: Int64) throws {
        act += 1
        let kind = Int(entropy.bits() % 7)
        let value = [
            "present", "present", "present", "present", "present", "notified",
            "unnotified",
        ][kind]
        let id = entropy.actID()
        insertAct.bind(1, act)
        insertAct.bind(2, blob: (id.high.bigEndian, id.low.bigEndian))
        insertAct.bind(3, happened)
        insertAct.bind(4, session)
        insertAct.bind(5, person)
        insertAct.bind(6, value)
        insertMark.bind(1, session)
        insertMark.bind(2, person)
        insertMark.bind(3, value)
        for (statement, place) in [(insertAct, Int32(7)), (insertMark, Int32(4))] {
            if kind == 0 { statement.bind(place, 10) } else { statement.bindNull(place) }
        }
        insertMark.bind(5, happened)
        insertMark.bind(6, act)
        try insertAct.run()
        try insertMark.run()
    }
}
