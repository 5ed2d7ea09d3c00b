import Courses
import Desk
import Localisation

@testable import Web

extension Samples {
    static func certificatePages(_ visitor: Visitor) -> [Sample] {
        [
            Sample(template: "certificates", page: certificates(visitor, rows: certificateRows)),
            Sample(
                template: "certificates", variant: ".empty",
                page: certificates(visitor, rows: [])),
            Sample(
                template: "certificates", variant: ".changed",
                page: certificates(
                    visitor, rows: certificateRows.filter { $0.state == .changed })),
            Sample(template: "short", page: short(visitor, isOfGroup: false)),
            Sample(template: "short", variant: ".group", page: short(visitor, isOfGroup: true)),
            Sample(template: "certificate", page: papers(visitor, hidden: 2)),
            Sample(
                template: "certificate", variant: ".empty",
                page: CertificatePage(
                    layout: { _ in layout(visitor) }, style: "/assets/1-certificate.css",
                    visitor: visitor,
                    papers: CertificatePapers(
                        round: round, group: nil, papers: [], nameless: 1, stale: 1),
                    checkAddress: "https://kurs.example/certificates")),
        ]
            + checks.map { variant, found in
                Sample(
                    template: "certificate-check", variant: variant,
                    page: CertificateCheckPage(
                        layout: { _ in layout(visitor) }, visitor: visitor,
                        typed: found == nil ? "" : "7xk2 <9>", found: found))
            }
    }

    private static let amal = DisplayName(native: "أمل حسن", latin: "Amal <Hassan>")

    private static func content(_ language: Language, about: [String: String])
        -> CertificateContent
    {
        CertificateContent(
            organisation: "Vingåkers kommun", programme: "Tillsammans", round: "Våren <2019>",
            firstDay: LocalDate(dayNumber: 17_931), lastDay: LocalDate(dayNumber: 18_019),
            attended: 8, sessions: 10, studyHours: 16, studyHourMinutes: 45, language: language,
            about: about)
    }

    private static func certificate(
        _ bits: UInt64, _ language: Language = .arabic,
        about: [String: String] = ["sv": "En kurs om <barn>.", "ar": "دورة عن الأطفال."],
        void: CertificateVoid? = nil, isSecond: Bool = false
    ) -> Certificate {
        Certificate(
            number: CertificateNumber(bits: bits), person: Person.ID(bits: bits),
            round: round.id, issuedAt: now, actor: nil, content: content(language, about: about),
            isIntact: true, void: void, isSecond: isSecond)
    }

    private static var certificateRows: [CertificateList.Row] {
        let withdrawn = CertificateVoid(reason: .withdrawn, at: now, actor: nil)
        let corrected = CertificateVoid(reason: .corrected, at: now, actor: nil)
        let rows:
            [(
                state: CertificateList.State, standing: Certificate?, earlier: [Certificate],
                name: DisplayName
            )] = [
                (.due, nil, [certificate(11, void: withdrawn)], amal),
                (
                    .issued, certificate(1), [certificate(12, void: corrected)],
                    DisplayName(alias: 7)
                ),
                (
                    .changed, certificate(2), [certificate(13, isSecond: true)],
                    DisplayName(native: nil, latin: "Nour")
                ),
                (.unearned, certificate(3), [], DisplayName(native: nil, latin: "Huda")),
                (
                    .withdrawn, nil, [certificate(14, void: withdrawn)],
                    DisplayName(native: nil, latin: nil)
                ),
            ]
        return rows.enumerated().map { index, row in
            CertificateList.Row(
                person: Person.ID(bits: UInt64(index + 1)), name: row.name,
                group: index < 4 ? group.id : nil, language: .arabic, attended: 8,
                studyHours: 16, state: row.state, certificate: row.standing,
                earlier: row.earlier)
        }
    }

    private static func certificates(
        _ visitor: Visitor, rows: [CertificateList.Row]
    ) -> CertificatesPage {
        CertificatesPage(
            layout: { _ in layout(visitor) }, visitor: visitor,
            list: CertificateList(
                round: round, groups: rows.isEmpty ? [] : [group], rows: rows, uncompleted: 2,
                mayIssue: true),
            issuedSince: now, withdrawn: CertificateNumber(bits: 11))
    }

    private static func papers(_ visitor: Visitor, hidden: Int) -> CertificatePage {
        let papers = [
            certificate(1),
            certificate(2, .tigrinya, about: ["sv": "En kurs om <barn>."]),
            certificate(3, .somali, about: [:]), certificate(4, .swedish, about: [:]),
        ]
        return CertificatePage(
            layout: { _ in layout(visitor) }, style: "/assets/1-certificate.css",
            visitor: visitor,
            papers: CertificatePapers(
                round: round, group: group,
                papers: papers.map { CertificatePapers.Paper(certificate: $0, name: amal) },
                hidden: hidden, stale: 3),
            checkAddress: "https://kurs.example/certificates")
    }

    private static var checks: [(String, CheckedCertificate?)] {
        let void = CertificateVoid(reason: .withdrawn, at: now, actor: nil)
        return [
            ("", .valid(certificate(1), name: amal)), (".empty", nil),
            (".unnamed", .valid(certificate(1), name: nil)),
            (".withdrawn", .withdrawn(certificate(1, void: void), name: nil)),
            (".unknown", .unknown(CertificateNumber(bits: 9))), (".mistyped", .mistyped),
            (".damaged", .damaged(CertificateNumber(bits: 9))),
        ]
    }

    private static func short(_ visitor: Visitor, isOfGroup: Bool) -> OneShortPage {
        let session = overview(day: 7).session
        let makeUps = [false, true].map {
            OneShort.MakeUp(
                session: session, group: group.id, language: .arabic, isInterpreted: $0)
        }
        let missed = [3, 4].map { number in
            OneShort.Missed(
                session: session.id, number: number, date: day,
                makeUps: number == 3 ? makeUps : [])
        }
        return OneShortPage(
            layout: { _ in layout(visitor) }, visitor: administrator(visitor),
            list: OneShort(
                round: round, group: isOfGroup ? group : nil, groups: [group],
                rows: isOfGroup
                    ? []
                    : [
                        OneShort.Row(
                            person: Person.ID(bits: 1), name: amal, group: group.id, attended: 7,
                            coming: 2, missed: missed)
                    ]))
    }
}
