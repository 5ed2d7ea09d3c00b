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
        let file = try JSONDecoder().decode(File.self, from: Data(arb))
        self.init(language: language, messages: file.messages, notes: file.notes)
    }

    private struct File: Decodable {
        var messages: [String: String] = [:]
        var notes: [String: Note] = [:]

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Key.self)
            for key in container.allKeys where !key.stringValue.hasPrefix("@@") {
                if key.stringValue.hasPrefix("@") {
                    let note = try container.decode(Note.self, forKey: key)
                    notes[String(key.stringValue.dropFirst())] = note
                } else {
                    messages[key.stringValue] = try container.decode(String.self, forKey: key)
                }
            }
        }
    }

    private struct Key: CodingKey {
        let stringValue: String
        let intValue: Int? = nil

        init(stringValue: String) {
            self.stringValue = stringValue
        }

        init?(intValue: Int) {
            return nil
        }
    }
}
