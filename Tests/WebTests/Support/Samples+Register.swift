import Courses
import Localisation

@testable import Web

extension Samples {
    static func register(_ visitor: Visitor) -> RegisterPage {
        let overview = overview(day: 0, waiting: 2)
        let words = SessionWords(overview, groups: [group.id: group], visitor: visitor)
        var told = Told()
        told.saved = 12
        told.review = 1
        told.kept = [.notYet, .notOnRoster]
        return RegisterPage(
            layout: layout(visitor), backText: visitor.say(Message("register.back")),
            heading: words.groupNames, languages: words.languages,
            numberText: visitor.say(
                Message("register.number", ["number": .number(3), "sessions": .number(11)])),
            dateText: visitor.localiser.dateWithSecondCalendar(day, style: .full),
            timeText: words.time, modeText: words.mode, venue: words.place,
            status: StatusChip(overview, visitor: visitor, at: now),
            waitingText: visitor.say(Message("sessions.waiting", ["count": .number(2)])),
            notices: told.notices(for: visitor),
            faultSummary: FaultSummary(
                title: visitor.say(Message("register.faults")),
                faults: [
                    Fault(
                        target: "person-2", text: visitor.say(Message("register.minutesMalformed")))
                ]),
            action: "/sessions/1", session: "1", mode: "onsite",
            rendering: ActID(high: 1, low: 2).description,
            scriptChoice: ScriptChoice(
                href: "/sessions/1?names=native",
                label: visitor.say(Message("register.nativeFirst"))),
            marking: marking(visitor),
            calledOff: CalledOff(
                text: visitor.say(Message("register.wasNotHeld")),
                heldLabel: visitor.say(Message("register.held")), stateBase: 1),
            note: NoteField(
                label: visitor.say(Message("register.note")),
                help: visitor.say(Message("register.noteHelp")), was: "", base: 0,
                value: "Vi började <sent> & \"slutade\" i tid"),
            signedOff: SignedOff(
                text: visitor.say(Message("register.signedOff")),
                reasonLabel: visitor.say(Message("register.reason")),
                reasonHelp: visitor.say(Message("register.reasonHelp")), reason: "",
                fault: visitor.say(Message("register.reasonMissing"))),
            signOff: SignOffStep(
                heading: visitor.say(Message("register.signOffTitle")),
                text: visitor.say(Message("register.signOffText")),
                label: visitor.say(Message("register.signOff")), base: 0),
            notHeld: NotHeldStep(
                heading: visitor.say(Message("register.notHeldTitle")),
                text: visitor.say(Message("register.notHeldText")),
                reasonLabel: visitor.say(Message("register.notHeldReason")), reason: "",
                label: visitor.say(Message("register.notHeld")), base: 0,
                fault: visitor.say(Message("register.notHeldReasonMissing"))),
            saveLabel: visitor.say(Message("register.save")),
            unmarkedText: visitor.say(Message("register.unmarked", ["count": .number(3)])))
    }

    private static func marking(_ visitor: Visitor) -> Marking {
        Marking(
            progressText: visitor.say(
                Message("sessions.progress", ["marked": .number(12), "expected": .number(15)])),
            rosterHeading: visitor.say(Message("register.roster")),
            emptyText: visitor.say(Message("register.empty")),
            people: [
                person("1", "Amal Hassan", "أمل حسن", "present,10,,onsite,member,", late: "10"),
                person(
                    "2", visitor.say(Message("register.alias", ["number": .number(7)])), nil, "",
                    fault: visitor.say(Message("register.minutesMalformed"))),
            ],
            guestsHeading: visitor.say(Message("register.others")), hasGuests: true,
            guests: [
                person(
                    "3", "ሰላም", "Selam", "present,,,onsite,guest,",
                    role: visitor.say(Message("register.guest")))
            ],
            noneLabel: visitor.say(Message("register.none")),
            presentLabel: visitor.say(Message("register.present")),
            notifiedLabel: visitor.say(Message("register.notified")),
            unnotifiedLabel: visitor.say(Message("register.unnotified")),
            excusedLabel: visitor.say(Message("register.excused")),
            minutesLabel: visitor.say(Message("register.minutes")),
            lateLabel: visitor.say(Message("register.late")),
            earlyLabel: visitor.say(Message("register.early")),
            countsHeading: visitor.say(Message("register.counts")),
            countsHelp: visitor.say(Message("register.countsHelp")),
            counts: [
                CountField(
                    key: "childcare,,,", label: visitor.say(Message("register.countChildcare")),
                    was: 0, base: 0, value: "4",
                    fault: visitor.say(Message("register.countMalformed")))
            ])
    }

    private static func person(
        _ id: String, _ name: String, _ other: String?, _ was: String, late: String = "",
        role: String? = nil, fault: String? = nil
    ) -> PersonRow {
        PersonRow(
            person: id, name: name, otherName: other, roleText: role, was: was, base: 0,
            isUnmarked: was.isEmpty, isPresent: !was.isEmpty, isNotified: false,
            isUnnotified: false, isExcused: false, late: late, early: "",
            showsMinutes: !late.isEmpty, fault: fault)
    }
}
