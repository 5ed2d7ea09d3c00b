import Courses
import Store

/// The rounds that rows name, each looked up once.
struct ImportRounds {
    /// In which everybody is enrolled.
    let asked: Round?
    private(set) var known: [Round.ID: ImportRound] = [:]
    private var byName: [String: Round?] = [:]
    private let all: [Round]
    private var groups: [Round.ID: [Group]] = [:]

    init(_ reading: Reading, asked: Round?) throws {
        self.asked = asked
        all = try reading.rounds()
        if let asked { known[asked.id] = try reading.importRound(asked) }
    }

    mutating func round(
        for row: ImportedRow, _ reading: Reading, _ faults: inout [ImportFault]
    ) throws -> Round.ID? {
        guard let name = row.round else { return asked?.id }
        guard let named = named(name) else {
            faults.append(.unknownRound)
            return nil
        }
        if let asked, asked.id != named.id {
            faults.append(.otherRound)
            return nil
        }
        if named.endedOn != nil {
            faults.append(.roundEnded)
            return nil
        }
        if known[named.id] == nil { known[named.id] = try reading.importRound(named) }
        return named.id
    }

    /// By code, id or, where no other is called so, name; large or small letters alike.
    private mutating func named(_ text: String) -> Round? {
        if let found = byName[text] { return found }
        let folded = text.lowercased()
        let byCode = all.first { $0.code.lowercased() == folded || $0.id.description == folded }
        let byName = all.filter { $0.name.lowercased() == folded }
        let found = byCode ?? (byName.count == 1 ? byName.first : nil)
        self.byName[text] = .some(found)
        return found
    }

    mutating func enrol(
        _ key: PersonKey, in round: Round.ID, _ row: ImportedRow, _ writer: ImportWriter
    ) throws {
        guard var standing = known[round] else { return }
        // Given back below; held twice it would be copied for each row.
        known[round] = nil
        defer { known[round] = standing }
        try writer.enrol(
            key, in: &standing, on: row.appliedOn ?? writer.today, childcare: row.childcare ?? 0)
    }

    /// By name or id, large or small letters alike.
    mutating func group(
        _ text: String, in round: Round.ID, _ reading: Reading
    ) throws -> Group.ID? {
        let known = try groups[round] ?? reading.groups(in: round)
        groups[round] = known
        let folded = text.lowercased()
        return known.first { $0.name.lowercased() == folded || $0.id.description == folded }?.id
    }
}
