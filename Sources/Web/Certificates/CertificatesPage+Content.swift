import Courses
import Desk
import Localisation

extension CertificatesPage {
    /// - Parameters:
    ///   - issuedSince: when what was just issued was.
    ///   - withdrawn: what was just withdrawn.
    init(
        layout: (_ title: String) -> Layout, visitor: Visitor, list: CertificateList,
        issuedSince: Instant? = nil, withdrawn: CertificateNumber? = nil
    ) {
        let words = CertificateWords(visitor: visitor, list: list)
        heading = visitor.say(Message("certificate.title"))
        self.layout = layout("\(heading) \(list.round.name)")
        backText = visitor.say(Message("page.rounds"))
        roundName = list.round.name
        ways = list.mayIssue ? list.round.ways(visitor, besides: .certificates) : []
        notices = words.notices(issuedSince: issuedSince, withdrawn: withdrawn)
        emptyText = words.emptyText
        summary = words.summary
        groups = words.groups
        checkText = visitor.say(Message("certificate.checkTitle"))
    }
}

private struct CertificateWords {
    let visitor: Visitor
    let list: CertificateList

    private var address: String { "/rounds/\(list.round.code)/certificates" }

    // MARK: About all

    func notices(
        issuedSince: Instant?, withdrawn: CertificateNumber?
    ) -> [CertificateNotice] {
        var notices: [CertificateNotice] = []
        let new = issuedSince.map { since in
            list.rows.count { $0.certificate.map { $0.issuedAt >= since } ?? false }
        }
        if let new, new > 0 {
            notices.append(
                CertificateNotice(
                    tone: "good",
                    text: visitor.say(Message("certificate.done", ["count": .number(new)]))))
        }
        let isGone = list.rows.contains { row in
            row.earlier.contains { $0.number == withdrawn && $0.void != nil }
        }
        if let withdrawn, isGone {
            notices.append(
                CertificateNotice(
                    tone: "good",
                    text: visitor.say(
                        Message(
                            "certificate.withdrawnDone",
                            ["number": .text(withdrawn.description)]))))
        }
        let stale = list.rows.count { $0.state == .changed || $0.state == .unearned }
        if stale > 0 {
            notices.append(
                CertificateNotice(
                    tone: "wait",
                    text: visitor.say(Message("certificate.stale", ["count": .number(stale)]))))
        }
        return notices
    }

    var emptyText: String? {
        guard list.rows.isEmpty else { return nil }
        return visitor.say(
            list.round.endedOn == nil
                ? Message("certificate.notEnded") : Message("certificate.none"))
    }

    var summary: CertificateSummary? {
        guard !list.rows.isEmpty else { return nil }
        let due = list.rows.count { $0.state == .due }
        let valid = list.rows.count { $0.certificate?.isValid ?? false }
        let sentences = [
            Message("certificate.issuedCount", ["count": .number(valid)]),
            Message("certificate.dueCount", ["count": .number(due)]),
            Message("certificate.uncompleted", ["count": .number(list.uncompleted)]),
        ]
        let issue =
            due > 0 && list.mayIssue
            ? issue(nil, visitor.say(Message("certificate.issueAll", ["count": .number(due)])))
            : nil
        let print =
            list.rows.contains { $0.state == .issued }
            ? SessionLink(
                href: address + "/paper", label: visitor.say(Message("certificate.printAll")))
            : nil
        return CertificateSummary(
            text: sentences.map { visitor.say($0) }.joined(separator: " "), issue: issue,
            print: print, hasActs: issue != nil || print != nil)
    }

    private func issue(_ person: Person.ID?, _ label: String, _ name: String? = nil)
        -> CertificateIssue
    {
        CertificateIssue(
            action: address, formToken: visitor.formToken, person: person?.description,
            label: label, spoken: name.map { "\(label): \($0)" })
    }

    // MARK: Group by group

    var groups: [CertificateGroup] {
        let known = list.groups.map { group in
            CertificateGroup(
                name: group.name, printAll: groupPrint(group.id),
                people: people { $0.group == group.id })
        }
        let ids = Set(list.groups.map(\.id))
        let others = people { $0.group.map { !ids.contains($0) } ?? true }
        guard !others.isEmpty else { return known }
        return known + [
            CertificateGroup(
                name: visitor.say(Message("certificate.noPlace")), printAll: nil, people: others)
        ]
    }

