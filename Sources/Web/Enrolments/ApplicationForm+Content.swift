import Courses
import Desk
import Localisation

extension ApplicationForm {
    /// - Parameters:
    ///   - known: what people are called whom the form names.
    ///   - found: who was found for the party.
    init(
        _ asked: Application, faults: Set<Application.Field>, found: [FoundPerson]?,
        known: [Person.ID: DisplayName], words: EnrolmentWords
    ) {
        let say = { (message: Message) in words.say(message) }
        let make = ApplicationWords(asked: asked, faults: faults, words: words)
        action = words.book.address + "/new"
        person = asked.person?.description ?? "new"
        faultTitle = faults.isEmpty ? nil : say(Message("register.faults"))
        newPerson = asked.person == nil ? make.newPerson : nil
        choices = make.choices
        languageFault =
            faults.contains(.language) ? say(Message("application.languageMissing")) : nil
        daysLabel = say(Message("application.days"))
        days = make.days
        fields = make.fields
        companyLabel = say(Message("application.company"))
        companyHelp = say(Message("application.companyHelp"))
        queryLabel = say(Message("people.label"))
        query = asked.query
        findLabel = say(Message("people.submit"))
        foundText = found.map {
            say(Message("people.count", ["count": .number($0.count)]))
        }
        company = make.company(found ?? [], known)
        reasonLabel = say(Message("board.reason"))
        reasonHelp = say(Message("board.reasonHelp"))
        reason = asked.reason
        submitLabel = say(Message("application.submit"))
    }
}

/// Words the parts of the form.
struct ApplicationWords {
    let asked: Application
    let faults: Set<Application.Field>
    let words: EnrolmentWords

    private func say(_ message: Message) -> String { words.say(message) }

    private func field(
        _ name: String, _ label: Message, _ value: String, type: String = "text",
        direction: String = "ltr", fault: Message? = nil
    ) -> ApplicationField {
        ApplicationField(
            name: name, label: say(label), value: value, type: type, direction: direction,
            malformed: fault.map(say))
    }

    var newPerson: NewPersonFields {
        NewPersonFields(
            title: say(Message("application.newPerson")),
            nameFields: [
                field("native", Message("register.addNative"), asked.native, direction: "auto"),
                field("latin", Message("register.addLatin"), asked.latin, direction: "auto"),
                field(
                    "born", Message("command.column.birthYear"), asked.born,
                    fault: faults.contains(.born) ? Message("application.bornMalformed") : nil),
            ],
            nameFault: faults.contains(.name) ? say(Message("register.addMissing")) : nil)
    }

    var fields: [ApplicationField] {
        [
            field(
                "childcare", Message("application.childcare"), asked.childcare,
                fault: faults.contains(.childcare) ? Message("error.childcareRange") : nil),
            field(
                "applied", Message("application.applied"), asked.applied, type: "date",
                fault: faults.contains(.applied) ? Message("application.appliedMalformed") : nil),
        ]
    }

    var days: [ApplicationTick] {
        Weekday.allCases.map { day in
            ApplicationTick(
                name: "day.\(day.rawValue)", text: words.visitor.localiser.weekday(day),
                other: nil, isChosen: asked.days.contains(day))
        }
    }

    /// Those who were chosen, and those who were found besides.
    func company(
        _ found: [FoundPerson], _ known: [Person.ID: DisplayName]
    ) -> [ApplicationTick] {
        let others = found.map(\.id).filter { $0 != asked.person && !asked.company.contains($0) }
        let names = found.reduce(into: known) { $0[$1.id] = $1.name }
        return (asked.company + others).map { person in
            let shown = names[person].map(words.both)
            return ApplicationTick(
                name: "with.\(person)", text: shown?.first ?? words.name(person),
                other: shown?.other, isChosen: asked.company.contains(person))
        }
    }

    // MARK: What is chosen from a list

    var choices: [ApplicationChoice] {
        let languages = (1...Application.languageCount).map { place in
            choice(
                "language\(place)",
                Message("application.language", ["place": .number(place)]), languageOptions,
                asked.languages[place - 1]?.rawValue)
        }
        let personal = asked.person == nil ? [gender, contact] : []
        return personal + languages + [interpreter, openTo, group]
    }

    private func choice(
        _ name: String, _ label: Message, _ options: [(String, String)], _ chosen: String?
    ) -> ApplicationChoice {
        ApplicationChoice(
            name: name, label: say(label),
            options: ([("", "–")] + options).map { value, text in
                ApplicationOption(value: value, text: text, isChosen: value == chosen ?? "")
            })
    }

    private var languageOptions: [(String, String)] {
        Language.catalogue.map { ($0.rawValue, words.visitor.localiser.languageName($0)) }
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
