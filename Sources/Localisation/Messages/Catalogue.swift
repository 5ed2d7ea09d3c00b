package import Courses
import FoundationEssentials

/// One language's messages, from an ARB file.
package struct Catalogue: Sendable {
    /// What an ARB file says of a message beside its words.
    package struct Note: Sendable, Equatable, Decodable {
        package var description: String?
        package var audience: Audience?
        /// Whether someone who grew up with the language has read it.
        package var reviewed: Bool?
    }

    /// Whom a message is for.
    package enum Audience: String, Sendable, Decodable {
        case leader, parent, administrator, manager
    }

    package let language: Language
    package let messages: [String: String]
    package let notes: [String: Note]

    package init(language: Language, messages: [String: String], notes: [String: Note]) {
        self.language = language
        self.messages = messages
        self.notes = notes
    }

    /// Reads an ARB file: JSON whose keys are messages, `@key` their notes, and `@@…` the file's.
    package init(language: Language, arb: [UInt8]) throws {
        let entries = try JSONDecoder().decode([String: Entry].self, from: Data(arb))
        var messages: [String: String] = [:]
        var notes: [String: Note] = [:]
        for (key, entry) in entries where !key.hasPrefix("@@") {
            switch entry {
            case .words(let words): messages[key] = words
            case .note(let note): notes[String(key.dropFirst())] = note
            }
        }
        self.init(language: language, messages: messages, notes: notes)
    }

    private enum Entry: Decodable {
        case words(String)
        case note(Note)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let words = try? container.decode(String.self) {
                self = .words(words)
            } else {
                self = .note(try container.decode(Note.self))
            }
        }
    }
}
