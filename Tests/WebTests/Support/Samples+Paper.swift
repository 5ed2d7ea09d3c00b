import Courses
import Desk
import Localisation

@testable import Web

extension Samples {
    static func paperPages(_ visitor: Visitor) -> [Sample] {
        [
            Sample(
                template: "groups",
                page: GroupsPage(
                    layout: { _ in layout(visitor) }, visitor: visitor, groups: [group],
                    rounds: [earlier, round])),
            Sample(
                template: "groups", variant: ".empty",
                page: GroupsPage(
                    layout: { _ in layout(visitor) }, visitor: visitor, groups: [],
                    rounds: [round])),
            Sample(
                template: "groups", variant: ".administrator",
                page: GroupsPage(
                    layout: { _ in layout(visitor) }, visitor: administrator(visitor),
                    groups: [group], rounds: [round])),
            Sample(template: "group", page: groupPage(visitor)),
            Sample(
                template: "group", variant: ".administrator",
                page: groupPage(administrator(visitor))),
            Sample(template: "sheet", page: sheet(visitor, month: nil, showsMarks: false)),
            Sample(
                template: "sheet", variant: ".month",
                page: sheet(visitor, month: SheetMonth(day), showsMarks: true)),
            Sample(template: "sheet", variant: ".session", page: sessionSheet(visitor)),
            Sample(template: "sheet", variant: ".evidence", page: evidence(visitor)),
            Sample(
                template: "sheet", variant: ".empty",
                page: sheet(visitor, month: SheetMonth("2020-01"), showsMarks: false)),
            Sample(template: "entry", page: entry(visitor)),
            Sample(template: "entry", variant: ".closed", page: closedEntry(visitor)),
        ]
    }

    private static func groupPage(_ visitor: Visitor) -> GroupPage {
        GroupPage(
            layout: { _ in layout(visitor) }, style: "/assets/1-sheet.css", visitor: visitor,
            sheet: sheet,
            texts: GroupTexts(
                message: WrittenText([.swedish: "Ta med <inneskor>", .arabic: "خذوا"]),
                way: WrittenText([.english: "By the square"]), about: WrittenText()), at: now)
    }

    static func administrator(_ visitor: Visitor) -> Visitor {
        let grant = Grant(
            role: .administrator, scope: .organisation, from: .distantPast, until: nil)
        let account = UserAccount(
            person: user.person, userName: user.userName, name: user.name,
            language: user.language, isClosed: false, grants: [grant])
        return Visitor(account: account, token: nil, localiser: visitor.localiser)
    }

    private static let names = [
        DisplayName(native: "أمل حسن", latin: "Amal Hassan"),
        DisplayName(native: nil, latin: "Hodan <Warsame>"), DisplayName(alias: 7),
    ]

    private static func mark(_ code: AttendanceCode, late: Int? = nil) -> Mark? {
        Attendance(code: code, lateMinutes: late, leftEarlyMinutes: nil).map {
            Mark(value: $0, mode: .onsite, role: .member)
        }
    }

    private static var sheet: AttendanceSheet {
        let sessions = [-28, -7, 0, 7].map { overview(day: $0) }
        let marks = [
            [mark(.present), mark(.present, late: 10), nil, nil],
            [mark(.notified), mark(.unnotified), nil, nil],
            [mark(.excused), nil, nil, nil],
        ]
        let people = zip(names, marks).enumerated().map { index, part in
            AttendanceSheet.Row(
                person: Person.ID(bits: UInt64(index + 1)), name: part.0,
                places: part.1.enumerated().map { place, mark in
                    AttendanceSheet.Place(isExpected: index < 2 || place > 0, mark: mark)
                })
        }
        return AttendanceSheet(
            round: round, programme: "Tillsammans", groups: [group], sessions: sessions,
            people: people)
    }

    private static func sheet(
        _ visitor: Visitor, month: SheetMonth?, showsMarks: Bool
    ) -> SheetPage {
        SheetPage(
            layout: { _ in layout(visitor) }, style: "/assets/1-sheet.css", visitor: visitor,
            sheet: sheet, organisation: "Vingåker",
            choice: SheetChoice(
                address: "/groups/1", isOfGroup: true, month: month, showsMarks: showsMarks))
    }

