import Courses
import Desk
import Localisation

/// An application as the form says it: whoever it is about, and what they wish.
struct AskedEnrolment: Sendable, Equatable {
    /// Nil is somebody new.
    var person: Person.ID?
    /// What somebody new is to be called in the store; made with the form, so that the same form
    /// sent twice registers one person.
    var newID: Person.ID
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
    /// Times of day on each of the days.
    var start = ""
    var end = ""
    var childcare = ""
    var openTo: OpenTo?
    var group: Group.ID?
    var applied = ""
    var reason = ""
    /// Who is looked for, to be placed with them or kept apart from them.
    var query = ""
    /// In the order in which they were found.
    var company: [Companion] = []

    static let languageCount = 3

    init(newID: Person.ID) {
        self.newID = newID
    }

    /// Best first, each once.
    var chosenLanguages: [Language] {
        var seen: Set<Language> = []
        return languages.compactMap(\.self).filter { seen.insert($0).inserted }
    }

    func company(_ kind: PartyKind) -> [Person.ID] {
        company.filter { $0.kind == kind && $0.person != person }.map(\.person)
    }

    private var name: PersonName {
        PersonName(
            native: native.isEmpty ? [] : [NamePart(.whole, native)],
            latin: latin.isEmpty ? [] : [NamePart(.whole, latin)])
    }

    /// - Parameter known: the languages that stand with the person, which are no wish.
    func wishes(known: [Language]) -> [Wish] {
        var wishes: [Wish] = []
        let languages = chosenLanguages
        if !languages.isEmpty, languages != known { wishes.append(.languages(languages)) }
        if let interpreter { wishes.append(.interpreter(interpreter)) }
        if let slots, !slots.isEmpty { wishes.append(.slots(slots)) }
        if let openTo { wishes.append(.openTo(openTo)) }
        if let group { wishes.append(.group(group)) }
        return wishes
    }

    /// Whether all that somebody new wishes stands in the round already, as it is typed.
    func isSaved(in row: EnrolmentRow, of book: EnrolmentBook) -> Bool {
        let wished = wishes(known: chosenLanguages)
        let apart = company(.apart).filter { book.row($0) != nil }
        return row.languages == chosenLanguages && (children ?? 0) == row.childcare
            && (appliedOn.map { $0 == row.appliedOn } ?? true)
            && wished.allSatisfy { row.wishes[$0.about] == $0 }
            && row.wishes.keys.allSatisfy { about in
                about == .priority || wished.contains { $0.about == about }
            }
            && Set(row.together).isSuperset(of: company(.together))
            && Set(row.apart).isSuperset(of: apart)
    }

    /// Nil where the times are none.
    private var slots: [WishedSlot]? {
        let times = [start, end].map { LocalTime($0) }
        if !start.isEmpty, times[0] == nil { return nil }
        if !end.isEmpty, times[1] == nil { return nil }
        guard !days.isEmpty else { return start.isEmpty && end.isEmpty ? [] : nil }
        let slots = Weekday.allCases.filter(days.contains).map {
            WishedSlot(weekday: $0, start: times[0], end: times[1])
        }
        return slots.contains(nil) ? nil : slots.compactMap(\.self)
    }

    var newPerson: NewPerson {
        NewPerson(
            name: name, gender: gender, birthYear: number(born), courseLanguages: chosenLanguages,
            contactLanguage: contact, interpreterOk: interpreter ?? false)
    }

    /// Nil is not said.
    var children: Int? { number(childcare) }

    var appliedOn: LocalDate? { LocalDate(asciiDigits(applied)) }

    private func number(_ text: String) -> Int? { Int(asciiDigits(text)) }
}

/// Somebody with whom an applicant belongs, or from whom they are kept apart.
struct Companion: Sendable, Equatable {
    let person: Person.ID
    /// Nil for whoever was only found.
    let kind: PartyKind?
}

// MARK: What has to be put right before anything is saved

extension AskedEnrolment {
    enum Field: String, Sendable, CaseIterable {
        case native, born, language1, childcare, applied, start
    }

    struct Fault: Sendable {
        let field: Field
        let message: Message
    }

    /// In the order of the form.
    func faults(on today: LocalDate) -> [Fault] {
        var faults: [Fault] = []
        if person == nil, name.isEmpty {
            faults.append(Fault(field: .native, message: Message("register.addMissing")))
        }
        if !born.isEmpty, !(number(born).map { (1900...today.year).contains($0) } ?? false) {
            faults.append(Fault(field: .born, message: Message("application.bornMalformed")))
        }
        if person == nil, chosenLanguages.isEmpty {
            faults.append(
                Fault(field: .language1, message: Message("application.languageMissing")))
        }
        if !childcare.isEmpty, !(children.map { (0...20).contains($0) } ?? false) {
            faults.append(Fault(field: .childcare, message: Message("error.childcareRange")))
        }
        if !applied.isEmpty, !(appliedOn.map { $0 <= today } ?? false) {
            faults.append(
                Fault(field: .applied, message: Message("application.appliedMalformed")))
        } else if let appliedOn, NewApplication.isTooLongAgo(appliedOn, on: today) {
            faults.append(
                Fault(
                    field: .applied,
                    message: Message("error.tooLongAgo", ["date": .date(appliedOn)])))
        }
        if slots == nil {
            faults.append(Fault(field: .start, message: Message("application.slotMalformed")))
        }
        return faults
    }
}
