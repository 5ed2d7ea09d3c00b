package import Courses
import FoundationEssentials
internal import GRDB

/// A blank of somebody known that a row fills.
package enum ImportFill: Sendable {
    case externalID(String)
    case gender(Gender)
    case birthDate(LocalDate)
    case birthYear(Int)
    case nativeName([NamePart])
    case latinName([NamePart])
    case preferredName(script: String, [NamePart])
    case languages(LanguageUse, [Language])
    case identifier(PersonIdentifier)
    case contact(PersonContact)
}

extension ImportFill {
    /// A row that is recognised by its content may still bring it: it is no part of that.
    package var isBesideContent: Bool {
        if case .preferredName = self { true } else { false }
    }
}

extension ImportWriter {
    /// Writes the value and, so that undoing empties it again, that it was this import's.
    package func fill(_ fill: ImportFill, of known: KnownPerson, _ key: PersonKey) throws {
        let operation = try operation(on: key)
        let key = key.value
        switch fill {
        case .externalID(let id): try set("external_id = ?", id, of: key, as: "externalID")
        case .gender(let gender):
            try set("gender = ?", gender.rawValue, of: key, as: "gender")
        case .birthDate(let date): try set("birth_date = ?", date, of: key, as: "birthDate")
        case .birthYear(let year): try set("birth_year = ?", year, of: key, as: "birthYear")
        case .nativeName(let parts):
            try insertName(parts, "native", of: key)
            try writing.nameChanged(of: key)
            try record("nativeName", of: key)
        case .latinName(let parts):
            try insertName(parts, "latin", of: key)
            try writing.nameChanged(of: key)
            try record("latinName", of: key)
        case .preferredName(let script, let parts):
            try writing.insertPreferredName(parts, script, of: key, operation)
            try writing.nameChanged(of: key)
        case .languages(let use, let languages):
            try insert(languages, use, of: key)
            try record(use.rawValue + "Language", of: key)
        case .identifier(let identifier):
            try statements.insertIdentifier.insert(
                try SealedValue(identifier, of: known.id, sealer: writing.sealer), of: key,
                operation, at: writing.now)
        case .contact(let contact):
            try statements.insertContact.insert(
                try SealedValue(contact, of: known.id, sealer: writing.sealer), of: key,
                operation, at: writing.now)
        }
    }

    private func set(
        _ change: String, _ value: any DatabaseValueConvertible, of key: Int64, as field: String
    ) throws {
        try writing.execute("UPDATE person SET \(change) WHERE id = ?", [value, key])
        try record(field, of: key)
    }

    private func record(_ field: String, of key: Int64) throws {
        try writing.execute(
            "INSERT INTO import_fill VALUES (?, ?, ?)", [try operation().key, key, field])
    }
}
