import Courses
import Store

/// A row beside what is known of its person: which blanks it fills, and where it says something
/// else.
struct Comparison {
    private(set) var fills: [ImportFill] = []
    private(set) var differences: [ImportColumn] = []
    private let known: KnownPerson
    private let person: NewPerson

    init(of row: ImportedRow, with known: KnownPerson, sealer: Sealer) {
        self.known = known
        person = row.person
        compareExternalID()
        compareIdentifier(sealer)
        if !known.isProtected {
            compareName()
            comparePreferredName()
        }
        compareGender()
        compareBirth()
        compareLanguages()
        compareContacts(sealer)
        if person.interpreterOk, !known.interpreterOk { differences.append(.interpreter) }
    }

    private mutating func compareExternalID() {
        guard let id = person.externalID, !known.externalIDs.contains(id) else { return }
        if known.externalID == nil {
            fills.append(.externalID(id))
        } else {
            differences.append(.externalID)
        }
    }

    private mutating func compareIdentifier(_ sealer: Sealer) {
        guard let identifier = person.identifier, !known.has(identifier, sealer: sealer) else {
            return
        }
        if known.hasIdentifier {
            differences.append(.identityNumber)
        } else {
            fills.append(.identifier(identifier))
        }
    }

    private mutating func compareName() {
        if !person.name.native.isEmpty {
            if known.name.native.isEmpty {
                fills.append(.nativeName(person.name.native))
            } else if !Self.isSame(person.name.native, known.name.native) {
                differences.append(.nativeName)
            }
        }
        if !person.name.latin.isEmpty {
            if known.name.latin.isEmpty {
                fills.append(.latinName(person.name.latin))
            } else if !Self.isSame(person.name.latin, known.name.latin) {
                differences.append(.name)
            }
        }
    }

    private mutating func comparePreferredName() {
        let scripts = [
            ("native", person.preferredName.native, known.preferredName.native),
            ("latin", person.preferredName.latin, known.preferredName.latin),
        ]
        for (script, said, known) in scripts where !said.isEmpty {
            if known.isEmpty {
                fills.append(.preferredName(script: script, said))
            } else if !Self.isSame(said, known) {
                differences.append(.preferredName)
            }
        }
    }

    private static func isSame(_ left: [NamePart], _ right: [NamePart]) -> Bool {
        left.map(\.text).joined(separator: " ") == right.map(\.text).joined(separator: " ")
    }

    private mutating func compareGender() {
        guard person.gender != .unknown, person.gender != known.gender else { return }
        if known.gender == .unknown {
            fills.append(.gender(person.gender))
        } else {
            differences.append(.gender)
        }
    }

    private mutating func compareBirth() {
        guard let year = person.birthDate?.year ?? person.birthYear else { return }
        if let knownYear = known.birthDate?.year ?? known.birthYear, knownYear != year {
            differences.append(.birthDate)
            return
        }
        if let date = person.birthDate {
            if known.birthDate == nil {
                fills.append(.birthDate(date))
            } else if known.birthDate != date {
                differences.append(.birthDate)
            }
        }
        if known.birthYear == nil, known.birthDate == nil, (1900...2100).contains(year) {
            fills.append(.birthYear(year))
        }
    }

    private mutating func compareLanguages() {
        compare(person.courseLanguages, .course, .courseLanguage)
        compare(person.spokenLanguages, .spoken, .spokenLanguages)
        compare(person.writtenLanguages, .written, .writtenLanguages)
        compare(person.contactLanguage.map { [$0] } ?? [], .contact, .contactLanguage)
    }

    private mutating func compare(
        _ languages: [Language], _ use: LanguageUse, _ column: ImportColumn
    ) {
        guard !languages.isEmpty else { return }
        guard let knownLanguages = known.languages[use] else {
            fills.append(.languages(use, languages))
            return
        }
        if knownLanguages != languages { differences.append(column) }
    }

    private mutating func compareContacts(_ sealer: Sealer) {
        for contact in person.contacts where !known.has(contact, sealer: sealer) {
            if known.hasContact(contact.kind) {
                differences.append(Self.column(of: contact.kind))
            } else {
                fills.append(.contact(contact))
            }
        }
    }

    private static func column(of kind: PersonContact.Kind) -> ImportColumn {
        switch kind {
        case .phone: .phone
        case .email: .email
        case .address: .address
        }
    }
}
