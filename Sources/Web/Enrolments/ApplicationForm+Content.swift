import Courses
import Desk
import Localisation

extension ApplicationForm {
    /// - Parameter known: what people are called whom the form names.
    init(
        _ trial: ApplicationTrial, known: [Person.ID: DisplayName], words: EnrolmentWords
    ) {
        let say = { (message: Message) in words.say(message) }
        let asked = trial.asked
        let make = ApplicationWords(trial: trial, words: words)
        action = words.book.address + "/new"
        person = asked.person?.description ?? "new"
        newID = asked.newID.description
        faults = make.summary(known)
        newPerson = asked.person == nil ? make.newPerson : nil
        languages = make.languages
        languageFault = make.fault(of: .language1)
        choices = make.choices
        daysLabel = say(Message("application.days"))
        days = make.days
        times = make.times
        fields = make.fields
        companyLabel = say(Message("application.company"))
        companyHelp = say(Message("application.companyHelp"))
        queryLabel = say(Message("people.label"))
        query = asked.query
        findLabel = say(Message("people.submit"))
        foundText = trial.found.map {
            say(Message("people.count", ["count": .number($0.count)]))
        }
        company = make.company(known)
        reason = ReasonField(
            Message("board.reason"), offered: trial.reasons, given: asked.reason,
            help: Message("board.reasonHelp"), limit: 200, for: words.visitor)
        submitLabel = say(Message("application.submit"))
    }
}

/// Words the parts of the form.
struct ApplicationWords {
    let trial: ApplicationTrial
    let words: EnrolmentWords

    private var asked: AskedEnrolment { trial.asked }

    private func say(_ message: Message) -> String { words.say(message) }

    func fault(of field: AskedEnrolment.Field) -> String? {
        trial.faults.first { $0.field == field }.map { say($0.message) }
    }

    /// Nil where nothing is wrong.
    func summary(_ known: [Person.ID: DisplayName]) -> ApplicationFaults? {
        var names = words.idNames
        for (person, name) in known { names[person.description] = words.both(name).first }
        let refusal = trial.refused.map {
            BoardFault(ofStep: $0, names: names, visitor: words.visitor)
        }
        guard refusal != nil || !trial.faults.isEmpty else { return nil }
        return ApplicationFaults(
            title: say(Message("register.faults")),
            refusals: refusal.map { [TextLine(text: $0.text)] + $0.details } ?? [],
            links: trial.faults.map { fault in
                SessionLink(href: "#" + fault.field.rawValue, label: say(fault.message))
            })
    }

    private func field(
        _ name: String, _ label: Message, _ value: String, type: String = "text",
        direction: String = "ltr", fault: AskedEnrolment.Field? = nil
    ) -> ApplicationField {
        ApplicationField(
            name: name, label: say(label), value: value, type: type, direction: direction,
            malformed: fault.flatMap(self.fault))
    }

    var newPerson: NewPersonFields {
        NewPersonFields(
            title: say(Message("application.newPerson")),
            nameFields: [
                field(
                    "native", Message("register.addNative"), asked.native, direction: "auto",
                    fault: .native),
                field("latin", Message("register.addLatin"), asked.latin, direction: "auto"),
                field("born", Message("command.column.birthYear"), asked.born, fault: .born),
            ], choices: [gender, contact])
    }

    var fields: [ApplicationField] {
        [
            field(
                "childcare", Message("application.childcare"), asked.childcare,
                fault: .childcare),
            field(
                "applied", Message("application.applied"), asked.applied, type: "date",
                fault: .applied),
        ]
    }

    var times: [ApplicationField] {
        [
            field(
                "start", Message("application.slotStart"), asked.start, type: "time",
                fault: .start),
            field("end", Message("application.slotEnd"), asked.end, type: "time"),
        ]
    }

    var days: [ApplicationTick] {
        Weekday.allCases.map { day in
            ApplicationTick(
                name: "day.\(day.rawValue)", text: words.visitor.localiser.weekday(day),
                isChosen: asked.days.contains(day))
        }
    }

    /// Those who were chosen, and those who were found besides.
    func company(_ known: [Person.ID: DisplayName]) -> [ApplicationCompanion] {
        let found = trial.found ?? []
        let chosen = asked.company.map(\.person)
        let others = found.map(\.id).filter { $0 != asked.person && !chosen.contains($0) }
        let names = found.reduce(into: known) { $0[$1.id] = $1.name }
        let all = asked.company + others.map { Companion(person: $0, kind: nil) }
        return all.map { companion in
            let shown = names[companion.person].map(words.both)
            return ApplicationCompanion(
                name: "party.\(companion.person)",
                text: shown?.first ?? words.name(companion.person), other: shown?.other,
                options: options(
                    [
                        ("together", say(Message("application.together"))),
                        ("apart", say(Message("application.apart"))),
                    ], companion.kind?.rawValue))
        }
    }

    // MARK: What is chosen from a list

    var languages: [ApplicationChoice] {
        (1...AskedEnrolment.languageCount).map { place in
            choice(
                "language\(place)",
                Message("application.language", ["place": .number(place)]), languageOptions,
                asked.languages[place - 1]?.rawValue)
        }
    }

    var choices: [ApplicationChoice] { [interpreter, openTo, group] }

    private func choice(
        _ name: String, _ label: Message, _ options: [(String, String)], _ chosen: String?
    ) -> ApplicationChoice {
        ApplicationChoice(
            name: name, label: say(label), options: self.options(options, chosen))
    }

    private func options(
        _ options: [(String, String)], _ chosen: String?
    ) -> [ApplicationOption] {
        ([("", "–")] + options).map { value, text in
            ApplicationOption(value: value, text: text, isChosen: value == chosen ?? "")
        }
    }

    private var languageOptions: [(String, String)] {
        let localiser = words.visitor.localiser
        return Collation.collation(for: localiser.language)
            .sorted(Language.catalogue) { localiser.languageName($0) }
            .map { ($0.rawValue, localiser.languageName($0)) }
    }

    private var gender: ApplicationChoice {
        choice(
            "gender", Message("command.column.gender"),
            [
                ("woman", say(Message("command.gender.woman"))),
                ("man", say(Message("command.gender.man"))),
            ], asked.gender.rawValue)
    }

    private var contact: ApplicationChoice {
        choice(
            "contact", Message("application.contact"), languageOptions, asked.contact?.rawValue)
    }

    private var interpreter: ApplicationChoice {
        choice(
            "interpreter", Message("application.interpreter"),
            [
                ("yes", say(Message("command.wish.interpreter"))),
                ("no", say(Message("command.wish.noInterpreter"))),
            ], asked.interpreter.map { $0 ? "yes" : "no" })
    }

    private var openTo: ApplicationChoice {
        choice(
            "openTo", Message("application.openTo"),
            [
                ("all", say(Message("command.wish.mixedGroup"))),
                ("women", say(Message("command.wish.womensGroup"))),
                ("men", say(Message("command.wish.mensGroup"))),
            ], asked.openTo?.rawValue)
    }

    private var group: ApplicationChoice {
        choice(
            "group", Message("application.group"),
            words.book.groups.filter { $0.closedOn == nil }.map { ($0.id.description, $0.name) },
            asked.group?.description)
    }
}
