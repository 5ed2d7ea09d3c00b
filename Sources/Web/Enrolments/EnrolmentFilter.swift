import Courses
import Desk
import Hummingbird
import HummingbirdCore

/// Whom a list of enrolments shows; stands in the address, so that it can be kept and shared.
struct EnrolmentFilter: Sendable, Equatable {
    var standing: EnrolmentStanding?
    var language: Language?

    init(standing: EnrolmentStanding? = nil, language: Language? = nil) {
        self.standing = standing
        self.language = language
    }

    init(_ parameters: FlatDictionary<Substring, Substring>) {
        standing = parameters["step"].flatMap { EnrolmentStanding(rawValue: String($0)) }
        language = parameters["language"].flatMap { Self.language(String($0)) }
    }

    init(_ form: Form) {
        standing = form["step"].flatMap { EnrolmentStanding(rawValue: $0) }
        language = form["language"].flatMap(Self.language)
    }

    private static func language(_ tag: String) -> Language? {
        let isTag =
            (2...35).contains(tag.utf8.count)
            && tag.utf8.allSatisfy { byte in
                Character(Unicode.Scalar(byte)).isASCII
                    && (Character(Unicode.Scalar(byte)).isLetter || byte == UInt8(ascii: "-"))
            }
        return isTag ? Language(rawValue: tag) : nil
    }

    func includes(_ row: EnrolmentRow) -> Bool {
        (standing.map { $0 == row.standing } ?? true)
            && (language.map(row.languages.contains) ?? true)
    }

    /// Its part of an address, to follow a `?` or a `&`; empty for everybody.
    var query: String { fields.map { $0.name + "=" + $0.value }.joined(separator: "&") }

    var fields: [HiddenField] {
        [
            standing.map { HiddenField(name: "step", value: $0.rawValue) },
            language.map { HiddenField(name: "language", value: $0.rawValue) },
        ].compactMap(\.self)
    }

    /// After others of an address.
    func added(to address: String) -> String {
        guard !query.isEmpty else { return address }
        return address + (address.contains("?") ? "&" : "?") + query
    }
}