    private func groupPrint(_ group: Group.ID) -> SessionLink? {
        let right = list.rows.count { $0.group == group && $0.state == .issued }
        return right == 0
            ? nil
            : SessionLink(
                href: "/groups/\(group)/certificates",
                label: visitor.say(
                    Message("certificate.printGroup", ["count": .number(right)])))
    }

    private func people(where isWanted: (CertificateList.Row) -> Bool) -> [CertificatePerson] {
        let named = list.rows.filter(isWanted).map {
            (row: $0, name: ShownName($0.name, visitor: visitor))
        }
        return visitor.localiser.sorted(named) { $0.name.first }
            .map { person($0.row, $0.name) }
    }

    private func person(_ row: CertificateList.Row, _ shown: ShownName) -> CertificatePerson {
        let name =
            shown.first.isEmpty ? visitor.say(Message("certificate.nameless")) : shown.first
        let (issue, withdraw) = acts(row, name)
        let print = row.state == .issued ? row.certificate.map { onePrint($0, name) } : nil
        return CertificatePerson(
            name: name, otherName: shown.other, state: chip(row.state), detail: detail(row),
            explanation: explanation(row),
            number: row.certificate.map {
                CertificateNumberText(
                    label: visitor.say(Message("certificate.number")),
                    text: $0.number.description)
            },
            earlier: row.earlier.map {
                EarlierCertificate(
                    before: visitor.say(reason($0)), number: $0.number.description)
            }, hasActs: print != nil || issue != nil || withdraw != nil, print: print,
            issue: issue, withdraw: withdraw)
    }

    private func chip(_ state: CertificateList.State) -> StatusChip {
        switch state {
        case .due: StatusChip(tone: "wait", label: visitor.say(Message("certificate.due")))
        case .issued: StatusChip(tone: "done", label: visitor.say(Message("certificate.issued")))
        case .changed: StatusChip(tone: "late", label: visitor.say(Message("certificate.changed")))
        case .unearned:
            StatusChip(tone: "late", label: visitor.say(Message("certificate.unearned")))
        case .withdrawn:
            StatusChip(tone: "off", label: visitor.say(Message("certificate.withdrawn")))
        }
    }

    private func detail(_ row: CertificateList.Row) -> String {
        let sessions = Message(
            "certificate.sessionsOf",
            [
                "attended": .number(row.attended),
                "sessions": .number(list.round.rules.sessions),
            ])
        let hours = Message(
            "certificate.hoursOf",
            [
                "hours": .number(row.studyHours),
                "minutes": .number(list.round.rules.studyHourMinutes),
            ])
        let language = row.language.map { [visitor.localiser.languageName($0)] } ?? []
        let counts = [
            visitor.say(Message("command.column.sessions")) + ": " + visitor.say(sessions),
            visitor.say(Message("certificate.studyHours")) + ": " + visitor.say(hours),
        ]
        return visitor.localiser.line(language + counts)
    }

    private func explanation(_ row: CertificateList.Row) -> String? {
        switch row.state {
        case .changed: visitor.say(Message("certificate.changedText"))
        case .unearned: visitor.say(Message("certificate.unearnedText"))
        case .due, .issued, .withdrawn: nil
        }
    }

    private func reason(_ certificate: Certificate) -> Message {
        switch certificate.void?.reason {
        case .withdrawn?: Message("certificate.wasWithdrawn")
        case .corrected?: Message("certificate.wasCorrected")
        case nil: Message("certificate.isSecond")
        }
    }

    // MARK: What can be done

    private func onePrint(_ certificate: Certificate, _ name: String) -> SpokenLink {
        let label = visitor.say(Message("certificate.print"))
        return SpokenLink(
            href: "/certificates/\(certificate.number)", label: label,
            spoken: "\(label): \(name)")
    }

    private func acts(
        _ row: CertificateList.Row, _ name: String
    ) -> (CertificateIssue?, CertificateWithdrawal?) {
        guard list.mayIssue else { return (nil, nil) }
        let label: Message? =
            switch row.state {
            case .due: Message("certificate.issue")
            case .changed: Message("certificate.reissue")
            case .issued, .unearned, .withdrawn: nil
            }
        let withdrawal = visitor.say(Message("certificate.withdraw"))
        return (
            label.map { issue(row.person, visitor.say($0), name) },
            row.certificate.map {
                CertificateWithdrawal(
                    action: address, number: $0.number.description, label: withdrawal,
                    text: visitor.say(Message("certificate.withdrawText")),
                    spoken: "\(withdrawal): \(name)")
            }
        )
    }
}
