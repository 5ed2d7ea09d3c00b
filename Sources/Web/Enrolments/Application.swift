import Courses
import Desk

/// An application as the form says it: whoever it is about, and what they wish.
struct Application: Sendable, Equatable {
    enum Field: String, Sendable, CaseIterable {
        case name, born, language, childcare, applied
    }

    /// Nil is somebody new.
    var person: Person.ID?
    var native = ""
    var latin = ""
    var born = ""
    var gender = Gender.unknown
    /// In which they are written to.
    var contact: Language?
    /// Best first; as they are chosen, with gaps.
    var languages: [Language?] = Array(repeating: nil, count: Self.languageCount)
    var interpreter: Bool?
    var days: Set<Weekday> = []
    var childcare = ""
    var openTo: OpenTo?
    var group: Group.ID?
    var applied = ""
    var reason = ""
    /// Who is looked for, to be placed together with them.
    var query = ""
    var company: [Person.ID] = []

    static let languageCount = 3

    /// Best first, each once.
    var chosenLanguages: [Language] {
        var seen: Set<Language> = []
        return languages.compactMap(\.self).filter { seen.insert($0).inserted }
    }

    var name: PersonName {
        PersonName(
            native: native.isEmpty ? [] : [NamePart(.whole, native)],
            latin: latin.isEmpty ? [] : [NamePart(.whole, latin)])
    }

    /// What has to be put right before anything is saved.
    func faults(on today: LocalDate) -> Set<Field> {
        var faults: Set<Field> = []
        if person == nil, name.isEmpty { faults.insert(.name) }
        if person == nil, chosenLanguages.isEmpty { faults.insert(.language) }
        if !born.isEmpty, !(Int(born).map { (1900...today.year).contains($0) } ?? false) {
            faults.insert(.born)
        }
        if !childcare.isEmpty, !(Int(childcare).map { (0...20).contains($0) } ?? false) {
            faults.insert(.childcare)
        }
        if !applied.isEmpty, !(LocalDate(applied).map { $0 <= today } ?? false) {
            faults.insert(.applied)
        }
        return faults
    }

    /// - Parameter known: the languages that stand with the person, which are no wish.
    func wishes(known: [Language]) -> [Wish] {
        var wishes: [Wish] = []
        let languages = chosenLanguages
        if !languages.isEmpty, languages != known { wishes.append(.languages(languages)) }
        if let interpreter { wishes.append(.interpreter(interpreter)) }
        if !days.isEmpty {
            let slots = Weekday.allCases.filter(days.contains).map { WishedSlot($0) }
            wishes.append(.slots(slots))
        }
        if let openTo { wishes.append(.openTo(openTo)) }
        if let group { wishes.append(.group(group)) }
        return wishes
    }

    var newPerson: NewPerson {
        NewPerson(
            name: name, gender: gender, birthYear: Int(born), courseLanguages: chosenLanguages,
            contactLanguage: contact, interpreterOk: interpreter ?? false)
    }
}
