package import Courses
internal import GRDB

extension Reading {
    /// Everybody whose mark was corrected, by id.
    package func corrections(of book: SessionBook) throws -> [Correction] {
        let statement = try db.cachedStatement(
            sql: """
                SELECT act.id, act.version, coalesce(act_about.person_id, act.person_id) AS named,
                    person.id AS person, person.public_id, text,
                    (SELECT code FROM act_listed_reason JOIN reason ON reason.id = reason_id
                     WHERE act_listed_reason.act_id = act.id) AS listed
                FROM act LEFT JOIN act_about ON act_about.act_id = act.id
                    LEFT JOIN act_text ON act_text.act_id = act.id
                    JOIN person AS named
                        ON named.id = coalesce(act_about.person_id, act.person_id)
                    JOIN person ON person.id = coalesce(named.merged_into, named.id)
                WHERE act.session_id = ? AND thing = 'mark' AND is_correction = 1
                    AND outcome = 'accepted'
                ORDER BY person.public_id, act.id
                """)
        let rows = try Row.fetchAll(statement, arguments: [book.key])
        guard !rows.isEmpty else { return [] }
        let listed = try listedReasons()
        let byPerson = Dictionary(grouping: rows) { $0["person"] as Int64 }
        return try rows.filter { byPerson[$0["person"]]?.first?["id"] == $0["id"] as Int64 }
            .map { first in
                let past = PastMark(
                    session: book.key, person: first["person"], named: first["named"],
                    version: (first["version"] as Int) - 1)
                return Correction(
                    person: first["public_id"], signed: try row(of: past).flatMap { Mark(row: $0) },
                    reason: byPerson[first["person"]]?.last.map { Self.reason($0, listed) }
                        ?? GivenReason())
            }
    }

    /// The reason that came with what is said of the session now.
    package func reason(of word: SessionWord, in book: SessionBook) throws -> GivenReason {
        guard let act = book.words[word]?.act else { return GivenReason() }
        let statement = try db.cachedStatement(
            sql: """
                SELECT text,
                    (SELECT code FROM act_listed_reason JOIN reason ON reason.id = reason_id
                     WHERE act_listed_reason.act_id = act.id) AS listed
                FROM act LEFT JOIN act_text ON act_text.act_id = act.id WHERE uuid = ?
                """)
        guard let row = try Row.fetchOne(statement, arguments: [act]) else { return GivenReason() }
        let code: String? = row["listed"]
        return Self.reason(row, code == nil ? [:] : try listedReasons())
    }

    private static func reason(_ row: Row, _ listed: [String: ListedReason]) -> GivenReason {
        let code: String? = row["listed"]
        guard let reason = code.flatMap({ listed[$0] }) else {
            return GivenReason(text: row["text"])
        }
        let words: String? = row["text"]
        let parts = ReasonText(words ?? "") { listed[$0] != nil }
        return GivenReason(
            listed: reason, also: parts.code.flatMap { listed[$0] }, text: parts.ownWords)
    }
}
