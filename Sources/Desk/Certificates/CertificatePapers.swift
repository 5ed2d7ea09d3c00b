package import Courses
import Store

/// Certificates to be printed.
package struct CertificatePapers: Sendable {
    package struct Paper: Sendable {
        package let certificate: Certificate
        /// The name itself, never an alias.
        package let name: DisplayName

        package init(certificate: Certificate, name: DisplayName) {
            self.certificate = certificate
            self.name = name
        }
    }

    package let round: Round
    /// Nil for those of the whole round, and for a single one.
    package let group: Group?
    package let papers: [Paper]
    /// How many are left out since only a named reader may print them.
    package let hidden: Int
    /// How many are left out since the name has been destroyed.
    package let nameless: Int
    /// How many are left out since they are no longer right: something else is counted now than
    /// they say, they are not earned after all, or what is stored of them is damaged.
    package let stale: Int

    package init(
        round: Round, group: Group?, papers: [Paper], hidden: Int = 0, nameless: Int = 0,
        stale: Int = 0
    ) {
        self.round = round
        self.group = group
        self.papers = papers
        self.hidden = hidden
        self.nameless = nameless
        self.stale = stale
    }
}

extension Desk {
    /// The certificates of a round that are right today, to print.
    ///
    /// Those that no longer are, until they are issued anew or withdrawn, are left out and
    /// counted. Names of protected people are for named readers, and each such reading is recorded; for
    /// others these certificates are left out and counted.
    package func certificatePapers(
        of round: String, as actor: Actor
    ) async throws -> CertificatePapers {
        try await write { writing in
            let round = try writing.reading.round(round)
            let book = try CertificateBook(writing.reading, of: round, at: writing.now)
            return try Self.papers(book.certificates.keys.sorted(), book, nil, writing, actor)
        }
    }

    /// Those of people who were placed last in a group.
    package func certificatePapers(
        ofGroup id: Group.ID, as actor: Actor
    ) async throws -> CertificatePapers {
        try await write { writing in
            let group = try writing.reading.group(id)
            let round = try writing.reading.round(group.round.description)
            let book = try CertificateBook(writing.reading, of: round, at: writing.now)
            let members = book.progress.careers.filter { $0.group == id }.map(\.person)
            return try Self.papers(members.sorted(), book, group, writing, actor)
        }
    }

    /// One certificate, to print.
    ///
    /// - Throws: `CertificateError` for one that is not valid or no longer right, or whose name is
    ///   not to be had.
    package func certificatePaper(
        _ number: String, as actor: Actor
    ) async throws -> CertificatePapers {
        try await write { writing in
            let certificate = try writing.reading.requireCertificate(number)
            let round = try writing.reading.round(certificate.round.description)
            try Policy.require(actor, .readPeople, on: .round(round.id), date: writing.today)
            guard certificate.isIntact else { throw CertificateError.damaged(certificate.number) }
            guard certificate.isValid else { throw CertificateError.notValid(certificate.number) }
            let book = try CertificateBook(writing.reading, of: round, at: writing.now)
            switch book.state(of: certificate.person) {
            case .changed: throw CertificateError.changed(certificate.number)
            case .unearned: throw CertificateError.unearned(certificate.number)
            case .due, .issued, .withdrawn: break
            }
            let papers = try Self.papers([certificate.person], book, nil, writing, actor)
            if papers.hidden > 0 { throw CertificateError.protectedName(certificate.number) }
            if papers.nameless > 0 { throw CertificateError.nameGone(certificate.number) }
            return papers
        }
    }

    /// Of those people, the ones that stand.
    private static func papers(
        _ people: [Person.ID], _ book: CertificateBook, _ group: Group?, _ writing: Writing,
        _ actor: Actor
    ) throws -> CertificatePapers {
        let round = book.round
        try Policy.require(actor, .readPeople, on: .round(round.id), date: writing.today)
        let readsProtected = Policy.allows(
            actor, .readProtected, on: .organisation, date: writing.today)
        let shown = try writing.reading.names(of: people)
        var papers: [CertificatePapers.Paper] = []
        var (hidden, nameless, stale) = (0, 0, 0)
        for certificate in people.compactMap(book.standing(of:)) {
            guard book.state(of: certificate.person) == .issued else {
                stale += 1
                continue
            }
            var name = shown[certificate.person]
            if name?.alias != nil {
                guard readsProtected else {
                    hidden += 1
                    continue
                }
                name = try writing.revealName(certificate.person, to: actor).display
            }
            guard let name, !name.primary.isEmpty else {
                nameless += 1
                continue
            }
            papers.append(CertificatePapers.Paper(certificate: certificate, name: name))
        }
        return CertificatePapers(
            round: round, group: group, papers: papers, hidden: hidden, nameless: nameless,
            stale: stale)
    }
}
