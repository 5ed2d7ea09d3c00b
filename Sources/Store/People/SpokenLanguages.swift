package import Courses
internal import GRDB

extension Reading {
    /// What somebody speaks, best first, and how well.
    package func spokenLanguages(of person: Person.ID) throws -> [SpokenLanguage] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT person_language.language, level
                FROM person_language LEFT JOIN spoken_level
                    ON spoken_level.person_id = person_language.person_id
                        AND spoken_level.language = person_language.language
                WHERE person_language.person_id = (SELECT id FROM person WHERE public_id = ?)
                    AND use = 'spoken'
                ORDER BY position
                """, arguments: [person])
        return rows.map { row in
            SpokenLanguage(
                Language(rawValue: row["language"]),
                (row["level"] as String?).flatMap(LanguageLevel.init(rawValue:)))
        }
    }
}

extension Writing {
    package func setSpokenLanguages(
        _ languages: [SpokenLanguage], of person: Person.ID
    ) throws {
        let key = try reading.requireKey(person, in: .person)
        try execute("DELETE FROM spoken_level WHERE person_id = ?", [key])
        try execute(
            "DELETE FROM person_language WHERE person_id = ? AND use = 'spoken'", [key])
        for (position, spoken) in languages.enumerated() {
            try execute(
                "INSERT INTO person_language VALUES (?, 'spoken', ?, ?)",
                [key, position, spoken.language.rawValue])
            guard let level = spoken.level else { continue }
            try execute(
                "INSERT INTO spoken_level VALUES (?, ?, ?)",
                [key, spoken.language.rawValue, level.rawValue])
        }
    }
}

extension LanguageLevel {
    /// From pairs such as `ar=native`, between blanks.
    static func byLanguage(_ text: String?) -> [Language: LanguageLevel] {
        (text ?? "").split(separator: " ").reduce(into: [:]) { levels, pair in
            let parts = pair.split(separator: "=").map(String.init)
            guard parts.count == 2, let level = LanguageLevel(rawValue: parts[1]) else { return }
            levels[Language(rawValue: parts[0])] = level
        }
    }
}
