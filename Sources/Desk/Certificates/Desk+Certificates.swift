package import Courses
import Store

extension Desk {
    /// Who has completed a round and who has a certificate for it; of all its groups, or of those
    /// who were placed last in one.
    ///
    /// - Parameters:
    ///   - round: its code or public id.
    ///   - group: nil for all.
    package func certificates(
        in round: String, of group: Group.ID? = nil, as actor: Actor
    ) async throws -> CertificateList {
        let now = clock.now()
        return try await store.read { reading in
            let round = try reading.round(round)
            let date = WallClock.date(now)
            try Policy.require(actor, .readPeople, on: .round(round.id), date: date)
            return try CertificateList(
                try CertificateBook(reading, of: round, at: now), of: group,
                mayIssue: Policy.allows(actor, .organise, on: .round(round.id), date: date))
        }
    }

    /// Issues certificates: of those named, anew where what was issued says something else than
    /// what is counted now; of all (or a group) to whom none has been issued.
    ///
    /// - Parameter people: empty for all to whom one is due.
    /// - Throws: `CertificateError.roundGoesOn`, `.notCompleted` for somebody named.
    package func issueCertificates(
        to people: [Person.ID] = [], in round: String, of group: Group.ID? = nil, as actor: Actor
    ) async throws -> IssuedCertificates {
        try await write { writing in
            let round = try writing.reading.round(round)
            for right in [Right.organise, .readPeople] {
                try Policy.require(actor, right, on: .round(round.id), date: writing.today)
            }
            guard round.endedOn.map({ $0 <= writing.today }) ?? false else {
                throw CertificateError.roundGoesOn(round.name)
            }
            let named = try writing.reading.standing(people)
            let book = try CertificateBook(writing.reading, of: round, at: writing.now)
            if let stranger = named.first(where: { person in
                !book.progress.careers.contains { $0.person == person && $0.hasCompleted }
            }) {
                throw CertificateError.notCompleted(stranger)
            }
            let asked = book.progress.careers.filter { career in
                named.isEmpty
                    ? book.state(of: career) == .due && (group.map { $0 == career.group } ?? true)
                    : named.contains(career.person)
            }
            return try Self.issue(asked, book, writing, actor)
        }
    }

    private static func issue(
        _ asked: [RoundProgress.Career], _ book: CertificateBook, _ writing: Writing,
        _ actor: Actor
    ) throws -> IssuedCertificates {
        var issued: [Certificate] = []
        var corrected: [CertificateNumber] = []
        var unchanged: [Person.ID] = []
        for career in asked {
            let state = book.state(of: career)
            if state == .issued {
                unchanged.append(career.person)
                continue
            }
            for earlier in book.certificates[career.person] ?? [] where earlier.void == nil {
                try writing.void(earlier.number, .corrected, by: actor)
                corrected.append(earlier.number)
            }
            let number = try writing.issue(
                book.content(of: career, in: try book.language(of: career)), to: career.person,
                in: book.round.id, by: actor)
            if let made = try writing.reading.certificate(number) { issued.append(made) }
        }
        return IssuedCertificates(issued: issued, corrected: corrected, unchanged: unchanged)
    }

    /// Withdraws a certificate, which from then on says so to whoever checks it.
    ///
    /// - Throws: `CertificateError.mistyped`, `.unknown`, `.notValid`.
    @discardableResult
    package func withdrawCertificate(
        _ number: String, as actor: Actor
    ) async throws -> Certificate {
        try await write { writing in
            let certificate = try writing.reading.requireCertificate(number)
            try Policy.require(
                actor, .organise, on: .round(certificate.round), date: writing.today)
            guard certificate.void == nil else {
                throw CertificateError.notValid(certificate.number)
            }
            try writing.void(certificate.number, .withdrawn, by: actor)
            return try writing.reading.requireCertificate(number)
        }
    }
}

extension Reading {
    /// - Throws: `CertificateError.mistyped`, `.unknown`.
    func requireCertificate(_ text: String) throws -> Certificate {
        guard let number = CertificateNumber(text) else { throw CertificateError.mistyped(text) }
        guard let certificate = try certificate(number) else {
            throw CertificateError.unknown(number)
        }
        return certificate
    }
}
