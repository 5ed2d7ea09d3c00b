import Courses
import Desk
import Localisation

/// Where anybody who holds a certificate checks its number.
struct CertificateCheckPage: Page {
    static let template = "certificate-check"

    let layout: Layout
    let heading: String
    let introText: String
    let answer: CheckAnswer?
    let label: String
    let typed: String
    let submitLabel: String
}

struct CheckAnswer: Sendable {
    let tone: String
    let title: String
    let explanation: String?
    let hasFacts: Bool
    let facts: [CheckFact]
    let nameText: String?
}

struct CheckFact: Sendable {
    let term: String
    let text: String
}

extension CertificateCheckPage {
    /// - Parameter found: nil where nothing was asked.
    init(
        layout: (_ title: String) -> Layout, visitor: Visitor, typed: String,
        found: CheckedCertificate?
    ) {
        heading = visitor.say(Message("certificate.checkTitle"))
        self.layout = layout(heading)
        introText = visitor.say(Message("certificate.checkHelp"))
        answer = found.map { CheckAnswer($0, visitor) }
        label = visitor.say(Message("certificate.number"))
        self.typed = typed
        submitLabel = visitor.say(Message("certificate.check"))
    }
}

extension CheckAnswer {
    fileprivate init(_ found: CheckedCertificate, _ visitor: Visitor) {
        switch found {
        case .valid(let certificate, let name):
            self.init(
                "good", Message("certificate.isValid"), nil, visitor, certificate, name)
        case .withdrawn(let certificate, let name):
            let reason =
                certificate.void?.reason == .withdrawn
                ? Message("certificate.isWithdrawnText") : Message("certificate.isCorrectedText")
            self.init(
                "bad", Message("certificate.isWithdrawn"), reason, visitor, certificate, name)
        case .damaged:
            self.init(
                "bad", Message("certificate.isDamaged"), Message("certificate.isDamagedText"),
                visitor)
        case .unknown:
            self.init(
                "bad", Message("certificate.isUnknown"), Message("certificate.isUnknownText"),
                visitor)
        case .mistyped:
            self.init(
                "wait", Message("certificate.isMistyped"),
                Message("certificate.isMistypedText"), visitor)
        }
    }

    private init(
        _ tone: String, _ title: Message, _ text: Message?, _ visitor: Visitor,
        _ certificate: Certificate? = nil, _ name: DisplayName? = nil
    ) {
        self.tone = tone
        self.title = visitor.say(title)
        explanation = text.map { visitor.say($0) }
        facts = certificate.map { visitor.checkFacts($0, name) } ?? []
        hasFacts = !facts.isEmpty
        nameText =
            certificate != nil && name == nil
            ? visitor.say(Message("certificate.nameOnPaper")) : nil
    }
}

extension Visitor {
    fileprivate func checkFacts(
        _ certificate: Certificate, _ name: DisplayName?
    ) -> [CheckFact] {
        guard let content = certificate.content else { return [] }
        let days = [content.firstDay, content.lastDay].map {
            Bidi.isolate(localiser.date($0, style: .long), in: localiser.direction)
        }
        let named = name.map {
            [(Message("command.column.name"), ShownName($0, visitor: self).first)]
        }
        let voided = certificate.void.map {
            [
                (
                    Message("certificate.voidedOn"),
                    localiser.dateWithSecondCalendar(WallClock.date($0.at), style: .long)
                )
            ]
        }
        let facts: [(Message, String)] = [
            (Message("certificate.number"), Bidi.leftToRight(certificate.number.description)),
            (Message("command.column.programme"), content.programme),
            (
                Message("command.column.round"),
                "\(content.round), " + days.joined(separator: " – ")
            ),
            (
                Message("command.column.sessions"),
                say(
                    Message(
                        "certificate.sessionsOf",
                        [
                            "attended": .number(content.attended),
                            "sessions": .number(max(content.sessions, content.attended)),
                        ]))
            ),
            (
                Message("certificate.studyHours"),
                say(
                    Message(
                        "certificate.hoursOf",
                        [
                            "hours": .number(content.studyHours),
                            "minutes": .number(content.studyHourMinutes),
                        ]))
            ),
            (Message("certificate.organisation"), content.organisation),
            (
                Message("certificate.issuedOn"),
                localiser.dateWithSecondCalendar(
                    WallClock.date(certificate.issuedAt), style: .long)
            ),
        ]
        return ((named ?? []) + facts + (voided ?? [])).map {
            CheckFact(term: say($0.0), text: $0.1)
        }
    }
}
