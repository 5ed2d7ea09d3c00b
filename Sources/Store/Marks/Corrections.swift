package import Courses
internal import GRDB

extension Reading {
    /// Everybody whose mark was corrected, by id.
    package func corrections(of book: SessionBook) throws -> [Correction] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT person.public_id AS person, signed.value, signed.late_minutes,
                    signed.left_early_minutes, signed.mode, signed.role,
                    other.public_id AS make_up_for,
                    (SELECT text FROM act_text JOIN act AS last ON last.id = act_id
                        WHERE last.session_id = correction.session_id
                            AND \(Self.isAbout("last"))
                            AND last.thing = 'mark' AND last.is_correction = 1
                            AND last.outcome = 'accepted'
                        ORDER BY last.id DESC LIMIT 1) AS reason
                FROM act AS correction
                    LEFT JOIN act_about ON act_about.act_id = correction.id
                    JOIN person AS named
                        ON named.id = coalesce(act_about.person_id, correction.person_id)
                    JOIN person ON person.id = coalesce(named.merged_into, named.id)
                    LEFT JOIN act AS signed ON signed.session_id = correction.session_id
                        AND \(Self.isAbout("signed")) AND signed.thing = 'mark'
                        AND signed.outcome = 'accepted' AND signed.version = (
                            SELECT min(version) - 1 FROM act AS first
                            WHERE first.session_id = correction.session_id
                                AND \(Self.isAbout("first"))
                                AND first.thing = 'mark' AND first.is_correction = 1
                                AND first.outcome = 'accepted')
                    LEFT JOIN session AS other ON other.id = signed.make_up_for
                WHERE correction.session_id = ? AND correction.thing = 'mark'
                    AND correction.is_correction = 1 AND correction.outcome = 'accepted'
                GROUP BY person.id ORDER BY person.public_id
                """)
        return try Row.fetchAll(statement, arguments: [book.key]).map { row in
            Correction(person: row["person"], signed: Mark(row: row), reason: row["reason"])
        }
    }

    /// Whether an act is about `person`, whoever it named.
    private static func isAbout(_ act: String) -> String {
        """
        coalesce((SELECT person_id FROM act_about WHERE act_about.act_id = \(act).id),
            \(act).person_id) IN (
                SELECT self.id FROM person AS self
                WHERE self.id = person.id OR self.merged_into = person.id)
        """
    }

    /// The reason that came with what is said of the session now.
    package func reason(of word: SessionWord, in book: SessionBook) throws -> String? {
        guard let act = book.words[word]?.act else { return nil }
        let statement = try db.cachedStatement(
            sql: "SELECT text FROM act JOIN act_text ON act_id = act.id WHERE uuid = ?")
        return try String.fetchOne(statement, arguments: [act])
    }
}
