import Courses
import Localisation

@testable import Web

extension Samples {
    static func signOff(_ visitor: Visitor) -> SignOffPage {
        SignOffPage(
            layout: layout(visitor), back: "/sessions/1",
            backText: visitor.say(Message("register.backToList")),
            heading: visitor.say(Message("register.summaryTitle")), group: group.name,
            dateText: visitor.localiser.dateWithSecondCalendar(day, style: .full),
            timeText: "17:30–19:30", notices: Told.example.notices(for: visitor),
            warning: Line(
                visitor.say(Message("register.unmarkedAtSignOff", ["count": .number(3)]))),
            facts: [
                SummaryFact(
                    label: visitor.say(Message("register.present")),
                    value: visitor.say(
                        Message(
                            "register.presentOf", ["present": .number(12), "expected": .number(15)])
                    )),
                SummaryFact(label: visitor.say(Message("register.none")), value: "3"),
            ],
            note: SummaryNote(label: visitor.say(Message("register.note")), text: "Rad\n<två>"),
            action: "/sessions/1/sign-off", rendering: ActID(high: 1, low: 2).description, base: 0,
            staff: StaffTicks(
                [
                    SessionStaff(
                        person: Person.ID(bits: 9),
                        name: DisplayName(native: "سارة", latin: "Sara Holm"), role: "leader",
                        wasPlanned: true, wasThere: nil)
                ], visitor),
            text: visitor.say(Message("register.summaryText")),
            changeLabel: visitor.say(Message("register.change")),
            label: visitor.say(Message("register.sign")))
    }

    static func makeUp(_ visitor: Visitor) -> MakeUpPage {
        let missed = MissedChoice(
            session: "2", group: group.name,
            numberText: visitor.say(Message("sessions.number", ["number": .number(2)])),
            dateText: visitor.localiser.date(day, style: .full), isFirst: true)
        return MakeUpPage(
            layout: layout(visitor), back: "/sessions/1",
            backText: visitor.say(Message("register.makeUpOther")),
            heading: visitor.say(Message("register.makeUpTitle")),
            text: visitor.say(Message("register.makeUpWho")),
            emptyText: visitor.say(Message("register.makeUpNobody")),
            groups: [
                MakeUpGroup(
                    name: "Arabiska 2",
                    people: [
                        MakeUpPerson(
                            href: "/sessions/1/make-up?person=3", name: "ሰላም",
                            other: NameLine(name: "Selam"))
                    ])
            ],
            choice: MakeUpChoice(
                action: "/sessions/1/make-up", rendering: ActID(high: 1, low: 2).description,
                person: "3", base: 0, question: visitor.say(Message("register.makeUpWhich")),
                sessions: [missed], label: visitor.say(Message("register.makeUpAdd"))))
    }

    /// Every plural of the register for the numbers that try a language's forms.
    static func countedRegister(_ visitor: Visitor) -> RegisterPage {
        let texts = counted.flatMap { count -> [String] in
            [
                Message("register.saved", ["count": .number(count)]),
                Message("register.undone", ["count": .number(count)]),
                Message("register.review", ["count": .number(count)]),
                Message("register.kept", ["count": .number(count)]),
                Message("register.unmarked", ["count": .number(count)]),
                Message("register.unmarkedAtSignOff", ["count": .number(count)]),
                Message("register.minutesTooMany", ["length": .number(count)]),
                Message("sessions.waiting", ["count": .number(count)]),
                Message("sessions.told", ["count": .number(count)]),
            ].map(visitor.say)
        }
        return register(
            visitor, notices: texts.map { Notice(tone: "calm", text: $0) }, marking: nil)
    }
}

extension Told {
    static var example: Told {
        var told = Told()
        told.saved = 12
        told.review = 1
        told.kept = [.notYet, .notOnRoster]
        return told
    }
}
