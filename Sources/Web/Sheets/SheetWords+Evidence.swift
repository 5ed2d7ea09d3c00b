import Courses
import Desk
import Localisation

extension SheetWords {
    /// One page, on which those who are there sign with the times at which they came and went.
    func evidence(of index: Int) -> SheetTable {
        let session = sheet.sessions[index].session
        let columns = [
            SheetColumn(
                text: visitor.say(Message("evidence.came")), detail: nil, width: "sheet-clock"),
            SheetColumn(
                text: visitor.say(Message("evidence.left")), detail: nil, width: "sheet-clock"),
            SheetColumn(
                text: visitor.say(Message("sheet.signature")), detail: nil, width: "sheet-broad"),
        ]
        let rows = people(at: [index]) { _ in
            columns.map { _ in SheetCell(text: "", isClosed: false) }
        }
        return table(
            "sheet-tall", columns: columns, rows: rows, leader: [columns.count],
            dates: [session.date], facts: facts(of: session))
    }

    private func facts(of session: Session) -> [SheetFact] {
        let localiser = visitor.localiser
        let number = session.groups.first { $0.group == sheet.groups.first?.id }
        let hours = Message(
            "certificate.hoursOf",
            [
                "hours": .number(sheet.round.rules.studyHours(minutes: session.minutes)),
                "minutes": .number(sheet.round.rules.studyHourMinutes),
            ])
        let facts: [(Message, String)] = [
            (Message("evidence.project"), ""), (Message("certificate.organisation"), organisation),
            (
                Message("evidence.activity"),
                [
                    sheet.programme, sheet.round.name,
                    visitor.say(
                        Message("sessions.number", ["number": .number(number?.number ?? 0)])),
                ].joined(separator: ", ")
            ),
            (Message("evidence.place"), sheet.groups.compactMap(\.venue).first ?? ""),
            (
                Message("command.column.date"),
                localiser.dateWithSecondCalendar(session.date, style: .full)
            ),
            (
                Message("command.column.time"),
                localiser.timeRange(session.start, session.end)
            ),
            (Message("certificate.studyHours"), visitor.say(hours)),
            (Message("evidence.leaderName"), ""),
        ]
        return facts.map {
            SheetFact(
                term: visitor.say($0.0) + ":",
                text: Bidi.isolate($0.1, in: localiser.direction))
        }
    }
}
