import Courses
import Desk
import Localisation

extension CertificatePage {
    /// - Parameter checkAddress: where a number is checked.
    init(
        layout: (_ title: String) -> Layout, style: String, visitor: Visitor,
        papers: CertificatePapers, checkAddress: String
    ) {
        heading = visitor.say(Message("certificate.title"))
        self.layout = layout("\(heading) \(papers.group?.name ?? papers.round.name)")
        self.style = style
        backHref = "/rounds/\(papers.round.code)/certificates"
        backText = papers.round.name
        helpText = visitor.say(Message("certificate.printHelp"))
        notices = [
            (papers.stale, Message("certificate.staleLeftOut", ["count": .number(papers.stale)])),
            (papers.hidden, Message("certificate.hidden", ["count": .number(papers.hidden)])),
            (
                papers.nameless,
                Message("certificate.namelessCount", ["count": .number(papers.nameless)])
            ),
        ].filter { $0.0 > 0 }.map { TextLine(text: visitor.say($0.1)) }
        emptyText = papers.papers.isEmpty ? visitor.say(Message("certificate.noPapers")) : nil
        self.papers = visitor.localiser.sorted(papers.papers) { $0.name.primary }
            .compactMap { CertificateWriting($0, checkAddress: checkAddress)?.sheet }
    }
}

/// What stands on one certificate, in the certificate's own languages whoever prints it.
private struct CertificateWriting {
    let paper: CertificatePapers.Paper
    let checkAddress: String

    private let content: CertificateContent

    /// Nil of one that can't be read, which is never to be printed.
    init?(_ paper: CertificatePapers.Paper, checkAddress: String) {
        guard let content = paper.certificate.content else { return nil }
        self.paper = paper
        self.checkAddress = checkAddress
        self.content = content
    }

    private var localisers: [Localiser] {
        content.languages.map { .localiser(for: $0) }
    }

    var sheet: CertificateSheet {
        let halves = localisers.map(half)
        let letters = halves.reduce(0) { $0 + ($1.about?.text.count ?? 0) + $1.name.count }
        return CertificateSheet(
            shape: letters > 700 ? "certificate-dense" : "certificate-open",
            label: paper.name.primary, halves: halves,
            lines: [
                line(Message("certificate.placeAndDate")), line(Message("sheet.signature")),
            ], numberLabels: labels(Message("certificate.number")),
            number: paper.certificate.number.description,
            checks: labels(
                Message(
                    "certificate.checkAt",
                    [
                        "address": .text(checkAddress),
                        "organisation": .text(content.organisation),
                    ])))
    }

    private func line(_ message: Message) -> CertificateLine {
        CertificateLine(labels: labels(message))
    }

    private func labels(_ message: Message) -> [CertificateLabel] {
        localisers.map {
            CertificateLabel(
                language: $0.language.rawValue, direction: $0.direction.rawValue,
                text: $0(message))
        }
    }

    private func half(_ localiser: Localiser) -> CertificateHalf {
        CertificateHalf(
            language: localiser.language.rawValue, direction: localiser.direction.rawValue,
            organisation: content.organisation, title: localiser(Message("certificate.title")),
            givenTo: localiser(Message("certificate.givenTo")),
            name: ShownName(
                paper.name, visitor: Visitor(account: nil, token: nil, localiser: localiser)
            ).first,
            forCompleting: localiser(Message("certificate.forCompleting")),
            programme: content.programme, inSwedish: swedishNote(localiser),
            facts: facts(localiser), about: about(localiser))
    }

    private func swedishNote(_ localiser: Localiser) -> String? {
        localiser.language == .swedish ? nil : localiser(Message("certificate.inSwedish"))
    }

    private func facts(_ localiser: Localiser) -> [CertificateFact] {
        let sessions =
            content.attended > content.sessions
            ? localiser.number(content.attended)
            : localiser(
                Message(
                    "certificate.sessionsOf",
                    [
                        "attended": .number(content.attended),
                        "sessions": .number(content.sessions),
                    ]))
        let hours = Message(
            "certificate.hoursOf",
            [
                "hours": .number(content.studyHours),
                "minutes": .number(content.studyHourMinutes),
            ])
        let issuedOn = WallClock.date(paper.certificate.issuedAt)
        // A range runs as its line does, so that the later day stands after the earlier.
        let days = [content.firstDay, content.lastDay].map {
            Bidi.isolate(localiser.date($0, style: .long), in: localiser.direction)
        }
        return [
            CertificateFact(
                term: localiser(Message("command.column.round")), named: content.round,
                note: swedishNote(localiser), text: days.joined(separator: " – ")),
            CertificateFact(
                term: localiser(Message("command.column.sessions")), named: nil, note: nil,
                text: sessions),
            CertificateFact(
                term: localiser(Message("certificate.studyHours")), named: nil, note: nil,
                text: localiser(hours)),
            CertificateFact(
                term: localiser(Message("certificate.issuedOn")), named: nil, note: nil,
                text: localiser.dateWithSecondCalendar(issuedOn, style: .long)),
        ]
    }

    /// What the course is about; where nobody has written that in this language, in which it is
    /// written; nil where it is in neither.
    private func about(_ localiser: Localiser) -> CertificateAbout? {
        if let text = content.about[localiser.language.rawValue] {
            return CertificateAbout(
                heading: localiser(Message("groups.about")), text: excerpt(of: text))
        }
        let elsewhere = content.languages.first { content.about[$0.rawValue] != nil }
        return elsewhere.map { language in
            CertificateAbout(
                heading: nil,
                text: localiser(
                    Message("certificate.aboutElsewhere", ["language": .language(language)])))
        }
    }
}

/// So much of a text as one page has room for in two languages: its first paragraph, cut after a
/// sentence or else a word, and then marked as cut.
func excerpt(of text: String, letters: Int = 500) -> String {
    let paragraph = text.split(separator: "\n", omittingEmptySubsequences: true).first ?? ""
    guard paragraph.count > letters else { return String(paragraph) }
    let start = paragraph.prefix(letters)
    let ends = start.indices.filter { index in
        let next = start.index(after: index)
        return ".!?؟۔።".contains(start[index]) && next < start.endIndex
            && start[next].isWhitespace
    }
    if let end = ends.last { return start[...end] + " …" }
    guard let blank = start.lastIndex(where: \.isWhitespace) else { return start + "…" }
    return start[..<blank] + " …"
}
