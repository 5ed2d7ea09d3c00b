package import Courses
import Localisation
import Statistics

extension ChartWords {
    /// - Parameter name: as the reader sees names; a protected person comes as an alias.
    package func attendance(
        of sheet: AttendanceSheet, at now: Instant, name: (DisplayName) -> String
    ) -> Chart {
        let past = sheet.sessions.indices.filter {
            [.taken, .notTaken].contains(sheet.sessions[$0].evidence.status(at: now))
        }
        let group = sheet.groups.first
        let title = say(Message("charts.attendance", ["group": .text(group?.name ?? "")]))
        let text = description(Message("charts.attendanceDescription"))
        let rows = self.rows(sheet, past, name)
        let sessions = past.map { sheet.sessions[$0].session }
        return Chart(
            name: .attendance, finding: say(finding(sheet, past, now)), description: text,
            plot: rows.isEmpty
                ? nil
                : .strip(
                    Strip(
                        columns: sessions.map { $0.number(in: group?.id) },
                        rows: rows.map { Strip.Row(name: $0.name, signs: $0.signs) },
                        keys: Strip.Sign.allCases.compactMap { sign in
                            word(sign).map { Strip.Key(sign: sign, text: say($0)) }
                        })),
            report: report(
                title, text,
                columns: [
                    Report.Column(
                        code: "person", heading: say(Message("charts.person")), kind: .name)
                ] + sessions.map(column), rows: rows.map(row),
                measures: [.expected, .attended, .unmarked]))
    }

    private func finding(
        _ sheet: AttendanceSheet, _ past: [Int], _ now: Instant
    ) -> Message {
        let taken = past.filter { sheet.sessions[$0].evidence.status(at: now) == .taken }
        let places = taken.flatMap { index in sheet.people.map { $0.places[index] } }
            .filter(\.isExpected)
        guard !places.isEmpty else { return Message("charts.attendanceNone") }
        return Message(
            "charts.attendanceOf",
            [
                "attended": .number(places.count { $0.sign == .present || $0.sign == .late }),
                "expected": .number(places.count),
            ])
    }

    private func rows(
        _ sheet: AttendanceSheet, _ past: [Int], _ name: (DisplayName) -> String
    ) -> [StripPerson] {
        let people = sheet.people.map { person in
            StripPerson(
                person: person.person, name: name(person.name),
                signs: past.map { person.places[$0].sign })
        }
        return localiser.sorted(people.filter { $0.signs.contains { $0 != .notExpected } }) {
            $0.name
        }
    }

    /// Files name nobody: the person's id stands for them.
    private func row(_ person: StripPerson) -> Report.Row {
        Report.Row(
            [.name(code: person.person.description, text: person.name)]
                + person.signs.map { sign in
                    word(sign).map { .name(code: sign.rawValue, text: say($0)) } ?? .gap
                })
    }

    private func column(_ session: Session) -> Report.Column {
        Report.Column(
            code: "\(session.date)T\(session.start)",
            heading: localiser.date(session.date, style: .medium), kind: .name)
    }

    private func word(_ sign: Strip.Sign) -> Message? {
        switch sign {
        case .present: Message("register.present")
        case .late: Message("entry.late")
        case .notified: Message("register.notified")
        case .unnotified: Message("register.unnotified")
        case .excused: Message("register.excused")
        case .unknown: Message("figures.unmarked")
        case .notExpected: nil
        }
    }
}

private struct StripPerson {
    let person: Person.ID
    let name: String
    let signs: [Strip.Sign]
}

extension AttendanceSheet.Place {
    /// What the strip shows of it; only a member's mark says whether they came.
    fileprivate var sign: Strip.Sign {
        guard isExpected else { return .notExpected }
        guard let mark, mark.role == .member else { return .unknown }
        switch mark.value {
        case .present(let late, _): return late == nil ? .present : .late
        case .absent(.notified): return .notified
        case .absent(.unnotified): return .unnotified
        case .absent(.excused): return .excused
        }
    }
}

extension Session {
    fileprivate func number(in group: Group.ID?) -> Int {
        groups.first { $0.group == group }?.number ?? groups.first?.number ?? 0
    }
}
