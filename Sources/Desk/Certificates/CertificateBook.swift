import Courses
import Localisation
import Store

/// A round's people and certificates, as they are read in one transaction.
struct CertificateBook {
    let reading: Reading
    let progress: RoundProgress
    let certificates: [Person.ID: [Certificate]]
    private let careers: [Person.ID: RoundProgress.Career]
    private let organisation: String
    private let programme: Programme
    private let about: WrittenText

    var round: Round { progress.round }

    init(_ reading: Reading, of round: Round, at now: Instant) throws {
        self.reading = reading
        progress = try RoundProgress(reading, of: round, at: now)
        careers = Dictionary(
            progress.careers.map { ($0.person, $0) }, uniquingKeysWith: { first, _ in first })
        certificates = Dictionary(
            grouping: try reading.certificates(in: round.id), by: \.person)
        organisation = try reading.organisation()?.name ?? ""
        programme = try reading.programme(round.programme.description)
        about = try reading.texts(of: .programme(programme.id))
    }

    /// The one that is neither withdrawn nor stands beside an earlier one.
    func standing(of person: Person.ID) -> Certificate? {
        certificates[person]?.first { $0.void == nil && !$0.isSecond }
    }

    /// What a certificate of theirs says, or would say once the round has ended.
    func content(of career: RoundProgress.Career, in language: Language) -> CertificateContent {
        let tags = Set([Language.swedish, language])
        return CertificateContent(
            organisation: organisation, programme: programme.name, round: round.name,
            firstDay: round.firstDay, lastDay: round.endedOn ?? round.firstDay,
            attended: career.attended, sessions: round.rules.sessions,
            studyHours: career.studyHours, studyHourMinutes: round.rules.studyHourMinutes,
            language: language,
            about: Dictionary(
                uniqueKeysWithValues: about.texts.filter { tags.contains($0.key) }
                    .map { ($0.key.rawValue, $0.value) }))
    }

    /// In which they are written to or read, best first; else that in which they took part.
    func language(of career: RoundProgress.Career) throws -> Language {
        let wanted = try reading.letterLanguages(of: career.person) + [career.language]
        return wanted.first(where: Language.catalogue.contains) ?? .swedish
    }

    /// Of whoever has no place in the round after all, too.
    func state(of person: Person.ID) -> CertificateList.State {
        if let career = careers[person] { return state(of: career) }
        return standing(of: person) == nil ? .withdrawn : .unearned
    }

    func state(of career: RoundProgress.Career) -> CertificateList.State {
        guard let certificate = standing(of: career.person) else {
            return career.hasCompleted ? .due : .withdrawn
        }
        guard career.hasCompleted else { return .unearned }
        guard certificate.isIntact, let said = certificate.content else { return .changed }
        return said.counts(as: content(of: career, in: said.language)) ? .issued : .changed
    }
}