    private static func evidence(_ visitor: Visitor) -> SheetPage {
        SheetPage(
            layout: { _ in layout(visitor) }, style: "/assets/1-sheet.css", visitor: visitor,
            sheet: sheet, organisation: "Vingåker",
            choice: SheetChoice(
                address: "/groups/1", isOfGroup: true, month: SheetMonth(day),
                showsMarks: false, isEvidence: true))
    }

    private static func sessionSheet(_ visitor: Visitor) -> SheetPage {
        let whole = sheet
        let one = AttendanceSheet(
            round: whole.round, programme: whole.programme, groups: whole.groups,
            sessions: [whole.sessions[1]],
            people: whole.people.map {
                AttendanceSheet.Row(person: $0.person, name: $0.name, places: [$0.places[1]])
            })
        return SheetPage(
            layout: { _ in layout(visitor) }, style: "/assets/1-sheet.css", visitor: visitor,
            sheet: one, organisation: "Vingåker",
            choice: SheetChoice(
                address: "/sessions/1", isOfGroup: false, month: nil, showsMarks: true))
    }

    private static func entry(_ visitor: Visitor) -> EntryPage {
        let form = EntryForm(
            action: "/sessions/1/entry", rendering: ActID(high: 1, low: 2).description,
            helpText: visitor.say(Message("entry.help")),
            keysLabel: visitor.say(Message("sheet.codes")),
            keys: EntryKey.allCases.map {
                EntryKeyWords(
                    digit: $0.digit, letter: $0.letter(visitor), text: $0.words(visitor),
                    isLate: $0 == .late)
            },
            countText: progress(1, visitor),
            counts: (0...2).map { EntryCount(text: progress($0, visitor)) },
            keyLabel: visitor.say(Message("entry.key")),
            minutesLabel: visitor.say(Message("register.late")),
            rows: [
                EntryRow(
                    person: "1", name: "أمل حسن", otherName: "Amal Hassan", key: "5",
                    minutes: "10", word: EntryKey.late.words(visitor), was: "5:10", base: 3,
                    fault: nil),
                EntryRow(
                    person: "2", name: "Hodan <Warsame>", otherName: nil, key: "7", minutes: "",
                    word: "", was: "", base: 0, fault: visitor.say(Message("entry.unknownKey"))),
            ],
            signedOff: EntryReason(
                text: visitor.say(Message("register.signedOff")),
                reason: ReasonField(
                    Message("register.reason"), offered: [ownWish], given: nil,
                    fault: visitor.say(Message("register.reasonMissing")), for: visitor)),
            saveLabel: visitor.say(Message("register.save")))
        return entryPage(visitor, form: form, closedText: nil)
    }

    private static func closedEntry(_ visitor: Visitor) -> EntryPage {
        entryPage(visitor, form: nil, closedText: visitor.say(Message("register.cancelled")))
    }

    private static func entryPage(
        _ visitor: Visitor, form: EntryForm?, closedText: String?
    ) -> EntryPage {
        var told = Told()
        told.saved = 2
        told.kept = [.notYet]
        return EntryPage(
            layout: layout(visitor), style: "/assets/1-sheet.css", script: "/assets/1-entry.js",
            backHref: "/sessions/1", backText: visitor.say(Message("entry.back")),
            heading: visitor.say(Message("entry.title")), groupNames: group.name,
            numberText: visitor.say(Message("sessions.number", ["number": .number(3)])),
            dateText: visitor.localiser.dateWithSecondCalendar(day, style: .full),
            notices: told.notices(for: visitor),
            faultText: form.map { _ in visitor.say(Message("register.faults")) }, form: form,
            closedText: closedText)
    }

    private static func progress(_ marked: Int, _ visitor: Visitor) -> String {
        visitor.say(
            Message("sessions.progress", ["marked": .number(marked), "expected": .number(2)]))
    }
}
