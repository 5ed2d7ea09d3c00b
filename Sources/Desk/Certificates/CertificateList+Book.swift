import Courses
import Store

extension CertificateList {
    init(_ book: CertificateBook, of group: Group.ID?, mayIssue: Bool) throws {
        let all = book.progress.careers
        let careers = all.filter { career in
            (group.map { $0 == career.group } ?? true)
                && (career.hasCompleted || book.certificates[career.person] != nil)
        }
        let placed = Set(careers.map(\.group))
        let known = Set(all.map(\.person))
        let strangers =
            group == nil ? book.certificates.keys.filter { !known.contains($0) } : []
        let names = try book.reading.names(of: careers.map(\.person) + strangers)
        let groups = try book.reading.groups().filter { placed.contains($0.id) }
        let rows = try careers.map { try Row($0, names, book) }
        self.init(
            round: book.round, groups: groups,
            rows: (rows + strangers.map { Row(stranger: $0, names, book) })
                .sorted { $0.person < $1.person },
            uncompleted: all.count {
                !$0.hasCompleted && !$0.hasWithdrawn && (group == nil || $0.group == group)
            }, mayIssue: mayIssue)
    }
}

extension CertificateList.Row {
    private static let nameless = DisplayName(native: nil, latin: nil)

    fileprivate init(
        _ career: RoundProgress.Career, _ names: [Person.ID: DisplayName],
        _ book: CertificateBook
    ) throws {
        let standing = book.standing(of: career.person)
        let name = names[career.person] ?? Self.nameless
        self.init(
            person: career.person, name: name, group: career.group,
            language: name.alias == nil
                ? try standing?.content?.language ?? book.language(of: career) : career.language,
            attended: career.attended, studyHours: career.studyHours,
            state: book.state(of: career), certificate: standing,
            earlier: book.earlier(of: career.person))
    }

    /// Somebody who has a certificate and no place in the round any longer.
    fileprivate init(
        stranger: Person.ID, _ names: [Person.ID: DisplayName], _ book: CertificateBook
    ) {
        let standing = book.standing(of: stranger)
        let name = names[stranger] ?? Self.nameless
        self.init(
            person: stranger, name: name, group: nil,
            language: name.alias == nil ? standing?.content?.language : nil, attended: 0,
            studyHours: 0,
            state: book.state(of: stranger), certificate: standing,
            earlier: book.earlier(of: stranger))
    }
}

extension CertificateBook {
    fileprivate func earlier(of person: Person.ID) -> [Certificate] {
        let standing = standing(of: person)?.number
        return (certificates[person] ?? []).filter { $0.number != standing }
    }
}
