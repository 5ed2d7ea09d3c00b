package import Courses
internal import GRDB

extension Reading {
    /// Languages under which somebody or something may count, by tag.
    package func figuresLanguages() throws -> [Language] {
        let tables = [
            "group_language", "headcount WHERE language IS NOT NULL",
            "person_language WHERE use = 'course'",
        ]
        let found = try tables.flatMap { table in
            try String.fetchAll(db, sql: "SELECT DISTINCT language FROM \(table)")
        }
        return Set(found.map(Language.init(rawValue:))).sorted()
    }

    /// Days of sessions, one for each month that has any, the first first.
    package func figuresMonths() throws -> [LocalDate] {
        try LocalDate.fetchAll(
            db,
            sql: """
                SELECT min(local_date) FROM session WHERE voided_by IS NULL
                GROUP BY substr(local_date, 1, 7) ORDER BY 1
                """)
    }

    /// Other rounds in which somebody has made up for a session of these.
    package func rounds(helping rounds: Set<Round.ID>) throws -> Set<Round.ID> {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT DISTINCT helping.public_id AS helping, helped.public_id AS helped
                FROM mark JOIN session ON session.id = mark.session_id
                    JOIN session AS missed ON missed.id = mark.make_up_for
                    JOIN round AS helping ON helping.id = session.round_id
                    JOIN round AS helped ON helped.id = missed.round_id
                WHERE mark.make_up_for IS NOT NULL AND helping.id <> helped.id
                """)
        var found: Set<Round.ID> = []
        while let row = try rows.next() {
            if rounds.contains(row["helped"]) { found.insert(row["helping"]) }
        }
        return found
    }
}
