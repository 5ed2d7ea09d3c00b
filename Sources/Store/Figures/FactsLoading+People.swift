import Courses
internal import GRDB

extension FactsLoading {
    /// Reads people and enrolments, and has them unpacked meanwhile.
    func startPeople(_ stale: [StaleKey]) throws -> Aside<PeopleUnpacking> {
        let people = try packedPages(.people, stale)
        let enrolments = try packedPages(.enrolments, stale)
        let start = PeopleUnpacking(
            groups: facts.groups, roundIndex: roundIndex, groupIndex: groupIndex,
            languages: languages)
        return Aside(isWorthIt: people.size + enrolments.size >= worthSharing) {
            var unpacking = start
            unpacking.unpack(people, enrolments)
            return unpacking
        }
    }

    /// All pages of a kind in their order: those that are kept, and others from their rows.
    private func packedPages(_ kind: KeptKind, _ stale: [StaleKey]) throws -> PackedPages {
        let row = try BoundStatement(
            db,
            kind == .people
                ? "SELECT page, packed FROM kept_people ORDER BY page"
                : "SELECT page, packed FROM kept_enrolments ORDER BY page")
        defer { row.reset() }
        var pages = PackedPages(kind)
        var missing = MissingKeys(
            stale.filter { $0.kind == kind }.map(\.key)
                + damaged.filter { $0.kind == kind }.map(\.page))
        while try row.next() {
            let page = row.number(0)
            while let earlier = missing.next(before: page) { try addRows(earlier, to: &pages) }
            if missing.takes(page) {
                try addRows(page, to: &pages)
            } else {
                row.withBytes(1) { pages.add(page, $0) }
            }
        }
        while let page = missing.next(before: .max) { try addRows(page, to: &pages) }
        return pages
    }

    private func addRows(_ page: Int64, to pages: inout PackedPages) throws {
        var packed = PackWriter()
        let isThere =
            pages.kind == .people
            ? try reading.pack(peopleOn: page, into: &packed)
            : try reading.pack(enrolmentsOn: page, into: &packed)
        if isThere { packed.bytes.withUnsafeBytes { pages.add(page, $0) } }
    }

    mutating func take(_ unpacked: PeopleUnpacking) {
        facts.people = unpacked.facts.people
        facts.spoken = unpacked.facts.spoken
        facts.placements = unpacked.facts.placements
        facts.withdrawals = unpacked.facts.withdrawals
        facts.waits = unpacked.facts.waits
        personIndex = unpacked.personIndex
        languages = unpacked.languages
    }
}

/// Keys of which what is kept says nothing, in order.
private struct MissingKeys {
    private var keys: ArraySlice<Int64>

    init(_ keys: [Int64]) {
        self.keys = Set(keys).sorted()[...]
    }

    mutating func next(before key: Int64) -> Int64? {
        guard let first = keys.first, first < key else { return nil }
        return keys.removeFirst()
    }

    /// Whether the key is the next one; then it is no more.
    mutating func takes(_ key: Int64) -> Bool {
        guard keys.first == key else { return false }
        keys.removeFirst()
        return true
    }
}
