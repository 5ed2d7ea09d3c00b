import Courses

/// A language's common names, from which invented people get theirs.
struct NamePool: Sendable {
    struct Name: Sendable {
        let native: String
        let latin: String
    }

    private let language: Language
    private let women: [Name]
    private let men: [Name]
    private let families: [Name]

    init(_ language: Language) throws {
        let file = "names-\(language.rawValue).tsv"
        let rows = try Fixture.table(file)
        guard rows.allSatisfy({ $0.count == 3 }) else { throw DemoWorldError.unknown(file) }
        func names(_ kind: String) -> [Name] {
            rows.filter { $0[2] == kind }.map { Name(native: $0[0], latin: $0[1]) }
        }
        self.language = language
        women = names("woman")
        men = names("man")
        families = names("family")
    }

    /// A name in the parts and the order that the language's own people use.
    func name(for gender: Gender, dice: Dice) -> PersonName {
        let own = dice.pick(gender == .woman ? women : men)
        var parts: [(NameRole, Name?)] = [(.given, own)]
        switch language {
        case .somali:
            parts += [(.father, dice.pick(men)), (.grandfather, dice.pick(families))]
        case .tigrinya:
            parts += [(.father, dice.pick(men)), (.grandfather, dice.pick(families))]
        case .arabic:
            parts += [(.father, dice.pick(men)), (.family, dice.pick(families))]
        default:
            parts += [(.family, dice.pick(families))]
        }
        return Self.name(parts.compactMap { role, name in name.map { (role, $0) } })
    }

    /// A language that is written in Latin letters has no other form.
    private static func name(_ parts: [(NameRole, Name)]) -> PersonName {
        let isLatin = parts.allSatisfy { $0.1.native == $0.1.latin }
        return PersonName(
            native: isLatin ? [] : parts.map { NamePart($0.0, $0.1.native) },
            latin: parts.map { NamePart($0.0, $0.1.latin) })
    }
}
