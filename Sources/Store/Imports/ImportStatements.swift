internal import GRDB

/// What an import runs for every row.
struct ImportStatements {
    let insertPerson: BoundStatement
    let insertName: BoundStatement
    let insertLanguage: BoundStatement
    let insertIdentifier: BoundStatement
    let insertContact: BoundStatement
    let insertRow: BoundStatement
    let insertEnrolment: BoundStatement
    let insertStep: BoundStatement

    init(_ db: Database) throws {
        insertPerson = try BoundStatement(
            db,
            """
            INSERT INTO person (public_id, external_id, gender, birth_date, birth_year,
                interpreter_ok, operation_id, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (public_id) DO NOTHING
            """)
        insertName = try BoundStatement(db, "INSERT INTO person_name VALUES (?, ?, ?, ?, ?)")
        insertLanguage = try BoundStatement(
            db, "INSERT INTO person_language VALUES (?, ?, ?, ?)")
        insertIdentifier = try BoundStatement(
            db,
            """
            INSERT INTO identifier (person_id, kind, sealed, blind_index, operation_id, since)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        insertContact = try BoundStatement(
            db,
            """
            INSERT INTO contact (person_id, kind, sealed, blind_index, operation_id, since)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """)
        insertRow = try BoundStatement(db, "INSERT INTO import_row VALUES (?, ?, ?)")
        insertEnrolment = try BoundStatement(
            db,
            """
            INSERT INTO enrolment (public_id, person_id, round_id, operation_id)
            VALUES (?, ?, ?, ?)
            """)
        insertStep = try BoundStatement(
            db,
            """
            INSERT INTO enrolment_step (enrolment_id, step, effective_on, operation_id)
            VALUES (?, 'applied', ?, ?)
            """)
    }
}
