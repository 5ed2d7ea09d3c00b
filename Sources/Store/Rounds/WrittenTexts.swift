package import Courses
internal import GRDB

/// What a text is written of.
package enum TextOwner: Sendable, Equatable {
    case programme(Programme.ID)
    case venue(Venue.ID)
    case group(Group.ID)
    /// By its code.
    case reason(String)
}

extension Reading {
    package func texts(of owner: TextOwner) throws -> WrittenText {
        let (column, key) = try place(of: owner)
        let rows = try Row.fetchAll(
            db, sql: "SELECT language, text FROM written_text WHERE \(column) = ?",
            arguments: [key])
        return WrittenText(
            rows.reduce(into: [:]) { $0[Language(rawValue: $1["language"])] = $1["text"] })
    }

    fileprivate func place(of owner: TextOwner) throws -> (column: String, key: Int64) {
        switch owner {
        case .programme(let id): ("programme_id", try requireKey(id, in: .programme))
        case .venue(let id): ("venue_id", try requireKey(id, in: .venue))
        case .group(let id): ("group_id", try requireKey(id, in: .group))
        case .reason(let code): ("reason_id", try requireReasonKey(code))
        }
    }
}

extension Writing {
    /// Says some languages of a text anew; an empty one is taken away, and the others stay.
    package func write(_ texts: [Language: String], of owner: TextOwner) throws {
        let (column, key) = try reading.place(of: owner)
        for (language, text) in texts {
            try execute(
                "DELETE FROM written_text WHERE \(column) = ? AND language = ?",
                [key, language.rawValue])
            guard !text.isEmpty else { continue }
            try execute(
                "INSERT INTO written_text (\(column), language, text) VALUES (?, ?, ?)",
                [key, language.rawValue, text])
        }
    }
}
