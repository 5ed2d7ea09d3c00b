/// What somebody was given for a round that they completed, as it was issued.
///
/// It holds nothing of the person but whom it is for, so that it outlives their name.
package struct Certificate: Sendable, Equatable {
    package let number: CertificateNumber
    /// Who they are now, where they were merged into another.
    package let person: Person.ID
    package let round: Round.ID
    package let issuedAt: Instant
    /// Nil is the command's operator.
    package let actor: Person.ID?
    /// Nil where what is stored can't be read, of one that is not intact.
    package let content: CertificateContent?
    /// Whether all of it still had its hash when it was read.
    package let isIntact: Bool
    package let void: CertificateVoid?
    /// It stands beside an earlier one for the same round, of somebody who has turned out to be
    /// the same person: as long as they are, only the earlier one is valid.
    package let isSecond: Bool

    package init(
        number: CertificateNumber, person: Person.ID, round: Round.ID, issuedAt: Instant,
        actor: Person.ID?, content: CertificateContent?, isIntact: Bool, void: CertificateVoid?,
        isSecond: Bool
    ) {
        self.number = number
        self.person = person
        self.round = round
        self.issuedAt = issuedAt
        self.actor = actor
        self.content = content
        self.isIntact = isIntact
        self.void = void
        self.isSecond = isSecond
    }

    package var isValid: Bool { isIntact && void == nil && !isSecond }
}

/// What a certificate says, beside a name.
package struct CertificateContent: Sendable, Equatable, Codable {
    package var organisation: String
    /// As the organisation calls it, in its own language.
    package var programme: String
    package var round: String
    package var firstDay: LocalDate
    package var lastDay: LocalDate
    /// Attended or made up for.
    package var attended: Int
    /// How many the round was to have.
    package var sessions: Int
    package var studyHours: Int
    package var studyHourMinutes: Int
    /// The language that it is in beside Swedish; Swedish for one that is in no other.
    package var language: Language
    /// What the course is about, by the tags of those of its languages in which somebody has
    /// written that.
    package var about: [String: String]

    package init(
        organisation: String, programme: String, round: String, firstDay: LocalDate,
        lastDay: LocalDate, attended: Int, sessions: Int, studyHours: Int,
        studyHourMinutes: Int, language: Language, about: [String: String]
    ) {
        self.organisation = organisation
        self.programme = programme
        self.round = round
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.attended = attended
        self.sessions = sessions
        self.studyHours = studyHours
        self.studyHourMinutes = studyHourMinutes
        self.language = language
        self.about = about
    }
}

extension CertificateContent {
    /// Whether it tells the same of what was counted; words may be others.
    package func counts(as other: CertificateContent) -> Bool {
        firstDay == other.firstDay && lastDay == other.lastDay && attended == other.attended
            && sessions == other.sessions && studyHours == other.studyHours
    }

    /// Both languages, or Swedish alone.
    package var languages: [Language] {
        language == .swedish ? [.swedish] : [.swedish, language]
    }
}

/// That a certificate is valid no longer.
package struct CertificateVoid: Sendable, Equatable {
    package enum Reason: String, Sendable, CaseIterable {
        /// It should not have been issued, or holds no longer.
        case withdrawn
        /// Another took its place, which says what is right.
        case corrected
    }

    package let reason: Reason
    package let at: Instant
    /// Nil is the command's operator.
    package let actor: Person.ID?

    package init(reason: Reason, at: Instant, actor: Person.ID?) {
        self.reason = reason
        self.at = at
        self.actor = actor
    }
}
