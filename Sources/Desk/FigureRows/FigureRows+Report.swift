import Courses
package import Localisation
import Statistics

extension FigureRows {
    /// The rows in a reader's words; files have codes instead, and people by their ids.
    package func report(_ localiser: Localiser) -> Report {
        let words = FigureRowWords(rows: self, localiser: localiser)
        let stamp = Report.Stamp(asOf: asOf, ruleVersion: Figures.ruleVersion, filter: filter)
        return Report(
            language: localiser.language, title: localiser(number.message),
            preamble: stamp.preamble(localiser, names), columns: words.columns.map(words.column),
            rows: rows.map { row in Report.Row(words.columns.map { words.cell($0, row) }) },
            note: nil, definitions: [number.measure.definition(localiser)], stamp: stamp,
            chart: nil)
    }
}

extension CountedNumber {
    /// What a column of it is called.
    package var message: Message {
        switch self {
        case .measure(let measure): measure.message
        case .waitingDays: Message("report.waitingDays")
        }
    }
}

/// What rows say of what they count.
private struct FigureRowWords {
    enum Column: String {
        case date, session, round, group, person, mark, role, status, category, language, gender
        case days, amount
    }

    let rows: FigureRows
    let localiser: Localiser

    var columns: [Column] {
        let own: [Column] =
            switch rows.number.kind {
            case .attendance:
                [.date, .session, .group, .person, .mark] + (isOfMembers ? [] : [.role])
            case .session: [.date, .session, .group, .status]
            case .headcount: [.date, .session, .group, .category, .language, .gender]
            case .group: [.round, .group]
            case .person: [.person, .group]
            case .career:
                switch rows.number {
                case .measure(.waiting): [.round, .person, .days]
                case .waitingDays: [.round, .group, .person, .days]
                case .measure: [.round, .group, .person]
                }
            }
        return own + (addsAmounts ? [.amount] : [])
    }

    /// By what is counted: nobody else can be there.
    private var isOfMembers: Bool {
        switch rows.number.measure {
        case .attended, .absentNotified, .absentUnnotified, .excused, .attendanceRate: true
        default: false
        }
    }

    /// Else each row is one.
    private var addsAmounts: Bool {
        switch rows.number.measure {
        case .scheduledMinutes, .deliveredMinutes, .studyHours, .review, .headcounts,
            .childcareChildren:
            true
        default: false
        }
    }

    func column(_ column: Column) -> Report.Column {
        Report.Column(
            code: column == .amount ? rows.number.code : column.rawValue,
            heading: localiser(heading(of: column)),
            kind: column == .amount || column == .days ? .number : .name)
    }

    private func heading(of column: Column) -> Message {
        switch column {
        case .date: Message("command.column.date")
        case .session: Message("command.column.session")
        case .round: Message("command.column.round")
        case .group: Message("command.column.group")
        case .person: Message("command.column.person")
        case .mark: Message("command.column.mark")
        case .role: Message("command.column.takesPart")
        case .status: Message("command.column.status")
        case .category: Message("command.column.what")
        case .language: Message("command.column.language")
        case .gender: Message("command.column.gender")
        case .days: Message("figures.rowsDays")
        case .amount: rows.number.message
        }
    }

    func cell(_ column: Column, _ row: FigureRows.Row) -> Report.Cell {
        switch column {
        case .date: date(row)
        case .session: session(row)
        case .round:
            .name(
                code: row.round ?? "",
                text: row.round.map { Dimension.round.text(ofCode: $0, localiser, rows.names) }
                    ?? "")
        case .group: groups(row)
        case .person: person(row)
        case .mark: mark(row)
        case .role: role(row)
        case .status: row.status.map { word($0) } ?? .gap
        case .category: category(row)
        case .language: language(row)
        case .gender:
            row.headcount.map {
                .name(code: $0.gender.rawValue, text: localiser($0.gender.message))
            } ?? .gap
        case .days: row.days.map { .number($0) } ?? .gap
        case .amount: .number(row.amount)
        }
    }

    private func date(_ row: FigureRows.Row) -> Report.Cell {
        guard let date = row.date else {
            return .name(code: "", text: localiser(Message("figures.rowsNoSession")))
        }
        return .name(code: date.description, text: localiser.date(date, style: .medium))
    }

    private func session(_ row: FigureRows.Row) -> Report.Cell {
        row.session.map { session in
            .name(
                code: session.description,
                text: row.number.map { localiser.number($0) } ?? "")
        } ?? .gap
    }

    private func groups(_ row: FigureRows.Row) -> Report.Cell {
        let codes = row.groups.map(\.description)
        guard !codes.isEmpty else { return .gap }
        return .name(
            code: codes.joined(separator: " "),
            text: localiser.list(
                codes.map { Dimension.group.text(ofCode: $0, localiser, rows.names) }))
    }

    private func person(_ row: FigureRows.Row) -> Report.Cell {
        let name = row.name ?? ""
        return .name(
            code: row.person?.description ?? "",
            text: name.isEmpty ? localiser(Message("certificate.nameless")) : name)
    }

    private func mark(_ row: FigureRows.Row) -> Report.Cell {
        guard let mark = row.mark else {
            return .name(code: "unmarked", text: localiser(Message("figures.unmarked")))
        }
        func minutes(_ told: Int) -> Int? { told > 0 ? told : nil }
        let attendance = Attendance(
            code: mark.value, lateMinutes: minutes(mark.late),
            leftEarlyMinutes: minutes(mark.leftEarly))
        return .name(
            code: mark.value.rawValue, text: attendance.map { localiser($0.message) } ?? "")
    }

    private func role(_ row: FigureRows.Row) -> Report.Cell {
        let role = row.mark?.role ?? .member
        let message =
            switch role {
            case .member: Message("command.markRole.member")
            case .guest: Message("command.markRole.guest")
            case .makeUp: Message("command.markRole.makeUp")
            }
        return .name(code: role.rawValue, text: localiser(message))
    }

    private func word(_ status: SessionStatus) -> Report.Cell {
        let message =
            switch status {
            case .upcoming: Message("sessions.statusUpcoming")
            case .cancelled: Message("sessions.statusCancelled")
            case .notHeld: Message("sessions.statusNotHeld")
            case .taken: Message("sessions.statusTaken")
            case .notTaken: Message("sessions.statusNotTaken")
            }
        return .name(code: status.rawValue, text: localiser(message))
    }

    private func category(_ row: FigureRows.Row) -> Report.Cell {
        guard let headcount = row.headcount else { return .gap }
        return headcount.isChildcare
            ? .name(
                code: "childcare", text: localiser(Message("command.measure.childcareChildren")))
            : .name(code: "counted", text: localiser(Message("command.measure.headcounts")))
    }

    private func language(_ row: FigureRows.Row) -> Report.Cell {
        row.headcount?.language.map { language in
            .name(code: language.rawValue, text: localiser.languageName(language))
        } ?? .gap
    }
}
