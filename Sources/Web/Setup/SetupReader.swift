import Courses
import Desk
import Localisation

/// Something typed can't be read; what it is stands beside its field.
struct SetupIncomplete: Error {}

/// Reads what was submitted and notes what can't be read.
final class SetupReader {
    let form: Form
    private(set) var filling: SetupFilling
    /// Whether what was refused can be done for a reason.
    private(set) var mayOverrule = false

    init(_ form: Form, _ visitor: Visitor, today: LocalDate) {
        self.form = form
        filling = SetupFilling(visitor, today: today)
        filling.typed = form
    }

    /// - Throws: `SetupIncomplete` where something could not be read.
    func check() throws(SetupIncomplete) {
        guard filling.faults.isEmpty else { throw SetupIncomplete() }
    }

    func note(_ message: Message, at field: String?) {
        filling.faults.append(SetupFault(field: field, text: filling.say(message)))
    }

    /// Notes what the desk refused, beside the field that it is about.
    func note(_ error: WordedError) {
        filling.isConflict = error.code == "changedMeanwhile"
        mayOverrule = ["maximumTaken", "slotPlanned", "reasonNeeded"].contains(error.code)
        note(error.message, at: Self.fields[error.code])
    }

    func typed(_ name: String) -> String { form.string(name) ?? "" }

    /// Nil also where it can't be read.
    func number(_ name: String) -> Int? {
        guard let text = form.string(name) else { return nil }
        let number = Int(digits: asciiDigits(text)).flatMap { $0 <= 1_000_000 ? $0 : nil }
        if number == nil { note(Message("setup.numberMalformed"), at: name) }
        return number
    }

    func requiredNumber(_ name: String) -> Int {
        if form.string(name) == nil { note(Message("setup.numberMalformed"), at: name) }
        return number(name) ?? 0
    }

    func date(_ name: String) -> LocalDate? {
        guard let text = form.string(name) else { return nil }
        let date = LocalDate(asciiDigits(text))
        if date == nil { note(Message("board.dateMalformed"), at: name) }
        return date
    }

    func requiredDate(_ name: String) -> LocalDate {
        if form.string(name) == nil { note(Message("board.dateMalformed"), at: name) }
        return date(name) ?? .distantPast
    }

    /// A time of the day; a full stop will do for the colon.
    func time(_ name: String) -> LocalTime? {
        guard let text = form.string(name) else { return nil }
        let time = LocalTime(asciiDigits(text).replacing(".", with: ":"))
        if time == nil { note(Message("setup.timeMalformed"), at: name) }
        return time
    }

    func slot() -> Slot? {
        let weekday = form.string("weekday").flatMap { Int($0) }.flatMap(Weekday.init(rawValue:))
        let (start, end) = (time("start"), time("end"))
        guard let weekday else {
            if form.string("start") != nil || form.string("end") != nil {
                note(Message("error.slotMissing"), at: "weekday")
            }
            return nil
        }
        guard let start, let end else {
            for name in ["start", "end"] where form.string(name) == nil {
                note(Message("setup.timeMalformed"), at: name)
            }
            return nil
        }
        let slot = Slot(weekday: weekday, start: start, end: end)
        if slot == nil { note(Message("error.endBeforeStart"), at: "end") }
        return slot
    }

    /// Languages with commas between them, of any script, by name or tag.
    func languages(_ name: String) -> [Language] {
        typed(name).split { ",;،؛፣\n".contains($0) }.compactMap { part in
            let text = String(part).drop(while: \.isWhitespace)
            guard !text.isEmpty else { return nil }
            switch LanguageNames.parse(String(text)) {
            case .language(let language): return language
            case .ambiguous(let languages):
                note(
                    Message(
                        "command.error.ambiguousLanguage",
                        [
                            "text": .text(String(text)),
                            "tags": .list(
                                languages.map {
                                    filling.visitor.localiser.languageName($0)
                                }),
                        ]), at: name)
                return nil
            case .unknown:
                note(
                    Message("setup.languageUnknown", ["text": .text(String(text))]), at: name)
                return nil
            }
        }
    }

    /// What stands in each language's field.
    func texts(_ prefix: String) -> [Language: String] {
        Language.catalogue.reduce(into: [:]) { texts, language in
            let name = "\(prefix).\(language.rawValue)"
            guard form[name] != nil else { return }
            texts[language] = (form.string(name) ?? "").replacing("\r\n", with: "\n")
        }
    }

    var shown: ShownState? { form.string("shown").flatMap { ShownState($0) } }

    /// The field that a refusal is about.
    private static let fields = [
        "codeMalformed": "code", "codeTaken": "code", "nameMissing": "name",
        "groupNameTaken": "name", "venueNameTaken": "name", "calendarNameTaken": "name",
        "rules.sessions": "sessions", "rules.sessionMinutes": "minutes",
        "rules.completionThreshold": "threshold", "rules.studyHourMinutes": "studyHour",
        "groupSize": "maximum", "maximumTaken": "maximum", "languageMissing": "languages",
        "languageTwice": "languages", "tooManyLanguages": "languages",
        "languageInUse": "languages", "childcareOutOfRange": "childcare",
        "childcareTaken": "childcare", "slotPlanned": "weekday", "slotMissing": "weekday",
        "linkMalformed": "link", "reasonTextMissing": "words.sv",
        "reasonEndsTooEarly": "until", "roomInUse": "rooms", "roomTwice": "rooms",
        "tooManyRooms": "rooms", "roomUnknown": "venue", "languagesKept": "languages",
        "rightEndsTooEarly": "until", "roundBegun": "firstDay", "endOutOfRange": "lastDay",
        "reasonNeeded": "reason", "countOutOfRange": "count", "alreadyPlanned": "first",
        "groupPaused": "first", "userNameTaken": "userName", "userNameMalformed": "userName",
        "passwordTooShort": "password", "breakEndsBeforeItBegins": "last",
    ]
}
