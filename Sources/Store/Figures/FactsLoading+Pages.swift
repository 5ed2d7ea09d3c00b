import Courses
internal import GRDB

extension FactsLoading {
    /// Loads all pages of a kind in their order: those that are kept, and others from their rows.
    ///
    /// - Parameter stale: pages of which what is kept says nothing.
    mutating func loadPages(_ kind: KeptKind, stale: Set<Int64>) throws {
        try makeRoom(for: kind)
        let row = try BoundStatement(
            db,
            kind == .people
                ? "SELECT page, packed FROM kept_people ORDER BY page"
                : "SELECT page, packed FROM kept_enrolments ORDER BY page")
        defer { row.reset() }
        var missing = MissingKeys(stale)
        while try row.next() {
            let page = row.number(0)
            while let earlier = missing.next(before: page) { try loadRows(earlier, kind) }
            if missing.takes(page) || !row.withBytes(1, { load($0, page, kind) }) {
                try loadRows(page, kind)
            }
        }
        while let page = missing.next(before: .max) { try loadRows(page, kind) }
    }

    /// What grows little by little is copied again and again.
    private mutating func makeRoom(for kind: KeptKind) throws {
        let table = kind == .people ? "kept_people" : "kept_enrolments"
        let pages = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
        let count = pages << kind.pageBits
        if kind == .people {
            personIndex.reserveCapacity(count)
            facts.people.reserveCapacity(count)
            facts.spoken.reserveCapacity(count)
        } else {
            facts.placements.reserveCapacity(count)
            facts.waits.reserveCapacity(count)
        }
    }

    private mutating func loadRows(_ page: Int64, _ kind: KeptKind) throws {
        let isThere =
            kind == .people
            ? try reading.pack(peopleOn: page, into: &packed)
            : try reading.pack(enrolmentsOn: page, into: &packed)
        guard isThere else { return }
        let bytes = packed.bytes
        guard bytes.withUnsafeBytes({ load($0, page, kind) }) else {
            throw StoreError.damaged(table: kind == .people ? "person" : "enrolment")
        }
    }

    /// - Returns: false for damaged bytes, of which nothing is taken.
    private mutating func load(
        _ bytes: UnsafeRawBufferPointer, _ page: Int64, _ kind: KeptKind
    ) -> Bool {
        var reader = PackReader(bytes)
        guard !reader.isDamaged else { return false }
        let known = languages.languages.count
        let before = (
            facts.people.count, facts.spoken.count, facts.placements.count,
            facts.withdrawals.count, facts.waits.count
        )
        readTags(&reader)
        let first = kind.keys(of: page).lowerBound
        if kind == .people { readPeople(&reader, first) } else { readEnrolments(&reader) }
        if reader.isWhole { return true }
        facts.people.removeLast(facts.people.count - before.0)
        facts.spoken.removeLast(facts.spoken.count - before.1)
        facts.placements.removeLast(facts.placements.count - before.2)
        facts.withdrawals.removeLast(facts.withdrawals.count - before.3)
        facts.waits.removeLast(facts.waits.count - before.4)
        languages.keep(first: known)
        if kind == .people { for key in kind.keys(of: page) { personIndex.remove(key) } }
        return false
    }

    private mutating func readTags(_ reader: inout PackReader) {
        pageTags.removeAll(keepingCapacity: true)
        for _ in 0..<reader.count() { pageTags.append(languages.place(of: reader.part())) }
    }

    /// The language that the next number names; the reader is damaged where it names none.
    private func language(_ reader: inout PackReader) -> Int32 {
        let place = reader.number()
        guard place >= 0, place < pageTags.count else {
            reader.fail()
            return Facts.none
        }
        return pageTags[Int(place)]
    }

    private mutating func readPeople(_ reader: inout PackReader, _ first: Int64) {
        while !reader.isAtEnd, !reader.isDamaged {
            let place = reader.number()
            guard place >= 0, place < KeptKind.people.keys(of: 0).count else {
                return reader.fail()
            }
            let head = reader.number()
            let birthDay = head & 4 == 0 ? Facts.unknownDay : day(&reader)
            let start = facts.spoken.count
            for _ in 0..<min(max(0, head >> 3), 16) { facts.spoken.append(language(&reader)) }
            personIndex.add(first + place, Int32(facts.people.count))
            facts.people.append(
                PersonFact(
                    gender: Gender(packed: UInt8(truncatingIfNeeded: head) & 3),
                    birthDay: birthDay, spokenStart: Int32(start),
                    spokenCount: Int32(facts.spoken.count - start)))
        }
    }

    private func day(_ reader: inout PackReader) -> Int32 {
        Int32(truncatingIfNeeded: reader.signed())
    }

    private mutating func readEnrolments(_ reader: inout PackReader) {
        var person: Int64 = 0
        while !reader.isAtEnd, !reader.isDamaged {
            _ = reader.number()
            person &+= reader.signed()
            let round = roundIndex[reader.number()]
            let someone = personIndex[person]
            readSteps(&reader, someone, round)
            readPlaces(&reader, someone)
        }
    }

    private mutating func readSteps(
        _ reader: inout PackReader, _ person: Int32?, _ round: Int32?
    ) {
        let head = reader.byte()
        let step = EnrolmentStep?(packed: head)
        let on = step == .withdrawn ? day(&reader) : 0
        let applied = step.isWaitedFor ? day(&reader) : 0
        let free = head & 8 == 0 ? nil : day(&reader)
        guard let person, let round else { return }
        if step == .withdrawn {
            facts.withdrawals.append(WithdrawalFact(person: person, round: round, on: on))
        }
        guard step.isWaitedFor else { return }
        facts.waits.append(WaitFact(person: person, round: round, applied: applied, free: free))
    }

    private mutating func readPlaces(_ reader: inout PackReader, _ person: Int32?) {
        for _ in 0..<reader.count() {
            let group = groupIndex[reader.number()]
            let from = day(&reader)
            let days = Int32(truncatingIfNeeded: reader.number())
            let language = language(&reader)
            guard let person, let group else { continue }
            facts.placements.append(
                PlacementFact(
                    person: person, group: group, from: from,
                    before: days == 0 ? Facts.open : from &+ days, language: language))
        }
    }
}

/// Keys of which what is kept says nothing, in order.
struct MissingKeys {
    private var keys: ArraySlice<Int64>

    init(_ keys: Set<Int64>) {
        self.keys = keys.sorted()[...]
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
